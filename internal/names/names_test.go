package names

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"
)

var addr = netip.MustParseAddr("192.0.2.1")

func TestHostWaits(t *testing.T) {
	var asked atomic.Int32
	lookup := func(_ context.Context, a string) ([]string, error) {
		asked.Add(1)
		if a != addr.String() {
			return nil, errors.New("no such host")
		}
		return []string{"a.example.net.", "alias."}, nil
	}
	for _, tc := range []struct {
		short bool
		want  string
	}{{false, "a.example.net"}, {true, "a"}} {
		asked.Store(0)
		r := New(Options{Wait: time.Minute, Short: tc.short, Lookup: lookup})
		for range 3 {
			if got := r.Host(addr); got != tc.want {
				t.Errorf("Short %v: Host = %q, want %q", tc.short, got, tc.want)
			}
		}
		r.Each(func(a netip.Addr, name string) {
			if a != addr || name != tc.want {
				t.Errorf("Each gave %v %q", a, name)
			}
		})
		other := netip.MustParseAddr("2001:db8::1")
		if got := r.Host(other); got != "" {
			t.Errorf("Host of an address without name = %q", got)
		}
		r.Host(other)
		if n := asked.Load(); n != 2 {
			t.Errorf("%d look-ups for two addresses", n)
		}
		r.Close()
	}
}

func TestHostNeverWaits(t *testing.T) {
	release, answered := make(chan struct{}), make(chan struct{})
	r := New(Options{Lookup: func(context.Context, string) ([]string, error) {
		<-release
		defer close(answered)
		return []string{"late.example."}, nil
	}})
	defer r.Close()
	if got := r.Host(addr); got != "" {
		t.Errorf("Host = %q before the answer", got)
	}
	close(release)
	<-answered
	for r.Host(addr) == "" { // the answer is on its way into the cache
	}
	if got := r.Host(addr); got != "late.example" {
		t.Errorf("Host = %q after the answer", got)
	}
}

// A resolver that never answers holds nobody up for longer than Wait: what it
// is asked afterwards costs no time.
func TestHostGivesUp(t *testing.T) {
	const wait = 50 * time.Millisecond
	var limits []time.Duration
	r := New(Options{Wait: wait, Lookup: func(ctx context.Context, a string) ([]string, error) {
		if deadline, ok := ctx.Deadline(); ok && a != addr.String() {
			limits = append(limits, time.Until(deadline))
		}
		<-ctx.Done()
		return nil, ctx.Err()
	}})
	for i := range 10 {
		if i == 1 {
			r.opt.Lookup = func(ctx context.Context, _ string) ([]string, error) { // not waited for
				<-ctx.Done()
				return nil, ctx.Err()
			}
		}
		if got := r.Host(netip.AddrFrom4([4]byte{192, 0, 2, byte(10 + i)})); got != "" {
			t.Errorf("Host = %q", got)
		}
	}
	if len(limits) != 1 || limits[0] > wait || r.wait > 0 {
		t.Errorf("waited for look-ups of at most %v with %v left, want one of %v", limits, r.wait, wait)
	}
	r.Close()
}

func TestSetHurry(t *testing.T) {
	r := New(Options{Wait: time.Minute, Lookup: func(context.Context, string) ([]string, error) { return []string{"a"}, nil }})
	defer r.Close()
	r.SetHurry(true)
	if got := r.Host(addr); got != "" {
		t.Errorf("Host = %q, want no waiting", got)
	}
	r.SetHurry(false)
	if got := r.Host(netip.MustParseAddr("192.0.2.2")); got != "a" {
		t.Errorf("Host = %q, want the answer", got)
	}
}

func TestCacheIsBounded(t *testing.T) {
	r := New(Options{Wait: time.Minute, Lookup: func(_ context.Context, a string) ([]string, error) { return []string{a}, nil }})
	defer r.Close()
	for i := range 2 * maxCached {
		a := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		if got := r.Host(a); got != a.String() {
			t.Fatalf("Host(%v) = %q", a, got)
		}
	}
	if n := len(r.known) + len(r.old); n > maxCached {
		t.Errorf("%d names remembered, more than %d", n, maxCached)
	}
}

func TestHostDoesNotAllocate(t *testing.T) {
	r := New(Options{Wait: time.Minute, Lookup: func(context.Context, string) ([]string, error) { return []string{"a"}, nil }})
	defer r.Close()
	r.Host(addr)
	if n := testing.AllocsPerRun(100, func() { r.Host(addr) }); n != 0 {
		t.Errorf("%v allocations for a known name", n)
	}
}

func ExampleResolver() {
	r := New(Options{Wait: time.Minute, Lookup: func(context.Context, string) ([]string, error) { return []string{"www.example.net."}, nil }})
	defer r.Close()
	fmt.Println(r.Host(netip.MustParseAddr("192.0.2.1")))
	// Output: www.example.net
}

// The unspecified address of IPv6 has no name and is not asked for; that of
// IPv4 may have one.
func TestHostUnspecified(t *testing.T) {
	r := New(Options{Wait: time.Minute, Lookup: func(_ context.Context, a string) ([]string, error) {
		return []string{"any.example."}, nil
	}})
	defer r.Close()
	if got := r.Host(netip.IPv6Unspecified()); got != "" {
		t.Errorf("Host(::) = %q", got)
	}
	if got := r.Host(netip.IPv4Unspecified()); got != "any.example" {
		t.Errorf("Host(0.0.0.0) = %q", got)
	}
}
