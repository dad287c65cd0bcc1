package text

// zmtpBodyShown is how many bytes of a body -v shows; -vv shows all.
const zmtpBodyShown = 128

// zmtp prints the frames of ZMTP 1.0 (RFC 13/ZMTP of the ZeroMQ project) in a
// TCP segment.
func (p *printer) zmtp(b []byte) {
	p.proto = "zmtp1"
	p.str(": ZMTP/1.0")
	for len(b) > 0 && !p.isCut() {
		b = p.zmtpFrame(b)
	}
}

// zmtpFrame prints the frame that b begins with, and returns what follows.
//
//	+---------------+---------------+------------
//	|    length     |     flags     |  body         of up to 254 bytes
//	+---------------+---------------+------------
//	|     0xff      |  length, 8 bytes  | flags | body
//	+---------------+-------------------+-------+-------
//
// The length is that of flags and body.
func (p *printer) zmtpFrame(b []byte) []byte {
	p.str("\n\t frame flags+body")
	size := uint64(p.u8(b, 0))
	if size != 0xff {
		p.str("  (8-bit) length")
		b = b[1:]
	} else {
		p.str(" (64-bit) length")
		size = p.u64(b, 1)
		b = after(b, 9)
	}
	p.strDec(" ", size)
	if size == 0 || p.isCut() {
		return b
	}
	captured := min(size, uint64(len(b)))
	if captured > 0 {
		p.zmtpBody(b[:captured], size)
	}
	p.need(b, int(min(size, 1<<31)))
	return b[captured:]
}

// zmtpBody prints flags and body of a frame of size bytes.
func (p *printer) zmtpBody(b []byte, size uint64) {
	if size != uint64(len(b)) {
		p.strDec(" (", uint64(len(b)))
		p.str(" captured)")
	}
	flags := b[0]
	p.str(", flags ")
	p.hex0x(uint64(flags), 2)
	if p.opt.Verbose == 0 {
		return
	}
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
	body := b[1:]
	if len(body) == 0 {
		return
	}
	if p.opt.Verbose == 1 {
		body = limit(body, zmtpBodyShown)
	}
	p.strDec(", first ", uint64(len(body)))
	p.str(" byte(s) of body:")
	p.hexASCII("\n\t ", body)
}
