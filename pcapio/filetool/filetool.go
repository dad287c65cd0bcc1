// Package filetool does with whole capture files what people keep scripts for:
// tell what is in one, merge several, split one up, cut a part out, drop
// duplicates. It works on the readers and outputs of package pcapio, in one
// pass and with memory that does not grow with the files.
package filetool

import (
	"io"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A Sink takes packets: a *pcapio.Output.
type Sink interface {
	WriteBatch(b *packet.Batch) error
	// WriteBlocks takes the blocks of a pcapng file that are no packets.
	WriteBlocks(blocks [][]byte) error
}

var _ Sink = (*pcapio.Output)(nil)

// A Result is what a tool did.
type Result struct {
	Read, Written int64 // packets
}

// Progress is told now and then how many bytes of the input are read. It may
// be nil.
type Progress func(read int64)

// copyKept writes the packets for which keep returns true. A cut input gives
// its good packets, then its error.
func copyKept(r *pcapio.Reader, sink Sink, keep func(p *packet.Packet) bool, progress Progress) (Result, error) {
	var res Result
	for {
		b, err := r.Next()
		if err != nil {
			if berr := sink.WriteBlocks(r.Trailer()); berr != nil {
				return res, berr
			}
			if err == io.EOF {
				err = nil
			}
			return res, err
		}
		res.Read += int64(len(b.Packets))
		n, err := writeKept(b, sink, keep)
		b.Release()
		res.Written += n
		if err != nil {
			return res, err
		}
		if progress != nil {
			progress(r.BytesRead())
		}
	}
}

// writeKept moves the kept packets of a batch together and writes them. Blocks
// before a packet that is left out stay where they stood.
func writeKept(b *packet.Batch, sink Sink, keep func(p *packet.Packet) bool) (written int64, err error) {
	all := b.Packets
	defer func() { b.Packets = all }()
	n := 0
	flush := func() error {
		b.Packets = all[:n]
		written += int64(n)
		n = 0
		return sink.WriteBatch(b)
	}
	for i := range all {
		p := &all[i]
		if keep(p) {
			if n != i {
				all[n] = *p
			}
			n++
			continue
		}
		if p.Extra != nil && len(p.Extra.Before) > 0 {
			if err := flush(); err != nil {
				return written, err
			}
			if err := sink.WriteBlocks(p.Extra.Before); err != nil {
				return written, err
			}
		}
	}
	return written, flush()
}
