package dissect

import "encoding/binary"

// A cursor reads big-endian fields from packet bytes. A read beyond the end
// gives zero and sticks: pos then stays where the bytes ran out, so that
// decoders read a whole header without asking each time.
type cursor struct {
	b   []byte
	pos int
	cut bool
}

// take returns the next n bytes, or nil if there are fewer.
func (c *cursor) take(n int) []byte {
	if c.cut || len(c.b)-c.pos < n {
		if !c.cut {
			c.cut, c.pos = true, len(c.b)
		}
		return nil
	}
	c.pos += n
	return c.b[c.pos-n : c.pos]
}

func (c *cursor) u8() uint8 {
	if s := c.take(1); s != nil {
		return s[0]
	}
	return 0
}

func (c *cursor) u16() uint16 {
	if s := c.take(2); s != nil {
		return binary.BigEndian.Uint16(s)
	}
	return 0
}

func (c *cursor) u24() uint32 {
	if s := c.take(3); s != nil {
		return uint32(s[0])<<16 | uint32(s[1])<<8 | uint32(s[2])
	}
	return 0
}

func (c *cursor) u32() uint32 {
	if s := c.take(4); s != nil {
		return binary.BigEndian.Uint32(s)
	}
	return 0
}

// rest returns what has not been read; empty, not nil, at the end.
func (c *cursor) rest() []byte { return c.b[c.pos:] }

// span returns b[from:to] cut to what is there; never nil.
func span(b []byte, from, to int) []byte {
	from = min(max(from, 0), len(b))
	to = min(max(to, from), len(b))
	return b[from:to]
}
