package text

import "wiredump/dissect"

// data prints the data of a record, which ends at the offset end. It returns
// false where it is cut.
func (d *dnsPrinter) data(r *dissect.DNSRecord, end int) bool {
	p, b := d.p, d.b
	// has reports whether n bytes at offset off of the data were captured,
	// in this record or behind it.
	has := func(off, n int) bool { return r.Data+off+n <= len(b) }
	at := after(b, r.Data)
	switch r.Type {
	case dissect.DNSTypeA:
		if !has(0, 4) {
			return false
		}
		p.byte(' ')
		p.ip4Number([4]byte(at))
	case dissect.DNSTypeNS, dissect.DNSTypeCNAME, dissect.DNSTypePTR, dissect.DNSTypeDNAME:
		p.byte(' ')
		_, ok := p.dnsName(b, r.Data)
		return ok
	case dissect.DNSTypeSOA:
		return d.soa(r.Data)
	case dissect.DNSTypeMX:
		p.byte(' ')
		if !has(0, 2) {
			return false
		}
		if _, ok := p.dnsName(b, r.Data+2); !ok {
			return false
		}
		p.byte(' ')
		p.dec(uint64(p.u16(at, 0)))
	case dissect.DNSTypeTXT:
		return d.txt(r.Data, end)
	case dissect.DNSTypeSRV:
		p.byte(' ')
		if !has(0, 2) {
			return false
		}
		if _, ok := p.dnsName(b, r.Data+6); !ok {
			return false
		}
		p.byte(':')
		p.dec(uint64(p.u16(at, 4)))
		p.byte(' ')
		p.dec(uint64(p.u16(at, 0)))
		p.byte(' ')
		p.dec(uint64(p.u16(at, 2)))
	case dissect.DNSTypeAAAA:
		if !has(0, 16) {
			return false
		}
		p.byte(' ')
		p.ip6Number([16]byte(at))
	case dissect.DNSTypeA6:
		return d.a6(r.Data)
	case dissect.DNSTypeOPT:
		p.str(" UDPsize=")
		class, _ := d.class(r.Class)
		p.dec(uint64(class))
		if r.TTL&0x8000 != 0 {
			p.str(" DO")
		}
		if r.Data < end {
			p.str(" [")
			if !d.edns(r.Data, end) {
				return false
			}
			p.byte(']')
		}
	case dissect.DNSTypeUNSPECA:
		p.visible(b[r.Data:end])
	case dissect.DNSTypeTSIG:
		return d.tsig(r.Data)
	case dissect.DNSTypeURI:
		if !has(0, 4) {
			p.cut()
			return false
		}
		p.byte(' ')
		p.dec(uint64(p.u16(at, 0)))
		p.byte(' ')
		p.dec(uint64(p.u16(at, 2)))
		p.byte(' ')
		if r.DataLen < 4 {
			p.visible(at[4:]) // quirk dns-uri: it is taken to be endless
			return false
		}
		p.visible(b[r.Data+4 : end])
	}
	return true
}

// soa prints the start of a zone of authority: its server, who answers for it,
// and five numbers.
func (d *dnsPrinter) soa(off int) bool {
	p, b := d.p, d.b
	if p.opt.Verbose == 0 {
		return true
	}
	for range 2 {
		p.byte(' ')
		next, ok := p.dnsName(b, off)
		if !ok {
			return false
		}
		off = next
	}
	if off+5*4 > len(b) {
		return false
	}
	for range 5 {
		p.byte(' ')
		p.dec(uint64(p.u32(b, off)))
		off += 4
	}
	return true
}

// txt prints character strings up to the offset end.
func (d *dnsPrinter) txt(off, end int) bool {
	p, b := d.p, d.b
	for off < end {
		p.str(` "`)
		next := off + 1 + int(b[off])
		p.visible(limit(b, next)[off+1:])
		if next > len(b) {
			return false
		}
		p.byte('"')
		off = next
	}
	return true
}

// a6 prints part of an IPv6 address and the name that has the rest (RFC 2874).
func (d *dnsPrinter) a6(off int) bool {
	p, b := d.p, d.b
	if off >= len(b) {
		return false
	}
	prefix := int(b[off])
	off++
	if prefix > 128 {
		p.byte(' ')
		p.int(prefix)
		p.str("(bad plen)")
		return true
	}
	if prefix < 128 {
		known := prefix / 8 // bytes that are not here
		var a [16]byte
		if copy(a[known:], after(b, off)) < 16-known {
			p.cut()
			return false
		}
		p.byte(' ')
		p.int(prefix)
		p.byte(' ')
		p.ip6Number(a)
		off += 16 - known
	}
	if prefix > 0 {
		p.byte(' ')
		_, ok := p.dnsName(b, off)
		return ok
	}
	return true
}

// tsig prints a transaction signature (RFC 8945 section 4.2).
//
//	name, time (6 bytes), fudge, MAC length, MAC, original ID, error, other length, other
func (d *dnsPrinter) tsig(off int) bool {
	p, b := d.p, d.b
	if p.opt.Verbose == 0 {
		return true
	}
	p.byte(' ')
	off, ok := p.dnsName(b, off)
	if !ok {
		return false
	}
	off += 6
	field := func(name string) (v int, ok bool) {
		if off+2 > len(b) {
			return 0, false
		}
		v = int(p.u16(b, off))
		p.str(name)
		p.int(v)
		off += 2
		return v, true
	}
	if _, ok := field(" fudge="); !ok {
		return false
	}
	n, ok := field(" maclen=")
	if !ok {
		return false
	}
	off += n
	if _, ok := field(" origid="); !ok {
		return false
	}
	if _, ok := field(" error="); !ok {
		return false
	}
	_, ok = field(" otherlen=")
	return ok
}

// dnsName prints the name at off in a message. It returns the offset of what
// follows, and false where the name does not end. A name that is cut behind the
// length of a label counts as ending somewhere beyond the message: quirk
// dns-label.
func (p *printer) dnsName(b []byte, off int) (next int, ok bool) {
	switch {
	case off+1 == len(b) && b[off] >= 0xc0:
		return 0, false
	case off < len(b) && b[off] == 0:
		p.byte('.') // but not where a pointer leads to the root: quirk dns-root
		return off + 1, true
	}
	d := dissect.NewDNSNames(b, off, &p.dnsWork)
	return p.dnsLabels(&d)
}

// dnsNameBehind prints the name at off in an option that ends at the offset
// end. It is not bounded by the option, and what pointers there are count from
// the option's end: quirk dns-option. It returns what dnsName does.
func (p *printer) dnsNameBehind(b []byte, off, end int) (next int, ok bool) {
	if off < len(b) && b[off] == 0 {
		p.byte('.')
		return off + 1, true
	}
	d := dissect.NewDNSNamesFrom(b, off, end, &p.dnsWork)
	return p.dnsLabels(&d)
}

// dnsLabels prints the labels of a name. It returns the offset of what follows,
// and false where the name does not end. Of a name that is too long it prints
// what names may have; strings of bits count for nothing: quirk dns-long.
func (p *printer) dnsLabels(d *dissect.DNSNames) (next int, ok bool) {
	const most = 255 // bytes of a name
	total := 0
	dot := func() {
		if total <= most {
			p.byte('.')
		}
		total++
	}
	for {
		label, what := d.Next()
		switch what {
		case dissect.DNSLabel:
			p.visible(limit(label, most-total))
			total += len(label)
			dot()
		case dissect.DNSBitLabel:
			p.dnsBits(label)
			dot()
		case dissect.DNSEnd:
			if total > most {
				p.str("<DOMAIN NAME TOO LONG>")
			}
			return d.End(), true
		case dissect.DNSBadPointer:
			p.str("<BAD PTR>")
			return 0, false
		case dissect.DNSBadLabel:
			if label[0]&0xc0 == 0x40 {
				p.str("<ELT ")
				p.dec(uint64(label[0] & 0x3f))
				p.byte('>')
			} else {
				p.str("<BAD LABEL TYPE>")
			}
			return 0, false
		case dissect.DNSBitCut:
			if label != nil {
				p.str(`\[x`)
				p.hexBytes(label[1:])
				p.cut()
			}
			return 0, false
		default: // dissect.DNSCut
			p.visible(limit(label, most-total))
			if label == nil || len(label) > 0 {
				return 0, false
			}
			if total > most {
				p.str("<DOMAIN NAME TOO LONG>")
			}
			return d.Beyond(), true
		}
	}
}

// dnsBits prints a label that is a string of bits: \[xab/8].
func (p *printer) dnsBits(label []byte) {
	count := int(label[0]-1) + 1
	p.str(`\[x`)
	digits := (count + 3) / 4
	for i := range digits {
		c := label[1+i/2]
		if i%2 == 0 {
			c >>= 4
		}
		c &= 15
		if left := count - i*4; left < 4 {
			c &^= 15 >> left
		}
		p.byte(hexDigits[c])
	}
	p.byte('/')
	p.int(count)
	p.byte(']')
}

// duration prints seconds as years, weeks, days and so on, without those that
// are zero: 1d2h.
func (p *printer) duration(s uint32) {
	if s == 0 {
		p.str("0s")
		return
	}
	for _, u := range [...]struct {
		seconds uint32
		unit    byte
	}{{365 * 86400, 'y'}, {7 * 86400, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}} {
		if n := s / u.seconds; n > 0 {
			p.dec(uint64(n))
			p.byte(u.unit)
			s %= u.seconds
		}
	}
}
