package capture_test

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

// open opens a ring in the namespace and closes it with the test.
func open(t testing.TB, n *netnstest.NS, c capture.Config) *capture.Ring {
	t.Helper()
	c.NetNS = n.Name
	if c.Interface == "" {
		c.Interface = n.If
	}
	r, err := capture.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error("Close:", err)
		}
	})
	return r
}

// quietPair is a pair without IPv6, whose group reports would come between
// the test's packets.
func quietPair(t testing.TB) *netnstest.Pair {
	t.Helper()
	p := netnstest.New(t)
	for _, n := range []*netnstest.NS{p.A, p.B} {
		n.Run("sh", "-c", "echo 1 >/proc/sys/net/ipv6/conf/"+n.If+"/disable_ipv6")
	}
	return p
}

// source is what Ring and Merged have in common.
type source interface {
	Next() (*packet.Batch, error)
}

// readAll calls f for each packet until the source ends, and returns how it
// ended.
func readAll(t testing.TB, r source, f func(*packet.Packet)) error {
	t.Helper()
	for {
		b, err := r.Next()
		if err != nil {
			return err
		}
		for i := range b.Packets {
			f(&b.Packets[i])
		}
		b.Release()
	}
}

// checkStats fails unless everything the kernel accepted is accounted for.
func checkStats(t testing.TB, r *capture.Ring) capture.Stats {
	t.Helper()
	st, err := r.Stats()
	if err != nil {
		t.Fatal(err)
	}
	if st.Delivered+st.Dropped != st.Received {
		t.Errorf("delivered %d + dropped %d != received %d", st.Delivered, st.Dropped, st.Received)
	}
	return st
}

func TestAllPacketsSentAreDelivered(t *testing.T) {
	p := quietPair(t)
	for _, tt := range []struct {
		name        string
		count, size int
		rate        float64
	}{
		{"500/s", 250, 100, 500},
		{"50000/s", 25000, 100, 50000},
		{"full speed, small", 200000, 60, 0},
		{"full speed, large", 100000, 1400, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			// The sender's side sees each packet before it is sent; on the
			// receiver's side the kernel's backlog may lose some before us.
			r := open(t, p.A, capture.Config{})
			s := netnstest.NewSender(t, p.A)
			go func() {
				s.Send(tt.count, tt.rate, tt.size, nil)
				r.Stop()
			}()
			next, got := uint64(0), 0
			var gaps uint64
			err := readAll(t, r, func(p *packet.Packet) {
				n, ok := netnstest.Number(p.Data)
				if !ok {
					t.Errorf("foreign packet % x", p.Data)
				}
				if p.WireLen != uint32(tt.size) || len(p.Data) != tt.size || p.Direction != packet.Out {
					t.Errorf("packet %d: wire %d, captured %d, direction %d", n, p.WireLen, len(p.Data), p.Direction)
				}
				gaps += n - next
				next = n + 1
				got++
			})
			if err != io.EOF {
				t.Fatal(err)
			}
			st := checkStats(t, r)
			gaps += uint64(tt.count) - next
			if st.Received != uint64(tt.count) || gaps != st.Dropped || uint64(got)+st.Dropped != st.Received {
				t.Errorf("sent %d, got %d, missing %d; %+v", tt.count, got, gaps, st)
			}
			t.Logf("%+v", st)
		})
	}
}

func TestStopInTheMiddle(t *testing.T) {
	p := quietPair(t)
	for _, tt := range []struct {
		name string
		rate float64
	}{{"500/s", 500}, {"50000/s", 50000}, {"full speed", 0}} {
		t.Run(tt.name, func(t *testing.T) {
			s := netnstest.NewSender(t, p.A)
			stop := make(chan struct{})
			sending := make(chan int)
			go func() { sending <- s.Send(50_000_000, tt.rate, 100, stop) }()
			time.Sleep(50 * time.Millisecond)
			r := open(t, p.A, capture.Config{})
			time.AfterFunc(300*time.Millisecond, r.Stop)
			var first, next, gaps, got uint64
			err := readAll(t, r, func(p *packet.Packet) {
				n, _ := netnstest.Number(p.Data)
				if got == 0 {
					first, next = n, n
				}
				gaps += n - next
				next = n + 1
				got++
			})
			close(stop)
			sent := <-sending
			if err != io.EOF {
				t.Fatal(err)
			}
			st := checkStats(t, r)
			if got != st.Delivered || gaps > st.Dropped || st.Dropped == 0 && got != next-first {
				t.Errorf("got %d of %d to %d, gaps %d; %+v", got, first, next, gaps, st)
			}
			if first == 0 || next > uint64(sent) {
				t.Errorf("captured %d to %d of %d: not in the middle", first, next, sent)
			}
			t.Logf("sent %d; %+v", sent, st)
		})
	}
}

func TestErrors(t *testing.T) {
	n := netnstest.NewNS(t)
	n.Run("ip", "link", "add", "down0", "type", "ifb")
	for _, tt := range []struct {
		name string
		c    capture.Config
		want error
	}{
		{"no such name", capture.Config{Interface: "nope"}, capture.ErrNoDevice},
		{"no such number", capture.Config{Interface: "99"}, capture.ErrInvalidIndex},
		{"number 0", capture.Config{Interface: "0"}, capture.ErrInvalidIndex},
		{"down", capture.Config{Interface: "down0"}, capture.ErrNotUp},
		{"link type", capture.Config{Interface: "lo", LinkType: packet.Raw}, capture.ErrLinkType},
		{"time stamps", capture.Config{Interface: "lo", TimestampType: "adapter"}, capture.ErrTimestampType},
	} {
		tt.c.NetNS = n.Name
		r, err := capture.Open(tt.c)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
		if r != nil {
			t.Errorf("%s: got a ring", tt.name)
		}
	}
	if _, err := os.Stdin.Stat(); err != nil {
		t.Error("cleaning up closed a file that is not ours: ", err)
	}
}

func TestPromiscuous(t *testing.T) {
	p := quietPair(t)
	promiscuous := func() bool {
		return strings.Contains(p.A.Run("ip", "-d", "link", "show", "vA"), "promiscuity 1")
	}
	for _, tt := range []struct {
		name string
		c    capture.Config
		want bool
	}{
		{"default", capture.Config{}, true},
		{"not", capture.Config{NoPromiscuous: true}, false},
		{"any", capture.Config{Interface: "any"}, false},
	} {
		r := open(t, p.A, tt.c)
		if got := promiscuous(); got != tt.want {
			t.Errorf("%s: promiscuous %v, want %v", tt.name, got, tt.want)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if promiscuous() {
			t.Errorf("%s: promiscuous after Close", tt.name)
		}
	}
}

// The largest packet that an interface hands up fits into a block.
func TestLargestPacket(t *testing.T) {
	n := netnstest.NewNS(t)
	r := open(t, n, capture.Config{Interface: "lo"})
	n.Do(func() {
		c, err := net.Dial("udp4", "127.0.0.1:9")
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Write(make([]byte, 65507)); err != nil {
			t.Fatal(err)
		}
	})
	p, err := next(r)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Data) != 14+65535 || p.WireLen != 14+65535 {
		t.Errorf("captured %d of %d bytes, want 65549", len(p.Data), p.WireLen)
	}
}

func TestAnySeesAllInterfaces(t *testing.T) {
	p := quietPair(t)
	p.A.Run("ip", "link", "add", "second", "type", "veth", "peer", "name", "other")
	r := open(t, p.A, capture.Config{Interface: "any"})
	p.A.Run("sh", "-c", "ip link set other up; ip link set second up") // after Open
	index := make(map[string]uint32)
	for _, name := range []string{"vA", "second"} {
		i, err := strconv.Atoi(strings.TrimSpace(p.A.Run("cat", "/sys/class/net/"+name+"/ifindex")))
		if err != nil {
			t.Fatal(err)
		}
		index[name] = uint32(i)
		n := *p.A
		n.If = name
		netnstest.NewSender(t, &n).Send(5, 0, 100, nil)
	}
	r.Stop()
	count := make(map[uint32]int)
	if err := readAll(t, r, func(p *packet.Packet) {
		if p.Direction == packet.Out && p.Data[0] == 8 {
			count[binary.BigEndian.Uint32(p.Data[4:])]++
		}
	}); err != io.EOF {
		t.Fatal(err)
	}
	for name, i := range index {
		if count[i] != 5 {
			t.Errorf("%d packets of %s, want 5", count[i], name)
		}
	}
}
