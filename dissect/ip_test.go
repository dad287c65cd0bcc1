package dissect

import (
	"bytes"
	"testing"
)

func TestIPv4(t *testing.T) {
	b := []byte{
		0x46, 0xb8, 0, 30, // version, 24 bytes; expedited forwarding; 30 bytes
		0x12, 0x34, 0x60, 1, // identification; more fragments, do not; offset 8
		64, 17, 0xab, 0xcd, // time to live, UDP, checksum
		192, 0, 2, 1, 192, 0, 2, 2, // addresses
		148, 4, 0, 0, // router alert
		1, 2, 3, 4, 5, 6, // payload
		0, 0, // padding
	}
	var h IPv4
	h.Decode(b)
	if h.Version != 4 || h.HeaderLen != 24 || h.TOS != 0xb8 || h.TotalLen != 30 || h.ID != 0x1234 ||
		h.Flags != IPv4DontFragment|IPv4MoreFragments || h.FragOffset != 8 || h.TTL != 64 || h.Protocol != IPProtoUDP ||
		h.Checksum != 0xabcd || h.SrcAddr().String() != "192.0.2.1" || h.DstAddr().String() != "192.0.2.2" ||
		!bytes.Equal(h.Options, []byte{IPv4OptionRouterAlert, 4, 0, 0}) || !bytes.Equal(h.Payload, []byte{1, 2, 3, 4, 5, 6}) {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:22])
	if h.Captured != IPv4Len || len(h.Options) != 2 || len(h.Payload) != 0 {
		t.Errorf("decoded the first 22 bytes to %+v", h)
	}
	b[3] = 0 // segmentation offload: no total length
	h.Decode(b)
	if h.TotalLen != 0 || len(h.Payload) != 8 {
		t.Errorf("decoded without a total length to %+v", h)
	}
}

func TestIPv6(t *testing.T) {
	b := append([]byte{
		0x61, 0x23, 0x45, 0x67, // version, class 0x12, label 0x34567
		0, 4, 44, 64, // payload length, fragment, hop limit
		0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
		0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
	}, 1, 2, 3, 4, 0, 0)
	var h IPv6
	h.Decode(b)
	if h.Version != 6 || h.Class != 0x12 || h.FlowLabel != 0x34567 || h.PayloadLen != 4 || h.NextHeader != IPProtoFragment ||
		h.HopLimit != 64 || h.SrcAddr().String() != "2001:db8::1" || h.DstAddr().String() != "2001:db8::2" || len(h.Payload) != 4 {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:39])
	if h.Captured != 39 || h.Dst != [16]byte{} || len(h.Payload) != 0 {
		t.Errorf("decoded the first 39 bytes to %+v", h)
	}
}

func TestFinalDestination(t *testing.T) {
	addr := func(n byte) []byte { return append(bytes.Repeat([]byte{0}, 15), n) }
	routing := func(kind byte, addrs ...byte) []byte {
		b := []byte{IPProtoUDP, byte(2 * len(addrs)), kind, 1, 0, 0, 0, 0}
		for _, n := range addrs {
			b = append(b, addr(n)...)
		}
		return b
	}
	before := func(next byte, b []byte) []byte { return append([]byte{next, 0, 1, 4, 0, 0, 0, 0}, b...) }
	for _, tc := range []struct {
		name string
		next uint8
		b    []byte
		want []byte
	}{
		{"none", IPProtoUDP, []byte{0, 53, 0, 53, 0, 8, 0, 0}, nil},
		{"type 0: the last", IPProtoRouting, routing(RoutingSource, 1, 2, 3), addr(3)},
		{"type 2", IPProtoRouting, routing(RoutingMobile, 1), addr(1)},
		{"segments: the first", IPProtoRouting, routing(RoutingSegment, 1, 2, 3), addr(1)},
		{"unknown type", IPProtoRouting, routing(3, 1), nil},
		{"no address", IPProtoRouting, routing(RoutingSource), nil},
		{"cut", IPProtoRouting, routing(RoutingSource, 1, 2)[:30], nil},
		{"behind hop-by-hop options", IPProtoHopByHop, before(IPProtoRouting, routing(RoutingSource, 1)), addr(1)},
		{"behind others", IPProtoHopByHop, before(IPProtoDestination, before(IPProtoRouting, routing(RoutingSource, 1))), addr(1)},
		{"in the first fragment", IPProtoFragment, append([]byte{IPProtoRouting, 0, 0, 1, 0, 0, 0, 7}, routing(RoutingSource, 1)...), addr(1)},
		{"in a later one", IPProtoFragment, append([]byte{IPProtoRouting, 0, 0, 9, 0, 0, 0, 7}, routing(RoutingSource, 1)...), nil},
	} {
		if got := FinalDestination(tc.next, tc.b); !bytes.Equal(got, tc.want) {
			t.Errorf("%s: %x, want %x", tc.name, got, tc.want)
		}
	}
}

func TestAHAndESP(t *testing.T) {
	var a AH
	a.Decode([]byte{IPProtoTCP, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2})
	if a.NextHeader != IPProtoTCP || a.HeaderLen() != 24 || a.SPI != 1 || a.Seq != 2 || a.Captured != AHLen {
		t.Errorf("decoded %+v", a)
	}
	var e ESP
	e.Decode([]byte{0, 0, 0, 1, 0, 0})
	if e.SPI != 1 || e.Seq != 0 || e.Captured != 6 {
		t.Errorf("decoded %+v", e)
	}
}

func TestMobility(t *testing.T) {
	var h Mobility
	h.Decode([]byte{59, 1, MobilityBU, 0, 0xab, 0xcd, 0, 1})
	if h.HeaderLen() != 16 || h.Type != MobilityBU || h.Checksum != 0xabcd || h.Captured != 6 {
		t.Errorf("decoded %+v", h)
	}
}

func TestGRE(t *testing.T) {
	var h GRE
	h.Decode([]byte{0x30, 0x81, 0x88, 0x0b})
	if h.Flags != GREKey|GRESequence|GREAck || h.Version != 1 || h.Protocol != EtherTypePPP || h.Captured != GRELen {
		t.Errorf("decoded %+v", h)
	}
}

func TestSCTP(t *testing.T) {
	var h SCTP
	h.Decode([]byte{0x03, 0xe8, 0x07, 0xd0, 0, 0, 0, 7, 1, 2, 3, 4, SCTPCookieAck, 0, 0, 4})
	if h.SrcPort != 1000 || h.DstPort != 2000 || h.Tag != 7 || h.Checksum != 0x01020304 || h.Captured != SCTPLen {
		t.Errorf("decoded %+v", h)
	}
	var c SCTPChunk
	c.Decode(h.Chunks)
	if c != (SCTPChunk{Type: SCTPCookieAck, Length: 4}) {
		t.Errorf("decoded %+v", c)
	}
}

func TestVRRP(t *testing.T) {
	var h VRRP
	h.Decode([]byte{0x21, 7, 100, 1, 1, 2, 0xab, 0xcd, 10, 0, 0, 1})
	if h.Version != 2 || h.Type != VRRPAdvertisement || h.RouterID != 7 || h.Priority != 100 || h.Count != 1 ||
		h.AuthType != 1 || h.Interval != 2 || h.Checksum != 0xabcd || len(h.Payload) != 4 {
		t.Errorf("decoded %+v", h)
	}
	h.Decode([]byte{0x31, 7, 100, 1, 0xf1, 2, 0, 0})
	if h.Version != 3 || h.AuthType != 0 || h.Interval != 258 {
		t.Errorf("decoded %+v", h)
	}
}
