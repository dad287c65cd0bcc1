package text

import (
	"bytes"
	"math"
)

// resp prints messages of Redis (RESP version 2): strings and numbers end in
// CR LF, bulk strings and arrays begin with their length.
//
//	+OK   -ERR   :1   $3 foo   *2 (two more messages)
func (p *printer) resp(b []byte, length int) {
	p.proto = "resp"
	p.str(": RESP")
	r := respReader{p: p, b: limit(b, length), left: length}
	for r.left > 0 {
		if !r.message() {
			if r.left > len(r.b) && !r.soft {
				p.cut()
			} else {
				p.truncated()
			}
			return
		}
	}
}

// A respReader stands in a series of messages.
type respReader struct {
	p    *printer
	b    []byte // captured
	left int    // claimed
	open int    // elements of arrays that are still to come
	soft bool   // it was a string that was cut
}

// message prints a message and, of an array, all that belongs to it. It
// returns false where the bytes run out.
func (r *respReader) message() bool {
	for r.open = 1; r.open > 0; {
		r.open--
		if len(r.b) == 0 {
			return false
		}
		ok := true
		switch r.b[0] {
		case '+', '-', ':':
			r.skip(1)
			ok = r.line()
		case '$':
			r.skip(1)
			ok = r.bulk()
		case '*':
			r.skip(1)
			ok = r.array()
		default:
			ok = r.inline()
		}
		if !ok {
			return false
		}
	}
	return true
}

func (r *respReader) skip(n int) { r.b, r.left = r.b[n:], r.left-n }

// line prints what goes up to CR LF.
func (r *respReader) line() bool {
	n := bytes.Index(r.b, []byte("\r\n"))
	if n < 0 {
		r.soft = true
		return false
	}
	r.text(r.b[:n])
	r.skip(n + 2)
	return true
}

// inline prints a command that is typed: words up to CR or LF.
func (r *respReader) inline() bool {
	r.breaks()
	n := bytes.IndexAny(r.b, "\r\n")
	if n < 0 {
		return false
	}
	r.text(r.b[:n])
	r.skip(n)
	r.breaks()
	return true
}

// breaks passes over CR and LF.
func (r *respReader) breaks() {
	for len(r.b) > 0 && (r.b[0] == '\r' || r.b[0] == '\n') {
		r.skip(1)
	}
}

func (r *respReader) text(b []byte) {
	r.p.str(` "`)
	r.p.visible(b)
	r.p.byte('"')
}

// What a length can be besides a length.
const (
	respNull = -1 - iota
	respNone // there is nothing more to say of it
)

// length reads a length and its CR LF, and prints what is wrong with it. A
// byte that does not belong there is passed over.
func (r *respReader) length() (n int, ok bool) {
	next := func() (c byte) {
		if len(r.b) == 0 {
			ok = false
			return 0
		}
		c = r.b[0]
		r.skip(1)
		return c
	}
	negative, large, digits := false, false, 0
	ok = true
	c := next()
	if c == '-' {
		negative = true
		c = next()
	}
	for ; c >= '0' && c <= '9'; c = next() {
		digits++
		if n = n*10 + int(c-'0'); n > math.MaxInt32 {
			large, n = true, math.MaxInt32
		}
	}
	if ok && (digits == 0 || c != '\r' || next() != '\n' && ok) {
		r.p.str(" invalid")
		return respNone, true
	}
	switch {
	case !ok:
	case large && !negative:
		r.p.str(" length too large")
		return respNone, true
	case negative && n == 1:
		return respNull, true
	case negative:
		r.p.str(" length negative and not -1")
		return respNone, true
	}
	return n, ok
}

// bulk prints a string whose length is told.
func (r *respReader) bulk() bool {
	n, ok := r.length()
	if !ok {
		return false
	}
	switch {
	case n == respNull:
		r.p.str(" null")
		return true
	case n == respNone:
		return true
	case n == 0:
		r.p.str(" empty")
	default:
		if len(r.b) < n {
			r.soft = true
			return false
		}
		r.text(r.b[:n])
		r.skip(n)
	}
	end := bytes.Index(r.b, []byte("\r\n"))
	if end < 0 {
		r.soft = true
		return false
	}
	r.skip(end + 2)
	return true
}

// array begins a number of messages.
func (r *respReader) array() bool {
	n, ok := r.length()
	switch {
	case !ok:
		return false
	case n == respNull:
		r.p.str(" null")
	case n == 0:
		r.p.str(" empty")
	case n > 0:
		r.open += n
	}
	return true
}
