package text

import "bytes"

// visible prints bytes that should be text, as vis(1) and cat -v do: control
// characters as ^X, bytes over 127 as M- and what their low seven bits are.
func (p *printer) visible(b []byte) {
	for _, c := range b {
		p.visibleByte(c)
	}
}

func (p *printer) visibleByte(c byte) {
	if c >= 0x80 {
		p.str("M-")
		c &= 0x7f
	}
	if c < ' ' || c == 0x7f {
		p.byte('^')
		c ^= 0x40
	}
	p.byte(c)
}

// hexAlt prints v in lower-case hexadecimal with the prefix 0x, but 0 without
// it, as printf's %#x does.
func (p *printer) hexAlt(v uint64) {
	if v == 0 {
		p.byte('0')
		return
	}
	p.hex0x(v, 0)
}

// strDec prints a word and a number in decimal. As the number is an argument,
// where reading it cuts the text the word is not printed either.
func (p *printer) strDec(s string, v uint64) {
	p.str(s)
	p.dec(v)
}

// untilNul returns b up to its first zero byte.
func untilNul(b []byte) []byte {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		return b[:i]
	}
	return b
}

// padLeft moves what was printed since start to the right, so that it takes
// width bytes.
func (p *printer) padLeft(start, width int) {
	n := len(p.out) - start
	if n >= width {
		return
	}
	p.padRight(start, width)
	copy(p.out[start+width-n:], p.out[start:start+n])
	for i := range width - n {
		p.out[start+i] = ' '
	}
}

// padRight appends spaces so that what was printed since start takes width
// bytes.
func (p *printer) padRight(start, width int) {
	for len(p.out)-start < width {
		p.byte(' ')
	}
}
