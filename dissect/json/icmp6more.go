package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// nodeInfo shows a question about a node, or the answer (RFC 4620 section 4),
// and returns what is behind its header.
func (e *encoder) nodeInfo(h *dissect.ICMP) []byte {
	e.namedTo(6, "query_type", uint32(h.ID()), nodeInfoTypes)
	e.numTo(8, "flags", uint64(h.Seq()))
	f := fields{e: e, b: h.Payload}
	if len(f.b) >= 8 {
		f.hex("nonce", 8)
	}
	if f.short || len(f.b) == len(h.Payload) {
		return f.b
	}
	// The subject of a question, by its code.
	if h.Type == dissect.ICMPv6NodeInfoQuery {
		switch {
		case h.Code == 0 && len(f.b) == 16:
			f.ip6("subject")
		case h.Code == 2 && len(f.b) == 4:
			f.ip4("subject")
		}
	}
	if len(f.b) > 0 {
		e.hex("data", f.b)
	}
	return nil
}

var nodeInfoTypes = []word{{0, "noop"}, {1, "supported-types"}, {2, "node-name"}, {3, "node-addresses"}, {4, "ipv4-addresses"}}

// rpl shows a message of the routing protocol for low-power networks (RFC 6550
// section 6); what is secured is data.
func (e *encoder) rpl(h *dissect.ICMP, b []byte) []byte {
	f := fields{e: e, b: after(b, dissect.ICMPLen)}
	for i := range rplCodes {
		if rplCodes[i].v == uint32(h.Code) && len(b) >= 2 {
			e.word("code_name", rplCodes[i].name)
		}
	}
	switch h.Code {
	case 0:
		f.reserved(2)
	case 1:
		f.num("instance", 1)
		f.num("version", 1)
		f.num("rank", 2)
		if m := f.take(1); m != nil {
			e.bool("grounded", m[0]&0x80 != 0)
			if m[0]&0x40 != 0 {
				e.bool("reserved_bit", true)
			}
			e.named("mode", uint32(m[0]>>3&7), rplModes)
			e.num("preference", uint64(m[0]&7))
		}
		f.num("dtsn", 1)
		f.num("flags", 1)
		f.reserved(1)
		f.ip6("dodag")
	case 2:
		f.num("instance", 1)
		flags := f.num("flags", 1)
		f.reserved(1)
		f.num("seq", 1)
		if flags&0x40 != 0 {
			f.ip6("dodag")
		}
	case 3:
		f.num("instance", 1)
		flags := f.num("flags", 1)
		f.num("seq", 1)
		f.num("status", 1)
		if flags&0x80 != 0 {
			f.ip6("dodag")
		}
	default:
		f.rest("data")
		return nil
	}
	if f.short {
		if len(b) >= dissect.ICMPLongLen { // else the header has told
			e.bool("truncated", true)
		}
		e.unused("rest", f.b)
		return nil
	}
	e.array("options")
	for len(f.b) > 0 {
		e.item()
		t := f.named("type", 1, rplOptions)
		if t != 0 {
			n := int(f.num("length", 1))
			if f.short || len(f.b) < n {
				e.bool("bad", true)
				n = len(f.b)
			}
			if n > 0 {
				f.hex("data", n)
			}
		}
		e.endObject()
		if f.short {
			break
		}
	}
	e.endArray()
	return nil
}

var (
	rplCodes = []word{
		{0, "dodag-information-solicitation"}, {1, "dodag-information-object"}, {2, "destination-advertisement"}, {3, "destination-advertisement-ack"},
	}
	rplModes   = []word{{0, "no-downward-routes"}, {1, "non-storing"}, {2, "storing"}, {3, "storing-multicast"}}
	rplOptions = []word{
		{0, "pad1"}, {1, "padn"}, {2, "dag-metric"}, {3, "route-information"}, {4, "dodag-configuration"}, {5, "target"},
		{6, "transit-information"}, {7, "solicited-information"}, {8, "prefix-information"}, {9, "target-descriptor"},
	}
)

// homeAgents shows the addresses in a reply of home agent discovery (RFC 6275
// section 6.6).
func (e *encoder) homeAgents(h *dissect.ICMP) []byte {
	e.numTo(6, "id", uint64(h.ID()))
	if h.Seq() != 0 {
		e.numTo(8, "flags", uint64(h.Seq()))
	}
	b := h.Payload
	e.array("addresses")
	for ; len(b) >= 16; b = b[16:] {
		e.ip6Item([16]byte(b))
	}
	e.endArray()
	return b
}

// renumbering shows the header of a router renumbering message (RFC 2894
// section 3.1), and returns what is behind it.
func (e *encoder) renumbering(h *dissect.ICMP) []byte {
	e.numTo(8, "seq", uint64(binary.BigEndian.Uint32(h.Rest[:])))
	f := fields{e: e, b: h.Payload}
	if len(f.b) < 8 {
		return f.b
	}
	f.num("segment", 1)
	f.num("flags", 1)
	f.num("max_delay", 2)
	f.reserved(4)
	if len(f.b) > 0 {
		e.hex("data", f.b)
	}
	return nil
}
