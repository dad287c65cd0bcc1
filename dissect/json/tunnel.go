package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// gre shows a generic routing encapsulation (RFC 2784, RFC 2890; version 1: RFC
// 2637), and what is in it.
func (e *encoder) gre(b []byte, length int) {
	var h dissect.GRE
	h.Decode(b)
	e.begin(dissect.ProtoGRE)
	e.header(h.Captured, dissect.GRELen)
	if e.captured >= 2 {
		e.words("flags", uint32(h.Flags), greFlags)
		e.num("recursion", uint64(h.Flags&dissect.GRERecursion>>8))
		e.num("version", uint64(h.Version))
	}
	e.numTo(4, "protocol", uint64(h.Protocol))
	f := fields{e: e, b: after(b, dissect.GRELen)}
	switch {
	case h.Captured < dissect.GRELen:
		f.short = true
	case h.Version == 0:
		if h.Flags&(dissect.GREChecksum|dissect.GRERouting) != 0 {
			if c := f.take(4); c != nil {
				e.num("checksum", uint64(binary.BigEndian.Uint16(c)))
				if h.Flags&dissect.GREChecksum != 0 {
					e.verify(binary.BigEndian.Uint16(c), 0, b, length)
				}
				e.num("offset", uint64(binary.BigEndian.Uint16(c[2:])))
			}
		}
		if h.Flags&dissect.GREKey != 0 {
			f.num("key", 4)
		}
		if h.Flags&dissect.GRESequence != 0 {
			f.num("seq", 4)
		}
		if h.Flags&dissect.GRERouting != 0 {
			e.greRoutes(&f)
		}
	case h.Version == 1:
		if h.Flags&dissect.GREKey != 0 {
			f.num("payload_length", 2)
			f.num("call_id", 2)
		}
		if h.Flags&dissect.GRESequence != 0 {
			f.num("seq", 4)
		}
		if h.Flags&dissect.GREAck != 0 {
			f.num("ack", 4)
		}
	}
	if f.short {
		if h.Captured == dissect.GRELen {
			f.rest("rest")
		}
		e.endObject()
		return
	}
	e.endObject()
	e.tunneled(h.Protocol, f.b, length-(len(b)-len(f.b)), h.Version <= 1)
}

// greRoutes shows the source route of RFC 1701.
func (e *encoder) greRoutes(f *fields) {
	e.array("routes")
	for len(f.b) >= 4 && !f.short {
		family, size := binary.BigEndian.Uint16(f.b), int(f.b[3])
		e.item()
		r := fields{e: e, b: limit(f.b, 4+size), short: false}
		r.num("family", 2)
		r.num("offset", 1)
		r.num("length", 1)
		r.hex("data", min(size, len(r.b)))
		e.endObject()
		if f.take(4+size) == nil || family == 0 {
			break
		}
	}
	e.endArray()
}

var greFlags = []string{
	7: "ack", 11: "strict", 12: "sequence", 13: "key", 14: "routing", 15: "checksum",
}

// tunneled shows what the Ethertype in a tunnel's header announces; known is
// whether the header was of a version that is known.
func (e *encoder) tunneled(t uint16, b []byte, length int, known bool) {
	switch {
	case !known:
		e.payload(b, length)
	case t == dissect.EtherTypeTransparent:
		e.layer(dissect.ProtoEthernet, b, length)
	default:
		e.etherType(t, b, length)
	}
}

// vxlan shows VXLAN, its Generic Protocol Extension and OTV, and what is in
// them.
func (e *encoder) vxlan(proto dissect.Protocol, b []byte, length int) {
	var h dissect.VXLAN
	h.Decode(b)
	e.begin(proto)
	e.header(h.Captured, dissect.VXLANLen)
	if e.captured >= 1 {
		e.words("flags", uint32(h.Flags), vxlanFlags)
	}
	next := dissect.ProtoEthernet
	f := fields{e: e, b: after(b, 1)}
	switch proto {
	case dissect.ProtoVXLANGPE:
		next = dissect.NoProtocol
		f.reserved(2)
		switch f.named("next_protocol", 1, vxlanNext) {
		case 1:
			next = dissect.ProtoIPv4
		case 2:
			next = dissect.ProtoIPv6
		case 3:
			next = dissect.ProtoEthernet
		}
		f.num("vni", 3)
	case dissect.ProtoOTV:
		f.num("overlay", 3)
		f.num("instance", 3)
	default:
		f.reserved(3)
		f.num("vni", 3)
	}
	if c := f.take(1); c != nil && c[0] != 0 {
		e.hex("reserved_end", c)
	}
	e.endObject()
	if h.Captured == dissect.VXLANLen {
		e.layer(next, h.Payload, length-dissect.VXLANLen)
	}
}

var (
	vxlanFlags = []string{"oam", "broadcast", "next-protocol", "instance", "r4", "r5", "r6", "group"}
	vxlanNext  = []word{{1, "ip"}, {2, "ip6"}, {3, "ethernet"}, {4, "nsh"}, {5, "mpls"}}
)

// geneve shows a Geneve message (RFC 8926), and what is in it.
func (e *encoder) geneve(b []byte, length int) {
	var h dissect.Geneve
	h.Decode(b)
	e.begin(dissect.ProtoGeneve)
	size := dissect.GeneveLen + h.OptionsLen
	e.header(min(h.Captured+len(h.Options), len(b)), size)
	e.numTo(1, "version", uint64(h.Version))
	e.numTo(1, "options_length", uint64(h.OptionsLen))
	if e.captured >= 2 {
		e.words("flags", uint32(h.Flags), geneveFlags)
	}
	e.numTo(4, "protocol", uint64(h.Type))
	e.numTo(7, "vni", uint64(h.VNI))
	if h.Captured == dissect.GeneveLen {
		if h.Reserved != 0 {
			e.num("reserved", uint64(h.Reserved))
		}
		e.array("options")
		o := h.Options
		for {
			opt, rest, ok := o.Next()
			if !ok {
				break
			}
			e.item()
			e.num("class", uint64(opt.Class))
			e.num("type", uint64(opt.Type))
			e.bool("critical", opt.Type&dissect.GeneveOptionCritical != 0)
			e.num("length", uint64(opt.Len))
			if o[3]&0xe0 != 0 {
				e.num("flags", uint64(o[3]>>5))
			}
			if 4+len(opt.Data) < opt.Len {
				e.bool("bad", true)
			}
			e.hex("data", opt.Data)
			e.endObject()
			o = rest
		}
		e.endArray()
	}
	e.endObject()
	if len(b) >= size {
		e.tunneled(h.Type, h.Payload, length-size, h.Version == 0)
	}
}

var geneveFlags = []string{"r0", "r1", "r2", "r3", "r4", "r5", "critical", "oam"}

// mpls shows a stack of labels (RFC 3032), as an array, and what is behind it:
// as labels do not tell, its first byte is asked.
func (e *encoder) mpls(b []byte, length int) {
	e.open(dissect.ProtoMPLS)
	e.array(dissect.ProtoMPLS.String())
	var h dissect.MPLS
	for ok := true; ok; {
		h.Decode(b)
		e.item()
		e.header(h.Captured, dissect.MPLSLen)
		if h.Captured == dissect.MPLSLen {
			e.label(h.Label, h.Class, h.Bottom, h.TTL)
		}
		e.endObject()
		b, length = after(b, dissect.MPLSLen), length-dissect.MPLSLen
		ok = !h.Bottom && h.Captured == dissect.MPLSLen
	}
	e.endArray()
	if h.Captured < dissect.MPLSLen {
		return
	}
	next := dissect.NoProtocol
	if len(b) > 0 {
		switch {
		case h.Label == dissect.MPLSIPv6Null || b[0]>>4 == 6 && h.Label > dissect.MPLSImplicitNull:
			next = dissect.ProtoIPv6
		case h.Label <= dissect.MPLSImplicitNull || b[0]>>4 == 4:
			next = dissect.ProtoIPv4
		}
	}
	e.layer(next, b, length)
}

// label adds the fields of a label.
func (e *encoder) label(label uint32, class uint8, bottom bool, ttl uint8) {
	e.num("label", uint64(label))
	e.num("class", uint64(class))
	e.bool("bottom", bottom)
	e.num("ttl", uint64(ttl))
}
