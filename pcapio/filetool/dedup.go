package filetool

import (
	"crypto/sha256"
	"encoding/binary"
	"time"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// DefaultWindow is how many packets before it a packet is compared with, when
// nothing else is asked for.
const DefaultWindow = 4

// MaxWindow bounds how many packets are remembered.
const MaxWindow = 1 << 20

// DedupOptions say which packets are duplicates. Equal packets have the same
// link type, length on the wire and bytes.
type DedupOptions struct {
	// Window is how many packets before it a packet is compared with; 0 means
	// DefaultWindow, or MaxWindow if Within is given.
	Window int
	// Within makes only packets duplicates that are not further apart.
	Within time.Duration
	// Skip bytes at the start of each packet do not count, such as those of an
	// Ethernet header that differs between two taps.
	Skip int
}

// Dedup copies a file without its duplicates: of equal packets, the first is
// kept.
func Dedup(r *pcapio.Reader, sink Sink, o DedupOptions, progress Progress) (Result, error) {
	w := newWindow(o)
	return copyKept(r, sink, func(p *packet.Packet) bool { return !w.seen(p) }, progress)
}

// fingerprint is enough of a hash that no two different packets ever share it.
type fingerprint [16]byte

// window is a ring of the packets to compare with.
type window struct {
	o    DedupOptions
	ring []entry
	next int
	last map[fingerprint]packet.Time // of those in the ring: the latest time
	uses map[fingerprint]int
}

type entry struct {
	sum  fingerprint
	used bool
}

func newWindow(o DedupOptions) *window {
	switch {
	case o.Window <= 0 && o.Within > 0:
		o.Window = MaxWindow
	case o.Window <= 0:
		o.Window = DefaultWindow
	}
	return &window{
		o:    o,
		ring: make([]entry, min(o.Window, MaxWindow)),
		last: make(map[fingerprint]packet.Time),
		uses: make(map[fingerprint]int),
	}
}

// seen reports whether the packet is a duplicate, and remembers it.
func (w *window) seen(p *packet.Packet) bool {
	sum := w.sum(p)
	before, dup := w.last[sum]
	if dup && w.o.Within > 0 {
		d := p.Time.Sub(before)
		dup = d <= w.o.Within && d >= -w.o.Within
	}
	e := &w.ring[w.next]
	if e.used {
		if w.uses[e.sum]--; w.uses[e.sum] == 0 {
			delete(w.uses, e.sum)
			delete(w.last, e.sum)
		}
	}
	*e = entry{sum, true}
	w.uses[sum]++
	w.last[sum] = p.Time
	if w.next++; w.next == len(w.ring) {
		w.next = 0
	}
	return dup
}

func (w *window) sum(p *packet.Packet) fingerprint {
	data := p.Data
	if w.o.Skip < len(data) {
		data = data[w.o.Skip:] // a shorter packet counts as a whole
	}
	h := sha256.Sum256(data)
	binary.LittleEndian.PutUint32(h[16:], p.WireLen)
	binary.LittleEndian.PutUint16(h[20:], uint16(p.LinkType))
	h = sha256.Sum256(h[:22])
	return fingerprint(h[:16])
}
