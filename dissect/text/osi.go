package text

// isoclns prints a message of an OSI network layer protocol, which its first
// byte names (ISO/IEC TR 9577). CLNP and ES-IS have no printer yet.
func (p *printer) isoclns(b []byte, length int) {
	p.proto = "isoclns"
	id := p.u8(b, 0)
	if p.opt.Link {
		p.str("OSI NLPID ")
		p.tokName(nlpids, "Unknown", uint32(id))
		p.str(" (")
		p.hex0x(uint64(id), 2)
		p.str("): ")
	}
	switch id {
	case nlpidIPv4:
		p.ipv4(b[1:], length-1)
		return
	case nlpidIPv6:
		p.ipv6(b[1:], length-1)
		return
	case nlpidQ933:
		p.q933(b[1:], length-1)
		return
	case nlpidPPP:
		p.ppp(b[1:], length-1)
		return
	}
	if id == nlpidISIS && length > 1 {
		if p.isis(b, length) {
			p.hexLines("\n\t", limit(b, length))
		}
		if p.isCut() && p.cutProto == "" {
			p.shorten(p.cutAt)
			p.cutAt = -1
		} else if p.isCut() {
			p.ends = endShort
			p.endMessage()
		}
		return
	}
	if id == 0 {
		if !p.opt.Link {
			p.str(", ")
		}
		p.str("length: ")
		p.int(length)
		return
	}
	if length <= 1 {
		if !p.opt.Link {
			p.str("OSI ")
		}
		p.truncated()
		return
	}
	if !p.opt.Link {
		p.str("OSI NLPID ")
		p.hex0x(uint64(id), 2)
		p.str(" unknown")
		p.str(", ")
	}
	p.str("length: ")
	p.int(length)
	p.hexLines("\n\t", b)
}

// Network layer protocols that are not OSI's.
const (
	nlpidQ933 = 0x08
	nlpidISIS = 0x83
	nlpidIPv6 = 0x8e
	nlpidIPv4 = 0xcc
	nlpidPPP  = 0xcf
)

// nlpids names network layer protocol identifiers.
var nlpids = []token{
	{0x00, "NULL"}, {0x08, "Q.933"}, {0x09, "LMI"}, {0x80, "IEEE SNAP"}, {0x81, "CLNP"}, {0x82, "ES-IS"}, {0x83, "IS-IS"}, {0xcc, "IPv4"}, {0x8e, "IPv6"}, {0xcf, "PPP"},
}
