package dissect

import "encoding/binary"

// DNSLen is the length of a DNS message's header in bytes.
const DNSLen = 12

// DNS is the header of a DNS message (RFC 1035 section 4.1.1), and gives the
// message behind it.
//
//	+-------------------------------+
//	|               ID              |
//	+-+-------+-+-+-+-+-+-+-+-------+
//	|R|opcode |A|T|D|A|-|A|C| rcode |  R: response, A: authoritative, T: truncated,
//	+-+-------+-+-+-+-+-+-+-+-------+  D: recursion desired, A: available,
//	|           questions           |  A: authentic data, C: checking disabled
//	+-------------------------------+
//	|            answers            |
//	+-------------------------------+
//	|        authority records      |
//	+-------------------------------+
//	|       additional records      |
//	+-------------------------------+
type DNS struct {
	ID    uint16
	Flags DNSFlags
	// Counts are the numbers of questions and of records in the three
	// sections, as the header says.
	Questions, Answers, Authorities, Additionals uint16
	Captured                                     int    // bytes of the header that were captured, at most DNSLen
	Message                                      []byte // the captured message, header and all; names point into it
}

// DNSFlags is the second word of the header.
type DNSFlags uint16

// The flags.
const (
	DNSResponse           DNSFlags = 0x8000
	DNSAuthoritative      DNSFlags = 0x0400
	DNSTruncated          DNSFlags = 0x0200
	DNSRecursionDesired   DNSFlags = 0x0100
	DNSRecursionAvailable DNSFlags = 0x0080
	DNSAuthenticData      DNSFlags = 0x0020 // RFC 4035
	DNSCheckingDisabled   DNSFlags = 0x0010 // RFC 4035
)

// Opcode returns what kind of query it is.
func (f DNSFlags) Opcode() uint8 { return uint8(f>>11) & 15 }

// Rcode returns the result, without the bits that EDNS adds.
func (f DNSFlags) Rcode() uint8 { return uint8(f) & 15 }

// Types of DNS records (IANA) that have a format of their own here.
const (
	DNSTypeA       = 1
	DNSTypeNS      = 2
	DNSTypeCNAME   = 5
	DNSTypeSOA     = 6
	DNSTypePTR     = 12
	DNSTypeMX      = 15
	DNSTypeTXT     = 16
	DNSTypeAAAA    = 28
	DNSTypeSRV     = 33
	DNSTypeA6      = 38
	DNSTypeDNAME   = 39
	DNSTypeOPT     = 41
	DNSTypeUNSPECA = 104
	DNSTypeTSIG    = 250
	DNSTypeURI     = 256
)

// Classes of DNS records.
const (
	DNSClassIN    = 1
	DNSClassCHAOS = 3
	DNSClassHS    = 4
	DNSClassANY   = 255

	// DNSClassTop is a flag beside the class in multicast DNS (RFC 6762): in
	// questions that a unicast reply is wanted, in records that older ones are
	// to be forgotten.
	DNSClassTop = 0x8000
)

// Decode fills h from the bytes of a message (without the length that TCP puts
// in front).
func (h *DNS) Decode(b []byte) {
	c := cursor{b: b}
	h.ID = c.u16()
	h.Flags = DNSFlags(c.u16())
	h.Questions, h.Answers, h.Authorities, h.Additionals = c.u16(), c.u16(), c.u16(), c.u16()
	h.Captured = c.pos
	h.Message = b
}

// ExtendedRcode returns the result with the high bits that the first OPT record
// of the additional section adds (RFC 6891 section 6.1.3), if it is captured.
func (h *DNS) ExtendedRcode() uint16 {
	m, off := h.Message, DNSLen
	rcode := uint16(h.Flags.Rcode())
	ok := true
	for range h.Questions {
		if off, ok = SkipDNSName(m, off); !ok {
			return rcode
		}
		off += 4
	}
	for i := range int(h.Answers) + int(h.Authorities) + int(h.Additionals) {
		if off, ok = SkipDNSName(m, off); !ok {
			return rcode
		}
		// Behind the name are type, class, and the highest byte of the result
		// where other records have their TTL.
		if i >= int(h.Answers)+int(h.Authorities) && off+5 <= len(m) && binary.BigEndian.Uint16(m[off:]) == DNSTypeOPT {
			return uint16(m[off+4])<<4 | rcode
		}
		if off+10 > len(m) {
			return rcode
		}
		off += 10 + int(binary.BigEndian.Uint16(m[off+8:]))
	}
	return rcode
}

// A DNSQuestion is an entry of the question section.
type DNSQuestion struct {
	Name  int // offset of the name in the message
	Type  uint16
	Class uint16
}

// DNSQuestionAt reads the question at off in a message. It returns the offset
// of what follows, and false if the question is cut or its name is none.
func DNSQuestionAt(m []byte, off int) (q DNSQuestion, next int, ok bool) {
	q.Name = off
	off, ok = SkipDNSName(m, off)
	if !ok || off+4 > len(m) {
		return q, 0, false
	}
	q.Type = binary.BigEndian.Uint16(m[off:])
	q.Class = binary.BigEndian.Uint16(m[off+2:])
	return q, off + 4, true
}

// A DNSRecord is an entry of one of the other three sections (RFC 1035 section
// 3.2.1).
type DNSRecord struct {
	Name    int // offset of the name in the message
	Type    uint16
	Class   uint16 // in an OPT record the size of the sender's buffer in bytes
	TTL     uint32 // seconds; in an OPT record more flags
	DataLen int    // bytes, as the record says
	Data    int    // offset of the data in the message
}

// DNSRecordAt reads the record at off in a message, but not its data. It
// returns the offset of what follows, which may be beyond the message, and
// false if the record is cut before its data or its name is none.
func DNSRecordAt(m []byte, off int) (r DNSRecord, next int, ok bool) {
	r.Name = off
	off, ok = SkipDNSName(m, off)
	if !ok || off+10 > len(m) {
		return r, 0, false
	}
	r.Type = binary.BigEndian.Uint16(m[off:])
	r.Class = binary.BigEndian.Uint16(m[off+2:])
	r.TTL = binary.BigEndian.Uint32(m[off+4:])
	r.DataLen = int(binary.BigEndian.Uint16(m[off+8:]))
	r.Data = off + 10
	return r, r.Data + r.DataLen, true
}

// Kinds of DNS labels: the high two bits of what a label begins with.
const (
	dnsLabelPlain    = 0x00
	dnsLabelExtended = 0x40 // RFC 2671 section 3
	dnsLabelPointer  = 0xc0 // RFC 1035 section 4.1.4
	dnsLabelMask     = 0xc0

	dnsBitString = 0x41 // RFC 2673 section 3.2
)

// SkipDNSName returns the offset of what follows the name at off in a message,
// and false if the name is cut or has a label of an unknown kind.
func SkipDNSName(m []byte, off int) (next int, ok bool) {
	for off < len(m) {
		n := int(m[off])
		off++
		switch n & dnsLabelMask {
		case dnsLabelPlain:
			if n == 0 {
				return off, true
			}
			off += n
		case dnsLabelPointer:
			return off + 1, true
		default:
			if n != dnsBitString || off >= len(m) {
				return 0, false
			}
			off += 1 + dnsBitBytes(m[off])
		}
	}
	return 0, false
}

// dnsBitBytes returns how many bytes follow the count of bits in a bit-string
// label, in which 0 stands for 256.
func dnsBitBytes(count byte) int { return (int(count-1) + 8) / 8 }

// What DNSNames.Next finds.
const (
	DNSLabel      = iota // a label
	DNSBitLabel          // a label that is a string of bits
	DNSEnd               // the end of the name
	DNSBadPointer        // a pointer that does not lead backwards
	DNSBadLabel          // a label of an unknown kind
	DNSCut               // the end of what was captured
	DNSBitCut            // the same in a label that is a string of bits
)

// DNSWorkPerByte bounds how many labels and pointers the names of a message may
// have in all, for each byte of the message. As names share labels by pointers,
// 64 KiB could else have 350 million. Messages of lawful names stay below: a
// name of 255 bytes has at most 127 labels with a pointer behind each, and its
// entry takes 6 bytes at least.
const DNSWorkPerByte = 48

// DNSWork counts the labels and pointers that the names of one message have had
// so far.
type DNSWork struct{ done int }

// DNSNames steps over the labels of a name, following compression pointers
// (RFC 1035 section 4.1.4). As each pointer must lead further back than the
// one before, it always ends; where the message's work is used up, it ends with
// DNSCut.
type DNSNames struct {
	m     []byte
	work  *DNSWork
	off   int
	base  int // what pointers count from
	floor int // pointers must be less than this
	next  int // offset behind the name; 0 until it is known
}

// NewDNSNames begins at the name at off in a message. The names of a message
// share work.
func NewDNSNames(m []byte, off int, work *DNSWork) DNSNames {
	return DNSNames{m: m, work: work, off: off, floor: off}
}

// NewDNSNamesFrom begins at the name at off in m, where pointers count from
// base, which is behind off; so the first one may lead anywhere.
func NewDNSNamesFrom(m []byte, off, base int, work *DNSWork) DNSNames {
	return DNSNames{m: m, work: work, off: off, base: base, floor: 0x4000}
}

// Next returns the next label, or what is there instead of one: of a bit
// string, label begins with the count of bits; of a DNSBadLabel it is the byte
// that tells its kind; of a DNSCut or DNSBitCut it is what was captured of the
// label, nil only if that is not even its length. Nothing follows what is neither
// DNSLabel nor DNSBitLabel.
func (d *DNSNames) Next() (label []byte, what int) {
	for d.off >= 0 && d.off < len(d.m) && d.work.done < len(d.m)*DNSWorkPerByte {
		d.work.done++
		n := int(d.m[d.off])
		d.off++
		switch n & dnsLabelMask {
		case dnsLabelPlain:
			if n == 0 {
				d.ends(d.off)
				return nil, DNSEnd
			}
			if d.off+n > len(d.m) {
				return d.m[d.off:], DNSCut
			}
			label = d.m[d.off : d.off+n]
			d.off += n
			return label, DNSLabel
		case dnsLabelPointer:
			if d.off >= len(d.m) {
				return d.m[d.off:], DNSCut
			}
			to := (n&^dnsLabelMask)<<8 | int(d.m[d.off])
			d.ends(d.off + 1)
			if to >= d.floor {
				return nil, DNSBadPointer
			}
			d.off, d.floor = d.base+to, to
		default:
			if n != dnsBitString {
				return d.m[d.off-1 : d.off], DNSBadLabel
			}
			if d.off >= len(d.m) {
				return nil, DNSBitCut
			}
			n = 1 + dnsBitBytes(d.m[d.off])
			if d.off+n > len(d.m) {
				return d.m[d.off:], DNSBitCut
			}
			label = d.m[d.off : d.off+n]
			d.off += n
			return label, DNSBitLabel
		}
	}
	return nil, DNSCut
}

func (d *DNSNames) ends(next int) {
	if d.next == 0 {
		d.next = next
	}
}

// End returns the offset of what follows the name, once Next has found its end
// or its first pointer; 0 before.
func (d *DNSNames) End() int { return d.next }

// Beyond returns an offset behind all that was captured.
func (d *DNSNames) Beyond() int { return len(d.m) + 1 }

// AppendDNSName appends the name at off in a message, with a point behind each
// label: "www.example.com.". Control characters and bytes over 127 come out as
// they are. It returns false if the name has no end.
func AppendDNSName(dst, m []byte, off int) ([]byte, bool) {
	var work DNSWork
	d := NewDNSNames(m, off, &work)
	start := len(dst)
	for {
		label, what := d.Next()
		switch what {
		case DNSLabel:
			dst = append(append(dst, label...), '.')
		case DNSEnd:
			if len(dst) == start {
				dst = append(dst, '.')
			}
			return dst, true
		default:
			return dst, false
		}
	}
}
