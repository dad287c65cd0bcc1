package filter

// mergeBlocks returns the entry of a program that does the same with fewer
// blocks: blocks with the same code and the same targets become one. Registers
// need no look, for the same code does the same to them.
func mergeBlocks(entry *block) *block {
	blocks := order(entry)
	removeDeadStores(blocks)
	type key struct {
		code string
		op   uint16
		k    uint32
		t, f *block
	}
	same := make(map[key]*block, len(blocks))
	renamed := make(map[*block]*block, len(blocks))
	var buf []byte
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		b.state = 0
		if b.t != nil {
			b.t = renamed[b.t]
		}
		if b.f != nil {
			b.f = renamed[b.f]
		}
		if b.op == opJa && len(b.code) == 0 {
			renamed[b] = b.t
			continue
		}
		if b.f != nil && b.t == b.f && b.op != opRetK {
			b.op, b.k, b.f = opJa, 0, nil
		}
		buf = buf[:0]
		for _, c := range b.code {
			buf = append(buf, byte(c.op), c.jt, c.jf, byte(c.k), byte(c.k>>8), byte(c.k>>16), byte(c.k>>24))
		}
		k := key{string(buf), b.op, b.k, b.t, b.f}
		if old, ok := same[k]; ok {
			renamed[b] = old
			continue
		}
		same[k] = b
		renamed[b] = b
	}
	return renamed[entry]
}

// removeDeadStores drops stores to memory that no block reads.
func removeDeadStores(blocks []*block) {
	var read [memWords]bool
	for _, b := range blocks {
		for _, c := range b.code {
			if c.op == opLdMem || c.op == opLdxMem {
				read[c.k] = true
			}
		}
	}
	for _, b := range blocks {
		jumps := false
		for _, c := range b.code {
			jumps = jumps || c.op&7 == 5
		}
		if jumps { // distances within the code would change
			continue
		}
		out := b.code[:0]
		for _, c := range b.code {
			if (c.op == opSt || c.op == opStx) && !read[c.k] {
				continue
			}
			out = append(out, c)
		}
		b.code = out
	}
}
