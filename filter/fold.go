package filter

import (
	"cmp"
	"slices"
)

// This file does what libpcap's optimizer does to a graph of tests before
// anything else looks at it: ways are led past tests that repeat one before
// them, and a test that nothing depends on any more disappears with its loads.
// What is left then is what a packet has to have; all later stages keep its
// meaning to the byte, on packets that are cut as well. An expression that
// rejects all packets is one of which nothing is left, here: those that are
// contradictory for another reason compile.

// An outcome says how a test on the way to a node ended.
type outcome struct {
	v   value
	s   setID
	yes bool // v is in s
}

// outcomes are by ascending value, then by ascending set.
type outcomes []outcome

// maxOutcomes bounds what is remembered of one value, and allOutcomes what is
// remembered at all; that a value is a certain number is remembered always.
const (
	maxOutcomes = 16
	allOutcomes = 256
)

func (g *graph) find(o outcomes, v value, s setID) (int, bool) {
	return slices.BinarySearchFunc(o, outcome{v: v, s: s}, func(a, b outcome) int {
		return cmp.Or(cmp.Compare(a.v, b.v), cmp.Compare(a.s, b.s))
	})
}

// decided says how a test ends: if it was made before, or if the value is known
// to be another single number.
func (g *graph) decided(o outcomes, n *gnode) (yes, known bool) {
	i, _ := g.find(o, n.v, 0)
	k, single := g.sets[n.set].single()
	for ; i < len(o) && o[i].v == n.v; i++ {
		if o[i].s == n.set {
			return o[i].yes, true
		}
		if is, ok := g.sets[o[i].s].single(); ok && o[i].yes && single && is != k {
			return false, true
		}
	}
	return false, false
}

// with returns o and how the test n ended. Of what depends on a variable that
// is set in several places nothing is remembered, for libpcap does not either.
func (g *graph) with(o outcomes, n *gnode, yes bool) outcomes {
	if g.vars[n.v]&g.joined != 0 {
		return o
	}
	i, ok := g.find(o, n.v, n.set)
	if ok {
		return o
	}
	first, _ := g.find(o, n.v, 0)
	last := i
	for last < len(o) && o[last].v == n.v {
		last++
	}
	_, single := g.sets[n.set].single()
	if !(yes && single) && (last-first >= maxOutcomes || len(o) >= allOutcomes) {
		return o
	}
	return slices.Insert(slices.Clone(o), i, outcome{n.v, n.set, yes})
}

// meetOutcomes returns what holds on both of two ways.
func meetOutcomes(a, b outcomes) outcomes {
	if slices.Equal(a, b) {
		return a
	}
	out := make(outcomes, 0, min(len(a), len(b)))
	for len(a) > 0 && len(b) > 0 {
		switch x, y := a[0], b[0]; {
		case x == y:
			out = append(out, x)
			a, b = a[1:], b[1:]
		case cmp.Or(cmp.Compare(x.v, y.v), cmp.Compare(x.s, y.s)) < 0:
			a = a[1:]
		default:
			if x.v == y.v && x.s == y.s {
				a = a[1:]
			}
			b = b[1:]
		}
	}
	return out
}

// maxFolds bounds how often a graph is folded, and foldSteps how many tests are
// passed by then at each; beyond, every way is led past a few only. What is
// left undone costs nothing but instructions.
const (
	maxFolds  = 10
	fewFolds  = 3 // of big graphs
	foldSteps = 200_000
)

// foldFormula builds the graph of a formula and folds it. It reports whether
// nothing but rejecting is left.
//
// quirk whole: libpcap does not optimize an expression that has protochain
// somewhere, and does not get far with 802.11 headers of variable length. It
// drops no load of these and never calls them contradictory.
func (g *graph) foldFormula(f *formula, whole bool) (root nodeID, contradictory bool) {
	if whole {
		return g.build(f, acceptNode, rejectNode), false
	}
	g.folding = true
	root = g.fold(g.build(f, acceptNode, rejectNode))
	g.folding = false
	return g.settle(root), root == rejectNode
}

// fold returns the node that means the same as root, to libpcap's optimizer.
//
// quirk root: that optimizer takes out blocks behind others, so the first load
// stays even if nothing depends on it, unless nothing else stays.
func (g *graph) fold(root nodeID) nodeID {
	first := g.nodes[root]
	rounds := maxFolds
	if root > bigGraph {
		rounds = fewFolds
	}
	for range rounds {
		next := g.foldOnce(root)
		if next == root {
			break
		}
		root = next
	}
	if n := &g.nodes[root]; first.kind == nTest && root > acceptNode && (n.kind != nTest || n.v != first.v) {
		root = g.touch(first.v, root)
	}
	return root
}

func (g *graph) foldOnce(root nodeID) nodeID {
	if root <= acceptNode {
		return root
	}
	known := make([]outcomes, root+1)
	at := make([]bool, root+1)
	t := make([]nodeID, root+1)
	f := make([]nodeID, root+1)
	at[root] = true
	steps := 0
	forget := func(o outcomes, v value) outcomes {
		return slices.DeleteFunc(slices.Clone(o), func(x outcome) bool { return g.vars[x.v]&g.vars[v] != 0 })
	}
	lead := func(to nodeID, o outcomes) nodeID {
		to = g.skip(to, o, &steps)
		if at[to] {
			o = meetOutcomes(known[to], o)
		}
		at[to], known[to] = true, o
		return to
	}
	for id := root; id > acceptNode; id-- {
		if !at[id] {
			continue
		}
		n := &g.nodes[id]
		switch n.kind {
		case nTest:
			t[id] = lead(n.t, g.with(known[id], n, true))
			f[id] = lead(n.f, g.with(known[id], n, false))
		case nChain:
			t[id], f[id] = lead(n.t, known[id]), lead(n.f, known[id])
		case nLet:
			t[id] = lead(n.t, forget(known[id], n.v))
		default:
			t[id] = lead(n.t, known[id])
		}
		known[id] = nil
	}
	return g.rebuild(root, at, t, f)
}

// skip returns the first test from id on that is not decided.
func (g *graph) skip(id nodeID, o outcomes, steps *int) nodeID {
	for range max(fewSteps, foldSteps-*steps) {
		n := &g.nodes[id]
		if n.kind != nTest {
			return id
		}
		yes, ok := g.decided(o, n)
		if !ok {
			return id
		}
		*steps++
		if id = n.f; yes {
			id = n.t
		}
	}
	return id
}

// settle makes the nodes from root on again, for the stages that keep every
// load.
func (g *graph) settle(root nodeID) nodeID {
	renamed := make([]nodeID, root+2)
	renamed[acceptNode] = acceptNode
	reached := make([]bool, root+2)
	g.walk(root, func(id nodeID, _ *gnode) { reached[id] = true })
	for id := acceptNode + 1; id <= root; id++ {
		if !reached[id] {
			continue
		}
		n := g.nodes[id]
		switch n.kind {
		case nTest:
			v, s := g.unmask(n.v, g.sets[n.set])
			renamed[id] = g.test(v, s, renamed[n.t], renamed[n.f])
		default:
			renamed[id] = g.renew(n, renamed[n.t], renamed[n.f])
		}
	}
	return renamed[root]
}
