package inject

import (
	"context"
	"time"
)

const (
	// catchUp is how much of the past the pacer makes up for after the process
	// was held up. More would be a burst that the rate was to prevent.
	catchUp = 20 * time.Millisecond
	// quantum is the shortest sleep: above a thousand probes a second several
	// go out together, as waking for each would cost more than sending it.
	quantum = time.Millisecond
)

// A pacer deals out tokens, one a probe, at a rate. It is used by one
// goroutine.
type pacer struct {
	rate   float64 // tokens a second; 0 or less: no limit
	tokens float64
	last   time.Time
	now    func() time.Time
	sleep  func(context.Context, time.Duration) error
}

func newPacer(rate float64) *pacer {
	return &pacer{rate: rate, tokens: 1, now: time.Now, sleep: sleep}
}

// take waits until there is a token, and returns how many there are, at most
// limit: so many probes may be sent now.
func (p *pacer) take(ctx context.Context, limit int) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if p.rate <= 0 {
		return limit, nil
	}
	for {
		now := p.now()
		if !p.last.IsZero() {
			p.tokens += now.Sub(p.last).Seconds() * p.rate
			p.tokens = min(p.tokens, max(1, p.rate*catchUp.Seconds()))
		}
		p.last = now
		if p.tokens >= 1 {
			n := min(int(p.tokens), limit)
			p.tokens -= float64(n)
			return n, nil
		}
		wait := time.Duration((1 - p.tokens) / p.rate * float64(time.Second))
		if err := p.sleep(ctx, max(wait, quantum)); err != nil {
			return 0, err
		}
	}
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
