package main

import (
	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/pcapio"
)

// outputs are the sinks of a run and what is to be done at its end.
type outputs struct {
	t     *task
	sinks []sink
	file  *writer // nil until the first source has been opened, or without -w
}

// An origin is what outputs need to know of a source.
type origin interface {
	LinkType() packet.LinkType
	SnapLen() uint32
	Nano() bool
	Interfaces() []packet.Interface
}

// newOutputs makes the sinks that the configuration asks for, but for the file
// of -w, whose header depends on the source.
func (t *task) newOutputs() *outputs {
	o := &outputs{t: t}
	if t.prints() {
		opt := t.text
		opt.InterfaceName = interfaceNames()
		o.sinks = append(o.sinks, newPrinter(t.stdout, text.New(opt), t.lineBuffered || t.packetBuffered))
	}
	return o
}

// begin tells the outputs what the next packets come from.
func (o *outputs) begin(from origin) error {
	if o.t.write == "" || o.file != nil {
		return nil
	}
	w, err := o.t.newWriter(pcapio.WriterOptions{
		LinkType:   from.LinkType(),
		SnapLen:    from.SnapLen(),
		Nano:       o.t.text.Nano || from.Nano() && !o.t.micro,
		Interfaces: from.Interfaces,
	})
	if err != nil {
		return err
	}
	o.file = w
	o.sinks = append(o.sinks, w)
	return nil
}

// finish ends all outputs. The first error is returned; all are ended.
func (o *outputs) finish() error {
	var first error
	for _, s := range o.sinks {
		if err := s.flush(); err != nil && first == nil {
			first = err
		}
	}
	if o.file != nil {
		if err := o.file.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
