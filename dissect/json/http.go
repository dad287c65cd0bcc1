package jsonview

import "wiredump/dissect"

// http shows the first line and the header fields of an HTTP/1 message; a
// segment that does not begin with them is payload.
func (e *encoder) http(b []byte, length int) {
	var h dissect.HTTP
	if !h.Decode(b) {
		e.payload(b, length)
		return
	}
	e.begin(dissect.ProtoHTTP)
	if !h.Complete {
		e.bool("truncated", true)
	}
	if h.Response {
		e.word("kind", "response")
		e.bytes("version", h.Version)
		e.bytes("status", h.Status)
		e.bytes("reason", h.Reason)
	} else {
		e.word("kind", "request")
		e.bytes("method", h.Method)
		e.bytes("target", h.Target)
		e.bytes("version", h.Version)
	}
	e.array("headers")
	for f := h.Fields; ; {
		name, value, rest, ok := f.Next()
		if !ok {
			break
		}
		e.item()
		e.bytes("name", name)
		e.bytes("value", value)
		e.endObject()
		f = rest
	}
	e.endArray()
	e.endObject()
	if h.Complete {
		e.payload(h.Body, length-(len(b)-len(h.Body)))
	}
}
