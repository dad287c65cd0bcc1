package text

import (
	"encoding/binary"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// A segment is what TestTCPFlow sends: from the client, port 1234, or from the
// server, port 99, that has four bytes of data or none.
type segment struct {
	server   bool
	flags    byte
	seq, ack uint32
	data     bool
	sack     bool // says that it has 100 to 200 from ack on
}

func (s *segment) packet(ipv6 bool) *packet.Packet {
	var b []byte
	client, server := [16]byte{10, 0, 0, 1}, [16]byte{10, 0, 0, 2}
	src, dst, sport, dport := client, server, uint16(1234), uint16(99)
	if s.server {
		src, dst, sport, dport = dst, src, dport, sport
	}
	var opts, data []byte
	if s.sack {
		opts = binary.BigEndian.AppendUint32([]byte{1, 1, 5, 10}, s.ack+100)
		opts = binary.BigEndian.AppendUint32(opts, s.ack+200)
	}
	if s.data {
		data = []byte("abcd")
	}
	length := 20 + len(opts) + len(data)
	if ipv6 {
		b = append(b, 0x60, 0, 0, 0, 0, byte(length), 6, 64)
		b = append(append(b, src[:]...), dst[:]...)
	} else {
		b = append(b, 0x45, 0, 0, byte(20+length), 0, 1, 0, 0, 64, 6, 0, 0)
		b = append(append(b, src[:4]...), dst[:4]...)
	}
	b = binary.BigEndian.AppendUint16(b, sport)
	b = binary.BigEndian.AppendUint16(b, dport)
	b = binary.BigEndian.AppendUint32(b, s.seq)
	b = binary.BigEndian.AppendUint32(b, s.ack)
	b = append(b, byte(5+len(opts)/4)<<4, s.flags, 2, 0, 0, 0, 0, 0)
	b = append(append(b, opts...), data...)
	return &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw}
}

// numbers returns what a View prints of the segments, one of them a line,
// without what does not change.
func numbers(v *View, ipv6 bool, segments []segment) string {
	var out strings.Builder
	for i := range segments {
		s := string(v.Append(nil, segments[i].packet(ipv6)))
		_, s, _ = strings.Cut(s, "Flags ")
		s, _, _ = strings.Cut(s, ", length")
		out.WriteString(strings.ReplaceAll(s, ", win 512", "") + "\n")
	}
	return out.String()
}

func TestTCPFlow(t *testing.T) {
	const (
		syn, ack, synack, fin, rst = 2, 16, 18, 17, 4
	)
	for _, tc := range []struct {
		name     string
		segments []segment
		want     string
	}{
		{"handshake", []segment{
			{flags: syn, seq: 1000},
			{server: true, flags: synack, seq: 5000, ack: 1001},
			{flags: ack, seq: 1001, ack: 5001},
			{flags: ack, seq: 1001, ack: 5001, data: true},
			{server: true, flags: ack, seq: 5001, ack: 1005, data: true},
			{flags: fin, seq: 1005, ack: 5005},
		}, "[S], seq 1000\n[S.], seq 5000, ack 1001\n[.], ack 1\n[.], seq 1:5, ack 1\n[.], seq 1:5, ack 5\n[F.], seq 5, ack 5\n"},
		{"seen in the middle", []segment{
			{server: true, flags: ack, seq: 1000, ack: 5000, data: true},
			{flags: ack, seq: 5000, ack: 1004, data: true},
			{server: true, flags: ack, seq: 1004, ack: 5004, data: true},
		}, "[.], seq 1000:1004, ack 5000\n[.], seq 1:5, ack 4\n[.], seq 4:8, ack 5\n"},
		{"no ACK flag, no state", []segment{
			{flags: 8, seq: 1000, ack: 77, data: true},
			{server: true, flags: ack, seq: 5000, ack: 1004, data: true},
			{flags: rst, seq: 1004},
			{flags: ack, seq: 1004, ack: 5004, data: true},
		}, "[P], seq 1000:1004\n[.], seq 5000:5004, ack 1004\n[R], seq 1004\n[.], seq 1:5, ack 4\n"},
		{"another SYN", []segment{
			{flags: ack, seq: 1001, ack: 5001},
			{flags: syn, seq: 9000},
			{flags: ack, seq: 9001, ack: 5001, data: true},
			{server: true, flags: synack, seq: 7000, ack: 9001},
			{flags: ack, seq: 9001, ack: 7001, data: true},
		}, "[.], ack 5001\n[S], seq 9000\n[.], seq 8000:8004, ack 1\n[S.], seq 7000, ack 9001\n[.], seq 1:5, ack 1\n"},
		{"SACK is relative at once", []segment{
			{flags: ack, seq: 1001, ack: 5001, sack: true},
			{server: true, flags: ack, seq: 5001, ack: 1001, sack: true},
		}, "[.], ack 5001, options [nop,nop,sack 1 {101:201}]\n[.], ack 0, options [nop,nop,sack 1 {100:200}]\n"},
		{"wrap", []segment{
			{flags: ack, seq: 0xfffffffe, ack: 0xffffffff, data: true},
			{flags: ack, seq: 2, ack: 3, data: true},
		}, "[.], seq 4294967294:2, ack 4294967295\n[.], seq 4:8, ack 5\n"},
	} {
		for _, ipv6 := range []bool{false, true} {
			if got := numbers(New(Options{}), ipv6, tc.segments); got != tc.want {
				t.Errorf("%s, IPv6 %v: printed\n%swant\n%s", tc.name, ipv6, got, tc.want)
			}
		}
	}
	got := numbers(New(Options{AbsoluteSeq: true}), false, []segment{
		{flags: ack, seq: 1000, ack: 5000, data: true, sack: true},
		{flags: ack, seq: 1004, ack: 5000, data: true},
	})
	if want := "[.], seq 1000:1004, ack 5000, options [nop,nop,sack 1 {5100:5200}]\n[.], seq 1004:1008, ack 5000\n"; got != want {
		t.Errorf("absolute: printed\n%swant\n%s", got, want)
	}
}

// TestFlowTable puts in more flows than the table holds: it must stay at its
// size, know the last ones and have forgotten the first.
func TestFlowTable(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	var table flowTable[flowKey4]
	get := func(i uint32) (*flow, bool) {
		var k flowKey4
		binary.BigEndian.PutUint32(k[:], i)
		return table.get(k, mix(1, uint64(i)))
	}
	const n = 2 * maxFlowSlots
	for i := range uint32(n) {
		f, fresh := get(i)
		if !fresh {
			t.Fatalf("flow %d was known before it came", i)
		}
		f.low = i
	}
	if len(table.young) != maxFlowSlots || len(table.old) != maxFlowSlots {
		t.Fatalf("the tables have %d and %d slots, want %d", len(table.young), len(table.old), maxFlowSlots)
	}
	if f, fresh := get(n - maxFlowSlots/2); fresh || f.low != n-maxFlowSlots/2 {
		t.Error("a flow that was seen of late is forgotten")
	}
	if _, fresh := get(0); !fresh {
		t.Error("the first flow is still known")
	}
	if a := testing.AllocsPerRun(100, func() { get(n - 1) }); a != 0 {
		t.Errorf("%v allocations to find a flow", a)
	}
}

func BenchmarkTCPFlow(b *testing.B) {
	v := New(Options{Time: TimeNone})
	s := segment{flags: 16, seq: 1000, ack: 5000, data: true}
	pkt := s.packet(false)
	out := make([]byte, 0, 1<<12)
	b.ReportAllocs()
	for b.Loop() {
		out = v.Append(out[:0], pkt)
	}
}
