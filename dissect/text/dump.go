package text

// dumps appends what -x, -X and -A ask for.
func (p *printer) dumps() {
	o, all := p.opt, p.pkt.Data
	body := after(all, p.linkLen)
	switch {
	case o.HexASCII > 1:
		p.hexASCII("\n\t", all)
	case o.HexASCII == 1:
		p.hexASCII("\n\t", body)
	case o.Hex > 1:
		p.hexLines("\n\t", all)
	case o.Hex == 1:
		p.hexLines("\n\t", body)
	case o.ASCII > 1:
		p.ascii(all)
	case o.ASCII == 1 && len(body) > 0:
		p.ascii(body)
	}
}

// unknown dumps data that has no printer, unless -x or -X will show it anyway.
func (p *printer) unknown(b []byte) {
	if p.opt.Hex == 0 && p.opt.HexASCII == 0 {
		p.hexASCII("\n\t", b)
	}
}

// hexLines prints b as lines of eight groups of two bytes, each line behind
// its offset.
func (p *printer) hexLines(start string, b []byte) {
	for off := 0; off < len(b); off += 16 {
		p.hexLine(start, off, b[off:min(off+16, len(b))])
	}
}

func (p *printer) hexLine(start string, off int, row []byte) {
	p.str(start)
	p.hex0x(uint64(off), 4)
	p.str(": ")
	for i, c := range row {
		if i&1 == 0 {
			p.out = append(p.out, ' ')
		}
		p.out = append(p.out, hexDigits[c>>4], hexDigits[c&15])
	}
}

// hexASCII is hexLines with the printable characters beside each line.
func (p *printer) hexASCII(start string, b []byte) {
	const column = 8*5 + 1 // width of the groups
	for off := 0; off < len(b); off += 16 {
		row := b[off:min(off+16, len(b))]
		p.hexLine(start, off, row)
		for n := len(row)*2 + (len(row)+1)/2; n < column; n++ {
			p.out = append(p.out, ' ')
		}
		p.out = append(p.out, ' ')
		for _, c := range row {
			if c < '!' || c > '~' {
				c = '.'
			}
			p.out = append(p.out, c)
		}
	}
}

// ascii prints b as it is, on lines of its own, with points for what is no
// text. A carriage return is left out before a newline and, quirk ascii-return,
// as one of the last two bytes.
func (p *printer) ascii(b []byte) {
	p.byte('\n')
	for i, c := range b {
		switch {
		case c == '\r' && (i+2 >= len(b) || b[i+1] == '\n'):
			continue
		case c == '\n' || c == '\t' || c >= ' ' && c <= '~':
		default:
			c = '.'
		}
		p.out = append(p.out, c)
	}
}
