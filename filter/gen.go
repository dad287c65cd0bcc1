package filter

import (
	"slices"

	"wiredump/capture/packet"
)

// The generator walks the syntax tree and returns a formula.
//
// To add a primitive:
//
//  1. Give it a word in token.go, and a node in ast.go if no node fits.
//  2. Parse it in parser.go: parseOther if it is a word of its own.
//  3. Add its case to generator.node, and write the method that builds the
//     formula, out of equals, hasBits, allOf, anyOf, not and the loads of
//     place, in the gen_*.go file of its topic.
//  4. If what follows it in the expression is to look at other offsets, as
//     with vlan, change generator.at before returning.
//  5. Add rows to testdata/expressions.txt; go test -update writes what they
//     compile to.
//
// To add a link type, add a row to links in link.go, and a function for its
// protocol field in linktype.go if none fits.

// A place is where something begins in the packet: a constant offset, perhaps
// after a variable one.
type place struct {
	base value // none if the offset is constant
	off  uint32
}

func (p place) plus(n uint32) place { return place{p.base, p.off + n} }

// offsets say where the headers are that a primitive looks at. Primitives such
// as vlan change them for the rest of the expression.
type offsets struct {
	link     *link // of the headers below
	linkType packet.LinkType
	header   place // the link-layer header
	typ      place // the field that names the payload's protocol
	payload  place // what the link layer carries
	// The network-layer header, from payload on; noSNAP is for protocols whose
	// number is in the 802.2 header itself.
	network, noSNAP uint32

	mpls   int  // labels seen
	atm    bool // SunATM: LANE has been asked for
	geneve value
}

type generator struct {
	*pool
	expr   string
	o      Options
	at     offsets
	outer  offsets    // as at the start
	before []*formula // what sets the variables that every test may use

	chained bool // protochain was asked for
}

// fail gives up with a message about the node n.
func (g *generator) fail(n interface{ at() int }, msg string) {
	word := g.expr[n.at():]
	length := prefix(word, func(c byte) bool { return !isSpace(c) && c != '(' && c != ')' && c != '[' })
	panic(bail{&Error{Expr: g.expr, Offset: n.at(), Length: length, Msg: msg}})
}

// generate returns the formula of a syntax tree, and whether libpcap leaves it
// whole; see foldFormula.
func generate(p *pool, expr string, n node, o Options) (f *formula, whole bool, err *Error) {
	g := &generator{pool: p, expr: expr, o: o}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bail:
			f, whole, err = nil, false, r.err
		default:
			panic(r)
		}
	}()
	g.start()
	f = g.node(n)
	before := g.needed(f)
	for _, b := range before {
		whole = whole || g.setIn(b)&g.joined != 0
	}
	return allOf(append(before, f)...), whole || g.chained, nil
}

// needed returns what has to be evaluated before f: conditions, and the
// settings of the variables that f uses.
func (g *generator) needed(f *formula) []*formula {
	used := g.varsIn(f)
	var out []*formula
	for i := len(g.before) - 1; i >= 0; i-- {
		b := g.before[i]
		if sets := g.setIn(b); sets != 0 && sets&used == 0 {
			continue
		}
		used |= g.varsIn(b)
		out = append(out, b)
	}
	slices.Reverse(out)
	return out
}

// varsIn returns the variables that a formula reads, as bits.
func (g *generator) varsIn(f *formula) uint64 {
	var bits uint64
	switch f.kind {
	case fTest:
		bits = g.vars[f.test.a] | g.vars[f.test.b]
	case fTouch:
		bits = g.vars[f.v]
	case fLet:
		bits = g.vars[f.to]
	}
	for _, k := range f.kids {
		bits |= g.varsIn(k)
	}
	return bits
}

// setIn returns the variables that a formula sets, as bits.
func (g *generator) setIn(f *formula) uint64 {
	var bits uint64
	if f.kind == fLet {
		bits = g.vars[f.v]
	}
	for _, k := range f.kids {
		bits |= g.setIn(k)
	}
	return bits
}

// p returns the size bytes at off from a place.
func (g *generator) field(size uint8, p place, off uint32) value {
	return g.load(size, p.base, p.off+off)
}

// net returns the place of the network-layer header.
func (g *generator) net() place { return g.at.payload.plus(g.at.network) }

// netNoSNAP returns the place of the header of a protocol over plain 802.2.
func (g *generator) netNoSNAP() place { return g.at.payload.plus(g.at.noSNAP) }

// masked returns a test for v&mask == want.
func (g *generator) masked(v value, mask, want uint32) *formula {
	if mask == maxUint32 {
		return equals(v, want)
	}
	if want == 0 && g.simplify { // one instruction, and no contradiction to another number
		return not(hasBits(v, mask))
	}
	return equals(g.binary(vAnd, v, g.num(mask)), want)
}

func (g *generator) node(n node) *formula {
	switch n := n.(type) {
	case *andNode:
		return g.chain(n, fAnd)
	case *orNode:
		return g.chain(n, fOr)
	case *notNode:
		return not(g.node(n.x))
	case *idNode:
		return g.id(n)
	case *protoNode:
		return g.protocol(n, n.proto)
	case *relNode:
		return g.relation(n)
	case *castNode:
		if n.multi {
			return g.multicast(n)
		}
		return g.broadcast(n)
	case *wordNode:
		return g.word(n)
	case *byteNode:
		return g.byteAt(n)
	case *pfNode:
		return g.pf(n)
	case *wlanNode:
		return g.wlan(n)
	case *llcNode:
		return g.llc(n)
	case *atmNode:
		return g.atmWord(n)
	case *mtp2Node:
		return g.mtp2(n)
	case *fieldNode:
		return g.fieldTest(n)
	}
	panic("filter: unknown node")
}

// chain turns a run of the same operator, which the parser nests to the left,
// into one formula, without a recursion per operand.
func (g *generator) chain(n node, kind formulaKind) *formula {
	var rev []node
	for {
		if a, ok := n.(*andNode); ok && kind == fAnd {
			rev = append(rev, a.r)
			n = a.l
			continue
		}
		if o, ok := n.(*orNode); ok && kind == fOr {
			rev = append(rev, o.r)
			n = o.l
			continue
		}
		break
	}
	rev = append(rev, n)
	slices.Reverse(rev)
	fs := make([]*formula, 0, len(rev))
	for len(rev) > 0 {
		if f, used := g.list(rev, kind); used > 0 {
			fs = append(fs, f...)
			rev = rev[used:]
			continue
		}
		// Every operand is generated even if the ones before decide: it may
		// be in error, and it may move offsets.
		fs = append(fs, g.node(rev[0]))
		rev = rev[1:]
	}
	if kind == fAnd {
		return allOf(fs...)
	}
	return anyOf(fs...)
}

func (g *generator) word(n *wordNode) *formula {
	switch n.kind {
	case tokLess:
		return not(above(g.length(), n.num))
	case tokGreater:
		return atLeast(g.length(), n.num)
	case tokInbound, tokOutbound:
		return g.direction(n)
	case tokIfindex:
		return g.ifindex(n)
	case tokVLAN:
		return g.vlan(n)
	case tokMPLS:
		return g.mpls(n)
	case tokPPPoED:
		return g.etherType(n, 0x8863)
	case tokPPPoES:
		return g.pppoes(n)
	case tokGeneve:
		return g.geneve(n)
	case tokVXLAN:
		return g.vxlan(n)
	}
	panic("filter: unknown word")
}

// byteAt compares one byte from the start of the link-layer header.
func (g *generator) byteAt(n *byteNode) *formula {
	v := g.field(1, g.at.header, n.index)
	switch n.op {
	case tokLT:
		return not(atLeast(v, n.value))
	case tokGT:
		return above(v, n.value)
	case tokBitAnd:
		return hasBits(v, n.value)
	case tokBitOr:
		return not(equals(g.binary(vOr, v, g.num(n.value)), 0))
	}
	return equals(v, n.value)
}

func (g *generator) broadcast(n *castNode) *formula {
	switch n.proto {
	case protoNone, protoLink:
		return g.linkBroadcast(n)
	case protoIP:
		// Both conventions: host part all zeroes and all ones.
		host := ^g.o.Netmask
		dst := g.field(4, g.net(), 16)
		return allOf(g.etherType(n, etherIP),
			anyOf(g.masked(dst, host, 0), g.masked(dst, host, host)))
	}
	g.fail(n, "only link-layer/IP broadcast filters supported")
	return nil
}

func (g *generator) multicast(n *castNode) *formula {
	switch n.proto {
	case protoNone, protoLink:
		return g.linkMulticast(n)
	case protoIP:
		// Class D: 224 to 239; what is above is reserved (RFC 1112 section 4).
		dst := g.field(1, g.net(), 16)
		return allOf(g.etherType(n, etherIP), equals(g.binary(vAnd, dst, g.num(0xf0)), 0xe0))
	case protoIP6:
		return allOf(g.etherType(n, etherIP6), equals(g.field(1, g.net(), 24), 0xff))
	}
	g.fail(n, "link-layer multicast filters supported only on ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel")
	return nil
}

// direction is inbound and outbound.
func (g *generator) direction(n *wordNode) *formula {
	out := n.kind == tokOutbound
	pick := func(isOut *formula) *formula {
		if out {
			return isOut
		}
		return not(isOut)
	}
	start := place{}
	switch k := g.outer.link.direction; k {
	case dirSLL, dirSLL2:
		if k == dirSLL {
			return pick(equals(g.field(2, start, 0), pktTypeOutgoing))
		}
		return pick(equals(g.field(1, start, 10), pktTypeOutgoing))
	case dirSLIP:
		// The first byte is 0 for packets that came in.
		return pick(not(equals(g.field(1, start, 0), 0)))
	case dirPPPD:
		if out {
			return equals(g.field(1, start, 0), 1)
		}
		return equals(g.field(1, start, 0), 0)
	case dirPFLog:
		if out {
			return equals(g.field(1, start, 60), 2)
		}
		return equals(g.field(1, start, 60), 1)
	case dirIPNet:
		if out {
			return equals(g.field(2, start, 2), 1)
		}
		return equals(g.field(2, start, 2), 2)
	case dirMarvell, dirBroadcom:
		// The tag's first byte says what the switch is to do, or has done:
		// Marvell 01 in the upper two bits, Broadcom 001 in the upper three,
		// if the host sends the frame.
		tag := g.field(1, start, 12)
		if k == dirMarvell {
			return pick(g.masked(tag, 0xc0, 0x40))
		}
		return pick(g.masked(tag, 0xe0, 0x20))
	case dirJuniper:
		v := g.binary(vAnd, g.field(1, start, 3), g.num(1))
		if out {
			return equals(v, 0)
		}
		return equals(v, 1)
	}
	if g.o.Savefile {
		g.fail(n, "inbound/outbound not supported on "+describe(g.o.LinkType)+" when reading savefiles")
	}
	return pick(equals(g.load(2, 0, adPktType), pktTypeOutgoing))
}

func (g *generator) ifindex(n *wordNode) *formula {
	if g.outer.link.direction == dirSLL2 {
		return equals(g.field(4, place{}, 4), n.num)
	}
	if g.o.Savefile {
		g.fail(n, "ifindex not supported on "+describe(g.o.LinkType)+" when reading savefiles")
	}
	return equals(g.load(4, 0, adIfIndex), n.num)
}

// describe returns the words that messages use for a link type.
func describe(t packet.LinkType) string {
	if s := t.Description(); s != "" {
		return s
	}
	return "DLT " + t.String()
}
