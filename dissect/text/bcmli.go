package text

import "wiredump/dissect"

// bcmliLen is the length of the shim in bytes.
const bcmliLen = 4

// bcmli prints what Broadcom's switches put in front of a packet that they
// intercept lawfully.
//
//	+-----+-------+-----+-------------------------------------------+
//	| dir | type  | sub |             interception ID               |
//	+-----+-------+-----+-------------------------------------------+
func (p *printer) bcmli(b []byte, length int) {
	p.proto = "bcm_li"
	if length < bcmliLen {
		p.strDec(" (length ", uint64(length))
		p.strDec(" < ", bcmliLen)
		p.byte(')')
		p.invalid()
		return
	}
	shim := p.u32(b, 0)
	if p.opt.Verbose > 0 {
		p.str("\n    ")
	}
	p.str("BCM-LI-SHIM: direction ")
	p.tokName(bcmliDirections, "unknown", shim>>29)
	p.str(", pkt-type ")
	kind := shim >> 25 & 0xf
	p.tokName(bcmliTypes, "unknown", kind)
	p.str(", pkt-subtype ")
	p.tokName(bcmliTags, "unknown", shim>>22&7)
	p.strDec(", li-id ", uint64(shim&0x3fffff))
	if p.opt.Verbose == 0 {
		p.need(b, length)
		return
	}
	if p.isCut() {
		return
	}
	p.str("\n    ")
	b, length = b[bcmliLen:], length-bcmliLen
	switch kind {
	case bcmliUndecided:
		switch p.u8(b, 0) >> 4 {
		case 4:
			p.print(dissect.ProtoIPv4, b, length)
		case 6:
			p.print(dissect.ProtoIPv6, b, length)
		default:
			p.str("unknown payload")
		}
	case bcmliIPv4:
		p.print(dissect.ProtoIPv4, b, length)
	case bcmliIPv6:
		p.print(dissect.ProtoIPv6, b, length)
	case bcmliEthernet:
		p.print(dissect.ProtoEthernet, b, length)
	default:
		p.invalid()
	}
}

// What the shim calls the packet's type.
const (
	bcmliUndecided = 4
	bcmliIPv4      = 5
	bcmliIPv6      = 6
	bcmliEthernet  = 7
)

var bcmliDirections = []token{{1, "unused"}, {2, "egress"}, {3, "ingress"}}

var bcmliTypes = []token{
	{bcmliUndecided, "undecided"}, {bcmliIPv4, "ipv4"}, {bcmliIPv6, "ipv6"}, {bcmliEthernet, "ethernet"},
}

var bcmliTags = []token{{1, "single VLAN tag"}, {2, "double VLAN tag"}, {3, "untagged"}}
