//go:build linux

package main

import "net/netip"

func ip4(s string) []byte { return netip.MustParseAddr(s).AsSlice() }

// arp makes an ARP body for Ethernet and IPv4.
func arp(op int, sha []byte, spa string, tha []byte, tpa string) []byte {
	return cat(u16(1), u16(0x0800), []byte{6, 4}, u16(op), sha, ip4(spa), tha, ip4(tpa))
}

var noMAC = unhex("000000000000")

func arpSet() [][]byte {
	a, b := "192.0.2.1", "192.0.2.2"
	return [][]byte{
		eth(broadcast, macA, 0x0806, arp(1, macA, a, noMAC, b)),
		eth(macA, macB, 0x0806, arp(2, macB, b, macA, a)),
		// Announcement and probe, RFC 5227.
		eth(broadcast, macA, 0x0806, arp(1, macA, a, noMAC, a)),
		eth(broadcast, macA, 0x0806, arp(1, macA, "0.0.0.0", noMAC, a)),
		eth(broadcast, macA, 0x0806, arp(2, macA, a, broadcast, a)),
		// A request that knows whom it asks.
		eth(macB, macA, 0x0806, arp(1, macA, a, macB, b)),
		// The sender in the body is not the sender of the frame.
		eth(macB, macA, 0x0806, arp(2, unhex("0200000000ff"), a, macB, b)),
		// Inverse ARP, RFC 2390.
		eth(macB, macA, 0x0806, arp(8, macA, a, macB, "0.0.0.0")),
		eth(macA, macB, 0x0806, arp(9, macB, b, macA, a)),
		eth(macA, macB, 0x0806, arp(10, macB, b, macA, a)),
		// An operation nobody knows, another hardware type, another protocol.
		eth(macA, macB, 0x0806, arp(77, macB, b, macA, a)),
		eth(macB, macA, 0x0806, cat(u16(6), u16(0x0800), []byte{6, 4}, u16(1), macA, ip4(a), noMAC, ip4(b))),
		eth(macB, macA, 0x0806, cat(u16(1), u16(0x86dd), []byte{6, 4}, u16(1), macA, ip4(a), noMAC, ip4(b))),
		// Lengths of 8 and 2, and none.
		eth(macB, macA, 0x0806, cat(u16(1), u16(0x0800), []byte{8, 2}, u16(1), unhex("0102030405060708 c001 1112131415161718 c002"))),
		eth(macB, macA, 0x0806, cat(u16(1), u16(0x0800), []byte{0, 0}, u16(2))),
	}
}

func rarpSet() [][]byte {
	return [][]byte{
		eth(broadcast, macA, 0x8035, arp(3, macA, "0.0.0.0", macA, "0.0.0.0")),
		eth(macA, macB, 0x8035, arp(4, macB, "192.0.2.2", macA, "192.0.2.1")),
		eth(broadcast, macB, 0x8035, arp(3, macB, "0.0.0.0", macA, "0.0.0.0")),
	}
}

func etherSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	echo := f.ip(1, ipOptions{id: 1}, f.icmp(8, 0, u16(1), u16(1), text(8)))
	snap := func(oui string, typ int, b []byte) []byte {
		return dot3(macB, macA, cat(unhex("aaaa03"), unhex(oui), u16(typ), b))
	}
	return [][]byte{
		eth(macB, macA, 0x0800, echo),
		// An Ethertype for local experiments, and one that is only a number.
		eth(macB, macA, 0x88b5, text(40)),
		eth(macB, macA, 0x1234, text(20)),
		// 802.3: a test and a command without a protocol, SNAP with IPv4.
		dot3(macB, macA, unhex("000003")),
		dot3(macB, macA, unhex("0000f3 010203")),
		snap("000000", 0x0800, echo),
		snap("000000", 0x0806, arp(1, macA, "192.0.2.1", noMAC, "192.0.2.2")),
		snap("00000c", 0x2222, text(16)),
		// IPv4 in an IPv6 frame and the reverse.
		eth(macB, macA, 0x86dd, echo),
		eth(macB, macA, 0x0800, unhex("6000000000003b40"), ip6("2001:db8::1"), ip6("2001:db8::2")),
		// A frame without a payload.
		cat(macB, macA, u16(0x0800)),
		cat(macB, macA, u16(0x0800), []byte{0x45}),
	}
}

func ip6(s string) []byte { return netip.MustParseAddr(s).AsSlice() }

func vlanSet() [][]byte {
	f, g := between("192.0.2.1", "192.0.2.2"), between("2001:db8::1", "2001:db8::2")
	echo := f.ip(1, ipOptions{id: 1}, f.icmp(8, 0, u16(1), u16(1), text(8)))
	echo6 := g.ip(58, ipOptions{}, g.icmp(128, 0, u16(1), u16(1), text(8)))
	syn := f.ip(6, ipOptions{id: 2, frag: dontFragment}, f.tcp(segment{sport: 40000, dport: 80, seq: 1000, flags: "S"}))
	ask := arp(1, macA, "192.0.2.1", noMAC, "192.0.2.2")
	return [][]byte{
		eth(macB, macA, 0x8100, tag(0, 0, 7, 0x0800), echo),
		eth(macB, macA, 0x8100, tag(3, 0, 7, 0x86dd), echo6),
		eth(macB, macA, 0x8100, tag(7, 1, 4095, 0x0800), syn),
		eth(macB, macA, 0x8100, tag(5, 0, 0, 0x0806), ask), // priority tag
		eth(macB, macA, 0x88a8, tag(1, 0, 100, 0x8100), tag(2, 0, 7, 0x0800), echo),
		eth(macB, macA, 0x8100, tag(0, 0, 1, 0x8100), tag(0, 0, 2, 0x8100), tag(0, 0, 3, 0x0806), ask),
		eth(macB, macA, 0x9100, tag(0, 0, 9, 0x0800), echo),
		eth(macB, macA, 0x9200, tag(0, 0, 9, 0x8100), tag(0, 1, 10, 0x86dd), echo6),
		// 802.3 with a length behind the tag, an unknown type, a lone tag.
		eth(macB, macA, 0x8100, tag(0, 0, 7, 3), unhex("000003")),
		eth(macB, macA, 0x8100, tag(0, 0, 7, 0x88b5), text(20)),
	}
}
