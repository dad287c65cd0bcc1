package inject

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestOrderIsPermutation(t *testing.T) {
	for _, n := range []uint64{1, 2, 3, 4, 5, 7, 8, 9, 100, 255, 256, 257, 1000, 4096, 65537} {
		for seed := range uint64(3) {
			o := newOrder(n, seed, false)
			seen := make([]bool, n)
			for i := range n {
				x := o.at(i)
				if x >= n || seen[x] {
					t.Fatalf("n %d, seed %d: at(%d) = %d is out of range or a repetition", n, seed, i, x)
				}
				seen[x] = true
				if back := o.index(x); back != i {
					t.Fatalf("n %d, seed %d: index(at(%d)) = %d", n, seed, i, back)
				}
			}
		}
	}
}

func TestOrderLarge(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []uint64{1<<32 - 5, 1 << 40, 1<<48 + 1, 1 << 62} {
		o := newOrder(n, 7, false)
		for range 1000 {
			i := rng.Uint64N(n)
			x := o.at(i)
			if x >= n || o.index(x) != i {
				t.Fatalf("n %d: at(%d) = %d, back at %d", n, i, x, o.index(x))
			}
		}
	}
}

func TestOrderSeeds(t *testing.T) {
	const n = 1000
	a, b, again := newOrder(n, 1, false), newOrder(n, 2, false), newOrder(n, 1, false)
	same := 0
	for i := range uint64(n) {
		if a.at(i) != again.at(i) {
			t.Fatal("the same seed gave two orders")
		}
		if a.at(i) == b.at(i) {
			same++
		}
	}
	if same > 20 {
		t.Errorf("two seeds agree in %d of %d places", same, n)
	}
}

func TestOrderSequential(t *testing.T) {
	o := newOrder(10, 5, true)
	for i := range uint64(10) {
		if o.at(i) != i || o.index(i) != i {
			t.Fatalf("place %d is not itself", i)
		}
	}
}

// TestOrderSpreads checks that any stretch of the order meets all hosts alike:
// nobody is probed in bursts. With 64 hosts of 1000 ports, the first tenth has
// 100 probes for each on average; a bias of 6 standard deviations fails.
func TestOrderSpreads(t *testing.T) {
	const hosts, ports = 64, 1000
	o := newOrder(hosts*ports, 99, false)
	var count [hosts]int
	for i := range uint64(hosts * ports / 10) {
		count[o.at(i)/ports]++
	}
	for h, n := range count {
		if math.Abs(float64(n-ports/10)) > 6*math.Sqrt(ports/10) {
			t.Errorf("host %d has %d of the first %d probes", h, n, hosts*ports/10)
		}
	}
}

func BenchmarkOrder(b *testing.B) {
	o := newOrder(65536*1000+1, 1, false)
	i := uint64(0)
	for b.Loop() {
		o.at(i)
		if i++; i == o.n {
			i = 0
		}
	}
}
