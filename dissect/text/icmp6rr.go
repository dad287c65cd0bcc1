package text

// Lengths in bytes of the parts of a router renumbering message.
const (
	rrHeaderLen = 16
	rrMatchLen  = 24
	rrUseLen    = 32
)

// routerRenumbering prints a router renumbering message (RFC 2894 section 3).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|                        sequence number                        |
//	+---------------+---------------+-------------------------------+
//	|    segment    |T R A S P  res |        maximum delay, ms      |
//	+---------------+---------------+-------------------------------+
//	|                           reserved                            |
//	+---------------------------------------------------------------+
func (p *printer) routerRenumbering(b []byte) {
	if !p.have(b, rrHeaderLen) {
		return
	}
	code := b[1]
	p.str(", ")
	p.tok(rrCodes, "code-#", uint32(code))
	p.str(", seq=")
	p.dec(uint64(p.u32(b, 4)))
	if p.opt.Verbose > 0 {
		p.byte('[')
		if f := b[9]; f != 0 {
			p.bits(rrFlags, uint32(f), "")
			p.byte(',')
		}
		p.str("seg=")
		p.dec(uint64(b[8]))
		p.str(",maxdelay=")
		p.dec(uint64(p.u16(b, 10)))
		if v := p.u32(b, 12); v != 0 {
			p.str("rsvd=")
			p.hex0x(uint64(v), 1)
		}
		p.byte(']')
	}
	if code == 0 {
		p.rrOperation(b[rrHeaderLen:])
	}
}

// rrOperation prints a prefix control operation (RFC 2894 section 3.2), the
// first one only: quirk router-renumbering-first.
//
//	+---------------+---------------+---------------+---------------+
//	|   operation   | length, 8 B   |    ordinal    | match length  |
//	+---------------+---------------+---------------+---------------+
//	| minimum length| maximum length|           reserved            |
//	+---------------+---------------+-------------------------------+
//	|                    match prefix (16 bytes)                    |
//	+---------------------------------------------------------------+
func (p *printer) rrOperation(b []byte) {
	if !p.have(b, rrMatchLen) {
		return
	}
	p.rrSeparator()
	p.str("match(")
	p.tok(rrOperations, "#", uint32(b[0]))
	p.byte(',')
	if p.opt.Verbose > 0 {
		p.str("ord=")
		p.dec(uint64(b[2]))
		p.str(",min=")
		p.dec(uint64(b[4]))
		p.str(",max=")
		p.dec(uint64(b[5]))
		p.byte(',')
	}
	p.ip6At(b, 8)
	p.byte('/')
	p.dec(uint64(b[3]))
	p.byte(')')
	n := int(b[1]) - rrMatchLen/8
	if n < 0 || n%(rrUseLen/8) != 0 {
		p.truncated()
		return
	}
	b = b[rrMatchLen:]
	for range n / (rrUseLen / 8) {
		if !p.have(b, rrUseLen) {
			return
		}
		p.rrUse(b)
		b = b[rrUseLen:]
	}
}

// rrUse prints a use-prefix part.
//
//	+---------------+---------------+---------------+---------------+
//	|  use length   |  keep length  |     mask      |    RA flags   |
//	+---------------+---------------+---------------+---------------+
//	|                     valid lifetime, seconds                   |
//	+---------------------------------------------------------------+
//	|                   preferred lifetime, seconds                 |
//	+-+-+-----------+-----------------------------------------------+
//	|V|P|                        reserved                           |
//	+-+-+-----------------------------------------------------------+
//	|                     use prefix (16 bytes)                     |
//	+---------------------------------------------------------------+
func (p *printer) rrUse(b []byte) {
	p.rrSeparator()
	p.str("use(")
	if f := b[12]; f != 0 {
		p.bits(rrUseFlags, uint32(f), "")
		p.byte(',')
	}
	if p.opt.Verbose > 0 {
		p.str("mask=")
		p.hex0x(uint64(b[2]), 1)
		p.str(",raflags=")
		p.hex0x(uint64(b[3]), 1)
		p.str(",vltime=")
		p.rrLifetime(p.u32(b, 4))
		p.str(",pltime=")
		p.rrLifetime(p.u32(b, 8))
		p.byte(',')
	}
	p.ip6At(b, 16)
	p.byte('/')
	p.dec(uint64(b[0]))
	p.byte('/')
	p.dec(uint64(b[1]))
	p.byte(')')
}

// rrSeparator prints what stands before each part.
func (p *printer) rrSeparator() {
	if p.opt.Verbose > 1 {
		p.newline("\t")
	} else {
		p.byte(' ')
	}
}

func (p *printer) rrLifetime(v uint32) {
	if v == 0xffffffff {
		p.str("infty")
		return
	}
	p.dec(uint64(v))
}

var (
	rrCodes      = []token{{0, "command"}, {1, "result"}, {255, "sequence number reset"}}
	rrFlags      = []token{{0x80, "T"}, {0x40, "R"}, {0x20, "A"}, {0x10, "S"}, {0x08, "P"}}
	rrOperations = []token{{1, "add"}, {2, "change"}, {3, "setglobal"}}
	rrUseFlags   = []token{{0x80, "V"}, {0x40, "P"}}
)
