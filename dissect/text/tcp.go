package text

// tcp prints a TCP segment (RFC 9293). What carries it is in p.ipContext.
func (p *printer) tcp(b []byte, length int) {
	p.proto = "tcp"
}
