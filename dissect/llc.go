package dissect

import "encoding/binary"

// LLCLen and SNAPLen are the lengths in bytes of an LLC header with one byte of
// control, and of the SNAP header behind it.
const (
	LLCLen  = 3
	SNAPLen = 5
)

// Service access points (IEEE 802.2; the lowest bit is not part of them).
const (
	SAPNull     = 0x00
	SAPGlobal   = 0xff // both of Novell's raw 802.3 frames
	SAP8021BI   = 0x02
	SAPSNA      = 0x04
	SAPIP       = 0x06
	SAPProWayNM = 0x0e
	SAPSTP      = 0x42
	SAPRS511    = 0x4e
	SAPISO8208  = 0x7e
	SAPProWay   = 0x8e
	SAPSNAP     = 0xaa
	SAPIPX      = 0xe0
	SAPNetBEUI  = 0xf0
	SAPOSI      = 0xfe
)

// Formats of LLC messages.
const (
	LLCInformation = iota
	LLCSupervisory
	LLCUnnumbered
)

// LLC is an IEEE 802.2 logical link control header (section 3).
//
//	+---------------+---------------+---------------+ - - - - - - - +
//	|     DSAP      |     SSAP      |   control, 1 byte in U format |
//	+---------------+---------------+---------------+ - - - - - - - +
type LLC struct {
	DSAP, SSAP uint8
	Format     uint8  // LLCInformation, LLCSupervisory or LLCUnnumbered
	Control    uint16 // one byte, or two with the first one in the lower half
	HeaderLen  int    // bytes: 3 or 4
	Captured   int    // bytes of the header that were captured, at most HeaderLen
	Payload    []byte
}

// Group reports whether DSAP is a group address.
func (h *LLC) Group() bool { return h.DSAP&1 != 0 }

// Response reports whether the message is a response and not a command.
func (h *LLC) Response() bool { return h.SSAP&1 != 0 }

// PollFinal reports whether the poll (in commands) or final bit is set.
func (h *LLC) PollFinal() bool {
	if h.Format == LLCUnnumbered {
		return h.Control&0x10 != 0
	}
	return h.Control&0x100 != 0
}

// Decode fills h from the payload of an 802.3 frame.
func (h *LLC) Decode(b []byte) {
	c := cursor{b: b}
	h.DSAP, h.SSAP = c.u8(), c.u8()
	first := c.u8()
	h.Control, h.HeaderLen = uint16(first), 3
	switch {
	case first&3 == 3:
		h.Format = LLCUnnumbered
	case first&1 == 1:
		h.Format = LLCSupervisory
	default:
		h.Format = LLCInformation
	}
	if h.Format != LLCUnnumbered {
		h.HeaderLen = 4
		h.Control |= uint16(c.u8()) << 8
	}
	h.Captured = c.pos
	h.Payload = c.rest()
}

// SNAP is the subnetwork access protocol header behind an LLC header (IEEE 802
// section 9).
//
//	+-----------------------------------------------+
//	|  organizationally unique identifier (3 bytes) |
//	+-------------------------------+---------------+
//	|      protocol identifier      |
//	+-------------------------------+
type SNAP struct {
	OUI      uint32 // OUIEthernet, ...
	PID      uint16 // an Ethertype behind OUIEthernet
	Captured int    // bytes of the header that were captured, at most SNAPLen
	Payload  []byte
}

// Organizations whose SNAP protocols or TLVs are known.
const (
	OUIEthernet     = 0x000000 // the protocol identifier is an Ethertype
	OUICisco        = 0x00000c
	OUICiscoBridged = 0x0000f8 // the same
	OUIRFC2684      = 0x0080c2 // bridged media, IEEE 802.1
	OUIAppleTalk    = 0x080007
)

// Decode fills h from the bytes behind an LLC header.
func (h *SNAP) Decode(b []byte) {
	c := cursor{b: b}
	var oui [4]byte
	copy(oui[1:], c.take(3))
	h.OUI = binary.BigEndian.Uint32(oui[:])
	h.PID = c.u16()
	h.Captured = c.pos
	h.Payload = c.rest()
}
