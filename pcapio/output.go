package pcapio

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"wiredump/capture/packet"
)

// OutputOptions say which files an Output writes. Zero values switch things
// off.
type OutputOptions struct {
	// Name of the file; "-" is standard output. With Interval it may hold
	// strftime conversions, for the local time at which a file begins.
	Name string
	// Writer says what goes into each file.
	Writer WriterOptions
	// Compression of the files. NewOutput does not look at the name for it;
	// CompressionFor does.
	Compression Compression

	// MaxSize begins a new file when one holds more than so many bytes:
	// tcpdump's -C. The names are numbered: f, f1, f2.
	MaxSize int64
	// MaxPackets begins a new file when one holds so many packets.
	MaxPackets int64
	// Interval begins a new file by the clock: tcpdump's -G. Without a
	// conversion in Name each file replaces the one before, once there is a
	// packet for it: an interval without packets leaves the last file that has
	// some. With MaxSize and MaxFiles as well, the numbers go on, so that the
	// newest files with packets are there.
	Interval time.Duration
	// MaxFiles is tcpdump's -W. With MaxSize the files are numbered from 0, and
	// the numbers start again after so many. With Interval ErrStop comes after
	// so many files. With both the newest files are kept.
	MaxFiles int
	// KeepFiles removes the oldest files of this Output so that not more than
	// so many are there, whatever made it begin a new one.
	KeepFiles int
	// NameFor names the files, counted from 0, in place of tcpdump's scheme.
	NameFor func(n int) string
	// PacketClock takes the time for Interval from the packets, not from Tick:
	// for cutting a file up as if it were captured now.
	PacketClock bool
	Stop        Stop

	// PacketBuffered writes out each packet at once: tcpdump's -U.
	PacketBuffered bool
	// FlushAfter is how long a packet may wait in memory, as far as Tick is
	// called; 0 means a second, or a tenth if the file is not a regular one.
	FlushAfter time.Duration
	// Atomic gives files their name when they are finished. Before that they
	// have the ending ".part".
	Atomic bool
	// Sync makes what is written outlive a loss of power: files are synced
	// when they are flushed by Tick and when they are finished.
	Sync bool
	// Owner is who shall own the files; nil leaves them to who runs.
	Owner *Owner

	// Statistics is asked for what to write at the end of each pcapng file.
	Statistics func() []Statistics
	// Finished is told of each file that is complete and closed.
	Finished func(FinishedFile)
	// Stdout stands in for os.Stdout.
	Stdout io.Writer
	// Now stands in for time.Now.
	Now func() time.Time
}

// An Owner is a user and group by number.
type Owner struct{ UID, GID int }

// A FinishedFile is one that an Output has completed.
type FinishedFile struct {
	Name    string
	Packets int64
	Size    int64 // bytes in the file, after compression
	Last    bool  // the Output is closed with it
}

// An Output writes packets to a file, or to one file after the other. It
// belongs to one goroutine.
//
// All methods return the first error again once there was one; it names the
// file, the reason and how many packets are safe. ErrStop is no failure: it
// says that a limit is reached, after what was given has been written.
type Output struct {
	opts  OutputOptions
	w     *Writer
	file  *outputFile
	err   error
	begun time.Time

	period    time.Time // when the current interval began
	number    int       // of the file, with MaxSize
	opened    int       // files so far
	finished  int
	idle      int      // intervals for which no file was opened
	waiting   bool     // the next file is opened when there is a packet for it
	sizeDone  int64    // bytes of finished files
	total     int64    // packets, all files
	done      int64    // packets in finished files
	kept      []string // names of finished files that are still there, oldest first
	lastFlush time.Time
	flushed   int64 // total at the last flush
}

// NewOutput opens the first file and writes its header.
func NewOutput(o OutputOptions) (*Output, error) {
	if o.Stdout == nil {
		o.Stdout = os.Stdout
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	now := o.Now()
	out := &Output{opts: o, begun: now, period: now, lastFlush: now}
	if o.PacketClock && o.Interval > 0 {
		return out, nil // the first packet says when that is
	}
	if err := out.open(); err != nil {
		return nil, err
	}
	return out, nil
}

// name returns the name of the file to open.
func (o *Output) name() string {
	name := o.opts.Name
	if o.opts.NameFor != nil {
		return o.opts.NameFor(o.opened)
	}
	if o.opts.Interval > 0 {
		name = string(appendStrftime(nil, name, o.period.Local()))
	}
	switch {
	case o.opts.MaxSize > 0 && o.opts.MaxFiles > 0:
		return numbered(name, o.number, len(strconv.Itoa(o.opts.MaxFiles-1)))
	case o.number > 0:
		return numbered(name, o.number, 0)
	}
	return name
}

// sameName reports whether a file that the clock begins has the name of the one
// before.
func (o *Output) sameName() bool {
	return o.opts.Interval > 0 && !o.opts.PacketClock && o.opts.NameFor == nil && !strings.Contains(o.opts.Name, "%")
}

// wraps reports whether the numbers of files start again after MaxFiles.
func (o *Output) wraps() bool {
	return o.opts.MaxSize > 0 && o.opts.MaxFiles > 0 && (o.opts.Interval <= 0 || o.sameName())
}

// next moves on to the number of the next file.
func (o *Output) next() {
	if o.number++; o.wraps() && o.number == o.opts.MaxFiles {
		o.number = 0
	}
}

// ready opens the file that waited for a packet.
func (o *Output) ready() error {
	if !o.waiting {
		return nil
	}
	o.waiting = false
	if err := o.makeRoom(1); err != nil {
		return o.fail(err)
	}
	return o.open()
}

func (o *Output) open() error {
	if o.opts.Name == "-" {
		o.file = &outputFile{name: "-", out: o.opts.Stdout}
	} else {
		name := o.name()
		if o.opts.Interval > 0 && strings.Contains(filepath.Dir(o.opts.Name), "%") {
			// A directory for each day is worth little if midnight ends the
			// capture.
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				return o.fail(err)
			}
		}
		if err := o.spareSource(name); err != nil {
			return o.fail(err)
		}
		f, err := createFile(name, o.opts.Atomic, o.opts.Owner)
		if err != nil {
			return o.fail(err)
		}
		o.file = f
	}
	if o.opts.FlushAfter == 0 {
		o.opts.FlushAfter = time.Second
		if !o.file.regular {
			o.opts.FlushAfter = time.Second / 10
		}
	}
	var sink io.Writer = o.file
	if o.opts.Compression != None {
		z, err := compress(o.file, o.opts.Compression)
		if err != nil {
			o.file.abandon()
			return o.fail(err)
		}
		o.file.z, sink = z, z
	}
	w, err := NewWriter(sink, o.opts.Writer)
	if err != nil {
		o.w = nil
		o.file.abandon()
		return o.fail(err)
	}
	o.w = w
	o.opened++
	return nil
}

// spareSource refuses to empty the file that the packets come from.
func (o *Output) spareSource(name string) error {
	r := o.opts.Writer.Source
	if r == nil || r.file == nil || o.opts.Atomic {
		return nil
	}
	st, err := os.Stat(name)
	if err == nil && st.Mode().IsRegular() && os.SameFile(st, r.file) {
		return &os.PathError{Op: "open", Path: name, Err: errSource}
	}
	return nil
}

var errSource = errors.New("this is the file that is being read; it would be emptied first")

// fail remembers an error and says what is lost and what is safe.
func (o *Output) fail(err error) error {
	if o.err != nil {
		return o.err
	}
	e := &OutputError{Name: o.opts.Name, Err: err}
	if o.file != nil {
		e.Name = o.file.name
	}
	var p *os.PathError
	if errors.As(err, &p) {
		e.Name, e.Err = p.Path, p.Err
	}
	if o.w != nil {
		e.Begun = true
		e.Written = o.saved()
		e.Lost = o.total - e.Written
	}
	o.err = e
	return e
}

// saved returns how many packets are in the files.
func (o *Output) saved() int64 {
	all, written := o.w.Packets()
	return o.total - all + written
}

// Write appends a packet, to a new file if it is time for one. The packet may
// be released as soon as it returns.
func (o *Output) Write(p *packet.Packet) error {
	if o.err != nil {
		return o.err
	}
	if err := o.room(p); err != nil {
		return err
	}
	err := o.w.WritePacket(p)
	o.total = o.done + o.w.packets
	if err != nil {
		return o.broken(err)
	}
	if o.opts.PacketBuffered {
		if err := o.w.Flush(); err != nil {
			return o.broken(err)
		}
		o.flushed = o.total
	}
	return o.limits()
}

// WriteBatch appends all packets of a batch. It is faster than Write for each
// where nothing has to be decided between two packets; see Writer.WriteBatch.
// With ErrStop, the packets after the limit have not been written.
func (o *Output) WriteBatch(b *packet.Batch) error {
	if o.err != nil {
		return o.err
	}
	p := &o.opts
	if p.MaxSize > 0 || p.MaxPackets > 0 || p.PacketBuffered || p.PacketClock || p.Stop.Packets > 0 || p.Stop.Size > 0 {
		for i := range b.Packets {
			if err := o.Write(&b.Packets[i]); err != nil {
				return err
			}
		}
		return nil
	}
	if len(b.Packets) == 0 {
		return nil
	}
	if err := o.ready(); err != nil {
		return err
	}
	err := o.w.WriteBatch(b)
	o.total = o.done + o.w.packets
	if err != nil {
		return o.broken(err)
	}
	return nil
}

// room makes sure that there is a file for the packet.
func (o *Output) room(p *packet.Packet) error {
	if o.opts.PacketClock && o.opts.Interval > 0 {
		if o.w == nil {
			o.period = p.Time.Go()
			if err := o.open(); err != nil {
				return err
			}
		}
		if err := o.turn(p.Time.Go()); err != nil {
			return err
		}
	}
	if err := o.ready(); err != nil {
		return err
	}
	if o.w.packets > 0 && (o.opts.MaxSize > 0 && o.fileSize() > o.opts.MaxSize || o.opts.MaxPackets > 0 && o.w.packets >= o.opts.MaxPackets) {
		if err := o.finish(false); err != nil {
			return err
		}
		o.next()
		return o.open()
	}
	return nil
}

// broken ends a file that cannot be written any more, so that it ends with a
// whole packet.
func (o *Output) broken(err error) error {
	if errors.Is(err, ErrLinkType) && o.w.Flush() == nil {
		o.flushed = o.total // nothing is wrong with the file
	}
	if f := o.file; f != nil {
		f.cut(o.w.intact)
		f.abandon()
		if f.z != nil && f.regular && f.n <= maxRecount {
			o.w.written = f.recount()
		}
	}
	err = o.fail(err)
	o.file = nil
	return err
}

// WriteBlocks keeps the blocks of a pcapng file that stood before a packet
// which itself is not written (Extra.Before), or behind the last one
// (Reader.Trailer).
func (o *Output) WriteBlocks(blocks [][]byte) error {
	if o.err != nil || o.w == nil || len(blocks) == 0 {
		return o.err
	}
	if err := o.ready(); err != nil {
		return err
	}
	if err := o.w.WriteBlocks(blocks); err != nil {
		return o.broken(err)
	}
	return nil
}

// AddName remembers a name seen for an address, for a pcapng file's name
// resolution block.
func (o *Output) AddName(addr netip.Addr, name string) {
	if o.w != nil && !o.waiting {
		o.w.AddName(addr, name)
	}
}

// fileSize returns the size of the current file in bytes; of a compressed one
// what has come out of the compressor.
func (o *Output) fileSize() int64 {
	if o.file.z != nil {
		return o.file.n
	}
	return o.w.Size()
}

// limits returns ErrStop if a limit is reached.
func (o *Output) limits() error {
	s := &o.opts.Stop
	if s.Packets > 0 && o.total >= s.Packets {
		return stopError("stopped after " + count(o.total, "packet"))
	}
	if s.Size > 0 && o.sizeDone+o.fileSize() >= s.Size {
		return stopError("stopped after " + count(o.sizeDone+o.fileSize(), "byte"))
	}
	return nil
}

// Tick tells the time: it begins a new file when the interval is over, writes
// out packets that have waited long, and returns ErrStop when the time is up.
func (o *Output) Tick(now time.Time) error {
	if o.err != nil {
		return o.err
	}
	if o.opts.Interval > 0 && !o.opts.PacketClock {
		if err := o.turn(now); err != nil {
			return err
		}
	}
	if o.w != nil && o.flushed != o.total && now.Sub(o.lastFlush) >= o.opts.FlushAfter {
		if err := o.Flush(); err != nil {
			return err
		}
	}
	if o.flushed == o.total {
		o.lastFlush = now
	}
	if d := o.opts.Stop.Duration; d > 0 && now.Sub(o.begun) >= d {
		return stopError("stopped after " + d.String())
	}
	return nil
}

// NextTick returns when Tick has something to do next, as far as is known now;
// the zero time if never.
func (o *Output) NextTick() time.Time {
	var t time.Time
	earlier := func(u time.Time) {
		if t.IsZero() || u.Before(t) {
			t = u
		}
	}
	if o.opts.Interval > 0 && !o.opts.PacketClock {
		earlier(o.period.Add(o.opts.Interval))
	}
	if o.opts.Stop.Duration > 0 {
		earlier(o.begun.Add(o.opts.Stop.Duration))
	}
	if o.w != nil && o.flushed != o.total {
		earlier(o.lastFlush.Add(o.opts.FlushAfter))
	}
	return t
}

// turn begins a new file if the interval of the current one is over.
func (o *Output) turn(now time.Time) error {
	passed := now.Sub(o.period) / o.opts.Interval
	if passed < 1 {
		return nil
	}
	// An empty file is no reason to lose a full one of the same name.
	if o.waiting {
		o.idle++
	} else {
		o.waiting = o.sameName()
		if o.waiting && o.wraps() && o.w.packets > 0 {
			defer o.next()
		}
		if err := o.finish(false); err != nil {
			return err
		}
	}
	if o.opts.MaxFiles > 0 && o.opts.MaxSize <= 0 && o.finished+o.idle >= o.opts.MaxFiles {
		o.err = stopError(fmt.Sprintf("Maximum file limit reached: %d", o.opts.MaxFiles))
		return o.err
	}
	// Whole intervals from the start, so that files do not drift.
	o.period = o.period.Add(passed * o.opts.Interval)
	if !o.wraps() {
		o.number = 0
	}
	if o.waiting {
		return nil
	}
	return o.open()
}

// Flush writes out everything so far.
func (o *Output) Flush() error {
	if o.err != nil || o.w == nil || o.waiting {
		return o.err
	}
	err := o.w.Flush()
	if err == nil && o.opts.Sync {
		err = o.file.sync()
	}
	if err != nil {
		return o.broken(err)
	}
	o.flushed = o.total
	return nil
}

// Close finishes the last file. After an error it only cleans up, and returns
// the error.
func (o *Output) Close() error {
	if o.err != nil && !errors.Is(o.err, ErrStop) {
		return o.err
	}
	var err error
	if o.file != nil {
		err = o.finish(true)
	} else if o.w == nil && o.finished == 0 && o.err == nil {
		// By the packets' clock, and there was no packet.
		if err = o.open(); err == nil {
			err = o.finish(true)
		}
	}
	if err != nil && !errors.Is(err, ErrStop) {
		return err
	}
	o.err = ErrClosed
	return nil
}

// finish completes the current file and tells of it.
func (o *Output) finish(last bool) error {
	if o.opts.Statistics != nil {
		for _, s := range o.opts.Statistics() {
			if err := o.w.WriteStatistics(&s); err != nil {
				return o.broken(err)
			}
		}
	}
	if err := o.w.Close(); err != nil {
		return o.broken(err)
	}
	f, packets := o.file, o.w.packets
	if f.z != nil {
		if err := f.z.Close(); err != nil {
			return o.broken(err)
		}
	}
	if err := f.finish(o.opts.Sync); err != nil {
		o.file = nil
		return o.fail(err)
	}
	o.file = nil
	o.flushed = o.total
	o.finished++
	o.sizeDone += f.n
	o.done = o.total
	if o.opts.Finished != nil {
		o.opts.Finished(FinishedFile{Name: f.name, Packets: packets, Size: f.n, Last: last})
	}
	if err := o.prune(f.name, last); err != nil {
		return o.fail(err)
	}
	if n := o.opts.Stop.Files; n > 0 && o.finished >= n && !last {
		o.err = stopError("stopped after " + count(int64(n), "file"))
		return o.err
	}
	return nil
}

// prune removes files that are more than may be there, with room for the next.
func (o *Output) prune(name string, last bool) error {
	if name == "-" {
		return nil
	}
	o.kept = slices.DeleteFunc(o.kept, func(s string) bool { return s == name })
	o.kept = append(o.kept, name)
	if last || o.waiting {
		return o.makeRoom(0)
	}
	return o.makeRoom(1)
}

// makeRoom removes the oldest files so that so many more may be there.
func (o *Output) makeRoom(more int) error {
	limit := o.opts.KeepFiles
	if o.opts.MaxSize > 0 && o.opts.Interval > 0 && o.opts.MaxFiles > 0 && !o.wraps() {
		limit = o.opts.MaxFiles
	}
	if limit <= 0 {
		o.kept = o.kept[:0]
		return nil
	}
	limit -= more
	for len(o.kept) > max(limit, 0) {
		if err := os.Remove(o.kept[0]); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		o.kept = o.kept[1:]
	}
	return nil
}

// Packets returns how many packets were given to the Output, and how many of
// them are in its files; the others wait in memory.
func (o *Output) Packets() (all, written int64) {
	if o.w == nil {
		return o.total, o.total
	}
	return o.total, o.saved()
}

// Files returns how many files are finished.
func (o *Output) Files() int { return o.finished }
