package dissect

// Types of mobility headers (RFC 6275 section 6.1).
const (
	MobilityBRR  = 0 // binding refresh request
	MobilityHoTI = 1 // home test init
	MobilityCoTI = 2 // care-of test init
	MobilityHoT  = 3 // home test
	MobilityCoT  = 4 // care-of test
	MobilityBU   = 5 // binding update
	MobilityBA   = 6 // binding acknowledgement
	MobilityBE   = 7 // binding error
)

// Types of mobility options (RFC 6275 section 6.2). All but Pad1 are followed
// by the length in bytes of what comes behind these two.
const (
	MobilityOptionPad1    = 0
	MobilityOptionPadN    = 1
	MobilityOptionRefresh = 2 // binding refresh advice
	MobilityOptionAltCoA  = 3 // alternate care-of address
	MobilityOptionNonce   = 4 // nonce indices
	MobilityOptionAuth    = 5 // binding authorization data
)

// Mobility is an IPv6 mobility header (RFC 6275 section 6.1.1).
//
//	+---------------+---------------+---------------+---------------+
//	| payload proto |len in 8 bytes |     type      |   reserved    |
//	+---------------+---------------+---------------+---------------+
//	|           checksum            |  message of the type, options ...
//	+-------------------------------+
type Mobility struct {
	PayloadProto uint8 // 59, no next header
	Len          int   // 64-bit words behind the first one, as the header says
	Type         uint8 // MobilityBRR, ...
	Checksum     uint16
	Captured     int // bytes of the fixed part that were captured
}

// HeaderLen returns the length of the header in bytes, as it says.
func (h *Mobility) HeaderLen() int { return (h.Len + 1) * 8 }

// Decode fills h from the bytes of a header.
func (h *Mobility) Decode(b []byte) {
	c := cursor{b: b}
	h.PayloadProto, h.Len, h.Type = c.u8(), int(c.u8()), c.u8()
	c.u8()
	h.Checksum = c.u16()
	h.Captured = c.pos
}
