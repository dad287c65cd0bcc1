package filter

import (
	"cmp"
	"slices"

	"golang.org/x/net/bpf"
)

// maxRounds bounds how often the graph is rewritten; two or three rounds are
// the rule.
const maxRounds = 20

// optimize returns a node that means the same as root and is simpler.
func (g *graph) optimize(root nodeID) nodeID {
	for range maxRounds {
		next := g.thread(root)
		next = g.group(next)
		if next == root {
			break
		}
		root = next
	}
	return root
}

// initialized sets variables to 0 that are read on some way on which nothing
// sets them.
func (g *graph) initialized(root nodeID) nodeID {
	live := g.live[root]
	for v, n := range g.pool.nodes {
		if n.op == vVar && live>>(n.k&63)&1 != 0 {
			root = g.let(value(v), g.num(0), root)
		}
	}
	return root
}

// maxPlans bounds how many ways to make code are tried, and bigGraph is where
// fewer have to do.
const (
	maxPlans = 40
	bigGraph = 4000
)

// assemble returns the shortest program of the ways that are tried; nil if
// memory did not suffice for any.
func (g *graph) assemble(root nodeID, accept uint32, live bool) []bpf.RawInstruction {
	var best []bpf.RawInstruction
	plans := 0
	var last *coder
	try := func(p plan) bool {
		plans++
		last = g.code(p, accept, live)
		if last.failed {
			return false
		}
		raw := flatten(mergeBlocks(hoist(last.blocks[p.root])))
		if best != nil && len(raw) >= len(best) {
			return false
		}
		best = raw
		return true
	}
	p := plan{root: root}
	try(p)
	limit := maxPlans
	if len(g.nodes) > bigGraph {
		limit = 6
	}
	for again := true; again && plans < limit; {
		again = false
		for _, s := range g.shareable(p.root) {
			next := p
			var inX, inA uint64
			next.root, inX, inA = g.share(p.root, s)
			next.inX, next.inA = p.inX|inX, p.inA|inA
			if try(next) {
				p, again = next, true
				break
			}
			if plans >= limit {
				break
			}
		}
	}
	try(p)
	for _, v := range last.candidates() {
		next := p
		next.keep = append(slices.Clone(p.keep), v)
		if try(next) {
			p = next
		}
		if plans >= limit+8 {
			break
		}
	}
	return best
}

// candidates returns values that were computed more than once, the dearest
// first, in an order that is always the same.
func (c *coder) candidates() []value {
	var out []value
	for v, n := range c.times {
		if n > 1 && c.cost[v] > 1 {
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b value) int {
		return cmp.Or(c.cost[b]*c.times[b]-c.cost[a]*c.times[a], cmp.Compare(a, b))
	})
	return out
}

// thread leads every way through the graph past the tests whose outcome is
// known on that way. Of a test that nothing depends on any more, its loads are
// left.
func (g *graph) thread(root nodeID) nodeID {
	if root <= acceptNode {
		return root
	}
	g.findLadders(root)
	g.steps = 0
	at := make([]*facts, root+1)
	t := make([]nodeID, root+1)
	f := make([]nodeID, root+1)
	start := g.start
	root = g.pass(root, start)
	if root <= acceptNode {
		return root
	}
	at[root] = start
	for id := root; id > acceptNode; id-- {
		known := at[id]
		if known == nil {
			continue
		}
		n := &g.nodes[id]
		yes, no := g.after(n, known)
		t[id] = g.pass(n.t, yes)
		at[t[id]] = g.common(at[t[id]], yes)
		if n.kind == nTest || n.kind == nChain {
			f[id] = g.pass(n.f, no)
			at[f[id]] = g.common(at[f[id]], no)
		}
	}
	reached := make([]bool, root+1)
	for id, f := range at {
		reached[id] = f != nil
	}
	return g.rebuild(root, reached, t, f)
}

// rebuild makes the nodes that are reached again, with new successors.
func (g *graph) rebuild(root nodeID, reached []bool, t, f []nodeID) nodeID {
	renamed := make([]nodeID, root+1)
	renamed[acceptNode] = acceptNode
	for id := acceptNode + 1; id <= root; id++ {
		if reached[id] {
			renamed[id] = g.renew(g.nodes[id], renamed[t[id]], renamed[f[id]])
		}
	}
	return renamed[root]
}

// renew returns a node like n with other successors.
func (g *graph) renew(n gnode, t, f nodeID) nodeID {
	switch n.kind {
	case nTest:
		return g.test(n.v, g.sets[n.set], t, f)
	case nLet:
		return g.let(n.v, n.to, t)
	case nTouch:
		return g.touch(n.v, t)
	}
	if t == f {
		return t
	}
	n.t, n.f = t, f
	return g.add(n)
}

// after returns what is known behind a node, on both ways.
func (g *graph) after(n *gnode, known *facts) (yes, no *facts) {
	switch n.kind {
	case nTest:
		known = g.computed(known, n.v)
		s := g.sets[n.set]
		return g.learn(known, n.v, s), g.learn(known, n.v, s.complement())
	case nLet:
		known = g.computed(known, n.to)
		id, ok := g.lookup(known, n.to)
		s := set{g.spans[n.to]}
		if ok {
			s = g.sets[id]
		}
		known = g.forget(known, n.v)
		return g.learn(known, n.v, s), nil
	case nTouch:
		return g.computed(known, n.v), nil
	}
	return known, known
}

// maxSteps bounds how many nodes one threading of a graph passes; beyond it,
// each way is led past fewSteps at most. Only thousands of alternatives, each of
// several tests, come there.
const (
	maxSteps = 20_000_000
	fewSteps = 64
)

// A ladder is a run of tests of one value for single numbers, each reached if
// the one above fails. Who knows the number need not climb down rung by rung,
// which would take a time that grows with the square of a list's length.
type ladder struct {
	rung map[uint32]nodeID // the highest that tests for a number
	end  nodeID            // below the lowest rung
}

// findLadders looks for ladders among the nodes up to root.
func (g *graph) findLadders(root nodeID) {
	g.ladders = make([]*ladder, root+1)
	g.heights = make([]int32, root+1)
	top := make(map[*ladder]nodeID)
	for id := acceptNode + 1; id <= root; id++ {
		n := &g.nodes[id]
		if n.kind != nTest {
			continue
		}
		k, ok := g.sets[n.set].single()
		if !ok {
			continue
		}
		l := g.ladders[n.f]
		if l == nil || top[l] != n.f || g.nodes[n.f].v != n.v {
			l = &ladder{rung: make(map[uint32]nodeID, 1), end: n.f}
		} else {
			g.heights[id] = g.heights[n.f] + 1
		}
		g.ladders[id] = l
		top[l] = id
		l.rung[k] = id
	}
}

// descend returns where the tests from id on lead if the value is k; false if
// id stands on no ladder that says so.
func (g *graph) descend(id nodeID, k uint32) (nodeID, bool) {
	if int(id) >= len(g.ladders) || g.ladders[id] == nil {
		return id, false
	}
	l := g.ladders[id]
	hit, ok := l.rung[k]
	if !ok {
		return l.end, true
	}
	if g.heights[hit] > g.heights[id] { // only above
		return id, false
	}
	return g.nodes[hit].t, true
}

// pass returns the first node from id on whose outcome is not known.
func (g *graph) pass(id nodeID, known *facts) nodeID {
	for steps := 0; ; steps++ {
		if g.steps++; g.steps > maxSteps && steps > fewSteps {
			return id
		}
		n := &g.nodes[id]
		switch n.kind {
		case nTest:
			s, ok := g.lookup(known, n.v)
			if !ok {
				return id
			}
			if k, ok := g.sets[s].single(); ok {
				if next, ok := g.descend(id, k); ok {
					id = next
					continue
				}
			}
			switch {
			case g.sets[s].within(g.sets[n.set]):
				id = n.t
			case g.sets[s].disjoint(g.sets[n.set]):
				id = n.f
			default:
				return id
			}
		case nTouch:
			if !g.safe(known, n.v) {
				return id
			}
			id = n.t
		case nLet:
			// Nobody may read the variable on this way.
			yes, _ := g.after(n, known)
			next := g.pass(n.t, yes)
			if g.live[next]&g.vars[n.v] != 0 || next != rejectNode && !g.safe(known, n.to) {
				return id
			}
			id = next
		default:
			return id
		}
	}
}

// group reorders runs of tests of which the first that holds decides, so that
// tests of the same value come together and become one.
func (g *graph) group(root nodeID) nodeID {
	if root <= acceptNode {
		return root
	}
	at := make([]*facts, root+1)
	degree := make([]int, root+1)
	tested := make([]value, root+1) // by a node before
	at[root] = g.start
	degree[root] = 1
	for id := root; id > acceptNode; id-- {
		if at[id] == nil {
			continue
		}
		n := &g.nodes[id]
		yes, no := g.after(n, at[id])
		at[n.t] = g.common(at[n.t], yes)
		degree[n.t]++
		if n.kind == nTest || n.kind == nChain {
			at[n.f] = g.common(at[n.f], no)
			degree[n.f]++
		}
		if n.kind == nTest {
			tested[n.t], tested[n.f] = n.v, n.v
		}
	}
	renamed := make([]nodeID, root+1)
	renamed[acceptNode] = acceptNode
	inRun := make([]bool, root+1)
	runs := make(map[nodeID]*testRun)
	for id := root; id > acceptNode; id-- {
		if at[id] == nil || inRun[id] || g.nodes[id].kind != nTest {
			continue
		}
		if r := g.findRun(id, degree); r != nil {
			before := value(0)
			if degree[id] == 1 {
				before = tested[id]
			}
			r.join(g, at, before)
			runs[id] = r
			for _, x := range r.ids[1:] {
				inRun[x] = true
			}
		}
	}
	for id := acceptNode + 1; id <= root; id++ {
		if at[id] == nil || inRun[id] {
			continue
		}
		n := g.nodes[id]
		switch {
		case runs[id] != nil:
			r := runs[id]
			next := renamed[r.last]
			for i := len(r.tests) - 1; i >= 0; i-- {
				x := r.tests[i]
				next = g.test(x.v, x.s, renamed[r.goal], next)
			}
			renamed[id] = next
		default:
			renamed[id] = g.renew(n, renamed[n.t], renamed[n.f])
		}
	}
	return renamed[root]
}

// A testRun is a sequence of tests that all lead to the same goal, or else to the
// next of them, and after the last to another node. Only the first can be
// reached from elsewhere.
type testRun struct {
	ids   []nodeID
	tests []runTest
	goal  nodeID
	last  nodeID
}

type runTest struct {
	v value
	s set // leads to the goal
}

func (g *graph) findRun(id nodeID, degree []int) *testRun {
	n := &g.nodes[id]
	a := g.walkRun(id, n.t, degree)
	b := g.walkRun(id, n.f, degree)
	if len(b.ids) > len(a.ids) {
		a = b
	}
	if len(a.ids) < 2 {
		return nil
	}
	return a
}

func (g *graph) walkRun(id, goal nodeID, degree []int) *testRun {
	r := &testRun{goal: goal}
	for {
		n := &g.nodes[id]
		s := g.sets[n.set]
		switch goal {
		case n.t:
			r.last = n.f
		case n.f:
			s = s.complement()
			r.last = n.t
		}
		r.ids = append(r.ids, id)
		r.tests = append(r.tests, runTest{n.v, s})
		id = r.last
		if id <= acceptNode || degree[id] != 1 {
			return r
		}
		if n := &g.nodes[id]; n.kind != nTest || n.t != goal && n.f != goal {
			return r
		}
	}
}

// join unites tests of the same value. A test may only move before others that
// cannot reject the packet, as a load that fails there would no longer happen.
//
// quirk pull-up: where libpcap itself moves tests over loads, to be shorter,
// the packets that it decides differently by that are given up as well: of one
// that ends between the addresses, `host a or b` accepts source b.
//
// before is the value that the only node before the run tests, or none.
func (r *testRun) join(g *graph, at []*facts, before value) {
	where := make(map[value]int)
	out := r.tests[:0:0]
	more := make(map[int]set)
	barrier := 0         // tests do not move before the ones up to here
	safe := len(r.tests) // how many tests at the start reject no packet
	pullUp := r.pullUp(g)
	for i, x := range r.tests {
		if !g.safe(at[r.ids[i]], x.v) {
			barrier = len(out)
			safe = min(safe, len(out))
		}
		if j, ok := where[x.v]; ok && (j >= barrier || pullUp) {
			more[j] = append(more[j], x.s...)
			continue
		}
		where[x.v] = len(out)
		out = append(out, x)
	}
	for j, s := range more {
		out[j].s = normal(append(s, out[j].s...))
	}
	r.tests = out
	// Begin with the value that the only node before has compared: it is in A.
	if before != 0 {
		for j, x := range r.tests {
			if x.v == before && (j <= safe || pullUp) {
				copy(r.tests[1:j+1], r.tests[:j])
				r.tests[0] = x
				break
			}
		}
	}
}

// pullUp reports whether libpcap moves tests of a run: if all are for single
// numbers, or all for anything but them.
func (r *testRun) pullUp(g *graph) bool {
	in, out := true, true
	for _, x := range r.tests {
		if g.vars[x.v]&g.joined != 0 {
			return false
		}
		in = in && isPoints(x.s)
		out = out && isPoints(x.s.complement())
	}
	return in || out
}

// isPoints reports whether a set is made of single numbers.
func isPoints(s set) bool {
	for _, x := range s {
		if x.lo != x.hi {
			return false
		}
	}
	return true
}
