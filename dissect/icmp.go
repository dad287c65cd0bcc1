package dissect

import "encoding/binary"

// ICMPLen is the length in bytes of the part that ICMP messages of all types
// share, ICMPLongLen that of the header most types have.
const (
	ICMPLen     = 4
	ICMPLongLen = 8
)

// ICMP is an Internet Control Message Protocol header (RFC 792), and also one
// of ICMPv6 (RFC 4443 section 2.1).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|          four bytes whose meaning depends on the type         |
//	+---------------------------------------------------------------+
//	|  payload ...
type ICMP struct {
	Type, Code uint8
	Checksum   uint16
	Rest       [4]byte // identifier and sequence number, gateway, pointer, MTU, ...
	Captured   int     // bytes of these that were captured, at most ICMPLongLen
	Payload    []byte  // what was captured behind them
}

// Types of ICMP messages (IANA).
const (
	ICMPEchoReply       = 0
	ICMPUnreachable     = 3
	ICMPSourceQuench    = 4
	ICMPRedirect        = 5
	ICMPEcho            = 8
	ICMPRouterAdvert    = 9
	ICMPRouterSolicit   = 10
	ICMPTimeExceeded    = 11
	ICMPParamProblem    = 12
	ICMPTimestamp       = 13
	ICMPTimestampReply  = 14
	ICMPInfoRequest     = 15
	ICMPInfoReply       = 16
	ICMPMaskRequest     = 17
	ICMPMaskReply       = 18
	ICMPExtendedEcho    = 42 // RFC 8335
	ICMPExtendedEchoAck = 43
)

// Codes of ICMPUnreachable (RFC 792, RFC 1122 section 3.2.2.1, RFC 1812
// section 5.2.7.1).
const (
	ICMPNetUnreachable      = 0
	ICMPHostUnreachable     = 1
	ICMPProtocolUnreachable = 2
	ICMPPortUnreachable     = 3
	ICMPNeedFragment        = 4
	ICMPSourceRouteFailed   = 5
	ICMPNetUnknown          = 6
	ICMPHostUnknown         = 7
	ICMPIsolated            = 8
	ICMPNetProhibited       = 9
	ICMPHostProhibited      = 10
	ICMPNetTOS              = 11
	ICMPHostTOS             = 12
	ICMPFiltered            = 13
	ICMPPrecedence          = 14
	ICMPPrecedenceCutoff    = 15
)

// Decode fills h from the bytes of a message.
func (h *ICMP) Decode(b []byte) {
	c := cursor{b: b}
	h.Type, h.Code = c.u8(), c.u8()
	h.Checksum = c.u16()
	h.Rest = [4]byte{}
	copy(h.Rest[:], c.take(4))
	h.Captured = c.pos
	h.Payload = c.rest()
}

// ID returns the identifier of an echo, timestamp, information or mask message.
func (h *ICMP) ID() uint16 { return binary.BigEndian.Uint16(h.Rest[:]) }

// Seq returns the sequence number of the same messages, and the next-hop MTU of
// ICMPNeedFragment (RFC 1191 section 4).
func (h *ICMP) Seq() uint16 { return binary.BigEndian.Uint16(h.Rest[2:]) }

// Word returns Rest as a number: the MTU or pointer of ICMPv6.
func (h *ICMP) Word() uint32 { return binary.BigEndian.Uint32(h.Rest[:]) }

// Quotes reports whether the message, one of IPv4, holds the beginning of the
// packet that caused it.
func (h *ICMP) Quotes() bool {
	switch h.Type {
	case ICMPUnreachable, ICMPSourceQuench, ICMPRedirect, ICMPTimeExceeded, ICMPParamProblem:
		return true
	}
	return false
}

// QuoteLen is how many bytes of a quoted packet stand before extensions, where
// the message does not tell (RFC 4884 section 5.1).
const QuoteLen = 128

// Extensions returns the extension structure of an IPv4 message (RFC 4884): in
// messages that can have one, what is captured behind the quoted packet, whose
// length is the second byte of Rest in 32-bit words. Where that is zero, a
// structure is believed in if it has the right version and a matching checksum.
// length is that of the message as claimed by IP.
func (h *ICMP) Extensions(length int) (ICMPExtensions, bool) {
	switch h.Type {
	case ICMPUnreachable, ICMPTimeExceeded, ICMPParamProblem:
	default:
		return nil, false
	}
	words, believe := int(h.Rest[1]), true
	if words == 0 {
		words, believe = QuoteLen/4, false
	}
	b := span(h.Payload, words*4, len(h.Payload))
	n := length - ICMPLongLen - words*4
	if n < ICMPExtensionLen || len(b) < ICMPExtensionLen {
		return nil, false
	}
	if !believe && (b[0]>>4 != 2 || n > len(b) || Checksum(b[:n]) != 0) {
		return nil, false
	}
	return ICMPExtensions(b), true
}

// ICMPExtensionLen is the length of an extension header and of an object header
// in bytes.
const ICMPExtensionLen = 4

// ICMPExtensions is an extension structure (RFC 4884 section 7), as it is on
// the wire; at least ICMPExtensionLen bytes.
//
//	+-------+-----------------------+-------------------------------+
//	|version|       reserved        |           checksum            |
//	+-------+-----------------------+-------------------------------+
//	|            length             |     class     |    subtype    |   object
//	+-------------------------------+---------------+---------------+
//	|  data of the object ...
type ICMPExtensions []byte

// Version returns the version, which should be 2.
func (e ICMPExtensions) Version() uint8 { return e[0] >> 4 }

// Checksum returns the checksum, which covers the whole structure.
func (e ICMPExtensions) Checksum() uint16 { return binary.BigEndian.Uint16(e[2:]) }

// Objects returns the list behind the header.
func (e ICMPExtensions) Objects() ICMPObjects { return ICMPObjects(e[ICMPExtensionLen:]) }

// ICMPObjects is a list of extension objects, as it is on the wire.
type ICMPObjects []byte

// Classes of extension objects (IANA).
const (
	ICMPObjectMPLS      = 1 // RFC 4950
	ICMPObjectInterface = 2 // RFC 5837
)

// An ICMPObject is one extension object. Data is what follows its header; of an
// object that is cut, or whose length is wrong, what there is, and Bad is set.
type ICMPObject struct {
	Class, Type uint8
	Len         int // bytes with the header, as it says
	Data        []byte
	Bad         bool
}

// Next splits off the first object. It returns false at the end of the list,
// also where less than an object header is left. Nothing follows a Bad object.
func (o ICMPObjects) Next() (obj ICMPObject, rest ICMPObjects, ok bool) {
	if len(o) < ICMPExtensionLen {
		return ICMPObject{}, nil, false
	}
	n := int(binary.BigEndian.Uint16(o))
	obj = ICMPObject{Class: o[2], Type: o[3], Len: n}
	if n < ICMPExtensionLen || n > len(o) {
		obj.Data, obj.Bad = o[ICMPExtensionLen:], true
		return obj, nil, true
	}
	obj.Data = o[ICMPExtensionLen:n]
	return obj, o[n:], true
}

// An MPLSLabel is an entry of a label stack (RFC 3032 section 2.1).
//
//	+---------------------------------------+-----+-+---------------+
//	|                 label                 | TC  |S|      TTL      |
//	+---------------------------------------+-----+-+---------------+
type MPLSLabel uint32

// Label returns the label, 20 bits.
func (l MPLSLabel) Label() uint32 { return uint32(l >> 12) }

// Class returns the traffic class, 0 to 7.
func (l MPLSLabel) Class() uint8 { return uint8(l>>9) & 7 }

// Bottom reports whether this is the last entry of the stack.
func (l MPLSLabel) Bottom() bool { return l&0x100 != 0 }

// TTL returns the time to live.
func (l MPLSLabel) TTL() uint8 { return uint8(l) }
