package inject

import (
	"math/rand/v2"
	"net/netip"
	"testing"
)

func rangesOf(t testing.TB, s ...string) []addrRange {
	t.Helper()
	var out []addrRange
	for i := 0; i < len(s); i += 2 {
		out = append(out, addrRange{toAddr128(netip.MustParseAddr(s[i])), toAddr128(netip.MustParseAddr(s[i+1]))})
	}
	return out
}

func TestAddrSet(t *testing.T) {
	a := newAddrSet(rangesOf(t,
		"10.0.0.10", "10.0.0.20",
		"10.0.0.0", "10.0.0.4",
		"10.0.0.5", "10.0.0.9", // touches both
		"10.0.0.15", "10.0.0.17", // inside
		"fe80::", "fe80::ffff",
	))
	if got, want := a.String(), "10.0.0.0-10.0.0.20 fe80::/112"; got != want {
		t.Fatalf("set is %s, want %s", got, want)
	}
	tests := []struct {
		name string
		x    []addrRange
		sub  string
		both string
	}{
		{"nothing", nil, "10.0.0.0-10.0.0.20 fe80::/112", ""},
		{"a hole", rangesOf(t, "10.0.0.3", "10.0.0.5"), "10.0.0.0-10.0.0.2 10.0.0.6-10.0.0.20 fe80::/112", "10.0.0.3-10.0.0.5"},
		{"the front", rangesOf(t, "9.0.0.0", "10.0.0.0"), "10.0.0.1-10.0.0.20 fe80::/112", "10.0.0.0"},
		{"the end", rangesOf(t, "10.0.0.20", "11.0.0.0"), "10.0.0.0-10.0.0.19 fe80::/112", "10.0.0.20"},
		{"over the gap", rangesOf(t, "10.0.0.16", "fe80::7fff"), "10.0.0.0/28 fe80::8000/113", "10.0.0.16-10.0.0.20 fe80::/113"},
		{"all", rangesOf(t, "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), "", "10.0.0.0-10.0.0.20 fe80::/112"},
		{"two holes", rangesOf(t, "10.0.0.1", "10.0.0.1", "10.0.0.3", "10.0.0.3"), "10.0.0.0 10.0.0.2 10.0.0.4-10.0.0.20 fe80::/112", "10.0.0.1 10.0.0.3"},
	}
	for _, tt := range tests {
		x := newAddrSet(tt.x)
		if got := a.subtract(x).String(); got != tt.sub {
			t.Errorf("%s: subtract = %s, want %s", tt.name, got, tt.sub)
		}
		if got := a.intersect(x).String(); got != tt.both {
			t.Errorf("%s: intersect = %s, want %s", tt.name, got, tt.both)
		}
	}
}

// TestAddrSetAgainstBits checks the set against a table of 256 addresses.
func TestAddrSetAgainstBits(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	base := toAddr128(netip.MustParseAddr("10.0.0.0"))
	random := func() (addrSet, [256]bool) {
		var rs []addrRange
		var table [256]bool
		for range rng.IntN(12) {
			lo := rng.IntN(256)
			hi := min(lo+rng.IntN(30), 255)
			rs = append(rs, addrRange{base.add(uint64(lo)), base.add(uint64(hi))})
			for i := lo; i <= hi; i++ {
				table[i] = true
			}
		}
		return newAddrSet(rs), table
	}
	for range 2000 {
		a, inA := random()
		b, inB := random()
		diff := a.subtract(b)
		n := uint64(0)
		for i := range 256 {
			want := inA[i] && !inB[i]
			if want {
				n++
			}
			if diff.contains(base.add(uint64(i))) != want {
				t.Fatalf("%v without %v: address %d is wrong", a, b, i)
			}
		}
		if got, ok := diff.size(); got != n || !ok {
			t.Fatalf("%v without %v has size %d, want %d", a, b, got, n)
		}
	}
}

func TestPrefixRange(t *testing.T) {
	for _, s := range []string{"10.1.2.0/24", "0.0.0.0/0", "10.1.2.3/32", "2001:db8::/64", "2001:db8::/63", "2001:db8::/65", "2001:db8::1/128", "::/0"} {
		p := netip.MustParsePrefix(s)
		r := prefixRange(p)
		if r.lo.netip() != p.Addr() {
			t.Errorf("%s begins at %v", s, r.lo.netip())
		}
		if !p.Contains(r.hi.netip()) {
			t.Errorf("%s does not contain its end %v", s, r.hi.netip())
		}
		if next := r.hi.add(1).netip(); p.Contains(next) && p.Bits() != 0 {
			t.Errorf("%s contains %v, behind its end", s, next)
		}
	}
}
