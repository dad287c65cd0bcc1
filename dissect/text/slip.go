package text

const slipLen = 16 // direction and, of a compressed datagram, the header, in bytes

// slip prints a datagram of a serial line (RFC 1055), behind what the driver
// tells about it.
//
//	I ip 44: ...
func (p *printer) slip(b []byte, length int) int {
	p.proto = "slip"
	if len(b) < slipLen || length < slipLen {
		p.truncated()
		return len(b)
	}
	if p.opt.Link {
		p.slipHeader(b[:slipLen], b[slipLen:], length-slipLen)
	}
	if len(b) <= slipLen || length <= slipLen {
		p.truncated()
		return slipLen
	}
	p.slipIP(b[slipLen:], length-slipLen)
	return slipLen
}

// slipBSDOS prints a datagram of a serial line behind BSD/OS's header, of which
// nothing is shown.
func (p *printer) slipBSDOS(b []byte, length int) int {
	p.proto = "slip_bsdos"
	if length < slipLen || !p.need(b, slipLen) {
		p.cut()
		return 0
	}
	p.ipv4(b[slipLen:], length-slipLen)
	return slipLen
}

// slipIP prints a datagram of either version of IP.
func (p *printer) slipIP(b []byte, length int) {
	switch version := p.u8(b, 0) >> 4; version {
	case 4:
		p.ipv4(b, length)
	case 6:
		p.ipv6(b, length)
	default:
		p.str("ip v")
		p.dec(uint64(version))
	}
}

// slipConns is what is remembered of Van Jacobson's compression (RFC 1144).
type slipConns struct {
	last    [2]uint8       // the connection of the last datagram each way
	payload [2][256]uint32 // how long the last datagram's payload was, in bytes
}

const slipNoDirection = 2

// Kinds of datagram, in the second byte of the driver's header.
const (
	slipPlain        = 0x40
	slipUncompressed = 0x70 // the next byte holds the connection's number
	slipCompressed   = 0x80
)

// Bits of a compressed header: what is in it.
const (
	slipConn   = 0x40
	slipIPID   = 0x20
	slipSeq    = 0x08
	slipAck    = 0x04
	slipWindow = 0x02
	slipUrgent = 0x01
	// Quirks slip-special: these have a meaning of their own.
	slipData = slipSeq | slipAck | slipWindow | slipUrgent
	slipEcho = slipSeq | slipWindow | slipUrgent
)

// slipHeader prints the direction and how the datagram was sent.
func (p *printer) slipHeader(h, b []byte, length int) {
	dir := h[0]
	switch dir {
	case 0:
		p.str("I ")
	case 1:
		p.str("O ")
	default:
		p.str("Invalid direction ")
		p.dec(uint64(dir))
		p.byte(' ')
		dir = slipNoDirection
	}
	switch kind := h[1]; {
	case kind&slipCompressed != 0 && dir == slipNoDirection:
	case kind&slipCompressed != 0:
		p.str("ctcp ")
		p.slipCompressed(dir, h, b, length)
	case kind&0xf0 == slipUncompressed:
		// Quirk slip-conn: it is the last one's number that is printed.
		conn := uint8(0)
		if dir != slipNoDirection {
			conn = p.st.slip.last[dir]
		}
		p.str("utcp ")
		p.dec(uint64(conn))
		p.str(": ")
		if dir != slipNoDirection {
			p.slipPayload(dir, conn, b, length)
		}
	case kind&0xf0 == slipPlain:
		p.str("ip ")
		p.int(length + slipLen)
		p.str(": ")
	case dir == slipNoDirection:
	default:
		p.str("slip-")
		p.dec(uint64(kind))
		p.str("!: ")
	}
}

// slipPayload remembers how long the payload of TCP is.
func (p *printer) slipPayload(dir, conn uint8, b []byte, length int) uint32 {
	ip := int(p.u8(b, 0)&0xf) * 4
	tcp := int(p.u8(b, ip+12)>>4) * 4
	if !p.need(b, ip+20) {
		return 0
	}
	n := uint32(length - ip - tcp)
	p.st.slip.payload[dir][conn] = n
	return n
}

// slipCompressed prints what a compressed header holds.
func (p *printer) slipCompressed(dir uint8, h, b []byte, length int) {
	flags, off := h[1], 2
	number := func() uint16 {
		v := uint16(p.u8(h, off))
		if v == 0 {
			v = p.u16(h, off+1)
			off += 3
		}
		// Quirk slip-number: a number of one byte is not passed over.
		return v
	}
	s := &p.st.slip
	if flags&slipConn != 0 {
		s.last[dir] = h[off]
		off++
		p.dec(uint64(s.last[dir]))
	} else {
		p.byte('*')
	}
	off += 2 // TCP's checksum
	conn := s.last[dir]
	switch flags & 0xf {
	case slipEcho:
		p.str(" *SA+")
		p.int(int(int32(s.payload[dir][conn])))
	case slipData:
		p.str(" *S+")
		p.int(int(int32(s.payload[dir][conn])))
	default:
		for _, t := range slipFields {
			if uint32(flags)&t.v == 0 {
				continue
			}
			p.str(t.s)
			v := number()
			if t.v == slipWindow {
				// It may shrink.
				if int16(v) >= 0 {
					p.byte('+')
				}
				p.int(int(int16(v)))
				continue
			}
			p.dec(uint64(v))
		}
	}
	if flags&slipIPID != 0 {
		p.str(" I+")
		p.dec(uint64(number()))
	}
	n := p.slipPayload(dir, conn, b, length)
	p.byte(' ')
	p.int(int(int32(n)))
	p.str(" (")
	p.int(off - 1)
	p.str("): ")
}

var slipFields = []token{{slipUrgent, " U="}, {slipWindow, " W"}, {slipAck, " A+"}, {slipSeq, " S+"}}
