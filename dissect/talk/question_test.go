package talk

import (
	"encoding/binary"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// dnsMessage makes a DNS message.
func dnsMessage(id, flags uint16, name string, typ uint16, answers ...string) string {
	b := binary.BigEndian.AppendUint16(nil, id)
	b = binary.BigEndian.AppendUint16(b, flags)
	count := byte(1)
	if typ == 0 {
		count = 0
	}
	b = append(b, 0, count, 0, byte(len(answers)), 0, 0, 0, 0)
	if typ != 0 {
		for label := range strings.SplitSeq(name, ".") {
			b = append(append(b, byte(len(label))), label...)
		}
		b = append(b, 0, byte(typ>>8), byte(typ), 0, 1)
	}
	for _, a := range answers {
		b = append(b, a...)
	}
	return string(b)
}

func query(id uint16, name string, typ uint16) string { return dnsMessage(id, 0x0100, name, typ) }

// addr is an answer with an address, whose name is that of the question.
const addr = "\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\xc0\x00\x02\x07"

func reply(id uint16, name string, typ uint16) string { return dnsMessage(id, 0x8180, name, typ, addr) }

func TestQuestions(t *testing.T) {
	group := netip.MustParseAddrPort("224.0.0.251:5353")
	llmnr := netip.MustParseAddrPort("224.0.0.252:5355")
	asker, host := netip.MustParseAddrPort("192.0.2.1:5353"), netip.MustParseAddrPort("192.0.2.9:5353")
	host2 := netip.MustParseAddrPort("192.0.2.8:5353")
	out := func(ms int, m string) packet.Packet { return udpPacket(client, names, ms, m) }
	in := func(ms int, m string) packet.Packet { return udpPacket(names, client, ms, m) }
	mdnsReply := dnsMessage(0, 0x8400, "", 0, "\x01h\x05local\x00\x00\x01\x80\x01\x00\x00\x00\x3c\x00\x04\xc0\x00\x02\x09")
	for _, tc := range []struct {
		name string
		list []packet.Packet
		want []string
	}{
		{"pair", []packet.Packet{out(1, query(1, "a.b", 1)), in(4, reply(1, "a.b", 1))}, []string{"> A? a.b. -> 192.0.2.7 (TTL 60), 3.000 ms"}},
		{"letters", []packet.Packet{out(1, query(1, "a.B", 1)), in(4, reply(1, "A.b", 1))}, []string{"> A? a.B. -> 192.0.2.7 (TTL 60), 3.000 ms"}},
		{"error without question", []packet.Packet{out(1, query(1, "a.b", 1)), in(2, dnsMessage(1, 0x8001, "", 0))}, []string{"> A? a.b. -> FORMERR, 1.000 ms"}},
		{"copies", []packet.Packet{out(1, query(1, "a.b", 1)), out(2, query(1, "a.b", 1)), in(4, reply(1, "a.b", 1)), in(5, reply(1, "a.b", 1)), out(6, query(1, "a.b", 1))},
			[]string{"> A? a.b. -> 192.0.2.7 (TTL 60), 3.000 ms"}},
		{"retransmitted", []packet.Packet{out(1, query(1, "a.b", 1)), out(1001, query(1, "a.b", 1)), out(2001, query(1, "a.b", 1)), in(2004, reply(1, "a.b", 1)), in(2005, reply(1, "a.b", 1))},
			[]string{"> A? a.b. (3 tries) -> 192.0.2.7 (TTL 60), 2003.000 ms"}},
		{"asked again", []packet.Packet{out(1, query(1, "a.b", 1)), in(2, reply(1, "a.b", 1)), out(101, query(1, "a.b", 1)), in(104, reply(1, "a.b", 1))},
			[]string{"> A? a.b. -> 192.0.2.7 (TTL 60), 1.000 ms", "> A? a.b. -> 192.0.2.7 (TTL 60), 3.000 ms"}},
		{"time-out", []packet.Packet{out(1, query(1, "a.b", 1)), out(1001, query(1, "a.b", 1)), out(5001, query(2, "c", 1))},
			[]string{"> A? a.b. (2 tries) unanswered after 5000.000 ms", "> A? c. unanswered after 0.000 ms"}},
		{"late", []packet.Packet{out(1, query(1, "a.b", 1)), in(5001, reply(1, "a.b", 1))},
			[]string{"> A? a.b. unanswered after 5000.000 ms", "> A? a.b. -> 192.0.2.7 (TTL 60) [unasked]"}},
		{"same ID", []packet.Packet{out(1, query(1, "a.b", 1)), out(2, query(1, "a.b", 28)), out(3, query(1, "c", 1)), in(4, dnsMessage(1, 0x8180, "a.b", 28)), in(5, dnsMessage(1, 0x8183, "c", 1)), in(6, reply(1, "a.b", 1))},
			[]string{"> AAAA? a.b. -> no data, 2.000 ms", "> A? c. -> NXDOMAIN, 2.000 ms", "> A? a.b. -> 192.0.2.7 (TTL 60), 5.000 ms"}},
		{"same ID, no questions repeated", []packet.Packet{out(1, query(1, "a.b", 1)), out(2, query(1, "a.b", 28)), in(4, dnsMessage(1, 0x8005, "", 0)), in(5, dnsMessage(1, 0x8005, "", 0))},
			[]string{"> A? a.b. -> REFUSED, 3.000 ms", "> AAAA? a.b. -> REFUSED, 3.000 ms"}},
		{"unasked", []packet.Packet{in(1, reply(1, "a.b", 1))}, []string{"> A? a.b. -> 192.0.2.7 (TTL 60) [unasked]"}},
		{"another question", []packet.Packet{out(1, query(1, "a.b", 1)), in(2, reply(1, "x", 1))},
			[]string{"> A? x. -> 192.0.2.7 (TTL 60) [unasked]", "> A? a.b. unanswered after 1.000 ms"}},
		{"truncated", []packet.Packet{out(1, query(1, "a.b", 16)), in(2, dnsMessage(1, 0x8380, "a.b", 16))}, []string{"> TXT? a.b. -> no data, 1.000 ms [truncated]"}},
		{"update", []packet.Packet{out(1, dnsMessage(1, 0x2800, "a.b", 6)), in(2, dnsMessage(1, 0xa800, "a.b", 6))}, []string{"> UPDATE SOA? a.b. -> no data, 1.000 ms"}},
		{"multicast", []packet.Packet{udpPacket(asker, group, 1, query(0, "h.local", 1)), udpPacket(host, group, 3, mdnsReply), udpPacket(host2, group, 9, mdnsReply)},
			[]string{"192.0.2.1.5353 > 192.0.2.9.5353: A? h.local. -> 192.0.2.9 (TTL 60), 2.000 ms", "192.0.2.1.5353 > 192.0.2.8.5353: A? h.local. -> 192.0.2.9 (TTL 60), 8.000 ms"}},
		{"multicast for any", []packet.Packet{udpPacket(asker, group, 1, query(0, "H.local", 255)), udpPacket(host, group, 3, mdnsReply)},
			[]string{"192.0.2.1.5353 > 192.0.2.9.5353: ANY? H.local. -> A 192.0.2.9 (TTL 60), 2.000 ms"}},
		{"multicast announced", []packet.Packet{udpPacket(host, group, 3, mdnsReply)}, []string{"224.0.0.251.5353 > 192.0.2.9.5353: ? -> A 192.0.2.9 (TTL 60) [unasked]"}},
		{"multicast unanswered", []packet.Packet{udpPacket(asker, group, 1, query(0, "x.local", 1)), udpPacket(host, group, 3, mdnsReply), udpPacket(asker, group, 6000, query(0, "y.local", 1))},
			[]string{"224.0.0.251.5353 > 192.0.2.9.5353: ? -> A 192.0.2.9 (TTL 60) [unasked]", "192.0.2.1.5353 > 224.0.0.251.5353: A? x.local. unanswered after 5000.000 ms", "192.0.2.1.5353 > 224.0.0.251.5353: A? y.local. unanswered after 0.000 ms"}},
		{"LLMNR", []packet.Packet{udpPacket(client, llmnr, 1, query(5, "h", 1)), udpPacket(netip.MustParseAddrPort("192.0.2.9:5355"), client, 3, reply(5, "h", 1))},
			[]string{"192.0.2.1.40001 > 192.0.2.9.5355: A? h. -> 192.0.2.7 (TTL 60), 2.000 ms"}},
	} {
		if got, want := lines(t, Options{}, tc.list), strings.Join(tc.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, want)
		}
	}
}

// framedMessages puts its length before each message.
func framedMessages(ms ...string) (s string) {
	for _, m := range ms {
		s += string([]byte{byte(len(m) >> 8), byte(len(m))}) + m
	}
	return s
}

// TestQuestionsTCP has several messages in a segment, one in several segments,
// and segments that were lost.
func TestQuestionsTCP(t *testing.T) {
	ask := func(id uint16, name string) string { return framedMessages(query(id, name, 1)) }
	ans := func(id uint16, name string) string { return framedMessages(reply(id, name, 1)) }
	steps := []step{open,
		{'c', 1, ask(1, "a") + ask(2, "b") + ask(3, "c"), ""},
		{'s', 4, ans(3, "c") + ans(1, "a") + ans(2, "b"), ""},
		{'c', 5, ask(4, "d"), "fin"}, {'s', 6, ans(4, "d"), "fin"},
	}
	want := strings.Join([]string{
		"> A? c. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]", "> A? a. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]",
		"> A? b. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]", "> A? d. -> 192.0.2.7 (TTL 60), 1.000 ms [tcp]",
	}, "\n")
	whole := pieces(steps)
	for i := 2; i < len(whole); i++ {
		for at := range whole[i].data {
			a, b := whole[i].cut(at)
			list := slices.Concat(whole[:i], []piece{a, b}, whole[i+1:])
			if got := lines(t, Options{}, packets(names, list)); got != want {
				t.Fatalf("piece %d cut at %d:\n%s", i, at, got)
			}
			r := rand.New(rand.NewPCG(uint64(i), uint64(at)))
			for range 10 {
				list = append(list, list[2+r.IntN(len(list)-2)])
				r.Shuffle(len(list)-2, func(i, j int) { list[2+i], list[2+j] = list[2+j], list[2+i] })
				if got := lines(t, Options{}, packets(names, list)); got != want {
					t.Fatalf("piece %d cut at %d, shuffled:\n%s", i, at, got)
				}
			}
		}
	}
	for _, tc := range []struct {
		lost []int
		want []string
	}{
		// The third question is in the piece that was lost.
		{[]int{2}, []string{"c. -> 192.0.2.7 (TTL 60) [tcp unasked]", "a. -> 192.0.2.7 (TTL 60) [tcp unasked]", "b. -> 192.0.2.7 (TTL 60) [tcp unasked]", "d. -> 192.0.2.7 (TTL 60), 1.000 ms [tcp]"}},
		{[]int{3}, []string{"d. -> 192.0.2.7 (TTL 60), 1.000 ms [tcp]", "a. unanswered after 5.000 ms [tcp]", "b. unanswered after 5.000 ms [tcp]", "c. unanswered after 5.000 ms [tcp]"}},
		{[]int{0, 1, 2, 3}, []string{"d. -> 192.0.2.7 (TTL 60), 1.000 ms [tcp]"}},
		{[]int{0, 1}, []string{"c. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]", "a. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]", "b. -> 192.0.2.7 (TTL 60), 3.000 ms [tcp]", "d. -> 192.0.2.7 (TTL 60), 1.000 ms [tcp]"}},
	} {
		list := slices.Clone(whole)
		for _, i := range slices.Backward(tc.lost) {
			list = slices.Delete(list, i, i+1)
		}
		want := "> A? " + strings.Join(tc.want, "\n> A? ")
		if got := lines(t, Options{}, packets(names, list)); got != want {
			t.Errorf("lost %v:\n%s\nwant\n%s", tc.lost, got, want)
		}
	}
}
