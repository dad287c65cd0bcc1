package pcapio

import (
	"encoding/binary"
	"unsafe"

	"wiredump/capture/packet"
)

// directRun is the length in bytes from which a run of records is written from
// where it is, not by way of the Writer's buffer.
const directRun = 32 << 10

// WriteBatch appends all packets of a batch. It saves most of the copying if
// WriterOptions.Source lent the batch and that file has the records as this
// one needs them. The batch may be released as soon as WriteBatch returns.
func (w *Writer) WriteBatch(b *packet.Batch) error {
	if w.opts.Format == Pcap && w.opts.Source != nil {
		if buf := w.opts.Source.pool.buffer(b); buf != nil {
			return w.writeRuns(b.Packets, buf)
		}
	}
	for i := range b.Packets {
		if err := w.WritePacket(&b.Packets[i]); err != nil {
			return err
		}
	}
	return nil
}

// writeRuns looks for runs of packets whose records stand next to each other in
// the buffer that they were read into, exactly as they are to be written.
func (w *Writer) writeRuns(pk []packet.Packet, buf []byte) error {
	for i := 0; i < len(pk); {
		start, ok := w.recordIn(buf, &pk[i])
		if !ok {
			if err := w.WritePacket(&pk[i]); err != nil {
				return err
			}
			i++
			continue
		}
		n, end := 1, start+recordLen+len(pk[i].Data)
		for i+n < len(pk) {
			next, ok := w.recordIn(buf, &pk[i+n])
			if !ok || next != end {
				break
			}
			end += recordLen + len(pk[i+n].Data)
			n++
		}
		if err := w.run(buf[start:end], int64(n)); err != nil {
			return err
		}
		i += n
	}
	return nil
}

// recordIn returns where in buf the packet's record begins, if it is there byte
// for byte.
func (w *Writer) recordIn(buf []byte, p *packet.Packet) (start int, ok bool) {
	data := uintptr(unsafe.Pointer(unsafe.SliceData(p.Data)))
	base := uintptr(unsafe.Pointer(unsafe.SliceData(buf)))
	off := data - base - recordLen // huge if data stands before buf
	if off > uintptr(len(buf)) || len(buf)-int(off) < recordLen+len(p.Data) {
		return 0, false
	}
	h := buf[off : off+recordLen]
	ok = binary.LittleEndian.Uint32(h) == uint32(p.Time.Sec) &&
		binary.LittleEndian.Uint32(h[4:]) == p.Time.Frac &&
		binary.LittleEndian.Uint32(h[8:]) == uint32(len(p.Data)) &&
		binary.LittleEndian.Uint32(h[12:]) == p.WireLen &&
		p.LinkType == w.opts.LinkType && w.opts.Nano == (p.Time.Unit == packet.Nano)
	return int(off), ok
}

// run appends whole records of n packets.
func (w *Writer) run(b []byte, n int64) error {
	if w.err != nil {
		return w.err
	}
	if len(b) >= directRun || len(w.buf)+len(b) > cap(w.buf) {
		if err := w.write(); err != nil {
			return err
		}
	}
	w.packets += n
	w.size += int64(len(b))
	if len(b) >= directRun {
		return w.writeOut(b)
	}
	w.buf = append(w.buf, b...)
	if len(w.buf) < w.limit {
		return nil
	}
	return w.write()
}
