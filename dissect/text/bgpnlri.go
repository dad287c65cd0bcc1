package text

// What the printer of a route found instead of one.
const (
	routeIllegal = -1 // a prefix longer than addresses are
	routeShort   = -3 // one longer than all routes together
	routeCut     = 0  // the text ends here
)

// bgpRoutes are the families and what of them a printer knows.
type bgpRoutes uint8

const (
	bgpUnknownRoutes bgpRoutes = iota
	bgpPlain4
	bgpPlain6
	bgpLabeled4
	bgpLabeled6
	bgpVPN4
	bgpVPN6
	bgpMVPN
	bgpMDT
	bgpTargets
	bgpL2VPN
	bgpNSAP
	bgpNSAPVPN
)

// bgpRoutesOf tells what routes an address family and subsequent address family
// stand for.
func bgpRoutesOf(afi uint16, safi uint8) bgpRoutes {
	vpn := safi >= 128 && safi <= 130
	plain := safi >= 1 && safi <= 3
	switch {
	case afi == 1 && plain:
		return bgpPlain4
	case afi == 1 && safi == 4:
		return bgpLabeled4
	case afi == 1 && safi == 5:
		return bgpMVPN
	case afi == 1 && safi == 66:
		return bgpMDT
	case afi == 1 && safi == 132:
		return bgpTargets
	case afi == 1 && vpn:
		return bgpVPN4
	case afi == 2 && plain:
		return bgpPlain6
	case afi == 2 && safi == 4:
		return bgpLabeled6
	case afi == 2 && vpn:
		return bgpVPN6
	case afi == 3 && plain:
		return bgpNSAP
	case afi == 3 && vpn:
		return bgpNSAPVPN
	case afi == 25 && safi == 65, afi == 196 && vpn:
		return bgpL2VPN
	}
	return bgpUnknownRoutes
}

// bgpReach prints routes of any family (RFC 4760 section 3).
//
//	+-------------------------------+---------------+---------------+
//	|         address family        |   subsequent  |next hop, bytes|
//	+-------------------------------+---------------+---------------+
//	|  next hop ...
//	+---------------+--------
//	|     SNPAs     |  SNPAs: length in bytes, value ...
//	+---------------+--------
//	|  routes ...
func (p *printer) bgpReach(b []byte, size int) {
	whole := len(b)
	if !p.got(limit(b, size), 3) {
		return
	}
	kind, ok := p.bgpRouteFamily(b, size)
	if !ok || !p.got(limit(b, size), 4) {
		return
	}
	n := int(b[3])
	b = b[4:]
	if n > 0 {
		if !p.got(limit(b, size-4), n) {
			return
		}
		p.str("\n\t    nexthop: ")
		p.bgpNextHops(kind, b[:n])
		b = b[n:]
	}
	p.str(", nh-length: ")
	p.int(n)
	if !p.got(limit(b, size-4-n), 1) {
		return
	}
	snpas := int(b[0])
	b = b[1:]
	if snpas == 0 {
		p.str(", no SNPA")
	} else {
		p.str("\n\t    ")
		p.int(snpas)
		p.str(" SNPA")
		for range snpas {
			if !p.got(limit(b, size-(whole-len(b))), 1) {
				return
			}
			p.str("\n\t      ")
			p.dec(uint64(b[0]))
			p.str(" bytes")
			if !p.got(limit(b, size-(whole-len(b))), 1+int(b[0])) {
				return
			}
			b = after(b, int(b[0])+1)
		}
	}
	p.bgpRouteList(kind, b, size-(whole-len(b)), size)
}

// bgpUnreach prints withdrawn routes of any family (RFC 4760 section 4).
func (p *printer) bgpUnreach(b []byte, size int) {
	kind, ok := p.bgpRouteFamily(b, size)
	if !ok {
		return
	}
	if size == 3 {
		p.str("\n\t      End-of-Rib Marker (empty NLRI)")
		return
	}
	p.bgpRouteList(kind, b[3:], size-3, size)
}

// bgpRouteFamily prints the family of routes. It returns false if it has no
// printer.
func (p *printer) bgpRouteFamily(b []byte, size int) (bgpRoutes, bool) {
	if !p.got(b, 3) {
		return 0, false
	}
	afi, safi := p.u16(b, 0), b[2]
	p.str("\n\t    AFI: ")
	p.tokName(addressFamilies, "Unknown AFI", uint32(afi))
	p.str(" (")
	p.dec(uint64(afi))
	p.str("), ")
	if safi > 128 {
		p.str("vendor specific ")
	}
	p.str("SAFI: ")
	p.tokName(bgpSAFIs, "Unknown SAFI", uint32(safi))
	p.str(" (")
	p.dec(uint64(safi))
	p.byte(')')
	kind := bgpRoutesOf(afi, safi)
	if kind == bgpUnknownRoutes {
		p.str("\n\t    no AFI ")
		p.dec(uint64(afi))
		p.str(" / SAFI ")
		p.dec(uint64(safi))
		p.str(" decoder")
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t    ", limit(b, size))
		}
		return 0, false
	}
	return kind, true
}

// bgpNextHops prints the addresses to send to.
func (p *printer) bgpNextHops(kind bgpRoutes, b []byte) {
	size := 4
	switch kind {
	case bgpPlain6, bgpLabeled6:
		size = 16
	case bgpVPN4:
		size = 12
	case bgpVPN6:
		size = 24
	case bgpNSAP:
		p.nsap(b)
		return
	case bgpNSAPVPN:
		size = 8
	}
	for first := true; len(b) > 0; first = false {
		if !first {
			p.str(", ")
		}
		if len(b) < size {
			p.str("invalid len")
			return
		}
		if size == 12 || size == 24 || kind == bgpNSAPVPN {
			p.str("RD: ")
			p.bgpRD(b)
			p.str(", ")
		}
		switch size {
		case 4, 12:
			p.ip4At(b, size-4)
		case 16, 24:
			p.ip6At(b, size-16)
		default:
			p.nsap(b[8:])
			return
		}
		b = b[size:]
	}
}

// bgpRD prints a route distinguisher (RFC 4364 section 4.2).
func (p *printer) bgpRD(b []byte) {
	switch p.u16(b, 0) {
	case 0:
		p.dec(uint64(p.u16(b, 2)))
		p.byte(':')
		p.dec(uint64(p.u32(b, 4)))
		p.str(" (= ")
		p.ip4NumberAt(b, 4)
		p.byte(')')
	case 1:
		p.ip4NumberAt(b, 2)
		p.byte(':')
		p.dec(uint64(p.u16(b, 6)))
	case 2:
		p.as(p.u32(b, 2))
		p.byte(':')
		p.dec(uint64(p.u16(b, 6)))
		p.str(" (")
		p.ip4NumberAt(b, 2)
		p.byte(':')
		p.dec(uint64(p.u16(b, 6)))
		p.byte(')')
	default:
		p.str("unknown RD format")
	}
}

// bgpRouteList prints left bytes of routes, in an attribute of size bytes, until
// their end or one that is wrong.
func (p *printer) bgpRouteList(kind bgpRoutes, b []byte, left, size int) {
	paths := false
	switch kind {
	case bgpPlain4:
		paths = bgpAddPath(limit(b, left), 32)
	case bgpPlain6:
		paths = bgpAddPath(limit(b, left), 128)
	}
	for left > 0 && !p.isCut() {
		n := p.bgpRoute(kind, b, size, paths)
		if n == routeIllegal {
			if kind == bgpTargets {
				p.str("\n\t      (illegal prefix length)")
			} else {
				p.str("\n\t    (illegal prefix length)")
			}
		}
		if n == routeShort {
			p.stop()
		}
		if n <= 0 {
			return
		}
		b, left = after(b, n), left-n
	}
}

// bgpRoute prints a route and returns its length, or what it found instead.
func (p *printer) bgpRoute(kind bgpRoutes, b []byte, most int, paths bool) int {
	const indent = "\n\t      "
	switch kind {
	case bgpPlain4:
		return p.bgpPrefix(indent, b, most, 4, paths)
	case bgpPlain6:
		return p.bgpPrefix(indent, b, most, 16, paths)
	case bgpLabeled4:
		return p.bgpLabeled(b, most, 4)
	case bgpLabeled6:
		return p.bgpLabeled(b, most, 16)
	case bgpVPN4:
		return p.bgpVPN(b, 4)
	case bgpVPN6:
		return p.bgpVPN(b, 16)
	case bgpMVPN:
		return p.bgpMVPN(b)
	case bgpMDT:
		if !p.got(b, 1) {
			return routeCut
		}
		if b[0] != 128 {
			return routeIllegal
		}
		if !p.got(b, 17) {
			return routeCut
		}
		p.str(indent)
		p.str("RD: ")
		p.bgpRD(b[1:])
		p.str(", VPN IP Address: ")
		p.ip4At(b, 9)
		p.str(", MC Group Address: ")
		p.ip4At(b, 13)
		return 17
	case bgpTargets:
		return p.bgpTarget(b)
	case bgpL2VPN:
		return p.bgpL2VPN(b)
	case bgpNSAP:
		return p.bgpNSAPPrefix(b)
	default:
		return p.bgpNSAPVPN(b)
	}
}

// bgpAddPath guesses whether there are path identifiers in front of prefixes,
// which the peers have agreed on in their open messages (RFC 7911): they are if
// with them the prefixes make sense, and without them they do not.
func bgpAddPath(b []byte, most int) bool {
	return bgpPrefixesFit(b, most, 4) && !bgpPrefixesFit(b, most, 0)
}

// bgpPrefixesFit tells whether b may be a list of prefixes, each behind so many
// bytes.
func bgpPrefixesFit(b []byte, most, head int) bool {
	for len(b) > 0 {
		if len(b) <= head {
			return false
		}
		bits := int(b[head])
		if bits > most || bits < 1 && head == 0 {
			return false
		}
		n := head + 1 + (bits+7)/8
		if n > len(b) {
			return false
		}
		b = b[n:]
	}
	return true
}

// bgpPrefix prints a prefix of an address of size bytes and returns its length,
// or what it found instead.
//
//	+---------------+--------
//	|    bits       |  that many bits of the address, padded to bytes
//	+---------------+--------
func (p *printer) bgpPrefix(indent string, b []byte, most, size int, paths bool) int {
	head := 0
	if paths {
		head = 4
	}
	if !p.got(b, head+1) {
		return routeCut
	}
	bits := int(b[head])
	if bits > size*8 {
		return routeIllegal
	}
	n := head + 1 + (bits+7)/8
	if !p.got(b, n) {
		return routeCut
	}
	if n-head > most {
		return routeShort
	}
	p.str(indent)
	p.maskedPrefix(b[head+1:n], bits, size)
	if paths {
		p.bgpPath(b)
	}
	return n
}

// bgpPath prints the path identifier that b begins with.
func (p *printer) bgpPath(b []byte) {
	p.str("   Path Id: ")
	p.dec(uint64(p.u32(b, 0)))
}

// maskedPrefix prints an address of size bytes of which so many bits are in b
// with their number.
func (p *printer) maskedPrefix(b []byte, bits, size int) {
	var a [16]byte
	n := min((bits+7)/8, len(b))
	copy(a[:], b[:n])
	if rest := bits % 8; rest != 0 && n > 0 {
		a[n-1] &= 0xff << (8 - rest)
	}
	if size == 16 {
		p.ip6(a)
	} else {
		p.ip4([4]byte(a[:4]))
	}
	p.byte('/')
	p.int(bits)
}

// bgpLabel prints the label of a route (RFC 8277 section 2).
func (p *printer) bgpLabel(b []byte) {
	v := p.u24(b, 0)
	p.str(", label:")
	p.dec(uint64(v >> 4))
	if v&1 != 0 {
		p.str(" (bottom)")
	} else {
		p.str(" (BOGUS: Bottom of Stack NOT set!)")
	}
}

// bgpLabeled prints a prefix with a label.
func (p *printer) bgpLabeled(b []byte, most, size int) int {
	if !p.got(b, 4) {
		return routeCut
	}
	bits := int(b[0]) - 24
	if bits < 0 || bits > size*8 {
		return routeIllegal
	}
	n := 4 + (bits+7)/8
	if !p.got(b, n) {
		return routeCut
	}
	if n > most {
		return routeShort
	}
	p.str("\n\t      ")
	p.maskedPrefix(b[4:n], bits, size)
	p.bgpLabel(b[1:])
	return n
}

// bgpVPN prints a prefix with a label and a route distinguisher (RFC 4364
// section 4.3.4).
func (p *printer) bgpVPN(b []byte, size int) int {
	if !p.got(b, 1) {
		return routeCut
	}
	bits := int(b[0]) - (24 + 64)
	if bits < 0 || bits > size*8 {
		return routeIllegal
	}
	n := 12 + (bits+7)/8
	if !p.got(b, n) {
		return routeCut
	}
	p.str("\n\t      RD: ")
	p.bgpRD(b[4:])
	p.str(", ")
	p.maskedPrefix(b[12:n], bits, size)
	p.bgpLabel(b[1:])
	return n
}

var bgpMVPNTypes = []token{
	{1, "Intra-AS I-PMSI"}, {2, "Inter-AS I-PMSI"}, {3, "S-PMSI"}, {4, "Intra-AS Segment-Leaf"}, {5, "Source-Active"},
	{6, "Shared Tree Join"}, {7, "Source Tree Join"},
}
