package dissect

// MPLSLen is the length of an MPLS label stack entry in bytes.
const MPLSLen = 4

// Reserved MPLS labels (RFC 3032 section 2.1).
const (
	MPLSIPv4Null     = 0 // IPv4 explicit NULL
	MPLSRouterAlert  = 1
	MPLSIPv6Null     = 2 // IPv6 explicit NULL
	MPLSImplicitNull = 3
)

// MPLS is a label stack entry (RFC 3032 section 2.1).
//
//	+---------------------------------------+-----+-+---------------+
//	|                 label                 | TC  |S|      TTL      |
//	+---------------------------------------+-----+-+---------------+
type MPLS struct {
	Label    uint32 // 20 bits
	Class    uint8  // traffic class, 0 to 7
	Bottom   bool   // the last entry of the stack
	TTL      uint8
	Captured int // bytes of the entry that were captured, at most MPLSLen
}

// Decode fills h from the bytes of an entry.
func (h *MPLS) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u32()
	h.Label, h.Class, h.Bottom, h.TTL = v>>12, uint8(v>>9&7), v&0x100 != 0, uint8(v)
	h.Captured = c.pos
}
