package dissect

import (
	"encoding/binary"

	"github.com/google/gopacket"
)

// TCPLen is the length of a TCP header without options in bytes.
const TCPLen = 20

// TCP is a Transmission Control Protocol header (RFC 9293 section 3.1).
//
//	+-------------------------------+-------------------------------+
//	|          source port          |       destination port        |
//	+-------------------------------+-------------------------------+
//	|                        sequence number                        |
//	+---------------------------------------------------------------+
//	|                     acknowledgment number                     |
//	+-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
//	|offset | res |A|C|E|U|A|P|R|S|F|            window             |
//	+-------+-----+-+-+-+-+-+-+-+-+-+-------------------------------+
//	|           checksum            |        urgent pointer         |
//	+-------------------------------+-------------------------------+
//	|                       options, padding ...
type TCP struct {
	SrcPort, DstPort uint16
	Seq, Ack         uint32
	HeaderLen        int      // bytes, as the header says; under TCPLen if it is wrong
	Flags            TCPFlags // the nine flags and three reserved bits
	Window           uint16   // bytes, before scaling
	Checksum         uint16
	Urgent           uint16     // valid iff FlagURG is set
	Options          TCPOptions // captured bytes between the fixed header and HeaderLen
	Captured         int        // bytes of the fixed header that were captured, at most TCPLen
	Payload          []byte     // captured bytes from HeaderLen on

	// PseudoSum is what SerializeTo adds to the checksum for the network layer
	// below; see PseudoSum. Decode leaves it alone.
	PseudoSum uint64
}

// TCPFlags are the low twelve bits of the offset word.
type TCPFlags uint16

// The flags, from RFC 9293 section 3.1; AE is RFC 9768's (formerly NS).
const (
	FlagFIN TCPFlags = 1 << iota
	FlagSYN
	FlagRST
	FlagPSH
	FlagACK
	FlagURG
	FlagECE
	FlagCWR
	FlagAE
)

// Decode fills h from the bytes of a segment.
func (h *TCP) Decode(b []byte) {
	c := cursor{b: b}
	h.SrcPort, h.DstPort = c.u16(), c.u16()
	h.Seq, h.Ack = c.u32(), c.u32()
	f := c.u16()
	h.HeaderLen, h.Flags = int(f>>12)*4, TCPFlags(f&0xfff)
	h.Window, h.Checksum, h.Urgent = c.u16(), c.u16(), c.u16()
	h.Captured = c.pos
	h.Options = span(b, TCPLen, h.HeaderLen)
	h.Payload = span(b, max(h.HeaderLen, TCPLen), len(b))
}

// LayerType returns the number that gopacket's own layers use for TCP.
func (h *TCP) LayerType() gopacket.LayerType { return layerTypeTCP }

// SerializeTo puts the header, with its options padded to 32-bit words, in
// front of what b holds. With opts.FixLengths HeaderLen is set, with
// opts.ComputeChecksums Checksum, from PseudoSum on. It implements
// gopacket.SerializableLayer.
func (h *TCP) SerializeTo(b gopacket.SerializeBuffer, opts gopacket.SerializeOptions) error {
	n := TCPLen + (len(h.Options)+3)&^3
	w, err := b.PrependBytes(n)
	if err != nil {
		return err
	}
	clear(w)
	if opts.FixLengths {
		h.HeaderLen = n
	}
	binary.BigEndian.PutUint16(w[0:], h.SrcPort)
	binary.BigEndian.PutUint16(w[2:], h.DstPort)
	binary.BigEndian.PutUint32(w[4:], h.Seq)
	binary.BigEndian.PutUint32(w[8:], h.Ack)
	binary.BigEndian.PutUint16(w[12:], uint16(h.HeaderLen/4)<<12|uint16(h.Flags)&0xfff)
	binary.BigEndian.PutUint16(w[14:], h.Window)
	binary.BigEndian.PutUint16(w[18:], h.Urgent)
	copy(w[TCPLen:], h.Options)
	if opts.ComputeChecksums {
		h.Checksum = Fold(Sum(h.PseudoSum, b.Bytes()))
	}
	binary.BigEndian.PutUint16(w[16:], h.Checksum)
	return nil
}
