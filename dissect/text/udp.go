package text

// udp prints a UDP datagram (RFC 768). What carries it is in p.ipContext.
func (p *printer) udp(b []byte, length int) {
	p.proto = "udp"
}
