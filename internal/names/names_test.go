package names

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"sync/atomic"
	"testing"
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
		r := New(Options{Wait: true, Short: tc.short, Lookup: lookup})
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

func TestHostGivesUp(t *testing.T) {
	asked := 0
	r := New(Options{Wait: true, Lookup: func(context.Context, string) ([]string, error) {
		asked++
		return nil, context.DeadlineExceeded
	}})
	r.cancel() // every look-up now fails as if its time were up
	for i := range 10 {
		r.Host(netip.AddrFrom4([4]byte{192, 0, 2, byte(i)}))
	}
	if asked != giveUpAfter {
		t.Errorf("%d look-ups although nobody answers, want %d", asked, giveUpAfter)
	}
}

func TestCacheIsBounded(t *testing.T) {
	r := New(Options{Wait: true, Lookup: func(_ context.Context, a string) ([]string, error) { return []string{a}, nil }})
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
	r := New(Options{Wait: true, Lookup: func(context.Context, string) ([]string, error) { return []string{"a"}, nil }})
	defer r.Close()
	r.Host(addr)
	if n := testing.AllocsPerRun(100, func() { r.Host(addr) }); n != 0 {
		t.Errorf("%v allocations for a known name", n)
	}
}

func ExampleResolver() {
	r := New(Options{Wait: true, Lookup: func(context.Context, string) ([]string, error) { return []string{"www.example.net."}, nil }})
	defer r.Close()
	fmt.Println(r.Host(netip.MustParseAddr("192.0.2.1")))
	// Output: www.example.net
}

// The unspecified address of IPv6 has no name and is not asked for; that of
// IPv4 may have one.
func TestHostUnspecified(t *testing.T) {
	r := New(Options{Wait: true, Lookup: func(_ context.Context, a string) ([]string, error) {
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
