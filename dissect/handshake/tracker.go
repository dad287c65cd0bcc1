package handshake

import (
	"hash/maphash"
	"math"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// Options are what a tracker is asked for. The zero value reports outcomes and
// hints only, with the defaults below.
type Options struct {
	// Report is called with each event, in the order of their times as far as
	// the packets are. The event is lent. It must not call the tracker. Nil
	// reports nothing; the summary counts all the same.
	Report func(*Event)

	Steps     bool // report SYNs and SYN-ACKs as they come
	Closes    bool // report how connections end
	Midstream bool // report connections that were open before

	// ByVLAN and ByInterface tell apart connections with the same addresses
	// and ports in different VLANs or on different interfaces.
	ByVLAN, ByInterface bool

	// MaxFlows bounds how many connections are remembered; 0 means
	// DefaultMaxFlows. At most half of them are without an outcome.
	MaxFlows int
	// Timeout is how long a SYN or SYN-ACK waits for an answer; 0 means
	// DefaultTimeout. An answer that comes later overtakes the verdict.
	Timeout time.Duration
	// Idle is how long a silent connection is remembered; 0 means DefaultIdle.
	Idle time.Duration
}

// Defaults of Options.
const (
	DefaultMaxFlows = 1 << 17
	DefaultTimeout  = 10 * time.Second
	DefaultIdle     = time.Hour
)

// linger is how long an attempt with an outcome is remembered for late
// answers: longer than the longest pause between two SYNs of Linux.
const linger = 2 * time.Minute

// again is how long after the end of an attempt a SYN with the same number
// begins another one: stateless scanners derive it from the addresses.
const again = int64(3 * time.Second)

// checkEvery is how often, in packet time, the timeouts are looked at.
const checkEvery = int64(10 * time.Millisecond)

// copyWithin is how far apart two captures of one packet are at most, where
// the packet has an identification; copyWithinBlind where it has none.
const (
	copyWithin      = int64(50 * time.Millisecond)
	copyWithinBlind = int64(5 * time.Millisecond)
)

// A Tracker follows TCP handshakes. It is used by one goroutine at a time.
type Tracker struct {
	opt       Options
	timeout   int64
	idle      int64
	tab       table
	hints     hints
	now       int64 // latest packet time seen
	nextCheck int64
	started   bool
	sum       Summary
	frame     dissect.Frame // of Add
	ev        Event
	gaps      [maxRetries]time.Duration
}

// New returns a tracker.
func New(o Options) *Tracker {
	if o.MaxFlows <= 0 {
		o.MaxFlows = DefaultMaxFlows
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Idle <= 0 {
		o.Idle = DefaultIdle
	}
	seed := maphash.Bytes(maphash.MakeSeed(), nil)
	return &Tracker{opt: o, timeout: int64(o.Timeout), idle: int64(o.Idle), tab: newTable(seed)}
}

// Add decodes a packet and follows it.
func (t *Tracker) Add(p *packet.Packet) {
	t.frame.Decode(p)
	t.AddFrame(&t.frame, p)
}

// AddFrame follows a packet that has been decoded.
func (t *Tracker) AddFrame(f *dissect.Frame, p *packet.Packet) {
	t.sum.Packets++
	t.advance(nanos(p.Time))
	switch f.Transport {
	case dissect.ProtoTCP:
		t.tcp(f, p)
	case dissect.ProtoICMP, dissect.ProtoICMPv6:
		t.icmp(f, p)
	}
}

// Advance says what time it is, when no packets do. Events that were waiting
// for that are reported.
func (t *Tracker) Advance(now packet.Time) { t.advance(nanos(now)) }

// Flush ends the capture: every attempt without an outcome is reported, those
// that nothing answered as Unanswered. now is the end of the capture, or the
// zero value for the time of the last packet.
func (t *Tracker) Flush(now packet.Time) {
	if now != (packet.Time{}) {
		t.advance(nanos(now))
	}
	t.expire(t.now)
	for n := t.tab.lists[listEmbryonic].head; n != 0; n = t.tab.lists[listEmbryonic].head {
		f := &t.tab.flows[n]
		t.giveUp(n, max(t.now, f.touched), 0, Unanswered)
	}
}

// Pending calls report with attempts that have no outcome yet, the oldest
// first, until it returns false. Their State is SynSent or SynReceived.
func (t *Tracker) Pending(report func(*Event) bool) {
	for n := t.tab.lists[listEmbryonic].head; n != 0; n = t.tab.flows[n].next {
		f := &t.tab.flows[n]
		s := SynSent
		if f.stage == stageSynReceived {
			s = SynReceived
		}
		if !report(t.event(f, s, t.now)) {
			return
		}
	}
}

// epoch is added to times, so that 0 can stand for "never" and files that begin
// at 0 work.
const epoch = int64(1) << 40

// nanos converts a packet's time, within the range of int64.
func nanos(t packet.Time) int64 {
	const limit = math.MaxInt64/int64(time.Second) - 10000
	return min(max(t.Sec, -limit), limit)*int64(time.Second) + t.Nanos() + epoch
}

// timeOf is the inverse of nanos.
func timeOf(ns int64) packet.Time {
	ns -= epoch
	sec, frac := ns/int64(time.Second), ns%int64(time.Second)
	if frac < 0 {
		sec, frac = sec-1, frac+int64(time.Second)
	}
	return packet.Time{Sec: sec, Frac: uint32(frac), Unit: packet.Nano}
}

// advance moves the clock. It never goes back: packets whose times do are
// taken as they come.
func (t *Tracker) advance(now int64) {
	if !t.started {
		t.started, t.now, t.nextCheck = true, now, now+checkEvery
		return
	}
	if now <= t.now {
		return
	}
	t.now = now
	if now >= t.nextCheck {
		t.expire(now)
		t.nextCheck = now + checkEvery
	}
}

// expire ends what has waited long enough. Every turn of a loop shortens its
// list.
func (t *Tracker) expire(now int64) {
	lists := &t.tab.lists
	for n := lists[listEmbryonic].head; n != 0; n = lists[listEmbryonic].head {
		f := &t.tab.flows[n]
		if now-f.touched < t.timeout {
			break
		}
		t.giveUp(n, f.touched+t.timeout, 0, TimedOut)
	}
	for n := lists[listDone].head; n != 0 && now-t.tab.flows[n].touched >= int64(linger); n = lists[listDone].head {
		t.tab.remove(n)
	}
	for n := lists[listOpen].head; n != 0 && now-t.tab.flows[n].touched >= t.idle; n = lists[listOpen].head {
		t.tab.remove(n)
	}
}

// giveUp reports an attempt that nobody answered; silent is the outcome where
// there was no SYN-ACK either.
func (t *Tracker) giveUp(n uint32, at int64, flags Flags, silent State) {
	f := &t.tab.flows[n]
	f.flags |= flags
	switch f.stage {
	case stageSynReceived:
		silent = HalfOpen
	case stageCrossing:
		if f.acked != 0 {
			silent = HalfOpen
		}
	}
	t.outcome(n, silent, at)
}

// outcome reports how an attempt ended and lets it linger.
func (t *Tracker) outcome(n uint32, s State, at int64) {
	f := &t.tab.flows[n]
	if f.outcome == s {
		t.tab.move(n, listDone, t.now)
		return
	}
	if f.outcome != 0 {
		f.flags |= FlagLate
		t.sum.Outcomes[f.outcome]--
	}
	f.outcome = s
	t.sum.Outcomes[s]++
	l := listDone
	if s == Established || s == Simultaneous {
		l = listOpen
		f.openedAt = at
		t.hints.completed(f)
	}
	e := t.event(f, s, at)
	t.sum.roundTrip(e)
	t.deliver(e)
	if l == listOpen {
		t.tab.forgetRetries(f)
	}
	t.tab.move(n, l, t.now)
}

// newFlow makes room for a flow and adds it.
func (t *Tracker) newFlow(k *key, hash uint32, f *dissect.Frame, p *packet.Packet, dir uint8) uint32 {
	lists := &t.tab.lists
	if lists[listEmbryonic].n >= (t.opt.MaxFlows+1)/2 {
		t.evict(lists[listEmbryonic].head)
	}
	if t.tab.used >= t.opt.MaxFlows {
		switch {
		case lists[listDone].head != 0:
			t.evict(lists[listDone].head)
		case lists[listOpen].head != 0:
			t.evict(lists[listOpen].head)
		default:
			t.evict(lists[listEmbryonic].head)
		}
	}
	n := t.tab.add(k, hash, t.now)
	fl := &t.tab.flows[n]
	fl.client = dir
	fl.iface = p.Interface
	if f.VLANCount > 0 {
		fl.vlan = f.VLANs[0]
	}
	return n
}

func (t *Tracker) evict(n uint32) {
	t.sum.Evicted++
	if t.tab.flows[n].list == listEmbryonic {
		t.giveUp(n, t.now, FlagEvicted, Unanswered)
	}
	t.tab.remove(n)
}

// since returns how long after from the time to is, or that it is not known.
func since(to, from int64) time.Duration {
	if to == 0 || from == 0 || to < from {
		return -1
	}
	return time.Duration(to - from)
}

// event fills the tracker's event from a flow.
func (t *Tracker) event(f *flow, s State, at int64) *Event {
	e := &t.ev
	*e = Event{
		State:     s,
		Flags:     f.flags,
		Time:      timeOf(at),
		Client:    f.key.ends[f.client].addrPort(),
		Server:    f.key.ends[f.client^1].addrPort(),
		VLAN:      f.vlan,
		Interface: f.iface,
		Attempt:   since(at, f.first),
		ServerRTT: since(f.synAckAt, f.synAt),
		ClientRTT: since(f.doneAt, f.synAckAt),
		TotalRTT:  since(f.doneAt, f.synAt),
		Syns:      int(f.syns),
		SynAcks:   int(f.synAcks),
		Copies:    int(f.copies),
		Side:      f.side,
		Effective: effective(&f.side[Client], &f.side[Server], f.accepted),
		AckData:   f.ackData,
		ResetBy:   f.resetBy,
		ICMP:      f.icmp,
		Bytes:     f.bytes,
		Duration:  since(at, f.openedAt),
		ConnState: f.connState(),
	}
	switch s {
	case Simultaneous:
		e.ClientRTT = since(f.crossAt, f.lastSynAck)
	case Established, Closed:
	default:
		e.ClientRTT, e.TotalRTT = -1, -1
	}
	if s != Closed {
		e.Duration = -1
	}
	if f.retries != 0 {
		r := &t.tab.retries[f.retries]
		prev := f.first
		for i, a := range r.at[:r.n] {
			t.gaps[i] = since(a, prev)
			prev = a
		}
		e.Gaps = t.gaps[:r.n]
	}
	e.historyBytes = f.history.text
	e.historyLen = f.history.n
	return e
}

func (t *Tracker) deliver(e *Event) {
	if t.opt.Report != nil {
		t.opt.Report(e)
	}
}
