//go:build linux

package main

// icmpSet has every type of ICMP that has a number worth printing; what quotes
// a packet quotes one that the link has carried.
func icmpSet() [][]byte {
	f, r := between("192.0.2.1", "192.0.2.2"), between("192.0.2.254", "192.0.2.1")
	udp := f.ip(17, ipOptions{id: 1}, f.udp(5000, 5001, text(4)))
	tcp := f.ip(6, ipOptions{id: 2}, f.tcp(segment{sport: 40000, dport: 80, seq: 1000, flags: "S"}))[:28]
	ping := f.ip(1, ipOptions{id: 3}, f.icmp(8, 0, u16(1), u16(1)))
	none := u32(0)
	from := func(typ, code int, rest ...[]byte) []byte {
		return r.ip(1, ipOptions{id: 9}, r.icmp(typ, code, rest...))
	}
	out := [][]byte{
		f.ip(1, ipOptions{id: 4}, f.icmp(8, 0, u16(1), u16(1), text(56))),
		f.back().ip(1, ipOptions{id: 5}, f.back().icmp(0, 0, u16(1), u16(1), text(56))),
	}
	for code := 0; code <= 16; code++ {
		if code != 4 {
			out = append(out, from(3, code, none, udp))
		}
	}
	bad := from(8, 0, u16(1), u16(2), text(8))
	bad[22]++
	out = append(out,
		from(3, 2, none, f.ip(99, ipOptions{id: 6}, text(8))),
		from(3, 3, none, tcp),
		from(3, 3, none, ping),
		from(3, 4, u16(0), u16(1400), tcp),
		from(3, 4, none, tcp),
		from(4, 0, none, udp), // source quench
		from(5, 0, ip4("192.0.2.253"), udp),
		from(5, 1, ip4("192.0.2.253"), udp),
		from(5, 2, ip4("192.0.2.253"), udp),
		from(5, 3, ip4("192.0.2.253"), udp),
		from(5, 9, ip4("192.0.2.253"), udp),
		from(9, 0, unhex("01020708"), ip4("192.0.2.254"), u32(0)), // router advertisement
		from(9, 16, unhex("02020384"), ip4("192.0.2.254"), u32(0), ip4("192.0.2.253"), u32(1<<31)),
		from(10, 0, none), // router solicitation
		from(11, 0, none, udp),
		from(11, 1, none, udp),
		from(11, 7, none, udp),
		from(12, 0, unhex("14000000"), udp), // parameter problem, at byte 20
		from(12, 1, none, udp),
		from(13, 0, u16(1), u16(1), u32(36000000), u32(0), u32(0)), // time stamp
		from(14, 0, u16(1), u16(1), u32(36000000), u32(36000005), u32(36000006)),
		from(15, 0, u16(1), u16(1)), // information
		from(16, 0, u16(1), u16(1)),
		from(17, 0, u16(1), u16(1), u32(0)), // address mask
		from(18, 0, u16(1), u16(1), u32(0xffffff00)),
		from(42, 0, u16(1), u16(0x0101), text(4)), // extended echo, RFC 8335
		from(43, 0, u16(1), u16(0x0100)),
		from(99, 1, none),
		from(11, 0, unhex("00200000"), udp, make([]byte, 128-len(udp)), // MPLS labels, RFC 4950
			func() []byte {
				e := unhex("2000 0000 0008 0101 00065101")
				copy(e[2:], u16(int(sum(e))))
				return e
			}()),
		bad,
		from(3, 3, none, udp[:20]),
		from(3, 3, none, udp[:10]),
	)
	return onWire(out...)
}

// icmp6Set has every type of ICMPv6 that has a number worth printing.
func icmp6Set() [][]byte {
	g, r := between("2001:db8::1", "2001:db8::2"), between("fe80::fe", "fe80::1")
	all := between("fe80::1", "ff02::1")
	routers := between("fe80::1", "ff02::2")
	mld := between("fe80::1", "ff02::16")
	udp := g.ip(17, ipOptions{}, g.udp(5000, 5001, text(4)))
	tcp := g.ip(6, ipOptions{}, g.tcp(segment{sport: 40000, dport: 80, seq: 1000, flags: "S"}))
	none := u32(0)
	at := func(f flow, ttl, typ, code int, rest ...[]byte) []byte {
		return f.ip(58, ipOptions{ttl: ttl}, f.icmp(typ, code, rest...))
	}
	alert := func(f flow, typ int, rest ...[]byte) []byte {
		return f.ip(0, ipOptions{ttl: 1}, unhex("3a00 05020000 0100"), f.icmp(typ, 0, rest...))
	}
	slla, tlla := cat(unhex("0101"), macA), cat(unhex("0201"), macB)
	prefix := cat(unhex("0304 40c0"), u32(86400), u32(14400), none, ip6("2001:db8::"))
	out := [][]byte{
		at(g, 64, 128, 0, u16(1), u16(1), text(56)),
		at(g.back(), 64, 129, 0, u16(1), u16(1), text(56)),
	}
	for code := 0; code <= 8; code++ {
		out = append(out, at(r, 64, 1, code, none, udp))
	}
	bad := at(g, 64, 128, 0, u16(1), u16(2), text(8))
	bad[43]++
	return onWire(append(out,
		at(r, 64, 1, 4, none, tcp),
		at(r, 64, 2, 0, u32(1280), tcp), // packet too big
		at(r, 64, 3, 0, none, udp),
		at(r, 64, 3, 1, none, udp),
		at(r, 64, 4, 0, u32(6), udp), // parameter problem
		at(r, 64, 4, 1, u32(6), udp),
		at(r, 64, 4, 2, u32(40), udp),
		at(r, 64, 4, 3, u32(40), udp),
		// Neighbour discovery, RFC 4861.
		at(routers, 255, 133, 0, none, slla),
		at(all, 255, 134, 0, unhex("40c0 0708"), u32(0), u32(0), slla, unhex("0501 0000"), u32(1500), prefix,
			unhex("1903 0000"), u32(600), ip6("2001:db8::53"), // DNS servers, RFC 8106
			unhex("1f02 0000"), u32(600), unhex("0474657374 000000"), // search list: test.
			unhex("1803 4008"), u32(1800), ip6("2001:db8:1::")), // route, RFC 4191
		at(all, 255, 134, 0, unhex("0018 0000"), u32(1000), u32(2000)),
		at(between("::", "ff02::1:ff00:2"), 255, 135, 0, none, ip6("fe80::2")),
		at(between("fe80::1", "ff02::1:ff00:2"), 255, 135, 0, none, ip6("fe80::2"), slla),
		at(between("fe80::2", "fe80::1"), 255, 136, 0, unhex("60000000"), ip6("fe80::2"), tlla),
		at(between("fe80::2", "ff02::1"), 255, 136, 0, unhex("a0000000"), ip6("fe80::2"), tlla),
		at(r, 255, 137, 0, none, ip6("fe80::2"), ip6("2001:db8::2"), tlla, unhex("0408 0000 00000000"), udp[:56]),
		at(routers, 255, 133, 0, none, unhex("0e01 010203040506")),                 // nonce
		at(routers, 255, 133, 0, none, unhex("0100 020000000001")),                 // option of length zero
		at(routers, 255, 133, 0, none, unhex("c802 0102030405060708090a0b0c0d0e")), // unknown option
		// Multicast listener discovery, RFC 2710 and RFC 3810.
		alert(all, 130, u16(10000), u16(0), ip6("::")),
		alert(between("fe80::1", "ff02::1:ff00:1"), 131, u16(0), u16(0), ip6("ff02::1:ff00:1")),
		alert(routers, 132, u16(0), u16(0), ip6("ff02::1:ff00:1")),
		alert(all, 130, u16(10000), u16(0), ip6("::"), unhex("027d 0000")),
		alert(all, 130, u16(0x8888), u16(0), ip6("ff05::1"), unhex("0a14 0001"), ip6("2001:db8::1")),
		alert(mld, 143, u16(0), u16(2), unhex("04000000"), ip6("ff02::1:ff00:1"), unhex("03000001"), ip6("ff05::1"), ip6("2001:db8::1")),
		alert(mld, 143, u16(0), u16(6), unhex("01000000"), ip6("ff05::1"), unhex("02000000"), ip6("ff05::2"),
			unhex("05000001"), ip6("ff05::3"), ip6("2001:db8::1"), unhex("06000001"), ip6("ff05::4"), ip6("2001:db8::1"),
			unhex("09000000"), ip6("ff05::5"), unhex("03000000"), ip6("ff05::6")),
		// Less common ones.
		at(r, 255, 138, 0, none, unhex("00000000 00000000")),           // router renumbering
		at(g, 64, 139, 0, u16(2), u16(0), text(8), ip6("2001:db8::2")), // node information query, RFC 4620
		at(g.back(), 64, 140, 0, u16(2), u16(0), text(8), u32(60), unhex("0468 6f7374 00")),
		at(all, 255, 141, 0, none, slla),
		at(r, 255, 142, 0, none, slla),
		at(g, 64, 144, 0, u16(1), u16(0)), // home agent discovery
		at(g.back(), 64, 145, 0, u16(1), u16(0), ip6("2001:db8::fe")),
		at(g, 64, 146, 0, u16(1), u16(0)),
		at(g, 64, 147, 0, u16(1), u16(0)),
		at(all, 255, 155, 0, none), // RPL
		at(g, 64, 200, 5, none),
		bad,
		at(r, 64, 1, 4, none, udp[:40]),
		at(r, 64, 1, 4, none, udp[:20]),
	)...)
}
