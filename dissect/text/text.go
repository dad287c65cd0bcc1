// Package text prints packets as tcpdump 4.99.3 does, byte for byte.
//
// A [View] is given packets in order and appends each one's lines to a buffer.
// Its [Options] do not change; what it remembers from packet to packet (TCP
// sequence numbers, the previous time stamp) is its State; what it knows of
// the packet at hand is in a printer that is reset for each.
//
// # How a printer works
//
// A protocol's printer is a method
//
//	func (p *printer) foo(b []byte, length int)
//
// b is what was captured of the message, never more than the enclosing
// protocol grants it; length is how long the message claims to be. It names
// itself in p.proto and appends text in the order in which tcpdump does.
//
// Where the bytes run out the text ends. p.need(b, n) says that n bytes must
// have been captured; the readers p.u8, p.u16, ... say so for what they read.
// The first time one of them fails, the text up to there is kept, the name in
// p.proto is remembered, and all that is appended afterwards is dropped, so
// that a printer asks for the end only in loops and before it changes state.
// The packet then ends in " [|foo]".
//
// Where tcpdump instead marks a message as cut and lets the enclosing printer
// go on, p.have(b, n) and p.truncated do the same. The two can be told apart
// with -x: after p.need fails, the dump starts with the link-layer header.
package text

import (
	"math/rand/v2"
	"net/netip"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// Options are what the flags choose. The zero value prints as `tcpdump -n`.
type Options struct {
	Numbers     bool       // -#: number the packets
	Lengths     bool       // --lengths: begin with the captured and original lengths
	Time        TimeFormat // -t, -tt, ...
	Nano        bool       // --nano: nine digits of a second, not six
	Link        bool       // -e: print the link-layer header
	Quiet       bool       // -q
	OneLine     bool       // -g: no line break behind the IPv4 header of -v
	Verbose     int        // -v, -vv, -vvv
	AbsoluteSeq bool       // -S: TCP sequence numbers as they are
	NoChecksums bool       // -K: do not verify checksums
	ASDot       bool       // -b: print AS numbers over 65535 as two, with a point (RFC 5396)
	Mesh        bool       // -H: expect 802.11s mesh headers
	// OffloadAware calls no checksum incorrect that the network card had yet to
	// compute when the packet was seen. tcpdump does not know of these.
	OffloadAware bool
	Hex          int // 1: -x, 2: -xx
	HexASCII     int // 1: -X, 2: -XX
	ASCII        int // 1: -A, 2: -AA
	// Color has addresses, ports, flags and problems stand out, by control
	// sequences of ECMA-48.
	Color bool
	// Terminal replaces all that came from the wire and that a terminal could
	// take for a control sequence; see docs. Without it the bytes are tcpdump's.
	Terminal bool
	// Type is -T: what all UDP datagrams, or TCP segments, are taken for; see
	// ParseType.
	Type dissect.Protocol
	// HostName finds the name of an address; nil or empty: the address is
	// printed. It must not wait longer than its caller likes.
	HostName func(netip.Addr) string
	// PortName finds the name of a port over "tcp" or "udp"; nil: the number is
	// printed.
	PortName func(port uint16, proto string) (string, bool)
	// RawHandles is -u: NFS file handles are printed as they are, not taken apart.
	RawHandles bool
	// Names says in words what is known without asking anyone: the makers of
	// hardware addresses, IP protocols, and the objects of SNMP.
	Names bool
	// Interfaces, if there are any, are printed behind the time stamp, by
	// Packet.Interface, together with the packet's direction: for captures from
	// several interfaces.
	Interfaces []string
	// InterfaceName finds the name that an interface index of a cooked header
	// has on this machine; nil or empty: the number is printed.
	InterfaceName func(index uint32) string
}

// A View prints packets. It is not safe for concurrent use.
type View struct {
	opt Options
	st  state
	p   printer
}

// state is what a View remembers from one packet to the next.
type state struct {
	count               int   // packets printed
	sinceSec, sinceFrac int64 // what -ttt and -ttttt count from; the fraction as it is printed
	clock               clock
	tcp                 tcpFlows
	nfs                 nfsCalls
	ike                 ikeCookies
	slip                slipConns
	hdlc                []byte // frames of asynchronous PPP without their escapes; empty between packets
	// What paint needs, kept for its memory: the styles of the packet at hand
	// and a copy of its text.
	strokes []stroke
	scratch []byte
}

// New returns a View that prints with the given options.
func New(o Options) *View {
	v := &View{opt: o}
	v.p.opt = &v.opt
	v.p.st = &v.st
	v.st.tcp.seed = rand.Uint64()
	return v
}

// Append appends the lines of a packet, with a final newline, to dst.
func (v *View) Append(dst []byte, pkt *packet.Packet) []byte {
	p := &v.p
	v.st.count++
	*p = printer{out: dst, opt: p.opt, st: p.st, pkt: pkt, cutAt: -1}
	if v.opt.Numbers {
		p.decPad(uint64(v.st.count), 5)
		p.str("  ")
	}
	if v.opt.Lengths {
		p.str("caplen ")
		p.dec(uint64(len(pkt.Data)))
		p.str(", len ")
		p.dec(uint64(pkt.WireLen))
		p.str(", ")
	}
	if p.badRecord() {
		return p.finish(len(dst))
	}
	p.time(pkt.Time)
	if len(v.opt.Interfaces) > 0 {
		p.origin(pkt)
	}
	p.link(pkt)
	p.endCut()
	p.dumps()
	return p.finish(len(dst))
}

// finish ends the text of a packet, which begins at start.
func (p *printer) finish(start int) []byte {
	if p.opt.Color || p.opt.Terminal {
		p.paint(start)
	}
	return append(p.out, '\n')
}

// Skip counts a packet that is not printed.
func (v *View) Skip() { v.st.count++ }

// badRecord prints what is wrong with a savefile's record header, if anything
// is, in place of the packet.
func (p *printer) badRecord() bool {
	caplen, length := len(p.pkt.Data), int(p.pkt.WireLen)
	if caplen > 0 && length >= caplen && length <= packet.MaxSnapLen {
		return false
	}
	p.str("[Invalid header:")
	sep := " "
	fault := func(s string) {
		p.str(sep)
		p.str(s)
		sep = ", "
	}
	if caplen == 0 {
		fault("caplen==0")
	}
	if length == 0 {
		fault("len==0")
	}
	if length != 0 && length < caplen {
		fault("len(")
		p.dec(uint64(length))
		p.str(") < caplen(")
		p.dec(uint64(caplen))
		p.byte(')')
	}
	if caplen > packet.MaxSnapLen {
		fault("caplen(")
		p.dec(uint64(caplen))
		p.str(") > ")
		p.dec(packet.MaxSnapLen)
	}
	if length > packet.MaxSnapLen {
		fault("len(")
		p.dec(uint64(length))
		p.str(") > ")
		p.dec(packet.MaxSnapLen)
	}
	p.byte(']')
	return true
}
