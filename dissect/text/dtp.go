package text

// dtp prints a message of Cisco's dynamic trunking protocol.
//
//	+---------------+-------------------------------+
//	|    version    |             type              |
//	+---------------+---------------+---------------+--------
//	|length, bytes, with these four |  value, and more fields ...
//	+-------------------------------+--------
func (p *printer) dtp(b []byte, length int) {
	p.proto = "dtp"
	if length < 1 {
		p.str("[zero packet length]")
		p.invalid()
		return
	}
	version := p.u8(b, 0)
	p.str("DTPv")
	p.dec(uint64(version))
	p.str(", length ")
	p.int(length)
	if p.opt.Verbose == 0 || p.isCut() {
		return
	}
	whole := b
	bad := func() { // all of it must have been captured all the same
		p.invalid()
		p.need(whole, length)
	}
	left := length - 1
	for b = b[1:]; left > 0; {
		if left < 4 {
			p.byte('[')
			p.int(left)
			p.str(" bytes remaining]")
			bad()
			return
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		if p.isCut() {
			return
		}
		if kind == 0 {
			return
		}
		p.str("\n\t")
		p.tokName(dtpFields, "Unknown", uint32(kind))
		p.str(" (0x")
		p.hexNum(uint64(kind), 4)
		p.str(") TLV, length ")
		p.int(n)
		if n < 4 || n > left {
			p.str("[invalid TLV length ")
			p.int(n)
			p.byte(']')
			bad()
			return
		}
		v := b[4:]
		switch kind {
		case 1:
			p.str(", ")
			p.paddedText(v, n-4)
		case 2, 3:
			if n != 5 {
				bad()
				return
			}
			if p.need(v, 1) {
				p.str(", ")
				p.hex0x(uint64(v[0]), 1)
			}
		case 4:
			if n != 10 {
				bad()
				return
			}
			if p.need(v, 6) {
				p.str(", ")
				p.mac([6]byte(v[:6]))
			}
		default:
			p.need(b, n)
		}
		if p.isCut() {
			return
		}
		b, left = after(b, n), left-n
	}
}

var dtpFields = []token{{1, "Domain"}, {2, "Status"}, {3, "DTP type"}, {4, "Neighbor"}}
