package main

import (
	"errors"
	"io"
	"os"
	"time"

	"wiredump/capture/packet"
)

// A source brings packets: a ring, several of them, or a file. Next is called
// by one goroutine; Stop, where there is one, by any.
type source interface {
	Next() (*packet.Batch, error)
}

// A sink takes packets: a view that prints, a file that is written.
type sink interface {
	// packet takes one packet, lent until it returns.
	packet(p *packet.Packet) error
	// flush passes on what is held back. The pipeline calls it when it runs
	// out of packets for the moment.
	flush() error
}

// A batchSink is a sink that takes a batch faster than its packets one by one.
type batchSink interface {
	// batch takes all packets of a batch, lent until it returns.
	batch(b *packet.Batch) error
}

// A ticker is a sink that works by the clock as well.
type ticker interface {
	tick(now time.Time) error
	// nextTick returns when tick has something to do if no packet comes
	// before; the zero time if never.
	nextTick() time.Time
}

// A syncer is a sink that holds back more than flush passes on.
type syncer interface{ sync() error }

// A pipeline moves packets from a source to sinks.
type pipeline struct {
	src    source
	accept func(*packet.Packet) bool // nil: all packets
	sinks  []sink
	// rejected is given the packets that accept refuses; may be nil.
	rejected func(*packet.Packet) error
	skip     int // packets yet to pass over
	count    int // end after so many; 0: never
	taken    int // packets that went to the sinks
	signals  *signals
	// Called by the pipeline's goroutine on SIGUSR1; may be nil.
	onStats func()
	// stop ends a live source; nil for files, which are just left.
	stop func()
	// prompt says that the source never keeps one waiting: a file on disk.
	prompt bool
}

// errStopped is how a pipeline ends that was told to.
var errStopped = errors.New("stopped")

// run moves packets until the source ends (nil), an error ends it, or
// somebody stops it (errStopped). A live source that is stopped is still read
// to its end. When run returns, nobody reads a live source any more.
func (l *pipeline) run() error {
	if l.prompt && l.wholesale() {
		return l.runHere()
	}
	// One batch under way besides those being read and used: more would only
	// push each other out of the processor's cache.
	batches := make(chan *packet.Batch, 1)
	done := make(chan struct{})
	var readErr error
	go func() {
		defer close(batches)
		readErr = l.read(batches, done)
	}()
	defer func() {
		close(done)
		if l.stop != nil { // or else the source may keep its reader for ever
			l.stop()
			for b := range batches {
				b.Release()
			}
		}
	}()
	alarm := newAlarm()
	defer alarm.Stop()
	for {
		alarm.set(l.nextTick())
		select {
		case b, ok := <-batches:
			if !ok {
				return l.ended(readErr)
			}
			full, err := l.batch(b)
			b.Release()
			if err != nil {
				return err
			}
			if full {
				l.halt()
				return l.flush()
			}
			if len(batches) == 0 {
				if err := l.flush(); err != nil {
					return err
				}
			}
		case sig := <-l.signals.c:
			if err := l.answer(sig); err != nil {
				return err
			}
		case now := <-alarm.C:
			alarm.at = time.Time{}
			if err := l.tick(now); err != nil {
				return err
			}
		}
	}
}

// read hands on the batches of the source until it ends or nobody wants them.
func (l *pipeline) read(batches chan<- *packet.Batch, done <-chan struct{}) error {
	for {
		b, err := l.src.Next()
		if err != nil {
			return err
		}
		select {
		case batches <- b:
		case <-done:
			b.Release()
			return nil
		}
	}
}

// ended is what comes of the source's last error.
func (l *pipeline) ended(err error) error {
	if ferr := l.flush(); ferr != nil {
		return ferr
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// answer does what a signal asks for. Its error ends the run.
func (l *pipeline) answer(sig os.Signal) error {
	switch l.signals.kind(sig) {
	case signalStats:
		if l.onStats != nil {
			l.onStats()
		}
	case signalFlush:
		return l.sync()
	case signalStop:
		if l.stop == nil {
			return errors.Join(l.flush(), errStopped)
		}
		l.halt()
	}
	return nil
}

// An alarm is a timer that is set to a point in time. A capture that waits for
// packets is to wake for nothing else.
type alarm struct {
	*time.Timer
	at time.Time // when it rings; zero: not set
}

func newAlarm() *alarm {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return &alarm{Timer: t}
}

func (a *alarm) set(at time.Time) {
	switch {
	case at.Equal(a.at):
		return
	case at.IsZero():
		a.Stop()
	default:
		a.Reset(time.Until(at))
	}
	a.at = at
}

// nextTick returns when the first sink has something to do by the clock; the
// zero time if none has.
func (l *pipeline) nextTick() time.Time {
	var first time.Time
	for _, s := range l.sinks {
		if t, ok := s.(ticker); ok {
			if at := t.nextTick(); first.IsZero() || !at.IsZero() && at.Before(first) {
				first = at
			}
		}
	}
	return first
}

func (l *pipeline) tick(now time.Time) error {
	for _, s := range l.sinks {
		if t, ok := s.(ticker); ok {
			if err := t.tick(now); err != nil {
				return err
			}
		}
	}
	return nil
}

// wholesale reports whether packets are so cheap here that handing them to
// another processor costs more than it gains: they are counted, or copied to a
// file.
func (l *pipeline) wholesale() bool {
	for _, s := range l.sinks {
		if _, ok := s.(batchSink); !ok {
			return false
		}
	}
	return len(l.sinks) <= 1
}

// runHere is run in one goroutine, for a source that never waits.
func (l *pipeline) runHere() error {
	for {
		b, err := l.src.Next()
		if err != nil {
			return l.ended(err)
		}
		full, err := l.batch(b)
		b.Release()
		if err != nil {
			return err
		}
		if full {
			return l.flush()
		}
		if err := l.tick(time.Now()); err != nil {
			return err
		}
		select {
		case sig := <-l.signals.c:
			if err := l.answer(sig); err != nil {
				return err
			}
		default:
		}
	}
}

func (l *pipeline) halt() {
	if l.stop != nil {
		l.stop()
	}
}

// batch hands the packets of a batch to the sinks. It returns true once the
// wanted number of packets has been reached.
func (l *pipeline) batch(b *packet.Batch) (full bool, err error) {
	if l.wholesale() {
		return l.wholeBatch(b)
	}
	for i := range b.Packets {
		p := &b.Packets[i]
		if l.accept != nil && !l.accept(p) {
			if p.Extra != nil && l.rejected != nil {
				if err := l.rejected(p); err != nil {
					return false, err
				}
			}
			continue
		}
		if l.skip > 0 {
			l.skip--
			continue
		}
		l.taken++
		for _, s := range l.sinks {
			if err := s.packet(p); err != nil {
				return false, err
			}
		}
		if l.taken == l.count {
			return true, nil
		}
	}
	return false, nil
}

// wholeBatch is batch for a sink that takes batches: what is left of this one
// is moved together.
func (l *pipeline) wholeBatch(b *packet.Batch) (full bool, err error) {
	n := 0
	for i := range b.Packets {
		p := &b.Packets[i]
		if l.accept != nil && !l.accept(p) {
			if p.Extra != nil && l.rejected != nil {
				// Its blocks stand behind the packets so far.
				if err := l.deliver(b, n); err != nil {
					return false, err
				}
				n = 0
				if err := l.rejected(p); err != nil {
					return false, err
				}
			}
			continue
		}
		if l.skip > 0 {
			l.skip--
			continue
		}
		if n != i {
			b.Packets[n] = *p
		}
		n++
		if l.taken++; l.taken == l.count {
			full = true
			break
		}
	}
	return full, l.deliver(b, n)
}

// deliver gives the first n packets of the batch to the sink.
func (l *pipeline) deliver(b *packet.Batch, n int) error {
	if n == 0 || len(l.sinks) == 0 {
		return nil
	}
	all := b.Packets
	b.Packets = all[:n]
	err := l.sinks[0].(batchSink).batch(b)
	b.Packets = all
	return err
}

func (l *pipeline) flush() error {
	for _, s := range l.sinks {
		if err := s.flush(); err != nil {
			return err
		}
	}
	return nil
}

// sync makes the sinks pass on everything they hold, files included.
func (l *pipeline) sync() error {
	for _, s := range l.sinks {
		if f, ok := s.(syncer); ok {
			if err := f.sync(); err != nil {
				return err
			}
		}
	}
	return l.flush()
}
