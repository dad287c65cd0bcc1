package text

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"wiredump/capture/packet"
)

// ether puts an Ethernet header of the given type in front of b.
func ether(t uint16, b string) []byte {
	return append([]byte{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, byte(t >> 8), byte(t)}, b...)
}

// hostile is a UDP datagram to the port of syslog or of SIP with text from the
// wire: control characters, invalid UTF-8, and controls in UTF-8.
func hostile(port uint16, s string) []byte {
	n := 28 + len(s)
	return append([]byte{
		0x45, 0, byte(n >> 8), byte(n), 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
		byte(port >> 8), byte(port), byte(port >> 8), byte(port), 0, byte(8 + len(s)), 0, 0,
	}, s...)
}

// tcpSYN is a SYN with a wrong checksum, from 10.0.0.1.49152 to 10.0.0.2.80.
const tcpSYN = "\x45\x00\x00\x28\x00\x01\x00\x00\x40\x06\x66\xcd\x0a\x00\x00\x01\x0a\x00\x00\x02" +
	"\xc0\x00\x00\x50\x00\x00\x00\x01\x00\x00\x00\x00\x50\x02\xff\xff\x00\x00\x00\x00"

func TestColor(t *testing.T) {
	const (
		addr, port, flags, problem, plain = "\x1b[36m", "\x1b[35m", "\x1b[1;33m", "\x1b[1;31m", "\x1b[0m"
		ends                              = addr + "10.0.0.1" + plain + "." + port + "49152" + plain + " > " + addr + "10.0.0.2" + plain + "." + port + "80" + plain
	)
	for _, tc := range []struct {
		name string
		o    Options
		b    []byte
		want string
	}{
		{"SYN", Options{}, ether(0x0800, tcpSYN),
			"IP " + ends + ": Flags [" + flags + "S" + plain + "], seq 1, win 65535, length 0\n"},
		{"bad checksum", Options{Verbose: 1}, ether(0x0800, tcpSYN),
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)\n    " + ends + ": Flags [" + flags + "S" + plain +
				"], cksum 0x0000 " + problem + "(incorrect -> 0xdb8e)" + plain + ", seq 1, win 65535, length 0\n"},
		{"cut", Options{}, ether(0x0800, tcpSYN[:30]),
			"IP " + problem + "truncated-ip - 10 bytes missing!" + plain + " " + ends + ":  " + problem + "[|tcp]" + plain + "\n"},
		{"cut in a style that is dropped", Options{}, ether(0x0806, "\x00\x01\x08\x00\x06\x04\x00\x01\x02\x00\x00\x00\x00\x01\x0a\x00"),
			" " + problem + "[|arp]" + plain + "\n"},
		{"hexadecimal", Options{Hex: 1, Quiet: true}, ether(0x0800, tcpSYN),
			"IP " + ends + ": tcp 0\n\t0x0000:  4500 0028 0001 0000 4006 66cd 0a00 0001\n\t0x0010:  0a00 0002 c000 0050 0000 0001 0000 0000\n\t0x0020:  5002 ffff 0000 0000\n"},
	} {
		pkt := &packet.Packet{Data: tc.b, WireLen: uint32(len(tc.b)), LinkType: packet.Ethernet}
		tc.o.Time = TimeNone
		tc.o.Color = true
		if got := string(New(tc.o).Append(nil, pkt)); got != tc.want {
			t.Errorf("%s:\n%q, want\n%q", tc.name, got, tc.want)
		}
		colored := string(New(tc.o).Append(nil, pkt))
		tc.o.Color = false
		if got := string(New(tc.o).Append(nil, pkt)); got != uncolored(colored) {
			t.Errorf("%s: without colour\n%q, want\n%q", tc.name, got, uncolored(colored))
		}
	}
}

// uncolored returns text without the control sequences of the styles.
func uncolored(s string) string {
	for _, seq := range sgr {
		s = strings.ReplaceAll(s, seq, "")
	}
	return s
}

func TestTerminal(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"plain text\twith tabs\nand lines", "plain text\twith tabs\nand lines"},
		{"\x1b[2J\x07\r\x7f", "^[[2J^G^M^?"},
		{"\x9b2J", "M-^[2J"},
		{"\u009b2J", `\u009b2J`},
		{"caf\u00e9 \u4e2d", "caf\u00e9 \u4e2d"},
		{"caf\xe9", "cafM-i"},
		{"\u202egnp.exe\u2066", `\u202egnp.exe\u2066`},
		{"\xe2\x80", "M-bM-^@"},
		{"\ufffd", `\ufffd`},
	} {
		p := printer{opt: &Options{Terminal: true}, st: &state{}}
		p.str("dst ")
		p.out = append(p.out, tc.in...)
		p.paint(4)
		if got := string(p.out[4:]); got != tc.want || !bytes.HasPrefix(p.out, []byte("dst ")) {
			t.Errorf("%q became %q, want %q", tc.in, got, tc.want)
		}
	}
}

// safe says what a terminal could take for an order in text.
func safe(s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("not UTF-8")
	}
	for _, r := range s {
		if r != '\n' && r != '\t' && controls(r) {
			return fmt.Errorf("%U", r)
		}
	}
	return nil
}

func TestPaintAllocations(t *testing.T) {
	v := New(Options{Color: true, Terminal: true, Verbose: 1})
	b := ether(0x0800, tcpSYN)
	pkt := &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Ethernet}
	buf := v.Append(make([]byte, 0, 4096), pkt)
	if n := testing.AllocsPerRun(100, func() { v.Append(buf[:0], pkt) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzPaint prints any bytes of any link type with any options: no panic, the
// text ends in a newline, does not depend on what was not captured, colour only
// adds its sequences, and with Terminal no order to a terminal is left.
func FuzzPaint(f *testing.F) {
	seed := func(b []byte, options uint32) { f.Add(uint16(packet.Ethernet), b, uint16(len(b)), options) }
	seed(ether(0x0800, tcpSYN), 0x00)
	seed(ether(0x0800, string(hostile(514, "<13>\x1b]0;owned\x07\u009b31m"))), 0x01)
	seed(ether(0x0800, string(hostile(53, "\x00\x01\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x04\x1b[2J\x00\x00\x01\x00\x01"))), 0x02)
	seed(ether(0x0800, string(hostile(5060, "INVITE \x1b[2J SIP/2.0\r\n"))), 0x03)
	seed(ether(0x86dd, "\x60\x00\x00\x00\x00\x10\x3a\xff"+strings.Repeat("\xfe\x80", 16)+"\x86\x00\x00\x00\x40\x00\x07\x08\x00\x00\x00\x00\x00\x00\x00\x00"), 0x02)
	seed(ether(0x0806, "\x00\x01\x08\x00\x06\x04\x00\x01\x02\x00\x00\x00\x00\x01\x0a\x00\x00\x01\x00\x00\x00\x00\x00\x00\x0a\x00\x00\x02"), 0x13)
	for _, m := range fuzzMessages {
		n := 20 + len(m.b)
		seed(ether(0x0800, "\x45\x00"+string([]byte{byte(n >> 8), byte(n)})+"\x00\x01\x00\x00\x40"+string([]byte{m.proto})+"\x00\x00\x0a\x00\x00\x01\x0a\x00\x00\x02"+m.b), 0x03)
	}
	f.Fuzz(func(t *testing.T, link uint16, b []byte, captured uint16, options uint32) {
		n := min(int(captured), len(b))
		o := Options{
			Verbose:     int(options & 3),
			Link:        options&4 != 0,
			Quiet:       options&8 != 0,
			Hex:         int(options >> 4 & 3),
			HexASCII:    int(options >> 6 & 3),
			ASCII:       int(options >> 8 & 3),
			NoChecksums: options&0x400 != 0,
			AbsoluteSeq: options&0x800 != 0,
			Time:        TimeNone,
		}
		pkt := packet.Packet{Data: b[:n], WireLen: uint32(len(b)), LinkType: packet.LinkType(link)}
		text := string(New(o).Append(nil, &pkt))
		if !strings.HasSuffix(text, "\n") {
			t.Fatalf("%q does not end in a newline", text)
		}
		pkt.Data = bytes.Clone(b[:n])
		if again := string(New(o).Append(nil, &pkt)); again != text {
			t.Fatalf("depends on what follows:\n%q\n%q", text, again)
		}
		o.Color = true
		colored := string(New(o).Append(nil, &pkt))
		if !strings.Contains(text, "\x1b") && uncolored(colored) != text {
			t.Fatalf("colour changes\n%q to\n%q", text, colored)
		}
		o.Terminal = true
		shown := string(New(o).Append(nil, &pkt))
		if err := safe(uncolored(shown)); err != nil {
			t.Fatalf("%v is left in\n%q", err, shown)
		}
		o.Color = false
		if plain := string(New(o).Append(nil, &pkt)); plain != uncolored(shown) {
			t.Fatalf("colour changes\n%q to\n%q", plain, shown)
		} else if safe(text) == nil && plain != text {
			t.Fatalf("safe text\n%q became\n%q", text, plain)
		}
	})
}

// fuzzMessages are what FuzzPaint begins with, by IP protocol.
var fuzzMessages = []struct {
	proto byte
	b     string
}{
	{1, "\x03\x03\x00\x00\x00\x00\x00\x00\x45\x00\x00\x1c\x00\x01\x00\x00\x40\x11\x00\x00\x0a\x00\x00\x02\x0a\x00\x00\x01\x00\x50\x00\x51\x00\x08\x00\x00"},
	{2, "\x22\x00\x00\x00\x00\x00\x00\x01\x04\x00\x00\x00\xef\x00\x00\x01"},
	{6, "\x00\x50\xc0\x00\x00\x00\x00\x01\x00\x00\x00\x02\x50\x18\x01\x00\x00\x00\x00\x00HTTP/1.1 200 \x1b[2J\r\nServer: \x9b\r\n\r\n"},
	{17, "\x00\x35\xc0\x00\x00\x20\x00\x00\x00\x01\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00\x03\x1b[m\x00\x00\x10\x00\x01"},
	{41, "\x60\x00\x00\x00\x00\x00\x3b\x40" + "\xfe\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\xfe\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02"},
}
