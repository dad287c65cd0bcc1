package dissect

import (
	"encoding/binary"
	"net/netip"

	"wiredump/capture/packet"
)

// MaxNesting bounds how many headers are followed into one packet, whatever
// they are: tags, tunnels, extension headers.
const MaxNesting = 32

// A Frame is the stack of headers of a packet down to the transport layer,
// for those who want values and not a walk: handshakes, scan verdicts. It is
// owned by the caller and decoded into again and again.
type Frame struct {
	// Link is what the packet began with; Ethernet is valid iff it is
	// ProtoEthernet, SLL iff it is ProtoLinuxSLL or ProtoLinuxSLL2.
	Link     Protocol
	Ethernet Ethernet
	SLL      LinuxSLL
	// VLANs are the IDs of the tags, outermost first; VLANCount says how many.
	VLANs     [4]uint16
	VLANCount int
	// Network is ProtoIPv4, ProtoIPv6, ProtoARP or NoProtocol, and says which
	// of the headers is valid.
	Network Protocol
	IPv4    IPv4
	IPv6    IPv6
	// Transport is what the packet carries behind all extension headers:
	// ProtoTCP, ProtoUDP, ProtoICMP, ProtoICMPv6, or NoProtocol where it is
	// something else, a later fragment, or cut before its first byte. TCP and
	// UDP are valid iff it says so.
	Transport Protocol
	TCP       TCP
	UDP       UDP
	// Body is the captured transport header and what follows; for ProtoARP the
	// ARP packet.
	Body []byte
	// BodyLen is the length in bytes that the IP header claims for Body on the
	// wire; at least len(Body).
	BodyLen int
}

// Decode fills f from a packet.
func (f *Frame) Decode(p *packet.Packet) { f.DecodeBytes(p.LinkType, p.Data) }

// DecodeBytes fills f from the bytes of a packet of the given link type.
func (f *Frame) DecodeBytes(t packet.LinkType, b []byte) {
	f.VLANCount = 0
	f.Network, f.Transport, f.Body, f.BodyLen = NoProtocol, NoProtocol, nil, 0
	f.Link = ForLinkType(t)
	switch f.Link {
	case ProtoEthernet:
		f.Ethernet.Decode(b)
		f.etherType(f.Ethernet.Type, f.Ethernet.Payload)
	case ProtoLinuxSLL:
		f.SLL.DecodeV1(b)
		f.etherType(f.SLL.Protocol, f.SLL.Payload)
	case ProtoLinuxSLL2:
		f.SLL.DecodeV2(b)
		f.etherType(f.SLL.Protocol, f.SLL.Payload)
	case ProtoNull, ProtoLoop:
		if len(b) > 4 {
			f.ip(b[4:])
		}
	case ProtoRaw:
		f.ip(b)
	}
}

func (f *Frame) etherType(t uint16, b []byte) {
	for ForEtherType(t) == ProtoVLAN {
		var v VLAN
		v.Decode(b)
		if v.Captured < VLANLen {
			return
		}
		if f.VLANCount < len(f.VLANs) {
			f.VLANs[f.VLANCount] = v.ID
			f.VLANCount++
		}
		t, b = v.Type, v.Payload
	}
	switch ForEtherType(t) {
	case ProtoIPv4:
		f.ipv4(b)
	case ProtoIPv6:
		f.ipv6(b)
	case ProtoARP:
		f.Network, f.Body, f.BodyLen = ProtoARP, b, len(b)
	}
}

// ip goes by the version nibble, for links that tell no protocol.
func (f *Frame) ip(b []byte) {
	if len(b) == 0 {
		return
	}
	switch b[0] >> 4 {
	case 4:
		f.ipv4(b)
	case 6:
		f.ipv6(b)
	}
}

func (f *Frame) ipv4(b []byte) {
	h := &f.IPv4
	h.Decode(b)
	if h.Captured < IPv4Len || h.Version != 4 || h.HeaderLen < IPv4Len {
		return
	}
	f.Network = ProtoIPv4
	f.Body = h.Payload
	f.BodyLen = max(h.TotalLen-h.HeaderLen, len(h.Payload))
	if h.FragOffset == 0 {
		f.transport(h.Protocol)
	}
}

func (f *Frame) ipv6(b []byte) {
	h := &f.IPv6
	h.Decode(b)
	if h.Captured < IPv6Len || h.Version != 6 {
		return
	}
	f.Network = ProtoIPv6
	next, body, first := SkipExtensions(h.NextHeader, h.Payload)
	f.Body = body
	f.BodyLen = max(h.PayloadLen-(len(h.Payload)-len(body)), len(body))
	if first {
		f.transport(next)
	}
}

func (f *Frame) transport(n uint8) {
	if len(f.Body) == 0 {
		return
	}
	switch p := ForIPProtocol(n); p {
	case ProtoTCP:
		f.TCP.Decode(f.Body)
		f.Transport = p
	case ProtoUDP:
		f.UDP.Decode(f.Body)
		f.Transport = p
	case ProtoICMP, ProtoICMPv6:
		f.Transport = p
	}
}

// Src returns the network-layer source address; invalid unless Network is IP.
func (f *Frame) Src() netip.Addr {
	switch f.Network {
	case ProtoIPv4:
		return f.IPv4.SrcAddr()
	case ProtoIPv6:
		return f.IPv6.SrcAddr()
	}
	return netip.Addr{}
}

// Dst returns the network-layer destination address; invalid unless Network is
// IP.
func (f *Frame) Dst() netip.Addr {
	switch f.Network {
	case ProtoIPv4:
		return f.IPv4.DstAddr()
	case ProtoIPv6:
		return f.IPv6.DstAddr()
	}
	return netip.Addr{}
}

// SkipExtensions steps over IPv6 extension headers (RFC 8200 section 4) and
// the authentication header (RFC 4302). It returns the number of the upper
// protocol and its captured bytes; first is false in a later fragment, which
// holds no upper header, and where the headers were cut.
func SkipExtensions(next uint8, b []byte) (upper uint8, body []byte, first bool) {
	for range MaxNesting {
		var n int
		switch next {
		case IPProtoHopByHop, IPProtoRouting, IPProtoDestination, IPProtoMobility:
			if len(b) < 8 {
				return next, b, false
			}
			n = (int(b[1]) + 1) * 8
		case IPProtoFragment:
			if len(b) < 8 {
				return next, b, false
			}
			n = 8
			if binary.BigEndian.Uint16(b[2:])&0xfff8 != 0 {
				return b[0], b[n:], false
			}
		case IPProtoAH:
			if len(b) < 8 {
				return next, b, false
			}
			n = (int(b[1]) + 2) * 4
		default:
			return next, b, true
		}
		if len(b) < n {
			return next, b, false
		}
		next, b = b[0], b[n:]
	}
	return next, b, false
}
