package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// igmp shows an IGMP message (RFC 2236, RFC 3376).
func (e *encoder) igmp(b []byte, length int) {
	var h dissect.IGMP
	h.Decode(b)
	e.begin(dissect.ProtoIGMP)
	e.header(h.Captured, dissect.IGMPLen)
	e.numTo(1, "type", uint64(h.Type))
	if s := igmpName(h.Type); s != "" && e.captured >= 1 {
		e.word("name", s)
	}
	v3 := h.Type == dissect.IGMPQuery && length >= dissect.IGMPv3QueryLen
	if v3 {
		e.numTo(2, "max_response", uint64(dissect.MLDFloat(uint16(h.MaxResp), 8)))
	} else {
		e.numTo(2, "max_response", uint64(h.MaxResp))
	}
	if e.ip.fragment {
		e.checksum(4, h.Checksum, 0, nil, length)
	} else {
		e.checksum(4, h.Checksum, 0, b, length)
	}
	rest := h.Payload
	switch {
	case h.Type == dissect.IGMPv3Report:
		e.numTo(8, "record_count", uint64(h.Records()))
		e.unused("rest", h.Group[:2])
		rest = e.igmpRecords(&h)
	case v3 && len(b) >= dissect.IGMPv3QueryLen:
		e.ip4To(8, "group", h.Group)
		if b[8]>>4 != 0 {
			e.num("reserved", uint64(b[8]>>4))
		}
		e.bool("suppress", b[8]&8 != 0)
		e.num("robustness", uint64(b[8]&7))
		e.num("interval", uint64(dissect.MLDFloat(uint16(b[9]), 8)))
		rest = e.sources4(int(binary.BigEndian.Uint16(b[10:])), b[dissect.IGMPv3QueryLen:])
	default:
		e.ip4To(8, "group", h.Group)
	}
	e.endObject()
	if h.Captured == dissect.IGMPLen {
		e.payload(rest, length-(len(b)-len(rest)))
	}
}

func (e *encoder) igmpRecords(h *dissect.IGMP) []byte {
	rest := dissect.IGMPRecords(h.Payload)
	e.array("records")
	for range h.Records() {
		rec, next, ok := rest.Next()
		if !ok {
			break
		}
		e.record(rec.Type, rec.Bad)
		e.ip4("group", rec.Group)
		e.sources4(rec.Count, rec.Sources)
		e.endObject()
		rest = next
	}
	e.endArray()
	return rest
}

// sources4 shows source addresses, and returns what follows them.
func (e *encoder) sources4(n int, b []byte) []byte {
	e.num("source_count", uint64(n))
	e.array("sources")
	for ; n > 0 && len(b) >= 4; n-- {
		e.ip4Item([4]byte(b))
		b = b[4:]
	}
	e.endArray()
	return b
}

func igmpName(t uint8) string {
	switch t {
	case dissect.IGMPQuery:
		return "query"
	case dissect.IGMPv1Report:
		return "v1-report"
	case dissect.IGMPDVMRP:
		return "dvmrp"
	case dissect.IGMPPIMv1:
		return "pimv1"
	case dissect.IGMPv2Report:
		return "v2-report"
	case dissect.IGMPLeave:
		return "leave"
	case dissect.IGMPTraceReply:
		return "trace-reply"
	case dissect.IGMPTraceQuery:
		return "trace-query"
	case dissect.IGMPv3Report:
		return "v3-report"
	}
	return ""
}
