package talk

import (
	"encoding/binary"
	"hash/maphash"
	"net/netip"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// Options are what a tracker is asked for. The zero value has the defaults.
type Options struct {
	// Report is called with each event. The event is lent. It must not call
	// the tracker. Nil reports nothing.
	Report func(*Event)
	// MaxFlows bounds how many TCP connections are remembered; 0 means
	// DefaultMaxFlows.
	MaxFlows int
	// MaxQuestions bounds how many questions wait; 0 means
	// DefaultMaxQuestions.
	MaxQuestions int
	// Timeout is how long a question waits for its answer; 0 means
	// DefaultTimeout.
	Timeout time.Duration
	// Idle is how long a silent TCP connection is remembered; 0 means
	// DefaultIdle.
	Idle time.Duration
}

// Defaults of Options.
const (
	DefaultMaxFlows     = 1 << 14
	DefaultMaxQuestions = 1 << 14
	DefaultTimeout      = 5 * time.Second
	DefaultIdle         = 5 * time.Minute
)

// What bounds memory and work beside Options.
const (
	maxBuffered     = 32 << 20  // bytes for heads and held segments, of all flows
	maxAhead        = 1 << 30   // bytes that may be missing: a larger distance is no distance (RFC 7323 section 2.3)
	maxUnseen       = 4 << 20   // the same, of what only an acknowledgment tells
	maxHead         = 16 << 10  // bytes kept of the head of an HTTP message
	maxHeldBytes    = 256 << 10 // bytes held of one stream until a gap is filled
	maxHeldSegments = 128       // the same in segments
	segmentCost     = 128       // bytes that a held segment needs beside its data
	maxAsked        = 32        // requests of a flow whose times are kept
	maxQuestions    = 16        // questions of one message of multicast DNS
	maxSame         = 8         // questions that wait with the same endpoints and ID
	firstBuffer     = 1 << 10   // bytes of a new buffer for heads
	keepBuffer      = 4 << 10   // a larger buffer is not kept for another head
	maxSpare        = 64        // buffers that are kept
)

// holdFor is how long segments are held until what is missing before them is
// a gap: longer than the first retransmission takes.
const holdFor = int64(2 * time.Second)

// A Tracker follows conversations. It is used by one goroutine at a time.
type Tracker struct {
	opt           Options
	timeout, idle int64
	seed          maphash.Seed

	flows     lru[flow]
	byKey     map[key]*entry[flow]
	stalled   lru[*entry[flow]] // those with held segments
	spare     [][]byte          // buffers for heads
	buffered  int               // bytes of heads and held segments
	questions lru[question]
	byQuery   map[queryKey]*entry[question]

	now   int64 // latest packet time seen
	at    int64 // time of the present packet
	frame dissect.Frame
	// What is at hand of DNS; here, as they would escape from the stack.
	dnsHeader dissect.DNS
	question  question
	work      dissect.DNSWork
	ev        Event
}

// New returns a tracker.
func New(o Options) *Tracker {
	if o.MaxFlows <= 0 {
		o.MaxFlows = DefaultMaxFlows
	}
	if o.MaxQuestions <= 0 {
		o.MaxQuestions = DefaultMaxQuestions
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Idle <= 0 {
		o.Idle = DefaultIdle
	}
	return &Tracker{
		opt: o, spare: make([][]byte, 0, maxSpare), timeout: int64(o.Timeout), idle: int64(o.Idle), seed: maphash.MakeSeed(),
		byKey: map[key]*entry[flow]{}, byQuery: map[queryKey]*entry[question]{},
	}
}

// Add follows a packet.
func (t *Tracker) Add(p *packet.Packet) {
	t.at = nanos(p.Time)
	t.advance(t.at)
	f := &t.frame
	f.Decode(p)
	switch f.Transport {
	case dissect.ProtoTCP:
		t.tcp(f, p)
	case dissect.ProtoUDP:
		t.udp(f, p)
	}
}

// Advance says what time it is, when no packets do.
func (t *Tracker) Advance(now packet.Time) { t.advance(nanos(now)) }

// Flush ends the capture: messages that have not ended are reported as they
// are, questions without an answer as unanswered. now is the end of the
// capture, or the zero value for the time of the last packet.
func (t *Tracker) Flush(now packet.Time) {
	if now != (packet.Time{}) {
		t.advance(nanos(now))
	}
	for t.flows.first != nil {
		t.endFlow(t.flows.first)
	}
	for t.questions.first != nil {
		t.giveUp(t.questions.first, t.now, 0)
	}
}

// advance ends what has waited long enough.
func (t *Tracker) advance(now int64) {
	if now <= t.now {
		return
	}
	t.now = now
	for e := t.questions.first; e != nil && now-e.at >= t.timeout; e = t.questions.first {
		t.giveUp(e, e.at+t.timeout, 0)
	}
	for e := t.stalled.first; e != nil && now-e.at >= holdFor; e = t.stalled.first {
		t.overdue(e.v)
	}
	for e := t.flows.first; e != nil && now-e.at >= t.idle; e = t.flows.first {
		t.endFlow(e)
	}
}

func (t *Tracker) report(e *Event) {
	if t.opt.Report != nil {
		t.opt.Report(e)
	}
}

// An endpoint is an address and port; IPv4 addresses are mapped into IPv6.
type endpoint struct {
	addr [16]byte
	port uint16
}

func (e *endpoint) addrPort() netip.AddrPort {
	return netip.AddrPortFrom(netip.AddrFrom16(e.addr).Unmap(), e.port)
}

// ends returns the endpoints of a packet; ok is false if it is not IP.
func ends(f *dissect.Frame, sport, dport uint16) (src, dst endpoint, ok bool) {
	switch f.Network {
	case dissect.ProtoIPv4:
		return mapped(f.IPv4.Src, sport), mapped(f.IPv4.Dst, dport), true
	case dissect.ProtoIPv6:
		return endpoint{f.IPv6.Src, sport}, endpoint{f.IPv6.Dst, dport}, true
	}
	return src, dst, false
}

func mapped(a [4]byte, port uint16) endpoint {
	return endpoint{[16]byte{10: 0xff, 11: 0xff, 12: a[0], 13: a[1], 14: a[2], 15: a[3]}, port}
}

func (e *endpoint) after(o *endpoint) bool {
	be := binary.BigEndian
	if a, b := be.Uint64(e.addr[8:]), be.Uint64(o.addr[8:]); a != b {
		return a > b
	}
	if a, b := be.Uint64(e.addr[:]), be.Uint64(o.addr[:]); a != b {
		return a > b
	}
	return e.port > o.port
}

func outerVLAN(f *dissect.Frame) uint16 {
	if f.VLANCount == 0 {
		return 0
	}
	return f.VLANs[0]
}

// nanos returns nanoseconds since 1970; times that do not fit are the nearest
// that do.
func nanos(t packet.Time) int64 {
	const most = 9_000_000_000
	return min(max(t.Sec, -most), most)*1e9 + t.Nanos()
}

func timeOf(ns int64) packet.Time {
	sec, frac := ns/1e9, ns%1e9
	if frac < 0 {
		sec, frac = sec-1, frac+1e9
	}
	return packet.Time{Sec: sec, Frac: uint32(frac), Unit: packet.Nano}
}

// since returns how long after from the time to is; it is not known where from
// is not or time went backwards.
func since(to, from int64) time.Duration {
	if from == unknown || to < from {
		return -1
	}
	return time.Duration(to - from)
}
