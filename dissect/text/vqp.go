package text

// vqp prints a message of Cisco's VLAN query protocol.
//
//	+---------------+---------------+---------------+---------------+
//	|    version    |     type      |     error     |    objects    |
//	+---------------+---------------+---------------+---------------+
//	|                        sequence number                        |
//	+---------------------------------------------------------------+
//	|                         object's type                         |
//	+-------------------------------+-------------------------------+
//	|         length, bytes         |  value, and more objects ...
//	+-------------------------------+--------
func (p *printer) vqp(b []byte, length int) {
	p.proto = "vqp"
	p.vqpMessage(b, length)
	p.endMessage()
}

func (p *printer) vqpMessage(b []byte, left int) {
	const head = 8
	if left < head {
		p.stop()
		return
	}
	if !p.got(b, head) {
		return
	}
	if b[0] != 1 {
		p.str("VQP version ")
		p.dec(uint64(b[0]))
		p.str(" packet not supported")
		return
	}
	verbose := p.opt.Verbose > 0
	if verbose {
		p.str("\n\t")
	}
	p.str("VQPv1")
	if verbose {
		p.byte(',')
	}
	p.byte(' ')
	if s, ok := find(vqpTypes, uint32(b[1])); ok {
		p.str(s)
	} else {
		p.str("unknown (")
		p.dec(uint64(b[1]))
		p.byte(')')
	}
	p.str(" Message, error-code ")
	if s, ok := find(vqpErrors, uint32(b[2])); ok {
		p.str(s)
	} else {
		p.str("unknown")
	}
	p.str(" (")
	p.dec(uint64(b[2]))
	p.byte(')')
	if !verbose {
		p.str(", length ")
		p.int(left)
		return
	}
	objects := int(b[3])
	p.str(", seq 0x")
	p.hexNum(uint64(p.u32(b, 4)), 8)
	p.str(", items ")
	p.int(objects)
	p.str(", length ")
	p.int(left)
	b, left = b[head:], left-head
	for ; objects > 0 && left > 0; objects-- {
		if left < 6 {
			p.stop()
			return
		}
		if !p.got(b, 6) {
			return
		}
		kind, n := p.u32(b, 0), int(p.u16(b, 4))
		p.str("\n\t  ")
		p.tokName(vqpObjects, "Unknown", kind)
		p.str(" Object (0x")
		p.hexNum(uint64(kind), 8)
		p.str("), length ")
		p.int(n)
		p.str(", value: ")
		b, left = b[6:], left-6
		if n == 0 {
			return
		}
		if n > left {
			p.stop()
			return
		}
		if !p.got(b, n) {
			return
		}
		p.vqpObject(kind, b[:n])
		if p.isCut() {
			return
		}
		b, left = b[n:], left-n
	}
}

func (p *printer) vqpObject(kind uint32, b []byte) {
	switch kind {
	case 0xc01:
		if len(b) != 4 {
			p.reject()
			return
		}
		p.ip4At(b, 0)
		p.str(" (0x")
		p.hexNum(uint64(p.u32(b, 0)), 8)
		p.byte(')')
	case 0xc02, 0xc03, 0xc04, 0xc05:
		p.visible(untilNul(b))
	case 0xc06, 0xc08:
		if len(b) != 6 {
			p.reject()
			return
		}
		p.mac([6]byte(b))
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t    ", b)
		}
	}
}

var (
	vqpTypes = []token{
		{1, "Request, Join Port"}, {2, "Response, VLAN"}, {3, "Request, Reconfirm"}, {4, "Response, Reconfirm"},
	}
	vqpErrors  = []token{{0, "No error"}, {3, "Access denied"}, {4, "Shutdown port"}, {5, "Wrong VTP domain"}}
	vqpObjects = []token{
		{0xc01, "Client IP Address"}, {0xc02, "Port Name"}, {0xc03, "VLAN Name"}, {0xc04, "VTP Domain"},
		{0xc05, "Ethernet Packet"}, {0xc06, "MAC Null"}, {0xc08, "MAC Address"},
	}
)
