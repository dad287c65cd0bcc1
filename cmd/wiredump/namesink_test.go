package main

import (
	"bytes"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// dnsAnswer is an Ethernet frame with an answer of two addresses to a question
// for a name, whose labels are given with their lengths, and of one record that
// is no address.
func dnsAnswer(labels string) []byte {
	m := []byte{0x12, 0x34, 0x81, 0x80, 0, 1, 0, 4, 0, 0, 0, 0}
	m = append(m, labels...)
	m = append(m, 0, 0, 1, 0, 1)
	record := func(typ byte, data ...byte) {
		m = append(m, 0xc0, 12, 0, typ, 0, 1, 0, 0, 0, 60, 0, byte(len(data)))
		m = append(m, data...)
	}
	record(16, 3, 'a', 'b', 'c') // TXT
	record(1, 192, 0, 2, 7)
	record(28, netip.MustParseAddr("2001:db8::7").AsSlice()...)
	record(1, 192, 0, 2) // a byte is missing
	b := make([]byte, 42)
	b[12], b[14], b[23] = 8, 0x45, 17
	b[22] = 64
	b[16], b[17] = byte((28+len(m))>>8), byte(28+len(m))
	copy(b[26:], []byte{192, 0, 2, 53, 192, 0, 2, 1})
	copy(b[34:], []byte{0, 53, 0x9c, 0x40, byte((8 + len(m)) >> 8), byte(8 + len(m))})
	return append(b, m...)
}

func TestNameSink(t *testing.T) {
	for _, tt := range []struct {
		labels string
		want   []string
	}{
		{"\x03www\x07example", []string{"192.0.2.7 www.example", "2001:db8::7 www.example"}},
		{"\x03w\nw\x07example", nil},
		{"\x03w.w", nil},
		{strings.Repeat("\x3f"+strings.Repeat("x", 63), 5), nil},
	} {
		var got []string
		s := newNameSink(func(a netip.Addr, name string) { got = append(got, a.String()+" "+name) })
		data := dnsAnswer(tt.labels)
		for n := range len(data) + 1 { // cut anywhere, it is never more
			got = nil
			if err := s.packet(&packet.Packet{Data: data[:n], WireLen: uint32(len(data)), LinkType: packet.Ethernet}); err != nil {
				t.Fatal(err)
			}
			if len(got) > len(tt.want) {
				t.Fatalf("%q cut to %d bytes: %q", tt.labels, n, got)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.labels, got, tt.want)
		}
	}
}

func TestWriteNames(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pcap")
	f, err := os.Create(in)
	if err != nil {
		t.Fatal(err)
	}
	w, err := pcapio.NewPcapWriter(f, pcapio.WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	data := dnsAnswer("\x03www\x07example")
	if err := w.WritePacket(&packet.Packet{Data: data, WireLen: uint32(len(data)), LinkType: packet.Ethernet}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f.Close()
	record := []byte("\x01\x00\x10\x00\xc0\x00\x02\x07www.example\x00")
	for _, tt := range []struct {
		args []string
		want bool
	}{{nil, false}, {[]string{"--write-names"}, true}} {
		out := filepath.Join(dir, "out.pcapng")
		if code, _, stderr := runMain(append([]string{"-r", in, "-w", out}, tt.args...)...); code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(got, record) != tt.want {
			t.Errorf("%q: the file has the name: %v", tt.args, !tt.want)
		}
	}
	if code, _, stderr := runMain("-r", in, "-w", filepath.Join(dir, "out.pcap"), "--write-names"); code != 1 || !strings.Contains(stderr, "needs a pcapng file") {
		t.Errorf("to pcap: exit code %d: %s", code, stderr)
	}
	if code, _, _ := runMain("-r", in, "--write-names"); code != 1 {
		t.Errorf("without -w: exit code %d", code)
	}
}
