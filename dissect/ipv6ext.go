package dissect

import "encoding/binary"

// IPv6ExtLen is the least length of an IPv6 extension header in bytes; longer
// ones have multiples of it.
const IPv6ExtLen = 8

// Types of options in hop-by-hop and destination options headers (IANA). All
// but Pad1 are followed by the length in bytes of what comes behind these two.
const (
	IPv6OptionPad1        = 0x00
	IPv6OptionPadN        = 0x01
	IPv6OptionRouterAlert = 0x05 // RFC 2711
	IPv6OptionJumbo       = 0xc2 // RFC 2675
	IPv6OptionHomeAddress = 0xc9 // RFC 6275
)

// Types of routing headers (IANA).
const (
	RoutingSource  = 0 // RFC 2460; deprecated
	RoutingMobile  = 2 // RFC 6275
	RoutingSegment = 4 // RFC 8754
)

// RoutingHeader is an IPv6 routing header (RFC 8200 section 4.4).
//
//	+---------------+---------------+---------------+---------------+
//	|  next header  |len in 8 bytes |     type      | segments left |
//	+---------------+---------------+---------------+---------------+
//	|  data of the type, addresses ...
type RoutingHeader struct {
	NextHeader   uint8
	Len          int   // 64-bit words behind the first one, as the header says
	Type         uint8 // RoutingSource, ...
	SegmentsLeft uint8
	Data         uint32 // the four bytes in front of the addresses
	Captured     int    // bytes of the first eight that were captured
	Addrs        []byte // captured bytes behind the first eight; 16 each, to Len
}

// Decode fills h from the bytes of a routing header.
func (h *RoutingHeader) Decode(b []byte) {
	c := cursor{b: b}
	h.NextHeader, h.Len = c.u8(), int(c.u8())
	h.Type, h.SegmentsLeft = c.u8(), c.u8()
	h.Data = c.u32()
	h.Captured = c.pos
	h.Addrs = span(b, IPv6ExtLen, IPv6ExtLen+h.Len*8)
}

// Final returns the address that the packet is meant for in the end; nil if
// the header holds none that was captured.
func (h *RoutingHeader) Final() []byte {
	n := h.Len / 2
	if n < 1 || len(h.Addrs) < n*16 {
		return nil
	}
	switch h.Type {
	case RoutingSource, RoutingMobile:
		return h.Addrs[n*16-16 : n*16]
	case RoutingSegment: // listed from the last to the first
		return h.Addrs[:16]
	}
	return nil
}

// FragmentHeader is an IPv6 fragment header (RFC 8200 section 4.5).
//
//	+---------------+---------------+-----------------------------+-+
//	|  next header  |   reserved    |      fragment offset    |res|M|
//	+---------------+---------------+-----------------------------+-+
//	|                        identification                         |
//	+---------------------------------------------------------------+
type FragmentHeader struct {
	NextHeader uint8
	Offset     int  // bytes
	More       bool // more fragments follow
	ID         uint32
	Captured   int // bytes of the header that were captured, at most IPv6ExtLen
}

// Decode fills h from the bytes of a fragment header.
func (h *FragmentHeader) Decode(b []byte) {
	c := cursor{b: b}
	h.NextHeader = c.u8()
	c.u8()
	f := c.u16()
	h.Offset, h.More = int(f&0xfff8), f&1 != 0
	h.ID = c.u32()
	h.Captured = c.pos
}

// FinalDestination follows the extension headers of an IPv6 packet from the
// first one, of number next, to a routing header, and returns the address that
// the packet is meant for in the end; nil if there is no such header.
// Transport checksums cover that address.
func FinalDestination(next uint8, b []byte) []byte {
	for len(b) >= IPv6ExtLen {
		switch next {
		case IPProtoHopByHop, IPProtoDestination:
			next, b = b[0], span(b, (int(b[1])+1)*8, len(b))
		case IPProtoFragment:
			if binary.BigEndian.Uint16(b[2:])&0xfff8 != 0 {
				return nil
			}
			next, b = b[0], b[IPv6ExtLen:]
		case IPProtoRouting:
			var h RoutingHeader
			h.Decode(b)
			return h.Final()
		default:
			return nil
		}
	}
	return nil
}
