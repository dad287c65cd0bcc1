package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// frameRelay prints a frame of a Frame Relay link, and returns the length of
// its header: an address of two to four bytes (Q.922) and either a control
// byte and a network layer protocol identifier (RFC 2427), or an Ethertype.
//
//	Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID IPv4 (0xcc), length 48: ...
func (p *printer) frameRelay(b []byte, length int) int {
	p.proto = "fr"
	if !p.have(b, 4) {
		return len(b)
	}
	return p.frameRelayFrame(b, length)
}

// frameRelayFrame prints a frame of which there may be less than four bytes.
func (p *printer) frameRelayFrame(b []byte, length int) int {
	p.proto = "fr"
	a, cut := frameRelayAddr(b)
	if cut {
		p.cut()
		return 0
	}
	if a.len == 0 {
		p.str("Q.922, invalid address")
		return 0
	}
	if !p.need(b, a.len+1) {
		return 0
	}
	if b[a.len] != frControlUI {
		if a.dlci != 0 {
			if len(b) < a.len+2 {
				p.str("UI ")
				p.hexNum(uint64(b[a.len]), 2)
				p.str("! ")
				p.cut()
				return 0
			}
			t := binary.BigEndian.Uint16(b[a.len:])
			if p.opt.Link {
				p.frameRelayHeader(&a, "cisco-ethertype ", etherTypes, t, 4, length)
			}
			if p.etherMessage(t, b[a.len+2:], length-a.len-2) {
				return a.len + 2
			}
			p.str("UI ")
			p.hexNum(uint64(b[a.len]), 2)
			p.str("! ")
		}
	}
	if !p.need(b, a.len+2) {
		return 0
	}
	n := a.len + 2
	if b[a.len+1] == 0 {
		if a.len != 3 {
			p.str("Pad! ")
		}
		n++
	} else if a.len == 3 {
		p.str("No pad! ")
	}
	if !p.need(b, n) {
		return 0
	}
	if length < n {
		p.truncated()
		return len(b)
	}
	nlpid := b[n-1]
	if p.opt.Link {
		p.frameRelayHeader(&a, "NLPID ", frNLPIDs, uint16(nlpid), 2, length)
	}
	inner := length - n
	switch nlpid {
	case 0xcc:
		p.ipv4(b[n:], inner)
	case 0x8e:
		p.ipv6(b[n:], inner)
	case 0x81, 0x82, 0x83:
		p.isoclns(b[n-1:], inner+1)
	case 0x80:
		if !p.frameRelaySNAP(b[n:], inner) {
			if !p.opt.Link {
				p.str("SNAP, ")
				p.snapHeader(b[n:], inner)
				// Quirk fr-snap: here the length is that of all headers.
				a.len = n
				p.frameRelayHeader(&a, "NLPID ", frNLPIDs, uint16(nlpid), 2, length)
			}
			if !p.opt.Quiet {
				p.unknownWhole(b, length)
			}
		}
	case 0x08:
		p.q933(b[n:], inner)
	case 0xb1:
		p.frf15(b[n:], inner)
	case 0xcf:
		p.ppp(b[n:], inner)
	default:
		if !p.opt.Link {
			p.frameRelayHeader(&a, "NLPID ", frNLPIDs, uint16(nlpid), 2, length)
		}
		p.unknownWhole(b[n:], inner)
	}
	return n
}

// unknownWhole is unknown for data of which length bytes should be there: if
// they are not the text ends.
func (p *printer) unknownWhole(b []byte, length int) {
	p.unknown(b)
	if p.opt.Hex == 0 && p.opt.HexASCII == 0 {
		p.need(b, length)
	}
}

const frControlUI = 0x03 // unnumbered information

// frameRelaySNAP prints a message behind a SNAP header. Bridged frames are not
// padded as they are behind LLC.
func (p *printer) frameRelaySNAP(b []byte, length int) bool {
	p.proto = "snap"
	if !p.have(b, dissect.SNAPLen) {
		return true
	}
	if p.opt.Link {
		p.snapHeader(b, length)
	}
	return p.snapPadded(b, length, 0)
}

// A frAddr is a Q.922 address.
//
//	+-----------------------+---+---+
//	|     DLCI, high        |C/R| 0 |
//	+---------------+---+---+---+---+
//	|   DLCI        |FE |BE |DE |EA | EA: the last byte
//	+---------------+---+---+---+---+
//	|   DLCI, in four bytes     |EA |
//	+-----------------------+---+---+
//	|   DLCI, low           |D/C| 1 |
//	+-----------------------+---+---+
type frAddr struct {
	len   int // bytes; 0: it is none
	dlci  uint32
	flags uint32
}

// frameRelayAddr decodes the address that b begins with, if there is one and it
// is not cut.
func frameRelayAddr(b []byte) (a frAddr, cut bool) {
	n := 1
	for n <= len(b) && n < 4 && b[n-1]&1 == 0 {
		n++
	}
	if n > len(b) {
		return frAddr{}, true
	}
	if n == 1 || b[n-1]&1 == 0 {
		return frAddr{}, false
	}
	a = frAddr{len: n, dlci: uint32(b[0]>>2&0x3f)<<4 | uint32(b[1]>>4), flags: uint32(b[0]&2)<<8 | uint32(b[1]&0xe)}
	if n == 4 {
		a.dlci = a.dlci<<7 | uint32(b[2]>>1)
	}
	if n > 2 {
		a.dlci = a.dlci<<6 | uint32(b[n-1]>>2)
		a.flags |= uint32(b[n-1]&2) << 16
	}
	return a, false
}

var frFlags = []token{{0x200, "C!"}, {2, "DE"}, {4, "BECN"}, {8, "FECN"}, {0x20000, "sdlcore"}}

var frNLPIDs = []token{
	{0x00, "NULL"}, {0x08, "Q.933"}, {0x09, "LMI"}, {0x80, "SNAP"}, {0x81, "CLNP"}, {0x82, "ES-IS"}, {0x83, "IS-IS"}, {0x84, "CONS"},
	{0x85, "IDRP"}, {0x8a, "X25 ES-IS"}, {0x8e, "IPv6"}, {0xb1, "FRF.15"}, {0xc1, "ISIS_SPB"}, {0xcc, "IPv4"}, {0xcf, "PPP"},
}

// frameRelayHeader prints the address and what follows it.
func (p *printer) frameRelayHeader(a *frAddr, what string, names []token, v uint16, width, length int) {
	if p.opt.Quiet {
		p.str("Q.922, DLCI ")
		p.dec(uint64(a.dlci))
	} else {
		p.str("Q.922, hdr-len ")
		p.int(a.len)
		p.str(", DLCI ")
		p.dec(uint64(a.dlci))
		p.str(", Flags [")
		p.bitsOrNone(frFlags, a.flags, ", ")
		p.str("], ")
		p.str(what)
		p.tokName(names, "unknown", uint32(v))
		p.str(" (")
		p.hex0x(uint64(v), width)
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

var frfFlags = []token{{0x8000, "Begin"}, {0x4000, "End"}, {0x2000, "Control"}}

// frf15 prints the header of a fragment (FRF.12, FRF.15).
func (p *printer) frf15(b []byte, length int) {
	if length < 2 {
		p.truncated()
		return
	}
	h := p.u16(b, 0)
	p.str("FRF.15, seq 0x")
	// Quirk frf15: the sequence number has 13 bits, two of them in the way.
	p.hexNum(uint64(h&0x1eff>>1&0xf00|h&0xff), 3)
	p.str(", Flags [")
	p.bitsOrNone(frfFlags, uint32(h), ", ")
	p.str("],")
	if h&0x100 != 0 {
		p.str("Interface")
	} else {
		p.str("End-to-End")
	}
	p.str(" Fragmentation, length ")
	p.int(length)
}

// mfr prints a frame of a multilink bundle (FRF.16.1).
func (p *printer) mfr(b []byte, length int) int {
	p.proto = "mfr"
	if length < 4 {
		if !p.need(b, 2) {
			return 0
		}
		p.str("[length ")
		p.int(length)
		p.str(" < 4]")
		p.invalid()
		return len(b)
	}
	if !p.need(b, 4) {
		return 0
	}
	h := binary.BigEndian.Uint16(b)
	flags := uint32(h & 0xe000)
	if b[0]&0xe0 == 0xe0 && b[1] == 0 {
		p.str("FRF.16 Control, Flags [")
		p.bits(frfFlags, flags, ", ")
		p.str("], ")
		p.tokUnknownHex(mfrMessages, "Unknown Message (", b[2])
		p.str(", length ")
		p.int(length)
		return 4
	}
	p.str("FRF.16 Frag, seq ")
	p.dec(uint64(h&0x1e00>>1 | h&0xff))
	p.str(", Flags [")
	p.bitsOrNone(frfFlags, flags, ", ")
	p.byte(']')
	if flags&0xa000 == 0x8000 {
		p.str(", ")
		return p.frameRelayFrame(b[2:], length-2)
	}
	p.hexLines("\n\t", b)
	return 4
}

var mfrMessages = []token{
	{1, "Add Link"}, {2, "Add Link ACK"}, {3, "Add Link Reject"}, {4, "Hello"}, {5, "Hello ACK"}, {6, "Remove Link"}, {7, "Remove Link ACK"},
}

// tokUnknownHex prints the word for v; where the table has none, other, v in
// hexadecimal and a parenthesis.
func (p *printer) tokUnknownHex(table []token, other string, v uint8) {
	if s, ok := find(table, uint32(v)); ok {
		p.str(s)
		return
	}
	p.str(other)
	p.hex0x(uint64(v), 2)
	p.byte(')')
}
