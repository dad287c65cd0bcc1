package filter

// A plainer turns a formula into blocks as it stands: -O. Every test computes
// what it needs from the packet, nothing is shared. It is also the yardstick
// that the optimizer is tested against.
type plainer struct {
	*pool
	vars   map[uint32]uint32 // variable to memory word
	temps  uint32
	failed bool // memory ran out
	live   bool
}

func plainBlocks(p *pool, f *formula, accept uint32, live bool) (*block, bool) {
	e := &plainer{pool: p, vars: make(map[uint32]uint32), live: live}
	yes, no := returns(accept), returns(0)
	entry := e.formula(f, yes, no, no)
	if len(e.vars) > 0 {
		// The kernel wants memory to be set before it is read.
		init := &block{op: opJa, t: entry, code: []ins{{op: opLdImm}}}
		for i := range uint32(len(e.vars)) {
			init.code = append(init.code, ins{op: opSt, k: memWords - 1 - i})
		}
		entry = init
	}
	return entry, !e.failed
}

// formula returns the block that leads to yes if f is true and to no if not;
// give up leads to reject.
func (e *plainer) formula(f *formula, yes, no, reject *block) *block {
	switch f.kind {
	case fTrue:
		return yes
	case fFalse:
		return no
	case fNot:
		return e.formula(f.kids[0], no, yes, reject)
	case fAnd:
		for i := len(f.kids) - 1; i >= 0; i-- {
			yes = e.formula(f.kids[i], yes, no, reject)
		}
		return yes
	case fOr:
		for i := len(f.kids) - 1; i >= 0; i-- {
			no = e.formula(f.kids[i], yes, no, reject)
		}
		return no
	case fLet:
		b := &block{op: opJa, t: yes}
		e.temps = 0
		e.eval(b, f.to)
		b.code = append(b.code, ins{op: opSt, k: e.word(f.v)})
		return b
	case fTouch:
		b := &block{op: opJa, t: yes}
		e.temps = 0
		e.eval(b, f.v)
		return b
	case fChain:
		return chainBlock(f.chain, yes, no, reject, e.live)
	}
	return e.test(f, yes, no)
}

func (e *plainer) test(f *formula, yes, no *block) *block {
	b := &block{t: yes, f: no}
	e.temps = 0
	t := f.test
	if t.op == vNone {
		panic("filter: a test of a set is for the optimizer")
	}
	if t.b == 0 {
		e.eval(b, t.a)
		b.k = t.k
		b.op = jumpOp(t.op)
		return b
	}
	e.pair(b, t.a, t.b)
	b.op = jumpOp(t.op) | 0x08
	return b
}

func jumpOp(op valueOp) uint16 {
	switch op {
	case vEq:
		return opJeqK
	case vGt:
		return opJgtK
	case vGe:
		return opJgeK
	}
	return opJsetK
}

// word returns the memory word of a variable; they are handed out from the
// end, temporaries from the start.
func (e *plainer) word(v value) uint32 {
	id := e.nodes[v].k
	w, ok := e.vars[id]
	if !ok {
		w = memWords - 1 - uint32(len(e.vars))
		if len(e.vars) >= memWords {
			e.failed = true
			w = 0
		}
		e.vars[id] = w
	}
	return w
}

func (e *plainer) temp() uint32 {
	t := e.temps
	e.temps++
	if t+uint32(len(e.vars)) >= memWords {
		e.failed = true
		return 0
	}
	return t
}

// pair computes a into A and b into X.
func (e *plainer) pair(b *block, x, y value) {
	e.eval(b, x)
	t := e.temp()
	b.code = append(b.code, ins{op: opSt, k: t})
	e.eval(b, y)
	b.code = append(b.code, ins{op: opTax}, ins{op: opLdMem, k: t})
	e.temps--
}

// eval computes v into A.
func (e *plainer) eval(b *block, v value) {
	n := e.nodes[v]
	add := func(op uint16, k uint32) { b.code = append(b.code, ins{op: op, k: k}) }
	switch n.op {
	case vConst:
		add(opLdImm, n.k)
	case vLen:
		add(opLdLen, 0)
	case vVar:
		add(opLdMem, e.word(v))
	case vMsh:
		add(opLdxMsh, n.k)
		add(opTxa, 0)
	case vLoad:
		if n.a == 0 {
			add(loadOp(n.size), n.k)
			return
		}
		if base := e.nodes[n.a]; base.op == vMsh {
			add(opLdxMsh, base.k)
		} else {
			e.eval(b, n.a)
			add(opTax, 0)
		}
		add(loadOp(n.size)+opLdWInd-opLdW, n.k)
	case vNeg:
		e.eval(b, n.a)
		add(opNeg, 0)
	default:
		op := aluOp(n.op)
		if k, ok := e.constant(n.b); ok && !(n.op == vDiv && k == 0) && !(n.op == vMod && k == 0) &&
			!((n.op == vLsh || n.op == vRsh) && k > 31) {
			e.eval(b, n.a)
			add(op, k)
			return
		}
		e.pair(b, n.a, n.b)
		add(op|0x08, 0)
	}
}

func loadOp(size uint8) uint16 {
	switch size {
	case 1:
		return opLdB
	case 2:
		return opLdH
	}
	return opLdW
}

func aluOp(op valueOp) uint16 {
	switch op {
	case vAdd:
		return opAddK
	case vSub:
		return opSubK
	case vMul:
		return opMulK
	case vDiv:
		return opDivK
	case vMod:
		return opModK
	case vAnd:
		return opAndK
	case vOr:
		return opOrK
	case vXor:
		return opXorK
	case vLsh:
		return opLshK
	}
	return opRshK
}
