package text

// eapol prints an EAP over LAN frame (IEEE 802.1X section 11) and the
// extensible authentication protocol in it (RFC 3748).
//
//	+---------------+---------------+-------------------------------+
//	|    version    |     type      |         length, bytes         |
//	+---------------+---------------+-------------------------------+
func (p *printer) eapol(b []byte) {
	p.proto = "eap"
	if !p.have(b, 4) {
		return
	}
	kind, length := b[1], int(p.u16(b, 2))
	p.tokName(eapolTypes, "unknown", uint32(kind))
	p.str(" (")
	p.dec(uint64(kind))
	p.str(") v")
	p.dec(uint64(b[0]))
	p.str(", len ")
	p.int(length)
	if p.opt.Verbose == 0 || kind != 0 {
		return
	}
	if length == 0 {
		p.truncated()
		return
	}
	p.str(", ")
	p.eap(b[4:], length)
	p.endMessage()
}

// eap prints a message of n bytes.
//
//	+---------------+---------------+-------------------------------+
//	|     code      |      id       |         length, bytes         |
//	+---------------+---------------+-------------------------------+
//	|     type      |  what the type defines ...
//	+---------------+--------
func (p *printer) eap(b []byte, n int) {
	if !p.need(b, 4) {
		return
	}
	code, length := b[0], int(p.u16(b, 2))
	if length != n {
		p.str("EAP fragment?")
		return
	}
	p.tokName(eapCodes, "unknown", uint32(code))
	p.str(" (")
	p.dec(uint64(code))
	p.str("), id ")
	p.dec(uint64(b[1]))
	p.str(", len ")
	p.int(length)
	switch {
	case length < 4:
		p.str(" (too short for EAP header)")
		return
	case !p.got(b, length) || code != 1 && code != 2:
		return
	case length < 5:
		p.str(" (too short for EAP request/response)")
		return
	}
	kind := b[4]
	p.str("\n\t\t Type ")
	p.eapType(kind)
	b = b[5:length]
	if what, ok := find(eapTooShort, uint32(kind)); ok && len(b) == 0 {
		p.str(" (too short for EAP ")
		p.str(what)
		p.str(" request/response)")
		return
	}
	switch kind {
	case 1:
		if len(b) > 0 {
			p.str(", Identity: ")
			p.visible(untilNul(b))
		}
	case 2:
		p.str(", Notification: ")
		p.visible(untilNul(b))
	case 3:
		for i, c := range b {
			if i > 0 {
				p.byte(',')
			}
			p.byte(' ')
			p.eapType(c)
		}
	case 13, 21, 43:
		flags := b[0]
		if kind != 13 {
			p.byte(' ')
			p.tokName(eapTypes, "", uint32(kind))
			p.byte('v')
			p.dec(uint64(flags & 7))
		}
		p.str(" flags [")
		if !p.bits(eapTLSFlags, uint32(flags), ", ") {
			p.str("none")
		}
		p.str("] 0x")
		p.hexNum(uint64(flags), 2)
		if flags&0x80 != 0 && p.got(b, 5) {
			p.str(", len ")
			p.dec(uint64(p.u32(b, 1)))
		}
	case 18, 23:
		p.str(" subtype [")
		p.tokName(eapAKASubtypes, "unknown", uint32(b[0]))
		p.str("] 0x")
		p.hexNum(uint64(b[0]), 2)
	}
}

// eapType prints a method and its number.
func (p *printer) eapType(v uint8) {
	p.tokName(eapTypes, "unknown", uint32(v))
	p.str(" (")
	p.dec(uint64(v))
	p.byte(')')
}

var (
	eapolTypes = []token{
		{0, "EAP packet"}, {1, "EAPOL start"}, {2, "EAPOL logoff"}, {3, "EAPOL key"}, {4, "Encapsulated ASF alert"},
	}
	eapCodes = []token{{1, "Request"}, {2, "Response"}, {3, "Success"}, {4, "Failure"}}
	eapTypes = []token{
		{0, "No proposed"}, {1, "Identity"}, {2, "Notification"}, {3, "Nak"}, {4, "MD5-challenge"}, {5, "OTP"}, {6, "GTC"},
		{13, "TLS"}, {18, "SIM"}, {21, "TTLS"}, {23, "AKA"}, {43, "FAST"}, {254, "Expanded types"}, {255, "Experimental"},
	}
	eapTooShort = []token{
		{2, "Notification"}, {3, "Legacy NAK"}, {13, "TLS/TTLS"}, {18, "SIM/AKA"}, {21, "TLS/TTLS"}, {23, "SIM/AKA"}, {43, "FAST"},
	}
	eapTLSFlags    = []token{{0x80, "L bit"}, {0x40, "More fragments bit"}, {0x20, "Start bit"}}
	eapAKASubtypes = []token{
		{1, "Challenge"}, {2, "Auth reject"}, {4, "Sync failure"}, {5, "Identity"}, {10, "Start"}, {11, "Challenge"},
		{12, "Notification"}, {13, "Reauth"}, {14, "Client error"},
	}
)
