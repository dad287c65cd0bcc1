package filetool

import (
	"io"
	"net/netip"
	"time"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// Info is what Inspect finds out about a file. Times are UTC, sizes bytes.
type Info struct {
	Name        string `json:"name"`
	Format      string `json:"format"`
	Compression string `json:"compression,omitempty"`
	ByteOrder   string `json:"byte_order"` // of the last section
	FileSize    int64  `json:"file_size"`
	SHA256      string `json:"sha256,omitempty"` // if it was asked for

	Packets       int64  `json:"packets"`
	CapturedBytes int64  `json:"captured_bytes"`
	WireBytes     int64  `json:"wire_bytes"`
	Cut           int64  `json:"cut_packets"` // captured shorter than on the wire
	Comments      int64  `json:"packet_comments"`
	Dropped       uint64 `json:"dropped_between_packets"` // as packets tell
	First         *Stamp `json:"first,omitempty"`         // the earliest; nil if no packet has a time
	Last          *Stamp `json:"last,omitempty"`          // the latest; nil if no packet has a time
	InOrder       bool   `json:"in_order"`                // no packet is earlier than the one before

	LinkTypes  []LinkInfo      `json:"link_types"`
	Interfaces []InterfaceInfo `json:"interfaces"`
	Sections   []SectionInfo   `json:"sections,omitempty"`

	// Error says where the file is cut or damaged; empty if it is whole.
	Error string `json:"error,omitempty"`
}

// LinkInfo counts the packets of a link type.
type LinkInfo struct {
	LinkType    string `json:"link_type"`
	Number      uint16 `json:"number"`
	Description string `json:"description,omitempty"`
	Packets     int64  `json:"packets"`
}

// InterfaceInfo is what the file tells about an interface.
type InterfaceInfo struct {
	Name        string           `json:"name,omitempty"`
	Description string           `json:"description,omitempty"`
	LinkType    string           `json:"link_type"`
	SnapLen     uint32           `json:"snapshot_length"` // 0 if not limited
	Resolution  string           `json:"resolution"`      // "micro" or "nano" seconds
	Filter      string           `json:"filter,omitempty"`
	OS          string           `json:"os,omitempty"`
	Addrs       []netip.Prefix   `json:"addresses,omitempty"`
	Packets     int64            `json:"packets"`
	Statistics  []StatisticsInfo `json:"statistics,omitempty"`
}

// StatisticsInfo is one statistics block; nil is not counted.
type StatisticsInfo struct {
	Time      Stamp   `json:"time"`
	Start     *Stamp  `json:"start,omitempty"`
	End       *Stamp  `json:"end,omitempty"`
	Received  *uint64 `json:"received,omitempty"`
	Dropped   *uint64 `json:"dropped,omitempty"`
	Accepted  *uint64 `json:"accepted,omitempty"`
	OSDropped *uint64 `json:"dropped_by_os,omitempty"`
	Delivered *uint64 `json:"delivered,omitempty"`
}

// SectionInfo is the header of a pcapng section.
type SectionInfo struct {
	Hardware    string   `json:"hardware,omitempty"`
	OS          string   `json:"os,omitempty"`
	Application string   `json:"application,omitempty"`
	Comments    []string `json:"comments,omitempty"`
}

// A Stamp is a time that may be of any year: damaged files have them.
type Stamp struct{ time.Time }

// MarshalJSON gives the time in UTC, as RFC 3339 has it.
func (s Stamp) MarshalJSON() ([]byte, error) {
	return []byte(s.UTC().Format(`"2006-01-02T15:04:05.999999999Z"`)), nil
}

// Duration is the time from the earliest to the latest packet.
func (i *Info) Duration() time.Duration {
	if i.First == nil {
		return 0
	}
	return i.Last.Sub(i.First.Time)
}

// Inspect reads a file to its end. A file that is cut or damaged is no error:
// Info.Error tells of it.
func Inspect(name string, r *pcapio.Reader, progress Progress) *Info {
	i := &Info{Name: name, Format: r.Format().String(), InOrder: true}
	if c := r.Compression(); c != pcapio.None {
		i.Compression = c.String()
	}
	t := tally{info: i}
	for {
		b, err := r.Next()
		if err != nil {
			if err != io.EOF {
				i.Error = err.Error()
			}
			break
		}
		for k := range b.Packets {
			t.add(&b.Packets[k])
		}
		b.Release()
		if progress != nil {
			progress(r.BytesRead())
		}
	}
	t.finish(r)
	return i
}

// A tally counts while a file is read.
type tally struct {
	info        *Info
	first, last packet.Time
	before      packet.Time
	timed       bool // there was a packet with a time
	perIface    []int64
}

func (t *tally) add(p *packet.Packet) {
	i := t.info
	switch {
	case p.Flags&packet.NoTime != 0:
	case !t.timed:
		t.first, t.last, t.before, t.timed = p.Time, p.Time, p.Time, true
	default:
		if p.Time.Before(t.before) {
			i.InOrder = false
		}
		if p.Time.Before(t.first) {
			t.first = p.Time
		}
		if t.last.Before(p.Time) {
			t.last = p.Time
		}
		t.before = p.Time
	}
	i.Packets++
	i.CapturedBytes += int64(len(p.Data))
	i.WireBytes += int64(p.WireLen)
	if int64(len(p.Data)) < int64(p.WireLen) {
		i.Cut++
	}
	if p.Extra != nil {
		i.Comments += int64(len(p.Extra.Comments))
		if n, ok := pcapio.DropCount(p); ok {
			i.Dropped += n
		}
	}
	for int(p.Interface) >= len(t.perIface) {
		t.perIface = append(t.perIface, 0)
	}
	t.perIface[p.Interface]++
}

// finish puts down what is known at the end.
func (t *tally) finish(r *pcapio.Reader) {
	i := t.info
	i.ByteOrder = "little"
	if r.BigEndian() {
		i.ByteOrder = "big"
	}
	i.FileSize = r.Size()
	if i.FileSize == 0 {
		i.FileSize = r.BytesRead()
	}
	if t.timed {
		i.First, i.Last = &Stamp{t.first.Go()}, &Stamp{t.last.Go()}
	}
	links := make(map[packet.LinkType]int)
	for n, f := range r.Interfaces() {
		info := InterfaceInfo{
			Name: f.Name, Description: f.Description, LinkType: f.LinkType.String(), SnapLen: f.SnapLen,
			Resolution: "micro", Filter: f.Filter, OS: f.OS, Addrs: f.Addrs,
		}
		if f.Nano {
			info.Resolution = "nano"
		}
		if n < len(t.perIface) {
			info.Packets = t.perIface[n]
		}
		i.Interfaces = append(i.Interfaces, info)
		k, ok := links[f.LinkType]
		if !ok {
			k = len(i.LinkTypes)
			links[f.LinkType] = k
			i.LinkTypes = append(i.LinkTypes, LinkInfo{LinkType: f.LinkType.String(), Number: uint16(f.LinkType), Description: f.LinkType.Description()})
		}
		i.LinkTypes[k].Packets += info.Packets
	}
	for _, s := range r.Statistics() {
		f := &i.Interfaces[s.Interface]
		f.Statistics = append(f.Statistics, statisticsInfo(&s))
	}
	for _, s := range r.Sections() {
		i.Sections = append(i.Sections, SectionInfo{Hardware: s.Hardware, OS: s.OS, Application: s.Application, Comments: s.Comments})
	}
}

func statisticsInfo(s *pcapio.Statistics) StatisticsInfo {
	when := func(t packet.Time) *Stamp {
		if t == (packet.Time{}) {
			return nil
		}
		return &Stamp{t.Go()}
	}
	number := func(n uint64) *uint64 {
		if n == pcapio.NotCounted {
			return nil
		}
		return &n
	}
	return StatisticsInfo{
		Time: Stamp{s.Time.Go()}, Start: when(s.Start), End: when(s.End),
		Received: number(s.Received), Dropped: number(s.Dropped), Accepted: number(s.Accepted),
		OSDropped: number(s.OSDropped), Delivered: number(s.Delivered),
	}
}
