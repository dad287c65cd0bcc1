package text

// hsrp prints a message of Cisco's Hot Standby Router Protocol (RFC 2281
// section 5.1).
//
//	+---------------+---------------+---------------+---------------+
//	|    version    |    opcode     |     state     |   hello, s    |
//	+---------------+---------------+---------------+---------------+
//	|    hold, s    |   priority    |     group     |   reserved    |
//	+---------------+---------------+---------------+---------------+
//	|               authentication data (8 bytes)                   |
//	+---------------------------------------------------------------+
//	|                       virtual address                         |
//	+---------------------------------------------------------------+
func (p *printer) hsrp(b []byte, length int) {
	p.proto = "hsrp"
	version := p.u8(b, 0)
	p.strDec("HSRPv", uint64(version))
	if version != 0 {
		return
	}
	p.byte('-')
	p.tokUnknown(hsrpOpcodes, "unknown (", p.u8(b, 1))
	p.byte(' ')
	p.int(length)
	p.str(": ")
	state := p.u8(b, 2)
	p.str("state=")
	p.tokUnknown(hsrpStates, "Unknown (", state)
	p.byte(' ')
	p.strDec("group=", uint64(p.u8(b, 6)))
	p.byte(' ')
	if v := p.u8(b, 7); v != 0 {
		p.strDec("[reserved=", uint64(v))
		p.str("!] ")
	}
	p.need(b, 20)
	p.str("addr=")
	p.ip4At(b, 16)
	if p.opt.Verbose > 0 {
		p.str(" hellotime=")
		p.duration(uint32(p.u8(b, 3)))
		p.str(" holdtime=")
		p.duration(uint32(p.u8(b, 4)))
		p.strDec(" priority=", uint64(p.u8(b, 5)))
		p.str(` auth="`)
		p.visible(untilNul(p.bytes(b, 8, 8)))
		p.byte('"')
	}
}

// tokUnknown prints the word for v; where the table has none, other, v and a
// parenthesis.
func (p *printer) tokUnknown(table []token, other string, v uint8) {
	if s, ok := find(table, uint32(v)); ok {
		p.str(s)
		return
	}
	p.strDec(other, uint64(v))
	p.byte(')')
}

var hsrpOpcodes = []token{{0, "hello"}, {1, "coup"}, {2, "resign"}}

var hsrpStates = []token{
	{0, "initial"}, {1, "learn"}, {2, "listen"}, {4, "speak"}, {8, "standby"}, {16, "active"},
}
