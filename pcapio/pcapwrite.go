package pcapio

// Writing of the pcap format, always little endian; see pcapread.go for its
// layout.

import (
	"encoding/binary"
	"fmt"

	"wiredump/capture/packet"
)

func (w *Writer) pcapHeader() {
	magic := uint32(magicMicro)
	if w.opts.Nano {
		magic = magicNano
	}
	network := uint32(w.opts.LinkType)
	if n := w.opts.FCSLen; n > 0 {
		network |= fcsPresent | uint32(n/2)<<fcsShift
	}
	b := w.buf
	b = binary.LittleEndian.AppendUint32(b, magic)
	b = binary.LittleEndian.AppendUint16(b, 2)
	b = binary.LittleEndian.AppendUint16(b, 4)
	b = append(b, make([]byte, 8)...)
	b = binary.LittleEndian.AppendUint32(b, w.opts.SnapLen)
	b = binary.LittleEndian.AppendUint32(b, network)
	w.size = int64(len(b))
	w.buf = b
}

func (w *Writer) pcapPacket(p *packet.Packet) error {
	if p.LinkType != w.opts.LinkType {
		return fmt.Errorf("%w: packet %d is %s, the pcap file %s; a pcapng file can hold both",
			ErrLinkType, w.packets+1, p.LinkType, w.opts.LinkType)
	}
	sec, frac := uint32(p.Time.Sec), p.Time.Frac
	if w.opts.Nano != (p.Time.Unit == packet.Nano) {
		sec, frac = w.otherUnit(p.Time)
	}
	start := len(w.buf)
	if n := start + recordLen + len(p.Data); n <= cap(w.buf) {
		w.buf = w.buf[:n]
	} else {
		if err := w.write(); err != nil {
			return err
		}
		start = 0
		w.buf = append(w.buf, make([]byte, recordLen+len(p.Data))...)
	}
	b := w.buf[start:]
	binary.LittleEndian.PutUint32(b, sec)
	binary.LittleEndian.PutUint32(b[4:], frac)
	binary.LittleEndian.PutUint32(b[8:], uint32(len(p.Data)))
	binary.LittleEndian.PutUint32(b[12:], p.WireLen)
	copy(b[recordLen:], p.Data)
	w.packets++
	return w.full(start)
}

// otherUnit converts a time to the file's unit. A fraction over a second stays
// one, unless it would not fit.
func (w *Writer) otherUnit(t packet.Time) (sec, frac uint32) {
	if !w.opts.Nano {
		return uint32(t.Sec), uint32(t.Micros())
	}
	n := t.Nanos()
	if n > 1<<32-1 {
		return uint32(t.Sec + n/1e9), uint32(n % 1e9)
	}
	return uint32(t.Sec), uint32(n)
}
