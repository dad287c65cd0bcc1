package filter

import "encoding/binary"

// host tests IPv4 addresses: addr, as far as mask says.
func (g *generator) host(n *idNode, addr, mask uint32) *formula {
	if n.q.proto == protoDECnet {
		return g.decnetHost(n, addr)
	}
	return g.hosts(n, func(v value) *formula {
		if mask == 0 && g.simplify {
			return always
		}
		return g.masked(v, mask, addr)
	})
}

// hosts tests IPv4 addresses with is.
func (g *generator) hosts(n *idNode, is func(value) *formula) *formula {
	switch n.q.proto {
	case protoNone:
		f := g.hostIn(n, etherIP, 12, 16, is)
		if g.at.mpls > 0 { // MPLS carries no ARP
			return f
		}
		return anyOf(f, g.hostIn(n, etherARP, 14, 24, is), g.hostIn(n, etherRARP, 14, 24, is))
	case protoIP:
		return g.hostIn(n, etherIP, 12, 16, is)
	case protoARP:
		return g.hostIn(n, etherARP, 14, 24, is)
	case protoRARP:
		return g.hostIn(n, etherRARP, 14, 24, is)
	case protoLink:
		g.fail(n, "link-layer modifier applied to "+n.q.what())
	case protoAtalk:
		g.fail(n, "AppleTalk host filtering not implemented")
	case protoAARP:
		g.fail(n, "AARP host filtering not implemented")
	case protoLAT:
		g.fail(n, "LAT host filtering not implemented")
	case protoSCA:
		g.fail(n, "SCA host filtering not implemented")
	case protoMOPRC:
		g.fail(n, "MOPRC host filtering not implemented")
	case protoMOPDL:
		g.fail(n, "MOPDL host filtering not implemented")
	case protoISO:
		g.fail(n, "ISO host filtering not implemented")
	case protoIPX:
		g.fail(n, "IPX host filtering not implemented")
	case protoIP6:
		g.fail(n, "'ip6' modifier applied to ip host")
	}
	g.fail(n, "'"+n.q.proto.String()+"' modifier applied to "+n.q.what())
	return nil
}

// hostIn tests the two addresses of a protocol, at offsets in its header.
func (g *generator) hostIn(n *idNode, etherType, srcOff, dstOff uint32, is func(value) *formula) *formula {
	net := g.net()
	return allOf(g.etherType(n, etherType),
		g.either(n, is(g.field(4, net, srcOff)), is(g.field(4, net, dstOff))))
}

// either joins the tests of source and destination as the direction says.
func (g *generator) either(n *idNode, src, dst *formula) *formula {
	switch n.q.dir {
	case dirSrc:
		return src
	case dirDst:
		return dst
	case dirAnd:
		return allOf(src, dst)
	case dirDefault, dirOr:
		return anyOf(src, dst)
	}
	g.failDir(n, n.q.dir, "not a valid qualifier for addresses other than 802.11 MAC addresses")
	return nil
}

// host6 tests IPv6 addresses: the first bits of addr.
func (g *generator) host6(n *idNode, addr [16]byte, bits int) *formula {
	return g.hosts6(n, func(off uint32) *formula {
		var words []*formula
		for i := range 4 {
			mask := maskOf(min(max(bits-32*i, 0), 32))
			if mask == 0 && g.simplify {
				break
			}
			word := binary.BigEndian.Uint32(addr[4*i:])
			words = append(words, g.masked(g.field(4, g.net(), off+uint32(4*i)), mask, word&mask))
		}
		return allOf(words...)
	})
}

// hosts6 tests IPv6 addresses with match, which gets their offset.
func (g *generator) hosts6(n *idNode, match func(off uint32) *formula) *formula {
	switch n.q.proto {
	case protoNone, protoIP6:
	case protoLink:
		g.fail(n, "link-layer modifier applied to ip6 "+n.q.what())
	case protoAtalk:
		g.fail(n, "AppleTalk modifier applied to ip6 "+n.q.what())
	default:
		g.fail(n, "'"+n.q.proto.String()+"' modifier applied to ip6 "+n.q.what())
	}
	return allOf(g.etherType(n, etherIP6), g.either(n, match(8), match(24)))
}

// parseDECnet reads area.node.
func parseDECnet(s string) (uint32, bool) {
	area, node, state := uint32(0), uint32(0), 0
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '.' && state == 0:
			state = 1
		case isDigit(c) && state == 0:
			area = area*10 + uint32(c-'0')
		case isDigit(c):
			node = node*10 + uint32(c-'0')
		default:
			return 0, false
		}
	}
	if state == 0 || area > 63 || node > 1023 {
		return 0, false
	}
	return area<<10 | node, true
}

// decnetHost tests DECnet addresses. Routing headers are short (flags 2) or
// long (6), may follow a byte of padding (0x81), and hold numbers in little
// endian:
//
//	short:  2 length | flags | destination | source | ...
//	long:   2 length | flags | 6 ... | destination | 6 ... | source | ...
func (g *generator) decnetHost(n *idNode, addr uint32) *formula {
	const (
		padded            = 0x8100
		shortHdr, longHdr = 2, 6
		flagMask          = 0x07
	)
	addr = addr&0xff<<8 | addr>>8&0xff
	net := g.net()
	match := func(shortOff, longOff uint32) *formula {
		one := g.binary(vAnd, g.field(1, net, 2), g.num(flagMask))
		two := g.binary(vAnd, g.field(2, net, 2), g.num(0xff00|flagMask))
		return anyOf(
			allOf(equals(one, shortHdr), equals(g.field(2, net, shortOff), addr)),
			allOf(equals(two, padded|shortHdr), equals(g.field(2, net, shortOff+1), addr)),
			allOf(equals(one, longHdr), equals(g.field(2, net, longOff), addr)),
			allOf(equals(two, padded|longHdr), equals(g.field(2, net, longOff+1), addr)))
	}
	return allOf(g.etherType(n, etherDECnet), g.either(n, match(5, 17), match(3, 9)))
}

// linkHost tests link-layer addresses of 48 bits.
func (g *generator) linkHost(n *idNode, mac [6]byte, d dir) *formula {
	a := g.at.link.addrs
	var why string
	check := always
	switch a.kind {
	case addrEthernet:
		why = "only supported on 802.11 with 802.11 headers"
		check = g.geneveHasEthernet()
	case addrOtherMAC:
		why = "only supported on 802.11"
	case addrLANE:
		if !g.at.atm {
			g.fail(n, "ethernet addresses supported only on ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel")
		}
		why = "only supported on 802.11"
		check = g.laneData()
	case addrWLAN:
		return g.wlanHost(mac, d)
	default:
		g.fail(n, "ethernet addresses supported only on ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel")
	}
	src, dst := g.macAt(a.src, mac), g.macAt(a.dst, mac)
	switch d {
	case dirSrc:
		return allOf(check, src)
	case dirDst:
		return allOf(check, dst)
	case dirAnd:
		return allOf(check, src, dst)
	case dirDefault, dirOr:
		return allOf(check, anyOf(src, dst))
	}
	g.failDir(n, d, why)
	return nil
}

// macAt tests six bytes of the link-layer header; the last four, which differ
// most, go first.
func (g *generator) macAt(off uint32, mac [6]byte) *formula {
	return allOf(
		equals(g.field(4, g.at.header, off+2), binary.BigEndian.Uint32(mac[2:])),
		equals(g.field(2, g.at.header, off), uint32(binary.BigEndian.Uint16(mac[:]))))
}

func (g *generator) linkBroadcast(n *castNode) *formula {
	all := [6]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}
	a := g.at.link.addrs
	switch a.kind {
	case addrByte:
		return equals(g.field(1, g.at.header, a.dst), a.broadcast)
	case addrEthernet:
		return allOf(g.geneveHasEthernet(), g.macAt(a.dst, all))
	case addrOtherMAC:
		return g.macAt(a.dst, all)
	case addrWLAN:
		return g.wlanHost(all, dirDst)
	case addrLANE:
		if g.at.atm {
			return allOf(g.laneData(), g.macAt(a.dst, all))
		}
	}
	g.fail(n, "not a broadcast link")
	return nil
}

func (g *generator) linkMulticast(n *castNode) *formula {
	a := g.at.link.addrs
	group := func() *formula { return hasBits(g.field(1, g.at.header, a.dst), 1) }
	switch a.kind {
	case addrByte:
		if g.at.linkType == bacnetMSTP {
			break // has a broadcast address only
		}
		return equals(g.field(1, g.at.header, a.dst), a.broadcast)
	case addrEthernet:
		return allOf(g.geneveHasEthernet(), group())
	case addrOtherMAC:
		return group()
	case addrWLAN:
		return g.wlanMulticast()
	case addrLANE:
		if g.at.atm {
			return allOf(g.laneData(), group())
		}
	}
	g.fail(n, "link-layer multicast filters supported only on ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel")
	return nil
}
