package text

// icmp6 prints a ICMPv6 message (RFC 4443). What carries it is in p.ipContext.
func (p *printer) icmp6(b []byte, length int) {
	p.proto = "icmp6"
}
