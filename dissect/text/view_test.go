package text_test

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect/text"
)

// allPackets returns the packets of every capture in testdata.
func allPackets(t testing.TB) []packet.Packet {
	t.Helper()
	captures, err := filepath.Glob(filepath.Join(testdata, "*.pcap*"))
	if err != nil || len(captures) == 0 {
		t.Fatalf("no captures: %v", err)
	}
	var all []packet.Packet
	for _, name := range captures {
		byType := packetsOf(t, name)
		for _, linkType := range slices.Sorted(maps.Keys(byType)) {
			all = append(all, byType[linkType]...)
		}
	}
	return all
}

// viewFlags are options that together reach every printer's branches.
var viewFlags = []text.Options{
	{},
	{Quiet: true, Hex: 1},
	{Verbose: 1, Link: true},
	{Verbose: 2, Time: text.TimeDelta},
	{Verbose: 3, AbsoluteSeq: true, HexASCII: 2},
}

func TestViewDoesNotAllocate(t *testing.T) {
	packets := allPackets(t)
	for _, o := range viewFlags {
		v := text.New(o)
		dst := make([]byte, 0, 1<<20)
		show := func(p *packet.Packet) { dst = v.Append(dst[:0], p) }
		for i := range packets {
			show(&packets[i]) // connections are remembered
		}
		for i := range packets {
			p := &packets[i]
			if n := testing.AllocsPerRun(1, func() { show(p) }); n != 0 {
				t.Errorf("%+v: %v allocations in %q", o, n, dst)
			}
		}
	}
}

func FuzzPacket(f *testing.F) {
	for _, p := range allPackets(f) {
		f.Add(uint16(p.LinkType), uint8(3), uint16(1), p.Data)
	}
	// Link types of which there is no capture: what begins alike in many.
	for _, linkType := range []uint16{
		6, 7, 8, 10, 50, 51, 99, 100, 102, 104, 105, 106, 107, 109, 117, 119, 122, 123, 127, 129, 138, 163, 182, 189, 192, 201, 220,
		226, 239, 240, 241, 242, 258, 281, 282, 284, 285,
	} {
		f.Add(linkType, uint8(3), uint16(1), []byte("\xaa\xaa\x03\x00\x00\x00\x08\x00\x45\x00\x00\x14"))
		f.Add(linkType, uint8(2), uint16(0), append([]byte{0x80, 0, 24, 0, 0x0e}, make([]byte, 150)...))
	}
	f.Fuzz(func(t *testing.T, linkType uint16, flags uint8, missing uint16, data []byte) {
		o := viewFlags[int(flags)%len(viewFlags)]
		o.NoChecksums = flags&0x80 != 0
		p := packet.Packet{
			LinkType: packet.LinkType(linkType),
			WireLen:  uint32(len(data)) + uint32(missing),
			Time:     packet.Time{Sec: 1600000000},
		}
		// The same bytes with others behind them, which must not show.
		p.Data = append(bytes.Clone(data), "bytes behind what was captured"...)[:len(data)]
		first := text.New(o).Append(nil, &p)
		p.Data = append(make([]byte, 0, len(data)), data...)
		second := text.New(o).Append(nil, &p)
		if !bytes.Equal(first, second) {
			t.Errorf("bytes behind the packet show:\n%q\n%q", first, second)
		}
		if len(second) == 0 || second[len(second)-1] != '\n' {
			t.Errorf("no newline at the end of %q", second)
		}
		// What was appended to stays.
		third := text.New(o).Append([]byte("before\n"), &p)
		if !bytes.Equal(third, append([]byte("before\n"), second...)) {
			t.Errorf("behind other text printed %q, alone %q", third, second)
		}
	})
}

func BenchmarkView(b *testing.B) {
	packets := allPackets(b)
	for _, row := range []struct {
		name string
		o    text.Options
	}{
		{"plain", text.Options{}},
		{"quiet", text.Options{Quiet: true, Time: text.TimeNone}},
		{"link", text.Options{Link: true}},
		{"v", text.Options{Verbose: 1}},
		{"vvv", text.Options{Verbose: 3}},
		{"hex", text.Options{HexASCII: 1}},
	} {
		b.Run(row.name, func(b *testing.B) {
			v := text.New(row.o)
			var dst []byte
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				dst = v.Append(dst[:0], &packets[i%len(packets)])
			}
		})
	}
}

// BenchmarkProtocol prints packets of one kind.
func BenchmarkProtocol(b *testing.B) {
	for _, name := range []string{"arp", "icmp", "icmp6", "tcp-open", "dns", "http", "vlan", "ip6-ext", "sll2"} {
		var all []packet.Packet
		for _, packets := range packetsOf(b, filepath.Join(testdata, name+".pcap")) {
			all = append(all, packets...)
		}
		b.Run(name+"/"+strconv.Itoa(len(all)), func(b *testing.B) {
			v := text.New(text.Options{})
			var dst []byte
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				dst = v.Append(dst[:0], &all[i%len(all)])
			}
		})
	}
}
