package capture

import (
	"encoding/binary"

	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// frameReserve is the room in bytes that the kernel leaves between its own
// headers and the packet, on top of its alignment: for a VLAN tag. With a
// datagram socket there are 32 bytes, for a cooked header and a tag.
const frameReserve = 4

const (
	sllLen      = 16
	sll2Len     = 20
	vlanTagLen  = 4
	macsLen     = 12     // two hardware addresses: a tag comes after them
	tpidDot1Q   = 0x8100 // IEEE 802.1Q
	vlanTPIDSet = unix.TP_STATUS_VLAN_TPID_VALID
)

// A decoder turns frames of the ring into packets.
type decoder struct {
	linkType packet.LinkType
	unit     packet.Unit
	header   func(buf []byte, mac uint32, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) uint32
}

func newDecoder(l link, c Config) decoder {
	d := decoder{linkType: l.linkType}
	if c.Nano {
		d.unit = packet.Nano
	}
	switch l.linkType {
	case packet.LinuxSLL2:
		d.header = putSLL2
	case packet.LinuxSLL:
		d.header = putSLL
	case packet.Ethernet, docsis:
		d.header = putVLAN
	}
	return d
}

// packet decodes the frame at the start of f into p. Headers that the kernel
// delivers beside the packet are written into the ring in front of it.
func (d *decoder) packet(p *packet.Packet, f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) {
	mac := uint32(h.Mac)
	front := uint32(0)
	if d.header != nil {
		front = d.header(f, mac, h, from)
	}
	start, end := mac-front, mac+h.Snaplen
	p.Data = f[start:end:end]
	p.WireLen = h.Len + front
	p.LinkType = d.linkType
	p.Time = packet.Time{Sec: int64(h.Sec), Frac: h.Nsec, Unit: d.unit}
	if d.unit == packet.Micro {
		p.Time.Frac /= 1000
	}
	p.Direction = packet.In
	if from.Pkttype == unix.PACKET_OUTGOING {
		p.Direction = packet.Out
	}
	if h.Status&unix.TP_STATUS_CSUMNOTREADY != 0 {
		p.Flags |= packet.ChecksumPending
	}
	if front == vlanTagLen && h.Status&unix.TP_STATUS_VLAN_VALID != 0 {
		p.Flags |= packet.TagRestored
	}
}

// putVLAN puts a tag that the kernel took out of an Ethernet frame back
// behind the addresses, which move to the front.
func putVLAN(f []byte, mac uint32, h *unix.Tpacket3Hdr, _ *unix.RawSockaddrLinklayer) uint32 {
	if h.Status&unix.TP_STATUS_VLAN_VALID == 0 || h.Snaplen < macsLen {
		return 0
	}
	copy(f[mac-vlanTagLen:], f[mac:mac+macsLen])
	putTag(f[mac-vlanTagLen+macsLen:], h)
	return vlanTagLen
}

// putTag writes the TPID and the TCI of the tag in h.
func putTag(b []byte, h *unix.Tpacket3Hdr) {
	tpid := uint16(tpidDot1Q)
	if h.Status&vlanTPIDSet != 0 {
		tpid = h.Hv1.Vlan_tpid
	}
	binary.BigEndian.PutUint16(b, tpid)
	binary.BigEndian.PutUint16(b[2:], uint16(h.Hv1.Vlan_tci))
}

// putSLL2 writes a LINUX_SLL2 header in front of the packet; all numbers in
// network order:
//
//	+0  protocol (16 bits)   +2  reserved (16)   +4  interface index (32)
//	+8  ARPHRD type (16)     +10 packet type (8) +11 address length (8)
//	+12 address (8 bytes)
func putSLL2(f []byte, mac uint32, _ *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) uint32 {
	b := f[mac-sll2Len : mac]
	binary.NativeEndian.PutUint16(b, from.Protocol) // in network order already
	b[2], b[3] = 0, 0
	binary.BigEndian.PutUint32(b[4:], uint32(from.Ifindex))
	binary.BigEndian.PutUint16(b[8:], from.Hatype)
	b[10], b[11] = from.Pkttype, from.Halen
	copy(b[12:], from.Addr[:])
	return sll2Len
}

// putSLL writes a LINUX_SLL header in front of the packet; all numbers in
// network order:
//
//	+0  packet type (16 bits)  +2  ARPHRD type (16)  +4  address length (16)
//	+6  address (8 bytes)      +14 protocol (16)
func putSLL(f []byte, mac uint32, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) uint32 {
	n := uint32(sllLen)
	if h.Status&unix.TP_STATUS_VLAN_VALID != 0 {
		n += vlanTagLen
	}
	b := f[mac-n : mac]
	binary.BigEndian.PutUint16(b, uint16(from.Pkttype))
	binary.BigEndian.PutUint16(b[2:], from.Hatype)
	binary.BigEndian.PutUint16(b[4:], uint16(from.Halen))
	copy(b[6:], from.Addr[:])
	if n > sllLen {
		putTag(b[14:], h)
	}
	binary.NativeEndian.PutUint16(b[n-2:], from.Protocol)
	return n
}
