package inject

import (
	"encoding/binary"
	"fmt"
	"net/netip"

	"github.com/google/gopacket"

	"wiredump/dissect"
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
	return []gopacket.SerializableLayer{
		&dissect.Ethernet{Dst: [6]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, Src: hw, Type: dissect.EtherTypeARP},
		&dissect.ARP{
			Hardware: dissect.ARPEthernet, Protocol: dissect.EtherTypeIPv4, Op: dissect.ARPRequest,
			SrcHardware: hw[:], SrcProtocol: src.AsSlice(), DstProtocol: dst.AsSlice(),
		},
	}
}

func solicitation(hw [6]byte, src, dst netip.Addr) []gopacket.SerializableLayer {
	// The solicited-node group is ff02::1:ff00:0/104 with the low 24 bits of
	// the address (RFC 4291 section 2.7.1), its Ethernet address 33:33 with the
	// group's low 32 bits (RFC 2464 section 7).
	d := dst.As16()
	group := [16]byte{0: 0xff, 1: 0x02, 11: 0x01, 12: 0xff, 13: d[13], 14: d[14], 15: d[15]}
	ip := &dissect.IPv6{Version: 6, NextHeader: dissect.IPProtoICMPv6, HopLimit: 255, Src: src.As16(), Dst: group}

	// RFC 4861 section 4.3, with one option (section 4.6.1).
	b := make([]byte, 0, dissect.NeighborLen+8)
	b = append(b, dissect.ICMPv6NeighborSolicit, 0, 0, 0, 0, 0, 0, 0)
	b = append(b, d[:]...)
	b = append(b, dissect.NDOptSourceLink, 1)
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
	switch {
	case f.Network == dissect.ProtoARP:
		var h dissect.ARP
		h.Decode(f.Body)
		if h.Hardware != dissect.ARPEthernet || h.Protocol != dissect.EtherTypeIPv4 || h.Op != dissect.ARPReply ||
			h.HardwareLen != 6 || h.ProtocolLen != 4 || h.Captured < h.Len() {
			return a, hw, false
		}
		return netip.AddrFrom4([4]byte(h.SrcProtocol)), [6]byte(h.SrcHardware), true
	case f.Transport == dissect.ProtoICMPv6:
		// A hop limit of 255 shows that no router forwarded it (RFC 4861
		// section 7.1.2).
		if f.IPv6.HopLimit != 255 || len(f.Body) < dissect.NeighborLen || f.Body[0] != dissect.ICMPv6NeighborAdvert {
			return a, hw, false
		}
		var h dissect.Neighbor
		h.Decode(f.Body)
		a = netip.AddrFrom16(h.Target)
		for opt, rest, more := h.Options.Next(); more; opt, rest, more = rest.Next() {
			if opt.Type == dissect.NDOptTargetLink && !opt.Bad && len(opt.Data) >= 6 {
				return a, [6]byte(opt.Data), true
			}
		}
		// Without the option, the sender of the frame is the best guess.
		return a, f.Ethernet.Src, f.Link == dissect.ProtoEthernet
	}
	return a, hw, false
}
