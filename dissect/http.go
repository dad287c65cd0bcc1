package dissect

import "bytes"

// HTTP is what of an HTTP/1 message stands in one segment: its first line and
// header fields (RFC 9112 section 2.1).
//
//	GET /path HTTP/1.1 CR LF          HTTP/1.1 200 OK CR LF
//	Host: example.com CR LF           Content-Length: 5 CR LF
//	CR LF                             CR LF
//	                                  hello
type HTTP struct {
	Response bool
	// Of a request.
	Method, Target []byte
	// Of a response.
	Status, Reason []byte
	Version        []byte // "HTTP/1.1"; empty if the first line is cut before it
	Fields         HTTPFields
	Complete       bool   // the empty line that ends the header fields is there
	Body           []byte // what follows that line; valid iff Complete
}

// httpMethodLen is the longest method that is taken for one, in bytes.
const httpMethodLen = 20

// Decode fills h from the data of a segment. It returns false if that does not
// begin like an HTTP message.
func (h *HTTP) Decode(b []byte) bool {
	*h = HTTP{}
	line, rest, whole := httpLine(b)
	if bytes.HasPrefix(line, []byte("HTTP/")) {
		h.Response = true
		h.Version, line, _ = bytes.Cut(line, []byte(" "))
		h.Status, h.Reason, _ = bytes.Cut(line, []byte(" "))
	} else {
		method, after, ok := bytes.Cut(line, []byte(" "))
		if !ok || !httpMethod(method) || len(after) == 0 {
			return false
		}
		h.Method, h.Target = method, after
		if i := bytes.LastIndexByte(after, ' '); i >= 0 && bytes.HasPrefix(after[i+1:], []byte("HTTP/")) {
			h.Target, h.Version = after[:i], after[i+1:]
		} else if whole {
			return false
		}
	}
	if !whole {
		return true
	}
	h.Fields = HTTPFields(rest)
	for f := h.Fields; ; {
		line, next, whole := httpLine(f)
		if !whole {
			return true
		}
		f = HTTPFields(next)
		if len(line) == 0 {
			h.Fields = h.Fields[:len(h.Fields)-len(f)]
			h.Complete, h.Body = true, f
			return true
		}
	}
}

// httpLine splits off the first line, without its end, which is LF or CR LF.
// whole is false if there is no end.
func httpLine(b []byte) (line, rest []byte, whole bool) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil, false
	}
	return bytes.TrimSuffix(b[:i], []byte{'\r'}), b[i+1:], true
}

// httpMethod reports whether b is a word of capitals, as all methods are.
func httpMethod(b []byte) bool {
	if len(b) == 0 || len(b) > httpMethodLen {
		return false
	}
	for _, c := range b {
		if (c < 'A' || c > 'Z') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// HTTPFields are the lines of header fields (RFC 9112 section 5), as they are
// on the wire. The last one may be cut.
type HTTPFields []byte

// Next splits off the first field. Its name is empty in a line that has no
// colon. It returns false at the end of the fields.
func (f HTTPFields) Next() (name, value []byte, rest HTTPFields, ok bool) {
	line, next, whole := httpLine(f)
	if len(line) == 0 {
		return nil, nil, nil, false
	}
	if !whole {
		next = nil
	}
	name, value, found := bytes.Cut(line, []byte(":"))
	if !found {
		name, value = nil, line
	}
	return name, bytes.Trim(value, " \t"), next, true
}
