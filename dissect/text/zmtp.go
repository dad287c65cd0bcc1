package text

// zmtpBodyShown is how many bytes of a body -v shows; -vv shows all.
const zmtpBodyShown = 128

// zmtp prints the frames of ZMTP 1.0 (RFC 13/ZMTP of the ZeroMQ project) in a
// TCP segment.
func (p *printer) zmtp(b []byte) {
	p.proto = "zmtp1"
	p.str(": ZMTP/1.0")
	p.zmtpFrames(b, len(b))
}

// zmtpDatagram prints frames in a PGM packet, whose data is length bytes: they
// begin at an offset, and what is before it belongs to a frame of the packet
// before.
//
//	+---------------+---------------+------
//	|    offset; 0xffff: nowhere    |
//	+---------------+---------------+------
func (p *printer) zmtpDatagram(b []byte, length int) {
	p.proto = "zmtp1"
	if !p.need(b, 2) {
		return
	}
	offset := int(p.u16(b, 0))
	p.str("\n\t frame offset ")
	p.hex0x(uint64(offset), 4)
	rest := int(uint32(length - 2)) // quirk zmtp-length: nearly 2^32 where that is negative
	if offset == 0xffff {
		offset = rest
	} else if offset+2 > length {
		p.str(" (exceeds datagram declared length)")
		p.cut()
		return
	}
	b = b[2:]
	n := min(rest, len(b))
	if offset != 0 {
		p.strDec("\n\t frame intermediate part, ", uint64(offset))
		p.str(" bytes")
		if offset > n {
			p.strDec(" (", uint64(n))
			p.str(" captured)")
		}
		if shown := min(offset, n); shown > 1 {
			p.zmtpDump(b, uint64(shown), " byte(s):")
		}
	}
	p.zmtpFrames(after(b, offset), n-offset)
}

// zmtpFrames prints the frames that begin in the first n bytes of b.
func (p *printer) zmtpFrames(b []byte, n int) {
	for n > 0 && !p.isCut() {
		used := p.zmtpFrame(b, n)
		b, n = after(b, used), n-used
	}
}

// zmtpFrame prints the frame that b begins with, of which n bytes are left, and
// returns how many it takes.
//
//	+---------------+---------------+------------
//	|    length     |     flags     |  body         of up to 254 bytes
//	+---------------+---------------+------------
//	|     0xff      |  length, 8 bytes  | flags | body
//	+---------------+-------------------+-------+-------
//
// The length is that of flags and body.
func (p *printer) zmtpFrame(b []byte, n int) int {
	p.str("\n\t frame flags+body")
	header, size := 1, uint64(p.u8(b, 0))
	if size != 0xff {
		p.str("  (8-bit) length")
	} else {
		p.str(" (64-bit) length")
		header, size = 9, p.u64(b, 1)
	}
	p.strDec(" ", size)
	if size == 0 || !p.need(b, header+1) {
		return header
	}
	b = b[header:]
	// quirk zmtp-captured: less than none where the header is longer than what
	// is left of the datagram.
	captured := uint64(n - header)
	if captured < size {
		p.strDec(" (", captured)
		p.str(" captured)")
	}
	flags := b[0]
	p.str(", flags ")
	p.hex0x(uint64(flags), 2)
	if p.opt.Verbose > 0 {
		p.zmtpFlags(flags)
		if shown := min(size, captured); shown > 1 {
			p.zmtpDump(b[1:], shown-1, " byte(s) of body:")
		}
	}
	if size > uint64(len(b)) {
		p.cut()
		return header
	}
	return header + int(size)
}

// zmtpFlags prints the flags of a frame, bit by bit.
func (p *printer) zmtpFlags(flags uint8) {
	p.str(" (")
	for bit := uint8(0x80); bit != 0; bit >>= 1 {
		switch {
		case flags&bit == 0:
			p.byte('-')
		case bit == 1:
			p.str("MORE")
		default:
			p.str("MBZ") // must be zero
		}
		if bit != 1 {
			p.byte('|')
		}
	}
	p.byte(')')
}

// zmtpDump dumps the first n bytes of b, with -v not all of them.
func (p *printer) zmtpDump(b []byte, n uint64, what string) {
	if p.opt.Verbose == 0 {
		return
	}
	if p.opt.Verbose == 1 {
		n = min(n, zmtpBodyShown)
	}
	p.strDec(", first ", n)
	p.str(what)
	p.hexASCII("\n\t ", b[:min(n, uint64(len(b)))])
	if n > uint64(len(b)) {
		p.cut()
	}
}
