package text

// someipLen is the length of a SOME/IP header in bytes.
const someipLen = 16

// someip prints the header of a message of SOME/IP (AUTOSAR FO R22-11,
// section 4.1).
//
//	+-------------------------------+-+-----------------------------+
//	|            service            |E|       method or event       |
//	+-------------------------------+-+-----------------------------+
//	|            length of what follows this field, bytes           |
//	+-------------------------------+-------------------------------+
//	|            client             |            session            |
//	+---------------+---------------+---------------+---------------+
//	|   protocol    |   interface   |     type      |  return code  |
//	+---------------+---------------+---------------+---------------+
func (p *printer) someip(b []byte, length int) {
	p.proto = "someip"
	p.str("SOMEIP")
	if length < someipLen {
		p.invalid()
		return
	}
	p.need(b, 4)
	p.strDec(", service ", uint64(p.u16(b, 0)))
	if id := p.u16(b, 2); id&0x8000 != 0 {
		p.strDec(", event ", uint64(id&0x7fff))
	} else {
		p.strDec(", method ", uint64(id))
	}
	p.need(b, 8)
	p.strDec(", len ", uint64(p.u32(b, 4)))
	p.need(b, 12)
	p.strDec(", client ", uint64(p.u16(b, 8)))
	p.strDec(", session ", uint64(p.u16(b, 10)))
	p.need(b, 13)
	p.strDec(", pver ", uint64(p.u8(b, 12)))
	p.need(b, 14)
	p.strDec(", iver ", uint64(p.u8(b, 13)))
	p.need(b, 15)
	p.str(", msgtype ")
	p.tokName(someipTypes, "Unknown", uint32(p.u8(b, 14)))
	p.need(b, 16)
	p.str(", retcode ")
	p.tokName(someipCodes, "Unknown", uint32(p.u8(b, 15)))
	p.byte('\n') // quirk someip-newline: an empty line follows
}

var someipTypes = []token{
	{0x00, "REQUEST"}, {0x01, "REQUEST_NO_RETURN"}, {0x02, "NOTIFICATION"}, {0x80, "RESPONSE"}, {0x81, "ERROR"},
	// The same in segments.
	{0x20, "TP_REQUEST"}, {0x21, "TP_REQUEST_NO_RETURN"}, {0x22, "TP_NOTIFICATION"}, {0xa0, "TP_RESPONSE"},
	{0xa1, "TP_ERROR"},
}

var someipCodes = []token{
	{0x00, "E_OK"}, {0x01, "E_NOT_OK"}, {0x02, "E_UNKNOWN_SERVICE"}, {0x03, "E_UNKNOWN_METHOD"}, {0x04, "E_NOT_READY"},
	{0x05, "E_NOT_REACHABLE"}, {0x06, "E_TIMEOUT"}, {0x07, "E_WRONG_PROTOCOL_VERSION"},
	{0x08, "E_WRONG_INTERFACE_VERSION"}, {0x09, "E_MALFORMED_MESSAGE"}, {0x0a, "E_WRONG_MESSAGE_TYPE"},
	{0x0b, "E_E2E_REPEATED"}, {0x0c, "E_E2E_WRONG_SEQUENCE"}, {0x0d, "E_E2E"}, {0x0e, "E_E2E_NOT_AVAILABLE"},
	{0x0f, "E_E2E_NO_NEW_DATA"},
}
