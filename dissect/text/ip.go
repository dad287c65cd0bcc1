package text

import "wiredump/dissect"

// ipv4 prints an IPv4 packet (RFC 791).
func (p *printer) ipv4(b []byte, length int) {
	p.proto = "ip"
	if !p.need(b, dissect.IPv4Len) {
		p.str(" ")
		return
	}
	var h dissect.IPv4
	h.Decode(b)
	p.ip4(h.Src)
	p.str(" > ")
	p.ip4(h.Dst)
	p.str(": ")
	p.ipPayload(&h, length)
}

// ipPayload prints what an IPv4 header announces.
func (p *printer) ipPayload(h *dissect.IPv4, length int) {
	if !p.print(dissect.ForIPProtocol(h.Protocol), h.Payload, h.TotalLen-h.HeaderLen) {
		p.str("ip-proto-")
		p.dec(uint64(h.Protocol))
		p.byte(' ')
		p.int(h.TotalLen - h.HeaderLen)
	}
}
