package handshake

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"net/netip"
	"time"

	"wiredump/dissect"
)

// An endpoint is an address and port; IPv4 addresses are mapped into IPv6.
type endpoint struct {
	addr [16]byte
	port uint16
}

func (e *endpoint) addrPort() netip.AddrPort {
	return netip.AddrPortFrom(netip.AddrFrom16(e.addr).Unmap(), e.port)
}

// set4 makes e the given IPv4 endpoint.
func (e *endpoint) set4(a [4]byte, port uint16) {
	e.addr = [16]byte{10: 0xff, 11: 0xff, 12: a[0], 13: a[1], 14: a[2], 15: a[3]}
	e.port = port
}

func (e *endpoint) after(o *endpoint) bool {
	if e.port != o.port {
		return e.port > o.port
	}
	return bytes.Compare(e.addr[:], o.addr[:]) > 0
}

// A key names a connection, whoever sends: ends[0] is the lesser endpoint.
type key struct {
	ends  [2]endpoint
	vlan  uint16
	iface uint32
}

// setKey fills k from addresses and ports and says which end is the source.
func (k *key) setKey(f *dissect.Frame, sport, dport uint16) (dir uint8, ok bool) {
	src, dst := &k.ends[0], &k.ends[1]
	switch f.Network {
	case dissect.ProtoIPv4:
		src.set4(f.IPv4.Src, sport)
		dst.set4(f.IPv4.Dst, dport)
	case dissect.ProtoIPv6:
		*src = endpoint{f.IPv6.Src, sport}
		*dst = endpoint{f.IPv6.Dst, dport}
	default:
		return 0, false
	}
	return k.order(), true
}

// order puts the lesser endpoint first and returns where the first one went.
func (k *key) order() uint8 {
	if k.ends[0].after(&k.ends[1]) {
		k.ends[0], k.ends[1] = k.ends[1], k.ends[0]
		return 1
	}
	return 0
}

// hash is keyed, so that nobody can choose connections that share a chain.
func (k *key) hash(seed uint64) uint32 {
	mix := func(a, b uint64) uint64 {
		hi, lo := bits.Mul64(a^0x9e3779b97f4a7c15, b^seed)
		return hi ^ lo
	}
	le := binary.LittleEndian
	a, b := &k.ends[0].addr, &k.ends[1].addr
	h := mix(le.Uint64(a[:]), le.Uint64(b[:])) + mix(le.Uint64(a[8:]), le.Uint64(b[8:])^seed)
	h = mix(h, uint64(k.ends[0].port)<<48|uint64(k.ends[1].port)<<32|uint64(k.iface)) + uint64(k.vlan)
	h = mix(h, h>>32)
	return uint32(h ^ h>>32)
}

// A stage is what a flow's segments have shown.
type stage uint8

const (
	stageFree stage = iota
	stageSynSent
	stageCrossing // SYNs from both sides
	stageSynReceived
	stageOpen
	stageMidstream
	stageDone
)

// A flow is what is remembered of a connection. Times are nanoseconds since
// 1970; arrays are indexed by Role.
type flow struct {
	key     key
	hash    uint32
	next    uint32 // neighbours in the list, or the next free one
	prev    uint32
	retries uint32 // index of the SYNs after the first; 0 if there were none
	list    uint8
	stage   stage
	outcome State // last reported; 0 if none yet
	client  uint8 // which of key.ends is the client
	resetBy Role
	fins    uint8 // bit set by Role
	acked   uint8 // in stageCrossing: whose SYN has been acknowledged, by Role
	badAck  bool  // lastBadAck is valid
	history history
	flags   Flags

	vlan  uint16 // outermost tag of the first packet
	iface uint32 // of the first packet

	syns, synAcks, copies uint16
	touched               int64 // the tracker's clock at the last activity
	first                 int64 // first SYN
	lastSyn               int64
	synAt                 int64 // the SYN that was answered
	lastSynAck            int64
	synAckAt              int64 // the SYN-ACK that was answered
	doneAt                int64 // the segment that ended the handshake
	openedAt              int64
	crossAt               int64 // in stageCrossing: when the client acknowledged the server's SYN

	previousISN  uint32
	lastBadAck   uint32
	tsSynAck     uint32 // TSval of the first SYN-ACK
	tsLastSynAck uint32
	ipID         [2]uint16
	side         [2]Side
	accepted     int // bytes of the SYN's data that were acknowledged
	ackData      int // bytes that came with the ACK
	icmp         ICMPError
	end          [2]uint32
	bytes        [2]uint64
}

func (f *flow) role(dir uint8) Role { return Role(dir ^ f.client) }

// maxRetries is how many retransmitted SYNs are remembered singly.
const maxRetries = 7

// retries are the SYNs after the first. Of those beyond maxRetries the last one
// is known: flow.lastSyn and lastTS.
type retries struct {
	n      int // entries in use, at most maxRetries
	next   uint32
	lastTS uint32
	at     [maxRetries]int64
	ts     [maxRetries]uint32
}

// Lists of flows, each in the order of last activity.
const (
	listEmbryonic uint8 = iota // no outcome yet
	listOpen                   // established or seen from the middle
	listDone                   // has an outcome
	listCount
)

type list struct {
	head, tail uint32
	n          int
}

// A table holds the flows. Index 0 stands for none.
type table struct {
	seed  uint64
	index []uint32 // open addressing, linear probing; a power of two
	flows []flow
	free  uint32
	used  int
	lists [listCount]list

	retries     []retries
	freeRetries uint32
}

const minIndex = 256

func newTable(seed uint64) table {
	return table{seed: seed, index: make([]uint32, minIndex), flows: make([]flow, 1, 64), retries: make([]retries, 1)}
}

// find returns the flow with the key, or 0.
func (t *table) find(k *key, hash uint32) uint32 {
	mask := uint32(len(t.index) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := t.index[i]
		if n == 0 {
			return 0
		}
		if f := &t.flows[n]; f.hash == hash && f.key == *k {
			return n
		}
	}
}

// add makes a flow, in the embryonic list.
func (t *table) add(k *key, hash uint32, now int64) uint32 {
	if 2*(t.used+1) > len(t.index) {
		t.grow()
	}
	n := t.free
	if n != 0 {
		t.free = t.flows[n].next
	} else {
		n = uint32(len(t.flows))
		t.flows = append(t.flows, flow{})
	}
	t.flows[n] = flow{key: *k, hash: hash, touched: now}
	t.insert(n)
	t.used++
	t.push(n, listEmbryonic)
	return n
}

func (t *table) insert(n uint32) {
	mask := uint32(len(t.index) - 1)
	i := t.flows[n].hash & mask
	for t.index[i] != 0 {
		i = (i + 1) & mask
	}
	t.index[i] = n
}

func (t *table) grow() {
	old := t.index
	t.index = make([]uint32, 2*len(old))
	for _, n := range old {
		if n != 0 {
			t.insert(n)
		}
	}
}

// remove frees a flow.
func (t *table) remove(n uint32) {
	mask := uint32(len(t.index) - 1)
	f := &t.flows[n]
	i := f.hash & mask
	for t.index[i] != n {
		i = (i + 1) & mask
	}
	// Close the gap: whoever was pushed past it moves back.
	for j := (i + 1) & mask; t.index[j] != 0; j = (j + 1) & mask {
		home := t.flows[t.index[j]].hash & mask
		if (j-home)&mask >= (j-i)&mask {
			t.index[i] = t.index[j]
			i = j
		}
	}
	t.index[i] = 0
	t.unlink(n)
	t.forgetRetries(f)
	*f = flow{next: t.free}
	t.free = n
	t.used--
}

func (t *table) push(n uint32, l uint8) {
	f, li := &t.flows[n], &t.lists[l]
	f.list, f.prev, f.next = l, li.tail, 0
	if li.tail != 0 {
		t.flows[li.tail].next = n
	} else {
		li.head = n
	}
	li.tail = n
	li.n++
}

func (t *table) unlink(n uint32) {
	f := &t.flows[n]
	li := &t.lists[f.list]
	if f.prev != 0 {
		t.flows[f.prev].next = f.next
	} else {
		li.head = f.next
	}
	if f.next != 0 {
		t.flows[f.next].prev = f.prev
	} else {
		li.tail = f.prev
	}
	li.n--
}

// move puts a flow at the end of a list, as of now.
func (t *table) move(n uint32, l uint8, now int64) {
	t.unlink(n)
	t.flows[n].touched = now
	t.push(n, l)
}

// touch keeps a flow of an open connection from expiring. A second more or
// less does not matter there, so most packets move nothing.
func (t *table) touch(n uint32, now int64) {
	if f := &t.flows[n]; now-f.touched > int64(time.Second) {
		t.move(n, f.list, now)
	}
}

// addRetry remembers a retransmitted SYN.
func (t *table) addRetry(f *flow, at int64, ts uint32) {
	if f.retries == 0 {
		n := t.freeRetries
		if n != 0 {
			t.freeRetries = t.retries[n].next
		} else {
			n = uint32(len(t.retries))
			t.retries = append(t.retries, retries{})
		}
		t.retries[n] = retries{}
		f.retries = n
	}
	r := &t.retries[f.retries]
	r.lastTS = ts
	if r.n < maxRetries {
		r.at[r.n], r.ts[r.n] = at, ts
		r.n++
	}
}

func (t *table) forgetRetries(f *flow) {
	if f.retries != 0 {
		t.retries[f.retries].next = t.freeRetries
		t.freeRetries = f.retries
		f.retries = 0
	}
}
