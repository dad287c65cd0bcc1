package dissect

// LinuxSLLLen and LinuxSLL2Len are the lengths of Linux cooked headers in
// bytes.
const (
	LinuxSLLLen  = 16
	LinuxSLL2Len = 20
)

// Packet types of Linux cooked headers, from linux/if_packet.h.
const (
	SLLHost      = 0 // to us
	SLLBroadcast = 1
	SLLMulticast = 2
	SLLOtherHost = 3 // to somebody else
	SLLOutgoing  = 4 // from us
)

// Protocol numbers of Linux (linux/if_ether.h) where it has no Ethertype, and
// hardware types (linux/if_arp.h) that say what the payload begins with.
const (
	LinuxProto8023 = 1 // 802.3 without LLC, as Novell had it
	LinuxProto8022 = 4 // 802.2 LLC
	ARPHRDRadiotap = 803
)

// LinuxSLL is a Linux cooked capture header, version 1 or 2: what a socket
// tells of a packet whose link header is left out (LINKTYPE_LINUX_SLL and
// LINKTYPE_LINUX_SLL2 of tcpdump.org).
//
// Version 1, 16 bytes:
//
//	+-------------------------------+-------------------------------+
//	|          packet type          |            ARPHRD             |
//	+-------------------------------+-------------------------------+
//	|    length of the address      |       address (8 bytes) ...   |
//	+-------------------------------+-------------------------------+
//	|                          ... address ...                      |
//	+-------------------------------+-------------------------------+
//	|             ...               |           protocol            |
//	+-------------------------------+-------------------------------+
//
// Version 2, 20 bytes:
//
//	+-------------------------------+-------------------------------+
//	|           protocol            |       reserved (zero)         |
//	+-------------------------------+-------------------------------+
//	|                       interface index                         |
//	+-------------------------------+---------------+---------------+
//	|            ARPHRD             |  packet type  | address length|
//	+-------------------------------+---------------+---------------+
//	|                       address (8 bytes)                       |
//	+---------------------------------------------------------------+
type LinuxSLL struct {
	PacketType uint16  // SLLHost, ...
	ARPHRD     uint16  // hardware type, from linux/if_arp.h
	AddrLen    int     // bytes of Addr that count, as it says; may be over 8
	Addr       [8]byte // link-layer address of the sender
	Protocol   uint16  // Ethertype, or one of Linux's numbers under 0x600
	Interface  uint32  // the kernel's interface index; version 2 only
	Captured   int     // bytes of the header that were captured
	Payload    []byte
}

// DecodeV1 fills h from the bytes of a LinuxSLL packet.
func (h *LinuxSLL) DecodeV1(b []byte) {
	c := cursor{b: b}
	h.PacketType, h.ARPHRD = c.u16(), c.u16()
	h.AddrLen = int(c.u16())
	h.Addr = [8]byte{}
	copy(h.Addr[:], c.take(8))
	h.Protocol = c.u16()
	h.Interface = 0
	h.Captured = c.pos
	h.Payload = c.rest()
}

// DecodeV2 fills h from the bytes of a LinuxSLL2 packet.
func (h *LinuxSLL) DecodeV2(b []byte) {
	c := cursor{b: b}
	h.Protocol = c.u16()
	c.u16()
	h.Interface = c.u32()
	h.ARPHRD = c.u16()
	h.PacketType = uint16(c.u8())
	h.AddrLen = int(c.u8())
	h.Addr = [8]byte{}
	copy(h.Addr[:], c.take(8))
	h.Captured = c.pos
	h.Payload = c.rest()
}
