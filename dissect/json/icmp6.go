package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// icmp6 shows an ICMPv6 message (RFC 4443).
func (e *encoder) icmp6(b []byte, length int) {
	var h dissect.ICMP
	h.Decode(b)
	e.begin(dissect.ProtoICMPv6)
	e.icmpHeader(&h, icmp6Name)
	if e.ip.fragment || e.ip.addrLen != 16 {
		e.checksum(4, h.Checksum, 0, nil, length)
	} else {
		e.checksum(4, h.Checksum, e.pseudoSum(dissect.IPProtoICMPv6, length), b, length)
	}
	rest := e.icmp6Body(&h, b, length)
	e.endObject()
	if len(b) >= dissect.ICMPLongLen {
		e.payload(rest, length-(len(b)-len(rest)))
	}
}

// icmp6Body shows what depends on the type, and returns what was captured
// behind that.
func (e *encoder) icmp6Body(h *dissect.ICMP, b []byte, length int) (rest []byte) {
	whole := h.Captured == dissect.ICMPLongLen
	switch h.Type {
	case dissect.ICMPv6Unreachable, dissect.ICMPv6PacketTooBig, dissect.ICMPv6TimeExceeded, dissect.ICMPv6ParamProblem:
		switch h.Type {
		case dissect.ICMPv6PacketTooBig:
			e.numTo(8, "mtu", uint64(h.Word()))
		case dissect.ICMPv6ParamProblem:
			e.numTo(8, "pointer", uint64(h.Word()))
		default:
			e.unused("rest", h.Rest[:])
		}
		if len(h.Payload) > 0 {
			e.quoted(dissect.ProtoIPv6, h.Payload, length-dissect.ICMPLongLen)
		}
		return nil
	case dissect.ICMPv6Echo, dissect.ICMPv6EchoReply:
		e.numTo(6, "id", uint64(h.ID()))
		e.numTo(8, "seq", uint64(h.Seq()))
		return h.Payload
	case dissect.ICMPv6HomeAgentQuery, dissect.ICMPv6MobileSolicit:
		e.numTo(6, "id", uint64(h.ID()))
		if h.Seq() != 0 {
			e.numTo(8, "flags", uint64(h.Seq()))
		}
		return h.Payload
	case dissect.ICMPv6HomeAgentReply:
		return e.homeAgents(h)
	case dissect.ICMPv6NodeInfoQuery, dissect.ICMPv6NodeInfoReply:
		return e.nodeInfo(h)
	case dissect.ICMPv6RPL:
		return e.rpl(h, b)
	case dissect.ICMPv6RouterRenumber:
		return e.renumbering(h)
	case dissect.ICMPv6MobileAdvert:
		e.numTo(6, "id", uint64(h.ID()))
		if h.Seq() != 0 {
			e.numTo(8, "flags", uint64(h.Seq()))
		}
		return e.ndOptions(dissect.NDOptions(h.Payload), whole)
	case dissect.ICMPv6RouterSolicit, dissect.ICMPv6InverseSolicit, dissect.ICMPv6InverseAdvert:
		e.unused("rest", h.Rest[:])
		return e.ndOptions(dissect.NDOptions(h.Payload), whole)
	case dissect.ICMPv6RouterAdvert:
		var r dissect.RouterAdvert
		r.Decode(b)
		e.captured = r.Captured
		e.numTo(5, "hop_limit", uint64(r.HopLimit))
		if e.captured >= 6 {
			e.words("flags", uint32(r.Flags), raFlags)
			e.word("preference", raPreferences[r.Preference()])
		}
		e.numTo(8, "lifetime", uint64(r.Lifetime))
		e.numTo(12, "reachable_time", uint64(r.Reachable))
		e.numTo(16, "retrans_timer", uint64(r.Retrans))
		return e.ndOptions(r.Options, r.Captured == dissect.RouterAdvertLen)
	case dissect.ICMPv6NeighborSolicit, dissect.ICMPv6NeighborAdvert, dissect.ICMPv6Redirect:
		var n dissect.Neighbor
		n.Decode(b)
		e.captured = n.Captured
		end := dissect.NeighborLen
		if h.Type == dissect.ICMPv6NeighborAdvert && e.captured >= 5 {
			e.words("flags", uint32(n.Flags), naFlags)
			unused := h.Rest
			unused[0] &= 0x1f
			e.unused("rest", unused[:])
		} else {
			e.unused("rest", h.Rest[:])
		}
		e.ip6To(dissect.NeighborLen, "target", n.Target)
		if h.Type == dissect.ICMPv6Redirect {
			end = dissect.RedirectLen
			e.ip6To(end, "destination", n.Dst)
		}
		return e.ndOptions(n.Options, n.Captured == end)
	case dissect.ICMPv6ListenerQuery, dissect.ICMPv6ListenerReport, dissect.ICMPv6ListenerDone:
		return e.listener(h, b)
	case dissect.ICMPv6ListenerReport2:
		return e.listenerReport(h)
	}
	if whole {
		e.hex("rest", h.Rest[:])
	}
	return h.Payload
}

// listener shows a listener query, or a report of version 1.
func (e *encoder) listener(h *dissect.ICMP, b []byte) []byte {
	const (
		groupEnd  = 24
		sourcesAt = 28
	)
	v2 := h.Type == dissect.ICMPv6ListenerQuery && len(b) >= sourcesAt
	if v2 {
		e.numTo(6, "max_response", uint64(dissect.MLDFloat(h.ID(), 16)))
	} else {
		e.numTo(6, "max_response", uint64(h.ID()))
	}
	e.unused("rest", h.Rest[2:])
	if len(b) < groupEnd {
		return nil
	}
	e.ip6("group", [16]byte(b[8:]))
	if !v2 {
		return b[groupEnd:]
	}
	if b[24]>>4 != 0 {
		e.num("reserved", uint64(b[24]>>4))
	}
	e.bool("suppress", b[24]&8 != 0)
	e.num("robustness", uint64(b[24]&7))
	e.num("interval", uint64(dissect.MLDFloat(uint16(b[25]), 8)))
	return e.sources6(int(binary.BigEndian.Uint16(b[26:])), b[sourcesAt:])
}

// listenerReport shows a report of version 2.
func (e *encoder) listenerReport(h *dissect.ICMP) []byte {
	e.numTo(8, "record_count", uint64(h.Seq()))
	e.unused("rest", h.Rest[:2])
	rest := dissect.MLDRecords(h.Payload)
	e.array("records")
	for range h.Seq() {
		rec, next, ok := rest.Next()
		if !ok {
			break
		}
		e.record(rec.Type, rec.Bad)
		e.ip6("group", rec.Group)
		e.sources6(rec.Count, rec.Sources)
		e.endObject()
		rest = next
	}
	e.endArray()
	return rest
}

// record opens the object of a group record, of MLD or IGMP.
func (e *encoder) record(t uint8, bad bool) {
	e.item()
	e.num("type", uint64(t))
	if int(t) < len(recordTypes) && t > 0 {
		e.word("name", recordTypes[t])
	}
	if bad {
		e.bool("bad", true)
	}
}

var recordTypes = [...]string{1: "is-in", 2: "is-ex", 3: "to-in", 4: "to-ex", 5: "allow", 6: "block"}

// sources6 shows source addresses, and returns what follows them.
func (e *encoder) sources6(n int, b []byte) []byte {
	e.num("source_count", uint64(n))
	e.array("sources")
	for ; n > 0 && len(b) >= 16; n-- {
		e.ip6Item([16]byte(b))
		b = b[16:]
	}
	e.endArray()
	return b
}

// ndOptions shows neighbor discovery options, if the header in front of them
// was captured whole. Nothing follows them.
func (e *encoder) ndOptions(o dissect.NDOptions, whole bool) []byte {
	if !whole {
		return nil
	}
	e.array("options")
	for {
		opt, rest, ok := o.Next()
		if !ok {
			break
		}
		e.item()
		e.num("type", uint64(opt.Type))
		e.num("length", uint64(opt.Len))
		if opt.Bad {
			e.bool("bad", true)
			e.hex("data", opt.Data)
		} else {
			e.ndOption(opt.Type, opt.Data)
		}
		e.endObject()
		o = rest
	}
	e.endArray()
	return nil
}

// ndOption adds what an option says: b is what follows its type and length, at
// least 6 bytes.
func (e *encoder) ndOption(t uint8, b []byte) {
	word := binary.BigEndian.Uint32(b[2:])
	switch {
	case t == dissect.NDOptSourceLink || t == dissect.NDOptTargetLink:
		e.word("name", ndNames[t])
		e.mac("address", b)
	case t == dissect.NDOptPrefix && len(b) >= 30:
		e.word("name", ndNames[t])
		e.ip6("prefix", [16]byte(b[14:]))
		e.num("prefix_length", uint64(b[0]))
		e.words("flags", uint32(b[1]), prefixFlags)
		e.num("valid_lifetime", uint64(word))
		e.num("preferred_lifetime", uint64(binary.BigEndian.Uint32(b[6:])))
		e.unused("reserved", b[10:14])
		e.unused("rest", b[30:])
	case t == dissect.NDOptMTU:
		e.word("name", ndNames[t])
		e.num("mtu", uint64(word))
		e.unused("reserved", b[:2])
		e.unused("rest", b[6:])
	case t == dissect.NDOptNonce:
		e.word("name", ndNames[t])
		e.hex("nonce", b)
	case t == dissect.NDOptRoute && len(b) <= 22:
		var prefix [16]byte
		copy(prefix[:], b[6:])
		e.word("name", ndNames[t])
		e.ip6("prefix", prefix)
		e.num("prefix_length", uint64(b[0]))
		e.word("preference", raPreferences[b[1]>>3&3])
		e.num("lifetime", uint64(word))
		if v := b[1] &^ 0x18; v != 0 {
			e.num("reserved", uint64(v))
		}
	case t == dissect.NDOptDNSServers:
		e.word("name", ndNames[t])
		e.num("lifetime", uint64(word))
		e.unused("reserved", b[:2])
		e.array("addresses")
		a := b[6:]
		for ; len(a) >= 16; a = a[16:] {
			e.ip6Item([16]byte(a))
		}
		e.endArray()
		e.unused("rest", a)
	default:
		e.hex("data", b)
	}
}

var ndNames = [...]string{
	dissect.NDOptSourceLink: "source-link-address",
	dissect.NDOptTargetLink: "target-link-address",
	dissect.NDOptPrefix:     "prefix",
	dissect.NDOptMTU:        "mtu",
	dissect.NDOptNonce:      "nonce",
	dissect.NDOptRoute:      "route",
	dissect.NDOptDNSServers: "dns-servers",
}

// Flags, from the lowest bit on.
var (
	raFlags       = []string{1: "ipv6-only", 2: "proxy", 5: "home-agent", 6: "other", 7: "managed"}
	naFlags       = []string{5: "override", 6: "solicited", 7: "router"}
	prefixFlags   = []string{5: "router", 6: "autonomous", 7: "on-link"}
	raPreferences = [...]string{"medium", "high", "reserved", "low"}
)

func icmp6Name(t uint8) string {
	switch t {
	case dissect.ICMPv6Unreachable:
		return "destination-unreachable"
	case dissect.ICMPv6PacketTooBig:
		return "packet-too-big"
	case dissect.ICMPv6TimeExceeded:
		return "time-exceeded"
	case dissect.ICMPv6ParamProblem:
		return "parameter-problem"
	case dissect.ICMPv6Echo:
		return "echo-request"
	case dissect.ICMPv6EchoReply:
		return "echo-reply"
	case dissect.ICMPv6ListenerQuery:
		return "listener-query"
	case dissect.ICMPv6ListenerReport:
		return "listener-report"
	case dissect.ICMPv6ListenerDone:
		return "listener-done"
	case dissect.ICMPv6RouterSolicit:
		return "router-solicitation"
	case dissect.ICMPv6RouterAdvert:
		return "router-advertisement"
	case dissect.ICMPv6NeighborSolicit:
		return "neighbor-solicitation"
	case dissect.ICMPv6NeighborAdvert:
		return "neighbor-advertisement"
	case dissect.ICMPv6Redirect:
		return "redirect"
	case dissect.ICMPv6RouterRenumber:
		return "router-renumbering"
	case dissect.ICMPv6NodeInfoQuery:
		return "node-information-query"
	case dissect.ICMPv6NodeInfoReply:
		return "node-information-reply"
	case dissect.ICMPv6InverseSolicit:
		return "inverse-neighbor-solicitation"
	case dissect.ICMPv6InverseAdvert:
		return "inverse-neighbor-advertisement"
	case dissect.ICMPv6ListenerReport2:
		return "listener-report-v2"
	case dissect.ICMPv6HomeAgentQuery:
		return "home-agent-request"
	case dissect.ICMPv6HomeAgentReply:
		return "home-agent-reply"
	case dissect.ICMPv6MobileSolicit:
		return "mobile-prefix-solicitation"
	case dissect.ICMPv6MobileAdvert:
		return "mobile-prefix-advertisement"
	case dissect.ICMPv6RPL:
		return "rpl"
	}
	return ""
}
