package pcapio

import (
	"sync"

	"wiredump/capture/packet"
)

// A lease is a batch together with the memory that its packets refer to. It
// belongs to whoever holds the batch, and goes back to the pool on Release.
type lease struct {
	batch  packet.Batch
	buf    []byte         // what was read of the file
	extras []packet.Extra // Packet.Extra point into it
	arena  []byte         // Extra.Options are slices of it
}

// A pool holds the leases that nobody uses. Consumers may release in any
// goroutine.
type pool struct {
	mu   sync.Mutex
	free []*lease
	all  []*lease
	size int // bytes of a new buffer
}

// get returns a lease with an empty batch and a buffer of at least n bytes.
func (p *pool) get(n int) *lease {
	var l *lease
	p.mu.Lock()
	if k := len(p.free); k > 0 {
		l, p.free = p.free[k-1], p.free[:k-1]
	}
	if l == nil {
		l = &lease{}
		l.batch.Free = func(*packet.Batch) { p.put(l) }
		p.all = append(p.all, l)
	}
	p.mu.Unlock()
	if len(l.buf) < n || l.buf == nil {
		l.buf = make([]byte, max(n, p.size))
	}
	return l
}

func (p *pool) put(l *lease) {
	l.batch.Packets = l.batch.Packets[:0]
	clear(l.extras) // drop what they refer to
	l.extras, l.arena = l.extras[:0], l.arena[:0]
	if len(l.buf) > p.size {
		l.buf = nil // grown for one huge record
	}
	p.mu.Lock()
	p.free = append(p.free, l)
	p.mu.Unlock()
}

// buffer returns the memory that a lent batch refers to; nil if the batch is
// not of this pool.
func (p *pool) buffer(b *packet.Batch) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range p.all {
		if &l.batch == b {
			return l.buf
		}
	}
	return nil
}

// add appends a packet whose fields the caller sets, all of them.
func (l *lease) add() *packet.Packet {
	pk := l.batch.Packets
	if n := len(pk); n < cap(pk) {
		pk = pk[:n+1]
	} else {
		pk = append(pk, packet.Packet{})
	}
	l.batch.Packets = pk
	return &pk[len(pk)-1]
}

// extra returns the packet's Extra, made if there is none yet.
func (l *lease) extra(p *packet.Packet) *packet.Extra {
	if p.Extra == nil {
		l.extras = append(l.extras, packet.Extra{})
		p.Extra = &l.extras[len(l.extras)-1]
	}
	return p.Extra
}
