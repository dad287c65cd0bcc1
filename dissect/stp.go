package dissect

// STPLen is the length of a configuration BPDU in bytes.
const STPLen = 35

// Types of BPDUs.
const (
	BPDUConfig = 0x00
	BPDURapid  = 0x02
	BPDUTCN    = 0x80 // topology change notification
)

// Protocol versions of BPDUs.
const (
	STPVersion         = 0
	STPVersionRapid    = 2 // 802.1w
	STPVersionMultiple = 3 // 802.1s
	STPVersionSPB      = 4 // 802.1aq, shortest path bridging
)

// Flags of a BPDU; the port role is between them.
const (
	BPDUTopologyChange    = 0x01
	BPDUProposal          = 0x02
	BPDULearn             = 0x10
	BPDUForward           = 0x20
	BPDUAgreement         = 0x40
	BPDUTopologyChangeAck = 0x80
)

// A BridgeID is a priority and a hardware address.
type BridgeID struct {
	Priority uint16
	Addr     [6]byte
}

// STP is a bridge protocol data unit (IEEE 802.1D section 9.3).
//
//	+-------------------------------+---------------+---------------+
//	|  protocol identifier (zero)   |    version    |     type      |
//	+---------------+---------------+---------------+---------------+
//	|     flags     |  root identifier (8 bytes), root path cost (4), bridge
//	|  identifier (8), port identifier (2), message age, maximum age, hello
//	|  time, forward delay (2 each, in units of 1/256 s) ...
type STP struct {
	ProtocolID   uint16
	Version      uint8 // STPVersion, ...
	Type         uint8 // BPDUConfig, ...
	Flags        uint8
	Root, Bridge BridgeID
	PathCost     uint32
	PortID       uint16
	// Times in units of 1/256 s.
	MessageAge, MaxAge, HelloTime, ForwardDelay uint16

	Captured int // bytes of the fixed part that were captured, at most STPLen
}

// PortRole returns the role of the port in a rapid BPDU: 1 alternate or backup,
// 2 root, 3 designated.
func (h *STP) PortRole() uint8 { return h.Flags >> 2 & 3 }

// Decode fills h from the bytes of a BPDU.
func (h *STP) Decode(b []byte) {
	c := cursor{b: b}
	h.ProtocolID = c.u16()
	h.Version, h.Type, h.Flags = c.u8(), c.u8(), c.u8()
	c.bridge(&h.Root)
	h.PathCost = c.u32()
	c.bridge(&h.Bridge)
	h.PortID = c.u16()
	h.MessageAge, h.MaxAge = c.u16(), c.u16()
	h.HelloTime, h.ForwardDelay = c.u16(), c.u16()
	h.Captured = c.pos
}

func (c *cursor) bridge(id *BridgeID) {
	id.Priority = c.u16()
	id.Addr = [6]byte{}
	copy(id.Addr[:], c.take(6))
}
