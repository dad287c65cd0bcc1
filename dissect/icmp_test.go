package dissect

import (
	"bytes"
	"testing"
)

func TestICMPDecode(t *testing.T) {
	b := []byte{
		3, 4, 0x12, 0x34, // unreachable, needs fragmentation; checksum
		0, 0, 0x05, 0x78, // MTU 1400
		0x45, 0, // what is quoted
	}
	var h ICMP
	h.Decode(b)
	if h.Type != ICMPUnreachable || h.Code != ICMPNeedFragment || h.Checksum != 0x1234 || h.Seq() != 1400 || h.Word() != 1400 ||
		h.ID() != 0 || h.Captured != 8 || !bytes.Equal(h.Payload, []byte{0x45, 0}) || !h.Quotes() {
		t.Errorf("decoded %+v", h)
	}
	h.Decode(b[:5])
	if h.Type != ICMPUnreachable || h.Word() != 0 || h.Captured != 5 || len(h.Payload) != 0 {
		t.Errorf("decoded the first 5 bytes to %+v", h)
	}
}

// quoting returns a time exceeded message with an extension structure behind
// 128 bytes of quoted packet.
func quoting(words byte, ext []byte) []byte {
	b := make([]byte, ICMPLongLen+QuoteLen, ICMPLongLen+QuoteLen+len(ext))
	b[0], b[5] = ICMPTimeExceeded, words
	return append(b, ext...)
}

func TestICMPExtensions(t *testing.T) {
	ext := []byte{
		0x20, 0, 0, 0, // version 2, checksum
		0, 8, 1, 1, 0x18, 0x96, 0x01, 0x01, // MPLS: label 100704, bottom, TTL 1
		0, 6, 2, 7, 'a', 'b', // interface
		0, 9, 3, 0, 'x', // longer than what there is
	}
	right := bytes.Clone(ext)
	sum := Checksum(right)
	right[2], right[3] = byte(sum>>8), byte(sum)
	for _, tc := range []struct {
		name  string
		b     []byte
		found bool
	}{
		{"claimed", quoting(32, ext), true},
		{"not claimed, checksum wrong", quoting(0, ext), false},
		{"not claimed, checksum right", quoting(0, right), true},
		{"claimed beyond the end", quoting(60, ext), false},
		{"too short", quoting(32, ext[:3]), false},
	} {
		var h ICMP
		h.Decode(tc.b)
		if _, ok := h.Extensions(len(tc.b)); ok != tc.found {
			t.Errorf("%s: found %v, want %v", tc.name, ok, tc.found)
		}
	}

	var h ICMP
	h.Decode(quoting(32, ext))
	x, _ := h.Extensions(ICMPLongLen + QuoteLen + len(ext))
	if x.Version() != 2 || x.Checksum() != 0 {
		t.Errorf("version %d, checksum %#x", x.Version(), x.Checksum())
	}
	want := []ICMPObject{
		{Class: 1, Type: 1, Len: 8, Data: ext[8:12]},
		{Class: 2, Type: 7, Len: 6, Data: ext[16:18]},
		{Class: 3, Type: 0, Len: 9, Data: ext[22:], Bad: true},
	}
	o := x.Objects()
	for _, w := range want {
		obj, rest, ok := o.Next()
		if !ok || obj.Class != w.Class || obj.Type != w.Type || obj.Len != w.Len || !bytes.Equal(obj.Data, w.Data) || obj.Bad != w.Bad {
			t.Errorf("object %+v, want %+v", obj, w)
		}
		o = rest
	}
	if _, _, ok := o.Next(); ok {
		t.Error("there is an object behind the last one")
	}
	l := MPLSLabel(0x18960101)
	if l.Label() != 100704 || l.Class() != 0 || !l.Bottom() || l.TTL() != 1 {
		t.Errorf("label %d, class %d, bottom %v, ttl %d", l.Label(), l.Class(), l.Bottom(), l.TTL())
	}
}

func TestExpected(t *testing.T) {
	for _, tc := range []struct {
		b    []byte // a message with the checksum in its first two bytes
		want uint16
	}{
		{[]byte{0, 0, 0x12, 0x34}, 0xedcb},
		{[]byte{0xed, 0xcb, 0x12, 0x34}, 0xedcb},
		{[]byte{0xff, 0xff, 0x12, 0x34}, 0xedcb},
		{[]byte{0, 0, 0xff, 0xff}, 0},
	} {
		field := uint16(tc.b[0])<<8 | uint16(tc.b[1])
		if got := Expected(field, Checksum(tc.b)); got != tc.want {
			t.Errorf("% x: expected %#x, want %#x", tc.b, got, tc.want)
		}
	}
}

func FuzzICMP(f *testing.F) {
	f.Add(quoting(32, []byte{0x20, 0, 0, 0, 0, 8, 1, 1, 1, 2, 3, 4}))
	f.Add([]byte{8, 0, 1, 2, 3, 4, 5, 6, 7})
	f.Fuzz(func(t *testing.T, b []byte) {
		var h ICMP
		h.Decode(b)
		if h.Captured != min(len(b), ICMPLongLen) || len(h.Payload) != len(b)-h.Captured {
			t.Fatalf("%d bytes: captured %d, payload %d", len(b), h.Captured, len(h.Payload))
		}
		x, ok := h.Extensions(len(b))
		if !ok {
			return
		}
		for o := x.Objects(); ; {
			obj, rest, ok := o.Next()
			if !ok {
				break
			}
			if len(rest) >= len(o) || len(obj.Data) > len(o) || obj.Bad && len(rest) != 0 {
				t.Fatalf("object %+v leaves %d of %d", obj, len(rest), len(o))
			}
			o = rest
		}
	})
}

func BenchmarkICMPDecode(b *testing.B) {
	m := quoting(32, []byte{0x20, 0, 0, 0, 0, 8, 1, 1, 1, 2, 3, 4})
	var h ICMP
	b.ReportAllocs()
	for b.Loop() {
		h.Decode(m)
		h.Extensions(len(m))
	}
}
