package filter

// maxChain is how many headers protochain follows in programs for the kernel,
// which has no loops.
const maxChain = 64

// chainBlock follows the headers of an IP packet. A holds the type of the
// header that begins at X (from the network-layer header on); the loop ends
// with A being the protocol that is looked for, or a header with nothing after
// it that could be followed.
//
//	extension headers: next | length in 8 bytes, less one | ...
//	authentication:    next | length in 4 bytes, less two | ...
//
// quirk protochain-ah: libpcap takes the length of an authentication header
// for the place of the next one, as if it stood at the start. What filters
// mean by protochain includes that.
func chainBlock(c *chainTest, yes, no, reject *block, live bool) *block {
	if live {
		return chainUnrolled(c, yes, no, reject)
	}
	b := &block{op: opJeqK, k: c.proto, t: yes, f: no}
	add := func(op uint16, k uint32) int {
		b.code = append(b.code, ins{op: op, k: k})
		return len(b.code) - 1
	}
	if c.ip6 {
		add(opLdB, c.off+6)
		add(opLdxImm, 40)
	} else {
		add(opLdB, c.off+9)
		add(opLdxMsh, c.off)
	}
	// Distances count from the instruction after the jump.
	loop := len(b.code)
	if c.ip6 {
		// loop: done if it is the protocol
		b.code = append(b.code,
			ins{op: opJeqK, k: c.proto, jt: 17},  // 0
			ins{op: opJeqK, k: 0, jt: 3},         // 1 -> 5
			ins{op: opJeqK, k: 60, jt: 2},        // 2 -> 5
			ins{op: opJeqK, k: 43, jt: 1},        // 3 -> 5
			ins{op: opJeqK, k: 44, jt: 0, jf: 5}, // 4 -> 5 or 10
			ins{op: opLdBInd, k: c.off + 1},      // 5
			ins{op: opAddK, k: 1},                // 6
			ins{op: opLshK, k: 3},                // 7
			ins{op: opAddX},                      // 8
			ins{op: opJa, k: 4},                  // 9 -> 14
			ins{op: opJeqK, k: 51, jf: 7},        // 10 -> 11 or 18
			ins{op: opLdBInd, k: c.off + 1},      // 11
			ins{op: opAddK, k: 2},                // 12
			ins{op: opLshK, k: 2},                // 13
			ins{op: opSt, k: 0},                  // 14
			ins{op: opLdBInd, k: c.off},          // 15
			ins{op: opLdxMem, k: 0},              // 16
		)
	} else {
		b.code = append(b.code,
			ins{op: opJeqK, k: c.proto, jt: 8},
			ins{op: opJeqK, k: 51, jf: 7},
			ins{op: opLdBInd, k: c.off + 1},
			ins{op: opAddK, k: 2},
			ins{op: opLshK, k: 2},
			ins{op: opSt, k: 0},
			ins{op: opLdBInd, k: c.off},
			ins{op: opLdxMem, k: 0},
		)
	}
	back := add(opJa, 0)
	b.code[back].k = uint32(int32(loop - back - 1))
	return b
}

// chainUnrolled is chainBlock without a loop; a packet with more headers than
// maxChain is rejected.
func chainUnrolled(c *chainTest, yes, no, reject *block) *block {
	// After the bound there is no telling: the packet is rejected, whatever
	// the expression does with the answer.
	next := reject
	for range maxChain {
		next = chainStep(c, next, yes, no)
	}
	first := &block{op: opJa, t: next}
	if c.ip6 {
		first.code = []ins{{op: opLdB, k: c.off + 6}, {op: opLdxImm, k: 40}}
	} else {
		first.code = []ins{{op: opLdB, k: c.off + 9}, {op: opLdxMsh, k: c.off}}
	}
	return first
}

// chainStep looks at one header and moves to next behind it.
func chainStep(c *chainTest, next, yes, no *block) *block {
	move := &block{op: opJa, t: next, code: []ins{
		{op: opSt, k: 0}, {op: opLdBInd, k: c.off}, {op: opLdxMem, k: 0}}}
	auth := &block{op: opJa, t: move, code: []ins{
		{op: opLdBInd, k: c.off + 1}, {op: opAddK, k: 2}, {op: opLshK, k: 2}}}
	isAuth := &block{op: opJeqK, k: 51, t: auth, f: no}
	b := isAuth
	if c.ip6 {
		ext := &block{op: opJa, t: move, code: []ins{
			{op: opLdBInd, k: c.off + 1}, {op: opAddK, k: 1}, {op: opLshK, k: 3}, {op: opAddX}}}
		for _, k := range [...]uint32{44, 43, 60, 0} {
			b = &block{op: opJeqK, k: k, t: ext, f: b}
		}
	}
	return &block{op: opJeqK, k: c.proto, t: yes, f: b}
}
