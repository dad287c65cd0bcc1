package pcapio

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"wiredump/capture/packet"
)

// A Format is a kind of capture file.
type Format uint8

const (
	Pcap   Format = iota // the format of libpcap since 1998
	Pcapng               // the pcapng draft of the IETF's opsawg
)

// String returns "pcap" or "pcapng".
func (f Format) String() string {
	if f == Pcapng {
		return "pcapng"
	}
	return "pcap"
}

// ReaderOptions say how a file is read. The zero value is the default.
type ReaderOptions struct {
	// CutToSnapLen cuts packets of a pcap file that hold more than the file's
	// snapshot length, as tcpdump does. Otherwise they are delivered whole.
	CutToSnapLen bool
	// SignedSeconds takes the seconds of a pcap file's time stamps for signed
	// numbers, as tcpdump does: from January 2038 on they are before 1970.
	SignedSeconds bool
	// KeepBlocks delivers the blocks of a pcapng file that are neither packets
	// nor interfaces in Extra.Before and Trailer. It costs memory and is only
	// of use to those who write them again.
	KeepBlocks bool
	// BufferSize is how many bytes are read at once; 0 means DefaultBufferSize.
	BufferSize int
	// Warn is told, in one line each and once per kind, about oddities that
	// do not stop the reading. It may be nil.
	Warn func(string)
}

// DefaultBufferSize is how many bytes of a file are read, and lent, at once:
// some of these fit into a processor's second-level cache together.
const DefaultBufferSize = 128 << 10

const (
	minBufferSize = 64
	// maxReads bounds how often a source may say "nothing, and no error".
	maxReads = 100
)

// A Reader reads a capture file as a source of packets. Next, the DataSource
// methods and Close belong to one goroutine; Interfaces may be called by any.
type Reader struct {
	packet.DataSource

	src     io.Reader
	closers []io.Closer // in the order in which they are to be closed
	opts    ReaderOptions
	pool    pool

	cur      *lease // buf[pos:end] is read but not yet parsed
	pos, end int
	off      int64 // of buf[0] in the uncompressed file
	packets  int64 // parsed so far
	readErr  error // what src said with its last bytes
	err      error // what Next says from now on
	warned   warnings

	format      Format
	compression Compression
	order       binary.ByteOrder
	raw         *counter
	file        os.FileInfo // of the regular file that Open opened
	ifaces      atomic.Pointer[[]packet.Interface]
	pcap        pcapState
	ng          pcapngState
}

// counter counts the bytes that went through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// Open opens the named capture file; "-" is standard input.
func Open(name string, o ReaderOptions) (*Reader, error) {
	if name == "-" {
		return NewReader(os.Stdin, o)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("pcapio: %w", err)
	}
	r, err := NewReader(f, o)
	if err != nil {
		f.Close()
		return nil, err
	}
	r.closers = append(r.closers, f)
	if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
		r.file = st
	}
	return r, nil
}

// NewReader returns a Reader for the capture file that src delivers. It reads
// up to the file's header (in pcapng: the first interface) and fails with a
// FileError if src is not a capture file. It does not close src.
func NewReader(src io.Reader, o ReaderOptions) (*Reader, error) {
	if o.BufferSize == 0 {
		o.BufferSize = DefaultBufferSize
	}
	raw := &counter{r: src}
	r := &Reader{src: raw, raw: raw, opts: o}
	r.pool.size = max(o.BufferSize, minBufferSize)
	r.cur = r.pool.get(0)
	r.DataSource = packet.NewDataSource(r.Next)
	if err := r.open(); err != nil {
		r.closeAll()
		return nil, err
	}
	return r, nil
}

func (r *Reader) open() error {
	if err := r.want(4, "file header"); err != nil {
		return err
	}
	if c := compressionOf(r.cur.buf[r.pos:r.end]); c != None {
		if err := r.decompress(c); err != nil {
			return err
		}
		if err := r.want(4, "file header"); err != nil {
			return err
		}
	}
	switch magic := r.cur.buf[r.pos : r.pos+4]; {
	case isPcapMagic(magic):
		r.format = Pcap
		return r.openPcap()
	case binary.LittleEndian.Uint32(magic) == blockSection:
		r.format = Pcapng
		return r.openPcapng()
	default:
		return r.unknown()
	}
}

// unknown names what was found in place of a capture file.
func (r *Reader) unknown() error {
	// A few more bytes make a better name; never mind if there are none.
	for r.end-r.pos < 8 {
		if r.fill(8) != nil {
			break
		}
	}
	b := r.cur.buf[r.pos:r.end]
	return &FileError{Kind: ErrFormat, Msg: "unknown file format (" + foreign(b[:min(len(b), 8)]) + ")"}
}

// want reads until n bytes are there to be parsed. A file that ends before is
// an error in tcpdump's words.
func (r *Reader) want(n int, what string) error {
	for r.end-r.pos < n {
		if err := r.fill(n); err != nil {
			return r.cut(err, fmt.Sprintf("truncated dump file; tried to read %d %s bytes, only got %d", n, what, r.end-r.pos))
		}
	}
	return nil
}

// cut turns the error of a fill that came too early into the Reader's own.
func (r *Reader) cut(err error, msg string) error {
	e := &FileError{Kind: ErrTruncated, Msg: msg, Offset: r.off + int64(r.pos), Packets: r.packets}
	switch {
	case err == io.EOF:
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Msg = "truncated " + r.compression.String() + " stream; " + msg
	case r.compression != None && !isOSError(err):
		e.Kind, e.Err, e.Msg = ErrCorrupt, err, fmt.Sprintf("damaged %s stream: %v", r.compression, err)
	default:
		return fmt.Errorf("error reading dump file: %w", err)
	}
	return e
}

func isOSError(err error) bool {
	var p *os.PathError
	return errors.As(err, &p)
}

// Next returns the next batch of packets, lent until it is released. After the
// last one it returns io.EOF, or a FileError where the file is cut or damaged.
func (r *Reader) Next() (*packet.Batch, error) {
	for r.err == nil {
		var need int
		if r.format == Pcap {
			need, r.err = r.parsePcap()
		} else {
			need, r.err = r.parsePcapng()
		}
		if n := len(r.cur.batch.Packets); n > 0 {
			r.packets += int64(n)
			return r.lend(), nil
		}
		if r.err != nil {
			break
		}
		if err := r.fill(need); err != nil {
			r.err = r.ending(err)
		}
	}
	return nil, r.err
}

// ending says how the file ends when no more bytes are to be had.
func (r *Reader) ending(err error) error {
	got := r.end - r.pos
	if got == 0 {
		if err == io.EOF {
			return io.EOF
		}
		return r.cut(err, "no more packets")
	}
	if r.format == Pcap {
		return r.cut(err, r.pcapShort(got))
	}
	return r.cut(err, r.pcapngShort(got))
}

// lend hands out the current batch. Its buffer goes with it, so what has not
// been parsed moves to a new one.
func (r *Reader) lend() *packet.Batch {
	l, rest := r.cur, r.cur.buf[r.pos:r.end]
	r.off += int64(r.pos)
	r.cur = r.pool.get(len(rest))
	r.pos, r.end = 0, copy(r.cur.buf, rest)
	return &l.batch
}

// fill makes room for need bytes from pos on and reads once. It grows the
// buffer only as data arrives, at most to twice of what was really there.
// No packet may refer to the buffer.
func (r *Reader) fill(need int) error {
	if r.readErr != nil {
		return r.readErr
	}
	l := r.cur
	if r.pos+need > len(l.buf) {
		b := l.buf
		if need > len(b) && r.end-r.pos == len(b) {
			b = make([]byte, min(need, 2*len(b)))
		}
		if r.pos > 0 || len(b) > len(l.buf) {
			r.off += int64(r.pos)
			r.pos, r.end = 0, copy(b, l.buf[r.pos:r.end])
			l.buf = b
		}
	}
	for range maxReads {
		n, err := r.src.Read(l.buf[r.end:])
		r.end += n
		if n > 0 {
			r.readErr = err
			return nil
		}
		if err != nil {
			r.readErr = err
			return err
		}
	}
	return io.ErrNoProgress
}

// Close releases what Open opened and what decompression needs. Batches that
// are still lent stay valid.
func (r *Reader) Close() error {
	r.err = ErrClosed
	return r.closeAll()
}

func (r *Reader) closeAll() error {
	var first error
	for _, c := range r.closers {
		if err := c.Close(); err != nil && first == nil {
			first = fmt.Errorf("pcapio: %w", err)
		}
	}
	r.closers = nil
	return first
}

// Interfaces returns the interfaces seen so far; Packet.Interface is an index
// into it. A pcapng file may add more later, never change one: the interfaces
// of all sections are counted through. Any goroutine may call it.
func (r *Reader) Interfaces() []packet.Interface { return *r.ifaces.Load() }

// addInterface publishes one more interface and returns its index. Slices that
// were handed out before keep their length.
func (r *Reader) addInterface(i packet.Interface) uint32 {
	var s []packet.Interface
	if p := r.ifaces.Load(); p != nil {
		s = *p
	}
	n := uint32(len(s))
	s = append(s, i)
	r.ifaces.Store(&s)
	return n
}

// LinkType returns the link type of the file: of its header, or of its first
// interface. It is packet.Unrecognized if the number is too large to be one.
func (r *Reader) LinkType() packet.LinkType { return r.Interfaces()[0].LinkType }

// SnapLen returns the snapshot length that the header, or the first interface,
// tells, in bytes; packet.MaxSnapLen if it tells none.
func (r *Reader) SnapLen() uint32 {
	if n := r.Interfaces()[0].SnapLen; n != 0 {
		return n
	}
	return packet.MaxSnapLen
}

// Nano reports whether the file's first interface has times finer than
// microseconds.
func (r *Reader) Nano() bool { return r.Interfaces()[0].Nano }

// Format returns the kind of file.
func (r *Reader) Format() Format { return r.format }

// Compression returns what the file was wrapped in.
func (r *Reader) Compression() Compression { return r.compression }

// BigEndian reports whether the file (its latest section) is big endian.
func (r *Reader) BigEndian() bool { return r.order == binary.BigEndian }

// Swapped reports whether the file is in the other byte order than this machine.
func (r *Reader) Swapped() bool {
	return r.BigEndian() != (binary.NativeEndian.Uint16([]byte{0, 1}) == 1)
}

// BytesRead returns how many bytes were read of the source so far, compressed
// ones if it is compressed.
func (r *Reader) BytesRead() int64 { return r.raw.n }

// Size returns the size in bytes of the file that Open opened; 0 if that is no
// regular file.
func (r *Reader) Size() int64 {
	if r.file == nil {
		return 0
	}
	return r.file.Size()
}

// OnDisk reports whether Open opened a regular file: reading it does not wait
// for anybody.
func (r *Reader) OnDisk() bool { return r.file != nil }

// warnings are the oddities already told.
type warnings uint8

const (
	warnSnapLen warnings = 1 << iota
	warnFraction
	warnTrailing
)

func (r *Reader) warn(w warnings, msg string) {
	if r.warned&w == 0 && r.opts.Warn != nil {
		r.opts.Warn(msg)
	}
	r.warned |= w
}

var _ interface {
	Next() (*packet.Batch, error)
	Interfaces() []packet.Interface
} = (*Reader)(nil)
