package inject

import "math/bits"

// A cookie is the initial sequence number of a probe: a keyed hash of its
// addresses and ports. What answers a probe repeats it (an acknowledgment
// holds it plus one, an ICMP error quotes it), so that answers are recognized
// without a list of probes, and cannot be made up by somebody who does not see
// the probes. The hash is SipHash-2-4 (Aumasson and Bernstein, 2012) over
//
//	source (16 bytes), destination (16 bytes), source port, destination port
//
// with IPv4 addresses mapped.
type cookie struct{ v0, v1, v2, v3 uint64 }

func newCookie(k0, k1 uint64) cookie {
	return cookie{k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573}
}

func (c *cookie) round() {
	c.v0 += c.v1
	c.v2 += c.v3
	c.v1 = bits.RotateLeft64(c.v1, 13) ^ c.v0
	c.v3 = bits.RotateLeft64(c.v3, 16) ^ c.v2
	c.v0 = bits.RotateLeft64(c.v0, 32)
	c.v2 += c.v1
	c.v0 += c.v3
	c.v1 = bits.RotateLeft64(c.v1, 17) ^ c.v2
	c.v3 = bits.RotateLeft64(c.v3, 21) ^ c.v0
	c.v2 = bits.RotateLeft64(c.v2, 32)
}

func (c *cookie) word(m uint64) {
	c.v3 ^= m
	c.round()
	c.round()
	c.v0 ^= m
}

func (c *cookie) sum() uint64 {
	c.v2 ^= 0xff
	c.round()
	c.round()
	c.round()
	c.round()
	return c.v0 ^ c.v1 ^ c.v2 ^ c.v3
}

// from returns the state of the hash behind the source address, from which
// many probes go on.
func (c cookie) from(src addr128) cookie {
	c.word(src.hi)
	c.word(src.lo)
	return c
}

// seq finishes the hash of a probe; c is the state behind its source address.
// The low half is the sequence number; the high half serves as random bits.
func (c cookie) seq(dst addr128, srcPort, dstPort uint16) uint64 {
	c.word(dst.hi)
	c.word(dst.lo)
	// The last word holds the rest of the message and its length, 36.
	c.word(uint64(srcPort)<<16 | uint64(dstPort) | 36<<56)
	return c.sum()
}
