package handshake

import (
	"encoding/binary"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// icmp follows an ICMP or ICMPv6 error that quotes a TCP segment (RFC 792, RFC
// 4443 section 3). The quote must match a SYN or SYN-ACK that was sent, with
// its sequence number, or anybody could end an attempt.
func (t *Tracker) icmp(f *dissect.Frame, p *packet.Packet) {
	b := f.Body
	if len(b) < 8 {
		return
	}
	e := ICMPError{Type: b[0], Code: b[1], From: f.Src()}
	var quote []byte // from the ports on
	var k key
	switch f.Network {
	case dissect.ProtoIPv4:
		switch e.Type {
		case 3, 11, 12: // destination unreachable, time exceeded, parameter problem
		default:
			return
		}
		var q dissect.IPv4
		q.Decode(b[8:])
		if q.Captured < dissect.IPv4Len || q.Protocol != dissect.IPProtoTCP || q.FragOffset != 0 {
			return
		}
		if quote = q.Payload; len(quote) < 8 {
			return
		}
		k.ends[0].set4(q.Src, 0)
		k.ends[1].set4(q.Dst, 0)
		if e.Type == 3 && e.Code == 4 {
			e.MTU = uint32(binary.BigEndian.Uint16(b[6:]))
		}
	case dissect.ProtoIPv6:
		if e.Type < 1 || e.Type > 4 {
			return
		}
		e.V6 = true
		var q dissect.IPv6
		q.Decode(b[8:])
		if q.Captured < dissect.IPv6Len {
			return
		}
		next, body, first := dissect.SkipExtensions(q.NextHeader, q.Payload)
		if !first || next != dissect.IPProtoTCP || len(body) < 8 {
			return
		}
		quote = body
		k.ends[0].addr, k.ends[1].addr = q.Src, q.Dst
		if e.Type == 2 {
			e.MTU = binary.BigEndian.Uint32(b[4:])
		}
	default:
		return
	}
	k.ends[0].port = binary.BigEndian.Uint16(quote)
	k.ends[1].port = binary.BigEndian.Uint16(quote[2:])
	seq := binary.BigEndian.Uint32(quote[4:])
	dir := k.order()
	t.scope(&k, f, p)
	at := nanos(p.Time)
	n := t.tab.find(&k, k.hash(t.tab.seed))
	if n == 0 {
		return
	}
	fl := &t.tab.flows[n]
	if fl.stage != stageSynSent && fl.stage != stageSynReceived && fl.stage != stageCrossing {
		return
	}
	e.Quoted = fl.role(dir)
	side := &fl.side[e.Quoted]
	match := side.Seen && seq == side.ISN || e.Quoted == Client && fl.flags&FlagNewISN != 0 && seq == fl.previousISN
	if !match {
		fl.flags |= FlagIgnoredICMP
		t.sum.IgnoredICMP++
		return
	}
	// After an answer only the answer itself can be what is unreachable.
	if fl.stage == stageSynReceived && e.Quoted == Client || fl.outcome == Refused || fl.outcome == ResetInHandshake {
		return
	}
	fl.icmp = e
	t.outcome(n, Unreachable, at)
	fl.flags |= FlagICMPSoft
}
