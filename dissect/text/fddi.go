package text

// fddiLen is the length of an FDDI header in bytes.
const fddiLen = 13

// Classes of FDDI frames, in the upper half of frame control.
const (
	fddiSMT   = 0x40 // station management
	fddiAsync = 0x50 // LLC
)

// fddi prints a frame of the Fiber Distributed Data Interface (ANSI X3.139). It
// returns the length of its header and of LLC's.
//
//	frame control, 1 byte; destination and source, 6 bytes each
func (p *printer) fddi(b []byte, length int) int {
	p.proto = "fddi"
	if !p.have(b, fddiLen) {
		return len(b)
	}
	control := b[0]
	p.ether.Dst, p.ether.Src, p.ether.Captured = [6]byte(b[1:]), [6]byte(b[7:]), fddiLen
	if p.opt.Link {
		p.fddiHeader(control, length)
	}
	body, left := b[fddiLen:], length-fddiLen
	switch control & 0xf0 {
	case fddiAsync:
		n := p.llc(body, left)
		if n >= 0 {
			return fddiLen + n
		}
		if !p.opt.Quiet {
			p.unknown(body)
		}
		return fddiLen - n
	case fddiSMT:
		p.str("<SMT printer not yet implemented>")
	default:
		if !p.opt.Link {
			p.fddiHeader(control, length)
		}
		if !p.opt.Quiet {
			p.unknown(body)
		}
	}
	return fddiLen
}

// fddiHeader prints "async0 source > destination, length 60: ", with -q without
// the class.
func (p *printer) fddiHeader(control uint8, length int) {
	if !p.opt.Quiet {
		p.fddiControl(control)
		p.byte(' ')
	}
	p.macPair(&p.ether)
	p.str("length ")
	p.int(length)
	p.str(": ")
}

// fddiControl prints frame control: a word, or the word of its upper half and
// the digit of the lower.
func (p *printer) fddiControl(v uint8) {
	if s, ok := find(fddiControls, uint32(v)); ok {
		p.str(s)
		return
	}
	if s, ok := find(fddiClasses, uint32(v&0xf0)); ok {
		p.str(s)
		p.byte(hexDigits[v&0xf])
		return
	}
	p.hexNum(uint64(v), 2)
}

var fddiControls = []token{
	{0x40, "void"}, {0x41, "info"}, {0x4f, "nsa"}, {0x80, "nrt"}, {0xc0, "rt"}, {0xc2, "beacon"}, {0xc3, "claim"},
}

var fddiClasses = []token{
	{fddiSMT, "smt"}, {fddiAsync, "async"}, {0x60, "imp_async"}, {0xc0, "mac"}, {0xd0, "sync"}, {0xe0, "imp_sync"},
}
