package text

import "encoding/binary"

// ipxLen is the length of an IPX header in bytes.
const ipxLen = 30

// Sockets of IPX.
const (
	ipxNCP     = 0x0451
	ipxSAP     = 0x0452
	ipxRIP     = 0x0453
	ipxNetBIOS = 0x0455
	ipxDiags   = 0x0456
)

// ipx prints an IPX packet (Novell).
//
//	+-------------------------------+-------------------------------+
//	|          checksum             |        length, bytes          |
//	+---------------+---------------+-------------------------------+
//	|     hops      |     type      |
//	+---------------+---------------+-------------------------------+
//	|  destination, source: network (4), node (6), socket (2)       |
//	+---------------------------------------------------------------+
func (p *printer) ipx(b []byte, length int) {
	p.proto = "ipx"
	if !p.opt.Link {
		p.str("IPX ")
	}
	if !p.need(b, ipxLen) {
		return
	}
	socket := binary.BigEndian.Uint16(b[16:])
	p.ipxAddr(b[18:])
	p.byte('.')
	p.hexNum(uint64(binary.BigEndian.Uint16(b[28:])), 4)
	p.str(" > ")
	p.ipxAddr(b[6:])
	p.byte('.')
	p.hexNum(uint64(socket), 4)
	p.str(": ")
	n := int(binary.BigEndian.Uint16(b[2:]))
	if n < ipxLen {
		p.str("[length ")
		p.int(n)
		p.str(" < 30]")
		p.invalid()
		return
	}
	b, n = b[ipxLen:], n-ipxLen
	switch socket {
	case ipxSAP:
		p.ipxSAP(b, n)
	case ipxRIP:
		p.ipxRIP(b, n)
	case ipxNCP:
		p.str("ipx-ncp ")
		p.int(n)
	case ipxNetBIOS:
		p.str("ipx-netbios ")
		p.int(n)
	case ipxDiags:
		p.str("ipx-diags ")
		p.int(n)
	default:
		p.str("ipx-#")
		p.hexNum(uint64(socket), 1)
		p.byte(' ')
		p.int(n)
	}
}

// ipxAddr prints a network and a node.
func (p *printer) ipxAddr(b []byte) {
	p.hexNum(uint64(binary.BigEndian.Uint32(b)), 8)
	p.byte('.')
	p.linkAddr(b[4:10])
}

// ipxSAP prints a message of the service advertising protocol.
func (p *printer) ipxSAP(b []byte, length int) {
	const entry, most = 64, 8
	command := p.u16(b, 0)
	b, length = after(b, 2), length-2
	switch command {
	case 1, 3:
		if command == 1 {
			p.str("ipx-sap-req")
		} else {
			p.str("ipx-sap-nearest-req")
		}
		if length > 0 {
			v := p.u16(b, 0)
			p.byte(' ')
			p.hexNum(uint64(v), 4)
		}
	case 2, 4:
		if command == 2 {
			p.str("ipx-sap-resp")
		} else {
			p.str("ipx-sap-nearest-resp")
		}
		for i := 0; i < most && length > 0 && !p.isCut(); i++ {
			v := p.u16(b, 0)
			p.byte(' ')
			p.hexNum(uint64(v), 4)
			name := limit(after(b, 2), 48)
			p.str(" '")
			p.visible(untilNul(name))
			if len(untilNul(name)) == len(name) {
				p.need(b, 50)
			}
			p.byte('\'')
			if a := p.bytes(b, 50, 10); a != nil {
				p.str(" addr ")
				p.ipxAddr(a)
			}
			p.need(b, entry)
			b, length = after(b, entry), length-entry
		}
	default:
		p.str("ipx-sap-?")
		p.hexNum(uint64(command), 1)
	}
}

// ipxRIP prints a message of the routing information protocol: networks with
// hops and ticks.
func (p *printer) ipxRIP(b []byte, length int) {
	const entry, most = 8, 15
	command := p.u16(b, 0)
	b, length = after(b, 2), length-2
	n := most
	switch command {
	case 1:
		p.str("ipx-rip-req")
		n = 1
	case 2:
		p.str("ipx-rip-resp")
	default:
		p.str("ipx-rip-?")
		p.hexNum(uint64(command), 1)
		return
	}
	for i := 0; i < n && length > 0 && !p.isCut(); i++ {
		e := p.bytes(b, 0, entry)
		if e == nil {
			return
		}
		p.byte(' ')
		p.hexNum(uint64(binary.BigEndian.Uint32(e)), 8)
		p.byte('/')
		p.dec(uint64(binary.BigEndian.Uint16(e[4:])))
		p.byte('.')
		p.dec(uint64(binary.BigEndian.Uint16(e[6:])))
		b, length = b[entry:], length-entry
	}
}
