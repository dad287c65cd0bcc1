package filter

func (p *parser) parseRelation() node {
	pos := p.pos()
	l := p.parseArith(tokEnd)
	op := p.peek().kind
	if !isRelOp(op) {
		p.fail("expected an operator or a comparison")
	}
	p.i++
	return &relNode{pos, op, l, p.parseArith(tokEnd)}
}

// strength says how tightly an operator binds. % and ^ have no place in the
// order: whatever stands beside them, the operator further right goes first.
func strength(k kind) int {
	switch k {
	case tokBitAnd, tokBitOr:
		return 1
	case tokLsh, tokRsh:
		return 2
	case tokAdd, tokSub:
		return 3
	case tokMul, tokDiv:
		return 4
	case tokNot: // stands for unary minus
		return 5
	}
	return 0
}

// parseArith parses operators as long as they bind tighter than left, the
// operator before; tokEnd if there is none.
func (p *parser) parseArith(left kind) arith {
	p.enter()
	defer p.leave()
	n := p.parseOperand()
	for {
		op := p.peek().kind
		if !isArithOp(op) {
			return n
		}
		if l, r := strength(left), strength(op); left != tokEnd && l > 0 && r > 0 && l >= r {
			return n
		}
		p.i++
		n = &binArith{position(n.at()), op, n, p.parseArith(op)}
	}
}

func (p *parser) parseOperand() arith {
	t := *p.peek()
	pos := p.pos()
	p.i++
	switch t.kind {
	case tokNum:
		p.checked(t)
		return &numArith{pos, t.num}
	case tokLen:
		return &lenArith{pos}
	case tokSub:
		return &negArith{pos, p.parseArith(tokNot)}
	case tokLParen:
		n := p.parseArith(tokEnd)
		p.expect(tokRParen, "expected an operator or )")
		return n
	case tokProtoName:
		p.expect(tokLBracket, "expected [")
		n := &loadArith{position: pos, proto: proto(t.num), size: 1}
		n.index = p.parseArith(tokEnd)
		if p.accept(tokColon) {
			size := p.expect(tokNum, "expected 1, 2 or 4")
			p.checked(size)
			if size.num != 1 && size.num != 2 && size.num != 4 {
				p.failWith(size, "data size must be 1, 2, or 4", "")
			}
			n.size = size.num
		}
		p.expect(tokRBracket, "expected ]")
		return n
	}
	p.i--
	p.fail("expected a number, len or protocol[offset]")
	return nil
}
