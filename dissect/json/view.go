package jsonview

import (
	"wiredump/capture/packet"
	"wiredump/dissect"
)

// Schema is the version of the field names. It changes when a field is renamed,
// removed, or changes its meaning; not when one is added.
const Schema = 1

// Options are what the flags choose. The zero value is the default.
type Options struct {
	NoChecksums bool // do not verify checksums
	// Interfaces returns the interfaces of the packets' source, which
	// packet.Packet.Interface counts; may be nil. It is called while a packet is
	// encoded.
	Interfaces func() []packet.Interface
	// InterfaceName finds the name that an interface index of a cooked header
	// has on this machine; may be nil.
	InterfaceName func(index uint32) string
}

// A View shows packets. It is not safe for concurrent use.
type View struct {
	opt Options
	e   encoder
}

// New returns a View with the given options.
func New(o Options) *View {
	v := &View{opt: o}
	v.e.opt = &v.opt
	return v
}

// Append appends the line of a packet, with its newline, to dst.
func (v *View) Append(dst []byte, pkt *packet.Packet) []byte {
	e := &v.e
	e.count++
	e.reset(dst, pkt)
	e.envelope()
	if len(pkt.Data) > 0 {
		e.layer(dissect.ForLinkType(pkt.LinkType), pkt.Data, int(pkt.WireLen))
	}
	e.closeInner(0)
	e.layers()
	e.out = append(e.out, '}', '\n')
	return e.out
}

// Skip counts a packet that is not shown.
func (v *View) Skip() { v.e.count++ }

// An encoder holds what is known of the packet at hand.
type encoder struct {
	writer
	opt   *Options
	pkt   *packet.Packet
	count uint64 // packets so far

	depth int                       // headers entered
	inner int                       // "inner" objects that are open
	seen  protocols                 // those in the object that is being filled
	path  [maxPath]dissect.Protocol // layers, outermost first
	paths int                       // valid entries of path
	quote int                       // quoted packets around

	captured int // bytes of the header at hand that were captured; see writer.to
	ip       ipContext
}

// protocols is a set of them.
type protocols [4]uint64

func (s *protocols) has(p dissect.Protocol) bool { return s[p/64]&(1<<(p%64)) != 0 }
func (s *protocols) add(p dissect.Protocol)      { s[p/64] |= 1 << (p % 64) }

// maxPath is how many layers are listed by name.
const maxPath = dissect.MaxNesting

// An ipContext is what an IP header tells of what it carries.
type ipContext struct {
	src, dst [16]byte // dst: where source routing leads in the end
	addrLen  int      // bytes of an address: 4, 16, or 0 outside of IP
	fragment bool     // what follows is part of a datagram
}

func (e *encoder) reset(dst []byte, pkt *packet.Packet) {
	*e = encoder{writer: writer{out: dst}, opt: e.opt, pkt: pkt, count: e.count}
}

// envelope begins the line: what is known of the packet beside its bytes.
func (e *encoder) envelope() {
	pkt := e.pkt
	e.out = append(e.out, '{')
	e.num("schema", Schema)
	e.num("number", e.count)
	e.time(pkt.Time)
	e.num("interface_id", uint64(pkt.Interface))
	if e.opt.Interfaces != nil {
		if all := e.opt.Interfaces(); int(pkt.Interface) < len(all) {
			i := &all[pkt.Interface]
			if i.Name != "" {
				e.text("interface", i.Name)
			}
			if i.NetNS != "" {
				e.text("netns", i.NetNS)
			}
		}
	}
	switch pkt.Direction {
	case packet.In:
		e.word("direction", "in")
	case packet.Out:
		e.word("direction", "out")
	}
	e.linkType(pkt.LinkType)
	e.num("length", uint64(pkt.WireLen))
	e.num("captured", uint64(len(pkt.Data)))
	if uint64(len(pkt.Data)) < uint64(pkt.WireLen) {
		e.bool("truncated", true)
	}
	if pkt.Extra != nil && len(pkt.Extra.Comments) > 0 {
		e.array("comments")
		for _, c := range pkt.Extra.Comments {
			e.textItem(c)
		}
		e.endArray()
	}
}

// linkType adds the name of a link type, or its number where it has none.
func (e *encoder) linkType(t packet.LinkType) {
	e.num("link_type", uint64(t))
	if t.Description() != "" {
		e.word("link_type_name", t.String())
	}
}

// begin opens the object of a layer.
func (e *encoder) begin(proto dissect.Protocol) {
	e.open(proto)
	e.object(proto.String())
}

// open makes room for a layer, and notes it.
func (e *encoder) open(proto dissect.Protocol) {
	if e.seen.has(proto) {
		e.object("inner")
		e.inner++
		e.seen = protocols{}
	}
	e.enter(proto)
}

// enter notes a layer that has no object of its own.
func (e *encoder) enter(proto dissect.Protocol) {
	e.seen.add(proto)
	if e.quote == 0 && e.paths < maxPath {
		e.path[e.paths] = proto
		e.paths++
	}
}

// header says how many bytes of the header at hand were captured, of how many.
func (e *encoder) header(captured, whole int) {
	e.captured = captured
	if captured < whole {
		e.bool("truncated", true)
	}
}

// closeInner closes "inner" objects until there are n.
func (e *encoder) closeInner(n int) {
	for ; e.inner > n; e.inner-- {
		e.endObject()
	}
}

// quoted adds an object with the layers of a packet that another one quotes.
func (e *encoder) quoted(proto dissect.Protocol, b []byte, length int) {
	seen, inner, captured, ip := e.seen, e.inner, e.captured, e.ip
	e.seen = protocols{}
	e.quote++
	e.object("quoted")
	e.layer(proto, b, length)
	e.closeInner(inner)
	e.endObject()
	e.quote--
	e.seen, e.captured, e.ip = seen, captured, ip
}

// layers lists the names of the layers, outermost first.
func (e *encoder) layers() {
	e.array("layers")
	for _, p := range e.path[:e.paths] {
		e.wordItem(p.String())
	}
	e.endArray()
}

// payload adds what nothing here decodes: how long it claims to be, and the
// bytes of it that were captured.
func (e *encoder) payload(b []byte, length int) {
	if length <= 0 && len(b) == 0 {
		return
	}
	e.object("payload")
	e.num("length", uint64(max(length, 0)))
	if len(b) < length {
		e.bool("truncated", true)
	}
	e.hex("data", b)
	e.endObject()
}

// checksum adds a checksum and the verdict on it. b is what it covers, length
// how much that should be, pseudo the sum of what is covered beside.
func (e *encoder) checksum(end int, field uint16, pseudo uint64, b []byte, length int) {
	if e.captured < end {
		return
	}
	e.num("checksum", uint64(field))
	if e.pkt.Flags&packet.ChecksumPending != 0 && e.quote == 0 {
		e.word("checksum_status", "pending")
		return
	}
	e.verify(field, pseudo, b, length)
}

// verify adds the verdict on a checksum.
func (e *encoder) verify(field uint16, pseudo uint64, b []byte, length int) {
	if e.opt.NoChecksums || length > len(b) || length <= 0 {
		e.word("checksum_status", "unverified")
		return
	}
	residue := dissect.Fold(dissect.Sum(pseudo, b[:length]))
	if residue == 0 {
		e.word("checksum_status", "good")
		return
	}
	e.word("checksum_status", "bad")
	e.num("checksum_expected", uint64(dissect.Expected(field, residue)))
}

// limit returns b cut to n bytes, for a message that claims that length.
func limit(b []byte, n int) []byte { return b[:max(min(n, len(b)), 0)] }

// after returns b from n on; empty if b is shorter.
func after(b []byte, n int) []byte { return b[min(max(n, 0), len(b)):] }
