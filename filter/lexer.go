package filter

import (
	"strconv"
	"strings"
)

// lex splits an expression into tokens, the last of which is tokEnd. At each
// place the longest token wins, as it does for scanners of the lex family:
// `len-20` is one name, not a subtraction.
func lex(expr string) ([]token, *Error) {
	var toks []token
	for i := 0; ; {
		for i < len(expr) && isSpace(expr[i]) {
			i++
		}
		if i == len(expr) {
			return append(toks, token{kind: tokEnd, pos: i}), nil
		}
		t, n := next(expr[i:])
		if n == 0 {
			return nil, &Error{Expr: expr, Offset: i, Length: 1, Msg: syntaxError,
				Hint: "this character has no meaning here"}
		}
		t.pos = i
		if t.text == "" {
			t.text = expr[i : i+n]
		}
		toks = append(toks, t)
		i += n
	}
}

// syntaxError is what tcpdump says when the grammar is not met.
const syntaxError = "can't parse filter expression: syntax error"

// next returns the token at the start of s and its length; 0 if there is none.
func next(s string) (token, int) {
	if t, n := sign(s); n > 0 {
		return t, n
	}
	switch s[0] {
	case '$':
		n := prefix(s[1:], isHex)
		if n == 0 {
			return token{}, 0
		}
		n = min(n, 2)
		v, _ := strconv.ParseUint(s[1:1+n], 16, 8)
		return token{kind: tokAID, num: uint32(v)}, 1 + n
	case '\\':
		n := prefix(s[1:], func(c byte) bool { return !strings.ContainsRune(" !()\n\t", rune(c)) })
		if n == 0 {
			return token{}, 0
		}
		return token{kind: tokID, text: s[1 : 1+n]}, 1 + n
	}
	return word(s)
}

// sign matches operators and punctuation.
func sign(s string) (token, int) {
	if len(s) >= 2 {
		k := tokEnd
		switch s[:2] {
		case "&&":
			k = tokAnd
		case "||":
			k = tokOr
		case ">=":
			k = tokGE
		case "<=":
			k = tokLE
		case "!=":
			k = tokNE
		case "==":
			k = tokEQ
		case "<<":
			k = tokLsh
		case ">>":
			k = tokRsh
		}
		if k != tokEnd {
			return token{kind: k}, 2
		}
	}
	k := tokEnd
	switch s[0] {
	case '!':
		k = tokNot
	case '<':
		k = tokLT
	case '>':
		k = tokGT
	case '(':
		k = tokLParen
	case ')':
		k = tokRParen
	case '[':
		k = tokLBracket
	case ']':
		k = tokRBracket
	case '+':
		k = tokAdd
	case '-':
		k = tokSub
	case '*':
		k = tokMul
	case '/':
		k = tokDiv
	case '%':
		k = tokMod
	case '=':
		k = tokEQ
	case '&':
		k = tokBitAnd
	case '|':
		k = tokBitOr
	case '^':
		k = tokXor
	case ':':
		if strings.HasPrefix(s, "::") {
			return token{}, 0 // an IPv6 address
		}
		k = tokColon
	}
	if k == tokEnd {
		return token{}, 0
	}
	return token{kind: k}, 1
}

// word matches names, numbers and addresses: of everything that fits, the
// longest; of equally long ones, the first in the order below.
func word(s string) (token, int) {
	var (
		best token
		n    int
	)
	consider := func(t token, length int) {
		if length > n {
			best, n = t, length
		}
	}
	name := nameLen(s)
	k, v := keyword(s[:name])
	if k != tokEnd && k != tokNum {
		consider(token{kind: k, num: v}, name)
	}
	consider(token{kind: tokEID}, macLen(s))
	if l := numberLen(s); l > 0 {
		t := token{kind: tokNum}
		t.num, t.err = parseNumber(s[:l])
		consider(t, l)
	}
	consider(token{kind: tokHID}, dottedLen(s))
	consider(token{kind: tokHID6}, ip6Len(s))
	if l := bogusMACLen(s); l > 0 {
		consider(token{kind: tokEID, err: "bogus ethernet address " + s[:l]}, l)
	}
	if k == tokNum {
		consider(token{kind: tokNum, num: v}, name)
	}
	consider(token{kind: tokID}, name)
	return best, n
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
func isDigit(c byte) bool { return c-'0' < 10 }
func isHex(c byte) bool   { return isDigit(c) || c|0x20-'a' < 6 }
func isAlnum(c byte) bool { return isDigit(c) || c|0x20-'a' < 26 }

// prefix returns how many bytes at the start of s satisfy ok.
func prefix(s string, ok func(byte) bool) int {
	for i := range len(s) {
		if !ok(s[i]) {
			return i
		}
	}
	return len(s)
}

// nameLen matches a letter or digit, then letters, digits, '.', '-' and '_',
// of which the last is not '-' or '_'.
func nameLen(s string) int {
	if !isAlnum(s[0]) {
		return 0
	}
	n := prefix(s, func(c byte) bool { return isAlnum(c) || c == '.' || c == '-' || c == '_' })
	for s[n-1] == '-' || s[n-1] == '_' {
		n--
	}
	return n
}

// numberLen matches 80 and 0x50.
func numberLen(s string) int {
	if len(s) > 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		if h := prefix(s[2:], isHex); h > 0 {
			return 2 + h
		}
	}
	return prefix(s, isDigit)
}

// parseNumber reads a number in C's syntax: 80, 0x50, 0120.
func parseNumber(s string) (uint32, string) {
	if len(s) > 2 && s[1]|0x20 == 'x' {
		v, err := strconv.ParseUint(s[2:], 16, 32)
		if err != nil {
			return 0, "number " + s + " overflows 32 bits"
		}
		return uint32(v), ""
	}
	if len(s) > 1 && s[0] == '0' {
		if strings.ContainsAny(s, "89") {
			return 0, "number " + s + " contains non-octal digit"
		}
		v, err := strconv.ParseUint(s[1:], 8, 32)
		if err != nil {
			return 0, "number " + s + " overflows 32 bits"
		}
		return uint32(v), ""
	}
	v, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		return 0, "number " + s + " overflows 32 bits"
	}
	return uint32(v), ""
}

// dottedLen matches two to four numbers with dots between them.
func dottedLen(s string) int {
	n, parts := 0, 0
	for parts < 4 {
		l := numberLen(s[n:])
		if l == 0 {
			break
		}
		parts++
		n += l
		if parts == 4 || n == len(s) || s[n] != '.' {
			break
		}
		if numberLen(s[n+1:]) == 0 {
			break
		}
		n++
	}
	if parts < 2 {
		return 0
	}
	return n
}

// hexRun matches one to limit hexadecimal digits.
func hexRun(s string, limit int) int { return min(prefix(s, isHex), limit) }

// macLen matches six bytes with ':', '-' or '.' between them, three groups of
// four digits with dots, or twelve digits.
func macLen(s string) int {
	best := 0
	for _, sep := range [...]byte{':', '-', '.'} {
		n, ok := 0, true
		for i := range 6 {
			if i > 0 {
				if n >= len(s) || s[n] != sep {
					ok = false
					break
				}
				n++
			}
			l := hexRun(s[n:], 2)
			if l == 0 {
				ok = false
				break
			}
			n += l
		}
		if ok {
			best = max(best, n)
		}
	}
	if len(s) >= 14 && hexRun(s, 4) == 4 && s[4] == '.' && hexRun(s[5:], 4) == 4 && s[9] == '.' && hexRun(s[10:], 4) == 4 {
		best = max(best, 14)
	}
	if hexRun(s, 12) == 12 {
		best = max(best, 12)
	}
	return best
}

// bogusMACLen matches what looks like bytes with colons between and after
// them but is no address; a syntax error would say less.
func bogusMACLen(s string) int {
	n, groups := 0, 0
	for {
		l := hexRun(s[n:], 2)
		if l == 0 || n+l >= len(s) || s[n+l] != ':' {
			break
		}
		n += l + prefix(s[n+l:], func(c byte) bool { return c == ':' })
		groups++
	}
	if groups < 2 {
		return 0
	}
	return n
}

// ip6Len matches an IPv6 address in text form: of the run of bytes that could
// belong to one, the longest start that is one.
func ip6Len(s string) int {
	n := prefix(s, func(c byte) bool { return isHex(c) || c == ':' || c == '.' })
	// The longest address has 45 characters, but numbers in its dotted part
	// may be padded with zeros; what is longer is none.
	n = min(n, 64)
	if !strings.Contains(s[:n], ":") {
		return 0
	}
	for ; n >= 2; n-- {
		if isIP6(s[:n]) {
			return n
		}
	}
	return 0
}

// isIP6 reports whether s has the form of an IPv6 address (RFC 4291 section
// 2.2). The numbers of a dotted part may have any value.
func isIP6(s string) bool {
	head, tail, elided := strings.Cut(s, "::")
	if elided && strings.Contains(tail, "::") {
		return false
	}
	h, ok := ip6Groups(head, !elided)
	if !ok || (!elided && h == 0) {
		return false
	}
	if !elided {
		return h == 8
	}
	t, ok := ip6Groups(tail, true)
	return ok && h+t <= 7
}

// ip6Groups counts the 16-bit groups of a part of an address; a dotted quad,
// allowed at the end of the last part, counts as two.
func ip6Groups(s string, last bool) (int, bool) {
	if s == "" {
		return 0, true
	}
	groups := 0
	for {
		g, rest, more := strings.Cut(s, ":")
		if !more && last && strings.Contains(g, ".") {
			if dottedLen(g) != len(g) || strings.Count(g, ".") != 3 {
				return 0, false
			}
			return groups + 2, true
		}
		if g == "" || len(g) > 4 || prefix(g, isHex) != len(g) {
			return 0, false
		}
		groups++
		if !more {
			return groups, true
		}
		s = rest
	}
}
