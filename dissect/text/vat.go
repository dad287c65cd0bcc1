package text

// vatLen is the length of vat's header in bytes.
const vatLen = 8

// vat prints a packet of the Visual Audio Tool of LBL, which is older than
// RTP. In control packets, which are called vt, only the first word is known.
//
//	+-------+-------+-+---+---------+-------------------------------+
//	|       | sites |T| 0 | format  |          conference           |
//	+-------+-------+-+---+---------+-------------------------------+
//	|                           time stamp                          |
//	+---------------------------------------------------------------+
func (p *printer) vat(b []byte, length int) {
	p.proto = "vat"
	if length < 2 {
		p.shortVoice("udp/va/vat", length, 2)
		return
	}
	first := uint32(p.u16(b, 0))
	if first&0xf060 != 0 {
		p.strDec("udp/vt ", uint64(length))
		p.strDec(" ", uint64(first&0x3ff))
		p.strDec(" / ", uint64(first>>10))
		return
	}
	if length < vatLen {
		p.shortVoice("udp/vat", length, vatLen)
		return
	}
	if !p.need(b, vatLen) {
		return
	}
	p.strDec("udp/vat ", uint64(length-vatLen))
	p.strDec(" c", uint64(p.u16(b, 2)))
	p.strDec(" ", uint64(p.u32(b, 4)))
	if first&0x80 != 0 {
		p.byte('*') // the first of a talk spurt
	}
	if format := first & 0x1f; format != 0 {
		p.strDec(" f", uint64(format))
	}
	if sites := first >> 8; sites != 0 {
		p.strDec(" s", uint64(sites))
	}
}
