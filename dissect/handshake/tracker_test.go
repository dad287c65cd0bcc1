package handshake

import (
	"testing"
)

// Shorthands: client's sequence numbers begin at 100, the server's at 900.
func cSyn(ms float64) step    { return step{at: ms, from: 'c', flags: "S", seq: 100} }
func sSynAck(ms float64) step { return step{at: ms, from: 's', flags: "SA", seq: 900, ack: 101} }
func cAck(ms float64) step    { return step{at: ms, from: 'c', flags: "A", seq: 101, ack: 901} }

func with(s step, change func(*step)) step {
	change(&s)
	return s
}

func TestOutcomes(t *testing.T) {
	mss := func(o string) func(*step) { return func(s *step) { s.options = o } }
	for _, tc := range []struct {
		name  string
		o     Options
		steps []step
		end   float64 // of the capture, in milliseconds; 0: with the last packet
		want  []string
	}{
		{"established", Options{}, []step{cSyn(0), sSynAck(30), cAck(31.5)}, 0,
			[]string{"31.500 ms ESTABLISHED rtt 31.500 ms (server 30.000 ms, client 1.500 ms)"}},
		{"the ACK is lost, data stands for it", Options{}, []step{cSyn(0), sSynAck(30), {at: 32, from: 'c', flags: "PA", seq: 101, ack: 901, data: 10}}, 0,
			[]string{"32.000 ms ESTABLISHED rtt 32.000 ms (server 30.000 ms, client 2.000 ms), ack-data 10"}},
		{"data beyond the window of the SYN-ACK", Options{}, []step{cSyn(0), sSynAck(30), {at: 32, from: 'c', flags: "PA", seq: 101 + 64241, ack: 901, data: 10}, {at: 33, from: 'c', flags: "PA", seq: 101 + 64240, ack: 901, data: 10}}, 0,
			[]string{"33.000 ms ESTABLISHED rtt 33.000 ms (server 30.000 ms, client 3.000 ms) [bad-ack]"}},
		{"the ACK is not captured", Options{}, []step{cSyn(0), sSynAck(30), {at: 40, from: 's', flags: "PA", seq: 901, ack: 101, data: 10}}, 0,
			[]string{"40.000 ms ESTABLISHED rtt ? (server 30.000 ms, client ?) [ack-unseen]"}},
		{"the SYN-ACK is not captured", Options{}, []step{cSyn(0), cAck(30)}, 0,
			[]string{"30.000 ms ESTABLISHED rtt 30.000 ms (server ?, client ?) [syn-ack-unseen]"}},
		{"the SYN is not captured", Options{}, []step{sSynAck(30), cAck(30.25)}, 0,
			[]string{"30.250 ms ESTABLISHED rtt ? (server ?, client 0.250 ms) [syn-unseen]"}},
		{"an ACK of something else", Options{}, []step{cSyn(0), sSynAck(30), with(cAck(31), func(s *step) { s.ack = 77 }), cAck(32)}, 0,
			[]string{"32.000 ms ESTABLISHED rtt 32.000 ms (server 30.000 ms, client 2.000 ms) [bad-ack]"}},
		{"a SYN-ACK of something else and its RST", Options{}, []step{cSyn(0), with(sSynAck(1), func(s *step) { s.ack = 77 }), {at: 2, from: 'c', flags: "R", seq: 77}, sSynAck(3), cAck(4)}, 0,
			[]string{"4.000 ms ESTABLISHED rtt 4.000 ms (server 3.000 ms, client 1.000 ms) [bad-ack]"}},
		{"refused", Options{}, []step{cSyn(0), {at: 0.5, from: 's', flags: "RA", ack: 101}}, 0,
			[]string{"0.500 ms REFUSED after 0.500 ms"}},
		{"refused twice", Options{}, []step{cSyn(0), {at: 0.5, from: 's', flags: "RA", ack: 101}, {at: 0.6, from: 's', flags: "RA", ack: 101}}, 0,
			[]string{"0.500 ms REFUSED after 0.500 ms"}},
		{"a RST for another number refuses nothing", Options{}, []step{cSyn(0), {at: 0.5, from: 's', flags: "RA", ack: 55}, {at: 1, from: 's', flags: "RA", ack: 101}}, 0,
			[]string{"1.000 ms REFUSED after 1.000 ms [bad-rst]"}},
		{"a RST without ACK refuses nothing", Options{}, []step{cSyn(0), {at: 0.5, from: 's', flags: "R", seq: 0}}, 0,
			[]string{"0.500 ms UNANSWERED after 0.500 ms [bad-rst]"}},
		{"a SYN-ACK after a forged refusal", Options{}, []step{cSyn(0), {at: 1, from: 's', flags: "RA", ack: 101}, sSynAck(20), cAck(21)}, 0,
			[]string{"1.000 ms REFUSED after 1.000 ms",
				"21.000 ms ESTABLISHED rtt 21.000 ms (server 20.000 ms, client 1.000 ms) [late, rst-contradicted]"}},
		{"unanswered at the end", Options{}, []step{cSyn(0), cSyn(1000)}, 3000,
			[]string{"3000.000 ms UNANSWERED after 3000.000 ms, 2 SYNs (gaps 1000.000 ms)"}},
		{"timed out", Options{}, []step{cSyn(0), cSyn(1000), cSyn(3000)}, 20000,
			[]string{"13.000 s TIMED_OUT after 13.000 s, 3 SYNs (gaps 1000.000 ms, 2000.000 ms)"}},
		{"an answer after the timeout", Options{}, []step{cSyn(0), sSynAck(11000), cAck(11001)}, 0,
			[]string{"10.000 s TIMED_OUT after 10.000 s",
				"11.001 s ESTABLISHED rtt 11.001 s (server 11.000 s, client 1.000 ms) [late]"}},
		{"a refusal after the timeout", Options{}, []step{cSyn(0), {at: 12000, from: 's', flags: "RA", ack: 101}}, 0,
			[]string{"10.000 s TIMED_OUT after 10.000 s", "12.000 s REFUSED after 12.000 s [late]"}},
		{"half open", Options{}, []step{cSyn(0), sSynAck(1), sSynAck(1001)}, 30000,
			[]string{"11.001 s HALF_OPEN after 11.001 s, 2 SYN-ACKs"}},
		{"an ACK after the timeout", Options{}, []step{cSyn(0), sSynAck(1), cAck(12000)}, 0,
			[]string{"10.001 s HALF_OPEN after 10.001 s, 1 SYN-ACK",
				"12.000 s ESTABLISHED rtt 12.000 s (server 1.000 ms, client 11.999 s) [late]"}},
		{"a late SYN-ACK without ACK", Options{}, []step{cSyn(0), sSynAck(11000)}, 40000,
			[]string{"10.000 s TIMED_OUT after 10.000 s", "21.000 s HALF_OPEN after 21.000 s, 1 SYN-ACK [late]"}},
		{"reset by the client, as a scanner's kernel does", Options{}, []step{cSyn(0), sSynAck(1), {at: 1.1, from: 'c', flags: "R", seq: 101, ttl: 55}}, 0,
			[]string{"1.100 ms RESET_IN_HANDSHAKE by client after 1.100 ms [ttl-changed]"}},
		{"reset by the server", Options{}, []step{cSyn(0), sSynAck(1), {at: 2, from: 's', flags: "RA", seq: 901, ack: 101}, cAck(2.5)}, 0,
			[]string{"2.000 ms RESET_IN_HANDSHAKE by server after 2.000 ms"}},
		{"a client that gives up before the answer", Options{}, []step{cSyn(0), {at: 2, from: 'c', flags: "R", seq: 101}}, 0,
			[]string{"2.000 ms RESET_IN_HANDSHAKE by client after 2.000 ms"}},
		{"a forged reset of the client", Options{}, []step{cSyn(0), sSynAck(1), {at: 1.1, from: 'c', flags: "R", seq: 101}, cAck(1.5)}, 0,
			[]string{"1.100 ms RESET_IN_HANDSHAKE by client after 1.100 ms",
				"1.500 ms ESTABLISHED rtt 1.500 ms (server 1.000 ms, client 0.500 ms) [late, rst-contradicted]"}},
		{"a reset outside the window", Options{}, []step{cSyn(0), sSynAck(1), {at: 1.1, from: 'c', flags: "R", seq: 9999999}, cAck(1.5)}, 0,
			[]string{"1.500 ms ESTABLISHED rtt 1.500 ms (server 1.000 ms, client 0.500 ms) [bad-rst]"}},
		{"simultaneous, RFC 9293 figure 7", Options{}, []step{cSyn(0), {at: 5, from: 's', flags: "S", seq: 900},
			{at: 5.1, from: 'c', flags: "SA", seq: 100, ack: 901}, {at: 10, from: 's', flags: "SA", seq: 900, ack: 101}}, 0,
			[]string{"10.000 ms SIMULTANEOUS rtt 10.000 ms (server 10.000 ms, client 0.100 ms)"}},
		{"simultaneous, ended by ACKs", Options{}, []step{cSyn(0), {at: 5, from: 's', flags: "S", seq: 900},
			cAck(6), {at: 7, from: 's', flags: "A", seq: 901, ack: 101}}, 0,
			[]string{"7.000 ms SIMULTANEOUS rtt 7.000 ms (server 7.000 ms, client 1.000 ms)"}},
		{"crossing SYNs that nobody answers", Options{}, []step{cSyn(0), {at: 5, from: 's', flags: "S", seq: 900}}, 30000,
			[]string{"10.005 s TIMED_OUT after 10.005 s"}},
		{"crossing SYNs, reset", Options{}, []step{cSyn(0), {at: 5, from: 's', flags: "S", seq: 900}, {at: 6, from: 's', flags: "RA", seq: 901, ack: 101}}, 0,
			[]string{"6.000 ms RESET_IN_HANDSHAKE by server after 6.000 ms"}},
		{"retransmitted without time stamps: ambiguous", Options{}, []step{cSyn(0), cSyn(1000), sSynAck(1030), cAck(1031)}, 0,
			[]string{"1031.000 ms ESTABLISHED rtt 31.000 ms? (server 30.000 ms, client 1.000 ms), 2 SYNs (gaps 1000.000 ms), setup 1031.000 ms [ambiguous-rtt]"}},
		{"the echo names the first SYN", Options{}, []step{with(cSyn(0), mss(timestamps(5000, 0))), with(cSyn(1000), mss(timestamps(6000, 0))),
			with(sSynAck(1030), mss(timestamps(77, 5000))), cAck(1031)}, 0,
			[]string{"1031.000 ms ESTABLISHED rtt 1031.000 ms? (server 1030.000 ms, client 1.000 ms), 2 SYNs (gaps 1000.000 ms), setup 1031.000 ms, ts [ambiguous-rtt]"}},
		{"the echo names the second SYN", Options{}, []step{with(cSyn(0), mss(timestamps(5000, 0))), with(cSyn(1000), mss(timestamps(6000, 0))), with(cSyn(3000), mss(timestamps(8000, 0))),
			with(sSynAck(3030), mss(timestamps(77, 6000))), cAck(3031)}, 0,
			[]string{"3031.000 ms ESTABLISHED rtt 2031.000 ms? (server 2030.000 ms, client 1.000 ms), 3 SYNs (gaps 1000.000 ms, 2000.000 ms), setup 3031.000 ms, ts [ambiguous-rtt]"}},
		{"the echo names the last SYN", Options{}, []step{with(cSyn(0), mss(timestamps(5000, 0))), with(cSyn(1000), mss(timestamps(6000, 0))),
			with(sSynAck(1030), mss(timestamps(77, 6000))), cAck(1031)}, 0,
			[]string{"1031.000 ms ESTABLISHED rtt 31.000 ms (server 30.000 ms, client 1.000 ms), 2 SYNs (gaps 1000.000 ms), setup 1031.000 ms, ts"}},
		{"SYN-ACK again: ambiguous", Options{}, []step{cSyn(0), sSynAck(10), sSynAck(1010), cAck(1011)}, 0,
			[]string{"1011.000 ms ESTABLISHED rtt 1011.000 ms? (server 1010.000 ms, client 1.000 ms) [ambiguous-rtt]"}},
		{"SYN-ACK again: the echo names the last", Options{}, []step{with(cSyn(0), mss(timestamps(5, 0))), with(sSynAck(10), mss(timestamps(70, 5))), with(sSynAck(1010), mss(timestamps(1070, 5))),
			with(cAck(1011), mss(timestamps(6, 1070)))}, 0,
			[]string{"1011.000 ms ESTABLISHED rtt 1011.000 ms (server 1010.000 ms, client 1.000 ms), ts"}},
		{"SYN-ACK again: the echo names the first", Options{Steps: true}, []step{with(cSyn(0), mss(timestamps(5, 0))), with(sSynAck(10), mss(timestamps(70, 5))), with(sSynAck(1010), mss(timestamps(1070, 5))),
			with(cAck(1011), mss(timestamps(6, 70)))}, 0,
			[]string{"0.000 ms SYN_SENT ts(client)", "10.000 ms SYN_RECEIVED after 10.000 ms, ts", "1010.000 ms SYN_RECEIVED after 10.000 ms, 2 SYN-ACKs, ts",
				"1011.000 ms ESTABLISHED rtt 1011.000 ms? (server 10.000 ms, client 1001.000 ms), ts [ambiguous-rtt]"}},
		{"a SYN with another number, answered", Options{}, []step{cSyn(0), with(cSyn(500), func(s *step) { s.seq = 7000 }), with(sSynAck(510), func(s *step) { s.ack = 7001 }),
			with(cAck(511), func(s *step) { s.seq = 7001 })}, 0,
			[]string{"511.000 ms ESTABLISHED rtt 11.000 ms (server 10.000 ms, client 1.000 ms), 2 SYNs (gaps 500.000 ms), setup 511.000 ms [new-isn]"}},
		{"a SYN with another number, the first one answered", Options{}, []step{cSyn(0), with(cSyn(500), func(s *step) { s.seq = 7000 }), sSynAck(510), cAck(511)}, 0,
			[]string{"511.000 ms ESTABLISHED rtt 511.000 ms (server 510.000 ms, client 1.000 ms), 2 SYNs (gaps 500.000 ms), setup 511.000 ms [new-isn]"}},
		{"a port used again", Options{}, []step{cSyn(0), {at: 1, from: 's', flags: "RA", ack: 101}, with(cSyn(2), func(s *step) { s.seq = 7000 }), {at: 3, from: 's', flags: "RA", ack: 7001}}, 0,
			[]string{"1.000 ms REFUSED after 1.000 ms", "3.000 ms REFUSED after 1.000 ms"}},
		{"a stateless scanner comes again", Options{}, []step{cSyn(0), {at: 1, from: 's', flags: "RA", ack: 101}, cSyn(1000), cSyn(5000), {at: 5002, from: 's', flags: "RA", ack: 101}}, 0,
			[]string{"1.000 ms REFUSED after 1.000 ms", "5002.000 ms REFUSED after 2.000 ms"}},
		{"the same packet on two interfaces", Options{}, []step{
			{at: 0, from: 'c', flags: "S", seq: 100, id: 9, iface: 0}, {at: 0.01, from: 'c', flags: "S", seq: 100, id: 9, iface: 1, ttl: 63},
			{at: 5, from: 's', flags: "SA", seq: 900, ack: 101, id: 11, iface: 1}, {at: 5.01, from: 's', flags: "SA", seq: 900, ack: 101, id: 11, iface: 0},
			cAck(6), cAck(6.01)}, 0,
			[]string{"6.000 ms ESTABLISHED rtt 6.000 ms (server 5.000 ms, client 1.000 ms) [duplicates]"}},
		{"a router that lowers the MSS between two interfaces", Options{}, []step{
			{at: 0, from: 'c', flags: "S", seq: 100, id: 9, options: "020405b4"}, {at: 0.01, from: 'c', flags: "S", seq: 100, id: 9, options: "02040400", iface: 1},
			sSynAck(5), cAck(6)}, 0,
			[]string{"6.000 ms ESTABLISHED rtt 6.000 ms (server 5.000 ms, client 1.000 ms), mss 1460/- [duplicates, rewritten]"}},
		{"options of both sides", Options{}, []step{
			with(cSyn(0), mss("020405b4 0402 080a 00000001 00000000 01 030307")), with(sSynAck(1), mss("02040578 0101 0402 01 030309")), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), mss 1460/1400 ws 7/9 sack ts(client)"}},
		{"classic ECN", Options{}, []step{with(cSyn(0), func(s *step) { s.flags = "SEW" }), with(sSynAck(1), func(s *step) { s.flags = "SAE" }), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), ecn"}},
		{"ECN refused", Options{}, []step{with(cSyn(0), func(s *step) { s.flags = "SEW" }), sSynAck(1), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), ecn(client)"}},
		{"accurate ECN, RFC 9768", Options{}, []step{with(cSyn(0), func(s *step) { s.flags = "SNEW" }), with(sSynAck(1), func(s *step) { s.flags = "SAW" }), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), accecn"}},
		{"accurate ECN met by a classic server", Options{}, []step{with(cSyn(0), func(s *step) { s.flags = "SNEW" }), with(sSynAck(1), func(s *step) { s.flags = "SAE" }), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), ecn"}},
		{"a server that mirrors the flags", Options{}, []step{with(cSyn(0), func(s *step) { s.flags = "SNEW" }), with(sSynAck(1), func(s *step) { s.flags = "SANEW" }), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), accecn(client)"}},
		{"fast open, accepted", Options{}, []step{{at: 0, from: 'c', flags: "S", seq: 100, options: "220a0102030405060708", data: 20},
			with(sSynAck(1), func(s *step) { s.ack = 121 }), with(cAck(2), func(s *step) { s.seq = 121 })}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), tfo-cookie syn-data 20/20"}},
		{"fast open, data not accepted", Options{}, []step{{at: 0, from: 'c', flags: "S", seq: 100, options: "220a0102030405060708", data: 20},
			sSynAck(1), {at: 2, from: 'c', flags: "PA", seq: 101, ack: 901, data: 20}}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), tfo-cookie syn-data 0/20 ack-data 20"}},
		{"fast open: the server talks before the ACK", Options{}, []step{{at: 0, from: 'c', flags: "S", seq: 100, options: "220a0102030405060708", data: 20},
			with(sSynAck(1), func(s *step) { s.ack = 121 }), {at: 1.5, from: 's', flags: "PA", seq: 901, ack: 121, data: 5}, with(cAck(2), func(s *step) { s.seq = 121; s.ack = 906 })}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), tfo-cookie syn-data 20/20"}},
		{"multipath, MD5, broken options", Options{}, []step{with(cSyn(0), mss("1e0c00810102030405060708 0202")), with(sSynAck(1), mss("1e0c00811112131415161718")), cAck(2)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms), mptcp bad-option(client)"}},
		{"from the middle", Options{Midstream: true, Closes: true}, []step{
			{at: 0, from: 'c', flags: "PA", seq: 5000, ack: 6000, data: 20}, {at: 1, from: 's', flags: "A", seq: 6000, ack: 5020},
			{at: 2, from: 's', flags: "PA", seq: 6000, ack: 5020, data: 30}, {at: 3, from: 'c', flags: "FA", seq: 5020, ack: 6030}, {at: 4, from: 's', flags: "FA", seq: 6030, ack: 5021}}, 0,
			[]string{"0.000 ms MIDSTREAM", "4.000 ms CLOSED by FIN, bytes 20/30 OTH DadFf"}},
		{"steps and close", Options{Steps: true, Closes: true}, []step{cSyn(0), cSyn(1000), sSynAck(1001), cAck(1002),
			{at: 1003, from: 'c', flags: "PA", seq: 101, ack: 901, data: 7}, {at: 1003.5, from: 'c', flags: "PA", seq: 101, ack: 901, data: 7},
			{at: 1004, from: 's', flags: "PA", seq: 901, ack: 108, data: 9}, {at: 1005, from: 's', flags: "FA", seq: 910, ack: 108},
			{at: 1006, from: 'c', flags: "FA", seq: 108, ack: 911}, {at: 1007, from: 's', flags: "A", seq: 911, ack: 109}}, 0,
			[]string{"0.000 ms SYN_SENT", "1000.000 ms SYN_SENT 2 SYNs (gaps 1000.000 ms)", "1001.000 ms SYN_RECEIVED after 1.000 ms [ambiguous-rtt]",
				"1002.000 ms ESTABLISHED rtt 2.000 ms? (server 1.000 ms, client 1.000 ms), 2 SYNs (gaps 1000.000 ms), setup 1002.000 ms [ambiguous-rtt]",
				"1006.000 ms CLOSED by FIN after 4.000 ms, bytes 7/9 SF SThADdfF [ambiguous-rtt]"}},
		{"closed by RST, and not", Options{Closes: true}, []step{cSyn(0), sSynAck(1), cAck(2), {at: 3, from: 's', flags: "R", seq: 901, ttl: 200},
			{at: 4, from: 's', flags: "PA", seq: 901, ack: 101, data: 5}, {at: 5, from: 's', flags: "PA", seq: 906, ack: 101, data: 5}}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)",
				"3.000 ms CLOSED by RST of server after 1.000 ms, bytes 0/0 RSTR ShAr [ttl-changed]",
				"4.000 ms RESET_CONTRADICTED the server goes on after its RST [ttl-changed, rst-contradicted]"}},
		{"an old segment overtaken by the RST", Options{}, []step{cSyn(0), sSynAck(1), cAck(2), {at: 3, from: 's', flags: "R", seq: 906}, {at: 4, from: 's', flags: "PA", seq: 901, ack: 101, data: 5}}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)"}},
		{"a new connection over an open one", Options{}, []step{cSyn(0), sSynAck(1), cAck(2), with(cSyn(100), func(s *step) { s.seq = 7000 }), with(sSynAck(101), func(s *step) { s.ack = 7001; s.seq = 8000 }),
			with(cAck(102), func(s *step) { s.seq = 7001; s.ack = 8001 })}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)", "102.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)"}},
		{"a late SYN of an open connection", Options{}, []step{cSyn(0), sSynAck(1), cAck(2), cSyn(1000), sSynAck(1001)}, 0,
			[]string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)"}},
		{"scans without SYN leave nothing", Options{Midstream: true}, []step{{at: 0, from: 'c', flags: ""}, {at: 1, from: 'c', flags: "F"}, {at: 2, from: 'c', flags: "FPU"}, {at: 3, from: 's', flags: "RA", ack: 1}}, 0, nil},
		{"the clock goes back", Options{}, []step{cSyn(5000), sSynAck(4000), cAck(4001)}, 0,
			[]string{"4001.000 ms ESTABLISHED rtt ? (server ?, client 1.000 ms)"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := newRecorder(tc.o)
			r.steps(tc.steps...)
			if tc.end != 0 {
				r.t.Flush(at(tc.end))
			} else {
				r.t.Flush(at(tc.steps[len(tc.steps)-1].at))
			}
			r.want(t, tc.want...)
		})
	}
}
