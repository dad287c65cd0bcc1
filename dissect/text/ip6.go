package text

// ipv6 prints an IPv6 packet (RFC 8200).
func (p *printer) ipv6(b []byte, length int) {
	p.proto = "ip6"
}
