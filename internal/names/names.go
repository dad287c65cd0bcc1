// Package names finds the host names that belong to addresses, without making
// those who ask wait longer than they want to.
package names

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Limits of a Resolver.
const (
	maxCached  = 1 << 16         // names remembered; beyond, the oldest half goes
	maxPending = 256             // look-ups waiting; beyond, the number is printed
	workers    = 4               // look-ups under way at a time
	timeout    = 3 * time.Second // of one look-up
)

// Options say how a Resolver works.
type Options struct {
	// Wait is how long Host may wait for answers, all look-ups together: what
	// a resolver that does not answer can cost. When it is used up, or with 0,
	// Host answers at once, and until the name is known with nothing: right for
	// packets that somebody is waiting for.
	Wait time.Duration
	// Short cuts names at their first dot.
	Short bool
	// Lookup finds the names of an address; nil means the system's resolver:
	// /etc/hosts, then DNS.
	Lookup func(ctx context.Context, addr string) ([]string, error)
}

// A Resolver finds host names and remembers them. It is safe for concurrent
// use.
type Resolver struct {
	opt    Options
	ctx    context.Context
	cancel context.CancelFunc
	queue  chan netip.Addr
	start  sync.Once // of the workers

	mu    sync.Mutex
	wait  time.Duration // what is left of Options.Wait
	hurry bool
	known map[netip.Addr]string // empty: no name, or none yet
	old   map[netip.Addr]string // the generation before
}

// New returns a Resolver. Close ends its work.
func New(o Options) *Resolver {
	if o.Lookup == nil {
		o.Lookup = net.DefaultResolver.LookupAddr
	}
	r := &Resolver{opt: o, wait: o.Wait, known: map[netip.Addr]string{}, queue: make(chan netip.Addr, maxPending)}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	return r
}

// SetHurry says whether Host may not use what is left of Options.Wait, as long
// as packets come that somebody is waiting for.
func (r *Resolver) SetHurry(hurry bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.hurry = hurry
}

// Close ends look-ups that are under way. Host goes on to answer with what is
// known.
func (r *Resolver) Close() { r.cancel() }

// Host returns the name of an address; empty if it has none, or if it is not
// known yet.
func (r *Resolver) Host(a netip.Addr) string {
	if a == netip.IPv6Unspecified() {
		return "" // as gethostbyaddr(3) has it, whatever /etc/hosts says
	}
	r.mu.Lock()
	name, ok := r.known[a]
	if !ok {
		if name, ok = r.old[a]; ok {
			r.remember(a, name)
		}
	}
	if ok {
		r.mu.Unlock()
		return name
	}
	if wait := r.wait; wait > 0 && !r.hurry {
		r.mu.Unlock()
		return r.await(a, wait)
	}
	defer r.mu.Unlock()
	r.start.Do(func() {
		for range workers {
			go r.work()
		}
	})
	select {
	case r.queue <- a:
		r.remember(a, "") // asked, not answered
	default:
	}
	return ""
}

// await looks a name up while the caller waits, and counts the time.
func (r *Resolver) await(a netip.Addr, wait time.Duration) string {
	begun := time.Now()
	name := r.lookup(a, min(wait, timeout))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.wait -= time.Since(begun)
	return name
}

// Each calls f for each address whose name is known, in no order.
func (r *Resolver) Each(f func(a netip.Addr, name string)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, m := range []map[netip.Addr]string{r.old, r.known} {
		for a, name := range m {
			if name != "" {
				f(a, name)
			}
		}
	}
}

// remember stores a name. The caller holds the lock.
func (r *Resolver) remember(a netip.Addr, name string) {
	if len(r.known) >= maxCached/2 {
		r.old, r.known = r.known, make(map[netip.Addr]string, maxCached/2)
	}
	r.known[a] = name
}

func (r *Resolver) work() {
	for {
		select {
		case a := <-r.queue:
			r.lookup(a, timeout)
		case <-r.ctx.Done():
			return
		}
	}
}

// lookup asks for the name of an address and remembers the answer, or that there
// was none in time.
func (r *Resolver) lookup(a netip.Addr, limit time.Duration) string {
	ctx, cancel := context.WithTimeout(r.ctx, limit)
	defer cancel()
	found, err := r.opt.Lookup(ctx, a.String())
	name := ""
	if err == nil && len(found) > 0 {
		name = strings.TrimSuffix(found[0], ".")
		if r.opt.Short {
			name, _, _ = strings.Cut(name, ".")
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.remember(a, name)
	return name
}
