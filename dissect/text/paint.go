package text

import "unicode/utf8"

// A style is what stands out on a terminal.
type style uint8

const (
	stylePlain style = iota
	styleAddr
	stylePort
	styleFlags
	styleProblem
)

// sgr holds the control sequences that begin each style (ECMA-48 section
// 8.3.117); stylePlain ends any.
var sgr = [...]string{
	stylePlain:   "\x1b[0m",
	styleAddr:    "\x1b[36m",
	stylePort:    "\x1b[35m",
	styleFlags:   "\x1b[1;33m",
	styleProblem: "\x1b[1;31m",
}

// A stroke says that the text goes on in a style from an offset on.
type stroke struct {
	at    int // in the printer's buffer
	style style
}

// style has the text from here on printed in a style. The text itself stays as
// it is without colour, so that whatever counts, cuts or compares it does not
// see any; View.Append puts the sequences in at the end.
func (p *printer) style(s style) {
	if p.opt.Color {
		p.stroke(s)
	}
}

func (p *printer) stroke(s style) {
	p.st.strokes = append(p.st.strokes, stroke{len(p.out), s})
}

// plain ends a style.
func (p *printer) plain() { p.style(stylePlain) }

// shorten drops the text from n on, and the styles that begin there.
func (p *printer) shorten(n int) {
	p.out = p.out[:n]
	s := p.st.strokes
	for len(s) > 0 && s[len(s)-1].at >= n {
		s = s[:len(s)-1]
	}
	if len(s) > 0 && s[len(s)-1].style != stylePlain {
		s = append(s, stroke{n, stylePlain})
	}
	p.st.strokes = s
}

// paint puts the control sequences of the styles into the text from start on,
// and with Options.Terminal replaces all that was in it before. In the end out
// is as tcpdump prints it where nothing stands out and nothing is replaced.
func (p *printer) paint(start int) {
	strokes := p.st.strokes
	p.st.strokes = strokes[:0]
	text := append(p.st.scratch[:0], p.out[start:]...)
	p.st.scratch = text
	p.out = p.out[:start]
	done := 0
	for _, s := range strokes {
		at := min(s.at-start, len(text))
		p.show(text[done:at])
		p.str(sgr[s.style])
		done = at
	}
	p.show(text[done:])
}

// show appends finished text.
func (p *printer) show(text []byte) {
	if !p.opt.Terminal {
		p.out = append(p.out, text...)
		return
	}
	plain := 0 // where what can be shown as it is begins
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r != utf8.RuneError && !controls(r) {
			i += n
			continue
		}
		p.out = append(p.out, text[plain:i]...)
		if n == 1 {
			p.visibleByte(text[i])
		} else {
			p.str(`\u`)
			p.hexNum(uint64(r), 4)
		}
		i += n
		plain = i
	}
	p.out = append(p.out, text[plain:]...)
}

// controls reports whether a terminal may take r for an order: the control
// characters of ASCII and of Unicode, line separators, and what reverses the
// direction of writing.
func controls(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r >= 0x200e && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x061c, r == utf8.RuneError:
		return true
	}
	return false
}
