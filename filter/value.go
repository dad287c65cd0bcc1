package filter

// A value names a number that a program computes from the packet. Values are
// expressions without side effects, kept once each in a pool: the same
// expression has the same name, so that names can be compared. The zero value
// is none.
type value int32

type valueOp uint8

const (
	vNone  valueOp = iota
	vConst         // k
	vLoad          // P[a+k:size], or P[k:size] if a is none
	vMsh           // 4 * (P[k:1] & 0xf)
	vLen           // length on the wire
	vVar           // variable k, which the graph sets
	vNeg           // -a
	vAdd           // a + b, and so on
	vSub
	vMul
	vDiv
	vMod
	vAnd
	vOr
	vXor
	vLsh
	vRsh
	vEq  // 1 if a == b, else 0; and so on
	vGt  // a > b
	vGe  // a >= b
	vSet // a & b != 0
)

// A valueNode is the expression behind a value.
type valueNode struct {
	op   valueOp
	size uint8
	a, b value
	k    uint32
}

// span is a closed range of numbers.
type span struct{ lo, hi uint32 }

const maxUint32 = 1<<32 - 1

const maxSize = 1 << 29

var fullSpan = span{0, maxUint32}

// A pool holds values. With simplify it folds constants and identities.
type pool struct {
	simplify bool
	nodes    []valueNode
	spans    []span   // what each value can be at most
	vars     []uint64 // bit i: the value depends on variable i
	sizes    []int32  // how many nodes an expression has, at most maxSize
	index    map[valueNode]value
	nvars    uint32
	joined   uint64 // bit i: variable i is set in several places
}

func newPool(simplify bool) *pool {
	p := &pool{simplify: simplify, index: make(map[valueNode]value)}
	p.nodes = append(p.nodes, valueNode{})
	p.spans = append(p.spans, fullSpan)
	p.vars = append(p.vars, 0)
	p.sizes = append(p.sizes, 0)
	return p
}

func (p *pool) intern(n valueNode) value {
	if v, ok := p.index[n]; ok {
		return v
	}
	v := value(len(p.nodes))
	p.nodes = append(p.nodes, n)
	p.index[n] = v
	p.spans = append(p.spans, p.spanOf(n))
	vars := p.vars[n.a] | p.vars[n.b]
	if n.op == vVar {
		vars |= 1 << (n.k & 63)
	}
	p.vars = append(p.vars, vars)
	p.sizes = append(p.sizes, min(1+p.sizes[n.a]+p.sizes[n.b], maxSize))
	return v
}

// spanOf bounds an expression by its operands.
func (p *pool) spanOf(n valueNode) span {
	a, b := p.spans[n.a], p.spans[n.b]
	switch n.op {
	case vConst:
		return span{n.k, n.k}
	case vLoad:
		switch {
		case n.a == 0 && n.k >= adBase:
			// The kernel's words have their own widths.
			switch n.k {
			case adPktType:
				return span{0, 7}
			case adVLANPresent:
				return span{0, 1}
			case adProtocol, adHardware, adVLANTCI, adVLANProto:
				return span{0, 0xffff}
			}
		case n.size == 1:
			return span{0, 0xff}
		case n.size == 2:
			return span{0, 0xffff}
		}
	case vMsh:
		return span{0, 60}
	case vAdd:
		if uint64(a.hi)+uint64(b.hi) <= maxUint32 {
			return span{a.lo + b.lo, a.hi + b.hi}
		}
	case vSub:
		if a.lo >= b.hi {
			return span{a.lo - b.hi, a.hi - b.lo}
		}
	case vMul:
		if uint64(a.hi)*uint64(b.hi) <= maxUint32 {
			return span{a.lo * b.lo, a.hi * b.hi}
		}
	case vDiv:
		if b.lo > 0 {
			return span{a.lo / b.hi, a.hi / b.lo}
		}
		return span{0, a.hi}
	case vMod:
		if b.hi > 0 {
			return span{0, min(a.hi, b.hi-1)}
		}
	case vAnd:
		return span{0, min(a.hi, b.hi)}
	case vOr, vXor:
		return span{0, onesOf(a.hi | b.hi)}
	case vLsh:
		if b.lo == b.hi && b.lo < 32 && uint64(a.hi)<<b.lo <= maxUint32 {
			return span{a.lo << b.lo, a.hi << b.lo}
		}
	case vRsh:
		if b.lo == b.hi && b.lo < 32 {
			return span{a.lo >> b.lo, a.hi >> b.lo}
		}
		return span{0, a.hi}
	case vEq, vGt, vGe, vSet:
		return span{0, 1}
	}
	return fullSpan
}

// onesOf returns the smallest number of the form 2^n-1 that is at least k.
func onesOf(k uint32) uint32 {
	k |= k >> 1
	k |= k >> 2
	k |= k >> 4
	k |= k >> 8
	return k | k>>16
}

// constant returns the number that v is, if it is one.
func (p *pool) constant(v value) (uint32, bool) {
	n := &p.nodes[v]
	return n.k, n.op == vConst
}

func (p *pool) num(k uint32) value { return p.intern(valueNode{op: vConst, k: k}) }

func (p *pool) length() value { return p.intern(valueNode{op: vLen}) }

// newVar returns a variable that will be one of the given values.
func (p *pool) newVar(to ...value) value {
	p.nvars++
	v := p.intern(valueNode{op: vVar, k: p.nvars - 1})
	if len(to) > 1 {
		p.joined |= p.vars[v]
	}
	s := span{} // as a word of memory that nothing has set yet
	for _, x := range to {
		s.lo, s.hi = min(s.lo, p.spans[x].lo), max(s.hi, p.spans[x].hi)
	}
	p.spans[v] = s
	return v
}

// load returns the size bytes at base+k; base may be none.
func (p *pool) load(size uint8, base value, k uint32) value {
	if p.simplify && base != 0 {
		n := p.nodes[base]
		switch {
		case n.op == vConst:
			base, k = 0, k+n.k
		case n.op == vAdd && int32(k) >= 0:
			// Fold X+c only where neither sum can wrap: an offset is checked
			// against the captured length before it is added.
			if c, ok := p.constant(n.b); ok && c < 1<<31 && k+c < 1<<31 &&
				uint64(p.spans[n.a].hi)+uint64(c)+uint64(k) < 1<<31 {
				base, k = n.a, k+c
			}
		}
	}
	return p.intern(valueNode{op: vLoad, size: size, a: base, k: k})
}

// headerLen returns 4 * (P[k:1] & 0xf), as IPv4 headers state their length.
func (p *pool) headerLen(k uint32) value { return p.intern(valueNode{op: vMsh, k: k}) }

func (p *pool) neg(a value) value {
	if p.simplify {
		if k, ok := p.constant(a); ok {
			return p.num(-k)
		}
		if n := p.nodes[a]; n.op == vNeg {
			return n.a
		}
	}
	return p.intern(valueNode{op: vNeg, a: a})
}

// binary returns a op b.
func (p *pool) binary(op valueOp, a, b value) value {
	if p.simplify {
		if v := p.fold(op, a, b); v != 0 {
			return v
		}
		if commutes(op) {
			_, ak := p.constant(a)
			_, bk := p.constant(b)
			if ak && !bk {
				a, b = b, a
			}
		}
	}
	return p.intern(valueNode{op: op, a: a, b: b})
}

func commutes(op valueOp) bool {
	switch op {
	case vAdd, vMul, vAnd, vOr, vXor:
		return true
	}
	return false
}

// fold returns a simpler value for a op b; none if there is no simpler one.
// It never hides a division by zero. It drops loads only where nothing of them
// is left: x & 0.
func (p *pool) fold(op valueOp, a, b value) value {
	x, ax := p.constant(a)
	y, by := p.constant(b)
	if ax && by {
		if v, ok := apply(op, x, y); ok {
			return p.num(v)
		}
		return 0
	}
	if ax && commutes(op) {
		a, b, y, by = b, a, x, true
	}
	n := p.nodes[a]
	if !by {
		if op == vAdd {
			// Bring constants to the right end, where a load takes them in.
			if m := p.nodes[b]; m.op == vAdd {
				if _, ok := p.constant(m.b); ok {
					return p.binary(vAdd, p.binary(vAdd, a, m.a), m.b)
				}
			}
			if _, ok := p.constant(n.b); ok && n.op == vAdd {
				return p.binary(vAdd, p.binary(vAdd, n.a, b), n.b)
			}
		}
		return 0
	}
	if y == 0 && (op == vAnd || op == vMul) {
		return p.num(0)
	}
	switch op {
	case vAdd, vSub, vOr, vXor, vLsh, vRsh:
		if y == 0 {
			return a
		}
	case vMul, vDiv:
		if y == 1 {
			return a
		}
	}
	switch op {
	case vAnd:
		if hi := onesOf(p.spans[a].hi); y&hi == hi {
			return a
		}
		if n.op == vAnd {
			if c, ok := p.constant(n.b); ok {
				return p.binary(vAnd, n.a, p.num(c&y))
			}
		}
	case vAdd:
		if n.op == vAdd {
			if c, ok := p.constant(n.b); ok {
				return p.binary(vAdd, n.a, p.num(c+y))
			}
		}
	case vMul:
		if y != 0 && y&(y-1) == 0 {
			shift := uint32(0)
			for y>>shift > 1 {
				shift++
			}
			return p.binary(vLsh, a, p.num(shift))
		}
	case vDiv:
		if y != 0 && y&(y-1) == 0 {
			shift := uint32(0)
			for y>>shift > 1 {
				shift++
			}
			return p.binary(vRsh, a, p.num(shift))
		}
	case vMod:
		if y != 0 && y&(y-1) == 0 {
			return p.binary(vAnd, a, p.num(y-1))
		}
	}
	return 0
}

// apply computes x op y; false where the interpreter would give up.
func apply(op valueOp, x, y uint32) (uint32, bool) {
	truth := func(b bool) (uint32, bool) {
		if b {
			return 1, true
		}
		return 0, true
	}
	switch op {
	case vAdd:
		return x + y, true
	case vSub:
		return x - y, true
	case vMul:
		return x * y, true
	case vDiv:
		if y == 0 {
			return 0, false
		}
		return x / y, true
	case vMod:
		if y == 0 {
			return 0, false
		}
		return x % y, true
	case vAnd:
		return x & y, true
	case vOr:
		return x | y, true
	case vXor:
		return x ^ y, true
	case vLsh:
		return x << y, true
	case vRsh:
		return x >> y, true
	case vEq:
		return truth(x == y)
	case vGt:
		return truth(x > y)
	case vGe:
		return truth(x >= y)
	case vSet:
		return truth(x&y != 0)
	}
	return 0, false
}
