package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

const hdlcLen = 4 // address, control or zero, and protocol, in bytes

// cHDLC prints a frame of Cisco's HDLC: an address, a zero and an Ethertype.
//
//	unicast, ethertype IPv4 (0x0800), length 48: ...
func (p *printer) cHDLC(b []byte, length int) int {
	p.proto = "chdlc"
	if length < hdlcLen {
		p.truncated()
		return len(b)
	}
	if !p.need(b, hdlcLen) {
		return 0
	}
	t := binary.BigEndian.Uint16(b[2:])
	if p.opt.Link {
		switch b[0] {
		case hdlcUnicast:
			p.str("unicast")
		case hdlcBroadcast:
			p.str("bcast")
		default:
			p.hex0x(uint64(b[0]), 2)
		}
		p.str(", ethertype ")
		p.tokName(etherTypes, "Unknown", uint32(t))
		p.str(" (")
		p.hex0x(uint64(t), 4)
		p.str("), length ")
		p.int(length)
		p.str(": ")
	}
	b, length = b[hdlcLen:], length-hdlcLen
	switch t {
	case dissect.EtherTypeIPv4:
		p.ipv4(b, length)
	case dissect.EtherTypeIPv6:
		p.ipv6(b, length)
	case dissect.EtherTypeRARP:
		p.slarp(b, length)
	case etherTypeOSI:
		if length < 2 {
			p.truncated()
			break
		}
		if !p.need(b, 2) {
			break
		}
		// There may be a byte of padding.
		if b[1] >= 0x81 && b[1] <= 0x83 {
			b, length = b[1:], length-1
		}
		p.isoclns(b, length)
	case dissect.EtherTypeMPLS, dissect.EtherTypeMPLSMulticast:
		p.mpls(b, length)
	default:
		if !p.opt.Link {
			p.str("unknown CHDLC protocol (")
			p.hex0x(uint64(t), 4)
			p.byte(')')
		}
	}
	return hdlcLen
}

// Addresses of Cisco's HDLC.
const (
	hdlcUnicast   = 0x0f
	hdlcBroadcast = 0x8f
)

const etherTypeOSI = 0xfefe

// slarp prints a message of Cisco's serial line address resolution.
//
//	+---------------------------------------------------------------+
//	|     code: request 0, reply 1, keepalive 2                     |
//	+---------------------------------------------------------------+
//	|     address, or sequence number of the sender                 |
//	+---------------------------------------------------------------+
//	|     mask, or sequence number that was seen last               |
//	+-------------------------------+-------------------------------+
//	|     reliability               |   uptime, ms (4 bytes) ...
//	+-------------------------------+-------------------------------+
func (p *printer) slarp(b []byte, length int) {
	const slarpLen = 14
	p.proto = "chdlc_slarp"
	p.str("SLARP (length: ")
	p.int(length)
	p.str("), ")
	if length < slarpLen || len(b) < slarpLen {
		p.truncated()
		return
	}
	rest := b[4:] // what -vv dumps
	switch code := binary.BigEndian.Uint32(b); code {
	case 0:
		p.str("request")
	case 1:
		p.str("reply ")
		p.ip4([4]byte(b[4:]))
		p.byte('/')
		p.ip4([4]byte(b[8:]))
	case 2:
		p.str("keepalive: mineseen=0x")
		p.hexNum(uint64(binary.BigEndian.Uint32(b[4:])), 8)
		p.str(", yourseen=0x")
		p.hexNum(uint64(binary.BigEndian.Uint32(b[8:])), 8)
		p.str(", reliability=0x")
		p.hexNum(uint64(binary.BigEndian.Uint16(b[12:])), 4)
		if length >= slarpLen+4 {
			if !p.need(b, slarpLen+4) {
				return
			}
			rest = b[slarpLen+4:]
			s := uint64(binary.BigEndian.Uint32(b[slarpLen:]) / 1000)
			p.str(", link uptime=")
			p.dec(s / 86400)
			p.byte('d')
			p.dec(s % 86400 / 3600)
			p.byte('h')
			p.dec(s % 3600 / 60)
			p.byte('m')
			p.dec(s % 60)
			p.byte('s')
		}
	default:
		p.hex0x(uint64(code), 2)
		p.str(" unknown")
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t", b[4:])
		}
	}
	if junk := length - slarpLen - 4; p.opt.Verbose > 0 && junk > 0 {
		p.str(", (trailing junk: ")
		p.int(junk)
		p.str(" bytes)")
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t", rest)
	}
}

// pppSerial prints a frame of a PPP link in HDLC-like framing (RFC 1662), or
// one of Cisco's HDLC.
//
//	ff 03 32 IP: ...
func (p *printer) pppSerial(b []byte, length int) int {
	p.proto = "ppp_hdlc"
	if !p.have(b, 2) {
		return len(b)
	}
	if b[0] == hdlcUnicast || b[0] == hdlcBroadcast {
		return p.cHDLC(b, length)
	}
	n := 2
	if b[0] == 0xff {
		n = hdlcLen
	}
	if !p.have(b, hdlcLen) {
		return len(b)
	}
	if p.opt.Link {
		p.hexNum(uint64(b[0]), 2)
		p.byte(' ')
		p.hexNum(uint64(b[1]), 2)
		p.byte(' ')
		p.int(length)
		p.byte(' ')
	}
	if b[0] != 0xff {
		p.str("unknown addr ")
		p.hexNum(uint64(b[2]), 2)
		p.str("; ctrl ")
		p.hexNum(uint64(b[3]), 2)
		return n
	}
	t := binary.BigEndian.Uint16(b[2:])
	p.pppName(t)
	p.str(": ")
	p.pppPayload(t, b[n:], length-n)
	return n
}

// pppName prints the name of a PPP protocol.
func (p *printer) pppName(t uint16) {
	if s, ok := find(pppProtocols, uint32(t)); ok {
		p.str(s)
		return
	}
	p.str("unknown PPP protocol (")
	p.hex0x(uint64(t), 4)
	p.byte(')')
}
