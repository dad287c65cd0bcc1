package inject

import (
	"net/netip"
	"testing"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"

	"wiredump/capture/packet"
	"wiredump/dissect"
	"wiredump/filter"
)

const testPort = 62000 // first source port of the tests' probes

var (
	testJudge = judge{key: newCookie(11, 12), basePort: testPort, tries: 4}
	us4       = netip.MustParseAddr("192.0.2.1")
	them4     = netip.MustParseAddr("198.51.100.7")
	router4   = netip.MustParseAddr("192.0.2.254")
	us6       = netip.MustParseAddr("2001:db8::1")
	them6     = netip.MustParseAddr("2001:db8:1::7")
	router6   = netip.MustParseAddr("2001:db8::fe")
)

func seqOf(us, them netip.Addr, srcPort, dstPort uint16) uint32 {
	return uint32(testJudge.key.from(toAddr128(us)).seq(toAddr128(them), srcPort, dstPort))
}

func serialize(t testing.TB, ls ...gopacket.SerializableLayer) []byte {
	t.Helper()
	buf := gopacket.NewSerializeBuffer()
	if err := gopacket.SerializeLayers(buf, gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true}, ls...); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// reply makes what a host sends back, from IP up, with gopacket's own layers.
func reply(t testing.TB, from, to netip.Addr, tcp *layers.TCP) []byte {
	t.Helper()
	if from.Is4() {
		ip := &layers.IPv4{Version: 4, TTL: 57, Protocol: layers.IPProtocolTCP, SrcIP: from.AsSlice(), DstIP: to.AsSlice()}
		_ = tcp.SetNetworkLayerForChecksum(ip)
		return serialize(t, ip, tcp)
	}
	ip := &layers.IPv6{Version: 6, HopLimit: 57, NextHeader: layers.IPProtocolTCP, SrcIP: from.AsSlice(), DstIP: to.AsSlice()}
	_ = tcp.SetNetworkLayerForChecksum(ip)
	return serialize(t, ip, tcp)
}

// quote makes an ICMP error about a probe that repeats n bytes of it; 0 is all.
func quote(t testing.TB, from, us, them netip.Addr, typ, code uint8, srcPort, dstPort uint16, seq uint32, n int) []byte {
	t.Helper()
	tmpl, err := newTemplate(us, false, [6]byte{}, 1500)
	if err != nil {
		t.Fatal(err)
	}
	tmpl.patch(tmpl.frame, &probe{dst: toAddr128(them), srcPort: srcPort, dstPort: dstPort, seq: seq})
	quoted := tmpl.frame
	if n > 0 {
		quoted = quoted[:n]
	}
	body := append([]byte{typ, code, 0, 0, 0, 0, 0, 0}, quoted...)
	if us.Is4() {
		ip := &layers.IPv4{Version: 4, TTL: 63, Protocol: layers.IPProtocolICMPv4, SrcIP: from.AsSlice(), DstIP: us.AsSlice()}
		return serialize(t, ip, gopacket.Payload(body))
	}
	ip := &layers.IPv6{Version: 6, HopLimit: 63, NextHeader: layers.IPProtocolICMPv6, SrcIP: from.AsSlice(), DstIP: us.AsSlice()}
	return serialize(t, ip, gopacket.Payload(body))
}

func TestVerdicts(t *testing.T) {
	synack := func(from, to netip.Addr, add uint32, edit func(*layers.TCP)) []byte {
		tcp := &layers.TCP{SrcPort: 80, DstPort: testPort + 1, SYN: true, ACK: true, Ack: seqOf(to, from, testPort+1, 80) + add}
		if edit != nil {
			edit(tcp)
		}
		return reply(t, from, to, tcp)
	}
	rst := func(tcp *layers.TCP) { tcp.SYN, tcp.RST = false, true }
	icmp := func(typ, code uint8) []byte {
		return quote(t, router4, us4, them4, typ, code, testPort, 25, seqOf(us4, them4, testPort, 25), 28)
	}
	icmp6 := func(typ, code uint8) []byte {
		return quote(t, router6, us6, them6, typ, code, testPort, 25, seqOf(us6, them6, testPort, 25), 0)
	}
	tests := []struct {
		name string
		b    []byte
		want answer // zero: no answer
	}{
		{"SYN-ACK", synack(them4, us4, 1, nil), answer{state: Open, reason: SynAck, ttl: 57, port: 80, srcPort: testPort + 1}},
		{"SYN-ACK, IPv6", synack(them6, us6, 1, nil), answer{state: Open, reason: SynAck, ttl: 57, port: 80, srcPort: testPort + 1}},
		{"SYN-ACK with ECE", synack(them4, us4, 1, func(h *layers.TCP) { h.ECE = true }), answer{state: Open, reason: SynAck, ttl: 57, port: 80, srcPort: testPort + 1}},
		{"RST", synack(them4, us4, 1, rst), answer{state: Closed, reason: Reset, ttl: 57, port: 80, srcPort: testPort + 1}},
		{"RST, IPv6", synack(them6, us6, 1, rst), answer{state: Closed, reason: Reset, ttl: 57, port: 80, srcPort: testPort + 1}},
		{"a wrong acknowledgment", synack(them4, us4, 2, nil), answer{}},
		{"RST without ACK", synack(them4, us4, 1, func(h *layers.TCP) { rst(h); h.ACK = false }), answer{}},
		{"SYN", synack(them4, us4, 1, func(h *layers.TCP) { h.ACK = false }), answer{}},
		{"ACK", synack(them4, us4, 1, func(h *layers.TCP) { h.SYN = false }), answer{}},
		{"another destination port", synack(them4, us4, 1, func(h *layers.TCP) { h.DstPort = testPort + 4 }), answer{}},
		{"a port below", synack(them4, us4, 1, func(h *layers.TCP) { h.DstPort = testPort - 1 }), answer{}},

		{"net-unreach", icmp(3, 0), answer{state: Filtered, reason: NetUnreach}},
		{"host-unreach", icmp(3, 1), answer{state: Filtered, reason: HostUnreach}},
		{"proto-unreach", icmp(3, 2), answer{state: Filtered, reason: ProtoUnreach}},
		{"port-unreach", icmp(3, 3), answer{state: Filtered, reason: PortUnreach}},
		{"net-prohibited", icmp(3, 9), answer{state: Filtered, reason: NetProhibited}},
		{"host-prohibited", icmp(3, 10), answer{state: Filtered, reason: HostProhibited}},
		{"admin-prohibited", icmp(3, 13), answer{state: Filtered, reason: AdminProhibited}},
		{"dest-unreach", icmp(3, 14), answer{state: Filtered, reason: DestUnreach}},
		{"time-exceeded", icmp(11, 0), answer{state: Filtered, reason: TimeExceeded}},
		{"echo reply", icmp(0, 0), answer{}},
		{"redirect", icmp(5, 1), answer{}},
		{"no-route, IPv6", icmp6(1, 0), answer{state: Filtered, reason: NoRoute}},
		{"admin-prohibited, IPv6", icmp6(1, 1), answer{state: Filtered, reason: AdminProhibited}},
		{"beyond-scope, IPv6", icmp6(1, 2), answer{state: Filtered, reason: BeyondScope}},
		{"host-unreach, IPv6", icmp6(1, 3), answer{state: Filtered, reason: HostUnreach}},
		{"port-unreach, IPv6", icmp6(1, 4), answer{state: Filtered, reason: PortUnreach}},
		{"a policy, IPv6", icmp6(1, 5), answer{state: Filtered, reason: AdminProhibited}},
		{"reject-route, IPv6", icmp6(1, 6), answer{state: Filtered, reason: RejectRoute}},
		{"time-exceeded, IPv6", icmp6(3, 0), answer{state: Filtered, reason: TimeExceeded}},
		{"echo request, IPv6", icmp6(128, 0), answer{}},
		{"a quote with a wrong cookie", quote(t, router4, us4, them4, 3, 3, testPort, 25, 1, 0), answer{}},
		{"a quote that is too short", quote(t, router4, us4, them4, 3, 3, testPort, 25, seqOf(us4, them4, testPort, 25), 27), answer{}},
		{"a quote of another port", quote(t, router4, us4, them4, 3, 3, 1000, 25, seqOf(us4, them4, 1000, 25), 0), answer{}},
	}
	for _, tt := range tests {
		var f dissect.Frame
		f.DecodeBytes(packet.Raw, tt.b)
		got, ok := testJudge.judge(&f)
		if ok != (tt.want.state != 0) {
			t.Errorf("%s: answer %v, %+v", tt.name, ok, got)
			continue
		}
		if !ok {
			continue
		}
		want := tt.want
		them := them4
		if f.Network == dissect.ProtoIPv6 {
			them = them6
		}
		want.dst = toAddr128(them)
		if want.state == Filtered {
			want.ttl, want.port, want.srcPort = 63, 25, testPort
			want.from = f.Src()
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, want)
		}
	}
}

// TestQuoteByTarget checks that an ICMP error of the target itself names
// nobody else.
func TestQuoteByTarget(t *testing.T) {
	var f dissect.Frame
	f.DecodeBytes(packet.Raw, quote(t, them4, us4, them4, 3, 3, testPort, 83, seqOf(us4, them4, testPort, 83), 0))
	a, ok := testJudge.judge(&f)
	if !ok || a.from.IsValid() {
		t.Errorf("answer %v, %+v", ok, a)
	}
}

func TestReasonWords(t *testing.T) {
	seen := map[string]bool{}
	for r := SynAck; r < reasonCount; r++ {
		w := r.String()
		if w == "" || w == "unknown" || seen[w] {
			t.Errorf("reason %d is called %q", r, w)
		}
		seen[w] = true
	}
	if Reason(0).String() != "unknown" || reasonCount.String() != "unknown" || State(0).String() != "unknown" {
		t.Error("what is not a reason or state has a name")
	}
}

// FuzzVerdict checks that no packet is taken for an answer unless the cookie
// of the probe that it claims to answer stands in it, and that what was cut
// off never matters.
func FuzzVerdict(f *testing.F) {
	f.Add(reply(f, them4, us4, &layers.TCP{SrcPort: 80, DstPort: testPort, SYN: true, ACK: true, Ack: seqOf(us4, them4, testPort, 80) + 1}))
	f.Add(reply(f, them6, us6, &layers.TCP{SrcPort: 80, DstPort: testPort, RST: true, ACK: true, Ack: seqOf(us6, them6, testPort, 80) + 1}))
	f.Add(quote(f, router4, us4, them4, 3, 13, testPort, 25, seqOf(us4, them4, testPort, 25), 0))
	f.Add(quote(f, router6, us6, them6, 1, 4, testPort, 25, seqOf(us6, them6, testPort, 25), 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		var fr dissect.Frame
		fr.DecodeBytes(packet.Raw, b)
		a, ok := testJudge.judge(&fr)
		if !ok {
			return
		}
		if a.srcPort < testPort || a.srcPort >= testPort+4 || a.state == 0 || a.reason == 0 {
			t.Fatalf("%+v", a)
		}
		// The cookie depends on our address, which is in the packet or its
		// quote: one of these has to fit.
		us := []netip.Addr{fr.Dst()}
		if a.state == Filtered {
			n := 8
			if len(fr.Body) >= n {
				var v4 dissect.IPv4
				v4.Decode(fr.Body[n:])
				var v6 dissect.IPv6
				v6.Decode(fr.Body[n:])
				us = append(us, v4.SrcAddr(), v6.SrcAddr())
			}
		}
		found := false
		want := make([]byte, 4)
		for _, u := range us {
			s := uint32(testJudge.key.from(toAddr128(u)).seq(a.dst, a.srcPort, a.port))
			if a.state != Filtered {
				s++
			}
			want[0], want[1], want[2], want[3] = byte(s>>24), byte(s>>16), byte(s>>8), byte(s)
			for i := 0; i+4 <= len(b); i++ {
				found = found || string(b[i:i+4]) == string(want)
			}
		}
		if !found {
			t.Fatalf("%+v is no answer to a probe", a)
		}
	})
}

func TestJudgeDoesNotAllocate(t *testing.T) {
	b := quote(t, router4, us4, them4, 3, 13, testPort, 25, seqOf(us4, them4, testPort, 25), 0)
	var f dissect.Frame
	if n := testing.AllocsPerRun(100, func() {
		f.DecodeBytes(packet.Raw, b)
		if _, ok := testJudge.judge(&f); !ok {
			t.Fatal("no answer")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkJudge(b *testing.B) {
	data := reply(b, them4, us4, &layers.TCP{SrcPort: 80, DstPort: testPort, SYN: true, ACK: true, Ack: seqOf(us4, them4, testPort, 80) + 1})
	var f dissect.Frame
	for b.Loop() {
		f.DecodeBytes(packet.Raw, data)
		testJudge.judge(&f)
	}
}

// TestReplyFilter checks that the kernel's filter lets every kind of answer
// through, and not what has nothing to do with the scan.
func TestReplyFilter(t *testing.T) {
	p, err := filter.Compile(replyFilter(testPort, 4), filter.Options{LinkType: packet.Raw, Live: true})
	if err != nil {
		t.Fatal(err)
	}
	synack := func(us, them netip.Addr, port layers.TCPPort) []byte {
		return reply(t, them, us, &layers.TCP{SrcPort: 80, DstPort: port, SYN: true, ACK: true})
	}
	tests := []struct {
		name string
		b    []byte
		want bool
	}{
		{"SYN-ACK", synack(us4, them4, testPort), true},
		{"SYN-ACK to the last port", synack(us4, them4, testPort+3), true},
		{"SYN-ACK, IPv6", synack(us6, them6, testPort+1), true},
		{"SYN-ACK to a port above", synack(us4, them4, testPort+4), false},
		{"SYN-ACK to a port below", synack(us6, them6, testPort-1), false},
		{"ICMP", quote(t, router4, us4, them4, 3, 13, testPort, 25, 0, 0), true},
		{"ICMPv6", quote(t, router6, us6, them6, 1, 4, testPort, 25, 0, 0), true},
		{"neighbour advertisement", advertisement(t, 255, nil)[14:], true},
	}
	for _, tt := range tests {
		if got := p.Run(tt.b, uint32(len(tt.b)), filter.Meta{}) != 0; got != tt.want {
			t.Errorf("%s: accepted %v", tt.name, got)
		}
	}
}
