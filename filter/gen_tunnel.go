package filter

import (
	"fmt"

	"wiredump/capture/packet"
)

// vlan is true for tagged frames (IEEE 802.1Q). What follows in the
// expression is four bytes further on:
//
//	0x8100, 0x88a8 or 0x9100 | priority 3, drop 1, number 12 | type
func (g *generator) vlan(n *wordNode) *formula {
	const maxVLAN, tagLen = 0xfff, 4
	if g.at.mpls > 0 {
		g.fail(n, "no VLAN match after MPLS")
	}
	if !g.at.link.vlan {
		g.fail(n, "no VLAN support for "+describe(g.at.linkType))
	}
	if n.hasNum && n.num > maxVLAN {
		g.fail(n, fmt.Sprintf("VLAN tag %d greater than maximum %d", n.num, maxVLAN))
	}
	f := anyOf(g.etherType(n, 0x8100), g.etherType(n, 0x88a8), g.etherType(n, 0x9100))
	if n.hasNum {
		off := g.at.payload
		if g.at.link.isWLAN { // the number follows the SNAP header
			off = off.plus(g.at.network)
		}
		f = allOf(f, g.masked(g.field(2, off, 0), maxVLAN, n.num))
	}
	g.at.typ.off += tagLen
	g.at.payload.off += tagLen
	return f
}

// mpls is true for labelled packets (RFC 3032). What follows in the expression
// looks behind the label:
//
//	label 20 | traffic class 3 | bottom of stack 1 | time to live 8
func (g *generator) mpls(n *wordNode) *formula {
	const maxLabel, labelLen = 0xfffff, 4
	var f *formula
	if g.at.mpls > 0 {
		f = g.masked(g.field(1, g.net(), maxUint32-1), 1, 0)
	} else {
		if !g.at.link.mpls {
			g.fail(n, "no MPLS support for "+describe(g.at.linkType))
		}
		f = g.etherType(n, etherMPLS)
	}
	if n.hasNum {
		if n.num > maxLabel {
			g.fail(n, fmt.Sprintf("MPLS label %d greater than maximum %d", n.num, maxLabel))
		}
		f = allOf(f, g.masked(g.field(4, g.net(), 0), 0xfffff000, n.num<<12))
	}
	g.at.network += labelLen
	g.at.noSNAP += labelLen
	g.at.mpls++
	return f
}

// mplsType tests what is under the bottom label; nothing but the version of IP
// says so.
func (g *generator) mplsType(n interface{ at() int }, protocol uint32) *formula {
	bottom := g.masked(g.field(1, g.net(), maxUint32-1), 1, 1)
	version := g.binary(vAnd, g.field(1, g.net(), 0), g.num(0xf0))
	switch protocol {
	case etherIP:
		return allOf(bottom, equals(version, 0x40))
	case etherIP6:
		return allOf(bottom, equals(version, 0x60))
	}
	g.fail(n, "unsupported protocol over mpls")
	return nil
}

// pppoes is true for PPPoE sessions (RFC 2516). What follows in the expression
// looks at PPP frames:
//
//	version and type | code | session 16 | length 16 | PPP
func (g *generator) pppoes(n *wordNode) *formula {
	const maxSession, headerLen = 0xffff, 6
	f := g.etherType(n, etherPPPoES)
	if n.hasNum {
		if n.num > maxSession {
			g.fail(n, fmt.Sprintf("PPPoE session number %d greater than maximum %d", n.num, maxSession))
		}
		f = allOf(f, g.masked(g.field(4, g.net(), 0), 0xffff, n.num))
	}
	g.at.header = g.net().plus(headerLen)
	g.at.typ = g.at.header
	g.at.payload = g.at.header.plus(2)
	g.at.network, g.at.noSNAP = 0, 0
	g.at.linkType = packet.PPP
	g.at.link = linkOf(packet.PPP)
	return f
}

// geneve is true for Geneve packets (RFC 8926). What follows in the expression
// looks at the packet inside, which may or may not be an Ethernet frame:
//
//	version 2, length of options 6 | flags | protocol 16
//	virtual network 24 | reserved 8
//	options, in 32-bit words
func (g *generator) geneve(n *wordNode) *formula {
	const port, etherInside, fixedLen = 6081, 0x6558, 8
	const udpLen = 8
	v4, v6 := g.transport().plus(udpLen), g.net().plus(40+udpLen)
	start := g.newVar(g.address(v4), g.address(v6)) // of the Geneve header
	is := func(p place) *formula {
		f := g.masked(g.field(1, p, 0), 0xc0, 0)
		if n.hasNum {
			if n.num > 0xffffff {
				g.fail(n, fmt.Sprintf("Geneve VNI %d greater than maximum %d", n.num, 0xffffff))
			}
			f = allOf(f, g.masked(g.field(4, p, 4), 0xffffff00, n.num<<8))
		}
		return allOf(f, let(start, g.address(p)))
	}
	f := g.overUDP(n, port, is)

	s := place{base: start}
	options := g.binary(vMul, g.binary(vAnd, g.field(1, s, 0), g.num(0x3f)), g.num(4))
	begin := g.binary(vAdd, g.binary(vAdd, options, g.num(fixedLen)), start)
	inner := g.newVar(begin)
	inside := place{base: inner}
	protocol := g.field(2, s, 2)
	typInside, typOutside := g.address(inside.plus(12)), g.address(s.plus(2))
	typ := g.newVar(typInside, typOutside)
	payload := g.newVar(g.address(inside.plus(14)), inner)
	f = allOf(f,
		touch(protocol),
		let(inner, begin),
		anyOf(
			allOf(equals(protocol, etherInside),
				let(typ, typInside), let(payload, g.address(inside.plus(14)))),
			allOf(let(typ, typOutside), let(payload, inner))))

	g.at = offsets{
		link:     linkOf(packet.Ethernet),
		linkType: packet.Ethernet,
		header:   inside,
		typ:      place{base: typ},
		payload:  place{base: payload},
		noSNAP:   3,
		geneve:   payload,
	}
	return f
}

// vxlan is true for VXLAN packets (RFC 7348). What follows in the expression
// looks at the Ethernet frame inside:
//
//	flags 8, of which 0x08 says that there is a number | reserved 24
//	virtual network 24 | reserved 8
func (g *generator) vxlan(n *wordNode) *formula {
	const port, headerLen = 4789, 8
	const udpLen = 8
	v4, v6 := g.transport().plus(udpLen+headerLen), g.net().plus(40+udpLen+headerLen)
	start := g.newVar(g.address(v4), g.address(v6)) // of the inner frame
	f := g.overUDP(n, port, func(p place) *formula {
		f := g.masked(g.field(1, p, 0), 0x08, 0x08)
		if n.hasNum {
			if n.num > 0xffffff {
				g.fail(n, fmt.Sprintf("VXLAN VNI %d greater than maximum %d", n.num, 0xffffff))
			}
			f = allOf(f, g.masked(g.field(4, p, 4), 0xffffff00, n.num<<8))
		}
		return allOf(f, let(start, g.address(p.plus(headerLen))))
	})
	in := place{base: start}
	g.at = offsets{
		link:     linkOf(packet.Ethernet),
		linkType: packet.Ethernet,
		header:   in,
		typ:      in.plus(12),
		payload:  in.plus(14),
		noSNAP:   3,
	}
	return f
}

// overUDP is true for UDP datagrams to a port, whose payload satisfies is.
func (g *generator) overUDP(n *wordNode, port uint32, is func(place) *formula) *formula {
	const udpLen = 8
	net := g.net()
	tp4, tp6 := g.transport(), net.plus(40)
	return anyOf(
		allOf(g.etherType(n, etherIP),
			equals(g.field(1, net, 9), ipUDP),
			g.firstFragment(),
			equals(g.field(2, tp4, 2), port),
			is(tp4.plus(udpLen))),
		allOf(g.etherType(n, etherIP6),
			equals(g.field(1, net, 6), ipUDP),
			equals(g.field(2, tp6, 2), port),
			is(tp6.plus(udpLen))))
}

// address returns the offset of a place as a value.
func (g *generator) address(p place) value {
	if p.base == 0 {
		return g.num(p.off)
	}
	if p.off == 0 {
		return p.base
	}
	return g.binary(vAdd, p.base, g.num(p.off))
}

// geneveHasEthernet is true if what is inside Geneve is an Ethernet frame, and
// so has link-layer addresses. Elsewhere it is always true.
func (g *generator) geneveHasEthernet() *formula {
	if g.at.geneve == 0 || g.at.header.base == 0 {
		return always
	}
	return not(compare(vEq, g.at.header.base, g.at.geneve))
}
