package text

// Codes of PIM version 1 messages.
const (
	pim1Query        = 0
	pim1Register     = 1
	pim1RegisterStop = 2
	pim1JoinPrune    = 3
	pim1Reachable    = 4
	pim1Assert       = 5
	pim1Graft        = 6
	pim1GraftAck     = 7
)

// pim1 prints a message of protocol independent multicast in its first
// version, which was one of IGMP.
//
//	+---------------+---------------+-------------------------------+
//	|  type (0x14)  |     code      |           checksum            |
//	+-------+-------+---------------+-------------------------------+
//	|version|               reserved                                |
//	+-------+-------------------------------------------------------+
//	|  what the code defines ...
func (p *printer) pim1(b []byte, length int) {
	p.proto = "pimv1"
	code := p.u8(b, 1)
	verbose := p.opt.Verbose > 0
	p.byte(' ')
	if s, ok := find(pim1Codes, uint32(code)); ok {
		p.str(s)
	} else {
		p.str("[type ")
		p.dec(uint64(code))
		p.byte(']')
	}
	switch code {
	case pim1Query:
		if len(b) > 8 {
			p.byte(' ')
			p.tok(pim1Modes, "mode-", uint32(b[8]>>4))
		}
		if verbose {
			p.str(" (Hold-time ")
			p.duration(uint32(p.u16(b, 10)))
			p.byte(')')
		}
	case pim1Register:
		if !p.have(b, 8+20) {
			return
		}
		p.pim1For(b, 20, 24)
	case pim1RegisterStop:
		p.pim1For(b, 8, 12)
	case pim1Reachable:
		if verbose {
			p.pim1Reachable(b)
		}
	case pim1Assert:
		p.pim1Assert(b)
	case pim1JoinPrune, pim1Graft, pim1GraftAck:
		if verbose {
			if length < 8 {
				p.truncated()
				return
			}
			p.pim1JoinPrune(after(b, 8), length-8)
		}
	}
	if v := p.u8(b, 4) >> 4; v != 1 {
		p.str(" [v")
		p.dec(uint64(v))
		p.byte(']')
	}
}

// pim1For prints " for source > group".
func (p *printer) pim1For(b []byte, src, group int) {
	if p.need(b, max(src, group)+4) {
		p.str(" for ")
		p.ip4At(b, src)
		p.str(" > ")
		p.ip4At(b, group)
	}
}

// pim1Mask prints the mask of a group unless it has all bits.
func (p *printer) pim1Mask(b []byte, off int) {
	if p.need(b, off+4) && p.u32(b, off) != 0xffffffff {
		p.byte('/')
		p.ip4At(b, off)
	}
}

// pim1Reachable prints whether a rendezvous point can be reached.
//
//	+---------------------------------------------------------------+
//	|                         group address                         |
//	+---------------------------------------------------------------+
//	|                          group mask                           |
//	+---------------------------------------------------------------+
//	|                       rendezvous point                        |
//	+-------------------------------+-------------------------------+
//	|           reserved            |         hold time, s          |
//	+-------------------------------+-------------------------------+
func (p *printer) pim1Reachable(b []byte) {
	if !p.need(b, 12) {
		return
	}
	p.str(" group ")
	p.ip4At(b, 8)
	p.pim1Mask(b, 12)
	if !p.need(b, 20) {
		return
	}
	p.str(" RP ")
	p.ip4At(b, 16)
	p.str(" hold ")
	p.duration(uint32(p.u16(b, 22)))
}

// pim1Assert prints who offers to forward a group.
func (p *printer) pim1Assert(b []byte) {
	p.pim1For(b, 16, 8)
	p.pim1Mask(b, 12)
	if !p.need(b, 28) {
		return
	}
	if p.u8(b, 20)&0x80 != 0 {
		p.str(" RP-tree")
	} else {
		p.str(" SPT")
	}
	p.str(" pref ")
	p.dec(uint64(p.u32(b, 20) & 0x7fffffff))
	p.str(" metric ")
	p.dec(uint64(p.u32(b, 24)))
}

// pim1JoinPrune prints what is joined and pruned; n is how many bytes are
// claimed for it.
//
//	+---------------------------------------------------------------+
//	|                   address of the upstream neighbor            |
//	+-------------------------------+-------------------------------+
//	|           reserved            |         hold time, s          |
//	+---------------+---------------+---------------+---------------+
//	|   reserved    |  mask length  |address length |    groups     |
//	+---------------+---------------+---------------+---------------+
//	|                         group address                         |
//	+---------------------------------------------------------------+
//	|                          group mask                           |
//	+-------------------------------+-------------------------------+
//	|             joins             |            prunes             |
//	+-------------------------------+-------------------------------+
//	|  sources of six bytes each: flags, flags and mask, address ...
func (p *printer) pim1JoinPrune(b []byte, n int) {
	const head, group, source = 12, 12, 6
	if len(b) >= head+group+source && b[11] == 1 && int(p.u16(b, head+8))+int(p.u16(b, head+10)) == 1 {
		p.pim1Single(b, b[head:])
		return
	}
	// more says that n bytes should have been claimed.
	more := func(least int) bool {
		if n < least {
			p.truncated()
			return false
		}
		n -= least
		return true
	}
	separate := func() {
		if p.opt.Verbose > 1 {
			p.byte('\n')
		}
	}
	if !more(4) {
		return
	}
	separate()
	if !p.need(b, 4) {
		return
	}
	p.str(" Upstream Nbr: ")
	p.ip4At(b, 0)
	if !more(4) {
		return
	}
	separate()
	p.str(" Hold time: ")
	p.duration(uint32(p.u16(b, 6)))
	if p.opt.Verbose < 2 {
		return
	}
	if !more(4) {
		return
	}
	groups := p.u8(b, 11)
	b = after(b, head)
	for range groups {
		if !more(4) || !p.need(b, 4) {
			return
		}
		p.newline("\tGroup: ")
		p.ip4At(b, 0)
		if !more(4) {
			return
		}
		p.pim1Mask(b, 4)
		if !more(4) || !p.need(b, group) {
			return
		}
		joins, prunes := p.u16(b, 8), p.u16(b, 10)
		p.str(" joined: ")
		p.dec(uint64(joins))
		p.str(" pruned: ")
		p.dec(uint64(prunes))
		b = b[group:]
		for i := range int(joins) + int(prunes) {
			if !more(source) || !p.need(b, source) {
				return
			}
			if i < int(joins) {
				p.newline("\tJoin  ")
			} else {
				p.newline("\tPrune ")
			}
			p.pim1Flags(b)
			p.byte(' ')
			p.pim1Source(b)
			b = b[source:]
		}
	}
}

// pim1Single prints a message about one source of one group in short.
func (p *printer) pim1Single(b, group []byte) {
	p.str(" RPF ")
	p.ip4At(b, 0)
	p.str(" Hold ")
	p.duration(uint32(p.u16(b, 6)))
	if p.u16(group, 8) == 1 {
		p.str("Join (")
	} else {
		p.str("Prune (")
	}
	p.pim1Source(group[12:])
	p.str(", ")
	p.ip4At(group, 0)
	p.pim1Mask(group, 4)
	p.str(") ")
	p.pim1Flags(group[12:])
}

// pim1Source prints a source with the length of its mask.
func (p *printer) pim1Source(b []byte) {
	p.ip4At(b, 2)
	p.byte('/')
	p.dec(uint64(b[1] & 0x3f))
}

// pim1Flags prints the flags of a source.
func (p *printer) pim1Flags(b []byte) {
	if b[0]&1 != 0 {
		p.str("Sparse")
	} else {
		p.str("Dense")
	}
	if b[1]&0x80 != 0 {
		p.str(" WC")
	}
	if b[1]&0x40 != 0 {
		p.str(" RP")
	} else {
		p.str(" SPT")
	}
}

var (
	pim1Codes = []token{
		{pim1Query, "Query"},
		{pim1Register, "Register"},
		{pim1RegisterStop, "Register-Stop"},
		{pim1JoinPrune, "Join/Prune"},
		{pim1Reachable, "RP-reachable"},
		{pim1Assert, "Assert"},
		{pim1Graft, "Graft"},
		{pim1GraftAck, "Graft-ACK"},
	}
	pim1Modes = []token{{0, "Dense-mode"}, {1, "Sparse-mode"}, {2, "Sparse-Dense-mode"}}
)
