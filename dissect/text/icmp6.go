package text

import "wiredump/dissect"

// icmp6 prints an ICMPv6 message (RFC 4443). What carries it is in p.ipContext.
func (p *printer) icmp6(b []byte, length int) {
	p.proto = "icmp6"
	if length == 0 {
		p.str("ICMP6, length 0")
		p.invalid()
		return
	}
	if !p.need(b, 1) {
		return
	}
	if p.opt.Verbose > 0 && !p.ipFragment && len(b) >= length {
		p.icmp6Checksum(limit(b, length))
	}
	var h dissect.ICMP
	h.Decode(b)
	p.str("ICMP6, ")
	name, known := find(icmp6Types, uint32(h.Type))
	if known {
		p.str(name)
	} else {
		p.str("unknown icmp6 type (")
		p.dec(uint64(h.Type))
		p.byte(')')
	}
	verbose := p.opt.Verbose > 0
	if verbose {
		// These types tell their length before anything else, others not at
		// all.
		switch h.Type {
		case dissect.ICMPv6RouterSolicit, dissect.ICMPv6RouterAdvert, dissect.ICMPv6NeighborSolicit,
			dissect.ICMPv6NeighborAdvert, dissect.ICMPv6Redirect, dissect.ICMPv6HomeAgentReply, dissect.ICMPv6MobileAdvert:
			p.icmp6Length(length)
		}
	}
	if !p.need(b, 2) {
		return
	}
	switch h.Type {
	case dissect.ICMPv6Unreachable:
		if !p.icmp6Unreachable(&h, b) {
			return
		}
	case dissect.ICMPv6PacketTooBig:
		p.u32at(", mtu ", b, 4)
	case dissect.ICMPv6TimeExceeded:
		switch h.Code {
		case 0:
			if p.need(b, icmp6Quote+dissect.IPv6Len) {
				p.str(" for ")
				p.ip6At(b, icmp6Quote+24)
			}
		case 1:
			p.str(" (reassembly)")
		default:
			p.str(", unknown code (")
			p.dec(uint64(h.Code))
			p.byte(')')
		}
	case dissect.ICMPv6ParamProblem:
		if !p.have(b, icmp6Quote+dissect.IPv6Len) {
			return
		}
		if int(h.Code) < len(icmp6Problems) {
			p.str(icmp6Problems[h.Code])
			p.dec(uint64(h.Word()))
		} else {
			p.str(", code-#")
			p.dec(uint64(h.Code))
		}
	case dissect.ICMPv6Echo, dissect.ICMPv6EchoReply:
		p.need(b, 8)
		p.str(", id ")
		p.dec(uint64(h.ID()))
		p.str(", seq ")
		p.dec(uint64(h.Seq()))
	case dissect.ICMPv6ListenerQuery:
		switch {
		case length == mld1Len:
			p.mld1(b)
		case length >= mld2QueryLen:
			p.str(" v2")
			p.mld2Query(b, length)
		default:
			p.str(" unknown-version (len ")
			p.int(length)
			p.str(") ")
		}
	case dissect.ICMPv6ListenerReport, dissect.ICMPv6ListenerDone:
		p.mld1(b)
	case dissect.ICMPv6ListenerReport2:
		p.mld2Report(b, length)
	case dissect.ICMPv6RouterSolicit:
		if verbose {
			p.ndOptions(after(b, 8))
		}
	case dissect.ICMPv6RouterAdvert:
		if verbose {
			p.routerAdvert(b)
		}
	case dissect.ICMPv6NeighborSolicit:
		if p.need(b, dissect.NeighborLen) {
			p.str(", who has ")
			p.ip6At(b, 8)
			if verbose {
				p.ndOptions(b[dissect.NeighborLen:])
			}
		}
	case dissect.ICMPv6NeighborAdvert:
		if p.need(b, dissect.NeighborLen) {
			p.str(", tgt is ")
			p.ip6At(b, 8)
			if verbose {
				p.str(", Flags [")
				p.flags(ndFlags, uint32(b[4]))
				p.byte(']')
				p.ndOptions(b[dissect.NeighborLen:])
			}
		}
	case dissect.ICMPv6Redirect:
		if p.need(b, dissect.RedirectLen) {
			p.str(", ")
			p.ip6At(b, 24)
			p.str(" to ")
			p.ip6At(b, 8)
			if verbose {
				p.ndOptions(b[dissect.RedirectLen:])
			}
		}
	case dissect.ICMPv6RouterRenumber:
		p.routerRenumbering(b)
	case dissect.ICMPv6NodeInfoQuery:
		p.nodeInfoQuery(&h, b)
	case dissect.ICMPv6NodeInfoReply:
		p.nodeInfoReply(&h, b, length)
	case dissect.ICMPv6InverseSolicit, dissect.ICMPv6InverseAdvert:
	case dissect.ICMPv6HomeAgentQuery, dissect.ICMPv6MobileSolicit:
		if p.need(b, 6) {
			p.str(", id ")
			p.hex0x(uint64(p.u16(b, 4)), 4)
		}
	case dissect.ICMPv6HomeAgentReply:
		if verbose {
			p.homeAgents(b, length)
		}
	case dissect.ICMPv6MobileAdvert:
		if verbose {
			p.mobileAdvert(b)
		}
	case dissect.ICMPv6RPL:
		p.rpl(&h, b, length)
	default:
		p.icmp6Length(length)
		p.icmp6Dump(b)
		return
	}
	if !verbose {
		p.icmp6Length(length)
	}
}

// icmp6Quote is where a quoted packet begins in an error message.
const icmp6Quote = dissect.ICMPLongLen

// icmp6Length prints ", length 64".
func (p *printer) icmp6Length(length int) {
	p.str(", length ")
	p.int(length)
}

// icmp6Dump prints a message that nothing is known of.
func (p *printer) icmp6Dump(b []byte) {
	if p.opt.Verbose <= 1 {
		p.hexLines("\n\t", b)
	}
}

// icmp6Checksum prints whether the checksum of a whole message is right.
func (p *printer) icmp6Checksum(b []byte) {
	residue := dissect.Fold(dissect.Sum(p.pseudoSum(dissect.IPProtoICMPv6, len(b)), b))
	if residue == 0 {
		p.str("[icmp6 sum ok] ")
		return
	}
	field := p.u16(b, 2)
	p.style(styleProblem)
	p.str("[bad icmp6 cksum ")
	p.hex0x(uint64(field), 4)
	p.str(" -> ")
	p.hex0x(uint64(dissect.Expected(field, residue)), 4)
	p.str("!]")
	p.plain()
	p.byte(' ')
}

// u32at prints a label and the number at off.
func (p *printer) u32at(label string, b []byte, off int) {
	if p.need(b, off+4) {
		p.str(label)
		p.dec(uint64(p.u32(b, off)))
	}
}

// flags prints the words of all bits that are set, or "none".
func (p *printer) flags(table []token, v uint32) {
	p.bitsOrNone(table, v, ", ")
}

// icmp6Unreachable prints what cannot be reached. It returns false if nothing
// may follow.
func (p *printer) icmp6Unreachable(h *dissect.ICMP, b []byte) bool {
	const src, dst = icmp6Quote + 8, icmp6Quote + 24
	if int(h.Code) >= len(icmp6Unreachable) {
		p.str(", unknown unreach code (")
		p.dec(uint64(h.Code))
		p.byte(')')
		p.icmp6Dump(b)
		return false
	}
	p.str(icmp6Unreachable[h.Code])
	if h.Code == dissect.ICMPv6PortUnreachable {
		return p.icmp6Port(b)
	}
	if !p.need(b, icmp6Quote+dissect.IPv6Len) {
		return false
	}
	switch h.Code {
	case dissect.ICMPv6BeyondScope:
		p.byte(' ')
		p.ip6At(b, dst)
		p.str(", source address ")
		p.ip6At(b, src)
	default:
		p.byte(' ')
		p.ip6At(b, dst)
	}
	return true
}

// icmp6Port prints the port that nobody listens on, which is behind the
// extension headers of the quoted packet. It returns false if it is not there.
func (p *printer) icmp6Port(b []byte) bool {
	next, upper, ok := icmp6Upper(after(b, icmp6Quote))
	if !ok {
		p.truncated()
		return false
	}
	p.str(", ")
	p.ip6At(b, icmp6Quote+24)
	if next == dissect.IPProtoTCP {
		p.str(" tcp port ")
		p.tcpPort(p.u16(upper, 2))
	} else {
		p.str(" udp port ")
		p.udpPort(p.u16(upper, 2))
	}
	return true
}

// icmp6Upper finds the TCP or UDP header of a quoted packet.
func icmp6Upper(b []byte) (next uint8, upper []byte, ok bool) {
	if len(b) < dissect.IPv6Len {
		return 0, nil, false
	}
	next, upper = b[6], b[dissect.IPv6Len:]
	for len(upper) >= 4 {
		var n int
		switch next {
		case dissect.IPProtoTCP, dissect.IPProtoUDP:
			return next, upper, true
		case dissect.IPProtoHopByHop, dissect.IPProtoRouting, dissect.IPProtoDestination:
			n = (int(upper[1]) + 1) * 8
		case dissect.IPProtoFragment:
			n = 8
			if upper[2] != 0 || upper[3]&0xf8 != 0 {
				return 0, nil, false
			}
		case dissect.IPProtoAH:
			n = (int(upper[1]) + 2) * 4
		default:
			return 0, nil, false
		}
		next, upper = upper[0], after(upper, n)
	}
	return 0, nil, false
}

// homeAgents prints a home agent address discovery reply (RFC 6275 section
// 6.6).
func (p *printer) homeAgents(b []byte, length int) {
	if !p.need(b, 6) {
		return
	}
	p.str(", id ")
	p.hex0x(uint64(p.u16(b, 4)), 4)
	for at := 8; at < length && p.need(b, at+16); at += 16 {
		p.str(", ")
		p.ip6At(b, at)
	}
}

// mobileAdvert prints a mobile prefix advertisement (RFC 6275 section 6.8).
func (p *printer) mobileAdvert(b []byte) {
	if !p.need(b, 6) {
		return
	}
	p.str(", id ")
	p.hex0x(uint64(p.u16(b, 4)), 4)
	if !p.need(b, 8) {
		return
	}
	if f := b[6]; f&0xc0 != 0 {
		p.byte(' ')
		p.bits(mobileFlags, uint32(f), "")
	}
	p.ndOptions(b[8:])
}

var icmp6Types = []token{
	{dissect.ICMPv6Unreachable, "destination unreachable"},
	{dissect.ICMPv6PacketTooBig, "packet too big"},
	{dissect.ICMPv6TimeExceeded, "time exceeded in-transit"},
	{dissect.ICMPv6ParamProblem, "parameter problem"},
	{dissect.ICMPv6Echo, "echo request"},
	{dissect.ICMPv6EchoReply, "echo reply"},
	{dissect.ICMPv6ListenerQuery, "multicast listener query"},
	{dissect.ICMPv6ListenerReport, "multicast listener report"},
	{dissect.ICMPv6ListenerDone, "multicast listener done"},
	{dissect.ICMPv6RouterSolicit, "router solicitation"},
	{dissect.ICMPv6RouterAdvert, "router advertisement"},
	{dissect.ICMPv6NeighborSolicit, "neighbor solicitation"},
	{dissect.ICMPv6NeighborAdvert, "neighbor advertisement"},
	{dissect.ICMPv6Redirect, "redirect"},
	{dissect.ICMPv6RouterRenumber, "router renumbering"},
	{dissect.ICMPv6NodeInfoQuery, "who-are-you request"},
	{dissect.ICMPv6NodeInfoReply, "who-are-you reply"},
	{dissect.ICMPv6InverseSolicit, "inverse neighbor solicitation"},
	{dissect.ICMPv6InverseAdvert, "inverse neighbor advertisement"},
	{dissect.ICMPv6ListenerReport2, "multicast listener report v2"},
	{dissect.ICMPv6HomeAgentQuery, "ha discovery request"},
	{dissect.ICMPv6HomeAgentReply, "ha discovery reply"},
	{dissect.ICMPv6MobileSolicit, "mobile router solicitation"},
	{dissect.ICMPv6MobileAdvert, "mobile router advertisement"},
	{dissect.ICMPv6RPL, "RPL"},
	{200, "mtrace response"},
	{201, "mtrace message"},
}

var icmp6Unreachable = [...]string{
	dissect.ICMPv6NoRoute:            ", unreachable route",
	dissect.ICMPv6Prohibited:         ",  unreachable prohibited",
	dissect.ICMPv6BeyondScope:        ", beyond scope",
	dissect.ICMPv6AddressUnreachable: ", unreachable address",
	dissect.ICMPv6PortUnreachable:    ", unreachable port",
}

var icmp6Problems = [...]string{
	", erroneous - octet ",
	", next header - octet ",
	", option - octet ",
	", incomplete header chain - octet ",
}

var ndFlags = []token{
	{dissect.NDRouter, "router"},
	{dissect.NDSolicited, "solicited"},
	{dissect.NDOverride, "override"},
}

var mobileFlags = []token{{0x80, "M"}, {0x40, "O"}}
