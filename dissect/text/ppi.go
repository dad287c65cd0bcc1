package text

import (
	"encoding/binary"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// ppi prints a packet behind a per-packet information header, which names the
// link type of what follows.
//
//	+---------------+---------------+-------------------------------+
//	|    version    |     flags     |   length of header, bytes     |
//	+---------------+---------------+-------------------------------+
//	|                           link type                           |
//	+---------------------------------------------------------------+
//	|   information elements ...
//
// All of it is little endian.
func (p *printer) ppi(b []byte, length int) int {
	const fixed, most = 8, 65532
	p.proto = "ppi"
	if !p.have(b, fixed) {
		return len(b)
	}
	n := int(binary.LittleEndian.Uint16(b[2:]))
	if n < fixed || n > most {
		p.str(" [length ")
		p.int(n)
		p.str(" < 8 or > 65532]")
		p.invalid()
		return len(b)
	}
	if !p.have(b, n) {
		return len(b)
	}
	dlt := binary.LittleEndian.Uint32(b[4:])
	if p.opt.Link {
		p.ppiHeader(b[0], dlt, n, length)
	}
	if p.depth++; p.depth > dissect.MaxNesting {
		p.cut()
		return n
	}
	t, known := fromDLT(dlt)
	if known {
		if inner, ok := p.linkHeader(t, b[n:], length-n); ok {
			// Quirk ppi-dump: -x, -X and -A leave out twice as much.
			return n + inner + inner
		}
	}
	if !p.opt.Link {
		p.ppiHeader(b[0], dlt, n, length)
	}
	if !p.opt.Quiet {
		p.unknown(b[n:])
	}
	return n
}

// ppiHeader prints "V.0 DLT IEEE802_11 (105) len 32, length 46: ".
func (p *printer) ppiHeader(version uint8, dlt uint32, header, length int) {
	name := "UNKNOWN"
	if t, ok := fromDLT(dlt); ok && t.Description() != "" {
		name = t.String()
	}
	if p.opt.Quiet {
		p.str(name)
	} else {
		p.str("V.")
		p.dec(uint64(version))
		p.str(" DLT ")
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

// fromDLT returns the link type that Linux has the number dlt for: those of
// some old types are not the ones in savefiles.
func fromDLT(dlt uint32) (packet.LinkType, bool) {
	switch dlt {
	case 11:
		return linkATM, true
	case 12:
		return packet.Raw, true
	case 15:
		return linkSLIPBSDOS, true
	case 16:
		return linkPPPBSDOS, true
	case 18:
		return linkPFSYNC, true
	case 19:
		return linkATMCLIP, true
	case uint32(linkATM), uint32(packet.Raw), uint32(linkSLIPBSDOS), uint32(linkPPPBSDOS), uint32(linkATMCLIP), uint32(linkPFSYNC):
		return 0, false
	}
	return packet.LinkType(dlt), dlt < uint32(packet.Unrecognized)
}
