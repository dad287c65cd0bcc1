package text

import "wiredump/dissect"

// dhcp prints a BOOTP or DHCP message (RFC 951, RFC 2131).
func (p *printer) dhcp(b []byte, length int) {
	p.proto = "bootp"
	var h dissect.DHCP
	h.Decode(b)
	p.need(b, 1)
	p.str("BOOTP/DHCP, ")
	switch h.Op {
	case dissect.BOOTPRequest:
		p.str("Request")
	case dissect.BOOTPReply:
		p.str("Reply")
	default:
		p.str("unknown (")
		p.hex0x(uint64(h.Op), 2)
		p.byte(')')
	}
	p.need(b, 3)
	ethernet := h.HardwareType == 1 && h.HardwareLen == 6
	if ethernet && h.Op == dissect.BOOTPRequest {
		p.need(b, 34)
		p.str(" from ")
		p.mac([6]byte(h.HardwareAddr[:]))
	}
	p.strDec(", length ", uint64(length))
	if p.opt.Verbose == 0 || p.isCut() {
		return
	}
	if !p.have(b, 10) {
		return
	}
	if h.HardwareType != 1 {
		p.strDec(", htype ", uint64(h.HardwareType))
	}
	if !ethernet {
		p.strDec(", hlen ", uint64(h.HardwareLen))
	}
	if p.u8(b, 3) != 0 {
		p.strDec(", hops ", uint64(h.Hops))
	}
	if p.u32(b, 4) != 0 {
		p.str(", xid ")
		p.hex0x(uint64(h.ID), 0)
	}
	if p.u16(b, 8) != 0 {
		p.strDec(", secs ", uint64(h.Seconds))
	}
	p.need(b, 12)
	p.str(", Flags [")
	p.str(pick(h.Flags&0x8000 != 0, "Broadcast", "none"))
	p.byte(']')
	if p.opt.Verbose > 1 {
		p.str(" (")
		p.hex0x(uint64(h.Flags), 4)
		p.byte(')')
	}
	p.dhcpAddr(b, 12, "\n\t  Client-IP ")
	p.dhcpAddr(b, 16, "\n\t  Your-IP ")
	p.dhcpAddr(b, 20, "\n\t  Server-IP ")
	p.dhcpAddr(b, 24, "\n\t  Gateway-IP ")
	if ethernet {
		p.need(b, 34)
		p.str("\n\t  Client-Ethernet-Address ")
		p.mac([6]byte(h.HardwareAddr[:]))
	}
	if !p.dhcpName(b, 44, h.Name, 64, "\n\t  sname \"") || !p.dhcpName(b, 108, h.File, 128, "\n\t  file \"") {
		return
	}
	if !p.have(b, dissect.DHCPLen+4) {
		return
	}
	cookie := p.u32(b, dissect.DHCPLen)
	switch {
	case p.isCut():
	case cookie == dissect.DHCPCookie:
		p.dhcpOptions(b)
	case cookie == 0x434d5500: // "CMU"
		p.dhcpCMU(after(b, dissect.DHCPLen))
	case cookie != 0:
		p.str("\n\t  Vendor-#")
		p.hex0x(uint64(cookie), 0)
	}
}

// dhcpAddr prints the address at off, unless it is zero.
func (p *printer) dhcpAddr(b []byte, off int, what string) {
	if p.u32(b, off) != 0 {
		p.str(what)
		p.ip4At(b, off)
	}
}

// dhcpName prints the string at off, of which s was captured and which has room
// for size bytes, unless it is empty. It returns false if it has no end.
func (p *printer) dhcpName(b []byte, off int, s []byte, size int, what string) bool {
	if p.u8(b, off) == 0 {
		return !p.isCut()
	}
	p.str(what)
	z := zeroStrings{p: p, b: s, n: size}
	ok := z.text()
	p.byte('"')
	if !ok {
		p.truncated()
	}
	return ok
}

// dhcpCMU prints the vendor area of Carnegie Mellon University, from before
// there were options.
//
//	"CMU" 0, flags (1 byte), 3 bytes, mask, gateway, 2 name servers, 2 IEN name servers, 2 time servers
func (p *printer) dhcpCMU(b []byte) {
	const hasMask = 0x01
	p.str(" vend-cmu")
	if !p.have(b, 8) {
		return
	}
	flags := b[4]
	if flags&^hasMask != 0 {
		p.str(" F:")
		p.hex0x(uint64(flags), 0)
	}
	mask := pick(flags&hasMask != 0, " SM:", " SM*:")
	for _, f := range [...]struct {
		off  int
		what string
	}{
		{12, " DG:"}, {8, mask}, {16, " NS1:"}, {20, " NS2:"},
		{24, " IEN1:"}, {28, " IEN2:"}, {32, " TS1:"}, {36, " TS2:"},
	} {
		if !p.have(b, f.off+4) {
			return
		}
		p.dhcpAddr(b, f.off, f.what)
	}
}

// dhcpOptions prints the options behind the cookie of a message.
func (p *printer) dhcpOptions(b []byte) {
	p.str("\n\t  Vendor-rfc1048 Extensions")
	p.str("\n\t    Magic Cookie 0x63825363")
	b = after(b, dissect.DHCPLen+4)
	for len(b) > 0 {
		code := b[0]
		b = b[1:]
		if p.opt.Verbose < 3 {
			// Padding and the end are only shown with -vvv, which goes on
			// behind the end: quirk dhcp-end.
			if code == dissect.DHCPPad {
				continue
			}
			if code == dissect.DHCPEnd {
				return
			}
		}
		n := 0
		if code != dissect.DHCPPad && code != dissect.DHCPEnd {
			if n = int(p.u8(b, 0)); p.isCut() {
				return
			}
			b = b[1:]
		}
		p.str("\n\t    ")
		p.str(dhcpOption(code).name)
		p.strDec(" (", uint64(code))
		p.strDec("), length ", uint64(n))
		if n > 0 {
			p.str(": ")
		}
		if code == dissect.DHCPPad {
			occurs := 1
			for len(b) > 0 && b[0] == dissect.DHCPPad {
				b = b[1:]
				occurs++
			}
			if occurs > 1 {
				p.strDec(", occurs ", uint64(occurs))
			}
		}
		if !p.have(b, n) {
			return
		}
		p.dhcpData(code, b[:n])
		b = b[n:]
	}
}

// dhcpData prints the data of an option.
func (p *printer) dhcpData(code uint8, b []byte) {
	n := len(b)
	format := dhcpOption(code).format
	if code == dissect.DHCPMessageType {
		if n == 1 {
			p.dhcpWord(dhcpMessages, uint32(b[0]))
			return
		}
		format = dhcpBytes
	}
	if format == dhcpGuess {
		switch {
		case n%2 != 0:
			format = dhcpBytes
		case n%4 != 0:
			format = dhcpShorts
		default:
			format = dhcpLongs
		}
	}
	rest := 0
	switch format {
	case dhcpAddrs:
		rest = p.dhcpList(b, 4, func(b []byte) { p.ip4At(b, 0) })
	case dhcpPairs:
		rest = p.dhcpList(b, 8, func(b []byte) {
			p.byte('(')
			p.ip4At(b, 0)
			p.byte(':')
			p.ip4At(b, 4)
			p.byte(')')
		})
	case dhcpLongs:
		rest = p.dhcpList(b, 4, func(b []byte) { p.dec(uint64(p.u32(b, 0))) })
	case dhcpSigned:
		rest = p.dhcpList(b, 4, func(b []byte) { p.int(int(int32(p.u32(b, 0)))) })
	case dhcpShorts:
		rest = p.dhcpList(b, 2, func(b []byte) { p.dec(uint64(p.u16(b, 0))) })
	case dhcpBools:
		p.dhcpList(b, 1, func(b []byte) {
			switch b[0] {
			case 0:
				p.byte('N')
			case 1:
				p.byte('Y')
			default:
				p.dec(uint64(b[0]))
				p.byte('?')
			}
		})
	case dhcpBytes:
		for i, c := range b {
			if i > 0 {
				p.byte('.')
			}
			p.dec(uint64(c))
		}
	case dhcpText:
		p.byte('"')
		p.visible(b)
		p.byte('"')
	default:
		rest = p.dhcpSpecial(code, b)
	}
	if rest > 0 {
		p.strDec("\n\t  trailing data length ", uint64(rest))
	}
}

// dhcpList prints values of size bytes each. It returns how many bytes are
// left.
func (p *printer) dhcpList(b []byte, size int, print func([]byte)) int {
	for i := 0; len(b) >= size; i++ {
		if i > 0 {
			p.byte(',')
		}
		print(b[:size])
		b = b[size:]
	}
	return len(b)
}

func (p *printer) dhcpWord(names []token, v uint32) {
	if s, ok := find(names, v); ok {
		p.str(s)
		return
	}
	p.strDec("Unknown (", uint64(v))
	p.byte(')')
}
