package talk

import (
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
	asked   [maxAsked]asked // a ring of requests that wait for their response
	first   int             // the oldest
	waiting int
	beyond  int // requests behind those that did not fit
}

// An asked is a request that waits for its response.
type asked struct {
	at     int64
	method method
}

// A stream is one direction of a connection.
type stream struct {
	begun  bool   // next is valid
	closed bool   // FIN has come in order
	gap    bool   // the next message follows a gap
	next   uint32 // sequence number of the next byte
	held   []segment
	heldAt int64 // when there began to be held segments
	bytes  int   // of held segments
	message
}

// A segment is held until those before it come.
type segment struct {
	seq     uint32
	data    []byte
	missing int // bytes behind data that the capture cut off
	fin     bool
	at      int64
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
	s := segment{seq: h.Seq, data: h.Payload, fin: h.Flags&dissect.FlagFIN != 0, at: t.at}
	s.missing = max(f.BodyLen-h.HeaderLen-len(h.Payload), 0)
	syn := h.Flags&dissect.FlagSYN != 0
	if syn {
		s.seq++
	}
	e := t.byKey[k]
	if e != nil && syn && e.v.streams[dir].begun && e.v.streams[dir].next != s.seq && h.Flags&dissect.FlagACK == 0 {
		t.endFlow(e) // the ports are used anew
		e = nil
	}
	dns := h.SrcPort == portDNS || h.DstPort == portDNS
	if e == nil {
		if h.Flags&dissect.FlagRST != 0 || !syn && !(len(s.data) > 0 && (dns || begins(s.data) == yes)) {
			return
		}
		e = t.newFlow(&k)
		fl := &e.v
		fl.dns, fl.vlan, fl.iface = dns, outerVLAN(f), p.Interface
		if !syn && h.Flags&dissect.FlagACK != 0 {
			o := &fl.streams[dir^1]
			o.begun, o.next = true, h.Ack
		}
	} else {
		t.flows.touch(e, t.now)
	}
	fl := &e.v
	st := &fl.streams[dir]
	if !st.begun {
		st.begun, st.next = true, s.seq
		if dns && !syn {
			st.phase = phaseLost
		}
	}
	t.segment(fl, dir, &s)
	if o := &fl.streams[dir^1]; len(o.held) > 0 && t.at-o.heldAt >= holdFor {
		t.fill(fl, dir^1, false)
	}
	switch {
	case fl.other:
		t.drop(e)
	case h.Flags&dissect.FlagRST != 0:
		t.finish(fl)
	}
	for t.buffered > maxBuffered && t.flows.first != nil {
		t.endFlow(t.flows.first)
	}
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
		if st := &f.streams[dir]; !st.closed {
			t.fill(f, dir, true)
			t.close(f, dir, FlagIncomplete)
		}
	}
}

// drop forgets a flow; its buffers serve the next one.
func (t *Tracker) drop(e *entry[flow]) {
	f := &e.v
	var heads [2][]byte
	var helds [2][]segment
	for i := range f.streams {
		st := &f.streams[i]
		t.buffered -= len(st.head) + st.bytes
		if cap(st.head) <= keepBuffer {
			heads[i] = st.head[:0]
		}
		clear(st.held)
		helds[i] = st.held[:0]
	}
	delete(t.byKey, f.key)
	*f = flow{}
	for i := range f.streams {
		f.streams[i].head, f.streams[i].held = heads[i], helds[i]
	}
	t.flows.remove(e)
}

// segment puts a segment into its place.
func (t *Tracker) segment(f *flow, dir uint8, s *segment) {
	st := &f.streams[dir]
	if st.closed || len(s.data)+s.missing == 0 && !s.fin {
		return
	}
	if int32(s.seq-st.next) > 0 {
		t.hold(st, s)
		if st.bytes > maxHeldBytes || len(st.held) > maxHeldSegments || t.at-st.heldAt >= holdFor {
			t.fill(f, dir, false)
		}
		return
	}
	t.deliver(f, dir, s)
	t.release(f, dir)
	if len(st.held) > 0 && t.at-st.heldAt >= holdFor {
		t.fill(f, dir, false)
	}
}

// hold keeps a segment that came early, in order.
func (t *Tracker) hold(st *stream, s *segment) {
	if len(st.held) == 0 {
		st.heldAt = t.at
	}
	i := len(st.held)
	for i > 0 && int32(st.held[i-1].seq-s.seq) > 0 {
		i--
	}
	if i > 0 && st.held[i-1].seq == s.seq && len(st.held[i-1].data) >= len(s.data) && (st.held[i-1].fin || !s.fin) {
		return // a copy
	}
	c := *s
	c.data = append([]byte(nil), s.data...)
	st.held = append(st.held, segment{})
	copy(st.held[i+1:], st.held[i:])
	st.held[i] = c
	st.bytes += len(c.data)
	t.buffered += len(c.data)
}

// release delivers held segments up to the next hole.
func (t *Tracker) release(f *flow, dir uint8) {
	st := &f.streams[dir]
	n := 0
	for n < len(st.held) && int32(st.held[n].seq-st.next) <= 0 {
		s := &st.held[n]
		n++
		st.bytes -= len(s.data)
		t.buffered -= len(s.data)
		t.deliver(f, dir, s)
	}
	if n == 0 || n > len(st.held) {
		return // nothing came, or the stream was closed
	}
	left := copy(st.held, st.held[n:])
	clear(st.held[left:])
	st.held = st.held[:left]
	st.heldAt = t.at
}

// fill takes what is missing before held segments for lost: before the first of
// them, or all.
func (t *Tracker) fill(f *flow, dir uint8, all bool) {
	st := &f.streams[dir]
	for len(st.held) > 0 {
		if n := int32(st.held[0].seq - st.next); n > 0 {
			t.lost(f, dir, int64(n), FlagGap)
			st.next += uint32(n)
		}
		t.release(f, dir)
		if !all {
			return
		}
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
			t.feed(f, dir, data, s.at)
			st.next += uint32(len(data))
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
	st.bytes = 0
	st.held = nil
}

// keep appends to the head of a stream's message.
func (t *Tracker) keep(st *stream, b []byte) {
	st.head = append(st.head, b...)
	t.buffered += len(b)
}

// reset forgets the head of a stream's message.
func (t *Tracker) reset(st *stream) {
	t.buffered -= len(st.head)
	if cap(st.head) > keepBuffer {
		st.head = nil
	}
	st.message = message{head: st.head[:0]}
}
