package text

// ssh prints the version that each side of a Secure Shell connection begins
// with (RFC 4253 section 4.2), and nothing of what follows.
func (p *printer) ssh(b []byte, length int) {
	p.proto = "ssh"
	const magic = "SSH-"
	for i := range len(magic) {
		if !p.need(b, i+1) || b[i] != magic[i] {
			return
		}
	}
	for i := len(magic); i < length; i++ {
		if !p.need(b, i+1) {
			return
		}
		switch c := b[i]; {
		case c == '\n', c == '\r':
			if c == '\r' && (i+1 >= length || !p.need(b, i+2) || b[i+1] != '\n') {
				return
			}
			p.str(": SSH: ")
			p.out = append(p.out, b[:i]...)
			return
		case c < ' ' || c > '~':
			return
		}
	}
}
