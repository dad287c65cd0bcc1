package text

import "wiredump/dissect"

// fddi prints a frame of FDDI: a byte of frame control, two addresses, and
// LLC in asynchronous frames (ISO 9314).
//
//	async4 02:00:00:00:00:01 > 02:00:00:00:00:02, length 60: LLC, ...
func (p *printer) fddi(b []byte, length int) int {
	const header = 13
	p.proto = "fddi"
	if !p.have(b, header) {
		return len(b)
	}
	control := b[0]
	outer := p.ether
	p.ether = dissect.Ethernet{Dst: [6]byte(b[1:]), Src: [6]byte(b[7:]), Captured: dissect.EthernetLen}
	if p.opt.Link {
		p.fddiHeader(control, length)
	}
	n := 0
	switch {
	case control&0xf0 == 0x50:
		n = p.llc(b[header:], length-header)
		if n < 0 {
			if !p.opt.Quiet {
				p.unknown(b[header:])
			}
			n = -n
		}
	case control&0xf0 == 0x40:
		p.str("<SMT printer not yet implemented>")
	default:
		if !p.opt.Link {
			p.fddiHeader(control, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[header:])
		}
	}
	p.ether = outer
	return header + n
}

// fddiHeader prints the kind of the frame, its addresses and its length.
func (p *printer) fddiHeader(control uint8, length int) {
	if !p.opt.Quiet {
		p.fddiKind(control)
		p.byte(' ')
	}
	p.addrsLength(length)
}

// addrsLength prints "source > destination, length 60: ".
func (p *printer) addrsLength(length int) {
	p.mac(p.ether.Src)
	p.str(" > ")
	p.mac(p.ether.Dst)
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

func (p *printer) fddiKind(control uint8) {
	if s, ok := find(fddiKinds, uint32(control)); ok {
		p.str(s)
		return
	}
	if s, ok := find(fddiClasses, uint32(control&0xf0)); ok {
		p.str(s)
		p.byte(hexDigits[control&0xf])
		return
	}
	p.hexNum(uint64(control), 2)
}

var (
	fddiKinds   = []token{{0x40, "void"}, {0x41, "info"}, {0x4f, "nsa"}, {0x80, "nrt"}, {0xc0, "rt"}, {0xc2, "beacon"}, {0xc3, "claim"}}
	fddiClasses = []token{{0x40, "smt"}, {0x50, "async"}, {0x60, "imp_async"}, {0xc0, "mac"}, {0xd0, "sync"}, {0xe0, "imp_sync"}}
)
