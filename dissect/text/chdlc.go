package text

import "wiredump/dissect"

// chdlcLen is the length of Cisco's HDLC header in bytes.
const chdlcLen = 4

// Ethertypes that mean something of their own in Cisco's HDLC.
const (
	chdlcSLARP = 0x8035
	chdlcOSI   = 0xfefe
)

// chdlc prints a frame of Cisco's HDLC and returns the length of its header.
//
//	+---------------+---------------+-------------------------------+
//	|    address    |    control    |           Ethertype           |
//	+---------------+---------------+-------------------------------+
func (p *printer) chdlc(b []byte, length int) int {
	p.proto = "chdlc"
	if length < chdlcLen {
		p.truncated()
		return length
	}
	if !p.need(b, chdlcLen) {
		return 0
	}
	proto := p.u16(b, 2)
	if p.opt.Link {
		switch address := uint64(b[0]); address {
		case 0x0f:
			p.str("unicast")
		case 0x8f:
			p.str("bcast")
		default:
			p.hex0x(address, 2)
		}
		p.str(", ethertype ")
		p.tokName(etherTypes, "Unknown", uint32(proto))
		p.str(" (")
		p.hex0x(uint64(proto), 4)
		p.strDec("), length ", uint64(length))
		p.str(": ")
	}
	b, length = b[chdlcLen:], length-chdlcLen
	switch proto {
	case dissect.EtherTypeIPv4, dissect.EtherTypeIPv6, dissect.EtherTypeMPLS, dissect.EtherTypeMPLSMulticast:
		p.print(dissect.ForEtherType(proto), b, length)
	case chdlcSLARP:
		p.slarp(b, length)
	case chdlcOSI:
		// There may be a byte in front of the identifier of the protocol.
		if second := p.u8(b, 1); second >= 0x81 && second <= 0x83 {
			b, length = after(b, 1), length-1
		}
		p.isoclns(b, length)
	default:
		if !p.opt.Link {
			p.str("unknown CHDLC protocol (")
			p.hex0x(uint64(proto), 4)
			p.byte(')')
		}
	}
	return chdlcLen
}

// Kinds of SLARP packets.
const (
	slarpRequest   = 0
	slarpReply     = 1
	slarpKeepalive = 2
)

// slarp prints a packet of Cisco's Serial Line Address Resolution Protocol.
//
//	kind, 4 bytes; address and mask, or sequence numbers: 4 bytes each;
//	0xffff, 2 bytes; up time in ms, 4 bytes, which may be missing
func (p *printer) slarp(b []byte, length int) {
	const least, most = 14, 18
	p.proto = "chdlc_slarp"
	p.strDec("SLARP (length: ", uint64(length))
	p.str("), ")
	if length < least || len(b) < least {
		p.truncated()
		return
	}
	rest := limit(b[4:], length-4) // what -vv dumps
	switch kind := p.u32(b, 0); kind {
	case slarpRequest:
		p.str("request")
	case slarpReply:
		p.str("reply ")
		p.ip4At(b, 4)
		p.byte('/')
		p.ip4At(b, 8)
	case slarpKeepalive:
		p.str("keepalive: mineseen=")
		p.hex0x(uint64(p.u32(b, 4)), 8)
		p.str(", yourseen=")
		p.hex0x(uint64(p.u32(b, 8)), 8)
		p.str(", reliability=")
		p.hex0x(uint64(p.u16(b, 12)), 4)
		if length >= most {
			up := uint64(p.u32(b, 14)) / 1000
			p.strDec(", link uptime=", up/86400)
			p.strDec("d", up/3600%24)
			p.strDec("h", up/60%60)
			p.strDec("m", up%60)
			p.byte('s')
			rest = after(limit(b, length), most)
		}
	default:
		p.hex0x(uint64(kind), 2)
		p.str(" unknown")
		if p.opt.Verbose < 2 {
			p.hexLines("\n\t", rest)
		}
	}
	if length > most && p.opt.Verbose > 0 {
		p.strDec(", (trailing junk: ", uint64(length-most))
		p.str(" bytes)")
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t", rest)
	}
}
