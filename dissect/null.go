package dissect

import "encoding/binary"

// NullLen is the length of a BSD loopback header in bytes.
const NullLen = 4

// Address families of the BSDs, which number IPv6 each in its own way.
const (
	FamilyInet         = 2
	FamilyNS           = 6
	FamilyISO          = 7
	FamilyAppleTalk    = 16
	FamilyIPX          = 23
	FamilyInet6BSD     = 24 // NetBSD, OpenBSD, BSD/OS
	FamilyInet6FreeBSD = 28
	FamilyInet6Darwin  = 30
)

// Null is the header of packets on a BSD loopback (LINKTYPE_NULL and
// LINKTYPE_LOOP of tcpdump.org).
//
//	+---------------------------------------------------------------+
//	|        address family, in the byte order of its host          |
//	+---------------------------------------------------------------+
type Null struct {
	Family   uint32 // FamilyInet, ...
	Captured int    // bytes of the header that were captured, at most NullLen
	Payload  []byte
}

// Decode fills h from the bytes of a packet. Which byte order it was written
// in shows from the value: families are small.
func (h *Null) Decode(b []byte) {
	c := cursor{b: b}
	var host [4]byte
	copy(host[:], c.take(4))
	h.Family = binary.LittleEndian.Uint32(host[:])
	if h.Family&0xffff0000 != 0 {
		h.Family = binary.BigEndian.Uint32(host[:])
	}
	h.Captured = c.pos
	h.Payload = c.rest()
}
