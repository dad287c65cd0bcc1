package text

import "wiredump/dissect"

// ospf prints an OSPF packet of the version that the IP version goes with.
func (p *printer) ospf(b []byte, length int) {
	if p.ipLen == 16 {
		p.ospf3(b, length)
	} else {
		p.ospf2(b, length)
	}
}

// ospf2 prints an OSPF version 2 packet (RFC 2328).
//
//	OSPFv2, Hello, length 44
func (p *printer) ospf2(b []byte, length int) {
	p.proto = "ospf2"
	var h dissect.OSPF
	h.Decode(b)
	if !p.need(b, 16) {
		return
	}
	if h.Auth == dissect.OSPFAuthCrypto {
		// The digest is behind the packet.
		b = b[:max(len(b)-ospfDigest, 0)]
		length = int(uint32(length - ospfDigest))
	}
	if !p.need(b, 2) {
		return
	}
	p.str("OSPFv")
	p.dec(uint64(h.Version))
	p.str(", ")
	p.tok(ospfTypes, "unknown LS-type ", uint32(h.Type))
	p.str(", length ")
	p.int(length)
	if _, ok := find(ospfTypes, uint32(h.Type)); !ok || p.opt.Verbose == 0 {
		return
	}
	if !p.need(b, 4) {
		return
	}
	if length != h.Length {
		p.str(" [len ")
		p.int(h.Length)
		p.byte(']')
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
	if !p.need(b, dissect.OSPFv2Len) {
		return
	}
	p.str(", Authentication Type: ")
	p.tokName(ospfAuths, "unknown", uint32(h.Auth))
	p.str(" (")
	p.dec(uint64(h.Auth))
	p.byte(')')
	switch h.Auth {
	case dissect.OSPFAuthNone:
	case dissect.OSPFAuthSimple:
		p.str("\n\tSimple text password: ")
		p.visible(untilNul(b[16:24]))
	case dissect.OSPFAuthCrypto:
		p.str("\n\tKey-ID: ")
		p.dec(uint64(b[18]))
		p.str(", Auth-Length: ")
		p.dec(uint64(b[19]))
		p.str(", Crypto Sequence Number: 0x")
		p.hexNum(uint64(p.u32(b, 20)), 8)
	default:
		return
	}
	if h.Version != 2 {
		p.str(" ospf [version ")
		p.dec(uint64(h.Version))
		p.byte(']')
		return
	}
	p.ospf2Body(b, &h, min(length, h.Length))
	if length > h.Length && !p.isCut() {
		p.ospfLocal(b, &h, length)
	}
}

// ospf2Body prints what follows the header, which claims to end at end.
func (p *printer) ospf2Body(b []byte, h *dissect.OSPF, end int) {
	body, n := after(b, dissect.OSPFv2Len), end-dissect.OSPFv2Len
	switch h.Type {
	case dissect.OSPFHello:
		p.ospf2Hello(body, n)
	case dissect.OSPFDatabase:
		p.ospf2Database(body, n)
	case dissect.OSPFLSRequest:
		p.ospf2Request(body, n)
	case dissect.OSPFLSUpdate:
		p.ospf2Update(body)
	case dissect.OSPFLSAck:
		// quirk ospf-ack: the list ends where the bytes do.
		for off := 0; !p.isCut(); off += dissect.LSALen {
			var a dissect.LSA
			if !p.ospf2LSAHeader(after(body, off), &a) {
				return
			}
		}
	}
}

// ospfLocal prints the link-local signaling behind a packet (RFC 5613).
func (p *printer) ospfLocal(b []byte, h *dissect.OSPF, length int) {
	options := 0
	switch h.Type {
	case dissect.OSPFHello:
		options = dissect.OSPFv2Len + 6
	case dissect.OSPFDatabase:
		options = dissect.OSPFv2Len + 2
	default:
		return
	}
	if p.u8(b, options)&0x10 == 0 {
		return
	}
	off := h.Length
	if h.Auth == dissect.OSPFAuthCrypto {
		off += int(b[19])
	}
	if off >= length {
		p.str("\n\t[LLS truncated]")
		return
	}
	b, n := after(b, off), length-off
	if !p.need(b, 2) {
		return
	}
	p.str("\n\t  LLS: checksum: 0x")
	p.hexNum(uint64(p.u16(b, 0)), 4)
	if !p.need(b, 4) {
		return
	}
	p.str(", length: ")
	p.dec(uint64(p.u16(b, 2)))
	for b, n = b[4:], n-4; n > 0; {
		if !p.need(b, 2) {
			return
		}
		kind := p.u16(b, 0)
		p.str("\n\t    ")
		p.tokName(localTLVs, "Unknown TLV", uint32(kind))
		p.str(" (")
		p.dec(uint64(kind))
		p.byte(')')
		if !p.need(b, 4) {
			return
		}
		size := int(p.u16(b, 2))
		p.str(", length: ")
		p.int(size)
		b, n = b[4:], n-4
		switch kind {
		case 1:
			if size != 4 {
				p.str(" [should be 4]")
				size = 4
			}
			if !p.need(b, 4) {
				return
			}
			v := p.u32(b, 0)
			p.str("\n\t      Options: 0x")
			p.hexNum(uint64(v), 8)
			p.str(" [")
			if !p.bits(localOptions, v, ", ") {
				p.byte('?')
			}
			p.byte(']')
		case 2:
			if size != 20 {
				p.str(" [should be 20]")
				size = 20
			}
			if !p.need(b, 4) {
				return
			}
			p.str("\n\t      Sequence number: 0x")
			p.hexNum(uint64(p.u32(b, 0)), 8)
		}
		size = (size + 3) &^ 3
		b, n = after(b, size), n-size
	}
}

func (p *printer) ospf2Options(label string, v uint8) {
	p.str(label)
	p.bitsOrNone(ospf2Options, uint32(v), ", ")
	p.byte(']')
}

// ospf2Hello prints a Hello packet.
func (p *printer) ospf2Hello(b []byte, n int) {
	options := p.u8(b, 6)
	p.ospf2Options("\n\tOptions [", options)
	if !p.need(b, 12) {
		return
	}
	p.str("\n\t  Hello Timer ")
	p.dec(uint64(p.u16(b, 4)))
	p.str("s, Dead Timer ")
	p.dec(uint64(p.u32(b, 8)))
	p.str("s, Mask ")
	p.ip4At(b, 0)
	p.str(", Priority ")
	p.dec(uint64(b[7]))
	if dr := p.bytes(b, 12, 4); dr != nil && !zero(dr) {
		p.str("\n\t  Designated Router ")
		p.ip4At(b, 12)
	}
	if bdr := p.bytes(b, 16, 4); bdr != nil && !zero(bdr) {
		p.str(", Backup Designated Router ")
		p.ip4At(b, 16)
	}
	if n > 20 && !p.isCut() {
		p.str("\n\t  Neighbor List:")
		for off := 20; off < n && p.need(b, off+4); off += 4 {
			p.str("\n\t    ")
			p.ip4At(b, off)
		}
	}
}

// ospf2Database prints a Database Description packet.
func (p *printer) ospf2Database(b []byte, n int) {
	options := p.u8(b, 2)
	p.ospf2Options("\n\tOptions [", options)
	flags := p.u8(b, 3)
	if p.isCut() {
		return
	}
	p.str(", DD Flags [")
	p.bitsOrNone(ospfDDFlags, uint32(flags), ", ")
	p.byte(']')
	mtu := p.u16(b, 0)
	if mtu != 0 {
		p.str(", MTU: ")
		p.dec(uint64(mtu))
	}
	seq := p.u32(b, 4)
	p.str(", Sequence: 0x")
	p.hexNum(uint64(seq), 8)
	for off := 8; off < n && !p.isCut(); off += dissect.LSALen {
		var h dissect.LSA
		if !p.ospf2LSAHeader(after(b, off), &h) {
			return
		}
	}
}

// ospf2Request prints a Link State Request packet.
func (p *printer) ospf2Request(b []byte, n int) {
	for ; n > 0 && p.need(b, 12); b, n = b[12:], n-12 {
		kind := p.u32(b, 0)
		p.str("\n\t  Advertising Router: ")
		p.ip4At(b, 8)
		p.str(", ")
		p.tokName(lsaTypes, "unknown", kind)
		p.str(" LSA (")
		p.dec(uint64(kind))
		p.byte(')')
		switch kind {
		case dissect.LSAOpaqueLink, dissect.LSAOpaqueArea, dissect.LSAOpaqueAS:
			p.str(", Opaque-Type: ")
			p.ospfOpaque([4]byte(b[4:]), ": ")
		default:
			p.str(", LSA-ID: ")
			p.ip4At(b, 4)
		}
	}
}

// ospfOpaque prints the type and number that the link state ID of an opaque
// advertisement holds (RFC 5250).
func (p *printer) ospfOpaque(id [4]byte, sep string) {
	p.tokName(opaqueTypes, "unknown", uint32(id[0]))
	p.str(" LSA (")
	p.dec(uint64(id[0]))
	p.str("), Opaque-ID")
	p.str(sep)
	p.dec(uint64(id[1])<<16 | uint64(id[2])<<8 | uint64(id[3]))
}

// ospf2LSAHeader prints an advertisement's header.
func (p *printer) ospf2LSAHeader(b []byte, h *dissect.LSA) bool {
	h.Decode(b)
	if !p.need(b, dissect.LSALen) {
		return false
	}
	if h.Length < dissect.LSALen {
		p.str("\n\t    Bogus length ")
		p.int(h.Length)
		p.str(" < header (")
		p.int(dissect.LSALen)
		p.byte(')')
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
	kind := h.Type & 0xff
	p.str("\n\t    ")
	p.tokName(lsaTypes, "unknown", uint32(kind))
	p.str(" LSA (")
	p.dec(uint64(kind))
	switch kind {
	case dissect.LSAOpaqueLink, dissect.LSAOpaqueArea, dissect.LSAOpaqueAS:
		p.str("), Opaque-Type ")
		p.ospfOpaque(h.ID, " ")
	default:
		p.str("), LSA-ID: ")
		p.ip4(h.ID)
	}
	p.ospf2Options("\n\t    Options: [", uint8(h.Type>>8))
	return true
}

// ospf2Update prints a Link State Update packet.
func (p *printer) ospf2Update(b []byte) {
	n := int(p.u32(b, 0))
	if p.isCut() {
		return
	}
	p.str(", ")
	p.int(n)
	p.str(" LSA")
	if n != 1 {
		p.byte('s')
	}
	b = b[4:]
	for i := 1; i <= n; i++ {
		p.str("\n\t  LSA #")
		p.int(i)
		size := p.ospf2LSA(b)
		if size == 0 || p.isCut() {
			return
		}
		b = after(b, size)
	}
}

// ospf2LSA prints an advertisement and returns its length; 0 where it was cut.
func (p *printer) ospf2LSA(b []byte) int {
	var h dissect.LSA
	if !p.ospf2LSAHeader(b, &h) {
		p.cut()
		return 0
	}
	// The fields are read to the end of the packet.
	body, n := b[dissect.LSALen:], h.Length-dissect.LSALen
	ok := true
	switch h.Type & 0xff {
	case dissect.LSARouter:
		var known bool
		if known, ok = p.lsaRouter(body); !known {
			return h.Length
		}
	case dissect.LSANetwork:
		ok = p.lsaNetwork(body, n)
	case dissect.LSASummary:
		ok = p.lsaSummary(body, n, true)
	case dissect.LSAASBRSummary:
		ok = p.lsaSummary(body, n, false)
	case dissect.LSAExternal, dissect.LSANSSA:
		ok = p.lsaExternal(body, n)
	case dissect.LSAMulticast:
		ok = p.lsaMulticast(body, n)
	case dissect.LSAOpaqueLink, dissect.LSAOpaqueArea, dissect.LSAOpaqueAS:
		if !p.lsaOpaque(&h, body, n) {
			return h.Length
		}
	}
	if p.isCut() {
		return 0
	}
	if !ok {
		p.cut()
		return 0
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t    ", limit(body, n))
	}
	return h.Length
}

// lsaRouter prints a router LSA (RFC 2328 section A.4.2). known is false if
// the advertisement ends with a link of unknown type, without its dump.
func (p *printer) lsaRouter(b []byte) (known, ok bool) {
	if len(b) < 1 {
		return true, false
	}
	p.str("\n\t    Router LSA Options: [")
	p.bitsOrNone(routerLSAFlags, uint32(b[0]), ", ")
	p.byte(']')
	// A first link is required to be there whatever the count is, and the end
	// of the advertisement is not looked at.
	if len(b) < 4+12 {
		return true, false
	}
	n := int(p.u16(b, 2))
	b = b[4:]
	for ; n > 0; n-- {
		if len(b) < 12 {
			return true, false
		}
		switch b[8] {
		case 1, 4:
			if b[8] == 4 {
				p.str("\n\t      Virtual Link: Neighbor Router-ID: ")
			} else {
				p.str("\n\t      Neighbor Router-ID: ")
			}
			p.ip4At(b, 0)
			p.str(", Interface Address: ")
			p.ip4At(b, 4)
		case 2:
			p.str("\n\t      Neighbor Network-ID: ")
			p.ip4At(b, 0)
			p.str(", Interface Address: ")
			p.ip4At(b, 4)
		case 3:
			p.str("\n\t      Stub Network: ")
			p.ip4At(b, 0)
			p.str(", Mask: ")
			p.ip4At(b, 4)
		default:
			p.str("\n\t      Unknown Router Link Type (")
			p.dec(uint64(b[8]))
			p.byte(')')
			return false, true
		}
		tos := int(b[9])
		p.lsaTopology(0, ", metric ")
		p.dec(uint64(p.u16(b, 10)))
		b = b[12:]
		for ; tos > 0; tos-- {
			if len(b) < 4 {
				return true, false
			}
			p.lsaTopology(b[0], ", metric ")
			p.dec(uint64(p.u16(b, 2)))
			b = b[4:]
		}
	}
	return true, true
}

// lsaTopology prints "topology default (0), metric ".
func (p *printer) lsaTopology(id uint8, behind string) {
	p.str("\n\t\ttopology ")
	p.tokName(topologies, "Unknown", uint32(id))
	p.str(" (")
	p.dec(uint64(id))
	p.byte(')')
	p.str(behind)
}

// lsaNetwork prints a network LSA.
func (p *printer) lsaNetwork(b []byte, n int) bool {
	if len(b) < 4 {
		return false
	}
	p.str("\n\t    Mask ")
	p.ip4At(b, 0)
	p.str("\n\t    Connected Routers:")
	for off := 4; off < n; off += 4 {
		if off+4 > len(b) {
			return false
		}
		p.str("\n\t      ")
		p.ip4At(b, off)
	}
	return true
}

// lsaSummary prints a summary LSA, with the mask of the network or, for the
// route to a border router, without.
func (p *printer) lsaSummary(b []byte, n int, mask bool) bool {
	if len(b) < 4 {
		return false
	}
	if mask {
		p.str("\n\t    Mask ")
		p.ip4At(b, 0)
	}
	for off := 4; off < n; off += 4 {
		if off+4 > len(b) {
			return false
		}
		v := p.u32(b, off)
		p.lsaTopology(uint8(v>>24&0x7f), " metric ")
		p.dec(uint64(v & 0xffffff))
	}
	return true
}

// lsaExternal prints an AS-external or NSSA LSA.
func (p *printer) lsaExternal(b []byte, n int) bool {
	if len(b) < 4 {
		return false
	}
	p.str("\n\t    Mask ")
	p.ip4At(b, 0)
	for off := 4; off < n; off += 12 {
		if off+4 > len(b) {
			return false
		}
		v := p.u32(b, off)
		p.lsaTopology(uint8(v>>24&0x7f), ", type ")
		if v>>31 != 0 {
			p.byte('2')
		} else {
			p.byte('1')
		}
		p.str(", metric ")
		if v&0xffffff == 0xffffff {
			p.str("infinite")
		} else {
			p.dec(uint64(v & 0xffffff))
		}
		if off+8 > len(b) {
			return false
		}
		if !zero(b[off+4 : off+8]) {
			p.str(", forward ")
			p.ip4At(b, off+4)
		}
		if off+12 > len(b) {
			return false
		}
		if !zero(b[off+8 : off+12]) {
			p.str(", tag ")
			p.ip4At(b, off+8)
		}
	}
	return true
}

// lsaMulticast prints a group membership LSA (RFC 1584).
func (p *printer) lsaMulticast(b []byte, n int) bool {
	for n > 0 {
		if len(b) < 4 {
			return false
		}
		kind := p.u32(b, 0)
		switch kind {
		case 1:
			if len(b) < 8 {
				return false
			}
			p.str("\n\t    Router Router-ID ")
			p.ip4At(b, 4)
			b, n = b[8:], n-8
		case 2:
			if len(b) < 8 {
				return false
			}
			p.str("\n\t    Network Designated Router ")
			p.ip4At(b, 4)
			b, n = b[8:], n-8
		default:
			p.str("\n\t    unknown VertexType (")
			p.dec(uint64(kind))
			p.byte(')')
			b, n = after(b, 8), n-8
		}
	}
	return true
}

// ospfDigest is the length of the digest that is cut off; the header's own
// value is not looked at.
const ospfDigest = 16

var localTLVs = []token{{1, "Extended Options"}, {2, "MD5 Authentication"}}

var localOptions = []token{{0x01, "LSDB resync"}, {0x02, "Restart"}}

var ospfTypes = []token{
	{dissect.OSPFHello, "Hello"}, {dissect.OSPFDatabase, "Database Description"}, {dissect.OSPFLSRequest, "LS-Request"},
	{dissect.OSPFLSUpdate, "LS-Update"}, {dissect.OSPFLSAck, "LS-Ack"},
}

var ospfAuths = []token{
	{dissect.OSPFAuthNone, "none"}, {dissect.OSPFAuthSimple, "simple"}, {dissect.OSPFAuthCrypto, "MD5"},
}

var ospf2Options = []token{
	{0x01, "MultiTopology"}, {0x02, "External"}, {0x04, "Multicast"}, {0x08, "NSSA"}, {0x10, "LLS"},
	{0x20, "Demand Circuit"}, {0x40, "Opaque"}, {0x80, "Up/Down"},
}

var ospfDDFlags = []token{{0x04, "Init"}, {0x02, "More"}, {0x01, "Master"}, {0x08, "OOBResync"}}

var lsaTypes = []token{
	{dissect.LSARouter, "Router"}, {dissect.LSANetwork, "Network"}, {dissect.LSASummary, "Summary"},
	{dissect.LSAASBRSummary, "ASBR Summary"}, {dissect.LSAExternal, "External"}, {dissect.LSAMulticast, "Multicast Group"},
	{dissect.LSANSSA, "NSSA"}, {dissect.LSAOpaqueLink, "Link Local Opaque"}, {dissect.LSAOpaqueArea, "Area Local Opaque"},
	{dissect.LSAOpaqueAS, "Domain Wide Opaque"},
}

var routerLSAFlags = []token{{0x01, "ABR"}, {0x02, "ASBR"}, {0x04, "Virtual"}, {0x08, "Wildcard"}, {0x10, "Nt"}, {0x20, "Host"}}

var topologies = []token{{0, "default"}, {1, "multicast"}, {2, "management"}}

var opaqueTypes = []token{
	{opaqueTE, "Traffic Engineering"}, {opaqueGrace, "Graceful restart"}, {opaqueRouterInfo, "Router Information"},
}
