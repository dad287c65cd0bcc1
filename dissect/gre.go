package dissect

// GRELen is the length of the fixed part of a GRE header in bytes.
const GRELen = 4

// Flags of a GRE header.
const (
	GREChecksum  = 0x8000
	GRERouting   = 0x4000 // RFC 1701
	GREKey       = 0x2000
	GRESequence  = 0x1000
	GREStrict    = 0x0800 // strict source route, RFC 1701
	GRERecursion = 0x0700 // RFC 1701
	GREAck       = 0x0080 // version 1
)

// GRE is the fixed part of a generic routing encapsulation header (RFC 2784,
// RFC 2890; version 1: RFC 2637 section 4.1).
//
//	+-+-+-+-+-+-----+-+-------+-----+-------------------------------+
//	|C|R|K|S|s|Recur|A| zero  | Ver |         protocol type         |
//	+-+-+-+-+-+-----+-+-------+-----+-------------------------------+
//	|  checksum and offset (4, iff C or R), key (4, iff K), sequence number
//	|  (4, iff S), acknowledgement (4, iff A; version 1), routing (iff R) ...
type GRE struct {
	Flags    uint16 // GREChecksum, ...
	Version  uint8
	Protocol uint16 // an Ethertype
	Captured int    // bytes of the fixed part that were captured, at most GRELen
}

// Decode fills h from the bytes of a header.
func (h *GRE) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u16()
	h.Flags, h.Version = v&0xfff8, uint8(v&7)
	h.Protocol = c.u16()
	h.Captured = c.pos
}
