package filter

import (
	"encoding/binary"
	"net/netip"
	"slices"
)

// This file generates lists: port 80 or port 443 or ..., host a or b or ...,
// and not port 22 and not port 23 .... A list becomes one test of a set, which
// costs a packet the logarithm of the list's length.

// minList is how long a list has to be. In shorter ones every member is tested
// by itself, and the optimizer brings tests together as libpcap does.
const minList = 9

// minList6 is how long a list with IPv6 addresses has to be: their words make
// a tree.
const minList6 = 3

// list generates the operands at the start of ns that make a list, and says how
// many they are.
func (g *generator) list(ns []node, kind formulaKind) ([]*formula, int) {
	if !g.simplify {
		return nil, 0
	}
	operand := func(n node) *idNode {
		if kind == fAnd { // not a and not b is not (a or b)
			not, ok := n.(*notNode)
			if !ok {
				return nil
			}
			n = not.x
		}
		id, _ := n.(*idNode)
		return id
	}
	var ids []*idNode
	for _, n := range ns {
		id := operand(n)
		if id == nil || len(ids) > 0 && id.q != ids[0].q {
			break
		}
		ids = append(ids, id)
	}
	if len(ids) < minList && !(len(ids) >= minList6 && slices.ContainsFunc(ids, func(n *idNode) bool { return n.kind == tokHID6 })) {
		return nil, 0
	}
	if ids[0].q.dir == dirAnd {
		return nil, 0 // both are the same member of the list
	}
	var fs []*formula
	switch ids[0].q.typ {
	case typePort:
		fs = g.portList(ids)
	case typeDefault, typeHost, typeNet:
		switch ids[0].q.proto {
		case protoNone, protoIP, protoIP6, protoARP, protoRARP:
			fs = g.hostList(ids)
		}
	}
	if fs == nil {
		return nil, 0
	}
	if kind == fAnd {
		for i := range fs {
			fs[i] = not(fs[i])
		}
	}
	return fs, len(ids)
}

func (g *generator) portList(ids []*idNode) []*formula {
	for _, n := range ids {
		if n.kind != tokNum && n.kind != tokID {
			return nil
		}
	}
	type group struct {
		proto uint32
		ports set
	}
	var groups []group
	for _, n := range ids {
		port, proto := g.portOf(n)
		i := slices.IndexFunc(groups, func(x group) bool { return x.proto == proto })
		if i < 0 {
			i = len(groups)
			groups = append(groups, group{proto: proto})
		}
		groups[i].ports = append(groups[i].ports, span{port, port})
	}
	var fs []*formula
	for _, x := range groups {
		fs = append(fs, g.ports(ids[0], x.proto, normal(x.ports), false))
	}
	return fs
}

// A prefix6 is an IPv6 network.
type prefix6 struct {
	addr [16]byte
	bits int
}

func (g *generator) hostList(ids []*idNode) []*formula {
	first := ids[0]
	points := g.vars[g.net().base]&g.joined == 0
	for _, n := range ids {
		switch n.kind {
		case tokHID:
			points = points && !n.hasLen && n.mask == ""
		case tokHID6, tokID:
			points = points && n.kind == tokID && n.q.typ != typeNet
		default:
			return nil
		}
	}
	// Where networks or IPv6 addresses are asked for, or where addresses are
	// varies, the first one is tested alone. Then every load has been made, and the order of the others does
	// not show, not even on packets that are cut.
	var fs []*formula
	if !points {
		fs = append(fs, g.id(first))
		ids = ids[1:]
	}
	var v4 set
	var v6 []prefix6
	for _, n := range ids {
		switch n.kind {
		case tokHID:
			s, ok := g.span4(n)
			if !ok {
				fs = append(fs, g.id(n))
				continue
			}
			v4 = append(v4, s)
		case tokHID6:
			addr, bits := g.prefix6(n)
			v6 = append(v6, prefix6{addr, bits})
		default:
			if n.q.typ == typeNet {
				fs = append(fs, g.id(n))
				continue
			}
			for _, a := range g.hostAddrs(n) {
				if a.Is4() {
					b := a.As4()
					k := binary.BigEndian.Uint32(b[:])
					v4 = append(v4, span{k, k})
				} else {
					v6 = append(v6, prefix6{a.As16(), 128})
				}
			}
		}
	}
	if len(v4) > 0 {
		s := normal(v4)
		fs = append(fs, g.hosts(first, func(v value) *formula { return inSet(v, s) }))
	}
	if len(v6) > 0 {
		slices.SortFunc(v6, func(a, b prefix6) int {
			if c := slices.Compare(a.addr[:], b.addr[:]); c != 0 {
				return c
			}
			return a.bits - b.bits
		})
		fs = append(fs, g.hosts6(first, func(off uint32) *formula { return g.match6(v6, off, 0) }))
	}
	return fs
}

// match6 tests the words of an IPv6 address from the given one on. All of ps
// are the same before it, and ascend.
func (g *generator) match6(ps []prefix6, off uint32, word int) *formula {
	if ps[0].bits <= 32*word {
		return always // a network that holds all of the others
	}
	v := g.field(4, g.net(), off+uint32(4*word))
	at := func(p prefix6) uint32 { return binary.BigEndian.Uint32(p.addr[4*word:]) }
	var whole set // words after which nothing matters
	var cases []kase
	for i := 0; i < len(ps); {
		w := at(ps[i])
		if ps[i].bits < 32*(word+1) {
			whole = append(whole, span{w, w | ^maskOf(ps[i].bits-32*word)})
			i++
			continue
		}
		j := i
		for j < len(ps) && at(ps[j]) == w {
			j++
		}
		if then := g.match6or(ps[i:j], off, word+1); then.kind == fTrue {
			whole = append(whole, span{w, w})
		} else {
			cases = append(cases, kase{setOf(w), then})
		}
		i = j
	}
	whole = normal(whole)
	rest := cases[:0]
	for _, c := range cases {
		if c.set.disjoint(whole) {
			rest = append(rest, c)
		}
	}
	if len(whole) > 0 {
		rest = append(rest, kase{whole, always})
	}
	return oneOf(v, rest)
}

func (g *generator) match6or(ps []prefix6, off uint32, word int) *formula {
	if word == 4 {
		return always
	}
	// Shorter networks stand first among equal words, but may be shorter than
	// this word only if they end exactly here.
	if ps[0].bits <= 32*word {
		return always
	}
	return g.match6(ps, off, word)
}

// hostAddrs returns the addresses of a name that its qualifiers allow.
func (g *generator) hostAddrs(n *idNode) []netip.Addr {
	var out []netip.Addr
	for _, a := range g.lookupHost(n) {
		if a.Is4() && n.q.proto == protoIP6 || a.Is6() && n.q.proto != protoNone && n.q.proto != protoIP6 {
			continue
		}
		out = append(out, a)
	}
	if len(out) == 0 {
		g.fail(n, "unknown host '"+n.text+"' for specified address family")
	}
	return out
}
