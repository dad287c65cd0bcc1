package filter

import "fmt"

// ISO network-layer protocols (ISO/IEC TR 9577) and IS-IS PDU types
// (ISO/IEC 10589), as expressions name them.
const (
	isoCLNP = 0x81
	isoESIS = 0x82
	isoISIS = 0x83

	isisL1IIH  = 15
	isisL2IIH  = 16
	isisPTPIIH = 17
	isisL1LSP  = 18
	isisL2LSP  = 20
	isisL1CSNP = 24
	isisL2CSNP = 25
	isisL1PSNP = 26
	isisL2PSNP = 27

	isisTypeMask = 0x1f // three bits above are reserved and not looked at
)

// protocol is the name of a protocol alone.
func (g *generator) protocol(n node, p proto) *formula {
	switch p {
	case protoSCTP:
		return g.proto(n, ipSCTP, protoNone, dirDefault)
	case protoTCP:
		return g.proto(n, ipTCP, protoNone, dirDefault)
	case protoUDP:
		return g.proto(n, ipUDP, protoNone, dirDefault)
	case protoAH:
		return g.proto(n, ipAH, protoNone, dirDefault)
	case protoESP:
		return g.proto(n, ipESP, protoNone, dirDefault)
	case protoPIM:
		return g.proto(n, ipPIM, protoNone, dirDefault)
	case protoICMP:
		return g.proto(n, ipICMP, protoIP, dirDefault)
	case protoIGMP:
		return g.proto(n, ipIGMP, protoIP, dirDefault)
	case protoIGRP:
		return g.proto(n, ipIGRP, protoIP, dirDefault)
	case protoVRRP:
		return g.proto(n, ipVRRP, protoIP, dirDefault)
	case protoCARP:
		return g.proto(n, ipCARP, protoIP, dirDefault)
	case protoICMP6:
		return g.proto(n, ipICMP6, protoIP6, dirDefault)
	case protoIP:
		return g.etherType(n, etherIP)
	case protoIP6:
		return g.etherType(n, etherIP6)
	case protoARP:
		return g.etherType(n, etherARP)
	case protoRARP:
		return g.etherType(n, etherRARP)
	case protoAtalk:
		return g.etherType(n, etherAtalk)
	case protoAARP:
		return g.etherType(n, etherAARP)
	case protoDECnet:
		return g.etherType(n, etherDECnet)
	case protoLAT:
		return g.etherType(n, etherLAT)
	case protoSCA:
		return g.etherType(n, etherSCA)
	case protoMOPRC:
		return g.etherType(n, etherMOPRC)
	case protoMOPDL:
		return g.etherType(n, etherMOPDL)
	case protoISO:
		return g.etherType(n, sapISO)
	case protoSTP:
		return g.etherType(n, sapSTP)
	case protoIPX:
		return g.etherType(n, sapIPX)
	case protoNetBEUI:
		return g.etherType(n, sapNetBEUI)
	case protoESIS:
		return g.proto(n, isoESIS, protoISO, dirDefault)
	case protoISIS:
		return g.proto(n, isoISIS, protoISO, dirDefault)
	case protoCLNP:
		return g.proto(n, isoCLNP, protoISO, dirDefault)
	case protoL1:
		return g.isis(n, isisL1PSNP, isisL1CSNP, isisL1LSP, isisL1IIH, isisPTPIIH)
	case protoL2:
		return g.isis(n, isisL2PSNP, isisL2CSNP, isisL2LSP, isisL2IIH, isisPTPIIH)
	case protoIIH:
		return g.isis(n, isisL1IIH, isisL2IIH, isisPTPIIH)
	case protoLSP:
		return g.isis(n, isisL1LSP, isisL2LSP)
	case protoSNP:
		return g.isis(n, isisL1PSNP, isisL2PSNP, isisL1CSNP, isisL2CSNP)
	case protoCSNP:
		return g.isis(n, isisL1CSNP, isisL2CSNP)
	case protoPSNP:
		return g.isis(n, isisL1PSNP, isisL2PSNP)
	case protoLink:
		g.fail(n, "link layer applied in wrong context")
	case protoRadio:
		g.fail(n, "'radio' is not a valid protocol type")
	}
	g.fail(n, "'"+p.String()+"' is not a protocol")
	return nil
}

// isis is true for IS-IS PDUs of one of the types.
func (g *generator) isis(n node, types ...uint32) *formula {
	t := g.binary(vAnd, g.field(1, g.netNoSNAP(), 4), g.num(isisTypeMask))
	var fs []*formula
	for _, k := range types {
		fs = append(fs, equals(t, k))
	}
	return allOf(g.proto(n, isoISIS, protoISO, dirDefault), anyOf(fs...))
}

// proto tests the protocol number that the header of in holds.
func (g *generator) proto(n node, v uint32, in proto, d dir) *formula {
	if d != dirDefault {
		g.fail(n, "direction applied to 'proto'")
	}
	switch in {
	case protoNone:
		return anyOf(g.proto(n, v, protoIP, d), g.proto(n, v, protoIP6, d))
	case protoLink:
		return g.etherType(n, v)
	case protoIP:
		return allOf(g.etherType(n, etherIP), equals(g.field(1, g.net(), 9), v))
	case protoIP6:
		next := g.field(1, g.net(), 6)
		return allOf(g.etherType(n, etherIP6), anyOf(
			equals(next, v),
			allOf(equals(next, ipFrag6), equals(g.field(1, g.net(), 40), v))))
	case protoISO:
		if g.o.LinkType == 107 && g.at.link == g.outer.link { // frame relay: the NLPID itself
			return g.typeIs(0x0300 | v)
		}
		return allOf(g.etherType(n, sapISO), equals(g.field(1, g.netNoSNAP(), 0), v))
	case protoISIS:
		return g.isis(n, v)
	case protoARP, protoRARP:
		g.fail(n, in.String()+" does not encapsulate another protocol")
	case protoLAT:
		g.fail(n, "LAT does not encapsulate another protocol")
	case protoSCA:
		g.fail(n, "SCA does not encapsulate another protocol")
	case protoMOPRC:
		g.fail(n, "MOPRC does not encapsulate another protocol")
	case protoMOPDL:
		g.fail(n, "MOPDL does not encapsulate another protocol")
	case protoAtalk:
		g.fail(n, "AppleTalk encapsulation is not specifiable")
	case protoDECnet:
		g.fail(n, "DECNET encapsulation is not specifiable")
	case protoCLNP:
		g.fail(n, "'clnp proto' is not supported")
	}
	g.fail(n, "'"+in.String()+" proto' is bogus")
	return nil
}

// A chainTest follows the headers of an IP packet until it meets a protocol.
type chainTest struct {
	ip6   bool
	off   uint32 // of the network-layer header
	proto uint32
}

// protoChain follows IPv6 extension headers, and authentication headers in
// both versions.
func (g *generator) protoChain(n *idNode, v uint32) *formula {
	if n.q.dir != dirDefault {
		g.fail(n, "direction applied to 'protochain'")
	}
	switch n.q.proto {
	case protoNone, protoIP, protoIP6:
	default:
		g.fail(n, "bad protocol applied for 'protochain'")
	}
	g.chained = true
	if g.net().base != 0 {
		g.fail(n, "'protochain' not supported with variable length headers")
	}
	chain := func(ip6 bool, etherType uint32) *formula {
		return allOf(g.etherType(n, etherType),
			&formula{kind: fChain, chain: &chainTest{ip6, g.net().off, v}})
	}
	switch n.q.proto {
	case protoIP:
		return chain(false, etherIP)
	case protoIP6:
		return chain(true, etherIP6)
	}
	return anyOf(chain(false, etherIP), chain(true, etherIP6))
}

// Sub-types of 802.2 frames, in the control field.
const (
	llcControl = 2 // offset from the 802.2 header on
	llcSMask   = 0x0f
	llcUMask   = 0xef // without the poll bit
)

func (g *generator) llc(n *llcNode) *formula {
	has := g.hasLLC(n)
	control := g.field(1, g.at.payload, llcControl)
	if g.at.geneve != 0 {
		control = g.field(1, g.at.typ, 2+llcControl)
	}
	switch n.name {
	case "":
		return has
	case "i":
		return allOf(has, not(hasBits(control, 0x01)))
	case "s":
		return allOf(has, g.masked(control, 0x03, 0x01))
	case "u":
		return allOf(has, g.masked(control, 0x03, 0x03))
	case "rr":
		return allOf(has, g.masked(control, llcSMask, 0x01))
	case "rnr":
		return allOf(has, g.masked(control, llcSMask, 0x05))
	case "rej":
		return allOf(has, g.masked(control, llcSMask, 0x09))
	case "ui":
		return allOf(has, g.masked(control, llcUMask, 0x03))
	case "ua":
		return allOf(has, g.masked(control, llcUMask, 0x63))
	case "disc":
		return allOf(has, g.masked(control, llcUMask, 0x43))
	case "dm":
		return allOf(has, g.masked(control, llcUMask, 0x0f))
	case "sabme":
		return allOf(has, g.masked(control, llcUMask, 0x6f))
	case "test":
		return allOf(has, g.masked(control, llcUMask, 0xe3))
	case "xid":
		return allOf(has, g.masked(control, llcUMask, 0xaf))
	case "frmr":
		return allOf(has, g.masked(control, llcUMask, 0x87))
	}
	g.fail(n, fmt.Sprintf("unknown LLC type name \"%s\"", n.name))
	return nil
}

// hasLLC is true for frames that carry an 802.2 header.
func (g *generator) hasLLC(n *llcNode) *formula {
	l := g.at.link
	switch {
	case l.isWLAN:
		return g.wlanData()
	case l.addrs.kind == addrLANE && !g.at.atm:
		return g.atmIs(atmLLC)
	case l.hasLLC:
		return always
	case l.addrs.kind == addrLANE, l.addrs.kind == addrEthernet && l.header == 0:
		// A length, and not raw 802.3 as NetWare has it.
		return allOf(not(above(g.field(2, g.at.typ, 0), maxEtherLength)),
			not(equals(g.field(2, g.at.payload, 0), 0xffff)))
	}
	g.fail(n, "'llc' not supported for "+describe(g.at.linkType))
	return nil
}
