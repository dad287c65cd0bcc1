package text

import "math/bits"

// Families and lengths of RIP (RFC 2453 section 4).
const (
	ripHeaderLen = 4
	ripEntryLen  = 20

	ripAny  = 0
	ripIPv4 = 2
	ripAuth = 0xffff // not a route but what authenticates the message

	ripAuthTrailer = 1
	ripAuthText    = 2
	ripAuthCrypto  = 3 // RFC 4822
)

// rip prints a message of the Routing Information Protocol (RFC 1058, RFC
// 2453).
//
//	+---------------+---------------+-------------------------------+
//	|    command    |    version    |            unused             |
//	+---------------+---------------+-------------------------------+
//	|   entries of 20 bytes ...
func (p *printer) rip(b []byte, length int) {
	p.proto = "rip"
	b = limit(b, length)
	if !p.have(b, ripHeaderLen) {
		return
	}
	command, version := b[0], b[1]
	if p.opt.Verbose > 0 {
		p.str("\n\t")
	}
	p.strDec("RIPv", uint64(version))
	if version == 0 {
		p.hexLines("\n\t", b) // RIP version 0 has no known form
		return
	}
	p.str(", ")
	name, known := find(ripCommands, uint32(command))
	if known {
		p.str(name)
	} else {
		p.strDec("unknown command (", uint64(command))
		p.byte(')')
	}
	p.strDec(", length: ", uint64(length))
	if p.opt.Verbose == 0 {
		return
	}
	switch command {
	case 1, 2:
		p.ripEntries(b, version, length/ripEntryLen)
	case 4, 5, 6:
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t", b)
		}
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t", b)
	}
}

var ripCommands = []token{
	{1, "Request"},
	{2, "Response"},
	{3, "Trace on"},
	{4, "Trace off"},
	{5, "Poll"},
	{6, "Poll Entry"},
}

// ripEntries prints the routes of a message.
func (p *printer) ripEntries(b []byte, version uint8, routes int) {
	switch version {
	case 1:
		p.strDec(", routes: ", uint64(routes))
	case 2:
		p.strDec(", routes: ", uint64(routes))
		p.str(" or less")
	default:
		p.str(", unknown version")
		return
	}
	for b = b[ripHeaderLen:]; len(b) > 0; b = b[ripEntryLen:] {
		if version == 1 {
			if !p.have(b, ripEntryLen) {
				return
			}
			p.rip1Entry(b[:ripEntryLen])
			continue
		}
		if !p.rip2Entry(b) {
			return
		}
		if len(b) < ripEntryLen {
			p.strDec(" [remaining entries length ", uint64(len(b)))
			p.str(" < 20]")
			p.invalid()
			return
		}
	}
}

// rip1Entry prints a route of version 1: all but family, address and metric
// must be zero.
func (p *printer) rip1Entry(b []byte) {
	family := p.u16(b, 0)
	switch {
	case family != ripAny && family != ripIPv4:
		p.str("\n\t AFI ")
		p.ripFamily(family)
		p.str(", ")
		p.hexLines("\n\t  ", b[4:])
		return
	case p.u16(b, 2) != 0 || !allZero(b[8:16]):
		p.hexLines("\n\t  ", b)
		return
	}
	p.str("\n\t  ")
	if family == ripAny {
		p.str("AFI 0, ")
	}
	p.ip4At(b, 4)
	p.strDec(", metric: ", uint64(p.u32(b, 16)))
}

// rip2Entry prints the entry that b begins with. It returns false if it is the
// last one.
//
//	+-------------------------------+-------------------------------+
//	|        address family         |           route tag           |
//	+-------------------------------+-------------------------------+
//	|              address, mask, next hop, metric                  |
//	+---------------------------------------------------------------+
func (p *printer) rip2Entry(b []byte) bool {
	if !p.have(b, 4) {
		return false
	}
	family := p.u16(b, 0)
	if family == ripAuth {
		return p.ripAuth(b)
	}
	if family != ripAny && family != ripIPv4 {
		p.str("\n\t  AFI ")
		p.ripFamily(family)
		p.hexLines("\n\t  ", limit(b, ripEntryLen)[4:])
		return true
	}
	if !p.have(b, ripEntryLen) {
		return false
	}
	p.str("\n\t  AFI ")
	p.ripFamily(family)
	p.str(", ")
	start := len(p.out)
	p.ip4At(b, 4)
	p.padLeft(start, 15)
	p.byte('/')
	start = len(p.out)
	p.int(maskWidth(p.u32(b, 8)))
	p.padRight(start, 2)
	p.str(", tag ")
	p.hex0x(uint64(p.u16(b, 2)), 4)
	p.strDec(", metric: ", uint64(p.u32(b, 16)))
	p.str(", next-hop: ")
	if p.u32(b, 12) == 0 {
		p.str("self")
	} else {
		p.ip4At(b, 12)
	}
	return true
}

func (p *printer) ripFamily(family uint16) {
	if family == ripAny {
		p.byte('0')
		return
	}
	if s, ok := find(bsdFamilies, uint32(family)); ok {
		p.str(s)
		return
	}
	p.strDec("Unknown (", uint64(family))
	p.byte(')')
}

// ripAuth prints what authenticates a message. It returns false if it takes
// the rest of it.
func (p *printer) ripAuth(b []byte) bool {
	switch kind := p.u16(b, 2); kind {
	case ripAuthTrailer:
		p.str("\n\t  Auth trailer:")
		p.hexLines("\n\t  ", b[4:])
		return false
	case ripAuthText:
		p.str("\n\t  Simple Text Authentication data: ")
		text := untilNul(limit(b, ripEntryLen)[4:])
		p.visible(text)
		if 4+len(text) == len(b) && len(b) < ripEntryLen {
			p.cut()
			return false
		}
	case ripAuthCrypto:
		if !p.have(b, ripEntryLen) {
			return false
		}
		p.strDec("\n\t  Auth header: Packet Len ", uint64(p.u16(b, 4)))
		p.strDec(", Key-ID ", uint64(b[6]))
		p.strDec(", Auth Data Len ", uint64(b[7]))
		p.strDec(", SeqNo ", uint64(p.u32(b, 8)))
		p.strDec(", MBZ ", uint64(p.u32(b, 12)))
		p.strDec(", MBZ ", uint64(p.u32(b, 16)))
	default:
		p.strDec("\n\t  Unknown (", uint64(kind))
		p.str(") Authentication data:")
		p.hexLines("\n\t  ", b[4:])
		return false
	}
	return true
}

// maskWidth returns how many bits a mask has; -1 if they are not together at
// its top.
func maskWidth(mask uint32) int {
	n := bits.OnesCount32(mask)
	if bits.LeadingZeros32(^mask) != n {
		return -1
	}
	return n
}
