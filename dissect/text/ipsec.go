package text

import "wiredump/dissect"

// ah prints an authentication header (RFC 4302) and what it covers.
//
//	AH(length=4(24-bytes),spi=0x00000001,seq=0x2,icv=0x...): ...
func (p *printer) ah(b []byte, length int) {
	p.proto = "ah"
	if !p.have(b, 1) {
		return
	}
	p.str("AH")
	var h dissect.AH
	h.Decode(b)
	p.need(b, 2)
	p.byte('(')
	if p.opt.Verbose > 0 {
		p.str("length=")
		p.int(h.PayloadLen)
		p.byte('(')
		p.int(h.HeaderLen())
		p.str("-bytes),")
	}
	p.need(b, 4)
	if h.Reserved != 0 {
		p.str("reserved=")
		p.hex0x(uint64(h.Reserved), 1)
		p.str("[MustBeZero],")
	}
	p.need(b, 8)
	p.str("spi=0x")
	p.hexNum(uint64(h.SPI), 8)
	p.byte(',')
	if !p.need(b, dissect.AHLen) {
		return
	}
	p.str("seq=")
	p.hex0x(uint64(h.Seq), 1)
	p.str(",icv=0x")
	p.hexBytes(limit(after(b, dissect.AHLen), h.HeaderLen()-dissect.AHLen))
	if !p.need(b, h.HeaderLen()) {
		return
	}
	p.str("): ")
	n := h.HeaderLen()
	if !p.ipProtocol(h.NextHeader, after(b, n), length-n) {
		p.ipUnknown(h.NextHeader, length-n)
	}
}

// esp prints an encapsulating security payload (RFC 4303), which is more than its header.
func (p *printer) esp(b []byte, length int) {
	p.proto = "esp"
	if !p.have(b, dissect.ESPLen+1) {
		return
	}
	var h dissect.ESP
	h.Decode(b)
	p.str("ESP(spi=0x")
	p.hexNum(uint64(h.SPI), 8)
	p.str(",seq=")
	p.hex0x(uint64(h.Seq), 1)
	p.str("), length ")
	p.int(length)
}

// ipcomp prints an IP payload compression header (RFC 3173).
func (p *printer) ipcomp(b []byte) {
	p.proto = "ipcomp"
	if !p.need(b, 4) {
		return
	}
	p.str("IPComp(cpi=0x")
	p.hexNum(uint64(p.u16(b, 2)), 4)
	p.byte(')')
}
