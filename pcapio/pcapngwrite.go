package pcapio

// Writing of the pcapng format; see pcapngread.go for its layout.

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"slices"

	"wiredump/capture/packet"
)

// pcapngOut is where the writing of a pcapng file is.
type pcapngOut struct {
	order  binary.ByteOrder // of the current section
	ifaces []packet.Interface
	opened int // interfaces described in the current section
	names  map[netip.Addr][]string
	named  int // entries in names
}

// maxNames bounds the names that a Writer collects, maxNamesOfOne those of an
// address.
const (
	maxNames      = 1 << 16
	maxNamesOfOne = 64
)

func (w *Writer) pcapngHeader() error {
	if w.opts.Section.BigEndian {
		w.sectionBlock(binary.BigEndian)
	} else {
		w.sectionBlock(binary.LittleEndian)
	}
	if w.opts.Interfaces == nil {
		w.ng.ifaces = []packet.Interface{{LinkType: w.opts.LinkType, SnapLen: w.opts.SnapLen, Nano: w.opts.Nano}}
	} else {
		w.ng.ifaces = slices.Clone(w.opts.Interfaces())
	}
	if n := len(w.ng.ifaces); n > 0 {
		w.describeUpTo(uint32(n - 1))
	}
	w.size = int64(len(w.buf))
	return nil
}

// block appends a block's header and returns where it began; done closes it.
func (w *Writer) block(typ uint32) (start int) {
	start = len(w.buf)
	w.u32(typ)
	w.u32(0)
	return start
}

func (w *Writer) done(start int) {
	n := uint32(len(w.buf) - start + 4)
	w.ng.order.PutUint32(w.buf[start+4:], n)
	w.u32(n)
}

func (w *Writer) u16(n uint16) {
	w.buf = append(w.buf, 0, 0)
	w.ng.order.PutUint16(w.buf[len(w.buf)-2:], n)
}

func (w *Writer) u32(n uint32) {
	w.buf = append(w.buf, 0, 0, 0, 0)
	w.ng.order.PutUint32(w.buf[len(w.buf)-4:], n)
}

// opt appends an option; width is the size of the little endian integer that
// its value begins with, 0 for none.
func (w *Writer) opt(code uint16, v []byte, width int) {
	v = v[:min(len(v), 1<<16-1)]
	w.u16(code)
	w.u16(uint16(len(v)))
	start := len(w.buf)
	w.buf = append(w.buf, v...)
	if w.ng.order == binary.BigEndian && width != 0 && len(v) >= width {
		reverse(w.buf[start : start+width])
	}
	for range pad4(len(v)) {
		w.buf = append(w.buf, 0)
	}
}

func (w *Writer) text(code uint16, s string) {
	if s != "" {
		w.opt(code, []byte(s), 0)
	}
}

// list appends options kept in normal form, and the end of the list.
func (w *Writer) list(options_ []byte, width func(uint16) int) {
	for o := (options{b: options_, order: binary.LittleEndian}); o.next(); {
		w.opt(o.code, o.value, width(o.code))
	}
}

func (w *Writer) endOptions() { w.u32(optEnd) }

func (w *Writer) sectionBlock(order binary.ByteOrder) {
	w.ng.order, w.ng.opened = order, 0
	start := w.block(blockSection)
	w.u32(byteOrderMagic)
	w.u16(1)
	w.u16(0)
	w.u32(1<<32 - 1) // length not known
	w.u32(1<<32 - 1)
	s := &w.opts.Section
	for _, c := range s.Comments {
		w.text(OptComment, c)
	}
	w.text(optHardware, s.Hardware)
	w.text(optOS, s.OS)
	w.text(optUserAppl, s.Application)
	w.list(s.Options, customWidth)
	w.endOptions()
	w.done(start)
}

// describeUpTo makes sure that the section describes interface n.
func (w *Writer) describeUpTo(n uint32) error {
	if int64(n) >= int64(len(w.ng.ifaces)) && w.opts.Interfaces != nil {
		w.ng.ifaces = append(w.ng.ifaces, w.opts.Interfaces()[len(w.ng.ifaces):]...)
	}
	if int64(n) >= int64(len(w.ng.ifaces)) {
		return fmt.Errorf("pcapio: packet %d is from interface %d, of %d", w.packets+1, n, len(w.ng.ifaces))
	}
	for ; w.ng.opened <= int(n); w.ng.opened++ {
		w.interfaceBlock(&w.ng.ifaces[w.ng.opened])
	}
	return nil
}

func (w *Writer) interfaceBlock(i *packet.Interface) {
	start := w.block(blockInterface)
	w.u16(uint16(i.LinkType))
	w.u16(0)
	w.u32(i.SnapLen)
	w.text(optIfName, i.Name)
	w.text(optIfDescription, i.Description)
	for _, a := range i.Addrs {
		if a.Addr().Is4() {
			ip := a.Addr().As4()
			v := binary.BigEndian.AppendUint32(ip[:], ^uint32(0)<<(32-max(a.Bits(), 0)))
			w.opt(optIfIPv4, v, 0)
		} else if a.Addr().Is6() {
			ip := a.Addr().As16()
			w.opt(optIfIPv6, append(ip[:], byte(max(a.Bits(), 0))), 0)
		}
	}
	if i.Nano {
		w.opt(optIfTsResol, []byte{9}, 0) // 6 need not be said
	}
	if i.Filter != "" {
		w.opt(optIfFilter, append([]byte{0}, i.Filter...), 0)
	}
	w.text(optIfOS, i.OS)
	w.list(i.Options, interfaceOptionWidth)
	w.endOptions()
	w.done(start)
}

// stamp is a time in an interface's unit, as a pcapng file wants it. Times
// before 1970 become 1970.
func stamp(t packet.Time, nano bool) uint64 {
	if t.Sec < 0 {
		return 0
	}
	if nano {
		return uint64(t.Sec)*1e9 + uint64(t.Nanos())
	}
	return uint64(t.Sec)*1e6 + uint64(t.Micros())
}

func (w *Writer) pcapngPacket(p *packet.Packet) error {
	if err := w.before(p); err != nil {
		return err
	}
	if int64(w.ng.opened) <= int64(p.Interface) {
		if err := w.grow(func() error { return w.describeUpTo(p.Interface) }); err != nil {
			return err
		}
	}
	i := &w.ng.ifaces[p.Interface]
	if p.LinkType != i.LinkType {
		return fmt.Errorf("%w: packet %d is %s, its interface %s", ErrLinkType, w.packets+1, p.LinkType, i.LinkType)
	}
	n := len(p.Data)
	if len(w.buf)+blockHeaderLen+enhancedLen+n+64 > cap(w.buf) {
		if err := w.write(); err != nil {
			return err
		}
	}
	start := len(w.buf)
	ts := stamp(p.Time, i.Nano)
	var h [blockHeaderLen + enhancedLen]byte
	binary.LittleEndian.PutUint32(h[0:], blockEnhanced)
	binary.LittleEndian.PutUint32(h[8:], p.Interface)
	binary.LittleEndian.PutUint32(h[12:], uint32(ts>>32))
	binary.LittleEndian.PutUint32(h[16:], uint32(ts))
	binary.LittleEndian.PutUint32(h[20:], uint32(n))
	binary.LittleEndian.PutUint32(h[24:], p.WireLen)
	if w.ng.order == binary.BigEndian {
		for i := 0; i < len(h); i += 4 {
			reverse(h[i : i+4])
		}
	}
	w.buf = append(append(w.buf, h[:]...), p.Data...)
	var zero [3]byte
	w.buf = append(w.buf, zero[:pad4(n)]...)
	w.packetOptions(p)
	w.done(start)
	w.packets++
	return w.full(start)
}

// packetOptions appends what is known of a packet beyond its bytes.
func (w *Writer) packetOptions(p *packet.Packet) {
	start := len(w.buf)
	var flags uint32
	switch p.Direction {
	case packet.In:
		flags = flagInbound
	case packet.Out:
		flags = flagOutbound
	}
	if p.Flags&packet.ChecksumPending != 0 {
		flags |= flagChecksumPending
	}
	if e := p.Extra; e != nil {
		for _, c := range e.Comments {
			w.text(OptComment, c)
		}
		for o := (options{b: e.Options, order: binary.LittleEndian}); o.next(); {
			if o.code == optPacketFlags && len(o.value) == 4 {
				flags |= binary.LittleEndian.Uint32(o.value) &^ (flagDirection | flagChecksumPending)
				w.flags(flags)
				flags = 0
				continue
			}
			w.opt(o.code, o.value, packetOptionWidth(o.code))
		}
	}
	if flags != 0 {
		w.flags(flags)
	}
	if len(w.buf) > start {
		w.endOptions()
	}
}

func (w *Writer) flags(f uint32) {
	w.u16(optPacketFlags)
	w.u16(4)
	w.u32(f)
}

// grow runs f, which appends to the buffer, and counts what it appended.
func (w *Writer) grow(f func() error) error {
	start := len(w.buf)
	if err := f(); err != nil {
		w.buf = w.buf[:start]
		return err
	}
	return w.full(start)
}

// before writes the blocks that stood before the packet.
func (w *Writer) before(p *packet.Packet) error {
	if p.Extra == nil {
		return nil
	}
	return w.WriteBlocks(p.Extra.Before)
}

// WriteBlocks writes whole blocks as Extra.Before and Reader.Trailer hold
// them. Pcap files have no place for them: there it does nothing. A block in
// the other byte order begins a new section, as only its author could turn it
// round.
func (w *Writer) WriteBlocks(blocks [][]byte) error {
	if w.err != nil {
		return w.err
	}
	if w.opts.Format != Pcapng {
		return nil
	}
	for _, b := range blocks {
		if err := w.grow(func() error { return w.foreignBlock(b) }); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) foreignBlock(b []byte) error {
	if len(b) < minBlockLen || len(b)&3 != 0 {
		return fmt.Errorf("pcapio: a block of %d bytes", len(b))
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if int64(order.Uint32(b[4:])) != int64(len(b)) {
		order = binary.BigEndian
		if int64(order.Uint32(b[4:])) != int64(len(b)) {
			return fmt.Errorf("pcapio: a block of %d bytes that claims another length", len(b))
		}
	}
	if order != w.ng.order {
		w.sectionBlock(order)
	}
	if order.Uint32(b) == blockStatistics && len(b) >= minBlockLen+statisticsLen {
		if w.describeUpTo(order.Uint32(b[blockHeaderLen:])) != nil {
			return nil // about an interface that nobody knows
		}
	}
	w.buf = append(w.buf, b...)
	return nil
}

// WriteStatistics writes an interface statistics block; in a pcap file it does
// nothing.
func (w *Writer) WriteStatistics(s *Statistics) error {
	if w.err != nil {
		return w.err
	}
	if w.opts.Format != Pcapng {
		return nil
	}
	return w.grow(func() error {
		if err := w.describeUpTo(s.Interface); err != nil {
			return err
		}
		nano := w.ng.ifaces[s.Interface].Nano
		start := w.block(blockStatistics)
		w.u32(s.Interface)
		ts := stamp(s.Time, nano)
		w.u32(uint32(ts >> 32))
		w.u32(uint32(ts))
		for _, c := range s.Comments {
			w.text(OptComment, c)
		}
		w.timeOption(optIsbStart, s.Start, nano)
		w.timeOption(optIsbEnd, s.End, nano)
		w.counter(optIsbReceived, s.Received)
		w.counter(optIsbDropped, s.Dropped)
		w.counter(optIsbAccepted, s.Accepted)
		w.counter(optIsbOSDropped, s.OSDropped)
		w.counter(optIsbDelivered, s.Delivered)
		w.endOptions()
		w.done(start)
		return nil
	})
}

func (w *Writer) timeOption(code uint16, t packet.Time, nano bool) {
	if t == (packet.Time{}) {
		return
	}
	ts := stamp(t, nano)
	w.u16(code)
	w.u16(8)
	w.u32(uint32(ts >> 32))
	w.u32(uint32(ts))
}

func (w *Writer) counter(code uint16, n uint64) {
	if n == NotCounted {
		return
	}
	w.u16(code)
	w.u16(8)
	w.buf = append(w.buf, make([]byte, 8)...)
	w.ng.order.PutUint64(w.buf[len(w.buf)-8:], n)
}

// AddName remembers a name that the packets told for an address. Close writes
// them all in a name resolution block. In a pcap file it does nothing.
func (w *Writer) AddName(addr netip.Addr, name string) {
	if w.opts.Format != Pcapng || name == "" || !addr.IsValid() || w.ng.named >= maxNames {
		return
	}
	addr = addr.Unmap().WithZone("")
	if old := w.ng.names[addr]; len(old) >= maxNamesOfOne || slices.Contains(old, name) {
		return
	}
	if w.ng.names == nil {
		w.ng.names = make(map[netip.Addr][]string)
	}
	w.ng.names[addr] = append(w.ng.names[addr], name)
	w.ng.named++
}

// Records of a name resolution block.
const (
	nameEnd  = 0
	nameIPv4 = 1 // 4 bytes and names that end with a zero byte
	nameIPv6 = 2 // 16 bytes and names

	maxNamesBlock = 1 << 20 // bytes; many names make several blocks
)

// namesBlock writes the names, in the order of their addresses.
func (w *Writer) namesBlock() {
	addrs := make([]netip.Addr, 0, len(w.ng.names))
	for a := range w.ng.names {
		addrs = append(addrs, a)
	}
	slices.SortFunc(addrs, netip.Addr.Compare)
	before := len(w.buf)
	start := -1
	for _, a := range addrs {
		if start < 0 {
			start = w.block(blockNames)
		}
		v := a.AsSlice()
		for _, name := range w.ng.names[a] {
			v = append(append(v, name...), 0)
		}
		kind := uint16(nameIPv6)
		if a.Is4() {
			kind = nameIPv4
		}
		if len(v) < 1<<16 {
			w.opt(kind, v, 0) // a record has the form of an option
		}
		if len(w.buf)-start > maxNamesBlock {
			w.u32(nameEnd)
			w.done(start)
			start = -1
		}
	}
	if start >= 0 {
		w.u32(nameEnd)
		w.done(start)
	}
	w.size += int64(len(w.buf) - before)
	w.ng.names, w.ng.named = nil, 0
}
