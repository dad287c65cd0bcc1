package filter

// A graph is a formula as a decision diagram: nodes test values and lead to
// other nodes, and in the end to accept or reject. Nodes do not change and are
// kept once each: the same test with the same successors is the same node. A
// node's successors have smaller numbers than the node.
type graph struct {
	*pool
	nodes []gnode
	index map[gnode]nodeID
	live  []uint64 // variables that are read from a node on before they are set

	sets     []set
	setIndex map[string]setID
	small    map[span]setID // the sets of one span
	unions   map[[2]setID]setID
	meets    map[[2]setID]setID

	ladders []*ladder // of nodes; see findLadders
	heights []int32   // and where on them
	steps   int       // that pass has taken

	start *facts // what is known of every packet

	// folding says that tests are what the expression says, and go with their
	// loads if nothing depends on them. See fold.go.
	folding bool
}

type (
	nodeID int32
	setID  int32
)

const (
	rejectNode nodeID = iota
	acceptNode
)

type nodeKind uint8

const (
	nEnd   nodeKind = iota
	nTest           // v in set: to t, else to f
	nLet            // v = to, then t
	nTouch          // load v, then t
	nChain          // follow protocol headers
)

type gnode struct {
	kind  nodeKind
	v     value
	to    value
	set   setID
	t, f  nodeID
	chain *chainTest
}

func newGraph(p *pool) *graph {
	g := &graph{
		pool:     p,
		index:    make(map[gnode]nodeID),
		setIndex: make(map[string]setID),
		small:    make(map[span]setID),
		unions:   make(map[[2]setID]setID),
		meets:    make(map[[2]setID]setID),
		start:    &facts{},
	}
	g.nodes = []gnode{{kind: nEnd}, {kind: nEnd, t: 1}}
	g.live = []uint64{0, 0}
	return g
}

// setID returns the number of a set, which must not change afterwards.
func (g *graph) setID(s set) setID {
	if len(s) == 1 {
		if id, ok := g.small[s[0]]; ok {
			return id
		}
		id := setID(len(g.sets))
		g.sets = append(g.sets, s)
		g.small[s[0]] = id
		return id
	}
	k := s.key()
	if id, ok := g.setIndex[k]; ok {
		return id
	}
	id := setID(len(g.sets))
	g.sets = append(g.sets, s)
	g.setIndex[k] = id
	return id
}

func (g *graph) union(a, b setID) setID {
	if a == b {
		return a
	}
	if a > b {
		a, b = b, a
	}
	k := [2]setID{a, b}
	id, ok := g.unions[k]
	if !ok {
		id = g.setID(g.sets[a].union(g.sets[b]))
		g.unions[k] = id
	}
	return id
}

func (g *graph) meet(a, b setID) setID {
	if a == b {
		return a
	}
	if a > b {
		a, b = b, a
	}
	k := [2]setID{a, b}
	id, ok := g.meets[k]
	if !ok {
		id = g.setID(g.sets[a].intersect(g.sets[b]))
		g.meets[k] = id
	}
	return id
}

func (g *graph) add(n gnode) nodeID {
	if id, ok := g.index[n]; ok {
		return id
	}
	id := nodeID(len(g.nodes))
	g.nodes = append(g.nodes, n)
	g.index[n] = id
	live := g.live[n.t]
	switch n.kind {
	case nTest:
		live |= g.live[n.f] | g.vars[n.v]
	case nLet:
		live = live&^g.vars[n.v] | g.vars[n.to]
	case nTouch:
		live |= g.vars[n.v]
	case nChain:
		live |= g.live[n.f]
	}
	g.live = append(g.live, live)
	return id
}

// test returns a node that leads to t if v is in s and to f otherwise.
func (g *graph) test(v value, s set, t, f nodeID) nodeID {
	if g.folding {
		if t != f {
			return g.add(gnode{kind: nTest, v: v, set: g.setID(s), t: t, f: f})
		}
		// A division by zero still rejects.
		if g.mayDivideByZero(v) {
			return g.touch(v, t)
		}
		return t
	}
	if t == f {
		return g.touch(v, t)
	}
	// Numbers that v cannot be do not matter: drop them, so that equal tests
	// look equal; and of a set and its complement, keep the one without the
	// smallest number.
	sp := g.spans[v]
	all := set{sp}
	if len(s) == 1 && s[0] == fullSpan {
		return g.touch(v, t)
	}
	s = s.intersect(all)
	switch {
	case len(s) == 0:
		return g.touch(v, f)
	case s.equal(all):
		return g.touch(v, t)
	case s[0].lo == sp.lo:
		s = s.complement().intersect(all)
		t, f = f, t
	}
	return g.add(gnode{kind: nTest, v: v, set: g.setID(s), t: t, f: f})
}

// touch returns a node that computes v and leads on to next.
func (g *graph) touch(v value, next nodeID) nodeID {
	known := &facts{}
	switch n := &g.nodes[next]; n.kind {
	case nTest, nTouch:
		known = g.computed(known, n.v) // that will find out as well
	}
	if next == rejectNode || g.safe(known, v) {
		return next
	}
	return g.add(gnode{kind: nTouch, v: v, t: next})
}

func (g *graph) let(v, to value, next nodeID) nodeID {
	if g.live[next]&g.vars[v] == 0 {
		if g.folding {
			return next
		}
		return g.touch(to, next)
	}
	return g.add(gnode{kind: nLet, v: v, to: to, t: next})
}

// build returns the node that leads to yes if f is true and to no otherwise.
func (g *graph) build(f *formula, yes, no nodeID) nodeID {
	switch f.kind {
	case fTrue:
		return yes
	case fFalse:
		return no
	case fNot:
		return g.build(f.kids[0], no, yes)
	case fAnd:
		for i := len(f.kids) - 1; i >= 0; i-- {
			yes = g.build(f.kids[i], yes, no)
		}
		return yes
	case fOr:
		for i := len(f.kids) - 1; i >= 0; i-- {
			no = g.build(f.kids[i], yes, no)
		}
		return no
	case fLet:
		return g.let(f.v, f.to, yes)
	case fTouch:
		return g.touch(f.v, yes)
	case fChain:
		if yes == no {
			return yes
		}
		return g.add(gnode{kind: nChain, chain: f.chain, t: yes, f: no})
	}
	if f.kind == fSwitch {
		next := no
		for i := len(f.cases) - 1; i >= 0; i-- {
			c := f.cases[i]
			next = g.test(f.v, c.set, g.build(c.then, yes, no), next)
		}
		return next
	}
	v, s := g.asSet(f)
	return g.test(v, s, yes, no)
}

// asSet turns a test into a value and the set that it has to be in.
func (g *graph) asSet(f *formula) (value, set) {
	t := f.test
	if t.op == vNone {
		return t.a, f.set
	}
	if t.b != 0 {
		return g.binary(t.op, t.a, t.b), set{{1, 1}}
	}
	v := t.a
	var s set
	switch t.op {
	case vEq:
		s = setOf(t.k)
	case vGt:
		s = set{{t.k, maxUint32}}.intersect(setOf(t.k).complement())
	case vGe:
		s = set{{t.k, maxUint32}}
	case vSet:
		v = g.binary(vAnd, v, g.num(t.k))
		s = setOf(0).complement()
	}
	if g.folding {
		return v, s
	}
	return g.unmask(v, s)
}

// unmask turns a test of a&mask, if the mask has no zero above a one, into a
// test of a: a net is a span of addresses. Constants added or exclusive-ored
// are moved to the other side as well.
func (g *graph) unmask(v value, s set) (value, set) {
	for {
		n := g.pool.nodes[v]
		k, ok := g.constant(n.b)
		if !ok {
			return v, s
		}
		switch n.op {
		case vAnd:
			// Within the width of a, the mask has to be ones, then zeros.
			width := onesOf(g.spans[n.a].hi)
			low := width &^ k
			if low&(low+1) != 0 || len(s) > 8 {
				return v, s
			}
			if low == 0 {
				v = n.a
				continue
			}
			var out set
			for _, x := range s {
				// Members with bits that the mask clears are never met.
				lo, hi := uint64(x.lo), uint64(x.hi)
				unit := uint64(low) + 1
				lo = (lo + unit - 1) / unit * unit
				if lo > hi || lo > maxUint32 {
					continue
				}
				hi = hi/unit*unit + uint64(low)
				out = append(out, span{uint32(lo), uint32(min(hi, maxUint32))})
			}
			v, s = n.a, normal(out)
		case vRsh:
			if k > 31 || len(s) > 8 {
				return v, s
			}
			var out set
			for _, x := range s {
				lo, hi := uint64(x.lo)<<k, uint64(x.hi)<<k|(1<<k-1)
				if lo > maxUint32 {
					continue
				}
				out = append(out, span{uint32(lo), uint32(min(hi, maxUint32))})
			}
			v, s = n.a, normal(out)
		case vAdd, vSub:
			if n.op == vSub {
				k = -k
			}
			v, s = n.a, s.minus(k)
		default:
			return v, s
		}
	}
}

// minus returns what numbers become when k is taken from them, modulo 2^32.
func (s set) minus(k uint32) set {
	out := make(set, 0, len(s)+1)
	for _, x := range s {
		lo, hi := x.lo-k, x.hi-k
		if lo <= hi {
			out = append(out, span{lo, hi})
		} else {
			out = append(out, span{lo, maxUint32}, span{0, hi})
		}
	}
	return normal(out)
}
