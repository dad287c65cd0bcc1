package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/filter"
	"wiredump/pcapio"
)

// runLive captures from one interface or several.
func (t *task) runLive() error {
	live, prog, err := t.openRings()
	if err != nil {
		return err
	}
	if t.dumpFilter > 0 {
		live.Close()
		return t.dump(prog)
	}
	defer live.Close()
	sigs := catchSignals()
	defer sigs.release()
	become, err := t.newUser()
	if err != nil {
		return err
	}
	out := t.newOutputs(live.Interfaces)
	started := time.Now()
	if err := out.begin(t.liveOrigin(live, started), become); err != nil {
		if errors.Is(err, syscall.EPIPE) {
			return nil // nobody reads any more: a normal end, if an early one
		}
		return err
	}
	if err := t.relinquish(become); err != nil {
		out.mute()
		out.finish()
		return err
	}
	t.liveBanner(live) // from here on, what happens is captured and signals are answered
	src := &survivor{t: t, m: live}
	sinks := out.sinks
	if t.write != "" && t.text.Verbose > 0 && !t.prints() {
		sinks = append(sinks, &gotCounter{w: t.stderr, next: time.Now()})
	}
	l := &pipeline{src: src, sinks: sinks, skip: t.skip, count: t.count, signals: sigs, stop: live.Stop}
	l.onStats = func() { t.progress(live, l.taken) }
	err = l.run()
	live.Stop()
	if finishErr := out.finish(); err == nil {
		err = finishErr
	}
	t.statistics(live, l.taken)
	switch {
	case errors.Is(err, errStopped), errors.Is(err, syscall.EPIPE), errors.Is(err, pcapio.ErrStop):
		err = nil
	}
	if err == nil {
		err = src.failed
	}
	return err
}

// A survivor is a source over several rings that goes on while one of them
// does.
type survivor struct {
	t      *task
	m      *capture.Merged
	failed error // of the last ring that failed
}

func (s *survivor) Next() (*packet.Batch, error) {
	for {
		b, err := s.m.Next()
		if err == nil || errors.Is(err, io.EOF) || errors.Is(err, capture.ErrClosed) {
			return b, err
		}
		if s.failed != nil {
			s.t.note("%s: %s", s.t.program, s.failed)
		}
		s.failed = err
		if errors.Is(err, capture.ErrGone) {
			s.failed = errors.New("pcap_loop: The interface disappeared")
			if len(s.m.Rings()) > 1 {
				s.failed = captureError(err, "")
			}
		}
	}
}

// openRings opens everything that -i and --fanout ask for. The program is that
// of the first interface.
func (t *task) openRings() (*capture.Merged, *filter.Program, error) {
	names, err := t.interfaceNames()
	if err != nil {
		return nil, nil, err
	}
	if len(names) > 1 {
		if names, err = t.distinct(names); err != nil {
			return nil, nil, err
		}
	}
	var rings []*capture.Ring
	var first *filter.Program
	for _, name := range names {
		opened, prog, err := t.openInterface(t.ringConfig(name, len(names)), max(t.fanout, 1))
		if err != nil {
			for _, r := range rings {
				r.Close()
			}
			return nil, nil, err
		}
		if rings = append(rings, opened...); first == nil {
			first = prog
		}
	}
	return capture.Merge(rings...), first, nil
}

// distinct returns the interfaces' own names, each once: an interface may be
// meant by a name and by its number. Two rings on one would show each packet
// twice.
func (t *task) distinct(names []string) ([]string, error) {
	var own []string
	for _, name := range names {
		d, err := capture.FindDevice(t.ringConfig(name, 1))
		if err != nil {
			return nil, captureError(err, name)
		}
		if slices.Contains(own, d.Name) {
			t.note("%s: %s is named more than once: its packets are captured once", t.program, d.Name)
			continue
		}
		own = append(own, d.Name)
	}
	return own, nil
}

// unwatchedTimeout is the block timeout when packets only go to a file: it
// costs fewer wakings.
const unwatchedTimeout = 50 * time.Millisecond

// ringConfig is what the flags say of the rings of one of so many interfaces,
// which share the memory unless -B says otherwise.
func (t *task) ringConfig(name string, interfaces int) capture.Config {
	buffer, timeout := t.buffer, time.Duration(0)
	if buffer == 0 {
		buffer = capture.DefaultBufferSize / interfaces
	}
	if t.write != "" && t.write != "-" && !t.prints() && !t.packetBuffered {
		timeout = unwatchedTimeout
	}
	return capture.Config{
		Interface:     name,
		NetNS:         t.netNS,
		SnapLen:       t.snapLen,
		NoPromiscuous: t.noPromisc,
		BufferSize:    buffer,
		BlockTimeout:  timeout,
		Immediate:     t.immediate,
		Direction:     t.direction,
		TimestampType: t.timestampType,
		Nano:          t.text.Nano,
	}
}

// openInterface compiles the filter for an interface and opens it, with one
// ring or with several that share its packets.
func (t *task) openInterface(c capture.Config, rings int) ([]*capture.Ring, *filter.Program, error) {
	types, err := capture.LinkTypes(c)
	if err != nil {
		return nil, nil, captureError(err, c.Interface)
	}
	c.LinkType = types[0]
	if t.linkTypeSet {
		c.LinkType = t.linkType
	}
	o := filter.Options{LinkType: c.LinkType, SnapLen: t.snapLen}
	prog, err := t.compile(o)
	if err != nil {
		return nil, nil, err
	}
	if prog != nil {
		c.Filter, c.FilterText = prog.Raw(), prog.Expr()
		// The same filter over finished packets, whose tags are in place.
		o.Live = false
		finished, err := t.compile(o)
		if err != nil {
			return nil, nil, err
		}
		c.Match = func(p *packet.Packet) bool { return finished.Accepts(p, nil) }
	}
	var opened []*capture.Ring
	if rings > 1 {
		opened, err = capture.OpenFanout(c, rings, t.fanoutMode)
	} else {
		opened = make([]*capture.Ring, 1)
		opened[0], err = capture.Open(c)
	}
	if err != nil {
		return nil, nil, captureError(err, c.Interface)
	}
	if why := opened[0].FilterInKernel(); why != nil {
		t.note("%s: filtering in %s, as the kernel cannot: %v", t.program, t.program, why)
	}
	for _, ring := range opened {
		asked, got := ring.Buffer()
		switch {
		case got < asked:
			t.note("%s: capture ring of %d KiB, not of %d: there is no more memory for it", t.program, got>>10, asked>>10)
		case t.text.Verbose > 0:
			t.note("%s: capture ring of %d KiB", t.program, got>>10)
		}
	}
	return opened, prog, nil
}

// liveOrigin is what a file of the capture has to know.
func (t *task) liveOrigin(live *capture.Merged, started time.Time) origin {
	ifs := live.Interfaces()
	return origin{
		linkType:   ifs[0].LinkType,
		snapLen:    ifs[0].SnapLen,
		nano:       t.text.Nano,
		several:    len(ifs) > 1,
		interfaces: live.Interfaces,
		section:    thisHost(),
		statistics: func() []pcapio.Statistics { return ringStatistics(live, started) },
	}
}

// netNSPrefix begins the name that errors of a network namespace carry.
const netNSPrefix = "network namespace "

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
	msg := name + ": " + reason(ce.Kind)
	switch {
	case errors.Is(ce.Kind, capture.ErrNoDevice) && detail == "":
		msg += "\n(No such device exists)"
	case detail != "":
		msg += "\n(" + detail + ")"
	}
	switch {
	case !errors.Is(ce.Kind, capture.ErrPermission):
	case strings.HasPrefix(ce.Interface, netNSPrefix):
		msg += "\nhint: run as root: to enter a network namespace takes CAP_SYS_ADMIN, besides CAP_NET_RAW to capture there"
	default:
		msg += "\n" + `hint: run as root, or give the program the right once: sudo setcap cap_net_raw+ep "$(command -v wiredump)"`
	}
	return errors.New(msg)
}

// liveBanner tells what is being captured.
func (t *task) liveBanner(live *capture.Merged) {
	ifs := live.Interfaces()
	for _, ifi := range ifs {
		if ifi.Name == capture.AnyInterface {
			t.note("%s: data link type %s", t.program, ifi.LinkType)
		}
	}
	terse := t.view == viewText && t.prints() && t.text.Verbose == 0
	if terse {
		t.note("%s: verbose output suppressed, use -v[v]... for full protocol decode", t.program)
	}
	for _, ifi := range ifs {
		prefix := t.program + ": "
		if terse {
			prefix = ""
		}
		t.note("%slistening on %s, link-type %s, snapshot length %d bytes", prefix, interfaceName(ifi), linkName(ifi.LinkType), ifi.SnapLen)
	}
}

// statistics prints the closing lines of a live capture.
func (t *task) statistics(live *capture.Merged, captured int) {
	if isTerminal(t.stderr) {
		fmt.Fprintln(t.stderr) // behind the ^C
	}
	s, err := live.Stats()
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
func (t *task) progress(live *capture.Merged, captured int) {
	s, err := live.Stats()
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
func ringStatistics(live *capture.Merged, started time.Time) []pcapio.Statistics {
	// Rings of a fan-out group share an interface: their counters add up.
	byName := map[string]int{}
	for i, ifi := range live.Interfaces() {
		byName[ifi.NetNS+"/"+ifi.Name] = i
	}
	now := packet.FromGo(time.Now())
	all := make([]pcapio.Statistics, len(byName))
	for i := range all {
		all[i] = pcapio.Statistics{Interface: uint32(i), Time: now, Start: packet.FromGo(started), End: now, Received: pcapio.NotCounted}
	}
	for _, r := range live.Rings() {
		s, err := r.Stats()
		if err != nil {
			continue
		}
		ifi := r.Interfaces()[0]
		of := &all[byName[ifi.NetNS+"/"+ifi.Name]]
		of.Dropped = max(of.Dropped, s.DroppedByInterface)
		of.Accepted += s.Received
		of.OSDropped += s.Dropped
		of.Delivered += s.Delivered
	}
	return all
}
