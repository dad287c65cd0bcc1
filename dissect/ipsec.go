package dissect

// AHLen and ESPLen are the lengths of the fixed parts of these headers in
// bytes.
const (
	AHLen  = 12
	ESPLen = 8
)

// AH is an IP authentication header (RFC 4302 section 2).
//
//	+---------------+---------------+-------------------------------+
//	|  next header  |  payload len  |           reserved            |
//	+---------------+---------------+-------------------------------+
//	|               security parameters index (SPI)                 |
//	+---------------------------------------------------------------+
//	|                        sequence number                        |
//	+---------------------------------------------------------------+
//	|  integrity check value ...
type AH struct {
	NextHeader uint8
	PayloadLen int    // 32-bit words behind the first two, as the header says
	Reserved   uint16 // must be zero
	SPI, Seq   uint32
	Captured   int // bytes of the fixed part that were captured, at most AHLen
}

// HeaderLen returns the length of the header in bytes, as it says.
func (h *AH) HeaderLen() int { return (h.PayloadLen + 2) * 4 }

// Decode fills h from the bytes of a header.
func (h *AH) Decode(b []byte) {
	c := cursor{b: b}
	h.NextHeader, h.PayloadLen = c.u8(), int(c.u8())
	h.Reserved = c.u16()
	h.SPI, h.Seq = c.u32(), c.u32()
	h.Captured = c.pos
}

// ESP is the part of an encapsulating security payload that is not encrypted
// (RFC 4303 section 2).
//
//	+---------------------------------------------------------------+
//	|               security parameters index (SPI)                 |
//	+---------------------------------------------------------------+
//	|                        sequence number                        |
//	+---------------------------------------------------------------+
type ESP struct {
	SPI, Seq uint32
	Captured int // bytes of the header that were captured, at most ESPLen
}

// Decode fills h from the bytes of a header.
func (h *ESP) Decode(b []byte) {
	c := cursor{b: b}
	h.SPI, h.Seq = c.u32(), c.u32()
	h.Captured = c.pos
}
