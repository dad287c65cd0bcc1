package text

import "wiredump/dissect"

// Codes of RPL messages (RFC 6550 section 6).
const (
	rplSolicitation = 0 // DIS
	rplInformation  = 1 // DIO
	rplDestination  = 2 // DAO
	rplAck          = 3 // DAO-ACK
	rplSecure       = 0x80
)

// rpl prints a message of the routing protocol for low-power networks (RFC
// 6550).
func (p *printer) rpl(h *dissect.ICMP, b []byte, length int) {
	p.str(", (")
	if h.Code&rplSecure != 0 {
		p.str("SEC) [worktodo]")
		return
	}
	p.str("CLR)")
	if s, ok := find(rplCodes, uint32(h.Code)); ok {
		p.str(s)
	} else {
		p.str("RPL message, unknown code ")
		p.dec(uint64(h.Code))
	}
	if p.opt.Verbose == 0 {
		return
	}
	b, length = after(b, dissect.ICMPLen), length-dissect.ICMPLen
	switch h.Code {
	case rplInformation:
		p.rplDIO(b, length)
	case rplDestination:
		p.rplDAO(b, length)
	case rplAck:
		p.rplDAOAck(b, length)
	}
}

// rplDIO prints a DODAG information object (RFC 6550 section 6.3).
//
//	+---------------+---------------+-------------------------------+
//	|   instance    |    version    |             rank              |
//	+-+-+-----+-----+---------------+-------------------------------+
//	|G|0| MOP | Prf |     DTSN      |     flags     |   reserved    |
//	+-+-+-----+-----+---------------+-------------------------------+
//	|                      DODAG id (16 bytes)                      |
//	+---------------------------------------------------------------+
func (p *printer) rplDIO(b []byte, length int) {
	const size = 24
	if length < size {
		p.str(" [length ")
		p.int(length)
		p.str(" < ")
		p.int(size)
		p.byte(']')
		p.invalid()
		return
	}
	if !p.need(b, size) {
		return
	}
	p.str(" [dagid:")
	p.ip6At(b, 8)
	p.str(",seq:")
	p.dec(uint64(b[5]))
	p.str(",instance:")
	p.dec(uint64(b[0]))
	p.str(",rank:")
	p.dec(uint64(p.u16(b, 2)))
	if b[4]&0x80 != 0 {
		p.str(",grounded")
	}
	p.str(",mop:")
	p.tok(rplModes, "mop", uint32(b[4]>>3&7))
	p.str(",prf:")
	p.dec(uint64(b[4] & 7))
	p.byte(']')
	p.rplOptions(b[size:], length-size)
}

// rplDAO prints a destination advertisement object (RFC 6550 section 6.4).
//
//	+---------------+-+-+-----------+---------------+---------------+
//	|   instance    |K|D|   flags   |   reserved    |   sequence    |
//	+---------------+-+-+-----------+---------------+---------------+
//	|                 DODAG id (16 bytes), if D is set              |
//	+---------------------------------------------------------------+
func (p *printer) rplDAO(b []byte, length int) {
	// Room for an id has to be there even if it is left out: quirk
	// rpl-elided.
	const withID, without = 20, 4
	if !p.have(b, withID) {
		return
	}
	flags, size := b[1], without
	p.str(" [dagid:")
	if flags&0x40 != 0 {
		p.ip6At(b, 4)
		size = withID
	} else {
		p.str("<elided>")
	}
	p.str(",seq:")
	p.dec(uint64(b[3]))
	p.str(",instance:")
	p.dec(uint64(b[0]))
	if flags&0x80 != 0 {
		p.str(",acK")
	}
	if flags&0x40 != 0 {
		p.str(",Dagid")
	}
	p.byte(',')
	p.hexNum(uint64(flags), 2)
	p.byte(']')
	p.rplOptions(b[size:], length-size)
}

// rplDAOAck prints the acknowledgment of a destination advertisement (RFC 6550
// section 6.5).
//
//	+---------------+-+-------------+---------------+---------------+
//	|   instance    |D|  reserved   |   sequence    |    status     |
//	+---------------+-+-------------+---------------+---------------+
//	|                 DODAG id (16 bytes), if D is set              |
//	+---------------------------------------------------------------+
func (p *printer) rplDAOAck(b []byte, length int) {
	const withID, without = 20, 4
	if !p.have(b, without) {
		return
	}
	size := without
	if b[1]&0x80 != 0 && !p.have(b, withID) {
		return
	}
	p.str(" [dagid:")
	if b[1]&0x80 != 0 {
		p.ip6At(b, 4)
		size = withID
	} else {
		p.str("<elided>")
	}
	p.str(",seq:")
	p.dec(uint64(b[2]))
	p.str(",instance:")
	p.dec(uint64(b[0]))
	p.str(",status:")
	p.dec(uint64(b[3]))
	p.byte(']')
	p.rplOptions(b[size:], length-size)
}

// rplOptions prints the options of a message (RFC 6550 section 6.7) that claim
// to take up length bytes.
func (p *printer) rplOptions(b []byte, length int) {
	if p.opt.Verbose < 2 {
		return
	}
	for length > 0 {
		kind := p.u8(b, 0)
		n := 1
		if kind == 0 {
			p.str(" opt:pad1")
		} else {
			if length < 2 {
				p.truncated()
				return
			}
			n = int(p.u8(b, 1)) + 2
			if p.isCut() {
				return
			}
			p.str(" opt:")
			p.tok(rplOptions, "subopt:", uint32(kind))
			p.str(" len:")
			p.int(n)
			p.byte(' ')
			if !p.have(b, n) {
				return
			}
			if p.opt.Verbose > 2 {
				p.hexLines(" ", b[2:n])
			}
		}
		if p.isCut() {
			return
		}
		b, length = b[n:], length-n
	}
}

var rplCodes = []token{
	{rplSolicitation, "DODAG Information Solicitation"},
	{rplInformation, "DODAG Information Object"},
	{rplDestination, "Destination Advertisement Object"},
	{rplAck, "Destination Advertisement Object Ack"},
}

var rplModes = []token{
	{0, "nonstoring"},
	{1, "storing"},
	{2, "nonstoring-multicast"},
	{3, "storing-multicast"},
}

var rplOptions = []token{
	{1, "padN"},
	{2, "metrics"},
	{3, "routinginfo"},
	{4, "config"},
	{5, "rpltarget"},
	{6, "transitinfo"},
	{8, "destprefix"},
	{9, "rpltargetdesc"},
}
