//go:build linux

package main

// tcpSet is one connection and then segments of every odd shape.
func tcpSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	g := between("2001:db8::1", "2001:db8::2")
	id := 0
	on := func(f flow, s segment) []byte { id++; return f.ip(6, ipOptions{id: id, frag: dontFragment}, f.tcp(s)) }
	a := func(s segment) []byte { s.sport, s.dport = 40000, 5000; return on(f, s) }
	b := func(s segment) []byte { s.sport, s.dport = 5000, 40000; return on(f.back(), s) }
	odd := func(s segment) []byte { s.sport, s.dport = 40001, 5001; return on(f, s) }
	return onWire(
		a(segment{seq: 0xfffffff0, flags: "S"}),
		b(segment{seq: 5000, ack: 0xfffffff1, flags: "SA"}),
		a(segment{seq: 0xfffffff1, ack: 5001, flags: "A"}),
		a(segment{seq: 0xfffffff1, ack: 5001, flags: "PA", data: text(30)}), // wraps
		b(segment{seq: 5001, ack: 15, flags: "A"}),
		a(segment{seq: 0xfffffff1, ack: 5001, flags: "PA", data: text(30)}),                      // again
		b(segment{seq: 5001, ack: 15, flags: "A", options: unhex("0101050a fffffff1 0000000f")}), // D-SACK
		b(segment{seq: 5001, ack: 15, flags: "PA", data: text(10), window: 1}),
		a(segment{seq: 15, ack: 5011, flags: "A", window: 65535}),
		a(segment{seq: 14, ack: 5011, flags: "A"}), // keep-alive
		a(segment{seq: 15, ack: 5011, flags: "PUA", urgent: 3, data: text(3)}),
		a(segment{seq: 18, ack: 5011, flags: "A", urgent: 3, data: text(1)}), // pointer without the flag
		b(segment{seq: 5011, ack: 19, flags: "AE"}),                          // congestion
		a(segment{seq: 19, ack: 5011, flags: "AW", data: text(1)}),
		a(segment{seq: 20, ack: 5011, flags: "AN"}),
		a(segment{seq: 20, ack: 5011, flags: "FA"}),
		b(segment{seq: 5011, ack: 21, flags: "FA"}),
		a(segment{seq: 21, ack: 5012, flags: "A"}),
		a(segment{seq: 21, flags: "R"}),
		// Scans and nonsense.
		odd(segment{seq: 1, flags: ""}),
		odd(segment{seq: 1, flags: "F"}),
		odd(segment{seq: 1, flags: "FPU", urgent: 0}),
		odd(segment{seq: 1, ack: 1, flags: "SFRPAUEWN"}),
		odd(segment{seq: 1, flags: "SF"}),
		odd(segment{seq: 1, ack: 2, flags: "RA", data: []byte("no such service")}),
		odd(segment{seq: 1, flags: "S", data: text(5)}),
		odd(segment{seq: 1, flags: "S", badSum: true}),
		odd(segment{seq: 1, ack: 1, flags: "A", offset: 4}),
		odd(segment{seq: 1, ack: 1, flags: "A", offset: 15}),
		f.ip(6, ipOptions{id: 99}, f.tcp(segment{sport: 1, dport: 2, flags: "S"})[:12]),
		on(g, segment{sport: 40000, dport: 5000, seq: 7, flags: "S", options: unhex("020405a0")}),
		on(g.back(), segment{sport: 5000, dport: 40000, seq: 0, ack: 8, flags: "RA"}),
		on(g, segment{sport: 40000, dport: 5000, seq: 7, flags: "S", badSum: true}),
	)
}

func tcpOptionSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	n := 0
	with := func(flags, options string) []byte {
		n++
		return f.ip(6, ipOptions{id: n, frag: dontFragment},
			f.tcp(segment{sport: 40000 + n, dport: 5000, seq: 1000, ack: 1, flags: flags, options: unhex(options)}))
	}
	return onWire(
		with("S", "020405b4 0402 080a 00000001 00000000 01 030307"),       // Linux
		with("S", "020405b4 01 030308 0101 0402"),                         // Windows
		with("S", "020405b4 01030306 0101080a0000000100000000 0402 0000"), // BSD
		with("SA", "020405b4 0303ff 00"),                                  // scale beyond 14
		with("A", "0101 080a ffffffff 7fffffff"),
		with("A", "0101 050a 00000010 00000020"),
		with("A", "0101 0522 00000010 00000020 00000030 00000040 00000050 00000060 00000070 00000080"),
		with("A", "0101 0506 00000010"), // half a block
		with("A", "0101 050b 00000010 00000020 00"),
		with("S", "2202"), with("S", "220a 0102030405060708"), // fast open: request, cookie
		with("S", "2212 000102030405060708090a0b0c0d0e0f"),
		with("S", "2203 01"), with("S", "fe04f989"), with("S", "fe0cf989 0102030405060708"),
		with("S", "fd040000"),
		with("A", "1312 000102030405060708090a0b0c0d0e0f"), // MD5
		with("A", "1d10 0102 000102030405060708090a0b"),    // AO
		with("A", "1c040078"), with("A", "1c048002"),       // user timeout: seconds, minutes
		with("S", "1e04 0181"), with("S", "1e0c 0081 0102030405060708"), // multipath capable
		with("SA", "1e0c 0181 1112131415161718"),
		with("A", "1e14 0181 0102030405060708 1112131415161718"),
		with("A", "1e16 0181 0102030405060708 1112131415161718 000a"),
		with("S", "1e0c 1001 01020304 05060708"), with("SA", "1e10 1001 0102030405060708 01020304"),
		with("A", "1e18 1000 000102030405060708090a0b0c0d0e0f10111213"), // join
		with("A", "1e08 2001 00000009"),                                 // data ack
		with("A", "1e14 2004 00000001 00000002 000a 0000 0101 0000"),
		with("A", "1e12 2005 00000001 00000001 00000002 000a"),
		with("A", "1e10 3001 c0000203 0102030405060708"), // add address
		with("A", "1e12 3001 c0000203 1388 0102030405060708"),
		with("A", "1e1c 3001 20010db8000000000000000000000003 0102030405060708"),
		with("A", "1e04 4001"), with("A", "1e04 5101"), with("A", "1e03 50"), // remove, priority
		with("A", "1e0c 6000 0000000000000001"), // fail
		with("A", "1e0c 7000 0102030405060708"), with("A", "1e04 8000"), with("A", "1e04 f000"),
		with("S", "ac05 000001 000000"), with("A", "ae0b 000001 000002 000003 00"), // accurate ECN
		with("S", "0e03 01"), with("S", "0f04 0102"), with("S", "0b06 00000001"), // alternate checksum, CC
		with("S", "0602 0000"), with("S", "0604 0102"), // echo, obsolete
		with("S", "1b08 0102 03040506"),              // quick start
		with("S", "c804 1234"), with("S", "4d03 99"), // unknown
		with("S", "0204 05b4 02"),                                           // no room for a length
		with("S", "020205b4"), with("S", "020005b4"), with("S", "02ff05b4"), // wrong lengths
		with("S", "0404 0000"), with("S", "0302 0000"), with("S", "0808 0102 03040506"),
		with("S", "00 ffffff"), with("S", "01010101"),
	)
}

// tcpOpenSet is handshakes that no two kernels do with each other; see
// package handshake. Each uses a client port of its own.
func tcpOpenSet() [][]byte {
	f := between("192.0.2.1", "192.0.2.2")
	port, id := 40000, 0
	a := func(s segment) []byte {
		id++
		s.sport, s.dport = port, 5000
		return f.ip(6, ipOptions{id: id, frag: dontFragment}, f.tcp(s))
	}
	b := func(s segment) []byte {
		id++
		s.sport, s.dport = 5000, port
		return f.back().ip(6, ipOptions{id: id, frag: dontFragment}, f.back().tcp(s))
	}
	r := between("192.0.2.254", "192.0.2.1")
	var out [][]byte
	flow := func(p ...[]byte) { out = append(out, p...); port++ }
	// 40000: SYN-ACK with the wrong number, answered by RST, then the right one.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 900, ack: 77, flags: "SA"}), a(segment{seq: 77, flags: "R"}),
		b(segment{seq: 900, ack: 101, flags: "SA"}), a(segment{seq: 101, ack: 901, flags: "A"}))
	// 40001: half open.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 900, ack: 101, flags: "SA"}), b(segment{seq: 900, ack: 101, flags: "SA"}))
	// 40002: a scanner's reset after the answer.
	flow(a(segment{seq: 100, flags: "S", window: 1024, options: unhex("020405b4")}), b(segment{seq: 900, ack: 101, flags: "SA"}), a(segment{seq: 101, flags: "R"}))
	// 40003: both sides open at once, RFC 9293 figure 7.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 900, flags: "S"}), a(segment{seq: 100, ack: 901, flags: "SA"}),
		b(segment{seq: 900, ack: 101, flags: "SA"}), a(segment{seq: 101, ack: 901, flags: "A"}))
	// 40004: refused; the reset before it has a wrong number.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 0, ack: 55, flags: "RA"}), b(segment{seq: 0, ack: 101, flags: "RA"}))
	// 40005: no answer but a router's.
	out = append(out, a(segment{seq: 100, flags: "S"}))
	out = append(out, r.ip(1, ipOptions{id: 1}, r.icmp(3, 13, u32(0), out[len(out)-1][:28])))
	port++
	// 40006: somebody quotes a segment that was never sent.
	syn := a(segment{seq: 100, flags: "S"})
	lie := a(segment{seq: 555, flags: "S"})
	flow(syn, r.ip(1, ipOptions{id: 2}, r.icmp(3, 1, u32(0), lie[:28])))
	// 40007: seen from the middle.
	flow(a(segment{seq: 5000, ack: 6000, flags: "PA", data: text(20)}), b(segment{seq: 6000, ack: 5020, flags: "A"}))
	// 40008: a second SYN with another number, then the answer to it.
	flow(a(segment{seq: 100, flags: "S"}), a(segment{seq: 70000, flags: "S"}), b(segment{seq: 900, ack: 70001, flags: "SA"}), a(segment{seq: 70001, ack: 901, flags: "A"}))
	// 40009: data in the SYN, all of it acknowledged.
	flow(a(segment{seq: 100, flags: "S", options: unhex("220a 0102030405060708"), data: text(20)}), b(segment{seq: 900, ack: 121, flags: "SA"}), a(segment{seq: 121, ack: 901, flags: "A"}))
	// 40010: data with the acknowledgment that completes the handshake.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 900, ack: 101, flags: "SA"}), a(segment{seq: 101, ack: 901, flags: "PA", data: text(20)}))
	// 40011: the server resets what it has accepted.
	flow(a(segment{seq: 100, flags: "S"}), b(segment{seq: 900, ack: 101, flags: "SA"}), b(segment{seq: 901, ack: 101, flags: "RA"}))
	// 40012: no answer at all.
	flow(a(segment{seq: 100, flags: "S"}))
	return onWire(out...)
}
