package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// pppoe shows PPP over Ethernet (RFC 2516): a frame of PPP, or the tags of
// discovery.
func (e *encoder) pppoe(b []byte, length int) {
	var h dissect.PPPoE
	h.Decode(b)
	e.begin(dissect.ProtoPPPoE)
	e.header(h.Captured, dissect.PPPoELen)
	e.numTo(1, "version", uint64(h.Version))
	e.numTo(1, "type", uint64(h.Type))
	e.namedTo(2, "code", uint32(h.Code), pppoeCodes)
	e.numTo(4, "session", uint64(h.Session))
	e.numTo(6, "length", uint64(h.Length))
	whole := h.Captured == dissect.PPPoELen
	body := limit(h.Payload, h.Length)
	if whole && h.Code != dissect.PPPoESession {
		e.pppoeTags(body)
	}
	if padding := after(h.Payload, h.Length); len(padding) > 0 {
		e.hex("padding", padding)
	}
	e.endObject()
	if whole && h.Code == dissect.PPPoESession {
		e.layer(dissect.ProtoPPP, body, h.Length)
	}
}

func (e *encoder) pppoeTags(b []byte) {
	e.array("tags")
	for len(b) >= 4 {
		n := int(binary.BigEndian.Uint16(b[2:]))
		e.item()
		t := binary.BigEndian.Uint16(b)
		e.named("type", uint32(t), pppoeTags)
		e.num("length", uint64(n))
		if len(b) < 4+n {
			e.bool("bad", true)
		}
		data := limit(b[4:], n)
		switch t {
		case 0x0101, 0x0102, 0x0201, 0x0202, 0x0203:
			e.bytes("text", data)
		default:
			if n > 0 {
				e.hex("data", data)
			}
		}
		e.endObject()
		b = after(b, 4+n)
	}
	e.endArray()
	if len(b) > 0 {
		e.hex("rest", b)
	}
}

var (
	pppoeCodes = []word{
		{dissect.PPPoESession, "session"}, {dissect.PPPoEPADI, "padi"}, {dissect.PPPoEPADO, "pado"},
		{dissect.PPPoEPADR, "padr"}, {dissect.PPPoEPADS, "pads"}, {dissect.PPPoEPADT, "padt"},
	}
	pppoeTags = []word{
		{0, "end-of-list"}, {0x0101, "service-name"}, {0x0102, "ac-name"}, {0x0103, "host-uniq"}, {0x0104, "ac-cookie"},
		{0x0105, "vendor-specific"}, {0x0110, "relay-session-id"}, {0x0120, "ppp-max-payload"},
		{0x0201, "service-name-error"}, {0x0202, "ac-system-error"}, {0x0203, "generic-error"},
	}
)

// ppp shows a frame of PPP (RFC 1661), and what it carries.
func (e *encoder) ppp(b []byte, length int) {
	var h dissect.PPP
	h.Decode(b)
	e.begin(dissect.ProtoPPP)
	e.header(h.Captured, h.HeaderLen)
	whole := h.Captured == h.HeaderLen
	if whole {
		e.num("header_length", uint64(h.HeaderLen))
		e.named("protocol", uint32(h.Protocol), pppProtocols)
	}
	length -= h.HeaderLen
	control := whole && h.Protocol >= 0x8000
	rest := h.Payload
	if control {
		rest = e.pppControl(rest)
	}
	e.endObject()
	switch {
	case !whole:
	case control:
		e.payload(rest, length-(len(h.Payload)-len(rest)))
	case h.Protocol == dissect.PPPIPv4:
		e.layer(dissect.ProtoIPv4, rest, length)
	case h.Protocol == dissect.PPPIPv6:
		e.layer(dissect.ProtoIPv6, rest, length)
	case h.Protocol == dissect.PPPMPLS || h.Protocol == dissect.PPPMPLSMulti:
		e.layer(dissect.ProtoMPLS, rest, length)
	default:
		e.payload(rest, length)
	}
}

// pppControl shows a control packet, and returns what is behind it.
func (e *encoder) pppControl(b []byte) (rest []byte) {
	var c dissect.PPPControl
	c.Decode(b)
	if c.Captured < dissect.PPPControlLen {
		return b
	}
	e.named("code", uint32(c.Code), pppCodes)
	e.num("id", uint64(c.ID))
	e.num("length", uint64(c.Length))
	n := max(c.Length-dissect.PPPControlLen, 0)
	if len(c.Payload) < n {
		e.bool("truncated", true)
	}
	if data := limit(c.Payload, n); len(data) > 0 {
		e.hex("data", data)
	}
	return after(c.Payload, n)
}

var (
	pppProtocols = []word{
		{dissect.PPPIPv4, "ip"}, {dissect.PPPOSI, "osi"}, {dissect.PPPIPX, "ipx"}, {dissect.PPPVJC, "vjc"}, {dissect.PPPVJNC, "vjnc"},
		{dissect.PPPMultilink, "multilink"}, {dissect.PPPIPv6, "ip6"}, {dissect.PPPCompData, "compressed"},
		{dissect.PPPMPLS, "mpls"}, {dissect.PPPMPLSMulti, "mpls-multicast"}, {dissect.PPPIPCP, "ipcp"}, {dissect.PPPOSICP, "osicp"},
		{dissect.PPPIPv6CP, "ip6cp"}, {dissect.PPPCCP, "ccp"}, {dissect.PPPMPLSCP, "mplscp"}, {dissect.PPPLCP, "lcp"},
		{dissect.PPPPAP, "pap"}, {dissect.PPPLQM, "lqm"}, {dissect.PPPSPAP, "spap"}, {dissect.PPPBACP, "bacp"}, {dissect.PPPBAP, "bap"},
		{dissect.PPPCHAP, "chap"}, {dissect.PPPEAP, "eap"},
	}
	// pppCodes are those of LCP; other protocols have some of them and their own.
	pppCodes = []word{
		{dissect.PPPVendor, "vendor"}, {dissect.PPPConfReq, "configure-request"}, {dissect.PPPConfAck, "configure-ack"},
		{dissect.PPPConfNak, "configure-nak"}, {dissect.PPPConfRej, "configure-reject"}, {dissect.PPPTermReq, "terminate-request"},
		{dissect.PPPTermAck, "terminate-ack"}, {dissect.PPPCodeRej, "code-reject"}, {dissect.PPPProtRej, "protocol-reject"},
		{dissect.PPPEchoReq, "echo-request"}, {dissect.PPPEchoReply, "echo-reply"}, {dissect.PPPDiscardReq, "discard-request"},
		{dissect.PPPIdent, "identification"}, {dissect.PPPTimeRemain, "time-remaining"},
		{dissect.PPPResetReq, "reset-request"}, {dissect.PPPResetAck, "reset-ack"},
	}
)
