package filter

import "slices"

// An emitter appends instructions to a block and keeps track of what the
// registers hold.
type emitter struct {
	*coder
	b *block
	r *registers
}

func (e *emitter) add(op uint16, k uint32) {
	e.b.code = append(e.b.code, ins{op: op, k: k})
	e.size++
}

// inMem returns the memory word that holds v.
func (e *emitter) inMem(v value) (uint32, bool) {
	for i, w := range e.r.mem {
		if w == v {
			return uint32(i), true
		}
	}
	return 0, false
}

// toA computes v into A.
func (e *emitter) toA(v value) {
	if slices.Contains(e.r.a, v) {
		return
	}
	if slices.Contains(e.r.x, v) {
		e.add(opTxa, 0)
		e.r.a = slices.Clone(e.r.x)
		return
	}
	if w, ok := e.inMem(v); ok {
		e.add(opLdMem, w)
		e.r.a = []value{v}
		return
	}
	before := e.size
	n := e.pool.nodes[v]
	switch n.op {
	case vConst:
		e.add(opLdImm, n.k)
	case vLen:
		e.add(opLdLen, 0)
	case vVar:
		// Nothing has set it on some way: the graph must not let that happen.
		e.failed = true
	case vMsh:
		e.toX(v)
		e.add(opTxa, 0)
	case vLoad:
		if n.a == 0 {
			e.add(loadOp(n.size), n.k)
		} else {
			e.toX(n.a)
			e.add(loadOp(n.size)+opLdWInd-opLdW, n.k)
		}
	case vNeg:
		e.toA(n.a)
		e.add(opNeg, 0)
	default:
		if k, ok := e.constant(n.b); ok && fitsK(n.op, k) {
			e.toA(n.a)
			e.add(aluOp(n.op), k)
		} else {
			e.operands(n)
			e.add(aluOp(n.op)|0x08, 0)
		}
	}
	e.r.a = []value{v}
	e.computed(v, e.size-before)
}

// computed counts what computing v took, and keeps v if that was asked for.
func (e *emitter) computed(v value, size int) {
	if size >= 2 && e.cost != nil {
		e.cost[v] = max(e.cost[v], size)
		e.times[v]++
	}
	if w, ok := e.word[v]; ok && e.r.mem[w] != v && e.pool.nodes[v].op != vVar {
		e.add(opSt, w)
		e.r.mem[w] = v
	}
}

// fitsK reports whether an operation takes k as a constant.
func fitsK(op valueOp, k uint32) bool {
	switch op {
	case vDiv, vMod:
		return k != 0
	case vLsh, vRsh:
		return k < 32
	}
	return true
}

// toX computes v into X. What A holds may be lost.
func (e *emitter) toX(v value) {
	if slices.Contains(e.r.x, v) {
		return
	}
	if slices.Contains(e.r.a, v) {
		e.add(opTax, 0)
		e.r.x = slices.Clone(e.r.a)
		return
	}
	if w, ok := e.inMem(v); ok {
		e.add(opLdxMem, w)
		e.r.x = []value{v}
		return
	}
	n := e.pool.nodes[v]
	switch n.op {
	case vMsh:
		e.add(opLdxMsh, n.k)
	case vConst:
		e.add(opLdxImm, n.k)
	default:
		// The length as well: x/net's packages know no load of it into X.
		e.toA(v)
		e.add(opTax, 0)
		e.r.x = slices.Clone(e.r.a)
		return
	}
	e.r.x = []value{v}
}

// needsX reports whether computing v into A changes X.
func (e *emitter) needsX(v value) bool {
	if slices.Contains(e.r.a, v) || slices.Contains(e.r.x, v) {
		return false
	}
	if _, ok := e.inMem(v); ok {
		return false
	}
	n := e.pool.nodes[v]
	switch n.op {
	case vConst, vLen, vVar:
		return false
	case vMsh:
		return true
	case vLoad:
		return n.a != 0 && !slices.Contains(e.r.x, n.a)
	case vNeg:
		return e.needsX(n.a)
	}
	if k, ok := e.constant(n.b); ok && fitsK(n.op, k) {
		return e.needsX(n.a)
	}
	return !slices.Contains(e.r.x, n.b) || e.needsX(n.a)
}

// maxTrials bounds how deep in an expression different orders are tried, and
// maxTrialSize how large it is. Operands of more than longSize nodes may need
// many of the memory words.
const (
	maxTrials    = 3
	maxTrialSize = 100
	longSize     = 30
)

// operands computes the operands of an operation, the first into A and the
// second into X, or the other way round if that makes no difference. Of the
// orders that are possible it takes the shortest.
func (e *emitter) operands(n valueNode) {
	if e.trials == maxTrials || e.sizes[n.a]+e.sizes[n.b] > maxTrialSize {
		if commutes(n.op) && !e.needsXAfter(n.b, n.a) {
			e.pair(n.b, n.a)
		} else {
			e.pair(n.a, n.b)
		}
		return
	}
	ways := [...]func(*emitter) bool{
		func(e *emitter) bool { e.pair(n.a, n.b); return true },
		func(e *emitter) bool { // X may come to hold b on the way
			e.toA(n.a)
			return slices.Contains(e.r.x, n.b)
		},
		func(e *emitter) bool { e.pair(n.b, n.a); return true },
		func(e *emitter) bool {
			e.toA(n.b)
			return slices.Contains(e.r.x, n.a)
		},
	}
	count := 2
	if commutes(n.op) {
		count = len(ways)
	}
	best, least := 0, -1
	for i := range count {
		t := e.trial()
		if ok := ways[i](t); ok && !t.failed && (least < 0 || t.size < least) {
			best, least = i, t.size
		}
	}
	ways[best](e)
}

// trial returns an emitter that starts where e is and leaves no trace.
func (e *emitter) trial() *emitter {
	c := *e.coder
	c.size, c.failed = 0, false
	c.trials++
	c.cost, c.times = nil, nil
	return &emitter{&c, &block{}, e.r.clone()}
}

// needsXAfter reports whether computing v changes X if X holds x.
func (e *emitter) needsXAfter(v, x value) bool {
	saved := e.r
	e.r = e.r.clone()
	e.r.a, e.r.x = []value{x}, []value{x}
	needs := e.needsX(v)
	e.r = saved
	return needs
}

// pair computes a into A and b into X.
func (e *emitter) pair(a, b value) {
	if slices.Contains(e.r.x, b) && !e.needsX(a) {
		e.toA(a)
		return
	}
	if slices.Contains(e.r.a, a) && e.easyX(b) {
		e.toX(b)
		return
	}
	if !e.needsXAfter(a, b) {
		e.toX(b)
		e.toA(a)
		return
	}
	// Both need X: one of them waits in memory.
	if e.alwaysEasyX(b) {
		e.toA(a)
		e.toX(b)
		return
	}
	if e.sizes[a] > max(e.sizes[b], longSize) {
		// The longer one first: while it is computed, nothing waits yet. A
		// short one gains nothing by it, and X is wanted first more often.
		e.toA(a)
		t, ok := e.newTemp(a)
		if !ok {
			return
		}
		e.toX(b)
		e.add(opLdMem, t)
		e.r.a = []value{a}
		e.dropTemp(t)
		return
	}
	e.toA(b)
	t, ok := e.newTemp(b)
	if !ok {
		return
	}
	e.toA(a)
	e.add(opLdxMem, t)
	e.r.x = []value{b}
	e.dropTemp(t)
}

// newTemp puts A, which holds v, into a memory word until dropTemp.
func (e *emitter) newTemp(v value) (uint32, bool) {
	t := e.temps
	e.temps++
	if e.temps+e.used > memWords {
		e.failed = true
		return 0, false
	}
	e.add(opSt, t)
	e.r.mem[t] = v
	return t, true
}

func (e *emitter) dropTemp(t uint32) {
	e.temps--
	if e.temps == 0 {
		e.r.mem[t] = 0
	}
}

// easyX reports whether X can be set to v without touching A, now.
func (e *emitter) easyX(v value) bool {
	if slices.Contains(e.r.x, v) || slices.Contains(e.r.a, v) {
		return true
	}
	if _, ok := e.inMem(v); ok {
		return true
	}
	return e.alwaysEasyX(v)
}

// alwaysEasyX reports whether X can be set to v without touching A, also after
// other values have been computed.
func (e *emitter) alwaysEasyX(v value) bool {
	if w, ok := e.word[v]; ok && e.r.mem[w] == v {
		return true
	}
	switch e.pool.nodes[v].op {
	case vMsh, vConst:
		return true
	}
	return false
}
