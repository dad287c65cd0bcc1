package text

import "wiredump/dissect"

// icmp prints an ICMP message (RFC 792). What carries it is in p.ipContext.
func (p *printer) icmp(b []byte, length int) {
	p.proto = "icmp"
	var h dissect.ICMP
	h.Decode(b)

	// The line is all or nothing: where it is cut, "ICMP" goes as well.
	if p.isCut() {
		return
	}
	start := len(p.out)
	p.str("ICMP ")
	message := len(p.out)
	p.icmpMessage(&h, b)
	if len(p.out) > message+icmpMost {
		p.shorten(message + icmpMost)
	}
	p.str(", length ")
	p.int(length)
	if p.isCut() {
		p.shorten(start)
		p.cutAt = -1
		if icmpGoesOn(&h, b) {
			p.truncated()
		} else {
			p.cut()
		}
		return
	}

	if p.opt.Verbose > 0 && !p.ipFragment && len(b) >= length {
		p.icmpChecksum(limit(b, length))
	}
	if p.opt.Verbose > 0 && h.Quotes() {
		p.icmpQuote(after(b, dissect.ICMPLongLen))
		if p.isCut() {
			return
		}
		p.proto = "icmp"
	}
	if p.opt.Verbose > 0 && length > icmpExtensionAt {
		switch h.Type {
		case dissect.ICMPUnreachable, dissect.ICMPTimeExceeded, dissect.ICMPParamProblem:
			p.icmpExtensions(b, length)
		}
	}
}

// icmpMost is how much is printed of what a message says, in bytes, which only
// long lists of routers (and long host names) exceed: quirk icmp-long.
const icmpMost = 163

// icmpGoesOn reports whether who printed a message that is cut goes on behind
// it. That depends on the type: quirk icmp-cut.
func icmpGoesOn(h *dissect.ICMP, b []byte) bool {
	if len(b) < 2 {
		return false
	}
	switch h.Type {
	case dissect.ICMPRouterAdvert, dissect.ICMPTimestampReply, dissect.ICMPTimeExceeded:
		return true
	case dissect.ICMPUnreachable:
		return h.Code == dissect.ICMPPortUnreachable && len(b) < dissect.ICMPLongLen+10
	}
	return false
}

// icmpChecksum says so if the checksum of a whole message is wrong.
func (p *printer) icmpChecksum(b []byte) {
	residue := dissect.Checksum(b)
	if residue == 0 {
		return
	}
	field := p.u16(b, 2)
	p.byte(' ')
	p.style(styleProblem)
	p.str("(wrong icmp cksum ")
	p.hexNum(uint64(field), 0)
	p.str(" (->")
	p.hexNum(uint64(dissect.Expected(field, residue)), 0)
	p.str(")!)")
	p.plain()
}

// icmpQuote prints the packet that the message is about, on lines of its own.
func (p *printer) icmpQuote(b []byte) {
	p.newline("\t")
	total := int(p.u16(b, 2))
	if !p.need(limit(b, total), 4) {
		return
	}
	p.print(dissect.ProtoIPv4, limit(b, total), total)
}

// icmpMessage prints what the message says, but not what it quotes.
func (p *printer) icmpMessage(h *dissect.ICMP, b []byte) {
	p.need(b, 2)
	if s, ok := find(icmpPlain, uint32(h.Type)); ok {
		p.str(s)
		return
	}
	switch h.Type {
	case dissect.ICMPEcho, dissect.ICMPEchoReply:
		p.str("echo ")
		if h.Type == dissect.ICMPEcho {
			p.str("request, id ")
		} else {
			p.str("reply, id ")
		}
		p.dec(uint64(p.u16(b, 4)))
		p.str(", seq ")
		p.dec(uint64(p.u16(b, 6)))
	case dissect.ICMPUnreachable:
		p.icmpUnreachable(h, b)
	case dissect.ICMPRedirect:
		p.icmpRedirect(h, b)
	case dissect.ICMPRouterAdvert:
		p.icmpRouterAdvert(b)
	case dissect.ICMPTimeExceeded:
		switch h.Code {
		case 0:
			p.str("time exceeded in-transit")
		case 1:
			p.str("ip reassembly time exceeded")
		default:
			p.str("time exceeded-#")
			p.dec(uint64(h.Code))
		}
		// Nothing of it is printed, but it has to be there: quirk
		// icmp-exceeded.
		p.need(b, dissect.ICMPLongLen+dissect.IPv4Len)
	case dissect.ICMPParamProblem:
		if h.Code != 0 {
			p.str("parameter problem - code ")
			p.dec(uint64(h.Code))
		} else {
			p.str("parameter problem - octet ")
			p.dec(uint64(p.u8(b, 4)))
		}
	case dissect.ICMPMaskReply:
		p.str("address mask is ")
		p.hex0x(uint64(p.u32(b, 8)), 8)
	case dissect.ICMPTimestamp, dissect.ICMPTimestampReply:
		p.icmpTimestamp(h, b)
	default:
		p.str("type-#")
		p.dec(uint64(h.Type))
	}
}

// icmpUnreachable prints what cannot be reached, as the quoted packet says.
func (p *printer) icmpUnreachable(h *dissect.ICMP, b []byte) {
	const quote = dissect.ICMPLongLen
	dst := func(prefix, suffix string) {
		p.str(prefix)
		p.ip4At(b, quote+16)
		p.str(suffix)
	}
	switch h.Code {
	case dissect.ICMPProtocolUnreachable:
		dst("", " protocol ")
		p.dec(uint64(p.u8(b, quote+9)))
		p.str(" unreachable")
	case dissect.ICMPPortUnreachable:
		headerLen := int(p.u8(b, quote)&15) * 4
		port := p.u16(b, quote+headerLen+2)
		dst("", " ")
		switch proto := p.u8(b, quote+9); proto {
		case dissect.IPProtoTCP:
			p.str("tcp port ")
			p.tcpPort(port)
		case dissect.IPProtoUDP:
			p.str("udp port ")
			p.udpPort(port)
		default:
			p.str("protocol ")
			p.dec(uint64(proto))
			p.str(" port ")
			p.dec(uint64(port))
		}
		p.str(" unreachable")
	case dissect.ICMPNeedFragment:
		dst("", " unreachable - need to frag")
		if mtu := h.Seq(); mtu != 0 {
			p.str(" (mtu ")
			p.dec(uint64(mtu))
			p.byte(')')
		}
	default:
		if int(h.Code) < len(icmpUnreachable) {
			w := icmpUnreachable[h.Code]
			dst(w.before, w.after)
		} else {
			dst("", " unreachable - #")
			p.dec(uint64(h.Code))
		}
	}
	p.need(b, quote+dissect.IPv4Len)
}

// icmpUnreachable holds what stands around the address for each code; those
// that say more have an empty row.
var icmpUnreachable = [...]struct{ before, after string }{
	dissect.ICMPNetUnreachable:    {"net ", " unreachable"},
	dissect.ICMPHostUnreachable:   {"host ", " unreachable"},
	dissect.ICMPSourceRouteFailed: {"", " unreachable - source route failed"},
	dissect.ICMPNetUnknown:        {"net ", " unreachable - unknown"},
	dissect.ICMPHostUnknown:       {"host ", " unreachable - unknown"},
	dissect.ICMPIsolated:          {"", " unreachable - source host isolated"},
	dissect.ICMPNetProhibited:     {"net ", " unreachable - admin prohibited"},
	dissect.ICMPHostProhibited:    {"host ", " unreachable - admin prohibited"},
	dissect.ICMPNetTOS:            {"net ", " unreachable - tos prohibited"},
	dissect.ICMPHostTOS:           {"host ", " unreachable - tos prohibited"},
	dissect.ICMPFiltered:          {"host ", " unreachable - admin prohibited filter"},
	dissect.ICMPPrecedence:        {"host ", " unreachable - host precedence violation"},
	dissect.ICMPPrecedenceCutoff:  {"host ", " unreachable - precedence cutoff"},
}

// icmpRedirect prints "redirect 10.0.0.9 to host 10.0.0.1".
func (p *printer) icmpRedirect(h *dissect.ICMP, b []byte) {
	to := " to "
	switch h.Code {
	case 0:
		p.str("redirect ")
		to = " to net "
	case 1:
		p.str("redirect ")
		to = " to host "
	case 2:
		p.str("redirect-tos ")
		to = " to net "
	case 3:
		p.str("redirect-tos ")
		to = " to host "
	default:
		p.str("redirect-#")
		p.dec(uint64(h.Code))
		p.byte(' ')
	}
	p.ip4At(b, dissect.ICMPLongLen+16)
	p.str(to)
	p.ip4At(b, 4)
	p.need(b, dissect.ICMPLongLen+dissect.IPv4Len)
}

// icmpRouterAdvert prints a router advertisement (RFC 1256 section 3).
//
//	+---------------+---------------+-------------------------------+
//	|    entries    | words each, 2 |          lifetime, s          |
//	+---------------+---------------+-------------------------------+
//	|                        router address                         |
//	+---------------------------------------------------------------+
//	|                       preference level                        |
//	+---------------------------------------------------------------+
func (p *printer) icmpRouterAdvert(b []byte) {
	p.str("router advertisement lifetime ")
	entries, size, life := int(p.u8(b, 4)), p.u8(b, 5), int(p.u16(b, 6))
	switch {
	case life < 60:
		p.int(life)
	case life < 60*60:
		p.int(life / 60)
		p.byte(':')
		p.decZero(uint64(life%60), 2)
	default:
		p.int(life / 3600)
		p.byte(':')
		p.decZero(uint64(life%3600/60), 2)
		p.byte(':')
		p.decZero(uint64(life%60), 2)
	}
	p.byte(' ')
	p.int(entries)
	p.byte(':')
	if size != 2 {
		p.str(" [size ")
		p.dec(uint64(size))
		p.byte(']')
		return
	}
	for i := range entries {
		at := dissect.ICMPLongLen + i*8
		if !p.need(b, at+8) {
			return
		}
		p.str(" {")
		p.ip4At(b, at)
		p.byte(' ')
		p.dec(uint64(p.u32(b, at+4)))
		p.byte('}')
	}
}

// icmpTimestamp prints a timestamp message. Times are milliseconds since
// midnight.
func (p *printer) icmpTimestamp(h *dissect.ICMP, b []byte) {
	reply := h.Type == dissect.ICMPTimestampReply
	if reply {
		p.str("time stamp reply id ")
	} else {
		p.str("time stamp query id ")
	}
	p.dec(uint64(p.u16(b, 4)))
	p.str(" seq ")
	p.dec(uint64(p.u16(b, 6)))
	if !reply {
		return
	}
	p.str(": org ")
	p.millis(p.u32(b, 8))
	p.str(", recv ")
	p.millis(p.u32(b, 12))
	p.str(", xmit ")
	p.millis(p.u32(b, 16))
}

// millis prints milliseconds as hours, minutes and seconds. A number beyond
// 31 bits is negative: quirk icmp-timestamp.
func (p *printer) millis(v uint32) {
	p.decZero(uint64(v/3600000), 2)
	p.byte(':')
	p.decZero(uint64(v/60000%60), 2)
	p.byte(':')
	p.decZero(uint64(v/1000%60), 2)
	p.byte('.')
	p.decZero(uint64(v%1000), 3)
}

// icmpPlain are the types of which only the name is printed.
var icmpPlain = []token{
	{dissect.ICMPSourceQuench, "source quench"},
	{dissect.ICMPRouterSolicit, "router solicitation"},
	{dissect.ICMPInfoRequest, "information request"},
	{dissect.ICMPInfoReply, "information reply"},
	{dissect.ICMPMaskRequest, "address mask request"},
}
