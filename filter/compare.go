package filter

import "slices"

// This file turns regions of numbers into comparisons of A. Few regions get
// the fewest comparisons possible; many are halved until few are left, so that
// their cost grows with the logarithm of their number.

// maxSearch is how many regions are few.
const maxSearch = 8

// compare returns the block that compares A and leads to the regions' nodes.
func (c *coder) compare(rs []region) *block {
	if len(rs) == 1 {
		return c.block(rs[0].to)
	}
	if len(rs) > maxSearch {
		if i := easySingle(rs); i >= 0 {
			return &block{op: opJeqK, k: rs[i].lo, t: c.block(rs[i].to), f: c.compare(without(rs, i))}
		}
		i := middle(rs)
		return &block{op: opJgeK, k: rs[i].lo, t: c.compare(slices.Clone(rs[i:])), f: c.compare(slices.Clone(rs[:i]))}
	}
	step := c.best(rs)
	if step.equal {
		x := rs[step.at]
		return &block{op: opJeqK, k: x.lo, t: c.block(x.to), f: c.compare(without(rs, step.at))}
	}
	i := step.at
	return &block{op: opJgeK, k: rs[i].lo, t: c.compare(slices.Clone(rs[i:])), f: c.compare(slices.Clone(rs[:i]))}
}

// comparisons returns how many instructions compare makes.
func (c *coder) comparisons(rs []region) int {
	if len(rs) <= 1 {
		return 0
	}
	if len(rs) > maxSearch {
		if i := easySingle(rs); i >= 0 {
			return 1 + c.comparisons(without(rs, i))
		}
		i := middle(rs)
		return 1 + c.comparisons(rs[i:]) + c.comparisons(rs[:i])
	}
	return c.best(rs).n
}

// middle returns where to halve regions: not between a single number and its
// neighbour below, as the single number would then cost another comparison.
func middle(rs []region) int {
	i := len(rs) / 2
	if rs[i-1].lo == rs[i-1].hi && i+1 < len(rs) {
		i++
	}
	return i
}

// easySingle returns a region of one number to compare for equality, if there
// are not so many regions that they should be halved. It prefers one between
// regions that lead to the same node, for they become one. -1 if there is none.
func easySingle(rs []region) int {
	if len(rs) > 2*maxSearch {
		return -1
	}
	any := -1
	for i, x := range rs {
		if x.lo != x.hi {
			continue
		}
		if i > 0 && i+1 < len(rs) && rs[i-1].to == rs[i+1].to {
			return i
		}
		if any < 0 {
			any = i
		}
	}
	return any
}

// without returns the regions that are left when one has been compared for
// equality.
func without(rs []region, i int) []region {
	out := make([]region, 0, len(rs)-1)
	for j, x := range rs {
		if j == i {
			continue
		}
		if n := len(out); n > 0 && out[n-1].to == x.to {
			out[n-1].hi = x.hi
			continue
		}
		out = append(out, x)
	}
	// What was compared does not happen any more; a neighbour takes its place.
	return out
}

// A step is the first comparison of a number of regions.
type step struct {
	equal bool // with the region at; else whether it is in regions from at on
	at    int
	n     int // how many comparisons there will be
}

// A shape is what matters of regions for the choice of comparisons: of each,
// whether it is a single number, whether it leads to an end, and which of them
// lead to the same node.
type shape [maxSearch]uint8

func shapeOf(rs []region) shape {
	var s shape
	for i, x := range rs {
		group := i
		for j := range i {
			if rs[j].to == x.to {
				group = j
				break
			}
		}
		s[i] = uint8(group)<<2 | 0x80
		if x.lo == x.hi {
			s[i] |= 1
		}
		if x.to <= acceptNode {
			s[i] |= 2
		}
	}
	return s
}

// best searches all orders of comparisons for the shortest. Of equally short
// ones it prefers those that get rid of nodes that are not the ends first, so
// that what remains is more often equal elsewhere.
func (c *coder) best(rs []region) step {
	if len(rs) <= 1 {
		return step{}
	}
	key := shapeOf(rs)
	if s, ok := c.steps[key]; ok {
		return s
	}
	var (
		first = step{n: -1}
		rank  int
	)
	consider := func(s step, r int) {
		if first.n < 0 || s.n < first.n || s.n == first.n && r < rank {
			first, rank = s, r
		}
	}
	for i, x := range rs {
		if x.lo != x.hi {
			continue
		}
		n := c.best(without(rs, i)).n
		r := 1
		if x.to > acceptNode {
			r = 0
		}
		consider(step{true, i, 1 + n}, r)
	}
	for i := 1; i < len(rs); i++ {
		n := c.best(rs[i:]).n
		if first.n >= 0 && n >= first.n {
			continue
		}
		consider(step{false, i, 1 + n + c.best(rs[:i]).n}, 2)
	}
	c.steps[key] = first
	return first
}
