package talk

import (
	"bytes"
	"slices"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A key names a connection, whoever sends: ends[0] is the lesser endpoint.
type key struct{ ends [2]endpoint }

// A flow is what is remembered of a connection. Streams are indexed by the end
// that sends.
type flow struct {
	key     key
	vlan    uint16
	iface   uint32
	dns     bool // by its port; HTTP is known by its bytes
	known   bool // a message was seen, and client is valid
	other   bool // it is neither, and to be forgotten
	client  uint8
	streams [2]stream
	asks    queue
	stall   *entry[*entry[flow]] // in Tracker.stalled iff there are held segments
}

// A stream is one direction of a connection.
type stream struct {
	seen   bool   // there was a packet of it
	begun  bool   // next is valid
	synced bool   // isn is valid
	closed bool   // FIN has come in order
	gap    bool   // the next message follows a gap
	before int64  // bytes before the next message that were not captured
	isn    uint32 // sequence number of the first byte
	next   uint32 // of the next byte
	ack    uint32 // what the sender of the latest bytes had received
	held   []segment
	bytes  int // of held segments, with segmentCost for each
	message
}

// A segment is held until those before it come, of both directions: what it
// acknowledges was sent before it.
type segment struct {
	seq, ack uint32
	acks     bool // ack is valid
	fin      bool
	data     []byte
	missing  int // bytes behind data that the capture cut off
	at       int64
}

// end returns the sequence number behind a segment, without its FIN.
func (s *segment) end() uint32 { return s.seq + uint32(len(s.data)+s.missing) }

// tcp follows a segment.
func (t *Tracker) tcp(f *dissect.Frame, p *packet.Packet) {
	h := &f.TCP
	if h.Captured < dissect.TCPLen || h.HeaderLen < dissect.TCPLen {
		return
	}
	src, dst, ok := ends(f, h.SrcPort, h.DstPort)
	if !ok {
		return
	}
	k, dir := key{[2]endpoint{src, dst}}, uint8(0)
	if src.after(&dst) {
		k.ends[0], k.ends[1], dir = dst, src, 1
	}
	syn, reset, acks := h.Flags&dissect.FlagSYN != 0, h.Flags&dissect.FlagRST != 0, h.Flags&dissect.FlagACK != 0
	s := segment{seq: h.Seq, ack: h.Ack, acks: acks, data: h.Payload, fin: h.Flags&dissect.FlagFIN != 0, at: t.at}
	s.missing = max(f.BodyLen-h.HeaderLen-len(h.Payload), 0)
	if syn {
		s.seq++
	}
	e := t.byKey[k]
	if e != nil && syn && e.v.streams[dir].renewed(s.seq, acks) {
		t.endFlow(e) // the ports are used anew
		e = nil
	}
	dns := h.SrcPort == portDNS || h.DstPort == portDNS
	if e == nil {
		if reset || !syn && !(len(s.data) > 0 && (dns || begins(s.data) == yes)) {
			return
		}
		e = t.newFlow(&k)
		e.v.dns, e.v.vlan, e.v.iface = dns, outerVLAN(f), p.Interface
	} else {
		t.flows.touch(e, t.now)
	}
	fl := &e.v
	st, o := &fl.streams[dir], &fl.streams[dir^1]
	st.seen = true
	if !st.begun {
		st.begun, st.next = true, s.seq
		if dns && !syn {
			st.phase = phaseLost
		}
	}
	if syn && !st.synced {
		st.synced, st.isn = true, s.seq
	}
	if acks && !o.begun && !reset {
		o.begun, o.next = true, h.Ack
	}
	t.segment(e, dir, &s)
	switch {
	case fl.other:
		t.drop(e)
	case reset:
		t.finish(fl)
	}
	for t.buffered > maxBuffered && t.flows.n > 0 {
		if t.stalled.first != nil {
			t.endFlow(t.stalled.first.v)
		} else {
			t.endFlow(t.flows.first)
		}
	}
}

// renewed reports whether a SYN, whose first byte is numbered seq, begins
// another connection than this stream's. ack is whether it is a SYN-ACK: those
// that answer with cookies may change their mind before there are data.
func (s *stream) renewed(seq uint32, ack bool) bool {
	const late = 1 << 20 // bytes that may have overtaken a SYN
	switch {
	case !s.begun:
		return false
	case !s.synced:
		return s.next-seq > late
	case s.isn != seq && ack && s.next == s.isn && len(s.held) == 0:
		s.isn, s.next = seq, seq
		return false
	}
	return s.isn != seq
}

// newFlow makes room for a flow and adds it.
func (t *Tracker) newFlow(k *key) *entry[flow] {
	if t.flows.n >= t.opt.MaxFlows {
		t.endFlow(t.flows.first)
	}
	e := t.flows.add(t.now)
	e.v.key = *k
	t.byKey[*k] = e
	return e
}

// endFlow reports what a flow has not ended yet, and forgets it.
func (t *Tracker) endFlow(e *entry[flow]) {
	t.finish(&e.v)
	t.drop(e)
}

// finish ends both streams of a flow, wherever they are. The flow stays, so
// that late copies of its segments are known for what they are.
func (t *Tracker) finish(f *flow) {
	for i := range f.streams {
		dir := uint8(i)
		if f.known {
			dir ^= f.client // requests first
		}
		for len(f.streams[dir].held) > 0 {
			t.fill(f, dir)
		}
		if !f.streams[dir].closed {
			t.close(f, dir, FlagIncomplete)
		}
	}
}

// drop forgets a flow.
func (t *Tracker) drop(e *entry[flow]) {
	f := &e.v
	for i := range f.streams {
		t.reset(&f.streams[i])
		t.buffered -= f.streams[i].bytes
	}
	t.settle(f)
	delete(t.byKey, f.key)
	*f = flow{}
	t.flows.remove(e)
}

// settle takes a flow from those that have held segments.
func (t *Tracker) settle(f *flow) {
	if f.stall != nil {
		t.stalled.remove(f.stall)
		f.stall = nil
	}
}

// early reports whether something is missing before a segment: bytes before it,
// or bytes of the other direction that its sender had.
func (f *flow) early(dir uint8, s *segment) bool {
	return int32(s.seq-f.streams[dir].next) > 0 || f.unseen(dir, s) > 0
}

// unseen returns how many bytes of the other direction are missing before a
// segment. Nothing is awaited of a direction that is not captured at all, nor
// are acknowledgments believed that are far off.
func (f *flow) unseen(dir uint8, s *segment) uint32 {
	o := &f.streams[dir^1]
	if n := s.ack - o.next; s.acks && o.seen && o.begun && !o.closed && n <= maxUnseen {
		return n
	}
	return 0
}

// segment puts a segment into its place.
func (t *Tracker) segment(e *entry[flow], dir uint8, s *segment) {
	f := &e.v
	st := &f.streams[dir]
	ahead := int32(s.seq - st.next)
	switch {
	case st.closed || len(s.data)+s.missing == 0 && !s.fin || ahead > maxAhead:
		return
	case int32(s.end()-st.next) < 0 || s.end() == st.next && !s.fin:
		return // a copy
	case !f.early(dir, s):
		t.deliver(f, dir, s)
	default:
		t.hold(e, st, s)
		for len(st.held) > 0 && (st.bytes > maxHeldBytes || len(st.held) > maxHeldSegments) {
			t.fill(f, dir)
		}
	}
	t.release(f)
}

// hold keeps a segment that came early, in order.
func (t *Tracker) hold(e *entry[flow], st *stream, s *segment) {
	i := len(st.held)
	for i > 0 && int32(st.held[i-1].seq-s.seq) > 0 {
		i--
	}
	if i > 0 && st.held[i-1].seq == s.seq && len(st.held[i-1].data) >= len(s.data) && (st.held[i-1].fin || !s.fin) {
		return // a copy
	}
	c := *s
	c.data = bytes.Clone(s.data)
	st.held = slices.Insert(st.held, i, c)
	st.bytes += len(c.data) + segmentCost
	t.buffered += len(c.data) + segmentCost
	if e.v.stall == nil {
		e.v.stall = t.stalled.add(t.now)
		e.v.stall.v = e
	}
}

// release delivers the held segments that have nothing missing before them any
// more: those of one direction may make way for those of the other.
func (t *Tracker) release(f *flow) {
	for progress := true; progress; {
		progress = false
		for i := range f.streams {
			dir := uint8(i)
			for st := &f.streams[dir]; len(st.held) > 0 && !f.early(dir, &st.held[0]); progress = true {
				s := st.held[0]
				copy(st.held, st.held[1:])
				st.held[len(st.held)-1] = segment{}
				st.held = st.held[:len(st.held)-1]
				if len(st.held) == 0 {
					st.held = nil
				}
				st.bytes -= len(s.data) + segmentCost
				t.buffered -= len(s.data) + segmentCost
				t.deliver(f, dir, &s)
			}
		}
	}
	if len(f.streams[0].held)+len(f.streams[1].held) == 0 {
		t.settle(f)
	}
}

// fill takes what is missing before the first held segment for lost, and
// delivers what follows.
func (t *Tracker) fill(f *flow, dir uint8) {
	st, o := &f.streams[dir], &f.streams[dir^1]
	s := &st.held[0]
	if ahead := int32(s.seq - st.next); ahead > 0 {
		t.miss(f, dir, uint32(ahead))
	} else if n := f.unseen(dir, s); n > 0 {
		switch {
		case len(o.held) == 0:
			t.miss(f, dir^1, n)
		case int32(o.held[0].seq-o.next) > 0:
			t.miss(f, dir^1, min(n, o.held[0].seq-o.next))
		default:
			s.acks = false // each was sent behind the other, as it seems
		}
	}
	t.release(f)
}

// miss skips n bytes that were not captured.
func (t *Tracker) miss(f *flow, dir uint8, n uint32) {
	t.lost(f, dir, int64(n), FlagGap)
	f.streams[dir].next += n
}

// overdue fills what was missing before segments that were held long enough.
func (t *Tracker) overdue(e *entry[flow]) {
	f := &e.v
	for dir := range f.streams {
		for st := &f.streams[dir]; len(st.held) > 0 && t.now-st.held[0].at >= holdFor; {
			t.fill(f, uint8(dir))
		}
	}
	if f.other {
		t.drop(e)
	} else if f.stall != nil {
		t.stalled.touch(f.stall, t.now-holdFor/2) // to look again soon
	}
}

// deliver consumes what is new in a segment that has none missing before it.
func (t *Tracker) deliver(f *flow, dir uint8, s *segment) {
	st := &f.streams[dir]
	if st.closed {
		return
	}
	end := s.end()
	if old := int(int32(st.next - s.seq)); old <= len(s.data) {
		if data := s.data[old:]; len(data) > 0 {
			st.ack = s.ack
			st.next += uint32(len(data))
			t.feed(f, dir, data, s.at)
		}
	}
	if n := int32(end - st.next); n > 0 {
		t.lost(f, dir, int64(n), FlagCut)
		st.next = end
	}
	if s.fin && end == st.next {
		t.close(f, dir, 0)
	}
}

// feed consumes the next bytes of a stream.
func (t *Tracker) feed(f *flow, dir uint8, data []byte, at int64) {
	if f.dns {
		t.feedDNS(f, dir, data, at)
	} else {
		t.feedHTTP(f, dir, data, at)
	}
}

// lost skips n bytes of a stream that were not captured; why is FlagGap or
// FlagCut.
func (t *Tracker) lost(f *flow, dir uint8, n int64, why Flags) {
	if !f.dns {
		t.lostHTTP(f, dir, n, why)
		return
	}
	st := &f.streams[dir]
	t.reset(st)
	st.phase = phaseLost
}

// close ends a stream. why is FlagIncomplete if there was no FIN.
func (t *Tracker) close(f *flow, dir uint8, why Flags) {
	st := &f.streams[dir]
	if !f.dns {
		t.closeHTTP(f, dir, why)
	}
	st.closed = true
	t.reset(st)
	t.buffered -= st.bytes
	st.bytes, st.held = 0, nil
}

// keep appends to the head of a stream's message.
func (t *Tracker) keep(st *stream, b []byte) {
	if st.head == nil {
		if n := len(t.spare); n > 0 {
			st.head, t.spare = t.spare[n-1], t.spare[:n-1]
		} else {
			st.head = make([]byte, 0, firstBuffer)
		}
		t.buffered += cap(st.head)
	}
	old := cap(st.head)
	st.head = append(st.head, b...)
	t.buffered += cap(st.head) - old
}

// reset forgets the head of a stream's message; its buffer serves the next one.
func (t *Tracker) reset(st *stream) {
	t.buffered -= cap(st.head)
	if cap(st.head) == firstBuffer && len(t.spare) < cap(t.spare) {
		t.spare = append(t.spare, st.head[:0])
	}
	st.message = message{}
}
