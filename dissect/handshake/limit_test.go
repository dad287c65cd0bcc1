package handshake

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// TestFlowCap sends far more connection attempts than a tracker may remember.
func TestFlowCap(t *testing.T) {
	const limit, attempts = 100, 5000
	events := map[State]int{}
	evicted := 0
	tr := New(Options{MaxFlows: limit, Report: func(e *Event) {
		if !e.State.Outcome() {
			return
		}
		events[e.State]++
		if e.Flags&FlagEvicted != 0 {
			evicted++
		}
	}})
	for i := range attempts {
		s := with(cSyn(float64(i)/10), func(s *step) { s.port = uint16(1000 + i) })
		p := s.packet()
		tr.Add(&p)
		if sum := tr.Summary(); sum.Tracked > limit || sum.Pending > limit/2 {
			t.Fatalf("after %d SYNs %d flows are remembered, %d without an outcome", i+1, sum.Tracked, sum.Pending)
		}
	}
	tr.Flush(packet.Time{})
	if events[Unanswered] != attempts || evicted < attempts-limit {
		t.Errorf("%d SYNs gave %v, %d of them evicted", attempts, events, evicted)
	}
	if n := len(tr.tab.flows); n > limit+2 {
		t.Errorf("the table has grown to %d flows", n)
	}
}

// TestMidstreamCap does the same with connections that are open already.
func TestMidstreamCap(t *testing.T) {
	tr := New(Options{MaxFlows: 10})
	for i := range 1000 {
		s := step{at: float64(i), from: 'c', flags: "A", seq: 1, ack: 1, port: uint16(1000 + i)}
		p := s.packet()
		tr.Add(&p)
	}
	if s := tr.Summary(); s.Tracked != 10 || s.Midstream != 1000 || s.Evicted != 990 {
		t.Errorf("summary %+v", s)
	}
}

// TestForgetting sees that silent connections leave the table in time.
func TestForgetting(t *testing.T) {
	r := newRecorder(Options{})
	r.steps(cSyn(0), sSynAck(1), cAck(2))
	r.steps(with(cSyn(3), func(s *step) { s.port = 40001 }), step{at: 4, from: 's', flags: "RA", ack: 101, port: 40001})
	if n := r.t.Summary().Tracked; n != 2 {
		t.Fatalf("%d flows are remembered, want 2", n)
	}
	r.t.Advance(at(3 * 60 * second))
	if n := r.t.Summary().Tracked; n != 1 {
		t.Errorf("after 3 minutes %d flows are remembered, want the open one", n)
	}
	r.t.Advance(at(62 * 60 * second))
	if n := r.t.Summary().Tracked; n != 0 {
		t.Errorf("after an hour %d flows are remembered", n)
	}
}

// TestTable compares the table with a map through random use.
func TestTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	tab := newTable(99)
	have := map[key]uint32{}
	for i := range 20000 {
		var k key
		k.ends[0].port, k.ends[1].port = uint16(rng.IntN(40)), uint16(rng.IntN(40))
		hash := k.hash(tab.seed)
		n := tab.find(&k, hash)
		if n != have[k] {
			t.Fatalf("step %d: found flow %d, want %d", i, n, have[k])
		}
		switch {
		case n == 0:
			have[k] = tab.add(&k, hash, int64(i))
			tab.addRetry(&tab.flows[have[k]], 1, 2)
		case rng.IntN(2) == 0:
			tab.remove(n)
			delete(have, k)
		default:
			tab.move(n, uint8(rng.IntN(int(listCount))), int64(i))
		}
	}
	total := 0
	for l := range tab.lists {
		li := &tab.lists[l]
		count, last := 0, int64(-1)
		prev := uint32(0)
		for n := li.head; n != 0; n = tab.flows[n].next {
			f := &tab.flows[n]
			if f.touched < last || f.prev != prev || f.list != uint8(l) {
				t.Fatalf("list %d is out of order at flow %d", l, n)
			}
			last, prev = f.touched, n
			count++
		}
		if count != li.n || li.tail != prev {
			t.Errorf("list %d has %d flows and says %d", l, count, li.n)
		}
		total += count
	}
	if total != len(have) || tab.used != len(have) {
		t.Errorf("%d flows in lists, %d used, want %d", total, tab.used, len(have))
	}
	if len(tab.retries) > 40*40+1 {
		t.Errorf("%d entries for retransmissions of at most 1600 flows", len(tab.retries))
	}
}

// TestManyRetransmissions has more SYNs than are remembered singly.
func TestManyRetransmissions(t *testing.T) {
	r := newRecorder(Options{})
	for i := range 12 {
		r.steps(with(cSyn(float64(i)*1000), func(s *step) { s.options = timestamps(uint32(1+i), 0) }))
	}
	r.steps(with(sSynAck(11030), func(s *step) { s.options = timestamps(9, 12) }), cAck(11031))
	r.want(t, "11.031 s ESTABLISHED rtt 31.000 ms (server 30.000 ms, client 1.000 ms), 12 SYNs (gaps "+
		strings.TrimSuffix(strings.Repeat("1000.000 ms, ", 7), ", ")+", ...), setup 11.031 s, ts")
}

func TestScopes(t *testing.T) {
	// One handshake, its packets on two interfaces: ByInterface sees halves.
	steps := []step{cSyn(0), with(sSynAck(1), func(s *step) { s.iface = 1 }), with(cAck(2), func(s *step) { s.iface = 1 })}
	for _, tc := range []struct {
		o    Options
		want []string
	}{
		{Options{}, []string{"2.000 ms ESTABLISHED rtt 2.000 ms (server 1.000 ms, client 1.000 ms)"}},
		{Options{ByInterface: true}, []string{"2.000 ms ESTABLISHED rtt ? (server ?, client 1.000 ms) [syn-unseen]", "2.000 ms UNANSWERED after 2.000 ms"}},
	} {
		r := newRecorder(tc.o)
		r.steps(steps...)
		r.t.Flush(packet.Time{})
		r.want(t, tc.want...)
	}
	// And in two VLANs.
	vlan := func(p packet.Packet, id byte) packet.Packet {
		p.Data = append([]byte{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x81, 0, 0, id, 8, 0}, p.Data...)
		p.LinkType, p.WireLen = packet.Ethernet, uint32(len(p.Data))
		return p
	}
	for _, by := range []bool{false, true} {
		tr := New(Options{ByVLAN: by})
		a, b := steps[0].packet(), steps[0].packet()
		pa, pb := vlan(a, 7), vlan(b, 8)
		tr.Add(&pa)
		tr.Add(&pb)
		want := uint64(1)
		if by {
			want = 2
		}
		if n := tr.Summary().Attempts; n != want {
			t.Errorf("ByVLAN %v: %d attempts, want %d", by, n, want)
		}
	}
}

func TestHints(t *testing.T) {
	r := newRecorder(Options{})
	for i := range 60 {
		// One client, many ports of one server, all refused.
		s := with(cSyn(float64(i)*10), func(s *step) { s.port = 0 })
		p := s.packet()
		p.Data[22], p.Data[23] = 0, byte(i) // destination port
		r.t.Add(&p)
	}
	var got []string
	for _, l := range r.lines {
		if strings.Contains(l, "SCAN") {
			got = append(got, l)
		}
	}
	if len(got) != 1 || !strings.HasPrefix(got[0][strings.Index(got[0], " ms ")+4:], "192.0.2.1 > *: SCAN 3") {
		t.Errorf("a scan of 60 ports gave %q", got)
	}

	r = newRecorder(Options{})
	for i := range 1000 {
		s := with(cSyn(float64(i)), func(s *step) { s.port = uint16(1024 + i) })
		p := s.packet()
		p.Data[12], p.Data[13], p.Data[14] = 10, byte(i>>8), byte(i) // source address
		r.t.Add(&p)
	}
	if len(r.lines) != 1 || !strings.HasSuffix(r.lines[0], "* > 192.0.2.2.80: SYN_FLOOD 256 SYNs, 0 completed in 255.000 ms") {
		t.Errorf("a flood of 1000 SYNs gave %q", r.lines)
	}

	// A busy server that answers is neither.
	r = newRecorder(Options{})
	for i := range 1000 {
		for _, s := range []step{cSyn(float64(i)), sSynAck(float64(i) + .1), cAck(float64(i) + .2)} {
			s.port = uint16(1024 + i)
			r.steps(s)
		}
	}
	for _, l := range r.lines {
		if !strings.Contains(l, "ESTABLISHED") {
			t.Errorf("a busy server gave %q", l)
		}
	}
}

func TestPending(t *testing.T) {
	tr := New(Options{})
	for i, s := range []step{cSyn(0), with(cSyn(1), func(s *step) { s.port = 40001 }), sSynAck(2)} {
		_ = i
		p := s.packet()
		tr.Add(&p)
	}
	var got []string
	tr.Pending(func(e *Event) bool {
		got = append(got, e.Client.String()+" "+e.State.String())
		return true
	})
	if want := "192.0.2.1:40001 SYN_SENT|192.0.2.1:40000 SYN_RECEIVED"; strings.Join(got, "|") != want {
		t.Errorf("pending %q, want %q", got, want)
	}
}

// TestJSON sees that every event of every kind is one JSON object that tells
// what the line tells.
func TestJSON(t *testing.T) {
	seen := map[string]bool{}
	var out []byte
	const name = "e\"\x1b\u202e\\0\U0001f600"
	report := func(e *Event) {
		e.InterfaceName = name
		out = AppendJSON(out[:0], e)
		var m map[string]any
		d := json.NewDecoder(bytes.NewReader(out))
		if err := d.Decode(&m); err != nil || d.More() {
			t.Fatalf("%s: %v", out, err)
		}
		if m["event"] != e.State.String() {
			t.Errorf("%s: want event %s", out, e.State)
		}
		if m["schema"] != float64(Schema) || bytes.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("%s: want schema %d, and no control characters", out, Schema)
		}
		if e.State != Scan && e.State != SynFlood && (m["interface_id"] != float64(e.Interface) || m["interface"] != name) {
			t.Errorf("%s: want interface %d, %q", out, e.Interface, name)
		}
		seen[e.State.String()] = true
		if e.State == Established && e.ServerRTT >= 0 && m["server_rtt_ns"] != float64(e.ServerRTT) {
			t.Errorf("%s: want server_rtt_ns %d", out, e.ServerRTT)
		}
		if e.State == Unreachable && m["icmp"].(map[string]any)["name"] != e.ICMP.Name() {
			t.Errorf("%s: want %s", out, e.ICMP.Name())
		}
	}
	first := cSyn(0)
	syn := func(port uint16) step { return with(cSyn(0), func(s *step) { s.port = port }) }
	tr := New(Options{Steps: true, Closes: true, Midstream: true, Report: report})
	add := func(s step, port uint16) {
		s.port = port
		p := s.packet()
		tr.Add(&p)
	}
	add(with(first, func(s *step) { s.options = "020405b4 0402 080a 00000001 00000000 01 030307"; s.flags = "SEW" }), 1)
	add(with(sSynAck(1), func(s *step) { s.options = "020405b4 0402 c803 99"; s.flags = "SAE" }), 1)
	add(cAck(2), 1)
	add(step{at: 3, from: 's', flags: "R", seq: 901}, 1)
	add(step{at: 4, from: 's', flags: "PA", seq: 901, ack: 101, data: 5}, 1)
	add(first, 2)
	add(step{at: 3, from: 's', flags: "RA", ack: 101}, 2)
	s3 := syn(3)
	add(s3, 3)
	p := icmpPacket(5, 3, 13, 0, &s3)
	tr.Add(&p)
	add(first, 4)
	add(sSynAck(1), 4)
	add(step{at: 5, from: 'c', flags: "R", seq: 101}, 4)
	add(first, 5)
	add(step{at: 5, from: 's', flags: "S", seq: 900}, 5)
	add(cAck(6), 5)
	add(step{at: 7, from: 's', flags: "A", seq: 901, ack: 101}, 5)
	add(step{at: 7, from: 's', flags: "A", seq: 901, ack: 101}, 6)
	add(first, 7)
	add(sSynAck(1), 7)
	add(first, 8)
	tr.Advance(at(20000))
	add(first, 9)
	for i := range 300 {
		add(first, uint16(1000+i))
		q := with(first, func(s *step) { s.port = 0 })
		qp := q.packet()
		qp.Data[22], qp.Data[23] = 9, byte(i)
		tr.Add(&qp)
	}
	tr.Flush(packet.Time{})
	for s := SynSent; s < stateCount; s++ {
		if !seen[s.String()] {
			t.Errorf("no event %s", s)
		}
	}
}

// steady is a capture of open connections with handshakes between them, in
// frames that need no further memory.
func steady() []packet.Packet {
	var out []packet.Packet
	for i := range 64 {
		port := uint16(2000 + i)
		for _, s := range []step{cSyn(0), cSyn(0), sSynAck(0), cAck(0),
			{from: 'c', flags: "PA", seq: 101, ack: 901, data: 100}, {from: 's', flags: "A", seq: 901, ack: 201}, {from: 's', flags: "PA", seq: 901, ack: 201, data: 1000},
			{from: 'c', flags: "A", seq: 201, ack: 1901}, {from: 'c', flags: "FA", seq: 201, ack: 1901}, {from: 's', flags: "FA", seq: 1901, ack: 202}} {
			s.port = port
			out = append(out, s.packet())
		}
	}
	return out
}

func TestNoAllocations(t *testing.T) {
	packets := steady()
	var line []byte
	tr := New(Options{Closes: true, Report: func(e *Event) { line = AppendJSON(AppendText(line[:0], e), e) }})
	frames := make([]dissect.Frame, len(packets))
	for i := range packets {
		frames[i].Decode(&packets[i])
	}
	round := 0.0
	run := func() {
		round++
		for i := range packets {
			packets[i].Time = at(round*1000 + float64(i)/10)
			frames[i].TCP.Seq += 100000
			frames[i].TCP.Ack += 100000
			tr.AddFrame(&frames[i], &packets[i])
		}
	}
	run()
	run()
	if n := testing.AllocsPerRun(20, run); n != 0 {
		t.Errorf("%v allocations in %d packets", n, len(packets))
	}
	if s := tr.Summary(); s.Outcomes[Established] < 64*20 {
		t.Errorf("only %d handshakes", s.Outcomes[Established])
	}
}
