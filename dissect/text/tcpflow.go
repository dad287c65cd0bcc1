package text

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"wiredump/dissect"
)

// tcpFlows remembers where the sequence numbers of TCP connections began. It
// holds the flows that were seen last, some 400,000 to 800,000 of each IP
// version, in 75 MB at most: a flow that is forgotten begins anew.
type tcpFlows struct {
	v4   flowTable[flowKey4]
	v6   flowTable[flowKey6]
	seed uint64 // random, so that nobody can send flows that hash alike
}

// A flowKey names a connection, whichever direction a packet goes: the lower
// end's address, the higher end's address, the lower end's port, the higher
// end's port.
type (
	flowKey4 [4 + 4 + 2 + 2]byte
	flowKey6 [16 + 16 + 2 + 2]byte
)

// A flow is where the sequence numbers of both ends began.
type flow struct {
	low, high uint32
}

// tcpFlow returns what is known of the connection that a segment belongs to,
// to be changed in place, and whether the segment goes from the higher end to
// the lower. fresh is true if nothing was known. It is valid until the next
// call.
func (p *printer) tcpFlow(h *dissect.TCP) (f *flow, reverse, fresh bool) {
	reverse = h.SrcPort > h.DstPort
	if h.SrcPort == h.DstPort {
		reverse = bytes.Compare(p.ipSrc[:p.ipLen], p.ipDst[:p.ipLen]) > 0
	}
	low, high, lowPort, highPort := &p.ipSrc, &p.ipDst, h.SrcPort, h.DstPort
	if reverse {
		low, high, lowPort, highPort = high, low, highPort, lowPort
	}
	if p.ipLen == 16 {
		var k flowKey6
		copy(k[0:], low[:])
		copy(k[16:], high[:])
		binary.BigEndian.PutUint16(k[32:], lowPort)
		binary.BigEndian.PutUint16(k[34:], highPort)
		t := &p.st.tcp.v6
		f, fresh = t.get(k, mix(mix(mix(mix(p.st.tcp.seed,
			binary.LittleEndian.Uint64(k[0:])), binary.LittleEndian.Uint64(k[8:])),
			binary.LittleEndian.Uint64(k[16:])), binary.LittleEndian.Uint64(k[24:])^
			uint64(binary.LittleEndian.Uint32(k[32:]))<<13))
		return f, reverse, fresh
	}
	var k flowKey4
	copy(k[0:], low[:4])
	copy(k[4:], high[:4])
	binary.BigEndian.PutUint16(k[8:], lowPort)
	binary.BigEndian.PutUint16(k[10:], highPort)
	t := &p.st.tcp.v4
	f, fresh = t.get(k, mix(mix(p.st.tcp.seed, binary.LittleEndian.Uint64(k[0:])), uint64(binary.LittleEndian.Uint32(k[8:]))))
	return f, reverse, fresh
}

// mix stirs v into a hash.
func mix(h, v uint64) uint64 {
	hi, lo := bits.Mul64(h^v, 0x9e3779b97f4a7c15)
	return hi ^ lo ^ h
}

// A flowTable is a hash table with open addressing that forgets the flows that
// were not seen for long: once young is full it becomes old, and what was old
// is dropped. Flows found in old move to young.
type flowTable[K comparable] struct {
	young, old []flowSlot[K]
	used       int // slots in use in young
}

// A flowSlot holds a flow, or nothing if hash is zero.
type flowSlot[K comparable] struct {
	key  K
	hash uint32
	flow flow
}

const (
	minFlowSlots = 1 << 8  // slots of the first table
	maxFlowSlots = 1 << 19 // slots of young and of old, at most
)

// get returns the flow with the key, whose hash is hash; a new one, zero, if
// there is none.
func (t *flowTable[K]) get(k K, hash uint64) (f *flow, fresh bool) {
	h := uint32(hash>>32) | 1<<31
	if t.used*4 >= len(t.young)*3 {
		t.makeRoom()
	}
	s := findFlow(t.young, k, h)
	if s.hash != 0 {
		return &s.flow, false
	}
	var known flow
	fresh = true
	if t.old != nil {
		if o := findFlow(t.old, k, h); o.hash != 0 {
			known, fresh = o.flow, false
		}
	}
	*s = flowSlot[K]{key: k, hash: h, flow: known}
	t.used++
	return &s.flow, fresh
}

// findFlow returns the slot of the key, or the free slot where it would be.
func findFlow[K comparable](slots []flowSlot[K], k K, h uint32) *flowSlot[K] {
	mask := uint32(len(slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &slots[i]
		if s.hash == 0 || s.hash == h && s.key == k {
			return s
		}
	}
}

// makeRoom makes young larger or, once it is as large as it may be, old.
func (t *flowTable[K]) makeRoom() {
	full := t.young
	if len(full) == maxFlowSlots {
		if t.old == nil {
			t.old = make([]flowSlot[K], maxFlowSlots)
		}
		t.young, t.old, t.used = t.old, full, 0
		clear(t.young)
		return
	}
	t.young = make([]flowSlot[K], max(2*len(full), minFlowSlots))
	for i := range full {
		if s := &full[i]; s.hash != 0 {
			*findFlow(t.young, s.key, s.hash) = *s
		}
	}
}
