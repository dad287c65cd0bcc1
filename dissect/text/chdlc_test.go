package text

import (
	"encoding/hex"
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestCHDLC(t *testing.T) {
	for _, tc := range []struct {
		name     string
		o        Options
		b        string // in hexadecimal
		captured int    // bytes; 0: all
		want     string
	}{
		{"IPv4", Options{}, "0f0008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "IP 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"IPv6 -e", Options{Link: true}, "8f0086dd60000000000c1140fe800000000000000000000000000001fe80000000000000000000000000000200010002000c000061626364", 0, "bcast, ethertype IPv6 (0x86dd), length 56: fe80::1.1 > fe80::2.2: UDP, length 4\n"},
		{"another address", Options{Link: true}, "110008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "0x11, ethertype IPv4 (0x0800), length 36: 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"keepalive", Options{}, "0f008035000000020000000500000002ffff0071aca2", 0, "SLARP (length: 18), keepalive: mineseen=0x00000005, yourseen=0x00000002, reliability=0xffff, link uptime=0d2h4m9s\n"},
		{"keepalive without up time", Options{}, "0f008035000000020000000500000002ffff", 0, "SLARP (length: 14), keepalive: mineseen=0x00000005, yourseen=0x00000002, reliability=0xffff\n"},
		{"keepalive and junk", Options{Verbose: 2}, "0f008035000000020000000500000002ffff0071aca26162", 0, "SLARP (length: 20), keepalive: mineseen=0x00000005, yourseen=0x00000002, reliability=0xffff, link uptime=0d2h4m9s, (trailing junk: 2 bytes)\n\t0x0000:  6162\n"},
		{"request", Options{Verbose: 1}, "0f008035000000000000000000000000000000000000", 0, "SLARP (length: 18), request\n"},
		{"reply", Options{}, "0f008035000000010a000001ffffff000000", 0, "SLARP (length: 14), reply 10.0.0.1/255.255.255.0\n"},
		{"unknown kind", Options{}, "0f0080350000000930313233343536373839", 0, "SLARP (length: 14), 0x09 unknown\n\t0x0000:  3031 3233 3435 3637 3839\n"},
		{"unknown protocol", Options{}, "0f0020006162", 0, "unknown CHDLC protocol (0x2000)\n"},
		{"unknown protocol -e", Options{Link: true}, "0f0020006162", 0, "unicast, ethertype Unknown (0x2000), length 6: \n"},
		{"MPLS", Options{}, "0f008847000131094500002000010000401166ca0a0000010a00000200010002000c000061626364", 0, "MPLS (label 19, tc 0, [S], ttl 9) IP 10.0.0.1.1 > 10.0.0.2.2: UDP, length 4\n"},
		{"short SLARP", Options{}, "0f00803500000000000000000000000000", 0, "SLARP (length: 13),  [|chdlc_slarp]\n"},
		{"short", Options{}, "0f0008", 0, " [|chdlc]\n"},
		{"cut", Options{}, "0f0008004500002000010000401166ca0a0000010a00000200010002000c000061626364", 3, " [|chdlc]\n"},
		{"up time cut", Options{}, "0f008035000000020000000500000002ffff0071aca2", 20, "SLARP (length: 18), keepalive: mineseen=0x00000005, yourseen=0x00000002, reliability=0xffff [|chdlc_slarp]\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b, err := hex.DecodeString(tc.b)
			if err != nil {
				t.Fatal(err)
			}
			pkt := packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: linkCHDLC}
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
