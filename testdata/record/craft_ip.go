//go:build linux

package main

// ipSet is the plain header with its odd values.
func ipSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	udp := f.udp(5000, 5001, text(12))
	return onWire(
		f.ip(17, ipOptions{id: 0xffff, ttl: 1, tos: 0xb8}, udp),
		f.ip(17, ipOptions{id: 1, ttl: 255, tos: 0x01}, udp), // ECT(1)
		f.ip(17, ipOptions{id: 2, tos: 0x02}, udp),           // ECT(0)
		f.ip(17, ipOptions{id: 3, tos: 0x03}, udp),           // CE
		f.ip(17, ipOptions{id: 4, frag: 0x8000}, udp),        // the evil bit, RFC 3514
		f.ip(17, ipOptions{id: 5, badSum: true}, udp),
		f.ip(17, ipOptions{id: 6, length: 400}, udp), // says more than there is
		f.ip(17, ipOptions{id: 7, length: 18}, udp),  // and less than its header
		f.ip(255, ipOptions{id: 8}, text(20)),
		f.ip(99, ipOptions{id: 9}, text(20)),
		f.ip(59, ipOptions{id: 10}),
		f.ip(4, ipOptions{id: 11}, between("198.51.100.1", "198.51.100.2").ip(17, ipOptions{id: 12}, between("198.51.100.1", "198.51.100.2").udp(6000, 6001, text(5)))),
		f.ip(41, ipOptions{id: 13}, between("2001:db8::1", "2001:db8::2").ip(17, ipOptions{}, between("2001:db8::1", "2001:db8::2").udp(6000, 6001, text(5)))),
		unhex("44000020000100004011b6c9c0000201c0000202 1388138900080000 00000000"), // header of 16 bytes
		unhex("35000020000100004011b6c9c0000201c0000202 1388138900080000 00000000"), // version 3
	)
}

func ipOptionSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	with := func(options string) []byte {
		o := unhex(options)
		for len(o)%4 != 0 {
			o = append(o, 0)
		}
		return f.ip(1, ipOptions{id: 1, options: o}, f.icmp(8, 0, u16(1), u16(1), text(8)))
	}
	return onWire(
		with("01010100"),                                        // NOP NOP NOP EOL
		with("94040000"),                                        // router alert
		with("94040001"),                                        // router alert, another value
		with("07070400000000 00"),                               // record route, empty
		with("070b0c c0000201 c0000202"),                        // full
		with("070b08 c0000201 00000000"),                        // half full
		with("830b04 c0000209 c000020a"),                        // loose source route
		with("890b08 c0000209 c000020a"),                        // strict, at the second hop
		with("44 0c 05 00 00000001 00000000"),                   // time stamps only
		with("44 0c 0d 30 02932e00 02932e01"),                   // full, three lost
		with("44 14 0d 01 c0000201 02932e00 00000000 00000000"), // addresses and times
		with("44 14 05 03 c0000201 00000000 c0000202 00000000"), // asked of these hosts
		with("820b0000 00000000 000000 00"),                     // security
		with("88040001"),                                        // stream identifier
		with("0b040578"),                                        // MTU probe
		with("5e041234"),                                        // experiment
		with("07020000"),                                        // record route that is too short
		with("440200 00"),
		with("07ff0400"), // longer than the header
		with("82000000"), // length zero
		with("01010107"), // no room for the length
	)
}

func fragmentSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	whole := f.udp(5000, 5001, text(56)) // 64 bytes
	tiny := f.tcp(segment{sport: 40000, dport: 80, seq: 1, flags: "S"})
	return onWire(
		f.ip(17, ipOptions{id: 100, frag: moreFragments}, whole[:32]),
		f.ip(17, ipOptions{id: 100, frag: moreFragments | 4}, whole[32:56]),
		f.ip(17, ipOptions{id: 100, frag: 7}, whole[56:]),
		// In the wrong order, and overlapping.
		f.ip(17, ipOptions{id: 101, frag: 4}, whole[32:]),
		f.ip(17, ipOptions{id: 101, frag: moreFragments}, whole[:40]),
		// A first fragment that ends within the TCP header.
		f.ip(6, ipOptions{id: 102, frag: moreFragments}, tiny[:8]),
		f.ip(6, ipOptions{id: 102, frag: 1}, tiny[8:]),
		// The furthest offset, with and without "don't fragment".
		f.ip(17, ipOptions{id: 103, frag: 0x1fff}, text(20)),
		f.ip(1, ipOptions{id: 104, frag: dontFragment | moreFragments}, f.icmp(8, 0, u16(9), u16(1), text(16))),
		f.ip(1, ipOptions{id: 104, frag: 3}, text(9)),
	)
}

// extensionSet is IPv6 with extension headers, RFC 8200 section 4.
func extensionSet() [][]byte {
	g := between("2001:db8::1", "2001:db8::2")
	udp := g.udp(5000, 5001, text(12))
	syn := g.tcp(segment{sport: 40000, dport: 80, seq: 1000, flags: "S", options: unhex("020405a0")})
	echo := g.icmp(128, 0, u16(1), u16(1), text(8))
	mld := between("fe80::1", "ff02::16")
	packet := func(next int, parts ...[]byte) []byte { return g.ip(next, ipOptions{}, parts...) }
	return onWire(
		g.ip(17, ipOptions{tos: 0xb8, flow: 0xabcde, ttl: 1}, udp),
		mld.ip(0, ipOptions{ttl: 1}, unhex("3a00 05020000 0100"), mld.icmp(143, 0, u16(0), u16(1), unhex("04000000"), ip6("ff02::1:ff00:1"))),
		packet(0, unhex("1100 c204 00010000"), udp),                                       // jumbo payload that is too small
		packet(0, unhex("1100 0104 00000000"), udp),                                       // PadN
		packet(0, unhex("1101 1e01aa 0109 000000000000000000"), udp),                      // experiment, PadN
		packet(0, unhex("1100 000000000000"), udp),                                        // six Pad1
		packet(60, unhex("0600 c904 20010db8"), syn),                                      // home address that is too short
		packet(60, unhex("0602 0102 0000 c910"), ip6("2001:db8::99"), unhex("0000"), syn), // home address
		packet(60, unhex("0600 0401 01 010100"), syn),                                     // tunnel encapsulation limit
		packet(43, unhex("1102 0001 00000000"), ip6("2001:db8::3"), udp),                  // type 0
		packet(43, unhex("1102 0200 00000000"), ip6("2001:db8::3"), udp),                  // type 2
		packet(43, unhex("1102 0401 01000000"), ip6("2001:db8::3"), udp),                  // segment routing, RFC 8754
		packet(43, unhex("1100 fd00 00000000"), udp),                                      // experiment
		packet(44, unhex("1100 0001 00000064"), udp),                                      // first fragment
		packet(44, unhex("1100 0010 00000064"), text(9)),                                  // the last
		packet(44, unhex("3a00 0000 00000065"), echo),                                     // atomic, RFC 6946
		packet(51, unhex("0604 0000 00000100 00000001 000102030405060708090a0b"), syn),    // authentication header
		packet(50, unhex("00000100 00000001"), text(24)),                                  // encapsulated security payload
		packet(59), // no next header
		packet(59, text(8)),
		packet(135, unhex("3b00 0100 0000 0000")), // mobility: home test init is cut
		packet(135, unhex("3b01 0100 0000 0000 0102030405060708")),
		packet(0, unhex("3c00 010400000000"), unhex("2b00 010400000000"), unhex("2c00 fd0000000000"), unhex("1100 0000 00000066"), udp), // all of them
		packet(41, between("2001:db8:1::1", "2001:db8:1::2").ip(59, ipOptions{})),
		packet(4, between("192.0.2.1", "192.0.2.2").ip(17, ipOptions{id: 1}, between("192.0.2.1", "192.0.2.2").udp(1, 2, text(3)))),
		packet(253, text(8)),
		packet(0, unhex("11ff 010400000000"), udp), // longer than the packet
		g.ip(17, ipOptions{length: 300}, udp),      // says more than there is
		g.ip(17, ipOptions{length: 4}, udp),        // and less
	)
}

func udpSet() [][]byte {
	f, g := between("192.0.2.1", "192.0.2.2"), between("2001:db8::1", "2001:db8::2")
	zero := f.udp(5000, 5001, text(10))
	copy(zero[6:], u16(0))
	zero6 := g.udp(5000, 5001, text(10))
	copy(zero6[6:], u16(0))
	bad := f.udp(5000, 5001, text(10))
	bad[7]++
	bad6 := g.udp(5000, 5001, text(10))
	bad6[7]++
	long := f.udp(5000, 5001, text(10))
	copy(long[4:], u16(100))
	short := f.udp(5000, 5001, text(10))
	copy(short[4:], u16(7))
	under := f.udp(5000, 5001, text(10))
	copy(under[4:], u16(12))
	return onWire(
		f.ip(17, ipOptions{id: 1}, f.udp(5000, 5001, text(10))),
		f.ip(17, ipOptions{id: 2}, f.udp(5000, 5001, nil)),
		f.ip(17, ipOptions{id: 3}, zero),
		f.ip(17, ipOptions{id: 4}, bad),
		f.ip(17, ipOptions{id: 5}, long),
		f.ip(17, ipOptions{id: 6}, short),
		f.ip(17, ipOptions{id: 7}, under),
		f.ip(17, ipOptions{id: 8}, zero[:6]), // no whole header
		f.ip(17, ipOptions{id: 9}, f.udp(65535, 1, text(1))),
		f.ip(17, ipOptions{id: 10}, f.udp(443, 40000, text(30))),
		g.ip(17, ipOptions{}, g.udp(5000, 5001, text(11))),
		g.ip(17, ipOptions{}, zero6),
		g.ip(17, ipOptions{}, bad6),
		between("192.0.2.1", "255.255.255.255").ip(17, ipOptions{id: 11}, between("192.0.2.1", "255.255.255.255").udp(5000, 5001, text(3))),
		between("192.0.2.1", "224.0.0.251").ip(17, ipOptions{id: 12, ttl: 1}, between("192.0.2.1", "224.0.0.251").udp(5000, 5001, text(3))),
	)
}
