package dissect

import (
	"encoding/binary"
	"net/netip"

	"github.com/google/gopacket"
)

// IPv4Len is the length of an IPv4 header without options in bytes.
const IPv4Len = 20

// IPv4 is an Internet Protocol version 4 header (RFC 791 section 3.1).
//
//	+-------+-------+-----------+---+-------------------------------+
//	|Version|  IHL  |   DSCP    |ECN|         total length          |
//	+-------+-------+-----------+---+-----+-------------------------+
//	|        identification         |flags|     fragment offset     |
//	+---------------+---------------+-----+-------------------------+
//	| time to live  |   protocol    |        header checksum        |
//	+---------------+---------------+-------------------------------+
//	|                        source address                         |
//	+---------------------------------------------------------------+
//	|                      destination address                      |
//	+---------------------------------------------------------------+
//	|                       options, padding ...
type IPv4 struct {
	Version    uint8
	HeaderLen  int    // bytes, as the header says; under IPv4Len if it is wrong
	TOS        uint8  // DSCP and ECN
	TotalLen   int    // bytes, as the header says; 0 in frames before segmentation offload
	ID         uint16 // identification
	Flags      uint8  // IPv4Reserved, IPv4DontFragment, IPv4MoreFragments
	FragOffset int    // bytes
	TTL        uint8
	Protocol   uint8
	Checksum   uint16
	Src, Dst   [4]byte
	Options    []byte // captured bytes between the fixed header and HeaderLen
	Captured   int    // bytes of the fixed header that were captured, at most IPv4Len
	Payload    []byte // captured bytes from HeaderLen to TotalLen
}

// Flags of an IPv4 header.
const (
	IPv4Reserved      = 0x4 // must be zero; RFC 3514
	IPv4DontFragment  = 0x2
	IPv4MoreFragments = 0x1
)

// Decode fills h from the bytes of a packet. Bytes beyond TotalLen, such as
// Ethernet's padding, are not part of Payload.
func (h *IPv4) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u8()
	h.Version, h.HeaderLen = v>>4, int(v&15)*4
	h.TOS = c.u8()
	h.TotalLen = int(c.u16())
	h.ID = c.u16()
	f := c.u16()
	h.Flags, h.FragOffset = uint8(f>>13), int(f&0x1fff)*8
	h.TTL = c.u8()
	h.Protocol = c.u8()
	h.Checksum = c.u16()
	h.Src, h.Dst = [4]byte{}, [4]byte{}
	copy(h.Src[:], c.take(4))
	copy(h.Dst[:], c.take(4))
	h.Captured = c.pos
	h.Options = span(b, IPv4Len, h.HeaderLen)
	end := len(b)
	if h.TotalLen != 0 {
		end = h.TotalLen
	}
	h.Payload = span(b, max(h.HeaderLen, IPv4Len), end)
}

// SrcAddr returns the source address.
func (h *IPv4) SrcAddr() netip.Addr { return netip.AddrFrom4(h.Src) }

// DstAddr returns the destination address.
func (h *IPv4) DstAddr() netip.Addr { return netip.AddrFrom4(h.Dst) }

// LayerType returns the number that gopacket's own layers use for IPv4.
func (h *IPv4) LayerType() gopacket.LayerType { return layerTypeIPv4 }

// SerializeTo puts the header, with its options padded to 32-bit words, in
// front of what b holds. With opts.FixLengths HeaderLen and TotalLen are set,
// with opts.ComputeChecksums Checksum. It implements
// gopacket.SerializableLayer.
func (h *IPv4) SerializeTo(b gopacket.SerializeBuffer, opts gopacket.SerializeOptions) error {
	n := IPv4Len + (len(h.Options)+3)&^3
	payload := len(b.Bytes())
	w, err := b.PrependBytes(n)
	if err != nil {
		return err
	}
	clear(w)
	if opts.FixLengths {
		h.HeaderLen, h.TotalLen = n, n+payload
	}
	w[0] = h.Version<<4 | uint8(h.HeaderLen/4)&15
	w[1] = h.TOS
	binary.BigEndian.PutUint16(w[2:], uint16(h.TotalLen))
	binary.BigEndian.PutUint16(w[4:], h.ID)
	binary.BigEndian.PutUint16(w[6:], uint16(h.Flags)<<13|uint16(h.FragOffset/8))
	w[8] = h.TTL
	w[9] = h.Protocol
	copy(w[12:], h.Src[:])
	copy(w[16:], h.Dst[:])
	copy(w[IPv4Len:], h.Options)
	if opts.ComputeChecksums {
		h.Checksum = Checksum(w)
	}
	binary.BigEndian.PutUint16(w[10:], h.Checksum)
	return nil
}
