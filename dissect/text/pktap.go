package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// pkTap prints a packet behind Apple's header, which names the link type of
// what follows; in the byte order of the host.
//
//	+---------------------------------------------------------------+
//	|  length of header in bytes, type of record, link type         |
//	|  (4 bytes each); interface, process ... (96 bytes)            |
//	+---------------------------------------------------------------+
func (p *printer) pkTap(b []byte, length int) int {
	const least, noRecord, isPacket = 108, 0, 1
	p.proto = "pktap"
	if length < least {
		p.str(" (packet too short, ")
		p.int(length)
		p.str(" < 108)")
		p.invalid()
		return 0
	}
	if !p.need(b, 12) {
		return 0
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n < least || n > length {
		if n < least {
			p.str(" (pkt_len too small, ")
			p.int(n)
			p.str(" < 108)")
		} else {
			p.str(" (pkt_len too big, ")
			p.int(n)
			p.str(" > ")
			p.int(length)
			p.byte(')')
		}
		p.invalid()
		return 0
	}
	if !p.need(b, n) {
		return 0
	}
	dlt := binary.LittleEndian.Uint32(b[8:])
	if p.opt.Link {
		p.pkTapHeader(dlt, n, length)
	}
	switch binary.LittleEndian.Uint32(b[4:]) {
	case noRecord:
		p.str("no data")
		return n
	case isPacket:
	default:
		return n
	}
	if p.depth++; p.depth > dissect.MaxNesting {
		p.cut()
		return n
	}
	if t, ok := fromDLT(dlt); ok {
		if inner, ok := p.linkHeader(t, b[n:], length-n); ok {
			// Quirk pktap-dump: as behind PPI.
			return n + inner + inner
		}
	}
	if !p.opt.Link {
		p.pkTapHeader(dlt, n, length)
	}
	if !p.opt.Quiet {
		p.unknown(b[n:])
	}
	return n
}

// pkTapHeader prints "DLT EN10MB (1) len 108, length 150: ".
func (p *printer) pkTapHeader(dlt uint32, header, length int) {
	name := "UNKNOWN"
	if t, ok := fromDLT(dlt); ok && t.Description() != "" {
		name = t.String()
	}
	if p.opt.Quiet {
		p.str(name)
	} else {
		p.str("DLT ")
		p.str(name)
		p.str(" (")
		p.dec(uint64(dlt))
		p.str(") len ")
		p.int(header)
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}
