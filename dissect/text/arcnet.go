package text

import "encoding/binary"

// Types of ARCNET frames (RFC 1201). The old ones and diagnoses have no
// fragmentation header.
const (
	arcOldIP  = 0xf0
	arcOldARP = 0xf1
	arcIP     = 0xd4
	arcARP    = 0xd5
	arcRARP   = 0xd6
	arcAtalk  = 0xdd
	arcBanyan = 0xf7
	arcIPX    = 0xfa
	arcIPv6   = 0xc4
	arcDiag   = 0x80
)

var arcTypes = []token{
	{arcOldIP, "oldip"}, {arcOldARP, "oldarp"}, {arcIP, "ip"}, {arcARP, "arp"}, {arcRARP, "rarp"}, {arcAtalk, "atalk"},
	{arcBanyan, "banyan"}, {arcIPX, "ipx"}, {arcIPv6, "ipv6"}, {arcDiag, "diag"},
}

// An arcHeader is an ARCNET header.
//
//	+---------------+---------------+---------------+---------------+
//	|    source     |  destination  |     type      |  split flag   |
//	+---------------+---------------+---------------+---------------+
//	|      sequence number          |
//	+-------------------------------+
type arcHeader struct {
	src, dst, kind, flag uint8
	seq                  uint16
	split                bool // flag and seq are there
}

func (h *arcHeader) plain() bool {
	return h.kind == arcOldIP || h.kind == arcOldARP || h.kind == arcDiag
}

// arcnet prints a frame as the BSDs capture it.
func (p *printer) arcnet(b []byte, length int) int {
	p.proto = "arcnet"
	if !p.need(b, 3) {
		return 0
	}
	h := arcHeader{src: b[0], dst: b[1], kind: b[2]}
	n := 3
	if !h.plain() {
		if len(b) < 6 || length < 6 {
			p.arcHeader(&h, length)
			p.str(" phds")
			p.cut()
			return 0
		}
		h.flag, n = b[3], 6
		if h.flag == 0xff {
			if len(b) < 10 || length < 10 {
				p.arcHeader(&h, length)
				p.str(" phds extended")
				p.cut()
				return 0
			}
			h.flag, n = b[7], 10
		}
		h.split = true
		h.seq = binary.BigEndian.Uint16(b[n-2:])
	}
	if p.opt.Link {
		p.arcHeader(&h, length)
	}
	// Only the first fragment tells what it is.
	if h.flag != 0 && h.flag&1 == 0 {
		return n
	}
	p.arcPayload(&h, b[n:], length-n)
	return n
}

// arcnetLinux prints a frame as Linux captures it, after putting its fragments
// together.
func (p *printer) arcnetLinux(b []byte, length int) int {
	p.proto = "arcnet_linux"
	n := 8
	if len(b) < 5 || length < 5 {
		p.cut()
		return 0
	}
	h := arcHeader{src: b[0], dst: b[1], kind: b[4]}
	if h.plain() {
		n = 5
	}
	if len(b) < n || length < n {
		p.cut()
		return 0
	}
	// Quirk arcnet-type: the byte that is printed is not the type.
	shown := arcHeader{src: b[0], dst: b[1], kind: b[2]}
	if p.opt.Link {
		p.arcHeader(&shown, length)
	}
	p.arcPayload(&h, b[n:], length-n)
	return n
}

// arcHeader prints "01 02 ip seqid 1234 (first of 2 fragments) 34: ".
func (p *printer) arcHeader(h *arcHeader, length int) {
	p.hexNum(uint64(h.src), 2)
	p.byte(' ')
	p.hexNum(uint64(h.dst), 2)
	p.byte(' ')
	if !p.opt.Quiet {
		if s, ok := find(arcTypes, uint32(h.kind)); ok {
			p.str(s)
		} else {
			p.hexNum(uint64(h.kind), 2)
		}
		if h.split {
			p.str(" seqid ")
			p.hexNum(uint64(h.seq), 4)
			switch {
			case h.flag == 0:
			case h.flag&1 != 0:
				p.str(" (first of ")
				p.int(int(h.flag)/2 + 2)
				p.str(" fragments)")
			default:
				p.str(" (fragment ")
				p.int(int(h.flag)/2 + 1)
				p.byte(')')
			}
		}
		p.byte(' ')
	}
	p.int(length)
	p.str(": ")
}

// arcPayload prints what a type announces.
func (p *printer) arcPayload(h *arcHeader, b []byte, length int) {
	switch h.kind {
	case arcOldIP, arcIP:
		p.ipv4(b, length)
	case arcIPv6:
		p.ipv6(b, length)
	case arcOldARP, arcARP, arcRARP:
		p.arp(b, length)
	case arcAtalk:
		if !p.opt.Link {
			p.str("AT ")
		}
		p.ddp(b, length)
	case arcIPX:
		p.ipx(b, length)
	default:
		p.hexASCII("\n\t", b)
	}
}
