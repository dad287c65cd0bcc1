package text

import "wiredump/dissect"

// ipv6Options prints a hop-by-hop or destination options header (RFC 8200
// sections 4.3, 4.6), for which label is printed: its options with -v, and what
// is wrong with them, in a hop-by-hop header even without. It returns the
// length of the header in bytes, whether it is whole, and the payload length of
// a valid jumbo payload option, 0 if there is none; wanted says that the packet
// needs one.
func (p *printer) ipv6Options(label string, b []byte, wanted bool) (n int, ok bool, jumbo uint32) {
	if !p.need(b, 2) {
		return 0, false, 0
	}
	hbh := p.proto == "hbhopt"
	n = (int(b[1]) + 1) * dissect.IPv6ExtLen
	if !p.have(b, n) {
		return 0, false, 0
	}
	p.str(label)
	o := b[2:n]
	seen := false
	verbose := p.opt.Verbose > 0
	if !hbh && !verbose {
		return n, true, 0
	}
	for len(o) > 0 {
		kind, size := o[0], 1
		if kind != dissect.IPv6OptionPad1 {
			if len(o) < 2 || len(o) < int(o[1])+2 {
				p.truncated()
				return n, false, jumbo
			}
			size = int(o[1]) + 2
		}
		switch kind {
		case dissect.IPv6OptionPad1:
			if verbose {
				p.str("(pad1)")
			}
		case dissect.IPv6OptionPadN:
			if verbose {
				p.str("(padn)")
			}
		case dissect.IPv6OptionRouterAlert:
			if size != 4 {
				p.badIPv6Option("rtalert", o, 4)
				return n, false, jumbo
			}
			if verbose {
				p.str("(rtalert: 0x")
				p.hexNum(uint64(p.u16(o, 2)), 4)
				p.str(") ")
			}
		case dissect.IPv6OptionJumbo:
			if size != 6 {
				p.badIPv6Option("jumbo", o, 6)
				return n, false, jumbo
			}
			v := p.u32(o, 2)
			why := ""
			switch {
			case seen:
				why = " - already seen"
			case !hbh:
				why = " - not a hop-by-hop option"
			case !wanted:
				why = " - payload len != 0"
			case v < 65536:
				why = " - < 65536"
			default:
				jumbo = v
			}
			seen = true
			if verbose {
				p.str("(jumbo: ")
				p.dec(uint64(v))
				p.str(why)
				p.str(") ")
			}
		case dissect.IPv6OptionHomeAddress:
			if size < 18 {
				p.badIPv6Option("homeaddr", o, 18)
				return n, false, jumbo
			}
			if verbose {
				p.str("(homeaddr: ")
				p.ip6At(o, 2)
				if !p.ipv6SubOptions(o[18:size]) {
					p.truncated()
					return n, false, jumbo
				}
				p.byte(')')
			}
		default:
			if verbose {
				p.str("(opt_type 0x")
				p.hexNum(uint64(kind), 2)
				p.str(": len=")
				p.int(int(o[1]))
				p.byte(')')
			}
		}
		o = o[size:]
	}
	if verbose {
		p.byte(' ')
	}
	return n, true, jumbo
}

// badIPv6Option prints an option, at the start of o, whose length is not what
// its type wants, or for which there would not be room.
func (p *printer) badIPv6Option(name string, o []byte, want int) {
	p.byte('(')
	p.str(name)
	if len(o) < want {
		p.str(": trunc)")
	} else {
		p.str(": invalid len ")
		p.int(int(o[1]))
		p.byte(')')
	}
	p.truncated()
}

// ipv6SubOptions prints options behind a home address. It returns false if one
// is longer than there is room.
func (p *printer) ipv6SubOptions(b []byte) bool {
	for len(b) > 0 {
		size := 1
		if b[0] != dissect.IPv6OptionPad1 {
			if len(b) < 2 || len(b) < int(b[1])+2 {
				return false
			}
			size = int(b[1]) + 2
		}
		switch b[0] {
		case dissect.IPv6OptionPad1:
			p.str(", pad1")
		case dissect.IPv6OptionPadN:
			p.str(", padn")
		default:
			p.str(", sopt_type 0x")
			p.hexNum(uint64(b[0]), 2)
			p.str(": len=")
			p.int(int(b[1]))
		}
		b = b[size:]
	}
	return true
}

// routing prints a routing header (RFC 8200 section 4.4). It returns its length
// in bytes, -1 where the packet ends with it.
func (p *printer) routing(b []byte) int {
	if !p.have(b, 1) {
		return -1
	}
	p.proto = "rt6"
	p.str("RT6")
	var h dissect.RoutingHeader
	h.Decode(b)
	p.need(b, 2)
	p.str(" (len=")
	p.int(h.Len)
	p.need(b, 3)
	p.str(", type=")
	p.dec(uint64(h.Type))
	if h.Type == dissect.RoutingSource {
		p.str(" [Deprecated]")
	}
	p.need(b, 4)
	p.str(", segleft=")
	p.dec(uint64(h.SegmentsLeft))
	if p.isCut() {
		return -1
	}
	switch h.Type {
	case dissect.RoutingSource, dissect.RoutingMobile:
		if v := p.u32(b, 4); v != 0 || p.opt.Verbose > 0 {
			p.str(", rsv=")
			p.hex0x(uint64(v), 1)
		}
	case dissect.RoutingSegment:
		v := p.u8(b, 4)
		p.str(", last-entry=")
		p.dec(uint64(v))
		if v := p.u8(b, 5); v != 0 || p.opt.Verbose > 0 {
			p.str(", flags=")
			p.hex0x(uint64(v), 1)
		}
		tag := p.u16(b, 6)
		p.str(", tag=")
		p.hexNum(uint64(tag), 1)
	default:
		p.str(" (unknown type)")
		p.invalid()
		return -1
	}
	if h.Len%2 != 0 {
		p.str(" (invalid length ")
		p.int(h.Len)
		p.byte(')')
		p.invalid()
		return -1
	}
	for i := 0; i < h.Len/2; i++ {
		off := dissect.IPv6ExtLen + 16*i
		if !p.need(b, off+16) {
			return -1
		}
		p.str(", [")
		p.int(i)
		p.byte(']')
		p.ip6At(b, off)
	}
	p.str(") ")
	return (h.Len + 1) * dissect.IPv6ExtLen
}
