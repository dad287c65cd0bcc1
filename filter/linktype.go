package filter

// This file tests for the protocol that the link layer carries. Protocols are
// named by their Ethernet type or, if at most 1500, by their 802.2 service
// access point.

// etherType is true if the link layer carries protocol.
func (g *generator) etherType(n interface{ at() int }, protocol uint32) *formula {
	if g.at.mpls > 0 {
		return g.mplsType(n, protocol)
	}
	if g.at.link.isType == nil {
		g.fail(n, describe(g.o.LinkType)+" link-layer type filtering not implemented")
	}
	return g.at.link.isType(g, protocol)
}

func (g *generator) typeIs(k uint32) *formula { return equals(g.field(2, g.at.typ, 0), k) }

// snap is true if the payload begins with a SNAP header (RFC 1042) with the
// given organization and protocol:
//
//	0          1          2          3             6
//	0xaa       0xaa       0x03       organization  protocol
func (g *generator) snap(organization, protocol uint32) *formula {
	return allOf(
		equals(g.field(4, g.at.payload, 4), organization<<16|protocol),
		equals(g.field(4, g.at.payload, 0), 0xaaaa0300|organization>>16))
}

const (
	orgEthernet = 0x000000
	orgApple    = 0x080007
)

// sapPair is true if both service access points are sap.
func (g *generator) sapPair(sap uint32) *formula {
	return equals(g.field(2, g.at.payload, 0), sap<<8|sap)
}

func (g *generator) dsap(sap uint32) *formula {
	return equals(g.field(1, g.at.payload, 0), sap)
}

// etherLink: a type, or a length and 802.2 after it.
func etherLink(g *generator, protocol uint32) *formula {
	isLength := not(above(g.field(2, g.at.typ, 0), maxEtherLength))
	switch protocol {
	case sapISO, sapIP, sapNetBEUI:
		return allOf(isLength, g.sapPair(protocol))
	case sapIPX:
		// Four encapsulations: Ethernet type, SNAP, 802.2, and raw 802.3,
		// whose checksum field of all ones looks like service access points.
		return anyOf(
			g.typeIs(etherIPX),
			allOf(isLength, anyOf(
				g.snap(orgEthernet, etherIPX),
				g.dsap(sapIPX),
				equals(g.field(2, g.at.payload, 0), 0xffff))))
	case etherAtalk:
		return anyOf(g.typeIs(etherAtalk), allOf(isLength, g.snap(orgApple, etherAtalk)))
	case etherAARP:
		return anyOf(g.typeIs(etherAARP), allOf(isLength, g.snap(orgEthernet, etherAARP)))
	}
	if protocol <= maxEtherLength {
		return allOf(isLength, g.dsap(protocol))
	}
	return g.typeIs(protocol)
}

// sllLink: Linux cooked capture; type 1 is raw 802.3, type 4 is 802.2.
func sllLink(g *generator, protocol uint32) *formula {
	const raw8023, llc8022 = 1, 4
	isLLC := g.typeIs(llc8022)
	switch protocol {
	case sapISO, sapIP, sapNetBEUI:
		return allOf(isLLC, g.sapPair(protocol))
	case sapIPX:
		return anyOf(
			g.typeIs(etherIPX),
			g.typeIs(raw8023),
			allOf(isLLC, anyOf(g.dsap(sapIPX), g.snap(orgEthernet, etherIPX))))
	case etherAtalk:
		return anyOf(g.typeIs(etherAtalk), allOf(isLLC, g.snap(orgApple, etherAtalk)))
	case etherAARP:
		return anyOf(g.typeIs(etherAARP), allOf(isLLC, g.snap(orgEthernet, etherAARP)))
	}
	if protocol <= maxEtherLength {
		return allOf(isLLC, g.dsap(protocol))
	}
	return g.typeIs(protocol)
}

// llcLink: always 802.2, on 802.11 in data frames only. Of SNAP headers only
// the protocol is looked at.
func llcLink(g *generator, protocol uint32) *formula {
	f := g.llcType(protocol)
	if g.at.link.isWLAN {
		return allOf(g.wlanData(), f)
	}
	return f
}

func (g *generator) llcType(protocol uint32) *formula {
	switch protocol {
	case sapISO, sapIP, sapNetBEUI:
		return g.sapPair(protocol)
	case etherAtalk:
		return g.snap(orgApple, etherAtalk)
	}
	if protocol <= maxEtherLength {
		return g.dsap(protocol)
	}
	return equals(g.field(2, g.at.typ6(), 0), protocol)
}

// typ6 is the protocol field of a SNAP header.
func (o *offsets) typ6() place { return o.payload.plus(6) }

// plainLink: nothing but a type field.
func plainLink(g *generator, protocol uint32) *formula { return g.typeIs(protocol) }

func hdlcLink(g *generator, protocol uint32) *formula {
	if protocol == sapISO {
		return g.typeIs(sapISO<<8 | sapISO)
	}
	return g.typeIs(protocol)
}

// pppLink: a PPP protocol number (RFC 1661 section 2).
func pppLink(g *generator, protocol uint32) *formula { return g.typeIs(pppProtocol(protocol)) }

// pppBSDLink: as pppLink, with the compressed forms of TCP/IP (RFC 1144).
func pppBSDLink(g *generator, protocol uint32) *formula {
	if protocol == etherIP {
		return anyOf(g.typeIs(0x21), g.typeIs(0x2d), g.typeIs(0x2f))
	}
	return pppLink(g, protocol)
}

// pppProtocol translates an Ethernet type or service access point; numbers
// that PPP has no name for are taken as they are.
func pppProtocol(protocol uint32) uint32 {
	switch protocol {
	case etherIP:
		return 0x21
	case etherIP6:
		return 0x57
	case etherDECnet:
		return 0x27
	case etherAtalk:
		return 0x29
	case etherNS:
		return 0x25
	case etherMPLS:
		return 0x281
	case sapISO:
		return 0x23
	case sapSTP:
		return 0x31
	case sapIPX:
		return 0x2b
	}
	return protocol
}

// rawLink: the IP version in the first byte.
func rawLink(g *generator, protocol uint32) *formula {
	version := g.binary(vAnd, g.load(1, g.at.typ.base, g.at.typ.off), g.num(0xf0))
	switch protocol {
	case etherIP:
		return equals(version, 0x40)
	case etherIP6:
		return equals(version, 0x60)
	}
	return never
}

func ip4Link(_ *generator, protocol uint32) *formula {
	if protocol == etherIP {
		return always
	}
	return never
}

func ip6Link(_ *generator, protocol uint32) *formula {
	if protocol == etherIP6 {
		return always
	}
	return never
}

func localTalkLink(_ *generator, protocol uint32) *formula {
	if protocol == etherAtalk {
		return always
	}
	return never
}

// Address families, as systems number them.
const (
	afInet         = 2
	afInet6Linux   = 10
	afInet6BSD     = 24 // NetBSD, OpenBSD
	afInet6FreeBSD = 28
	afInet6Darwin  = 30
	afInet6Solaris = 26
)

// nullLink: an address family in the byte order of the host that captured.
func nullLink(g *generator, protocol uint32) *formula {
	family := g.field(4, g.at.typ, 0)
	is := func(k uint32) *formula {
		if !g.o.Swapped { // read by a little-endian host, written by its like
			k = k<<24 | k<<8&0xff0000 | k>>8&0xff00 | k>>24
		}
		return equals(family, k)
	}
	switch protocol {
	case etherIP:
		return is(afInet)
	case etherIP6:
		if g.o.Savefile {
			return anyOf(is(afInet6Darwin), is(afInet6BSD), is(afInet6FreeBSD))
		}
		return is(afInet6Linux)
	}
	return never
}

// loopLink: an address family in network byte order.
func loopLink(g *generator, protocol uint32) *formula {
	family := g.field(4, g.at.typ, 0)
	switch protocol {
	case etherIP:
		return equals(family, afInet)
	case etherIP6:
		if g.o.Savefile {
			return anyOf(equals(family, afInet6Darwin), equals(family, afInet6BSD), equals(family, afInet6FreeBSD))
		}
		return equals(family, afInet6Linux)
	}
	return never
}

// frameRelayLink: network layer protocol identifiers (RFC 2427).
func frameRelayLink(g *generator, protocol uint32) *formula {
	switch protocol {
	case etherIP:
		return g.typeIs(0x3cc)
	case etherIP6:
		return g.typeIs(0x38e)
	case sapISO:
		return anyOf(g.typeIs(0x381), g.typeIs(0x382), g.typeIs(0x383))
	}
	return never
}

// arcnetLink: a one-byte type; IP and ARP have an old form as well.
func arcnetLink(g *generator, protocol uint32) *formula {
	typ := g.field(1, g.at.typ, 0)
	switch protocol {
	case etherIP:
		return anyOf(equals(typ, 0xd4), equals(typ, 0xf0))
	case etherIP6:
		return equals(typ, 0xc4)
	case etherARP:
		return anyOf(equals(typ, 0xd5), equals(typ, 0xf1))
	case etherRARP:
		return equals(typ, 0xd6)
	case etherAtalk:
		return equals(typ, 0xdd)
	}
	return never
}

func pfLogLink(g *generator, protocol uint32) *formula {
	family := g.load(1, 0, 1)
	switch protocol {
	case etherIP:
		return equals(family, afInet)
	case etherIP6:
		return equals(family, afInet6Linux)
	}
	return never
}

func ipNetLink(g *generator, protocol uint32) *formula {
	family := g.load(1, 0, 1)
	switch protocol {
	case etherIP:
		return equals(family, afInet)
	case etherIP6:
		return equals(family, afInet6Solaris)
	}
	return never
}

// juniperIsType: the headers name no protocol that could be tested; all that is
// known is that they are Juniper's.
func juniperIsType(g *generator, _ uint32) *formula {
	return equals(g.binary(vAnd, g.load(4, 0, 0), g.num(0xffffff00)), 0x4d474300)
}

// bacnetLink: frames begin with the preamble of MS/TP.
func bacnetLink(g *generator, _ uint32) *formula {
	return equals(g.binary(vAnd, g.load(4, 0, 0), g.num(0xffff0000)), 0x55ff0000)
}

// startPFLog: the header states its length, which is rounded up to four bytes.
func startPFLog(g *generator) {
	n := g.binary(vAdd, g.load(1, 0, 0), g.num(3))
	g.at.payload = place{base: g.remember(g.binary(vAnd, n, g.num(0xfffffffc)))}
}

// remember returns a variable that is set before everything else.
func (g *generator) remember(v value) value {
	x := g.newVar(v)
	g.before = append(g.before, let(x, v))
	return x
}
