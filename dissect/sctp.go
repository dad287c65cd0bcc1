package dissect

// SCTPLen and SCTPChunkLen are the lengths in bytes of the common header and of
// a chunk's header.
const (
	SCTPLen      = 12
	SCTPChunkLen = 4
)

// Types of SCTP chunks (IANA).
const (
	SCTPData             = 0
	SCTPInit             = 1
	SCTPInitAck          = 2
	SCTPSack             = 3
	SCTPHeartbeat        = 4
	SCTPHeartbeatAck     = 5
	SCTPAbort            = 6
	SCTPShutdown         = 7
	SCTPShutdownAck      = 8
	SCTPError            = 9
	SCTPCookieEcho       = 10
	SCTPCookieAck        = 11
	SCTPECNE             = 12
	SCTPCWR              = 13
	SCTPShutdownComplete = 14
	SCTPForwardTSN       = 0xc0
)

// SCTP is the common header of a stream control transmission protocol packet
// (RFC 9260 section 3.1).
//
//	+-------------------------------+-------------------------------+
//	|          source port          |       destination port        |
//	+-------------------------------+-------------------------------+
//	|                       verification tag                        |
//	+---------------------------------------------------------------+
//	|                       checksum (CRC32c)                       |
//	+---------------------------------------------------------------+
type SCTP struct {
	SrcPort, DstPort uint16
	Tag              uint32
	Checksum         uint32
	Captured         int // bytes of the header that were captured, at most SCTPLen
	Chunks           []byte
}

// Decode fills h from the bytes of a packet.
func (h *SCTP) Decode(b []byte) {
	c := cursor{b: b}
	h.SrcPort, h.DstPort = c.u16(), c.u16()
	h.Tag, h.Checksum = c.u32(), c.u32()
	h.Captured = c.pos
	h.Chunks = c.rest()
}

// SCTPChunk is the header of a chunk (RFC 9260 section 3.2).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     flags     |            length             |
//	+---------------+---------------+-------------------------------+
type SCTPChunk struct {
	Type, Flags uint8
	Length      int // bytes with this header and without padding, as it says
}

// Decode fills c from the bytes of a chunk.
func (c *SCTPChunk) Decode(b []byte) {
	r := cursor{b: b}
	c.Type, c.Flags = r.u8(), r.u8()
	c.Length = int(r.u16())
}
