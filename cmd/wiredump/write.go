package main

import (
	"errors"
	"io"
	"os"
	"time"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A writer is the sink that writes packets to capture files.
type writer struct {
	out    *pcapio.Output
	post   *postrotate // nil without -z
	merged *interfaceTable
}

// An origin is what a writer needs to know of a source.
type origin struct {
	linkType   packet.LinkType
	snapLen    uint32
	nano       bool
	several    bool // packets of more than one interface: only pcapng tells them apart
	interfaces func() []packet.Interface
	section    pcapio.Section
	statistics func() []pcapio.Statistics // nil if there are none
	onDisk     bool                       // nobody waits for the packets while they come
	reader     *pcapio.Reader             // nil if the source is none
}

// newWriter opens the file of -w, for the user of -Z if that is not nil.
func (t *task) newWriter(from origin, user *capture.Account) (*writer, error) {
	w := &writer{}
	if t.readList != "" {
		w.merged = &interfaceTable{}
		w.merged.begin(from.interfaces)
		from.interfaces = w.merged.interfaces
	}
	o := pcapio.OutputOptions{
		Name: t.write,
		Writer: pcapio.WriterOptions{
			Format:     t.writeFormat(from.several),
			LinkType:   from.linkType,
			SnapLen:    from.snapLen,
			Nano:       from.nano,
			Interfaces: from.interfaces,
			Section:    from.section,
			Source:     from.reader,
		},
		Compression:    pcapio.CompressionFor(t.write),
		MaxSize:        t.fileSize,
		Interval:       time.Duration(t.rotateSeconds) * time.Second,
		MaxFiles:       t.fileCount,
		KeepFiles:      t.ringFiles,
		Stop:           t.stopAt,
		PacketBuffered: t.packetBuffered,
		Atomic:         t.atomicNames,
		Sync:           t.sync,
		Statistics:     from.statistics,
		Stdout:         t.stdout,
	}
	if user != nil {
		o.Owner = &pcapio.Owner{UID: user.UID, GID: user.GID}
	}
	if t.postrotate != "" {
		w.post = newPostrotate(t.postrotate, t.stdout, t.stderr, t.program)
		o.Finished = w.post.finished
	}
	var err error
	if w.out, err = pcapio.NewOutput(o); err != nil {
		var oe *pcapio.OutputError
		if errors.As(err, &oe) {
			err = outputError{oe}
		}
		return nil, err
	}
	return w, nil
}

// writeFormat returns the format of the file of -w, for packets of several
// interfaces or not.
func (t *task) writeFormat(several bool) pcapio.Format {
	switch {
	case t.formatSet:
		return t.format
	case several:
		return pcapio.Pcapng
	}
	return pcapio.FormatFor(t.write)
}

// begin tells of the next file that packets come from.
func (w *writer) begin(from origin) {
	if w.merged != nil {
		w.merged.begin(from.interfaces)
	}
}

// blocks writes what a pcapng file holds beside its packets.
func (w *writer) blocks(blocks [][]byte) error {
	if w.merged != nil {
		w.merged.adoptBlocks(blocks)
	}
	return w.out.WriteBlocks(blocks)
}

// An outputError words what stands in the way of a file as tcpdump does.
type outputError struct{ *pcapio.OutputError }

func (e outputError) Error() string { return e.Name + ": " + reason(e.Err) }

// Unwrap keeps the reason within the reach of errors.Is.
func (e outputError) Unwrap() error { return e.OutputError }

func (w *writer) packet(p *packet.Packet) error {
	if w.merged != nil {
		w.merged.adopt(p)
	}
	return w.out.Write(p)
}

func (w *writer) batch(b *packet.Batch) error {
	if w.merged != nil {
		for i := range b.Packets {
			w.merged.adopt(&b.Packets[i])
		}
	}
	return w.out.WriteBatch(b)
}

func (w *writer) tick(now time.Time) error { return w.out.Tick(now) }
func (w *writer) nextTick() time.Time      { return w.out.NextTick() }

// flush does nothing when the pipeline runs dry: the output knows by itself
// how long packets may wait.
func (w *writer) flush() error { return nil }

// sync writes out everything, for SIGUSR2.
func (w *writer) sync() error { return w.out.Flush() }

// close finishes the last file and waits for the commands of -z.
func (w *writer) close() error {
	err := w.out.Close()
	if w.post != nil {
		w.post.wait()
	}
	return err
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode()&os.ModeCharDevice != 0 && fi.Mode()&os.ModeDevice != 0 && f.Name() != os.DevNull
}
