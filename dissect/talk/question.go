package talk

import (
	"encoding/binary"
	"hash/maphash"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// Ports of DNS and its kin.
const (
	portDNS   = 53
	portMDNS  = 5353
	portLLMNR = 5355
)

// maxName is how long a name may be in bytes (RFC 1035 section 3.1).
const maxName = 255

// copyWithin is how soon after a question it is a copy of the packet, not
// another try.
const copyWithin = int64(50e6)

// A queryKey is what an answer has in common with its question.
type queryKey struct {
	client, server endpoint // server has no address if the question went to a group; both are zero in multicast DNS
	id             uint16
	tcp            bool
	name           uint64 // multicast DNS: hash of name and type
}

// A question waits for its answer, or lingers behind it.
type question struct {
	key            queryKey
	client, server endpoint
	vlan           uint16
	iface          uint32
	id             uint16
	opcode         uint8
	answered       bool
	multicast      bool
	tcp            bool
	asked          bool // there is a name and a type
	typ, class     uint16
	tries          int
	first, latest  int64
	nameLen        uint8
	name           [maxName]byte
	// more are the questions with the same key, older ones first.
	more *entry[question]
}

// udp follows a datagram.
func (t *Tracker) udp(f *dissect.Frame, p *packet.Packet) {
	h := &f.UDP
	if !dnsPort(h.SrcPort) && !dnsPort(h.DstPort) || h.Captured < dissect.UDPLen {
		return
	}
	src, dst, ok := ends(f, h.SrcPort, h.DstPort)
	if !ok {
		return
	}
	var flags Flags
	if h.Length > dissect.UDPLen+len(h.Payload) {
		flags = FlagCut
	}
	t.dns(h.Payload, src, dst, outerVLAN(f), p.Interface, t.at, flags)
}

func dnsPort(p uint16) bool { return p == portDNS || p == portMDNS || p == portLLMNR }

// feedDNS consumes the next bytes of a stream of messages, each behind its
// length in two bytes (RFC 1035 section 4.2.2).
func (t *Tracker) feedDNS(f *flow, dir uint8, b []byte, at int64) {
	st := &f.streams[dir]
	if st.phase == phaseLost {
		if !framed(b) {
			return
		}
		st.phase = phaseStart
	}
	for len(b) > 0 {
		if len(st.head) == 0 {
			st.lastAt = at
		}
		st.lastAt = max(st.lastAt, at)
		want := 2
		if len(st.head) >= 2 {
			want += int(binary.BigEndian.Uint16(st.head))
		}
		n := min(want-len(st.head), len(b))
		t.keep(st, b[:n])
		b = b[n:]
		if len(st.head) < 2 || len(st.head) < 2+int(binary.BigEndian.Uint16(st.head)) {
			continue
		}
		t.dns(st.head[2:], f.key.ends[dir], f.key.ends[dir^1], f.vlan, f.iface, st.lastAt, FlagTCP)
		t.reset(st)
	}
}

// framed reports whether a segment looks like whole messages with their
// lengths.
func framed(b []byte) bool {
	for len(b) > 0 {
		if len(b) < 2+dissect.DNSLen {
			return false
		}
		n := int(binary.BigEndian.Uint16(b))
		if n < dissect.DNSLen || n > len(b)-2 {
			return false
		}
		b = b[2+n:]
	}
	return true
}

// dns follows a message that was captured at a time.
func (t *Tracker) dns(m []byte, src, dst endpoint, vlan uint16, iface uint32, at int64, flags Flags) {
	const mostQuestions = 64 // of what is taken for DNS
	h, q := &t.dnsHeader, &t.question
	h.Decode(m)
	if h.Captured < dissect.DNSLen || h.Questions > mostQuestions {
		return
	}
	t.work = dissect.DNSWork{}
	*q = question{id: h.ID, opcode: h.Flags.Opcode(), tcp: flags&FlagTCP != 0, vlan: vlan, iface: iface, tries: 1, first: at, latest: at}
	mdns := (src.port == portMDNS || dst.port == portMDNS) && !q.tcp
	if h.Flags&dissect.DNSResponse != 0 {
		if h.Flags&dissect.DNSTruncated != 0 {
			flags |= FlagTruncated
		}
		q.client, q.server = dst, src
		q.read(m, dissect.DNSLen, h.Questions, &t.work)
		t.answer(q, h, mdns, flags)
		return
	}
	q.client, q.server = src, dst
	q.multicast = dst.addrPort().Addr().IsMulticast()
	off := dissect.DNSLen
	for i := range min(int(h.Questions), maxQuestions) {
		next, ok := q.read(m, off, 1, &t.work)
		if !ok && i > 0 {
			return
		}
		t.ask(q, mdns)
		if off = next; !mdns || !ok {
			return
		}
	}
}

// read fills q from the question at off, if there is one.
func (q *question) read(m []byte, off int, count uint16, work *dissect.DNSWork) (next int, ok bool) {
	q.asked, q.nameLen = false, 0
	if count == 0 {
		return 0, false
	}
	w, next, ok := dissect.DNSQuestionAt(m, off)
	if !ok {
		return 0, false
	}
	n, ok := copyName(&q.name, m, w.Name, work)
	if !ok {
		return 0, false
	}
	q.asked, q.nameLen, q.typ, q.class = true, uint8(n), w.Type, w.Class
	return next, true
}

// copyName copies the labels of the name at off with their lengths.
func copyName(dst *[maxName]byte, m []byte, off int, work *dissect.DNSWork) (n int, ok bool) {
	d := dissect.NewDNSNames(m, off, work)
	for {
		label, what := d.Next()
		switch {
		case what == dissect.DNSEnd:
			return n, true
		case what != dissect.DNSLabel || n+1+len(label) > maxName-1:
			return 0, false
		}
		dst[n] = byte(len(label))
		n += 1 + copy(dst[n+1:], label)
	}
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c |= 0x20
	}
	return c
}

// same reports whether q asks what o asks; lengths of labels are not letters.
func (q *question) same(o *question) bool {
	if q.typ != o.typ || q.nameLen != o.nameLen {
		return false
	}
	for i, c := range q.name[:q.nameLen] {
		if lower(c) != lower(o.name[i]) {
			return false
		}
	}
	return true
}

// setKey fills in what an answer is found by.
func (t *Tracker) setKey(q *question, mdns, group bool) {
	if mdns {
		q.key = queryKey{name: t.hashName(q.name[:q.nameLen], q.typ)}
		return
	}
	q.key = queryKey{client: q.client, server: q.server, id: q.id, tcp: q.tcp}
	if group {
		q.key.server.addr = [16]byte{}
	}
}

func (t *Tracker) hashName(name []byte, typ uint16) uint64 {
	var b [maxName + 2]byte
	for i, c := range name {
		b[i] = lower(c)
	}
	binary.BigEndian.PutUint16(b[len(name):], typ)
	return maphash.Bytes(t.seed, b[:len(name)+2]) | 1
}

// ask has a question wait.
func (t *Tracker) ask(q *question, mdns bool) {
	t.setKey(q, mdns, q.multicast)
	n := 0
	for e := t.byQuery[q.key]; e != nil; e = e.v.more {
		n++
		o := &e.v
		switch {
		case !o.same(q):
		case o.answered && q.first-o.latest >= copyWithin:
			t.giveUp(e, q.first, 0)
			n--
		case q.first-o.latest < copyWithin:
			return
		default:
			o.tries++
			o.latest = q.first
			return
		}
	}
	if n >= maxSame {
		t.giveUp(t.byQuery[q.key], q.first, FlagEvicted)
	}
	if t.questions.n >= t.opt.MaxQuestions {
		t.giveUp(t.questions.first, q.first, FlagEvicted)
	}
	e := t.questions.add(t.now)
	e.v = *q
	last := t.byQuery[q.key]
	if last == nil {
		t.byQuery[q.key] = e
		return
	}
	for last.v.more != nil {
		last = last.v.more
	}
	last.v.more = e
}

// giveUp forgets a question, and reports it if nobody has answered.
func (t *Tracker) giveUp(e *entry[question], at int64, flags Flags) {
	q := &e.v
	if !q.answered {
		ev := t.dnsEvent(q, DNSUnanswered, flags)
		ev.Time, ev.Latency = timeOf(at), since(at, q.first)
		t.report(ev)
	}
	first := t.byQuery[q.key]
	switch {
	case first != e:
		for first.v.more != e {
			first = first.v.more
		}
		first.v.more = q.more
	case q.more != nil:
		t.byQuery[q.key] = q.more
	default:
		delete(t.byQuery, q.key)
	}
	q.more = nil
	t.questions.remove(e)
}

// find returns the question that an answer, whose key is set, is to: of those
// that are the same the one that waits. An answer that does not repeat the
// question is to any.
func (t *Tracker) find(q *question) (found *entry[question]) {
	for e := t.byQuery[q.key]; e != nil; e = e.v.more {
		if q.asked && e.v.asked && !e.v.same(q) {
			continue
		}
		if !e.v.answered {
			return e
		}
		if found == nil {
			found = e
		}
	}
	return found
}

// answer reports an answer with the question it is to.
func (t *Tracker) answer(q *question, h *dissect.DNS, mdns bool, flags Flags) {
	const typeIXFR, typeAXFR = 251, 252
	kind := DNSUnasked
	latency := time.Duration(-1)
	var e *entry[question]
	if mdns {
		e = t.asksFor(h)
	} else {
		for _, group := range [...]bool{false, true} {
			if e == nil {
				t.setKey(q, false, group)
				e = t.find(q)
			}
		}
	}
	at := q.first
	if e != nil {
		o := &e.v
		if o.answered && !o.multicast && o.typ != typeAXFR && o.typ != typeIXFR {
			return // a copy
		}
		kind, latency = DNSAnswered, since(at, o.first)
		o.answered, o.opcode, o.server = true, q.opcode, q.server
		if q.asked {
			o.class = q.class
		}
		q = o
	} else {
		flags |= FlagUnasked
		q.tries = 0
	}
	ev := t.dnsEvent(q, kind, flags)
	ev.Time, ev.Latency = timeOf(at), latency
	ev.DNS.Message = h.Message
	t.report(ev)
}

// asksFor returns a question that a message of multicast DNS answers. All that
// it answers count as answered; the first one is what is reported.
func (t *Tracker) asksFor(h *dissect.DNS) (found *entry[question]) {
	const typeANY = 255
	m, off, ok := h.Message, dissect.DNSLen, true
	for range h.Questions {
		if _, off, ok = dissect.DNSQuestionAt(m, off); !ok {
			return nil
		}
	}
	var name [maxName]byte
	var work dissect.DNSWork
	for range min(int(h.Answers), maxAnswers) {
		r, next, ok := dissect.DNSRecordAt(m, off)
		if !ok {
			return found
		}
		off = next
		n, ok := copyName(&name, m, r.Name, &work)
		if !ok {
			continue
		}
		for _, typ := range [...]uint16{r.Type, typeANY} {
			e := t.byQuery[queryKey{name: t.hashName(name[:n], typ)}]
			if e == nil {
				continue
			}
			if found == nil {
				found = e
			}
			e.v.answered = true
		}
	}
	return found
}

func (t *Tracker) dnsEvent(q *question, k Kind, flags Flags) *Event {
	if q.tcp {
		flags |= FlagTCP
	}
	t.ev = Event{
		Kind: k, Flags: flags, Client: q.client.addrPort(), Server: q.server.addrPort(), VLAN: q.vlan, Interface: q.iface,
		DNS: DNS{ID: q.id, Opcode: q.opcode, Asked: q.asked, Name: q.name[:q.nameLen], Type: q.typ, Class: q.class, Tries: q.tries},
	}
	return &t.ev
}
