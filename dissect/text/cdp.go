package text

import "strconv"

// cdp prints a message of Cisco's discovery protocol: without -v the device's
// name alone, and a dump of each other field.
//
//	+---------------+---------------+-------------------------------+
//	|    version    |    TTL, s     |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|             type              |length, bytes, with these four |
//	+-------------------------------+-------------------------------+
//	|  value ...
func (p *printer) cdp(b []byte, length int) {
	p.proto = "cdp"
	whole := b
	bad := func() { // all of it must have been captured all the same
		p.invalid()
		p.need(whole, length)
	}
	if length < 4 {
		p.str(" (packet length ")
		p.int(length)
		p.str(" < 4)")
		p.invalid()
		return
	}
	p.need(b, 2)
	p.str("CDPv")
	p.dec(uint64(p.u8(b, 0)))
	p.str(", ttl: ")
	p.dec(uint64(p.u8(b, 1)))
	p.byte('s')
	if !p.need(b, 4) {
		return
	}
	if p.opt.Verbose > 0 {
		p.str(", checksum: ")
		p.hex0x(uint64(p.u16(b, 2)), 4)
		p.str(" (unverified), length ")
		p.int(length)
	}
	left := length - 4
	for b = b[4:]; left > 0; {
		if left < 4 {
			p.str(" (remaining packet length ")
			p.int(left)
			p.str(" < 4)")
			bad()
			return
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		if p.isCut() {
			return
		}
		if n > left {
			p.str(" (TLV length ")
			p.int(n)
			p.str(" > ")
			p.int(left)
			p.byte(')')
			bad()
			return
		}
		if p.opt.Verbose > 0 {
			p.newline("\t")
			p.tokName(cdpFields, "unknown field type", uint32(kind))
			p.str(" (0x")
			p.hexNum(uint64(kind), 2)
			if n < 4 {
				p.str("), TLV length: ")
				p.cdpBytes(n)
				p.str(" (too short)")
				bad()
				return
			}
			p.str("), value length: ")
			p.cdpBytes(n - 4)
			p.str(": ")
		} else if n < 4 {
			p.str(", ")
			p.tokName(cdpFields, "unknown field type", uint32(kind))
			p.str(" TLV length ")
			p.int(n)
			p.str(" too short")
			bad()
			return
		}
		if !p.cdpField(kind, b[4:], n-4) || p.isCut() {
			return
		}
		b, left = after(b, n), left-n
	}
	if p.opt.Verbose == 0 {
		p.str(", length ")
		p.int(length)
	}
}

func (p *printer) cdpBytes(n int) {
	p.int(n)
	p.str(" byte")
	if n != 1 {
		p.byte('s')
	}
}

// cdpText prints n characters, of which not all may have been captured.
func (p *printer) cdpText(b []byte, n int) {
	p.visible(limit(b, n))
	p.need(b, n)
}

// paddedText prints at most n characters, up to a zero byte, of which not all may
// have been captured.
func (p *printer) paddedText(b []byte, n int) {
	text := untilNul(limit(b, n))
	p.visible(text)
	if len(text) == len(b) {
		p.need(b, n)
	}
}

// cdpLen tells the least and most bytes of a field whose length is checked.
func cdpLen(kind uint16) (least, most int) {
	switch kind {
	case 4, 17:
		return 4, 4
	case 10:
		return 2, 2
	case 11, 18, 19:
		return 1, 1
	case 14:
		return 3, 3
	case 15:
		return 2, 3
	case 16:
		return 1, 3
	case 22:
		return 4, 1 << 16
	case 23:
		return 1, 1 << 16
	}
	return 0, 1 << 16
}

// cdpField prints a field of n bytes. It returns false where nothing more is to
// be printed.
func (p *printer) cdpField(kind uint16, b []byte, n int) bool {
	if least, most := cdpLen(kind); n < least || n > most {
		p.str(" (malformed TLV)")
		if p.need(b, n) {
			p.hexLines("\n\t  ", b[:n])
		}
		return true
	}
	if kind == 1 {
		if p.opt.Verbose == 0 {
			p.str(", Device-ID ")
		}
		p.byte('\'')
		p.cdpText(b, n)
		p.byte('\'')
		return true
	}
	if p.opt.Verbose == 0 {
		if p.need(b, n) {
			p.hexLines("\n\t  ", b[:n])
		}
		return true
	}
	switch kind {
	case 0, 8, 12, 13, 21:
		return true
	case 2, 22:
		return p.cdpAddresses(b, n)
	case 3, 6, 9, 20:
		p.byte('\'')
		p.cdpText(b, n)
		p.byte('\'')
	case 4:
		v := p.u32(b, 0)
		p.str("(0x")
		p.hexNum(uint64(v), 8)
		p.str("): ")
		p.bitsOrNone(cdpCapabilities, v, ", ")
	case 5:
		p.str("\n\t  ")
		for _, c := range limit(b, n) {
			if c == '\n' {
				p.str("\n\t  ")
			} else {
				p.visibleByte(c)
			}
		}
		p.need(b, n)
	case 7:
		p.cdpPrefixes(b, n)
	case 10:
		p.dec(uint64(p.u16(b, 0)))
	case 11:
		if p.u8(b, 0) != 0 {
			p.str("full")
		} else {
			p.str("half")
		}
	case 14, 15:
		if n == 2 {
			p.str("unknown 0x")
			p.hexNum(uint64(p.u16(b, 0)), 4)
			break
		}
		p.need(b, 3)
		p.strDec("app ", uint64(p.u8(b, 0)))
		p.strDec(", vlan ", uint64(p.u16(b, 1)))
	case 16:
		if !p.need(b, n) {
			return true
		}
		v := 0
		for _, c := range b[:n] {
			v = v<<8 | int(c)
		}
		p.out = strconv.AppendFloat(p.out, float64(v)/1000, 'f', 2, 64)
		p.byte('W')
	case 17:
		p.need(b, 4)
		p.dec(uint64(p.u32(b, 0)))
		p.str(" bytes")
	case 18, 19:
		p.hex0x(uint64(p.u8(b, 0)), 2)
	case 23:
		p.hex0x(uint64(p.u8(b, 0)), 2)
		if n > 1 {
			p.byte('/')
			p.cdpText(after(b, 1), n-1)
		}
	default:
		if p.need(b, n) {
			p.hexLines("\n\t  ", b[:n])
		}
	}
	return true
}

// cdpAddresses prints a list of network addresses.
//
//	+---------------------------------------------------------------+
//	|                        how many (32)                          |
//	+---------------+---------------+-------------------------------+
//	| protocol type |    length     |  protocol, that many bytes ...
//	+---------------+---------------+--------
//	|  length (16)                  |  address ...
//	+-------------------------------+--------
func (p *printer) cdpAddresses(b []byte, left int) bool {
	short := func(what string) bool {
		p.str(" (not enough space for ")
		p.str(what)
		p.byte(')')
		return true
	}
	if left < 4 {
		return short("num")
	}
	num := p.u32(b, 0)
	if p.isCut() {
		return false
	}
	b, left = b[4:], left-4
	for num > 0 {
		if left < 2 {
			return short("PT+PL")
		}
		pt, pl := p.u8(b, 0), int(p.u8(b, 1))
		if p.isCut() {
			return false
		}
		b, left = b[2:], left-2
		if left < pl+2 {
			return short("P+AL")
		}
		if !p.need(b, pl+2) {
			return false
		}
		al := int(p.u16(b, pl))
		if kind := cdpAddressKind(pt, b[:pl]); kind != 0 && kind == al {
			if left < pl+2+al {
				return short("A")
			}
			if !p.need(b, pl+2+al) {
				return false
			}
			if al == 4 {
				p.str("IPv4 (")
				p.dec(uint64(num))
				p.str(") ")
				p.ip4At(b, pl+2)
			} else {
				p.str("IPv6 (")
				p.dec(uint64(num))
				p.str(") ")
				p.ip6At(b, pl+2)
			}
		} else {
			p.str("pt=0x")
			p.hexNum(uint64(pt), 2)
			p.str(", pl=")
			p.int(pl)
			p.str(", pb=")
			p.cdpHex(b, pl)
			p.str(", al=")
			p.int(al)
			p.str(", a=")
			if left < pl+2+al {
				return short("A")
			}
			p.cdpHex(b[pl+2:], al)
			if p.isCut() {
				return false
			}
		}
		b, left = b[pl+2+al:], left-pl-2-al
		if num--; num > 0 {
			p.byte(' ')
		}
	}
	if left > 0 {
		p.str(" (")
		p.int(left)
		p.str(" bytes of stray data)")
	}
	return true
}

// cdpHex prints n bytes.
func (p *printer) cdpHex(b []byte, n int) {
	for _, c := range limit(b, n) {
		p.byte(' ')
		p.hexNum(uint64(c), 2)
	}
	p.need(b, n)
}

// cdpAddressKind returns how long addresses of a protocol are; 0 if it is
// neither IPv4 nor IPv6.
func cdpAddressKind(pt uint8, protocol []byte) int {
	switch {
	case pt == 1 && string(protocol) == "\xcc":
		return 4
	case pt == 2 && string(protocol) == "\xaa\xaa\x03\x00\x00\x00\x86\xdd":
		return 16
	}
	return 0
}

// cdpPrefixes prints networks of on-demand routing.
func (p *printer) cdpPrefixes(b []byte, n int) {
	if n%5 != 0 {
		p.str(" [length ")
		p.int(n)
		p.str(" is not a multiple of 5]")
		return
	}
	p.str(" IPv4 Prefixes (")
	p.int(n / 5)
	p.str("):")
	for ; n > 0; n -= 5 {
		if !p.need(b, 5) {
			return
		}
		p.byte(' ')
		p.ip4At(b, 0)
		p.byte('/')
		p.dec(uint64(b[4]))
		b = b[5:]
	}
}

var (
	cdpFields = []token{
		{1, "Device-ID"}, {2, "Address"}, {3, "Port-ID"}, {4, "Capability"}, {5, "Version String"}, {6, "Platform"},
		{7, "Prefixes"}, {8, "Protocol-Hello option"}, {9, "VTP Management Domain"}, {10, "Native VLAN ID"}, {11, "Duplex"},
		{14, "ATA-186 VoIP VLAN assignment"}, {15, "ATA-186 VoIP VLAN request"}, {16, "power consumption"}, {17, "MTU"},
		{18, "AVVID trust bitmap"}, {19, "AVVID untrusted ports CoS"}, {20, "System Name"},
		{21, "System Object ID (not decoded)"}, {22, "Management Addresses"}, {23, "Physical Location"},
	}
	cdpCapabilities = []token{
		{0x01, "Router"}, {0x02, "Transparent Bridge"}, {0x04, "Source Route Bridge"}, {0x08, "L2 Switch"},
		{0x10, "L3 capable"}, {0x20, "IGMP snooping"}, {0x40, "L1 capable"},
	}
)
