package text

import "wiredump/dissect"

// Types of PIM version 2 messages.
const (
	pimHello        = 0
	pimRegister     = 1
	pimRegisterStop = 2
	pimJoinPrune    = 3
	pimBootstrap    = 4
	pimAssert       = 5
	pimGraft        = 6
	pimGraftAck     = 7
	pimCandidateRP  = 8
	pimStateRefresh = 9
	pimDFElection   = 10
)

// A pimReader is how addresses are written in a message: as RFC 7761 says,
// with family and encoding, or, if rawLen is not 0, plainly in so many bytes,
// as in RFC 2117 (section 4.1).
type pimReader struct {
	rawLen int
	absent int // bytes that the message claims and that were not captured
}

// has says that the message must claim n bytes of b and that they must have
// been captured. It returns false once the text has ended.
func (r pimReader) has(p *printer, b []byte, n int) bool {
	if len(b)+r.absent < n {
		p.stop()
	}
	return p.need(b, n)
}

// pim prints a message of protocol independent multicast (RFC 7761 section 4.9).
//
//	+-------+-------+---------------+-------------------------------+
//	|version| type  |address length |           checksum            |
//	+-------+-------+---------------+-------------------------------+
//	|  what the type defines ...
func (p *printer) pim(b []byte, length int) {
	p.proto = "pim"
	v := p.u8(b, 0)
	p.strDec("PIMv", uint64(v>>4))
	if v>>4 != 2 {
		p.str(", length ")
		p.int(length)
		return
	}
	if p.opt.Verbose == 0 {
		p.str(", ")
		p.tokName(pimTypes, "Unknown Type", uint32(v&15))
		p.str(", length ")
		p.int(length)
		return
	}
	p.str(", length ")
	p.int(length)
	p.newline("\t")
	p.pim2(b, length, v&15)
	p.endMessage()
}

// pim2 prints a message of the second version whose type is known.
func (p *printer) pim2(b []byte, length int, kind uint8) {
	p.proto = "pimv2"
	p.tokName(pimTypes, "Unknown Type", uint32(kind))
	for _, least := range [...]int{2, 4} {
		if length < least {
			p.str("[length ")
			p.int(length)
			p.str(" < ")
			p.int(least)
			p.byte(']')
			p.reject()
			return
		}
	}
	// The upper half has flags and subtypes in later specifications.
	r := pimReader{rawLen: int(p.u8(b, 1) & 15), absent: length - len(b)}
	if r.rawLen != 0 {
		p.str(", RFC2117-encoding")
	}
	if !p.need(b, 4) {
		return
	}
	p.str(", cksum ")
	p.hex0x(uint64(p.u16(b, 2)), 4)
	p.byte(' ')
	p.pimChecksum(b, length, kind)
	body := after(b, 4)
	switch kind {
	case pimHello:
		p.pimHello(body, r)
	case pimRegister:
		p.pimRegister(b, length)
	case pimRegisterStop:
		p.str(" group=")
		if n := p.pimGroup(body, r); n > 0 {
			p.str(" source=")
			p.pimAddr(after(body, n), r)
		}
	case pimJoinPrune, pimGraft, pimGraftAck:
		p.pimJoinPrune(body, r, kind)
	case pimBootstrap:
		p.pimBootstrap(body, r)
	case pimAssert:
		p.pimAssert(body, r)
	case pimCandidateRP:
		p.pimCandidateRP(body, r)
	case pimStateRefresh:
		p.pimStateRefresh(body, r)
	case pimDFElection:
		p.pimElection(body, r, b[1]>>4)
	default:
		p.str(" [type ")
		p.dec(uint64(kind))
		p.byte(']')
	}
}

// pimChecksum prints whether the checksum is right. That of a register message
// may cover its first eight bytes only.
func (p *printer) pimChecksum(b []byte, length int, kind uint8) {
	verdict := "(unverified)"
	if p.u16(b, 2) != 0 {
		const registerLen = 8
		switch {
		case kind == pimRegister && len(b) >= registerLen && p.pimSum(b[:registerLen]):
			verdict = "(correct)"
		case len(b) < length || kind == pimRegister && length < registerLen:
		case p.pimSum(b[:length]):
			verdict = "(correct)"
		default:
			verdict = "(incorrect)"
		}
	}
	p.str(verdict)
}

// pimSum tells whether the checksum of the message is right.
func (p *printer) pimSum(b []byte) bool {
	sum := uint64(0)
	if p.ipLen == 16 {
		sum = p.pseudoSum(dissect.IPProtoPIM, len(b))
	}
	return dissect.Fold(dissect.Sum(sum, b)) == 0
}

// skip returns b without its first n bytes, captured or not.
func (r *pimReader) skip(b []byte, n int) []byte {
	r.absent -= n - min(n, len(b))
	return after(b, n)
}

// pimHeader reads the family of an address and returns how long it and the
// address are; 0 and 0, after the mark of a cut, if that cannot be known.
func (p *printer) pimHeader(b []byte, r pimReader) (header, size int) {
	switch r.rawLen {
	case 0:
		switch {
		case !r.has(p, b, 2) || b[1] != 0:
		case b[0] == 1:
			return 2, 4
		case b[0] == 2:
			return 2, 16
		}
	case 4:
		return 0, 4
	}
	p.stop()
	return 0, 0
}

// pimPlain prints an address of 4 or 16 bytes.
func (p *printer) pimPlain(b []byte, size int) {
	if size == 16 {
		p.ip6At(b, 0)
	} else {
		p.ip4At(b, 0)
	}
}

// pimAddr prints an encoded unicast address and returns its length; 0 at the end
// of the text.
//
//	+---------------+---------------+--------
//	|    family     |   encoding    |  address ...
//	+---------------+---------------+--------
func (p *printer) pimAddr(b []byte, r pimReader) int {
	header, size := p.pimHeader(b, r)
	if size == 0 || !p.got(b, header+size) {
		return 0
	}
	p.pimPlain(b[header:], size)
	return header + size
}

// pimGroup prints an encoded group address and returns its length; 0 at the end
// of the text.
//
//	+---------------+---------------+---------------+---------------+
//	|    family     |   encoding    |B|  reserved |Z|  mask length  |
//	+---------------+---------------+---------------+---------------+
//	|  address ...
func (p *printer) pimGroup(b []byte, r pimReader) int {
	flags, n := p.pimMasked(b, r)
	if flags != 0 {
		p.str("(0x")
		p.hexNum(uint64(flags), 2)
		p.byte(')')
	}
	return n
}

// pimSource prints an encoded source address, which differs from a group in its
// flags, and returns its length; 0 at the end of the text.
func (p *printer) pimSource(b []byte, r pimReader) int {
	flags, n := p.pimMasked(b, r)
	if flags != 0 {
		p.byte('(')
		p.bits(pimSourceFlags, uint32(flags), "")
		if flags&0xf8 != 0 {
			p.str("+0x")
			p.hexNum(uint64(flags&0xf8), 2)
		}
		p.byte(')')
	}
	return n
}

// pimMasked prints the address of an encoded group or source, and the length of
// its mask where that is not the whole. It returns the flags and how many bytes
// all of it takes; 0, 0 at the end of the text.
func (p *printer) pimMasked(b []byte, r pimReader) (flags uint8, n int) {
	header, size := p.pimHeader(b, r)
	if size == 0 || !p.got(b, header+2+size) {
		return 0, 0
	}
	p.pimPlain(b[header+2:], size)
	if mask := b[header+1]; int(mask) != size*8 {
		p.byte('/')
		p.dec(uint64(mask))
	}
	return b[header], header + 2 + size
}

// pimHello prints the options of a hello message (RFC 7761 section 4.9.2).
//
//	+-------------------------------+-------------------------------+
//	|             type              |         length, bytes         |
//	+-------------------------------+-------------------------------+
//	|  value ...
func (p *printer) pimHello(b []byte, r pimReader) {
	for len(b)+r.absent > 0 {
		kind, size := p.u16(b, 0), int(p.u16(b, 2))
		if p.isCut() {
			return
		}
		p.newline("\t  ")
		p.tokName(pimOptions, "Unknown", uint32(kind))
		p.str(" Option (")
		p.dec(uint64(kind))
		p.str("), length ")
		p.int(size)
		p.str(", Value: ")
		b = b[4:]
		if !p.got(b, size) {
			return
		}
		if !p.pimOption(kind, b[:size], r) {
			return
		}
		if p.opt.Verbose > 1 && !p.isCut() {
			p.hexLines("\n\t    ", b[:size])
		}
		b = b[size:]
	}
}

// pimOption prints the value of an option of a hello message. It returns false
// if it has not the length that it should have.
func (p *printer) pimOption(kind uint16, b []byte, r pimReader) bool {
	r.absent = 0
	want := 4
	switch kind {
	case 1:
		want = 2
	case 2, 18, 19, 20, 21:
	case 24, 65001:
		if p.opt.Verbose > 1 {
			for len(b) > 0 && !p.isCut() {
				p.str("\n\t    ")
				b = after(b, p.pimAddr(b, r))
			}
		}
		return !p.isCut()
	case 22:
		return true
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t    ", b)
		}
		return true
	}
	if kind == 19 && len(b) == 0 {
		p.str("Bi-Directional Capability (Old)")
		return true
	}
	if len(b) != want {
		p.str("[option length ")
		p.int(len(b))
		p.str(" != ")
		p.int(want)
		p.byte(']')
		p.invalid()
		return false
	}
	switch kind {
	case 1:
		p.duration(uint32(p.u16(b, 0)))
	case 2:
		p.str("\n\t    T-bit=")
		p.dec(uint64(b[0] >> 7))
		p.str(", LAN delay ")
		p.dec(uint64(p.u16(b, 0) & 0x7fff))
		p.str("ms, Override interval ")
		p.dec(uint64(p.u16(b, 2)))
		p.str("ms")
	case 18, 19:
		p.dec(uint64(p.u32(b, 0)))
	case 20:
		p.hex0x(uint64(p.u32(b, 0)), 8)
	case 21:
		p.byte('v')
		p.dec(uint64(b[0]))
		if b[1] != 0 {
			p.str(", interval ")
			p.duration(uint32(b[1]))
		}
		if v := p.u16(b, 2); v != 0 {
			p.str(" ?")
			p.hex0x(uint64(v), 4)
			p.byte('?')
		}
	}
	return true
}

// pimRegister prints a register message and the packet in it (RFC 7761 section
// 4.9.3).
//
//	+-+-+-----------------------------------------------------------+
//	|B|N|                       reserved                            |
//	+-+-+-----------------------------------------------------------+
//	|  the packet ...
func (p *printer) pimRegister(b []byte, length int) {
	if !p.got(b, 8) {
		return
	}
	p.str(", Flags [ ")
	p.tokName(pimRegisterFlags, "none", p.u32(b, 4)) // quirk pim-register: no name for both
	p.str(" ]\n\t")
	b, length = b[8:], length-8
	switch version := p.u8(b, 0) >> 4; {
	case p.isCut():
	case version == 0: // a null register without a header
		if !p.need(b, 20) {
			return
		}
		p.str("IP-Null-header ")
		p.ip4At(b, 12)
		p.str(" > ")
		p.ip4At(b, 16)
	case version == 4:
		p.ipv4(b, length)
	case version == 6:
		p.ipv6(b, length)
	default:
		p.str("IP ver ")
		p.dec(uint64(version))
	}
}

// pimJoinPrune prints what is joined and pruned (RFC 7761 section 4.9.5).
//
//	+---------------------------------------------------------------+
//	|  upstream neighbor, as encoded unicast address ...
//	+---------------+---------------+-------------------------------+
//	|   reserved    |    groups     |         hold time, s          |
//	+---------------+---------------+-------------------------------+
//	|  group, as encoded group address ...
//	+-------------------------------+-------------------------------+
//	|             joins             |            prunes             |
//	+-------------------------------+-------------------------------+
//	|  sources, as encoded source addresses ...
func (p *printer) pimJoinPrune(b []byte, r pimReader, kind uint8) {
	if kind != pimGraftAck {
		p.str(", upstream-neighbor: ")
		n := p.pimAddr(b, r)
		if n == 0 {
			return
		}
		b = b[n:]
	}
	if !p.got(b, 4) {
		return
	}
	groups := int(b[1])
	p.str("\n\t  ")
	p.int(groups)
	p.str(" group(s)")
	if kind != pimGraftAck {
		p.str(", holdtime: ")
		if hold := p.u16(b, 2); hold == 0xffff {
			p.str("infinite")
		} else {
			p.duration(uint32(hold))
		}
	}
	b = b[4:]
	for i := range groups {
		p.str("\n\t    group #")
		p.int(i + 1)
		p.str(": ")
		n := p.pimGroup(b, r)
		if n == 0 || !p.got(b, n+4) {
			p.stop()
			return
		}
		joins, prunes := int(p.u16(b, n)), int(p.u16(b, n+2))
		p.str(", joined sources: ")
		p.int(joins)
		p.str(", pruned sources: ")
		p.int(prunes)
		b = b[n+4:]
		if b = p.pimSources(b, r, "\n\t      joined source #", joins); p.isCut() {
			return
		}
		if b = p.pimSources(b, r, "\n\t      pruned source #", prunes); p.isCut() {
			return
		}
	}
}

// pimSources prints n sources and returns what is behind them.
func (p *printer) pimSources(b []byte, r pimReader, what string, n int) []byte {
	for i := range n {
		p.str(what)
		p.int(i + 1)
		p.str(": ")
		size := p.pimSource(b, r)
		if size == 0 {
			return nil
		}
		b = b[size:]
	}
	return b
}

// pimBootstrap prints the rendezvous points that a bootstrap router tells (RFC
// 5059 section 4.1).
//
//	+-------------------------------+---------------+---------------+
//	|         fragment tag          |hash mask, bits|   priority    |
//	+-------------------------------+---------------+---------------+
//	|  bootstrap router, as encoded unicast address ...
//	+---------------+---------------+-------------------------------+
//	|  groups: encoded group address, points in all and here, reserved (16),
//	|  points: encoded unicast address, hold time (16), priority, reserved ...
func (p *printer) pimBootstrap(b []byte, r pimReader) {
	r.has(p, b, 2)
	p.str(" tag=")
	p.hexNum(uint64(p.u16(b, 0)), 1)
	r.has(p, b, 3)
	p.strDec(" hashmlen=", uint64(p.u8(b, 2)))
	if !p.got(b, 5) {
		return
	}
	p.strDec(" BSRprio=", uint64(b[3]))
	p.str(" BSR=")
	b = r.skip(b, 4)
	n := p.pimAddr(b, r)
	if n == 0 {
		return
	}
	b = b[n:]
	for i := 0; len(b)+r.absent > 0; i++ {
		p.str(" (group")
		p.int(i)
		p.str(": ")
		if n = p.pimGroup(b, r); n == 0 {
			return
		}
		b = b[n:]
		r.has(p, b, 1)
		p.strDec(" RPcnt=", uint64(p.u8(b, 0)))
		r.has(p, b, 2)
		points := p.u8(b, 1)
		p.strDec(" FRPcnt=", uint64(points))
		if len(b)+r.absent < 4 {
			p.stop()
			return
		}
		b = r.skip(b, 4)
		for j := range int(points) {
			if len(b)+r.absent <= 0 {
				break
			}
			p.str(" RP")
			p.int(j)
			p.byte('=')
			if n = p.pimAddr(b, r); n == 0 {
				return
			}
			b = b[n:]
			if len(b)+r.absent < 2 {
				p.stop()
				return
			}
			p.str(",holdtime=")
			p.duration(uint32(p.u16(b, 0)))
			if !r.has(p, b, 3) {
				return
			}
			p.str(",prio=")
			p.dec(uint64(p.u8(b, 2)))
			if len(b)+r.absent < 4 {
				p.stop()
				return
			}
			b = r.skip(b, 4)
		}
		p.byte(')')
	}
}

// pimAssert prints who offers to forward a group (RFC 7761 section 4.9.6).
//
//	+---------------------------------------------------------------+
//	|  group, as encoded group address ...
//	|  source, as encoded unicast address ...
//	+-+-------------------------------------------------------------+
//	|R|                     preference                              |
//	+-+-------------------------------------------------------------+
//	|                           metric                              |
//	+---------------------------------------------------------------+
func (p *printer) pimAssert(b []byte, r pimReader) {
	p.str(" group=")
	n := p.pimGroup(b, r)
	if n == 0 {
		return
	}
	b = b[n:]
	p.str(" src=")
	if n = p.pimAddr(b, r); n == 0 || !p.got(b, n+8) {
		p.stop()
		return
	}
	b = b[n:]
	if b[0]&0x80 != 0 {
		p.str(" RPT")
	}
	p.str(" pref=")
	p.dec(uint64(p.u32(b, 0) & 0x7fffffff))
	if !r.has(p, b, 8) {
		return
	}
	p.str(" metric=")
	p.dec(uint64(p.u32(b, 4)))
}

// pimCandidateRP prints what a candidate rendezvous point offers (RFC 5059
// section 4.2).
//
//	+---------------+---------------+-------------------------------+
//	|    groups     |   priority    |         hold time, s          |
//	+---------------+---------------+-------------------------------+
//	|  rendezvous point, as encoded unicast address ...
//	|  groups, as encoded group addresses ...
func (p *printer) pimCandidateRP(b []byte, r pimReader) {
	r.has(p, b, 1)
	groups := p.u8(b, 0)
	p.strDec(" prefix-cnt=", uint64(groups))
	p.need(b, 2)
	p.strDec(" prio=", uint64(p.u8(b, 1)))
	if len(b)+r.absent < 4 {
		p.stop()
		return
	}
	p.str(" holdtime=")
	p.duration(uint32(p.u16(b, 2)))
	p.str(" RP=")
	b = r.skip(b, 4)
	n := p.pimAddr(b, r)
	if n == 0 {
		return
	}
	b = b[n:]
	for i := range int(groups) {
		if len(b)+r.absent <= 0 {
			return
		}
		p.str(" Group")
		p.int(i)
		p.byte('=')
		if n = p.pimGroup(b, r); n == 0 {
			return
		}
		b = b[n:]
	}
}

// pimStateRefresh prints a state refresh message (RFC 3973 section 4.7.9).
//
//	|  group, source and originator as encoded addresses ...
//	+-+-------------------------------------------------------------+
//	|R|                     preference                              |
//	+-+-------------------------------------------------------------+
//	|                           metric                              |
//	+---------------+---------------+---------------+---------------+
//	|  mask length  |      TTL      |P|N|O|reserved |  interval, s  |
//	+---------------+---------------+---------------+---------------+
//
// quirk pim-refresh: tcpdump takes the group, which comes first, for the source.
func (p *printer) pimStateRefresh(b []byte, r pimReader) {
	p.str(" src=")
	n := p.pimAddr(b, r)
	if n == 0 {
		return
	}
	b = b[n:]
	p.str(" grp=")
	if n = p.pimGroup(b, r); n == 0 {
		return
	}
	b = b[n:]
	p.str(" forwarder=")
	if n = p.pimAddr(b, r); n == 0 {
		return
	}
	b = b[n:]
	if len(b)+r.absent < 2 {
		p.stop()
		return
	}
	p.str(" TUNR ")
	p.duration(uint32(p.u16(b, 0)))
}

// pimElection prints a message of the election of a designated forwarder (RFC
// 5015 section 3.7).
//
//	|  rendezvous point, as encoded unicast address ...
//	+---------------------------------------------------------------+
//	|                      sender's preference                      |
//	+---------------------------------------------------------------+
//	|                        sender's metric                        |
//	+---------------------------------------------------------------+
//	|  of subtypes 3 and 4: another's address, preference, metric ...
func (p *printer) pimElection(b []byte, r pimReader, subtype uint8) {
	p.str("\n\t  ")
	p.tokName(pimElections, "Unknown", uint32(subtype))
	p.str(", rpa=")
	b = p.pimOffer(b, r, " sender pref=", " sender metric=")
	if b == nil {
		return
	}
	switch subtype {
	case 3:
		p.str("\n\t  offer addr=")
		if b = p.pimOffer(b, r, " offer pref=", " offer metric="); b == nil || !r.has(p, b, 2) {
			return
		}
		p.str(" interval ")
		p.dec(uint64(p.u16(b, 0)))
		p.str("ms")
	case 4:
		p.str("\n\t  new winner addr=")
		p.pimOffer(b, r, " new winner pref=", " new winner metric=")
	}
}

// pimOffer prints an address, its preference and metric and returns what is
// behind; nil at the end of the text.
func (p *printer) pimOffer(b []byte, r pimReader, preference, metric string) []byte {
	n := p.pimAddr(b, r)
	if n == 0 {
		return nil
	}
	b = b[n:]
	if !r.has(p, b, 4) {
		return nil
	}
	p.str(preference)
	p.dec(uint64(p.u32(b, 0)))
	if !r.has(p, b, 8) {
		return nil
	}
	p.str(metric)
	p.dec(uint64(p.u32(b, 4)))
	return b[8:]
}

var (
	pimTypes = []token{
		{pimHello, "Hello"}, {pimRegister, "Register"}, {pimRegisterStop, "Register Stop"}, {pimJoinPrune, "Join / Prune"},
		{pimBootstrap, "Bootstrap"}, {pimAssert, "Assert"}, {pimGraft, "Graft"}, {pimGraftAck, "Graft Acknowledgement"},
		{pimCandidateRP, "Candidate RP Advertisement"}, {pimStateRefresh, "Prune Refresh"}, {pimDFElection, "DF Election"},
		{11, "ECMP Redirect"},
	}
	pimOptions = []token{
		{1, "Hold Time"}, {2, "LAN Prune Delay"}, {18, "DR Priority (Old)"}, {19, "DR Priority"}, {20, "Generation ID"},
		{21, "State Refresh Capability"}, {22, "Bi-Directional Capability"}, {24, "Address List"}, {65001, "Address List (Old)"},
	}
	pimSourceFlags   = []token{{4, "S"}, {2, "W"}, {1, "R"}}
	pimRegisterFlags = []token{{0x80000000, "Border"}, {0x40000000, "Null"}}
	pimElections     = []token{{1, "Offer"}, {2, "Winner"}, {3, "Backoff"}, {4, "Pass"}}
)
