package dissect

import (
	"bytes"
	"testing"
)

// dnsMessage is a response to "A? ab.c" with one A record and an OPT record
// that makes its result BADVERS.
var dnsMessage = []byte{
	0x12, 0x34, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 1, // header
	2, 'a', 'b', 1, 'c', 0, 0, 1, 0, 1, // question, at 12
	0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, 1, 2, 3, 4, // answer, at 22
	0, 0, 41, 2, 0, 1, 0, 0, 0, 0, 0, // OPT, at 38
}

func TestDNS(t *testing.T) {
	var h DNS
	h.Decode(dnsMessage)
	if h.ID != 0x1234 || h.Flags != 0x8180 || h.Questions != 1 || h.Answers != 1 || h.Authorities != 0 || h.Additionals != 1 {
		t.Errorf("decoded %+v", h)
	}
	if h.Flags.Opcode() != 0 || h.Flags.Rcode() != 0 || h.ExtendedRcode() != 16 {
		t.Errorf("opcode %d, rcode %d and extended %d, want 0, 0, 16", h.Flags.Opcode(), h.Flags.Rcode(), h.ExtendedRcode())
	}
	q, next, ok := DNSQuestionAt(dnsMessage, DNSLen)
	if want := (DNSQuestion{Name: 12, Type: DNSTypeA, Class: DNSClassIN}); !ok || next != 22 || q != want {
		t.Errorf("question %+v, next at %d, %v; want %+v", q, next, ok, want)
	}
	r, next, ok := DNSRecordAt(dnsMessage, 22)
	if want := (DNSRecord{Name: 22, Type: DNSTypeA, Class: DNSClassIN, TTL: 300, DataLen: 4, Data: 34}); !ok || next != 38 || r != want {
		t.Errorf("record %+v, next at %d, %v; want %+v", r, next, ok, want)
	}
	if _, _, ok := DNSRecordAt(dnsMessage[:33], 22); ok {
		t.Error("a record without length is one")
	}
	h.Decode(dnsMessage[:5])
	if h.Captured != 5 || h.Flags != 0x8180 || h.Questions != 0 {
		t.Errorf("of five bytes decoded %+v", h)
	}
}

func TestAppendDNSName(t *testing.T) {
	for _, tc := range []struct {
		name string
		m    []byte
		off  int
		want string
		ok   bool
	}{
		{"plain", dnsMessage, 12, "ab.c.", true},
		{"pointer", dnsMessage, 22, "ab.c.", true},
		{"root", dnsMessage, 38, ".", true},
		{"pointer to itself", []byte{0xc0, 0}, 0, "", false},
		{"pointer forwards", []byte{1, 'a', 0xc0, 4, 1, 'b', 0}, 0, "a.", false},
		{"two pointers in a circle", []byte{0xc0, 2, 0xc0, 0}, 2, "", false},
		{"cut label", []byte{3, 'a'}, 0, "", false},
		{"no end", []byte{1, 'a'}, 0, "a.", false},
		{"unknown kind", []byte{0x80, 0}, 0, "", false},
		{"behind the message", dnsMessage, 1000, "", false},
		{"before the message", dnsMessage, -1, "", false},
	} {
		got, ok := AppendDNSName([]byte("x"), tc.m, tc.off)
		if string(got) != "x"+tc.want || ok != tc.ok {
			t.Errorf("%s: %q, %v; want %q, %v", tc.name, got, ok, "x"+tc.want, tc.ok)
		}
	}
}

// TestDNSWork has the names of a message share what they may cost: a chain of
// pointers is followed only so often.
func TestDNSWork(t *testing.T) {
	m := []byte{0, 0}
	for i := range 500 { // each points to the one before, the first to the root
		to := max(0, i*2)
		m = append(m, 0xc0|byte(to>>8), byte(to))
	}
	last := len(m) - 2
	var work DNSWork
	whole := 0
	for range 1000 {
		d := NewDNSNames(m, last, &work)
		if _, what := d.Next(); what == DNSEnd {
			whole++
		} else if what != DNSCut {
			t.Fatalf("found %d", what)
		}
	}
	// A name has 500 pointers and an end.
	if want := len(m) * DNSWorkPerByte / 501; whole != want {
		t.Errorf("%d names were followed, want %d", whole, want)
	}
}

func FuzzDNS(f *testing.F) {
	f.Add(dnsMessage, uint16(22), uint16(40))
	f.Add([]byte("\x41\x03\xe0\xc0\x00"), uint16(0), uint16(4))
	f.Fuzz(func(t *testing.T, m []byte, at, cut uint16) {
		off := int(at)
		// A name takes at most the bytes of the message once for each pointer,
		// and pointers lead ever further back.
		var work DNSWork
		d := NewDNSNames(m, off, &work)
		steps := 0
		for {
			label, what := d.Next()
			if what != DNSLabel && what != DNSBitLabel {
				break
			}
			if len(label) == 0 {
				t.Fatal("a label is empty")
			}
			if steps++; steps > 1<<16 {
				t.Fatal("a name does not end")
			}
		}
		name, whole := AppendDNSName(nil, m, off)
		if next, ok := SkipDNSName(m, off); ok {
			if next <= off || next > len(m)+64 {
				t.Fatalf("the name at %d of %d bytes ends at %d", off, len(m), next)
			}
			if whole && d.End() != next {
				t.Fatalf("the name at %d ends at %d, walked at %d", off, next, d.End())
			}
		}
		// What a shorter capture shows is part of what a longer one does.
		short := m[:min(int(cut), len(m))]
		part, _ := AppendDNSName(nil, short, off)
		if !bytes.HasPrefix(name, part) {
			t.Fatalf("of %d bytes %q is left, of all %q", len(short), part, name)
		}
		var h DNS
		h.Decode(m)
		h.ExtendedRcode()
		for off = DNSLen; ; {
			_, next, ok := DNSRecordAt(m, off)
			if !ok {
				break
			}
			if next <= off {
				t.Fatal("a record does not advance")
			}
			off = next
		}
	})
}
