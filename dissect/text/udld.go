package text

// udld prints a message of Cisco's unidirectional link detection (RFC 5171
// section 3).
//
//	+-----+---------+---------------+-------------------------------+
//	| ver | opcode  |     flags     |           checksum            |
//	+-----+---------+---------------+-------------------------------+
//	|             type              |length, bytes, with these four |
//	+-------------------------------+-------------------------------+
//	|  value, and more fields ...
func (p *printer) udld(b []byte, length int) {
	p.proto = "udld"
	if length < 4 {
		p.str(" (packet length ")
		p.int(length)
		p.str(" < 4)")
		p.invalid()
		return
	}
	code, flags := p.u8(b, 0), p.u8(b, 1)
	p.str("UDLDv")
	p.dec(uint64(code >> 5))
	p.str(", Code ")
	p.tokName(udldCodes, "Reserved", uint32(code&31))
	p.str(" (")
	p.hexNum(uint64(code&31), 1)
	p.str("), Flags [")
	p.bitsOrNone(udldFlags, uint32(flags), ", ")
	p.str("] (0x")
	p.hexNum(uint64(flags), 2)
	p.str("), length ")
	p.int(length)
	if p.opt.Verbose == 0 {
		p.need(b, length)
		return
	}
	if !p.need(b, 4) {
		return
	}
	p.str("\n\tChecksum 0x")
	p.hexNum(uint64(p.u16(b, 2)), 4)
	p.str(" (unverified)")
	whole := b
	bad := func() { // all of it must have been captured all the same
		p.invalid()
		p.need(whole, length)
	}
	left := length - 4
	for b = b[4:]; left > 0; {
		if left < 4 {
			bad()
			return
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		if p.isCut() {
			return
		}
		p.str("\n\t")
		p.tokName(udldFields, "Unknown", uint32(kind))
		p.str(" (0x")
		p.hexNum(uint64(kind), 4)
		p.str(") TLV, length ")
		p.int(n)
		if n <= 4 || n > left {
			bad()
			return
		}
		v := b[4:]
		switch kind {
		case 1, 2, 6:
			p.str(", ")
			p.paddedText(v, n-4)
		case 3:
			p.str(", ")
			p.cdpText(v, n-4)
		case 4, 5:
			if n != 5 {
				bad()
				return
			}
			if p.need(v, 1) {
				p.str(", ")
				p.dec(uint64(v[0]))
				p.byte('s')
			}
		case 7:
			if n != 8 {
				bad()
				return
			}
			if p.need(v, 4) {
				p.str(", ")
				p.dec(uint64(p.u32(v, 0)))
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

var (
	udldCodes = []token{{1, "Probe message"}, {2, "Echo message"}, {3, "Flush message"}}
	udldFlags = []token{
		{0x01, "RT"}, {0x02, "RSY"}, {0x04, "MBZ-2"}, {0x08, "MBZ-3"}, {0x10, "MBZ-4"}, {0x20, "MBZ-5"}, {0x40, "MBZ-6"},
		{0x80, "MBZ-7"},
	}
	udldFields = []token{
		{1, "Device-ID TLV"}, {2, "Port-ID TLV"}, {3, "Echo TLV"}, {4, "Message Interval TLV"}, {5, "Timeout Interval TLV"},
		{6, "Device Name TLV"}, {7, "Sequence Number TLV"},
	}
)
