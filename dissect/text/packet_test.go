package text

import (
	"encoding/hex"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A packetTest is what a View makes of an IP packet, without time.
type packetTest struct {
	name     string
	verbose  int
	as       dissect.Protocol // -T
	b        string           // in hexadecimal, from the IP header on
	captured int              // bytes; 0: all
	want     string
}

// packet returns the packet, in a buffer that goes on with other bytes.
func (tc *packetTest) packet(t *testing.T) *packet.Packet {
	t.Helper()
	b, err := hex.DecodeString(tc.b)
	if err != nil {
		t.Fatal(err)
	}
	n := len(b)
	if tc.captured != 0 {
		n = tc.captured
	}
	return &packet.Packet{Data: b[:n], WireLen: uint32(len(b)), LinkType: packet.Raw}
}

// testPackets prints each packet by itself and compares; then that printing
// does not allocate, and that of a packet that is cut nothing depends on what
// is not there.
func testPackets(t *testing.T, rows []packetTest) {
	t.Helper()
	for _, tc := range rows {
		t.Run(tc.name, func(t *testing.T) {
			pkt := tc.packet(t)
			got := string(New(Options{Verbose: tc.verbose, Type: tc.as, Time: TimeNone}).Append(nil, pkt))
			if got != tc.want+"\n" {
				t.Errorf("printed\n%q, want\n%q", got, tc.want+"\n")
			}
		})
	}
	out := make([]byte, 0, 1<<16)
	for verbose := range 4 {
		plain := New(Options{Verbose: verbose, Time: TimeNone})
		for _, tc := range rows {
			v := plain
			if tc.as != dissect.NoProtocol {
				v = New(Options{Verbose: verbose, Type: tc.as, Time: TimeNone})
			}
			pkt := tc.packet(t)
			out = v.Append(out[:0], pkt)
			if n := testing.AllocsPerRun(1, func() { out = v.Append(out[:0], pkt) }); n != 0 {
				t.Errorf("%s, verbose %d: %v allocations", tc.name, verbose, n)
			}
		}
	}
	for _, tc := range rows {
		pkt := tc.packet(t)
		whole := pkt.Data
		for n := 1; n < len(whole); n++ {
			o := Options{Verbose: 3, Type: tc.as, Time: TimeNone}
			pkt.Data = whole[:n]
			got := string(New(o).Append(nil, pkt))
			pkt.Data = append([]byte(nil), whole[:n]...)
			if want := string(New(o).Append(nil, pkt)); got != want {
				t.Errorf("%s cut to %d bytes printed\n%q, without the rest\n%q", tc.name, n, got, want)
			}
		}
	}
}
