package jsonview

import "wiredump/dissect"

// ipv4 shows an IPv4 packet (RFC 791).
func (e *encoder) ipv4(b []byte, length int) {
	var h dissect.IPv4
	h.Decode(b)
	e.begin(dissect.ProtoIPv4)
	e.header(h.Captured+len(h.Options), max(h.HeaderLen, dissect.IPv4Len))
	e.numTo(1, "version", uint64(h.Version))
	e.numTo(1, "header_length", uint64(h.HeaderLen))
	e.trafficClass(2, h.TOS)
	e.numTo(4, "length", uint64(h.TotalLen))
	e.numTo(6, "id", uint64(h.ID))
	if e.captured >= 8 {
		e.words("flags", uint32(h.Flags), ipv4Flags)
		e.num("offset", uint64(h.FragOffset))
	}
	e.numTo(9, "ttl", uint64(h.TTL))
	e.numTo(10, "protocol", uint64(h.Protocol))
	if e.captured >= 12 {
		// Not pending, whatever is pending of what it carries.
		e.num("checksum", uint64(h.Checksum))
		e.verify(h.Checksum, 0, b, h.HeaderLen)
	}
	e.ip4To(16, "src", h.Src)
	e.ip4To(20, "dst", h.Dst)
	if len(h.Options) > 0 {
		e.array("options")
		o := dissect.IPv4Options(h.Options)
		for {
			opt, rest, ok := o.Next()
			if !ok {
				break
			}
			e.ipOption(opt)
			o = rest
		}
		e.endArray()
		e.unused("options_padding", o)
	}
	end := h.TotalLen
	if end == 0 {
		end = length
	}
	ok := h.Captured == dissect.IPv4Len && h.Version == 4 && h.HeaderLen >= dissect.IPv4Len && end >= h.HeaderLen && len(b) >= h.HeaderLen
	if ok && len(b) > end {
		e.hex("padding", b[end:])
	}
	e.endObject()
	if !ok {
		// It does not make sense: what is behind it may be anything.
		e.payload(after(b, dissect.IPv4Len), length-dissect.IPv4Len)
		return
	}
	outer := e.ip
	e.ip = ipContext{addrLen: 4, fragment: h.FragOffset > 0 || h.Flags&dissect.IPv4MoreFragments != 0}
	copy(e.ip.src[:], h.Src[:])
	copy(e.ip.dst[:], h.Dst[:])
	if h.FragOffset > 0 {
		// A later fragment does not begin with a header.
		e.payload(h.Payload, end-h.HeaderLen)
	} else {
		e.layer(dissect.ForIPProtocol(h.Protocol), h.Payload, end-h.HeaderLen)
	}
	e.ip = outer
}

var ipv4Flags = []string{"mf", "df", "reserved"}

// trafficClass adds the byte that RFC 2474 and RFC 3168 divide.
func (e *encoder) trafficClass(end int, v uint8) {
	e.numTo(end, "dscp", uint64(v>>2))
	e.numTo(end, "ecn", uint64(v&3))
}

func (e *encoder) ipOption(opt dissect.IPOption) {
	e.item()
	e.num("type", uint64(opt.Type))
	e.num("length", uint64(opt.Len))
	if opt.Bad {
		e.bool("bad", true)
	}
	if len(opt.Data) > 0 {
		e.hex("data", opt.Data)
	}
	e.endObject()
}

// ipv6 shows an IPv6 packet with its extension headers (RFC 8200).
func (e *encoder) ipv6(b []byte, length int) {
	var h dissect.IPv6
	h.Decode(b)
	e.begin(dissect.ProtoIPv6)
	e.header(h.Captured, dissect.IPv6Len)
	if e.captured >= 4 {
		e.num("version", uint64(h.Version))
		e.trafficClass(4, h.Class)
		e.num("flow_label", uint64(h.FlowLabel))
	}
	e.numTo(6, "payload_length", uint64(h.PayloadLen))
	e.numTo(7, "next_header", uint64(h.NextHeader))
	e.numTo(8, "hop_limit", uint64(h.HopLimit))
	e.ip6To(24, "src", h.Src)
	e.ip6To(40, "dst", h.Dst)
	if h.Captured < dissect.IPv6Len || h.Version != 6 {
		e.endObject()
		e.payload(after(b, dissect.IPv6Len), length-dissect.IPv6Len)
		return
	}
	size := h.PayloadLen
	if size == 0 {
		size = max(length-dissect.IPv6Len, 0) // a jumbogram, or nothing
	}
	outer := e.ip
	e.ip = ipContext{src: h.Src, dst: h.Dst, addrLen: 16}
	if final := dissect.FinalDestination(h.NextHeader, h.Payload); final != nil {
		copy(e.ip.dst[:], final)
	}
	next, body, bodyLen := e.extensions(h.NextHeader, h.Payload, size)
	if end := dissect.IPv6Len + size; len(b) > end {
		e.hex("padding", b[end:])
	}
	e.endObject()
	e.layer(next, body, bodyLen)
	e.ip = outer
}

// extensions shows the extension headers of an IPv6 packet, and returns what
// follows them.
func (e *encoder) extensions(n uint8, b []byte, length int) (dissect.Protocol, []byte, int) {
	open := false
	next := dissect.NoProtocol
loop:
	for range dissect.MaxNesting {
		var size int
		switch next = dissect.ForIPProtocol(n); next {
		case dissect.ProtoHopByHop, dissect.ProtoRouting, dissect.ProtoDestination, dissect.ProtoMobility:
			if len(b) < 2 {
				size = dissect.IPv6ExtLen
			} else {
				size = (int(b[1]) + 1) * 8
			}
		case dissect.ProtoFragment:
			size = dissect.IPv6ExtLen
		case dissect.ProtoAH:
			if len(b) < 2 {
				size = dissect.IPv6ExtLen
			} else {
				size = (int(b[1]) + 2) * 4
			}
		default:
			break loop
		}
		if !open {
			e.array("extensions")
			open = true
		}
		e.extension(next, limit(b, size), size)
		length -= size
		if len(b) < size {
			next, b = dissect.NoProtocol, nil
			break
		}
		if next == dissect.ProtoFragment {
			var f dissect.FragmentHeader
			f.Decode(b)
			e.ip.fragment = f.Offset > 0 || f.More
			if f.Offset > 0 {
				next, b = dissect.NoProtocol, b[size:]
				break
			}
		}
		n, b = b[0], b[size:]
		next = dissect.NoProtocol
	}
	if open {
		e.endArray()
	}
	return next, b, length
}

// extension shows one extension header, b, which claims to be size bytes long.
func (e *encoder) extension(proto dissect.Protocol, b []byte, size int) {
	e.enter(proto)
	e.item()
	e.word("type", proto.String())
	e.header(len(b), size)
	if len(b) > 0 {
		e.num("next_header", uint64(b[0]))
	}
	e.numTo(2, "length", uint64(size))
	switch proto {
	case dissect.ProtoHopByHop, dissect.ProtoDestination:
		if len(b) < 2 {
			break
		}
		e.array("options")
		for o := dissect.IPv6Options(b[2:]); ; {
			opt, rest, ok := o.Next()
			if !ok {
				break
			}
			e.ipOption(opt)
			o = rest
		}
		e.endArray()
	case dissect.ProtoRouting:
		var h dissect.RoutingHeader
		h.Decode(b)
		e.numTo(3, "routing_type", uint64(h.Type))
		e.numTo(4, "segments_left", uint64(h.SegmentsLeft))
		if h.Type != dissect.RoutingSource && h.Type != dissect.RoutingMobile && h.Type != dissect.RoutingSegment {
			e.hex("data", after(b, 4))
			break
		}
		e.numTo(8, "data", uint64(h.Data))
		n := h.Len / 2
		if h.Type == dissect.RoutingSegment && len(b) > 4 {
			n = min(n, int(b[4])+1) // TLVs follow the segments
		}
		e.array("addresses")
		a := h.Addrs
		for ; n > 0 && len(a) >= 16; n-- {
			e.ip6Item([16]byte(a))
			a = a[16:]
		}
		e.endArray()
		if len(a) > 0 {
			e.hex("rest", a)
		}
	case dissect.ProtoFragment:
		var f dissect.FragmentHeader
		f.Decode(b)
		if f.Captured >= 4 {
			e.num("offset", uint64(f.Offset))
			e.bool("more", f.More)
		}
		e.numTo(8, "id", uint64(f.ID))
		if f.Captured >= 4 {
			var unused [3]byte
			unused[0], unused[2] = b[1], b[3]&6
			e.unused("reserved", unused[:])
		}
	case dissect.ProtoAH:
		var h dissect.AH
		h.Decode(b)
		e.ahBody(&h, b)
	case dissect.ProtoMobility:
		e.mobility(b)
	default:
		e.hex("data", after(b, 2))
	}
	e.endObject()
}

// pseudoSum returns the running sum of the pseudo-header over a transport
// header and its data, length bytes together.
func (e *encoder) pseudoSum(proto uint8, length int) uint64 {
	return dissect.PseudoSum(e.ip.src[:e.ip.addrLen], e.ip.dst[:e.ip.addrLen], proto, length)
}
