package inject

import (
	"math/bits"
	"sync/atomic"
	"time"
)

// maxRound is how many probes one round has at most: a bit for each is 2 MiB.
const maxRound = 1 << 24

// recent is for how many probes the time of sending is kept, so that answers
// have a round-trip time.
const recent = 1 << 16

// A round is a run of probes, consecutive in the order of sending, whose
// answers are ticked off. The sender and the receivers use it at the same
// time.
type round struct {
	start    uint64 // place of the first probe in the whole order
	n        uint64
	bits     []atomic.Uint64 // by place within the round: answered
	answered atomic.Uint64
	// sent holds place<<40 | time of sending in microseconds since the scan
	// began, at place modulo its length. A new round begins with the old one's
	// array: what is left of it fails to match or is a whole round old.
	sent []atomic.Uint64
	try  atomic.Uint32 // tries before the current one
}

func newRound(start, n uint64) *round {
	return &round{
		start: start, n: n,
		bits: make([]atomic.Uint64, (n+63)/64),
		sent: make([]atomic.Uint64, min(recent, 1<<bits.Len64(n))),
	}
}

// mark ticks off a probe and reports whether that was news.
func (r *round) mark(place uint64) bool {
	bit := uint64(1) << (place & 63)
	if r.bits[place>>6].Or(bit)&bit != 0 {
		return false
	}
	r.answered.Add(1)
	return true
}

// next returns the first place from place on that is not ticked off; r.n if
// there is none.
func (r *round) next(place uint64) uint64 {
	for place < r.n {
		w := ^r.bits[place>>6].Load() >> (place & 63)
		if w != 0 {
			return min(place+uint64(bits.TrailingZeros64(w)), r.n)
		}
		place = (place | 63) + 1
	}
	return r.n
}

const sentTimeBits = 40

// note keeps when a probe was sent, in microseconds since the scan began.
func (r *round) note(place, micros uint64) {
	r.sent[place&uint64(len(r.sent)-1)].Store(place<<sentTimeBits | micros&(1<<sentTimeBits-1))
}

// rtt returns how long before micros the probe was sent; 0 if that is not
// known.
func (r *round) rtt(place, micros uint64) time.Duration {
	v := r.sent[place&uint64(len(r.sent)-1)].Load()
	at := v & (1<<sentTimeBits - 1)
	if v>>sentTimeBits != place || at == 0 || micros <= at {
		return 0
	}
	return time.Duration(micros-at) * time.Microsecond
}
