package text

// The version of LMP, and lengths in bytes of its headers.
const (
	lmpVersion      = 1
	lmpHeaderLen    = 8
	lmpObjectLen    = 4
	lmpSubobjectLen = 4 // the least
)

// lmp prints a message of the Link Management Protocol (RFC 4204 section 12).
//
//	+-------+-----------------------+---------------+---------------+
//	|version|       reserved        |     flags     |   msg type    |
//	+-------+-----------------------+---------------+---------------+
//	|      length, header too       |           reserved            |
//	+-------------------------------+-------------------------------+
//	|                          objects                              |
func (p *printer) lmp(b []byte, length int) {
	p.proto = "lmp"
	if !p.need(b, lmpHeaderLen) {
		return
	}
	kind, size := uint32(b[3]), int(p.u16(b, 4))
	if version := b[0] >> 4; version != lmpVersion {
		p.strDec("LMP version ", uint64(version))
		p.str(" packet not supported")
		return
	}
	if p.opt.Verbose == 0 {
		p.strDec("LMPv", lmpVersion)
		p.byte(' ')
		p.tok2(lmpMessages, "unknown (", kind, ")")
		p.str(" Message, length: ")
		p.int(length)
		return
	}
	p.strDec("\n\tLMPv", lmpVersion)
	p.str(", msg-type: ")
	p.tok(lmpMessages, "unknown, type: ", kind)
	p.str(", Flags: [")
	p.bitsOrNone(lmpHeaderFlags, uint32(b[2]), ", ")
	p.strDec("], length: ", uint64(size))
	if size < lmpHeaderLen {
		p.str(" (too short)")
		return
	}
	if size > length {
		p.str(" (too long)")
		size = length
	}
	b = b[lmpHeaderLen:]
	for n := size - lmpHeaderLen; n > 0 && !p.isCut(); {
		used := p.lmpObject(b, n)
		if used == 0 {
			return
		}
		b, n = after(b, used), n-used
	}
}

// lmpObject prints the object (RFC 4204 section 13) that b begins with, of
// which the message has n bytes left. It returns how many it takes; 0 if
// nothing follows it.
//
//	+-+-------------+---------------+-------------------------------+
//	|N|   C-type    |     class     |      length, header too       |
//	+-+-------------+---------------+-------------------------------+
func (p *printer) lmpObject(b []byte, n int) int {
	if !p.need(b, lmpObjectLen) {
		return 0
	}
	ctype, class, size := b[0]&0x7f, b[1], int(p.u16(b, 2))
	p.str("\n\t  ")
	p.tokName(lmpObjects, "Unknown", uint32(class))
	p.strDec(" Object (", uint64(class))
	p.str("), Class-Type: ")
	p.tokName(lmpTypes(class), "Unknown", uint32(ctype))
	p.strDec(" (", uint64(ctype))
	p.str(") Flags: [")
	if b[0]&0x80 == 0 {
		p.str("non-")
	}
	p.strDec("negotiable], length: ", uint64(size))
	if size < lmpObjectLen {
		p.str(" (too short)")
		return 0
	}
	if size%4 != 0 {
		p.str(" (not a multiple of 4)")
		return 0
	}
	if !p.need(b, size) {
		return 0
	}
	data := b[lmpObjectLen:size]
	dump := p.opt.Verbose > 1
	switch want, known := lmpDataLen(class, ctype); {
	case !known:
		dump = true
	case want >= 0 && len(data) != want || class == lmpDataLink && len(data) < lmpDataLinkLen(ctype):
		p.str(" (not correct for object)")
	default:
		dump = p.lmpData(class, ctype, data, b[lmpObjectLen:]) || dump
	}
	if dump {
		p.hexLines("\n\t    ", data)
	}
	if size > n {
		p.strDec(" [remaining objects length ", uint64(n))
		p.strDec(" < ", uint64(size))
		p.byte(']')
		p.invalid()
		return 0
	}
	return size
}

// Classes of objects.
const (
	lmpChannelID     = 1
	lmpNodeID        = 2
	lmpLinkID        = 3
	lmpInterfaceID   = 4
	lmpMessageID     = 5
	lmpConfig        = 6
	lmpHello         = 7
	lmpVerifyBegin   = 8
	lmpVerifyAck     = 9
	lmpVerifyID      = 10
	lmpTELink        = 11
	lmpDataLink      = 12
	lmpStatus        = 13
	lmpStatusRequest = 14
	lmpError         = 20
	lmpService       = 51 // OIF UNI 1.0
)

// Types of addresses: what most C-types tell.
const (
	lmpIPv4       = 1
	lmpIPv6       = 2
	lmpUnnumbered = 3
)

// lmpTypes returns the names of a class's C-types.
func lmpTypes(class uint8) []token {
	switch class {
	case lmpChannelID, lmpNodeID:
		return lmpEnds
	case lmpLinkID, lmpInterfaceID:
		return lmpIDTypes
	case lmpTELink, lmpDataLink, lmpStatus, lmpStatusRequest:
		return lmpAddrTypes
	case lmpMessageID, lmpError:
		return lmpNumbers[:2]
	case lmpConfig, lmpHello, lmpVerifyBegin, lmpVerifyAck, lmpVerifyID:
		return lmpNumbers[:1]
	case lmpService:
		return lmpNumbers
	}
	return nil
}

// lmpDataLen returns how many bytes of data an object has, -1 if it may have
// any number. ok tells whether the object is known at all.
func lmpDataLen(class, ctype uint8) (n int, ok bool) {
	if _, ok := find(lmpTypes(class), uint32(ctype)); !ok {
		return 0, false
	}
	switch class {
	case lmpLinkID, lmpInterfaceID:
		if ctype == 3 || ctype == 4 {
			return 16, true
		}
	case lmpHello:
		return 8, true
	case lmpVerifyBegin:
		return 20, true
	case lmpTELink:
		return lmpDataLinkLen(ctype), true
	case lmpDataLink, lmpStatus, lmpStatusRequest:
		return -1, true
	case lmpService:
		return [...]int{1: 4, 2: 16, 3: 8, 4: 4}[ctype], true
	}
	return 4, true
}

// lmpDataLinkLen returns how many bytes flags and both ends of a link take.
func lmpDataLinkLen(ctype uint8) int {
	if ctype == lmpIPv6 {
		return 36
	}
	return 12
}

// lmpData prints the data b of a known object; what is fixed in it is there.
// more is b and what follows the object. It returns whether b is to be dumped,
// as there is something unknown in it.
func (p *printer) lmpData(class, ctype uint8, b, more []byte) bool {
	switch class {
	case lmpChannelID:
		p.lmpID("Control Channel ID", lmpUnnumbered, b)
	case lmpNodeID:
		p.lmpID("Node ID", lmpIPv4, b)
	case lmpLinkID, lmpInterfaceID:
		switch ctype {
		case 1, 2:
			p.lmpID("IPv4 Link ID", lmpIPv4, b)
		case 3, 4:
			p.lmpID("IPv6 Link ID", lmpIPv6, b)
		default:
			p.lmpID("Link ID", lmpUnnumbered, b)
		}
	case lmpMessageID:
		if ctype == 1 {
			p.lmpID("Message ID", lmpUnnumbered, b)
		} else {
			p.lmpID("Message ID Ack", lmpUnnumbered, b)
		}
	case lmpConfig:
		p.strDec("\n\t    Hello Interval: ", uint64(p.u16(b, 0)))
		p.strDec("\n\t    Hello Dead Interval: ", uint64(p.u16(b, 2)))
	case lmpHello:
		p.strDec("\n\t    Tx Seq: ", uint64(p.u32(b, 0)))
		p.strDec(", Rx Seq: ", uint64(p.u32(b, 4)))
	case lmpVerifyBegin:
		p.lmpVerify(b)
	case lmpVerifyAck:
		p.strDec("\n\t    Verify Dead Interval: ", uint64(p.u16(b, 0)))
		p.strDec("\n\t    Verify Transport Response: ", uint64(p.u16(b, 2)))
	case lmpVerifyID:
		p.strDec("\n\t    Verify ID: ", uint64(p.u32(b, 0)))
	case lmpTELink:
		p.str("\n\t    Flags: [")
		p.bitsOrNone(lmpTELinkFlags, uint32(b[0]), ", ")
		p.byte(']')
		half := (len(b) - 4) / 2
		p.lmpID("Local Link-ID", ctype, b[4:])
		p.lmpID("Remote Link-ID", ctype, b[4+half:])
	case lmpDataLink:
		p.str("\n\t    Flags: [")
		p.bitsOrNone(lmpDataLinkFlags, uint32(b[0]), ", ")
		p.byte(']')
		fixed := lmpDataLinkLen(ctype)
		p.lmpID("Local Interface ID", ctype, b[4:])
		p.lmpID("Remote Interface ID", ctype, b[4+(fixed-4)/2:])
		return p.lmpSubobjects(more[fixed:], len(b)-fixed)
	case lmpStatus:
		for id := lmpIDLen(ctype); len(b) >= id+4; b = b[id+4:] {
			p.lmpID("Interface ID", ctype, b)
			status := p.u32(b, id)
			p.lmpValue("\n\t\t    Active: ", lmpActive, status>>31)
			p.lmpValue("\n\t\t    Direction: ", lmpDirections, status>>30&1)
			// Bits 26 to 29 are left out: quirk lmp-status.
			p.lmpValue("\n\t\t    Channel Status: ", lmpStates, status&0x3ffffff)
		}
	case lmpStatusRequest:
		for id := lmpIDLen(ctype); len(b) >= id; b = b[id:] {
			p.lmpID("Interface ID", ctype, b)
		}
	case lmpError:
		p.str("\n\t    Error Code: ")
		if ctype == 1 {
			p.bitsOrNone(lmpVerifyErrors, p.u32(b, 0), ", ")
		} else {
			p.bitsOrNone(lmpSummaryErrors, p.u32(b, 0), ", ")
		}
	case lmpService:
		p.lmpServiceData(ctype, b)
	}
	return false
}

// lmpIDLen returns how many bytes an identifier takes.
func lmpIDLen(ctype uint8) int {
	if ctype == lmpIPv6 {
		return 16
	}
	return 4
}

// lmpID prints an identifier: an address or a number, and its first four
// bytes in hexadecimal.
func (p *printer) lmpID(name string, kind uint8, b []byte) {
	p.str("\n\t    ")
	p.str(name)
	p.str(": ")
	v := p.u32(b, 0)
	switch kind {
	case lmpIPv4:
		p.ip4At(b, 0)
	case lmpIPv6:
		p.ip6At(b, 0)
	default:
		p.dec(uint64(v))
	}
	p.str(" (")
	p.hex0x(uint64(v), 8)
	p.byte(')')
}

// lmpValue prints a number and what it stands for.
func (p *printer) lmpValue(label string, names []token, v uint32) {
	p.str(label)
	p.tokName(names, "Unknown", v)
	p.strDec(" (", uint64(v))
	p.byte(')')
}

// lmpVerify prints how links are to be verified (RFC 4204 section 13.8).
//
//	+-------------------------------+-------------------------------+
//	|             flags             |        verify interval        |
//	+-------------------------------+-------------------------------+
//	|                     number of data links                      |
//	+---------------+---------------+-------------------------------+
//	|   encoding    |   reserved    |     transport mechanism       |
//	+---------------+---------------+-------------------------------+
//	|               transmission rate, bytes/s (float)              |
//	+---------------------------------------------------------------+
//	|                          wavelength                           |
//	+---------------------------------------------------------------+
func (p *printer) lmpVerify(b []byte) {
	p.str("\n\t    Flags: ")
	p.bitsOrNone(lmpVerifyFlags, uint32(p.u16(b, 0)), ", ")
	p.strDec("\n\t    Verify Interval: ", uint64(p.u16(b, 2)))
	p.strDec("\n\t    Data links: ", uint64(p.u32(b, 4)))
	p.str("\n\t    Encoding type: ")
	p.tokName(teEncodings, "Unknown", uint32(b[8]))
	mechanism := uint64(p.u16(b, 10))
	p.strDec("\n\t    Verify Transport Mechanism: ", mechanism)
	p.str(" (")
	p.hex0x(mechanism, 0)
	p.byte(')')
	// The bit is 0x8000; what is tested is 8000: quirk lmp-payload.
	if mechanism&8000 != 0 {
		p.str(" (Payload test messages capable)")
	}
	p.str("\n\t    Transmission Rate: ")
	p.mbps(b, 12)
	p.strDec("\n\t    Wavelength: ", uint64(p.u32(b, 16)))
}

// lmpSubobjects prints what describes a data link, n bytes of b (RFC 4204
// section 13.12.1). It returns whether it ended at something unknown.
func (p *printer) lmpSubobjects(b []byte, n int) (unknown bool) {
	for n > 0 && p.need(b, 2) {
		kind, size := uint32(b[0]), int(b[1])
		p.str("\n\t    Subobject, Type: ")
		p.tokName(lmpSubobjects, "Unknown", kind)
		p.strDec(" (", uint64(kind))
		p.strDec("), Length: ", uint64(size))
		switch {
		case size < lmpSubobjectLen:
			p.str(" (too short)")
			return false
		case size%4 != 0:
			p.str(" (not a multiple of 4)")
			return false
		case size > n:
			p.str(" (goes past the end of the object)")
			return false
		}
		switch kind {
		case 1:
			p.lmpValue("\n\t      Switching Type: ", teCapabilities, uint32(p.u8(b, 2)))
			p.lmpValue("\n\t      Encoding Type: ", teEncodings, uint32(p.u8(b, 3)))
			// These may be behind the subobject's end: quirk lmp-past-end.
			p.need(b, 8)
			p.str("\n\t      Min Reservable Bandwidth: ")
			p.mbps(b, 4)
			p.need(b, 12)
			p.str("\n\t      Max Reservable Bandwidth: ")
			p.mbps(b, 8)
		case 2:
			wavelength := p.u32(b, 4)
			p.strDec("\n\t      Wavelength: ", uint64(wavelength))
		default:
			return true
		}
		b, n = after(b, size), n-size
	}
	return false
}

// lmpServiceData prints what a client may ask for (OIF UNI 1.0 section 9).
func (p *printer) lmpServiceData(ctype uint8, b []byte) {
	switch ctype {
	case 1:
		p.str("\n\t Flags: ")
		p.bitsOrNone(lmpSignalling, uint32(b[0]), ", ")
		p.strDec("\n\t  UNI Version: ", uint64(b[1]))
	case 2:
		link := uint32(b[0])
		p.lmpValue("\n\t Link Type: ", lmpLinkTypes, link)
		switch link {
		case 5:
			p.lmpValue("\n\t Signal Type: ", lmpSDHSignals, uint32(b[1]))
		case 6:
			p.lmpValue("\n\t Signal Type: ", lmpSONETSignals, uint32(b[1]))
		}
		p.str("\n\t Transparency: ")
		p.bitsOrNone(lmpTransparency, uint32(b[2]), ", ")
		p.str("\n\t Contiguous Concatenation Types: ")
		p.bitsOrNone(lmpConcatenation, uint32(b[3]), ", ")
		p.strDec("\n\t Minimum NCC: ", uint64(p.u16(b, 4)))
		p.strDec("\n\t Maximum NCC: ", uint64(p.u16(b, 6)))
		p.strDec("\n\t Minimum NVC:", uint64(p.u16(b, 8)))
		p.strDec("\n\t Maximum NVC:", uint64(p.u16(b, 10)))
		p.lmpID("Local Interface ID", lmpIPv4, b[12:])
	case 3:
		p.str("\n\t Transparency Flags: ")
		p.bitsOrNone(lmpStandardTransparency, p.u32(b, 0), ", ")
		p.str("\n\t TCM Monitoring Flags: ")
		p.bitsOrNone(lmpMonitoring, uint32(b[7]), ", ")
	case 4:
		p.str("\n\t Diversity: Flags: ")
		p.bitsOrNone(lmpDiversity, uint32(b[3]), ", ")
	}
}
