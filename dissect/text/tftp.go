package text

import "wiredump/dissect"

// tftp prints a message of the Trivial File Transfer Protocol (RFC 1350).
func (p *printer) tftp(b []byte, length int) {
	p.proto = "tftp"
	p.str("TFTP, length ")
	p.int(length)
	if length < 2 {
		p.truncated()
		return
	}
	opcode := p.u16(b, 0)
	p.need(b, 2)
	p.str(", ")
	p.tok(tftpOpcodes, "tftp-#", uint32(opcode))
	if length == 2 && opcode != dissect.TFTPOptionAck && opcode >= dissect.TFTPRead && opcode <= dissect.TFTPError {
		p.truncated()
		return
	}
	s := zeroStrings{p: p, b: after(b, 2), n: length - 2}
	switch opcode {
	case dissect.TFTPRead, dissect.TFTPWrite:
		if !s.quoted() {
			return
		}
		if s.n == 0 {
			p.truncated()
			return
		}
		p.byte(' ')
		if s.print() {
			s.options()
		}
	case dissect.TFTPOptionAck:
		s.options()
	case dissect.TFTPData, dissect.TFTPAck:
		if length < 4 {
			p.truncated()
			return
		}
		p.need(b, 4)
		p.str(" block ")
		p.dec(uint64(p.u16(b, 2)))
	case dissect.TFTPError:
		if length < 4 {
			p.truncated()
			return
		}
		code := p.u16(b, 2)
		p.byte(' ')
		if name, ok := find(tftpErrors, uint32(code)); ok {
			p.str(name)
		} else {
			p.str("tftp-err-#")
			p.dec(uint64(code))
			p.str(` "`) // quirk tftp-error
		}
		s.b, s.n = after(s.b, 2), s.n-2
		if s.n == 0 {
			p.truncated()
			return
		}
		s.quoted()
	}
}

// zeroStrings are strings that end in a zero byte.
type zeroStrings struct {
	p *printer
	b []byte // captured
	n int    // claimed
}

// print prints the first string and splits it off. It marks the message as cut
// and returns false if it has no end.
func (s *zeroStrings) print() bool {
	if s.text() {
		return true
	}
	s.p.truncated()
	return false
}

// text is print without the mark.
func (s *zeroStrings) text() bool {
	for i, c := range limit(s.b, s.n) {
		if c == 0 {
			s.b, s.n = s.b[i+1:], s.n-i-1
			return true
		}
		s.p.visibleByte(c)
	}
	return false
}

// quoted prints the first string in quotes.
func (s *zeroStrings) quoted() bool {
	s.p.str(` "`)
	ok := s.text()
	s.p.byte('"')
	if !ok {
		s.p.truncated()
	}
	return ok
}

// options prints strings, with a space before each that is not empty.
func (s *zeroStrings) options() {
	for s.n > 0 {
		if s.p.u8(s.b, 0) != 0 {
			s.p.byte(' ')
		}
		if !s.print() {
			return
		}
	}
}

var tftpOpcodes = []token{
	{dissect.TFTPRead, "RRQ"},
	{dissect.TFTPWrite, "WRQ"},
	{dissect.TFTPData, "DATA"},
	{dissect.TFTPAck, "ACK"},
	{dissect.TFTPError, "ERROR"},
	{dissect.TFTPOptionAck, "OACK"},
}

var tftpErrors = []token{
	{0, "EUNDEF"},
	{1, "ENOTFOUND"},
	{2, "EACCESS"},
	{3, "ENOSPACE"},
	{4, "EBADOP"},
	{5, "EBADID"},
	{6, "EEXISTS"},
	{7, "ENOUSER"},
}
