package text

import "wiredump/dissect"

// llc prints an 802.3 frame, whose type field is the length n of its payload.
func (p *printer) llc(h *dissect.Ethernet, b []byte, n, frame, length int, lengthShown bool) {
	if p.opt.Link {
		p.str("802.3")
		if !lengthShown {
			p.str(", length ")
			p.int(n)
			p.str(": ")
		}
	}
	p.proto = "llc"
	p.unknown(b)
}
