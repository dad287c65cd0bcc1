package inject

import (
	"bytes"
	"net"
	"net/netip"
	"testing"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

var (
	hwUs   = [6]byte{2, 0, 0, 0, 0, 1}
	hwThem = [6]byte{2, 0, 0, 0, 0, 2}
)

func TestARPRequest(t *testing.T) {
	b, err := neighbourRequest(hwUs, us4, router4)
	if err != nil {
		t.Fatal(err)
	}
	pkt := gopacket.NewPacket(b, layers.LayerTypeEthernet, gopacket.Default)
	arp, ok := pkt.Layer(layers.LayerTypeARP).(*layers.ARP)
	if !ok {
		t.Fatalf("no ARP in %x", b)
	}
	if !bytes.Equal(pkt.LinkLayer().(*layers.Ethernet).DstMAC, layers.EthernetBroadcast) {
		t.Error("the request is not broadcast")
	}
	if arp.Operation != layers.ARPRequest || addrOf(arp.SourceProtAddress) != us4 || addrOf(arp.DstProtAddress) != router4 || [6]byte(arp.SourceHwAddress) != hwUs {
		t.Errorf("request %+v", arp)
	}
}

func TestNeighbourSolicitation(t *testing.T) {
	dst := netip.MustParseAddr("2001:db8::a1:b2c3")
	b, err := neighbourRequest(hwUs, us6, dst)
	if err != nil {
		t.Fatal(err)
	}
	pkt := gopacket.NewPacket(b, layers.LayerTypeEthernet, gopacket.Default)
	ns, ok := pkt.Layer(layers.LayerTypeICMPv6NeighborSolicitation).(*layers.ICMPv6NeighborSolicitation)
	if !ok {
		t.Fatalf("no neighbour solicitation in %x", b)
	}
	if got := pkt.LinkLayer().(*layers.Ethernet).DstMAC.String(); got != "33:33:ff:a1:b2:c3" {
		t.Errorf("it goes to %s", got)
	}
	ip := pkt.NetworkLayer().(*layers.IPv6)
	if ip.HopLimit != 255 || !ip.DstIP.Equal(net.ParseIP("ff02::1:ffa1:b2c3")) {
		t.Errorf("IPv6 header %+v", ip)
	}
	if sum := dissect.PseudoSum(ip.SrcIP, ip.DstIP, 58, len(ip.Payload)); dissect.Fold(dissect.Sum(sum, ip.Payload)) != 0 {
		t.Error("the ICMPv6 checksum is wrong")
	}
	if !ns.TargetAddress.Equal(dst.AsSlice()) || len(ns.Options) != 1 || [6]byte(ns.Options[0].Data) != hwUs {
		t.Errorf("solicitation %+v", ns)
	}
}

func advertisement(t testing.TB, hopLimit uint8, options layers.ICMPv6Options) []byte {
	eth := &layers.Ethernet{SrcMAC: hwThem[:], DstMAC: hwUs[:], EthernetType: layers.EthernetTypeIPv6}
	ip := &layers.IPv6{Version: 6, HopLimit: hopLimit, NextHeader: layers.IPProtocolICMPv6, SrcIP: router6.AsSlice(), DstIP: us6.AsSlice()}
	icmp := &layers.ICMPv6{TypeCode: layers.CreateICMPv6TypeCode(layers.ICMPv6TypeNeighborAdvertisement, 0)}
	_ = icmp.SetNetworkLayerForChecksum(ip)
	return serialize(t, eth, ip, icmp, &layers.ICMPv6NeighborAdvertisement{Flags: 0x60, TargetAddress: router6.AsSlice(), Options: options})
}

func arpReply(t testing.TB, op uint16) []byte {
	eth := &layers.Ethernet{SrcMAC: hwThem[:], DstMAC: hwUs[:], EthernetType: layers.EthernetTypeARP}
	return serialize(t, eth, &layers.ARP{AddrType: layers.LinkTypeEthernet, Protocol: layers.EthernetTypeIPv4, HwAddressSize: 6, ProtAddressSize: 4, Operation: op,
		SourceHwAddress: hwThem[:], SourceProtAddress: router4.AsSlice(), DstHwAddress: hwUs[:], DstProtAddress: us4.AsSlice()})
}

func TestNeighbourReply(t *testing.T) {
	tests := []struct {
		name string
		b    []byte
		addr netip.Addr
		hw   [6]byte
	}{
		{"ARP reply", arpReply(t, layers.ARPReply), router4, hwThem},
		{"ARP request", arpReply(t, layers.ARPRequest), netip.Addr{}, [6]byte{}},
		{"ARP cut short", arpReply(t, layers.ARPReply)[:14+27], netip.Addr{}, [6]byte{}},
		{"advertisement", advertisement(t, 255, layers.ICMPv6Options{{Type: layers.ICMPv6OptTargetAddress, Data: []byte{2, 7, 7, 7, 7, 7}}}), router6, [6]byte{2, 7, 7, 7, 7, 7}},
		{"advertisement without option", advertisement(t, 255, nil), router6, hwThem},
		{"advertisement through a router", advertisement(t, 254, nil), netip.Addr{}, [6]byte{}},
	}
	for _, tt := range tests {
		var f dissect.Frame
		f.DecodeBytes(packet.Ethernet, tt.b)
		a, hw, ok := neighbourReply(&f)
		if ok != tt.addr.IsValid() || ok && (a != tt.addr || hw != tt.hw) {
			t.Errorf("%s: %v is at %x, %v", tt.name, a, hw, ok)
		}
	}
}

func FuzzNeighbourReply(f *testing.F) {
	f.Add(arpReply(f, layers.ARPReply))
	f.Add(advertisement(f, 255, layers.ICMPv6Options{{Type: layers.ICMPv6OptTargetAddress, Data: hwThem[:]}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var fr dissect.Frame
		fr.DecodeBytes(packet.Ethernet, b)
		a, hw, ok := neighbourReply(&fr)
		if !ok {
			return
		}
		// Whatever is believed stands in the frame.
		if !bytes.Contains(b, a.AsSlice()) || !bytes.Contains(b, hw[:]) {
			t.Fatalf("%v at %x is not in %x", a, hw, b)
		}
		// Bytes behind the end of the frame do not matter.
		fr.DecodeBytes(packet.Ethernet, append(b[:len(b):len(b)], 0xff))
		if a2, _, ok := neighbourReply(&fr); ok && a2 != a {
			t.Fatalf("one more byte makes %v of %v", a2, a)
		}
	})
}
