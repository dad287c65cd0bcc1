package dissect

import (
	"bytes"
	"testing"
)

// routerAdvert is a router advertisement with two options.
var routerAdvert = []byte{
	134, 0, 0, 0, // type, code, checksum
	64, 0x88, 0x07, 0x08, // hop limit; managed, preference high; 1800 s
	0, 0, 0x75, 0x30, 0, 0, 0x03, 0xe8, // reachable 30 s, retransmit 1 s
	1, 1, 2, 0, 0, 0, 0, 1, // source link-layer address
	5, 1, 0, 0, 0, 0, 0x05, 0xdc, // MTU 1500
}

func TestRouterAdvert(t *testing.T) {
	var r RouterAdvert
	r.Decode(routerAdvert)
	if r.HopLimit != 64 || r.Flags != 0x88 || r.Preference() != 1 || r.Lifetime != 1800 || r.Reachable != 30000 || r.Retrans != 1000 || r.Captured != RouterAdvertLen {
		t.Errorf("decoded %+v", r)
	}
	for _, want := range []NDOption{
		{Type: NDOptSourceLink, Len: 8, Data: routerAdvert[18:24]},
		{Type: NDOptMTU, Len: 8, Data: routerAdvert[26:32]},
	} {
		o, rest, ok := r.Options.Next()
		if !ok || o.Type != want.Type || o.Len != want.Len || !bytes.Equal(o.Data, want.Data) || o.Bad {
			t.Errorf("option %+v, want %+v", o, want)
		}
		r.Options = rest
	}
	if len(r.Options) != 0 {
		t.Errorf("% x is left", r.Options)
	}
	r.Decode(routerAdvert[:10])
	if r.Captured != 10 || r.Lifetime != 1800 || r.Reachable != 0 || len(r.Options) != 0 {
		t.Errorf("decoded the first 10 bytes to %+v", r)
	}
}

func TestNDOptionsBad(t *testing.T) {
	for _, o := range []NDOptions{{1}, {1, 0, 9}, {1, 1, 2, 3}} {
		opt, rest, ok := o.Next()
		if !ok || !opt.Bad || len(rest) != 0 {
			t.Errorf("% x: %+v, rest % x, %v", []byte(o), opt, []byte(rest), ok)
		}
	}
}

func TestNeighbor(t *testing.T) {
	b := make([]byte, RedirectLen+8)
	b[0], b[4], b[8], b[24], b[40], b[41] = ICMPv6NeighborAdvert, NDRouter|NDOverride, 0xfe, 0x20, 2, 1
	var n Neighbor
	n.Decode(b)
	if n.Flags != NDRouter|NDOverride || n.Target[0] != 0xfe || n.Dst != [16]byte{} || n.Captured != NeighborLen || len(n.Options) != 24 {
		t.Errorf("advertisement: %+v", n)
	}
	b[0] = ICMPv6Redirect
	n.Decode(b)
	if n.Target[0] != 0xfe || n.Dst[0] != 0x20 || n.Captured != RedirectLen || len(n.Options) != 8 {
		t.Errorf("redirect: %+v", n)
	}
}

func TestMLDRecords(t *testing.T) {
	b := make(MLDRecords, 2*MLDRecordLen+32+4+16)
	b[0], b[1], b[3], b[4] = 1, 1, 2, 0xff // is_in, a word of auxiliary data, two sources, group
	second := b[MLDRecordLen+32+4:]
	second[0], second[3] = 4, 2 // to_ex, two sources, of which one is captured
	rec, rest, ok := b.Next()
	if !ok || rec.Type != 1 || rec.Count != 2 || rec.Group[0] != 0xff || len(rec.Sources) != 32 || rec.Bad {
		t.Errorf("first record %+v", rec)
	}
	rec, rest, ok = rest.Next()
	if !ok || rec.Type != 4 || rec.Count != 2 || len(rec.Sources) != 16 || !rec.Bad || len(rest) != 0 {
		t.Errorf("second record %+v", rec)
	}
}

func TestMLDFloat(t *testing.T) {
	for _, tc := range []struct {
		v     uint16
		width int
		want  uint32
	}{
		{127, 8, 127}, {128, 8, 128}, {200, 8, 3072}, {255, 8, 31744},
		{0x7fff, 16, 0x7fff}, {0x8000, 16, 32768}, {0x9abc, 16, 109504}, {0xffff, 16, 8387584},
	} {
		if got := MLDFloat(tc.v, tc.width); got != tc.want {
			t.Errorf("MLDFloat(%#x, %d) = %d, want %d", tc.v, tc.width, got, tc.want)
		}
	}
}

func FuzzICMPv6(f *testing.F) {
	f.Add(routerAdvert)
	f.Add([]byte{143, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfb})
	f.Fuzz(func(t *testing.T, b []byte) {
		var r RouterAdvert
		r.Decode(b)
		var n Neighbor
		n.Decode(b)
		for _, o := range []NDOptions{r.Options, n.Options, NDOptions(b)} {
			for {
				opt, rest, ok := o.Next()
				if !ok {
					break
				}
				if len(rest) >= len(o) || !opt.Bad && len(opt.Data)+2 != opt.Len || opt.Bad && len(rest) != 0 {
					t.Fatalf("option %+v leaves %d of %d", opt, len(rest), len(o))
				}
				o = rest
			}
		}
		for r := MLDRecords(b); ; {
			rec, rest, ok := r.Next()
			if !ok {
				break
			}
			if len(rest) >= len(r) || !rec.Bad && len(rec.Sources) != rec.Count*16 || len(rec.Sources)%16 != 0 {
				t.Fatalf("record %+v leaves %d of %d", rec, len(rest), len(r))
			}
			r = rest
		}
	})
}

func BenchmarkRouterAdvert(b *testing.B) {
	var r RouterAdvert
	b.ReportAllocs()
	for b.Loop() {
		r.Decode(routerAdvert)
		for o := r.Options; len(o) > 0; {
			_, o, _ = o.Next()
		}
	}
}
