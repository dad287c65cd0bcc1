package dissect

import (
	"bytes"
	"encoding/binary"
	"testing"
)

func TestEthernet(t *testing.T) {
	b := []byte{
		2, 0, 0, 0, 0, 1, // destination
		2, 0, 0, 0, 0, 2, // source
		0x81, 0, // Ethertype
		0xf0, 7, 0x08, 0, // priority 7, DEI, VID 7, IPv4
		'x',
	}
	var h Ethernet
	h.Decode(b)
	if h.Dst != [6]byte{2, 0, 0, 0, 0, 1} || h.Src != [6]byte{2, 0, 0, 0, 0, 2} || h.Type != EtherTypeVLAN || h.Captured != EthernetLen {
		t.Errorf("decoded %+v", h)
	}
	var v VLAN
	v.Decode(h.Payload)
	if v.Priority != 7 || !v.DropEligible || v.ID != 7 || v.Type != EtherTypeIPv4 || v.Captured != VLANLen || string(v.Payload) != "x" {
		t.Errorf("decoded %+v", v)
	}
	h.Decode(b[:9])
	if h.Dst != [6]byte{2, 0, 0, 0, 0, 1} || h.Src != [6]byte{} || h.Captured != 9 || len(h.Payload) != 0 {
		t.Errorf("decoded the first 9 bytes to %+v", h)
	}
}

func TestNull(t *testing.T) {
	var h Null
	h.Decode([]byte{2, 0, 0, 0, 'x'}) // of a little-endian host
	if h.Family != FamilyInet || h.Captured != NullLen || string(h.Payload) != "x" {
		t.Errorf("decoded %+v", h)
	}
	h.Decode([]byte{0, 0, 0, 30}) // of a big-endian one
	if h.Family != FamilyInet6Darwin {
		t.Errorf("decoded %+v", h)
	}
	h.Decode([]byte{2, 0})
	if h.Family != 0 || h.Captured != 2 {
		t.Errorf("decoded 2 bytes to %+v", h)
	}
}

func TestLinuxSLL(t *testing.T) {
	v1 := []byte{
		0, 4, // out
		0, 1, // Ethernet
		0, 6, // length of the address
		1, 2, 3, 4, 5, 6, 0, 0, // address
		0x86, 0xdd, // IPv6
		'x',
	}
	want := LinuxSLL{
		PacketType: SLLOutgoing, ARPHRD: 1, AddrLen: 6, Addr: [8]byte{1, 2, 3, 4, 5, 6},
		Protocol: EtherTypeIPv6, Captured: LinuxSLLLen,
	}
	var h LinuxSLL
	h.DecodeV1(v1)
	if string(h.Payload) != "x" {
		t.Errorf("payload %q", h.Payload)
	}
	h.Payload = nil
	if !equalSLL(&h, &want) {
		t.Errorf("decoded %+v, want %+v", h, want)
	}
	v2 := []byte{
		0x86, 0xdd, 0, 0, // IPv6, reserved
		0, 0, 1, 2, // interface
		0, 1, 4, 6, // Ethernet, out, length of the address
		1, 2, 3, 4, 5, 6, 0, 0, // address
		'x',
	}
	want.Interface, want.Captured = 258, LinuxSLL2Len
	h.DecodeV2(v2)
	if string(h.Payload) != "x" {
		t.Errorf("payload %q", h.Payload)
	}
	h.Payload = nil
	if !equalSLL(&h, &want) {
		t.Errorf("decoded %+v, want %+v", h, want)
	}
}

func equalSLL(a, b *LinuxSLL) bool {
	return a.PacketType == b.PacketType && a.ARPHRD == b.ARPHRD && a.AddrLen == b.AddrLen && a.Addr == b.Addr &&
		a.Protocol == b.Protocol && a.Interface == b.Interface && a.Captured == b.Captured
}

func TestARP(t *testing.T) {
	b := []byte{
		0, 1, 0x08, 0, // Ethernet, IPv4
		6, 4, 0, 2, // lengths, reply
		2, 0, 0, 0, 0, 1, 192, 0, 2, 1, // sender
		2, 0, 0, 0, 0, 2, 192, 0, 2, 2, // target
		0, 0, // padding
	}
	var h ARP
	h.Decode(b)
	if h.Hardware != ARPEthernet || h.Protocol != EtherTypeIPv4 || h.Op != ARPReply || h.Len() != 28 || h.Captured != 28 ||
		!bytes.Equal(h.SrcProtocol, b[14:18]) || !bytes.Equal(h.DstHardware, b[18:24]) || !bytes.Equal(h.DstProtocol, b[24:28]) {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:20])
	if h.Len() != 28 || h.Captured != 20 || len(h.SrcHardware) != 6 || len(h.DstHardware) != 0 || len(h.DstProtocol) != 0 {
		t.Errorf("decoded the first 20 bytes to %+v", h)
	}
}

func TestATMARP(t *testing.T) {
	b := []byte{
		0, 19, 0x08, 0, // ATM, IPv4
		0x42, 1, 0, 1, // E.164 number of 2 bytes, subaddress of 1; request
		4, 0, 0, 4, // protocol address; no target number; protocol address
		1, 2, 3, 192, 0, 2, 1, // sender
		192, 0, 2, 2, // target
	}
	var h ATMARP
	h.Decode(b)
	if h.Op != ARPRequest || h.Len() != len(b) || h.Captured != len(b) || !bytes.Equal(h.SrcNumber, []byte{1, 2}) ||
		!bytes.Equal(h.SrcSub, []byte{3}) || h.DstNumberLen != 0 || !bytes.Equal(h.DstProto, b[19:]) {
		t.Errorf("decoded %+v", h)
	}
}

func TestLLC(t *testing.T) {
	var h LLC
	h.Decode([]byte{0xab, 0xaa, 0x03, 0, 0, 0x0c, 0x20, 0, 'x'}) // group, SNAP, unnumbered information
	if !h.Group() || h.Response() || h.PollFinal() || h.Format != LLCUnnumbered || h.HeaderLen != 3 || h.Captured != 3 {
		t.Errorf("decoded %+v", h)
	}
	var s SNAP
	s.Decode(h.Payload)
	if s.OUI != OUICisco || s.PID != 0x2000 || s.Captured != SNAPLen || string(s.Payload) != "x" {
		t.Errorf("decoded %+v", s)
	}
	h.Decode([]byte{0xf0, 0xf1, 0x01, 0x03}) // response, receiver ready, final
	if h.Group() || !h.Response() || !h.PollFinal() || h.Format != LLCSupervisory || h.HeaderLen != 4 || h.Control != 0x301 {
		t.Errorf("decoded %+v", h)
	}
	h.Decode([]byte{0xf0, 0xf0, 0x02}) // information, cut
	if h.Format != LLCInformation || h.HeaderLen != 4 || h.Captured != 3 {
		t.Errorf("decoded %+v", h)
	}
}

func TestSTP(t *testing.T) {
	b := []byte{
		0, 0, 2, 2, 0x3c, // rapid, designated, learning, forwarding
		0x80, 1, 0, 1, 2, 3, 4, 5, // root
		0, 0, 0, 19, // cost
		0x90, 2, 6, 7, 8, 9, 10, 11, // bridge
		0x80, 3, 1, 0, 20, 0, 2, 0, 15, 0, // port, times
		0,
	}
	var h STP
	h.Decode(b)
	if h.Version != STPVersionRapid || h.Type != BPDURapid || h.PortRole() != 3 || h.PathCost != 19 ||
		h.Root != (BridgeID{0x8001, [6]byte{0, 1, 2, 3, 4, 5}}) || h.Bridge != (BridgeID{0x9002, [6]byte{6, 7, 8, 9, 10, 11}}) ||
		h.PortID != 0x8003 || h.MessageAge != 256 || h.ForwardDelay != 15*256 || h.Captured != STPLen {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:12])
	if h.Root != (BridgeID{Priority: 0x8001}) || h.PathCost != 0 || h.Captured != 12 {
		t.Errorf("decoded the first 12 bytes to %+v", h)
	}
}

func TestPPP(t *testing.T) {
	for _, tc := range []struct {
		name  string
		b     []byte
		proto uint16
		n     int
	}{
		{"all", []byte{0xff, 0x03, 0xc0, 0x21}, PPPLCP, 4},
		{"short protocol", []byte{0xff, 0x03, 0x21, 'x'}, PPPIPv4, 3},
		{"no address", []byte{0x00, 0x57}, PPPIPv6, 2},
		{"neither", []byte{0x21, 'x'}, PPPIPv4, 1},
		{"cut", []byte{0xff, 0x03, 0xc0}, 0xc000, 4},
	} {
		var h PPP
		h.Decode(tc.b)
		if h.Protocol != tc.proto || h.HeaderLen != tc.n || h.Captured != min(tc.n, len(tc.b)) {
			t.Errorf("%s: decoded %+v", tc.name, h)
		}
	}
	var c PPPControl
	c.Decode([]byte{9, 7, 0, 8, 1, 2, 3, 4})
	if c.Code != PPPEchoReq || c.ID != 7 || c.Length != 8 || len(c.Payload) != 4 {
		t.Errorf("decoded %+v", c)
	}
}

func TestPPPoE(t *testing.T) {
	var h PPPoE
	h.Decode([]byte{0x11, 0, 0, 7, 0, 3, 0, 0x21, 'x'})
	if h.Version != 1 || h.Type != 1 || h.Code != PPPoESession || h.Session != 7 || h.Length != 3 || len(h.Payload) != 3 {
		t.Errorf("decoded %+v", h)
	}
}

func TestMPLS(t *testing.T) {
	var h MPLS
	h.Decode([]byte{0x12, 0x34, 0x5b, 64})
	if h.Label != 0x12345 || h.Class != 5 || !h.Bottom || h.TTL != 64 || h.Captured != MPLSLen {
		t.Errorf("decoded %+v", h)
	}
}

// FuzzHeaders decodes bytes with every decoder of a header of fixed shape: none
// panics, claims to have read more than there is, or reads behind the end.
func FuzzHeaders(f *testing.F) {
	f.Add([]byte{0x45, 0, 0, 28, 0, 1, 0, 0, 64, 17, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 53, 0, 53, 0, 8, 0, 0})
	f.Add([]byte{0x60, 0, 0, 0, 0, 0, 44, 64})
	f.Add([]byte{0, 1, 0x08, 0, 6, 4, 0, 2, 2, 0, 0, 0, 0, 1, 192, 0, 2, 1})
	f.Add([]byte{43, 2, 4, 1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	f.Fuzz(func(t *testing.T, b []byte) {
		whole := append(bytes.Clone(b), 0xa5, 0x5a, 0xa5, 0x5a)[:len(b)]
		exact := append(make([]byte, 0, len(b)), b...)
		var one, two headers
		one.decode(whole)
		two.decode(exact)
		for i, n := range one.captured() {
			if n < 0 || n > len(b) {
				t.Errorf("decoder %d captured %d of %d bytes", i, n, len(b))
			}
		}
		if !bytes.Equal(one.sum(), two.sum()) {
			t.Errorf("what is behind the end shows: %+v, %+v", one, two)
		}
		if final := FinalDestination(uint8(len(b)), b); final != nil && len(final) != 16 {
			t.Errorf("final destination %x", final)
		}
	})
}

// headers holds one of each header of fixed shape.
type headers struct {
	ether Ethernet
	vlan  VLAN
	null  Null
	sll   LinuxSLL
	sll2  LinuxSLL
	arp   ARP
	atm   ATMARP
	llc   LLC
	snap  SNAP
	stp   STP
	ppp   PPP
	pppoe PPPoE
	mpls  MPLS
	ip4   IPv4
	ip6   IPv6
	frag  FragmentHeader
	route RoutingHeader
	ah    AH
	esp   ESP
	mob   Mobility
	gre   GRE
	sctp  SCTP
	vrrp  VRRP
}

func (h *headers) decode(b []byte) {
	h.ether.Decode(b)
	h.vlan.Decode(b)
	h.null.Decode(b)
	h.sll.DecodeV1(b)
	h.sll2.DecodeV2(b)
	h.arp.Decode(b)
	h.atm.Decode(b)
	h.llc.Decode(b)
	h.snap.Decode(b)
	h.stp.Decode(b)
	h.ppp.Decode(b)
	h.pppoe.Decode(b)
	h.mpls.Decode(b)
	h.ip4.Decode(b)
	h.ip6.Decode(b)
	h.frag.Decode(b)
	h.route.Decode(b)
	h.ah.Decode(b)
	h.esp.Decode(b)
	h.mob.Decode(b)
	h.gre.Decode(b)
	h.sctp.Decode(b)
	h.vrrp.Decode(b)
}

func (h *headers) captured() []int {
	return []int{
		h.ether.Captured, h.vlan.Captured, h.null.Captured, h.sll.Captured, h.sll2.Captured, h.arp.Captured,
		h.atm.Captured, h.llc.Captured, h.snap.Captured, h.stp.Captured, h.ppp.Captured, h.pppoe.Captured,
		h.mpls.Captured, h.ip4.Captured, h.ip6.Captured, h.frag.Captured, h.route.Captured, h.ah.Captured,
		h.esp.Captured, h.mob.Captured, h.gre.Captured, h.sctp.Captured, h.vrrp.Captured,
	}
}

// sum returns the variable parts and some of the values, to compare.
func (h *headers) sum() []byte {
	var b []byte
	for _, s := range [][]byte{
		h.ether.Payload, h.vlan.Payload, h.null.Payload, h.sll.Payload, h.sll2.Payload, h.arp.SrcHardware,
		h.arp.DstProtocol, h.atm.DstProto, h.llc.Payload, h.snap.Payload, h.ppp.Payload, h.pppoe.Payload,
		h.ip4.Options, h.ip4.Payload, h.ip6.Payload, h.route.Addrs, h.route.Final(), h.sctp.Chunks, h.vrrp.Payload,
	} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	}
	for _, v := range []uint32{
		uint32(h.ether.Type), uint32(h.vlan.ID), h.null.Family, h.sll2.Interface, h.snap.OUI, h.stp.PathCost,
		uint32(h.ppp.Protocol), h.mpls.Label, h.ip6.FlowLabel, h.frag.ID, h.ah.SPI, h.esp.Seq, uint32(h.mob.Checksum),
		uint32(h.gre.Flags), h.sctp.Tag, uint32(h.vrrp.Interval),
	} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}
