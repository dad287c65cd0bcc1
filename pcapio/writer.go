package pcapio

import (
	"encoding/binary"
	"fmt"
	"io"

	"wiredump/capture/packet"
)

// WriterOptions say how packets are written. The zero value makes a pcap file
// of Ethernet packets with microseconds.
type WriterOptions struct {
	// Format is Pcap or Pcapng.
	Format Format
	// LinkType of a pcap file's packets. A packet of another type is refused.
	LinkType packet.LinkType
	// SnapLen in bytes, for a pcap file's header; 0 means packet.MaxSnapLen.
	SnapLen uint32
	// Nano writes a pcap file with nanoseconds. Otherwise nanoseconds are cut
	// to microseconds. In pcapng files the interface decides.
	Nano bool
	// FCSLen is the length in bytes of the frame check sequence at each
	// packet's end, for a pcap file's header; 0 if not known.
	FCSLen int
	// Interfaces returns the interfaces that packets refer to, for pcapng: the
	// method of the packets' source. It is asked again when a packet comes
	// from an interface not seen yet. Nil means one nameless interface of
	// LinkType, SnapLen and Nano.
	Interfaces func() []packet.Interface
	// Source is the Reader that lends the batches given to WriteBatch, if there
	// is one.
	Source *Reader
	// Section describes the capture, for pcapng's section header, and says in
	// which byte order the file is: a copy is best in that of the original.
	Section Section
	// BufferSize is how many bytes are collected before they are written; 0
	// means DefaultBufferSize.
	BufferSize int
}

// A Writer writes packets to one capture file. It collects whole records and
// hands them on together, so that what has been written ends with a whole
// packet unless the process dies in the middle of a write. After an error it writes nothing more and
// returns the same error. It belongs to one goroutine.
type Writer struct {
	w     io.Writer
	flush func() error // of w, if it has a buffer of its own
	opts  WriterOptions
	buf   []byte // whole records that wait to be written
	limit int    // bytes of buf that make it worth while

	packets int64 // in buf and written
	written int64 // packets that w has taken and does not hold back
	size    int64 // bytes in buf and written
	intact  int64 // bytes that w has taken, up to the last whole record
	err     error

	ng pcapngOut
}

// NewPcapWriter returns a Writer of a pcap file on w, whose header is written
// at once. o.Format is ignored.
func NewPcapWriter(w io.Writer, o WriterOptions) (*Writer, error) {
	o.Format = Pcap
	return NewWriter(w, o)
}

// NewPcapngWriter returns a Writer of a pcapng file on w, whose section header
// and first interfaces are written at once. o.Format is ignored.
func NewPcapngWriter(w io.Writer, o WriterOptions) (*Writer, error) {
	o.Format = Pcapng
	return NewWriter(w, o)
}

// NewWriter returns a Writer of a file of format o.Format on w. The file's
// header is written at once. Close does not close w.
func NewWriter(w io.Writer, o WriterOptions) (*Writer, error) {
	if o.BufferSize == 0 {
		o.BufferSize = DefaultBufferSize
	}
	if o.SnapLen == 0 {
		o.SnapLen = packet.MaxSnapLen
	}
	x := &Writer{w: w, opts: o, limit: o.BufferSize, buf: make([]byte, 0, o.BufferSize+recordSlack)}
	if c, ok := w.(compressor); ok {
		x.flush = c.Flush
	}
	if o.Format == Pcap {
		x.pcapHeader()
	} else if err := x.pcapngHeader(); err != nil {
		return nil, err
	}
	if err := x.Flush(); err != nil {
		return nil, err
	}
	return x, nil
}

// recordSlack is room in the buffer for the record that goes over the limit.
const recordSlack = 4096

// WritePacket appends a packet. The packet may be released as soon as
// WritePacket returns.
func (w *Writer) WritePacket(p *packet.Packet) error {
	if w.err != nil {
		return w.err
	}
	if w.opts.Format == Pcap {
		return w.pcapPacket(p)
	}
	return w.pcapngPacket(p)
}

// full writes the buffer out if enough has come together. It is called between
// records.
func (w *Writer) full(start int) error {
	w.size += int64(len(w.buf) - start)
	if len(w.buf) < w.limit {
		return nil
	}
	return w.write()
}

// write hands the buffer to w. What could not be written is not tried again.
func (w *Writer) write() error {
	if w.err != nil {
		return w.err
	}
	if len(w.buf) == 0 {
		return nil
	}
	err := w.writeOut(w.buf)
	w.buf = w.buf[:0]
	return err
}

// writeOut hands whole records to w, all that there are.
func (w *Writer) writeOut(b []byte) error {
	n, err := w.w.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	if err != nil {
		if w.flush == nil {
			w.taken(b[:n])
		}
		return w.fail(err)
	}
	w.intact += int64(n)
	if w.flush == nil {
		w.written = w.packets
	}
	return nil
}

// taken counts the whole records of what a failing write has taken.
func (w *Writer) taken(b []byte) {
	if w.opts.Format == Pcap && w.intact == 0 {
		if len(b) < pcapHeaderLen {
			return
		}
		b = b[pcapHeaderLen:]
		w.intact = pcapHeaderLen
	}
	for {
		n, isPacket := w.record(b)
		if n == 0 || n > len(b) {
			return
		}
		b = b[n:]
		w.intact += int64(n)
		if isPacket {
			w.written++
		}
	}
}

// record returns the length of the record that b begins with; 0 if b is too
// short to tell.
func (w *Writer) record(b []byte) (n int, isPacket bool) {
	if w.opts.Format == Pcap {
		if len(b) < recordLen {
			return 0, false
		}
		return recordLen + int(binary.LittleEndian.Uint32(b[8:])), true
	}
	if len(b) < minBlockLen {
		return 0, false
	}
	order := w.ng.order
	if binary.LittleEndian.Uint32(b) == blockSection {
		order = sectionOrder(b[blockHeaderLen:])
	}
	return int(order.Uint32(b[4:])), order.Uint32(b) == blockEnhanced
}

func (w *Writer) fail(err error) error {
	w.err = fmt.Errorf("pcapio: write: %w", err)
	return w.err
}

// Flush writes out all packets so far.
func (w *Writer) Flush() error {
	if err := w.write(); err != nil {
		return err
	}
	if w.flush != nil {
		if err := w.flush(); err != nil {
			return w.fail(err)
		}
		w.written = w.packets
	}
	return nil
}

// Close writes out what is left, in pcapng with names collected by AddName.
// The Writer cannot be used afterwards. The io.Writer below stays open.
func (w *Writer) Close() error {
	if w.err != nil {
		return w.err
	}
	if w.opts.Format == Pcapng {
		w.namesBlock()
	}
	err := w.Flush()
	if w.err == nil {
		w.err = ErrClosed
	}
	return err
}

// Packets returns how many packets were given to the Writer, and how many of
// them it has passed on.
func (w *Writer) Packets() (all, written int64) { return w.packets, w.written }

// Size returns the bytes of the file so far, uncompressed, with those that
// still wait.
func (w *Writer) Size() int64 { return w.size }
