package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// radius shows a message of the Remote Authentication Dial-In User Service (RFC
// 2865).
func (e *encoder) radius(b []byte, length int) {
	var h dissect.RADIUS
	if !h.Decode(b) {
		e.payload(b, length)
		return
	}
	e.begin(dissect.ProtoRADIUS)
	if len(b) < h.Length {
		e.bool("truncated", true)
	}
	e.named("code", uint32(h.Code), radiusCodes)
	e.num("id", uint64(h.ID))
	e.num("length", uint64(h.Length))
	e.hex("authenticator", h.Authenticator[:])
	e.array("attributes")
	a := h.Attributes
	for len(a) >= 2 {
		n := int(a[1])
		e.item()
		e.named("type", uint32(a[0]), radiusAttributes)
		e.num("length", uint64(n))
		if n < 2 || n > len(a) {
			e.bool("bad", true)
			n = len(a)
		}
		e.radiusValue(a[0], a[2:n])
		e.endObject()
		a = a[n:]
	}
	e.endArray()
	if len(a) > 0 {
		e.hex("rest", a)
	}
	if end := max(h.Length, dissect.RADIUSLen); len(b) > end {
		e.hex("padding", b[end:])
	}
	e.endObject()
}

// radiusValue adds the value of an attribute in the form that its type has; as
// bytes where it has not such a form.
func (e *encoder) radiusValue(t uint8, b []byte) {
	switch t {
	case 1, 11, 18, 19, 20, 22, 30, 31, 32, 34, 35, 44, 50, 74, 77, 78, 87:
		e.bytes("text", b)
		return
	case 4, 8, 9, 14:
		if len(b) == 4 {
			e.ip4("address", [4]byte(b))
			return
		}
	case 5, 6, 7, 10, 12, 13, 15, 16, 23, 27, 28, 29, 37, 40, 41, 42, 43, 45, 46, 47, 48, 49, 51, 52, 53, 55, 61, 62, 85, 101:
		if len(b) == 4 {
			e.num("value", uint64(binary.BigEndian.Uint32(b)))
			return
		}
	case 95, 168:
		if len(b) == 16 {
			e.ip6("address", [16]byte(b))
			return
		}
	case 26:
		if len(b) >= 4 {
			e.num("vendor", uint64(binary.BigEndian.Uint32(b)))
			b = b[4:]
		}
	}
	if len(b) > 0 {
		e.hex("data", b)
	}
}

var (
	radiusCodes = []word{
		{1, "access-request"}, {2, "access-accept"}, {3, "access-reject"}, {4, "accounting-request"}, {5, "accounting-response"},
		{11, "access-challenge"}, {12, "status-server"}, {13, "status-client"}, {40, "disconnect-request"}, {41, "disconnect-ack"},
		{42, "disconnect-nak"}, {43, "coa-request"}, {44, "coa-ack"}, {45, "coa-nak"},
	}
	radiusAttributes = []word{
		{1, "user-name"}, {2, "user-password"}, {3, "chap-password"}, {4, "nas-ip-address"}, {5, "nas-port"}, {6, "service-type"},
		{7, "framed-protocol"}, {8, "framed-ip-address"}, {9, "framed-ip-netmask"}, {10, "framed-routing"}, {11, "filter-id"},
		{12, "framed-mtu"}, {13, "framed-compression"}, {14, "login-ip-host"}, {15, "login-service"}, {16, "login-tcp-port"},
		{18, "reply-message"}, {19, "callback-number"}, {20, "callback-id"}, {22, "framed-route"}, {23, "framed-ipx-network"},
		{24, "state"}, {25, "class"}, {26, "vendor-specific"}, {27, "session-timeout"}, {28, "idle-timeout"},
		{29, "termination-action"}, {30, "called-station-id"}, {31, "calling-station-id"}, {32, "nas-identifier"}, {33, "proxy-state"},
		{40, "acct-status-type"}, {41, "acct-delay-time"}, {42, "acct-input-octets"}, {43, "acct-output-octets"},
		{44, "acct-session-id"}, {45, "acct-authentic"}, {46, "acct-session-time"}, {47, "acct-input-packets"},
		{48, "acct-output-packets"}, {49, "acct-terminate-cause"}, {52, "acct-input-gigawords"}, {53, "acct-output-gigawords"},
		{55, "event-timestamp"}, {60, "chap-challenge"}, {61, "nas-port-type"}, {62, "port-limit"}, {64, "tunnel-type"},
		{65, "tunnel-medium-type"}, {79, "eap-message"}, {80, "message-authenticator"}, {85, "acct-interim-interval"},
		{87, "nas-port-id"}, {95, "nas-ipv6-address"}, {97, "framed-ipv6-prefix"}, {101, "error-cause"}, {168, "framed-ipv6-address"},
	}
)
