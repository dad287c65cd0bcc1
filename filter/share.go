package filter

// This file makes two parts of a graph one that differ only in where they
// look: the ports of an IPv6 packet are at a fixed place, those of an IPv4
// packet behind a header of variable length, and what a filter asks of them is
// the same. The part is kept once, with a variable as the base of its loads;
// whoever leads there sets the variable, in X. The first test of the part may
// even look at unrelated places: whoever leads there loads it into A.

// A twin is a pair of nodes that could be one.
type twin struct{ a, b nodeID }

// A sharing is a way to make parts of a graph one.
type sharing struct {
	root   twin
	pairs  map[twin]bool // that differ
	baseA  value         // what the base is for a and for b; none if no loads differ
	baseB  value
	loadA  bool // the first test's value goes through A
	saving int
}

// maxTwins bounds the search.
const maxTwins = 2000

// shareable returns sharings under root, the best first.
func (g *graph) shareable(root nodeID) []*sharing {
	type key struct {
		set  setID
		size uint8
	}
	groups := make(map[key][]nodeID)
	var keys []key
	g.walk(root, func(id nodeID, n *gnode) {
		if n.kind != nTest {
			return
		}
		v := g.pool.nodes[n.v]
		if v.op != vLoad || v.k >= adBase && v.a == 0 {
			return
		}
		k := key{n.set, v.size}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], id)
	})
	var out []*sharing
	tried := 0
	for _, k := range keys {
		ids := groups[k]
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if tried++; tried > maxTwins {
					break
				}
				if s := g.tryShare(a, b); s != nil {
					out = append(out, s)
				}
				if s := g.tryShare(b, a); s != nil {
					out = append(out, s)
				}
			}
		}
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].saving > out[j-1].saving; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// walk calls visit for each node under root, before its successors.
func (g *graph) walk(root nodeID, visit func(nodeID, *gnode)) {
	seen := make([]bool, root+2)
	seen[root] = true
	for id := root; id > acceptNode; id-- {
		if !seen[id] {
			continue
		}
		n := &g.nodes[id]
		visit(id, n)
		seen[n.t] = true
		if n.kind == nTest || n.kind == nChain {
			seen[n.f] = true
		}
	}
}

// tryShare matches two parts. a has to look at constant places.
func (g *graph) tryShare(a, b nodeID) *sharing {
	s := &sharing{root: twin{a, b}, pairs: make(map[twin]bool)}
	va, vb := g.nodes[a].v, g.nodes[b].v
	if g.pool.nodes[va].a != 0 {
		return nil
	}
	if g.fits(s, va, vb) && g.match(s, s.root) && s.saving > 0 {
		return s
	}
	// Once more, with the first values loaded beforehand.
	if g.pool.nodes[vb].a != 0 {
		return nil
	}
	s = &sharing{root: s.root, pairs: make(map[twin]bool), loadA: true}
	if g.match(s, s.root) && s.saving > 0 {
		return s
	}
	return nil
}

// fits reports whether two loads differ as the sharing says, which the first
// that differ decide.
func (g *graph) fits(s *sharing, va, vb value) bool {
	if va == vb {
		return g.freeOfX(va)
	}
	a, b := g.pool.nodes[va], g.pool.nodes[vb]
	if a.op != vLoad || b.op != vLoad || a.size != b.size || a.a != 0 || a.k >= adBase {
		return false
	}
	var baseA, baseB value
	switch {
	case b.a != 0 && a.k >= b.k:
		baseA, baseB = g.num(a.k-b.k), b.a
	case b.a == 0 && a.k < b.k && b.k < adBase:
		baseA, baseB = g.num(0), g.num(b.k-a.k)
	default:
		return false
	}
	if s.baseA == 0 {
		s.baseA, s.baseB = baseA, baseB
	}
	return s.baseA == baseA && s.baseB == baseB
}

// freeOfX reports whether computing v into A leaves X alone.
func (g *graph) freeOfX(v value) bool {
	n := g.pool.nodes[v]
	switch n.op {
	case vConst, vLen:
		return true
	case vLoad:
		return n.a == 0
	case vVar, vMsh, vNone:
		return false
	}
	_, ok := g.constant(n.b)
	return (ok || n.b == 0) && g.freeOfX(n.a)
}

func (g *graph) match(s *sharing, p twin) bool {
	if p.a == p.b || s.pairs[p] {
		return true
	}
	if p.a <= acceptNode || p.b <= acceptNode {
		return false
	}
	a, b := &g.nodes[p.a], &g.nodes[p.b]
	if a.kind != nTest || b.kind != nTest || a.set != b.set {
		return false
	}
	first := s.loadA && p == s.root
	if !first && !g.fits(s, a.v, b.v) {
		return false
	}
	s.pairs[p] = true
	if !g.match(s, twin{a.t, b.t}) || !g.match(s, twin{a.f, b.f}) {
		return false
	}
	// The load, and the comparisons; equal ones with equal targets are shared
	// already, but for the first.
	n := 1
	if a.t != b.t || a.f != b.f {
		n = len(g.sets[a.set])
	}
	if !first {
		n++
	}
	s.saving += n
	return true
}

// share rewrites the graph; it returns the new root and the variables that
// have to live in X and in A.
func (g *graph) share(root nodeID, s *sharing) (nodeID, uint64, uint64) {
	var base, first value
	var inX, inA uint64
	if s.baseA != 0 {
		base = g.newVar(s.baseA, s.baseB)
		inX = g.vars[base]
	}
	if s.loadA {
		first = g.newVar(g.nodes[s.root.a].v, g.nodes[s.root.b].v)
		inA = g.vars[first]
	}
	made := make(map[twin]nodeID)
	var merge func(p twin) nodeID
	merge = func(p twin) nodeID {
		if p.a == p.b {
			return p.a
		}
		if id, ok := made[p]; ok {
			return id
		}
		a, b := g.nodes[p.a], g.nodes[p.b]
		v := b.v
		switch n := g.pool.nodes[b.v]; {
		case s.loadA && p == s.root:
			v = first
		case a.v == b.v:
		case n.a != 0:
			v = g.intern(valueNode{op: vLoad, size: n.size, a: base, k: n.k})
		default:
			v = g.intern(valueNode{op: vLoad, size: n.size, a: base, k: g.pool.nodes[a.v].k})
		}
		id := g.test(v, g.sets[b.set], merge(twin{a.t, b.t}), merge(twin{a.f, b.f}))
		made[p] = id
		return id
	}
	merge(s.root)

	// Lead everyone who came to one of the two to the one.
	replaced := make(map[nodeID]nodeID)
	entry := func(old nodeID, to value, p twin) {
		id := made[p]
		if s.loadA && p == s.root {
			id = g.let(first, g.nodes[old].v, id)
		}
		if base != 0 {
			id = g.let(base, to, id)
		}
		replaced[old] = id
	}
	for p := range s.pairs {
		if _, ok := replaced[p.a]; !ok {
			entry(p.a, s.baseA, p)
		}
		if _, ok := replaced[p.b]; !ok {
			entry(p.b, s.baseB, p)
		}
	}
	var order []nodeID
	g.walk(root, func(id nodeID, _ *gnode) { order = append(order, id) })
	renamed := map[nodeID]nodeID{rejectNode: rejectNode, acceptNode: acceptNode}
	for i := len(order) - 1; i >= 0; i-- {
		id := order[i]
		if to, ok := replaced[id]; ok {
			renamed[id] = to
			continue
		}
		n := g.nodes[id]
		renamed[id] = g.renew(n, renamed[n.t], renamed[n.f])
	}
	return renamed[root], inX, inA
}
