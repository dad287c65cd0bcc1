package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// icmpHeader adds what messages of ICMP and ICMPv6 have in common.
func (e *encoder) icmpHeader(h *dissect.ICMP, names func(uint8) string) {
	e.header(h.Captured, dissect.ICMPLongLen)
	e.numTo(1, "type", uint64(h.Type))
	if e.captured >= 1 {
		if s := names(h.Type); s != "" {
			e.word("name", s)
		}
	}
	e.numTo(2, "code", uint64(h.Code))
}

// icmp shows an ICMP message (RFC 792).
func (e *encoder) icmp(b []byte, length int) {
	var h dissect.ICMP
	h.Decode(b)
	e.begin(dissect.ProtoICMP)
	e.icmpHeader(&h, icmpName)
	if e.ip.fragment {
		e.checksum(4, h.Checksum, 0, nil, length)
	} else {
		e.checksum(4, h.Checksum, 0, b, length)
	}
	rest, quotes := e.icmpBody(&h, b, length)
	switch h.Type {
	case dissect.ICMPRedirect:
	default:
		if quotes {
			// The length of what is quoted, and what this type has not defined.
			e.unused("rest", h.Rest[:])
		}
	}
	if !quotes {
		e.endObject()
		e.payload(rest, length-(len(b)-len(rest)))
		return
	}
	x, has := h.Extensions(length)
	quote, quoteLen := h.Payload, length-dissect.ICMPLongLen
	if has {
		quoteLen = dissect.QuoteLen
		if h.Rest[1] != 0 {
			quoteLen = int(h.Rest[1]) * 4
		}
		quote = limit(quote, quoteLen)
		e.icmpExtensions(x, length-dissect.ICMPLongLen-quoteLen)
	}
	if len(quote) > 0 {
		e.quoted(dissect.ProtoIPv4, quote, quoteLen)
	}
	e.endObject()
}

// icmpBody shows what depends on the type. It returns what was captured behind
// that, or that it is a quoted packet.
func (e *encoder) icmpBody(h *dissect.ICMP, b []byte, length int) (rest []byte, quotes bool) {
	switch h.Type {
	case dissect.ICMPEcho, dissect.ICMPEchoReply, dissect.ICMPInfoRequest, dissect.ICMPInfoReply, dissect.ICMPMaskRequest, dissect.ICMPMaskReply,
		dissect.ICMPTimestamp, dissect.ICMPTimestampReply:
		e.numTo(6, "id", uint64(h.ID()))
		e.numTo(8, "seq", uint64(h.Seq()))
	case dissect.ICMPUnreachable:
		if h.Code == dissect.ICMPNeedFragment {
			e.numTo(8, "mtu", uint64(h.Seq()))
		}
	case dissect.ICMPRedirect:
		e.ip4To(8, "gateway", h.Rest)
	case dissect.ICMPParamProblem:
		e.numTo(5, "pointer", uint64(h.Rest[0]))
	case dissect.ICMPRouterAdvert:
		e.numTo(8, "lifetime", uint64(h.Seq()))
		return e.routers(h, b), false
	case dissect.ICMPExtendedEcho, dissect.ICMPExtendedEchoAck:
		e.numTo(6, "id", uint64(h.ID()))
		e.numTo(7, "seq", uint64(h.Rest[2]))
		e.numTo(8, "extended", uint64(h.Rest[3]))
	default:
		if !h.Quotes() && len(b) >= dissect.ICMPLongLen {
			e.hex("rest", h.Rest[:])
		}
	}
	switch h.Type {
	case dissect.ICMPTimestamp, dissect.ICMPTimestampReply:
		for i, name := range [...]string{"originate", "receive", "transmit"} {
			if len(b) >= 12+i*4 {
				e.num(name, uint64(binary.BigEndian.Uint32(b[8+i*4:])))
			}
		}
		return after(b, 20), false
	case dissect.ICMPMaskRequest, dissect.ICMPMaskReply:
		if len(b) >= 12 {
			e.ip4("mask", [4]byte(b[8:]))
		}
		return after(b, 12), false
	}
	return h.Payload, h.Quotes()
}

// routers shows the list of a router advertisement (RFC 1256).
func (e *encoder) routers(h *dissect.ICMP, b []byte) []byte {
	n, words := int(h.Rest[0]), int(h.Rest[1])
	rest := h.Payload
	e.numTo(5, "router_count", uint64(n))
	e.numTo(6, "router_words", uint64(words))
	if words < 2 || h.Captured < dissect.ICMPLongLen {
		return rest
	}
	e.array("routers")
	for ; n > 0 && len(rest) >= words*4; n-- {
		e.item()
		e.ip4("address", [4]byte(rest))
		e.num("preference", uint64(binary.BigEndian.Uint32(rest[4:])))
		if words > 2 {
			e.hex("data", rest[8:words*4])
		}
		e.endObject()
		rest = rest[words*4:]
	}
	e.endArray()
	return rest
}

// icmpExtensions shows an extension structure (RFC 4884) that claims to be
// length bytes long.
func (e *encoder) icmpExtensions(x dissect.ICMPExtensions, length int) {
	e.object("extensions")
	e.num("version", uint64(x.Version()))
	if len(x) >= 2 {
		var unused [2]byte
		unused[0], unused[1] = x[0]&15, x[1]
		e.unused("reserved", unused[:])
	}
	e.num("checksum", uint64(x.Checksum()))
	e.verify(x.Checksum(), 0, x, length)
	e.array("objects")
	for o := x.Objects(); ; {
		obj, rest, ok := o.Next()
		if !ok {
			break
		}
		e.item()
		e.num("class", uint64(obj.Class))
		e.num("type", uint64(obj.Type))
		e.num("length", uint64(obj.Len))
		if obj.Bad {
			e.bool("bad", true)
		}
		if obj.Class == dissect.ICMPObjectMPLS && obj.Type == 1 {
			e.labels(obj.Data)
		} else {
			e.hex("data", obj.Data)
		}
		e.endObject()
		o = rest
	}
	e.endArray()
	e.endObject()
}

// labels shows a label stack.
func (e *encoder) labels(b []byte) {
	e.array("labels")
	for ; len(b) >= 4; b = b[4:] {
		l := dissect.MPLSLabel(binary.BigEndian.Uint32(b))
		e.item()
		e.label(l.Label(), l.Class(), l.Bottom(), l.TTL())
		e.endObject()
	}
	e.endArray()
}

func icmpName(t uint8) string {
	switch t {
	case dissect.ICMPEchoReply:
		return "echo-reply"
	case dissect.ICMPUnreachable:
		return "destination-unreachable"
	case dissect.ICMPSourceQuench:
		return "source-quench"
	case dissect.ICMPRedirect:
		return "redirect"
	case dissect.ICMPEcho:
		return "echo-request"
	case dissect.ICMPRouterAdvert:
		return "router-advertisement"
	case dissect.ICMPRouterSolicit:
		return "router-solicitation"
	case dissect.ICMPTimeExceeded:
		return "time-exceeded"
	case dissect.ICMPParamProblem:
		return "parameter-problem"
	case dissect.ICMPTimestamp:
		return "timestamp-request"
	case dissect.ICMPTimestampReply:
		return "timestamp-reply"
	case dissect.ICMPInfoRequest:
		return "information-request"
	case dissect.ICMPInfoReply:
		return "information-reply"
	case dissect.ICMPMaskRequest:
		return "mask-request"
	case dissect.ICMPMaskReply:
		return "mask-reply"
	case dissect.ICMPExtendedEcho:
		return "extended-echo-request"
	case dissect.ICMPExtendedEchoAck:
		return "extended-echo-reply"
	}
	return ""
}
