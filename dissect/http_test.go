package dissect

import (
	"strings"
	"testing"
)

func TestHTTP(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     string // method or version, target or status, version or reason, fields, and the body
	}{
		{"request", "GET /a b HTTP/1.1\r\nHost: x\r\nEmpty:\r\n\r\nbody", "request GET|/a b|HTTP/1.1|Host=x|Empty=|body"},
		{"response", "HTTP/1.1 404 Not Found\r\nA:  b \r\nodd\r\n\r\n", "response HTTP/1.1|404|Not Found|A=b|=odd|"},
		{"lines end in LF", "HTTP/1.0 200 OK\nA: b\n\nx", "response HTTP/1.0|200|OK|A=b|x"},
		{"fields cut", "GET / HTTP/1.1\r\nHost: x\r\nUser-Ag", "request GET|/|HTTP/1.1|Host=x|=User-Ag|cut"},
		{"first line cut", "POST /long", "request POST|/long||cut"},
		{"status cut", "HTTP/1.1 20", "response HTTP/1.1|20||cut"},
		{"no version", "GET /\r\n\r\n", "no"},
		{"no method", "get / HTTP/1.1\r\n", "no"},
		{"no target", "GET", "no"},
		{"binary", "\x16\x03\x01 ", "no"},
		{"empty", "", "no"},
	} {
		var h HTTP
		got := "no"
		if h.Decode([]byte(tc.in)) {
			w := []string{"request " + string(h.Method), string(h.Target), string(h.Version)}
			if h.Response {
				w = []string{"response " + string(h.Version), string(h.Status), string(h.Reason)}
			}
			for f := h.Fields; ; {
				name, value, rest, ok := f.Next()
				if !ok {
					break
				}
				w = append(w, string(name)+"="+string(value))
				f = rest
			}
			if h.Complete {
				w = append(w, string(h.Body))
			} else {
				w = append(w, "cut")
			}
			got = strings.Join(w, "|")
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func FuzzHTTP(f *testing.F) {
	f.Add([]byte("GET / HTTP/1.1\r\nHost: x\r\n\r\nbody"))
	f.Add([]byte("HTTP/1.1 200 OK\nA:b\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var h HTTP
		if !h.Decode(b) {
			return
		}
		total := 0
		for f := h.Fields; ; {
			name, value, rest, ok := f.Next()
			if !ok {
				break
			}
			if total += len(name) + len(value); total > len(b) || len(rest) >= len(f) {
				t.Fatalf("fields of %d bytes in %d", total, len(b))
			}
			f = rest
		}
		if h.Complete && len(h.Fields)+len(h.Body) > len(b) {
			t.Fatalf("%d bytes of fields and %d of body in %d", len(h.Fields), len(h.Body), len(b))
		}
	})
}
