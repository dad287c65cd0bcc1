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
	// giveUpAfter is how many look-ups in a row may time out before no further
	// ones are waited for: nobody answers here.
	giveUpAfter = 2
)

// Options say how a Resolver works.
type Options struct {
	// Wait makes Host wait for the answer. Without it Host answers at once, and
	// until the name is known with nothing: right for live captures.
	Wait bool
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

	mu       sync.Mutex
	known    map[netip.Addr]string // empty: no name, or none yet
	old      map[netip.Addr]string // the generation before
	timeouts int                   // in a row
}

// New returns a Resolver. Close ends its work.
func New(o Options) *Resolver {
	if o.Lookup == nil {
		o.Lookup = net.DefaultResolver.LookupAddr
	}
	r := &Resolver{opt: o, known: map[netip.Addr]string{}, queue: make(chan netip.Addr, maxPending)}
	r.ctx, r.cancel = context.WithCancel(context.Background())
	if !o.Wait {
		for range workers {
			go r.work()
		}
	}
	return r
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
	if r.opt.Wait {
		wait := r.timeouts < giveUpAfter
		r.mu.Unlock()
		if !wait {
			return ""
		}
		return r.lookup(a)
	}
	defer r.mu.Unlock()
	select {
	case r.queue <- a:
		r.remember(a, "") // asked, not answered
	default:
	}
	return ""
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
			r.lookup(a)
		case <-r.ctx.Done():
			return
		}
	}
}

// lookup asks for the name of an address and remembers the answer.
func (r *Resolver) lookup(a netip.Addr) string {
	ctx, cancel := context.WithTimeout(r.ctx, timeout)
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
	if ctx.Err() != nil {
		r.timeouts++
	} else {
		r.timeouts = 0
	}
	r.remember(a, name)
	return name
}
