package text

import "wiredump/dissect"

// mobility prints a mobility header (RFC 6275 section 6.1), behind which
// nothing follows.
//
//	mobility: BU seq#=1 A lifetime=60(alt-CoA: 2001:db8::1)
func (p *printer) mobility(b []byte) {
	p.proto = "mobility"
	if !p.have(b, 2) || !p.need(b, 3) {
		return
	}
	var h dissect.Mobility
	h.Decode(b)
	least := dissect.IPv6ExtLen
	if int(h.Type) < len(mobilityLens) {
		least = mobilityLens[h.Type]
	}
	if h.HeaderLen() < least {
		p.str("(header length ")
		p.int(h.HeaderLen())
		p.str(" is too small for type ")
		p.dec(uint64(h.Type))
		p.byte(')')
		p.truncated()
		return
	}
	p.str("mobility:")
	switch h.Type {
	case dissect.MobilityBRR:
		p.str(" BRR")
	case dissect.MobilityHoTI:
		p.str(" HoTI")
		p.mobilityCookie(" Home Init Cookie=", b, 8)
	case dissect.MobilityCoTI:
		p.str(" CoTI")
		p.mobilityCookie(" Care-of Init Cookie=", b, 8)
	case dissect.MobilityHoT:
		p.str(" HoT")
		p.mobilityNonce(b)
		p.mobilityCookie(" Home Init Cookie=", b, 8)
		p.mobilityCookie(" Home Keygen Token=", b, 16)
	case dissect.MobilityCoT:
		p.str(" CoT")
		p.mobilityNonce(b)
		p.mobilityCookie(" Care-of Init Cookie=", b, 8)
		p.mobilityCookie(" Care-of Keygen Token=", b, 16)
	case dissect.MobilityBU:
		p.str(" BU")
		p.mobilitySeq(b, 6)
		if !p.isCut() && !p.have(b, 10) {
			return
		}
		p.mobilityFlags(b)
		p.mobilityLifetime(b)
	case dissect.MobilityBA:
		p.str(" BA")
		status := p.u8(b, 6)
		p.str(" status=")
		p.dec(uint64(status))
		if !p.isCut() && !p.have(b, 8) {
			return
		}
		if flags := p.u8(b, 7); flags&0x80 != 0 {
			p.str(" K")
		}
		p.mobilitySeq(b, 8)
		p.mobilityLifetime(b)
	case dissect.MobilityBE:
		p.str(" BE")
		status := p.u8(b, 6)
		p.str(" status=")
		p.dec(uint64(status))
		p.need(b, 24)
		p.str(" homeaddr ")
		p.ip6At(b, 8)
	default:
		p.str(" type-#")
		p.dec(uint64(h.Type))
		p.str(" len=")
		p.int(h.Len)
		return
	}
	if p.opt.Verbose > 0 && !p.isCut() {
		p.mobilityOptions(after(b, least), h.HeaderLen()-least)
	}
}

// mobilityLens holds how long the headers of each type are without options.
var mobilityLens = [...]int{8, 16, 16, 24, 24, 12, 12, 24}

func (p *printer) mobilityNonce(b []byte) {
	v := p.u16(b, 6)
	p.str(" nonce id=")
	p.hex0x(uint64(v), 1)
}

// mobilityCookie prints a cookie or token of eight bytes for -v.
func (p *printer) mobilityCookie(label string, b []byte, off int) {
	if p.opt.Verbose == 0 {
		return
	}
	hi, lo := p.u32(b, off), p.u32(b, off+4)
	p.str(label)
	p.hexNum(uint64(hi), 8)
	p.byte(':')
	p.hexNum(uint64(lo), 8)
}

func (p *printer) mobilitySeq(b []byte, off int) {
	v := p.u16(b, off)
	p.str(" seq#=")
	p.dec(uint64(v))
}

func (p *printer) mobilityFlags(b []byte) {
	flags := p.u8(b, 8)
	if flags&0xf0 != 0 {
		p.byte(' ')
		p.bits(mobilityFlags, uint32(flags), "")
	}
}

var mobilityFlags = []token{{0x80, "A"}, {0x40, "H"}, {0x20, "L"}, {0x10, "K"}}

// mobilityLifetime prints a lifetime, which is in units of four seconds.
func (p *printer) mobilityLifetime(b []byte) {
	v := p.u16(b, 10)
	p.str(" lifetime=")
	p.dec(uint64(v) << 2)
}

// mobilityOptions prints n bytes of mobility options. Quirk mobility-option:
// lengths that an option's type does not allow are not noticed, and the byte
// behind an option must have been captured even if there is none.
func (p *printer) mobilityOptions(b []byte, n int) {
	for off := 0; off < n; {
		kind := p.u8(b, off)
		length := 1
		if kind != dissect.MobilityOptionPad1 {
			if off+1 >= n {
				p.truncated()
				return
			}
			length = int(p.u8(b, off+1)) + 2
		}
		if p.isCut() {
			return
		}
		if off+length > n {
			p.truncated()
			return
		}
		if !p.have(b, off+length+1) {
			return
		}
		room := n - off
		switch kind {
		case dissect.MobilityOptionPad1:
			p.str("(pad1)")
		case dissect.MobilityOptionPadN:
			p.str("(padn)")
		case dissect.MobilityOptionRefresh:
			if room < 4 {
				p.str("(refresh: trunc)")
				p.truncated()
				return
			}
			v := p.u16(b, off+2)
			p.str("(refresh: ")
			p.dec(uint64(v) << 2)
			p.byte(')')
		case dissect.MobilityOptionAltCoA:
			if room < 18 {
				p.str("(altcoa: trunc)")
				p.truncated()
				return
			}
			p.need(b, off+18)
			p.str("(alt-CoA: ")
			p.ip6At(b, off+2)
			p.byte(')')
		case dissect.MobilityOptionNonce:
			if room < 6 {
				p.str("(ni: trunc)")
				p.truncated()
				return
			}
			ho, co := p.u16(b, off+2), p.u16(b, off+4)
			p.str("(ni: ho=0x")
			p.hexNum(uint64(ho), 4)
			p.str(" co=0x")
			p.hexNum(uint64(co), 4)
			p.byte(')')
		case dissect.MobilityOptionAuth:
			if room < 12 {
				p.str("(auth: trunc)")
				p.truncated()
				return
			}
			p.str("(auth)")
		default:
			p.str("(type-0x")
			p.hexNum(uint64(kind), 2)
			p.str(": len=")
			p.int(length - 2)
			p.byte(')')
		}
		off += length
	}
}
