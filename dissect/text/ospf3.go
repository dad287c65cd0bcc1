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
	p.str("OSPFv3, ")
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
	p.need(b, 8)
	p.str("\n\tRouter-ID ")
	p.ip4(h.Router)
	p.need(b, 12)
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
	body, n := after(b, dissect.OSPFv3Len), h.Length-dissect.OSPFv3Len
	switch h.Type {
	case dissect.OSPFHello:
		p.ospf3Hello(body, n)
	case dissect.OSPFDatabase:
		p.ospf3Database(body, n)
	case dissect.OSPFLSRequest:
		if p.opt.Verbose > 1 {
			p.ospf3Request(body, n)
		}
	case dissect.OSPFLSUpdate:
		if p.opt.Verbose > 1 {
			p.ospf3Update(body)
		}
	case dissect.OSPFLSAck:
		if p.opt.Verbose > 1 {
			p.ospf3Headers(body, n)
		}
	}
}

func (p *printer) ospf3Options(label string, v uint32) {
	p.str(label)
	if !p.bits(ospf3Options, v, ", ") {
		p.str("none")
	}
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
func (p *printer) ospf3Database(b []byte, n int) {
	options := p.u32(b, 0)
	p.ospf3Options("\n\tOptions [", options)
	flags := p.u8(b, 7)
	if p.isCut() {
		return
	}
	p.str(", DD Flags [")
	if !p.bits(ospfDDFlags, uint32(flags), ", ") {
		p.str("none")
	}
	mtu := p.u16(b, 4)
	p.str("], MTU ")
	p.dec(uint64(mtu))
	seq := p.u32(b, 8)
	p.str(", DD-Sequence 0x")
	p.hexNum(uint64(seq), 8)
	if p.opt.Verbose > 1 && !p.isCut() {
		p.ospf3Headers(after(b, 12), n-12)
	}
}

// ospf3Request prints a Link State Request packet.
func (p *printer) ospf3Request(b []byte, n int) {
	for ; n > 0 && p.need(b, 12); b, n = b[12:], n-12 {
		p.str("\n\t  Advertising Router ")
		p.ip4At(b, 8)
		p.ospf3Type(p.u16(b, 2), [4]byte(b[4:]))
	}
}

// ospf3Type prints the type, scope and ID of an advertisement.
func (p *printer) ospf3Type(kind uint16, id [4]byte) {
	p.str("\n\t    ")
	p.tokName(lsa3Types, "Unknown", uint32(kind&0x1fff))
	p.str(" LSA (")
	p.dec(uint64(kind & 0x1fff))
	p.str("), ")
	p.str(lsa3Scopes[kind>>13&3])
	p.str(" Scope, LSA-ID ")
	p.ip4(id)
}

// ospf3LSAHeader prints an advertisement's header.
func (p *printer) ospf3LSAHeader(b []byte, h *dissect.LSA) bool {
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
	p.int(h.Length - dissect.LSALen)
	p.ospf3Type(h.Type, h.ID)
	return true
}

// ospf3Headers prints advertisements without their bodies.
func (p *printer) ospf3Headers(b []byte, n int) {
	for ; n > 0; b, n = after(b, dissect.LSALen), n-dissect.LSALen {
		var h dissect.LSA
		if !p.ospf3LSAHeader(b, &h) {
			return
		}
	}
}

// ospf3Update prints a Link State Update packet.
func (p *printer) ospf3Update(b []byte) {
	n := p.u32(b, 0)
	b = after(b, 4)
	for ; n > 0 && !p.isCut(); n-- {
		var h dissect.LSA
		if !p.ospf3LSAHeader(b, &h) {
			return
		}
		if h.Length < dissect.LSALen {
			p.truncated()
			return
		}
		if !p.ospf3Body(&h, after(limit(b, h.Length), dissect.LSALen)) || p.isCut() {
			return
		}
		b = after(b, h.Length)
	}
}

// ospf3Body prints what an advertisement says. It returns false where that was
// cut.
func (p *printer) ospf3Body(h *dissect.LSA, b []byte) bool {
	switch h.Type {
	case 0x2000 | dissect.LSARouter:
		return p.lsa3Router(b)
	case 0x2000 | dissect.LSANetwork:
		return p.lsa3Network(b)
	case 0x2000 | dissect.LSA3InterPrefix:
		if !p.need(b, 4) {
			return false
		}
		p.str(", metric ")
		p.dec(uint64(p.u32(b, 0) & 0xffffff))
		for b = b[4:]; len(b) > 0; {
			n := p.lsa3Prefix(b)
			if n == 0 {
				return false
			}
			b = after(b, n)
		}
	case 0x4000 | dissect.LSAExternal:
		return p.lsa3External(b)
	case dissect.LSA3Link:
		return p.lsa3Link(b)
	case 0x2000 | dissect.LSA3IntraPrefix:
		if !p.need(b, 12) {
			return false
		}
		p.ospf3Type(p.u16(b, 2), [4]byte(b[4:]))
		n := int(p.u16(b, 0))
		p.str("\n\t      Prefixes ")
		p.int(n)
		p.byte(':')
		return p.lsa3Prefixes(b[12:], n)
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t    ", b)
		}
	}
	return true
}

func (p *printer) lsa3Prefixes(b []byte, n int) bool {
	for ; n > 0; n-- {
		size := p.lsa3Prefix(b)
		if size == 0 {
			return false
		}
		b = after(b, size)
	}
	return true
}

// lsa3Prefix prints an address prefix (RFC 5340 section A.4.1) and returns its
// length; 0 where it was cut.
func (p *printer) lsa3Prefix(b []byte) int {
	if !p.need(b, 4) {
		return 0
	}
	n := (int(b[0]) + 31) / 32 * 4
	if n > 16 {
		p.str(" bogus prefixlen /")
		p.dec(uint64(b[0]))
	}
	if !p.need(b, 4+n) {
		return 0
	}
	var a [16]byte
	copy(a[:], b[4:4+n])
	p.str("\n\t\t")
	p.ip6(a)
	p.byte('/')
	p.dec(uint64(b[0]))
	if b[1] != 0 {
		p.str(", Options [")
		p.bits(prefixOptions, uint32(b[1]), ", ")
		p.byte(']')
	}
	p.str(", metric ")
	p.dec(uint64(p.u16(b, 2)))
	return 4 + n
}

// lsa3Router prints a router LSA.
func (p *printer) lsa3Router(b []byte) bool {
	v := p.u32(b, 0)
	p.ospf3Options("\n\t      Options [", v&0xffffff)
	p.str(", RLA-Flags [")
	if !p.bits(routerLSA3Flags, v>>24, ", ") {
		p.str("none")
	}
	p.byte(']')
	for b = after(b, 4); len(b) > 0; b = b[16:] {
		if !p.need(b, 16) {
			return false
		}
		switch b[0] {
		case 1, 4:
			if b[0] == 4 {
				p.str("\n\t      Virtual Link: Neighbor Router-ID ")
			} else {
				p.str("\n\t      Neighbor Router-ID ")
			}
			p.lsa3Neighbor(b, "\n\t      Neighbor Interface-ID ")
		case 2:
			p.str("\n\t      Neighbor Network-ID ")
			p.lsa3Neighbor(b, "\n\t      Neighbor Interface-ID ")
		default:
			p.str("\n\t      Unknown Router Links Type 0x")
			p.hexNum(uint64(b[0]), 2)
			return true
		}
		p.str(", metric ")
		p.dec(uint64(p.u16(b, 2)))
	}
	return true
}

func (p *printer) lsa3Neighbor(b []byte, label string) {
	p.ip4At(b, 12)
	p.str(label)
	p.ip4At(b, 8)
	p.str(", Interface ")
	p.ip4At(b, 4)
}

// lsa3Network prints a network LSA.
func (p *printer) lsa3Network(b []byte) bool {
	v := p.u32(b, 0)
	p.ospf3Options("\n\t      Options [", v&0xffffff)
	p.str("\n\t      Connected Routers:")
	for b = after(b, 4); len(b) >= 4; b = b[4:] {
		p.str("\n\t\t")
		p.ip4At(b, 0)
	}
	return true
}

// lsa3Link prints a link LSA.
func (p *printer) lsa3Link(b []byte) bool {
	v := p.u32(b, 0)
	p.ospf3Options("\n\t      Options [", v&0xffffff)
	if !p.need(b, 24) {
		return false
	}
	n := int(p.u32(b, 20))
	p.str("\n\t      Priority ")
	p.dec(uint64(v >> 24))
	p.str(", Link-local address ")
	p.ip6At(b, 4)
	p.str(", Prefixes ")
	p.int(n)
	p.byte(':')
	return p.lsa3Prefixes(b[24:], n)
}

// lsa3External prints an AS-external LSA.
func (p *printer) lsa3External(b []byte) bool {
	v := p.u32(b, 0)
	if p.isCut() {
		return false
	}
	p.str("\n\t     Flags [")
	if !p.bits(externalLSA3Flags, v>>24, ", ") {
		p.str("none")
	}
	p.str("], metric ")
	p.dec(uint64(v & 0xffffff))
	b = b[4:]
	n := p.lsa3Prefix(b)
	if n == 0 {
		return false
	}
	referenced := p.u16(b, 2)
	b = after(b, n)
	if v&0x02000000 != 0 {
		if !p.need(b, 16) {
			return false
		}
		p.str(" forward ")
		p.ip6At(b, 0)
		b = b[16:]
	}
	if v&0x01000000 != 0 {
		if !p.need(b, 4) {
			return false
		}
		p.str(" tag ")
		p.ip4At(b, 0)
		b = b[4:]
	}
	if referenced != 0 {
		if !p.need(b, 4) {
			return false
		}
		p.ospf3Type(referenced, [4]byte(b))
	}
	return true
}

var ospf3Options = []token{
	{0x01, "V6"}, {0x02, "External"}, {0x04, "Deprecated"}, {0x08, "NSSA"}, {0x10, "Router"}, {0x20, "Demand Circuit"},
	{0x0100, "AF-capable"}, {0x0200, "L-bit"},
}

var lsa3Types = []token{
	{dissect.LSARouter, "Router"}, {dissect.LSANetwork, "Network"}, {dissect.LSA3InterPrefix, "Inter-Area Prefix"},
	{dissect.LSA3InterRouter, "Inter-Area Router"}, {dissect.LSAExternal, "External"}, {6, "Deprecated"}, {7, "NSSA"},
	{dissect.LSA3Link, "Link"}, {dissect.LSA3IntraPrefix, "Intra-Area Prefix"},
}

var lsa3Scopes = [4]string{"Link Local", "Area Local", "Domain Wide", "Reserved"}

var prefixOptions = []token{{0x01, "No Unicast"}, {0x02, "Local address"}, {0x04, "Deprecated"}, {0x08, "Propagate"}, {0x10, "Down"}}

var routerLSA3Flags = []token{{0x01, "ABR"}, {0x02, "ASBR"}, {0x04, "Virtual"}, {0x08, "Wildcard"}, {0x10, "Nt"}}

var externalLSA3Flags = []token{{0x04, "Type 2"}, {0x02, "Forward"}, {0x01, "Tag"}}
