package text

// lldpMED prints what media endpoints add (ANSI/TIA-1057).
func (p *printer) lldpMED(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	sub, v := b[3], b[4:]
	p.lldpSubtype(lldpMEDNames, sub)
	switch {
	case sub == 1 && len(v) >= 3:
		p.str("\n\t    Media capabilities [")
		p.lldpBits(lldpMEDBits, p.u16(v, 0))
		p.str("\n\t    Device type [")
		p.tokName(lldpDevices, "unknown", uint32(v[2]))
		p.str("] (0x")
		p.hexNum(uint64(v[2]), 2)
		p.byte(')')
	case sub == 2 && len(v) >= 4:
		p.str("\n\t    Application type [")
		p.tokName(lldpApplications, "none", uint32(v[0]))
		p.str("] (0x")
		p.hexNum(uint64(v[0]), 2)
		p.str("), Flags [")
		p.bitsOrNone(lldpPolicyFlags, uint32(v[1]), ", ")
		p.str("]\n\t    Vlan id ")
		p.dec(uint64(p.u16(v, 1) >> 1 & 0xfff))
		p.str(", L2 priority ")
		p.dec(uint64(p.u16(v, 2) >> 6 & 7))
		p.str(", DSCP value ")
		p.dec(uint64(v[3] & 0x3f))
	case sub == 3 && len(v) >= 1:
		p.lldpLocation(v)
	case sub == 4 && len(v) >= 3:
		p.str("\n\t    Power type [")
		if v[0]&3 == 0 {
			p.str("PSE")
		} else {
			p.str("PD") // quirk lldp-power: the type is in the upper bits
		}
		p.str(" device], Power source [")
		p.str(lldpSources[v[0]>>4&3])
		p.str("]\n\t    Power priority [")
		p.tokName(lldpPowerPriorities, "none", uint32(v[0]&15))
		p.str("] (0x")
		p.hexNum(uint64(v[0]&15), 2)
		p.str("), Power ")
		if w := p.u16(v, 1); w < 1024 {
			p.dec(uint64(w / 10))
			p.byte('.')
			p.dec(uint64(w % 10))
			p.str(" Watts")
		} else {
			p.dec(uint64(w))
			p.str(" (Reserved)")
		}
	case sub >= 5 && sub <= 11:
		p.str("\n\t  ")
		p.tokName(lldpInventory, "", uint32(sub))
		p.byte(' ')
		p.visible(untilNul(v))
	case sub < 1 || sub > 11:
		return true
	}
	return false
}

// lldpLocation prints where an endpoint is (RFC 6225, RFC 4776).
func (p *printer) lldpLocation(v []byte) {
	format := v[0]
	p.str("\n\t    Location data format ")
	p.tokName(lldpLocations, "unknown", uint32(format))
	p.str(" (0x")
	p.hexNum(uint64(format), 2)
	p.byte(')')
	v = v[1:]
	switch format {
	case 1:
		if len(v) < 16 {
			return
		}
		p.str("\n\t    Latitude resolution ")
		p.dec(uint64(v[0] >> 2))
		p.str(", latitude value ")
		p.dec(uint64(v[0]&3)<<32 | uint64(p.u32(v, 1)))
		p.str("\n\t    Longitude resolution ")
		p.dec(uint64(v[5] >> 2))
		p.str(", longitude value ")
		p.dec(uint64(v[5]&3)<<32 | uint64(p.u32(v, 6)))
		p.str("\n\t    Altitude type ")
		p.tokName(lldpAltitudes, "unknown", uint32(v[10]>>4))
		p.str(" (")
		p.dec(uint64(v[10] >> 4))
		p.str(")\n\t    Altitude resolution ")
		p.dec(uint64(v[10]<<2&0x3c | v[11]>>6))
		p.str(", altitude value 0x")
		p.hexNum(uint64(v[11]&0x3f)<<24|uint64(p.u24(v, 12)), 1)
		p.str("\n\t    Datum ")
		p.tokName(lldpDatums, "unknown", uint32(v[15]))
		p.str(" (0x")
		p.hexNum(uint64(v[15]), 2)
		p.byte(')')
	case 2:
		if len(v) >= 1 {
			p.lldpCivic(v)
		}
	case 3:
		p.str("\n\t    ECS ELIN id ")
		p.visible(untilNul(v))
	default:
		p.str("\n\t    Location ID ")
		p.hexLines("\n\t      ", v)
	}
}

// lldpCivic prints a civic address.
func (p *printer) lldpCivic(v []byte) {
	left := int(v[0])
	if len(v) < left+2 || len(v) < 4 {
		return
	}
	p.str("\n\t    LCI length ")
	p.int(left)
	p.str(", LCI what ")
	p.tokName(lldpWhat, "unknown", uint32(v[1]))
	p.str(" (0x")
	p.hexNum(uint64(v[1]), 2)
	p.str("), Country-code ")
	p.visible(untilNul(v[2:4]))
	v, left = v[4:], left-3
	for left >= 2 && len(v) >= 2 {
		n := int(v[1])
		p.str("\n\t      CA type '")
		p.tokName(lldpCivicTypes, "unknown", uint32(v[0]))
		p.str("' (")
		p.dec(uint64(v[0]))
		p.str("), length ")
		p.int(n)
		p.str(": ")
		v, left = v[2:], left-2
		if n > left || n > len(v) {
			return
		}
		p.visible(untilNul(v[:n]))
		v, left = v[n:], left-n
	}
}

// lldpDCBX prints data center bridging of its first version.
func (p *printer) lldpDCBX(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	sub, v := b[3], b[4:]
	p.lldpSubtype(lldpDCBXNames, sub)
	if sub == 1 {
		return true
	}
	dump := false
	for len(v) >= 2 {
		head := p.u16(v, 0)
		kind, n := head>>9, int(head&0x1ff)
		v = v[2:]
		if kind == 0 || n == 0 || n > len(v) {
			return false
		}
		least, ok := find2(lldpDCBXLen, kind)
		if !ok {
			p.hexLines("\n\t    ", v[:n])
			dump = true
			v = v[n:]
			continue
		}
		if n < least {
			return dump
		}
		p.str("\n\t    ")
		p.tokName(lldpDCBXFields, "", uint32(kind))
		p.str(" (type 0x")
		p.hexNum(uint64(kind), 1)
		p.str(", length ")
		p.int(n)
		p.byte(')')
		p.lldpDCBXField(kind, v[:n])
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t    ", v[:n])
		}
		v = v[n:]
	}
	return dump
}

// find2 returns the number that a table gives for v.
func find2(table [][2]int, v uint16) (int, bool) {
	for _, t := range table {
		if t[0] == int(v) {
			return t[1], true
		}
	}
	return 0, false
}

func (p *printer) lldpDCBXField(kind uint16, v []byte) {
	p.str("\n\t      Oper_Version: ")
	p.dec(uint64(v[0]))
	p.str("\n\t      Max_Version: ")
	p.dec(uint64(v[1]))
	if kind == 1 {
		p.str("\n\t      Sequence Number: ")
		p.dec(uint64(p.u32(v, 2)))
		p.str("\n\t      Acknowledgement Number: ")
		p.dec(uint64(p.u32(v, 6)))
		return
	}
	p.str("\n\t      Info block(0x")
	p.hexUpperByte(v[2])
	p.str("): Enable bit: ")
	p.dec(uint64(v[2] >> 7))
	p.str(", Willing bit: ")
	p.dec(uint64(v[2] >> 6 & 1))
	p.str(", Error Bit: ")
	p.dec(uint64(v[2] >> 5 & 1))
	p.str("\n\t      SubType: ")
	p.dec(uint64(v[3]))
	v = v[4:]
	switch kind {
	case 2:
		p.str("\n\t      Priority Allocation")
		for i := range 8 {
			p.str("\n\t          PgId_")
			p.int(i)
			p.str(": ")
			p.dec(uint64(v[i/2] >> (4 - i%2*4) & 15))
		}
		p.str("\n\t      Priority Group Allocation")
		for i := range 8 {
			p.str("\n\t          Pg percentage[")
			p.int(i)
			p.str("]: ")
			p.dec(uint64(v[4+i]))
		}
		p.str("\n\t      NumTCsSupported: ")
		p.dec(uint64(v[12]))
	case 3:
		p.str("\n\t      PFC Config (0x")
		p.hexUpperByte(v[0])
		p.byte(')')
		for i := range 8 {
			p.str("\n\t          Priority Bit ")
			p.int(i)
			if v[0]>>i&1 != 0 {
				p.str(": Enabled")
			} else {
				p.str(": Disabled")
			}
		}
		p.str("\n\t      NumTCPFCSupported: ")
		p.dec(uint64(v[1]))
	case 4:
		for ; len(v) >= 6; v = v[6:] {
			p.str("\n\t      Application Value\n\t          Application Protocol ID: 0x")
			p.hexNum(uint64(p.u16(v, 0)), 4)
			p.str("\n\t          SF (0x")
			p.hexNum(uint64(v[2]>>6), 1)
			p.str(") Application Protocol ID is ")
			if v[2]>>6 != 0 {
				p.str("Socket Number")
			} else {
				p.str("L2 EtherType")
			}
			p.str("\n\t          OUI: 0x")
			p.hexNum(uint64(p.u24(v, 2)&0x3fffff), 6)
			p.str("\n\t          User Priority Map: 0x")
			p.hexNum(uint64(v[5]), 2)
		}
	}
}
