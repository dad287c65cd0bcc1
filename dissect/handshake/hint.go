package handshake

import (
	"encoding/binary"
	"math/bits"
	"time"
)

// Hints look at the last seconds of each client and each server, in a table of
// fixed size: a busy host may push out a quiet one.
const (
	hintSets = 256
	hintWays = 4

	hintWindow = int64(10 * time.Second)
	// scanTargets different ports or hosts that a client tried, most of them
	// in vain, are a scan.
	scanTargets = 30
	// floodSyns SYNs to one server, nine in ten of them without effect, are a
	// flood.
	floodSyns = 256
)

type hints struct {
	sets [hintSets][hintWays]hint
}

// A hint counts for a client (port 0) or for a server's port.
type hint struct {
	end       endpoint
	used      bool
	server    bool
	reported  bool
	began     int64
	last      int64
	attempts  int
	completed int
	ports     [4]uint64 // bit sets of hashes
	hosts     [4]uint64
}

// slot finds the counter of an endpoint, or makes one in place of the one that
// was silent longest; nil if it is not there and not wanted.
func (h *hints) slot(e *endpoint, server bool, now int64, create bool) *hint {
	x := binary.LittleEndian.Uint64(e.addr[:]) ^ bits.RotateLeft64(binary.LittleEndian.Uint64(e.addr[8:]), 31) ^ uint64(e.port)<<40
	if server {
		x ^= 1 << 63
	}
	x *= 0x9e3779b97f4a7c15
	set := &h.sets[x>>56%hintSets]
	oldest := &set[0]
	for i := range set {
		s := &set[i]
		if s.used && s.end == *e && s.server == server {
			if now-s.began > hintWindow && create {
				*s = hint{end: *e, used: true, server: server, began: now, last: now}
			}
			return s
		}
		if s.last < oldest.last {
			oldest = s
		}
	}
	if !create {
		return nil
	}
	*oldest = hint{end: *e, used: true, server: server, began: now, last: now}
	return oldest
}

func spread(set *[4]uint64, x uint64) {
	x *= 0x9e3779b97f4a7c15
	x >>= 56
	set[x/64] |= 1 << (x % 64)
}

func count(set *[4]uint64) int {
	n := 0
	for _, w := range set {
		n += bits.OnesCount64(w)
	}
	return n
}

// attempt notes a SYN that begins an attempt. It returns an event if that makes
// a host suspicious, once in a window.
func (h *hints) attempt(t *Tracker, f *flow, at int64) *Event {
	c, s := f.key.ends[f.client], f.key.ends[f.client^1]
	v := h.slot(&s, true, t.now, true)
	v.last = t.now
	v.attempts++
	host := c
	host.port = 0
	u := h.slot(&host, false, t.now, true)
	u.last = t.now
	u.attempts++
	spread(&u.ports, uint64(s.port)+1)
	spread(&u.hosts, binary.LittleEndian.Uint64(s.addr[8:])^binary.LittleEndian.Uint64(s.addr[:8]))
	switch {
	case !v.reported && v.attempts >= floodSyns && v.completed*10 < v.attempts:
		v.reported = true
		return t.hint(f, SynFlood, v, at)
	case !u.reported && u.attempts >= scanTargets && u.completed*2 < u.attempts && max(count(&u.ports), count(&u.hosts)) >= scanTargets:
		u.reported = true
		return t.hint(f, Scan, u, at)
	}
	return nil
}

// completed notes a handshake.
func (h *hints) completed(f *flow) {
	c, s := f.key.ends[f.client], f.key.ends[f.client^1]
	c.port = 0
	if v := h.slot(&s, true, 0, false); v != nil {
		v.completed++
	}
	if u := h.slot(&c, false, 0, false); u != nil {
		u.completed++
	}
}

func (t *Tracker) hint(f *flow, s State, h *hint, at int64) *Event {
	e := t.event(f, s, at)
	e.Hint = Hint{
		Attempts:  h.attempts,
		Completed: h.completed,
		Ports:     count(&h.ports),
		Hosts:     count(&h.hosts),
		Window:    time.Duration(t.now - h.began),
	}
	t.sum.Hints++
	return e
}
