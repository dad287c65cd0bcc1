package filter

import "wiredump/capture/packet"

// A socket's filter does not see the bytes that a savefile of the same packets
// has. The kernel takes the outermost VLAN tag out of Ethernet frames before
// it runs the filter, and sockets of type SOCK_DGRAM, which the interface `any`
// takes, have no link-layer header at all. What is missing is among the
// kernel's ancillary words. This file rewrites a formula for the bytes of a
// savefile to one for the bytes of a socket, so that both accept the same
// packets.
//
// An Ethernet frame, in a file and at a socket:
//
//	0             12     14    16
//	destination   0x8100 tag   type  payload
//	destination   type   payload          tag and 0x8100 beside it
type liver struct {
	*pool
	values map[value]value
	header uint32                          // bytes that a file has before those of the socket
	from   uint32                          // where they are
	word   func(off uint32, n uint8) value // of them; none if it cannot be told
	lost   value                           // stands for what cannot be told
}

// forSocket returns the formula for a socket, and whether it accepts more than
// f. Where it reads a variable that nothing sets, the socket does not tell what
// f asks for.
func forSocket(p *pool, f *formula, t packet.LinkType) (live *formula, coarse bool) {
	lost := p.newVar()
	p.spans[lost] = fullSpan
	// Lengths at a socket do not wrap when a header is added to them.
	p.spans[p.length()] = span{0, 1 << 30}
	l := &liver{pool: p, values: make(map[value]value), lost: lost}
	switch t {
	case packet.Ethernet:
		const macs, tagLen = 12, 4
		l.from, l.header = macs, tagLen
		l.word = func(off uint32, n uint8) value {
			switch {
			case off == 12 && n == 2:
				return p.load(2, 0, adVLANProto)
			case off == 14 && n == 2:
				return p.load(2, 0, adVLANTCI)
			}
			return 0
		}
		tagged := not(equals(p.load(1, 0, adVLANPresent), 0))
		return anyOf(allOf(tagged, l.formula(f)), allOf(not(tagged), f)), false
	case packet.LinuxSLL2:
		l.header = 20
		l.word = func(off uint32, n uint8) value {
			switch {
			case off == 0 && n == 2:
				return p.load(2, 0, adProtocol)
			case off == 2 && n == 2:
				return p.num(0)
			case off == 4 && n == 4:
				return p.load(4, 0, adIfIndex)
			case off == 8 && n == 2:
				return p.load(2, 0, adHardware)
			case off == 10 && n == 1:
				return p.load(1, 0, adPktType)
			}
			return 0
		}
	case packet.LinuxSLL:
		l.header = 16
		l.word = func(off uint32, n uint8) value {
			switch {
			case off == 0 && n == 2:
				return p.load(2, 0, adPktType)
			case off == 2 && n == 2:
				return p.load(2, 0, adHardware)
			case off == 14 && n == 2:
				return p.load(2, 0, adProtocol)
			}
			return 0
		}
	default:
		return f, false
	}
	// Behind tags that are left in the frame, what a datagram socket delivers
	// begins in one place or another, and the protocol it reports is the one
	// inside. A filter sees the tag's.
	var tagged []*formula
	for _, x := range tagProtocols() {
		tagged = append(tagged, equals(p.load(2, 0, adProtocol), x.lo))
	}
	return anyOf(append(tagged, l.formula(f))...), true
}

// tagProtocols are what the kernel takes out of frames.
func tagProtocols() set { return set{{0x8100, 0x8100}, {0x88a8, 0x88a8}} }

func (l *liver) formula(f *formula) *formula {
	out := *f
	out.v, out.to = l.value(f.v), l.value(f.to)
	out.test.a, out.test.b = l.value(f.test.a), l.value(f.test.b)
	if len(f.kids) > 0 {
		out.kids = make([]*formula, len(f.kids))
		for i, k := range f.kids {
			out.kids[i] = l.formula(k)
		}
	}
	if len(f.cases) > 0 {
		out.cases = make([]kase, len(f.cases))
		for i, c := range f.cases {
			out.cases[i] = kase{c.set, l.formula(c.then)}
		}
	}
	if f.kind == fChain {
		if f.chain.off < l.from+l.header {
			return equals(l.lost, 1)
		}
		c := *f.chain
		c.off -= l.header
		out.chain = &c
	}
	return &out
}

func (l *liver) value(v value) value {
	if v == 0 {
		return 0
	}
	if w, ok := l.values[v]; ok {
		return w
	}
	w := l.rewrite(l.nodes[v])
	l.values[v] = w
	return w
}

func (l *liver) rewrite(n valueNode) value {
	switch n.op {
	case vConst, vVar:
		return l.intern(n)
	case vLen:
		return l.binary(vAdd, l.length(), l.num(l.header))
	case vMsh:
		if n.k >= l.from+l.header {
			return l.headerLen(n.k - l.header)
		}
		if n.k < l.from {
			return l.headerLen(n.k)
		}
		words := l.binary(vAnd, l.bytes(n.k, 1), l.num(0xf))
		return l.binary(vLsh, words, l.num(2))
	case vNeg:
		return l.neg(l.value(n.a))
	case vLoad:
		if n.a != 0 {
			// Only the places behind what is missing have the same distance
			// from each other.
			base := l.value(n.a)
			if n.k < l.from+l.header || n.k >= 1<<31 {
				if l.vars[base] == 0 && l.spans[base].lo < l.from+l.header {
					return l.lost
				}
				return l.load(n.size, l.binary(vSub, base, l.num(l.header)), n.k)
			}
			return l.load(n.size, base, n.k-l.header)
		}
		return l.bytes(n.k, n.size)
	}
	return l.binary(n.op, l.value(n.a), l.value(n.b))
}

// bytes returns the size bytes that a file has at off.
func (l *liver) bytes(off uint32, size uint8) value {
	end := uint64(off) + uint64(size)
	switch {
	case off >= adBase, end <= uint64(l.from):
		return l.load(size, 0, off)
	case off >= l.from+l.header:
		return l.load(size, 0, off-l.header)
	}
	if v := l.word(off, size); v != 0 {
		return v
	}
	if size == 1 {
		// Half of a word.
		if v := l.word(off&^1, 2); v != 0 {
			if off&1 == 0 {
				return l.binary(vRsh, v, l.num(8))
			}
			return l.binary(vAnd, v, l.num(0xff))
		}
		return l.lost
	}
	half := size / 2
	high, low := l.bytes(off, half), l.bytes(off+uint32(half), half)
	return l.binary(vOr, l.binary(vLsh, high, l.num(uint32(half)*8)), low)
}
