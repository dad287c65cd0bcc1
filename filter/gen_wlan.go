package filter

import "fmt"

// The frame control field of 802.11 (IEEE 802.11 section 9.2.4.1):
//
//	byte 0: subtype 4 | type 2 | version 2
//	byte 1: order | protected | more data | power | retry | more fragments | from DS | to DS
const (
	fcTypeMask    = 0x0c
	fcSubtypeMask = 0xf0
	fcData        = 0x08 // set in data frames, and in extensions
	fcControl     = 0x04 // set in control frames, and in extensions
	fcQoS         = 0x80 // set in data frames with a QoS field
	fcToDS        = 0x01
	fcFromDS      = 0x02
)

func (g *generator) fc(i uint32) value { return g.field(1, g.at.header, i) }

// wlanData is true for data frames.
func (g *generator) wlanData() *formula {
	return allOf(not(hasBits(g.fc(0), fcControl)), hasBits(g.fc(0), fcData))
}

// startWLAN: frames begin with the 802.11 header.
func startWLAN(g *generator) { g.startFrame(0) }

// startRadiotap: a header of its own, whose length is little endian, in bytes
// 2 and 3; flags say whether the 802.11 header is padded to four bytes.
func startRadiotap(g *generator) {
	g.startFrame(g.remember(g.littleEndian(2)))
	const (
		present    = 4          // offset of the bit mask of fields, little endian
		hasFlags   = 0x02000000 // its bit 1
		hasMore    = 0x00000080 // its bit 31: another mask follows
		hasTSFT    = 0x01000000 // its bit 0: 8 bytes of time stamp before the flags
		flagPadded = 0x20
	)
	mask := g.load(4, 0, present)
	padded := allOf(g.wlanData(), hasBits(mask, hasFlags), not(hasBits(mask, hasMore)), anyOf(
		allOf(hasBits(mask, hasTSFT), hasBits(g.load(1, 0, 16), flagPadded)),
		allOf(not(hasBits(mask, hasTSFT)), hasBits(g.load(1, 0, 8), flagPadded))))
	end := g.at.payload.base
	up := g.binary(vAnd, g.binary(vAdd, end, g.num(3)), g.num(0xfffffffc))
	x := g.newVar(up, end)
	g.before = append(g.before, anyOf(allOf(padded, let(x, up)), let(x, end)))
	g.at.payload.base = x
}

// startPrism: 0x90 bytes, or an AVS header, which says so in its first word
// and states its length in the second.
func startPrism(g *generator) {
	isAVS := g.masked(g.load(4, 0, 0), 0xfffff000, 0x80211000)
	stated, fixed := g.load(4, 0, 4), g.num(0x90)
	x := g.newVar(stated, fixed)
	g.before = append(g.before, anyOf(allOf(isAVS, let(x, stated)), let(x, fixed)))
	g.startFrame(x)
}

// startAVS: the header's length is in its second word.
func startAVS(g *generator) { g.startFrame(g.remember(g.load(4, 0, 4))) }

// startPPI: the header's length is little endian, in bytes 2 and 3; the link
// type of what follows has to be 802.11.
func startPPI(g *generator) {
	g.before = append(g.before, equals(g.load(4, 0, 4), 0x69000000))
	g.startFrame(g.remember(g.littleEndian(2)))
}

func (g *generator) littleEndian(off uint32) value {
	high := g.binary(vLsh, g.load(1, 0, off+1), g.num(8))
	return g.binary(vOr, g.load(1, 0, off), high)
}

// startFrame sets the offsets for an 802.11 frame that begins at base: its
// header has 24 bytes, or 26 in data frames with QoS.
func (g *generator) startFrame(base value) {
	const headerLen, qosLen = 24, 2
	g.at.header = place{base: base}
	long, short := g.address(g.at.header.plus(headerLen+qosLen)), g.address(g.at.header.plus(headerLen))
	x := g.newVar(long, short)
	qos := allOf(g.wlanData(), hasBits(g.fc(0), fcQoS))
	g.before = append(g.before, anyOf(allOf(qos, let(x, long)), let(x, short)))
	g.at.typ = place{base: x}
	g.at.payload = place{base: x}
}

// wlanHost tests the addresses of 802.11 frames. Where source and destination
// are depends on the direction:
//
//	from DS  to DS   address 1 (4)  2 (10)  3 (16)       4 (24)
//	0        0       destination    source  BSS
//	0        1       BSS            source  destination
//	1        0       destination    BSS     source
//	1        1       receiver       sender  destination  source
func (g *generator) wlanHost(mac [6]byte, d dir) *formula {
	addr := func(off uint32) *formula { return g.macAt(off, mac) }
	const a1, a2, a3, a4 = 4, 10, 16, 24
	fc0, fc1 := g.fc(0), g.fc(1)
	isData := hasBits(fc0, fcData)
	notControl := not(hasBits(fc0, fcControl))
	switch d {
	case dirSrc:
		return allOf(notControl, anyOf(
			allOf(not(isData), addr(a2)),
			allOf(isData, anyOf(
				allOf(not(hasBits(fc1, fcFromDS)), addr(a2)),
				allOf(hasBits(fc1, fcFromDS), anyOf(
					allOf(not(hasBits(fc1, fcToDS)), addr(a3)),
					allOf(hasBits(fc1, fcToDS), addr(a4))))))))
	case dirDst:
		return allOf(notControl, anyOf(
			allOf(not(isData), addr(a1)),
			allOf(isData, anyOf(
				allOf(not(hasBits(fc1, fcToDS)), addr(a1)),
				allOf(hasBits(fc1, fcToDS), addr(a3))))))
	case dirAnd:
		return allOf(g.wlanHost(mac, dirSrc), g.wlanHost(mac, dirDst))
	case dirDefault, dirOr:
		return anyOf(g.wlanHost(mac, dirSrc), g.wlanHost(mac, dirDst))
	case dirAddr1:
		return addr(a1)
	case dirAddr2:
		return allOf(g.hasSender(), addr(a2))
	case dirAddr3:
		return allOf(not(g.masked(fc0, fcTypeMask, fcControl)), addr(a3))
	case dirAddr4:
		return allOf(g.masked(fc1, fcToDS|fcFromDS, fcToDS|fcFromDS), addr(a4))
	case dirRA:
		return allOf(isData, addr(a1))
	}
	// The transmitter is in data frames and in most control frames.
	return allOf(isData, g.hasSender(), addr(a2))
}

// hasSender is true for frames with a second address: all but the control
// frames CTS and ACK.
func (g *generator) hasSender() *formula {
	fc0 := g.fc(0)
	return not(allOf(
		g.masked(fc0, fcTypeMask, fcControl),
		anyOf(g.masked(fc0, fcSubtypeMask, 0xc0), g.masked(fc0, fcSubtypeMask, 0xd0))))
}

func (g *generator) wlanMulticast() *formula {
	group := func(off uint32) *formula { return hasBits(g.field(1, g.at.header, off), 1) }
	fc0, fc1 := g.fc(0), g.fc(1)
	isData := hasBits(fc0, fcData)
	return allOf(not(hasBits(fc0, fcControl)), anyOf(
		allOf(not(isData), group(4)),
		allOf(isData, anyOf(
			allOf(not(hasBits(fc1, fcToDS)), group(4)),
			allOf(hasBits(fc1, fcToDS), group(16))))))
}

// wlan asks for type, subtype and direction.
func (g *generator) wlan(n *wlanNode) *formula {
	if !g.at.link.isWLAN {
		if n.kind == tokDir {
			g.fail(n, "frame direction supported only with 802.11 headers")
		}
		g.fail(n, "802.11 link-layer types supported only on 802.11")
	}
	switch n.kind {
	case tokDir:
		d := g.wlanDir(n)
		return g.masked(g.fc(1), fcToDS|fcFromDS, d)
	case tokSubtype:
		typ, sub, ok := anySubtype(n.subtype.text)
		if !ok {
			g.fail(n, "unknown 802.11 type name")
		}
		return g.masked(g.fc(0), fcTypeMask|fcSubtypeMask, typ|sub)
	}
	typ := n.typ.num
	if n.typ.kind == tokNum {
		if typ&^fcTypeMask != 0 {
			g.fail(n, fmt.Sprintf("invalid 802.11 type value 0x%02x", typ))
		}
	} else {
		switch n.typ.text {
		case "mgt", "management":
			typ = 0x00
		case "ctl", "control":
			typ = 0x04
		case "data":
			typ = 0x08
		default:
			g.fail(n, "unknown 802.11 type name")
		}
	}
	if !n.hasSub {
		return g.masked(g.fc(0), fcTypeMask, typ)
	}
	sub := n.subtype.num
	if n.subtype.kind == tokNum {
		if sub&^fcSubtypeMask != 0 {
			g.fail(n, fmt.Sprintf("invalid 802.11 subtype value 0x%02x", sub))
		}
	} else {
		var ok bool
		if sub, ok = wlanSubtype(typ, n.subtype.text); !ok {
			g.fail(n, fmt.Sprintf("unknown 802.11 subtype name \"%s\"", n.subtype.text))
		}
	}
	return g.masked(g.fc(0), fcTypeMask|fcSubtypeMask, typ|sub)
}

func (g *generator) wlanDir(n *wlanNode) uint32 {
	if n.typ.kind == tokNum {
		if n.typ.num > 3 {
			g.fail(n, "unknown 802.11 direction")
		}
		return n.typ.num
	}
	switch n.typ.text {
	case "nods":
		return 0
	case "tods":
		return fcToDS
	case "fromds":
		return fcFromDS
	case "dstods":
		return fcToDS | fcFromDS
	}
	g.fail(n, "unknown 802.11 direction")
	return 0
}

// anySubtype finds a subtype's name in every type.
func anySubtype(name string) (typ, sub uint32, ok bool) {
	for typ = 0; typ <= 8; typ += 4 {
		if sub, ok = wlanSubtype(typ, name); ok {
			return typ, sub, true
		}
	}
	return 0, 0, false
}

// wlanSubtype returns the bits of a subtype's name within a type.
func wlanSubtype(typ uint32, name string) (uint32, bool) {
	switch typ {
	case 0x00:
		switch name {
		case "assoc-req", "assocreq":
			return 0x00, true
		case "assoc-resp", "assocresp":
			return 0x10, true
		case "reassoc-req", "reassocreq":
			return 0x20, true
		case "reassoc-resp", "reassocresp":
			return 0x30, true
		case "probe-req", "probereq":
			return 0x40, true
		case "probe-resp", "proberesp":
			return 0x50, true
		case "beacon":
			return 0x80, true
		case "atim":
			return 0x90, true
		case "disassoc", "disassociation":
			return 0xa0, true
		case "auth", "authentication":
			return 0xb0, true
		case "deauth", "deauthentication":
			return 0xc0, true
		}
	case 0x04:
		switch name {
		case "bar":
			return 0x80, true
		case "ba":
			return 0x90, true
		case "ps-poll", "pspoll":
			return 0xa0, true
		case "rts":
			return 0xb0, true
		case "cts":
			return 0xc0, true
		case "ack":
			return 0xd0, true
		case "cf-end":
			return 0xe0, true
		case "cf-end-ack":
			return 0xf0, true
		}
	case 0x08:
		switch name {
		case "data":
			return 0x00, true
		case "data-cf-ack":
			return 0x10, true
		case "data-cf-poll":
			return 0x20, true
		case "data-cf-ack-poll":
			return 0x30, true
		case "null":
			return 0x40, true
		case "cf-ack":
			return 0x50, true
		case "cf-poll":
			return 0x60, true
		case "cf-ack-poll":
			return 0x70, true
		case "qos-data":
			return 0x80, true
		case "qos-data-cf-ack":
			return 0x90, true
		case "qos-data-cf-poll":
			return 0xa0, true
		case "qos-data-cf-ack-poll":
			return 0xb0, true
		case "qos":
			return 0xc0, true
		case "qos-cf-poll":
			return 0xe0, true
		case "qos-cf-ack-poll":
			return 0xf0, true
		}
	}
	return 0, false
}
