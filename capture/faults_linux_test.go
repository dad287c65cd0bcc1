package capture_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

// inBackground reads the source to its end in a goroutine.
type background struct {
	packets atomic.Int64
	end     chan error
}

func inBackground(t *testing.T, r source) *background {
	b := &background{end: make(chan error, 1)}
	go func() {
		b.end <- readAll(t, r, func(*packet.Packet) { b.packets.Add(1) })
	}()
	return b
}

// wait returns how the reading ended; a reader that hangs fails the test.
func (b *background) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-b.end:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("Next did not return")
		return nil
	}
}

// until waits until the condition holds.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !ok(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("never came: ", what)
		}
	}
}

func TestInterfaceGone(t *testing.T) {
	for _, tt := range []struct{ name, how string }{
		{"deleted while up", "ip link del vA"},
		{"down, then deleted", "ip link set vA down; sleep 0.3; ip link del vA"},
		{"moved to another namespace", "ip link set vA netns %s"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := quietPair(t)
			other := netnstest.NewNS(t)
			r := open(t, p.A, capture.Config{})
			s := netnstest.NewSender(t, p.A)
			s.Send(100, 0, 100, nil)
			b := inBackground(t, r)
			if how := tt.how; how[len(how)-1] == 's' {
				tt.how = fmt.Sprintf(how, other.Name)
			}
			p.A.Run("sh", "-c", tt.how)
			err := b.wait(t)
			if !errors.Is(err, capture.ErrGone) {
				t.Errorf("Next: %v, want ErrGone", err)
			}
			if n := b.packets.Load(); n != 100 {
				t.Errorf("%d packets before the end, want 100", n)
			}
			if st := checkStats(t, r); st.Received != 100 {
				t.Errorf("%+v", st)
			}
			if _, err := r.Next(); !errors.Is(err, capture.ErrGone) {
				t.Errorf("Next once more: %v", err)
			}
		})
	}
}

func TestInterfaceDownAndUp(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{})
	b := inBackground(t, r)
	s := netnstest.NewSender(t, p.A)
	for round := range int64(3) {
		if n := s.Send(10, 0, 100, nil); n != 10 {
			t.Fatalf("round %d: sent %d", round, n)
		}
		until(t, "packets after the link came up", func() bool { return b.packets.Load() == 10*(round+1) })
		p.A.Run("ip", "link", "set", "vA", "down")
		time.Sleep(50 * time.Millisecond) // so that the reader sees it
		p.A.Run("ip", "link", "set", "vA", "up")
		until(t, "carrier", func() bool { return p.A.Run("cat", "/sys/class/net/vA/carrier") == "1\n" })
	}
	r.Stop()
	if err := b.wait(t); err != io.EOF {
		t.Error(err)
	}
	checkStats(t, r)
}

func TestStopWhileDown(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{})
	b := inBackground(t, r)
	p.A.Run("ip", "link", "set", "vA", "down")
	time.Sleep(50 * time.Millisecond)
	r.Stop()
	if err := b.wait(t); err != io.EOF {
		t.Error(err)
	}
}

func TestStopWakesNext(t *testing.T) {
	n := netnstest.NewNS(t)
	r := open(t, n, capture.Config{})
	b := inBackground(t, r)
	time.Sleep(20 * time.Millisecond) // most probably asleep by now
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(r.Stop)
	}
	wg.Wait()
	if err := b.wait(t); err != io.EOF {
		t.Error(err)
	}
	if _, err := r.Next(); err != io.EOF {
		t.Errorf("Next after the end: %v", err)
	}
}

func TestClose(t *testing.T) {
	p := quietPair(t)
	s := netnstest.NewSender(t, p.A)
	t.Run("wakes Next", func(t *testing.T) {
		r := open(t, p.A, capture.Config{})
		b := inBackground(t, r)
		time.Sleep(20 * time.Millisecond)
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if err := b.wait(t); !errors.Is(err, capture.ErrClosed) {
			t.Error(err)
		}
		if _, err := r.Stats(); err != nil {
			t.Error("Stats after Close:", err)
		}
		r.Stop()
	})
	t.Run("batches stay valid", func(t *testing.T) {
		r := open(t, p.A, capture.Config{})
		s.Send(5000, 0, 100, nil)
		var out []*packet.Batch
		for range 3 {
			b, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, b)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		for _, b := range out {
			for i := range b.Packets {
				if _, ok := netnstest.Number(b.Packets[i].Data); !ok {
					t.Fatal("bytes are gone") // reading them would have ended the program
				}
			}
			b.Release()
		}
	})
	t.Run("race", func(t *testing.T) {
		for range 20 {
			r := open(t, p.A, capture.Config{BufferSize: 1 << 20})
			var wg sync.WaitGroup
			b := inBackground(t, r)
			stop := make(chan struct{})
			wg.Go(func() { s.Send(1_000_000, 0, 100, stop) })
			wg.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
						_, _ = r.Stats()
					}
				}
			})
			wg.Go(r.Stop)
			wg.Go(func() { _ = r.Close() })
			if err := b.wait(t); !errors.Is(err, capture.ErrClosed) && err != io.EOF {
				t.Error(err)
			}
			close(stop)
			wg.Wait()
		}
	})
}

// A consumer that keeps all blocks makes Next wait, not repeat itself.
func TestAllBlocksLent(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{BufferSize: 512 << 10})
	s := netnstest.NewSender(t, p.A)
	s.Send(20000, 0, 1000, nil)
	var held []*packet.Batch
	seen := make(map[uint64]bool)
	_, size := r.Buffer()
	for size > 0 {
		b, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, b)
		for i := range b.Packets {
			n, _ := netnstest.Number(b.Packets[i].Data)
			if seen[n] {
				t.Fatalf("packet %d twice", n)
			}
			seen[n] = true
		}
		size -= 128 << 10
	}
	got := make(chan *packet.Batch)
	go func() {
		b, err := r.Next()
		if err != nil {
			t.Error(err)
			b = &packet.Batch{}
		}
		got <- b
	}()
	select {
	case <-got:
		t.Fatal("a batch of a block that is lent")
	case <-time.After(50 * time.Millisecond):
	}
	held[1].Release() // not the one that is next
	held[0].Release()
	s.Send(5000, 0, 1000, nil)
	b := <-got
	if n, _ := netnstest.Number(b.Packets[0].Data); seen[n] {
		t.Errorf("packet %d twice", n)
	}
	b.Release()
	st, err := r.Stats()
	if err != nil || st.Dropped == 0 {
		t.Errorf("%+v %v: the full ring must drop and say so", st, err)
	}
	for _, b := range held[2:] {
		b.Release()
	}
	r.Stop()
	if err := readAll(t, r, func(*packet.Packet) {}); err != io.EOF {
		t.Fatal(err)
	}
	checkStats(t, r)
}

func TestRingMemoryRefused(t *testing.T) {
	n := netnstest.NewNS(t)
	n.Do(func() {
		for _, tt := range []struct {
			limit int // bytes that the kernel has
			err   unix.Errno
			want  error
		}{{3 << 20, unix.ENOMEM, nil}, {1 << 10, unix.ENOMEM, unix.ENOMEM}, {1 << 30, unix.EPERM, unix.EPERM}} {
			r, err := capture.OpenWith(capture.Config{Interface: "lo"}, func(fd int, req *unix.TpacketReq3) error {
				if int(req.Block_size*req.Block_nr) > tt.limit || tt.err == unix.EPERM {
					return tt.err
				}
				return capture.SetRing(fd, req)
			})
			if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
				t.Errorf("with %d bytes: %v, want %v", tt.limit, err, tt.want)
			}
			if r == nil {
				continue
			}
			if asked, got := r.Buffer(); asked != capture.DefaultBufferSize || got > tt.limit || got < tt.limit/2 {
				t.Errorf("with %d bytes: asked for %d, got %d", tt.limit, asked, got)
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestBufferSizes(t *testing.T) {
	n := netnstest.NewNS(t)
	for _, tt := range []struct{ size, snap, min, max int }{
		{0, 0, 16 << 20, 16 << 20},
		{1, 0, 4 * 128 << 10, 4 * 128 << 10},
		{100 << 10, 96, 100 << 10, 116 << 10}, // small blocks will do
		{3<<20 + 1, 0, 3 << 20, 4 << 20},
	} {
		r := open(t, n, capture.Config{BufferSize: tt.size, SnapLen: tt.snap})
		if _, got := r.Buffer(); got < tt.min || got > tt.max {
			t.Errorf("BufferSize %d, SnapLen %d: got %d, want %d to %d", tt.size, tt.snap, got, tt.min, tt.max)
		}
	}
}

// udpPort returns a savefile program for Ethernet: UDP to the port, over IPv4
// without options.
func udpPort(port uint32) []bpf.RawInstruction {
	return []bpf.RawInstruction{
		{Op: 0x28, K: 12}, {Op: 0x15, Jf: 5, K: 0x0800},
		{Op: 0x30, K: 23}, {Op: 0x15, Jf: 3, K: 17},
		{Op: 0x28, K: 36}, {Op: 0x15, Jf: 1, K: port},
		{Op: 0x06, K: 262144}, {Op: 0x06},
	}
}

func TestFilterOnePercent(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{Filter: udpPort(100)})
	s := netnstest.NewSender(t, p.A)
	const rounds = 100
	for i := range rounds {
		s.DstPort = 100
		s.Send(10, 0, 100, nil)
		s.DstPort = 101 + uint16(i)
		s.Send(990, 0, 100, nil)
	}
	r.Stop()
	count := 0
	if err := readAll(t, r, func(p *packet.Packet) {
		if n, _ := netnstest.Number(p.Data); n != uint64(count/10*1000+count%10) {
			t.Errorf("packet %d has number %d", count, n)
		}
		count++
	}); err != io.EOF {
		t.Fatal(err)
	}
	if st := checkStats(t, r); st.Received != 10*rounds || st.Dropped != 0 || count != 10*rounds {
		t.Errorf("%d packets; %+v", count, st)
	}
}

func TestSetFilter(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{Filter: udpPort(1)})
	s := netnstest.NewSender(t, p.A)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { // packets of all kinds, all the time
		for port := uint16(1); ; port = port%3 + 1 {
			select {
			case <-stop:
				return
			default:
			}
			s.DstPort = port
			s.Send(50, 0, 200, nil)
		}
	})
	defer wg.Wait()
	defer close(stop)
	for round := range 10 {
		port := uint32(round%3 + 1)
		if err := r.SetFilter(udpPort(port)); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			b, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			for i := range b.Packets {
				if d := b.Packets[i].Data; uint32(d[37]) != port {
					t.Fatalf("round %d: a packet to port %d, filter is for %d", round, d[37], port)
				}
			}
			b.Release()
		}
	}
	// A program that the kernel refuses leaves the filter as it is.
	if err := r.SetFilter([]bpf.RawInstruction{{Op: 0x15, Jt: 200}}); !errors.Is(err, capture.ErrFilter) {
		t.Errorf("a bad program: %v, want ErrFilter", err)
	}
	b, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	if b.Packets[0].Data[37] != 1 {
		t.Errorf("port %d after a refused filter, want 1", b.Packets[0].Data[37])
	}
	b.Release()
	r.Stop()
	if err := r.SetFilter(nil); err != nil {
		t.Errorf("SetFilter after Stop: %v", err)
	}
	if err := readAll(t, r, func(*packet.Packet) {}); err != io.EOF {
		t.Fatal(err)
	}
	if st := checkStats(t, r); st.Discarded == 0 {
		t.Errorf("nothing was drained: %+v", st)
	}
}

// What the kernel cannot run, Match does.
func TestMatchInstead(t *testing.T) {
	p := quietPair(t)
	long := make([]bpf.RawInstruction, 5000)
	for i := range long {
		long[i] = bpf.RawInstruction{Op: 0x28, K: 12}
	}
	long[len(long)-1] = bpf.RawInstruction{Op: 0x06}
	if _, err := capture.Open(capture.Config{NetNS: p.A.Name, Interface: "vA", Filter: long}); !errors.Is(err, capture.ErrFilter) {
		t.Errorf("without Match: %v, want ErrFilter", err)
	}
	r := open(t, p.A, capture.Config{Filter: long, Match: func(p *packet.Packet) bool {
		n, ok := netnstest.Number(p.Data)
		return ok && n%10 == 0
	}})
	if err := r.FilterInKernel(); err == nil {
		t.Error("the kernel is said to run it")
	}
	netnstest.NewSender(t, p.A).Send(1000, 0, 100, nil)
	r.Stop()
	count := 0
	if err := readAll(t, r, func(*packet.Packet) { count++ }); err != io.EOF {
		t.Fatal(err)
	}
	if st := checkStats(t, r); count != 100 || st.Received != 1000 || st.Discarded != 900 {
		t.Errorf("%d packets; %+v", count, st)
	}
}

func TestNetNS(t *testing.T) {
	n := netnstest.NewNS(t)
	n.Run("ip", "link", "add", "only0", "type", "ifb")
	n.Run("ip", "link", "set", "only0", "up")
	sleeper := n.Command("sleep", "60")
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sleeper.Process.Kill(); _ = sleeper.Wait() }()
	pid := fmt.Sprint(sleeper.Process.Pid) // ip execs it
	until(t, "the process in its namespace", func() bool {
		cmd, _ := os.ReadFile("/proc/" + pid + "/comm")
		return string(cmd) == "sleep\n"
	})
	before, err := os.Readlink("/proc/thread-self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	for _, ns := range []string{n.Name, "/run/netns/" + n.Name, pid} {
		r, err := capture.Open(capture.Config{Interface: "only0", NetNS: ns})
		if err != nil {
			t.Error(err)
			continue
		}
		if i := r.Interfaces()[0]; i.NetNS != ns || i.Name != "only0" {
			t.Errorf("%+v", i)
		}
		_ = r.Close()
	}
	if _, err := capture.Open(capture.Config{Interface: "only0"}); !errors.Is(err, capture.ErrNoDevice) {
		t.Errorf("in our own namespace: %v", err)
	}
	if _, err := capture.Open(capture.Config{NetNS: "no-such-namespace"}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a namespace that does not exist: %v", err)
	}
	if after, _ := os.Readlink("/proc/thread-self/ns/net"); after != before {
		t.Errorf("the thread stayed in %s", after)
	}
}

// A large ring leaves half of the memory to the rest of the machine.
func TestAffordable(t *testing.T) {
	for _, tt := range []struct {
		size      int
		available uint64
		want      int
	}{
		{1 << 30, 4 << 30, 1 << 30},
		{1 << 30, 2 << 30, 1 << 30},
		{1<<30 + 1, 2 << 30, 1 << 30},
		{1 << 30, 100 << 20, 64 << 20},
		{64 << 20, 1 << 20, 64 << 20},
		{1 << 30, 0, 1 << 30},
	} {
		if got := capture.Affordable(tt.size, tt.available); got != tt.want {
			t.Errorf("%d bytes of %d available: %d, want %d", tt.size, tt.available, got, tt.want)
		}
	}
	if n := capture.AvailableMemory(); n < 1<<20 || uint64(n) > 1<<50 {
		t.Errorf("%d bytes of memory available", n)
	}
}
