package inject

import (
	"context"
	"fmt"
	"net/netip"
	"time"

	"wiredump/capture/packet"
)

// A neighbourKey is somebody on a device's link.
type neighbourKey struct {
	device *device
	addr   netip.Addr
}

// neighbourTries is how often a neighbour is asked; after the i-th time
// answers are waited for i times neighbourWait.
const (
	neighbourTries = 3
	neighbourWait  = 250 * time.Millisecond
	// neighbourRate bounds the requests a second, which every host on the link
	// has to look at.
	neighbourRate = 2000
)

// resolve finds the hardware address of each gateway and of each target on a
// link: those that the kernel knows, the others by asking.
func (s *Scanner) resolve(ctx context.Context) error {
	gateways := map[neighbourKey]*[6]byte{}
	known := map[*device]map[netip.Addr][6]byte{}
	// want fills in *hw now or when the answer comes.
	want := func(k neighbourKey, hw *[6]byte) error {
		if known[k.device] == nil {
			m, err := neighbours(k.device)
			if err != nil {
				return err
			}
			known[k.device] = m
		}
		if have, ok := known[k.device][k.addr]; ok {
			*hw = have
		} else {
			s.mu.Lock()
			s.pending[k] = hw
			s.mu.Unlock()
		}
		return nil
	}
	for i := range s.plan.segments {
		seg := &s.plan.segments[i]
		d := seg.route.device
		switch {
		case !d.resolves():
			seg.hw = d.hw
		case seg.route.onLink():
			seg.each = make([][6]byte, seg.n)
			for j := range seg.each {
				if err := want(neighbourKey{d, seg.lo.add(uint64(j)).netip()}, &seg.each[j]); err != nil {
					return err
				}
			}
		default:
			k := neighbourKey{d, seg.route.gateway}
			if gateways[k] == nil {
				gateways[k] = new([6]byte)
				if err := want(k, gateways[k]); err != nil {
					return err
				}
			}
		}
	}
	pace := newPacer(neighbourRate)
	if s.cfg.Rate > 0 && s.cfg.Rate < neighbourRate {
		pace.rate = s.cfg.Rate
	}
	for i := range neighbourTries {
		if err := s.askNeighbours(ctx, pace, time.Duration(i+1)*neighbourWait); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.pending) // late answers would race with the sender
	for i := range s.plan.segments {
		seg := &s.plan.segments[i]
		if hw := gateways[neighbourKey{seg.route.device, seg.route.gateway}]; hw != nil && seg.each == nil {
			seg.hw = *hw
		}
	}
	for k, hw := range gateways {
		if *hw == ([6]byte{}) {
			s.cfg.Notice(fmt.Sprintf("gateway %v on %s does not tell its hardware address", k.addr, k.device.name))
		}
	}
	return nil
}

// askNeighbours asks all that have not answered, and waits for answers.
func (s *Scanner) askNeighbours(ctx context.Context, pace *pacer, wait time.Duration) error {
	s.mu.Lock()
	keys := make([]neighbourKey, 0, len(s.pending))
	for k := range s.pending {
		keys = append(keys, k)
	}
	s.mu.Unlock()
	if len(keys) == 0 {
		return nil
	}
	for i := 0; i < len(keys); {
		n, err := pace.take(ctx, batchSize)
		if err != nil {
			return err
		}
		for ; n > 0 && i < len(keys); i, n = i+1, n-1 {
			if err := s.askNeighbour(keys[i]); err != nil {
				return err
			}
		}
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-t.C:
	case <-s.resolved:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

func (s *Scanner) askNeighbour(k neighbourKey) error {
	var src netip.Addr
	for _, e := range s.egresses {
		if e.device == k.device && e.source.Is4() == k.addr.Is4() {
			src = e.source
			break
		}
	}
	if !src.IsValid() {
		// A gateway of the other family (RFC 5549).
		if src = sourceOn(k.device, k.addr); !src.IsValid() {
			return nil
		}
	}
	b, err := neighbourRequest(k.device.hw, src, k.addr)
	if err != nil {
		return err
	}
	if s.cfg.Trace != nil {
		s.mu.Lock()
		s.traceFrame(k.device, b)
		s.mu.Unlock()
	}
	return s.sockets.send(k.device, b)
}

// neighbour takes the answer to a request; s.mu is held.
func (s *Scanner) neighbour(p *packet.Packet, k neighbourKey, hw [6]byte) {
	dst := s.pending[k]
	if dst == nil || hw == ([6]byte{}) {
		return
	}
	if s.cfg.Trace != nil {
		s.cfg.Trace(p)
	}
	*dst = hw
	delete(s.pending, k)
	if len(s.pending) == 0 {
		signal(s.resolved)
	}
}
