package text

import "wiredump/dissect"

// ipv6 prints an IPv6 packet (RFC 8200).
//
//	IP6 (hlim 64, next-header UDP (17) payload length: 8) 2001:db8::1.80 > ...
func (p *printer) ipv6(b []byte, length int) {
	p.proto = "ip6"
	if !p.have(b, dissect.IPv6Len) {
		return
	}
	if length < dissect.IPv6Len {
		p.str("truncated-ip6 ")
		p.int(length)
		return
	}
	if !p.opt.Link {
		p.str("IP6 ")
	}
	var h dissect.IPv6
	h.Decode(b)
	if h.Version != 6 {
		p.str("version error: ")
		p.dec(uint64(h.Version))
		p.str(" != 6")
		return
	}
	// Without a length there may be a jumbo payload option, which has it.
	jumbo := h.PayloadLen == 0 && h.NextHeader == dissect.IPProtoHopByHop
	total := h.PayloadLen + dissect.IPv6Len
	if jumbo {
		total = length
	}
	if length < total {
		p.missing("truncated-ip6 - ", total-length)
	}
	if h.PayloadLen != 0 {
		b = limit(b, total)
	}
	if p.opt.Verbose > 0 {
		p.ipv6Header(&h)
	}
	outer := p.ipContext
	p.ipContext = ipContext{
		ipSrc: h.Src, ipDst: h.Dst, ipFinal: h.Dst, ipLen: 16,
		ipNext: h.NextHeader, ipTTL: h.HopLimit, ipHeader: b,
	}
	body := b[dissect.IPv6Len:]
	if final := dissect.FinalDestination(h.NextHeader, body); final != nil {
		copy(p.ipFinal[:], final)
	}
	if !printsAddrs(h.NextHeader) {
		p.ipPair()
		p.str(": ")
	}
	w := ip6Walk{length: length, total: total, jumbo: jumbo}
	p.ipv6Payload(&w, h.NextHeader, body)
	p.ipContext = outer
}

// ipv6Header prints the header's fields for -v.
func (p *printer) ipv6Header(h *dissect.IPv6) {
	p.byte('(')
	if h.Class != 0 {
		p.str("class 0x")
		p.hexNum(uint64(h.Class), 2)
		p.str(", ")
	}
	if h.FlowLabel != 0 {
		p.str("flowlabel 0x")
		p.hexNum(uint64(h.FlowLabel), 5)
		p.str(", ")
	}
	p.str("hlim ")
	p.dec(uint64(h.HopLimit))
	p.str(", next-header ")
	p.tokName(ipProtocols, "unknown", uint32(h.NextHeader))
	p.str(" (")
	p.dec(uint64(h.NextHeader))
	p.str(") payload length: ")
	p.int(h.PayloadLen)
	p.str(") ")
}

// ip6Walk is what is known of an IPv6 packet while its extension headers are
// stepped over.
type ip6Walk struct {
	length int  // bytes of the packet as its carrier tells, with the header
	total  int  // bytes of the packet as it claims
	used   int  // bytes of extension headers so far
	jumbo  bool // the claim is still to be read from a jumbo payload option
}

// left returns the length that is claimed for what is behind the extension
// headers stepped over so far.
func (w *ip6Walk) left() int { return w.total - dissect.IPv6Len - w.used }

// ipv6Payload prints the extension headers of an IPv6 packet and what is
// behind them. Every turn of the loop consumes at least eight bytes.
func (p *printer) ipv6Payload(w *ip6Walk, next uint8, b []byte) {
	hbh := false
	for first := true; ; first = false {
		var n int
		p.proto = "ip6"
		switch next {
		case dissect.IPProtoHopByHop:
			if hbh {
				p.str("[The Hop-by-Hop Options header was already found]")
				p.invalid()
				return
			}
			if !first {
				p.str("[The Hop-by-Hop Options header don't follow the IPv6 header]")
				p.invalid()
				return
			}
			hbh = true
			if n = p.hopByHop(w, b); n < 0 {
				return
			}
		case dissect.IPProtoDestination:
			p.proto = "dstopt"
			var ok bool
			if n, ok, _ = p.ipv6Options("DSTOPT ", b, false); !ok {
				return
			}
		case dissect.IPProtoFragment:
			p.proto = "frag6"
			if n = p.ipv6Fragment(w, b); n < 0 {
				return
			}
		case dissect.IPProtoRouting:
			if n = p.routing(b); n < 0 {
				return
			}
		case dissect.IPProtoMobility, dissect.IPProtoMobilityOld:
			p.mobility(b)
			return
		default:
			if !p.ipProtocol(next, limit(b, w.left()), w.left()) {
				p.ipUnknown(next, w.left())
			}
			return
		}
		next = p.u8(b, 0)
		if p.isCut() {
			return
		}
		b = after(b, n)
		if w.used += n; w.left() < 0 {
			p.proto = "ip6"
			p.truncated()
			return
		}
	}
}

// hopByHop prints a hop-by-hop options header. It returns its length in bytes,
// -1 where the packet ends with it.
func (p *printer) hopByHop(w *ip6Walk, b []byte) int {
	p.proto = "hbhopt"
	n, ok, size := p.ipv6Options("HBH ", b, w.jumbo)
	if !w.jumbo {
		if !ok {
			return -1
		}
		return n
	}
	if p.isCut() {
		return -1
	}
	if size == 0 {
		p.str("[No valid Jumbo Payload Hop-by-Hop option found]")
		p.invalid()
		return -1
	}
	if !ok {
		return -1
	}
	w.total = int(size) + dissect.IPv6Len
	if w.length < w.total {
		p.missing("truncated-ip6 - ", w.total-w.length)
	}
	return n
}

// ipv6Fragment prints a fragment header. It returns its length in bytes, -1
// where nothing follows: behind all but the first fragment, where there is no
// header, and, quirk frag6-cut, where nothing more was captured.
func (p *printer) ipv6Fragment(w *ip6Walk, b []byte) int {
	if !p.need(b, 4) {
		return -1
	}
	var h dissect.FragmentHeader
	h.Decode(b)
	if p.opt.Verbose > 0 {
		p.need(b, dissect.IPv6ExtLen)
		p.str("frag (0x")
		p.hexNum(uint64(h.ID), 8)
		p.byte(':')
	} else {
		p.str("frag (")
	}
	p.int(h.Offset)
	p.byte('|')
	p.int(w.left() - dissect.IPv6ExtLen)
	p.byte(')')
	p.ipFragment = true
	if h.Offset != 0 {
		return -1
	}
	p.byte(' ')
	if len(b) <= dissect.IPv6ExtLen {
		return -1
	}
	return dissect.IPv6ExtLen
}
