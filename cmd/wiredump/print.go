package main

import (
	"io"

	"wiredump/capture/packet"
)

// A view turns packets into text. Append appends to dst what it has to say of
// a packet.
type view interface {
	Append(dst []byte, p *packet.Packet) []byte
}

// A printer is the sink that shows a view on standard output.
type printer struct {
	w     io.Writer
	view  view
	buf   []byte
	eager bool // write out each packet
	every int  // show only every so many packets
	since int  // packets since the last one shown
}

// printBuffer is how much text is gathered before it is written, in bytes.
const printBuffer = 64 << 10

func newPrinter(w io.Writer, v view, eager bool, every int) *printer {
	return &printer{w: w, view: v, eager: eager, every: max(every, 1), buf: make([]byte, 0, printBuffer+(8<<10))}
}

func (p *printer) packet(pkt *packet.Packet) error {
	if p.since++; p.since < p.every {
		if v, ok := p.view.(interface{ Skip() }); ok {
			v.Skip()
		}
		return nil
	}
	p.since = 0
	p.buf = p.view.Append(p.buf, pkt)
	if p.eager || len(p.buf) >= printBuffer {
		return p.flush()
	}
	return nil
}

func (p *printer) flush() error {
	if len(p.buf) == 0 {
		return nil
	}
	_, err := p.w.Write(p.buf)
	p.buf = p.buf[:0]
	return err
}
