package dissect

import (
	"encoding/binary"

	"github.com/google/gopacket"
)

// UDPLen is the length of a UDP header in bytes.
const UDPLen = 8

// UDP is a User Datagram Protocol header (RFC 768).
//
//	+-------------------------------+-------------------------------+
//	|          source port          |       destination port        |
//	+-------------------------------+-------------------------------+
//	|            length             |           checksum            |
//	+-------------------------------+-------------------------------+
type UDP struct {
	SrcPort, DstPort uint16
	Length           int    // bytes with the header, as it says; 0 in IPv6 jumbograms
	Checksum         uint16 // 0: none was computed
	Captured         int    // bytes of the header that were captured, at most UDPLen
	Payload          []byte // captured bytes between the header and Length

	// PseudoSum is what SerializeTo adds to the checksum; see TCP.PseudoSum.
	PseudoSum uint64
}

// Decode fills h from the bytes of a datagram.
func (h *UDP) Decode(b []byte) {
	c := cursor{b: b}
	h.SrcPort, h.DstPort = c.u16(), c.u16()
	h.Length = int(c.u16())
	h.Checksum = c.u16()
	h.Captured = c.pos
	end := len(b)
	if h.Length != 0 {
		end = h.Length
	}
	h.Payload = span(b, UDPLen, end)
}

// LayerType returns the number that gopacket's own layers use for UDP.
func (h *UDP) LayerType() gopacket.LayerType { return layerTypeUDP }

// SerializeTo puts the header in front of what b holds. With opts.FixLengths
// Length is set, with opts.ComputeChecksums Checksum. It implements
// gopacket.SerializableLayer.
func (h *UDP) SerializeTo(b gopacket.SerializeBuffer, opts gopacket.SerializeOptions) error {
	w, err := b.PrependBytes(UDPLen)
	if err != nil {
		return err
	}
	clear(w)
	if opts.FixLengths {
		h.Length = len(b.Bytes())
	}
	binary.BigEndian.PutUint16(w[0:], h.SrcPort)
	binary.BigEndian.PutUint16(w[2:], h.DstPort)
	binary.BigEndian.PutUint16(w[4:], uint16(h.Length))
	if opts.ComputeChecksums {
		h.Checksum = Fold(Sum(h.PseudoSum, b.Bytes()))
		if h.Checksum == 0 {
			h.Checksum = 0xffff // zero on the wire says that there is none
		}
	}
	binary.BigEndian.PutUint16(w[6:], h.Checksum)
	return nil
}
