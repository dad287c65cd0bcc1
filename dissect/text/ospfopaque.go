package text

import "wiredump/dissect"

// Opaque types of link state advertisements (IANA).
const (
	opaqueTE         = 1
	opaqueGrace      = 3
	opaqueRouterInfo = 4
)

// lsaOpaque prints an opaque LSA (RFC 5250): TLVs of known types, or a dump.
func (p *printer) lsaOpaque(h *dissect.LSA, b []byte) bool {
	switch h.ID[0] {
	case opaqueGrace:
		return p.lsaTLVs(b, p.lsaGrace, ", length ", ", value: ")
	case opaqueRouterInfo:
		return p.lsaTLVs(b, p.lsaRouterInfo, ", length: ", ", value: ")
	case opaqueTE:
		return p.lsaTLVs(b, p.lsaTE, ", length: ", "")
	}
	p.hexLines("\n\t    ", b)
	return true
}

// lsaTLVs prints the TLVs of an opaque LSA. show prints a value and returns
// false if it does not know the type; name tells its name.
func (p *printer) lsaTLVs(b []byte, show func(kind uint16, v []byte, name bool) bool, length, value string) bool {
	for len(b) > 0 {
		if len(b) < 4 {
			return false
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		b = b[4:]
		p.str("\n\t    ")
		known := show(kind, nil, true)
		if !known {
			p.str("unknown")
		}
		p.str(" TLV (")
		p.dec(uint64(kind))
		p.byte(')')
		p.str(length)
		p.int(n)
		p.str(value)
		if n > len(b) {
			p.str("\n\t    Bogus length ")
			p.int(n)
			p.str(" > ")
			p.int(len(b))
			return false
		}
		if !known || !show(kind, b[:n], false) {
			if p.opt.Verbose <= 1 {
				p.hexLines("\n\t      ", b[:n])
			}
		}
		b = after(b, (n+3)&^3)
	}
	return true
}

// lsaGrace prints a TLV of a graceful restart (RFC 3623).
func (p *printer) lsaGrace(kind uint16, v []byte, name bool) bool {
	switch {
	case kind < 1 || kind > 3:
		return false
	case name:
		p.str([...]string{"Grace Period", "Graceful restart Reason", "IPv4 interface address"}[kind-1])
	case kind == 1 && len(v) == 4:
		p.dec(uint64(p.u32(v, 0)))
		p.byte('s')
	case kind == 2 && len(v) == 1:
		p.tokName(graceReasons, "Unknown", uint32(v[0]))
		p.str(" (")
		p.dec(uint64(v[0]))
		p.byte(')')
	case kind == 3 && len(v) == 4:
		p.ip4At(v, 0)
	}
	return true
}

var graceReasons = []token{
	{0, "Unknown"}, {1, "Software Restart"}, {2, "Software Reload/Upgrade"}, {3, "Control Process Switch"},
}

// lsaRouterInfo prints a TLV of router information (RFC 7770).
func (p *printer) lsaRouterInfo(kind uint16, v []byte, name bool) bool {
	switch {
	case kind != 1:
		return false
	case name:
		p.str("Router Capabilities")
	case len(v) == 4:
		p.str("Capabilities: ")
		p.bits(routerCapabilities, p.u32(v, 0), ", ")
	default:
		p.str("Bogus length ")
		p.int(len(v))
		p.str(" != 4")
	}
	return true
}

var routerCapabilities = []token{
	{0x00000001, "Reserved"}, {0x00000002, "Reserved"}, {0x00000004, "Reserved"}, {0x00200000, "Reserved"},
	{0x80000000, "Reserved"},
}

// lsaTE prints a TLV of traffic engineering (RFC 3630).
func (p *printer) lsaTE(kind uint16, v []byte, name bool) bool {
	switch {
	case kind != 1:
		return false
	case name:
		p.str("Router Address")
	case len(v) == 4:
		p.str(", ")
		p.ip4At(v, 0)
	}
	return true
}
