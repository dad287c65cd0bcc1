package inject

import "math/bits"

// An order is a permutation of the numbers below n: the order in which probes
// are sent, without a list of them. It is a Feistel network over the smallest
// power of two that holds n, walked along its cycle until the result is below
// n again (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
// As the network permutes at most 2n numbers, the walk takes less than two
// steps on average.
//
// The number's bits are split into a low and a high part, each of which is
// changed in turn by a hash of the other; undoing the changes in reverse gives
// the inverse.
type order struct {
	n                 uint64
	lowBits           uint
	lowMask, highMask uint64
	keys              [feistelRounds]uint64 // none is used if sequential
	sequential        bool
}

const feistelRounds = 6

// newOrder returns the permutation of 0 to n-1 that belongs to seed. n is at
// most 2^63.
func newOrder(n, seed uint64, sequential bool) order {
	width := uint(max(bits.Len64(max(n, 1)-1), 2))
	o := order{n: n, lowBits: width / 2, sequential: sequential}
	o.lowMask = 1<<o.lowBits - 1
	o.highMask = 1<<(width-o.lowBits) - 1
	for i := range o.keys {
		seed += 0x9e3779b97f4a7c15
		o.keys[i] = mix(seed)
	}
	return o
}

// mix spreads each bit of x over all 64 (the finalizer of splitmix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// at returns the i-th number, i < n.
func (o *order) at(i uint64) uint64 {
	if o.sequential {
		return i
	}
	for {
		low, high := i&o.lowMask, i>>o.lowBits
		for r := 0; r < feistelRounds; r += 2 {
			low ^= mix(high^o.keys[r]) & o.lowMask
			high ^= mix(low^o.keys[r+1]) & o.highMask
		}
		if i = high<<o.lowBits | low; i < o.n {
			return i
		}
	}
}

// index returns where x comes: index(at(i)) == i. x < n.
func (o *order) index(x uint64) uint64 {
	if o.sequential {
		return x
	}
	for {
		low, high := x&o.lowMask, x>>o.lowBits
		for r := feistelRounds - 2; r >= 0; r -= 2 {
			high ^= mix(low^o.keys[r+1]) & o.highMask
			low ^= mix(high^o.keys[r]) & o.lowMask
		}
		if x = high<<o.lowBits | low; x < o.n {
			return x
		}
	}
}
