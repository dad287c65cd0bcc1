package filetool

import (
	"container/heap"
	"errors"
	"io"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A Merger puts several capture files together into one, by time or one after
// the other. It belongs to one goroutine, except Interfaces.
type Merger struct {
	srcs  []*input
	table InterfaceTable
}

// An input is one of the files.
type input struct {
	r     *pcapio.Reader
	order int             // as given
	ids   []uint32        // of the file's interfaces in the result
	batch *packet.Batch   // nil at the end
	rest  []packet.Packet // of the batch
	err   error           // how the file ended, but for io.EOF
}

// NewMerger returns a Merger of files, which stay the caller's to close.
func NewMerger(files []*pcapio.Reader) *Merger {
	m := &Merger{}
	for i, r := range files {
		in := &input{r: r, order: i}
		m.srcs = append(m.srcs, in)
		m.learn(in)
	}
	return m
}

// Interfaces returns the interfaces of the result: those of all files, equal
// ones once.
func (m *Merger) Interfaces() []packet.Interface { return m.table.Interfaces() }

// MixedLinkTypes reports whether the result cannot be a pcap file, as far as
// the files' beginnings show.
func (m *Merger) MixedLinkTypes() bool {
	for _, i := range m.Interfaces() {
		if i.LinkType != m.Interfaces()[0].LinkType {
			return true
		}
	}
	return false
}

// learn gives numbers to the file's interfaces that have none yet.
func (m *Merger) learn(in *input) {
	for _, i := range in.r.Interfaces()[len(in.ids):] {
		in.ids = append(in.ids, m.table.Number(i))
	}
}

// next moves on to the file's next packet, for which batches are exchanged.
func (m *Merger) next(in *input) {
	if len(in.rest) > 0 {
		in.rest = in.rest[1:]
	}
	for len(in.rest) == 0 {
		if in.batch != nil {
			in.batch.Release()
			in.batch = nil
		}
		b, err := in.r.Next()
		if err != nil {
			if err != io.EOF {
				in.err = err
			}
			return
		}
		in.batch, in.rest = b, b.Packets
		m.learn(in)
		for i := range b.Packets {
			m.adopt(in, &b.Packets[i])
		}
	}
}

// adopt gives a packet, and the statistics in front of it, the interface
// numbers of the result.
func (m *Merger) adopt(in *input, p *packet.Packet) {
	p.Interface = in.ids[p.Interface]
	if p.Extra != nil {
		AdoptBlocks(p.Extra.Before, in.ids)
	}
}

// byTime orders files by their next packet, and where that is equal as given.
type byTime []*input

func (q byTime) Len() int { return len(q) }
func (q byTime) Less(i, j int) bool {
	a, b := q[i].rest[0].Time, q[j].rest[0].Time
	if a.Before(b) {
		return true
	}
	return !b.Before(a) && q[i].order < q[j].order
}
func (q byTime) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *byTime) Push(x any)   { *q = append(*q, x.(*input)) }
func (q *byTime) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

// runLength is how many packets of a file are written together at most.
const runLength = 256

// Merge writes the packets of all files in the order of their times. A file
// whose own packets are not in order stays so. A file that is cut gives its
// good packets; its error comes at the end, when all others are written too.
func (m *Merger) Merge(sink Sink, progress Progress) (Result, error) {
	var res Result
	q := make(byTime, 0, len(m.srcs))
	for _, in := range m.srcs {
		if m.next(in); in.batch != nil {
			q = append(q, in)
		}
	}
	heap.Init(&q)
	defer func() {
		for _, in := range q {
			in.batch.Release()
		}
	}()
	run := packet.Batch{Packets: make([]packet.Packet, 0, runLength)}
	for len(q) > 0 {
		in := q[0]
		// Packets of one file up to the next file's turn go together; they are
		// of one batch, which must stay lent until they are written.
		run.Packets = run.Packets[:0]
		for {
			run.Packets = append(run.Packets, in.rest[0])
			if len(in.rest) == 1 || len(run.Packets) == runLength {
				break
			}
			in.rest = in.rest[1:]
			heap.Fix(&q, 0)
			if q[0] != in {
				break
			}
		}
		res.Read += int64(len(run.Packets))
		if err := sink.WriteBatch(&run); err != nil {
			return res, err
		}
		res.Written = res.Read
		if q[0] != in {
			continue // in's next packet is not written yet
		}
		if m.next(in); in.batch == nil {
			heap.Pop(&q)
			if progress != nil {
				progress(m.bytesRead())
			}
		} else {
			heap.Fix(&q, 0)
		}
		if progress != nil && res.Read%(64*runLength) == 0 {
			progress(m.bytesRead())
		}
	}
	return res, m.end(sink)
}

// Append writes the packets of one file after the other.
func (m *Merger) Append(sink Sink, progress Progress) (Result, error) {
	var res Result
	for _, in := range m.srcs {
		for m.next(in); in.batch != nil; m.next(in) {
			n := int64(len(in.rest))
			res.Read += n
			err := sink.WriteBatch(&packet.Batch{Packets: in.rest})
			in.rest = nil
			if err != nil {
				in.batch.Release()
				return res, err
			}
			res.Written += n
			if progress != nil {
				progress(m.bytesRead())
			}
		}
	}
	return res, m.end(sink)
}

// end writes what stands behind the files' last packets.
func (m *Merger) end(sink Sink) error {
	var errs []error
	for _, in := range m.srcs {
		m.learn(in)
		AdoptBlocks(in.r.Trailer(), in.ids)
		if err := sink.WriteBlocks(in.r.Trailer()); err != nil {
			return err
		}
		errs = append(errs, in.err)
	}
	return errors.Join(errs...)
}

func (m *Merger) bytesRead() (n int64) {
	for _, in := range m.srcs {
		n += in.r.BytesRead()
	}
	return n
}
