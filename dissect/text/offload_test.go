package text

import (
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// A checksum that is still to be computed is wrong for tcpdump, and for us
// unless we are told to know better.
func TestOffloadAware(t *testing.T) {
	utc(t)
	bad := []byte(string(frame))
	bad[14+20+6] = 1 // a UDP checksum, and a wrong one
	for _, tc := range []struct {
		aware bool
		flags packet.Flags
		want  string
	}{
		{false, packet.ChecksumPending, "[bad udp cksum 0x0100 -> "},
		{true, packet.ChecksumPending, "[udp cksum offloaded] UDP, length 0"},
		{true, 0, "[bad udp cksum 0x0100 -> "},
	} {
		v := New(Options{Verbose: 2, OffloadAware: tc.aware})
		got := string(v.Append(nil, &packet.Packet{Data: bad, WireLen: uint32(len(bad)), LinkType: packet.Ethernet, Flags: tc.flags}))
		if !strings.Contains(got, tc.want) {
			t.Errorf("aware %v, flags %v: no %q in %q", tc.aware, tc.flags, tc.want, got)
		}
	}
}
