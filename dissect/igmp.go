package dissect

import "encoding/binary"

// IGMPLen is the length in bytes of the header that IGMP messages share.
const IGMPLen = 8

// IGMP is an Internet Group Management Protocol header (RFC 2236 section 2,
// RFC 3376 section 4).
//
//	+---------------+---------------+-------------------------------+
//	|     type      | max resp code |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|   group address; in a version 3 report a count of records     |
//	+---------------------------------------------------------------+
//	|  payload ...
type IGMP struct {
	Type     uint8
	MaxResp  uint8 // tenths of a second; from 128 on in version 3, see MLDFloat
	Checksum uint16
	Group    [4]byte
	Captured int    // bytes that were captured, at most IGMPLen
	Payload  []byte // what was captured behind them
}

// Types of IGMP messages (IANA).
const (
	IGMPQuery       = 0x11
	IGMPv1Report    = 0x12
	IGMPDVMRP       = 0x13
	IGMPPIMv1       = 0x14
	IGMPv2Report    = 0x16
	IGMPLeave       = 0x17
	IGMPTraceReply  = 0x1e
	IGMPTraceQuery  = 0x1f
	IGMPv3Report    = 0x22
	IGMPv3QueryLen  = 12 // bytes of a query without sources; shorter ones are of versions 1 and 2
	IGMPv3RecordLen = 8  // bytes of a group record without sources
)

// Decode fills h from the bytes of a message.
func (h *IGMP) Decode(b []byte) {
	c := cursor{b: b}
	h.Type, h.MaxResp = c.u8(), c.u8()
	h.Checksum = c.u16()
	h.Group = [4]byte{}
	copy(h.Group[:], c.take(4))
	h.Captured = c.pos
	h.Payload = c.rest()
}

// Records returns how many group records a version 3 report announces.
func (h *IGMP) Records() int { return int(binary.BigEndian.Uint16(h.Group[2:])) }

// IGMPRecords are the group records of a version 3 report (RFC 3376 section
// 4.2.4), as they are on the wire.
//
//	+---------------+---------------+-------------------------------+
//	|     type      |   aux words   |           sources             |
//	+---------------+---------------+-------------------------------+
//	|                         group address                         |
//	+---------------------------------------------------------------+
//	|  sources of 4 bytes each, auxiliary data ...
type IGMPRecords []byte

// An IGMPRecord is one group record.
type IGMPRecord struct {
	Type    uint8 // 1 to 6: is_in, is_ex, to_in, to_ex, allow, block
	Count   int   // sources, as the record says
	Group   [4]byte
	Sources []byte // captured source addresses, 4 bytes each, whole ones only
	Bad     bool   // the record is cut
}

// Next splits off the first record. It returns false at the end of the list,
// also where less than a record's header is left. Nothing follows a Bad record.
func (r IGMPRecords) Next() (rec IGMPRecord, rest IGMPRecords, ok bool) {
	if len(r) < IGMPv3RecordLen {
		return IGMPRecord{}, nil, false
	}
	rec = IGMPRecord{Type: r[0], Count: int(binary.BigEndian.Uint16(r[2:])), Group: [4]byte(r[4:])}
	end := IGMPv3RecordLen + rec.Count*4
	rec.Sources = span(r, IGMPv3RecordLen, end)
	rec.Sources = rec.Sources[:len(rec.Sources)&^3]
	end += int(r[1]) * 4
	if end > len(r) {
		rec.Bad = true
		return rec, nil, true
	}
	return rec, r[end:], true
}
