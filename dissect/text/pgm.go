package text

import "wiredump/dissect"

// Types of PGM packets: RFC 3208 section 8, and for ACK the draft of PGMCC.
const (
	pgmSPM   = 0x00
	pgmPOLL  = 0x01
	pgmPOLR  = 0x02
	pgmODATA = 0x04
	pgmRDATA = 0x05
	pgmNAK   = 0x08
	pgmNNAK  = 0x09
	pgmNCF   = 0x0a
	pgmACK   = 0x0b
	pgmSPMR  = 0x0c
)

// pgmHeaderLen is the length of a PGM header in bytes.
const pgmHeaderLen = 16

// pgmHasOptions is the bit that tells of options.
const pgmHasOptions = 0x01

// pgm prints a packet of Pragmatic General Multicast (RFC 3208 section 8), in
// IP or in UDP.
//
//	+-------------------------------+-------------------------------+
//	|          source port          |       destination port        |
//	+---------------+---------------+-------------------------------+
//	|     type      |    options    |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|     global source ID, 6 bytes                                 |
//	|                               +-------------------------------+
//	|                               |      length of the data       |
//	+-------------------------------+-------------------------------+
func (p *printer) pgm(b []byte, length int) {
	p.proto = "pgm"
	if len(b) < 4 {
		p.ipPair()
		p.byte(':')
		p.truncated()
		return
	}
	p.ipEnds(dissect.IPProtoPGM, p.u16(b, 0), p.u16(b, 2))
	p.str(": ")
	if !p.have(b, pgmHeaderLen) {
		return
	}
	data := int(p.u16(b, 14))
	p.strDec("PGM, length ", uint64(data))
	if p.opt.Verbose == 0 {
		return
	}
	p.str(" 0x")
	p.hexBytes(b[8:14])
	p.byte(' ')
	kind := b[4]
	options, ok := p.pgmBody(kind, b)
	if !ok {
		return
	}
	if b[5]&pgmHasOptions != 0 {
		if options, ok = p.pgmOptions(options); !ok {
			return
		}
	}
	p.strDec(" [", uint64(length))
	p.byte(']')
	if p.opt.Type == dissect.ProtoPGMZMTP && (kind == pgmODATA || kind == pgmRDATA) {
		p.zmtpDatagram(options, data)
	}
}

// pgmBody prints what the packet's type is about. It returns what follows it.
func (p *printer) pgmBody(kind uint8, b []byte) (rest []byte, ok bool) {
	body := b[pgmHeaderLen:]
	switch kind {
	case pgmSPM:
		return p.pgmSPM(body)
	case pgmPOLL:
		return p.pgmPOLL(body)
	case pgmNAK, pgmNNAK, pgmNCF:
		return p.pgmNAK(kind, body)
	case pgmSPMR:
		p.str("SPMR")
		return b, true // quirk pgm-options: not behind the header
	case pgmPOLR, pgmODATA, pgmRDATA, pgmACK:
	default:
		p.str("UNKNOWN type ")
		p.hex0x(uint64(kind), 2)
		return b, true // quirk pgm-options
	}
	if !p.have(body, 8) {
		return nil, false
	}
	seq := uint64(p.u32(body, 0))
	switch kind {
	case pgmPOLR:
		p.strDec("POLR seq ", seq)
		p.strDec(" round ", uint64(p.u16(body, 4)))
	case pgmODATA:
		p.strDec("ODATA trail ", uint64(p.u32(body, 4)))
		p.strDec(" seq ", seq)
	case pgmRDATA:
		p.strDec("RDATA trail ", uint64(p.u32(body, 4)))
		p.strDec(" seq ", seq)
	case pgmACK:
		p.strDec("ACK seq ", seq)
	}
	return body[8:], true
}

// pgmAddrLen returns how many bytes an address of the family takes that is
// named by the four bytes at off; 0 if there is none or it is cut.
func (p *printer) pgmAddrLen(b []byte, off int) int {
	if !p.have(b, off+4) {
		return 0
	}
	n := 0
	switch p.u16(b, off) {
	case 1:
		n = 4
	case 2:
		n = 16
	default:
		p.truncated()
		return 0
	}
	if !p.have(b, off+4+n) {
		return 0
	}
	return n
}

// pgmAddr prints an address of n bytes.
func (p *printer) pgmAddr(b []byte, n int) {
	if n == 16 {
		p.ip6At(b, 0)
	} else {
		p.ip4At(b, 0)
	}
}

// pgmSPM prints a source path message (RFC 3208 section 8.1).
//
//	sequence number, trailing and leading edge: 4 bytes each
//	address of the path: family, 2 bytes; 2 reserved; address
func (p *printer) pgmSPM(b []byte) (rest []byte, ok bool) {
	n := p.pgmAddrLen(b, 12)
	if n == 0 {
		return nil, false
	}
	p.strDec("SPM seq ", uint64(p.u32(b, 0)))
	p.strDec(" trail ", uint64(p.u32(b, 4)))
	p.strDec(" lead ", uint64(p.u32(b, 8)))
	p.str(" nla ")
	p.pgmAddr(b[16:], n)
	return b[16+n:], true
}

// pgmPOLL prints a poll request (RFC 3208 section 15.2.1).
//
//	sequence number, 4 bytes; round and sub-type, 2 bytes each; address;
//	interval, random string, mask: 4 bytes each
func (p *printer) pgmPOLL(b []byte) (rest []byte, ok bool) {
	n := p.pgmAddrLen(b, 8)
	if n == 0 || !p.need(b, 12+n+12) {
		return nil, false
	}
	p.strDec("POLL seq ", uint64(p.u32(b, 0)))
	p.strDec(" round ", uint64(p.u16(b, 4)))
	p.str(" nla ")
	p.pgmAddr(b[12:], n)
	b = b[12+n:]
	p.strDec(" ivl ", uint64(p.u32(b, 0)))
	p.str(" rnd ")
	p.hex0x(uint64(p.u32(b, 4)), 8)
	p.str(" mask ")
	p.hex0x(uint64(p.u32(b, 8)), 8)
	return b[12:], true
}

// pgmNAK prints a negative acknowledgement, or an answer to one (RFC 3208
// section 8.3).
//
//	sequence number, 4 bytes; addresses of source and group
func (p *printer) pgmNAK(kind uint8, b []byte) (rest []byte, ok bool) {
	n := p.pgmAddrLen(b, 4)
	if n == 0 {
		return nil, false
	}
	// quirk pgm-group: the family of the group is looked for four bytes behind
	// its place, and the address is taken from there as well.
	group := after(b, 8+n+4)
	if !p.need(group, 2) {
		return nil, false
	}
	m := 0
	switch p.u16(group, 0) {
	case 1:
		m = 4
	case 2:
		m = 16
	}
	if m == 0 || len(group) < m {
		p.truncated()
		return nil, false
	}
	switch kind {
	case pgmNAK:
		p.str("NAK ")
	case pgmNNAK:
		p.str("NNAK ")
	case pgmNCF:
		p.str("NCF ")
	}
	p.byte('(')
	p.pgmAddr(b[8:], n)
	p.str(" -> ")
	p.pgmAddr(group, m)
	p.strDec("), seq ", uint64(p.u32(b, 0)))
	return group[m:], true
}
