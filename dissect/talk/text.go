package talk

import (
	"encoding/binary"
	"net/netip"
	"strconv"

	"wiredump/dissect"
	"wiredump/internal/phrase"
)

// What bounds a line.
const (
	maxAnswers = 256  // records of an answer
	maxTarget  = 1024 // bytes of a target, before escapes
	maxWord    = 128  // bytes of any other text, before escapes
	maxHex     = 64   // bytes of data that has no form of its own
)

// AppendText appends an event as one line, without a newline and without the
// time, which the caller prints in front as it prints that of packets:
//
//	192.0.2.1.40001 > 192.0.2.2.80: GET http://host/path
//	192.0.2.2.80 > 192.0.2.1.40001: 200 OK text/html 1234 bytes, 12.300 ms
//	192.0.2.1.40000 > 192.0.2.2.53: A? example.org. -> 192.0.2.7 (TTL 60), 3.400 ms
//
// What comes from the wire is printable ASCII: all else is escaped.
func AppendText(dst []byte, e *Event) []byte {
	from, to := e.Client, e.Server
	if e.Kind == HTTPResponse {
		from, to = to, from
	}
	dst = phrase.Endpoint(dst, from)
	dst = append(dst, " > "...)
	dst = phrase.Endpoint(dst, to)
	dst = append(dst, ": "...)
	switch e.Kind {
	case HTTPRequest:
		dst = appendRequest(dst, &e.HTTP)
	case HTTPResponse:
		dst = appendResponse(dst, &e.HTTP)
	default:
		dst = appendDNS(dst, e)
	}
	if e.Latency >= 0 && e.Kind != DNSUnanswered {
		dst = append(dst, ", "...)
		dst = phrase.Duration(dst, e.Latency)
	}
	if e.Flags == 0 {
		return dst
	}
	sep := " ["
	for i, name := range flagNames {
		if e.Flags&(1<<i) != 0 {
			dst = append(append(dst, sep...), name...)
			sep = " "
		}
	}
	if e.Missing > 0 {
		dst = append(dst, ", "...)
		dst = strconv.AppendInt(dst, e.Missing, 10)
		dst = append(dst, " bytes missing"...)
	}
	return append(dst, ']')
}

func appendRequest(dst []byte, h *HTTP) []byte {
	dst = appendVisible(dst, h.Method, maxWord)
	dst = append(dst, ' ')
	if len(h.Host) > 0 && len(h.Target) > 0 && h.Target[0] == '/' {
		dst = append(dst, "http://"...)
		dst = appendVisible(dst, h.Host, maxWord)
	}
	dst = appendVisible(dst, h.Target, maxTarget)
	if h.BodyLen > 0 {
		dst = append(dst, ' ')
		if len(h.ContentType) > 0 {
			dst = append(appendVisible(dst, h.ContentType, maxWord), ' ')
		}
		dst = strconv.AppendInt(dst, h.BodyLen, 10)
		dst = append(dst, " bytes"...)
	}
	return dst
}

func appendResponse(dst []byte, h *HTTP) []byte {
	dst = appendVisible(dst, h.Status, maxWord)
	for _, b := range [...][]byte{h.Reason, h.ContentType} {
		if len(b) > 0 {
			dst = append(dst, ' ')
			dst = appendVisible(dst, b, maxWord)
		}
	}
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, h.BodyLen, 10)
	return append(dst, " bytes"...)
}

func appendDNS(dst []byte, e *Event) []byte {
	d := &e.DNS
	switch d.Opcode {
	case 0:
	case 4:
		dst = append(dst, "NOTIFY "...)
	case 5:
		dst = append(dst, "UPDATE "...)
	default:
		dst = append(dst, "OP"...)
		dst = strconv.AppendUint(dst, uint64(d.Opcode), 10)
		dst = append(dst, ' ')
	}
	if d.Asked {
		dst = appendType(dst, d.Type)
		if c := d.Class &^ dissect.DNSClassTop; c != dissect.DNSClassIN {
			dst = append(dst, " CLASS"...)
			dst = strconv.AppendUint(dst, uint64(c), 10)
		}
		dst = append(dst, "? "...)
		dst = appendLabels(dst, d.Name)
	} else {
		dst = append(dst, '?')
	}
	if d.Tries > 1 {
		dst = append(dst, " ("...)
		dst = strconv.AppendInt(dst, int64(d.Tries), 10)
		dst = append(dst, " tries)"...)
	}
	if e.Kind == DNSUnanswered {
		dst = append(dst, " unanswered after "...)
		return phrase.Duration(dst, e.Latency)
	}
	dst = append(dst, " -> "...)
	rcode := d.Rcode()
	if rcode != 0 {
		dst = appendRcode(dst, rcode)
	}
	sep := ""
	if rcode != 0 {
		sep = " "
	}
	rest := d.eachAnswer(func(r *dissect.DNSRecord) {
		dst = append(dst, sep...)
		sep = ", "
		if !d.Asked || r.Type != d.Type {
			dst = append(appendType(dst, r.Type), ' ')
		}
		dst = d.appendData(dst, r)
		dst = append(dst, " (TTL "...)
		dst = strconv.AppendUint(dst, uint64(r.TTL), 10)
		dst = append(dst, ')')
	})
	if rest > 0 {
		dst = append(dst, sep...)
		dst = strconv.AppendInt(dst, int64(rest), 10)
		dst = append(dst, " more"...)
	} else if sep == "" {
		dst = append(dst, "no data"...)
	}
	return dst
}

// Rcode returns the result of the answer (IANA); 0 is success.
func (d *DNS) Rcode() uint16 {
	var h dissect.DNS
	h.Decode(d.Message)
	return h.ExtendedRcode()
}

// eachAnswer calls f with each record of the answer that is captured, and
// returns how many the header tells of besides.
func (d *DNS) eachAnswer(f func(*dissect.DNSRecord)) (rest int) {
	d.work = dissect.DNSWork{}
	var h dissect.DNS
	h.Decode(d.Message)
	off, ok := dissect.DNSLen, true
	for range h.Questions {
		if _, off, ok = dissect.DNSQuestionAt(d.Message, off); !ok {
			return int(h.Answers)
		}
	}
	n := 0
	for n < min(int(h.Answers), maxAnswers) {
		r, next, ok := dissect.DNSRecordAt(d.Message, off)
		if !ok || next > len(d.Message) {
			break
		}
		f(&r)
		off = next
		n++
	}
	return int(h.Answers) - n
}

var rcodes = [...]string{
	"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH", "NOTZONE",
}

func appendRcode(dst []byte, c uint16) []byte {
	switch {
	case int(c) < len(rcodes):
		return append(dst, rcodes[c]...)
	case c == 16:
		return append(dst, "BADVERS"...)
	case c == 23:
		return append(dst, "BADCOOKIE"...)
	}
	dst = append(dst, "RCODE"...)
	return strconv.AppendUint(dst, uint64(c), 10)
}

// appendType appends the name of a record type (IANA), or TYPE and its number
// (RFC 3597).
func appendType(dst []byte, t uint16) []byte {
	for _, w := range [...]struct {
		t    uint16
		name string
	}{
		{1, "A"}, {28, "AAAA"}, {5, "CNAME"}, {2, "NS"}, {6, "SOA"}, {12, "PTR"}, {13, "HINFO"}, {15, "MX"}, {16, "TXT"},
		{29, "LOC"}, {33, "SRV"}, {35, "NAPTR"}, {39, "DNAME"}, {41, "OPT"}, {43, "DS"}, {44, "SSHFP"}, {46, "RRSIG"},
		{47, "NSEC"}, {48, "DNSKEY"}, {50, "NSEC3"}, {52, "TLSA"}, {64, "SVCB"}, {65, "HTTPS"}, {99, "SPF"},
		{250, "TSIG"}, {251, "IXFR"}, {252, "AXFR"}, {255, "ANY"}, {256, "URI"}, {257, "CAA"},
	} {
		if w.t == t {
			return append(dst, w.name...)
		}
	}
	dst = append(dst, "TYPE"...)
	return strconv.AppendUint(dst, uint64(t), 10)
}

// appendData appends the data of a record in the form of zone files; r lies
// within the message.
func (d *DNS) appendData(dst []byte, r *dissect.DNSRecord) []byte {
	m := d.Message
	b := m[r.Data : r.Data+r.DataLen]
	num := func(off int) {
		dst = append(strconv.AppendUint(dst, uint64(binary.BigEndian.Uint16(b[off:])), 10), ' ')
	}
	switch {
	case r.Type == dissect.DNSTypeA && len(b) == 4:
		return netip.AddrFrom4([4]byte(b)).AppendTo(dst)
	case r.Type == dissect.DNSTypeAAAA && len(b) == 16:
		return netip.AddrFrom16([16]byte(b)).AppendTo(dst)
	case r.Type == dissect.DNSTypeNS, r.Type == dissect.DNSTypeCNAME, r.Type == dissect.DNSTypePTR, r.Type == dissect.DNSTypeDNAME:
		return d.appendName(dst, r.Data)
	case r.Type == dissect.DNSTypeMX && len(b) > 2:
		num(0)
		return d.appendName(dst, r.Data+2)
	case r.Type == dissect.DNSTypeSRV && len(b) > 6:
		num(0)
		num(2)
		num(4)
		return d.appendName(dst, r.Data+6)
	case r.Type == dissect.DNSTypeSOA:
		dst = append(d.appendName(dst, r.Data), ' ')
		second, ok := dissect.SkipDNSName(m, r.Data)
		if !ok {
			return append(dst, "..."...)
		}
		dst = append(d.appendName(dst, second), ' ')
		if off, ok := dissect.SkipDNSName(m, second); ok && off+4 <= len(m) {
			return strconv.AppendUint(dst, uint64(binary.BigEndian.Uint32(m[off:])), 10)
		}
		return append(dst, "..."...)
	case r.Type == dissect.DNSTypeTXT && len(b) > 0:
		for i := 0; len(b) > 0; i++ {
			n := min(int(b[0]), len(b)-1)
			if i > 0 {
				dst = append(dst, ' ')
			}
			dst = append(dst, '"')
			dst = appendLabel(dst, b[1:1+n], '"')
			dst = append(dst, '"')
			b = b[1+n:]
		}
		return dst
	}
	dst = append(dst, `\# `...)
	dst = strconv.AppendInt(dst, int64(len(b)), 10)
	if len(b) > 0 {
		dst = append(dst, ' ')
	}
	for _, c := range b[:min(len(b), maxHex)] {
		dst = append(dst, hexDigits[c>>4], hexDigits[c&15])
	}
	if len(b) > maxHex {
		dst = append(dst, "..."...)
	}
	return dst
}

const hexDigits = "0123456789abcdef"

// appendName appends the name at off in the message; one without an end, or too
// long, ends in "...".
func (d *DNS) appendName(dst []byte, off int) []byte {
	var name [maxName]byte
	n, ok := copyName(&name, d.Message, off, &d.work)
	if !ok {
		return append(dst, "..."...)
	}
	return appendLabels(dst, name[:n])
}

// appendLabels appends a name as RFC 1035 section 5.1 writes names.
func appendLabels(dst, b []byte) []byte {
	if len(b) == 0 {
		return append(dst, '.')
	}
	for len(b) > 0 {
		n := min(int(b[0]), len(b)-1)
		dst = appendLabel(dst, b[1:1+n], '.')
		dst = append(dst, '.')
		b = b[1+n:]
	}
	return dst
}

// appendLabel appends text with \. or \" and \\, and \DDD for what is not
// printable.
func appendLabel(dst, b []byte, special byte) []byte {
	for _, c := range b {
		switch {
		case c == special || c == '\\':
			dst = append(dst, '\\', c)
		case c < ' ' || c >= 0x7f || c == ' ' && special == '.':
			dst = append(dst, '\\', '0'+c/100, '0'+c/10%10, '0'+c%10)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// appendVisible appends text with \\, and \xHH for what is not printable; more
// than limit bytes end in "...".
func appendVisible(dst, b []byte, limit int) []byte {
	for _, c := range b[:min(len(b), limit)] {
		switch {
		case c == '\\':
			dst = append(dst, '\\', '\\')
		case c < ' ' || c >= 0x7f:
			dst = append(dst, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			dst = append(dst, c)
		}
	}
	if len(b) > limit {
		dst = append(dst, "..."...)
	}
	return dst
}
