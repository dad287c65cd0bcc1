package text

import "wiredump/dissect"

// pppCHAP prints a packet of the challenge handshake authentication protocol
// (RFC 1994).
//
//	CHAP, Challenge (0x01), id 9, Value 61626364, Name name
func (p *printer) pppCHAP(b []byte, length int) {
	p.proto = "chap"
	if length < 1 {
		p.str("[|chap]")
		return
	}
	if length < dissect.PPPControlLen {
		if p.need(b, 1) {
			p.truncated()
		}
		return
	}
	h, ok := p.pppAuthHeader("CHAP, ", chapCodes, b)
	if !ok {
		return
	}
	rest := h.Payload
	n := length - dissect.PPPControlLen
	switch h.Code {
	case 1, 2: // challenge, response
		if n < 1 {
			return
		}
		size := int(p.u8(rest, 0))
		if p.isCut() || n-1 < size {
			return
		}
		rest = rest[1:]
		p.str(", Value ")
		for i := range size {
			p.hexNum(uint64(p.u8(rest, i)), 2)
		}
		name := h.Length - 5 - size
		p.str(", Name ")
		p.pppText(after(rest, size), name)
	case 3, 4: // success, failure
		p.str(", Msg ")
		p.pppText(rest, h.Length-dissect.PPPControlLen)
	}
}

// pppPAP prints a packet of the password authentication protocol (RFC 1334).
func (p *printer) pppPAP(b []byte, length int) {
	p.proto = "pap"
	if length < 1 {
		p.str("[|pap]")
		return
	}
	if length < dissect.PPPControlLen {
		if p.need(b, 1) {
			p.truncated()
		}
		return
	}
	h, ok := p.pppAuthHeader("PAP, ", papCodes, b)
	if !ok {
		return
	}
	if h.Length > length {
		p.str(", length ")
		p.int(h.Length)
		p.str(" > packet size")
		return
	}
	rest, n := h.Payload, h.Length-dissect.PPPControlLen
	switch h.Code {
	case 1:
		rest, n = p.papField(", Peer ", rest, n)
		if n >= 0 {
			p.papField(", Name ", rest, n)
		}
	case 2, 3:
		p.papField(", Msg ", rest, n)
	}
}

// papField prints a text that its length stands before, of n bytes at most. It
// returns what follows; a negative length if there is no room for it.
func (p *printer) papField(label string, b []byte, n int) ([]byte, int) {
	if n < 1 {
		p.str("[|pap]")
		return nil, -1
	}
	size := int(p.u8(b, 0))
	if p.isCut() || n-1 < size {
		return nil, -1
	}
	p.str(label)
	p.pppText(b[1:], size)
	return after(b, 1+size), n - 1 - size
}

// pppAuthHeader prints code and identifier.
func (p *printer) pppAuthHeader(label string, codes []token, b []byte) (h dissect.PPPControl, ok bool) {
	if !p.need(b, 1) {
		return h, false
	}
	h.Decode(b)
	p.str(label)
	p.tokName(codes, "unknown", uint32(h.Code))
	p.str(" (0x")
	p.hexNum(uint64(h.Code), 2)
	p.byte(')')
	p.need(b, 2)
	p.str(", id ")
	p.dec(uint64(h.ID))
	return h, p.need(b, dissect.PPPControlLen)
}

// pppText prints n bytes of text.
func (p *printer) pppText(b []byte, n int) {
	for i := range max(n, 0) {
		c := p.u8(b, i)
		if p.isCut() {
			return
		}
		p.visibleByte(c)
	}
}

var chapCodes = []token{{1, "Challenge"}, {2, "Response"}, {3, "Success"}, {4, "Fail"}}

var papCodes = []token{{1, "Auth-Req"}, {2, "Auth-ACK"}, {3, "Auth-NACK"}}
