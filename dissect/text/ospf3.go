package text

import "wiredump/dissect"

// ospf3 prints an OSPF version 3 packet (RFC 5340).
//
//	OSPFv3, Hello, length 36
func (p *printer) ospf3(b []byte, length int) {
	p.proto = "ospf3"
	var h dissect.OSPF
	h.Decode(b)
	if !p.need(b, 2) {
		return
	}
	p.str("OSPFv")
	p.dec(uint64(h.Version))
	p.str(", ")
	if s, ok := find(ospfTypes, uint32(h.Type)); ok {
		p.str(s)
	} else {
		p.str("unknown packet type (")
		p.dec(uint64(h.Type))
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	if p.opt.Verbose == 0 || h.Type < dissect.OSPFHello || h.Type > dissect.OSPFLSAck {
		return
	}
	if !p.need(b, 4) {
		return
	}
	if h.Length > length {
		p.str(" [len ")
		p.int(h.Length)
		p.byte(']')
		return
	}
	if !p.need(b, 8) {
		return
	}
	p.str("\n\tRouter-ID ")
	p.ip4(h.Router)
	if !p.need(b, 12) {
		return
	}
	if h.Area == [4]byte{} {
		p.str(", Backbone Area")
	} else {
		p.str(", Area ")
		p.ip4(h.Area)
	}
	if !p.need(b, 15) {
		return
	}
	if instance := b[14]; instance != 0 {
		p.str(", Instance ")
		p.dec(uint64(instance))
	}
	if h.Version != 3 {
		return
	}
	if (!p.ospf3Data(b, &h) || !p.ospf3Trailer(b, &h, length-h.Length)) && !p.isCut() {
		p.truncated()
	}
}

// ospf3Data prints what follows the header. It returns false if that was cut.
func (p *printer) ospf3Data(b []byte, h *dissect.OSPF) bool {
	body, n := after(b, dissect.OSPFv3Len), h.Length-dissect.OSPFv3Len
	switch h.Type {
	case dissect.OSPFHello:
		p.ospf3Hello(body, n)
	case dissect.OSPFDatabase:
		return p.ospf3Database(body, n)
	case dissect.OSPFLSRequest:
		if p.opt.Verbose > 1 {
			return p.ospf3Request(body, n)
		}
	case dissect.OSPFLSUpdate:
		if p.opt.Verbose > 1 {
			return p.ospf3Update(body, n)
		}
	case dissect.OSPFLSAck:
		if p.opt.Verbose > 1 {
			return p.ospf3Headers(body, n)
		}
	}
	return !p.isCut()
}

// ospf3Trailer prints what follows a packet in n bytes: link-local signaling
// (RFC 5613), then authentication (RFC 7166). It returns false if that was cut.
func (p *printer) ospf3Trailer(b []byte, h *dissect.OSPF, n int) bool {
	options := -1
	switch h.Type {
	case dissect.OSPFHello:
		options = dissect.OSPFv3Len + 4
	case dissect.OSPFDatabase:
		options = dissect.OSPFv3Len
	}
	local := options >= 0 && p.u32(b, options)&0x200 != 0
	b = after(b, h.Length)
	if local && n > 0 {
		if !p.need(b, 2) {
			return false
		}
		p.str("\n\tLLS Checksum 0x")
		p.hexNum(uint64(p.u16(b, 0)), 4)
		if !p.need(b, 4) {
			return false
		}
		size := int(p.u16(b, 2))
		p.str(", Data Length ")
		p.int(size)
		if size < 4 || size > n || len(b) < size {
			return false
		}
		b, n = b[size:], n-size
	}
	if n == 0 {
		return true
	}
	const authLen = 16
	if n < authLen {
		return false
	}
	if !p.need(b, 2) {
		return false
	}
	p.str("\n\tAuthentication Type ")
	if kind := p.u16(b, 0); kind == 1 {
		p.str("HMAC")
	} else {
		p.str("unknown (0x")
		p.hexNum(uint64(kind), 4)
		p.byte(')')
	}
	if !p.need(b, 4) {
		return false
	}
	size := int(p.u16(b, 2))
	p.str(", Length ")
	p.int(size)
	if size < authLen || size > n {
		return false
	}
	if !p.need(b, 8) {
		return false
	}
	p.str(", SAID ")
	p.dec(uint64(p.u16(b, 6)))
	if !p.need(b, 12) {
		return false
	}
	p.str(", CSN 0x")
	p.hexNum(uint64(p.u32(b, 8)), 8)
	if !p.need(b, authLen) {
		return false
	}
	p.byte(':')
	p.hexNum(uint64(p.u32(b, 12)), 8)
	if len(b) < size {
		return false
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\tAuthentication Data ", b[authLen:size])
	}
	return true
}

func (p *printer) ospf3Options(label string, v uint32) {
	p.str(label)
	p.ospf3Bits(ospf3Options, v)
}

// ospf3Bits prints the names of bits, "none" without any, and the bracket that
// ends them.
func (p *printer) ospf3Bits(names []token, v uint32) {
	p.bitsOrNone(names, v, ", ")
	p.byte(']')
}

// ospf3Hello prints a Hello packet.
func (p *printer) ospf3Hello(b []byte, n int) {
	options := p.u32(b, 4)
	p.ospf3Options("\n\tOptions [", options)
	if !p.need(b, 12) {
		return
	}
	p.str("\n\t  Hello Timer ")
	p.dec(uint64(p.u16(b, 8)))
	p.str("s, Dead Timer ")
	p.dec(uint64(p.u16(b, 10)))
	p.str("s, Interface-ID ")
	p.ip4At(b, 0)
	p.str(", Priority ")
	p.dec(uint64(b[4]))
	if dr := p.bytes(b, 12, 4); dr != nil && !zero(dr) {
		p.str("\n\t  Designated Router ")
		p.ip4At(b, 12)
	}
	if bdr := p.bytes(b, 16, 4); bdr != nil && !zero(bdr) {
		p.str(", Backup Designated Router ")
		p.ip4At(b, 16)
	}
	if p.opt.Verbose > 1 && !p.isCut() {
		p.str("\n\t  Neighbor List:")
		for off := 20; off < n && p.need(b, off+4); off += 4 {
			p.str("\n\t    ")
			p.ip4At(b, off)
		}
	}
}

// ospf3Database prints a Database Description packet.
func (p *printer) ospf3Database(b []byte, n int) bool {
	options := p.u32(b, 0)
	p.ospf3Options("\n\tOptions [", options)
	flags := p.u8(b, 7)
	if p.isCut() {
		return false
	}
	p.str(", DD Flags [")
	p.ospf3Bits(ospf3DDFlags, uint32(flags))
	if !p.need(b, 12) {
		return false
	}
	mtu := p.u16(b, 4)
	p.str(", MTU ")
	p.dec(uint64(mtu))
	seq := p.u32(b, 8)
	p.str(", DD-Sequence 0x")
	p.hexNum(uint64(seq), 8)
	if p.opt.Verbose > 1 && !p.isCut() {
		return p.ospf3Headers(after(b, 12), n-12)
	}
	return true
}

// ospf3Request prints a Link State Request packet.
func (p *printer) ospf3Request(b []byte, n int) bool {
	for ; n > 0; b, n = b[12:], n-12 {
		if len(b) < 12 {
			return false
		}
		p.str("\n\t  Advertising Router ")
		p.ip4At(b, 8)
		p.ospf3Type(p.u16(b, 2), [4]byte(b[4:]))
	}
	return true
}

// ospf3Type prints the type, scope and ID of an advertisement.
func (p *printer) ospf3Type(kind uint16, id [4]byte) {
	p.str("\n\t    ")
	p.tokName(lsa3Types, "Unknown", uint32(kind&0x1fff))
	p.str(" LSA (")
	p.dec(uint64(kind & 0x1fff))
	p.str("), ")
	p.str(lsa3Scopes[kind>>13&3])
	p.str(" Scope")
	if kind&0x8000 != 0 {
		p.str(", transitive")
	}
	p.str(", LSA-ID ")
	p.ip4(id)
}

// ospf3LSAHeader prints an advertisement's header, which n bytes are left for.
func (p *printer) ospf3LSAHeader(b []byte, n int, h *dissect.LSA) bool {
	if n < dissect.LSALen {
		return false
	}
	h.Decode(b)
	if !p.need(b, dissect.LSALen) {
		return false
	}
	p.str("\n\t  Advertising Router ")
	p.ip4(h.Router)
	p.str(", seq 0x")
	p.hexNum(uint64(h.Seq), 8)
	p.str(", age ")
	p.dec(uint64(h.Age))
	p.str("s, length ")
	// quirk ospf-length: a length less than the header's wraps around.
	p.dec(uint64(h.Length) - dissect.LSALen)
	p.ospf3Type(h.Type, h.ID)
	return true
}

// ospf3Headers prints advertisements without their bodies.
func (p *printer) ospf3Headers(b []byte, n int) bool {
	for ; n > 0; b, n = after(b, dissect.LSALen), n-dissect.LSALen {
		var h dissect.LSA
		if !p.ospf3LSAHeader(b, n, &h) {
			return false
		}
	}
	return true
}

// ospf3Update prints a Link State Update packet of n bytes.
func (p *printer) ospf3Update(b []byte, n int) bool {
	count := p.u32(b, 0)
	b, n = after(b, 4), n-4
	for ; count > 0 && n > 0; count-- {
		var h dissect.LSA
		if !p.ospf3LSAHeader(b, n, &h) {
			return false
		}
		if h.Length < dissect.LSALen || h.Length > n || !p.ospf3LSA(&h, b[dissect.LSALen:], h.Length-dissect.LSALen) {
			return false
		}
		b, n = after(b, h.Length), n-h.Length
	}
	return !p.isCut()
}

// ospf3LSA prints the n bytes of an advertisement's body. It returns false if
// they were cut or do not hold what they should.
func (p *printer) ospf3LSA(h *dissect.LSA, b []byte, n int) bool {
	switch h.Type {
	case 0x2000 | dissect.LSARouter:
		return p.lsa3Router(b, n)
	case 0x2000 | dissect.LSANetwork:
		return p.lsa3Network(b, n)
	case 0x2000 | dissect.LSA3InterPrefix:
		if n < 4 || !p.need(b, 4) {
			return false
		}
		p.str(", metric ")
		p.dec(uint64(p.u32(b, 0) & 0xffffff))
		for b, n = b[4:], n-4; n > 0; {
			size := p.lsa3Prefix(b, n)
			if size == 0 {
				return false
			}
			b, n = b[size:], n-size
		}
		return true
	case 0x4000 | dissect.LSAExternal:
		return p.lsa3External(b, n)
	case dissect.LSA3Link:
		return p.lsa3Link(b, n)
	case 0x2000 | dissect.LSA3IntraPrefix:
		return p.lsa3IntraPrefix(b, n)
	}
	p.hexLines("\n\t      ", limit(b, n))
	return true
}

// lsa3IntraPrefix prints an intra-area prefix LSA.
//
// quirk ospf-prefix: eight bytes are counted before the prefixes, not twelve,
// and each prefix is allowed all that is left then.
func (p *printer) lsa3IntraPrefix(b []byte, n int) bool {
	if n < 4 || len(b) < 12 {
		return false
	}
	p.ospf3Type(p.u16(b, 2), [4]byte(b[4:]))
	if n < 8 {
		return false
	}
	count := int(p.u16(b, 0))
	p.str("\n\t      Prefixes ")
	p.int(count)
	p.byte(':')
	for b = b[12:]; count > 0; count-- {
		size := p.lsa3Prefix(b, n-8)
		if size == 0 {
			return false
		}
		b = b[size:]
	}
	return true
}

func (p *printer) lsa3Prefixes(b []byte, n, count int) bool {
	for ; count > 0; count-- {
		size := p.lsa3Prefix(b, n)
		if size == 0 {
			return false
		}
		b, n = b[size:], n-size
	}
	return true
}

// lsa3Prefix prints an address prefix (RFC 5340 section A.4.1) in n bytes and
// returns its length; 0 where it was cut.
func (p *printer) lsa3Prefix(b []byte, n int) int {
	if n < 4 || len(b) < 4 {
		return 0
	}
	size := (int(b[0]) + 31) / 32 * 4
	if size > 16 {
		p.str(" bogus prefixlen /")
		p.dec(uint64(b[0]))
		return 0
	}
	if n < 4+size || !p.need(b, 4+size) {
		return 0
	}
	var a [16]byte
	copy(a[:], b[4:4+size])
	p.str("\n\t\t")
	p.ip6(a)
	p.byte('/')
	p.dec(uint64(b[0]))
	if b[1] != 0 {
		p.str(", Options [")
		p.ospf3Bits(prefixOptions, uint32(b[1]))
	}
	p.str(", metric ")
	p.dec(uint64(p.u16(b, 2)))
	return 4 + size
}

// lsa3Router prints a router LSA.
func (p *printer) lsa3Router(b []byte, n int) bool {
	if n < 4 || !p.need(b, 4) {
		return false
	}
	v := p.u32(b, 0)
	p.ospf3Options("\n\t      Options [", v&0xffffff)
	p.str(", RLA-Flags [")
	p.ospf3Bits(routerLSA3Flags, v>>24)
	for b, n = b[4:], n-4; n > 0; b, n = b[16:], n-16 {
		if n < 16 || len(b) < 16 {
			return false
		}
		switch b[0] {
		case 1:
			p.str("\n\t      Neighbor Router-ID ")
		case 2:
			p.str("\n\t      Neighbor Network-ID ")
		case 4:
			p.str("\n\t      Virtual Link: Neighbor Router-ID ")
		default:
			p.str("\n\t      Unknown Router Links Type 0x")
			p.hexNum(uint64(b[0]), 2)
			return true
		}
		p.ip4At(b, 12)
		p.str("\n\t      Neighbor Interface-ID ")
		p.ip4At(b, 8)
		p.str(", Interface ")
		p.ip4At(b, 4)
		p.str(", metric ")
		p.dec(uint64(p.u16(b, 2)))
	}
	return true
}

// lsa3Network prints a network LSA.
func (p *printer) lsa3Network(b []byte, n int) bool {
	if n < 4 || !p.need(b, 4) {
		return false
	}
	p.ospf3Options("\n\t      Options [", p.u32(b, 0)&0xffffff)
	p.str("\n\t      Connected Routers:")
	for b, n = b[4:], n-4; n > 0; b, n = b[4:], n-4 {
		if n < 4 || !p.need(b, 4) {
			return false
		}
		p.str("\n\t\t")
		p.ip4At(b, 0)
	}
	return true
}

// lsa3Link prints a link LSA.
func (p *printer) lsa3Link(b []byte, n int) bool {
	if n < 4 || len(b) < 4 {
		return false
	}
	p.ospf3Options("\n\t      Options [", p.u32(b, 0)&0xffffff)
	if n < 24 || !p.need(b, 24) {
		return false
	}
	count := int(p.u32(b, 20))
	p.str("\n\t      Priority ")
	p.dec(uint64(b[0]))
	p.str(", Link-local address ")
	p.ip6At(b, 4)
	p.str(", Prefixes ")
	p.int(count)
	p.byte(':')
	return p.lsa3Prefixes(b[24:], n-24, count)
}

// lsa3External prints an AS-external LSA.
func (p *printer) lsa3External(b []byte, n int) bool {
	if n < 4 || !p.need(b, 4) {
		return false
	}
	v := p.u32(b, 0)
	p.str("\n\t     Flags [")
	p.ospf3Bits(externalLSA3Flags, v)
	p.str(" metric ")
	p.dec(uint64(v & 0xffffff))
	prefix := b[4:]
	size := p.lsa3Prefix(prefix, n-4)
	if size == 0 {
		return false
	}
	b, n = prefix[size:], n-4-size
	if v&0x02000000 != 0 {
		if n < 16 || !p.need(b, 16) {
			return false
		}
		p.str(" forward ")
		p.ip6At(b, 0)
		b, n = b[16:], n-16
	}
	if v&0x01000000 != 0 {
		if n < 4 || !p.need(b, 4) {
			return false
		}
		p.str(" tag ")
		p.ip4At(b, 0)
		b, n = b[4:], n-4
	}
	// quirk ospf-reference: the upper byte of the type that is referred to.
	if prefix[2] != 0 {
		if n < 4 || !p.need(b, 4) {
			return false
		}
		p.str(" RefLSID: ")
		p.ip4At(b, 0)
	}
	return true
}

var ospf3Options = []token{
	{0x01, "V6"}, {0x02, "External"}, {0x04, "Deprecated"}, {0x08, "NSSA"}, {0x10, "Router"}, {0x20, "Demand Circuit"},
	{0x0100, "AFs Support"}, {0x0200, "LLS"}, {0x0400, "Authentication Trailer"},
}

var ospf3DDFlags = []token{{0x04, "Init"}, {0x02, "More"}, {0x01, "Master"}, {0x10, "IPv6 MTU"}}

var lsa3Types = []token{
	{dissect.LSARouter, "Router"}, {dissect.LSANetwork, "Network"}, {dissect.LSA3InterPrefix, "Inter-Area Prefix"},
	{dissect.LSA3InterRouter, "Inter-Area Router"}, {dissect.LSAExternal, "External"}, {6, "Deprecated"}, {7, "NSSA"},
	{dissect.LSA3Link, "Link"}, {dissect.LSA3IntraPrefix, "Intra-Area Prefix"}, {10, "Intra-Area TE"}, {11, "Grace"},
	{12, "Router Information"}, {13, "Inter-AS-TE"}, {14, "Layer 1 VPN"},
}

var lsa3Scopes = [4]string{"Link Local", "Area Local", "Domain Wide", "Unknown"}

var prefixOptions = []token{
	{0x01, "No Unicast"}, {0x02, "Local address"}, {0x04, "Deprecated"}, {0x08, "Propagate"}, {0x10, "Down"},
	{0x20, "N-bit"},
}

var routerLSA3Flags = []token{
	{0x01, "ABR"}, {0x02, "External"}, {0x04, "Virtual-Link Endpoint"}, {0x08, "Deprecated"}, {0x10, "NSSA Translator"},
}

var externalLSA3Flags = []token{{0x80000000, "External Type 2"}, {0x02000000, "Forwarding"}, {0x01000000, "Tag"}}
