package text

// icmp prints a ICMP message (RFC 792). What carries it is in p.ipContext.
func (p *printer) icmp(b []byte, length int) {
	p.proto = "icmp"
}
