package capture

import (
	"encoding/binary"

	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// frameReserve is the room in bytes that the kernel leaves between its own
// headers and the packet, on top of its alignment: for a VLAN tag. There are 18
// bytes in front of an Ethernet header and 32 where there is no link-layer
// header, enough for a cooked header and a tag.
const frameReserve = 4

const (
	sllLen     = 16
	sll2Len    = 20
	vlanTagLen = 4
	macsLen    = 12     // two hardware addresses: a tag comes after them
	etherLen   = 14     // with the type
	tpidDot1Q  = 0x8100 // IEEE 802.1Q
)

// A decoder turns frames of the ring into packets.
type decoder struct {
	linkType packet.LinkType
	unit     packet.Unit
	header   headerFunc // nil: the frame is the packet
	always   bool       // header is for all frames, not for tagged ones only
}

// A headerFunc writes into the frame f what the savefile has and the kernel
// has not. It returns where the packet then starts, and whether a tag is in it.
type headerFunc func(f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) (start uint32, tagged bool)

func newDecoder(l link, c Config) decoder {
	d := decoder{linkType: l.linkType}
	if c.Nano {
		d.unit = packet.Nano
	}
	switch l.linkType {
	case packet.LinuxSLL2:
		d.header, d.always = putSLL2, true
	case packet.LinuxSLL:
		d.header, d.always = putSLL, true
	case packet.Ethernet, docsis:
		d.header = putVLAN
	}
	return d
}

// packet decodes the frame at the start of f into p, of which it sets every
// field. Headers that the kernel delivers beside the packet are written into
// the ring in front of it.
func (d *decoder) packet(p *packet.Packet, f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) {
	status, mac := h.Status, uint32(h.Mac)
	start, end := mac, mac+h.Snaplen
	var flags packet.Flags
	if d.header != nil && (d.always || status&unix.TP_STATUS_VLAN_VALID != 0) {
		var tagged bool
		if start, tagged = d.header(f, h, from); tagged {
			flags |= packet.TagRestored
		}
		end = max(end, start)
	}
	if status&unix.TP_STATUS_CSUMNOTREADY != 0 {
		flags |= packet.ChecksumPending
	}
	frac := h.Nsec
	if d.unit == packet.Micro {
		frac /= 1000
	}
	direction := packet.In
	if from.Pkttype == unix.PACKET_OUTGOING {
		direction = packet.Out
	}
	*p = packet.Packet{
		Data:      f[start:end:end],
		WireLen:   h.Len + mac - start, // modulo 2^32: start may be on either side
		Time:      packet.Time{Sec: int64(h.Sec), Frac: frac, Unit: d.unit},
		LinkType:  d.linkType,
		Direction: direction,
		Flags:     flags,
	}
}

// putVLAN puts a tag that the kernel took out of an Ethernet frame back
// behind the addresses, which move to the front.
func putVLAN(f []byte, h *unix.Tpacket3Hdr, _ *unix.RawSockaddrLinklayer) (uint32, bool) {
	mac := uint32(h.Mac)
	if h.Status&unix.TP_STATUS_VLAN_VALID == 0 || h.Snaplen < macsLen {
		return mac, false
	}
	copy(f[mac-vlanTagLen:], f[mac:mac+macsLen])
	tag := f[mac-vlanTagLen+macsLen:]
	binary.BigEndian.PutUint16(tag, tpid(h))
	binary.BigEndian.PutUint16(tag[2:], uint16(h.Hv1.Vlan_tci))
	return mac - vlanTagLen, true
}

// tpid returns the TPID of the tag in h; old kernels have 802.1Q only.
func tpid(h *unix.Tpacket3Hdr) uint16 {
	if h.Status&unix.TP_STATUS_VLAN_TPID_VALID != 0 {
		return h.Hv1.Vlan_tpid
	}
	return tpidDot1Q
}

// cooked returns where the part begins that follows a cooked header, and the
// protocol of it in host order. Of a tagged frame this is the TCI, which
// overwrites the end of the source address, then the type that stood behind
// the tag.
func cooked(f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) (body uint32, proto uint16, tagged bool) {
	mac := uint32(h.Mac)
	if from.Hatype != arphrdEther && from.Hatype != arphrdLoopback {
		return uint32(h.Net), htons(from.Protocol), false
	}
	if h.Status&unix.TP_STATUS_VLAN_VALID == 0 || h.Snaplen < etherLen {
		return mac + etherLen, htons(from.Protocol), false
	}
	body = mac + macsLen - vlanTagLen/2
	binary.BigEndian.PutUint16(f[body:], uint16(h.Hv1.Vlan_tci))
	return body, tpid(h), true
}

// putSLL2 replaces the link-layer header by a LINUX_SLL2 header; all numbers
// in network order:
//
//	+0  protocol (16 bits)   +2  reserved (16)   +4  interface index (32)
//	+8  ARPHRD type (16)     +10 packet type (8) +11 address length (8)
//	+12 address (8 bytes)
func putSLL2(f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) (uint32, bool) {
	body, proto, tagged := cooked(f, h, from)
	b := f[body-sll2Len : body]
	binary.BigEndian.PutUint16(b, proto)
	b[2], b[3] = 0, 0
	binary.BigEndian.PutUint32(b[4:], uint32(from.Ifindex))
	binary.BigEndian.PutUint16(b[8:], from.Hatype)
	b[10], b[11] = from.Pkttype, from.Halen
	copy(b[12:], from.Addr[:])
	return body - sll2Len, tagged
}

// putSLL replaces the link-layer header by a LINUX_SLL header; all numbers in
// network order:
//
//	+0  packet type (16 bits)  +2  ARPHRD type (16)  +4  address length (16)
//	+6  address (8 bytes)      +14 protocol (16)
func putSLL(f []byte, h *unix.Tpacket3Hdr, from *unix.RawSockaddrLinklayer) (uint32, bool) {
	body, proto, tagged := cooked(f, h, from)
	b := f[body-sllLen : body]
	binary.BigEndian.PutUint16(b, uint16(from.Pkttype))
	binary.BigEndian.PutUint16(b[2:], from.Hatype)
	binary.BigEndian.PutUint16(b[4:], uint16(from.Halen))
	copy(b[6:], from.Addr[:])
	binary.BigEndian.PutUint16(b[14:], proto)
	return body - sllLen, tagged
}
