package dissect

// OSPFv2Len and OSPFv3Len are the lengths of the headers in bytes; LSALen is
// that of a link state advertisement's header in both versions.
const (
	OSPFv2Len = 24
	OSPFv3Len = 16
	LSALen    = 20
)

// Types of OSPF packets.
const (
	OSPFHello     = 1
	OSPFDatabase  = 2 // database description
	OSPFLSRequest = 3
	OSPFLSUpdate  = 4
	OSPFLSAck     = 5
)

// Authentication types of OSPFv2.
const (
	OSPFAuthNone   = 0
	OSPFAuthSimple = 1
	OSPFAuthCrypto = 2
)

// Types of link state advertisements (RFC 2328 section 12.1.3 and IANA).
const (
	LSARouter      = 1
	LSANetwork     = 2
	LSASummary     = 3
	LSAASBRSummary = 4
	LSAExternal    = 5
	LSAMulticast   = 6
	LSANSSA        = 7
	LSAOpaqueLink  = 9
	LSAOpaqueArea  = 10
	LSAOpaqueAS    = 11

	// Those of version 3 have the scope in two more bits (RFC 5340 section
	// A.4.2.1).
	LSA3InterPrefix = 3
	LSA3InterRouter = 4
	LSA3Link        = 8
	LSA3IntraPrefix = 9
)

// OSPF is the part of an OSPF header that versions 2 and 3 share (RFC 2328
// section A.3.1, RFC 5340 section A.3.1).
//
//	+---------------+---------------+-------------------------------+
//	|    version    |     type      |            length             |
//	+---------------+---------------+-------------------------------+
//	|                           router ID                           |
//	+---------------------------------------------------------------+
//	|                            area ID                            |
//	+-------------------------------+-------------------------------+
//	|           checksum            |  version 2: authentication type
//	+-------------------------------+-------------------------------+
type OSPF struct {
	Version, Type  uint8
	Length         int // bytes with the header, as it says
	Router, Area   [4]byte
	Checksum, Auth uint16
	Captured       int // bytes of the shared part that were captured
}

// Decode fills h from the bytes of a packet.
func (h *OSPF) Decode(b []byte) {
	c := cursor{b: b}
	h.Version, h.Type = c.u8(), c.u8()
	h.Length = int(c.u16())
	h.Router, h.Area = [4]byte{}, [4]byte{}
	copy(h.Router[:], c.take(4))
	copy(h.Area[:], c.take(4))
	h.Checksum, h.Auth = c.u16(), c.u16()
	h.Captured = c.pos
}

// LSA is the header of a link state advertisement (RFC 2328 section 12.1, RFC
// 5340 section A.4.2).
//
//	+-------------------------------+-------------------------------+
//	|              age              | v2: options, type; v3: type   |
//	+-------------------------------+-------------------------------+
//	|                         link state ID                         |
//	+---------------------------------------------------------------+
//	|                      advertising router                       |
//	+---------------------------------------------------------------+
//	|                        sequence number                        |
//	+-------------------------------+-------------------------------+
//	|           checksum            |            length             |
//	+-------------------------------+-------------------------------+
type LSA struct {
	Age      uint16 // seconds
	Type     uint16 // version 2: options in the upper byte; version 3: scope in the upper bits
	ID       [4]byte
	Router   [4]byte
	Seq      uint32
	Checksum uint16
	Length   int // bytes with the header, as it says
	Captured int // bytes of the header that were captured, at most LSALen
}

// Decode fills h from the bytes of an advertisement.
func (h *LSA) Decode(b []byte) {
	c := cursor{b: b}
	h.Age, h.Type = c.u16(), c.u16()
	h.ID, h.Router = [4]byte{}, [4]byte{}
	copy(h.ID[:], c.take(4))
	copy(h.Router[:], c.take(4))
	h.Seq = c.u32()
	h.Checksum = c.u16()
	h.Length = int(c.u16())
	h.Captured = c.pos
}
