package dissect

import (
	"bytes"
	"testing"
)

func TestIPOptions(t *testing.T) {
	for _, tc := range []struct {
		name string
		v6   bool
		b    []byte
		want []IPOption
	}{
		{"v4: padding, router alert, end", false, []byte{1, 148, 4, 0, 0, 0, 9, 9},
			[]IPOption{{Type: 1, Len: 1}, {Type: 148, Len: 4, Data: []byte{0, 0}}}},
		{"v4: length under 2", false, []byte{7, 1, 4}, []IPOption{{Type: 7, Len: 1, Data: []byte{4}, Bad: true}}},
		{"v4: beyond the end", false, []byte{7, 9, 4}, []IPOption{{Type: 7, Len: 9, Data: []byte{4}, Bad: true}}},
		{"v4: no length", false, []byte{1, 7}, []IPOption{{Type: 1, Len: 1}, {Type: 7, Bad: true}}},
		{"v6: padding, router alert, padding", true, []byte{0, 5, 2, 0, 0, 1, 1, 0},
			[]IPOption{{Type: 0, Len: 1}, {Type: 5, Len: 4, Data: []byte{0, 0}}, {Type: 1, Len: 3, Data: []byte{0}}}},
		{"v6: beyond the end", true, []byte{5, 4, 1}, []IPOption{{Type: 5, Len: 6, Data: []byte{1}, Bad: true}}},
		{"v6: no length", true, []byte{5}, []IPOption{{Type: 5, Bad: true}}},
	} {
		v4, v6 := IPv4Options(tc.b), IPv6Options(tc.b)
		for _, want := range tc.want {
			var got IPOption
			var ok bool
			if tc.v6 {
				got, v6, ok = v6.Next()
			} else {
				got, v4, ok = v4.Next()
			}
			if !ok || got.Type != want.Type || got.Len != want.Len || !bytes.Equal(got.Data, want.Data) || got.Bad != want.Bad {
				t.Errorf("%s: %+v, want %+v", tc.name, got, want)
			}
		}
		_, _, more4 := v4.Next()
		_, _, more6 := v6.Next()
		if tc.v6 && more6 || !tc.v6 && more4 {
			t.Errorf("%s: more options than expected", tc.name)
		}
	}
}
