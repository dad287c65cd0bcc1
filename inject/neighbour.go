package inject

import (
	"encoding/binary"
	"fmt"
	"net/netip"

	"github.com/google/gopacket"

	"wiredump/dissect"
)

// arpLen is the length in bytes of ARP for IPv4 over Ethernet (RFC 826):
//
//	+-------------------------------+-------------------------------+
//	|      hardware type = 1        |     protocol type = 0x0800    |
//	+---------------+---------------+-------------------------------+
//	| hw length = 6 | p. length = 4 |     1 request, 2 reply        |
//	+---------------+---------------+-------------------------------+
//	|  sender hardware (6), sender protocol (4)                     |
//	|  target hardware (6), target protocol (4)                     |
//	+---------------------------------------------------------------+
const arpLen = 28

// Of neighbour discovery (RFC 4861 sections 4.3, 4.4 and 4.6.1).
const (
	neighbourSolicitation  = 135
	neighbourAdvertisement = 136
	sourceLinkAddr         = 1
	targetLinkAddr         = 2
	neighbourLen           = 24 // bytes, without options
)

// neighbourRequest returns a frame that asks for the hardware address of dst:
// an ARP request, or a neighbour solicitation to the group that dst listens
// to.
func neighbourRequest(hw [6]byte, src, dst netip.Addr) ([]byte, error) {
	var layers []gopacket.SerializableLayer
	if dst.Is4() {
		layers = arpRequest(hw, src, dst)
	} else {
		layers = solicitation(hw, src, dst)
	}
	buf := gopacket.NewSerializeBuffer()
	opts := gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true}
	if err := gopacket.SerializeLayers(buf, opts, layers...); err != nil {
		return nil, fmt.Errorf("inject: craft neighbour request: %w", err)
	}
	return buf.Bytes(), nil
}

func arpRequest(hw [6]byte, src, dst netip.Addr) []gopacket.SerializableLayer {
	b := make([]byte, 0, arpLen)
	b = append(b, 0, 1, 0x08, 0x00, 6, 4, 0, 1)
	b = append(b, hw[:]...)
	b = append(b, src.AsSlice()...)
	b = append(b, make([]byte, 6)...)
	b = append(b, dst.AsSlice()...)
	return []gopacket.SerializableLayer{
		&dissect.Ethernet{Dst: [6]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, Src: hw, Type: dissect.EtherTypeARP},
		gopacket.Payload(b),
	}
}

func solicitation(hw [6]byte, src, dst netip.Addr) []gopacket.SerializableLayer {
	// The solicited-node group is ff02::1:ff00:0/104 with the low 24 bits of
	// the address (RFC 4291 section 2.7.1), its Ethernet address 33:33 with the
	// group's low 32 bits (RFC 2464 section 7).
	d := dst.As16()
	group := [16]byte{0: 0xff, 1: 0x02, 11: 0x01, 12: 0xff, 13: d[13], 14: d[14], 15: d[15]}
	ip := &dissect.IPv6{Version: 6, NextHeader: dissect.IPProtoICMPv6, HopLimit: 255, Src: src.As16(), Dst: group}

	b := make([]byte, 0, neighbourLen+8)
	b = append(b, neighbourSolicitation, 0, 0, 0, 0, 0, 0, 0)
	b = append(b, d[:]...)
	b = append(b, sourceLinkAddr, 1)
	b = append(b, hw[:]...)
	sum := dissect.PseudoSum(ip.Src[:], ip.Dst[:], dissect.IPProtoICMPv6, len(b))
	binary.BigEndian.PutUint16(b[2:], dissect.Fold(dissect.Sum(sum, b)))
	return []gopacket.SerializableLayer{
		&dissect.Ethernet{Dst: [6]byte{0x33, 0x33, 0xff, d[13], d[14], d[15]}, Src: hw, Type: dissect.EtherTypeIPv6},
		ip,
		gopacket.Payload(b),
	}
}

// neighbourReply returns whose hardware address a packet tells; ok is false if
// it tells none.
func neighbourReply(f *dissect.Frame) (a netip.Addr, hw [6]byte, ok bool) {
	b := f.Body
	switch {
	case f.Network == dissect.ProtoARP:
		if len(b) < arpLen || binary.BigEndian.Uint32(b) != 1<<16|0x0800 || binary.BigEndian.Uint32(b[4:]) != 6<<24|4<<16|2 {
			return a, hw, false
		}
		return netip.AddrFrom4([4]byte(b[14:])), [6]byte(b[8:]), true
	case f.Transport == dissect.ProtoICMPv6:
		// A hop limit of 255 shows that no router forwarded it (RFC 4861
		// section 7.1.2).
		if f.IPv6.HopLimit != 255 || len(b) < neighbourLen || b[0] != neighbourAdvertisement {
			return a, hw, false
		}
		a = netip.AddrFrom16([16]byte(b[8:]))
		for opt := b[neighbourLen:]; len(opt) >= 8; {
			if opt[0] == targetLinkAddr {
				return a, [6]byte(opt[2:]), true
			}
			n := int(opt[1]) * 8
			if n == 0 || n > len(opt) {
				break
			}
			opt = opt[n:]
		}
		// Without the option, the sender of the frame is the best guess.
		return a, f.Ethernet.Src, f.Link == dissect.ProtoEthernet
	}
	return a, hw, false
}
