package text

// isisSub begins a sub-TLV of the kinds that links and prefixes have.
func (p *printer) isisSub(names []token, kind uint32, n int) {
	p.str("\n\t        ")
	p.tokName(names, "unknown", kind)
	p.strDec(" subTLV #", uint64(kind))
	p.strDec(", length: ", uint64(n))
}

// isisExtended prints links with their sub-TLVs (RFC 5305 section 3): n bytes
// of b from off.
//
//	+--------------+-----------+-----------------+-----------
//	| neighbor (7) |metric (3) |sub-TLV bytes (1)| sub-TLVs
//	+--------------+-----------+-----------------+-----------
func (p *printer) isisExtended(kind uint32, b []byte, off, n int) {
	if kind == 222 {
		p.isisTopology(b, off)
		off, n = off+2, n-2
	}
	for n > 0 {
		if !p.need(b, off+7) {
			return
		}
		if n < 7 {
			p.cut()
			return
		}
		p.str("\n\t      IS Neighbor: ")
		p.isisID(b[off : off+7])
		used := 7
		if kind != 24 {
			if !p.need(b, off+10) || n < 10 {
				p.cut()
				return
			}
			p.strDec(", Metric: ", uint64(p.u24(b, off+7)))
			used = 10
		}
		if n < used+1 || !p.need(b, off+used+1) {
			p.cut()
			return
		}
		subs := int(b[off+used])
		used++
		if subs == 0 {
			p.str(", no sub-TLVs present")
		} else {
			p.strDec(", sub-TLVs present (", uint64(subs))
			p.byte(')')
			if !p.isisLinks(b, off+used, subs, n-used) {
				return
			}
			used += subs
		}
		if n < used {
			p.isisShort(n, used)
			return
		}
		off, n = off+used, n-used
	}
}

// isisShort says that a TLV ends before what it holds does.
func (p *printer) isisShort(n, want int) {
	p.strDec(" [remaining tlv length ", uint64(n))
	p.strDec(" < ", uint64(want))
	p.byte(']')
	p.invalid()
}

// isisLinks prints n bytes of sub-TLVs of a link, of which the TLV has room.
// It returns whether what follows them is to be printed.
func (p *printer) isisLinks(b []byte, off, n, room int) bool {
	for n > 0 && !p.isCut() {
		if !p.need(b, off+2) {
			return false
		}
		if n < 2 && room >= 2 {
			p.str("\n\t        Remaining data in subTLVs shorter than a subTLV header")
			return true
		}
		if room < 2 {
			p.str("\n\t        Remaining data in TLV shorter than a subTLV header")
			return false
		}
		kind, size := uint32(b[off]), int(b[off+1])
		off, n, room = off+2, n-2, room-2
		p.isisSub(isisLinkSubs, kind, size)
		if size > n || size > room {
			p.str(" (remaining data in subTLVs shorter than the current subTLV)")
			return true
		}
		if !p.need(b, off+size) {
			return false
		}
		p.isisLink(kind, b[off:off+size])
		off, n, room = off+size, n-size, room-size
	}
	return !p.isCut()
}

// isisLink prints the value of a link's sub-TLV.
func (p *printer) isisLink(kind uint32, v []byte) {
	n := len(v)
	switch kind {
	case 3, 4, 5:
		if n >= 4 {
			p.str(", 0x")
			p.hexNum(uint64(p.u32(v, 0)), 8)
			if n == 8 {
				p.str(", 0x")
				p.hexNum(uint64(p.u32(v, 4)), 8)
			}
		}
	case 6, 8:
		if n >= 4 {
			p.str(", ")
			p.ip4At(v, 0)
		}
	case 9, 10:
		if n >= 4 {
			p.str(", ")
			p.mbps(v, 0)
		}
	case 11:
		for i := 0; i < 8 && n >= 32; i++ {
			p.strDec("\n\t          TE-Class ", uint64(i))
			p.str(": ")
			p.mbps(v, 4*i)
		}
	case 12, 22:
		if n == 0 {
			break
		}
		p.str("\n\t        Bandwidth Constraints Model ID: ")
		p.tokName(teModels[:2], "unknown", uint32(v[0]))
		p.strDec(" (", uint64(v[0]))
		p.byte(')')
		for i := 0; 5+4*i <= n; i++ {
			p.strDec("\n\t          Bandwidth constraint CT", uint64(i))
			p.str(": ")
			p.mbps(v, 1+4*i)
		}
	case 18:
		if n >= 3 {
			p.strDec(", ", uint64(p.u24(v, 0)))
		}
	case 19:
		if n == 2 {
			flags := p.u16(v, 0)
			p.str(", [ ")
			p.isisFlags(isisLinkBits, "Unknown", uint32(flags))
			p.str(" ] (0x")
			p.hexNum(uint64(flags), 4)
			p.byte(')')
		}
	case 20:
		if n >= 2 {
			p.str(", ")
			p.isisFlags(teProtections, "none", uint32(v[0]))
			p.strDec(", Priority ", uint64(v[1]))
		}
	case 21:
		p.isisSwitching(v)
	case 29:
		if n >= 6 {
			p.strDec(", LM: ", uint64(p.u24(v, 0)))
			p.strDec(", P: ", uint64(v[3]))
			p.strDec(", P-ID: ", uint64(p.u16(v, 4)))
		}
	case 32:
		p.isisSegment(v)
	default:
		p.hexLines("\n\t\t    ", v)
	}
}

// isisSwitching prints what an interface can switch (RFC 5307 section 1.4).
func (p *printer) isisSwitching(v []byte) {
	if len(v) < 36 {
		return
	}
	p.str("\n\t          Interface Switching Capability:")
	p.tokName(teCapabilities, "Unknown", uint32(v[0]))
	p.str(", LSP Encoding: ")
	p.tokName(teEncodings, "Unknown", uint32(v[1]))
	p.str("\n\t          Max LSP Bandwidth:")
	for i := range 8 {
		p.strDec("\n\t            priority level ", uint64(i))
		p.str(": ")
		p.mbps(v, 4+4*i)
	}
	rest := v[36:]
	switch {
	case v[0] >= 1 && v[0] <= 4:
		if len(rest) < 6 {
			return
		}
		p.str("\n\t          Min LSP Bandwidth: ")
		p.mbps(rest, 0)
		p.strDec("\n\t          Interface MTU: ", uint64(p.u16(rest, 4)))
	case v[0] == 100:
		if len(rest) < 5 {
			return
		}
		p.str("\n\t          Min LSP Bandwidth: ")
		p.mbps(rest, 0)
		p.str("\n\t          Indication ")
		p.tokName([]token{{0, "Standard SONET/SDH"}, {1, "Arbitrary SONET/SDH"}}, "Unknown", uint32(rest[4]))
		p.strDec(" (", uint64(rest[4]))
		p.byte(')')
	default:
		if len(rest) > 0 {
			p.hexLines("\n\t\t    ", rest)
		}
	}
}

// isisSegment prints the segment of an adjacency (RFC 8667 section 2.2.2).
func (p *printer) isisSegment(v []byte) {
	if len(v) < 8 {
		return
	}
	p.str("\n\t          Flags: [")
	p.isisFlags(isisSegmentBits, "none", uint32(v[0]))
	p.strDec("]\n\t          Weight: ", uint64(v[1]))
	p.str("\n\t          Neighbor System-ID: ")
	p.isisID(v[2:8])
	switch v[0] & 0x30 {
	case 0x30:
		if len(v) < 11 {
			p.cut()
			return
		}
		p.strDec("\n\t          Label: ", uint64(p.u24(v, 8)&0xfffff))
	case 0:
		if len(v) < 12 {
			p.cut()
			return
		}
		p.strDec("\n\t          Index: ", uint64(p.u32(v, 8)))
	default:
		p.invalid()
	}
}

// isisReach prints prefixes with their sub-TLVs (RFC 5305 section 4, RFC 5308
// section 2): n bytes of b from off.
func (p *printer) isisReach(kind uint32, b []byte, off, n int) {
	if kind == 235 || kind == 237 {
		p.isisTopology(b, off)
		off, n = off+2, n-2
	}
	six := kind >= 236
	for n > 0 {
		if !p.need(b, off+5) {
			return
		}
		metric, flags := p.u32(b, off), b[off+4]
		used := 5
		bits, most := int(flags&0x3f), 32
		p.str("\n\t      IPv4 prefix: ")
		if six {
			p.out[len(p.out)-len("4 prefix: ")] = '6'
			if !p.need(b, off+6) {
				p.shorten(len(p.out) - len("\n\t      IPv6 prefix: "))
				p.cutAt = len(p.out)
				return
			}
			bits, most = int(b[off+5]), 128
			used++
		}
		if bits > most {
			p.strDec("bad bit length ", uint64(bits))
			p.cut()
			return
		}
		size := (bits + 7) / 8
		if !p.need(b, off+used+size) {
			p.shorten(len(p.out) - len("\n\t      IPv4 prefix: "))
			p.cutAt = len(p.out)
			return
		}
		var a [16]byte
		copy(a[:], b[off+used:off+used+size])
		used += size
		start := len(p.out)
		if six {
			p.ip6At(a[:], 0)
		} else {
			p.ip4At(a[:], 0)
			p.padLeft(start, 15)
		}
		p.strDec("/", uint64(bits))
		p.str(", Distribution: ")
		p.isisDistribution(flags&0x80 != 0)
		p.strDec(", Metric: ", uint64(metric))
		more := flags&0x40 != 0
		if six {
			more = flags&0x20 != 0
			if flags&0x40 != 0 {
				p.str(", External")
			} else {
				p.str(", Internal")
			}
		}
		if more {
			p.str(", sub-TLVs present")
			if !p.need(b, off+used+1) {
				return
			}
			subs := int(b[off+used])
			used++
			p.strDec(" (", uint64(subs))
			p.byte(')')
			p.isisPrefixSubs(b, off+used, subs)
			if p.isCut() {
				return
			}
			used += subs
		}
		if n < used {
			p.isisShort(n, used)
			return
		}
		off, n = off+used, n-used
	}
}

// isisPrefixSubs prints n bytes of sub-TLVs of a prefix.
func (p *printer) isisPrefixSubs(b []byte, off, n int) {
	for n > 0 && !p.isCut() {
		if n < 2 || !p.need(b, off+2) {
			p.cut()
			return
		}
		kind, size := uint32(b[off]), int(b[off+1])
		off, n = off+2, n-2
		p.isisSub(isisPrefixSubNames, kind, size)
		if size > n || len(b) < off+size {
			p.truncated() // quirk isis-twice: by whoever finds it and by its caller
			p.cut()
			return
		}
		v := b[off : off+size]
		switch kind {
		case 1, 117:
			for i := 0; i+4 <= size && (kind == 1 || i == 0); i += 4 {
				p.str(", 0x")
				p.hexNum(uint64(p.u32(v, i)), 8)
				p.strDec(" (=", uint64(p.u32(v, i)))
				p.byte(')')
			}
		case 2:
			for i := 0; i+8 <= size; i += 8 {
				p.str(", 0x")
				p.hexNum(p.u64(v, i), 16)
			}
		case 3:
			p.isisPrefixSID(v)
		default:
			p.hexLines("\n\t\t    ", v)
		}
		off, n = off+size, n-size
	}
}

// isisPrefixSID prints the segment of a prefix (RFC 8667 section 2.1).
func (p *printer) isisPrefixSID(v []byte) {
	if len(v) < 5 {
		p.cut()
		return
	}
	p.str(", Flags [")
	p.isisFlags(isisPrefixBits, "None", uint32(v[0]))
	p.str("], Algo ")
	p.tokName([]token{{0, "SPF"}, {1, "strict-SPF"}}, "Unknown", uint32(v[1]))
	p.strDec(" (", uint64(v[1]))
	p.byte(')')
	if v[0]&0x08 != 0 {
		p.strDec(", label ", uint64(p.u24(v, 2)))
	} else {
		p.strDec(", index ", uint64(p.u32(v, 2)))
	}
}

// isisRouter prints what a router can do (RFC 7981): n bytes of b from off.
func (p *printer) isisRouter(b []byte, off, n int) {
	if n < 5 {
		return
	}
	if !p.need(b, off+5) {
		return
	}
	p.str("\n\t      Router-ID ")
	p.ip4At(b, off)
	p.str(", Flags [")
	p.isisFlags([]token{{1, "S bit"}, {2, "D bit"}}, "none", uint32(b[off+4]))
	p.byte(']')
	off, n = off+5, n-5
	for n >= 2 && p.need(b, off+2) {
		kind, size := uint32(b[off]), int(b[off+1])
		p.str("\n\t\t")
		p.tokName([]token{{2, "SR-Capabilities"}}, "unknown", kind)
		p.strDec(" subTLV #", uint64(kind))
		p.strDec(", length: ", uint64(size))
		off, n = off+2, n-2
		if size > n {
			return
		}
		if kind == 2 {
			p.isisSegments(b, off, size)
		} else if p.need(b, off+size) {
			p.hexLines("\n\t\t", b[off:off+size])
		}
		off, n = off+size, n-size
	}
}

// isisSegments prints ranges of segments (RFC 8667 section 3.1).
func (p *printer) isisSegments(b []byte, off, n int) {
	if n < 4 || !p.need(b, off+4) {
		p.cut()
		return
	}
	p.str(", Flags [")
	p.isisFlags([]token{{0x80, "ipv4"}, {0x40, "ipv6"}}, "None", uint32(b[off]))
	p.strDec("], Range ", uint64(p.u24(b, off+1)))
	off, n = off+4, n-4
	for n > 2 && p.need(b, off+2) {
		kind, size := b[off], int(b[off+1])
		off, n = off+2, n-2
		if size > n || !p.need(b, off+size) {
			return
		}
		switch {
		case kind == 1 && size == 3:
			p.strDec(", SID value ", uint64(p.u24(b, off)))
		case kind == 1 && size == 4:
			p.strDec(", SID value ", uint64(p.u32(b, off)))
		default:
			p.hexLines("\n\t\t  ", b[off:off+size])
		}
		off, n = off+size, n-size
	}
}

// isisCapability prints the shortest path bridging of a port or of a topology
// (RFC 6329): the n bytes of v.
func (p *printer) isisCapability(kind uint32, v []byte, n int) {
	if n < 2 {
		return
	}
	word := uint64(p.u16(v, 0))
	if p.isCut() {
		return
	}
	indent := "\n\t       "
	if kind == 143 {
		p.strDec("\n\t       RES: ", word>>12)
	} else {
		indent = "\n\t      "
		p.strDec("\n\t      O: ", word>>15)
		p.strDec(", RES: ", word>>12&7)
	}
	p.strDec(", MTID(s): ", word&0xfff)
	off := 2
	n -= 2
	for n > 2 && p.need(v, off+2) {
		sub, size := uint32(v[off]), int(v[off+1])
		off, n = off+2, n-2
		p.str(indent)
		if kind == 143 {
			p.tokName(isisPortSubs, "unknown", sub)
		} else {
			p.tokName(isisTopologySubs, "unknown", sub)
		}
		p.strDec(" subTLV #", uint64(sub))
		p.strDec(", length: ", uint64(size))
		if size > n {
			p.str(" (> containing TLV length)")
			return
		}
		b := limit(after(v, off), size)
		switch {
		case kind == 143:
			p.isisPort(sub, b, size)
		case sub == 1:
			p.isisBridges(b)
		case sub == 3:
			p.isisService(b, size)
		}
		off, n = off+size, n-size
	}
}

// isisPort prints a sub-TLV of a port, n bytes of which b was captured.
func (p *printer) isisPort(sub uint32, b []byte, n int) {
	switch sub {
	case 4:
		if n < 102 {
			p.str(" (too short)")
			return
		}
		if !p.need(b, 102) {
			return
		}
		for i, s := range [...]string{"\n\t         MCID: ID: ", "\n\t         AUX-MCID: ID: "} {
			m := b[51*i:]
			p.strDec(s, uint64(m[0]))
			p.str(", Name: ")
			p.visible(m[1:33])
			p.strDec("\n\t              Lvl: ", uint64(p.u16(m, 33)))
			p.str(", Digest: ")
			for _, c := range m[35:51] {
				p.hexNum(uint64(c), 2)
				p.byte(' ')
			}
		}
	case 5:
		if n < 33 {
			p.str(" (too short)")
			return
		}
		if !p.need(b, 33) {
			return
		}
		p.strDec("\n\t        RES: ", uint64(b[0]>>5))
		p.strDec(" V: ", uint64(b[0]>>4&1))
		p.strDec(" A: ", uint64(b[0]>>2&3))
		p.strDec(" D: ", uint64(b[0]&3))
		for i := range 8 {
			if i == 0 {
				p.str("\n\t         Digest: ")
			} else if i == 4 {
				p.str("\n\t                 ")
			}
			p.hexNum(uint64(p.u32(b, 1+4*i)), 8)
			p.byte(' ')
		}
	case 6:
		for i := 0; i < n && !p.isCut(); i += 6 {
			if i+4 > n {
				p.str(" (too short)")
				return
			}
			ect := p.u32(b, i)
			if p.isCut() {
				return
			}
			p.str("\n\t           ECT: ")
			p.hexNum(uint64(ect), 8)
			if i+6 > n {
				p.str(" (too short)")
				return
			}
			word := uint64(p.u16(b, i+4))
			if p.isCut() {
				return
			}
			p.strDec(" BVID: ", word>>4)
			p.strDec(", U:", word>>3&1)
			p.strDec(" M:", word>>2&1)
			p.byte(' ')
		}
	}
}

// isisBridges prints the trees of a bridge.
func (p *printer) isisBridges(b []byte) {
	if !p.need(b, 19) {
		return
	}
	p.str("\n\t        CIST Root-ID: ")
	p.hexNum(uint64(p.u32(b, 0)), 8)
	p.byte(' ')
	p.hexNum(uint64(p.u32(b, 4)), 8)
	p.str(", Path Cost: ")
	p.hexNum(uint64(p.u32(b, 8)), 8)
	p.strDec(", Prio: ", uint64(p.u16(b, 12)))
	word := uint64(p.u32(b, 14))
	p.strDec("\n\t        RES: ", word>>21)
	p.strDec(", V: ", word>>20&1)
	p.strDec(", SPSource-ID: ", word&0xfffff)
	p.strDec(", No of Trees: ", uint64(b[18]))
	for i, off := 0, 19; i < int(b[18]) && p.need(b, off+8); i, off = i+1, off+8 {
		p.strDec("\n\t         U:", uint64(b[off]>>7))
		p.strDec(", M:", uint64(b[off]>>6&1))
		p.strDec(", A:", uint64(b[off]>>5&1))
		p.strDec(", RES:", uint64(b[off]&31))
		p.str(", ECT: ")
		p.hexNum(uint64(p.u32(b, off+1)), 8)
		ids := uint64(p.u24(b, off+5))
		p.strDec(", BVID: ", ids>>12)
		p.strDec(", SPVID: ", ids&0xfff)
	}
}

// isisService prints services of a bridge's address.
func (p *printer) isisService(b []byte, n int) {
	if n < 8 {
		p.cut()
	}
	if !p.need(b, 8) {
		return
	}
	p.str("\n\t        BMAC: ")
	p.hexBytes(b[:6])
	p.strDec(", RES: ", uint64(b[6]>>4))
	p.strDec(", VID: ", uint64(p.u16(b, 6)&0xfff))
	for i := 8; i+4 <= n && p.need(b, i+4); i += 4 {
		p.strDec("\n\t        T: ", uint64(b[i]>>7))
		p.strDec(", R: ", uint64(b[i]>>6&1))
		p.strDec(", RES: ", uint64(b[i]&63))
		p.strDec(", ISID: ", uint64(p.u24(b, i+1)))
	}
}

var isisLinkSubs = []token{
	{3, "Administrative groups"}, {4, "Link Local/Remote Identifier"}, {5, "Link Remote Identifier"},
	{6, "IPv4 interface address"}, {8, "IPv4 neighbor address"}, {9, "Maximum link bandwidth"}, {10, "Reservable link bandwidth"},
	{11, "Unreserved bandwidth"}, {12, "Bandwidth Constraints (old)"}, {18, "Traffic Engineering Metric"}, {19, "Link Attribute"},
	{20, "Link Protection Type"}, {21, "Interface Switching Capability"}, {22, "Bandwidth Constraints"}, {29, "SPB Metric"},
	{32, "LAN Adjacency Segment Identifier"}, {250, "Reserved for cisco specific extensions"},
	{251, "Reserved for cisco specific extensions"}, {252, "Reserved for cisco specific extensions"},
	{253, "Reserved for cisco specific extensions"}, {254, "Reserved for cisco specific extensions"}, {255, "Reserved for future expansion"},
}

var isisLinkBits = []token{
	{1, "Local Protection Available"}, {2, "Link excluded from local protection path"}, {4, "Local maintenance required"},
}

var isisSegmentBits = []token{
	{0x80, "Address family IPv6"}, {0x40, "Backup"}, {0x20, "Value"}, {0x10, "Local significance"}, {0x08, "Set of adjacencies"}, {0x04, "Persistent"},
}

var isisPrefixSubNames = []token{
	{1, "32-Bit Administrative tag"}, {2, "64-Bit Administrative tag"}, {3, "Prefix SID"}, {117, "Management Prefix Color"},
}

var isisPrefixBits = []token{
	{0x80, "Readvertisement"}, {0x40, "Node"}, {0x20, "No-PHP"}, {0x10, "Explicit NULL"}, {0x08, "Value"}, {0x04, "Local"},
}

var isisPortSubs = []token{{4, "SPB MCID"}, {5, "SPB Digest"}, {6, "SPB BVID"}}

var isisTopologySubs = []token{{1, "SPB Instance"}, {3, "SPBM Service Identifier and Unicast Address"}}
