package filter

// The grammar, where '|' separates alternatives and {} is repetition:
//
//	filter  = [ expr ]
//	expr    = term { ("and" | "or") ( term | id ) }
//	term    = { "not" } ( head id | "(" expr ")" | proto | relation | other )
//	head    = [ proto ] [ dir ] [ type ], of which dir or type is there
//	dir     = "src" | "dst" | "src" ("or" | "and") "dst" | "ra" | "ta" | "addr1" ...
//	type    = "host" | "net" | "port" | "portrange" | "proto" | "protochain" | "gateway"
//	id      = number | "(" ids ")" | { "not" } address
//	ids     = ( number | { "not" } address ) { ("and" | "or") id }
//	address = name | dotted [ "/" number | "mask" dotted ] | ip6 [ "/" number ] | mac | arcnet
//
// "and" and "or" bind equally strongly and to the left, "not" binds tighter.
// An id that stands alone inherits the qualifiers of the term or id before it.

// maxDepth bounds how deeply parentheses, negations and brackets nest, and so
// the recursion of every later stage.
const maxDepth = 10000

type parser struct {
	expr  string
	toks  []token
	i     int
	depth int
	match []int // of each parenthesis that opens: where it closes; 0 if nowhere
}

// bail carries an error out of the recursion; parse recovers it.
type bail struct{ err *Error }

// parse returns the syntax tree; nil for an expression without tokens.
func parse(expr string) (n node, err *Error) {
	toks, err := lex(expr)
	if err != nil {
		return nil, err
	}
	if len(toks) == 1 {
		return nil, nil
	}
	p := &parser{expr: expr, toks: toks}
	p.matchParens()
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bail:
			n, err = nil, r.err
		default:
			panic(r)
		}
	}()
	n, _ = p.parseExpr(noQualifiers)
	if p.peek().kind != tokEnd {
		p.fail("expected and, or, or the end")
	}
	return n, nil
}

func (p *parser) matchParens() {
	p.match = make([]int, len(p.toks))
	var open []int
	for i, t := range p.toks {
		switch t.kind {
		case tokLParen:
			open = append(open, i)
		case tokRParen:
			if len(open) > 0 {
				p.match[open[len(open)-1]] = i
				open = open[:len(open)-1]
			}
		}
	}
}

func (p *parser) peek() *token { return &p.toks[p.i] }

func (p *parser) peekAt(n int) kind {
	if p.i+n >= len(p.toks) {
		return tokEnd
	}
	return p.toks[p.i+n].kind
}

func (p *parser) accept(k kind) bool {
	if p.toks[p.i].kind != k {
		return false
	}
	p.i++
	return true
}

func (p *parser) expect(k kind, hint string) token {
	if p.toks[p.i].kind != k {
		p.fail(hint)
	}
	p.i++
	return p.toks[p.i-1]
}

// fail gives up at the next token.
func (p *parser) fail(hint string) {
	t := p.peek()
	if t.kind == tokEnd {
		hint += ", but the expression ends here"
	}
	p.failWith(*t, syntaxError, hint)
}

func (p *parser) failWith(t token, msg, hint string) {
	panic(bail{&Error{Expr: p.expr, Offset: t.pos, Length: len(t.text), Msg: msg, Hint: hint}})
}

func (p *parser) enter() {
	if p.depth++; p.depth > maxDepth {
		p.failWith(*p.peek(), "expression nests too deeply", "")
	}
}

func (p *parser) leave() { p.depth-- }

// pos returns where the next token begins.
func (p *parser) pos() position { return position(p.peek().pos) }

// parseExpr returns the tree and the qualifiers that an id after it inherits.
func (p *parser) parseExpr(q qualifiers) (node, qualifiers) {
	n, q := p.parseTerm(q)
	for {
		t := p.peek()
		if t.kind != tokAnd && t.kind != tokOr {
			return n, q
		}
		p.i++
		var r node
		if p.atID() {
			r = p.parseID(q)
		} else {
			r, q = p.parseTerm(q)
		}
		if t.kind == tokAnd {
			n = &andNode{position(n.at()), n, r}
		} else {
			n = &orNode{position(n.at()), n, r}
		}
	}
}

// atID reports whether an id begins here rather than a term. Both may begin
// with "not" and parentheses, and a number may begin a relation.
func (p *parser) atID() bool {
	j := p.i
	for p.toks[j].kind == tokNot || p.toks[j].kind == tokLParen {
		j++
	}
	switch p.toks[j].kind {
	case tokID, tokHID, tokHID6, tokEID, tokAID:
		return true
	case tokNum:
		for j++; p.toks[j].kind == tokRParen; j++ {
		}
		return !isArithOp(p.toks[j].kind) && !isRelOp(p.toks[j].kind)
	}
	return false
}

func isRelOp(k kind) bool { return k >= tokEQ && k <= tokLE }

func isArithOp(k kind) bool { return k >= tokAdd && k <= tokRsh }

func (p *parser) parseTerm(q qualifiers) (node, qualifiers) {
	p.enter()
	defer p.leave()
	pos := p.pos()
	if p.accept(tokNot) {
		n, tq := p.parseTerm(q)
		return &notNode{pos, n}, tq
	}
	t := *p.peek()
	switch t.kind {
	case tokLParen:
		if m := p.match[p.i]; m > 0 {
			if k := p.toks[m+1].kind; isArithOp(k) || isRelOp(k) {
				break
			}
		}
		p.i++
		n, _ := p.parseExpr(q)
		p.expect(tokRParen, "expected )")
		return n, q
	case tokProtoName:
		if p.peekAt(1) == tokLBracket {
			break
		}
		return p.parseQualified()
	case tokSrc, tokDst, tokAddr, tokHost, tokNet, tokPort, tokPortRange, tokProto,
		tokProtoChain, tokGateway, tokBroadcast, tokMulticast, tokType, tokSubtype, tokDir, tokLLC:
		return p.parseQualified()
	case tokNum, tokSub, tokLen:
	default:
		return p.parseOther(), noQualifiers
	}
	return p.parseRelation(), noQualifiers
}

// parseQualified parses what may begin with the name of a protocol.
func (p *parser) parseQualified() (node, qualifiers) {
	pos := p.pos()
	q := qualifiers{}
	named := p.peek().kind == tokProtoName
	if named {
		q.proto = proto(p.peek().num)
		p.i++
	}
	switch t := p.peek(); t.kind {
	case tokBroadcast, tokMulticast:
		p.i++
		return &castNode{pos, q.proto, t.kind == tokMulticast}, noQualifiers
	case tokType, tokSubtype, tokDir:
		return p.parseWLAN(pos, named), noQualifiers
	case tokLLC:
		if !named {
			return p.parseLLC(), noQualifiers
		}
	case tokProto, tokProtoChain, tokGateway:
		p.i++
		switch t.kind {
		case tokProto:
			q.typ = typeProto
		case tokProtoChain:
			q.typ = typeProtoChain
		case tokGateway:
			q.typ = typeGateway
		}
		return p.parseID(q), q
	}
	dir, hasDir := p.parseDir()
	q.dir = dir
	hasType := true
	switch p.peek().kind {
	case tokHost:
		q.typ = typeHost
	case tokNet:
		q.typ = typeNet
	case tokPort:
		q.typ = typePort
	case tokPortRange:
		q.typ = typePortRange
	default:
		hasType = false
	}
	if hasType {
		p.i++
	}
	if !hasDir && !hasType {
		if !named {
			p.fail("expected a primitive")
		}
		return &protoNode{pos, q.proto}, noQualifiers
	}
	return p.parseID(q), q
}

func (p *parser) parseDir() (dir, bool) {
	t := p.peek()
	switch t.kind {
	case tokAddr:
		p.i++
		return dir(t.num), true
	case tokSrc, tokDst:
		other := tokDst
		if t.kind == tokDst {
			other = tokSrc
		}
		if k := p.peekAt(1); (k == tokOr || k == tokAnd) && p.peekAt(2) == other {
			p.i += 3
			if k == tokOr {
				return dirOr, true
			}
			return dirAnd, true
		}
		p.i++
		if t.kind == tokSrc {
			return dirSrc, true
		}
		return dirDst, true
	}
	return dirDefault, false
}

// parseID parses an id to which q applies.
func (p *parser) parseID(q qualifiers) node {
	if p.peek().kind != tokLParen {
		return p.parseAddress(q)
	}
	if n, ok := p.parseNumber(); ok {
		return p.number(n, q)
	}
	p.i++
	n := p.parseIDs(q)
	p.expect(tokRParen, "expected and, or, or )")
	return n
}

// parseIDs parses a list of ids; a number alone is none.
func (p *parser) parseIDs(q qualifiers) node {
	p.enter()
	defer p.leave()
	var n node
	alone := false
	if k := p.peek().kind; k == tokLParen || k == tokNum {
		num, ok := p.parseNumber()
		if !ok {
			p.fail("expected a name, a number or an address")
		}
		n, alone = p.number(num, q), true
	} else {
		n = p.parseAddress(q)
	}
	for {
		t := p.peek()
		if t.kind != tokAnd && t.kind != tokOr {
			if alone {
				p.fail("expected and, or, or )")
			}
			return n
		}
		alone = false
		p.i++
		r := p.parseID(q)
		if t.kind == tokAnd {
			n = &andNode{position(n.at()), n, r}
		} else {
			n = &orNode{position(n.at()), n, r}
		}
	}
}

// parseNumber parses a number in any number of parentheses. If there is none,
// it moves nothing.
func (p *parser) parseNumber() (token, bool) {
	start := p.i
	for p.accept(tokLParen) {
	}
	depth := p.i - start
	t := *p.peek()
	if t.kind == tokNum {
		p.checked(t)
		p.i++
		for depth > 0 && p.accept(tokRParen) {
			depth--
		}
		if depth == 0 {
			return t, true
		}
	}
	p.i = start
	return token{}, false
}

// checked gives up if a token cannot be what it looks like.
func (p *parser) checked(t token) {
	if t.err != "" {
		p.failWith(t, t.err, "")
	}
}

func (p *parser) number(t token, q qualifiers) node {
	if q.typ == typeUndefined {
		p.undefined(t)
	}
	return &idNode{position: position(t.pos), q: q, kind: tokNum, text: t.text, num: t.num}
}

func (p *parser) undefined(t token) {
	p.failWith(t, "syntax error in filter expression", "nothing says what this is: host, net, port ...")
}

// parseAddress parses one address, number or name, with "not" before it.
func (p *parser) parseAddress(q qualifiers) node {
	p.enter()
	defer p.leave()
	pos := p.pos()
	if p.accept(tokNot) {
		return &notNode{pos, p.parseID(q)}
	}
	t := *p.peek()
	p.checked(t)
	n := &idNode{position: pos, q: q, kind: t.kind, text: t.text, num: t.num}
	switch t.kind {
	case tokNum, tokID, tokEID, tokAID:
		p.i++
	case tokHID:
		p.i++
		if p.peek().kind == tokDiv && p.peekAt(1) == tokNum {
			p.i++
			p.checked(*p.peek())
			n.hasLen, n.length = true, p.peek().num
			p.i++
		} else if p.accept(tokMask) {
			n.mask = p.expect(tokHID, "expected a dotted mask").text
		}
	case tokHID6:
		p.i++
		if p.accept(tokDiv) {
			l := p.expect(tokNum, "expected a prefix length")
			p.checked(l)
			n.hasLen, n.length = true, l.num
		}
	default:
		p.fail("expected a name, a number or an address")
	}
	if q.typ == typeUndefined {
		p.undefined(t)
	}
	return n
}

// parseOther parses the primitives that are words of their own.
func (p *parser) parseOther() node {
	t := *p.peek()
	pos := p.pos()
	p.i++
	switch t.kind {
	case tokInbound, tokOutbound, tokPPPoED:
		return &wordNode{position: pos, kind: t.kind}
	case tokLess, tokGreater, tokIfindex:
		n := p.expect(tokNum, "expected a number")
		p.checked(n)
		return &wordNode{pos, t.kind, true, n.num}
	case tokVLAN, tokMPLS, tokPPPoES, tokGeneve, tokVXLAN:
		n, ok := p.parseNumber()
		return &wordNode{pos, t.kind, ok, n.num}
	case tokByte:
		index := p.expect(tokNum, "expected an offset")
		p.checked(index)
		op := *p.peek()
		switch op.kind {
		case tokEQ, tokLT, tokGT, tokBitAnd, tokBitOr:
			p.i++
		default:
			p.fail("expected =, <, >, & or |")
		}
		value := p.expect(tokNum, "expected a number")
		p.checked(value)
		return &byteNode{pos, index.num, value.num, op.kind}
	case tokIfname, tokRset, tokAction:
		id := p.expect(tokID, "expected a name")
		return &pfNode{position: pos, kind: t.kind, text: id.text}
	case tokReason:
		if id := *p.peek(); id.kind == tokNum {
			p.checked(id)
			p.i++
			return &pfNode{position: pos, kind: t.kind, num: id.num}
		}
		id := p.expect(tokID, "expected a reason")
		return &pfNode{position: pos, kind: t.kind, text: id.text}
	case tokRnr, tokSrnr:
		n := p.expect(tokNum, "expected a rule number")
		p.checked(n)
		return &pfNode{position: pos, kind: t.kind, num: n.num}
	case tokATM:
		return &atmNode{pos, atm(t.num)}
	case tokMTP2:
		return &mtp2Node{pos, mtp2(t.num)}
	case tokATMField:
		n := p.parseField(pos, t.kind)
		n.atm = atm(t.num)
		return n
	case tokMTP3:
		n := p.parseField(pos, t.kind)
		n.mtp3 = mtp3(t.num)
		return n
	}
	p.i--
	p.checked(t)
	p.fail("expected a primitive")
	return nil
}

// parseField parses what may follow vpi, opc and so on.
func (p *parser) parseField(pos position, k kind) *fieldNode {
	n := &fieldNode{position: pos, kind: k, op: tokEQ}
	if num, ok := p.parseNumber(); ok {
		n.values = []uint32{num.num}
		return n
	}
	if isRelOp(p.peek().kind) {
		n.op = p.peek().kind
		p.i++
		num := p.expect(tokNum, "expected a number")
		p.checked(num)
		n.values = []uint32{num.num}
		return n
	}
	p.expect(tokLParen, "expected a number, a comparison or a list in parentheses")
	for {
		num := p.expect(tokNum, "expected a number")
		p.checked(num)
		n.values = append(n.values, num.num)
		if !p.accept(tokOr) {
			break
		}
	}
	p.expect(tokRParen, "expected or, or )")
	return n
}

func (p *parser) parseLLC() node {
	n := &llcNode{position: p.pos()}
	p.i++
	switch t := p.peek(); t.kind {
	case tokID:
		p.i++
		n.name = t.text
	case tokRnr: // also a qualifier
		if p.peekAt(1) != tokNum {
			p.i++
			n.name = "rnr"
		}
	}
	return n
}

func (p *parser) parseWLAN(pos position, named bool) node {
	n := &wlanNode{position: pos, kind: p.peek().kind, hasProto: named}
	p.i++
	value := func(numberToo bool) token {
		t := *p.peek()
		if t.kind != tokID && (t.kind != tokNum || !numberToo) {
			p.fail("expected a name or a number")
		}
		p.checked(t)
		p.i++
		return t
	}
	switch n.kind {
	case tokType:
		n.typ = value(true)
		if p.accept(tokSubtype) {
			n.hasSub = true
			n.subtype = value(true)
		}
	case tokSubtype:
		n.subtype = value(false)
	case tokDir:
		n.typ = value(true)
	}
	return n
}
