package dissect

// Protocol numbers of PPP (IANA). Those below 0x100 whose lowest bit is set may
// be sent in one byte.
const (
	PPPIPv4      = 0x0021
	PPPOSI       = 0x0023
	PPPIPX       = 0x002b
	PPPVJC       = 0x002d // Van Jacobson compressed TCP/IP
	PPPVJNC      = 0x002f // Van Jacobson uncompressed TCP/IP
	PPPMultilink = 0x003d
	PPPIPv6      = 0x0057
	PPPCompData  = 0x00fd
	PPPMPLS      = 0x0281
	PPPMPLSMulti = 0x0283
	PPPIPCP      = 0x8021
	PPPOSICP     = 0x8023
	PPPIPv6CP    = 0x8057
	PPPCCP       = 0x80fd
	PPPMPLSCP    = 0x8281
	PPPLCP       = 0xc021
	PPPPAP       = 0xc023
	PPPLQM       = 0xc025
	PPPSPAP      = 0xc027
	PPPSPAPOld   = 0xc123
	PPPBACP      = 0xc02b
	PPPBAP       = 0xc02d
	PPPCHAP      = 0xc223
	PPPEAP       = 0xc227
)

// PPP is the part of a PPP frame in front of its payload (RFC 1661 section 2,
// RFC 1662): address and control, which may be missing, and the protocol.
//
//	+---------------+---------------+-------------------------------+
//	| address (ff)  | control (03)  |    protocol, 1 or 2 bytes     |
//	+---------------+---------------+-------------------------------+
type PPP struct {
	Protocol  uint16 // PPPIPv4, ...
	HeaderLen int    // bytes; 1 to 4
	Captured  int    // bytes of the header that were captured
	Payload   []byte
}

// Decode fills h from the bytes of a frame.
func (h *PPP) Decode(b []byte) {
	c := cursor{b: b}
	h.HeaderLen = 0
	if len(b) >= 2 && b[0] == 0xff && b[1] == 0x03 {
		c.take(2)
		h.HeaderLen = 2
	}
	h.Protocol = uint16(c.u8())
	h.HeaderLen++
	if h.Protocol&1 == 0 {
		h.Protocol = h.Protocol<<8 | uint16(c.u8())
		h.HeaderLen++
	}
	h.Captured = c.pos
	h.Payload = c.rest()
}

// PPPControlLen is the length of the header of a PPP control packet in bytes.
const PPPControlLen = 4

// Codes of PPP control packets (RFC 1661 section 5).
const (
	PPPVendor     = 0
	PPPConfReq    = 1
	PPPConfAck    = 2
	PPPConfNak    = 3
	PPPConfRej    = 4
	PPPTermReq    = 5
	PPPTermAck    = 6
	PPPCodeRej    = 7
	PPPProtRej    = 8
	PPPEchoReq    = 9
	PPPEchoReply  = 10
	PPPDiscardReq = 11
	PPPIdent      = 12
	PPPTimeRemain = 13
	PPPResetReq   = 14
	PPPResetAck   = 15
)

// PPPControl is the header of LCP, of the network control protocols, and of
// PAP and CHAP (RFC 1661 section 5, RFC 1334, RFC 1994).
//
//	+---------------+---------------+-------------------------------+
//	|     code      |  identifier   |            length             |
//	+---------------+---------------+-------------------------------+
type PPPControl struct {
	Code, ID uint8
	Length   int // bytes with the header, as it says
	Captured int // bytes of the header that were captured, at most PPPControlLen
	Payload  []byte
}

// Decode fills h from the bytes of a packet.
func (h *PPPControl) Decode(b []byte) {
	c := cursor{b: b}
	h.Code, h.ID = c.u8(), c.u8()
	h.Length = int(c.u16())
	h.Captured = c.pos
	h.Payload = c.rest()
}
