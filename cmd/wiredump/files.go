package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"wiredump/capture/packet"
	"wiredump/filter"
	"wiredump/pcapio"
)

// runFiles handles the packets of -r and -V.
func (t *task) runFiles() error {
	names, err := t.inputs()
	if err != nil {
		return err
	}
	out := t.newOutputs(nil)
	sigs := catchSignals()
	defer sigs.release()
	l := &pipeline{skip: t.skip, count: t.count, signals: sigs}
	var first packet.LinkType
	for i, name := range names {
		r, err := t.open(name)
		if err != nil {
			return errors.Join(err, out.finish()) // what the files before gave is not lost
		}
		if i > 0 && r.LinkType() != first && !t.mixesLinkTypes() {
			r.Close()
			err := fmt.Errorf("%s: new dlt (%s) differs from previous dlt (%s)", name, r.LinkType(), first)
			return errors.Join(err, out.finish())
		}
		first = r.LinkType()
		t.banner(name, r)
		if i == 0 && first == packet.LinuxSLL2 {
			t.note("Warning: interface names might be incorrect") // its headers hold indexes
		}
		err = t.runFile(l, r, out)
		r.Close()
		if err != nil {
			if errors.Is(err, errStopped) {
				break
			}
			out.finish()
			if _, read := errors.AsType[loopError](err); read && t.view == viewCount {
				return errors.Join(t.printCount(l.taken), err)
			}
			return err
		}
		if t.dumpFilter > 0 {
			return nil
		}
		if t.count > 0 && l.taken >= t.count {
			break
		}
	}
	if err := out.finish(); err != nil {
		return err
	}
	if t.view == viewCount {
		return t.printCount(l.taken)
	}
	return nil
}

// runFile handles the packets of one file.
func (t *task) runFile(l *pipeline, r *pcapio.Reader, out *outputs) error {
	compile := func(lt packet.LinkType) (*filter.Program, error) {
		return t.compile(filter.Options{LinkType: lt, SnapLen: t.snapLen, Savefile: true, Swapped: r.Swapped()})
	}
	if lt := r.LinkType(); t.showsText() && !assigned(lt) {
		return fmt.Errorf("unknown data link type %d (min 104, max 289)", lt)
	}
	prog, err := compile(r.LinkType())
	if err != nil {
		return err
	}
	if t.dumpFilter > 0 {
		return t.dump(prog)
	}
	from := origin{
		linkType:   r.LinkType(),
		snapLen:    r.SnapLen(),
		nano:       t.text.Nano || r.Nano() && !t.micro,
		interfaces: r.Interfaces,
		onDisk:     r.OnDisk() || t.read == "-" && isRegular(t.stdin),
		reader:     r,
	}
	if s := r.Sections(); len(s) > 0 {
		from.section = s[0]
	}
	if err := t.beginFile(out, from); err != nil {
		return err
	}
	l.src, l.sinks, l.accept, l.prompt = r, out.sinks, nil, r.OnDisk()
	if prog != nil {
		l.accept = accepter(prog, r, compile)
	}
	l.rejected = func(p *packet.Packet) error {
		if p.Extra == nil {
			return nil
		}
		return out.keep(p.Extra.Before)
	}
	err = l.run()
	for _, s := range t.warnings.take() {
		t.note("%s", s)
	}
	if keepErr := out.keep(r.Trailer()); err == nil {
		err = keepErr
	}
	var bad *pcapio.FileError
	switch {
	case errors.As(err, &bad):
		return loopError{bad}
	case errors.Is(err, syscall.EPIPE), errors.Is(err, pcapio.ErrStop):
		return errStopped
	}
	return err
}

// beginFile tells the outputs of a file. With the first one, the process becomes
// the user of -Z.
func (t *task) beginFile(out *outputs, from origin) error {
	if out.source != nil {
		return out.begin(from, nil)
	}
	become, err := t.newUser()
	if err != nil {
		return err
	}
	if err := out.begin(from, become); err != nil || become == nil {
		return err
	}
	if err := become.Switch(); err != nil {
		out.mute()
		return err
	}
	return nil
}

// A loopError is damage that was met among the packets of a file, not in front
// of them.
type loopError struct{ err *pcapio.FileError }

func (e loopError) Error() string { return "pcap_loop: " + e.err.Error() }
func (e loopError) Unwrap() error { return e.err }

// showsText reports whether packets are printed as lines of text.
func (t *task) showsText() bool { return t.prints() && t.view == viewText && !t.json }

// mixesLinkTypes reports whether files of different link types may follow each
// other: not in lines of text, where tcpdump refuses them, and not into a pcap
// file, which has room for one.
func (t *task) mixesLinkTypes() bool {
	if t.showsText() {
		return false
	}
	return t.write == "" || t.writeFormat(false) == pcapio.Pcapng
}

// assigned reports whether a link type is one that tcpdump agrees to print. A
// file of another one can still be copied, counted and shown as JSON.
func assigned(lt packet.LinkType) bool {
	switch {
	case lt <= 1, lt >= 6 && lt <= 10, lt == 50, lt == 51, lt >= 99 && lt <= 289:
		return true
	}
	return false
}

// accepter returns what a filter says of a file's packets. It compiles the
// filter anew for each further link type; what cannot be asked of a link type
// is not true of its packets.
func accepter(first *filter.Program, r *pcapio.Reader, compile func(packet.LinkType) (*filter.Program, error)) func(*packet.Packet) bool {
	others := make(map[packet.LinkType]*filter.Program)
	lt := first.LinkType()
	return func(p *packet.Packet) bool {
		prog := first
		if p.LinkType != lt {
			var ok bool
			if prog, ok = others[p.LinkType]; !ok {
				prog, _ = compile(p.LinkType)
				others[p.LinkType] = prog
			}
		}
		return prog != nil && prog.Accepts(p, r.Interfaces())
	}
}

// inputs returns the names of the files to read.
func (t *task) inputs() ([]string, error) {
	if t.readList == "" {
		return []string{t.read}, nil
	}
	var list []byte
	var err error
	if t.readList == "-" {
		list, err = io.ReadAll(t.stdin)
	} else {
		list, err = os.ReadFile(t.readList)
	}
	if err != nil {
		return nil, fmt.Errorf("Unable to open file: %s", reason(err))
	}
	var names []string
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			names = append(names, line)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("Nothing in %s", t.readList)
	}
	return names, nil
}

// open opens a capture file for reading.
func (t *task) open(name string) (*pcapio.Reader, error) {
	onlyText := t.showsText() && t.write == "" // otherwise only the text is of what tcpdump would see
	o := pcapio.ReaderOptions{
		CutToSnapLen:  onlyText,
		SignedSeconds: onlyText,
		KeepBlocks:    t.write != "",
		Warn: func(s string) {
			t.warnings.add(fmt.Sprintf("%s: warning: %s: %s", t.program, name, s))
		},
	}
	var r *pcapio.Reader
	var err error
	if name == "-" {
		r, err = pcapio.NewReader(t.stdin, o)
	} else {
		r, err = pcapio.Open(name, o)
	}
	var bad *pcapio.FileError
	switch {
	case err == nil:
		return r, nil
	case errors.As(err, &bad):
		return nil, bad
	}
	return nil, fmt.Errorf("%s: %s", name, reason(err))
}

// isRegular reports whether r is a file on disk.
func isRegular(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode().IsRegular()
}

// banner tells what is being read.
func (t *task) banner(name string, r *pcapio.Reader) {
	t.note("reading from file %s, link-type %s, snapshot length %d", name, linkName(r.LinkType()), r.SnapLen())
}

// linkName returns a link type with its description, as banners show it.
func linkName(lt packet.LinkType) string {
	if d := lt.Description(); d != "" {
		return lt.String() + " (" + d + ")"
	}
	return lt.String()
}

// printCount prints what --count is for.
func (t *task) printCount(n int) error {
	s := "packets"
	if n == 1 {
		s = "packet"
	}
	_, err := fmt.Fprintf(t.stdout, "%d %s\n", n, s)
	return err
}
