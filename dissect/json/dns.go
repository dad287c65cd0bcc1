package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// dnsTCP shows a DNS message behind its length (RFC 1035 section 4.2.2).
func (e *encoder) dnsTCP(b []byte, length int) {
	const prefix = 2
	if len(b) < prefix {
		e.payload(b, length)
		return
	}
	size := int(binary.BigEndian.Uint16(b))
	e.dns(dissect.ProtoDNS, limit(b[prefix:], size), min(size, length-prefix), size)
	e.payload(after(b, prefix+size), length-prefix-size)
}

// dns shows a DNS message (RFC 1035), of multicast DNS (RFC 6762) too. framed
// is the length that TCP puts in front of it; negative without.
func (e *encoder) dns(proto dissect.Protocol, b []byte, length, framed int) {
	if length <= 0 && len(b) == 0 {
		return
	}
	var h dissect.DNS
	h.Decode(b)
	e.begin(proto)
	if framed >= 0 {
		e.num("tcp_length", uint64(framed))
	}
	d := dnsEncoder{encoder: e, m: b, off: dissect.DNSLen, multicast: proto == dissect.ProtoMDNS}
	e.captured = h.Captured
	e.numTo(2, "id", uint64(h.ID))
	if e.captured >= 4 {
		e.words("flags", uint32(h.Flags), dnsFlags)
		e.num("opcode", uint64(h.Flags.Opcode()))
		e.num("rcode", uint64(h.Flags.Rcode()))
		if n := int(h.Flags.Rcode()); n < len(dnsRcodes) {
			e.word("rcode_name", dnsRcodes[n])
		}
	}
	e.numTo(6, "question_count", uint64(h.Questions))
	e.numTo(8, "answer_count", uint64(h.Answers))
	e.numTo(10, "authority_count", uint64(h.Authorities))
	e.numTo(12, "additional_count", uint64(h.Additionals))
	d.cut = e.captured < dissect.DNSLen
	d.questions(h.Questions)
	d.records("answers", h.Answers)
	d.records("authorities", h.Authorities)
	d.records("additionals", h.Additionals)
	if d.cut {
		e.bool("truncated", true)
	} else if d.off < len(b) {
		e.hex("rest", b[d.off:])
	}
	e.endObject()
}

// A dnsEncoder is at an offset of a message. Once that is cut, or no longer
// makes sense, nothing follows.
type dnsEncoder struct {
	*encoder
	m         []byte
	off       int
	cut       bool
	multicast bool
	work      dissect.DNSWork
}

func (d *dnsEncoder) questions(n uint16) {
	d.array("questions")
	for ; n > 0 && !d.cut; n-- {
		q, next, ok := dissect.DNSQuestionAt(d.m, d.off)
		if !ok {
			d.cut = true
			break
		}
		d.item()
		d.name("name", q.Name)
		d.recordType(q.Type)
		d.class(q.Class, "unicast")
		d.endObject()
		d.off = next
	}
	d.endArray()
}

func (d *dnsEncoder) records(k string, n uint16) {
	d.array(k)
	for ; n > 0 && !d.cut; n-- {
		r, next, ok := dissect.DNSRecordAt(d.m, d.off)
		if !ok {
			d.cut = true
			break
		}
		d.item()
		d.name("name", r.Name)
		d.recordType(r.Type)
		if r.Type == dissect.DNSTypeOPT {
			d.opt(&r)
		} else {
			d.class(r.Class, "flush")
			d.num("ttl", uint64(r.TTL))
			d.num("data_length", uint64(r.DataLen))
			if next <= len(d.m) {
				d.data(&r)
			}
		}
		if next > len(d.m) {
			d.cut = true
			d.bool("truncated", true)
		}
		d.endObject()
		d.off = next
	}
	d.endArray()
}

// recordType adds the type of a question or record.
func (d *dnsEncoder) recordType(t uint16) {
	d.num("type", uint64(t))
	if s := dnsType(t); s != "" {
		d.word("type_name", s)
	}
}

// class adds the class, and in multicast DNS the flag beside it.
func (d *dnsEncoder) class(c uint16, flag string) {
	if d.multicast {
		d.num("class", uint64(c&^dissect.DNSClassTop))
		d.bool(flag, c&dissect.DNSClassTop != 0)
		return
	}
	d.num("class", uint64(c))
}

// name adds the name at off as RFC 1035 section 5.1 writes names: a point
// behind each label, and in labels \. and \\, and \DDD for what is not
// printable. A name without an end, or longer than names may be, ends in "...".
func (d *dnsEncoder) name(k string, off int) {
	d.key(k)
	d.out = append(d.out, '"')
	start := len(d.out)
	names := dissect.NewDNSNames(d.m, off, &d.work)
	total := 0
loop:
	for {
		label, what := names.Next()
		if total += len(label) + 1; total > maxName {
			what = dissect.DNSCut
		}
		switch what {
		case dissect.DNSLabel:
			d.label(label)
			d.out = append(d.out, '.')
		case dissect.DNSBitLabel:
			d.out = append(d.out, `\\[x`...)
			for _, c := range label[1:] {
				d.out = append(d.out, hexDigits[c>>4], hexDigits[c&15])
			}
			d.out = append(d.out, `].`...)
		case dissect.DNSEnd:
			if len(d.out) == start {
				d.out = append(d.out, '.')
			}
			break loop
		default:
			d.out = append(d.out, "..."...)
			break loop
		}
	}
	d.out = append(d.out, '"')
}

// maxName is how long a name may be in bytes (RFC 1035 section 3.1).
const maxName = 255

// label appends a label. A backslash is two in JSON.
func (d *dnsEncoder) label(b []byte) {
	for _, c := range b {
		switch {
		case c == '.':
			d.out = append(d.out, `\\.`...)
		case c == '\\':
			d.out = append(d.out, `\\\\`...)
		case c == '"':
			d.out = append(d.out, `\"`...)
		case c < ' ' || c >= 0x7f:
			d.out = append(d.out, '\\', '\\', '0'+c/100, '0'+c/10%10, '0'+c%10)
		default:
			d.out = append(d.out, c)
		}
	}
}

// data adds what a record says; its bytes where that has no form of its own.
func (d *dnsEncoder) data(r *dissect.DNSRecord) {
	b := d.m[r.Data : r.Data+r.DataLen]
	word := func(k string, off int) { d.num(k, uint64(binary.BigEndian.Uint32(b[off:]))) }
	half := func(k string, off int) { d.num(k, uint64(binary.BigEndian.Uint16(b[off:]))) }
	switch {
	case r.Type == dissect.DNSTypeA && len(b) == 4:
		d.ip4("address", [4]byte(b))
	case r.Type == dissect.DNSTypeAAAA && len(b) == 16:
		d.ip6("address", [16]byte(b))
	case r.Type == dissect.DNSTypeNS || r.Type == dissect.DNSTypeCNAME || r.Type == dissect.DNSTypePTR || r.Type == dissect.DNSTypeDNAME:
		d.name("target", r.Data)
	case r.Type == dissect.DNSTypeMX && len(b) > 2:
		half("preference", 0)
		d.name("target", r.Data+2)
	case r.Type == dissect.DNSTypeSRV && len(b) > 6:
		half("priority", 0)
		half("weight", 2)
		half("port", 4)
		d.name("target", r.Data+6)
	case r.Type == dissect.DNSTypeTXT:
		d.array("text")
		bad := false
		for len(b) > 0 {
			n := int(b[0]) + 1
			bad = n > len(b)
			n = min(n, len(b))
			d.comma()
			d.out = append(d.out, '"')
			d.out = appendText(d.out, b[1:n])
			d.out = append(d.out, '"')
			b = b[n:]
		}
		d.endArray()
		if bad {
			d.bool("bad", true)
		}
	case r.Type == dissect.DNSTypeSOA:
		mname := r.Data
		rname, ok := dissect.SkipDNSName(d.m, mname)
		if !ok {
			d.hex("data", b)
			return
		}
		at, ok := dissect.SkipDNSName(d.m, rname)
		if at -= r.Data; !ok || at+20 > len(b) {
			d.hex("data", b)
			return
		}
		d.name("mname", mname)
		d.name("rname", rname)
		word("serial", at)
		word("refresh", at+4)
		word("retry", at+8)
		word("expire", at+12)
		word("minimum", at+16)
	default:
		d.hex("data", b)
	}
}

// opt adds what an OPT record says in place of class, TTL and data (RFC 6891
// section 6.1).
func (d *dnsEncoder) opt(r *dissect.DNSRecord) {
	d.num("udp_size", uint64(r.Class))
	d.num("extended_rcode", uint64(r.TTL>>24))
	d.num("version", uint64(r.TTL>>16&0xff))
	d.bool("dnssec_ok", r.TTL&0x8000 != 0)
	if z := r.TTL & 0x7fff; z != 0 {
		d.num("reserved", uint64(z))
	}
	d.num("data_length", uint64(r.DataLen))
	d.array("options")
	for b := limit(after(d.m, r.Data), r.DataLen); len(b) >= 4; {
		n := int(binary.BigEndian.Uint16(b[2:]))
		d.item()
		d.num("code", uint64(binary.BigEndian.Uint16(b)))
		d.num("length", uint64(n))
		d.hex("data", limit(b[4:], n))
		d.endObject()
		b = after(b, 4+n)
	}
	d.endArray()
}

// dnsFlags are the names of the flags, from the lowest bit on.
var dnsFlags = []string{
	4: "checking-disabled", 5: "authentic-data", 6: "z", 7: "recursion-available", 8: "recursion-desired",
	9: "truncated", 10: "authoritative", 15: "response",
}

var dnsRcodes = [...]string{
	"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH", "NOTZONE",
}

// dnsType returns the name of a record type (IANA), or "".
func dnsType(t uint16) string {
	switch t {
	case 1:
		return "A"
	case 2:
		return "NS"
	case 5:
		return "CNAME"
	case 6:
		return "SOA"
	case 10:
		return "NULL"
	case 12:
		return "PTR"
	case 13:
		return "HINFO"
	case 15:
		return "MX"
	case 16:
		return "TXT"
	case 17:
		return "RP"
	case 18:
		return "AFSDB"
	case 24:
		return "SIG"
	case 25:
		return "KEY"
	case 28:
		return "AAAA"
	case 29:
		return "LOC"
	case 33:
		return "SRV"
	case 35:
		return "NAPTR"
	case 37:
		return "CERT"
	case 39:
		return "DNAME"
	case 41:
		return "OPT"
	case 43:
		return "DS"
	case 44:
		return "SSHFP"
	case 46:
		return "RRSIG"
	case 47:
		return "NSEC"
	case 48:
		return "DNSKEY"
	case 50:
		return "NSEC3"
	case 51:
		return "NSEC3PARAM"
	case 52:
		return "TLSA"
	case 59:
		return "CDS"
	case 60:
		return "CDNSKEY"
	case 61:
		return "OPENPGPKEY"
	case 64:
		return "SVCB"
	case 65:
		return "HTTPS"
	case 99:
		return "SPF"
	case 249:
		return "TKEY"
	case 250:
		return "TSIG"
	case 251:
		return "IXFR"
	case 252:
		return "AXFR"
	case 255:
		return "ANY"
	case 256:
		return "URI"
	case 257:
		return "CAA"
	}
	return ""
}
