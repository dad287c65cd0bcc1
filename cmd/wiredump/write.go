package main

import (
	"fmt"
	"io"
	"os"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A writer is the sink that writes packets to a capture file.
type writer struct {
	f     io.Closer // nil: standard output
	w     *pcapio.Writer
	eager bool // write out each packet
}

// newWriter opens the file of -w.
func (t *task) newWriter(o pcapio.WriterOptions) (*writer, error) {
	wr := &writer{eager: t.packetBuffered}
	var dst io.Writer = t.stdout
	if t.write != "-" {
		f, err := os.Create(t.write)
		if err != nil {
			return nil, fmt.Errorf("%s: %s", t.write, reason(err))
		}
		dst, wr.f = f, f
	}
	var err error
	wr.w, err = pcapio.NewWriter(dst, o)
	return wr, err
}

func (w *writer) packet(p *packet.Packet) error {
	err := w.w.WritePacket(p)
	if err == nil && w.eager {
		err = w.w.Flush()
	}
	return err
}

func (w *writer) flush() error { return nil }

func (w *writer) close() error {
	err := w.w.Close()
	if w.f != nil {
		if e := w.f.Close(); err == nil {
			err = e
		}
	}
	return err
}
