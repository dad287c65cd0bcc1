package filter

import "slices"

// A coder turns a graph into blocks. It goes through the nodes in order and
// knows at each which values the registers and the memory hold, on every way
// that leads there, so that it computes only what is missing.
type coder struct {
	*graph
	accept uint32
	live   bool // no loops
	at     []*facts
	degree []int
	regs   []*registers // at the start of nodes
	blocks []*block     // of nodes
	done   []bool       // part of another node's block already

	inX    uint64           // variables that live in X
	inA    uint64           // variables that live in A
	word   map[value]uint32 // memory words of variables and of values kept there
	used   uint32           // memory words in use, from the end
	temps  uint32           // and from the start
	failed bool
	size   int
	trials int
	steps  map[shape]step

	// costs of values that were computed, for the choice of what to keep
	cost  map[value]int
	times map[value]int
}

// registers says which values are where. Equal values have several names.
type registers struct {
	a, x []value
	mem  [memWords]value
}

func (r *registers) clone() *registers {
	return &registers{slices.Clone(r.a), slices.Clone(r.x), r.mem}
}

// meet returns what holds on both ways.
func (r *registers) meet(s *registers) *registers {
	if r == nil {
		return s.clone()
	}
	keep := func(a, b []value) []value {
		var out []value
		for _, v := range a {
			if slices.Contains(b, v) {
				out = append(out, v)
			}
		}
		return out
	}
	out := &registers{a: keep(r.a, s.a), x: keep(r.x, s.x)}
	for i := range r.mem {
		if r.mem[i] == s.mem[i] {
			out.mem[i] = r.mem[i]
		}
	}
	return out
}

// A plan says how to turn a graph into code.
type plan struct {
	root     nodeID
	inX, inA uint64  // variables that live in a register, not in memory
	keep     []value // values to keep in memory once they are computed
}

// code turns a graph into blocks.
func (g *graph) code(p plan, accept uint32, live bool) *coder {
	root := p.root
	c := &coder{
		graph:  g,
		accept: accept,
		live:   live,
		inX:    p.inX,
		inA:    p.inA,
		at:     make([]*facts, root+2),
		degree: make([]int, root+2),
		regs:   make([]*registers, root+2),
		blocks: make([]*block, root+2),
		done:   make([]bool, root+2),
		word:   make(map[value]uint32),
		steps:  make(map[shape]step),
		cost:   make(map[value]int),
		times:  make(map[value]int),
	}
	c.blocks[rejectNode] = returns(0)
	c.blocks[acceptNode] = returns(accept)
	for _, v := range p.keep {
		c.wordFor(v)
	}
	c.survey(root)
	c.regs[root] = &registers{}
	for id := root; id > acceptNode; id-- {
		// Ways that facts rule out may leave nodes that nobody comes to.
		if c.regs[id] != nil && !c.done[id] {
			c.node(id)
		}
	}
	return c
}

// survey collects facts and counts ways into nodes.
func (c *coder) survey(root nodeID) {
	c.at[root] = c.start
	c.degree[root] = 1
	for id := root; id > acceptNode; id-- {
		if c.at[id] == nil {
			continue
		}
		n := &c.nodes[id]
		yes, no := c.after(n, c.at[id])
		c.at[n.t] = c.common(c.at[n.t], yes)
		c.degree[n.t]++
		if n.kind == nTest || n.kind == nChain {
			c.at[n.f] = c.common(c.at[n.f], no)
			c.degree[n.f]++
		}
	}
}

func (c *coder) block(id nodeID) *block {
	if c.blocks[id] == nil {
		c.blocks[id] = &block{}
	}
	return c.blocks[id]
}

// leave records what the registers hold on the way to a node.
func (c *coder) leave(to nodeID, r *registers) {
	if to > acceptNode {
		c.regs[to] = c.regs[to].meet(r)
	}
}

func (c *coder) node(id nodeID) {
	n := &c.nodes[id]
	r := c.regs[id].clone()
	b := c.block(id)
	e := &emitter{c, b, r}
	switch n.kind {
	case nLet:
		c.let(e, n)
		b.op, b.t = opJa, c.block(n.t)
		c.leave(n.t, r)
	case nTouch:
		e.toA(n.v)
		b.op, b.t = opJa, c.block(n.t)
		c.leave(n.t, r)
	case nChain:
		e.r = &registers{mem: r.mem}
		e.r.mem[0] = 0
		*b = *chainBlock(n.chain, c.block(n.t), c.block(n.f), c.blocks[rejectNode], c.live)
		c.leave(n.t, e.r)
		c.leave(n.f, e.r)
	case nTest:
		c.test(e, id)
	}
}

// wordFor returns the memory word of a variable or kept value.
func (c *coder) wordFor(v value) uint32 {
	w, ok := c.word[v]
	if !ok {
		c.used++
		if c.used+c.temps > memWords {
			c.failed = true
			return 0
		}
		w = memWords - c.used
		c.word[v] = w
	}
	return w
}

func (c *coder) let(e *emitter, n *gnode) {
	bit := c.vars[n.v]
	if c.inX&bit != 0 {
		e.toX(n.to)
		e.r.forget(c.graph, bit)
		e.r.x = append(e.r.x, n.v)
		return
	}
	if c.inA&bit != 0 {
		e.toA(n.to)
		e.r.forget(c.graph, bit)
		e.r.a = append(e.r.a, n.v)
		return
	}
	w := c.wordFor(n.v)
	op := uint16(opSt)
	if slices.Contains(e.r.x, n.to) || c.pool.nodes[n.to].op == vMsh {
		e.toX(n.to)
		op = opStx
	} else {
		e.toA(n.to)
	}
	e.r.forget(c.graph, bit)
	e.add(op, w)
	e.r.mem[w] = n.v
	if op == opStx {
		e.r.x = append(e.r.x, n.v)
	} else {
		e.r.a = append(e.r.a, n.v)
	}
}

// forget removes what depends on a variable.
func (r *registers) forget(g *graph, bit uint64) {
	gone := func(v value) bool { return g.vars[v]&bit != 0 }
	r.a = slices.DeleteFunc(r.a, gone)
	r.x = slices.DeleteFunc(r.x, gone)
	for i, v := range r.mem {
		if v != 0 && gone(v) {
			r.mem[i] = 0
		}
	}
}

// test emits a node that compares, together with the nodes behind it that
// compare the same value and can be reached from here only.
func (c *coder) test(e *emitter, id nodeID) {
	n := &c.nodes[id]
	v := n.v
	domain := set{c.spans[v]}
	if s, ok := c.lookup(c.at[id], v); ok && len(c.sets[s]) > 0 {
		domain = c.sets[s]
	}
	var cases []region
	c.split(id, v, domain, &cases)
	cases = tidy(cases)
	targets := c.compareValue(e, v, cases)
	for _, t := range targets {
		c.leave(t, e.r)
	}
}

// A region is a span of numbers that lead to the same node.
type region struct {
	span
	to nodeID
}

// split collects what the tests of v from id on, as far as they belong to its
// block, make of the numbers in s.
func (c *coder) split(id nodeID, v value, s set, out *[]region) {
	var gone set // numbers that have been dealt with
	seen := make(map[uint32]bool)
	for {
		n := &c.nodes[id]
		k, ok := c.sets[n.set].single()
		if !ok {
			break
		}
		if !seen[k] && !setOf(k).disjoint(s) {
			seen[k] = true
			gone = append(gone, span{k, k})
			c.lead(n.t, v, setOf(k), out)
		}
		if !c.joins(n.f, v) {
			c.lead(n.f, v, s.intersect(normal(gone).complement()), out)
			return
		}
		id = n.f
		c.done[id] = true
	}
	s = s.intersect(normal(gone).complement())
	n := &c.nodes[id]
	c.lead(n.t, v, s.intersect(c.sets[n.set]), out)
	c.lead(n.f, v, s.intersect(c.sets[n.set].complement()), out)
}

// joins reports whether a node tests v and belongs to the block before it.
func (c *coder) joins(id nodeID, v value) bool {
	n := &c.nodes[id]
	return id > acceptNode && n.kind == nTest && n.v == v && c.degree[id] == 1
}

func (c *coder) lead(to nodeID, v value, s set, out *[]region) {
	if len(s) == 0 {
		return
	}
	if c.joins(to, v) {
		c.done[to] = true
		c.split(to, v, s, out)
		return
	}
	for _, x := range s {
		*out = append(*out, region{x, to})
	}
}

// tidy sorts regions, fills the gaps between them, which never happen, and
// joins neighbours.
func tidy(rs []region) []region {
	slices.SortFunc(rs, func(a, b region) int {
		if a.lo < b.lo {
			return -1
		}
		return 1
	})
	out := rs[:0]
	for _, x := range rs {
		if n := len(out); n > 0 {
			if out[n-1].to == x.to {
				out[n-1].hi = x.hi
				continue
			}
			// A gap goes to the longer neighbour, so that single numbers stay
			// single: comparing for equality says more to a reader.
			if out[n-1].hi+1 != x.lo {
				if out[n-1].hi > out[n-1].lo || x.lo == x.hi {
					out[n-1].hi = x.lo - 1
				} else {
					x.lo = out[n-1].hi + 1
				}
			}
		}
		out = append(out, x)
	}
	return out
}

// compareValue emits the computation of v and the comparisons; it returns the
// nodes that they lead to.
func (c *coder) compareValue(e *emitter, v value, rs []region) []nodeID {
	var targets []nodeID
	for _, x := range rs {
		if !slices.Contains(targets, x.to) {
			targets = append(targets, x.to)
		}
	}
	n := c.pool.nodes[v]
	b := e.b
	switch {
	case n.op >= vEq && len(rs) == 2:
		// A comparison of two values.
		e.pair(n.a, n.b)
		b.op = jumpOp(n.op) | 0x08
		b.t, b.f = c.block(rs[1].to), c.block(rs[0].to)
		return targets
	case n.op == vAnd && len(rs) == 2 && rs[0].hi == 0 && !slices.Contains(e.r.a, v):
		if k, ok := c.constant(n.b); ok {
			e.toA(n.a)
			b.op, b.k = opJsetK, k
			b.t, b.f = c.block(rs[1].to), c.block(rs[0].to)
			return targets
		}
	}
	if shift, masked := c.align(rs); shift > 0 && !slices.Contains(e.r.a, v) || shift > 0 && c.comparisons(masked) < c.comparisons(rs) {
		if c.comparisons(masked)+1 < c.comparisons(rs) {
			w := c.binary(vAnd, v, c.num(^uint32(1<<shift-1)))
			e.toA(w)
			c.finish(b, masked)
			return targets
		}
	}
	e.toA(v)
	c.finish(b, rs)
	return targets
}

// align returns how many low bits make no difference, and the regions of v
// with those bits cleared.
func (c *coder) align(rs []region) (int, []region) {
	var bits uint32
	for _, x := range rs[1:] {
		bits |= x.lo
	}
	shift := 0
	for bits != 0 && bits>>shift&1 == 0 {
		shift++
	}
	if shift == 0 {
		return 0, nil
	}
	low := uint32(1)<<shift - 1
	var out []region
	for _, x := range rs {
		lo, hi := x.lo&^low, x.hi&^low
		// Numbers between multiples never happen: shrink to single ones.
		out = append(out, region{span{lo, hi}, x.to})
	}
	return shift, spread(out, low)
}

// spread lets a region that is a single multiple stay single, and gives the
// numbers around it, which never happen, to its neighbours.
func spread(rs []region, low uint32) []region {
	for i := range rs {
		if i > 0 && rs[i].lo != rs[i].hi {
			rs[i].lo = rs[i-1].hi + 1
		}
		if i > 0 && rs[i].lo == rs[i].hi && rs[i-1].hi+1 != rs[i].lo {
			rs[i-1].hi = rs[i].lo - 1
		}
	}
	rs[len(rs)-1].hi |= low
	return rs
}

// finish ends a block with comparisons of A.
func (c *coder) finish(b *block, rs []region) {
	if len(rs) == 1 {
		b.op, b.t = opJa, c.block(rs[0].to)
		return
	}
	tree := c.compare(rs)
	b.op, b.k, b.t, b.f = tree.op, tree.k, tree.t, tree.f
}
