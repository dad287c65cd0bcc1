package text

// pptp prints a control message of the Point-to-Point Tunneling Protocol (RFC
// 2637 section 2).
//
//	+-------------------------------+-------------------------------+
//	|         length, bytes         |             type              |
//	+-------------------------------+-------------------------------+
//	|                   magic cookie (0x1a2b3c4d)                   |
//	+-------------------------------+-------------------------------+
//	|     type of control message   |           reserved            |
//	+-------------------------------+-------------------------------+
//	|  fields of that type
func (p *printer) pptp(b []byte) {
	const magic = 0x1a2b3c4d
	p.proto = "pptp"
	p.str(": pptp")
	verbose := p.opt.Verbose > 0
	if verbose {
		p.strDec(" Length=", uint64(p.u16(b, 0)))
	}
	if typ := p.u16(b, 2); verbose {
		p.byte(' ')
		p.tokName(pptpTypes, "UNKNOWN-MSG-TYPE", uint32(typ))
	}
	cookie := p.u32(b, 4)
	if cookie != magic {
		p.str(" UNEXPECTED Magic-Cookie!!(")
		p.hexNum(uint64(cookie), 8)
		p.byte(')')
	}
	if verbose || cookie != magic {
		p.str(" Magic-Cookie=")
		p.hexNum(uint64(cookie), 8)
	}
	typ := p.u16(b, 8)
	var fields []pptpField
	if int(typ) < len(pptpMessages) {
		p.str(" CTRL_MSGTYPE=")
		p.str(pptpMessages[typ].name)
		fields = pptpMessages[typ].fields
	} else {
		p.strDec(" UNKNOWN_CTRL_MSGTYPE(", uint64(typ))
		p.byte(')')
	}
	p.pptpReserved(uint64(p.u16(b, 10)))
	b = after(b, 12)
	var phones pptpPhones
	for i := range fields {
		if p.isCut() {
			return
		}
		b = after(b, p.pptpField(&fields[i], b, &phones))
	}
}

var pptpTypes = []token{{1, "CTRL-MSG"}, {2, "MGMT-MSG"}}

// pptpReserved complains about what should be zero.
func (p *printer) pptpReserved(v uint64) {
	if v != 0 {
		p.strDec(" [ERROR: reserved=", v)
		p.str(" must be zero]")
	}
}

// A pptpField is a field of a control message.
type pptpField struct {
	kind  pptpKind
	name  string
	words []token
}

type pptpKind uint8

const (
	pptpNumber16 pptpKind = iota
	pptpNumber32
	pptpMap32      // in hexadecimal
	pptpCode       // a byte that has a word with -v
	pptpCapability // bits
	pptpChoice     // a word
	pptpVersion
	pptpReserved8
	pptpReserved16
	pptpText   // 64 bytes
	pptpLength // of the next pptpPhone
	pptpPhone  // 64 bytes, as many of them valid
	pptpLongText
)

// pptpPhones are the lengths of phone numbers, which come before all of them.
type pptpPhones struct {
	sizes      [2]int
	read, used int
}

// pptpField prints a field and returns its length in bytes.
func (p *printer) pptpField(f *pptpField, b []byte, phones *pptpPhones) int {
	open := func() {
		p.byte(' ')
		p.str(f.name)
		p.byte('(')
	}
	switch f.kind {
	case pptpNumber16, pptpLength:
		v := p.u16(b, 0)
		if f.kind == pptpLength {
			phones.sizes[phones.read] = int(v)
			phones.read++
		}
		open()
		p.dec(uint64(v))
		p.byte(')')
		return 2
	case pptpNumber32:
		v := p.u32(b, 0)
		open()
		p.dec(uint64(v))
		p.byte(')')
	case pptpMap32:
		v := p.u32(b, 0)
		open()
		p.hex0x(uint64(v), 8)
		p.byte(')')
	case pptpCode:
		v := p.u8(b, 0)
		open()
		p.dec(uint64(v))
		if p.opt.Verbose > 0 {
			p.byte(':')
			p.tokName(f.words, "?", uint32(v))
		}
		p.byte(')')
		return 1
	case pptpCapability:
		if f.name == "FRAME_CAP" {
			open() // before it is read: quirk pptp-frame
			p.bits(f.words, p.u32(b, 0), "")
		} else {
			v := p.u32(b, 0)
			open()
			p.bits(f.words, v, "")
		}
		p.byte(')')
	case pptpChoice:
		v := p.u32(b, 0)
		open()
		p.tokName(f.words, "?", v)
		p.byte(')')
	case pptpVersion:
		major, minor := p.u8(b, 0), p.u8(b, 1)
		open()
		p.dec(uint64(major))
		p.strDec(".", uint64(minor))
		p.byte(')')
		return 2
	case pptpReserved8:
		p.pptpReserved(uint64(p.u8(b, 0)))
		return 1
	case pptpReserved16:
		p.pptpReserved(uint64(p.u16(b, 0)))
		return 2
	case pptpText, pptpLongText, pptpPhone:
		size := 64
		if f.kind == pptpLongText {
			size = 128
		}
		most := size
		if f.kind == pptpPhone {
			most = min(size, phones.sizes[phones.used])
			phones.used++
		}
		open()
		s := untilNul(limit(b, most))
		p.visible(s)
		if len(s) == len(b) && len(s) < most {
			p.cut()
		}
		p.byte(')')
		return size
	}
	return 4
}

var (
	pptpErrors = []token{
		{0, "None"}, {1, "Not-Connected"}, {2, "Bad-Format"}, {3, "Bad-Value"}, {4, "No-Resource"}, {5, "Bad-Call-ID"}, {6, "PAC-Error"},
	}
	pptpFraming = []token{{1, "A"}, {2, "S"}}
	pptpBearers = []token{{2, "D"}, {1, "A"}}
	pptpFrame   = []token{{1, "A"}, {2, "S"}, {3, "E"}}
	pptpBearer  = []token{{1, "A"}, {2, "D"}, {3, "Any"}}
	pptpOK      = []token{{1, "OK"}, {2, "General Error"}}
	pptpReasons = []token{{1, "None"}, {2, "Stop-Protocol"}, {3, "Stop-Local-Shutdown"}}
	pptpStarted = []token{
		{1, "Successful channel establishment"},
		{2, "General error"},
		{3, "Command channel already exists"},
		{4, "Requester is not authorized to establish a command channel"},
		{5, "The protocol version of the requester is not supported"},
	}
	pptpCalled = []token{
		{1, "Connected"}, {2, "General Error"}, {3, "No Carrier"}, {4, "Busy"}, {5, "No Dial Tone"}, {6, "Time-out"}, {7, "Do Not Accept"},
	}
	pptpAnswered     = []token{{1, "Connect"}, {2, "General Error"}, {3, "Do Not Accept"}}
	pptpDisconnected = []token{{1, "Lost Carrier"}, {2, "General Error"}, {3, "Admin Shutdown"}, {4, "Request"}}
)

// pptpMessages are the control messages by type.
var pptpMessages = [...]struct {
	name   string
	fields []pptpField
}{
	0: {"NOT_DEFINED", nil},
	1: {"SCCRQ", []pptpField{
		{pptpVersion, "PROTO_VER", nil}, {pptpReserved16, "", nil}, {pptpCapability, "FRAME_CAP", pptpFraming},
		{pptpCapability, "BEARER_CAP", pptpBearers}, {pptpNumber16, "MAX_CHAN", nil}, {pptpNumber16, "FIRM_REV", nil},
		{pptpText, "HOSTNAME", nil}, {pptpText, "VENDOR", nil},
	}},
	2: {"SCCRP", []pptpField{
		{pptpVersion, "PROTO_VER", nil}, {pptpCode, "RESULT_CODE", pptpStarted}, {pptpCode, "ERR_CODE", pptpErrors},
		{pptpCapability, "FRAME_CAP", pptpFraming}, {pptpCapability, "BEARER_CAP", pptpBearers},
		{pptpNumber16, "MAX_CHAN", nil}, {pptpNumber16, "FIRM_REV", nil}, {pptpText, "HOSTNAME", nil}, {pptpText, "VENDOR", nil},
	}},
	3: {"StopCCRQ", []pptpField{
		{pptpCode, "REASON", pptpReasons}, {pptpReserved8, "", nil}, {pptpReserved16, "", nil},
	}},
	4: {"StopCCRP", []pptpField{
		{pptpCode, "RESULT_CODE", pptpOK}, {pptpCode, "ERR_CODE", pptpErrors}, {pptpReserved16, "", nil},
	}},
	5: {"ECHORQ", []pptpField{{pptpNumber32, "ID", nil}}},
	6: {"ECHORP", []pptpField{
		{pptpNumber32, "ID", nil}, {pptpCode, "RESULT_CODE", pptpOK}, {pptpCode, "ERR_CODE", pptpErrors}, {pptpReserved16, "", nil},
	}},
	7: {"OCRQ", []pptpField{
		{pptpNumber16, "CALL_ID", nil}, {pptpNumber16, "CALL_SER_NUM", nil}, {pptpNumber32, "MIN_BPS", nil},
		{pptpNumber32, "MAX_BPS", nil}, {pptpChoice, "BEARER_TYPE", pptpBearer}, {pptpChoice, "FRAME_TYPE", pptpFrame},
		{pptpNumber16, "RECV_WIN", nil}, {pptpNumber16, "PROC_DELAY", nil}, {pptpLength, "PHONE_NO_LEN", nil},
		{pptpReserved16, "", nil}, {pptpPhone, "PHONE_NO", nil}, {pptpText, "SUB_ADDR", nil},
	}},
	8: {"OCRP", []pptpField{
		{pptpNumber16, "CALL_ID", nil}, {pptpNumber16, "PEER_CALL_ID", nil}, {pptpCode, "RESULT_CODE", pptpCalled},
		{pptpCode, "ERR_CODE", pptpErrors}, {pptpNumber16, "CAUSE_CODE", nil}, {pptpNumber32, "CONN_SPEED", nil},
		{pptpNumber16, "RECV_WIN", nil}, {pptpNumber16, "PROC_DELAY", nil}, {pptpNumber32, "PHY_CHAN_ID", nil},
	}},
	9: {"ICRQ", []pptpField{
		{pptpNumber16, "CALL_ID", nil}, {pptpNumber16, "CALL_SER_NUM", nil}, {pptpChoice, "BEARER_TYPE", pptpBearer},
		{pptpNumber32, "PHY_CHAN_ID", nil}, {pptpLength, "DIALED_NO_LEN", nil}, {pptpLength, "DIALING_NO_LEN", nil},
		{pptpPhone, "DIALED_NO", nil}, {pptpPhone, "DIALING_NO", nil}, {pptpText, "SUB_ADDR", nil},
	}},
	10: {"ICRP", []pptpField{
		{pptpNumber16, "CALL_ID", nil}, {pptpNumber16, "PEER_CALL_ID", nil}, {pptpCode, "RESULT_CODE", pptpAnswered},
		{pptpCode, "ERR_CODE", pptpErrors}, {pptpNumber16, "RECV_WIN", nil}, {pptpNumber16, "PROC_DELAY", nil}, {pptpReserved16, "", nil},
	}},
	11: {"ICCN", []pptpField{
		{pptpNumber16, "PEER_CALL_ID", nil}, {pptpReserved16, "", nil}, {pptpNumber32, "CONN_SPEED", nil},
		{pptpNumber16, "RECV_WIN", nil}, {pptpNumber16, "PROC_DELAY", nil}, {pptpChoice, "FRAME_TYPE", pptpFrame},
	}},
	12: {"CCRQ", []pptpField{{pptpNumber16, "CALL_ID", nil}, {pptpReserved16, "", nil}}},
	13: {"CDN", []pptpField{
		{pptpNumber16, "CALL_ID", nil}, {pptpCode, "RESULT_CODE", pptpDisconnected}, {pptpCode, "ERR_CODE", pptpErrors},
		{pptpNumber16, "CAUSE_CODE", nil}, {pptpReserved16, "", nil}, {pptpLongText, "CALL_STATS", nil},
	}},
	14: {"WEN", []pptpField{
		{pptpNumber16, "PEER_CALL_ID", nil}, {pptpReserved16, "", nil}, {pptpNumber32, "CRC_ERR", nil},
		{pptpNumber32, "FRAMING_ERR", nil}, {pptpNumber32, "HARDWARE_OVERRUN", nil}, {pptpNumber32, "BUFFER_OVERRUN", nil},
		{pptpNumber32, "TIMEOUT_ERR", nil}, {pptpNumber32, "ALIGN_ERR", nil},
	}},
	15: {"SLI", []pptpField{
		{pptpNumber16, "PEER_CALL_ID", nil}, {pptpReserved16, "", nil}, {pptpMap32, "SEND_ACCM", nil}, {pptpMap32, "RECV_ACCM", nil},
	}},
}
