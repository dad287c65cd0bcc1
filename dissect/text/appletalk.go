package text

// ddp prints a datagram of AppleTalk with the long header.
func (p *printer) ddp(b []byte, length int) {
	p.proto = "atalk"
	p.need(b, 13)
}
