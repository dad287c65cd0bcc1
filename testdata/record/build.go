//go:build linux

package main

import (
	"encoding/binary"
	"encoding/hex"
	"net/netip"
	"strings"
)

// The builders below make the packets that no server sends by itself. They
// know nothing of package dissect, so that a mistake there does not hide in
// its own test data.

// macA and macB are the ends of the link.
var (
	macA      = unhex("020000000001")
	macB      = unhex("020000000002")
	broadcast = unhex("ffffffffffff")
)

// unhex turns hexadecimal digits, with any spaces between them, into bytes.
func unhex(s string) []byte {
	b, err := hex.DecodeString(strings.Join(strings.Fields(s), ""))
	if err != nil {
		panic(err)
	}
	return b
}

func cat(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func u16(v int) []byte    { return binary.BigEndian.AppendUint16(nil, uint16(v)) }
func u32(v uint32) []byte { return binary.BigEndian.AppendUint32(nil, v) }

// text returns n bytes of readable filler.
func text(n int) []byte {
	return []byte(strings.Repeat("the quick brown fox jumps over the lazy dog; ", n/45+1)[:n])
}

// sum is the Internet checksum.
func sum(parts ...[]byte) uint16 {
	var s uint32
	b := cat(parts...)
	if len(b)%2 == 1 {
		b = append(b, 0)
	}
	for i := 0; i < len(b); i += 2 {
		s += uint32(b[i])<<8 | uint32(b[i+1])
	}
	for s > 0xffff {
		s = s>>16 + s&0xffff
	}
	return ^uint16(s)
}

// eth makes an Ethernet II frame, padded to the minimum.
func eth(dst, src []byte, typ int, payload ...[]byte) []byte {
	b := cat(dst, src, u16(typ), cat(payload...))
	for len(b) < 60 {
		b = append(b, 0)
	}
	return b
}

// dot3 makes an 802.3 frame with a length in place of the type.
func dot3(dst, src, payload []byte) []byte { return eth(dst, src, len(payload), payload) }

// tag makes a VLAN tag's four bytes: type of the tag is the one before it.
func tag(pcp, dei, vid, typ int) []byte { return cat(u16(pcp<<13|dei<<12|vid), u16(typ)) }

// A flow is two addresses of the same family.
type flow struct{ src, dst netip.Addr }

func between(src, dst string) flow {
	return flow{netip.MustParseAddr(src), netip.MustParseAddr(dst)}
}

func (f flow) back() flow { return flow{f.dst, f.src} }

func (f flow) pseudo(proto, length int) []byte {
	if f.src.Is4() {
		return cat(f.src.AsSlice(), f.dst.AsSlice(), u16(proto), u16(length))
	}
	return cat(f.src.AsSlice(), f.dst.AsSlice(), u32(uint32(length)), u32(uint32(proto)))
}

// ipOptions are what an IP header has besides the addresses; the zero value
// is a plain header.
type ipOptions struct {
	ttl     int // 64 if 0
	tos     int // DSCP and ECN, the class in IPv6
	id      int
	frag    int // flags and offset in units of 8 bytes, as the header has them
	options []byte
	flow    uint32 // IPv6 flow label
	length  int    // the length field, if it is to be wrong
	badSum  bool
}

const (
	dontFragment  = 0x4000
	moreFragments = 0x2000
)

// ip makes a packet of the flow's family.
func (f flow) ip(proto int, o ipOptions, payload ...[]byte) []byte {
	p := cat(payload...)
	if o.ttl == 0 {
		o.ttl = 64
	}
	if f.src.Is6() {
		if o.length == 0 {
			o.length = len(p)
		}
		return cat(u32(6<<28|uint32(o.tos)<<20|o.flow), u16(o.length), []byte{byte(proto), byte(o.ttl)},
			f.src.AsSlice(), f.dst.AsSlice(), p)
	}
	if o.length == 0 {
		o.length = 20 + len(o.options) + len(p)
	}
	h := cat([]byte{byte(0x45 + len(o.options)/4), byte(o.tos)}, u16(o.length), u16(o.id), u16(o.frag),
		[]byte{byte(o.ttl), byte(proto), 0, 0}, f.src.AsSlice(), f.dst.AsSlice(), o.options)
	s := sum(h)
	if o.badSum {
		s++
	}
	copy(h[10:], u16(int(s)))
	return cat(h, p)
}

// udp makes a datagram.
func (f flow) udp(sport, dport int, data []byte) []byte {
	b := cat(u16(sport), u16(dport), u16(8+len(data)), u16(0), data)
	copy(b[6:], u16(int(sum(f.pseudo(17, len(b)), b))))
	return b
}

// icmp makes an ICMP or ICMPv6 message: type, code, checksum, rest.
func (f flow) icmp(typ, code int, rest ...[]byte) []byte {
	b := cat([]byte{byte(typ), byte(code), 0, 0}, cat(rest...))
	if f.src.Is4() {
		copy(b[2:], u16(int(sum(b))))
	} else {
		copy(b[2:], u16(int(sum(f.pseudo(58, len(b)), b))))
	}
	return b
}

// A segment is a TCP segment to be made.
type segment struct {
	sport, dport int
	seq, ack     uint32
	flags        string // letters of SAFRPUEWN ("N" is AE)
	window       int    // 64240 if 0
	urgent       int
	options      []byte // padded with zeros to words
	offset       int    // header length in words, if it is to be wrong
	data         []byte
	badSum       bool
}

func (f flow) tcp(s segment) []byte {
	bits := 0
	for _, c := range s.flags {
		bits |= 1 << strings.IndexRune("FSRPAUEWN", c)
	}
	for len(s.options)%4 != 0 {
		s.options = append(s.options, 0)
	}
	if s.offset == 0 {
		s.offset = 5 + len(s.options)/4
	}
	if s.window == 0 {
		s.window = 64240
	}
	b := cat(u16(s.sport), u16(s.dport), u32(s.seq), u32(s.ack), u16(s.offset<<12|bits),
		u16(s.window), u16(0), u16(s.urgent), s.options, s.data)
	c := sum(f.pseudo(6, len(b)), b)
	if s.badSum {
		c++
	}
	copy(b[16:], u16(int(c)))
	return b
}

// onWire puts IP packets into Ethernet frames from A to B.
func onWire(packets ...[]byte) [][]byte {
	var out [][]byte
	for _, p := range packets {
		typ := 0x0800
		if p[0]>>4 == 6 {
			typ = 0x86dd
		}
		out = append(out, eth(macB, macA, typ, p))
	}
	return out
}
