package capture_test

import (
	"io"
	"testing"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

func TestNoAllocationPerPacket(t *testing.T) {
	p := quietPair(t)
	for _, tt := range []struct {
		name string
		c    capture.Config
	}{
		{"one interface", capture.Config{}},
		{"any", capture.Config{Interface: "any"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.c.BlockTimeout = time.Second // so that only full blocks are closed
			r := open(t, p.A, tt.c)
			s := netnstest.NewSender(t, p.A)
			packets, batches := 0, 0
			read := func() {
				b, err := r.Next()
				if err != nil {
					t.Fatal(err)
				}
				packets += len(b.Packets)
				batches++
				b.Release()
			}
			s.Send(20_000, 0, 60, nil)
			read() // makes the first lease
			packets, batches = 0, 0
			n := testing.AllocsPerRun(10, read)
			if packets < 5000 {
				t.Fatalf("only %d packets in %d batches", packets, batches)
			}
			// Blocks are full and waiting: not even a poll comes in between.
			if n != 0 {
				t.Errorf("%v allocations a batch of about %d packets", n, packets/batches)
			}
		})
	}
}

func TestNoAllocationPerPacketMerged(t *testing.T) {
	p := quietPair(t)
	m := openMerged(t, open(t, p.A, capture.Config{}), open(t, p.B, capture.Config{}))
	s := netnstest.NewSender(t, p.A)
	const count = 10_000 // the ring has room for what warm leaves in it
	warm := func() {
		s.Send(count, 0, 60, nil)
		for n := 0; n < count; { // of both interfaces' packets at least half
			b, err := m.Next()
			if err != nil {
				t.Fatal(err)
			}
			n += len(b.Packets)
			b.Release()
		}
	}
	warm()
	if n := testing.AllocsPerRun(3, warm); n > count/100 {
		t.Errorf("%v allocations for %d packets", n, count)
	}
}

// BenchmarkNext measures the reading of blocks that are full and waiting.
func BenchmarkNext(b *testing.B) {
	for _, bb := range []struct {
		name string
		c    capture.Config
	}{
		{"EN10MB", capture.Config{}},
		{"SLL2", capture.Config{Interface: "any"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			p := quietPair(b)
			s := netnstest.NewSender(b, p.A)
			b.ReportAllocs()
			b.ResetTimer()
			b.StopTimer()
			for n := 0; n < b.N; {
				r := open(b, p.A, bb.c)
				s.Send(min(50_000, b.N-n), 0, 60, nil)
				r.Stop()
				b.StartTimer()
				err := readAll(b, r, func(*packet.Packet) { n++ })
				b.StopTimer()
				if err != io.EOF {
					b.Fatal(err)
				}
			}
		})
	}
}
