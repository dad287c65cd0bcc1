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

// hoist moves a setting of X to a constant from a block of its own to the block
// before, if nobody else who comes from there minds what X holds: that saves a
// jump.
func hoist(entry *block) *block {
	blocks := order(entry)
	before := make(map[*block][]*block)
	for _, b := range blocks {
		b.state = 0
		if b.t != nil {
			before[b.t] = append(before[b.t], b)
		}
		if b.f != nil {
			before[b.f] = append(before[b.f], b)
		}
	}
	reads := readsX(blocks)
	for _, b := range blocks {
		if b.op != opJa || len(b.code) != 1 || b.code[0].op != opLdxImm {
			continue
		}
		if root := soleSource(b, before); root != nil && mayLoadX(root, b, reads) {
			root.code = append(root.code, b.code[0])
			b.code = nil
		}
	}
	return entry
}

// readsX returns the blocks from which on X is read before it is set.
func readsX(blocks []*block) map[*block]bool {
	reads := make(map[*block]bool)
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		r := b.t != nil && reads[b.t] || b.f != nil && reads[b.f] || b.op != opJa && b.op != opRetK && b.op&0x08 != 0
		for j := len(b.code) - 1; j >= 0; j-- {
			switch op := b.code[j].op; {
			case op == opTax, op == opLdxImm, op == opLdxLen, op == opLdxMem, op == opLdxMsh:
				r = false
			case op == opLdWInd, op == opLdHInd, op == opLdBInd, op == opStx, op == opTxa, op&7 == 4 && op&0x08 != 0, op&7 == 5:
				r = true
			}
		}
		reads[b] = r
	}
	return reads
}

// soleSource returns the block with code from which alone, over comparisons
// without code, b is reached; nil if there is none.
func soleSource(b *block, before map[*block][]*block) *block {
	var root *block
	todo := []*block{b}
	seen := map[*block]bool{b: true}
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if len(before[x]) == 0 {
			return nil
		}
		for _, p := range before[x] {
			if seen[p] {
				continue
			}
			if len(p.code) > 0 {
				if root != nil && root != p {
					return nil
				}
				root = p
				continue
			}
			seen[p] = true
			todo = append(todo, p)
		}
	}
	return root
}

// mayLoadX reports whether X may be set at the end of root's code, before its
// comparisons: none of the ways but those to b may read X as it was.
func mayLoadX(root, b *block, reads map[*block]bool) bool {
	if root.op&0x08 != 0 && root.op != opJa && root.op != opRetK {
		return false
	}
	for _, c := range root.code {
		if c.op&7 == 5 {
			return false
		}
	}
	todo := []*block{root}
	seen := map[*block]bool{}
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, to := range [...]*block{x.t, x.f} {
			if to == nil || to == b || seen[to] {
				continue
			}
			seen[to] = true
			if len(to.code) > 0 || to.op == opRetK {
				if reads[to] {
					return false
				}
				continue
			}
			if to.op != opJa && to.op&0x08 != 0 {
				return false
			}
			todo = append(todo, to)
		}
	}
	return true
}
