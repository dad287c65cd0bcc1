package dissect

// PPPoELen is the length of a PPPoE header in bytes.
const PPPoELen = 6

// Codes of PPPoE packets.
const (
	PPPoESession = 0x00
	PPPoEPADO    = 0x07
	PPPoEPADI    = 0x09
	PPPoEPADR    = 0x19
	PPPoEPADS    = 0x65
	PPPoEPADT    = 0xa7
)

// PPPoE is a PPP over Ethernet header (RFC 2516 section 4).
//
//	+-------+-------+---------------+-------------------------------+
//	|version| type  |     code      |          session ID           |
//	+-------+-------+---------------+-------------------------------+
//	|            length             |  payload ...
//	+-------------------------------+
type PPPoE struct {
	Version, Type uint8 // both 1
	Code          uint8 // PPPoESession, ...
	Session       uint16
	Length        int // bytes of the payload, as it says
	Captured      int // bytes of the header that were captured, at most PPPoELen
	Payload       []byte
}

// Decode fills h from the bytes behind a PPPoE Ethertype.
func (h *PPPoE) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u8()
	h.Version, h.Type, h.Code = v>>4, v&15, c.u8()
	h.Session = c.u16()
	h.Length = int(c.u16())
	h.Captured = c.pos
	h.Payload = c.rest()
}
