package text

// ipx prints an IPX packet (Novell).
func (p *printer) ipx(b []byte, length int) {
	p.proto = "ipx"
	if !p.opt.Link {
		p.str("IPX ")
	}
	p.need(b, 30)
}
