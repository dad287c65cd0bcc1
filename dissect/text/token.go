package text

// A token is a number and the word that is printed for it.
type token struct {
	v uint32
	s string
}

// find returns the word for v in a table.
func find(table []token, v uint32) (string, bool) {
	for i := range table {
		if table[i].v == v {
			return table[i].s, true
		}
	}
	return "", false
}

// tok prints the word for v; where the table has none, other and then v in
// decimal.
func (p *printer) tok(table []token, other string, v uint32) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(other)
	p.dec(uint64(v))
}

// tokHex prints the word for v; where the table has none, other and then v in
// hexadecimal with at least width digits.
func (p *printer) tokHex(table []token, other string, v uint32, width int) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(other)
	p.hexNum(uint64(v), width)
}

// bits prints the words of all tokens whose bits are all set in v, with sep
// between them. It returns whether there were any.
func (p *printer) bits(table []token, v uint32, sep string) bool {
	any := false
	for i := range table {
		if t := table[i].v; t != 0 && v&t == t {
			if any {
				p.str(sep)
			}
			p.str(table[i].s)
			any = true
		}
	}
	return any
}

// bitsOrNone is bits, with "none" where there are not any.
func (p *printer) bitsOrNone(table []token, v uint32, sep string) {
	if !p.bits(table, v, sep) {
		p.str("none")
	}
}

// tokName prints the word for v; where the table has none, other alone.
func (p *printer) tokName(table []token, other string, v uint32) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(other)
}

// tok2 prints the word for v; where the table has none, before, v in decimal,
// and behind.
func (p *printer) tok2(table []token, before string, v uint32, behind string) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(before)
	p.dec(uint64(v))
	p.str(behind)
}

// tokHex0x prints the word for v; where the table has none, other and then v
// in hexadecimal with the prefix 0x.
func (p *printer) tokHex0x(table []token, other string, v uint32) {
	if s, ok := find(table, v); ok {
		p.str(s)
		return
	}
	p.str(other)
	p.hex0x(uint64(v), 1)
}
