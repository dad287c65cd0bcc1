package text

// Versions of OpenFlow, as its header gives them.
const (
	openFlow10 = 0x01
	openFlow13 = 0x04

	openFlowHeaderLen = 8
)

var openFlowVersions = []token{{1, "1.0"}, {2, "1.1"}, {3, "1.2"}, {4, "1.3"}, {5, "1.4"}, {6, "1.5"}}

// openFlow prints the messages between a switch and its controller in a TCP
// segment (OpenFlow Switch Specification 1.0 and 1.3). Of other versions it
// knows the header alone.
func (p *printer) openFlow(b []byte, length int) {
	p.proto = "openflow"
	p.str(": OpenFlow")
	for length > 0 && !p.isCut() {
		n := p.openFlowMessage(b, length)
		if n == 0 {
			return
		}
		b, length = after(b, n), length-n
	}
}

// openFlowMessage prints the message that b begins with, of which length bytes
// are left, and returns its length; 0 where nothing more can be printed.
//
//	+---------------+---------------+-------------------------------+
//	|    version    |     type      |  length, bytes, with header   |
//	+---------------+---------------+-------------------------------+
//	|                        transaction id                         |
//	+-------------------------------+-------------------------------+
//	|  body ...
//	+--------
func (p *printer) openFlowMessage(b []byte, length int) int {
	version := p.u8(b, 0)
	p.str("\n\tversion ")
	p.openFlowName(openFlowVersions, "unknown", uint32(version), 2)
	if length < 2 {
		return p.openFlowEnd(b, length)
	}
	var types []token
	switch version {
	case openFlow10:
		types = openFlow10Types
	case openFlow13:
		types = openFlow13Types
	}
	kind := p.u8(b, 1)
	p.str(", type ")
	p.openFlowName(types, "unknown", uint32(kind), 2)
	if length < 4 {
		return p.openFlowEnd(b, length)
	}
	n := int(p.u16(b, 2))
	p.strDec(", length ", uint64(n))
	if n < openFlowHeaderLen {
		p.str(" (too short!)")
	}
	if length < openFlowHeaderLen {
		return p.openFlowEnd(b, length)
	}
	xid := p.u32(b, 4)
	p.str(", xid ")
	p.hex0x(uint64(xid), 8)
	if p.isCut() {
		return 0
	}
	if n < openFlowHeaderLen {
		p.invalid()
		p.need(b, length)
		return 0
	}
	body := n - openFlowHeaderLen
	skips := false
	switch version {
	case openFlow10:
		skips = p.openFlow10Body(kind, b[openFlowHeaderLen:], body)
	case openFlow13:
		p.openFlow13Body(kind, b[openFlowHeaderLen:], body)
	}
	if !skips {
		p.need(b, n)
	}
	return n
}

func (p *printer) openFlowEnd(b []byte, length int) int {
	p.str(" (end of TCP payload)")
	p.need(b, length)
	return 0
}

// openFlowName prints the word for v; where the table has none, other and v.
func (p *printer) openFlowName(table []token, other string, v uint32, width int) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(other)
	p.str(" (")
	p.hex0x(uint64(v), width)
	p.byte(')')
}

// openFlowBits prints a field of flags of which those in valid are defined.
func (p *printer) openFlowBits(label string, v uint32, width int, table []token, named, valid uint32) {
	p.str(label)
	p.hex0x(uint64(v), width)
	p.openFlowFlags(v, table, named, valid)
}

func (p *printer) openFlowFlags(v uint32, table []token, named, valid uint32) {
	if v&named != 0 {
		p.str(" (")
		p.bits(table, v, ", ")
		p.byte(')')
	}
	if v&^valid != 0 {
		p.str(" (bogus)")
	}
}

// openFlowData prints n bytes that mean nothing here, with -vv as a dump.
func (p *printer) openFlowData(b []byte, n int) {
	if n == 0 {
		return
	}
	p.strDec("\n\t data (", uint64(n))
	p.str(" octets)")
	if p.opt.Verbose > 1 {
		p.hexASCII("\n\t  ", limit(b, n))
	}
	p.need(b, n)
}

// openFlowVendor prints the vendor of an extension: the assigned first three
// bytes of hardware addresses, or a number of the ONF's.
func (p *printer) openFlowVendor(label string, v uint32) {
	p.str(label)
	p.hex0x(uint64(v), 8)
	p.str(" (")
	if v == 0x4f4e4600 {
		p.str("ONF Extensions")
	} else {
		p.tokName(vendors, "unknown", v)
	}
	p.byte(')')
}

// openFlowText prints a string in a field of n bytes, up to its first zero.
func (p *printer) openFlowText(label string, b []byte, n int) {
	p.str(label)
	s := untilNul(limit(b, n))
	p.visible(s)
	if len(s) == len(b) && len(b) < n {
		p.cut()
	}
	p.byte('\'')
}

// openFlowMAC prints the hardware address at off.
func (p *printer) openFlowMAC(label string, b []byte, off int) {
	if a := p.bytes(b, off, 6); a != nil {
		p.str(label)
		p.mac([6]byte(a))
	}
}

func (p *printer) openFlowHex(label string, v uint64, width int) {
	p.str(label)
	p.hex0x(v, width)
}

// openFlowConfig prints how a switch treats fragments and how much of a packet
// it sends.
func (p *printer) openFlowConfig(b []byte, lengths []token) {
	flags := p.u16(b, 0)
	p.str("\n\t flags ")
	p.openFlowName(openFlowFragments, "invalid", uint32(flags), 4)
	n := p.u16(b, 2)
	p.str(", miss_send_len ")
	p.tok(lengths, "", uint32(n))
}

var openFlowFragments = []token{{0, "FRAG_NORMAL"}, {1, "FRAG_DROP"}, {2, "FRAG_REASM"}}

// openFlowError prints the body of an error: type, code and the start of the
// message that it is about.
func (p *printer) openFlowError(b []byte, n int, types []token, codes [][]string) {
	kind := p.u16(b, 0)
	p.str("\n\t type ")
	p.openFlowName(types, "invalid", uint32(kind), 4)
	code := p.u16(b, 2)
	p.str(", code ")
	if int(kind) < len(codes) && int(code) < len(codes[kind]) {
		p.str(codes[kind][code])
	} else {
		p.openFlowName(nil, "invalid", uint32(code), 4)
	}
	p.openFlowData(after(b, 4), n-4)
}
