package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// atm prints a frame that came over ATM: LLC (RFC 2684), or behind 20 bytes
// of another header.
func (p *printer) atm(b []byte, length int) int {
	const other = 20
	p.proto = "atm"
	if length < 1 {
		p.truncated()
		return len(b)
	}
	if !p.need(b, 1) {
		return 0
	}
	if b[0] == 0x03 {
		if p.opt.Link {
			p.str("CNLPID ")
		}
		p.isoclns(b[1:], length-1)
		return 1
	}
	if !p.need(b, 3) {
		return 0
	}
	switch uint32(b[0])<<16 | uint32(b[1])<<8 | uint32(b[2]) {
	case 0xfefe03, 0xaaaa03:
		return p.linkLLC(b, length)
	}
	if length < other {
		p.cut()
		return 0
	}
	if p.opt.Link {
		p.need(b, 16)
		p.hexBytes(p.bytes(b, 0, 8))
		p.byte(' ')
		p.hexBytes(p.bytes(b, 8, 8))
		p.byte(' ')
	}
	if !p.need(b, other) {
		return 0
	}
	return other + p.linkLLC(b[other:], length-other)
}

// atmCLIP prints a frame of Linux's classical IP over ATM: LLC or IP.
func (p *printer) atmCLIP(b []byte, length int) int {
	p.proto = "cip"
	if p.opt.Link {
		p.int(length)
		p.str(": ")
	}
	if length < 6 || !p.need(b, 6) {
		p.cut()
		return 0
	}
	if [6]byte(b) == [6]byte{0xaa, 0xaa, 0x03, 0, 0, 0} {
		return p.linkLLC(b, length)
	}
	p.ipv4(b, length)
	return 0
}

// Traffic of SunATM, and virtual channels with a meaning.
const (
	sunATMLen    = 4
	sunATMLANE   = 1
	sunATMLLC    = 2
	vciMeta      = 1
	vciBroadcast = 2
	vciOAMF4SC   = 3
	vciOAMF4EC   = 4
	vciPPC       = 5
	vciILMI      = 16
)

// sunATM prints a packet of SunATM.
//
//	+---------------+---------------+-------------------------------+
//	|out| traffic   |     VPI       |             VCI               |
//	+---------------+---------------+-------------------------------+
func (p *printer) sunATM(b []byte, length int) int {
	p.proto = "sunatm"
	if !p.have(b, 1) {
		return len(b)
	}
	if p.opt.Link {
		if b[0]&0x80 != 0 {
			p.str("Tx: ")
		} else {
			p.str("Rx: ")
		}
	}
	if !p.need(b, sunATMLen) {
		return 0
	}
	traffic, vpi, vci := b[0]&0xf, b[1], binary.BigEndian.Uint16(b[2:])
	if p.opt.Link {
		p.str("VPI:")
		p.dec(uint64(vpi))
		p.str(" VCI:")
		p.dec(uint64(vci))
		p.byte(' ')
	}
	b, length = b[sunATMLen:], length-sunATMLen
	if vpi == 0 {
		switch vci {
		case vciMeta:
			p.str("meta: ")
			return sunATMLen
		case vciBroadcast:
			p.str("broadcast sig: ")
			return sunATMLen
		case vciOAMF4SC, vciOAMF4EC:
			p.atmOAM(b, length)
			return sunATMLen
		case vciPPC:
			p.proto = "atm"
			p.need(b, 1)
			p.str("SSCOP, proto ")
			p.dec(uint64(p.u8(b, 0)))
			p.byte(' ')
			return sunATMLen
		case vciILMI:
			p.str("ilmi: ")
			p.snmp(b, length)
			return sunATMLen
		}
	}
	if traffic == sunATMLANE {
		p.proto = "lane"
		if !p.have(b, 2) {
			return len(b)
		}
		p.proto = "ether"
		if !p.have(b, 2+dissect.EthernetLen) {
			return sunATMLen
		}
		p.str("lecid:")
		p.hexNum(uint64(binary.BigEndian.Uint16(b)), 1)
		p.byte(' ')
		p.ethernet(b[2:], length-2)
		return sunATMLen
	}
	p.linkLLC(b, length)
	return sunATMLen
}

// atmOAM prints the cell header of an operations and maintenance cell.
func (p *printer) atmOAM(b []byte, length int) {
	p.proto = "oam"
	p.need(b, 6)
	h := p.u32(b, 1)
	p.str("OAM F5, vpi ")
	p.dec(uint64(h >> 20 & 0xff))
	p.str(", vci ")
	p.dec(uint64(h >> 4 & 0xffff))
	p.str(", payload [ ")
	p.tokName(atmPayloads, "Unknown", h>>1&7)
	p.str(" ], clp ")
	p.dec(uint64(h & 1))
	p.str(", length ")
	p.int(length)
}

var atmPayloads = []token{
	{0, "user data, uncongested, SDU 0"}, {1, "user data, uncongested, SDU 1"}, {2, "user data, congested,   SDU 0"},
	{3, "user data, congested,   SDU 1"}, {4, "VCC OAM Flow F5 flow segment"}, {5, "VCC OAM Flow F5 flow end to end"}, {6, "Traffic Control and resource Mgmt"},
}
