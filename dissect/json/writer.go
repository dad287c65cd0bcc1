package jsonview

import (
	"net/netip"
	"strconv"
	"unicode/utf8"
)

// A writer appends JSON. What it appended ends with a value or an opening
// bracket at any time, so that the last byte tells whether a comma is due.
type writer struct {
	out []byte
}

const hexDigits = "0123456789abcdef"

// comma appends what separates the next member or element.
func (w *writer) comma() {
	if c := w.out[len(w.out)-1]; c != '{' && c != '[' {
		w.out = append(w.out, ',')
	}
}

// key appends the name of a member; names need no escapes.
func (w *writer) key(k string) {
	w.comma()
	w.out = append(w.out, '"')
	w.out = append(w.out, k...)
	w.out = append(w.out, '"', ':')
}

func (w *writer) object(k string) {
	w.key(k)
	w.out = append(w.out, '{')
}

// item opens an object that is an element of an array.
func (w *writer) item() {
	w.comma()
	w.out = append(w.out, '{')
}

func (w *writer) endObject() { w.out = append(w.out, '}') }

func (w *writer) array(k string) {
	w.key(k)
	w.out = append(w.out, '[')
}

func (w *writer) endArray() { w.out = append(w.out, ']') }

func (w *writer) num(k string, v uint64) {
	w.key(k)
	w.out = strconv.AppendUint(w.out, v, 10)
}

func (w *writer) numItem(v uint64) {
	w.comma()
	w.out = strconv.AppendUint(w.out, v, 10)
}

func (w *writer) bool(k string, v bool) {
	w.key(k)
	w.out = strconv.AppendBool(w.out, v)
}

// word adds a string that needs no escapes.
func (w *writer) word(k, v string) {
	w.key(k)
	w.out = append(w.out, '"')
	w.out = append(w.out, v...)
	w.out = append(w.out, '"')
}

func (w *writer) wordItem(v string) {
	w.comma()
	w.out = append(w.out, '"')
	w.out = append(w.out, v...)
	w.out = append(w.out, '"')
}

// words adds an array of the words whose bits are set in v, from the lowest
// bit on. Bits without a word are left out.
func (w *writer) words(k string, v uint32, names []string) {
	w.array(k)
	for i, name := range names {
		if v&(1<<i) != 0 && name != "" {
			w.wordItem(name)
		}
	}
	w.endArray()
}

// text adds a string of any bytes.
func (w *writer) text(k, v string) {
	w.key(k)
	w.quote(v)
}

func (w *writer) textItem(v string) {
	w.comma()
	w.quote(v)
}

// bytes adds text that came from the wire.
func (w *writer) bytes(k string, v []byte) {
	w.key(k)
	w.out = append(w.out, '"')
	w.out = appendText(w.out, v)
	w.out = append(w.out, '"')
}

func (w *writer) quote(v string) {
	w.out = append(w.out, '"')
	w.out = appendText(w.out, v)
	w.out = append(w.out, '"')
}

// appendText appends the inside of a JSON string. Control characters, also
// those from U+0080 to U+009F, are escaped, so that a terminal that shows the
// line is not told to do anything; so are the line separators of JavaScript,
// and the characters that turn the direction of writing.
// Bytes that are not UTF-8 become U+FFFD.
func appendText[T string | []byte](dst []byte, s T) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
			i++
		case c == '\n':
			dst = append(dst, '\\', 'n')
			i++
		case c == '\r':
			dst = append(dst, '\\', 'r')
			i++
		case c == '\t':
			dst = append(dst, '\\', 't')
			i++
		case c < ' ' || c == 0x7f:
			dst = appendEscape(dst, rune(c))
			i++
		case c < utf8.RuneSelf:
			dst = append(dst, c)
			i++
		default:
			var u [utf8.UTFMax]byte
			n := copy(u[:], s[i:])
			r, size := utf8.DecodeRune(u[:n])
			switch {
			case r == utf8.RuneError && size == 1:
				dst = append(dst, `\ufffd`...)
			case r < 0xa0, r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
				dst = appendEscape(dst, r)
			default:
				dst = append(dst, u[:size]...)
			}
			i += size
		}
	}
	return dst
}

func appendEscape(dst []byte, r rune) []byte {
	return append(dst, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// hex adds bytes as hexadecimal digits.
func (w *writer) hex(k string, b []byte) {
	w.key(k)
	w.out = append(w.out, '"')
	for _, c := range b {
		w.out = append(w.out, hexDigits[c>>4], hexDigits[c&15])
	}
	w.out = append(w.out, '"')
}

// mac adds a hardware address of any length.
func (w *writer) mac(k string, a []byte) {
	w.key(k)
	w.out = append(w.out, '"')
	for i, c := range a {
		if i > 0 {
			w.out = append(w.out, ':')
		}
		w.out = append(w.out, hexDigits[c>>4], hexDigits[c&15])
	}
	w.out = append(w.out, '"')
}

func (w *writer) ip4(k string, a [4]byte) {
	w.key(k)
	w.ip4Value(a)
}

func (w *writer) ip4Item(a [4]byte) {
	w.comma()
	w.ip4Value(a)
}

func (w *writer) ip4Value(a [4]byte) {
	w.out = append(w.out, '"')
	w.out = netip.AddrFrom4(a).AppendTo(w.out)
	w.out = append(w.out, '"')
}

func (w *writer) ip6(k string, a [16]byte) {
	w.key(k)
	w.ip6Value(a)
}

func (w *writer) ip6Item(a [16]byte) {
	w.comma()
	w.ip6Value(a)
}

func (w *writer) ip6Value(a [16]byte) {
	w.out = append(w.out, '"')
	w.out = netip.AddrFrom16(a).AppendTo(w.out)
	w.out = append(w.out, '"')
}
