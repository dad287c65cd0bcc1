package filetool

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"

	"wiredump/capture/packet"
)

// An InterfaceTable numbers the interfaces of several files, equal ones once.
// The zero value is empty. It belongs to one goroutine, except Interfaces.
type InterfaceTable struct {
	ifaces atomic.Pointer[[]packet.Interface]
	index  map[string]uint32 // of each interface in ifaces, by all that it tells
}

// Interfaces returns the interfaces that have numbers so far.
func (t *InterfaceTable) Interfaces() []packet.Interface {
	if p := t.ifaces.Load(); p != nil {
		return *p
	}
	return nil
}

// Number returns the number of an interface, a new one if there is none equal
// to it yet.
func (t *InterfaceTable) Number(i packet.Interface) uint32 {
	key := fmt.Sprintf("%#v", i)
	if n, ok := t.index[key]; ok {
		return n
	}
	if t.index == nil {
		t.index = make(map[string]uint32)
	}
	all := append(t.Interfaces(), i)
	t.ifaces.Store(&all)
	n := uint32(len(all) - 1)
	t.index[key] = n
	return n
}

const (
	blockStatistics = 5
	statisticsLen   = 24 // up to the options, with the final length
)

// AdoptBlocks gives the statistics among a file's blocks the numbers that its
// interfaces have in the result. It changes the blocks.
func AdoptBlocks(blocks [][]byte, ids []uint32) {
	for _, b := range blocks {
		order := binary.ByteOrder(binary.LittleEndian)
		if int(order.Uint32(b[4:])) != len(b) {
			order = binary.BigEndian
		}
		if order.Uint32(b) != blockStatistics || len(b) < statisticsLen {
			continue
		}
		if n := order.Uint32(b[8:]); int64(n) < int64(len(ids)) {
			order.PutUint32(b[8:], ids[n])
		}
	}
}
