package filter

// relation compares two arithmetic expressions.
func (g *generator) relation(n *relNode) *formula {
	if max(registersOf(n.l), 1+registersOf(n.r)) > memWords {
		g.fail(n, "too many registers needed to evaluate expression")
	}
	lv, lc := g.arith(n.l)
	rv, rc := g.arith(n.r)
	op, l, r, negate := vEq, lv, rv, false
	switch n.op {
	case tokNE:
		negate = true
	case tokGT:
		op = vGt
	case tokGE:
		op = vGe
	case tokLT:
		op, negate = vGe, true
	case tokLE:
		op, negate = vGt, true
	}
	f := g.compareValues(op, l, r)
	if negate {
		f = not(f)
	}
	return allOf(lc, rc, f)
}

// registersOf returns how many memory words an expression takes if each
// operand waits in one for those to its right.
func registersOf(n arith) int {
	switch n := n.(type) {
	case *negArith:
		return registersOf(n.x)
	case *loadArith:
		return registersOf(n.index)
	case *binArith:
		return max(registersOf(n.l), 1+registersOf(n.r))
	}
	return 1
}

func (g *generator) compareValues(op valueOp, l, r value) *formula {
	if !g.simplify {
		return compare(op, l, r)
	}
	x, lk := g.constant(l)
	y, rk := g.constant(r)
	switch {
	case lk && rk:
		if v, _ := apply(op, x, y); v != 0 {
			return always
		}
		return never
	case rk:
		return isTest(op, l, y)
	case lk: // turn it round
		switch op {
		case vEq:
			return isTest(vEq, r, x)
		case vGt: // x > r
			return not(isTest(vGe, r, x))
		case vGe: // x >= r
			return not(isTest(vGt, r, x))
		}
	}
	return compare(op, l, r)
}

// arith returns an expression's value and the condition under which it has
// one: that the packet has the headers it looks into.
func (g *generator) arith(n arith) (value, *formula) {
	switch n := n.(type) {
	case *numArith:
		return g.num(n.v), always
	case *lenArith:
		return g.length(), always
	case *negArith:
		v, c := g.arith(n.x)
		return g.neg(v), c
	case *loadArith:
		return g.loadAt(n)
	case *binArith:
		l, lc := g.arith(n.l)
		// As in libpcap, only the left operand decides whether there is a
		// value: `tcp[0] + udp[0]` is one of TCP packets.
		r, _ := g.arith(n.r)
		op := arithOp(n.op)
		// A shift of a constant by one that was computed is folded unseen.
		_, whole := g.constant(l)
		_, literal := n.r.(*numArith)
		if k, ok := g.constant(r); ok {
			switch {
			case op == vDiv && k == 0:
				g.fail(n.r, "division by zero")
			case op == vMod && k == 0:
				g.fail(n.r, "modulus by zero")
			case (op == vLsh || op == vRsh) && k > 31 && (literal || !whole):
				g.fail(n.r, "shift by more than 31 bits")
			}
		}
		return g.binary(op, l, r), lc
	}
	panic("filter: unknown arithmetic")
}

func arithOp(k kind) valueOp {
	switch k {
	case tokAdd:
		return vAdd
	case tokSub:
		return vSub
	case tokMul:
		return vMul
	case tokDiv:
		return vDiv
	case tokMod:
		return vMod
	case tokBitAnd:
		return vAnd
	case tokBitOr:
		return vOr
	case tokXor:
		return vXor
	case tokLsh:
		return vLsh
	}
	return vRsh
}

// loadAt is proto[index:size].
func (g *generator) loadAt(n *loadArith) (value, *formula) {
	index, cond := g.arith(n.index)
	size := uint8(n.size)
	at := func(p place) value {
		if k, ok := g.constant(index); ok && p.base == 0 {
			return g.field(size, p, k)
		}
		base := index
		if p.base != 0 {
			base = g.binary(vAdd, p.base, index)
		}
		return g.load(size, base, p.off)
	}
	switch n.proto {
	case protoLink:
		return at(g.at.header), cond
	case protoRadio:
		if !g.outer.link.isWLAN || g.outer.header.base == 0 || g.o.LinkType == 192 {
			g.fail(n, "radio information not present in capture")
		}
		return at(place{}), cond
	case protoIP, protoARP, protoRARP, protoAtalk, protoDECnet, protoLAT, protoSCA,
		protoMOPRC, protoMOPDL, protoIP6:
		return at(g.net()), allOf(cond, g.protocol(n, n.proto))
	case protoSCTP, protoTCP, protoUDP, protoICMP, protoIGMP, protoIGRP, protoPIM,
		protoVRRP, protoCARP:
		return at(g.transport()), allOf(cond,
			g.etherType(n, etherIP), g.ip4Only(n), g.firstFragment())
	case protoICMP6:
		next := equals(g.field(1, g.net(), 6), ipICMP6)
		return at(g.net().plus(40)), allOf(cond, g.etherType(n, etherIP6), next)
	}
	g.fail(n, "unsupported index operation")
	return 0, nil
}

// ip4Only tests the protocol of an IPv4 packet.
func (g *generator) ip4Only(n *loadArith) *formula {
	v := uint32(0)
	switch n.proto {
	case protoSCTP:
		v = ipSCTP
	case protoTCP:
		v = ipTCP
	case protoUDP:
		v = ipUDP
	case protoICMP:
		v = ipICMP
	case protoIGMP:
		v = ipIGMP
	case protoIGRP:
		v = ipIGRP
	case protoPIM:
		v = ipPIM
	case protoVRRP:
		v = ipVRRP
	case protoCARP:
		v = ipCARP
	}
	return equals(g.field(1, g.net(), 9), v)
}
