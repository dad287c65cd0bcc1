package inject

import (
	"context"
	"errors"
	"testing"
	"time"
)

// fakeClock makes a pacer's time pass only while it sleeps.
type fakeClock struct{ t time.Time }

func (c *fakeClock) now() time.Time { return c.t }

func (c *fakeClock) sleep(ctx context.Context, d time.Duration) error {
	c.t = c.t.Add(d)
	return ctx.Err()
}

func newTestPacer(rate float64) (*pacer, *fakeClock) {
	c := &fakeClock{time.Unix(1000, 0)}
	p := newPacer(rate)
	p.now, p.sleep = c.now, c.sleep
	return p, c
}

func TestPacerKeepsRate(t *testing.T) {
	for _, rate := range []float64{0.5, 10, 1000, 20000, 1e6} {
		p, c := newTestPacer(rate)
		start, sent := c.t, 0
		n := int(rate*2) + 2
		for sent < n {
			k, err := p.take(t.Context(), batchSize)
			if err != nil || k < 1 || k > batchSize {
				t.Fatalf("rate %v: take = %d, %v", rate, k, err)
			}
			sent += k
			if limit := 1 + c.t.Sub(start).Seconds()*rate + rate*catchUp.Seconds(); float64(sent) > limit+1 {
				t.Fatalf("rate %v: %d after %v", rate, sent, c.t.Sub(start))
			}
			// The time that sending takes.
			c.t = c.t.Add(20 * time.Microsecond)
		}
		took := c.t.Sub(start).Seconds()
		if want := float64(sent-1) / rate; took > want*1.02+0.01 {
			t.Errorf("rate %v: %d took %.3f s, not %.3f", rate, sent, took, want)
		}
	}
}

func TestPacerCatchUpIsCapped(t *testing.T) {
	p, c := newTestPacer(10000)
	if _, err := p.take(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	c.t = c.t.Add(time.Hour) // the process was stopped
	sent, before := 0, c.t
	for c.t.Equal(before) {
		n, err := p.take(t.Context(), batchSize)
		if err != nil {
			t.Fatal(err)
		}
		sent += n
	}
	if most := int(10000*catchUp.Seconds()) + 20; sent > most {
		t.Errorf("%d probes at once after a pause, more than %d", sent, most)
	}
}

func TestPacerUnlimited(t *testing.T) {
	p, c := newTestPacer(MaxRate)
	before := c.t
	if n, err := p.take(t.Context(), 77); n != 77 || err != nil {
		t.Errorf("take = %d, %v", n, err)
	}
	if !c.t.Equal(before) {
		t.Error("it slept")
	}
}

func TestPacerStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, rate := range []float64{MaxRate, 1, 1000} {
		p := newPacer(rate)
		if _, err := p.take(ctx, 1); !errors.Is(err, context.Canceled) {
			t.Errorf("rate %v: error %v", rate, err)
		}
	}
	// In the middle of a sleep.
	ctx, cancel = context.WithCancel(t.Context())
	p := newPacer(0.001)
	if _, err := p.take(ctx, 1); err != nil {
		t.Fatal(err)
	}
	go cancel()
	if _, err := p.take(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
