package filter

import "golang.org/x/net/bpf"

// An ins is an instruction without jump targets. Instructions with jt or jf
// jump within the code of their own block.
type ins struct {
	op     uint16
	jt, jf uint8
	k      uint32
}

// A block is straight code that ends in a jump, a comparison or a return. Jump
// distances are not known before flatten.
type block struct {
	code []ins
	op   uint16 // opJeqK and so on, opJa or opRetK
	k    uint32
	t, f *block // opJa has only t

	state uint8 // of the walk in order
	at    int   // from the end of the program on, in flatten
}

func returns(k uint32) *block { return &block{op: opRetK, k: k} }

// order lists the blocks that can be reached from entry so that every jump
// leads forward. Blocks that end in opJa stand before their target if that is
// possible.
func order(entry *block) []*block {
	const opened, closed = 1, 2
	var post []*block
	type frame struct {
		b    *block
		next int
	}
	stack := []frame{{b: entry}}
	entry.state = opened
	for len(stack) > 0 {
		f := &stack[len(stack)-1]
		var to *block
		// The target that is visited last stands first, next to its block.
		switch f.next {
		case 0:
			to = f.b.t
			if f.b.op == opJa {
				f.next = 1
			}
		case 1:
			to = f.b.f
		default:
			f.b.state = closed
			post = append(post, f.b)
			stack = stack[:len(stack)-1]
			continue
		}
		f.next++
		if to != nil && to.state == 0 {
			to.state = opened
			stack = append(stack, frame{b: to})
		}
	}
	for i, j := 0, len(post)-1; i < j; i, j = i+1, j-1 {
		post[i], post[j] = post[j], post[i]
	}
	return post
}

// maxBranch is the farthest that a comparison jumps; opJa has no such limit.
const maxBranch = 255

// flatten lays out the program from its end to its start, so that every target
// has its place before it is jumped to. Where a target is too far for a
// comparison, it jumps to a nearby opJa, or a copy of a return, instead.
func flatten(entry *block) []bpf.RawInstruction {
	blocks := order(entry)
	blocks = returnsLast(blocks)
	// Linux takes what stands behind a return for reached from there when it
	// checks that memory is set before it is read. Where memory is used,
	// returns stand at the end only.
	copyReturns := !useMemory(blocks)
	var rev []bpf.RawInstruction // the program, last instruction first
	// relay holds the nearest stand-in for a block that is far away.
	relay := make(map[*block]int)
	emit := func(i bpf.RawInstruction) { rev = append(rev, i) }
	distance := func(to int) int { return len(rev) - to }
	stub := func(to *block) int {
		if to.op == opRetK && len(to.code) == 0 && copyReturns {
			emit(bpf.RawInstruction{Op: opRetK, K: to.k})
		} else {
			emit(bpf.RawInstruction{Op: opJa, K: uint32(distance(to.at))})
		}
		relay[to] = len(rev)
		return len(rev)
	}
	// reach returns the place of to, or of a stand-in within reach, if there
	// is one. Places count from the end: an instruction at place p has p-1
	// instructions after it.
	reach := func(to *block, slack int) (int, bool) {
		if distance(to.at)+slack <= maxBranch {
			return to.at, true
		}
		if p, ok := relay[to]; ok && distance(p)+slack <= maxBranch {
			return p, true
		}
		return 0, false
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		switch b.op {
		case opRetK:
			emit(bpf.RawInstruction{Op: opRetK, K: b.k})
		case opJa:
			switch {
			case distance(b.t.at) == 0:
			case b.t.op == opRetK && len(b.t.code) == 0 && copyReturns:
				emit(bpf.RawInstruction{Op: opRetK, K: b.t.k})
			default:
				emit(bpf.RawInstruction{Op: opJa, K: uint32(distance(b.t.at))})
			}
		default:
			// One stand-in may push the other target out of reach.
			t, okT := reach(b.t, 1)
			f, okF := reach(b.f, 1)
			if !okT {
				t = stub(b.t)
			}
			if !okF {
				f = stub(b.f)
			}
			emit(bpf.RawInstruction{Op: b.op, K: b.k, Jt: uint8(distance(t)), Jf: uint8(distance(f))})
		}
		for j := len(b.code) - 1; j >= 0; j-- {
			c := b.code[j]
			emit(bpf.RawInstruction{Op: c.op, Jt: c.jt, Jf: c.jf, K: c.k})
		}
		b.at = len(rev)
	}
	for i, j := 0, len(rev)-1; i < j; i, j = i+1, j-1 {
		rev[i], rev[j] = rev[j], rev[i]
	}
	return rev
}

func useMemory(blocks []*block) bool {
	for _, b := range blocks {
		for _, c := range b.code {
			if c.op == opSt || c.op == opStx {
				return true
			}
		}
	}
	return false
}

// returnsLast moves plain returns to the end, accepting before rejecting, as
// readers of -d expect.
func returnsLast(blocks []*block) []*block {
	isReturn := func(b *block) bool { return b.op == opRetK && len(b.code) == 0 }
	out := make([]*block, 0, len(blocks))
	for _, b := range blocks {
		if !isReturn(b) {
			out = append(out, b)
		}
	}
	for _, accepting := range [...]bool{true, false} {
		for _, b := range blocks {
			if isReturn(b) && b.k != 0 == accepting {
				out = append(out, b)
			}
		}
	}
	return out
}
