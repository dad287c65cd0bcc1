package text

import "wiredump/dissect"

// Codes of DVMRP messages (draft-ietf-idmr-dvmrp-v3 section 3).
const (
	dvmrpProbe         = 1
	dvmrpReport        = 2
	dvmrpAskNeighbors  = 3
	dvmrpNeighbors     = 4
	dvmrpAskNeighbors2 = 5
	dvmrpNeighbors2    = 6
	dvmrpPrune         = 7
	dvmrpGraft         = 8
	dvmrpGraftAck      = 9
)

// dvmrp prints a message of the distance vector multicast routing protocol,
// which is one of IGMP.
//
//	+---------------+---------------+-------------------------------+
//	|  type (0x13)  |     code      |           checksum            |
//	+---------------+---------------+---------------+---------------+
//	|   reserved    | capabilities  | minor version | major version |
//	+---------------+---------------+---------------+---------------+
//	|  what the code defines ...
func (p *printer) dvmrp(b []byte, length int) {
	p.proto = "dvmrp"
	if length < dissect.IGMPLen {
		return
	}
	code := p.u8(b, 1)
	p.byte(' ')
	body, n := after(b, dissect.IGMPLen), length-dissect.IGMPLen
	switch code {
	case dvmrpProbe:
		p.str("Probe")
		if p.opt.Verbose > 0 {
			p.dvmrpProbe(body, n)
		}
	case dvmrpReport:
		p.str("Report")
		if p.opt.Verbose > 1 {
			p.dvmrpReport(body, n)
		}
	case dvmrpAskNeighbors:
		p.str("Ask-neighbors(old)")
	case dvmrpNeighbors:
		p.str("Neighbors(old)")
		p.dvmrpNeighbors(body, n)
	case dvmrpAskNeighbors2:
		p.str("Ask-neighbors2")
	case dvmrpNeighbors2:
		p.str("Neighbors2")
		if p.need(b, dissect.IGMPLen) {
			p.str(" (v ")
			p.dec(uint64(b[7]))
			p.byte('.')
			p.dec(uint64(b[6]))
			p.str("):")
			p.dvmrpNeighbors2(body, n)
		}
	case dvmrpPrune:
		p.str("Prune")
		p.dvmrpGroup(body)
		p.str(" timer ")
		p.duration(p.u32(body, 8))
	case dvmrpGraft:
		p.str("Graft")
		p.dvmrpGroup(body)
	case dvmrpGraftAck:
		p.str("Graft-ACK")
		p.dvmrpGroup(body)
	default:
		p.str("[type ")
		p.dec(uint64(code))
		p.byte(']')
	}
}

// dvmrpShort prints " [length 3 < 4] (invalid)".
func (p *printer) dvmrpShort(what string, n, least int) {
	p.str(what)
	p.int(n)
	p.str(" < ")
	p.int(least)
	p.byte(']')
	p.invalid()
}

// dvmrpProbe prints the generation of a router and, very verbose, its
// neighbors.
func (p *printer) dvmrpProbe(b []byte, n int) {
	if n < 4 {
		p.dvmrpShort(" [full length ", n, 4)
		return
	}
	if p.opt.Verbose > 1 {
		p.newline("\t")
	} else {
		p.byte(' ')
	}
	if !p.need(b, 4) {
		return
	}
	p.str("genid ")
	p.dec(uint64(p.u32(b, 0)))
	if p.opt.Verbose < 2 {
		return
	}
	for b, n = after(b, 4), n-4; n > 0 && !p.isCut(); b, n = after(b, 4), n-4 {
		if n < 4 {
			p.dvmrpShort("[remaining length ", n, 4)
			return
		}
		if !p.need(b, 4) {
			return
		}
		p.newline("\t")
		p.str("neighbor ")
		p.ip4At(b, 0)
	}
}

// dvmrpReport prints routes by their mask, of which the first byte is 255 and
// left out. A network is as many bytes as the mask has, and a metric follows
// whose top bit ends the list of the mask.
func (p *printer) dvmrpReport(b []byte, n int) {
	for n > 0 && !p.isCut() {
		if n < 3 {
			p.dvmrpShort(" [length ", n, 3)
			return
		}
		mask := [4]byte{255, p.u8(b, 0), p.u8(b, 1), p.u8(b, 2)}
		width := 1
		for i := 1; i < 4; i++ {
			if mask[i] != 0 {
				width = i + 1
			}
		}
		p.newline("\tMask ")
		p.dotted(mask)
		b, n = after(b, 3), n-3
		for last := false; !last && !p.isCut(); {
			if n < width+1 {
				p.newline("\t  [Truncated Report]")
				p.invalid()
				return
			}
			var net [4]byte
			copy(net[:], p.bytes(b, 0, width))
			metric := p.u8(b, width)
			last = metric&0x80 != 0
			p.newline("\t  ")
			p.dotted(net)
			p.str(" metric ")
			p.dec(uint64(metric & 0x7f))
			b, n = after(b, width+1), n-width-1
		}
	}
}

// dotted prints four bytes like an address, but never as a name.
func (p *printer) dotted(a [4]byte) {
	for i, c := range a {
		if i > 0 {
			p.byte('.')
		}
		p.dec(uint64(c))
	}
}

// dvmrpNeighbors prints interfaces with their neighbors, of the old form.
func (p *printer) dvmrpNeighbors(b []byte, n int) {
	for n > 0 && !p.isCut() {
		const head = 7
		if n < head {
			p.dvmrpShort(" [length ", n, head)
			return
		}
		if !p.need(b, head) {
			return
		}
		from := b
		b, n = b[head:], n-head
		for range from[6] {
			if n < 4 {
				p.dvmrpShort(" [length ", n, 4)
				return
			}
			p.str(" [")
			p.ip4At(from, 0)
			p.str(" ->")
			if !p.need(b, 4) {
				return
			}
			p.byte(' ')
			p.ip4At(b, 0)
			p.str(", (")
			p.dec(uint64(from[4]))
			p.byte('/')
			p.dec(uint64(from[5]))
			p.str(")]")
			b, n = b[4:], n-4
		}
	}
}

// dvmrpNeighbors2 prints interfaces with their neighbors and flags.
func (p *printer) dvmrpNeighbors2(b []byte, n int) {
	for n > 0 && !p.isCut() {
		const head = 8
		if n < head {
			p.dvmrpShort(" [length ", n, head)
			return
		}
		if !p.need(b, head) {
			return
		}
		from, count := b, int(b[7])
		b, n = b[head:], n-head
		for ; count > 0 && n > 0; count-- {
			if n < 4 {
				p.dvmrpShort(" [length ", n, 4)
				return
			}
			p.str(" [")
			p.ip4At(from, 0)
			p.str(" -> ")
			if !p.need(b, 4) {
				return
			}
			p.ip4At(b, 0)
			p.str(" (")
			p.dec(uint64(from[4]))
			p.byte('/')
			p.dec(uint64(from[5]))
			for _, f := range dvmrpFlags {
				if uint32(from[6])&f.v != 0 {
					p.str(f.s)
				}
			}
			p.str(")]")
			b, n = b[4:], n-4
		}
		if count > 0 {
			p.str(" [invalid ncount]")
			p.invalid()
			return
		}
	}
}

// dvmrpGroup prints the source and the group of a prune or graft.
func (p *printer) dvmrpGroup(b []byte) {
	if !p.need(b, 8) {
		return
	}
	p.str(" src ")
	p.ip4At(b, 0)
	p.str(" grp ")
	p.ip4At(b, 4)
}

var dvmrpFlags = []token{
	{0x01, "/tunnel"},
	{0x02, "/srcrt"},
	{0x40, "/querier"},
	{0x20, "/disabled"},
	{0x10, "/down"},
}
