package filter

import (
	"encoding/binary"
	"slices"
)

// A set is a set of 32-bit numbers: ascending spans that neither overlap nor
// touch. Sets do not change.
type set []span

func setOf(k uint32) set { return set{{k, k}} }

var emptySet = set{}

// normal sorts and joins spans.
func normal(s set) set {
	slices.SortFunc(s, func(a, b span) int {
		if a.lo < b.lo {
			return -1
		}
		if a.lo > b.lo {
			return 1
		}
		return 0
	})
	out := s[:0]
	for _, x := range s {
		if n := len(out); n > 0 && (out[n-1].hi == maxUint32 || x.lo <= out[n-1].hi+1) {
			out[n-1].hi = max(out[n-1].hi, x.hi)
			continue
		}
		out = append(out, x)
	}
	return out
}

func (s set) union(t set) set {
	if len(s) == 0 {
		return t
	}
	if len(t) == 0 {
		return s
	}
	out := make(set, 0, len(s)+len(t))
	add := func(x span) {
		if n := len(out); n > 0 && (out[n-1].hi == maxUint32 || x.lo <= out[n-1].hi+1) {
			out[n-1].hi = max(out[n-1].hi, x.hi)
			return
		}
		out = append(out, x)
	}
	for len(s) > 0 && len(t) > 0 {
		if s[0].lo <= t[0].lo {
			add(s[0])
			s = s[1:]
		} else {
			add(t[0])
			t = t[1:]
		}
	}
	for _, x := range s {
		add(x)
	}
	for _, x := range t {
		add(x)
	}
	return out
}

func (s set) intersect(t set) set {
	out := emptySet
	for len(s) > 0 && len(t) > 0 {
		lo, hi := max(s[0].lo, t[0].lo), min(s[0].hi, t[0].hi)
		if lo <= hi {
			out = append(out, span{lo, hi})
		}
		if s[0].hi < t[0].hi {
			s = s[1:]
		} else {
			t = t[1:]
		}
	}
	return out
}

func (s set) complement() set {
	out := make(set, 0, len(s)+1)
	next := uint64(0)
	for _, x := range s {
		if uint64(x.lo) > next {
			out = append(out, span{uint32(next), x.lo - 1})
		}
		next = uint64(x.hi) + 1
	}
	if next <= maxUint32 {
		out = append(out, span{uint32(next), maxUint32})
	}
	return out
}

// within reports whether every number of s is in t.
func (s set) within(t set) bool {
	for _, x := range s {
		i, _ := slices.BinarySearchFunc(t, x, func(y, x span) int {
			if y.hi < x.lo {
				return -1
			}
			return 1
		})
		if i == len(t) || t[i].lo > x.lo || t[i].hi < x.hi {
			return false
		}
	}
	return true
}

// disjoint reports whether no number is in both.
func (s set) disjoint(t set) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	for _, x := range s {
		i, _ := slices.BinarySearchFunc(t, x, func(y, x span) int {
			if y.hi < x.lo {
				return -1
			}
			return 1
		})
		if i < len(t) && t[i].lo <= x.hi {
			return false
		}
	}
	return true
}

func (s set) equal(t set) bool { return slices.Equal(s, t) }

// single returns the only member, if there is just one.
func (s set) single() (uint32, bool) {
	if len(s) == 1 && s[0].lo == s[0].hi {
		return s[0].lo, true
	}
	return 0, false
}

// key returns a string that two sets share iff they are equal.
func (s set) key() string {
	b := make([]byte, 0, 8*len(s))
	for _, x := range s {
		b = binary.BigEndian.AppendUint32(b, x.lo)
		b = binary.BigEndian.AppendUint32(b, x.hi)
	}
	return string(b)
}
