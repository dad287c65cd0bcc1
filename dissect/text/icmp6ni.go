package text

import "wiredump/dissect"

// nodeInfoLen is the length of a node information header in bytes.
const nodeInfoLen = 16

// Types of what is asked for (RFC 4620 section 4).
const (
	niNoop      = 0
	niQtypes    = 1
	niDNSName   = 2
	niAddresses = 3
)

// nodeInfoQuery prints a node information query (RFC 4620 section 4).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|            qtype              |             flags             |
//	+-------------------------------+-------------------------------+
//	|                        nonce (8 bytes)                        |
//	+---------------------------------------------------------------+
//	|  subject ...
func (p *printer) nodeInfoQuery(h *dissect.ICMP, b []byte) {
	if len(b) == 12 {
		// The query of an early draft: quirk node-information-12.
		p.str(" who-are-you request")
		return
	}
	p.str(" node information query")
	if !p.have(b, nodeInfoLen) {
		return
	}
	p.str(" (")
	qtype, flags := h.ID(), h.Seq()
	switch qtype {
	case niNoop:
		p.str("noop")
	case niQtypes:
		p.str("supported qtypes")
		p.niQtypeFlags(flags)
	case niDNSName:
		p.str("DNS name")
	case niAddresses:
		p.str("node addresses")
		if flags != 0 {
			p.niAddressFlags(flags, niAddressFlags[:len(niAddressFlags)-1])
		}
	default:
		p.str("unknown")
	}
	subject := b[nodeInfoLen:]
	switch {
	case qtype == niNoop || qtype == niQtypes:
		if len(subject) != 0 && p.opt.Verbose > 0 {
			p.str(", invalid len")
		}
	case len(subject) == 0:
		p.str(", 03 draft")
	default:
		p.niSubject(h.Code, subject)
	}
	p.byte(')')
}

// niSubject prints whom a query is about. An address of the wrong
// size is left out.
func (p *printer) niSubject(code uint8, b []byte) {
	switch code {
	case 0:
		if p.niSubjectLen(b, 16) {
			p.str(", subject=")
			p.ip6At(b, 0)
		}
	case 1:
		p.str(", subject=DNS name")
		p.niName(b)
	case 2:
		if p.niSubjectLen(b, 4) {
			p.str(", subject=")
			p.ip4At(b, 0)
		}
	default:
		p.str(", unknown subject")
	}
}

func (p *printer) niSubjectLen(b []byte, n int) bool {
	if len(b) == n {
		return true
	}
	if len(b) > n && p.opt.Verbose > 0 {
		p.str(", invalid subject len")
	}
	return false
}

// nodeInfoReply prints a node information reply, whose header is that of the
// query.
func (p *printer) nodeInfoReply(h *dissect.ICMP, b []byte, length int) {
	if !p.have(b, max(length, nodeInfoLen)) {
		return
	}
	p.str(" node information reply (")
	body := b[nodeInfoLen:]
	verbose := p.opt.Verbose > 0
	comma := false
	switch h.Code {
	case 0:
		if verbose {
			p.str("success")
			comma = true
		}
	case 1:
		p.str("refused")
	case 2:
		p.str("unknown")
	}
	if h.Code == 1 || h.Code == 2 {
		if verbose && len(body) != 0 {
			p.str(", invalid length")
		}
	}
	if h.Code != 0 {
		p.byte(')')
		return
	}
	if comma {
		p.str(", ")
	}
	flags := h.Seq()
	switch h.ID() {
	case niNoop:
		p.str("noop")
		if verbose && len(body) != 0 {
			p.str(", invalid length")
		}
	case niQtypes:
		p.str("supported qtypes")
		p.niQtypeFlags(flags)
	case niDNSName:
		p.str("DNS name")
		ttl := p.u32(body, 0)
		p.niName(after(body, 4))
		if flags&1 != 0 {
			p.str(" [TTL=")
			p.dec(uint64(ttl))
			p.byte(']')
		}
	case niAddresses:
		p.str("node addresses")
		for ; len(body) >= 20; body = body[20:] {
			p.byte(' ')
			p.ip6At(body, 4)
			p.byte('(')
			p.dec(uint64(p.u32(body, 0)))
			p.byte(')')
		}
		if flags != 0 {
			p.niAddressFlags(flags, niAddressFlags)
		}
	default:
		p.str("unknown")
	}
	p.byte(')')
}

// niQtypeFlags prints the flags of a message about query types.
func (p *printer) niQtypeFlags(flags uint16) {
	if flags == 0 {
		return
	}
	p.str(" [")
	if flags&1 != 0 {
		p.byte('C')
	}
	p.byte(']')
}

// niAddressFlags prints the flags of a message about addresses.
func (p *printer) niAddressFlags(flags uint16, table []token) {
	p.str(" [")
	p.bits(table, uint32(flags), "")
	p.byte(']')
}

// niName prints a DNS name that fills b: labels with their lengths, without
// compression. One zero ends a full name, two end a partial one; a single
// counted string is the form of an early draft.
func (p *printer) niName(b []byte) {
	if !p.need(b, 1) {
		return
	}
	if int(b[0]) == len(b)-1 {
		if p.opt.Verbose > 0 {
			p.str(", 03 draft")
		}
		p.str(`, "`)
		p.visible(b[1:])
		p.byte('"')
		return
	}
	p.str(`, "`)
	for len(b) > 0 {
		n := int(b[0])
		b = b[1:]
		if n == 0 {
			switch {
			case len(b) == 0:
				p.byte('.')
			case len(b) == 1 && b[0] == 0:
			default:
				p.str("???")
			}
			break
		}
		if n > len(b) {
			p.str("???")
			break
		}
		p.visible(b[:n])
		b = b[n:]
		if len(b) > 1 && b[0] != 0 {
			p.byte('.')
		}
	}
	p.byte('"')
}

// niAddressFlags are the flags of replies about addresses; queries have all but
// the last.
var niAddressFlags = []token{{0x40, "a"}, {0x20, "G"}, {0x10, "S"}, {0x08, "L"}, {0x04, "C"}, {0x02, "A"}, {0x01, "T"}}
