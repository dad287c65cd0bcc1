package dissect

import (
	"encoding/binary"
	"net/netip"

	"github.com/google/gopacket"
)

// IPv6Len is the length of an IPv6 header in bytes.
const IPv6Len = 40

// IPv6 is an Internet Protocol version 6 header (RFC 8200 section 3).
//
//	+-------+---------------+---------------------------------------+
//	|Version| traffic class |              flow label               |
//	+-------+---------------+-------+---------------+---------------+
//	|        payload length         |  next header  |   hop limit   |
//	+-------------------------------+---------------+---------------+
//	|                   source address (16 bytes)                   |
//	+---------------------------------------------------------------+
//	|                destination address (16 bytes)                 |
//	+---------------------------------------------------------------+
type IPv6 struct {
	Version    uint8
	Class      uint8  // DSCP and ECN
	FlowLabel  uint32 // 20 bits
	PayloadLen int    // bytes behind this header, as it says; 0 in jumbograms
	NextHeader uint8
	HopLimit   uint8
	Src, Dst   [16]byte
	Captured   int    // bytes of the header that were captured, at most IPv6Len
	Payload    []byte // captured bytes behind the header, up to PayloadLen unless that is 0
}

// Decode fills h from the bytes of a packet.
func (h *IPv6) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u32()
	h.Version, h.Class, h.FlowLabel = uint8(v>>28), uint8(v>>20), v&0xfffff
	h.PayloadLen = int(c.u16())
	h.NextHeader, h.HopLimit = c.u8(), c.u8()
	h.Src, h.Dst = [16]byte{}, [16]byte{}
	copy(h.Src[:], c.take(16))
	copy(h.Dst[:], c.take(16))
	h.Captured = c.pos
	end := len(b)
	if h.PayloadLen != 0 {
		end = IPv6Len + h.PayloadLen
	}
	h.Payload = span(b, IPv6Len, end)
}

// SrcAddr returns the source address.
func (h *IPv6) SrcAddr() netip.Addr { return netip.AddrFrom16(h.Src) }

// DstAddr returns the destination address.
func (h *IPv6) DstAddr() netip.Addr { return netip.AddrFrom16(h.Dst) }

// LayerType returns the number that gopacket's own layers use for IPv6.
func (h *IPv6) LayerType() gopacket.LayerType { return layerTypeIPv6 }

// SerializeTo puts the header in front of what b holds. With opts.FixLengths
// PayloadLen is set. It implements gopacket.SerializableLayer.
func (h *IPv6) SerializeTo(b gopacket.SerializeBuffer, opts gopacket.SerializeOptions) error {
	if opts.FixLengths {
		h.PayloadLen = len(b.Bytes())
	}
	w, err := b.PrependBytes(IPv6Len)
	if err != nil {
		return err
	}
	binary.BigEndian.PutUint32(w, uint32(h.Version)<<28|uint32(h.Class)<<20|h.FlowLabel&0xfffff)
	binary.BigEndian.PutUint16(w[4:], uint16(h.PayloadLen))
	w[6], w[7] = h.NextHeader, h.HopLimit
	copy(w[8:], h.Src[:])
	copy(w[24:], h.Dst[:])
	return nil
}
