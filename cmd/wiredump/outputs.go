package main

import (
	"errors"
	"slices"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	jsonview "wiredump/dissect/json"
	"wiredump/dissect/text"
	"wiredump/internal/names"
	"wiredump/internal/services"
	"wiredump/pcapio"
)

// outputs are the sinks of a run and what is to be done at its end.
type outputs struct {
	t     *task
	sinks []sink
	file  *writer // nil until the first source has been opened, or without -w
	hosts *names.Resolver
	// source returns the interfaces of the present source.
	source func() []packet.Interface
	events *eventSink // nil without --handshakes and --decode
	asRead *asTcpdump // nil unless packets of a file are both printed and copied
}

// interfaces returns the interfaces of the present source.
func (o *outputs) interfaces() []packet.Interface {
	if o.source == nil {
		return nil
	}
	return o.source()
}

// newOutputs makes the sinks that the configuration asks for, but for the file
// of -w, whose header depends on the source. Packets of several interfaces are
// printed with where they came from.
func (t *task) newOutputs(live func() []packet.Interface) *outputs {
	o := &outputs{t: t, source: live}
	if !t.prints() {
		return o
	}
	eager := t.lineBuffered || t.packetBuffered && t.write == ""
	switch t.view {
	case viewHandshakes:
		o.events = newHandshakeSink(t.stdout, t.text, t.json, !t.offline())
		o.sinks = append(o.sinks, o.events)
	case viewDecode:
		o.events = newTalkSink(t.stdout, t.text, t.json, !t.offline())
		o.sinks = append(o.sinks, o.events)
	case viewText:
		var v view
		if t.json {
			v = jsonview.New(jsonview.Options{NoChecksums: t.text.NoChecksums, Interfaces: o.interfaces, InterfaceName: interfaceNames()})
		} else {
			v = text.New(o.textOptions(o.interfaces()))
			if t.offline() && t.write != "" {
				o.asRead = &asTcpdump{view: v}
				v = o.asRead
			}
		}
		o.sinks = append(o.sinks, newPrinter(t.stdout, v, eager, t.sampling))
	}
	if o.events != nil {
		o.events.interfaces = o.interfaces
		o.events.comment = t.write != "" // the file's verdicts stand with the packets that decided
	}
	return o
}

// nameWait is how long the lines of files on disk may wait for host names, all
// together. Nobody waits for those of live packets, which may come in through a
// pipe as well.
const nameWait = 5 * time.Second

// textOptions completes the options of the text view by what this machine
// knows.
func (o *outputs) textOptions(ifs []packet.Interface) text.Options {
	opt := o.t.text
	if len(ifs) > 1 {
		for _, ifi := range ifs {
			opt.Interfaces = append(opt.Interfaces, interfaceName(ifi))
		}
	}
	opt.InterfaceName = interfaceNames()
	opt.Color, opt.Terminal = o.t.stylesText()
	if !o.t.numeric {
		o.hosts = names.New(names.Options{Wait: nameWait, Short: o.t.shortNames})
		opt.HostName = o.hosts.Host
		if o.t.foreignNumeric {
			opt.HostName = localOnly(o.hosts.Host)
		}
		opt.PortName = services.System().Name
		opt.Names = true
	}
	return opt
}

// begin tells the outputs what the next packets come from. Files shall belong to
// user, unless that is nil.
func (o *outputs) begin(from origin, user *capture.Account) error {
	o.source = from.interfaces
	if o.hosts != nil {
		o.hosts.SetHurry(!from.onDisk)
	}
	if o.asRead != nil {
		o.asRead.begin(from.reader)
	}
	if o.t.write == "" {
		return nil
	}
	if o.file != nil {
		o.file.begin(from)
		return nil
	}
	if o.t.write == "-" && isTerminal(o.t.stdout) {
		return errors.New("a capture file is no text: not written to a terminal (redirect standard output, or give -w a name)")
	}
	if o.t.writeNames && o.t.writeFormat(from.several) != pcapio.Pcapng {
		return errors.New("--write-names needs a pcapng file: a pcap file has no place for names")
	}
	w, err := o.t.newWriter(from, user)
	if err != nil {
		return err
	}
	o.file = w
	o.sinks = append(o.sinks, w)
	if o.t.writeNames {
		o.sinks = append(o.sinks, newNameSink(w.out.AddName))
	}
	return nil
}

// keep passes on what a pcapng file holds beside its packets.
func (o *outputs) keep(blocks [][]byte) error {
	if o.file == nil || len(blocks) == 0 {
		return nil
	}
	return o.file.blocks(blocks)
}

// mute lets no command be run for files any more: they will hold nothing.
func (o *outputs) mute() {
	if o.file != nil && o.file.post != nil {
		o.file.post.off = true
	}
}

// finish ends all outputs. All are ended, whatever errors there are.
func (o *outputs) finish() error {
	var errs []error
	if o.events != nil {
		errs = append(errs, o.events.finish())
	}
	for _, s := range o.sinks {
		errs = append(errs, s.flush())
	}
	if o.file != nil {
		if o.hosts != nil {
			o.hosts.Each(o.file.out.AddName) // pcapng keeps the names that were shown
		}
		errs = append(errs, o.file.close())
	}
	if o.hosts != nil {
		o.hosts.Close()
	}
	// A limit that was reached is no error.
	return errors.Join(slices.DeleteFunc(errs, func(err error) bool { return errors.Is(err, pcapio.ErrStop) })...)
}
