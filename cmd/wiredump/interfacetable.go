package main

import (
	"wiredump/capture/packet"
	"wiredump/pcapio/filetool"
)

// An interfaceTable numbers the interfaces of files that are written one after
// the other into one, equal ones once. It belongs to the goroutine that writes.
type interfaceTable struct {
	all    filetool.InterfaceTable
	source func() []packet.Interface // of the present file
	ids    []uint32                  // of its interfaces in all
}

// begin tells of the next file.
func (t *interfaceTable) begin(source func() []packet.Interface) {
	t.source, t.ids = source, t.ids[:0]
	t.learn()
}

// learn gives numbers to the present file's interfaces that have none yet.
func (t *interfaceTable) learn() {
	for _, i := range t.source()[len(t.ids):] {
		t.ids = append(t.ids, t.all.Number(i))
	}
}

func (t *interfaceTable) interfaces() []packet.Interface { return t.all.Interfaces() }

// adopt gives a packet, and the blocks in front of it, the numbers of the
// result. The packet's own number is used up by then.
func (t *interfaceTable) adopt(p *packet.Packet) {
	if int(p.Interface) >= len(t.ids) {
		t.learn()
	}
	p.Interface = t.ids[p.Interface]
	if p.Extra != nil {
		t.adoptBlocks(p.Extra.Before)
	}
}

func (t *interfaceTable) adoptBlocks(blocks [][]byte) {
	if len(blocks) == 0 {
		return
	}
	t.learn()
	filetool.AdoptBlocks(blocks, t.ids)
}
