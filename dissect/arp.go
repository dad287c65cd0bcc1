package dissect

import (
	"encoding/binary"

	"github.com/google/gopacket"
)

// ARPLen is the length in bytes of the fixed part of an ARP packet.
const ARPLen = 8

// ARP operations (IANA).
const (
	ARPRequest        = 1
	ARPReply          = 2
	ARPReverseRequest = 3 // RARP, RFC 903
	ARPReverseReply   = 4
	ARPInverseRequest = 8 // InARP, RFC 2390
	ARPInverseReply   = 9
	ARPNak            = 10 // ATMARP, RFC 2225
)

// ARP hardware types (IANA).
const (
	ARPEthernet   = 1
	ARPTokenRing  = 6
	ARPArcNet     = 7
	ARPFrameRelay = 15
	ARPATM        = 19
	ARPStrip      = 23
	ARPIEEE1394   = 24
	ARPInfiniBand = 32
)

// ARP is an address resolution packet (RFC 826); RARP (RFC 903) and InARP (RFC
// 2390) have the same form. Packets of hardware type ARPATM have another:
// ATMARP.
//
//	+-------------------------------+-------------------------------+
//	|         hardware type         |         protocol type         |
//	+---------------+---------------+-------------------------------+
//	|  hardware len | protocol len  |           operation           |
//	+---------------+---------------+-------------------------------+
//	|  sender hardware, sender protocol, target hardware, target protocol
//	|  address, of the lengths above ...
type ARP struct {
	Hardware    uint16 // ARPEthernet, ...
	Protocol    uint16 // an Ethertype
	HardwareLen int    // bytes of a hardware address
	ProtocolLen int    // bytes of a protocol address
	Op          uint16 // ARPRequest, ...
	// The addresses; empty where they were not captured whole.
	SrcHardware, SrcProtocol []byte
	DstHardware, DstProtocol []byte
	Captured                 int // bytes of fixed part and addresses that were captured
}

// Len returns the length in bytes of the fixed part and the addresses.
func (h *ARP) Len() int { return ARPLen + 2*(h.HardwareLen+h.ProtocolLen) }

// Decode fills h from the bytes behind an ARP or RARP Ethertype.
func (h *ARP) Decode(b []byte) {
	c := cursor{b: b}
	h.Hardware, h.Protocol = c.u16(), c.u16()
	h.HardwareLen, h.ProtocolLen = int(c.u8()), int(c.u8())
	h.Op = c.u16()
	h.SrcHardware = c.take(h.HardwareLen)
	h.SrcProtocol = c.take(h.ProtocolLen)
	h.DstHardware = c.take(h.HardwareLen)
	h.DstProtocol = c.take(h.ProtocolLen)
	h.Captured = c.pos
}

// LayerType returns the number that gopacket's own layers use for ARP.
func (h *ARP) LayerType() gopacket.LayerType { return layerTypeARP }

// SerializeTo puts the packet in front of what b holds. With opts.FixLengths
// HardwareLen and ProtocolLen are set from the sender's addresses. Addresses
// are cut, or padded with zeros, to these lengths. It implements
// gopacket.SerializableLayer.
func (h *ARP) SerializeTo(b gopacket.SerializeBuffer, opts gopacket.SerializeOptions) error {
	if opts.FixLengths {
		h.HardwareLen, h.ProtocolLen = len(h.SrcHardware), len(h.SrcProtocol)
	}
	w, err := b.PrependBytes(h.Len())
	if err != nil {
		return err
	}
	clear(w)
	binary.BigEndian.PutUint16(w[0:], h.Hardware)
	binary.BigEndian.PutUint16(w[2:], h.Protocol)
	w[4], w[5] = uint8(h.HardwareLen), uint8(h.ProtocolLen)
	binary.BigEndian.PutUint16(w[6:], h.Op)
	w = w[ARPLen:]
	for _, a := range [...]struct {
		b []byte
		n int
	}{{h.SrcHardware, h.HardwareLen}, {h.SrcProtocol, h.ProtocolLen}, {h.DstHardware, h.HardwareLen}, {h.DstProtocol, h.ProtocolLen}} {
		copy(w[:a.n], a.b)
		w = w[a.n:]
	}
	return nil
}

// ATMARPLen is the length in bytes of the fixed part of an ATMARP packet.
const ATMARPLen = 12

// ATMARP is an address resolution packet for ATM (RFC 2225 section 6.6).
//
//	+-------------------------------+-------------------------------+
//	|      hardware type (19)       |         protocol type         |
//	+---------------+---------------+-------------------------------+
//	|sender ATM len | sender sub len|           operation           |
//	+---------------+---------------+---------------+---------------+
//	|sender prot len|target ATM len |target sub len |target prot len|
//	+---------------+---------------+---------------+---------------+
//	|  sender ATM number, sender subaddress, sender protocol address,
//	|  target ATM number, target subaddress, target protocol address ...
//
// Of the lengths of ATM numbers and subaddresses the lower six bits count; bit
// 6 says that the number is an E.164 one.
type ATMARP struct {
	Protocol                       uint16 // an Ethertype
	Op                             uint16 // ARPRequest, ...
	SrcNumber, SrcSub, SrcProto    []byte // empty where they were not captured whole
	DstNumber, DstSub, DstProto    []byte
	SrcNumberLen, SrcSubLen        int // bytes
	DstNumberLen, DstSubLen        int // bytes
	SrcProtocolLen, DstProtocolLen int // bytes
	Captured                       int // bytes of fixed part and addresses that were captured
}

// Len returns the length in bytes of the fixed part and the addresses.
func (h *ATMARP) Len() int {
	return ATMARPLen + h.SrcNumberLen + h.SrcSubLen + h.SrcProtocolLen +
		h.DstNumberLen + h.DstSubLen + h.DstProtocolLen
}

// Decode fills h from the bytes of an ARP packet of hardware type ARPATM.
func (h *ATMARP) Decode(b []byte) {
	const lengthBits = 0x3f
	c := cursor{b: b}
	c.u16()
	h.Protocol = c.u16()
	h.SrcNumberLen, h.SrcSubLen = int(c.u8()&lengthBits), int(c.u8()&lengthBits)
	h.Op = c.u16()
	h.SrcProtocolLen = int(c.u8())
	h.DstNumberLen, h.DstSubLen = int(c.u8()&lengthBits), int(c.u8()&lengthBits)
	h.DstProtocolLen = int(c.u8())
	h.SrcNumber, h.SrcSub = c.take(h.SrcNumberLen), c.take(h.SrcSubLen)
	h.SrcProto = c.take(h.SrcProtocolLen)
	h.DstNumber, h.DstSub = c.take(h.DstNumberLen), c.take(h.DstSubLen)
	h.DstProto = c.take(h.DstProtocolLen)
	h.Captured = c.pos
}
