package text

import "wiredump/dissect"

// ipv4 prints an IPv4 packet (RFC 791).
//
//	IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 28)
//	    1.2.3.4.80 > 5.6.7.8.81: UDP, length 0
func (p *printer) ipv4(b []byte, length int) {
	p.proto = "ip"
	version := p.u8(b, 0) >> 4
	switch {
	case version == 4:
		if !p.opt.Link {
			p.str("IP ")
		}
	case version == 6:
		p.str("IP6, wrong link-layer encapsulation")
		p.invalid()
		return
	default:
		p.str("IP")
		p.dec(uint64(version))
		p.invalid()
		return
	}
	if p.isCut() || !p.have(b, dissect.IPv4Len) {
		return
	}
	if length < dissect.IPv4Len {
		p.str("truncated-ip ")
		p.int(length)
		return
	}
	var h dissect.IPv4
	h.Decode(b)
	if h.HeaderLen < dissect.IPv4Len {
		p.str("bad-hlen ")
		p.int(h.HeaderLen)
		return
	}
	if length < h.TotalLen {
		p.missing("truncated-ip - ", h.TotalLen-length)
		p.byte(' ')
	}
	if h.TotalLen < h.HeaderLen {
		p.str("bad-len ")
		p.int(h.TotalLen)
		return
	}
	outer := p.ipContext
	p.ipContext = ipContext{
		ipLen: 4, ipNext: h.Protocol, ipTTL: h.TTL, ipHeader: limit(b, h.TotalLen),
		ipFragment: h.FragOffset > 0 || h.Flags&dissect.IPv4MoreFragments != 0,
	}
	copy(p.ipSrc[:], h.Src[:])
	copy(p.ipDst[:], h.Dst[:])
	p.ipFinal = p.ipDst
	p.ipv4Body(limit(b, h.TotalLen), &h)
	p.ipContext = outer
}

// missing prints how much of a packet that claims more than its carrier has
// room for is not there.
func (p *printer) missing(what string, n int) {
	p.style(styleProblem)
	p.str(what)
	p.int(n)
	p.str(" bytes missing!")
	p.plain()
}

// ipv4Body prints an IPv4 packet whose lengths agree.
func (p *printer) ipv4Body(b []byte, h *dissect.IPv4) {
	if p.opt.Verbose > 0 && !p.ipv4Header(b, h) {
		return
	}
	if h.FragOffset != 0 {
		// Only the first fragment has a header of what is carried.
		p.ipPair()
		p.str(": ")
		p.ipProtoName(h.Protocol)
		return
	}
	if !printsAddrs(h.Protocol) {
		p.ipPair()
		p.str(": ")
	}
	if len(b) < h.HeaderLen {
		p.str(" [remaining caplen(")
		p.int(len(b))
		p.str(") < header length(")
		p.int(h.HeaderLen)
		p.str(")]")
		p.cut()
		return
	}
	if route := ipSourceRoute(h.Options); route != nil {
		copy(p.ipFinal[:], route)
	}
	length := h.TotalLen - h.HeaderLen
	if !p.ipProtocol(h.Protocol, h.Payload, length) {
		p.ipUnknown(h.Protocol, length)
	}
}

// printsAddrs tells the transport protocols that print the addresses of the IP
// header together with their ports.
func printsAddrs(n uint8) bool {
	switch n {
	case dissect.IPProtoTCP, dissect.IPProtoUDP, dissect.IPProtoDCCP, dissect.IPProtoSCTP:
		return true
	}
	return false
}

// ipUnknown prints a protocol that has no printer.
func (p *printer) ipUnknown(n uint8, length int) {
	p.byte(' ')
	p.ipProtoName(n)
	p.byte(' ')
	p.int(length)
}

// ipv4Header prints the header's fields for -v. It returns false where that
// ends the packet.
func (p *printer) ipv4Header(b []byte, h *dissect.IPv4) bool {
	p.str("(tos ")
	p.hex0x(uint64(h.TOS), 1)
	switch h.TOS & 3 {
	case 1:
		p.str(",ECT(1)")
	case 2:
		p.str(",ECT(0)")
	case 3:
		p.str(",CE")
	}
	if h.TTL >= 1 {
		p.str(", ttl ")
		p.dec(uint64(h.TTL))
	}
	p.str(", id ")
	p.dec(uint64(h.ID))
	p.str(", offset ")
	p.int(h.FragOffset)
	p.str(", flags [")
	p.bitsOrNone(ipv4Flags, uint32(h.Flags), ", ")
	p.str("], proto ")
	p.tokName(ipProtocols, "unknown", uint32(h.Protocol))
	p.str(" (")
	p.dec(uint64(h.Protocol))
	p.str("), length ")
	p.int(h.TotalLen)
	whole := true
	if h.HeaderLen > dissect.IPv4Len {
		p.str(", options (")
		whole = p.ipv4Options(after(b, dissect.IPv4Len), h.HeaderLen-dissect.IPv4Len)
		if !whole {
			p.str(" [truncated-option]")
		}
		p.byte(')')
	}
	if !p.opt.NoChecksums && len(b) >= h.HeaderLen {
		if sum := dissect.Checksum(b[:h.HeaderLen]); sum != 0 {
			p.str(", ")
			p.style(styleProblem)
			p.str("bad cksum ")
			p.hexNum(uint64(h.Checksum), 0)
			p.str(" (->")
			p.hexNum(uint64(wantChecksum(h.Checksum, sum)), 0)
			p.str(")!")
			p.plain()
		}
	}
	if p.opt.OneLine {
		p.str(") ")
	} else {
		p.str(")\n    ")
	}
	if !whole {
		p.ipPair()
		p.str(": ")
		p.truncated()
	}
	return whole
}

// wantChecksum returns what a checksum field that holds is should hold,
// where sum is the checksum over the message with that field in place.
func wantChecksum(is, sum uint16) uint16 {
	want := uint32(is) + uint32(sum)
	return uint16(want>>16 + want&0xffff)
}

var ipv4Flags = []token{
	{dissect.IPv4MoreFragments, "+"},
	{dissect.IPv4DontFragment, "DF"},
	{dissect.IPv4Reserved, "rsvd"},
}

// ipProtocols names protocol and next-header numbers in the -v line.
var ipProtocols = []token{
	{0, "Options"}, {1, "ICMP"}, {2, "IGMP"}, {4, "IPIP"}, {6, "TCP"}, {8, "EGP"}, {9, "IGRP"}, {17, "UDP"},
	{33, "DCCP"}, {41, "IPv6"}, {43, "Routing"}, {44, "Fragment"}, {46, "RSVP"}, {47, "GRE"}, {50, "ESP"},
	{51, "AH"}, {55, "Mobile IP"}, {58, "ICMPv6"}, {62, "Mobile IP (old)"}, {88, "EIGRP"}, {89, "OSPF"},
	{103, "PIM"}, {108, "Compressed IP"}, {112, "VRRP"}, {113, "PGM"}, {132, "SCTP"}, {135, "Mobility"},
	{143, "Ethernet"},
}
