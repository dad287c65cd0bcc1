package capture_test

import (
	"errors"
	"io"
	"sync"
	"testing"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

func openMerged(t *testing.T, rings ...*capture.Ring) *capture.Merged {
	t.Helper()
	m := capture.Merge(rings...)
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error("Close:", err)
		}
	})
	return m
}

func TestMergeByTime(t *testing.T) {
	p := quietPair(t)
	for _, tt := range []struct {
		name  string
		count int
		rate  float64
	}{{"slow", 100, 500}, {"fast", 100_000, 0}} {
		t.Run(tt.name, func(t *testing.T) {
			rings := []*capture.Ring{open(t, p.A, capture.Config{Nano: true}), open(t, p.B, capture.Config{Nano: true})}
			m := openMerged(t, rings...)
			if i := m.Interfaces(); len(i) != 2 || i[0].Name != "vA" || i[1].Name != "vB" {
				t.Fatalf("interfaces %+v", i)
			}
			s := netnstest.NewSender(t, p.A)
			go func() {
				s.Send(tt.count, tt.rate, 100, nil)
				m.Stop()
			}()
			var last packet.Time
			var next [2]uint64
			backwards := 0
			if err := readAll(t, m, func(p *packet.Packet) {
				if p.Time.Before(last) {
					backwards++
				}
				last = p.Time
				n, ok := netnstest.Number(p.Data)
				if !ok || n < next[p.Interface] {
					t.Errorf("interface %d: number %d after %d", p.Interface, n, next[p.Interface])
				}
				next[p.Interface] = n + 1
				if want := []packet.Direction{packet.Out, packet.In}[p.Interface]; p.Direction != want {
					t.Errorf("interface %d: direction %d", p.Interface, p.Direction)
				}
			}); err != io.EOF {
				t.Fatal(err)
			}
			st, err := m.Stats()
			if err != nil || st.Delivered+st.Dropped != st.Received {
				t.Errorf("%+v %v", st, err)
			}
			// On a busy machine the kernel may close a block too late for us.
			if backwards > tt.count/1000 {
				t.Errorf("%d of %d packets are not in the order of time", backwards, st.Delivered)
			}
			if a, _ := rings[0].Stats(); a.Received != uint64(tt.count) {
				t.Errorf("%+v of %d", a, tt.count)
			}
		})
	}
}

// A ring that ends early is told once; the others go on.
func TestMergeOneGone(t *testing.T) {
	p, q := quietPair(t), quietPair(t)
	m := openMerged(t, open(t, p.A, capture.Config{}), open(t, q.A, capture.Config{}))
	netnstest.NewSender(t, p.A).Send(10, 0, 100, nil)
	p.A.Run("ip", "link", "del", "vA")
	s := netnstest.NewSender(t, q.A)
	stop, gone := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { s.Send(1_000_000, 1000, 100, stop) })
	wg.Go(func() {
		<-gone
		time.Sleep(50 * time.Millisecond)
		close(stop)
		m.Stop()
	})
	var count [2]int
	var after int
	for {
		err := readAll(t, m, func(p *packet.Packet) {
			count[p.Interface]++
			select {
			case <-gone:
				after++
			default:
			}
		})
		if err == io.EOF {
			break
		}
		if !errors.Is(err, capture.ErrGone) {
			t.Fatal(err)
		}
		select {
		case <-gone:
			t.Fatal("told twice")
		default:
			close(gone)
		}
		if count[0] != 10 {
			t.Errorf("%d packets before the interface's end, want 10", count[0])
		}
	}
	wg.Wait()
	if after == 0 {
		t.Error("the other interface ended as well")
	}
}

// One ring is passed through, with the same ends.
func TestMergeSingle(t *testing.T) {
	p := quietPair(t)
	s := netnstest.NewSender(t, p.A)
	t.Run("stopped", func(t *testing.T) {
		m := openMerged(t, open(t, p.A, capture.Config{}))
		s.Send(100, 0, 100, nil)
		m.Stop()
		if got := capturedBy(t, m); len(got) != 100 || len(m.Interfaces()) != 1 {
			t.Errorf("%d packets, interfaces %+v", len(got), m.Interfaces())
		}
		if st, err := m.Stats(); err != nil || st.Received != 100 {
			t.Errorf("%+v %v", st, err)
		}
	})
	t.Run("closed", func(t *testing.T) {
		m := openMerged(t, open(t, p.A, capture.Config{}))
		b := inBackground(t, m)
		time.Sleep(20 * time.Millisecond)
		if err := m.Close(); err != nil {
			t.Error(err)
		}
		if err := b.wait(t); !errors.Is(err, capture.ErrClosed) {
			t.Error(err)
		}
	})
	t.Run("gone", func(t *testing.T) {
		m := openMerged(t, open(t, p.A, capture.Config{}))
		p.A.Run("ip", "link", "del", "vA")
		if _, err := m.Next(); !errors.Is(err, capture.ErrGone) {
			t.Error(err)
		}
		if _, err := m.Next(); err != io.EOF {
			t.Error(err)
		}
	})
}

func TestMergeClose(t *testing.T) {
	p := quietPair(t)
	m := openMerged(t, open(t, p.A, capture.Config{}), open(t, p.B, capture.Config{}))
	s := netnstest.NewSender(t, p.A)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { s.Send(10_000_000, 0, 100, stop) })
	lent, err := m.Next()
	if err != nil {
		t.Fatal(err)
	}
	b := inBackground(t, m)
	time.Sleep(20 * time.Millisecond)
	if err := m.Close(); err != nil {
		t.Error(err)
	}
	if err := b.wait(t); !errors.Is(err, capture.ErrClosed) {
		t.Error(err)
	}
	close(stop)
	wg.Wait()
	if _, ok := netnstest.Number(lent.Packets[0].Data); !ok {
		t.Error("bytes are gone")
	}
	lent.Release()
}

func TestFanout(t *testing.T) {
	p := quietPair(t)
	const n, count = 3, 60_000
	rings, err := capture.OpenFanout(capture.Config{NetNS: p.A.Name, Interface: "vA", BufferSize: 48 << 20}, n, capture.FanoutLB)
	if err != nil {
		t.Fatal(err)
	}
	m := openMerged(t, rings...)
	if i := m.Interfaces(); len(i) != 1 {
		t.Errorf("interfaces %+v, want one", i)
	}
	s := netnstest.NewSender(t, p.A)
	go func() {
		s.Send(count, 0, 100, nil)
		m.Stop()
	}()
	seen := make([]bool, count)
	if err := readAll(t, m, func(p *packet.Packet) {
		i, ok := netnstest.Number(p.Data)
		if !ok || seen[i] {
			t.Fatalf("packet %d twice", i)
		}
		seen[i] = true
	}); err != io.EOF {
		t.Fatal(err)
	}
	for i, r := range rings {
		if st := checkStats(t, r); st.Received != count/n {
			t.Errorf("ring %d: %+v, want %d packets", i, st, count/n)
		}
	}
	if st, err := m.Stats(); err != nil || st.Received != count {
		t.Errorf("%+v %v", st, err)
	}
}
