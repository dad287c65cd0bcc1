package text

// Types of LLDP fields (IEEE 802.1AB section 8.4).
const (
	lldpEnd          = 0
	lldpChassis      = 1
	lldpPort         = 2
	lldpTTL          = 3
	lldpPortName     = 4
	lldpSystemName   = 5
	lldpSystem       = 6
	lldpCapabilities = 7
	lldpManagement   = 8
	lldpOrganization = 127
)

// lldp prints a frame of the link layer discovery protocol (IEEE 802.1AB):
// without -v the system's name alone.
//
//	+-------------+-----------------+--------
//	|  type (7)   |length, bytes (9)|  value ...
//	+-------------+-----------------+--------
func (p *printer) lldp(b []byte, length int) {
	p.proto = "lldp"
	p.str("LLDP, length ")
	p.int(length)
	p.lldpFields(b, length)
	p.endMessage()
}

func (p *printer) lldpFields(b []byte, left int) {
	for left >= 2 {
		if !p.got(b, 2) {
			return
		}
		head := p.u16(b, 0)
		kind, n := int(head>>9), int(head&0x1ff)
		b, left = b[2:], left-2
		if p.opt.Verbose > 0 {
			p.newline("\t")
			p.tokName(lldpNames, "Unknown", uint32(kind))
			p.str(" TLV (")
			p.int(kind)
			p.str("), length ")
			p.int(n)
		}
		if kind == lldpEnd || n == 0 {
			return
		}
		if n > left {
			p.stop()
			return
		}
		if !p.got(b, n) {
			return
		}
		dump := p.lldpField(kind, b[:n])
		if p.isCut() {
			return
		}
		if p.opt.Verbose > 1 || p.opt.Verbose > 0 && dump {
			p.hexLines("\n\t  ", b[:n])
		}
		b, left = b[n:], left-n
	}
}

// lldpField prints the value of a field. It returns true if that was not
// decoded.
func (p *printer) lldpField(kind int, b []byte) bool {
	if kind == lldpSystemName && len(b) > 0 {
		p.str(": ")
		p.visible(untilNul(b))
		return false
	}
	if p.opt.Verbose == 0 || len(b) == 0 {
		return false
	}
	switch kind {
	case lldpChassis, lldpPort:
		return p.lldpID(kind, b)
	case lldpTTL:
		if p.got(b, 2) {
			p.str(": TTL ")
			p.dec(uint64(p.u16(b, 0)))
			p.byte('s')
		}
	case lldpPortName:
		p.str(": ")
		p.visible(untilNul(b))
	case lldpSystem:
		p.str("\n\t  ")
		p.visible(untilNul(b))
	case lldpCapabilities:
		if !p.got(b, 4) {
			return false
		}
		p.str("\n\t  System  Capabilities [")
		p.lldpBits(lldpCapabilityBits, p.u16(b, 0))
		p.str("\n\t  Enabled Capabilities [")
		p.lldpBits(lldpCapabilityBits, p.u16(b, 2))
	case lldpManagement:
		p.lldpManagement(b)
	case lldpOrganization:
		if !p.got(b, 3) {
			return false
		}
		oui := p.u24(b, 0)
		p.str(": OUI ")
		p.tokName(vendors, "Unknown", oui)
		p.str(" (0x")
		p.hexNum(uint64(oui), 6)
		p.byte(')')
		switch oui {
		case 0x0080c2:
			return p.lldp8021(b)
		case 0x00120f:
			return p.lldp8023(b)
		case 0x0012bb:
			return p.lldpMED(b)
		case 0x001b21:
			return p.lldpDCBX(b)
		case 0x00005e:
			return p.lldpIANA(b)
		}
		return true
	default:
		return true
	}
	return false
}

// lldpBits prints the names of the bits, a closing bracket and the bits.
func (p *printer) lldpBits(table []token, v uint16) {
	p.bitsOrNone(table, uint32(v), ", ")
	p.str("] (0x")
	p.hexNum(uint64(v), 4)
	p.byte(')')
}

// lldpID prints who or where the sender is.
func (p *printer) lldpID(kind int, b []byte) bool {
	if !p.got(b, 2) {
		return false
	}
	sub := b[0]
	v := b[1:]
	names, mac, network, text := lldpChassisNames, uint8(4), uint8(5), sub == 1 || sub == 2 || sub == 3 || sub == 6 || sub == 7
	if kind == lldpPort {
		names, mac, network, text = lldpPortNames, 3, 4, sub == 1 || sub == 2 || sub == 5 || sub == 6 || sub == 7
	}
	p.str("\n\t  Subtype ")
	p.tokName(names, "Unknown", uint32(sub))
	p.str(" (")
	p.dec(uint64(sub))
	p.str("): ")
	switch {
	case sub == mac:
		if p.got(v, 6) {
			p.mac([6]byte(v[:6]))
		}
	case sub == network:
		if !p.lldpAddress(v) {
			p.stop()
		}
	case text:
		p.visible(untilNul(v))
	default:
		return true
	}
	return false
}

// lldpAddress prints a network address behind its family. It returns false if
// there is none.
func (p *printer) lldpAddress(b []byte) bool {
	if len(b) < 1 {
		return false
	}
	family := b[0]
	switch {
	case family == 1 && len(b) < 5, family == 2 && len(b) < 17:
		return false
	}
	p.str("AFI ")
	p.tokName(addressFamilies, "Unknown", uint32(family))
	p.str(" (")
	p.dec(uint64(family))
	p.byte(')')
	switch family {
	case 1:
		p.str(": ")
		p.ip4At(b, 1)
	case 2:
		p.str(": ")
		p.ip6At(b, 1)
	default:
		p.str(", no AF printer !")
	}
	return true
}

// lldpManagement prints where the sender is managed.
//
//	+---------------+--------
//	|address, bytes |  family and address ...
//	+---------------+-----------------------------------------------+
//	|   numbering   |            interface number (32)              |
//	+---------------+-----------------------------------------------+
//	|  OID, bytes   |  object identifier ...
//	+---------------+--------
func (p *printer) lldpManagement(b []byte) {
	n := int(b[0])
	b = b[1:]
	if n == 0 || !p.got(b, n) {
		p.stop()
		return
	}
	start := len(p.out)
	p.str("\n\t  Management Address length ")
	p.int(n)
	p.str(", ")
	if !p.lldpAddress(b[:n]) {
		p.out = p.out[:start]
		p.stop()
		return
	}
	b = b[n:]
	if !p.got(b, 5) {
		return
	}
	p.str("\n\t  ")
	p.tokName(lldpNumbering, "Unknown", uint32(b[0]))
	p.str(" Interface Numbering (")
	p.dec(uint64(b[0]))
	p.str("): ")
	p.dec(uint64(p.u32(b, 1)))
	b = b[5:]
	if len(b) == 0 {
		return
	}
	size := int(b[0])
	if !p.got(b, 1+size) || size == 0 {
		return
	}
	p.str("\n\t  OID length ")
	p.int(size)
	p.visible(untilNul(b[1 : 1+size]))
}

// lldpSubtype prints the subtype of a field of an organization.
func (p *printer) lldpSubtype(names []token, sub uint8) {
	p.str("\n\t  ")
	p.tokName(names, "unknown", uint32(sub))
	p.str(" Subtype (")
	p.dec(uint64(sub))
	p.byte(')')
}

// lldpIANA prints a manufacturer usage description (RFC 8520 section 11).
func (p *printer) lldpIANA(b []byte) bool {
	if len(b) < 8 {
		return false
	}
	p.lldpSubtype(lldpIANANames, b[3])
	if b[3] != 1 {
		return true
	}
	p.str("\n\t  MUD-URL=")
	p.visible(b[4:])
	return false
}

// lldp8023 prints what IEEE 802.3 adds (section 79).
func (p *printer) lldp8023(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	sub, v := b[3], b[4:]
	p.lldpSubtype(lldp8023Names, sub)
	switch {
	case sub == 1 && len(v) >= 5:
		p.str("\n\t    autonegotiation [")
		p.bitsOrNone(lldpNegotiation, uint32(v[0]), ", ")
		p.str("] (0x")
		p.hexNum(uint64(v[0]), 2)
		p.str(")\n\t    PMD autoneg capability [")
		if c := p.u16(v, 1); !p.bits(lldpPMD, uint32(c), ", ") {
			p.str("unknown")
		}
		p.str("] (0x")
		p.hexNum(uint64(p.u16(v, 1)), 4)
		p.str(")\n\t    MAU type ")
		p.tokName(lldpMAU, "unknown", uint32(p.u16(v, 3)))
		p.str(" (0x")
		p.hexNum(uint64(p.u16(v, 3)), 4)
		p.byte(')')
	case sub == 2 && len(v) >= 3:
		p.str("\n\t    MDI power support [")
		p.bitsOrNone(lldpMDI, uint32(v[0]), ", ")
		p.str("], power pair ")
		p.tokName(lldpPair, "unknown", uint32(v[1]))
		p.str(", power class ")
		p.tokName(lldpClass, "unknown", uint32(v[2]))
	case sub == 3 && len(v) >= 5:
		p.lldpAggregation(v)
	case sub == 4 && len(v) >= 2:
		p.str("\n\t    MTU size ")
		p.dec(uint64(p.u16(v, 0)))
	case sub < 1 || sub > 4:
		return true
	}
	return false
}

func (p *printer) lldpAggregation(v []byte) {
	p.str("\n\t    aggregation status [")
	p.bitsOrNone(lldpNegotiation, uint32(v[0]), ", ")
	p.str("], aggregation port ID ")
	p.dec(uint64(p.u32(v, 1)))
}

// lldp8021 prints what IEEE 802.1Q adds (annex D).
func (p *printer) lldp8021(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	sub, v := b[3], b[4:]
	p.lldpSubtype(lldp8021Names, sub)
	switch sub {
	case 1:
		if len(v) >= 2 {
			p.str("\n\t    port vlan id (PVID): ")
			p.dec(uint64(p.u16(v, 0)))
		}
	case 2:
		if len(v) >= 3 {
			p.str("\n\t    port and protocol vlan id (PPVID): ")
			p.dec(uint64(p.u16(v, 1)))
			p.str(", flags [")
			p.bitsOrNone(lldpVLANFlags, uint32(v[0]), ", ")
			p.str("] (0x")
			p.hexNum(uint64(v[0]), 2)
			p.byte(')')
		}
	case 3:
		if len(v) < 2 {
			return false
		}
		p.str("\n\t    vlan id (VID): ")
		p.dec(uint64(p.u16(v, 0)))
		if len(v) < 3 || len(v) < 3+int(v[2]) {
			return false
		}
		p.str("\n\t    vlan name: ")
		p.visible(untilNul(v[3 : 3+int(v[2])]))
	case 4:
		if len(v) < 1 || len(v) < 1+int(v[0]) {
			return false
		}
		p.str("\n\t    protocol identity: ")
		p.visible(untilNul(v[1 : 1+int(v[0])]))
	case 7:
		if len(v) >= 5 {
			p.lldpAggregation(v)
		}
	case 8:
		if len(v) >= 2 {
			p.lldpPriorities("\n\t    Pre-Priority CNPV Indicator", v[0])
			p.lldpPriorities("\n\t    Pre-Priority Ready Indicator", v[1])
		}
	case 9, 10:
		if len(v) < 21 {
			return false
		}
		if sub == 9 {
			p.str("\n\t    Willing:")
			p.dec(uint64(v[0] >> 7))
			p.str(", CBS:")
			p.dec(uint64(v[0] >> 6 & 2)) // quirk lldp-cbs: the bit of Willing
			p.str(", RES:")
			p.dec(uint64(v[0] >> 3 & 7))
			p.str(", Max TCs:")
			p.dec(uint64(v[0] & 7))
		} else {
			p.str("\n\t    RES: ")
			p.dec(uint64(v[0]))
		}
		p.lldpClasses(v[1:])
	case 11:
		if len(v) >= 2 {
			p.str("\n\t    Willing: ")
			p.dec(uint64(v[0] >> 7))
			p.str(", MBC: ")
			p.dec(uint64(v[0] >> 6 & 1))
			p.str(", RES: ")
			p.dec(uint64(v[0] >> 4 & 3))
			p.str(", PFC cap:")
			p.dec(uint64(v[0] & 15))
			p.byte(' ')
			p.lldpPriorities("\n\t    PFC Enable", v[1])
		}
	case 12:
		if len(v) < 1 {
			return false
		}
		p.str("\n\t    RES: ")
		p.dec(uint64(v[0]))
		if v = v[1:]; len(v) == 0 || len(v)%3 != 0 {
			return false
		}
		p.str("\n\t    Application Priority Table")
		for ; len(v) > 0; v = v[3:] {
			p.str("\n\t      Priority: ")
			p.dec(uint64(v[0] >> 5))
			p.str(", RES: ")
			p.dec(uint64(v[0] >> 3 & 3))
			p.str(", Sel: ")
			p.dec(uint64(v[0] & 7))
			p.str(", Protocol ID: ")
			p.dec(uint64(p.u16(v, 1)))
		}
	case 13:
		if len(v) >= 5 {
			p.lldpEVB(v)
		}
	case 14:
		if len(v) < 4 {
			return false
		}
		w := p.u32(v, 0)
		p.str("\n\t    Role: ")
		p.dec(uint64(w >> 31))
		p.str(", RES: ")
		p.dec(uint64(w >> 28 & 7))
		p.str(", Scomp: ")
		p.dec(uint64(w >> 27 & 1))
		p.str(" ChnCap: ")
		p.dec(uint64(w & 0xfff))
		if v = v[4:]; len(v)%3 != 0 {
			return false
		}
		for ; len(v) > 0; v = v[3:] {
			p.str("\n\t    SCID: ")
			p.dec(uint64(p.u24(v, 0) >> 12))
			p.str(", SVID: ")
			p.dec(uint64(p.u24(v, 0) & 0xfff))
		}
	default:
		return true
	}
	return false
}

// lldpEVB prints edge virtual bridging (IEEE 802.1Qbg).
func (p *printer) lldpEVB(v []byte) {
	field := func(what string, n uint8) {
		p.str(what)
		p.dec(uint64(n))
	}
	p.str("\n\t    EVB Bridge Status")
	field("\n\t      RES: ", v[0]>>3)
	field(", BGID: ", v[0]>>2&1)
	field(", RRCAP: ", v[0]>>1&1)
	field(", RRCTR: ", v[0]&1)
	p.str("\n\t    EVB Station Status")
	field("\n\t      RES: ", v[1]>>4)
	field(", SGID: ", v[1]>>3&1)
	field(", RRREQ: ", v[1]>>2&1)
	field(",RRSTAT: ", v[1]&3)
	field("\n\t    R: ", v[2]>>5)
	field(", RTE: ", v[2]&31)
	p.str(", EVB Mode: ")
	p.str(lldpEVBModes[v[3]>>6])
	field(" [", v[3]>>6)
	field("]\n\t    ROL: ", v[3]>>5&1)
	field(", RWD: ", v[3]&31)
	field(", RES: ", v[4]>>6)
	field(", ROL: ", v[4]>>5&1)
	field(", RKA: ", v[4]&31)
}

// lldpPriorities prints which of the eight priorities a bit is set for.
func (p *printer) lldpPriorities(what string, v uint8) {
	p.str(what)
	p.str("\n\t     Priority : 0  1  2  3  4  5  6  7\n\t     Value    : ")
	for i := range 8 {
		p.dec(uint64(v >> i & 1))
		p.str("  ")
	}
}

// lldpClasses prints the three tables of enhanced transmission selection.
func (p *printer) lldpClasses(v []byte) {
	p.str("\n\t    Priority Assignment Table\n\t     Priority : 0   1   2   3   4   5   6   7\n\t     Value    : ")
	var classes [8]byte
	for i := range classes {
		classes[i] = v[i/2] >> (4 - i%2*4) & 15
	}
	p.lldpColumns(classes[:])
	p.str("\n\t    TC Bandwidth Table\n\t     TC%   : 0   1   2   3   4   5   6   7\n\t     Value : ")
	p.lldpColumns(v[4:12])
	p.str("\n\t    TSA Assignment Table\n\t     Traffic Class: 0   1   2   3   4   5   6   7\n\t     Value        : ")
	p.lldpColumns(v[12:20])
}

func (p *printer) lldpColumns(v []byte) {
	for i, c := range v {
		if i > 0 {
			p.byte(' ')
		}
		start := len(p.out)
		p.dec(uint64(c))
		p.padRight(start, 3)
	}
}
