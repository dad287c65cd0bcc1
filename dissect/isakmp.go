package dissect

// ISAKMPLen is the length of an ISAKMP header in bytes.
const ISAKMPLen = 28

// Flags of ISAKMP. Version 1 has the first two, version 2 the others.
const (
	ISAKMPEncrypted = 0x01
	ISAKMPCommit    = 0x02
	ISAKMPInitiator = 0x08
	ISAKMPVersion   = 0x10
	ISAKMPResponse  = 0x20
)

// ISAKMP is the header of a message of the Internet Security Association and
// Key Management Protocol (RFC 2408 section 3.1), which is that of IKE version 2
// (RFC 7296 section 3.1) as well.
//
//	+---------------------------------------------------------------+
//	|                 initiator's cookie or SPI (8 bytes)           |
//	+---------------------------------------------------------------+
//	|                 responder's cookie or SPI (8 bytes)           |
//	+---------------+-------+-------+---------------+---------------+
//	| next payload  | major | minor | exchange type |     flags     |
//	+---------------+-------+-------+---------------+---------------+
//	|                          message ID                           |
//	+---------------------------------------------------------------+
//	|                         length, bytes                         |
//	+---------------------------------------------------------------+
type ISAKMP struct {
	Initiator, Responder [8]byte
	NextPayload          uint8
	Major, Minor         uint8
	Exchange             uint8
	Flags                uint8
	MessageID            uint32
	Length               uint32 // bytes, with this header
	Payload              []byte // captured
}

// Decode fills h from the bytes of a message. It returns false if not all of
// the header was captured.
func (h *ISAKMP) Decode(b []byte) bool {
	*h = ISAKMP{}
	if len(b) < ISAKMPLen {
		return false
	}
	c := cursor{b: b}
	copy(h.Initiator[:], c.take(8))
	copy(h.Responder[:], c.take(8))
	h.NextPayload = c.u8()
	v := c.u8()
	h.Major, h.Minor = v>>4, v&15
	h.Exchange, h.Flags = c.u8(), c.u8()
	h.MessageID, h.Length = c.u32(), c.u32()
	h.Payload = c.rest()
	return true
}
