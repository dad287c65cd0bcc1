//go:build linux

package main

import "strings"

// name encodes a domain name.
func name(s string) []byte {
	var b []byte
	for _, l := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' }) {
		b = append(append(b, byte(len(l))), l...)
	}
	return append(b, 0)
}

// question and record make entries of a DNS message, RFC 1035 section 4.1.
func question(n []byte, typ, class int) []byte { return cat(n, u16(typ), u16(class)) }

func record(n []byte, typ, class int, ttl uint32, data ...[]byte) []byte {
	d := cat(data...)
	return cat(n, u16(typ), u16(class), u32(ttl), u16(len(d)), d)
}

// message makes a DNS message; counts are of the four sections.
func message(id, flags int, counts [4]int, parts ...[]byte) []byte {
	return cat(u16(id), u16(flags), u16(counts[0]), u16(counts[1]), u16(counts[2]), u16(counts[3]), cat(parts...))
}

// back12 points to the name behind the header.
var back12 = unhex("c00c")

const (
	query    = 0x0100 // recursion desired
	response = 0x8180 // and available
)

func dnsSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	id := 0
	ask := func(b []byte) []byte { id++; return f.ip(17, ipOptions{id: id}, f.udp(40000, 53, b)) }
	answer := func(b []byte) []byte { id++; return f.back().ip(17, ipOptions{id: id}, f.back().udp(53, 40000, b)) }
	n := name("host.example.org")
	one := func(typ int, data ...[]byte) []byte {
		return answer(message(id, response, [4]int{1, 1, 0, 0}, question(n, typ, 1), record(back12, typ, 1, 300, data...)))
	}
	txt := func(s string) []byte { return append([]byte{byte(len(s))}, s...) }
	return onWire(
		ask(message(1, query, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		one(1, ip4("192.0.2.80")),
		one(28, ip6("2001:db8::80")),
		one(5, unhex("05616c696173 c011")),
		one(15, u16(10), unhex("046d61696c c011")),
		one(2, unhex("026e73 c011")),
		one(12, n),
		one(16, txt("v=spf1 -all"), txt("quotes \" and \\ and \x01")),
		one(6, unhex("026e73 c011 0a686f73746d6173746572 c011"), u32(2024010101), u32(7200), u32(3600), u32(1209600), u32(300)),
		one(33, u16(0), u16(5), u16(5060), unhex("03736970 c011")),
		one(35, u16(100), u16(10), txt("u"), txt("E2U+sip"), txt("!^.*$!sip:info@example.org!"), []byte{0}),
		one(257, []byte{0, 5}, []byte("issueca.example.net")),
		one(13, txt("AMD64"), txt("Linux")),
		one(43, u16(12345), []byte{13, 2}, unhex("00112233445566778899aabbccddeeff")),
		one(46, u16(1), []byte{13, 3}, u32(300), u32(1700000000), u32(1690000000), u16(12345), name("example.org"), text(16)),
		one(47, name("z.example.org"), unhex("0006400000000003")),
		one(48, u16(257), []byte{3, 13}, text(32)),
		one(64, u16(1), []byte{0}, unhex("0001 0003 026832")),        // SVCB
		one(65, u16(1), []byte{0}, unhex("0001 0003 026832")),        // HTTPS
		one(29, unhex("00 12 16 13 80000000 80000000 00989680")),     // LOC
		one(17, name("admin.example.org"), name("text.example.org")), // RP
		one(18, u16(1), name("afs.example.org")),
		one(39, name("example.net")),       // DNAME
		one(44, []byte{1, 1}, text(20)),    // SSHFP
		one(52, []byte{3, 1, 1}, text(32)), // TLSA
		one(99, txt("v=spf1 -all")),
		one(65280, text(4)),
		// Queries of other kinds: class CHAOS, ANY, AXFR, IXFR, NOTIFY, UPDATE, status.
		ask(message(2, 0, [4]int{1, 0, 0, 0}, question(name("version.bind"), 16, 3))),
		ask(message(3, query, [4]int{1, 0, 0, 0}, question(n, 255, 255))),
		ask(message(4, 0, [4]int{1, 0, 0, 0}, question(name("example.org"), 252, 1))),
		ask(message(5, 0, [4]int{1, 0, 1, 0}, question(name("example.org"), 251, 1),
			record(back12, 6, 1, 0, unhex("00 00"), u32(1), u32(2), u32(3), u32(4), u32(5)))),
		ask(message(6, 0x2400, [4]int{1, 0, 0, 0}, question(name("example.org"), 6, 1))),
		ask(message(7, 0x2800, [4]int{1, 0, 1, 0}, question(name("example.org"), 6, 1), record(n, 1, 1, 60, ip4("192.0.2.81")))),
		ask(message(8, 0x1000, [4]int{0, 0, 0, 0})),
		// EDNS: size, DO, client subnet, cookie.
		ask(message(9, query|0x20, [4]int{1, 0, 0, 1}, question(n, 28, 1), record([]byte{0}, 41, 1232, 0x8000, unhex("0008 0007 0001 18 00 c00002 000a 0008 0102030405060708")))),
		ask(message(10, query, [4]int{1, 0, 0, 1}, question(n, 1, 1), record([]byte{0}, 41, 4096, 0))),
		// Response codes and flags.
		answer(message(11, 0x8183, [4]int{1, 0, 1, 0}, question(n, 1, 1), record(name("example.org"), 6, 1, 300, name("ns.example.org"), name("h.example.org"), u32(1), u32(2), u32(3), u32(4), u32(5)))),
		answer(message(12, 0x8182, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(13, 0x8185, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(14, 0x8181, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(15, 0x8184, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(16, 0x8789, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(17, 0x85b0, [4]int{1, 2, 0, 0}, question(n, 1, 1), record(back12, 1, 1, 60, ip4("192.0.2.80")), record(back12, 1, 1, 60, ip4("192.0.2.81")))),
		answer(message(18, 0x8380, [4]int{1, 0, 0, 0}, question(n, 1, 1))),
		answer(message(19, 0x8580, [4]int{1, 1, 1, 2}, question(n, 1, 1), record(back12, 1, 1, 60, ip4("192.0.2.80")),
			record(unhex("c011"), 2, 1, 60, unhex("026e73 c011")), record(unhex("c04e"), 1, 1, 60, ip4("192.0.2.53")), record([]byte{0}, 41, 1232, 0))),
		// Broken: a loop, a pointer forward, a label too long, cut sections.
		answer(message(20, response, [4]int{1, 0, 0, 0}, unhex("c00c 0001 0001"))),
		answer(message(21, response, [4]int{1, 1, 0, 0}, question(n, 1, 1), record(unhex("c0ff"), 1, 1, 60, ip4("192.0.2.80")))),
		answer(message(22, response, [4]int{1, 0, 0, 0}, unhex("7f 616263"))),
		answer(message(23, response, [4]int{1, 3, 0, 0}, question(n, 1, 1), record(back12, 1, 1, 60, ip4("192.0.2.80")))),
		answer(message(24, response, [4]int{1, 1, 0, 0}, question(n, 1, 1), record(back12, 1, 1, 60, unhex("c000")))),
		answer(message(25, query, [4]int{2, 0, 0, 0}, question(n, 1, 1), question(back12, 28, 1))),
		ask(message(26, query, [4]int{1, 0, 0, 0}, question(name("a.b.c.d.e.f.xn--mller-kva.example.org"), 1, 1))),
		ask(message(27, query, [4]int{1, 0, 0, 0}, question([]byte{0}, 2, 1))),
		ask(message(28, query, [4]int{1, 0, 0, 0}, question(cat(unhex("06 612e62005c20"), name("example.org")), 1, 1))),
		ask(unhex("001d 0100 0001")),
	)
}

// mdnsSet is RFC 6762: probe, announcement, browse and answer, goodbye.
func mdnsSet() [][]byte {
	f, g := between("192.0.2.1", "224.0.0.251"), between("fe80::1", "ff02::fb")
	group, group6 := unhex("01005e0000fb"), unhex("3333000000fb")
	send := func(b []byte) []byte {
		return eth(group, macA, 0x0800, f.ip(17, ipOptions{ttl: 255, id: 1, frag: dontFragment}, f.udp(5353, 5353, b)))
	}
	send6 := func(b []byte) []byte {
		return eth(group6, macA, 0x86dd, g.ip(17, ipOptions{ttl: 255}, g.udp(5353, 5353, b)))
	}
	const flush = 0x8001
	host, service, instance := name("printer.local"), name("_ipp._tcp.local"), name("Printer 1._ipp._tcp.local")
	srv := cat(u16(0), u16(0), u16(631), host)
	return [][]byte{
		send(message(0, 0, [4]int{1, 0, 1, 0}, question(host, 255, flush), record(back12, 1, 1, 120, ip4("192.0.2.1")))),
		send(message(0, 0x8400, [4]int{0, 3, 0, 0}, record(host, 1, flush, 120, ip4("192.0.2.1")), record(back12, 28, flush, 120, ip6("fe80::1")),
			record(back12, 47, flush, 120, unhex("c00c 0004 40000008")))),
		send(message(0, 0, [4]int{1, 0, 0, 0}, question(service, 12, 1))),
		send6(message(0, 0, [4]int{2, 1, 0, 0}, question(service, 12, flush), question(name("_http._tcp.local"), 12, 1), record(service, 12, 1, 4500, instance))),
		send(message(0, 0x8400, [4]int{0, 1, 0, 3}, record(service, 12, 1, 4500, instance),
			record(instance, 33, flush, 120, srv), record(instance, 16, flush, 4500, unhex("09 747874766572733d31")), record(host, 1, flush, 120, ip4("192.0.2.1")))),
		send6(message(0, 0x8400, [4]int{0, 1, 0, 0}, record(service, 12, 1, 0, instance))),
		send(message(0, 0x0200, [4]int{1, 0, 0, 0}, question(name("_services._dns-sd._udp.local"), 12, 1))),
		// A query from another port wants an ordinary answer.
		eth(group, macA, 0x0800, f.ip(17, ipOptions{ttl: 255, id: 2}, f.udp(40000, 5353, message(7, 0, [4]int{1, 0, 0, 0}, question(host, 1, 1))))),
	}
}

// httpSet is what servers and clients do not say, or not in one segment.
func httpSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	id, seq := 0, uint32(1000)
	a := func(s string) []byte {
		id++
		seq += uint32(len(s))
		return f.ip(6, ipOptions{id: id, frag: dontFragment}, f.tcp(segment{sport: 40000, dport: 80, seq: seq, ack: 1, flags: "PA", data: []byte(s)}))
	}
	b := func(s string) []byte {
		id++
		return f.back().ip(6, ipOptions{id: id, frag: dontFragment}, f.back().tcp(segment{sport: 80, dport: 40000, seq: 1, ack: seq, flags: "PA", data: []byte(s)}))
	}
	return onWire(
		a("GET / HTTP/1.1\r\nHost: www.example.org\r\n\r\n"),
		a("GET /no-newline-at-the-end HTTP/1.0"),
		a("OPTIONS * HTTP/1.1\nHost: only.newlines\n\n"),
		a("CONNECT www.example.org:443 HTTP/1.1\r\nHost: www.example.org:443\r\n\r\n"),
		a("PROPFIND /dav/ HTTP/1.1\r\nDepth: 1\r\n\r\n"),
		a("BREW /pot HTCPCP/1.0\r\n\r\n"),
		a("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
		a("lower case is no method\r\n"),
		a("GET"),
		a("GET "),
		a("\r\n\r\n"),
		b("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\nhello world\n"),
		b("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\x00\x01\x02\xff\xfe"),
		b("HTTP/1.1 100 Continue\r\n\r\n"),
		b("HTTP/1.1 204\r\n\r\n"),
		b("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n continued: line\r\nTab:\tvalue\r\n\r\n"),
		b("\x1f\x8b\x08\x00 the middle of a body"),
		b("the middle of a body that can be read\nover two lines\n"),
		b("HTTP/1.1 200 OK with \x1b[31mescape\x1b[0m\r\n\r\n"),
	)
}
