package inject

import (
	"context"
	"encoding/binary"
	"errors"
	"net/netip"
	"testing"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A fakeNet is a transmitter whose other end answers at once: what answer
// returns for a probe is received, as raw IP, before flush returns.
type fakeNet struct {
	s      *Scanner
	bufs   [][]byte
	n      int
	answer func(f *dissect.Frame, try int) [][]byte
	sent   int
	refuse bool
}

func (f *fakeNet) slot() []byte       { return f.bufs[f.n] }
func (f *fakeNet) add(addr128)        { f.n++ }
func (f *fakeNet) frames() int        { return f.n }
func (f *fakeNet) frame(i int) []byte { return f.bufs[i] }

func (f *fakeNet) flush() (refused int, err error) {
	var b packet.Batch
	now := packet.FromGo(time.Now().Add(time.Millisecond))
	for i := range f.n {
		f.sent++
		if f.answer == nil {
			continue
		}
		var fr dissect.Frame
		fr.DecodeBytes(packet.Raw, f.bufs[i])
		for _, a := range f.answer(&fr, int(fr.TCP.SrcPort-f.s.judge.basePort)) {
			b.Packets = append(b.Packets, packet.Packet{Data: a, LinkType: packet.Raw, Time: now, Direction: packet.In})
		}
	}
	if len(b.Packets) > 0 {
		var fr dissect.Frame
		f.s.receive(&b, nil, &fr)
	}
	if f.refuse {
		refused = f.n
	}
	f.n = 0
	return refused, nil
}

// newFakeScan returns a scanner over a plan without sockets.
func newFakeScan(t testing.TB, c Config, ports []uint16, answer func(*dissect.Frame, int) [][]byte) (*Scanner, *fakeNet) {
	t.Helper()
	if c.Notice == nil {
		c.Notice = func(s string) { t.Error("unexpected notice: ", s) }
	}
	r := &route{device: &device{name: "fake0", mtu: 1500}, gateway: router4, source: us4}
	p, err := newPlan([]segment{segmentOf(t, r, "10.0.0.0", "10.0.0.63"), segmentOf(t, r, "10.0.1.0", "10.0.1.63")}, ports)
	if err != nil {
		t.Fatal(err)
	}
	s := &Scanner{
		cfg: c, plan: p, order: newOrder(p.probes, 77, c.Sequential), judge: testJudge, pacer: newPacer(MaxRate),
		complete: make(chan struct{}, 1), resolved: make(chan struct{}, 1), pending: map[neighbourKey]*[6]byte{},
		began: time.Now(),
	}
	s.beganWall = s.began.UnixMicro()
	tmpl, err := newTemplate(us4, false, [6]byte{}, 1500)
	if err != nil {
		t.Fatal(err)
	}
	net := &fakeNet{s: s, answer: answer}
	for range batchSize {
		net.bufs = append(net.bufs, append([]byte(nil), tmpl.frame...))
	}
	e := &egress{device: r.device, source: us4, template: tmpl, cookie: s.judge.key.from(toAddr128(us4)), tx: net}
	s.egresses = []*egress{e}
	for i := range p.segments {
		p.segments[i].egress = e
	}
	return s, net
}

// tcpAnswer makes the answer of a host to a probe.
func tcpAnswer(probe *dissect.Frame, flags dissect.TCPFlags) []byte {
	b := make([]byte, 40)
	b[0], b[8], b[9] = 0x45, 60, 6
	binary.BigEndian.PutUint16(b[2:], 40)
	copy(b[12:], probe.IPv4.Dst[:])
	copy(b[16:], probe.IPv4.Src[:])
	binary.BigEndian.PutUint16(b[20:], probe.TCP.DstPort)
	binary.BigEndian.PutUint16(b[22:], probe.TCP.SrcPort)
	binary.BigEndian.PutUint32(b[28:], probe.TCP.Seq+1)
	b[32], b[33] = 5<<4, byte(flags)
	return b
}

// testWorld answers by port: 80 open, 25 silent, 111 by a router, the rest
// closed.
func testWorld(f *dissect.Frame, _ int) [][]byte {
	switch f.TCP.DstPort {
	case 80:
		// Twice: the second is late.
		a := tcpAnswer(f, dissect.FlagSYN|dissect.FlagACK)
		return [][]byte{a, a}
	case 25:
		return nil
	case 111:
		b := make([]byte, 28+28)
		b[0], b[8], b[9] = 0x45, 61, 1
		binary.BigEndian.PutUint16(b[2:], uint16(len(b)))
		copy(b[12:], router4.AsSlice())
		copy(b[16:], f.IPv4.Src[:])
		b[20], b[21] = 3, 13
		// The quote: an IP header and 8 bytes.
		q := b[28:]
		q[0], q[9] = 0x45, 6
		copy(q[12:], f.IPv4.Src[:])
		copy(q[16:], f.IPv4.Dst[:])
		copy(q[20:], f.Body[:8])
		return [][]byte{b}
	}
	return [][]byte{tcpAnswer(f, dissect.FlagRST|dissect.FlagACK)}
}

func TestScan(t *testing.T) {
	ports := []uint16{22, 25, 80, 111}
	for _, sequential := range []bool{false, true} {
		s, net := newFakeScan(t, Config{Wait: time.Millisecond, Retries: 3, Sequential: sequential}, ports, testWorld)
		type key struct {
			a    netip.Addr
			port uint16
		}
		got := map[key]Result{}
		s.result = func(r Result) {
			k := key{r.Addr, r.Port}
			if old, ok := got[k]; ok {
				t.Fatalf("two verdicts on %v: %+v and %+v", k, old, r)
			}
			got[k] = r
		}
		if err := s.probeAll(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(got) != 128*4 {
			t.Fatalf("%d verdicts", len(got))
		}
		for k, r := range got {
			want := Result{Addr: k.a, Port: k.port, TTL: 60, Tries: 1, RTT: r.RTT}
			switch k.port {
			case 22:
				want.State, want.Reason = Closed, Reset
			case 25:
				want.State, want.Reason, want.TTL, want.Tries = Filtered, NoResponse, 0, 2
			case 80:
				want.State, want.Reason = Open, SynAck
			case 111:
				want.State, want.Reason, want.TTL, want.From = Filtered, AdminProhibited, 61, router4
			}
			if r != want {
				t.Errorf("%v: %+v, want %+v", k, r, want)
			}
			if (k.port != 25) != (r.RTT > 0) {
				t.Errorf("%v: round trip %v", k, r.RTT)
			}
		}
		// Every probe once, those to the silent port a second time; a third
		// is not worth it, as the second brought nothing.
		if net.sent != 128*5 {
			t.Errorf("%d probes sent", net.sent)
		}
		st := s.Progress()
		if st.Open != 128 || st.Closed != 128 || st.Filtered != 256 || st.Late != 128 || st.Sent != 128*5 || st.Done() != st.Probes {
			t.Errorf("statistics %+v", st)
		}
	}
}

// TestScanRetries loses each host's first answers: three of four hosts are
// found by a retry, and one only after two.
func TestScanRetries(t *testing.T) {
	lossy := func(f *dissect.Frame, try int) [][]byte {
		if try < int(f.IPv4.Dst[3]&3) {
			return nil
		}
		return testWorld(f, try)
	}
	s, net := newFakeScan(t, Config{Wait: time.Millisecond, Retries: 3}, []uint16{22}, lossy)
	tries := map[int]int{}
	s.result = func(r Result) {
		if r.State != Closed || r.Tries != int(r.Addr.As4()[3]&3)+1 {
			t.Errorf("%+v", r)
		}
		tries[r.Tries]++
	}
	if err := s.probeAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 4; n++ {
		if tries[n] != 32 {
			t.Errorf("%d hosts answered the probe number %d, want 32", tries[n], n)
		}
	}
	if net.sent != 128+96+64+32 {
		t.Errorf("%d probes sent", net.sent)
	}

	// Without retries they are filtered.
	s, net = newFakeScan(t, Config{Wait: time.Millisecond}, []uint16{22}, lossy)
	if err := s.probeAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if st := s.Progress(); st.Closed != 32 || st.Filtered != 96 || net.sent != 128 {
		t.Errorf("without retries: %+v, %d sent", st, net.sent)
	}
}

// TestScanUnresolved has hosts on a link that do not tell their hardware
// address: no probe is sent to them.
func TestScanUnresolved(t *testing.T) {
	s, net := newFakeScan(t, Config{Wait: time.Millisecond, Retries: 1}, []uint16{22, 80}, testWorld)
	d := &device{name: "fake0", mtu: 1500, ethernet: true}
	seg := &s.plan.segments[1]
	seg.route = &route{device: d, source: us4}
	seg.each = make([][6]byte, seg.n)
	seg.each[5] = hwThem
	var unreachable, closed int
	s.result = func(r Result) {
		if r.Reason == HostUnreach && r.State == Filtered && r.TTL == 0 && r.Tries == 0 {
			unreachable++
		}
		if r.State == Closed {
			closed++
		}
	}
	r := newRound(0, s.plan.probes)
	s.round = r
	if err := s.probeRound(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if unreachable != 63*2 || closed != 65 || net.sent != 65*2 {
		t.Errorf("%d unreachable, %d closed, %d probes sent", unreachable, closed, net.sent)
	}
}

func TestScanCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s, net := newFakeScan(t, Config{Wait: time.Hour, Retries: 1}, []uint16{22, 25}, testWorld)
	s.result = func(Result) {
		if net.sent > 50 {
			cancel()
		}
	}
	if err := s.probeAll(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if st := s.Progress(); st.Filtered != 0 || st.Closed == 0 {
		t.Errorf("after the interruption: %+v", st)
	}
	// While waiting for answers that never come.
	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	s, net = newFakeScan(t, Config{Wait: time.Hour}, []uint16{25}, func(*dissect.Frame, int) [][]byte { cancel(); return nil })
	if err := s.probeAll(ctx); !errors.Is(err, context.Canceled) || net.sent == 0 {
		t.Fatalf("error %v with %d sent", err, net.sent)
	}
}

func TestScanCountsRefused(t *testing.T) {
	s, net := newFakeScan(t, Config{Wait: time.Millisecond}, []uint16{22}, nil)
	net.refuse = true
	if err := s.probeAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if st := s.Progress(); st.Sent != 0 || st.SendErrors != 128 || st.Filtered != 128 {
		t.Errorf("%+v", st)
	}
}

// TestScanTrace checks that the tracer sees each probe and each answer.
func TestScanTrace(t *testing.T) {
	out, in := 0, 0
	s, _ := newFakeScan(t, Config{Wait: time.Millisecond, Trace: func(p *packet.Packet) {
		if p.LinkType != packet.Raw || len(p.Data) == 0 {
			t.Errorf("packet %+v", p)
		}
		switch p.Direction {
		case packet.Out:
			out++
		case packet.In:
			in++
		}
	}}, []uint16{22, 25}, testWorld)
	if err := s.probeAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if out != 256 || in != 128 {
		t.Errorf("%d probes and %d answers traced", out, in)
	}
}

// TestRoundsDoNotMix gives an answer to a probe of an earlier round.
func TestRoundsDoNotMix(t *testing.T) {
	s, net := newFakeScan(t, Config{Wait: time.Millisecond}, []uint16{22}, testWorld)
	s.result = func(r Result) {
		x, _ := s.plan.number(toAddr128(r.Addr), r.Port)
		if place := s.order.index(x); place < 64 {
			t.Errorf("a verdict on a probe of the first round: %+v", r)
		}
	}
	second := newRound(64, 64)
	s.round = second
	// The whole order is sent, the second half only is open.
	if err := s.pass(t.Context(), newRound(0, 128), 0); err != nil {
		t.Fatal(err)
	}
	if st := s.Progress(); st.Late != 64 || st.Closed != 64 || second.answered.Load() != 64 || net.sent != 128 {
		t.Errorf("%+v, %d sent", st, net.sent)
	}
}

func TestSendingDoesNotAllocate(t *testing.T) {
	s, net := newFakeScan(t, Config{}, []uint16{22, 80}, nil)
	r := newRound(0, s.plan.probes)
	s.round = r
	if n := testing.AllocsPerRun(20, func() {
		if err := s.pass(t.Context(), r, 0); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations in a pass of %d probes", n, s.plan.probes)
	}
	if net.sent == 0 {
		t.Error("nothing was sent")
	}
}

func TestReceivingDoesNotAllocate(t *testing.T) {
	s, _ := newFakeScan(t, Config{}, []uint16{22}, nil)
	r := newRound(0, s.plan.probes)
	s.round = r
	var probe dissect.Frame
	if err := s.pass(t.Context(), r, 0); err != nil {
		t.Fatal(err)
	}
	probe.DecodeBytes(packet.Raw, s.egresses[0].tx.frame(0))
	b := packet.Batch{Packets: []packet.Packet{{Data: tcpAnswer(&probe, dissect.FlagRST|dissect.FlagACK), LinkType: packet.Raw}}}
	var f dissect.Frame
	seen := 0
	s.result = func(Result) { seen++ }
	if n := testing.AllocsPerRun(100, func() {
		r.bits[0].Store(0)
		r.bits[1].Store(0)
		s.receive(&b, nil, &f)
	}); n != 0 {
		t.Errorf("%v allocations for an answer", n)
	}
	if seen != 101 {
		t.Errorf("%d verdicts", seen)
	}
}

func BenchmarkPass(b *testing.B) {
	s, _ := newFakeScan(b, Config{}, []uint16{22, 80}, nil)
	r := newRound(0, s.plan.probes)
	for b.Loop() {
		if err := s.pass(b.Context(), r, 0); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(s.plan.probes), "ns/probe")
}

func TestRetryRate(t *testing.T) {
	for _, tt := range []struct {
		answered uint64
		took     time.Duration
		want     float64
	}{
		{100000, time.Second, 100000},
		{100000, 2 * time.Second, 50000},
		{10, time.Second, 20000}, // nearly nobody is there
		{0, 0, 20000},
	} {
		if got := retryRate(tt.answered, tt.took); got != tt.want {
			t.Errorf("%d answers in %v: %v a second, want %v", tt.answered, tt.took, got, tt.want)
		}
	}
	// The rate holds for the retries of one round.
	s, _ := newFakeScan(t, Config{Rate: MaxRate, Wait: time.Millisecond, Retries: 1}, []uint16{25}, testWorld)
	s.pacer.now = func() time.Time {
		if s.pacer.rate != 20000 {
			t.Errorf("a retry at %v a second", s.pacer.rate)
		}
		return time.Now()
	}
	if err := s.probeAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if st := s.Progress(); s.pacer.rate != MaxRate || st.Sent != 256 {
		t.Errorf("afterwards the rate is %v, %+v", s.pacer.rate, st)
	}
}
