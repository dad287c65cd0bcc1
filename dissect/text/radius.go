package text

import (
	"time"

	"wiredump/dissect"
)

// radius prints a message of the Remote Authentication Dial-In User Service
// (RFC 2865). The attributes take -v.
//
//	RADIUS, Access-Request (1), id: 0x07 length: 25
func (p *printer) radius(b []byte, length int) {
	p.proto = "radius"
	var h dissect.RADIUS
	if !h.Decode(b) || h.Length < dissect.RADIUSLen {
		p.truncated()
		return
	}
	n := min(h.Length, length)
	if p.opt.Verbose == 0 {
		p.str("RADIUS, ")
		p.radiusCode(h.Code)
		p.str(", id: ")
		p.hex0x(uint64(h.ID), 2)
		p.strDec(" length: ", uint64(n))
		return
	}
	p.strDec("RADIUS, length: ", uint64(n))
	p.str("\n\t")
	p.radiusCode(h.Code)
	p.str(", id: ")
	p.hex0x(uint64(h.ID), 2)
	p.str(", Authenticator: ")
	p.hexBytes(h.Authenticator[:])
	p.radiusAttrs(b[dissect.RADIUSLen:], n-dissect.RADIUSLen)
}

func (p *printer) radiusCode(code uint8) {
	p.tokName(radiusCodes, "Unknown Command", uint32(code))
	p.parenDec(uint64(code))
}

// parenDec prints a number in parentheses, with a space before them.
func (p *printer) parenDec(v uint64) {
	p.strDec(" (", v)
	p.byte(')')
}

// A radiusKind tells what an attribute's value is.
type radiusKind uint8

const (
	radiusHidden radiusKind = iota // not printed
	radiusString
	radiusNumber
	radiusWord // a number with a meaning
	radiusSeconds
	radiusTime
	radiusIPv4
	radiusIPv6
	radiusPrefix
	radiusHomeLink
	radiusTagged       // a tag and a string, RFC 2868
	radiusTaggedNumber // a tag and a number of three bytes
	radiusVendor
	radiusCause
	radiusEAP
	radiusARAPPassword
	radiusARAPFeatures
	radiusARAPResponse
	radiusMIP6Features
	radiusOperator
	radiusLocation
	radiusLocationData
	radiusLocationPolicy
)

// Attributes that are printed in a way of their own.
const (
	radiusFramedAddress  = 8
	radiusLoginHost      = 14
	radiusAppleLink      = 37
	radiusAppleNetwork   = 38
	radiusEgressVLAN     = 56
	radiusEgressVLANName = 58
	radiusTunnelPassword = 69
)

// radiusAttrs prints attributes, n bytes.
//
//	+---------------+---------------+-------------------------------+
//	|     type      | length, bytes |  value ...
//	+---------------+---------------+
func (p *printer) radiusAttrs(b []byte, n int) {
	for n > 0 {
		if n < 2 || len(b) < 2 {
			p.truncated()
			return
		}
		typ, size := b[0], int(b[1])
		p.str("\n\t  ")
		name, kind := "Unknown", radiusHidden
		var words []token
		if a := int(typ); a > 0 && a < len(radiusAttributes) {
			name, kind, words = radiusAttributes[a].name, radiusAttributes[a].kind, radiusAttributes[a].words
		}
		p.str(name)
		p.str(" Attribute")
		p.parenDec(uint64(typ))
		p.strDec(", length: ", uint64(size))
		if size < 2 {
			p.str(" (bogus, must be >= 2)")
			return
		}
		if size > n {
			p.str(" (bogus, goes past end of packet)")
			return
		}
		p.str(", Value: ")
		if size > 2 {
			p.radiusValue(typ, kind, words, b[2:], size-2)
			if p.isCut() {
				return
			}
		}
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t    ", limit(b[2:], size-2))
		}
		b, n = after(b, size), n-size
	}
}

// radiusValue prints a value of n bytes, at least one, with which b begins.
func (p *printer) radiusValue(typ uint8, kind radiusKind, words []token, b []byte, n int) {
	if kind == radiusEAP {
		if p.have(b, n) {
			p.eap(b, n)
		}
		return
	}
	b = limit(b, n)
	switch kind {
	case radiusString:
		if p.have(b, n) {
			p.radiusText(b)
		}
	case radiusTagged:
		if p.have(b, n) {
			p.radiusTaggedText(typ, b)
		}
	case radiusNumber, radiusWord, radiusSeconds, radiusTime, radiusIPv4, radiusTaggedNumber:
		if p.radiusSize(n, 4) {
			p.radiusNumber(typ, kind, words, b)
		}
	case radiusIPv6:
		if p.radiusSize(n, 16) {
			p.ip6At(b, 0)
		}
	case radiusPrefix, radiusHomeLink:
		p.radiusIPv6Prefix(kind, b, n)
	case radiusVendor:
		p.radiusVSA(b, n)
	case radiusCause:
		p.radiusErrorCause(b, n)
	case radiusARAPPassword:
		if p.radiusSize(n, 16) {
			p.str("User_challenge (")
			p.hexUpper(b, 0, 8)
			p.str(") User_resp(")
			p.hexUpper(b, 8, 8)
			p.byte(')')
		}
	case radiusARAPFeatures:
		if p.radiusSize(n, 14) {
			p.radiusARAP(b)
		}
	case radiusARAPResponse:
		if n >= 8 || p.radiusSize(n, 8) { // quirk radius-arap: a longer one will do
			p.hexUpper(b, 0, 8)
		}
	case radiusMIP6Features:
		if p.radiusSize(n, 8) {
			p.byte('[')
			p.radiusFeatures(p.u64(b, 0))
			p.byte(']')
		}
	default:
		p.radiusGeopriv(kind, b, n)
	}
}

// radiusSize complains about a value that is not as long as its type says.
func (p *printer) radiusSize(n, want int) bool {
	if n == want {
		return true
	}
	p.strDec("ERROR: length ", uint64(n))
	p.strDec(" != ", uint64(want))
	return false
}

// radiusText prints a string up to its first zero byte, with points for what
// is no ASCII.
func (p *printer) radiusText(b []byte) { p.asciiDots(untilNul(b)) }

// asciiDots prints bytes with points for what is no ASCII.
func (p *printer) asciiDots(b []byte) {
	for _, c := range b {
		if c < ' ' || c > '~' {
			c = '.'
		}
		p.byte(c)
	}
}

// radiusTag prints the tag that joins attributes of one tunnel.
func (p *printer) radiusTag(tag uint8) {
	if tag == 0 {
		p.str("Tag[Unused] ")
		return
	}
	p.strDec("Tag[", uint64(tag))
	p.str("] ")
}

// radiusVLANTag prints whether frames of a VLAN bear its tag.
func (p *printer) radiusVLANTag(tag uint8) {
	p.tokName(radiusVLANTags, "Unknown tag", uint32(tag))
	p.str(" (")
	p.hex0x(uint64(tag), 2)
	p.str(") ")
}

var radiusVLANTags = []token{{0x31, "Tagged"}, {0x32, "Untagged"}}

// radiusTaggedText prints a string behind a tag. A first byte over 31 is no tag
// but belongs to the string.
func (p *printer) radiusTaggedText(typ uint8, b []byte) {
	const mostTag = 0x1f
	switch {
	case typ == radiusEgressVLANName:
		p.radiusVLANTag(b[0])
		b = b[1:]
	case typ == radiusTunnelPassword:
		if len(b) < 3 {
			p.truncated()
			return
		}
		p.radiusTag(pickByte(b[0] <= mostTag, b[0], 0))
		p.strDec("Salt ", uint64(b[1])<<8|uint64(b[2]))
		p.byte(' ')
		b = b[3:]
	case b[0] <= mostTag:
		p.radiusTag(b[0])
		b = b[1:]
	}
	p.radiusText(b)
}

// pickByte returns one of two bytes.
func pickByte(first bool, a, b uint8) uint8 {
	if first {
		return a
	}
	return b
}

// radiusNumber prints a value of four bytes.
func (p *printer) radiusNumber(typ uint8, kind radiusKind, words []token, b []byte) {
	if kind == radiusTaggedNumber {
		if tag := p.u8(b, 0); typ == radiusEgressVLAN {
			p.radiusVLANTag(tag)
		} else {
			p.radiusTag(tag)
		}
		if v := p.u24(b, 1); words != nil {
			p.tok(words, "#", v)
		} else {
			p.dec(uint64(v))
		}
		return
	}
	v := p.u32(b, 0)
	if !p.need(b, 4) {
		return
	}
	switch kind {
	case radiusWord:
		p.tok(words, "#", v)
	case radiusSeconds:
		p.radiusDuration(v)
	case radiusTime:
		p.out = time.Unix(int64(v), 0).In(time.Local).AppendFormat(p.out, time.ANSIC)
	case radiusIPv4:
		named := typ == radiusFramedAddress || typ == radiusLoginHost
		switch {
		case named && v == 0xffffffff:
			p.str("User Selected")
		case named && v == 0xfffffffe:
			p.str("NAS Select")
		default:
			p.ip4At(b, 0)
		}
	default:
		switch {
		case typ == radiusAppleLink && v == 0:
			p.str("Unnumbered")
		case typ == radiusAppleNetwork && v == 0:
			p.str("NAS assigned")
		default:
			p.dec(uint64(v))
		}
	}
}

// radiusDuration prints seconds as 01:00:00 hours, 01:00 min or 01 secs.
func (p *printer) radiusDuration(s uint32) {
	unit := " secs"
	if s >= 3600 {
		p.decZero(uint64(s/3600), 2)
		p.byte(':')
		unit = " hours"
	}
	if s >= 60 {
		p.decZero(uint64(s/60%60), 2)
		p.byte(':')
		if s < 3600 {
			unit = " min"
		}
	}
	p.decZero(uint64(s%60), 2)
	p.str(unit)
}

// radiusIPv6Prefix prints a prefix: RFC 3162 section 2.3, RFC 4818 section 3,
// where bytes at the end may be left out,
//
//	+---------------+---------------+---------------+---------------+
//	|   reserved    | length, bits  |  prefix (up to 16 bytes)
//	+---------------+---------------+---------------+---------------+
//
// and RFC 5447 section 4.2.2, of a whole address behind the length.
func (p *printer) radiusIPv6Prefix(kind radiusKind, b []byte, n int) {
	if kind == radiusHomeLink {
		if !p.radiusSize(n, 17) || !p.have(b, n) {
			return
		}
	} else {
		if n < 2 || n > 18 {
			p.strDec("ERROR: length ", uint64(n))
			p.str(" not in range (2..18)")
			return
		}
		if !p.have(b, n) {
			return
		}
		b = b[1:]
	}
	bits := b[0]
	if bits > 128 {
		p.strDec("ERROR: netmask ", uint64(bits))
		p.str(" not in range (0..128)")
		return
	}
	var a [16]byte
	copy(a[:], b[1:])
	p.ip6(a)
	p.strDec("/", uint64(bits))
	if int(bits) > 8*len(b[1:]) {
		p.str(" (inconsistent prefix length)")
	}
}

// radiusVSA prints attributes of a vendor (RFC 2865 section 5.26).
//
//	+---------------------------------------------------------------+
//	|                  enterprise number of IANA                    |
//	+---------------+---------------+-------------------------------+
//	|  vendor type  | length, bytes |  value ...
func (p *printer) radiusVSA(b []byte, n int) {
	if n < 4 {
		p.truncated()
		return
	}
	vendor := p.u32(b, 0)
	p.str("Vendor: ")
	p.tokName(radiusVendors, "Unknown", vendor)
	p.parenDec(uint64(vendor))
	b, n = after(b, 4), n-4
	for n >= 2 {
		if !p.need(b, 2) {
			return
		}
		typ, size := b[0], int(b[1])
		if size >= 2 && size <= n && !p.have(b, size) {
			return
		}
		p.strDec("\n\t    Vendor Attribute: ", uint64(typ))
		p.str(", Length: ")
		if size < 2 {
			p.dec(uint64(size))
			p.str(" (bogus, must be >= 2)")
			return
		}
		if size > n {
			p.dec(uint64(size))
			p.str(" (bogus, goes past end of vendor-specific attribute)")
			return
		}
		p.dec(uint64(size - 2))
		p.str(", Value: ")
		p.asciiDots(b[2:size])
		b, n = after(b, size), n-size
	}
}

// radiusErrorCause prints why a change of authorization failed (RFC 5176
// section 3.5).
func (p *printer) radiusErrorCause(b []byte, n int) {
	if n != 4 {
		p.strDec("Error: length ", uint64(n))
		p.str(" != 4")
		return
	}
	v := p.u32(b, 0)
	p.strDec("Error cause ", uint64(v))
	p.str(": ")
	p.tok2(radiusErrorCauses, "Error-Cause ", v, " not known")
}

// hexUpper prints n bytes at off in hexadecimal, as far as they were captured.
func (p *printer) hexUpper(b []byte, off, n int) {
	for i := off; i < off+n; i++ {
		p.hexUpperByte(p.u8(b, i))
	}
}

// hexUpperByte prints a byte in two upper-case hexadecimal digits.
func (p *printer) hexUpperByte(c byte) {
	const digits = "0123456789ABCDEF"
	p.byte(digits[c>>4])
	p.byte(digits[c&15])
}

// radiusARAP prints what an AppleTalk client must know of its password (RFC
// 2869 section 5.5).
//
//	+---------------+---------------+-------------------------------+
//	|  may change   | shortest len. |  creation date (4 bytes)
//	+---------------+---------------+-------------------------------+
//	|  expiration (4 bytes), current time (4 bytes)
func (p *printer) radiusARAP(b []byte) {
	p.str(pick(p.u8(b, 0) != 0, "User can change password", "User cannot change password"))
	p.strDec(", Min password length: ", uint64(p.u8(b, 1)))
	p.str(", created at: ")
	p.hexUpper(b, 2, 4)
	p.str(", expires in: ")
	p.hexUpper(b, 6, 4)
	p.str(", Current Time: ")
	p.hexUpper(b, 10, 4)
}

// radiusFeatures prints a MIP6 feature vector (RFC 5447 section 4.2.5).
func (p *printer) radiusFeatures(v uint64) {
	sep := ""
	for _, f := range radiusMIP6Bits {
		if v>>f.v&1 != 0 {
			p.str(sep)
			p.str(f.s)
			sep = ", "
		}
	}
}

// radiusMIP6Bits are bits by number, from the lowest.
var radiusMIP6Bits = []token{
	{0, "MIP6_INTEGRATED"},
	{1, "LOCAL_HOME_AGENT_ASSIGNMENT"},
	{40, "PMIP6_SUPPORTED"},
	{41, "IP4_HOA_SUPPORTED"},
	{42, "LOCAL_MAG_ROUTING_SUPPORTED"},
	{43, "ASSIGN_LOCAL_IP"},
	{44, "MIP4_SUPPORTED"},
	{45, "OPTIMIZED_IDLE_MODE_MOBILITY"},
	{46, "GTPv2_SUPPORTED"},
	{47, "IP4_TRANSPORT_SUPPORTED"},
	{48, "IP4_HOA_ONLY_SUPPORTED"},
	{49, "INTER_MAG_ROUTING_SUPPORTED"},
}

// radiusGeopriv prints attributes of RFC 5580.
//
//	Operator-Name:         namespace (a digit), name
//	Location-Information:  index (2 bytes), code, entity, sighting time (8),
//	                       time to live (8), method
//	Location-Data:         index (2 bytes), location
//	Policy-Rules:          flags (2 bytes), expiration (8), note
func (p *printer) radiusGeopriv(kind radiusKind, b []byte, n int) {
	var least int
	switch kind {
	case radiusOperator:
		least = 2
	case radiusLocation:
		least = 21
	case radiusLocationData:
		least = 3
	case radiusLocationPolicy:
		least = 10
	default:
		return
	}
	if !p.have(b, n) {
		return
	}
	if n < least {
		p.strDec("ERROR: length ", uint64(n))
		p.strDec(" < ", uint64(least))
		return
	}
	switch kind {
	case radiusOperator:
		p.byte('[')
		p.tok(radiusNamespaces, "unknown namespace ", uint32(b[0]))
		p.str("] ")
		p.visible(b[1:])
	case radiusLocation:
		p.strDec("index ", uint64(p.u16(b, 0)))
		p.str(", code ")
		p.tokUnknown(radiusLocationCodes, "Unknown (", b[2])
		p.str(", entity ")
		p.tokUnknown(radiusLocationEntities, "Unknown (", b[3])
		p.str(", sighting time ")
		p.radiusStamp(b[4:])
		p.str(", time to live ")
		p.radiusStamp(b[12:])
		p.str(`, method "`)
		p.visible(b[20:])
		p.byte('"')
	case radiusLocationData:
		p.strDec("index ", uint64(p.u16(b, 0)))
		p.str(", location")
		p.hexASCII("\n\t    ", b[2:])
	case radiusLocationPolicy:
		p.str("flags [")
		p.bitsOrNone(radiusPolicyFlags, uint32(p.u16(b, 0)), ", ")
		p.str("], retention expires ")
		p.radiusStamp(b[2:])
		if n > least {
			p.str(`, note well "`)
			p.visible(b[10:])
			p.byte('"')
		}
	}
}

// radiusStamp prints a time as NTP has it.
func (p *printer) radiusStamp(b []byte) {
	p.ntpStamp(dissect.NTPTime{Seconds: p.u32(b, 0), Fraction: p.u32(b, 4)})
}

var radiusNamespaces = []token{{'0', "TADIG"}, {'1', "REALM"}, {'2', "E212"}, {'3', "ICC"}}

var radiusLocationCodes = []token{{0, "Civic"}, {1, "Geospatial"}}

var radiusLocationEntities = []token{{0, "User"}, {1, "RADIUS"}}

var radiusPolicyFlags = []token{
	{0x0001, "MBZ-15"}, {0x0002, "MBZ-14"}, {0x0004, "MBZ-13"}, {0x0008, "MBZ-12"},
	{0x0010, "MBZ-11"}, {0x0020, "MBZ-10"}, {0x0040, "MBZ-9"}, {0x0080, "MBZ-8"},
	{0x0100, "MBZ-7"}, {0x0200, "MBZ-6"}, {0x0400, "MBZ-5"}, {0x0800, "MBZ-4"},
	{0x1000, "MBZ-3"}, {0x2000, "MBZ-2"}, {0x4000, "MBZ-1"}, {0x8000, "Retransmission Allowed"},
}
