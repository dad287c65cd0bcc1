package text

import "encoding/binary"

// Address families of Linux, and the attribute that holds the packet.
const (
	nfInet    = 2
	nfInet6   = 10
	nfPayload = 9
)

// nfLog prints a packet that Linux's netfilter logged: an address family, a
// version of zero, the number of the log, and attributes.
//
//	+-------------------------------+-------------------------------+
//	|  length with header, bytes    |            type               |
//	+-------------------------------+-------------------------------+
//	|  value, padded to 4 bytes ...
func (p *printer) nfLog(b []byte, length int) int {
	const header, attribute = 4, 4
	p.proto = "nflog"
	if len(b) < header || length < header {
		p.truncated()
		return len(b)
	}
	family, version, id := b[0], b[1], binary.BigEndian.Uint16(b[2:])
	if version != 0 {
		p.str("version ")
		p.dec(uint64(version))
		p.str(" (unknown)")
		return header
	}
	if p.opt.Link {
		p.nfLogHeader(family, id, length)
	}
	n := header
	for total := length; n < total; {
		if len(b)-n < attribute {
			p.truncated()
			return n
		}
		size := (int(binary.LittleEndian.Uint16(b[n:])) + 3) &^ 3
		kind := binary.LittleEndian.Uint16(b[n+2:])
		if size < attribute || len(b)-n < size {
			p.truncated()
			return n
		}
		if kind == nfPayload {
			n += attribute
			length -= attribute
			break
		}
		n += size
		length -= size
	}
	switch family {
	case nfInet:
		p.ipv4(b[n:], max(length-header, 0))
	case nfInet6:
		p.ipv6(b[n:], max(length-header, 0))
	default:
		if !p.opt.Link {
			p.nfLogHeader(family, id, length)
		}
		if !p.opt.Quiet {
			p.unknown(b[n:])
		}
	}
	return n
}

// nfLogHeader prints "version 0, resource ID 5, family IPv4 (2), length 52: ".
func (p *printer) nfLogHeader(family uint8, id uint16, length int) {
	p.str("version 0, resource ID ")
	p.dec(uint64(id))
	p.str(", ")
	name, ok := find(nfFamilies, uint32(family))
	switch {
	case !p.opt.Quiet:
		if !ok {
			name = "Unknown"
		}
		p.str("family ")
		p.str(name)
		p.str(" (")
		p.dec(uint64(family))
		p.byte(')')
	case ok:
		p.str(name)
	default:
		p.str("Unknown NFLOG (")
		p.hex0x(uint64(family), 2)
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

var nfFamilies = []token{{nfInet, "IPv4"}, {nfInet6, "IPv6"}}
