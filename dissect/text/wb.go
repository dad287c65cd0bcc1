package text

// Types of packets of wb.
const (
	wbDrawing       = 0
	wbID            = 1
	wbRepairRequest = 2
	wbRepair        = 3
	wbKill          = 4
	wbPageRequest   = 5
	wbPages         = 7
)

// Lengths in bytes of the header of wb and of a drawing operation.
const (
	wbHeaderLen = 12
	wbDopLen    = 8
)

// whiteboard prints a packet of wb, the distributed whiteboard of LBL.
//
//	+---------------------------------------------------------------+
//	|                            source                             |
//	+---------------------------------------------------------------+
//	|                          time stamp                           |
//	+-------------------------------+---------------+---------------+
//	|             magic             |     type      |     flag      |
//	+-------------------------------+---------------+---------------+
//
// A page is named by an address and a number, 4 bytes each.
func (p *printer) whiteboard(b []byte, length int) {
	p.proto = "wb"
	if length < wbHeaderLen {
		p.invalid()
		return
	}
	if !p.need(b, wbHeaderLen) {
		return
	}
	kind := b[10]
	if b[11] != 0 {
		p.byte('*')
	}
	b, length = b[wbHeaderLen:], length-wbHeaderLen
	switch kind {
	case wbDrawing:
		p.str(" wb-dop:")
		if p.wbHas(b, length, 16) {
			p.wbPage(" ", b)
			p.wbRange(b[8:])
			p.wbDrawings(b[16:], p.u32(b, 8), p.u32(b, 12))
		}
	case wbID:
		p.str(" wb-id:")
		p.wbIdentity(b, length)
	case wbRepairRequest:
		p.str(" wb-rreq:")
		if p.wbHas(b, length, 20) {
			p.str(" please repair ")
			p.ip4At(b, 0)
			p.wbPage(" ", b[4:])
			p.wbRange(b[12:])
		}
	case wbRepair:
		p.str(" wb-rrep:")
		if p.wbHas(b, length, 20) {
			p.str(" for ")
			p.ip4At(b, 0)
			p.wbPage(" ", b[4:])
			p.wbRange(b[12:])
			p.wbDrawings(b[20:], p.u32(b, 12), p.u32(b, 16))
		}
	case wbKill:
		p.str(" wb-kill")
	case wbPageRequest:
		p.str(" wb-preq:")
		if length < 16 {
			p.invalid()
			return
		}
		if p.need(b, 12) {
			p.strDec(" need ", uint64(p.u32(b, 8)))
			p.wbPage("/", b)
			p.need(b, 16)
		}
	case wbPages:
		p.str(" wb-prep:")
		p.wbPageList(b, length)
	default:
		p.strDec(" wb-", uint64(kind))
		p.byte('!')
		p.invalid()
	}
}

// wbHas tells whether a message has n bytes.
func (p *printer) wbHas(b []byte, length, n int) bool {
	if length < n {
		p.invalid()
		return false
	}
	return p.need(b, n)
}

// wbPage prints the page that b begins with.
func (p *printer) wbPage(label string, b []byte) {
	p.str(label)
	p.ip4At(b, 0)
	p.strDec(":", uint64(p.u32(b, 4)))
}

// wbRange prints the first and the last number of drawing operations.
func (p *printer) wbRange(b []byte) {
	p.strDec("<", uint64(p.u32(b, 0)))
	p.strDec(":", uint64(p.u32(b, 4)))
	p.byte('>')
}

// wbDrawings prints with -v drawing operations, which are numbered.
//
//	+---------------------------------------------------------------+
//	|                       last of a gap                           |
//	+-------------------------------+---------------+---------------+
//	|            length             |               |     type      |
//	+-------------------------------+---------------+---------------+
func (p *printer) wbDrawings(b []byte, from, to uint32) {
	if p.opt.Verbose == 0 {
		return
	}
	p.str(" <")
	for n := from; n <= to; n++ {
		if !p.need(b, wbDopLen) {
			return
		}
		kind, size := uint32(b[7]), (int(p.u16(b, 4))+3)&^3
		p.byte(' ')
		p.tok2(wbDrawingTypes, "dop-", kind, "!")
		if kind == wbSkip || kind == wbHole {
			last := p.u32(b, 0)
			p.dec(uint64(last - n + 1))
			if n > last || last > to {
				p.str("[|]")
				if last < n {
					return
				}
			}
			n = last
		}
		b = after(b, wbDopLen+size)
	}
	p.str(" >")
}

// Types of drawing operations that stand for several.
const (
	wbSkip = 14
	wbHole = 15
)

var wbDrawingTypes = []token{
	{2, "RECT"}, {3, "LINE"}, {4, "ML"}, {5, "DEL"}, {6, "XFORM"}, {7, "ELL"}, {8, "CHAR"}, {9, "STR"}, {10, "NOP"},
	{11, "PSCODE"}, {12, "PSCOMP"}, {13, "REF"}, {wbSkip, "SKIP"}, {wbHole, "HOLE"},
}

// wbIdentity prints who somebody is and where.
//
//	highest slot, 4 bytes, and page; slot and page; number of known others,
//	2 bytes; 2 bytes unused; these, 8 bytes each; name
func (p *printer) wbIdentity(b []byte, length int) {
	if length < 28 {
		p.invalid()
		return
	}
	if !p.need(b, 24) {
		return
	}
	p.strDec(" ", uint64(p.u32(b, 12)))
	p.wbPage("/", b[16:])
	p.strDec(" (max ", uint64(p.u32(b, 0)))
	p.wbPage("/", b[4:])
	p.str(") ")
	if !p.need(b, 28) {
		return
	}
	count := int(p.u16(b, 24))
	b, length = after(b, 28), length-28-8*count
	if length < 0 {
		p.invalid()
		return
	}
	p.wbVector(b, count)
	p.str("> \"")
	name := limit(after(b, 8*count), length)
	end := untilNul(name)
	p.visible(end)
	if len(end) == len(name) && len(name) < length {
		p.cut()
	}
	p.byte('"')
}

// wbVector prints count numbers of senders.
func (p *printer) wbVector(b []byte, count int) {
	sep := byte('<')
	for range count {
		if !p.need(b, 8) {
			return
		}
		p.byte(sep)
		p.ip4At(b, 0)
		p.strDec(":", uint64(p.u32(b, 4)))
		b, sep = b[8:], ','
	}
}

// wbPageList prints a list of pages: their number, 4 bytes; of each its slot,
// 4 bytes, its page, the number of senders, 2 bytes, 2 bytes unused, senders.
func (p *printer) wbPageList(b []byte, length int) {
	if !p.wbHas(b, length, 4) {
		return
	}
	count := p.u32(b, 0)
	b = b[4:]
	for ; count > 0; count-- {
		if !p.need(b, 12) {
			return
		}
		p.strDec(" ", uint64(p.u32(b, 0)))
		p.wbPage("/", b[4:])
		n := int(p.u32(b, 12) >> 24) // quirk wb-senders: only half of the number
		b = after(b, 16)
		p.wbVector(b, n)
		p.byte('>')
		b = after(b, 8*n)
	}
}
