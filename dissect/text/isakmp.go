package text

import "wiredump/dissect"

// isakmpNAT prints a datagram of the port where ISAKMP and ESP pass address
// translators (RFC 3948 section 2).
func (p *printer) isakmpNAT(b []byte, length int) {
	p.proto = "isakmp_rfc3948"
	switch {
	case length == 1 && len(b) >= 1 && b[0] == 0xff:
		p.str("isakmp-nat-keep-alive")
	case length == 1 && !p.need(b, 1):
	case length < 4:
		p.truncated()
	case !p.need(b, 4):
	case b[0]|b[1]|b[2]|b[3] != 0:
		p.str("UDP-encap: ")
		p.esp(b, length)
	default:
		p.str("NONESP-encap: ")
		p.isakmp(b[4:], length-4)
	}
}

// isakmp prints a message of IKE version 1 or 2. With -v it prints the payloads
// as well.
//
//	isakmp: phase 1 I ident
//	isakmp: parent_sa ikev2_init[I]
func (p *printer) isakmp(b []byte, length int) {
	p.proto = "isakmp"
	var h dissect.ISAKMP
	if !h.Decode(b) {
		p.truncated()
		return
	}
	verbose := p.opt.Verbose
	p.str("isakmp")
	if verbose > 0 {
		p.strDec(" ", uint64(h.Major))
		p.strDec(".", uint64(h.Minor))
		p.str(" msgid ")
		p.hexNum(uint64(h.MessageID), 8)
		if verbose > 1 {
			p.str(" cookie ")
			p.hexBytes(h.Initiator[:])
			p.str("->")
			p.hexBytes(h.Responder[:])
		}
	}
	p.byte(':')
	ike := ikePrinter{printer: p, v2: h.Major == 2}
	switch h.Major {
	case 1:
		p.str(pick(h.MessageID == 0, " phase 1", " phase 2/others"))
		p.str(p.ikeSide(&h))
	case 2:
		p.str(pick(h.MessageID == 0, " parent_sa", " child_sa "))
	default:
		return
	}
	p.byte(' ')
	p.tok(ikeExchanges, "#", uint32(h.Exchange))
	if h.Flags != 0 {
		p.byte('[')
		if ike.v2 {
			p.bits(ikeFlags2, uint32(h.Flags), "")
		} else {
			p.bits(ikeFlags1, uint32(h.Flags), "")
		}
		p.byte(']')
	}
	if verbose == 0 {
		return
	}
	p.byte(':')
	if h.Flags&dissect.ISAKMPEncrypted != 0 {
		p.str(" [encrypted ")
		ike.payloadName(h.NextPayload)
		p.byte(']')
	} else {
		ike.payloads(h.NextPayload, h.Payload, 1)
	}
	if int64(h.Length) != int64(length) && !p.isCut() {
		p.strDec(" (len mismatch: isakmp ", uint64(h.Length))
		p.str("/ip ")
		p.int(length)
		p.byte(')')
	}
}

var ikeExchanges = []token{
	{0, "none"}, {1, "base"}, {2, "ident"}, {3, "auth"}, {4, "agg"}, {5, "inf"},
	{32, "oakley-quick"}, {33, "oakley-newgroup"}, {34, "ikev2_init"}, {35, "ikev2_auth"}, {36, "child_sa"}, {37, "inf2"},
}

var ikeFlags1 = []token{{dissect.ISAKMPEncrypted, "E"}, {dissect.ISAKMPCommit, "C"}}

var ikeFlags2 = []token{{dissect.ISAKMPInitiator, "I"}, {dissect.ISAKMPVersion, "V"}, {dissect.ISAKMPResponse, "R"}}

// An ikeCookie is what is known of an exchange: whose cookie it is.
type ikeCookie struct {
	cookie               [8]byte
	addrLen              int
	initiator, responder [16]byte
}

// ikeCookies remembers the last exchanges; as many as tcpdump has.
type ikeCookies struct {
	cookies [20]ikeCookie
	next    int // the oldest, which the next replaces
}

// ikeSide tells who sent a message of version 1, by the cookie of the first
// message seen of its exchange, which it remembers.
func (p *printer) ikeSide(h *dissect.ISAKMP) string {
	c := &p.st.ike
	var found *ikeCookie
	for i := range c.cookies {
		if f := &c.cookies[i]; f.cookie == h.Initiator {
			found = f
			break
		}
	}
	if found == nil {
		if h.Responder != [8]byte{} {
			return " ?"
		}
		c.cookies[c.next] = ikeCookie{cookie: h.Initiator, addrLen: p.ipLen, initiator: p.ipSrc, responder: p.ipDst}
		c.next = (c.next + 1) % len(c.cookies)
		return " I"
	}
	switch {
	case found.addrLen != p.ipLen: // or nothing is there yet and the cookie is zero
		return " ?"
	case found.initiator == p.ipSrc:
		return " I"
	case found.responder == p.ipSrc:
		return " R"
	}
	return " ?"
}

// ikePrinter prints payloads.
type ikePrinter struct {
	*printer
	v2    bool
	proto uint8 // of the proposal at hand; 0: none
}

// Types of payloads.
const (
	ikeNone = iota
	ikeSA
	ikeProposal
	ikeTransform
	ikeKE
	ikeID
	ikeCert
	ikeCertRequest
	ikeHash
	ikeSignature
	ikeNonce
	ikeNotify
	ikeDelete
	ikeVendor
)

// Types of payloads of version 2.
const (
	ikeSA2 = iota + 33
	ikeKE2
	ikeIDi2
	ikeIDr2
	ikeCert2
	ikeCertRequest2
	ikeAuth2
	ikeNonce2
	ikeNotify2
	ikeDelete2
	ikeVendor2
	ikeTSi2
	ikeTSr2
	ikeEncrypted2
	ikeConfig2
	ikeEAP2
)

var ikePayloads = []token{
	{ikeNone, "none"}, {ikeSA, "sa"}, {ikeProposal, "p"}, {ikeTransform, "t"}, {ikeKE, "ke"}, {ikeID, "id"},
	{ikeCert, "cert"}, {ikeCertRequest, "cr"}, {ikeHash, "hash"}, {ikeSignature, "sig"}, {ikeNonce, "nonce"},
	{ikeNotify, "n"}, {ikeDelete, "d"}, {ikeVendor, "vid"},
	{ikeSA2, "v2sa"}, {ikeKE2, "v2ke"}, {ikeIDi2, "v2IDi"}, {ikeIDr2, "v2IDr"}, {ikeCert2, "v2cert"},
	{ikeCertRequest2, "v2cr"}, {ikeAuth2, "v2auth"}, {ikeNonce2, "v2nonce"}, {ikeNotify2, "v2n"},
	{ikeDelete2, "v2d"}, {ikeVendor2, "v2vid"}, {ikeTSi2, "v2TSi"}, {ikeTSr2, "v2TSr"}, {ikeEncrypted2, "v2e"},
	{ikeConfig2, "v2cp"}, {ikeEAP2, "v2eap"},
}

func (p *ikePrinter) payloadName(typ uint8) {
	if typ > ikeVendor && typ < ikeSA2 {
		p.strDec("pay", uint64(typ))
		return
	}
	p.tok(ikePayloads, "#", uint32(typ))
}

// cutPayload prints the mark of a payload that is cut.
func (p *ikePrinter) cutPayload(typ uint8) []byte {
	p.str(" [|")
	p.payloadName(typ)
	p.byte(']')
	return nil
}

// payloads prints payloads from b on, the first of the given type (RFC 2408
// section 3.2). It returns what is behind them, nil where they end too early.
//
//	+---------------+-+-------------+-------------------------------+
//	| next payload  |C|   reserved  |        length, bytes          |
//	+---------------+-+-------------+-------------------------------+
func (p *ikePrinter) payloads(typ uint8, b []byte, depth int) []byte {
	for typ != ikeNone {
		if len(b) < 4 || len(b) < int(p.u16(b, 2)) {
			return p.cutPayload(typ)
		}
		size := int(p.u16(b, 2))
		p.indent(depth)
		var rest []byte
		if size > 4 {
			rest = p.payload(typ, b, size, depth)
		}
		if p.isCut() {
			return nil
		}
		p.byte(')')
		if rest == nil || typ == ikeEncrypted2 && p.v2 {
			return nil // what an encrypted payload names is in it
		}
		typ, b = b[0], rest
	}
	return b
}

// payload prints what is in parentheses: a payload of so many bytes, with which b
// begins. It returns what is behind it, nil if nothing there can be printed.
// Of payloads with others in them that is where those ended: quirk ike-nested.
func (p *ikePrinter) payload(typ uint8, b []byte, size, depth int) []byte {
	switch typ {
	case ikeSA:
		return p.sa(b, depth)
	case ikeProposal:
		return p.proposal(b, depth)
	case ikeTransform:
		return p.transform(b, size)
	case ikeKE:
		p.str("ke: key len=")
		p.int(size - 4)
		p.body(b, 4, size)
	case ikeID:
		return p.identity(b, size)
	case ikeCert, ikeCertRequest:
		p.payloadName(typ)
		p.byte(':')
		if len(b) < 6 {
			return p.cutPayload(typ)
		}
		p.str(" len=")
		p.int(size - 4)
		p.str(" type=")
		p.tok(ikeCertTypes, "#", uint32(b[4]))
		p.body(b, 4, size)
	case ikeHash, ikeSignature, ikeVendor:
		p.payloadName(typ)
		p.str(": len=")
		p.int(size - 4)
		p.body(b, 4, size)
	case ikeNonce:
		p.str("nonce: n len=")
		p.int(size - 4)
		if p.opt.Verbose == 2 {
			p.str("  data=(")
			p.someOf(b[4:])
			p.byte(')')
		}
		p.body(b, 4, size)
	case ikeNotify:
		return p.notify(b, size)
	case ikeDelete:
		return p.deletion(b)
	case ikeEncrypted2:
		p.payloadName(typ)
		if !p.v2 {
			break
		}
		p.critical(b)
		p.str(" len=")
		p.int(size - 4)
		if size > 8 {
			p.body(b, 4, size)
		}
	default:
		if typ >= ikeSA2 && typ <= ikeEAP2 {
			return p.payload2(typ, b, size, depth)
		}
		p.payloadName(typ)
	}
	return b[size:]
}

// body prints the rest of a payload, with -vvv and if there is any.
func (p *ikePrinter) body(b []byte, from, to int) {
	if p.opt.Verbose > 2 && from < to {
		p.byte(' ')
		p.hexBytes(b[from:to])
	}
}

// someOf prints the first and the last of what was captured from a payload on,
// up to the end of the packet: quirk ike-some.
func (p *ikePrinter) someOf(b []byte) {
	const first, last = 10, 20
	p.hexBytes(limit(b, first))
	p.str("...")
	if len(b) > first {
		p.hexBytes(b[max(first, len(b)-last):])
	}
}

// sa prints a security association (RFC 2408 section 3.4, RFC 2407 section 4.2).
//
//	+---------------------------------------------------------------+
//	|                    domain of interpretation                   |
//	+---------------------------------------------------------------+
//	|                           situation                           |
//	+---------------------------------------------------------------+
//	|  labeled domain, unless the situation is just identity; then proposals
func (p *ikePrinter) sa(b []byte, depth int) []byte {
	const ipsec, identityOnly = 1, 1
	p.str("sa:")
	if len(b) < 12 {
		return p.cutPayload(ikeSA)
	}
	doi, situation := p.u32(b, 4), p.u32(b, 8)
	if doi != ipsec {
		p.strDec(" doi=", uint64(doi))
		p.strDec(" situation=", uint64(situation))
		return b[12:]
	}
	p.str(" doi=ipsec situation=")
	p.bits(ikeSituations, situation, "+")
	b = b[12:]
	if len(b) < 4 {
		return p.cutPayload(ikeSA)
	}
	if situation != identityOnly {
		p.strDec(" ident=", uint64(doi)) // quirk ike-ident: not what is there
		b = b[4:]
	}
	if len(b) < 4 {
		return p.cutPayload(ikeSA)
	}
	return p.payloads(ikeProposal, b, depth+1)
}

var ikeSituations = []token{{1, "identity"}, {2, "secrecy"}, {4, "integrity"}}

var ikeProtocols = []token{{1, "isakmp"}, {2, "ipsec-ah"}, {3, "ipsec-esp"}, {4, "ipcomp"}}

// spi prints an SPI at off. It returns false if it was not captured.
func (p *ikePrinter) spi(b []byte, off, size int) bool {
	if len(b) < off+size {
		return false
	}
	p.hexBytes(b[off : off+size])
	return true
}

// proposal prints a proposal of version 1 (RFC 2408 section 3.5).
//
//	+---------------+---------------+---------------+---------------+
//	|    number     |   protocol    | SPI size, B   |  transforms   |
//	+---------------+---------------+---------------+---------------+
//	|  SPI, transforms
func (p *ikePrinter) proposal(b []byte, depth int) []byte {
	p.str("p:")
	if len(b) < 8 {
		return p.cutPayload(ikeProposal)
	}
	p.strDec(" #", uint64(b[4]))
	p.str(" protoid=")
	p.tok(ikeProtocols, "#", uint32(b[5]))
	p.strDec(" transform=", uint64(b[7]))
	spiLen := int(b[6])
	if spiLen > 0 {
		p.str(" spi=")
		if !p.spi(b, 8, spiLen) {
			return p.cutPayload(ikeProposal)
		}
	}
	p.proto = b[5]
	b = b[8+spiLen:]
	if len(b) < 4 {
		return p.cutPayload(ikeProposal)
	}
	rest := p.payloads(ikeTransform, b, depth+1)
	p.proto = 0
	return rest
}

// transform prints a transform of version 1 (RFC 2408 section 3.6).
//
//	+---------------+---------------+-------------------------------+
//	|    number     |      ID       |           reserved            |
//	+---------------+---------------+-------------------------------+
//	|  attributes
func (p *ikePrinter) transform(b []byte, size int) []byte {
	p.str("t:")
	if len(b) < 8 {
		return p.cutPayload(ikeTransform)
	}
	p.strDec(" #", uint64(b[4]))
	p.str(" id=")
	var attrs []ikeAttribute
	var ids []token
	switch p.proto {
	case 1:
		ids, attrs = ikeTransforms, ikeAttributes
	case 2:
		ids, attrs = ikeAHTransforms, ipsecAttributes
	case 3:
		ids, attrs = ikeESPTransforms, ipsecAttributes
	case 4:
		ids, attrs = ikeIPCompTransforms, ipsecAttributes
	}
	if ids != nil {
		p.tok(ids, "#", uint32(b[5]))
	} else {
		p.dec(uint64(b[5]))
	}
	p.byte(' ')
	return p.attributes(attrs, b, 8, size)
}

// attributes prints data attributes from off to end (RFC 2408 section 3.3) and
// returns what is behind them.
//
//	+-+-----------------------------+-------------------------------+
//	|1|            type             |             value             |
//	+-+-----------------------------+-------------------------------+
//	|0|            type             |         length, bytes         |
//	+-+-----------------------------+-------------------------------+
//	|  value
func (p *ikePrinter) attributes(table []ikeAttribute, b []byte, off, end int) []byte {
	const short = 0x80
	for off < end && !p.isCut() {
		size := 4
		if p.u8(b, off)&short == 0 {
			size += int(p.u16(b, off+2))
		}
		if p.isCut() {
			return nil
		}
		if size > end-off {
			p.str("[|attr]")
			return after(b, end+1) // quirk ike-attr: one byte too far
		}
		typ := p.u16(b, off) &^ (short << 8)
		var a ikeAttribute
		if int(typ) < len(table) {
			a = table[typ]
		}
		p.str("(type=")
		if a.name != "" {
			p.str(a.name)
		} else {
			p.strDec("#", uint64(typ))
		}
		if b[off]&short != 0 {
			v := p.u16(b, off+2)
			p.str(" value=")
			if s, ok := find(a.values, uint32(v)); ok {
				p.str(s)
			} else {
				p.hexNum(uint64(v), 4)
			}
		} else {
			p.str(" len=")
			p.int(size - 4)
			p.str(" value=")
			p.hexBytes(b[off+4 : off+size])
		}
		p.byte(')')
		off += size
	}
	return b[max(off, end):]
}

// identity prints who sends a message (RFC 2407 section 4.6.2).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |   protocol    |             port              |
//	+---------------+---------------+-------------------------------+
//	|  identification
func (p *ikePrinter) identity(b []byte, size int) []byte {
	p.str("id:")
	if len(b) < 8 {
		return p.cutPayload(ikeID)
	}
	typ := b[4]
	p.str(" idtype=")
	p.tok(ikeIDTypes, "#", uint32(typ))
	p.strDec(" protoid=", uint64(b[5]))
	p.strDec(" port=", uint64(p.u16(b, 6)))
	if size <= 8 {
		return b[size:]
	}
	data := b[8:size]
	p.str(" len=")
	p.int(len(data))
	need := 0
	switch typ {
	case ikeIDIPv4:
		need = 4
	case ikeIDIPv4Net, ikeIDIPv4Range:
		need = 8
	case ikeIDIPv6:
		need = 16
	case ikeIDIPv6Net, ikeIDIPv6Range:
		need = 32
	}
	if len(data) < need {
		p.str(" [bad: < ")
		p.int(need)
		p.byte(']')
		return b[size:]
	}
	switch typ {
	case ikeIDIPv4, ikeIDIPv4Net, ikeIDIPv4Range:
		p.byte(' ')
		p.ip4At(data, 0)
		if typ != ikeIDIPv4 {
			p.str(pick(typ == ikeIDIPv4Net, "/", "-"))
			p.ip4At(data, 4)
		}
	case ikeIDIPv6, ikeIDIPv6Range:
		p.byte(' ')
		p.ip6At(data, 0)
		if typ != ikeIDIPv6 {
			p.byte('-')
			p.ip6At(data, 16)
		}
	case ikeIDIPv6Net:
		p.byte(' ')
		p.ip6At(data, 0)
		p.str("/0x")
		p.hexBytes(data[16:32])
	case ikeIDName, ikeIDUser:
		p.byte(' ')
		p.visible(data)
	default:
		p.body(b, 8, size)
	}
	return b[size:]
}

// notify prints a notification (RFC 2408 section 3.14).
//
//	+---------------------------------------------------------------+
//	|                    domain of interpretation                   |
//	+---------------+---------------+-------------------------------+
//	|   protocol    |  SPI size, B  |             type              |
//	+---------------+---------------+-------------------------------+
//	|  SPI, data
func (p *ikePrinter) notify(b []byte, size int) []byte {
	const ipsec = 1
	const responderLifetime, replayStatus = 24576, 24577
	p.str("n:")
	if len(b) < 12 {
		return p.cutPayload(ikeNotify)
	}
	doi, typ, spiLen := p.u32(b, 4), p.u16(b, 10), int(b[9])
	p.doi(doi)
	p.doiProtocol(doi, b[8])
	p.str(" type=")
	switch {
	case typ < 8192:
		p.tok(ikeNotifyErrors, "#", uint32(typ))
	case typ < 16384 && doi == ipsec:
		p.tok(ikeNotifyIPsecErrors, "#", uint32(typ-8192))
	case typ >= 16384 && typ < 24576:
		p.tok(ikeNotifyStatus, "#", uint32(typ-16384))
	case typ >= 24576 && typ < 32768 && doi == ipsec:
		p.tok(ikeNotifyIPsecStatus, "#", uint32(typ-24576))
	default:
		p.strDec("#", uint64(typ))
	}
	if spiLen > 0 {
		p.str(" spi=")
		if !p.spi(b, 12, spiLen) {
			return p.cutPayload(ikeNotify)
		}
	}
	off := 12 + spiLen
	if off >= len(b) || doi != ipsec {
		return b[off:]
	}
	switch typ {
	case responderLifetime:
		p.str(" attrs=(")
		p.attributes(ikeAttributes, b, off, size)
	case replayStatus:
		p.str(" status=(")
		enabled := p.u32(b, off) != 0
		p.str("replay detection ")
		p.str(pick(enabled, "enabled", "disabled"))
	default:
		p.str(" data=(")
		if p.opt.Verbose > 3 {
			p.hexBytes(b[off:])
		} else {
			p.someOf(b[off:])
		}
	}
	p.byte(')')
	return b[size:]
}

func (p *ikePrinter) doi(v uint32) {
	p.str(" doi=")
	if v == 1 {
		p.str("ipsec")
	} else {
		p.dec(uint64(v))
	}
}

func (p *ikePrinter) doiProtocol(doi uint32, v uint8) {
	p.str(" proto=")
	if doi == 1 {
		p.tok(ikeProtocols, "#", uint32(v))
	} else {
		p.dec(uint64(v))
	}
}

// deletion prints which associations end (RFC 2408 section 3.15).
//
//	+---------------------------------------------------------------+
//	|                    domain of interpretation                   |
//	+---------------+---------------+-------------------------------+
//	|   protocol    |  SPI size, B  |        number of SPIs         |
//	+---------------+---------------+-------------------------------+
//	|  SPIs
func (p *ikePrinter) deletion(b []byte) []byte {
	p.str("d:")
	if len(b) < 12 {
		return p.cutPayload(ikeDelete)
	}
	doi, spiLen, n := p.u32(b, 4), int(b[9]), int(p.u16(b, 10))
	p.doi(doi)
	p.doiProtocol(doi, b[8])
	p.strDec(" spilen=", uint64(spiLen))
	p.strDec(" nspi=", uint64(n))
	p.str(" spi=")
	for i := range n {
		if i > 0 {
			p.byte(',')
		}
		if !p.spi(b, 12+i*spiLen, spiLen) {
			return p.cutPayload(ikeDelete)
		}
	}
	return b[12+n*spiLen:]
}
