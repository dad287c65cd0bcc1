package inject

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"net/netip"
	"slices"
)

// An addr128 is an IPv6 address, or an IPv4 address in its IPv6-mapped form
// (RFC 4291 section 2.5.5.2), as a number: so that both families live in one
// ordered space.
type addr128 struct{ hi, lo uint64 }

// mapped4 is what stands over the 32 bits of a mapped IPv4 address.
const mapped4 = 0xffff << 32

func toAddr128(a netip.Addr) addr128 {
	b := a.As16()
	return addr128{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}
}

func (a addr128) is4() bool { return a.hi == 0 && a.lo>>32 == 0xffff }

func (a addr128) bytes() (b [16]byte) {
	binary.BigEndian.PutUint64(b[:8], a.hi)
	binary.BigEndian.PutUint64(b[8:], a.lo)
	return b
}

func (a addr128) netip() netip.Addr { return netip.AddrFrom16(a.bytes()).Unmap() }

func (a addr128) compare(b addr128) int {
	if c := cmp.Compare(a.hi, b.hi); c != 0 {
		return c
	}
	return cmp.Compare(a.lo, b.lo)
}

func (a addr128) less(b addr128) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

// add returns a + n; it wraps after the last address.
func (a addr128) add(n uint64) addr128 {
	lo, carry := bits.Add64(a.lo, n, 0)
	return addr128{a.hi + carry, lo}
}

func (a addr128) prev() addr128 {
	lo, borrow := bits.Sub64(a.lo, 1, 0)
	return addr128{a.hi - borrow, lo}
}

// sub returns a - b, and whether it fits 64 bits.
func (a addr128) sub(b addr128) (uint64, bool) {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	hi, _ := bits.Sub64(a.hi, b.hi, borrow)
	return lo, hi == 0
}

// addrOf returns the address of 4 or 16 bytes; an invalid one for any other
// number.
func addrOf(b []byte) netip.Addr {
	a, _ := netip.AddrFromSlice(b)
	return a
}

// An addrRange is all addresses from lo to hi, both included.
type addrRange struct{ lo, hi addr128 }

func prefixRange(p netip.Prefix) addrRange {
	p = p.Masked()
	lo := toAddr128(p.Addr())
	n := p.Bits()
	if p.Addr().Is4() {
		n += 96
	}
	hi := lo
	switch {
	case n < 64:
		hi.hi |= ^uint64(0) >> n
		hi.lo = ^uint64(0)
	case n < 128:
		hi.lo |= ^uint64(0) >> (n - 64)
	}
	return addrRange{lo, hi}
}

// size returns the number of addresses; ok is false if it is 2^64 or more.
func (r addrRange) size() (n uint64, ok bool) {
	n, ok = r.hi.sub(r.lo)
	return n + 1, ok && n+1 != 0
}

// An addrSet is a set of addresses as ascending ranges that neither overlap
// nor touch.
type addrSet []addrRange

// newAddrSet makes a set of ranges in any order; it reuses rs.
func newAddrSet(rs []addrRange) addrSet {
	slices.SortFunc(rs, func(a, b addrRange) int { return a.lo.compare(b.lo) })
	out := rs[:0]
	for _, r := range rs {
		if n := len(out); n > 0 {
			last := &out[n-1]
			// hi.add(1) wraps to zero only if last reaches the end of all
			// addresses; then whatever follows is inside it.
			if next := last.hi.add(1); next == (addr128{}) || !next.less(r.lo) {
				if last.hi.less(r.hi) {
					last.hi = r.hi
				}
				continue
			}
		}
		out = append(out, r)
	}
	return addrSet(out)
}

// subtract returns the addresses of s that are not in x.
func (s addrSet) subtract(x addrSet) addrSet {
	var out addrSet
	j := 0
	for _, r := range s {
		for j < len(x) && x[j].hi.less(r.lo) {
			j++
		}
		done := false
		for k := j; k < len(x) && !r.hi.less(x[k].lo); k++ {
			if r.lo.less(x[k].lo) {
				out = append(out, addrRange{r.lo, x[k].lo.prev()})
			}
			if !x[k].hi.less(r.hi) {
				done = true
				break
			}
			r.lo = x[k].hi.add(1)
		}
		if !done {
			out = append(out, r)
		}
	}
	return out
}

// intersect returns the addresses that are in both sets.
func (s addrSet) intersect(x addrSet) addrSet { return s.subtract(s.subtract(x)) }

// size returns the number of addresses; ok is false if it is 2^64 or more.
func (s addrSet) size() (n uint64, ok bool) {
	for _, r := range s {
		c, fits := r.size()
		sum, carry := bits.Add64(n, c, 0)
		if !fits || carry != 0 {
			return 0, false
		}
		n = sum
	}
	return n, true
}

func (s addrSet) contains(a addr128) bool {
	i, found := slices.BinarySearchFunc(s, a, func(r addrRange, a addr128) int { return r.lo.compare(a) })
	return found || i > 0 && !s[i-1].hi.less(a)
}

// String writes the range as a prefix where it is one, otherwise as lo-hi.
func (r addrRange) String() string {
	lo, hi := r.lo.netip(), r.hi.netip()
	if lo == hi {
		return lo.String()
	}
	if n, ok := r.size(); ok && n&(n-1) == 0 {
		if p := netip.PrefixFrom(lo, lo.BitLen()-bits.TrailingZeros64(n)); prefixRange(p) == r {
			return p.String()
		}
	}
	return lo.String() + "-" + hi.String()
}
