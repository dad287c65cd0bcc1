package dissect_test

import (
	"bytes"
	"testing"

	"wiredump/dissect"
)

func TestWLAN(t *testing.T) {
	frame := []byte{
		0x88, 0x03, 0x2c, 0x00, // QoS data, between access points, 44 us
		0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35,
		0x10, 0x20, // sequence
		0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x05, 0x01, // address 4, QoS
		0xaa,
	}
	var h dissect.WLAN
	h.Decode(frame)
	src, dst := h.Endpoints()
	if h.Type != dissect.WLANData || !h.IsQoS() || h.QoS != 0x105 || h.Duration != 44 || h.HeaderLen != 32 || h.Captured != 32 ||
		src != [6]byte(frame[24:]) || dst != [6]byte(frame[16:]) || !bytes.Equal(h.Payload, frame[32:]) {
		t.Errorf("%+v, %x > %x", h, src, dst)
	}
	for n := range frame {
		h.Decode(frame[:n])
		if h.Captured != min(n, 32) || len(h.Payload) != n-h.Captured && n >= 2 {
			t.Errorf("cut to %d bytes: %+v", n, h)
		}
	}
	for control, want := range map[byte]int{0x04: 0, 0x74: 16, 0x84: 20, 0x94: 10, 0xa4: 16, 0xb4: 16, 0xc4: 10, 0xd4: 10, 0xe4: 16, 0xf4: 16, 0x80: 24, 0x0c: 0, 0x08: 24} {
		h.Decode([]byte{control, 0})
		if h.HeaderLen != want {
			t.Errorf("frame control %#02x: header of %d bytes, want %d", control, h.HeaderLen, want)
		}
	}
}

func TestWLANElements(t *testing.T) {
	it := dissect.WLANElementsOf([]byte{0, 2, 'a', 'b', 3, 1, 7, 9, 200, 1})
	var got []byte
	for {
		id, v, ok := it.Next()
		if !ok {
			break
		}
		got = append(append(got, id), v...)
	}
	if want := []byte{0, 'a', 'b', 3, 7}; !bytes.Equal(got, want) || len(it.Rest()) != 3 {
		t.Errorf("%v and %v left, want %v and three", got, it.Rest(), want)
	}
}

func TestRadiotap(t *testing.T) {
	type field struct {
		bit   int
		value string
	}
	tests := []struct {
		name   string
		b      []byte
		fields []field
		last   dissect.RadiotapState
	}{
		{"alignment", []byte{0, 0, 14, 0, 0x2a, 0, 0, 0, 0x10, 0, 0x6c, 0x09, 0xa0, 0x00}, []field{{1, "\x10"}, {3, "\x6c\x09\xa0\x00"}}, dissect.RadiotapCut},
		{"end", []byte{0, 0, 9, 0, 0x20, 0, 0, 0, 0xd8, 0xff}, []field{{5, "\xd8"}}, dissect.RadiotapEnd},
		{"unknown", []byte{0, 0, 10, 0, 0x20, 0x80, 0, 0, 0xd8, 0xff}, []field{{5, "\xd8"}}, dissect.RadiotapUnknown},
		{"namespaces", []byte{0, 0, 14, 0, 0x20, 0, 0, 0xa0, 0x20, 0, 0, 0, 1, 2}, []field{{5, "\x01"}, {5, "\x02"}}, dissect.RadiotapEnd},
		{"vendor", []byte{0, 0, 27, 0, 0x20, 0, 0, 0xc0, 0xff, 0xff, 0, 0xa0, 0x20, 0, 0, 0, 1, 2, 3, 4, 5, 0, 2, 0, 8, 9, 7}, []field{{5, "\x01"}, {5, "\x07"}}, dissect.RadiotapEnd},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			var h dissect.Radiotap
			h.Decode(tc.b)
			it, ok := h.Fields()
			if !ok {
				t.Fatal("presence words cut")
			}
			for _, want := range tc.fields {
				f, state := it.Next()
				if state != dissect.RadiotapOK || f.Bit != want.bit || string(f.Value) != want.value {
					t.Errorf("field %d %q, state %d, want %d %q", f.Bit, f.Value, state, want.bit, want.value)
				}
			}
			if f, state := it.Next(); state != tc.last {
				t.Errorf("at the end: %+v, state %d, want %d", f, state, tc.last)
			}
		})
	}
	if _, ok := (&dissect.Radiotap{Header: []byte{0, 0, 8, 0, 0, 0, 0, 0x80}}).Fields(); ok {
		t.Error("a presence word is missed by nobody")
	}
}

func FuzzRadiotap(f *testing.F) {
	f.Add([]byte{0, 0, 27, 0, 0x20, 0, 0, 0xc0, 0xff, 0xff, 0, 0xa0, 0x20, 0, 0, 0, 1, 2, 3, 4, 5, 0, 2, 0, 8, 9, 7})
	f.Fuzz(func(t *testing.T, b []byte) {
		var h dissect.Radiotap
		h.Decode(b)
		if len(h.Header)+len(h.Payload) != len(b) {
			t.Fatalf("%d of %d bytes", len(h.Header)+len(h.Payload), len(b))
		}
		it, ok := h.Fields()
		if !ok {
			return
		}
		// Each presence word has at most 32 fields and a vendor's header.
		for n := 0; ; n++ {
			field, state := it.Next()
			if state == dissect.RadiotapEnd {
				break
			}
			if n > 33*len(b) {
				t.Fatal("no end")
			}
			if (state == dissect.RadiotapOK) != (len(field.Value) > 0) {
				t.Fatalf("%+v in state %d", field, state)
			}
		}
	})
}

func FuzzWLAN(f *testing.F) {
	f.Add([]byte{0x80, 0, 0, 0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 0, 0, 0, 1, 'a'})
	f.Fuzz(func(t *testing.T, b []byte) {
		var h dissect.WLAN
		h.Decode(b)
		if h.Captured > len(b) || len(b) >= 2 && h.Captured+len(h.Payload) != len(b) {
			t.Fatalf("%+v of %d bytes", h, len(b))
		}
		it := dissect.WLANElementsOf(h.Payload)
		n := 0
		for {
			_, v, ok := it.Next()
			if !ok {
				break
			}
			n += 2 + len(v)
		}
		if n+len(it.Rest()) != len(h.Payload) {
			t.Fatalf("elements of %d bytes and %d left, of %d", n, len(it.Rest()), len(h.Payload))
		}
	})
}
