package handshake

import (
	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A segment is a TCP segment in the tracker's terms.
type segment struct {
	at       int64
	dir      uint8
	ttl      uint8
	id       uint16 // IPv4 identification; 0 in IPv6
	flags    dissect.TCPFlags
	seq, ack uint32
	payload  int // bytes on the wire
	ts, echo uint32
	hasTS    bool // ts and echo are valid
	h        *dissect.TCP
}

const (
	fin = dissect.FlagFIN
	syn = dissect.FlagSYN
	rst = dissect.FlagRST
	ack = dissect.FlagACK
)

// tcp follows a TCP segment.
func (t *Tracker) tcp(f *dissect.Frame, p *packet.Packet) {
	h := &f.TCP
	t.sum.Segments++
	// The flags are in bytes 12 and 13.
	if h.Captured < 14 || h.HeaderLen < dissect.TCPLen {
		t.sum.Malformed++
		return
	}
	var k key
	dir, ok := k.setKey(f, h.SrcPort, h.DstPort)
	if !ok {
		return
	}
	t.scope(&k, f, p)
	s := segment{at: nanos(p.Time), dir: dir, flags: h.Flags, seq: h.Seq, ack: h.Ack, h: h}
	s.payload = max(f.BodyLen-h.HeaderLen, 0)
	if f.Network == dissect.ProtoIPv4 {
		s.ttl, s.id = f.IPv4.TTL, f.IPv4.ID
	} else {
		s.ttl = f.IPv6.HopLimit
	}
	hash := k.hash(t.tab.seed)
	n := t.tab.find(&k, hash)
	if n == 0 {
		t.unknown(&k, hash, f, p, &s)
		return
	}
	switch fl := &t.tab.flows[n]; fl.stage {
	case stageSynSent:
		t.synSent(n, fl, &s)
	case stageCrossing:
		t.crossing(n, fl, &s)
	case stageSynReceived:
		t.synReceived(n, fl, &s)
	case stageOpen, stageMidstream:
		t.open(n, fl, &s)
	case stageDone:
		t.done(n, fl, &s)
	}
}

// scope adds to a key what else tells connections apart.
func (t *Tracker) scope(k *key, f *dissect.Frame, p *packet.Packet) {
	if t.opt.ByVLAN && f.VLANCount > 0 {
		k.vlan = f.VLANs[0]
	}
	if t.opt.ByInterface {
		k.iface = p.Interface
	}
}

// unknown follows the first segment of a flow.
func (t *Tracker) unknown(k *key, hash uint32, f *dissect.Frame, p *packet.Packet, s *segment) {
	switch s.flags & (fin | syn | rst | ack) {
	case syn:
		n := t.newFlow(k, hash, f, p, s.dir)
		t.begin(n, s)
	case syn | ack:
		n := t.newFlow(k, hash, f, p, s.dir^1)
		fl := &t.tab.flows[n]
		fl.stage = stageSynReceived
		fl.flags |= FlagSynUnseen
		fl.side[Client].ISN = s.ack - 1
		t.sum.Attempts++
		t.synAck(n, fl, s)
	case ack, ack | fin:
		n := t.newFlow(k, hash, f, p, s.dir)
		fl := &t.tab.flows[n]
		fl.stage = stageMidstream
		fl.first = s.at
		t.sum.Midstream++
		t.tab.move(n, listOpen, t.now)
		fl.end[Client], fl.end[Server] = s.seq, s.ack
		if t.opt.Midstream {
			t.deliver(t.event(fl, Midstream, s.at))
		}
		t.open(n, fl, s)
	default:
		if s.flags&rst != 0 {
			t.sum.StrayResets++
		} else {
			t.sum.Odd++
		}
	}
}

// begin starts an attempt with a SYN; the flow is fresh.
func (t *Tracker) begin(n uint32, s *segment) {
	fl := &t.tab.flows[n]
	t.sum.Attempts++
	fl.stage = stageSynSent
	fl.first, fl.lastSyn, fl.synAt = s.at, s.at, s.at
	fl.syns = 1
	fl.ipID[Client] = s.id
	fl.side[Client].set(s.h, s.ttl, s.payload)
	fl.history.add(Client, didSyn)
	if s.payload > 0 {
		fl.history.add(Client, didData)
	}
	if t.opt.Steps {
		t.deliver(t.event(fl, SynSent, s.at))
	}
	if e := t.hints.attempt(t, fl, s.at); e != nil {
		t.deliver(e)
	}
}

// restart forgets a flow for a new attempt between the same endpoints.
func (t *Tracker) restart(n uint32, s *segment) {
	fl := &t.tab.flows[n]
	t.tab.forgetRetries(fl)
	t.tab.move(n, listEmbryonic, t.now)
	*fl = flow{key: fl.key, hash: fl.hash, next: fl.next, prev: fl.prev, list: fl.list, touched: fl.touched,
		vlan: fl.vlan, iface: fl.iface, client: s.dir}
	t.begin(n, s)
}

// wait keeps an attempt without an outcome from timing out.
func (t *Tracker) wait(n uint32) {
	if t.tab.flows[n].list == listEmbryonic {
		t.tab.move(n, listEmbryonic, t.now)
	}
}

// isCopy reports whether a SYN or SYN-ACK is one that was captured before, on
// another interface, rather than a retransmission.
func (fl *flow) isCopy(r Role, s *segment, last int64) bool {
	side := &fl.side[r]
	gap := s.at - last
	if s.seq != side.ISN || gap < 0 || gap > copyWithin || s.id != fl.ipID[r] {
		return false
	}
	return s.id != 0 || gap <= copyWithinBlind
}

// copied counts a copy, and says so if something on the way changed it.
func (fl *flow) copied(r Role, s *segment) {
	fl.copies++
	fl.flags |= FlagDuplicates
	var again Side
	again.set(s.h, s.ttl, s.payload)
	again.TTL = fl.side[r].TTL
	if again != fl.side[r] {
		fl.flags |= FlagRewritten
	}
}

// clientSyn follows a further SYN of the client before the handshake is over.
func (t *Tracker) clientSyn(n uint32, fl *flow, s *segment) {
	side := &fl.side[Client]
	if !side.Seen {
		// The SYN-ACK came first; packets were captured out of order.
		side.set(s.h, s.ttl, s.payload)
		fl.flags &^= FlagSynUnseen
		fl.flags |= FlagAmbiguousRTT
		fl.first, fl.lastSyn, fl.syns = s.at, s.at, 1
		fl.history.add(Client, didSyn)
		return
	}
	if fl.isCopy(Client, s, fl.lastSyn) {
		fl.copied(Client, s)
		t.sum.Copies++
		return
	}
	if s.seq == side.ISN && (fl.outcome == Refused || fl.outcome == ResetInHandshake) && t.now-fl.touched > again {
		t.restart(n, s)
		return
	}
	if s.seq != side.ISN {
		if fl.outcome != 0 {
			t.restart(n, s)
			return
		}
		fl.flags |= FlagNewISN
		fl.previousISN = side.ISN
	}
	var now Side
	now.set(s.h, s.ttl, s.payload)
	if s.seq != side.ISN {
		first := side.TSVal
		*side = now
		side.TSVal = first // of the first SYN; the others are in retries
	}
	fl.syns++
	fl.lastSyn = s.at
	fl.ipID[Client] = s.id
	fl.history.add(Client, didAgain)
	t.sum.Retransmitted++
	t.tab.addRetry(fl, s.at, now.TSVal)
	t.wait(n)
	if t.opt.Steps {
		t.deliver(t.event(fl, SynSent, s.at))
	}
}

// acksSyn reports whether a number acknowledges the client's SYN, and how many
// bytes of its data.
func (fl *flow) acksSyn(n uint32) (data int, ok bool) {
	c := &fl.side[Client]
	if d := n - (c.ISN + 1); d <= uint32(c.Data) {
		return int(d), true
	}
	if fl.flags&FlagNewISN != 0 && n == fl.previousISN+1 {
		return 0, true
	}
	return 0, false
}

// synSent follows a flow of which only SYNs of the client were accepted.
func (t *Tracker) synSent(n uint32, fl *flow, s *segment) {
	c := &fl.side[Client]
	if fl.role(s.dir) == Client {
		switch {
		case s.flags&(syn|ack|rst) == syn:
			t.clientSyn(n, fl, s)
		case s.flags&rst != 0:
			fl.history.add(Client, didReset)
			if fl.badAck && s.seq == fl.lastBadAck {
				return // its answer to a SYN-ACK that was not for it, RFC 9293 section 3.5.2
			}
			if d := s.seq - c.ISN; d > 1+uint32(c.Data) {
				t.badReset(fl)
				return
			}
			t.reset(n, fl, s)
		case s.flags&(syn|ack) == ack && (s.seq == c.ISN+1 || s.seq == c.ISN+1+uint32(c.Data)) && fl.outcome != Refused:
			// The way back is not captured.
			fl.flags |= FlagSynAckUnseen
			fl.side[Server].ISN = s.ack - 1
			t.established(n, fl, s)
		case s.payload > 0:
			fl.flags |= FlagDataBeforeReply
		}
		return
	}
	switch s.flags & (syn | rst | ack) {
	case syn:
		if fl.outcome != 0 && fl.outcome != TimedOut {
			t.restart(n, s)
			return
		}
		fl.stage = stageCrossing
		t.serverSyn(n, fl, s)
	case syn | ack:
		data, ok := fl.acksSyn(s.ack)
		if !ok {
			fl.flags |= FlagBadAck
			fl.badAck, fl.lastBadAck = true, s.ack
			t.sum.BadAcks++
			return
		}
		if fl.outcome == Refused {
			fl.flags |= FlagResetLied
		}
		fl.accepted = data
		fl.stage = stageSynReceived
		t.answered(fl, s)
		if fl.flags&FlagNewISN != 0 && s.ack == fl.previousISN+1 {
			c.ISN = fl.previousISN
		}
		t.synAck(n, fl, s)
	case rst | ack, rst | ack | syn:
		if _, ok := fl.acksSyn(s.ack); !ok {
			t.badReset(fl)
			return
		}
		t.answered(fl, s)
		fl.synAckAt = s.at
		fl.resetBy = Server
		fl.side[Server].TTL = s.ttl
		fl.history.add(Server, didReset)
		t.outcome(n, Refused, s.at)
	case rst:
		t.badReset(fl)
	}
}

func (t *Tracker) badReset(fl *flow) {
	fl.flags |= FlagBadReset
	t.sum.BadResets++
}

// answered finds out which of the client's SYNs a segment of the server
// answers: by the time stamp it echoes, else the last one. Where there were
// several, only the echo of the last one is certain (Karn's rule).
func (t *Tracker) answered(fl *flow, s *segment) {
	fl.synAt = fl.lastSyn
	if fl.retries == 0 {
		if fl.syns > 1 {
			fl.flags |= FlagAmbiguousRTT
		}
		return
	}
	r := &t.tab.retries[fl.retries]
	if s.timestamps(); s.hasTS && fl.side[Client].Options&OptTimestamp != 0 {
		if s.echo == r.lastTS {
			return
		}
		// An earlier one. As the client tried again before the answer came, it
		// may itself be one that the server repeated: still ambiguous.
		if s.echo == fl.side[Client].TSVal {
			fl.synAt = fl.first
		}
		for i, ts := range r.ts[:r.n] {
			if ts == s.echo {
				fl.synAt = r.at[i]
			}
		}
	}
	if fl.flags&FlagNewISN != 0 && fl.syns == 2 { // the numbers tell
		if s.ack == fl.previousISN+1 {
			fl.synAt = fl.first
		}
		return
	}
	fl.flags |= FlagAmbiguousRTT
}

// timestamps reads the time stamp option, once.
func (s *segment) timestamps() {
	for o := s.h.Options; ; {
		var opt dissect.TCPOption
		var ok bool
		if opt, o, ok = o.Next(); !ok {
			return
		}
		if d := opt.Data; opt.Kind == dissect.TCPOptTimestamp && len(d) == 8 && !opt.Bad {
			s.ts = uint32(d[0])<<24 | uint32(d[1])<<16 | uint32(d[2])<<8 | uint32(d[3])
			s.echo = uint32(d[4])<<24 | uint32(d[5])<<16 | uint32(d[6])<<8 | uint32(d[7])
			s.hasTS = true
			return
		}
	}
}

// synAck notes the SYN-ACK that made the flow stageSynReceived.
func (t *Tracker) synAck(n uint32, fl *flow, s *segment) {
	fl.side[Server].set(s.h, s.ttl, s.payload)
	fl.synAcks++
	fl.synAckAt, fl.lastSynAck = s.at, s.at
	if fl.first == 0 {
		fl.first = s.at
	}
	fl.ipID[Server] = s.id
	fl.tsSynAck = fl.side[Server].TSVal
	fl.tsLastSynAck = fl.tsSynAck
	fl.history.add(Server, didSynAck)
	t.tab.move(n, listEmbryonic, t.now)
	if t.opt.Steps {
		t.deliver(t.event(fl, SynReceived, s.at))
	}
}

// synReceived follows a flow with a SYN-ACK.
func (t *Tracker) synReceived(n uint32, fl *flow, s *segment) {
	c, v := &fl.side[Client], &fl.side[Server]
	if fl.role(s.dir) == Client {
		switch {
		case s.flags&(syn|ack|rst) == syn:
			if c.Seen && s.seq != c.ISN {
				t.restartOrReplace(n, fl, s)
				return
			}
			t.clientSyn(n, fl, s)
		case s.flags&rst != 0:
			fl.history.add(Client, didReset)
			if s.seq-(c.ISN+1) > uint32(c.Data) {
				t.badReset(fl)
				return
			}
			t.reset(n, fl, s)
		case s.flags&ack != 0:
			if fl.outcome == ResetInHandshake && fl.resetBy == Server {
				return // on its way when the reset came
			}
			// The ACK itself may be lost, and a later one stand for it: within
			// the window of the SYN-ACK, which is not scaled, until the server
			// has said more.
			const far = 1 << 30
			window := uint32(far)
			if s.ack == v.ISN+1 {
				window = uint32(v.Window)
			}
			if s.ack-(v.ISN+1) >= far || s.seq-(c.ISN+1) > window {
				fl.flags |= FlagBadAck
				t.sum.BadAcks++
				return
			}
			if fl.outcome == ResetInHandshake {
				fl.flags |= FlagResetLied
			}
			t.answeredSynAck(fl, s)
			t.established(n, fl, s)
		}
		return
	}
	switch {
	case s.flags&(syn|ack|rst) == syn|ack:
		if _, ok := fl.acksSyn(s.ack); !ok {
			fl.flags |= FlagBadAck
			t.sum.BadAcks++
			return
		}
		if fl.isCopy(Server, s, fl.lastSynAck) {
			fl.copied(Server, s)
			t.sum.Copies++
			return
		}
		if s.seq != v.ISN {
			fl.flags |= FlagNewServerISN
			v.set(s.h, s.ttl, s.payload)
			fl.synAckAt = s.at
		}
		fl.synAcks++
		fl.lastSynAck = s.at
		if s.timestamps(); s.hasTS {
			fl.tsLastSynAck = s.ts
		}
		fl.ipID[Server] = s.id
		t.wait(n)
		if t.opt.Steps {
			t.deliver(t.event(fl, SynReceived, s.at))
		}
	case s.flags&rst != 0:
		fl.history.add(Server, didReset)
		_, acks := fl.acksSyn(s.ack)
		if s.seq != v.ISN+1 && !(s.flags&ack != 0 && acks) {
			t.badReset(fl)
			return
		}
		t.reset(n, fl, s)
	case s.flags&ack != 0 && s.payload > 0 && s.seq-(v.ISN+1) < 1<<30 && fl.accepted == 0 && fl.outcome != ResetInHandshake:
		// A server that did not accept data with the SYN sends none before
		// the ACK.
		fl.flags |= FlagAckUnseen
		t.established(n, fl, s)
	}
}

// restartOrReplace follows a SYN with another number after a SYN-ACK: what was
// there is over.
func (t *Tracker) restartOrReplace(n uint32, fl *flow, s *segment) {
	if fl.outcome == 0 {
		t.giveUp(n, s.at, 0, Unanswered)
	}
	t.restart(n, s)
}

// answeredSynAck finds out which SYN-ACK an ACK answers, as answered does.
func (t *Tracker) answeredSynAck(fl *flow, s *segment) {
	if fl.synAcks <= 1 {
		return
	}
	if s.timestamps(); s.hasTS && fl.side[Server].Options&OptTimestamp != 0 && fl.tsSynAck != fl.tsLastSynAck {
		switch s.echo {
		case fl.tsLastSynAck:
			fl.synAckAt = fl.lastSynAck
			return
		case fl.tsSynAck:
			fl.flags |= FlagAmbiguousRTT
			return
		}
	}
	fl.synAckAt = fl.lastSynAck
	fl.flags |= FlagAmbiguousRTT
}

// reset ends a handshake by RST.
func (t *Tracker) reset(n uint32, fl *flow, s *segment) {
	r := fl.role(s.dir)
	fl.resetBy = r
	if side := &fl.side[r]; side.Seen && side.TTL != s.ttl {
		fl.flags |= FlagTTLChanged
	}
	fl.history.add(r, didReset)
	t.outcome(n, ResetInHandshake, s.at)
}

// established ends a handshake well.
func (t *Tracker) established(n uint32, fl *flow, s *segment) {
	c, v := &fl.side[Client], &fl.side[Server]
	fl.end[Client], fl.end[Server] = c.ISN+1+uint32(fl.accepted), v.ISN+1
	fl.bytes[Client] = uint64(fl.accepted)
	fl.stage = stageOpen
	if fl.flags&FlagAckUnseen == 0 {
		fl.doneAt = s.at
	}
	if fl.role(s.dir) == Client && fl.acked == 0 {
		if s.seq == fl.end[Client] {
			fl.ackData = s.payload
		}
		if s.payload == 0 {
			fl.history.add(Client, didAck)
		} else {
			fl.history.add(Client, didData)
		}
	}
	state := Established
	if fl.acked == 3 {
		state = Simultaneous
	}
	t.outcome(n, state, s.at)
	if s.flags&(syn|rst) == 0 {
		t.open(n, fl, s)
	}
}

// serverSyn notes the SYN of the other side, RFC 9293 section 3.5 figure 7.
func (t *Tracker) serverSyn(n uint32, fl *flow, s *segment) {
	v := &fl.side[Server]
	if v.Seen {
		if fl.isCopy(Server, s, fl.lastSynAck) {
			fl.copied(Server, s)
			t.sum.Copies++
			return
		}
		t.sum.Retransmitted++
	}
	v.set(s.h, s.ttl, s.payload)
	fl.ipID[Server] = s.id
	fl.lastSynAck = s.at
	fl.history.add(Server, didSyn)
	t.tab.move(n, listEmbryonic, t.now)
	if t.opt.Steps {
		t.deliver(t.event(fl, SynSent, s.at))
	}
}

// crossing follows a flow in which both sides sent SYNs. ServerRTT then is how
// long the client's SYN waited for its acknowledgment, and synAckAt the time
// of that.
func (t *Tracker) crossing(n uint32, fl *flow, s *segment) {
	r := fl.role(s.dir)
	switch {
	case s.flags&rst != 0:
		fl.history.add(r, didReset)
		own, other := fl.side[r].ISN, fl.side[r^1].ISN
		if s.seq-own > 1 && !(s.flags&ack != 0 && s.ack == other+1) {
			t.badReset(fl)
			return
		}
		t.reset(n, fl, s)
		return
	case s.flags&(syn|ack) == syn:
		if r == Client {
			t.clientSyn(n, fl, s)
		} else {
			t.serverSyn(n, fl, s)
		}
		return
	case s.flags&ack == 0:
		return
	}
	if d := s.ack - (fl.side[r^1].ISN + 1); d >= 1<<30 {
		fl.flags |= FlagBadAck
		t.sum.BadAcks++
		return
	}
	if s.flags&syn != 0 {
		fl.history.add(r, didSynAck)
		fl.synAcks++
	}
	if bit := uint8(1) << (r ^ 1); fl.acked&bit == 0 {
		fl.acked |= bit
		if r == Server {
			t.answered(fl, s)
			fl.synAckAt = s.at
		} else {
			fl.crossAt = s.at
		}
		t.wait(n)
	}
	if fl.acked == 3 {
		t.established(n, fl, s)
	}
}

// open follows a connection after its handshake.
func (t *Tracker) open(n uint32, fl *flow, s *segment) {
	r := fl.role(s.dir)
	if s.flags&syn != 0 {
		t.synOnOpen(n, fl, s)
		return
	}
	length := uint32(s.payload)
	if s.flags&fin != 0 {
		length++
	}
	if fl.stage == stageMidstream && fl.history.seen>>(8*uint16(r))&0xff == 0 {
		fl.end[r] = s.seq // the first one of this side
	}
	if d := s.seq + length - fl.end[r]; d-1 < 1<<30 {
		fl.end[r] += d
		fl.bytes[r] += uint64(d)
		if s.flags&fin != 0 && fl.bytes[r] > 0 {
			fl.bytes[r]--
		}
	}
	switch {
	case s.payload > 0:
		fl.history.add(r, didData)
	case s.flags&(ack|fin|rst) == ack:
		fl.history.add(r, didAck)
	}
	switch {
	case s.flags&rst != 0:
		fl.history.add(r, didReset)
		// RFC 5961 section 3: outside the window it has no effect. The window
		// is not known well here; a quarter of the space is what is refused.
		if d := int32(s.seq - fl.end[r]); d > 1<<29 || d < -(1<<29) {
			t.badReset(fl)
			return
		}
		if s.seq-fl.end[r] < 1<<29 {
			fl.end[r] = s.seq // what is missing was sent before, whenever it comes
		}
		fl.resetBy = r
		if side := &fl.side[r]; side.Seen && side.TTL != s.ttl {
			fl.flags |= FlagTTLChanged
		}
		t.close(n, fl, s, true)
		return
	case s.flags&fin != 0:
		fl.history.add(r, didFin)
		if fl.fins |= 1 << r; fl.fins == 3 {
			t.close(n, fl, s, false)
			return
		}
	}
	t.tab.touch(n, t.now)
}

// synOnOpen follows a SYN or SYN-ACK on a connection that is open or over: an
// old one again, or a new connection with the same endpoints.
func (t *Tracker) synOnOpen(n uint32, fl *flow, s *segment) {
	r := fl.role(s.dir)
	if s.seq == fl.side[r].ISN && fl.side[r].Seen && !(fl.stage == stageDone && t.now-fl.touched > again) {
		return
	}
	if s.flags&(syn|ack|rst|fin) == syn {
		t.restart(n, s)
	}
}

// close ends an open connection.
func (t *Tracker) close(n uint32, fl *flow, s *segment, byReset bool) {
	fl.stage = stageDone
	if byReset {
		t.sum.ClosedByReset++
	} else {
		t.sum.ClosedByFin++
	}
	if t.opt.Closes {
		e := t.event(fl, Closed, s.at)
		e.Reset = byReset
		e.ResetTTL = s.ttl
		t.deliver(e)
	}
	t.tab.move(n, listDone, t.now)
}

// done follows a connection that is over.
func (t *Tracker) done(n uint32, fl *flow, s *segment) {
	if s.flags&syn != 0 {
		t.synOnOpen(n, fl, s)
		return
	}
	r := fl.role(s.dir)
	if fl.history.did(r, didReset) && fl.resetBy == r && s.flags&rst == 0 && s.payload > 0 && fl.flags&FlagResetLied == 0 {
		if d := s.seq - fl.end[r]; d < 1<<30 {
			fl.flags |= FlagResetLied
			t.sum.ForgedResets++
			t.deliver(t.event(fl, ResetContradicted, s.at))
		}
	}
}
