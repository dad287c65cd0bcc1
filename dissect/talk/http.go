package talk

import (
	"bytes"
	"strconv"
	"time"

	"wiredump/dissect"
)

// A phase is what the next byte of a stream belongs to.
type phase uint8

const (
	phaseStart      phase = iota // the beginning of a message
	phaseHead                    // its first line or header fields
	phaseBody                    // a body, of which remain bytes are to come
	phaseUntilClose              // a body that only the end of the stream ends
	phaseChunkSize
	phaseChunkExt // the rest of the line with the size
	phaseChunk    // remain bytes are to come
	phaseChunkEnd // the line end behind a chunk
	phaseTrailer
	phaseTunnel // no longer HTTP (CONNECT, Upgrade)
	phaseLost   // unknown until a segment begins like a message
)

// A message is where a stream is in its present message.
type message struct {
	phase     phase
	flags     Flags
	response  bool
	head      []byte // kept until the message has ended
	lineLen   int    // bytes of the present line, without CR and LF
	remain    int64
	digits    int   // of a chunk's size
	firstAt   int64 // its first byte
	lastAt    int64 // the latest
	body      int64 // bytes of the body so far
	announced int64 // Content-Length; negative if there is none
	missing   int64 // bytes that were not captured
	latency   time.Duration
}

// A verdict is whether bytes begin an HTTP message.
type verdict uint8

const (
	no verdict = iota
	more
	yes
)

// beginnings has what messages begin with (RFC 9110 section 9, RFC 5789, RFC
// 4918, RFC 3253, RFC 5323).
var beginnings = [...]string{
	"HTTP/1.", "GET ", "POST ", "HEAD ", "PUT ", "DELETE ", "OPTIONS ", "CONNECT ", "PATCH ", "TRACE ",
	"PROPFIND ", "PROPPATCH ", "MKCOL ", "COPY ", "MOVE ", "LOCK ", "UNLOCK ", "REPORT ", "SEARCH ",
	"NOTIFY ", "SUBSCRIBE ", "UNSUBSCRIBE ", "PURGE ", "QUERY ",
}

const maxBeginning = 12 // bytes of the longest

func begins(b []byte) verdict {
	v := no
	for _, s := range &beginnings {
		if n := min(len(s), len(b)); s[:n] == string(b[:n]) {
			if n == len(s) {
				return yes
			}
			v = more
		}
	}
	return v
}

// feedHTTP consumes the next bytes of a stream, in pieces of any size.
func (t *Tracker) feedHTTP(f *flow, dir uint8, b []byte, at int64) {
	st := &f.streams[dir]
	if st.phase == phaseLost && begins(b) == yes {
		st.phase = phaseStart
	}
	for len(b) > 0 && !f.other {
		st.lastAt = max(st.lastAt, at)
		switch st.phase {
		case phaseStart:
			b = t.start(f, st, b, at)
		case phaseHead:
			b = t.headBytes(f, dir, b)
		case phaseBody, phaseChunk:
			n := min(int64(len(b)), st.remain)
			b = b[n:]
			t.skip(f, dir, n)
		case phaseUntilClose:
			st.body += int64(len(b))
			return
		case phaseTunnel, phaseLost:
			return
		default:
			t.chunkByte(f, dir, b[0])
			b = b[1:]
		}
	}
}

// start looks for the beginning of a message behind empty lines (RFC 9112
// section 2.2).
func (t *Tracker) start(f *flow, st *stream, b []byte, at int64) []byte {
	if len(st.head) == 0 {
		for len(b) > 0 && (b[0] == '\r' || b[0] == '\n') {
			b = b[1:]
		}
		if len(b) == 0 {
			return nil
		}
		st.firstAt, st.lastAt = at, at
	}
	old := len(st.head)
	n := min(len(b), maxBeginning)
	t.keep(st, b[:n])
	switch begins(st.head) {
	case more:
		return b[n:]
	case no:
		if !f.known {
			f.other = true
		}
		t.lose(f, st)
		return nil
	}
	st.head = st.head[:old]
	st.phase = phaseHead
	st.lineLen = old
	if st.gap {
		st.flags |= FlagGap
		st.missing += st.before
		st.gap = false
	}
	st.before = 0
	return b
}

// lose gives up a stream until a message begins.
func (t *Tracker) lose(f *flow, st *stream) {
	t.reset(st)
	st.phase, st.gap = phaseLost, true
	switch {
	case !f.known:
	case st == &f.streams[f.client]:
		f.asks.lost()
	case f.asks.n == 1:
		f.asks = queue{} // its response is what was lost
	case f.asks.n > 0:
		f.asks = queue{}
		f.asks.lost()
	}
}

// headBytes consumes header fields up to the empty line behind them.
func (t *Tracker) headBytes(f *flow, dir uint8, b []byte) []byte {
	st := &f.streams[dir]
	for i, c := range b {
		switch c {
		case '\n':
			if st.lineLen == 0 {
				t.keepHead(st, b[:i+1])
				t.headDone(f, dir)
				return b[i+1:]
			}
			st.lineLen = 0
		case '\r':
		default:
			st.lineLen++
		}
	}
	t.keepHead(st, b)
	return nil
}

// keepHead keeps a head as far as it is not too long.
func (t *Tracker) keepHead(st *stream, b []byte) {
	if n := maxHead - len(st.head); len(b) > n {
		st.flags |= FlagTooLong
		b = b[:n]
	}
	t.keep(st, b)
}

// headCut reports a head of which the rest is not known.
func (t *Tracker) headCut(f *flow, dir uint8) {
	st := &f.streams[dir]
	t.headDone(f, dir)
	if st.response && len(st.head) > 0 {
		t.response(f, dir) // it was thought to have a body
	}
	t.reset(st)
	st.phase = phaseLost
}

// fields has what header fields say about the body.
type fields struct {
	host, contentType []byte
	length            int64 // negative if there is none
	bad               bool  // it does not make sense
	coded             bool  // there is a Transfer-Encoding
	chunked           bool  // and it ends with chunked
}

func readFields(h dissect.HTTPFields) fields {
	r := fields{length: -1}
	is := func(name []byte, s string) bool { return len(name) == len(s) && bytes.EqualFold(name, []byte(s)) }
	for {
		name, value, rest, ok := h.Next()
		if !ok {
			return r
		}
		h = rest
		switch {
		case is(name, "host") && r.host == nil:
			r.host = value
		case is(name, "content-type") && r.contentType == nil:
			r.contentType = value
		case is(name, "content-length"):
			n, ok := parseLength(value)
			if r.bad = r.bad || !ok || r.length >= 0 && r.length != n; r.bad {
				n = -1
			}
			r.length = n
		case is(name, "transfer-encoding"):
			r.coded = true
			last := value[bytes.LastIndexByte(value, ',')+1:]
			r.chunked = is(bytes.TrimSpace(last), "chunked")
		}
	}
}

// parseLength reads a Content-Length.
func parseLength(b []byte) (n int64, ok bool) {
	const maxDigits = 18
	for _, c := range b {
		if c < '0' || c > '9' || len(b) > maxDigits {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, len(b) > 0
}

// headDone goes by a head, which is whole as far as it will ever be.
func (t *Tracker) headDone(f *flow, dir uint8) {
	st := &f.streams[dir]
	var h dissect.HTTP
	if !h.Decode(st.head) || f.known && h.Response == (dir == f.client) || len(h.Version) > 0 && !bytes.HasPrefix(h.Version, []byte("HTTP/1.")) {
		if !f.known {
			f.other = true
		}
		t.lose(f, st)
		return
	}
	if !f.known {
		f.known, f.client = true, dir
		if h.Response {
			f.client ^= 1
		}
	}
	st.response = h.Response
	r := readFields(h.Fields)
	st.announced = r.length
	st.remain = r.length
	switch {
	case r.chunked:
		st.announced, st.phase = -1, phaseChunkSize
		st.remain, st.digits = 0, 0
	case r.length > 0 && !r.coded:
		st.phase = phaseBody
	case r.length < 0 && st.flags&FlagTooLong != 0:
		st.phase = phaseLost // the length may be in what was not kept
	case r.length == 0 && !r.coded || !h.Response && !r.coded && !r.bad:
		st.phase = phaseStart
	case h.Response:
		st.phase = phaseUntilClose
	default:
		st.phase = phaseLost // the length of the request is not known
	}
	if !h.Response {
		t.request(f, dir, &h, &r)
		return
	}
	t.pair(f, dir, &h)
}

// request reports a request and has it wait for its response.
func (t *Tracker) request(f *flow, dir uint8, h *dissect.HTTP, r *fields) {
	st := &f.streams[dir]
	m := methodOther
	switch string(h.Method) {
	case "HEAD":
		m = methodHead
	case "CONNECT":
		m = methodConnect
	}
	if o := &f.streams[dir^1]; f.asks.n > 0 && f.asks.met && st.ack == o.next && (o.phase == phaseStart && len(o.head) == 0 || o.phase == phaseLost) {
		f.asks = queue{} // the client has got all and asks for more: none is on its way
	}
	f.asks.push(asked{at: st.lastAt, method: m})
	e := t.httpEvent(f, HTTPRequest, st)
	e.HTTP = HTTP{Method: h.Method, Target: h.Target, Host: r.host, Version: h.Version, ContentType: r.contentType, BodyLen: st.announced}
	t.report(e)
	next := st.phase
	if next == phaseStart || next == phaseLost {
		t.reset(st)
		st.phase = next
	}
}

// pair finds the request of a response, and sees whether it has a body.
func (t *Tracker) pair(f *flow, dir uint8, h *dissect.HTTP) {
	st := &f.streams[dir]
	status, _ := strconv.Atoi(string(h.Status))
	interim := status >= 100 && status < 200 && status != 101
	q := asked{at: unknown}
	if f.asks.n == 0 {
		st.flags |= FlagUnasked
	} else if q = *f.asks.front(); !interim {
		f.asks.pop()
	}
	if q.more < 0 {
		st.flags |= FlagUnasked
	}
	st.latency = since(st.firstAt, q.at)
	switch {
	case status == 101 || q.method == methodConnect && status >= 200 && status < 300:
		t.response(f, dir)
		for i := range f.streams {
			t.reset(&f.streams[i])
			f.streams[i].phase = phaseTunnel
		}
	case interim || status == 204 || status == 304 || q.method == methodHead || st.phase == phaseStart:
		t.response(f, dir)
	case st.phase == phaseLost: // the head was too long
		t.response(f, dir)
		st.phase = phaseLost
	}
}

// response reports a response, which has ended.
func (t *Tracker) response(f *flow, dir uint8) {
	st := &f.streams[dir]
	var h dissect.HTTP
	h.Decode(st.head)
	r := readFields(h.Fields)
	e := t.httpEvent(f, HTTPResponse, st)
	e.Latency = st.latency
	e.HTTP = HTTP{Status: h.Status, Reason: h.Reason, Version: h.Version, ContentType: r.contentType, BodyLen: st.body}
	t.report(e)
	t.reset(st)
}

func (t *Tracker) httpEvent(f *flow, k Kind, st *stream) *Event {
	t.ev = Event{
		Kind: k, Flags: st.flags, Time: timeOf(st.lastAt), VLAN: f.vlan, Interface: f.iface, Latency: -1, Missing: st.missing,
		Client: f.key.ends[f.client].addrPort(), Server: f.key.ends[f.client^1].addrPort(),
	}
	return &t.ev
}

// ended is called where a message has ended.
func (t *Tracker) ended(f *flow, dir uint8) {
	st := &f.streams[dir]
	if st.response {
		t.response(f, dir)
	} else {
		t.reset(st)
	}
}

// skip passes over n bytes of a body, of which as many are left.
func (t *Tracker) skip(f *flow, dir uint8, n int64) {
	st := &f.streams[dir]
	st.remain -= n
	st.body += n
	if st.remain > 0 {
		return
	}
	if st.phase == phaseChunk {
		st.phase = phaseChunkEnd
	} else {
		t.ended(f, dir)
	}
}

// chunkByte consumes a byte of the framing of chunks (RFC 9112 section 7.1).
func (t *Tracker) chunkByte(f *flow, dir uint8, c byte) {
	const maxDigits = 15
	st := &f.streams[dir]
	switch st.phase {
	case phaseChunkSize:
		v := int64(-1)
		switch {
		case c >= '0' && c <= '9':
			v = int64(c - '0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = int64(c|0x20-'a') + 10
		}
		switch {
		case v >= 0 && st.digits < maxDigits:
			st.remain = st.remain<<4 | v
			st.digits++
		case st.digits == 0 || v >= 0:
			t.broken(f, dir)
		case c == '\n':
			t.chunkSized(st)
		default:
			st.phase = phaseChunkExt
		}
	case phaseChunkExt:
		if c == '\n' {
			t.chunkSized(st)
		}
	case phaseChunkEnd:
		switch c {
		case '\r':
		case '\n':
			st.phase, st.remain, st.digits = phaseChunkSize, 0, 0
		default:
			t.broken(f, dir)
		}
	case phaseTrailer:
		switch {
		case c == '\n' && st.lineLen == 0:
			t.ended(f, dir)
		case c == '\n':
			st.lineLen = 0
		case c != '\r':
			st.lineLen++
		}
	}
}

func (t *Tracker) chunkSized(st *stream) {
	st.phase = phaseChunk
	if st.remain == 0 {
		st.phase, st.lineLen = phaseTrailer, 0
	}
}

// broken ends a message whose end cannot be found.
func (t *Tracker) broken(f *flow, dir uint8) {
	st := &f.streams[dir]
	st.flags |= FlagIncomplete
	t.ended(f, dir)
	t.lose(f, st)
}

// lostHTTP skips n bytes that were not captured.
func (t *Tracker) lostHTTP(f *flow, dir uint8, n int64, why Flags) {
	st := &f.streams[dir]
	switch st.phase {
	case phaseTunnel:
		return
	case phaseLost:
		st.before += n
		return
	case phaseStart:
		st.before += n
	case phaseUntilClose:
		st.flags |= why
		st.missing += n
		st.body += n
		return
	case phaseBody, phaseChunk:
		st.flags |= why
		in := min(n, st.remain)
		st.missing += in
		if n <= st.remain {
			t.skip(f, dir, n)
			return
		}
		st.before += n - in
		t.ended(f, dir)
	case phaseHead:
		st.flags |= why
		st.missing += n
		t.headCut(f, dir)
		st.gap = why == FlagGap
		return
	default:
		st.flags |= why
		st.missing += n
		t.ended(f, dir)
	}
	t.lose(f, st)
}

// closeHTTP ends a stream.
func (t *Tracker) closeHTTP(f *flow, dir uint8, why Flags) {
	st := &f.streams[dir]
	switch st.phase {
	case phaseStart, phaseTunnel, phaseLost:
	case phaseHead:
		st.flags |= FlagIncomplete
		t.headCut(f, dir)
	case phaseUntilClose:
		st.flags |= why
		t.ended(f, dir)
	default:
		st.flags |= FlagIncomplete
		t.ended(f, dir)
	}
}
