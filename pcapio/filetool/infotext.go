package filetool

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendText appends the info as lines of a name and a value.
func (i *Info) AppendText(dst []byte) []byte {
	line := func(name, format string, args ...any) {
		dst = fmt.Appendf(dst, "%-21s", name+":")
		dst = fmt.Appendf(dst, format, args...)
		dst = append(dst, '\n')
	}
	line("File", "%s", clean(i.Name))
	kind := i.Format + ", " + i.ByteOrder + " endian"
	if i.Compression != "" {
		kind += ", in " + i.Compression
	}
	line("Format", "%s", kind)
	line("Size", "%s", bytesOf(i.FileSize))
	if i.SHA256 != "" {
		line("SHA256", "%s", i.SHA256)
	}
	for _, l := range i.LinkTypes {
		s := l.LinkType
		if l.Description != "" {
			s += " (" + l.Description + ")"
		}
		if len(i.LinkTypes) > 1 {
			s += ", " + plural(l.Packets, "packet")
		}
		line("Link type", "%s", s)
	}
	line("Packets", "%d", i.Packets)
	if i.Packets > 0 {
		i.packetLines(line)
	}
	for _, s := range i.Sections {
		for _, f := range []struct{ name, value string }{{"Hardware", s.Hardware}, {"Operating system", s.OS}, {"Application", s.Application}} {
			if f.value != "" {
				line(f.name, "%s", clean(f.value))
			}
		}
		for _, c := range s.Comments {
			line("Comment", "%s", clean(c))
		}
	}
	for n := range i.Interfaces {
		line("Interface "+strconv.Itoa(n), "%s", i.Interfaces[n].text())
		for _, s := range i.Interfaces[n].Statistics {
			line("  statistics", "%s", s.text())
		}
	}
	if i.Error != "" {
		line("Damage", "%s", clean(i.Error))
	}
	return dst
}

func (i *Info) packetLines(line func(name, format string, args ...any)) {
	line("Bytes on the wire", "%s, %.2f a packet", bytesOf(i.WireBytes), float64(i.WireBytes)/float64(i.Packets))
	if i.Cut > 0 || i.CapturedBytes != i.WireBytes {
		line("Bytes captured", "%s; %s cut short", bytesOf(i.CapturedBytes), plural(i.Cut, "packet"))
	}
	first, last, duration := "n/a", "n/a", "n/a"
	if i.First != nil {
		first, last, duration = i.First.text(), i.Last.text(), i.Duration().String()
	}
	line("First packet", "%s", first)
	line("Last packet", "%s", last)
	line("Duration", "%s", duration)
	if s := i.Duration().Seconds(); s > 0 {
		line("Rate", "%.6g packets/s, %.6g bit/s", float64(i.Packets)/s, float64(i.WireBytes)*8/s)
	}
	if !i.InOrder {
		line("Order", "some packets are earlier than the one before")
	}
	if i.Comments > 0 {
		line("Packet comments", "%d", i.Comments)
	}
	if i.Dropped > 0 {
		line("Dropped", "%s between these", plural(int64(i.Dropped), "packet"))
	}
}

func (f *InterfaceInfo) text() string {
	var parts []string
	if f.Name != "" {
		parts = append(parts, clean(f.Name))
	}
	if f.Description != "" {
		parts = append(parts, strconv.Quote(f.Description))
	}
	parts = append(parts, f.LinkType)
	if f.SnapLen != 0 {
		parts = append(parts, "snapshot length "+strconv.Itoa(int(f.SnapLen)))
	}
	parts = append(parts, f.Resolution+"seconds")
	if f.Filter != "" {
		parts = append(parts, "filter "+strconv.Quote(f.Filter))
	}
	if f.OS != "" {
		parts = append(parts, clean(f.OS))
	}
	for _, a := range f.Addrs {
		parts = append(parts, a.String())
	}
	return strings.Join(append(parts, plural(f.Packets, "packet")), ", ")
}

func (s *StatisticsInfo) text() string {
	parts := []string{s.Time.text()}
	for _, c := range []struct {
		n    *uint64
		name string
	}{{s.Received, "received"}, {s.Dropped, "dropped by interface"}, {s.Accepted, "accepted by filter"}, {s.OSDropped, "dropped by system"}, {s.Delivered, "delivered"}} {
		if c.n != nil {
			parts = append(parts, fmt.Sprintf("%d %s", *c.n, c.name))
		}
	}
	return strings.Join(parts, ", ")
}

func (s Stamp) text() string { return s.Local().Format("2006-01-02 15:04:05.000000000 -0700") }

func plural(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// bytesOf shows a size exactly, and roughly if it is large.
func bytesOf(n int64) string {
	s := plural(n, "byte")
	switch {
	case n >= 1e9:
		s += fmt.Sprintf(" (%.2f GB)", float64(n)/1e9)
	case n >= 1e6:
		s += fmt.Sprintf(" (%.2f MB)", float64(n)/1e6)
	case n >= 1e4:
		s += fmt.Sprintf(" (%.1f kB)", float64(n)/1e3)
	}
	return s
}

// clean makes text from a file safe for a terminal and one line: what cannot be
// printed, control characters and those that turn the direction of writing
// among it, is escaped as in the quoted texts.
func clean(s string) string {
	q := strconv.Quote(s)
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(q[1 : len(q)-1])
}

// AppendJSON appends the info as one JSON object. Control characters and those
// that turn the direction of writing are escaped, so that it may be shown on a
// terminal.
func (i *Info) AppendJSON(dst []byte) ([]byte, error) {
	text, err := json.Marshal(i)
	if err != nil {
		return dst, err
	}
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r >= 0x7f && r < 0xa0, r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			dst = fmt.Appendf(dst, `\u%04x`, r) // in a string, as all that is not ASCII
		default:
			dst = append(dst, text[:n]...)
		}
		text = text[n:]
	}
	return dst, nil
}
