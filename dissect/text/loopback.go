package text

import "encoding/binary"

// loopback prints a message of the Ethernet configuration testing protocol
// (Ethernet 2.0 section 8); its fields are little endian.
//
//	+-------------------------------+ - - - - +-------------------------------+
//	|     bytes to skip             |         | function: reply, forward data |
//	+-------------------------------+ - - - - +-------------------------------+
//	|  receipt number, or address to forward to ...
func (p *printer) loopback(b []byte, length int) {
	const reply, forward = 1, 2
	p.proto = "loopback"
	u16 := func() uint16 {
		v := p.bytes(b, 0, 2)
		b = after(b, 2)
		if v == nil {
			return 0
		}
		return binary.LittleEndian.Uint16(v)
	}
	p.str("Loopback")
	whole, total := b, length
	if length < 2 {
		p.invalid()
		p.need(whole, total)
		return
	}
	skip := u16()
	length -= 2
	p.str(", skipCount ")
	p.dec(uint64(skip))
	if skip%8 != 0 {
		p.str(" (bogus)")
	}
	if int(skip) > length {
		p.invalid()
		p.need(whole, total)
		return
	}
	p.need(b, int(skip))
	b, length = after(b, int(skip)), length-int(skip)
	if length < 2 {
		p.invalid()
		p.need(whole, total)
		return
	}
	function := u16()
	length -= 2
	p.str(", ")
	switch function {
	case reply:
		p.str("Reply")
		if length < 2 {
			p.invalid()
			break
		}
		v := u16()
		length -= 2
		p.str(", receipt number ")
		p.dec(uint64(v))
		p.loopbackData(length)
	case forward:
		p.str("Forward Data")
		if length < 6 {
			p.invalid()
			break
		}
		a := p.bytes(b, 0, 6)
		length -= 6
		p.str(", forwarding address ")
		p.linkAddr(a)
		p.loopbackData(length)
	default:
		p.str(" invalid (")
		p.dec(uint64(function))
		p.byte(')')
	}
	p.need(whole, total)
}

func (p *printer) loopbackData(length int) {
	p.str(", data (")
	p.int(length)
	p.str(" octets)")
}
