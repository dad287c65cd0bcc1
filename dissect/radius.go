package dissect

// RADIUSLen is the length of a RADIUS header in bytes.
const RADIUSLen = 20

// RADIUS is the header of a message of the Remote Authentication Dial-In User
// Service (RFC 2865 section 3, RFC 2866, RFC 5176).
//
//	+---------------+---------------+-------------------------------+
//	|     code      |  identifier   |            length             |
//	+---------------+---------------+-------------------------------+
//	|                                                               |
//	|                   authenticator (16 bytes)                    |
//	|                                                               |
//	+---------------------------------------------------------------+
//	|  attributes: type, length of all of it in bytes, value
type RADIUS struct {
	Code          uint8
	ID            uint8
	Length        int // bytes, with this header
	Authenticator [16]byte
	Attributes    []byte // captured, no more than Length has room for
}

// Decode fills h from the bytes of a message. It returns false if not all of
// the header was captured.
func (h *RADIUS) Decode(b []byte) bool {
	*h = RADIUS{}
	if len(b) < RADIUSLen {
		return false
	}
	c := cursor{b: b}
	h.Code, h.ID, h.Length = c.u8(), c.u8(), int(c.u16())
	h.Authenticator = [16]byte(c.take(16))
	h.Attributes = c.rest()
	if n := h.Length - RADIUSLen; n < len(h.Attributes) {
		h.Attributes = h.Attributes[:max(n, 0)]
	}
	return true
}
