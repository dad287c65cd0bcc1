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
	p.parenDec(uint64(kind))
	p.strDec(" v", uint64(b[0]))
	p.strDec(", len ", uint64(length))
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

// eap prints a message of the Extensible Authentication Protocol (RFC 3748)
// that should be n bytes long. Its length is read even if it is behind them:
// quirk eap-short.
//
//	+---------------+---------------+-------------------------------+
//	|     code      |  identifier   |        length, bytes          |
//	+---------------+---------------+-------------------------------+
//	|     type      |  data; both only in requests and responses
//	+---------------+
func (p *printer) eap(b []byte, n int) {
	const headerLen = 4
	if !p.need(b, headerLen) {
		return
	}
	if size := int(p.u16(b, 2)); size != n {
		p.str("EAP fragment?") // quirk eap-fragment
		return
	}
	code := p.u8(b, 0)
	p.tokName(eapCodes, "unknown", uint32(code))
	p.parenDec(uint64(code))
	p.strDec(", id ", uint64(p.u8(b, 1)))
	p.strDec(", len ", uint64(n))
	if n < headerLen {
		p.str(" (too short for EAP header)")
		return
	}
	if !p.got(b, n) || code != eapRequest && code != eapResponse {
		return
	}
	b = b[:n]
	if n == headerLen {
		p.str(" (too short for EAP request/response)")
		return
	}
	typ := b[4]
	p.str("\n\t\t Type ")
	p.eapType(typ)
	p.eapData(typ, b[5:])
}

const (
	eapRequest  = 1
	eapResponse = 2
)

var eapCodes = []token{{eapRequest, "Request"}, {eapResponse, "Response"}, {3, "Success"}, {4, "Failure"}}

func (p *printer) eapType(typ uint8) {
	p.tokName(eapTypes, "unknown", uint32(typ))
	p.parenDec(uint64(typ))
}

// Types of requests and responses whose data are printed.
const (
	eapIdentity     = 1
	eapNotification = 2
	eapNak          = 3
	eapTLS          = 13
	eapSIM          = 18
	eapTTLS         = 21
	eapAKA          = 23
	eapFAST         = 43
)

var eapTypes = []token{
	{0, "No proposed"},
	{eapIdentity, "Identity"},
	{eapNotification, "Notification"},
	{eapNak, "Nak"},
	{4, "MD5-challenge"},
	{5, "OTP"},
	{6, "GTC"},
	{eapTLS, "TLS"},
	{eapSIM, "SIM"},
	{eapTTLS, "TTLS"},
	{eapAKA, "AKA"},
	{eapFAST, "FAST"},
	{254, "Expanded types"},
	{255, "Experimental"},
}

// eapData prints what is behind the type.
func (p *printer) eapData(typ uint8, b []byte) {
	short := func(what string) {
		p.str(" (too short for EAP ")
		p.str(what)
		p.byte(')')
	}
	switch typ {
	case eapIdentity:
		if len(b) > 0 {
			p.str(", Identity: ")
			p.visible(untilNul(b))
		}
	case eapNotification:
		if len(b) == 0 {
			short("Notification request/response")
			return
		}
		p.str(", Notification: ")
		p.visible(untilNul(b))
	case eapNak:
		if len(b) == 0 {
			short("Legacy NAK request/response")
			return
		}
		sep := " "
		for _, t := range b {
			p.str(sep)
			p.eapType(t)
			sep = ", "
		}
	case eapTLS, eapTTLS:
		if len(b) == 0 {
			short("TLS/TTLS request/response")
			return
		}
		if typ == eapTTLS {
			p.strDec(" TTLSv", uint64(b[0]&7))
		}
		p.eapFlags(b, "TLS/TTLS request/response with length")
	case eapFAST:
		if len(b) == 0 {
			short("FAST request/response")
			return
		}
		p.strDec(" FASTv", uint64(b[0]&7))
		p.eapFlags(b, "FAST request/response with length")
	case eapSIM, eapAKA:
		if len(b) == 0 {
			short("SIM/AKA request/response")
			return
		}
		p.str(" subtype [")
		p.tokName(eapSubtypes, "unknown", uint32(b[0]))
		p.str("] ")
		p.hex0x(uint64(b[0]), 2)
	}
}

// eapFlags prints the flags of methods that carry TLS (RFC 5216 section 3.1).
//
//	+-+-+-+---------+---------------------------------------
//	|L|M|S|         |  length of the TLS message, with L ...
func (p *printer) eapFlags(b []byte, short string) {
	const withLength = 0x80
	p.str(" flags [")
	p.bitsOrNone(eapTLSFlags, uint32(b[0]), ", ")
	p.str("] ")
	p.hex0x(uint64(b[0]), 2)
	if b[0]&withLength == 0 {
		return
	}
	if len(b) < 5 {
		p.str(" (too short for EAP ")
		p.str(short)
		p.byte(')')
		return
	}
	p.strDec(", len ", uint64(p.u32(b, 1)))
}

var eapTLSFlags = []token{{0x80, "L bit"}, {0x40, "More fragments bit"}, {0x20, "Start bit"}}

var eapSubtypes = []token{
	{1, "Challenge"},
	{2, "Auth reject"},
	{4, "Sync failure"},
	{5, "Identity"},
	{10, "Start"},
	{11, "Challenge"},
	{12, "Notification"},
	{13, "Reauth"},
	{14, "Client error"},
}

var eapolTypes = []token{
	{0, "EAP packet"}, {1, "EAPOL start"}, {2, "EAPOL logoff"}, {3, "EAPOL key"}, {4, "Encapsulated ASF alert"},
}
