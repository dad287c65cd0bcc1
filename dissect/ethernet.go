package dissect

import (
	"encoding/binary"

	"github.com/google/gopacket"
)

// EthernetLen is the length of an Ethernet header in bytes.
const EthernetLen = 14

// MaxLength is the largest value of a Type field that is an 802.3 length and
// not an Ethertype.
const MaxLength = 1500

// Ethernet is an Ethernet II or 802.3 header (IEEE 802.3 clause 3).
//
//	 0                   1                   2                   3
//	+---------------------------------------------------------------+
//	|                      destination address                      |
//	+                               +-------------------------------+
//	|                               |        source address         |
//	+-------------------------------+                               +
//	|                                                               |
//	+-------------------------------+-------------------------------+
//	|        type or length         |  payload ...
//	+-------------------------------+
type Ethernet struct {
	Dst, Src [6]byte
	Type     uint16 // Ethertype, or the payload's length in bytes if at most MaxLength
	Captured int    // bytes of the header that were captured, at most EthernetLen
	Payload  []byte // what was captured behind the header
}

// Decode fills e from the bytes of a frame.
func (e *Ethernet) Decode(b []byte) {
	c := cursor{b: b}
	e.Dst, e.Src = [6]byte{}, [6]byte{}
	copy(e.Dst[:], c.take(6))
	copy(e.Src[:], c.take(6))
	e.Type = c.u16()
	e.Captured = c.pos
	e.Payload = c.rest()
}

// LayerType returns the number that gopacket's own layers use for Ethernet.
func (e *Ethernet) LayerType() gopacket.LayerType { return layerTypeEthernet }

// SerializeTo puts the header in front of what b holds. It implements
// gopacket.SerializableLayer.
func (e *Ethernet) SerializeTo(b gopacket.SerializeBuffer, _ gopacket.SerializeOptions) error {
	h, err := b.PrependBytes(EthernetLen)
	if err != nil {
		return err
	}
	copy(h, e.Dst[:])
	copy(h[6:], e.Src[:])
	binary.BigEndian.PutUint16(h[12:], e.Type)
	return nil
}

// VLANLen is the length in bytes of a VLAN tag behind its Ethertype.
const VLANLen = 4

// VLAN is an 802.1Q or 802.1ad tag without the Ethertype in front of it (IEEE
// 802.1Q clause 9.6).
//
//	+-----+-+-----------------------+-------------------------------+
//	| PCP |D|          VID          |        type or length         |
//	+-----+-+-----------------------+-------------------------------+
type VLAN struct {
	Priority     uint8  // PCP, 0 to 7
	DropEligible bool   // DEI; CFI in old equipment
	ID           uint16 // VID, 0 to 4095
	Type         uint16 // of what follows, as in Ethernet
	Captured     int    // bytes of the tag that were captured, at most VLANLen
	Payload      []byte // what was captured behind the tag
}

// Decode fills v from the bytes behind a VLAN Ethertype.
func (v *VLAN) Decode(b []byte) {
	c := cursor{b: b}
	tci := c.u16()
	v.Priority, v.DropEligible, v.ID = uint8(tci>>13), tci&0x1000 != 0, tci&0xfff
	v.Type = c.u16()
	v.Captured = c.pos
	v.Payload = c.rest()
}
