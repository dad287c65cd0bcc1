package inject

import (
	"encoding/binary"
	"net/netip"

	"wiredump/dissect"
)

// An answer is what a packet says about a probe, once its cookie has been
// found right.
type answer struct {
	dst     addr128 // whom the probe was sent to
	port    uint16
	srcPort uint16
	state   State
	reason  Reason
	ttl     uint8
	from    netip.Addr // who sent an ICMP error, if not dst
}

// A judge recognizes answers. It does not change and may be used by several
// goroutines.
type judge struct {
	key      cookie
	basePort uint16 // source ports are basePort to basePort+tries-1
	tries    uint16
}

// judge returns what the packet in f says; ok is false if it answers no probe.
func (j *judge) judge(f *dissect.Frame) (a answer, ok bool) {
	switch f.Transport {
	case dissect.ProtoTCP:
		return j.tcp(f)
	case dissect.ProtoICMP:
		return j.icmp(f)
	case dissect.ProtoICMPv6:
		return j.icmp6(f)
	}
	return answer{}, false
}

// genuine reports whether seq is the sequence number of the probe.
func (j *judge) genuine(src, dst addr128, srcPort, dstPort uint16, seq uint32) bool {
	return srcPort-j.basePort < j.tries && seq == uint32(j.key.from(src).seq(dst, srcPort, dstPort))
}

// tcp judges SYN-ACK and RST; both have to acknowledge the cookie (RFC 9293
// section 3.10.7.1 has a RST answer a SYN with ACK set and SEG.SEQ+1).
func (j *judge) tcp(f *dissect.Frame) (a answer, ok bool) {
	h := &f.TCP
	if h.Captured < dissect.TCPLen || h.Flags&dissect.FlagACK == 0 {
		return a, false
	}
	switch h.Flags & (dissect.FlagSYN | dissect.FlagRST | dissect.FlagFIN) {
	case dissect.FlagSYN:
		a.state, a.reason = Open, SynAck
	case dissect.FlagRST:
		a.state, a.reason = Closed, Reset
	default:
		return a, false
	}
	src := toAddr128(f.Dst())
	a.dst, a.port, a.srcPort, a.ttl = toAddr128(f.Src()), h.SrcPort, h.DstPort, ttl(f)
	return a, j.genuine(src, a.dst, a.srcPort, a.port, h.Ack-1)
}

func (j *judge) icmp(f *dissect.Frame) (a answer, ok bool) {
	var m dissect.ICMP
	m.Decode(f.Body)
	if a.reason = icmpReason(m.Type, m.Code); a.reason == 0 || m.Captured < dissect.ICMPLongLen {
		return a, false
	}
	var h dissect.IPv4
	h.Decode(m.Payload)
	if h.Captured < dissect.IPv4Len || h.Version != 4 || h.Protocol != dissect.IPProtoTCP || h.FragOffset != 0 {
		return a, false
	}
	return j.quoted(a, f, h.SrcAddr(), h.DstAddr(), h.Payload)
}

func (j *judge) icmp6(f *dissect.Frame) (a answer, ok bool) {
	var m dissect.ICMP
	m.Decode(f.Body)
	if a.reason = icmp6Reason(m.Type, m.Code); a.reason == 0 || m.Captured < dissect.ICMPLongLen {
		return a, false
	}
	var h dissect.IPv6
	h.Decode(m.Payload)
	if h.Captured < dissect.IPv6Len || h.Version != 6 || h.NextHeader != dissect.IPProtoTCP {
		return a, false
	}
	return j.quoted(a, f, h.SrcAddr(), h.DstAddr(), h.Payload)
}

// quoted judges by the beginning of a probe's TCP header, of which an ICMP
// error repeats at least 8 bytes: the ports and the sequence number.
func (j *judge) quoted(a answer, f *dissect.Frame, src, dst netip.Addr, tcp []byte) (answer, bool) {
	if len(tcp) < 8 {
		return a, false
	}
	a.state = Filtered
	a.srcPort = binary.BigEndian.Uint16(tcp)
	a.port = binary.BigEndian.Uint16(tcp[2:])
	a.dst, a.ttl = toAddr128(dst), ttl(f)
	if from := f.Src(); from != dst {
		a.from = from
	}
	return a, j.genuine(toAddr128(src), a.dst, a.srcPort, a.port, binary.BigEndian.Uint32(tcp[4:]))
}

func ttl(f *dissect.Frame) uint8 {
	if f.Network == dissect.ProtoIPv4 {
		return f.IPv4.TTL
	}
	return f.IPv6.HopLimit
}

// icmpReason returns what an ICMP error says (RFC 792, RFC 1812 section
// 5.2.7.1); 0 if it says nothing about the port.
func icmpReason(typ, code uint8) Reason {
	switch typ {
	case dissect.ICMPUnreachable:
		switch code {
		case dissect.ICMPNetUnreachable:
			return NetUnreach
		case dissect.ICMPHostUnreachable:
			return HostUnreach
		case dissect.ICMPProtocolUnreachable:
			return ProtoUnreach
		case dissect.ICMPPortUnreachable:
			return PortUnreach
		case dissect.ICMPNetProhibited:
			return NetProhibited
		case dissect.ICMPHostProhibited:
			return HostProhibited
		case dissect.ICMPFiltered:
			return AdminProhibited
		}
		return DestUnreach
	case dissect.ICMPTimeExceeded:
		return TimeExceeded
	case dissect.ICMPParamProblem:
		return ParameterProblem
	}
	return 0
}

// Codes of ICMPv6 destination unreachable beyond those that dissect names (RFC
// 4443 section 3.1).
const (
	icmp6SourcePolicy = 5
	icmp6RejectRoute  = 6
)

// icmp6Reason is the same for ICMPv6 (RFC 4443 section 3).
func icmp6Reason(typ, code uint8) Reason {
	switch typ {
	case dissect.ICMPv6Unreachable:
		switch code {
		case dissect.ICMPv6NoRoute:
			return NoRoute
		case dissect.ICMPv6Prohibited, icmp6SourcePolicy:
			return AdminProhibited
		case dissect.ICMPv6BeyondScope:
			return BeyondScope
		case dissect.ICMPv6AddressUnreachable:
			return HostUnreach
		case dissect.ICMPv6PortUnreachable:
			return PortUnreach
		case icmp6RejectRoute:
			return RejectRoute
		}
		return DestUnreach
	case dissect.ICMPv6PacketTooBig:
		return PacketTooBig
	case dissect.ICMPv6TimeExceeded:
		return TimeExceeded
	case dissect.ICMPv6ParamProblem:
		return ParameterProblem
	}
	return 0
}
