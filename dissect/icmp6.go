package dissect

import "encoding/binary"

// Types of ICMPv6 messages (IANA). Their header is an ICMP.
const (
	ICMPv6Unreachable     = 1
	ICMPv6PacketTooBig    = 2
	ICMPv6TimeExceeded    = 3
	ICMPv6ParamProblem    = 4
	ICMPv6Echo            = 128
	ICMPv6EchoReply       = 129
	ICMPv6ListenerQuery   = 130 // RFC 2710, RFC 3810
	ICMPv6ListenerReport  = 131 // RFC 2710
	ICMPv6ListenerDone    = 132
	ICMPv6RouterSolicit   = 133 // RFC 4861
	ICMPv6RouterAdvert    = 134
	ICMPv6NeighborSolicit = 135
	ICMPv6NeighborAdvert  = 136
	ICMPv6Redirect        = 137
	ICMPv6RouterRenumber  = 138 // RFC 2894
	ICMPv6NodeInfoQuery   = 139 // RFC 4620
	ICMPv6NodeInfoReply   = 140
	ICMPv6InverseSolicit  = 141 // RFC 3122
	ICMPv6InverseAdvert   = 142
	ICMPv6ListenerReport2 = 143 // RFC 3810
	ICMPv6HomeAgentQuery  = 144 // RFC 6275
	ICMPv6HomeAgentReply  = 145
	ICMPv6MobileSolicit   = 146
	ICMPv6MobileAdvert    = 147
	ICMPv6RPL             = 155 // RFC 6550
)

// Codes of ICMPv6Unreachable (RFC 4443 section 3.1).
const (
	ICMPv6NoRoute            = 0
	ICMPv6Prohibited         = 1
	ICMPv6BeyondScope        = 2
	ICMPv6AddressUnreachable = 3
	ICMPv6PortUnreachable    = 4
)

// RouterAdvertLen, NeighborLen and RedirectLen are the lengths in bytes of
// neighbor discovery messages in front of their options.
const (
	RouterAdvertLen = 16
	NeighborLen     = 24
	RedirectLen     = 40
)

// RouterAdvert is a router advertisement (RFC 4861 section 4.2).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|   hop limit   |M|O|H|Prf|P|6|r|       router lifetime         |
//	+---------------+---------------+-------------------------------+
//	|                        reachable time                         |
//	+---------------------------------------------------------------+
//	|                      retransmission timer                     |
//	+---------------------------------------------------------------+
//	|  options ...
type RouterAdvert struct {
	HopLimit  uint8
	Flags     uint8  // RAManaged, ..., and the preference of RFC 4191
	Lifetime  uint16 // seconds
	Reachable uint32 // milliseconds
	Retrans   uint32 // milliseconds
	Captured  int    // bytes that were captured, at most RouterAdvertLen
	Options   NDOptions
}

// Flags of a router advertisement.
const (
	RAManaged   = 0x80 // addresses from DHCPv6
	RAOther     = 0x40 // other configuration from DHCPv6
	RAHomeAgent = 0x20
	RAIPv6Only  = 0x02
)

// Decode fills r from the bytes of an ICMPv6 message.
func (r *RouterAdvert) Decode(b []byte) {
	c := cursor{b: b}
	c.u32()
	r.HopLimit, r.Flags, r.Lifetime = c.u8(), c.u8(), c.u16()
	r.Reachable, r.Retrans = c.u32(), c.u32()
	r.Captured = c.pos
	r.Options = NDOptions(c.rest())
}

// Preference returns the router preference (RFC 4191 section 2.1), 0 to 3:
// medium, high, reserved, low.
func (r *RouterAdvert) Preference() uint8 { return r.Flags >> 3 & 3 }

// Neighbor is a neighbor solicitation or advertisement (RFC 4861 sections 4.3
// and 4.4), or, with a second address, a redirect (section 4.5).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+-+-+-+---------+---------------+-------------------------------+
//	|R|S|O|                      reserved                           |
//	+-+-+-+---------------------------------------------------------+
//	|                   target address (16 bytes)                   |
//	+---------------------------------------------------------------+
//	|      destination address (16 bytes), in a redirect only       |
//	+---------------------------------------------------------------+
//	|  options ...
type Neighbor struct {
	Flags    uint8 // NDRouter, NDSolicited, NDOverride
	Target   [16]byte
	Dst      [16]byte // valid iff the type is ICMPv6Redirect
	Captured int      // bytes that were captured, at most NeighborLen or RedirectLen
	Options  NDOptions
}

// Flags of a neighbor advertisement.
const (
	NDRouter    = 0x80
	NDSolicited = 0x40
	NDOverride  = 0x20
)

// Decode fills n from the bytes of an ICMPv6 message.
func (n *Neighbor) Decode(b []byte) {
	c := cursor{b: b}
	redirect := c.u8() == ICMPv6Redirect
	c.take(3)
	n.Flags = c.u8()
	c.take(3)
	n.Target, n.Dst = [16]byte{}, [16]byte{}
	copy(n.Target[:], c.take(16))
	if redirect {
		copy(n.Dst[:], c.take(16))
	}
	n.Captured = c.pos
	n.Options = NDOptions(c.rest())
}

// NDOptions are the options of a neighbor discovery message (RFC 4861 section
// 4.6), as they are on the wire.
//
//	+---------------+---------------+-------------------------------+
//	|     type      | length, words |  data ...                     |
//	+---------------+---------------+
type NDOptions []byte

// Types of neighbor discovery options (IANA).
const (
	NDOptSourceLink    = 1
	NDOptTargetLink    = 2
	NDOptPrefix        = 3
	NDOptRedirected    = 4
	NDOptMTU           = 5
	NDOptAdvertTimer   = 7  // RFC 6275
	NDOptHomeAgent     = 8  // RFC 6275
	NDOptNonce         = 14 // RFC 3971
	NDOptRoute         = 24 // RFC 4191
	NDOptDNSServers    = 25 // RFC 8106
	NDOptDNSSearchList = 31 // RFC 8106
)

// An NDOption is one option. Data is what follows type and length; of an option
// that is cut, or whose length is zero, what there is, and Bad is set.
type NDOption struct {
	Type uint8
	Len  int // bytes with type and length, as the option says
	Data []byte
	Bad  bool
}

// Next splits off the first option. It returns false at the end of the list.
// Nothing follows a Bad option.
func (o NDOptions) Next() (opt NDOption, rest NDOptions, ok bool) {
	if len(o) == 0 {
		return NDOption{}, nil, false
	}
	if len(o) < 2 {
		return NDOption{Type: o[0], Bad: true}, nil, true
	}
	n := int(o[1]) * 8
	if n == 0 || n > len(o) {
		return NDOption{Type: o[0], Len: n, Data: o[2:], Bad: true}, nil, true
	}
	return NDOption{Type: o[0], Len: n, Data: o[2:n]}, o[n:], true
}

// MLDRecords are the group records of a version 2 listener report (RFC 3810
// section 5.2), as they are on the wire.
//
//	+---------------+---------------+-------------------------------+
//	|     type      |   aux words   |           sources             |
//	+---------------+---------------+-------------------------------+
//	|                    group address (16 bytes)                   |
//	+---------------------------------------------------------------+
//	|  sources of 16 bytes each, auxiliary data ...
type MLDRecords []byte

// MLDRecordLen is the length in bytes of a group record without its sources.
const MLDRecordLen = 20

// An MLDRecord is one group record.
type MLDRecord struct {
	Type    uint8 // 1 to 6: is_in, is_ex, to_in, to_ex, allow, block
	Count   int   // sources, as the record says
	Group   [16]byte
	Sources []byte // captured source addresses, 16 bytes each, whole ones only
	Bad     bool   // the record is cut
}

// Next splits off the first record. It returns false at the end of the list,
// also where less than a record's header is left. Nothing follows a Bad record.
func (r MLDRecords) Next() (rec MLDRecord, rest MLDRecords, ok bool) {
	if len(r) < MLDRecordLen {
		return MLDRecord{}, nil, false
	}
	rec = MLDRecord{Type: r[0], Count: int(binary.BigEndian.Uint16(r[2:])), Group: [16]byte(r[4:])}
	end := MLDRecordLen + rec.Count*16
	rec.Sources = span(r, MLDRecordLen, end)
	rec.Sources = rec.Sources[:len(rec.Sources)&^15]
	end += int(r[1]) * 4
	if end > len(r) {
		rec.Bad = true
		return rec, nil, true
	}
	return rec, r[end:], true
}

// MLDFloat decodes the exponential notation of times in multicast queries: of
// the maximum response code of MLD (width 16; RFC 3810 section 5.1.3), and of
// the interval code of MLD and IGMP (width 8; RFC 3376 section 4.1.7).
func MLDFloat(v uint16, width int) uint32 {
	top := uint16(1) << (width - 1)
	if v < top {
		return uint32(v)
	}
	mantissaBits := width - 4
	mantissa := uint32(v)&(1<<mantissaBits-1) | 1<<mantissaBits
	return mantissa << (v>>mantissaBits&7 + 3)
}
