package main

import (
	"errors"
	"fmt"
	"syscall"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/filter"
	"wiredump/pcapio"
)

// runLive captures from an interface.
func (t *task) runLive() error {
	ring, prog, err := t.openRing(t.iface)
	if err != nil {
		return err
	}
	defer ring.Close()
	if t.dumpFilter > 0 {
		return t.dump(prog)
	}
	ifi := ring.Interfaces()[0]
	t.liveBanner(ifi)

	sigs := catchSignals()
	defer sigs.release()
	out := t.newOutputs()
	started := time.Now()
	err = out.begin(origin{
		linkType:   ifi.LinkType,
		snapLen:    ifi.SnapLen,
		nano:       t.text.Nano,
		interfaces: ring.Interfaces,
		section:    thisHost(),
		statistics: func() []pcapio.Statistics { return ringStatistics(ring, started) },
	})
	if err != nil {
		return err
	}
	l := &pipeline{src: ring, sinks: out.sinks, skip: t.skip, count: t.count, signals: sigs, stop: ring.Stop}
	l.onStats = func() { t.progress(ring, l.taken) }
	err = l.run()
	ring.Stop()
	if finishErr := out.finish(); err == nil {
		err = finishErr
	}
	t.statistics(ring, l.taken)
	switch {
	case errors.Is(err, errStopped), errors.Is(err, syscall.EPIPE), errors.Is(err, pcapio.ErrStop):
		return nil
	case errors.Is(err, capture.ErrGone):
		return errors.New("pcap_loop: The interface disappeared")
	}
	return err
}

// openRing compiles the filter for an interface and opens it.
func (t *task) openRing(name string) (*capture.Ring, *filter.Program, error) {
	c := capture.Config{
		Interface:     name,
		SnapLen:       t.snapLen,
		NoPromiscuous: t.noPromisc,
		BufferSize:    t.buffer,
		Immediate:     t.immediate,
		Direction:     t.direction,
		TimestampType: t.timestampType,
		Nano:          t.text.Nano,
	}
	types, err := capture.LinkTypes(c)
	if err != nil {
		return nil, nil, captureError(err, name)
	}
	c.LinkType = types[0]
	if t.linkTypeSet {
		c.LinkType = t.linkType
	}
	prog, err := t.compile(filter.Options{LinkType: c.LinkType, SnapLen: t.snapLen, Live: true})
	if err != nil {
		return nil, nil, err
	}
	if prog != nil {
		c.Filter, c.FilterText = prog.Raw(), prog.Expr()
		c.Match = func(p *packet.Packet) bool { return prog.Accepts(p, nil) }
	}
	ring, err := capture.Open(c)
	if err != nil {
		return nil, nil, captureError(err, name)
	}
	return ring, prog, nil
}

// captureError words what went wrong as tcpdump does, and adds what helps.
func captureError(err error, name string) error {
	var ce *capture.Error
	if !errors.As(err, &ce) {
		return err
	}
	if ce.Interface != "" {
		name = ce.Interface
	}
	detail := ""
	if ce.Err != nil {
		detail = reason(ce.Err)
		if ce.Op != "" {
			detail = ce.Op + ": " + detail
		}
	}
	if ce.Kind == nil {
		return fmt.Errorf("%s: %s", name, detail)
	}
	msg := fmt.Sprintf("%s: %s", name, ce.Kind)
	switch {
	case errors.Is(ce.Kind, capture.ErrNoDevice) && detail == "":
		msg += "\n(No such device exists)"
	case detail != "":
		msg += "\n(" + detail + ")"
	}
	if errors.Is(ce.Kind, capture.ErrPermission) {
		msg += "\n" + `hint: run as root, or give the program the right once: sudo setcap cap_net_raw+ep "$(command -v wiredump)"`
	}
	return errors.New(msg)
}

// liveBanner tells what is being captured.
func (t *task) liveBanner(ifi packet.Interface) {
	if ifi.LinkType == packet.LinuxSLL2 && ifi.Name == capture.AnyInterface {
		t.note("%s: data link type %s", t.program, ifi.LinkType)
	}
	what := fmt.Sprintf("listening on %s, link-type %s, snapshot length %d bytes", ifi.Name, linkName(ifi.LinkType), ifi.SnapLen)
	if t.prints() && t.text.Verbose == 0 && t.view == viewText {
		t.note("%s: verbose output suppressed, use -v[v]... for full protocol decode", t.program)
		t.note("%s", what)
	} else {
		t.note("%s: %s", t.program, what)
	}
}

// statistics prints the closing lines of a live capture.
func (t *task) statistics(ring *capture.Ring, captured int) {
	if isTerminal(t.stderr) {
		fmt.Fprintln(t.stderr) // behind the ^C
	}
	s, err := ring.Stats()
	if err != nil {
		t.note("%s: statistics: %s", t.program, err)
		return
	}
	t.note("%s captured", plural(uint64(captured)))
	t.note("%s received by filter", plural(s.Received))
	t.note("%s dropped by kernel", plural(s.Dropped))
	if s.DroppedByInterface > 0 {
		t.note("%s dropped by interface", plural(s.DroppedByInterface))
	}
}

// progress prints the line that SIGUSR1 asks for.
func (t *task) progress(ring *capture.Ring, captured int) {
	s, err := ring.Stats()
	if err != nil {
		return
	}
	t.note("%s: %s captured, %s received by filter, %s dropped by kernel", t.program, plural(uint64(captured)), plural(s.Received), plural(s.Dropped))
}

// plural returns a number of packets in words.
func plural(n uint64) string {
	if n == 1 {
		return "1 packet"
	}
	return fmt.Sprintf("%d packets", n)
}

// ringStatistics is what the end of a pcapng file tells of a capture.
func ringStatistics(ring *capture.Ring, started time.Time) []pcapio.Statistics {
	s, err := ring.Stats()
	if err != nil {
		return nil
	}
	now := packet.FromGo(time.Now())
	return []pcapio.Statistics{{
		Time:      now,
		Start:     packet.FromGo(started),
		End:       now,
		Received:  pcapio.NotCounted,
		Dropped:   s.DroppedByInterface,
		Accepted:  s.Received,
		OSDropped: s.Dropped,
		Delivered: s.Delivered,
	}}
}
