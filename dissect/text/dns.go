package text

import "wiredump/dissect"

// dns prints a DNS message (RFC 1035) over UDP.
//
//	7+ A? example.com. (29)
//	7 1/0/0 A 1.2.3.4 (45)
func (p *printer) dns(b []byte, length int, multicast bool) {
	p.proto = "domain"
	if length < dissect.DNSLen {
		p.str("domain [length ")
		p.int(length)
		p.str(" < 12]")
		p.invalid()
		return
	}
	if !p.have(b, dissect.DNSLen) {
		return
	}
	d := dnsPrinter{p: p, b: b, off: dissect.DNSLen, multicast: multicast}
	d.h.Decode(b)
	p.dnsWork = dissect.DNSWork{}
	var ok bool
	if d.h.Flags&dissect.DNSResponse != 0 {
		ok = d.response()
	} else {
		ok = d.query()
	}
	if !ok {
		p.truncated()
		return
	}
	p.str(" (")
	p.int(length)
	p.byte(')')
}

// dnsTCP prints a DNS message over TCP, where its length stands in front (RFC
// 1035 section 4.2.2). Only a message that has a segment for itself is
// printed.
func (p *printer) dnsTCP(b []byte, length int) {
	p.proto = "domain"
	if length < 2 {
		p.str(" [DNS over TCP: length ")
		p.int(length)
		p.str(" < 2]")
		p.invalid()
		return
	}
	if !p.need(b, 2) {
		return
	}
	length -= 2
	if n := int(p.u16(b, 0)); n != length {
		p.str(" [prefix length(")
		p.int(n)
		p.str(") != length(")
		p.int(length)
		p.str(")]")
		p.invalid()
		return
	}
	p.byte(' ')
	p.dns(b[2:], length, false)
}

// A dnsPrinter stands in a message.
type dnsPrinter struct {
	p         *printer
	b         []byte // the captured message
	off       int    // where the next entry begins
	h         dissect.DNS
	multicast bool
}

// query prints what a query asks. It returns false where the message is cut.
func (d *dnsPrinter) query() bool {
	p, h := d.p, &d.h
	p.dec(uint64(h.ID))
	p.str(dnsOpcodes[h.Flags.Opcode()])
	if h.Flags&dissect.DNSRecursionDesired != 0 {
		p.byte('+')
	}
	if h.Flags&dissect.DNSCheckingDisabled != 0 {
		p.byte('%')
	}
	if h.Flags&0x06cf != 0 {
		p.str(" [b2&3=")
		p.hex0x(uint64(h.Flags), 0)
		p.byte(']')
	}
	if h.Flags.Opcode() == dnsInverseQuery {
		d.count(h.Questions, 0, "q")
		d.count(h.Answers, 1, "a")
	} else {
		d.count(h.Answers, 0, "a")
		d.count(h.Questions, 1, "q")
	}
	d.count(h.Authorities, 0, "n")
	d.count(h.Additionals, 0, "au")
	for range h.Questions {
		if !d.question() {
			return false
		}
	}
	if p.opt.Verbose < 2 {
		return true
	}
	return d.section(h.Answers, "") && d.section(h.Authorities, " ns:") && d.section(h.Additionals, " ar:")
}

// count prints how many entries a section has, unless it is as many as usual.
func (d *dnsPrinter) count(n, usual uint16, what string) {
	if n == usual {
		return
	}
	p := d.p
	p.str(" [")
	p.dec(uint64(n))
	p.str(what)
	p.byte(']')
}

// response prints a response. It returns false where the message is cut.
func (d *dnsPrinter) response() bool {
	p, h := d.p, &d.h
	p.dec(uint64(h.ID))
	p.str(dnsOpcodes[h.Flags.Opcode()])
	if rcode := h.ExtendedRcode(); rcode != 0 {
		p.byte(' ')
		p.tok(dnsRcodes, "Resp", uint32(rcode))
	}
	if h.Flags&dissect.DNSAuthoritative != 0 {
		p.byte('*')
	}
	if h.Flags&dissect.DNSRecursionAvailable == 0 {
		p.byte('-')
	}
	if h.Flags&dissect.DNSTruncated != 0 {
		p.byte('|')
	}
	if h.Flags&dissect.DNSAuthenticData != 0 {
		p.byte('$')
	}
	d.count(h.Questions, 1, "q")
	for i := range h.Questions {
		if i > 0 {
			p.byte(',')
		}
		if p.opt.Verbose > 1 {
			p.str(" q:")
			if !d.question() {
				return false
			}
			continue
		}
		off, ok := dissect.SkipDNSName(d.b, d.off)
		if !ok {
			return false
		}
		d.off = off + 4
	}
	p.byte(' ')
	p.dec(uint64(h.Answers))
	p.byte('/')
	p.dec(uint64(h.Authorities))
	p.byte('/')
	p.dec(uint64(h.Additionals))
	if !d.section(h.Answers, "") {
		return false
	}
	if p.opt.Verbose < 2 {
		return true
	}
	return d.section(h.Authorities, " ns:") && d.section(h.Additionals, " ar:")
}

// section prints n records. It returns false where the message is cut.
func (d *dnsPrinter) section(n uint16, title string) bool {
	for i := range n {
		// The first of the answers is looked for in any case, and may be left
		// out: quirk dns-cut.
		if d.off >= len(d.b) && (i > 0 || title != "") {
			return false
		}
		if i > 0 {
			d.p.byte(',')
		} else {
			d.p.str(title)
		}
		if !d.record() {
			return false
		}
	}
	return true
}

// question prints a question. It returns false where it is cut.
func (d *dnsPrinter) question() bool {
	p := d.p
	q, next, ok := dissect.DNSQuestionAt(d.b, d.off)
	if !ok {
		return false
	}
	p.byte(' ')
	p.tok(dnsTypes, "Type", uint32(q.Type))
	class, flag := d.class(q.Class)
	if class != dissect.DNSClassIN {
		p.dnsClass(class)
	}
	if d.multicast {
		if flag {
			p.str(" (QU)")
		} else {
			p.str(" (QM)")
		}
	}
	p.str("? ")
	_, ok = p.dnsName(d.b, q.Name)
	d.off = next
	return ok
}

// class splits a class field in class and flag: only multicast DNS has one.
func (d *dnsPrinter) class(c uint16) (class uint16, flag bool) {
	if !d.multicast {
		return c, false
	}
	return c &^ dissect.DNSClassTop, c&dissect.DNSClassTop != 0
}

func (p *printer) dnsClass(c uint16) {
	p.byte(' ')
	if s, ok := find(dnsClasses, uint32(c)); ok {
		p.str(s)
		return
	}
	p.str("(Class ")
	p.dec(uint64(c))
	p.byte(')')
}

// record prints a record. It returns false where its name or data is cut; one
// that is cut between these is left out: quirk dns-cut.
func (d *dnsPrinter) record() bool {
	p, b := d.p, d.b
	if p.opt.Verbose > 0 {
		p.byte(' ')
		if _, ok := p.dnsName(b, d.off); !ok {
			return false
		}
	}
	r, next, ok := dissect.DNSRecordAt(b, d.off)
	if !ok {
		d.off = len(b)
		return true
	}
	d.off = next
	class, flush := d.class(r.Class)
	if r.Type != dissect.DNSTypeOPT && class != dissect.DNSClassIN {
		p.dnsClass(class)
	}
	if flush {
		p.str(" (Cache flush)")
	}
	if r.Type != dissect.DNSTypeOPT && p.opt.Verbose > 2 {
		p.str(" [")
		p.duration(r.TTL)
		p.byte(']')
	}
	p.byte(' ')
	p.tok(dnsTypes, "Type", uint32(r.Type))
	if next > len(b) {
		return false
	}
	return d.data(&r, next)
}
