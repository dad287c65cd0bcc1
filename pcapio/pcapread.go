package pcapio

// Reading of the pcap format.
//
//	file header, 24 bytes, in the byte order of the machine that wrote it:
//	 0  magic          a1b2c3d4 microseconds, a1b23c4d nanoseconds,
//	                   a1b2cd34 "modified" (24-byte record headers)
//	 4  version        major, minor, 16 bits each: 2.4
//	 8  time zone, 12 sigfigs: always 0, ignored
//	16  snapshot length in bytes
//	20  link type in the low 26 bits; bit 26 says that the top 4 bits hold the
//	    length of a frame check sequence in 16-bit words
//
//	record header, 16 bytes (modified: 8 more, not understood):
//	 0  seconds, 4 fraction of a second
//	 8  captured length, 12 original length, in bytes

import (
	"encoding/binary"
	"fmt"
	"math/bits"

	"wiredump/capture/packet"
)

const (
	magicMicro    = 0xa1b2c3d4
	magicNano     = 0xa1b23c4d
	magicModified = 0xa1b2cd34

	pcapHeaderLen     = 24
	recordLen         = 16
	modifiedRecordLen = 24

	linkTypeMask = 0x03ffffff
	fcsPresent   = 0x04000000
	fcsShift     = 28
)

// pcapState is what the file header says about the records.
type pcapState struct {
	big     bool
	hdrLen  int // of a record header
	unit    packet.Unit
	second  uint32 // units in a second
	link    packet.LinkType
	snapLen uint32 // as in the header
	maxCap  uint32 // a longer captured length is damage
	cutTo   uint32 // captured bytes delivered at most
	signed  bool   // seconds are
	swapped lengths
}

// lengths says whether records of an old version hold the original length
// before the captured one.
type lengths uint8

const (
	inOrder   lengths = iota
	swapped           // versions before 2.3
	undecided         // version 2.3: the smaller one is the captured length
)

func isPcapMagic(b []byte) bool {
	_, _, ok := pcapMagic(b)
	return ok
}

func pcapMagic(b []byte) (order binary.ByteOrder, magic uint32, ok bool) {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		switch m := order.Uint32(b); m {
		case magicMicro, magicNano, magicModified:
			return order, m, true
		}
	}
	return nil, 0, false
}

func (r *Reader) openPcap() error {
	if err := r.wantHeader(); err != nil {
		return err
	}
	h := r.cur.buf[r.pos : r.pos+pcapHeaderLen]
	order, magic, _ := pcapMagic(h)
	r.order = order
	s := &r.pcap
	s.big = order == binary.BigEndian
	s.hdrLen, s.second = recordLen, 1e6

	major, minor := order.Uint16(h[4:]), order.Uint16(h[6:])
	switch {
	case major < 2:
		return &FileError{Kind: ErrFormat, Msg: "archaic pcap savefile format"}
	case major == 2 && minor <= 4, major == 543 && minor == 0:
	default:
		return &FileError{Kind: ErrFormat, Msg: fmt.Sprintf("unsupported pcap savefile version %d.%d", major, minor)}
	}
	switch {
	case minor < 3:
		s.swapped = swapped
	case minor == 3:
		s.swapped = undecided
	}

	number := order.Uint32(h[20:])
	s.link = linkTypeOf(number & linkTypeMask)
	s.snapLen = order.Uint32(h[16:])
	if s.snapLen == 0 || s.snapLen > 1<<31-1 {
		s.snapLen = packet.MaxSnapLen
	}
	s.maxCap = maxCapLen(s.link)
	switch magic {
	case magicNano:
		s.unit, s.second = packet.Nano, 1e9
	case magicModified:
		s.hdrLen = modifiedRecordLen
		if s.link == packet.Ethernet {
			s.snapLen += 14 // as libpcap: these kernels did not count the header
		}
	}
	s.cutTo = s.maxCap
	if r.opts.CutToSnapLen {
		s.cutTo = min(s.maxCap, s.snapLen)
	}

	s.signed = r.opts.SignedSeconds

	i := packet.Interface{LinkType: s.link, SnapLen: s.snapLen, Nano: s.unit == packet.Nano}
	if number&fcsPresent != 0 {
		i.Options = AppendOption(nil, OptFCSLen, []byte{byte(number >> fcsShift * 16)})
	}
	r.addInterface(i)
	r.pos += pcapHeaderLen
	return nil
}

// wantHeader is want for the rest of the file header, in tcpdump's words: it
// counts the four bytes of the magic apart.
func (r *Reader) wantHeader() error {
	for r.end-r.pos < pcapHeaderLen {
		if err := r.fill(pcapHeaderLen); err != nil {
			return r.cut(err, fmt.Sprintf("truncated dump file; tried to read %d file header bytes, only got %d", pcapHeaderLen, r.end-r.pos-4))
		}
	}
	return nil
}

// linkTypeOf makes a link type of a header's number. Some numbers have two
// meanings, as BSD systems wrote their own DLT numbers to files; Linux reads
// them as the LINKTYPE that is meant.
func linkTypeOf(n uint32) packet.LinkType {
	switch n {
	case 11:
		return 100 // ATM_RFC1483
	case 12:
		return packet.Raw
	case 15:
		return 102 // SLIP_BSDOS
	case 16:
		return 103 // PPP_BSDOS
	case 19:
		return 106 // ATM_CLIP
	}
	if n > uint32(packet.Unrecognized) {
		return packet.Unrecognized
	}
	return packet.LinkType(n)
}

// maxCapLen is the largest captured length that a record may have. A few link
// types carry messages instead of frames.
func maxCapLen(t packet.LinkType) uint32 {
	switch t {
	case 231, 220, 249: // D-Bus, USB with padded Linux header, USBPcap
		return 128 << 20
	case 279: // EBHSCR
		return 8 << 20
	}
	return packet.MaxSnapLen
}

// parsePcap appends all whole records of the buffer to the batch. It returns
// how many bytes the next one needs from pos on.
func (r *Reader) parsePcap() (need int, err error) {
	s, l := &r.pcap, r.cur
	b := l.buf[r.pos:r.end]
	hdrLen := s.hdrLen
	for {
		if len(b) < hdrLen {
			need = hdrLen
			break
		}
		h := b[:recordLen]
		sec, frac := binary.LittleEndian.Uint32(h), binary.LittleEndian.Uint32(h[4:])
		capLen, wireLen := binary.LittleEndian.Uint32(h[8:]), binary.LittleEndian.Uint32(h[12:])
		if s.big {
			sec, frac = bits.ReverseBytes32(sec), bits.ReverseBytes32(frac)
			capLen, wireLen = bits.ReverseBytes32(capLen), bits.ReverseBytes32(wireLen)
		}
		if s.swapped != inOrder && (s.swapped == swapped || capLen > wireLen) {
			capLen, wireLen = wireLen, capLen
		}
		if capLen > s.maxCap {
			r.pos = r.end - len(b)
			return 0, r.tooLong(capLen, s.snapLen, s.maxCap)
		}
		n := hdrLen + int(capLen)
		if len(b) < n {
			need = n
			break
		}
		if capLen > s.snapLen || frac >= s.second {
			r.oddRecord(capLen, frac)
			capLen = min(capLen, s.cutTo)
		}
		p := l.add()
		p.Data = b[hdrLen : hdrLen+int(capLen) : hdrLen+int(capLen)]
		p.WireLen = wireLen
		p.Interface = 0
		p.Time = packet.Time{Sec: int64(sec), Frac: frac, Unit: s.unit}
		if s.signed {
			p.Time.Sec = int64(int32(sec))
		}
		p.LinkType = s.link
		p.Direction = packet.Unknown
		p.Flags = 0
		p.Extra = nil
		b = b[n:]
	}
	r.pos = r.end - len(b)
	return need, nil
}

// oddRecord tells of records that are read although they break a rule.
func (r *Reader) oddRecord(capLen, frac uint32) {
	if capLen > r.pcap.snapLen {
		r.warn(warnSnapLen, fmt.Sprintf("packet %d has %d captured bytes, more than the file's snapshot length of %d",
			r.packets+int64(len(r.cur.batch.Packets))+1, capLen, r.pcap.snapLen))
	}
	if frac >= r.pcap.second {
		r.warn(warnFraction, fmt.Sprintf("packet %d has a time stamp with more than a second after the point",
			r.packets+int64(len(r.cur.batch.Packets))+1))
	}
}

func (r *Reader) tooLong(capLen, snapLen, limit uint32) error {
	msg := fmt.Sprintf("invalid packet capture length %d, bigger than ", capLen)
	if snapLen > limit {
		msg += fmt.Sprintf("maximum of %d", limit)
	} else {
		msg += fmt.Sprintf("snaplen of %d", snapLen)
	}
	return r.corrupt(msg)
}

// corrupt is damage in the record at pos.
func (r *Reader) corrupt(msg string) error {
	return &FileError{Kind: ErrCorrupt, Msg: msg, Offset: r.off + int64(r.pos), Packets: r.packets + int64(len(r.cur.batch.Packets))}
}

// pcapShort says what is missing of the last record, of which got bytes are
// there.
func (r *Reader) pcapShort(got int) string {
	s := &r.pcap
	if got < s.hdrLen {
		return fmt.Sprintf("truncated dump file; tried to read %d header bytes, only got %d", s.hdrLen, got)
	}
	h := r.cur.buf[r.pos:]
	capLen, wireLen := r.order.Uint32(h[8:]), r.order.Uint32(h[12:])
	if s.swapped == swapped || s.swapped == undecided && capLen > wireLen {
		capLen = wireLen
	}
	return fmt.Sprintf("truncated dump file; tried to read %d captured bytes, only got %d", capLen, got-s.hdrLen)
}
