package dissect

// VXLANLen is the length of the headers of VXLAN, VXLAN-GPE and OTV in bytes.
const VXLANLen = 8

// VXLAN is a VXLAN header (RFC 7348 section 5), or that of its Generic
// Protocol Extension (draft-ietf-nvo3-vxlan-gpe), or that of OTV
// (draft-hasmit-otv), all over UDP.
//
//	+---------------+-----------------------------------------------+
//	|     flags     |  reserved; GPE: 16 bits, next; OTV: overlay   |
//	+---------------+-------------------------------+---------------+
//	|      network identifier; OTV: instance        |   reserved    |
//	+-----------------------------------------------+---------------+
type VXLAN struct {
	Flags    uint8  // VXLANInstance, VXLANNext, ...
	Next     uint8  // valid iff this is VXLAN-GPE: what follows
	Overlay  uint32 // valid iff this is OTV
	ID       uint32 // 24 bits
	Captured int    // bytes of the header that were captured, at most VXLANLen
	Payload  []byte
}

// Flags of a VXLAN header.
const (
	VXLANInstance  = 0x08 // the identifier is valid
	VXLANNext      = 0x04 // GPE: Next is valid
	VXLANBroadcast = 0x02 // GPE: broadcast, unknown unicast or multicast
	VXLANOAM       = 0x01 // GPE
)

// Decode fills h from the bytes of a message.
func (h *VXLAN) Decode(b []byte) {
	c := cursor{b: b}
	h.Flags = c.u8()
	h.Overlay = c.u24()
	h.Next = uint8(h.Overlay)
	h.ID = c.u24()
	c.u8() // reserved
	h.Captured = c.pos
	h.Payload = c.rest()
}
