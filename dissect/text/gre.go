package text

import "wiredump/dissect"

// gre prints a generic routing encapsulation (RFC 2784, 2890, 2637).
//
//	GREv0, Flags [key present], key=0x7, proto IPv4 (0x0800), length 32: ...
func (p *printer) gre(b []byte, length int) {
	p.proto = "gre"
	if !p.have(b, 2) {
		return
	}
	version := p.u16(b, 0) & 7
	p.str("GREv")
	p.dec(uint64(version))
	switch version {
	case 0:
		p.gre0(b, length)
	case 1:
		p.gre1(b, length)
	default:
		p.str(" ERROR: unknown-version")
	}
}

var greFlags = []token{
	{dissect.GREChecksum, "checksum present"}, {dissect.GRERouting, "routing present"}, {dissect.GREKey, "key present"},
	{dissect.GRESequence, "sequence# present"}, {dissect.GREStrict, "source routing present"}, {dissect.GREAck, "ack present"},
}

// greStart prints what both versions begin with, and returns the flags and the
// protocol; false if they were cut.
func (p *printer) greStart(b []byte) (flags, proto uint16, ok bool) {
	flags = p.u16(b, 0)
	if p.opt.Verbose > 0 {
		p.str(", Flags [")
		p.bitsOrNone(greFlags, uint32(flags), ", ")
		p.byte(']')
	}
	if !p.have(b, dissect.GRELen) {
		return 0, 0, false
	}
	return flags, p.u16(b, 2), true
}

// greEnd prints what both versions end with in front of the payload.
func (p *printer) greEnd(proto uint16, length int) {
	if p.opt.Link {
		p.str(", proto ")
		p.tokName(etherTypes, "unknown", uint32(proto))
		p.str(" (")
		p.hex0x(uint64(proto), 4)
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
}

// gre0 prints version 0.
func (p *printer) gre0(b []byte, length int) {
	flags, proto, ok := p.greStart(b)
	if !ok {
		return
	}
	off := dissect.GRELen
	if flags&(dissect.GREChecksum|dissect.GRERouting) != 0 {
		if p.opt.Verbose > 0 {
			if !p.have(b, off+2) {
				return
			}
			p.str(", sum ")
			p.hex0x(uint64(p.u16(b, off)), 1)
		}
		if !p.have(b, off+4) {
			return
		}
		p.str(", off ")
		p.hex0x(uint64(p.u16(b, off+2)), 1)
		off += 4
	}
	if flags&dissect.GREKey != 0 {
		if !p.have(b, off+4) {
			return
		}
		p.str(", key=")
		p.hex0x(uint64(p.u32(b, off)), 1)
		off += 4
	}
	if flags&dissect.GRESequence != 0 {
		if !p.have(b, off+4) {
			return
		}
		p.str(", seq ")
		p.dec(uint64(p.u32(b, off)))
		off += 4
	}
	if flags&dissect.GRERouting != 0 {
		for {
			if !p.have(b, off+4) {
				return
			}
			af, entry, size := p.u16(b, off), int(b[off+2]), int(b[off+3])
			off += 4
			if af == 0 {
				break
			}
			if !p.greRoute(af, entry, size, after(b, off)) {
				return
			}
			off += size
		}
	}
	p.greEnd(proto, length)
	if p.opt.Verbose < 1 {
		p.str(": ")
	} else {
		p.newline("\t")
	}
	p.grePayload(proto, after(b, off), length-off)
}

// greRoute prints a source route entry of n bytes (RFC 1701). It returns false
// if that was cut.
func (p *printer) greRoute(af uint16, off, n int, b []byte) bool {
	switch af {
	case dissect.EtherTypeIPv4:
		p.str(", (rtaf=ip")
		return p.greRouteList(b, off, n, 4)
	case 0xfffe:
		p.str(", (rtaf=asn")
		return p.greRouteList(b, off, n, 2)
	}
	p.str(", (rtaf=")
	p.hex0x(uint64(af), 1)
	p.byte(')')
	return true
}

// greRouteList prints the addresses or system numbers of a source route entry,
// with a mark at the next one to visit.
func (p *printer) greRouteList(b []byte, off, n, size int) bool {
	switch {
	case off%size != 0:
		p.str(", badoffset=")
		p.int(off)
	case n%size != 0:
		p.str(", badlength=")
		p.int(n)
	case off >= n:
		p.str(", badoff/len=")
		p.int(off)
		p.byte('/')
		p.int(n)
	default:
		for at := 0; at < n; at += size {
			if !p.have(b, at+size) {
				return false
			}
			p.byte(' ')
			if at == off {
				p.byte('*')
			}
			if size == 4 {
				p.ip4At(b, at)
			} else {
				p.hexNum(uint64(p.u16(b, at)), 1)
			}
		}
	}
	p.byte(')')
	return true
}

// gre1 prints version 1, which carries PPP for PPTP.
func (p *printer) gre1(b []byte, length int) {
	flags, proto, ok := p.greStart(b)
	if !ok {
		return
	}
	off := dissect.GRELen
	if flags&dissect.GREKey != 0 {
		if !p.have(b, off+4) {
			return
		}
		p.str(", call ")
		p.dec(uint64(p.u16(b, off+2)))
		off += 4
	}
	if flags&dissect.GRESequence != 0 {
		if !p.have(b, off+4) {
			return
		}
		p.str(", seq ")
		p.dec(uint64(p.u32(b, off)))
		off += 4
	}
	if flags&dissect.GREAck != 0 {
		if !p.have(b, off+4) {
			return
		}
		p.str(", ack ")
		p.dec(uint64(p.u32(b, off)))
		off += 4
	}
	if flags&dissect.GRESequence == 0 {
		p.str(", no-payload")
	}
	p.greEnd(proto, length)
	if flags&dissect.GRESequence == 0 {
		return
	}
	if p.opt.Verbose < 1 {
		p.str(": ")
	} else {
		p.newline("\t")
	}
	if proto == dissect.EtherTypePPP {
		p.ppp(after(b, off), length-off)
		return
	}
	p.greUnknown(proto)
}

func (p *printer) greUnknown(proto uint16) {
	p.str("gre-proto-")
	p.hex0x(uint64(proto), 1)
}

// grePayload prints what version 0 carries.
func (p *printer) grePayload(proto uint16, b []byte, length int) {
	switch proto {
	case dissect.EtherTypeIPv4:
		p.ipv4(b, length)
	case dissect.EtherTypeIPv6:
		p.ipv6(b, length)
	case dissect.EtherTypeMPLS, dissect.EtherTypeMPLSMulticast:
		p.mpls(b, length)
	case dissect.EtherTypeGREOSI:
		p.isoclns(b, length)
	case dissect.EtherTypeTEB:
		p.ethernet(b, length)
	default:
		p.greUnknown(proto)
	}
}
