package inject

import (
	"testing"
	"time"
)

func TestRoundBits(t *testing.T) {
	for _, n := range []uint64{1, 63, 64, 65, 200} {
		r := newRound(0, n)
		var left []uint64
		for place := range n {
			if place%3 == 0 || place == n-1 {
				left = append(left, place)
			} else if !r.mark(place) {
				t.Fatalf("n %d: place %d was ticked off before", n, place)
			}
		}
		if n > 1 && r.mark(1) && n != 2 {
			t.Fatalf("n %d: ticking off twice was news", n)
		}
		if got := r.answered.Load(); got != n-uint64(len(left)) {
			t.Fatalf("n %d: %d answered, want %d", n, got, n-uint64(len(left)))
		}
		place := r.next(0)
		for _, want := range left {
			if place != want {
				t.Fatalf("n %d: next is %d, want %d", n, place, want)
			}
			place = r.next(place + 1)
		}
		if place != n {
			t.Fatalf("n %d: next behind the last is %d", n, place)
		}
	}
}

func TestRoundTimes(t *testing.T) {
	const n = 3 * recent
	r := newRound(0, n)
	for place := range uint64(n) {
		r.note(place, place+1)
	}
	if d := r.rtt(n-1, n+41); d != 41*time.Microsecond {
		t.Errorf("the last probe's round trip is %v", d)
	}
	if d := r.rtt(n-recent, n+100); d != (recent+99)*time.Microsecond {
		t.Errorf("the oldest known probe's round trip is %v", d)
	}
	if d := r.rtt(n-recent-1, n+100); d != 0 {
		t.Errorf("a forgotten probe has a round trip of %v", d)
	}
	if d := r.rtt(n-1, 5); d != 0 {
		t.Errorf("an answer before its probe has a round trip of %v", d)
	}
	if d := newRound(0, 10).rtt(0, 100); d != 0 {
		t.Errorf("a probe not sent has a round trip of %v", d)
	}
}
