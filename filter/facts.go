package filter

import "slices"

// facts are what is known about a packet on the way to a node: which numbers
// values can be, and which bytes have been captured, because loading them did
// not reject the packet. They do not change once they are made.
type facts struct {
	known   []fact   // by ascending value
	extents []extent // by ascending base
}

type fact struct {
	v value
	s setID
}

// An extent says that loads from base on succeed if they end at most at end.
type extent struct {
	base value // none: from the start of the packet
	end  uint64
}

// maxSpans bounds the sets in facts; what is more complicated is forgotten.
const maxSpans = 16

// lookup returns which numbers v can be.
func (g *graph) lookup(f *facts, v value) (setID, bool) {
	i, ok := slices.BinarySearchFunc(f.known, v, func(x fact, v value) int { return int(x.v - v) })
	if ok {
		return f.known[i].s, true
	}
	return g.derive(f, v, 4)
}

// derive computes what v can be from what is known about its operands.
func (g *graph) derive(f *facts, v value, depth int) (setID, bool) {
	n := g.pool.nodes[v]
	if n.op <= vVar || depth == 0 || len(f.known) == 0 {
		return 0, false
	}
	if n.op == vAnd {
		if m2, ok := g.constant(n.b); ok {
			// What is known of more bits tells about fewer.
			for _, x := range f.known {
				y := g.pool.nodes[x.v]
				if y.op != vAnd || y.a != n.a {
					continue
				}
				m1, ok := g.constant(y.b)
				if !ok || m2&^m1 != 0 {
					continue
				}
				if k, ok := g.sets[x.s].single(); ok {
					return g.setID(setOf(k & m2)), true
				}
			}
		}
	}
	a, ok := g.singleOf(f, n.a, depth)
	if !ok {
		return 0, false
	}
	b, ok := uint32(0), true
	if n.op != vNeg {
		if b, ok = g.singleOf(f, n.b, depth); !ok {
			return 0, false
		}
	} else {
		return g.setID(setOf(-a)), true
	}
	k, ok := apply(n.op, a, b)
	if !ok {
		return 0, false
	}
	return g.setID(setOf(k)), true
}

func (g *graph) singleOf(f *facts, v value, depth int) (uint32, bool) {
	if k, ok := g.constant(v); ok {
		return k, true
	}
	i, ok := slices.BinarySearchFunc(f.known, v, func(x fact, v value) int { return int(x.v - v) })
	if ok {
		return g.sets[f.known[i].s].single()
	}
	s, ok := g.derive(f, v, depth-1)
	if !ok {
		return 0, false
	}
	return g.sets[s].single()
}

// learn returns f with the knowledge that v is in s.
func (g *graph) learn(f *facts, v value, s set) *facts {
	all := set{g.spans[v]}
	s = s.intersect(all)
	i, ok := slices.BinarySearchFunc(f.known, v, func(x fact, v value) int { return int(x.v - v) })
	var known []fact
	if ok {
		id := g.meet(f.known[i].s, g.setID(s))
		if id == f.known[i].s || len(g.sets[id]) > maxSpans {
			known = f.known
		} else {
			known = slices.Clone(f.known)
			known[i].s = id
		}
	} else if len(s) > maxSpans || s.equal(all) {
		known = f.known
	} else {
		known = make([]fact, 0, len(f.known)+1)
		known = append(known, f.known[:i]...)
		known = append(known, fact{v, g.setID(s)})
		known = append(known, f.known[i:]...)
	}
	return &facts{known, f.extents}
}

// loads calls use for each load that computing v takes.
func (g *graph) loads(v value, use func(base value, end uint64)) {
	n := g.pool.nodes[v]
	switch n.op {
	case vLoad:
		if n.a != 0 {
			g.loads(n.a, use)
		} else if n.k >= adBase {
			return
		}
		use(n.a, uint64(n.k)+uint64(n.size))
	case vMsh:
		use(0, uint64(n.k)+1)
	case vConst, vLen, vVar, vNone:
	default:
		g.loads(n.a, use)
		if n.b != 0 {
			g.loads(n.b, use)
		}
	}
}

// safe reports whether computing v cannot reject the packet.
func (g *graph) safe(f *facts, v value) bool {
	ok := true
	g.loads(v, func(base value, end uint64) {
		if f.extent(base) < end {
			ok = false
		}
	})
	return ok && !g.mayDivideByZero(v)
}

func (g *graph) mayDivideByZero(v value) bool {
	n := g.pool.nodes[v]
	switch n.op {
	case vNone, vConst, vLen, vVar, vMsh:
		return false
	case vLoad:
		return n.a != 0 && g.mayDivideByZero(n.a)
	case vDiv, vMod:
		if k, ok := g.constant(n.b); !ok || k == 0 {
			return true
		}
	}
	return g.mayDivideByZero(n.a) || n.b != 0 && g.mayDivideByZero(n.b)
}

func (f *facts) extent(base value) uint64 {
	for _, e := range f.extents {
		if e.base == base {
			return e.end
		}
	}
	return 0
}

// computed returns f with the knowledge that v has been computed.
func (g *graph) computed(f *facts, v value) *facts {
	out := f
	g.loads(v, func(base value, end uint64) {
		if out.extent(base) >= end {
			return
		}
		extents := slices.Clone(out.extents)
		i, ok := slices.BinarySearchFunc(extents, base, func(e extent, b value) int { return int(e.base - b) })
		if ok {
			extents[i].end = end
		} else {
			extents = slices.Insert(extents, i, extent{base, end})
		}
		out = &facts{out.known, extents}
	})
	return out
}

// forget returns f without what depends on a variable.
func (g *graph) forget(f *facts, v value) *facts {
	bit := g.vars[v]
	out := &facts{}
	for _, x := range f.known {
		if g.vars[x.v]&bit == 0 {
			out.known = append(out.known, x)
		}
	}
	for _, e := range f.extents {
		if g.vars[e.base]&bit == 0 {
			out.extents = append(out.extents, e)
		}
	}
	return out
}

// common returns what is known on both of two ways.
func (g *graph) common(a, b *facts) *facts {
	if a == nil || a == b {
		return b
	}
	out := &facts{}
	if slices.Equal(a.known, b.known) {
		out.known = a.known
	} else {
		out.known = make([]fact, 0, min(len(a.known), len(b.known)))
		for i, j := 0, 0; i < len(a.known) && j < len(b.known); {
			x, y := a.known[i], b.known[j]
			switch {
			case x.v < y.v:
				i++
			case x.v > y.v:
				j++
			default:
				i++
				j++
				s := g.union(x.s, y.s)
				if u := g.sets[s]; len(u) <= maxSpans && !u.equal(set{g.spans[x.v]}) {
					out.known = append(out.known, fact{x.v, s})
				}
			}
		}
	}
	if slices.Equal(a.extents, b.extents) {
		out.extents = a.extents
		return out
	}
	for i, j := 0, 0; i < len(a.extents) && j < len(b.extents); {
		x, y := a.extents[i], b.extents[j]
		switch {
		case x.base < y.base:
			i++
		case x.base > y.base:
			j++
		default:
			i++
			j++
			out.extents = append(out.extents, extent{x.base, min(x.end, y.end)})
		}
	}
	return out
}
