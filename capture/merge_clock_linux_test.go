package capture

import (
	"testing"
	"time"

	"wiredump/capture/packet"
)

// TestMergeClockSetBack: packets stamped before the clock was set back lie in
// the future of those that follow, and must not wait until it comes.
func TestMergeClockSetBack(t *testing.T) {
	idle := &Ring{blocks: []block{make(block, 128)}} // the kernel's, and empty
	idle.parked.Store(true)
	busy := &Ring{blocks: idle.blocks}
	m := &Merged{slack: 50 * time.Millisecond, inputs: []input{
		{ring: busy, from: make(chan arrival, 1), limit: 8},
		{ring: idle, from: make(chan arrival, 1), limit: 8},
	}}
	now := time.Now()
	future := packet.FromGo(now.Add(time.Hour))
	s := m.newShare(&packet.Batch{Packets: []packet.Packet{{Time: future}}})
	m.inputs[0].queue = []*share{s}

	s.since = now
	if h := m.horizon(now); !h.Before(packet.FromGo(now)) {
		t.Errorf("a packet that has just come is let out up to %v, though the other ring may have an older one", h)
	}
	s.since = now.Add(-m.slack)
	if h := m.horizon(now); h.Before(future) {
		t.Errorf("a packet that has waited long is held back, horizon %v", h)
	}
	idle.parked.Store(false) // its reader has something, and is on its way
	if h := m.horizon(now); !h.Before(packet.FromGo(now)) {
		t.Errorf("not waited for a batch that is on its way, horizon %v", h)
	}
	for range m.inputs[0].limit - 1 { // the queue is full: its first goes out
		m.inputs[0].queue = append(m.inputs[0].queue, m.newShare(s.batch))
	}
	if h := m.horizon(now); h.Before(future) {
		t.Errorf("a full queue is held back, horizon %v", h)
	}
}
