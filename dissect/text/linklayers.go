package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// ipOverFC prints a frame of IP over Fibre Channel (RFC 2625): two addresses
// in eight bytes each, and LLC.
func (p *printer) ipOverFC(b []byte, length int) int {
	const header = 16
	p.proto = "ipfc"
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	outer := p.ether
	p.ether = dissect.Ethernet{Dst: [6]byte(b[2:]), Src: [6]byte(b[10:]), Captured: dissect.EthernetLen}
	if p.opt.Link {
		p.addrsLength(length)
	}
	n := p.linkLLC(b[header:], length-header)
	p.ether = outer
	return header + n
}

// ipOverIB prints a frame of IP over InfiniBand (RFC 4391): a routing header
// of 40 bytes, which is not printed, and an Ethertype.
func (p *printer) ipOverIB(b []byte, length int) int {
	const header = 44
	p.proto = "ipoib"
	if len(b) < header || length < header {
		p.truncated()
		return len(b)
	}
	t := binary.BigEndian.Uint16(b[40:])
	if p.opt.Link {
		p.str("IPOIB")
		p.ipoibType(t, length)
	}
	if !p.etherMessage(t, b[header:], length-header) {
		if !p.opt.Link {
			p.ipoibType(t, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[header:])
		}
	}
	return header
}

func (p *printer) ipoibType(t uint16, length int) {
	p.str(", ethertype ")
	p.tokName(etherTypes, "Unknown", uint32(t))
	if !p.opt.Quiet {
		p.str(" (")
		p.hex0x(uint64(t), 4)
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

// ap1394 prints a frame of Apple's IP over IEEE 1394: two addresses of eight
// bytes and an Ethertype.
func (p *printer) ap1394(b []byte, length int) int {
	const header = 18
	p.proto = "ap1394"
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	t := binary.BigEndian.Uint16(b[16:])
	if p.opt.Link {
		p.ap1394Header(b, t, length)
	}
	if !p.etherMessage(t, b[header:], length-header) {
		if !p.opt.Link {
			p.ap1394Header(b, t, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[header:])
		}
	}
	return header
}

func (p *printer) ap1394Header(b []byte, t uint16, length int) {
	p.linkAddr(b[8:16])
	p.str(" > ")
	p.linkAddr(b[:8])
	p.str(", ")
	p.etherType(t)
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

// enc prints a packet of OpenBSD's encapsulated IP: address family, SPI and
// flags.
func (p *printer) enc(b []byte, length int) int {
	const header, authentic, confidential = 12, 0x800, 0x400
	p.proto = "enc"
	if !p.need(b, header) {
		return 0
	}
	af, flags := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[8:])
	// They are in the byte order of the host, which a small family gives away.
	if af > 0xffff {
		af, flags = binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[8:])
	}
	p.byte('(')
	if flags == 0 {
		p.str("unprotected): ")
	}
	for _, t := range []token{{authentic, "authentic"}, {confidential, "confidential"}} {
		if flags&t.v == 0 {
			continue
		}
		flags &^= t.v
		p.str(t.s)
		if flags == 0 {
			p.str("): ")
		} else {
			p.byte(',')
		}
	}
	p.str("SPI 0x")
	p.hexNum(uint64(binary.BigEndian.Uint32(b[4:])), 8)
	p.str(": ")
	b, length = b[header:], length-header
	switch af {
	case dissect.FamilyInet:
		p.ipv4(b, length)
	case dissect.FamilyInet6BSD, dissect.FamilyInet6FreeBSD, dissect.FamilyInet6Darwin:
		p.ipv6(b, length)
	}
	return header
}

// netAnalyzer prints an Ethernet frame behind the header of Hilscher's
// analyzer, which is not printed: 4 bytes, or 12 with the preamble.
func (p *printer) netAnalyzer(b []byte, length, header int) int {
	p.proto = "netanalyzer"
	if header == 12 {
		p.proto = "netanalyzer_transparent"
	}
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	n := p.ethernet(b[header:], length-header)
	if n == noDump {
		return noDump
	}
	return header + n
}

// symantec prints a packet behind the header of Symantec's firewall: an
// Ethertype in 44 bytes.
func (p *printer) symantec(b []byte, length int) int {
	const header = 44
	p.proto = "symantec"
	if length < header || !p.need(b, header) {
		p.cut()
		return 0
	}
	t := binary.BigEndian.Uint16(b[6:])
	if p.opt.Link {
		p.symantecHeader(t, length)
	}
	if t <= dissect.MaxLength || !p.etherMessage(t, b[header:], length-header) {
		if !p.opt.Link {
			p.symantecHeader(t, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[header:])
		}
	}
	return header
}

func (p *printer) symantecHeader(t uint16, length int) {
	if t <= dissect.MaxLength {
		p.str("invalid ethertype ")
		p.dec(uint64(t))
	} else {
		p.etherType(t)
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

// ipNet prints a packet of Solaris' IP observability.
//
//	+---------------+---------------+-------------------------------+
//	|    version    |    family     |   hook type ...               |
//	+---------------+---------------+-------------------------------+
//	|  packet length, interface, its group                          |
//	|  zones of source and destination (4 bytes each)               |
//	+---------------------------------------------------------------+
func (p *printer) ipNet(b []byte, length int) int {
	const header, inet, inet6 = 24, 2, 26
	p.proto = "ipnet"
	if !p.need(b, header) {
		return 0
	}
	family := b[1]
	if p.opt.Link {
		p.ipNetHeader(b, length)
	}
	switch family {
	case inet:
		p.ipv4(b[header:], length-header)
	case inet6:
		p.ipv6(b[header:], length-header)
	default:
		if !p.opt.Link {
			p.ipNetHeader(b, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[header:])
		}
	}
	return header
}

func (p *printer) ipNetHeader(b []byte, length int) {
	p.dec(uint64(binary.BigEndian.Uint32(b[16:])))
	p.str(" > ")
	p.dec(uint64(binary.BigEndian.Uint32(b[20:])))
	name, ok := find(ipNetFamilies, uint32(b[1]))
	switch {
	case !p.opt.Quiet:
		if !ok {
			name = "Unknown"
		}
		p.str(", family ")
		p.str(name)
		p.str(" (")
		p.dec(uint64(b[1]))
		p.byte(')')
	case ok:
		p.str(", ")
		p.str(name)
	default:
		p.str(", Unknown Ethertype (")
		p.hex0x(uint64(b[1]), 4)
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

var ipNetFamilies = []token{{2, "IPv4"}, {26, "IPv6"}}
