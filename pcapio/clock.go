package pcapio

import (
	"math/bits"

	"wiredump/capture/packet"
)

// A clock turns the time stamps of a pcapng interface, counts of 10^-n or 2^-n
// seconds, into seconds and a fraction, without rounding on the way: what is
// finer than nanoseconds is cut off.
type clock struct {
	div    uint64 // units per second; 0 if binary
	mul    uint64 // rest to fraction: times mul ...
	cut    uint64 // ... or divided by cut
	shift  uint8  // binary: the power of two
	binary bool
	unit   packet.Unit
	offset int64 // seconds to add
}

// maxDecimal and maxBinary are the finest resolutions whose second fits 64 bits.
const (
	maxDecimal = 19
	maxBinary  = 63
)

// newClock returns the clock for an if_tsresol value: the top bit says binary,
// the others are n.
func newClock(resolution byte, offset int64) (clock, bool) {
	c := clock{offset: offset, mul: 1, cut: 1}
	n := resolution & 0x7f
	if resolution&0x80 != 0 {
		if n > maxBinary {
			return c, false
		}
		c.binary, c.shift = true, n
		if n >= 20 { // 2^20 is the first over a million
			c.unit = packet.Nano
		}
		return c, true
	}
	if n > maxDecimal {
		return c, false
	}
	c.div = pow10(n)
	switch {
	case n <= 6:
		c.mul = pow10(6 - n)
	case n <= 9:
		c.unit, c.mul = packet.Nano, pow10(9-n)
	default:
		c.unit, c.cut = packet.Nano, pow10(n-9)
	}
	return c, true
}

func pow10(n byte) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

func (c *clock) time(ts uint64) packet.Time {
	t := packet.Time{Unit: c.unit}
	switch {
	case c.div == 1e6: // a constant divisor is a multiplication
		t.Sec, t.Frac = int64(ts/1e6), uint32(ts%1e6)
	case c.div == 1e9:
		t.Sec, t.Frac = int64(ts/1e9), uint32(ts%1e9)
	case c.binary:
		second := uint64(1e6)
		if c.unit == packet.Nano {
			second = 1e9
		}
		t.Sec = int64(ts >> c.shift)
		hi, lo := bits.Mul64(ts&(1<<c.shift-1), second)
		t.Frac = uint32(hi<<(64-c.shift) | lo>>c.shift)
	default:
		t.Sec = int64(ts / c.div)
		t.Frac = uint32(ts % c.div * c.mul / c.cut)
	}
	t.Sec += c.offset
	return t
}
