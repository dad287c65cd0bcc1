package text

import "wiredump/dissect"

// mpls prints a stack of MPLS labels (RFC 3032) and what is behind it.
//
//	MPLS (label 16, tc 0, ttl 64) (label 17, tc 0, [S], ttl 64) IP ...
func (p *printer) mpls(b []byte, length int) {
	p.proto = "mpls"
	p.str("MPLS")
	off := 0
	var v dissect.MPLS
	for {
		if off+dissect.MPLSLen > length {
			p.invalid()
			return
		}
		if !p.need(b, off+dissect.MPLSLen) {
			return
		}
		v.Decode(b[off:])
		if off > 0 && p.opt.Verbose > 0 {
			p.str("\n\t(label ")
		} else {
			p.str(" (label ")
		}
		p.dec(uint64(v.Label))
		if p.opt.Verbose > 0 && v.Label < 16 {
			p.str(" (")
			p.tokName(mplsLabels, "rsvd", v.Label)
			p.byte(')')
		}
		p.str(", tc ")
		p.dec(uint64(v.Class))
		if v.Bottom {
			p.str(", [S]")
		}
		p.str(", ttl ")
		p.dec(uint64(v.TTL))
		p.byte(')')
		off += dissect.MPLSLen
		if v.Bottom {
			break
		}
	}
	b, length = after(b, off), length-off
	if length < 1 {
		return
	}
	p.mplsPayload(&v, b, length)
}

// mplsPayload prints what follows a stack: labels do not tell, so the first
// byte is asked.
func (p *printer) mplsPayload(v *dissect.MPLS, b []byte, length int) {
	first := p.u8(b, 0)
	if p.isCut() {
		return
	}
	show := p.ipv4
	switch {
	case v.Label == dissect.MPLSIPv4Null || v.Label == dissect.MPLSRouterAlert || v.Label == dissect.MPLSImplicitNull:
	case v.Label == dissect.MPLSIPv6Null:
		show = p.ipv6
	case first >= 0x45 && first <= 0x4f:
	case first>>4 == 6:
		show = p.ipv6
	case first >= 0x81 && first <= 0x83:
		show = p.isoclns
	default:
		if !p.opt.Quiet {
			p.unknown(b)
		}
		return
	}
	if p.opt.Verbose == 0 {
		p.byte(' ')
	} else {
		p.newline("\t")
	}
	show(b, length)
}

var mplsLabels = []token{
	{dissect.MPLSIPv4Null, "IPv4 explicit NULL"}, {dissect.MPLSRouterAlert, "router alert"},
	{dissect.MPLSIPv6Null, "IPv6 explicit NULL"}, {dissect.MPLSImplicitNull, "implicit NULL"},
}
