package inject

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/dissect"
	"wiredump/filter"
)

// A source is what answers come from: a ring.
type source interface {
	Next() (*packet.Batch, error) // io.EOF after Stop
	Stop()
	Close() error
	Stats() (capture.Stats, error)
}

// receiveTimeout is how long an answer may wait in the ring.
const receiveTimeout = 5 * time.Millisecond

// openReceivers opens a ring on each device in use and starts to judge what
// comes. An interface that disappears ends the scan through cancel. stop ends
// the rings once they have been read to their end.
func (s *Scanner) openReceivers(cancel context.CancelCauseFunc) (stop func() error, err error) {
	var sources []source
	defer func() {
		if err != nil {
			for _, src := range sources {
				src.Close()
			}
		}
	}()
	var devices []*device
	seen := map[*device]bool{}
	for _, e := range s.egresses {
		d := e.device
		if seen[d] {
			continue
		}
		seen[d] = true
		src, err := s.openSource(d)
		if err != nil {
			return nil, err
		}
		sources = append(sources, src)
		devices = append(devices, d)
	}
	var wg sync.WaitGroup
	for i, src := range sources {
		wg.Go(func() {
			if err := s.receiveAll(src, devices[i]); err != nil {
				cancel(err)
			}
		})
	}
	return func() error {
		var all error
		for _, src := range sources {
			src.Stop()
		}
		wg.Wait()
		for _, src := range sources {
			if st, err := src.Stats(); err == nil {
				s.count.dropped.Add(st.Dropped)
			}
			all = errors.Join(all, src.Close())
		}
		return all
	}, nil
}

// openSource opens the ring for answers on a device.
func (s *Scanner) openSource(d *device) (source, error) {
	c := capture.Config{Interface: d.name, NoPromiscuous: true, Direction: packet.In, BlockTimeout: receiveTimeout, Nano: true}
	types, err := capture.LinkTypes(c)
	if err != nil {
		return nil, permission(err)
	}
	if len(types) > 0 {
		// Without a filter the scan is slower, not wrong.
		if p, err := filter.Compile(replyFilter(s.judge.basePort, s.judge.tries), filter.Options{LinkType: types[0], Live: true}); err == nil {
			c.Filter, c.FilterText = p.Raw(), p.Expr()
		}
	}
	r, err := capture.Open(c)
	if err != nil {
		return nil, permission(err)
	}
	return r, nil
}

func permission(err error) error {
	if errors.Is(err, capture.ErrPermission) {
		return fmt.Errorf("%w: %w", errPermission, err)
	}
	return fmt.Errorf("inject: %w", err)
}

// replyFilter is what answers look like to the kernel: TCP to our ports,
// errors, and what tells hardware addresses.
func replyFilter(base, tries uint16) string {
	return fmt.Sprintf("tcp dst portrange %d-%d or icmp or icmp6 or arp", base, base+tries-1)
}

// receiveAll judges the packets of a source until its end.
func (s *Scanner) receiveAll(src source, d *device) error {
	var f dissect.Frame
	for {
		b, err := src.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("inject: %s: %w", d.name, err)
		}
		s.receive(b, d, &f)
		b.Release()
	}
}

// receive judges the packets of a batch.
func (s *Scanner) receive(b *packet.Batch, d *device, f *dissect.Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range b.Packets {
		p := &b.Packets[i]
		if p.Direction == packet.Out {
			continue
		}
		f.Decode(p)
		if a, ok := s.judge.judge(f); ok {
			s.answer(p, &a)
		} else if a, hw, ok := neighbourReply(f); ok {
			s.neighbour(p, neighbourKey{d, a}, hw)
		}
	}
}

// answer ticks off the probe that a packet answers and reports the verdict;
// s.mu is held.
func (s *Scanner) answer(p *packet.Packet, a *answer) {
	r := s.round
	x, ok := s.plan.number(a.dst, a.port)
	if r == nil || !ok {
		return
	}
	if s.cfg.Trace != nil {
		s.cfg.Trace(p)
	}
	place := s.order.index(x) - r.start
	if place >= r.n || !r.mark(place) {
		s.count.late.Add(1)
		return
	}
	s.count.lastAnswer.Store(int64(time.Since(s.began)))
	res := Result{Addr: a.dst.netip(), Port: a.port, State: a.state, Reason: a.reason, TTL: a.ttl, From: a.from}
	try := a.srcPort - s.judge.basePort
	res.Tries = int(try) + 1
	if uint32(try) == r.try.Load() {
		arrived := p.Time.Sec*1e6 + p.Time.Micros() - s.beganWall + 1
		if res.RTT = r.rtt(place, uint64(max(arrived, 0))); int64(res.RTT) > s.count.rtt.Load() {
			s.count.rtt.Store(int64(res.RTT))
		}
	}
	s.report(res)
	if r.answered.Load() == r.n {
		signal(s.complete)
	}
}

// signal wakes whoever waits on a channel of capacity one.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
