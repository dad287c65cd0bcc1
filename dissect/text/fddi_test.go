package text

import (
	"encoding/hex"
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestFDDI(t *testing.T) {
	for _, tc := range []struct {
		name     string
		o        Options
		b        string // in hexadecimal
		captured int    // bytes; 0: all
		want     string
	}{
		{"IP", Options{}, "50aa00040082a7aa00040083a7aaaa0300000008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "IP 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"IP -e", Options{Link: true}, "52aa00040082a7aa00040083a7aaaa0300000008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "async2 aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 53: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 32: 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"station management", Options{Link: true}, "41aa00040082a7aa00040083a76162", 0, "info aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 15: <SMT printer not yet implemented>\n"},
		{"beacon", Options{}, "c2aa00040082a7aa00040083a76162", 0, "beacon aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 15: \n\t0x0000:  6162                                     ab\n"},
		{"synchronous", Options{Quiet: true}, "d1aa00040082a7aa00040083a76162", 0, "aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 15: \n"},
		{"unknown", Options{}, "07aa00040082a7aa00040083a76162", 0, "07 aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 15: \n\t0x0000:  6162                                     ab\n"},
		{"unknown LLC", Options{}, "50aa00040082a7aa00040083a7aaaa0300000099996162", 0, "aa:00:04:00:83:a7 > aa:00:04:00:82:a7 SNAP, ethertype Unknown (0x9999), length 2: \n\t0x0000:  aaaa 0300 0000 9999 6162                 ........ab\n"},
		{"-q -e", Options{Quiet: true, Link: true}, "50aa00040082a7aa00040083a7aaaa0300000008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "aa:00:04:00:83:a7 > aa:00:04:00:82:a7, length 53: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 32: 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"cut", Options{}, "50aa00040082a7aa00040083a7aaaa0300000008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 12, " [|fddi]\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b, err := hex.DecodeString(tc.b)
			if err != nil {
				t.Fatal(err)
			}
			pkt := packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: linkFDDI}
			if tc.captured != 0 {
				pkt.Data = b[:tc.captured]
			}
			tc.o.Time = TimeNone
			v := New(tc.o)
			out := v.Append(nil, &pkt)
			if got := string(out); got != tc.want {
				t.Errorf("printed\n%q, want\n%q", got, tc.want)
			}
			if n := testing.AllocsPerRun(1, func() { out = v.Append(out[:0], &pkt) }); n != 0 {
				t.Errorf("%v allocations", n)
			}
		})
	}
}
