package capture

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"wiredump/capture/packet"
)

// A Merged is several rings as one source, with their packets in the order of
// time. Next is called by one goroutine at a time; the other methods may be
// called from any.
//
// A ring that has nothing to show may still have a packet in a block that is
// not full. So the packets of the others wait, for twice the ring's block
// timeout and a little more, but not if a ring would run full meanwhile.
type Merged struct {
	packet.DataSource

	rings  []*Ring
	single *Ring // the only ring, which needs no merging; nil if there are several
	ifaces []packet.Interface
	inputs []input
	slack  time.Duration // how long a ring may keep a packet from us

	reader  sync.Mutex    // held while Next runs
	arrived chan struct{} // told when an input has something
	done    chan struct{} // closed by Close
	readers sync.WaitGroup
	closing sync.Once

	pool struct {
		sync.Mutex
		batches []*mergedBatch
		shares  []*share
	}
}

// mergeJitter is how late the kernel's timer may be. It runs every block
// timeout and closes a block that it finds for the second time.
const mergeJitter = 10 * time.Millisecond

// An input is one ring as Next sees it.
type input struct {
	ring  *Ring
	iface uint32 // index into ifaces
	from  chan arrival
	queue []*share // batches not wholly passed on, oldest first
	next  int      // of the packets of queue[0]
	limit int      // how long the queue may become
	err   error    // how the ring ended; nil while it goes on
	told  bool     // err was returned by Next
}

// An arrival is what a ring's Next returned.
type arrival struct {
	batch *packet.Batch
	err   error
}

// A share is a batch of a ring that several merged batches point into.
type share struct {
	batch *packet.Batch
	refs  atomic.Int32 // the queue and merged batches
	since time.Time    // when it arrived
}

// A mergedBatch holds copies of packets, whose bytes stay where they are.
type mergedBatch struct {
	packet.Batch
	shares []*share
}

// maxMerged is how many packets a merged batch has at most.
const maxMerged = 4096

// Merge makes one source of several rings, which it owns from then on. Rings
// on the same interface, as in a fan-out group, share an entry of Interfaces.
//
// Next returns the error of each ring that fails (ErrGone, say) once, after the
// ring's packets, and goes on with the others; it returns io.EOF when all have
// ended.
func Merge(rings ...*Ring) *Merged {
	m := &Merged{
		rings:   rings,
		inputs:  make([]input, len(rings)),
		arrived: make(chan struct{}, 1),
		done:    make(chan struct{}),
	}
	m.DataSource = packet.NewDataSource(m.Next)
	if len(rings) == 1 {
		m.single, m.ifaces = rings[0], rings[0].Interfaces()
		return m
	}
	for i, r := range rings {
		m.slack = max(m.slack, 2*r.cfg.BlockTimeout+mergeJitter)
		in := &m.inputs[i]
		in.ring = r
		in.from = make(chan arrival, 1)
		in.limit = len(r.blocks) / 2
		in.iface = m.interfaceOf(r)
		m.readers.Go(func() { m.read(r, in.from) })
	}
	return m
}

func (m *Merged) interfaceOf(r *Ring) uint32 {
	for i, known := range m.ifaces {
		if known.Name == r.ifaces[0].Name && known.NetNS == r.ifaces[0].NetNS && known.LinkType == r.ifaces[0].LinkType {
			return uint32(i)
		}
	}
	m.ifaces = append(m.ifaces, r.ifaces[0])
	return uint32(len(m.ifaces) - 1)
}

// read brings the ring's batches to Next until the ring ends.
func (m *Merged) read(r *Ring, to chan<- arrival) {
	for {
		b, err := r.Next()
		select {
		case to <- arrival{b, err}:
		case <-m.done:
			if b != nil {
				b.Release()
			}
			return
		}
		select {
		case m.arrived <- struct{}{}:
		default: // told already, and not yet heard
		}
		if err != nil {
			return
		}
	}
}

// Interfaces implements the contract of a source.
func (m *Merged) Interfaces() []packet.Interface { return m.ifaces }

// Rings returns the rings, for their statistics.
func (m *Merged) Rings() []*Ring { return m.rings }

// Next waits for packets and returns them in the order of time.
func (m *Merged) Next() (*packet.Batch, error) {
	m.reader.Lock()
	defer m.reader.Unlock()
	for {
		select {
		case <-m.done:
			return nil, ErrClosed
		default:
		}
		if m.single != nil {
			return m.nextOfSingle()
		}
		m.takeArrivals()
		now := time.Now()
		if b := m.emit(m.horizon(now)); b != nil {
			return b, nil
		}
		if err := m.ended(); err != nil {
			return nil, err
		}
		m.waitForMore(now)
	}
}

// nextOfSingle is Next where there is one ring.
func (m *Merged) nextOfSingle() (*packet.Batch, error) {
	in := &m.inputs[0]
	if in.err != nil {
		return nil, io.EOF
	}
	b, err := m.single.Next()
	in.err = err
	return b, err
}

// takeArrivals moves what the readers have into the queues, without waiting.
func (m *Merged) takeArrivals() {
	for i := range m.inputs {
		in := &m.inputs[i]
		for in.err == nil && len(in.queue) < in.limit {
			var a arrival
			select {
			case a = <-in.from:
			default:
			}
			in.err = a.err
			if a.batch == nil {
				break
			}
			in.queue = append(in.queue, m.newShare(a.batch))
		}
	}
}

// horizon returns the time up to which all packets are known.
func (m *Merged) horizon(now time.Time) packet.Time {
	known := packet.Time{Sec: 1<<63 - 1}
	allIdle := true
	for i := range m.inputs {
		in := &m.inputs[i]
		if in.err != nil {
			continue
		}
		var t packet.Time // long ago
		switch {
		case len(in.queue) > 0:
			t = lastTime(in.queue[len(in.queue)-1])
		case in.ring.idle() && len(in.from) == 0:
			t = packet.FromGo(now.Add(-m.slack))
		default:
			allIdle = false // a batch is on its way
		}
		if t.Before(known) {
			known = t
		}
	}
	// What has waited long enough by a clock that nobody sets, or stands in a
	// full queue, goes out whatever its time stamp says.
	for i := range m.inputs {
		in := &m.inputs[i]
		for j, s := range in.queue {
			full := j == 0 && len(in.queue) == in.limit
			if !full && !(allIdle && now.Sub(s.since) >= m.slack) {
				break
			}
			if t := lastTime(s); known.Before(t) {
				known = t
			}
		}
	}
	return known
}

func lastTime(s *share) packet.Time {
	return s.batch.Packets[len(s.batch.Packets)-1].Time
}

// emit returns the packets up to the horizon, nil if there are none.
func (m *Merged) emit(horizon packet.Time) *packet.Batch {
	var out *mergedBatch
	for {
		in := m.oldest(-1)
		if in < 0 {
			break
		}
		// A run of this input: up to where another one has an older packet.
		until := horizon
		if other := m.oldest(in); other >= 0 {
			if t := m.inputs[other].head().Time; t.Before(until) {
				until = t
			}
		}
		if !m.emitRun(&out, &m.inputs[in], until) {
			break
		}
	}
	if out == nil {
		return nil
	}
	return &out.Batch
}

// emitRun appends the packets of one input that are not later than until. It
// reports whether there was any and room is left.
func (m *Merged) emitRun(out **mergedBatch, in *input, until packet.Time) bool {
	if until.Before(in.head().Time) {
		return false
	}
	if *out == nil {
		*out = m.newBatch()
	}
	b, s := *out, in.queue[0]
	s.refs.Add(1)
	b.shares = append(b.shares, s)
	packets := s.batch.Packets
	for in.next < len(packets) && len(b.Packets) < maxMerged && !until.Before(packets[in.next].Time) {
		b.Packets = append(b.Packets, packets[in.next])
		b.Packets[len(b.Packets)-1].Interface = in.iface
		in.next++
	}
	if in.next == len(packets) {
		in.next = 0
		n := copy(in.queue, in.queue[1:])
		in.queue[n] = nil
		in.queue = in.queue[:n]
		m.drop(s)
	}
	return len(b.Packets) < maxMerged
}

func (in *input) head() *packet.Packet { return &in.queue[0].batch.Packets[in.next] }

// oldest returns the input whose next packet is the oldest, -1 if there is
// none; except is left out.
func (m *Merged) oldest(except int) int {
	found := -1
	for i := range m.inputs {
		in := &m.inputs[i]
		if i == except || len(in.queue) == 0 {
			continue
		}
		if found < 0 || in.head().Time.Before(m.inputs[found].head().Time) {
			found = i
		}
	}
	return found
}

// ended returns the error of a ring that failed, or io.EOF if all have ended
// and everything is passed on.
func (m *Merged) ended() error {
	all := true
	for i := range m.inputs {
		in := &m.inputs[i]
		if in.err == nil || len(in.queue) > 0 {
			all = false
			continue
		}
		if !in.told && !errors.Is(in.err, io.EOF) {
			in.told = true
			return in.err
		}
	}
	if all {
		return io.EOF
	}
	return nil
}

// waitForMore sleeps until a ring has something or a waiting packet is due.
func (m *Merged) waitForMore(now time.Time) {
	var due <-chan time.Time
	if i := m.oldest(-1); i >= 0 {
		// Of a ring that is not idle, the arrival will wake us.
		wait := min(m.inputs[i].head().Time.Go().Add(m.slack).Sub(now), m.inputs[i].queue[0].since.Add(m.slack).Sub(now))
		t := time.NewTimer(max(wait, time.Millisecond))
		defer t.Stop()
		due = t.C
	}
	select {
	case <-m.arrived:
	case <-due:
	case <-m.done:
	}
}

func (m *Merged) newShare(b *packet.Batch) *share {
	var s *share
	m.pool.Lock()
	if n := len(m.pool.shares); n > 0 {
		s, m.pool.shares = m.pool.shares[n-1], m.pool.shares[:n-1]
	}
	m.pool.Unlock()
	if s == nil {
		s = new(share)
	}
	s.batch, s.since = b, time.Now()
	s.refs.Store(1)
	return s
}

// drop gives up one reference to a share.
func (m *Merged) drop(s *share) {
	if s.refs.Add(-1) > 0 {
		return
	}
	s.batch.Release()
	s.batch = nil
	m.pool.Lock()
	m.pool.shares = append(m.pool.shares, s)
	m.pool.Unlock()
}

func (m *Merged) newBatch() *mergedBatch {
	m.pool.Lock()
	defer m.pool.Unlock()
	if n := len(m.pool.batches); n > 0 {
		b := m.pool.batches[n-1]
		m.pool.batches = m.pool.batches[:n-1]
		return b
	}
	b := new(mergedBatch)
	b.Free = func(*packet.Batch) { m.freeBatch(b) }
	return b
}

func (m *Merged) freeBatch(b *mergedBatch) {
	for i, s := range b.shares {
		m.drop(s)
		b.shares[i] = nil
	}
	clear(b.Packets)
	b.shares, b.Packets = b.shares[:0], b.Packets[:0]
	m.pool.Lock()
	m.pool.batches = append(m.pool.batches, b)
	m.pool.Unlock()
}

// Stop ends the inflow of all rings at the same moment; see Ring.Stop.
func (m *Merged) Stop() { stopAll(m.rings) }

// Stats returns the sum over the rings.
func (m *Merged) Stats() (Stats, error) {
	var sum Stats
	seen := make(map[uint32]bool) // interfaces: rings of a group share one
	for i, r := range m.rings {
		st, err := r.Stats()
		if err != nil {
			return Stats{}, err
		}
		sum.Received += st.Received
		sum.Dropped += st.Dropped
		sum.Delivered += st.Delivered
		sum.Discarded += st.Discarded
		if iface := m.inputs[i].iface; !seen[iface] {
			seen[iface] = true
			sum.DroppedByInterface += st.DroppedByInterface
		}
	}
	return sum, nil
}

// Close closes all rings. A Next that waits returns ErrClosed. Batches that
// are still out stay valid.
func (m *Merged) Close() error {
	var err error
	m.closing.Do(func() {
		close(m.done)
		if m.single != nil {
			err = m.single.Close() // and Next returns
			return
		}
		m.reader.Lock() // Next looks into the rings
		defer m.reader.Unlock()
		for _, r := range m.rings {
			err = errors.Join(err, r.Close())
		}
		m.readers.Wait()
		for i := range m.inputs {
			in := &m.inputs[i]
			select {
			case a := <-in.from:
				if a.batch != nil {
					a.batch.Release()
				}
			default:
			}
			for _, s := range in.queue {
				m.drop(s)
			}
			in.queue = nil
		}
	})
	return err
}
