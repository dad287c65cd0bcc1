package text

// ipxLen is the length of an IPX header in bytes.
const ipxLen = 30

// Sockets of IPX that announce what a packet carries.
const (
	ipxNCP     = 0x0451
	ipxSAP     = 0x0452
	ipxRIP     = 0x0453
	ipxNetBIOS = 0x0455
	ipxDiags   = 0x0456
)

// ipxServers is how many servers are printed of a response.
const ipxServers = 8

// ipx prints a packet of Novell's Internetwork Packet Exchange.
//
//	checksum and length, 2 bytes each; hops and type, 1 byte each;
//	destination and source: network, 4 bytes; node, 6; socket, 2
func (p *printer) ipx(b []byte, _ int) {
	p.proto = "ipx"
	if !p.opt.Link {
		p.str("IPX ")
	}
	p.need(b, ipxLen)
	p.ipxEnd(b, 18)
	p.byte('.')
	p.hexNum(uint64(p.u16(b, 28)), 4)
	p.str(" > ")
	p.ipxEnd(b, 6)
	p.byte('.')
	socket := p.u16(b, 16)
	p.hexNum(uint64(socket), 4)
	p.str(": ")
	length := int(p.u16(b, 2))
	if length < ipxLen {
		p.strDec("[length ", uint64(length))
		p.strDec(" < ", ipxLen)
		p.byte(']')
		p.invalid()
		return
	}
	b, length = after(b, ipxLen), length-ipxLen
	switch socket {
	case ipxNCP:
		p.strDec("ipx-ncp ", uint64(length))
	case ipxSAP:
		p.ipxSAP(b, length)
	case ipxRIP:
		p.ipxRIP(b, length)
	case ipxNetBIOS:
		p.strDec("ipx-netbios ", uint64(length))
	case ipxDiags:
		p.strDec("ipx-diags ", uint64(length))
	default:
		p.str("ipx-#")
		p.hexNum(uint64(socket), 0)
		p.strDec(" ", uint64(length))
	}
}

// ipxEnd prints the network and the node at off.
func (p *printer) ipxEnd(b []byte, off int) {
	if s := p.bytes(b, off, 10); s != nil {
		p.hexBytes(s[:4])
		p.byte('.')
		p.linkAddr(s[4:])
	}
}

// ipxHas tells whether n bytes were captured and claimed.
func (p *printer) ipxHas(b []byte, length, n int) bool {
	if !p.need(b, n) {
		return false
	}
	if length < n {
		p.strDec(" [length ", uint64(length))
		p.strDec(" < ", uint64(n))
		p.byte(']')
		p.invalid()
		return false
	}
	return true
}

// ipxSAP prints a message of the Service Advertising Protocol.
//
//	command, 2 bytes; of each server: type, 2 bytes; name, 48; network, 4;
//	node, 6; socket and hops, 2 each
func (p *printer) ipxSAP(b []byte, length int) {
	if !p.ipxHas(b, length, 2) {
		return
	}
	command := p.u16(b, 0)
	b, length = after(b, 2), length-2
	switch command {
	case 1, 3:
		if command == 1 {
			p.str("ipx-sap-req")
		} else {
			p.str("ipx-sap-nearest-req")
		}
		kind := p.u16(b, 0)
		p.byte(' ')
		p.hexNum(uint64(kind), 4)
	case 2, 4:
		if command == 2 {
			p.str("ipx-sap-resp")
		} else {
			p.str("ipx-sap-nearest-resp")
		}
		for i := 0; i < ipxServers && length > 0; i++ {
			if !p.ipxServer(b, length) {
				return
			}
			b, length = after(b, 64), length-64
		}
	default:
		p.str("ipx-sap-?")
		p.hexNum(uint64(command), 0)
	}
}

// ipxServer prints a server. It returns false if nothing follows.
func (p *printer) ipxServer(b []byte, length int) bool {
	const nameEnd, addrEnd, end = 50, 60, 64
	kind := p.u16(b, 0)
	if length < 2 {
		p.invalid()
		return false
	}
	p.byte(' ')
	p.hexNum(uint64(kind), 4)
	p.str(" '")
	if length < nameEnd {
		p.byte('\'')
		p.invalid()
		return false
	}
	name := after(limit(b, nameEnd), 2)
	text := untilNul(name)
	p.visible(text)
	if len(text) == len(name) && len(name) < nameEnd-2 {
		p.cut()
	}
	p.byte('\'')
	p.need(b, addrEnd)
	if length < addrEnd {
		p.invalid()
		return false
	}
	p.str(" addr ")
	p.ipxEnd(b, nameEnd)
	p.need(b, end)
	if length < end {
		p.invalid()
		return false
	}
	return !p.isCut()
}

// ipxRIP prints a message of IPX's routing protocol.
//
//	command, 2 bytes; of each network: number, 4 bytes; hops and ticks, 2 each
func (p *printer) ipxRIP(b []byte, length int) {
	if !p.ipxHas(b, length, 2) {
		return
	}
	command := p.u16(b, 0)
	b, length = after(b, 2), length-2
	switch command {
	case 1:
		p.str("ipx-rip-req")
		length = min(length, 8) // the first is all
	case 2:
		p.str("ipx-rip-resp")
	default:
		p.str("ipx-rip-?")
		p.hexNum(uint64(command), 0)
		return
	}
	for length > 0 && !p.isCut() {
		if length < 8 {
			p.invalid()
			return
		}
		p.need(b, 8)
		p.byte(' ')
		p.hexNum(uint64(p.u32(b, 0)), 8)
		p.strDec("/", uint64(p.u16(b, 4)))
		p.strDec(".", uint64(p.u16(b, 6)))
		b, length = after(b, 8), length-8
	}
}
