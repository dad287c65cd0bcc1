package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// arp prints an ARP or RARP packet (RFC 826, RFC 903).
//
//	ARP, Request who-has 1.2.3.4 tell 1.2.3.5, length 28
func (p *printer) arp(b []byte, length int) {
	p.proto = "arp"
	if !p.need(b, dissect.ARPLen) {
		return
	}
	if binary.BigEndian.Uint16(b) == dissect.ARPATM {
		p.atmARP(b, length)
		return
	}
	var h dissect.ARP
	h.Decode(b)
	if !p.need(b, h.Len()) {
		return
	}
	p.arpLabel()
	usual := arpIPv4(h.Protocol) && h.ProtocolLen == 4 && h.HardwareLen > 0
	if !usual || p.opt.Verbose > 0 {
		p.tokHardware(h.Hardware)
		p.str(" (len ")
		p.int(h.HardwareLen)
		p.str("), ")
		p.arpProtocol(h.Protocol)
		p.str(" (len ")
		p.int(h.ProtocolLen)
		p.byte(')')
		if p.opt.Verbose == 0 {
			p.arpLength(length)
			return
		}
		p.str(", ")
	}
	p.tok2(arpOps, "Unknown (", uint32(h.Op), ")")
	switch h.Op {
	case dissect.ARPRequest:
		p.str(" who-has ")
		p.arpAddr(&h, h.DstProtocol)
		if !zero(h.DstHardware) {
			p.str(" (")
			p.arpHardware(&h, h.DstHardware)
			p.byte(')')
		}
		p.str(" tell ")
		p.arpAddr(&h, h.SrcProtocol)
	case dissect.ARPReply:
		p.byte(' ')
		p.arpAddr(&h, h.SrcProtocol)
		p.str(" is-at ")
		p.arpHardware(&h, h.SrcHardware)
	case dissect.ARPReverseRequest, dissect.ARPInverseRequest:
		p.str(" who-is ")
		p.arpHardware(&h, h.DstHardware)
		p.str(" tell ")
		p.arpHardware(&h, h.SrcHardware)
	case dissect.ARPReverseReply:
		p.byte(' ')
		p.arpHardware(&h, h.DstHardware)
		p.str(" at ")
		p.arpAddr(&h, h.DstProtocol)
	case dissect.ARPInverseReply:
		p.byte(' ')
		p.arpHardware(&h, h.SrcHardware)
		p.str(" at ")
		p.arpAddr(&h, h.SrcProtocol)
	default:
		p.byte(' ')
		p.hexASCII("\n\t", b)
		return
	}
	p.arpLength(length)
}

func (p *printer) arpLabel() {
	if !p.opt.Link {
		p.str("ARP, ")
	}
}

func (p *printer) arpLength(length int) {
	p.str(", length ")
	p.int(length)
}

// arpIPv4 tells the protocol types whose addresses are those of IPv4.
func arpIPv4(t uint16) bool {
	return t == dissect.EtherTypeIPv4 || t == dissect.EtherTypeTrail
}

func (p *printer) tokHardware(t uint16) { p.tok2(arpHardware, "Unknown Hardware (", uint32(t), ")") }

func (p *printer) arpProtocol(t uint16) {
	if s, ok := find(etherTypes, uint32(t)); ok {
		p.str(s)
		return
	}
	p.str("Unknown Protocol (")
	p.hex0x(uint64(t), 4)
	p.byte(')')
}

// arpAddr prints a protocol address.
func (p *printer) arpAddr(h *dissect.ARP, a []byte) { p.arpProtoAddr(h.Protocol, a, "<wrong len>") }

func (p *printer) arpProtoAddr(t uint16, a []byte, wrong string) {
	switch {
	case !arpIPv4(t):
		p.str("<wrong proto type>")
	case len(a) != 4:
		p.str(wrong)
	default:
		p.ip4([4]byte(a))
	}
}

// arpHardware prints a hardware address.
func (p *printer) arpHardware(h *dissect.ARP, a []byte) {
	switch {
	case len(a) == 0:
		p.str("<empty>")
	case h.Hardware == dissect.ARPFrameRelay:
		p.dlci(a)
	case len(a) == 6:
		p.mac([6]byte(a))
	default:
		p.linkAddr(a)
	}
}

func zero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}

// dlci prints a Frame Relay address (Q.922 section 3.2): two to four bytes of
// which the last has bit 0 set.
func (p *printer) dlci(a []byte) {
	_, v, state := q922(a)
	switch state {
	case q922Invalid:
		p.str("<Invalid DLCI>")
	case q922Cut:
		p.str("<Truncated>")
	default:
		p.str("DLCI ")
		p.dec(uint64(v))
	}
}

// States of a Q.922 address.
const (
	q922Good = iota
	q922Invalid
	q922Cut
)

// q922 returns the length in bytes and the value of the Q.922 address that b
// begins with.
func q922(b []byte) (n int, v uint32, state int) {
	if len(b) < 1 {
		return 0, 0, q922Cut
	}
	if b[0]&1 != 0 {
		return 0, 0, q922Invalid
	}
	if len(b) < 2 {
		return 0, 0, q922Cut
	}
	v = uint32(b[0]&0xfc)<<2 | uint32(b[1])>>4
	if b[1]&1 != 0 {
		return 2, v, q922Good
	}
	n = 3
	if len(b) < n {
		return 0, 0, q922Cut
	}
	if b[2]&1 == 0 {
		v = v<<7 | uint32(b[2])>>1
		n++
		if len(b) < n {
			return 0, 0, q922Cut
		}
	}
	if b[n-1]&1 == 0 {
		return 0, 0, q922Invalid
	}
	return n, v<<6 | uint32(b[n-1])>>2, q922Good
}

var arpHardware = []token{
	{dissect.ARPEthernet, "Ethernet"},
	{dissect.ARPTokenRing, "TokenRing"},
	{dissect.ARPArcNet, "ArcNet"},
	{dissect.ARPFrameRelay, "FrameRelay"},
	{dissect.ARPStrip, "Strip"},
	{dissect.ARPIEEE1394, "IEEE 1394"},
	{dissect.ARPInfiniBand, "InfiniBand"},
}

var arpOps = []token{
	{dissect.ARPRequest, "Request"},
	{dissect.ARPReply, "Reply"},
	{dissect.ARPReverseRequest, "Reverse Request"},
	{dissect.ARPReverseReply, "Reverse Reply"},
	{dissect.ARPInverseRequest, "Inverse Request"},
	{dissect.ARPInverseReply, "Inverse Reply"},
	{dissect.ARPNak, "NACK Reply"},
}

// atmARP prints an ARP packet for ATM (RFC 2225).
func (p *printer) atmARP(b []byte, length int) {
	if !p.need(b, dissect.ATMARPLen) {
		return
	}
	var h dissect.ATMARP
	h.Decode(b)
	if !p.need(b, h.Len()) {
		return
	}
	p.arpLabel()
	usual := arpIPv4(h.Protocol) && h.SrcProtocolLen == 4 && h.DstProtocolLen == 4
	if !usual || p.opt.Verbose > 0 {
		p.str("ATM, ")
		p.arpProtocol(h.Protocol)
		p.str(" (len ")
		p.int(h.SrcProtocolLen)
		p.byte('/')
		p.int(h.DstProtocolLen)
		p.byte(')')
		if p.opt.Verbose == 0 {
			p.arpLength(length)
			return
		}
		p.str(", ")
	}
	p.tok2(arpOps, "Unknown (", uint32(h.Op), ")")
	switch h.Op {
	case dissect.ARPRequest:
		p.str(" who-has ")
		p.arpProtoAddr(h.Protocol, h.DstProto, "<wrong tplen>")
		if h.DstNumberLen != 0 {
			p.str(" (")
			p.atmAddr(h.DstNumber, h.DstSub)
			p.byte(')')
		}
		p.str(" tell ")
		p.atmSrcProto(&h)
	case dissect.ARPReply:
		p.byte(' ')
		p.atmSrcProto(&h)
		p.str(" is-at ")
		p.atmAddr(h.SrcNumber, h.SrcSub)
	case dissect.ARPInverseRequest:
		p.str(" who-is ")
		p.atmAddr(h.DstNumber, h.DstSub)
		p.str(" tell ")
		p.atmAddr(h.SrcNumber, h.SrcSub)
	case dissect.ARPInverseReply:
		// quirk atm-arp-at: no space in front of "at".
		p.byte(' ')
		p.atmAddr(h.SrcNumber, h.SrcSub)
		p.str("at ")
		p.atmSrcProto(&h)
	case dissect.ARPNak:
		p.str(" for ")
		p.atmSrcProto(&h)
	default:
		p.byte(' ')
		p.hexASCII("\n\t", b)
		return
	}
	p.arpLength(length)
}

func (p *printer) atmSrcProto(h *dissect.ATMARP) {
	p.arpProtoAddr(h.Protocol, h.SrcProto, "<wrong splen>")
}

// atmAddr prints an ATM number and, behind a comma, its subaddress.
func (p *printer) atmAddr(number, sub []byte) {
	if len(number) == 0 {
		p.str("<No address>")
		return
	}
	p.linkAddr(number)
	if len(sub) > 0 {
		p.byte(',')
		p.linkAddr(sub)
	}
}
