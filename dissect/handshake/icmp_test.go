package handshake

import (
	"encoding/hex"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

func TestUnreachable(t *testing.T) {
	first, lie, answer := cSyn(0), with(cSyn(0), func(s *step) { s.seq = 555 }), sSynAck(1)
	for _, tc := range []struct {
		name string
		run  func(r *recorder)
		want []string
	}{
		{"admin prohibited", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 3, 13, 0, &first)
		}, []string{"2.000 ms UNREACHABLE admin-prohibited from 192.0.2.254 after 2.000 ms"}},
		{"fragmentation needed", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 3, 4, 1400, &first)
		}, []string{"2.000 ms UNREACHABLE fragmentation-needed mtu 1400 from 192.0.2.254 after 2.000 ms"}},
		{"a code without a name", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 3, 99, 0, &first)
		}, []string{"2.000 ms UNREACHABLE icmp 3/99 from 192.0.2.254 after 2.000 ms"}},
		{"the number quoted was never sent", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 3, 1, 0, &lie)
		}, []string{"0.000 ms UNANSWERED after 0.000 ms [ignored-icmp]"}},
		{"no error", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 4, 0, 0, &first)
			r.icmp(2, 5, 1, 0, &first)
		}, []string{"0.000 ms UNANSWERED after 0.000 ms"}},
		{"an error, and then an answer", func(r *recorder) {
			r.steps(first)
			r.icmp(2, 3, 1, 0, &first)
			r.steps(cSyn(1000), sSynAck(1001), cAck(1002))
		}, []string{"2.000 ms UNREACHABLE host-unreachable from 192.0.2.254 after 2.000 ms",
			"1002.000 ms ESTABLISHED rtt 2.000 ms? (server 1.000 ms, client 1.000 ms), 2 SYNs (gaps 1000.000 ms), setup 1002.000 ms [late, ambiguous-rtt, after-icmp]"}},
		{"the SYN-ACK cannot be delivered", func(r *recorder) {
			r.steps(first, answer)
			r.icmp(2, 3, 10, 0, &answer)
		}, []string{"2.000 ms UNREACHABLE host-prohibited from 192.0.2.254 for the SYN-ACK after 2.000 ms"}},
		{"an error about the SYN after the SYN-ACK", func(r *recorder) {
			r.steps(first, answer)
			r.icmp(2, 3, 1, 0, &first)
			r.steps(cAck(3))
		}, []string{"3.000 ms ESTABLISHED rtt 3.000 ms (server 1.000 ms, client 2.000 ms)"}},
		{"an error after the timeout", func(r *recorder) {
			r.steps(first)
			r.icmp(15000, 3, 1, 0, &first)
		}, []string{"10.000 s TIMED_OUT after 10.000 s", "15.000 s UNREACHABLE host-unreachable from 192.0.2.254 after 15.000 s [late]"}},
		{"nobody asked", func(r *recorder) { r.icmp(0, 3, 1, 0, &first) }, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := newRecorder(Options{})
			tc.run(r)
			r.t.Flush(packet.Time{})
			// The clock of packets that are not TCP counts, but here only the
			// verdicts matter.
			for i, l := range r.lines {
				if ms, rest, ok := strings.Cut(l, " ms UNANSWERED after "); ok {
					_, flags, _ := strings.Cut(rest, " ms")
					_ = ms
					r.lines[i] = "0.000 ms UNANSWERED after 0.000 ms" + flags
				}
			}
			r.want(t, tc.want...)
		})
	}
}

func (r *recorder) icmp(ms float64, typ, code uint8, rest uint32, quoted *step) {
	p := icmpPacket(ms, typ, code, rest, quoted)
	r.t.Add(&p)
}

// An ICMPv6 error, with an extension header in the quoted packet.
func TestUnreachableIPv6(t *testing.T) {
	const (
		client = "20010db8000000000000000000000001"
		server = "20010db8000000000000000000000002"
		syn    = "9c40 0050 00000064 00000000 5002 faf0 0000 0000"
	)
	// A SYN behind an empty hop-by-hop header.
	inner := "60000000 001c 0040" + client + server + "0600 010400000000" + syn
	outer := "60000000 004c 3a40" + server + client + "0104 0000 00000000" + inner
	var lines []string
	tr := New(Options{Report: func(e *Event) { lines = append(lines, string(AppendText(nil, e))) }})
	for i, s := range []string{inner, outer} {
		b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		tr.Add(&packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw, Time: at(float64(i))})
	}
	want := "2001:db8::1.40000 > 2001:db8::2.80: UNREACHABLE port-unreachable from 2001:db8::2 after 1.000 ms"
	if len(lines) != 1 || lines[0] != want {
		t.Errorf("got %q, want %q", lines, want)
	}
}
