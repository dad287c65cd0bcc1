package inject

import (
	"context"
	crand "crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"wiredump/capture/packet"
)

// batchSize is how many probes are crafted before they are sent together.
const batchSize = 128

// A Scanner is one scan: planned by New, done once by Run.
type Scanner struct {
	cfg    Config
	plan   *plan
	order  order
	judge  judge
	skips  []skipped
	public bool // some targets are public addresses

	egresses []*egress
	sockets  *sockets
	pacer    *pacer
	tsOffset uint32

	began     time.Time // when New was called: all times are since then
	beganWall int64     // the same in microseconds since 1970
	complete  chan struct{}
	count     counters

	// mu guards what senders and receivers share and serializes callbacks.
	mu       sync.Mutex
	result   func(Result)
	round    *round
	pending  map[neighbourKey]*[6]byte // asked for, not answered yet
	resolved chan struct{}
}

// counters are Stats as they grow.
type counters struct {
	sent, open, closed, filtered, late, dropped, errors atomic.Uint64
	rtt                                                 atomic.Int64 // longest, nanoseconds
	lastSent, lastAnswer                                atomic.Int64 // nanoseconds since the scan began
	started                                             atomic.Int64 // when Run was called; 0: not yet
	connect                                             atomic.Bool
}

// An egress is one way out: a device and a source address on it.
type egress struct {
	device   *device
	source   netip.Addr
	template *template
	cookie   cookie // behind the source address
	tx       transmitter
	used     bool // in the batch at hand
}

// A transmitter collects probes and sends them together.
type transmitter interface {
	// slot lends the bytes of the next frame: the template's, with the patches
	// of a probe sent before. There is room for batchSize.
	slot() []byte
	// add puts the slot into the batch. dst is the IP address in it.
	add(dst addr128)
	// frames returns how many the batch holds, frame the i-th of them.
	frames() int
	frame(i int) []byte
	// flush sends the batch and empties it. Probes that the kernel refuses one
	// by one are counted; an error ends the scan.
	flush() (refused int, err error)
}

// Scan plans and does one scan. See [New] and [Scanner.Run].
func Scan(ctx context.Context, c Config, fn func(Result)) (Stats, error) {
	s, err := New(c)
	if err != nil {
		return Stats{}, err
	}
	return s.Run(ctx, fn)
}

// New checks the configuration and plans the scan: routes are looked up, no
// packet is sent, and no privilege is needed.
func New(c Config) (*Scanner, error) {
	if c.Notice == nil {
		c.Notice = func(string) {}
	}
	if c.Rate == 0 {
		c.Rate = DefaultRate
	}
	switch {
	case c.Retries == 0:
		c.Retries = DefaultRetries
	case c.Retries < 0:
		c.Retries = 0
	}
	if c.Ports == nil {
		var err error
		if c.Ports, err = ParsePorts("", nil); err != nil {
			return nil, err
		}
	}
	set, err := safeTargets(&c, c.Notice)
	if err != nil {
		return nil, err
	}
	if c.Interface == "" {
		c.Interface = c.Targets.zone
	}
	var random [5]uint64
	if err := binary.Read(crand.Reader, binary.NativeEndian, random[:]); err != nil {
		return nil, fmt.Errorf("inject: random numbers: %w", err)
	}
	for c.Seed == 0 {
		c.Seed = random[0] | 1
	}
	s := &Scanner{
		cfg:      c,
		public:   len(set.subtract(notPublic())) > 0,
		tsOffset: uint32(random[1]),
		began:    time.Now(),
		complete: make(chan struct{}, 1),
		resolved: make(chan struct{}, 1),
		pending:  map[neighbourKey]*[6]byte{},
	}
	s.beganWall = s.began.UnixMicro()
	if err := s.makePlan(set); err != nil {
		return nil, err
	}
	s.order = newOrder(s.plan.probes, c.Seed, c.Sequential)
	tries := uint16(min(c.Retries+1, 1000))
	s.cfg.Retries = int(tries) - 1
	base := c.SourcePort
	if base == 0 {
		base = choosePort(localPorts(), tries, random[2])
	}
	if int(base)+int(tries) > 1<<16 {
		return nil, fmt.Errorf("inject: source port %d leaves no room for %d tries", base, tries)
	}
	s.judge = judge{key: newCookie(random[3], random[4]), basePort: base, tries: tries}
	return s, nil
}

// makePlan finds the routes and numbers the probes.
func (s *Scanner) makePlan(set addrSet) error {
	segs, skips, err := routeTargets(set, s.cfg.Interface)
	if err != nil {
		return err
	}
	s.skips = skips
	for _, k := range skips {
		n, _ := k.r.size()
		s.cfg.Notice(fmt.Sprintf("left out: %v (%d addresses): %s", k.r, n, k.why))
	}
	if len(segs) == 0 {
		return fmt.Errorf("%w: no address can be reached", ErrNoTargets)
	}
	s.plan, err = newPlan(segs, s.cfg.Ports)
	return err
}

// choosePort returns the first of n source ports, above or below the range
// that the kernel takes ports for its own connections from.
func choosePort(local [2]int, n uint16, random uint64) uint16 {
	lo, hi := local[1]+1, 65535 // both included
	if room := local[0] - 10000; hi-lo+1 < int(n) && room >= int(n) {
		lo, hi = 10000, local[0]-1
	} else if hi-lo+1 < int(n) {
		// The kernel's range leaves nothing: any port may meet a connection,
		// high ones least.
		lo, hi = 60000, 65535
	}
	places := uint64(hi-lo+1) / uint64(n)
	return uint16(lo) + n*uint16(random%places)
}

// Run does the scan and calls fn with each verdict, one call at a time, in no
// order. At the end every port has had one, unless ctx ended before: then
// those without an answer have none, and the error is ctx's cause. Run is
// called once.
//
// Without the right to send packets, and with Config.Connect, ports are judged
// by connect(2).
func (s *Scanner) Run(ctx context.Context, fn func(Result)) (Stats, error) {
	s.result = fn
	s.count.started.Store(int64(time.Since(s.began)))
	s.pacer = newPacer(s.cfg.Rate)
	err := error(errPermission)
	if !s.cfg.Connect {
		err = s.runPackets(ctx)
		if errors.Is(err, errPermission) {
			s.notice("no permission to send packets (CAP_NET_RAW); scanning with connect(2) instead")
		}
	}
	if errors.Is(err, errPermission) {
		s.count.connect.Store(true)
		if err = s.runConnect(ctx); ctx.Err() != nil {
			err = context.Cause(ctx)
		}
	}
	st := s.Progress()
	st.Interrupted = err != nil
	return st, err
}

// errPermission: the process may not send packets of its own making.
var errPermission = errors.New("inject: no permission to send packets")

// Progress returns how far the scan is. It may be called while Run runs, from
// any goroutine but a callback.
func (s *Scanner) Progress() Stats {
	c := &s.count
	st := Stats{
		Probes: s.plan.probes,
		Sent:   c.sent.Load(),
		Open:   c.open.Load(), Closed: c.closed.Load(), Filtered: c.filtered.Load(),
		Late: c.late.Load(), RingDropped: c.dropped.Load(), SendErrors: c.errors.Load(),
		RTT:     time.Duration(c.rtt.Load()),
		Connect: c.connect.Load(),
	}
	if started := c.started.Load(); started != 0 {
		st.Elapsed = time.Since(s.began) - time.Duration(started)
	}
	return st
}

func (s *Scanner) notice(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cfg.Notice(text)
}

// runPackets scans with packets of our own.
func (s *Scanner) runPackets(ctx context.Context) (err error) {
	if s.sockets, err = openSockets(); err != nil {
		return err
	}
	defer s.sockets.close()
	if err := s.openEgresses(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stop, err := s.openReceivers(cancel)
	if err != nil {
		return err
	}
	err = s.probeAll(ctx)
	if ctx.Err() != nil {
		err = context.Cause(ctx)
		// What is under way may still arrive.
		time.Sleep(min(s.patience(0), 250*time.Millisecond))
	}
	return errors.Join(err, stop())
}

// openEgresses opens a way out for each route and gives it to its segments.
func (s *Scanner) openEgresses() error {
	type key struct {
		device int
		source netip.Addr
	}
	known := map[key]*egress{}
	for i := range s.plan.segments {
		seg := &s.plan.segments[i]
		r := seg.route
		k := key{r.device.index, r.source}
		e := known[k]
		if e == nil {
			t, err := newTemplate(r.source, r.device.ethernet || r.device.loopback, r.device.hw, r.device.mtu)
			if err != nil {
				return err
			}
			e = &egress{device: r.device, source: r.source, template: t, cookie: s.judge.key.from(toAddr128(r.source))}
			if e.tx, err = s.sockets.transmitter(e, s.cfg.Interface != ""); err != nil {
				return err
			}
			known[k] = e
			s.egresses = append(s.egresses, e)
		}
		seg.egress = e
	}
	return nil
}

// probeAll sends all probes, round by round, and reports what is not answered.
func (s *Scanner) probeAll(ctx context.Context) error {
	if err := s.resolve(ctx); err != nil {
		return err
	}
	for start := uint64(0); start < s.plan.probes; start += maxRound {
		r := newRound(start, min(maxRound, s.plan.probes-start))
		s.mu.Lock()
		s.round = r
		s.mu.Unlock()
		if err := s.probeRound(ctx, r); err != nil {
			return err
		}
		if err := s.conclude(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// probeRound sends the probes of a round, and again those without an answer,
// as long as that changes verdicts. An ICMP error changes none: the port is
// filtered with it or without.
func (s *Scanner) probeRound(ctx context.Context, r *round) error {
	defer func(rate float64) { s.pacer.rate = rate }(s.pacer.rate)
	for try := 0; ; try++ {
		r.try.Store(uint32(try))
		before, began := s.certain(), time.Now()
		if err := s.pass(ctx, r, uint16(try)); err != nil {
			return err
		}
		if s.cfg.Rate < 0 && try == 0 {
			s.pacer.rate = retryRate(r.answered.Load(), time.Since(began))
		}
		if err := s.settle(ctx, r, try); err != nil {
			return err
		}
		if r.answered.Load() == r.n || try == s.cfg.Retries || try > 0 && s.certain() == before {
			return nil
		}
	}
}

// retryRate is how fast to ask again in a scan without a rate: as fast as
// answers came to the first probes. What was sent faster than that was lost.
func retryRate(answered uint64, took time.Duration) float64 {
	const least = 20000 // silence alone is no sign of loss
	return max(least, float64(answered)/max(took.Seconds(), 1e-6))
}

// certain returns how many ports are known to be open or closed.
func (s *Scanner) certain() uint64 { return s.count.open.Load() + s.count.closed.Load() }

// pass sends one probe for each place in the round without an answer.
func (s *Scanner) pass(ctx context.Context, r *round, try uint16) error {
	srcPort := s.judge.basePort + try
	for place := r.next(0); place < r.n; {
		n, err := s.pacer.take(ctx, batchSize)
		if err != nil {
			return err
		}
		now := s.micros()
		for ; n > 0 && place < r.n; place = r.next(place + 1) {
			seg, i, port := s.plan.probe(s.order.at(r.start + place))
			hw := seg.destination(i)
			dst := seg.lo.add(i)
			if hw == ([6]byte{}) && seg.route.device.resolves() {
				s.unreachable(r, place, dst, port)
				continue
			}
			e := seg.egress
			h := e.cookie.seq(dst, srcPort, port)
			p := probe{dst: dst, hw: hw, id: uint16(h >> 48), srcPort: srcPort, dstPort: port, seq: uint32(h), tsval: s.tsOffset + uint32(now)}
			e.template.patch(e.tx.slot(), &p)
			e.tx.add(dst)
			e.used = true
			r.note(place, now)
			n--
		}
		if err := s.flush(); err != nil {
			return err
		}
	}
	return nil
}

// flush sends what pass has collected.
func (s *Scanner) flush() error {
	for _, e := range s.egresses {
		if !e.used {
			continue
		}
		e.used = false
		if s.cfg.Trace != nil {
			s.traceSent(e)
		}
		n := e.tx.frames()
		refused, err := e.tx.flush()
		s.count.sent.Add(uint64(n - refused))
		s.count.errors.Add(uint64(refused))
		s.count.lastSent.Store(int64(time.Since(s.began)))
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Scanner) traceSent(e *egress) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range e.tx.frames() {
		s.traceFrame(e.device, e.tx.frame(i))
	}
}

// traceFrame hands a frame that is being sent to the tracer; s.mu is held.
func (s *Scanner) traceFrame(d *device, b []byte) {
	lt := packet.Raw
	if d.ethernet || d.loopback {
		lt = packet.Ethernet
	}
	s.cfg.Trace(&packet.Packet{Data: b, WireLen: uint32(len(b)), Time: packet.FromGo(time.Now()), LinkType: lt, Direction: packet.Out})
}

// micros returns the microseconds since the scan began, at least 1.
func (s *Scanner) micros() uint64 { return uint64(time.Since(s.began)/time.Microsecond) + 1 }

// patience is how long to wait for answers to the given try before what is
// missing is asked again, or given up: three round trips, the longest seen,
// and six after a retry. Round trips seen so far may mislead about those not
// seen, so there are least times, longer where targets may be far.
func (s *Scanner) patience(try int) time.Duration {
	if s.cfg.Wait > 0 {
		return s.cfg.Wait
	}
	const least, leastPublic, unknown, most = 100 * time.Millisecond, 300 * time.Millisecond, 500 * time.Millisecond, 4 * time.Second
	rtt := time.Duration(s.count.rtt.Load())
	d, factor := least, 1
	switch {
	case rtt == 0:
		d = unknown
	case s.public:
		d = leastPublic
	}
	if try > 0 {
		factor = 2
		d *= 3
	}
	return min(max(d, time.Duration(3*factor)*rtt), most)
}

// settle waits until all probes are answered, or nothing has come for as long
// as patience lasts.
func (s *Scanner) settle(ctx context.Context, r *round, try int) error {
	for r.answered.Load() < r.n {
		last := max(s.count.lastSent.Load(), s.count.lastAnswer.Load())
		left := s.patience(try) - (time.Since(s.began) - time.Duration(last))
		if left <= 0 {
			return nil
		}
		t := time.NewTimer(left)
		select {
		case <-t.C:
		case <-s.complete:
			t.Stop()
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		}
	}
	return nil
}

// conclude reports the probes of a round that nobody answered.
func (s *Scanner) conclude(ctx context.Context, r *round) error {
	for place := r.next(0); place < r.n; place = r.next(place + 1) {
		if place&0xfff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		seg, i, port := s.plan.probe(s.order.at(r.start + place))
		s.mu.Lock()
		if r.mark(place) {
			s.report(Result{Addr: seg.lo.add(i).netip(), Port: port, State: Filtered, Reason: NoResponse, Tries: int(r.try.Load()) + 1})
		}
		s.mu.Unlock()
	}
	return nil
}

// unreachable reports a probe that cannot be sent, as nobody has told the
// hardware address to send it to.
func (s *Scanner) unreachable(r *round, place uint64, dst addr128, port uint16) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.mark(place) {
		s.report(Result{Addr: dst.netip(), Port: port, State: Filtered, Reason: HostUnreach})
	}
}

// report counts a verdict and hands it on; s.mu is held.
func (s *Scanner) report(r Result) {
	switch r.State {
	case Open:
		s.count.open.Add(1)
	case Closed:
		s.count.closed.Add(1)
	default:
		s.count.filtered.Add(1)
	}
	if s.result != nil {
		s.result(r)
	}
}
