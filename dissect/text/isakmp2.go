package text

// critical prints the colon behind the name of a payload of version 2, and
// whether the receiver must understand it.
func (p *ikePrinter) critical(b []byte) {
	const critical = 0x80
	if b[1]&critical != 0 {
		p.str("[C]")
	}
	p.byte(':')
}

// payload2 prints a payload of version 2 (RFC 7296 section 3.2).
func (p *ikePrinter) payload2(typ uint8, b []byte, size, depth int) []byte {
	switch typ {
	case ikeSA2:
		p.str("sa")
		p.critical(b)
		p.str(" len=")
		p.int(size - 4)
		return p.proposals2(b[4:], size-4, depth+1)
	case ikeKE2:
		if len(b) < 8 {
			return p.cutPayload(typ)
		}
		p.payloadName(typ)
		p.critical(b)
		p.str(" len=")
		if size < 8 {
			p.int(size)
			p.str(" < 8")
			break
		}
		p.int(size - 8)
		p.str(" group=")
		p.tok(ikeGroups2, "#", uint32(p.u16(b, 4)))
		p.body(b, 8, size)
	case ikeAuth2:
		return p.auth2(b, size)
	case ikeNonce2:
		p.str("nonce")
		p.critical(b)
		p.str(" len=")
		p.int(size - 4)
		if p.opt.Verbose > 1 {
			p.str(" nonce=(")
			p.hexBytes(b[4:size])
			p.str(") ")
		} else {
			p.str(" data=(")
			p.someOf(b[4:])
			p.byte(')')
		}
	case ikeNotify2:
		return p.notify2(b, size)
	case ikeVendor2:
		p.payloadName(typ)
		p.critical(b)
		p.str(" len=")
		p.int(size - 4)
		p.str(" vid=")
		p.asciiDots(b[4:size])
		if size > 8 {
			p.body(b, 4, size)
		}
	default:
		if (typ == ikeIDi2 || typ == ikeIDr2) && len(b) < 8 {
			return p.cutPayload(typ)
		}
		p.payloadName(typ)
		p.critical(b)
		p.str(" len=")
		p.int(size - 4)
		p.body(b, 4, size)
		if typ == ikeIDi2 || typ == ikeIDr2 {
			if !p.identity2(b[:size]) {
				return p.cutPayload(typ)
			}
		}
	}
	return b[size:]
}

// identity2 prints who sends a message (RFC 7296 section 3.5). It returns false
// if that is cut.
//
//	+---------------+-----------------------------------------------+
//	|     type      |                   reserved                    |
//	+---------------+-----------------------------------------------+
//	|  identification
func (p *ikePrinter) identity2(b []byte) bool {
	name, ok := find(ikeIDTypes2, uint32(p.u8(b, 4)))
	if !ok {
		return true
	}
	p.byte(' ')
	p.str(name)
	p.byte(':')
	if len(b) < 8 {
		return false
	}
	switch data := b[8:]; b[4] {
	case ikeIDName, ikeIDUser:
		p.asciiDots(data)
	default:
		p.hexBytes(data)
	}
	return true
}

var ikeIDTypes2 = []token{
	{ikeIDIPv4, "ipv4"}, {ikeIDName, "fqdn"}, {ikeIDUser, "rfc822"}, {ikeIDIPv6, "ipv6"},
	{9, "dn"}, {10, "gn"}, {11, "keyid"},
}

// auth2 prints an authentication (RFC 7296 section 3.8).
//
//	+---------------+-----------------------------------------------+
//	|    method     |                   reserved                    |
//	+---------------+-----------------------------------------------+
//	|  data
func (p *ikePrinter) auth2(b []byte, size int) []byte {
	if len(b) < 8 {
		return p.cutPayload(ikeAuth2)
	}
	p.payloadName(ikeAuth2)
	p.critical(b)
	p.str(" len=")
	p.int(size - 4)
	p.str(" method=")
	p.tok(ikeAuthMethods, "#", uint32(b[4]))
	if p.opt.Verbose > 1 {
		p.str(" authdata=(")
		if size < 8 {
			return p.cutPayload(ikeAuth2)
		}
		p.hexBytes(b[8:size])
		p.str(") ")
	} else {
		p.str(" data=(")
		p.someOf(b[8:])
		p.byte(')')
	}
	return b[size:]
}

// notify2 prints a notification (RFC 7296 section 3.10).
//
//	+---------------+---------------+-------------------------------+
//	|   protocol    |  SPI size, B  |             type              |
//	+---------------+---------------+-------------------------------+
//	|  SPI, data
func (p *ikePrinter) notify2(b []byte, size int) []byte {
	const cookie = 16390
	if len(b) < 8 {
		return p.cutPayload(ikeNotify)
	}
	typ, spiLen := p.u16(b, 6), int(b[5])
	p.payloadName(ikeNotify)
	p.critical(b)
	p.str(" prot_id=")
	p.tok(ikeProtocols, "#", uint32(b[4]))
	p.strDec(" type=", uint64(typ))
	p.byte('(')
	n, known := find(ikeNotify2Names, uint32(typ))
	switch {
	case known:
		p.str(n)
	case typ < 8192:
		p.str("error")
	case typ < 16384:
		p.str("private-error")
	case typ < 40960:
		p.str("status")
	default:
		p.str("private-status")
	}
	p.byte(')')
	shown := false
	switch typ { // these say nothing of an association
	case 1, 5, 35, 36, 37, 39, 16384, 16385, 16386, 16387, 16391, 16392, 16394, 16395:
	default:
		shown = true
	}
	if shown && spiLen > 0 {
		p.str(" spi=")
		if !p.spi(b, 8, spiLen) {
			return p.cutPayload(ikeNotify)
		}
	}
	if off := 8 + spiLen; off < len(b) && (typ == cookie || p.opt.Verbose > 3) {
		p.str(" data=(")
		if len(b)-off < 30 || p.opt.Verbose > 3 {
			p.hexBytes(b[off:])
		} else {
			p.someOf(b[off:])
		}
		p.byte(')')
	}
	return b[size:]
}

// proposals2 prints the proposals of an association, n bytes of b (RFC 7296
// section 3.3.1). They begin like payloads.
//
//	+---------------+---------------+---------------+---------------+
//	|    number     |   protocol    | SPI size, B   |  transforms   |
//	+---------------+---------------+---------------+---------------+
//	|  SPI, transforms
func (p *ikePrinter) proposals2(b []byte, n, depth int) []byte {
	typ, end := uint8(ikeProposal), b[n:]
	for typ != ikeNone {
		room := len(b) - len(end)
		size, ok := p.size2(b, room, ikeSA2)
		switch {
		case !ok:
			return nil
		case size > room:
			p.cutPayload(ikeSA2)
			return end
		}
		p.indent(depth)
		rest := b[size:]
		if typ != ikeProposal {
			p.payloadName(typ)
		} else if rest = p.proposal2(b, size, depth); rest == nil {
			return nil
		}
		p.byte(')')
		typ, b = b[0], rest
	}
	return b
}

// size2 returns the length that a proposal or a transform claims, room bytes
// before the end of what it is in. It is over room if there is too little to
// tell. It marks and reports one that cannot be.
func (p *ikePrinter) size2(b []byte, room int, in uint8) (size int, ok bool) {
	if room < 4 {
		return max(room, 0) + 1, true
	}
	if len(b) >= 4 {
		size = int(p.u16(b, 2))
	}
	if size <= 4 {
		p.cutPayload(in)
		return 0, false
	}
	return size, true
}

// proposal2 prints a proposal of so many bytes and returns what is behind it;
// nil if it is cut.
func (p *ikePrinter) proposal2(b []byte, size, depth int) []byte {
	if len(b) < 8 {
		return p.cutPayload(ikeProposal)
	}
	p.payloadName(ikeProposal)
	p.critical(b)
	p.strDec(" #", uint64(b[4]))
	p.str(" protoid=")
	p.tok(ikeProtocols, "#", uint32(b[5]))
	p.strDec(" transform=", uint64(b[7]))
	p.str(" len=")
	p.int(size)
	// Transforms may go four bytes beyond: quirk ike-transforms.
	off, end := 8+int(b[6]), size+4
	if off > end {
		p.cutPayload(ikeProposal)
		return after(b, end)
	}
	if off > 8 {
		p.str(" spi=")
		if !p.spi(b, 8, off-8) {
			return p.cutPayload(ikeProposal)
		}
	}
	return p.transforms2(b[off:], end-off, depth+1)
}

// indent begins a line and a parenthesis.
func (p *ikePrinter) indent(depth int) {
	p.newline("")
	for range depth {
		p.str("    ")
	}
	p.byte('(')
}

// transforms2 prints the transforms of a proposal, which has room for so many
// bytes of them, and returns what is behind them.
func (p *ikePrinter) transforms2(b []byte, room, depth int) []byte {
	typ := uint8(ikeTransform)
	for n := 1; typ != ikeNone; n++ {
		size, ok := p.size2(b, room, ikeProposal)
		switch {
		case !ok:
			return nil
		case size > room:
			p.cutPayload(ikeProposal)
			return after(b, room)
		}
		if size > len(b) {
			return p.cutPayload(ikeProposal)
		}
		p.indent(depth)
		rest := b[size:]
		if typ != ikeTransform {
			p.payloadName(typ)
		} else if rest = p.transform2(b, size, n); rest == nil {
			return nil
		}
		p.byte(')')
		room -= len(b) - len(rest)
		typ, b = b[0], rest
	}
	return b
}

// transform2 prints the transform with number n (RFC 7296 section 3.3.2).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |   reserved    |              ID               |
//	+---------------+---------------+-------------------------------+
//	|  attributes
func (p *ikePrinter) transform2(b []byte, size, n int) []byte {
	if len(b) < 8 {
		return p.cutPayload(ikeTransform)
	}
	p.payloadName(ikeTransform)
	p.critical(b)
	p.str(" #")
	p.int(n)
	kind, id := b[4], uint32(p.u16(b, 6))
	p.str(" type=")
	p.tok(ikeTransformTypes2, "#", uint32(kind))
	p.str(" id=")
	var ids []token
	switch kind {
	case 1:
		ids = ikeESPTransforms
	case 2:
		ids = ikePRFs2
	case 3:
		ids = ikeIntegrity2
	case 4:
		ids = ikeGroups2
	case 5:
		ids = ikeESN2
	}
	if ids != nil {
		p.tok(ids, "#", id)
	} else {
		p.dec(uint64(id))
	}
	p.byte(' ')
	var attrs []ikeAttribute
	if kind == 1 {
		attrs = ikeAttributes2
	}
	return p.attributes(attrs, b, 8, size)
}
