package pcapio

// Reading of the pcapng format (draft-ietf-opsawg-pcapng).
//
//	block
//	 0  type
//	 4  total length in bytes, a multiple of 4
//	 8  body
//	 n  total length again
//
// A section header block (SHB) opens a section and says its byte order;
// interface description blocks (IDB) follow, numbered from 0 in each section,
// and packet blocks refer to them.

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"net/netip"

	"wiredump/capture/packet"
)

// Block types.
const (
	blockInterface  = 1
	blockPacket     = 2 // obsolete
	blockSimple     = 3
	blockNames      = 4
	blockStatistics = 5
	blockEnhanced   = 6
	blockSecrets    = 0x0a
	blockSection    = 0x0a0d0d0a

	byteOrderMagic = 0x1a2b3c4d

	blockHeaderLen = 8
	minBlockLen    = 12
	sectionLen     = 16 // fixed part of the body
	interfaceLen   = 8
	enhancedLen    = 20
	packetLen      = 20
	simpleLen      = 4
	statisticsLen  = 12

	// maxBlockLen is the largest block, in bytes, that is read: as in libpcap.
	maxBlockLen = 16 << 20
	// maxInterfaces and maxPending bound what a hostile file can make a Reader
	// remember: interfaces, and bytes of blocks that wait for a packet.
	maxInterfaces = 1 << 16
	maxPending    = 64 << 20
)

// pcapngState is where the reading of a pcapng file is.
type pcapngState struct {
	order       binary.ByteOrder
	local       []interfaceState // of the current section
	sections    []Section
	pending     [][]byte // blocks seen since the last packet
	pendingSize int
	statistics  []Statistics
}

// interfaceState is what packets of an interface need.
type interfaceState struct {
	index   uint32 // into Reader.Interfaces
	link    packet.LinkType
	snapLen uint32
	clock   clock
}

// A Section is what the header of a pcapng section tells; the zero value for
// other files.
type Section struct {
	BigEndian   bool
	Hardware    string // of the capturing host
	OS          string // of the capturing host
	Application string // that wrote the section
	Comments    []string
	Options     []byte // the others, in the form of packet.Extra.Options
}

// Sections returns the section headers seen so far; none for a pcap file.
func (r *Reader) Sections() []Section { return r.ng.sections }

// Trailer returns the blocks after the last packet, in the form of
// packet.Extra.Before. It is complete, and the caller's, once Next has
// returned an error. Without ReaderOptions.KeepBlocks there is none.
func (r *Reader) Trailer() [][]byte { return r.ng.pending }

// Statistics returns what the statistics blocks seen so far tell.
func (r *Reader) Statistics() []Statistics { return r.ng.statistics }

// openPcapng reads up to the first interface.
func (r *Reader) openPcapng() error {
	for r.ifaces.Load() == nil {
		need, err := r.parseBlocks(true)
		if err != nil {
			return err
		}
		if r.ifaces.Load() != nil {
			break
		}
		if err := r.fill(need); err != nil {
			if r.end == r.pos && r.ng.order != nil {
				return r.cut(err, "the capture file has no Interface Description Blocks")
			}
			return r.cut(err, r.pcapngShort(r.end-r.pos))
		}
	}
	return nil
}

func (r *Reader) parsePcapng() (need int, err error) { return r.parseBlocks(false) }

// parseBlocks appends the packets of all whole blocks in the buffer to the
// batch. It returns how many bytes the next block needs from pos on. With
// opening, it stops behind the first interface.
func (r *Reader) parseBlocks(opening bool) (need int, err error) {
	for {
		b := r.cur.buf[r.pos:r.end]
		if len(b) < minBlockLen {
			return minBlockLen, nil
		}
		order := r.ng.order
		if binary.LittleEndian.Uint32(b) == blockSection { // reads the same in both orders
			if order = sectionOrder(b[blockHeaderLen:]); order == nil {
				return 0, r.badBlock(ErrFormat, fmt.Sprintf("unknown file format (byte order magic % x in a pcapng section header)", b[blockHeaderLen:minBlockLen]))
			}
		}
		var typ, total uint32
		if order == binary.BigEndian {
			typ, total = binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
		} else {
			typ, total = binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])
		}
		if total < minBlockLen || total&3 != 0 || total > maxBlockLen {
			return 0, r.badLength(typ, total)
		}
		n := int(total)
		if len(b) < n {
			return n, nil
		}
		b = b[:n:n]
		// Like libpcap, let the first section header end as it likes: its
		// magics have shown what it is.
		if !bytes.Equal(b[4:8], b[n-4:]) && r.ng.order != nil {
			return 0, r.corrupt("block total length in header and trailer don't match")
		}
		body := b[blockHeaderLen : n-4]
		switch typ {
		case blockEnhanced:
			err = r.enhanced(body, order)
		case blockSimple:
			err = r.simple(body, order)
		case blockPacket:
			err = r.oldPacket(body, order)
		case blockInterface:
			err = r.describe(body, order)
		case blockSection:
			err = r.section(body, order)
		case blockStatistics:
			err = r.keepStatistics(b, order)
		default:
			err = r.keep(b)
		}
		if err != nil {
			return 0, err
		}
		r.pos += n
		if opening && r.ifaces.Load() != nil {
			return 0, nil
		}
	}
}

func sectionOrder(magic []byte) binary.ByteOrder {
	switch uint32(byteOrderMagic) {
	case binary.LittleEndian.Uint32(magic):
		return binary.LittleEndian
	case binary.BigEndian.Uint32(magic):
		return binary.BigEndian
	}
	return nil
}

func (r *Reader) badBlock(kind error, msg string) error {
	e := r.corrupt(msg).(*FileError)
	e.Kind = kind
	return e
}

func (r *Reader) badLength(typ, total uint32) error {
	switch {
	case total > maxBlockLen:
		return r.corrupt(fmt.Sprintf("pcapng block size %d > maximum %d", total, maxBlockLen))
	case total < minBlockLen:
		return r.corrupt(fmt.Sprintf("block in pcapng dump file has a length of %d < %d", total, minBlockLen))
	}
	return r.corrupt(fmt.Sprintf("block of type %d in pcapng dump file has a length of %d that is not a multiple of 4", typ, total))
}

func (r *Reader) tooShort(typ uint32) error {
	return r.corrupt(fmt.Sprintf("block of type %d in pcapng dump file is too short", typ))
}

// pcapngShort says what is missing of the last block, of which got bytes are
// there.
func (r *Reader) pcapngShort(got int) string {
	want := blockHeaderLen
	if got >= minBlockLen {
		b := r.cur.buf[r.pos:]
		order := r.ng.order
		if order == nil {
			order = sectionOrder(b[blockHeaderLen:])
		}
		if binary.LittleEndian.Uint32(b) == blockSection {
			order = sectionOrder(b[blockHeaderLen:])
		}
		want = int(order.Uint32(b[4:])) - blockHeaderLen
		got -= blockHeaderLen
	} else if got >= blockHeaderLen {
		want, got = minBlockLen-blockHeaderLen, got-blockHeaderLen
	}
	return fmt.Sprintf("truncated pcapng dump file; tried to read %d bytes, only got %d", want, got)
}

// section begins a new section.
//
//	 0  byte order magic
//	 4  version: major, minor, 16 bits each
//	 8  section length in bytes or -1, 64 bits, ignored
//	16  options
func (r *Reader) section(body []byte, order binary.ByteOrder) error {
	if len(body) < sectionLen {
		return r.tooShort(blockSection)
	}
	major, minor := order.Uint16(body[4:]), order.Uint16(body[6:])
	// 1.2 was written for 1.0 by some programs.
	if major != 1 && len(r.ng.sections) > 0 {
		return r.badBlock(ErrFormat, fmt.Sprintf("unknown pcapng savefile major version number %d", major))
	}
	if major != 1 || minor != 0 && minor != 2 {
		return r.badBlock(ErrFormat, fmt.Sprintf("unsupported pcapng savefile version %d.%d", major, minor))
	}
	if len(r.ng.sections) == maxInterfaces {
		return r.corrupt(fmt.Sprintf("more than %d sections", maxInterfaces))
	}
	s := Section{BigEndian: order == binary.BigEndian}
	o := options{b: body[sectionLen:], order: order}
	for o.next() {
		switch o.code {
		case OptComment:
			s.Comments = append(s.Comments, string(o.value))
		case optHardware:
			s.Hardware = string(o.value)
		case optOS:
			s.OS = string(o.value)
		case optUserAppl:
			s.Application = string(o.value)
		default:
			s.Options = o.appendNormal(s.Options, customWidth(o.code))
		}
	}
	r.ng.sections = append(r.ng.sections, s)
	r.ng.order, r.order = order, order
	r.ng.local = r.ng.local[:0]
	return nil
}

// describe adds an interface to the section.
//
//	0  link type, 16 bits, and 16 reserved
//	4  snapshot length in bytes, 0 for no limit
//	8  options
func (r *Reader) describe(body []byte, order binary.ByteOrder) error {
	if len(body) < interfaceLen {
		return r.tooShort(blockInterface)
	}
	if p := r.ifaces.Load(); p != nil && len(*p) == maxInterfaces {
		return r.corrupt(fmt.Sprintf("more than %d interfaces", maxInterfaces))
	}
	i := packet.Interface{
		LinkType: linkTypeOf(uint32(order.Uint16(body))),
		SnapLen:  order.Uint32(body[4:]),
	}
	if i.SnapLen > 1<<31-1 {
		i.SnapLen = 0
	}
	var offset int64
	resolution := byte(6)
	o := options{b: body[interfaceLen:], order: order}
	for o.next() {
		switch o.code {
		case optIfName:
			i.Name = string(o.value)
		case optIfDescription:
			i.Description = string(o.value)
		case optIfOS:
			i.OS = string(o.value)
		case optIfIPv4:
			addAddr(&i, o.value, net4)
		case optIfIPv6:
			addAddr(&i, o.value, net6)
		case optIfFilter:
			if len(o.value) > 0 && o.value[0] == 0 {
				i.Filter = string(o.value[1:])
			} else {
				i.Options = o.appendNormal(i.Options, 0)
			}
		case optIfTsResol:
			if len(o.value) != 1 {
				return r.corrupt(fmt.Sprintf("Interface Description Block has if_tsresol option with length %d != 1", len(o.value)))
			}
			resolution = o.value[0]
		case optIfTsOffset:
			if len(o.value) != 8 {
				return r.corrupt(fmt.Sprintf("Interface Description Block has if_tsoffset option with length %d != 8", len(o.value)))
			}
			offset = int64(order.Uint64(o.value))
		default:
			i.Options = o.appendNormal(i.Options, interfaceOptionWidth(o.code))
		}
	}
	if o.bad {
		return r.tooShort(blockInterface)
	}
	c, ok := newClock(resolution, offset)
	if !ok {
		base := 10
		if resolution&0x80 != 0 {
			base = 2
		}
		return r.corrupt(fmt.Sprintf("Interface Description Block if_tsresol option resolution %d^-%d is too high", base, resolution&0x7f))
	}
	i.Nano = c.unit == packet.Nano
	r.ng.local = append(r.ng.local, interfaceState{
		index:   r.addInterface(i),
		link:    i.LinkType,
		snapLen: i.SnapLen,
		clock:   c,
	})
	return nil
}

func addAddr(i *packet.Interface, v []byte, parse func([]byte) (netip.Prefix, bool)) {
	if p, ok := parse(v); ok {
		i.Addrs = append(i.Addrs, p)
	}
}

func net4(v []byte) (netip.Prefix, bool) {
	if len(v) != 8 {
		return netip.Prefix{}, false
	}
	mask := binary.BigEndian.Uint32(v[4:])
	return netip.PrefixFrom(netip.AddrFrom4([4]byte(v[:4])), bits.LeadingZeros32(^mask)), true
}

func net6(v []byte) (netip.Prefix, bool) {
	if len(v) != 17 || v[16] > 128 {
		return netip.Prefix{}, false
	}
	return netip.PrefixFrom(netip.AddrFrom16([16]byte(v[:16])), int(v[16])), true
}

// on returns the interface that a packet block refers to.
func (r *Reader) on(n uint32) (*interfaceState, error) {
	if int64(n) < int64(len(r.ng.local)) {
		return &r.ng.local[n], nil
	}
	if r.ifaces.Load() == nil {
		return nil, r.corrupt("the capture file has a packet block before any Interface Description Blocks")
	}
	return nil, r.corrupt(fmt.Sprintf("a packet arrived on interface %d, but there's no Interface Description Block for that interface", n))
}

// addPacket appends a packet; capLen bytes of data must be there.
func (r *Reader) addPacket(i *interfaceState, ts uint64, capLen, wireLen uint32, data []byte, typ uint32) (*packet.Packet, error) {
	if limit := maxCapLen(i.link); capLen > limit {
		snapLen := i.snapLen
		if snapLen == 0 {
			snapLen = limit
		}
		return nil, r.tooLong(capLen, snapLen, limit)
	}
	if int(capLen) > len(data) {
		return nil, r.tooShort(typ)
	}
	p := r.cur.add()
	p.Data = data[:capLen:capLen]
	p.WireLen = wireLen
	p.Interface = i.index
	p.Time = i.clock.time(ts)
	p.LinkType = i.link
	p.Direction = packet.Unknown
	p.Flags = 0
	p.Extra = nil
	if len(r.ng.pending) > 0 {
		r.cur.extra(p).Before = r.ng.pending
		r.ng.pending, r.ng.pendingSize = nil, 0
	}
	return p, nil
}

// enhanced reads an enhanced packet block.
//
//	 0  interface
//	 4  time stamp, high half, 8 low half
//	12  captured length, 16 original length
//	20  data, padded to 4 bytes; options
func (r *Reader) enhanced(body []byte, order binary.ByteOrder) error {
	if len(body) < enhancedLen {
		return r.tooShort(blockEnhanced)
	}
	var iface, high, low, capLen, wireLen uint32
	if order == binary.BigEndian {
		iface, high, low = binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:]), binary.BigEndian.Uint32(body[8:])
		capLen, wireLen = binary.BigEndian.Uint32(body[12:]), binary.BigEndian.Uint32(body[16:])
	} else {
		iface, high, low = binary.LittleEndian.Uint32(body), binary.LittleEndian.Uint32(body[4:]), binary.LittleEndian.Uint32(body[8:])
		capLen, wireLen = binary.LittleEndian.Uint32(body[12:]), binary.LittleEndian.Uint32(body[16:])
	}
	i, err := r.on(iface)
	if err != nil {
		return err
	}
	p, err := r.addPacket(i, uint64(high)<<32|uint64(low), capLen, wireLen, body[enhancedLen:], blockEnhanced)
	if err != nil {
		return err
	}
	if rest := enhancedLen + int(capLen) + pad4(int(capLen)); rest < len(body) {
		r.packetOptions(p, body[rest:], order)
	}
	return nil
}

// oldPacket reads an obsolete packet block.
//
//	 0  interface, 16 bits, 2 drop count, 16 bits, ffff for not known
//	 4  time stamp, high half, 8 low half
//	12  captured length, 16 original length
//	20  data, padded to 4 bytes; options
func (r *Reader) oldPacket(body []byte, order binary.ByteOrder) error {
	if len(body) < packetLen {
		return r.tooShort(blockPacket)
	}
	i, err := r.on(uint32(order.Uint16(body)))
	if err != nil {
		return err
	}
	ts := uint64(order.Uint32(body[4:]))<<32 | uint64(order.Uint32(body[8:]))
	capLen := order.Uint32(body[12:])
	p, err := r.addPacket(i, ts, capLen, order.Uint32(body[16:]), body[packetLen:], blockPacket)
	if err != nil {
		return err
	}
	if rest := packetLen + int(capLen) + pad4(int(capLen)); rest < len(body) {
		r.packetOptions(p, body[rest:], order)
	}
	if drops := order.Uint16(body[2:]); drops != 0 && drops != 0xffff {
		e := r.cur.extra(p)
		e.Options = AppendDropCount(bytes.Clone(e.Options), uint64(drops))
	}
	return nil
}

// simple reads a simple packet block: the original length and the data. The
// packet is of the section's first interface and has no time.
func (r *Reader) simple(body []byte, order binary.ByteOrder) error {
	if len(body) < simpleLen {
		return r.tooShort(blockSimple)
	}
	i, err := r.on(0)
	if err != nil {
		return err
	}
	wireLen := order.Uint32(body)
	capLen := wireLen
	if i.snapLen != 0 {
		capLen = min(capLen, i.snapLen)
	}
	p, err := r.addPacket(i, 0, capLen, wireLen, body[simpleLen:], blockSimple)
	if err == nil {
		p.Time, p.Flags = packet.Time{Unit: i.clock.unit}, packet.NoTime
	}
	return err
}

// Bits of a packet's flags option.
const (
	flagDirection       = 0x3 // 1 inbound, 2 outbound
	flagInbound         = 1
	flagOutbound        = 2
	flagChecksumPending = 1 << 9 // checksum not ready
)

// packetOptions puts a packet's options where they belong. A damaged list is
// read up to the damage.
func (r *Reader) packetOptions(p *packet.Packet, list []byte, order binary.ByteOrder) {
	l := r.cur
	start := len(l.arena)
	for o := (options{b: list, order: order}); o.next(); {
		switch {
		case o.code == OptComment:
			e := l.extra(p)
			e.Comments = append(e.Comments, string(o.value))
			continue
		case o.code == optPacketFlags && len(o.value) == 4:
			f := order.Uint32(o.value)
			switch f & flagDirection {
			case flagInbound:
				p.Direction = packet.In
			case flagOutbound:
				p.Direction = packet.Out
			}
			if f&flagChecksumPending != 0 {
				p.Flags |= packet.ChecksumPending
			}
			if f&^(flagDirection|flagChecksumPending) == 0 {
				continue // all of it is in the packet's own fields
			}
		}
		l.arena = o.appendNormal(l.arena, packetOptionWidth(o.code))
	}
	if n := len(l.arena); n > start {
		l.extra(p).Options = l.arena[start:n:n]
	}
}

// keep remembers a block for the next packet, or for the trailer.
func (r *Reader) keep(block []byte) error {
	if !r.opts.KeepBlocks {
		return nil
	}
	if r.ng.pendingSize += len(block); r.ng.pendingSize > maxPending {
		return r.corrupt(fmt.Sprintf("more than %d bytes of blocks between two packets", maxPending))
	}
	r.ng.pending = append(r.ng.pending, bytes.Clone(block))
	return nil
}

// keepStatistics reads an interface statistics block, and keeps it with the
// interface counted through all sections.
func (r *Reader) keepStatistics(block []byte, order binary.ByteOrder) error {
	body := block[blockHeaderLen : len(block)-4]
	if len(body) < statisticsLen {
		return r.tooShort(blockStatistics)
	}
	n := order.Uint32(body)
	if int64(n) >= int64(len(r.ng.local)) {
		return nil // about nothing that could be shown or copied
	}
	i := &r.ng.local[n]
	if len(r.ng.statistics) < maxInterfaces {
		r.ng.statistics = append(r.ng.statistics, parseStatistics(body, order, i))
	}
	order.PutUint32(body, i.index) // the buffer is ours
	return r.keep(block)
}
