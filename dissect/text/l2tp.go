package text

import "wiredump/dissect"

// Flags in front of an L2TP message (RFC 2661 section 3.1) and of an
// attribute-value pair (section 4.1).
const (
	l2tpControl  = 0x8000
	l2tpLength   = 0x4000
	l2tpSequence = 0x0800
	l2tpOffset   = 0x0200
	l2tpPriority = 0x0100
	l2tpVersion  = 0x000f

	l2tpMandatory = 0x8000
	l2tpHidden    = 0x4000
	l2tpAVPLength = 0x03ff
	l2tpAVPHead   = 6
)

// l2tp prints a message of the layer two tunneling protocol (RFC 2661 section
// 3.1).
//
//	+-+-+---+-+-+-+-+-------+-------+-------------------------------+
//	|T|L|   |S| |O|P|       |version|   length, bytes (only with L) |
//	+-+-+---+-+-+-+-+-------+-------+-------------------------------+
//	|           tunnel              |            session            |
//	+-------------------------------+-------------------------------+
//	| sequence number (only with S) |  next expected (only with S)  |
//	+-------------------------------+-------------------------------+
//	| offset, bytes (only with O)   |  padding, attributes or PPP ...
func (p *printer) l2tp(b []byte, length int) {
	p.proto = "l2tp"
	p.l2tpMessage(b, length)
	p.endMessage()
}

func (p *printer) l2tpMessage(b []byte, length int) {
	if !p.got(b, 2) {
		return
	}
	flags := p.u16(b, 0)
	switch flags & l2tpVersion {
	case 1:
		p.str(" l2f:")
		return
	case 2:
		p.str(" l2tp:")
	default:
		p.str(" Unknown Version, neither L2F(1) nor L2TP(2)")
		return
	}
	p.byte('[')
	for _, t := range l2tpFlags {
		if uint32(flags)&t.v != 0 {
			p.str(t.s)
		}
	}
	p.byte(']')
	off := 2
	// field reads the next two bytes.
	field := func() (int, bool) {
		if !p.got(b, off+2) {
			return 0, false
		}
		off += 2
		return int(p.u16(b, off-2)), true
	}
	// number prints the next two bytes in decimal.
	number := func(before, behind string) bool {
		v, ok := field()
		if ok {
			p.str(before)
			p.int(v)
			p.str(behind)
		}
		return ok
	}
	size := 0
	if flags&l2tpLength != 0 {
		n, ok := field()
		if !ok {
			return
		}
		size = n
	}
	if !number("(", "/") || !number("", ")") {
		return
	}
	if flags&l2tpSequence != 0 && (!number("Ns=", ",") || !number("Nr=", "")) {
		return
	}
	if flags&l2tpOffset != 0 {
		n, ok := field()
		if !ok || !p.got(b, off+n) {
			return
		}
		off += n
	}
	if flags&l2tpLength != 0 {
		wrong := ""
		switch {
		case length < size:
			wrong = " larger than packet"
		case size < off:
			wrong = " smaller than header length"
		}
		if wrong != "" {
			p.str(" Length ")
			p.int(size)
			p.str(wrong)
			return
		}
		length = size
	}
	switch {
	case flags&l2tpControl == 0:
		p.str(" {")
		p.print(dissect.ProtoPPP, after(b, off), length-off)
		p.byte('}')
	case flags&l2tpLength == 0:
		p.str(" No length")
	case length == off:
		p.str(" ZLB")
	default:
		p.l2tpAVPs(after(b, off), length-off)
	}
}

// l2tpAVPs prints n bytes of attribute-value pairs (RFC 2661 section 4.1).
//
//	+-+-+-------+-------------------+-------------------------------+
//	|M|H|       |   length, bytes   |            vendor             |
//	+-+-+-------+-------------------+-------------------------------+
//	|            type               |  value ...
func (p *printer) l2tpAVPs(b []byte, n int) {
	for n > 0 {
		p.byte(' ')
		if n < l2tpAVPHead {
			p.stop()
			return
		}
		if !p.got(b, 2) {
			return
		}
		flags := p.u16(b, 0)
		size := int(flags & l2tpAVPLength)
		if size < l2tpAVPHead || size > n {
			p.stop()
			return
		}
		if !p.got(b, size) {
			return
		}
		if flags&l2tpMandatory != 0 {
			p.byte('*')
		}
		hidden := flags&l2tpHidden != 0
		if hidden {
			p.byte('?')
		}
		vendor, kind, v := p.u16(b, 2), p.u16(b, 4), b[l2tpAVPHead:size]
		if vendor != 0 {
			p.str("VENDOR")
			p.hexNum(uint64(vendor), 4)
			p.str(":ATTR")
			p.hexNum(uint64(kind), 4)
			p.byte('(')
			p.hexBytes(v)
		} else {
			p.tok(l2tpAttributes, "AVP-#", uint32(kind))
			p.byte('(')
			if hidden {
				p.str("???")
			} else if least, _ := find2(l2tpLeast, kind); len(v) < least {
				p.str("AVP too short")
			} else {
				p.l2tpValue(kind, v)
			}
		}
		p.byte(')')
		b, n = b[size:], n-size
	}
}

func (p *printer) l2tpValue(kind uint16, v []byte) {
	switch kind {
	case 0:
		p.tok(l2tpMessages, "MSGTYPE-#", uint32(p.u16(v, 0)))
	case 1:
		p.dec(uint64(p.u16(v, 0)))
		switch v = v[2:]; len(v) {
		case 0:
			return
		case 1:
			p.str(" AVP too short")
			return
		}
		p.byte('/')
		p.dec(uint64(p.u16(v, 0)))
		p.l2tpMore(v[2:])
	case 2:
		p.dec(uint64(v[0]))
		p.byte('.')
		p.dec(uint64(v[1]))
	case 3, 19:
		p.bits(l2tpFraming, p.u32(v, 0), "")
	case 4, 18:
		p.bits(l2tpBearers, p.u32(v, 0), "")
	case 5:
		p.hexBytes(v[:8])
	case 6, 9, 10, 14:
		p.dec(uint64(p.u16(v, 0)))
	case 7, 8, 21, 22, 23, 30, 37:
		p.visible(v)
	case 11, 26, 27, 28, 31, 33, 36:
		p.hexBytes(v)
	case 12:
		p.dec(uint64(p.u16(v, 0)))
		p.str(", ")
		p.hexNum(uint64(v[2]), 2)
		p.l2tpMore(v[3:])
	case 13:
		p.hexBytes(v[:16])
	case 15, 16, 17, 24, 25, 38:
		p.dec(uint64(p.u32(v, 0)))
	case 20:
		p.str("obsolete")
	case 29:
		p.tok(l2tpAuths, "AuthType-#", uint32(p.u16(v, 0)))
	case 32:
		p.dec(uint64(v[1]))
	case 34:
		p.l2tpCounters(l2tpErrors, v, 10)
	case 35:
		p.l2tpCounters(l2tpMaps, v, 16)
	case 46:
		p.hexNum(uint64(p.u16(v, 0)), 4)
		p.str(", ")
		p.hexNum(uint64(p.u16(v, 2)), 4)
		p.byte(' ')
		p.tok(l2tpDirections, "Direction-#", uint32(v[4]))
		p.l2tpMore(v[5:])
	}
}

// l2tpMore prints the text behind a code, if there is one.
func (p *printer) l2tpMore(v []byte) {
	if len(v) > 0 {
		p.byte(' ')
		p.visible(v)
	}
}

// l2tpCounters prints the numbers, of four bytes each, that follow two reserved
// bytes.
func (p *printer) l2tpCounters(names []string, v []byte, base int) {
	for v = v[2:]; len(names) > 0; names, v = names[1:], v[4:] {
		if len(v) < 4 {
			p.str("AVP too short")
			return
		}
		p.str(names[0])
		p.byte('=')
		if base == 10 {
			p.dec(uint64(p.u32(v, 0)))
		} else {
			p.hexNum(uint64(p.u32(v, 0)), 8)
		}
		p.byte(' ')
	}
}

var l2tpFlags = []token{
	{l2tpControl, "T"}, {l2tpLength, "L"}, {l2tpSequence, "S"}, {l2tpOffset, "O"}, {l2tpPriority, "P"},
}

var l2tpMessages = []token{
	{1, "SCCRQ"}, {2, "SCCRP"}, {3, "SCCCN"}, {4, "StopCCN"}, {6, "HELLO"}, {7, "OCRQ"}, {8, "OCRP"}, {9, "OCCN"},
	{10, "ICRQ"}, {11, "ICRP"}, {12, "ICCN"}, {14, "CDN"}, {15, "WEN"}, {16, "SLI"},
}

var l2tpAttributes = []token{
	{0, "MSGTYPE"}, {1, "RESULT_CODE"}, {2, "PROTO_VER"}, {3, "FRAMING_CAP"}, {4, "BEARER_CAP"}, {5, "TIE_BREAKER"},
	{6, "FIRM_VER"}, {7, "HOST_NAME"}, {8, "VENDOR_NAME"}, {9, "ASSND_TUN_ID"}, {10, "RECV_WIN_SIZE"},
	{11, "CHALLENGE"}, {12, "Q931_CC"}, {13, "CHALLENGE_RESP"}, {14, "ASSND_SESS_ID"}, {15, "CALL_SER_NUM"},
	{16, "MINIMUM_BPS"}, {17, "MAXIMUM_BPS"}, {18, "BEARER_TYPE"}, {19, "FRAMING_TYPE"}, {20, "PACKET_PROC_DELAY"},
	{21, "CALLED_NUMBER"}, {22, "CALLING_NUMBER"}, {23, "SUB_ADDRESS"}, {24, "TX_CONN_SPEED"}, {25, "PHY_CHANNEL_ID"},
	{26, "INI_RECV_LCP"}, {27, "LAST_SENT_LCP"}, {28, "LAST_RECV_LCP"}, {29, "PROXY_AUTH_TYPE"}, {30, "PROXY_AUTH_NAME"},
	{31, "PROXY_AUTH_CHAL"}, {32, "PROXY_AUTH_ID"}, {33, "PROXY_AUTH_RESP"}, {34, "CALL_ERRORS"}, {35, "ACCM"},
	{36, "RANDOM_VECTOR"}, {37, "PRIVATE_GRP_ID"}, {38, "RX_CONN_SPEED"}, {39, "SEQ_REQUIRED"}, {46, "PPP_DISCON_CC"},
}

// l2tpLeast are the sizes of values, in bytes, that have one.
var l2tpLeast = [][2]int{
	{0, 2}, {1, 2}, {2, 2}, {3, 4}, {4, 4}, {5, 8}, {6, 2}, {9, 2}, {10, 2}, {12, 3}, {13, 16}, {14, 2}, {15, 4},
	{16, 4}, {17, 4}, {18, 4}, {19, 4}, {24, 4}, {25, 4}, {29, 2}, {32, 2}, {34, 2}, {35, 2}, {38, 4}, {46, 5},
}

var l2tpFraming = []token{{2, "A"}, {1, "S"}}

var l2tpBearers = []token{{2, "A"}, {1, "D"}}

var l2tpAuths = []token{
	{0, "Reserved"}, {1, "Textual"}, {2, "CHAP"}, {3, "PAP"}, {4, "No Auth"}, {5, "MS-CHAPv1"},
}

var l2tpDirections = []token{{0, "global error"}, {1, "at peer"}, {2, "at local"}}

var (
	l2tpErrors = []string{"CRCErr", "FrameErr", "HardOver", "BufOver", "Timeout", "AlignErr"}
	l2tpMaps   = []string{"send", "recv"}
)
