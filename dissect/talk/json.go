package talk

import (
	"net/netip"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"wiredump/dissect"
)

// Schema is the version of the names in the JSON form. It changes when one is
// renamed, removed, or changes its meaning; not when one is added.
const Schema = 1

// AppendJSON appends an event as one JSON object, without a newline. Times are
// RFC 3339 in UTC with nine digits; durations are integers of nanoseconds.
// What is not known, or does not belong to the event, is left out. It is ASCII.
func AppendJSON(dst []byte, e *Event) []byte {
	j := object{append(dst, '{')}
	j.int("schema", Schema)
	j.key("time")
	j.b = append(j.b, '"')
	j.b = e.Time.Go().AppendFormat(j.b, "2006-01-02T15:04:05.000000000Z07:00")
	j.b = append(j.b, '"')
	j.str("event", []byte(e.Kind.String()))
	j.addr("client", e.Client)
	j.addr("server", e.Server)
	if e.VLAN != 0 {
		j.int("vlan", int64(e.VLAN))
	}
	j.int("interface_id", int64(e.Interface))
	if e.InterfaceName != "" {
		j.str("interface", []byte(e.InterfaceName))
	}
	if e.Latency >= 0 {
		j.int("latency_ns", int64(e.Latency))
	}
	h := &e.HTTP
	switch e.Kind {
	case HTTPRequest:
		j.str("method", h.Method)
		j.str("target", h.Target)
		j.opt("host", h.Host)
		j.http(h)
	case HTTPResponse:
		if n, err := strconv.ParseUint(string(h.Status), 10, 16); err == nil {
			j.int("status", int64(n))
		}
		j.opt("reason", h.Reason)
		j.http(h)
	default:
		j.dns(e)
	}
	if e.Missing > 0 {
		j.int("missing_bytes", e.Missing)
	}
	if e.Flags != 0 {
		j.key("flags")
		sep := byte('[')
		for i, name := range flagNames {
			if e.Flags&(1<<i) != 0 {
				j.b = append(append(append(j.b, sep, '"'), name...), '"')
				sep = ','
			}
		}
		j.b = append(j.b, ']')
	}
	return append(j.b, '}')
}

// An object is a JSON object being written.
type object struct{ b []byte }

func (j *object) http(h *HTTP) {
	j.opt("version", h.Version)
	j.opt("content_type", h.ContentType)
	if h.BodyLen >= 0 {
		j.int("body_bytes", h.BodyLen)
	}
}

func (j *object) dns(e *Event) {
	d := &e.DNS
	var buf []byte
	j.int("id", int64(d.ID))
	j.int("opcode", int64(d.Opcode))
	if d.Asked {
		j.str("name", appendLabels(buf[:0], d.Name))
		j.str("type", appendType(nil, d.Type))
		j.int("class", int64(d.Class&^dissect.DNSClassTop))
	}
	if d.Tries > 0 {
		j.int("tries", int64(d.Tries))
	}
	if d.Message == nil {
		return
	}
	j.str("rcode", appendRcode(nil, d.Rcode()))
	j.key("answers")
	sep := byte('[')
	rest := d.eachAnswer(func(r *dissect.DNSRecord) {
		j.b = append(j.b, sep, '{')
		sep = ','
		j.str("name", d.appendName(buf[:0], r.Name))
		j.str("type", appendType(nil, r.Type))
		j.int("ttl", int64(r.TTL))
		j.str("data", d.appendData(nil, r))
		j.b = append(j.b, '}')
	})
	if sep == '[' {
		j.b = append(j.b, '[')
	}
	j.b = append(j.b, ']')
	if rest > 0 {
		j.int("more_answers", int64(rest))
	}
}

func (j *object) key(k string) {
	if j.b[len(j.b)-1] != '{' {
		j.b = append(j.b, ',')
	}
	j.b = append(append(append(j.b, '"'), k...), '"', ':')
}

func (j *object) int(k string, v int64) {
	j.key(k)
	j.b = strconv.AppendInt(j.b, v, 10)
}

// addr adds an address as k and its port as k_port.
func (j *object) addr(k string, a netip.AddrPort) {
	j.key(k)
	j.b = append(j.b, '"')
	j.b = a.Addr().AppendTo(j.b)
	j.b = append(j.b, '"', ',', '"')
	j.b = append(append(j.b, k...), `_port":`...)
	j.b = strconv.AppendUint(j.b, uint64(a.Port()), 10)
}

// opt adds text that may be missing.
func (j *object) opt(k string, v []byte) {
	if len(v) > 0 {
		j.str(k, v)
	}
}

// str adds text from the wire; what is not UTF-8 becomes U+FFFD.
func (j *object) str(k string, v []byte) {
	j.key(k)
	j.b = append(j.b, '"')
	for len(v) > 0 {
		r, n := utf8.DecodeRune(v)
		v = v[n:]
		switch {
		case r == '"' || r == '\\':
			j.b = append(j.b, '\\', byte(r))
		case r >= ' ' && r < 0x7f:
			j.b = append(j.b, byte(r))
		case r > 0xffff:
			hi, lo := utf16.EncodeRune(r)
			j.escape(hi)
			j.escape(lo)
		default:
			j.escape(r)
		}
	}
	j.b = append(j.b, '"')
}

func (j *object) escape(r rune) {
	j.b = append(j.b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
