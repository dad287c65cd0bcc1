package text

import (
	"math"
	"strconv"

	"wiredump/dissect"
)

// Opaque types of link state advertisements (IANA).
const (
	opaqueTE         = 1
	opaqueGrace      = 3
	opaqueRouterInfo = 4
)

// TLVs and sub-TLVs of traffic engineering (RFC 3630, RFC 4203, RFC 4124).
const (
	teRouter = 1
	teLink   = 2

	teLinkType       = 1
	teLinkID         = 2
	teLocal          = 3
	teRemote         = 4
	teMetric         = 5
	teMaxBandwidth   = 6
	teMaxReservable  = 7
	teUnreserved     = 8
	teGroup          = 9
	teIdentifiers    = 11
	teProtection     = 14
	teSwitching      = 15
	teSharedRisk     = 16
	teConstraints    = 17
	teSwitchingLen   = 36
	teConstraintsLen = 36
)

// lsaOpaque prints an opaque LSA (RFC 5250): TLVs of known types, or a dump.
// It returns false if the advertisement ends there, without its dump.
func (p *printer) lsaOpaque(h *dissect.LSA, b []byte, n int) bool {
	switch h.ID[0] {
	case opaqueGrace:
		return p.lsaGrace(b, n)
	case opaqueRouterInfo:
		return p.lsaRouterInfo(b, n)
	case opaqueTE:
		return p.lsaTE(b, n)
	}
	return p.lsaUnknown("\n\t    ", b, n)
}

// lsaUnknown dumps data that nothing is known of, unless -vv dumps all of it.
func (p *printer) lsaUnknown(indent string, b []byte, n int) bool {
	if p.opt.Verbose > 1 {
		return true
	}
	p.hexLines(indent, limit(b, n))
	return len(b) >= n
}

// lsaTLV prints the head of a TLV in n bytes. It returns false if no TLV can
// follow.
func (p *printer) lsaTLV(b []byte, n int, names []token, length, value, over string) (kind, size int, ok bool) {
	if len(b) < 4 {
		return 0, 0, false
	}
	if n < 4 {
		p.str("\n\t    Remaining LS length ")
		p.int(n)
		p.str(" < 4")
		return 0, 0, false
	}
	kind, size = int(p.u16(b, 0)), int(p.u16(b, 2))
	p.str("\n\t    ")
	p.tokName(names, "unknown", uint32(kind))
	p.str(" TLV (")
	p.int(kind)
	p.byte(')')
	p.str(length)
	p.int(size)
	p.str(value)
	if size > n-4 {
		p.str("\n\t    Bogus length ")
		p.int(size)
		p.str(over)
		p.int(n - 4)
		return kind, size, false
	}
	return kind, size, true
}

// lsaLength checks the length of a value, and says so if it is wrong.
func (p *printer) lsaLength(size, want int) bool {
	if size != want {
		p.str("\n\t    Bogus length ")
		p.int(size)
		p.str(" != ")
		p.int(want)
	}
	return size == want
}

// lsaGrace prints the TLVs of a graceful restart (RFC 3623).
func (p *printer) lsaGrace(b []byte, n int) bool {
	for n > 0 {
		kind, size, ok := p.lsaTLV(b, n, graceTLVs, ", length ", ", value: ", " > ")
		if !ok || kind == 0 || size == 0 {
			return false
		}
		b, n = b[4:], n-4
		if len(b) < size {
			return false
		}
		switch kind {
		case 1:
			if !p.lsaLength(size, 4) {
				return false
			}
			p.dec(uint64(p.u32(b, 0)))
			p.byte('s')
		case 2:
			if !p.lsaLength(size, 1) {
				return false
			}
			p.tokName(graceReasons, "Unknown", uint32(b[0]))
			p.str(" (")
			p.dec(uint64(b[0]))
			p.byte(')')
		case 3:
			if !p.lsaLength(size, 4) {
				return false
			}
			p.ip4At(b, 0)
		default:
			if !p.lsaUnknown("\n\t      ", b, size) {
				return false
			}
		}
		size = (size + 3) &^ 3
		if size > n {
			return false
		}
		b, n = after(b, size), n-size
	}
	return true
}

// lsaRouterInfo prints the TLVs of router information (RFC 7770).
//
// quirk ospf-padding: they follow each other without padding.
func (p *printer) lsaRouterInfo(b []byte, n int) bool {
	for n > 0 {
		if len(b) < 4 {
			p.cut()
			return false
		}
		kind, size, ok := p.lsaTLV(b, n, routerInfoTLVs, ", length: ", ", value: ", " > remaining LS length ")
		if !ok {
			return false
		}
		b, n = b[4:], n-4
		if len(b) < size {
			p.cut()
			return false
		}
		if kind == 1 {
			if !p.lsaLength(size, 4) {
				return false
			}
			p.str("Capabilities: ")
			if !p.bits(routerCapabilities, p.u32(b, 0), ", ") {
				p.str("Unknown")
			}
		} else if !p.lsaUnknown("\n\t      ", b, size) {
			return false
		}
		b, n = b[size:], n-size
	}
	return true
}

// lsaTE prints the TLVs of traffic engineering (RFC 3630).
func (p *printer) lsaTE(b []byte, n int) bool {
	for n > 0 {
		kind, size, ok := p.lsaTLV(b, n, teTLVs, ", length: ", "", " > ")
		if !ok || kind == 0 || size == 0 {
			return false
		}
		b, n = b[4:], n-4
		switch kind {
		case teRouter:
			if size < 4 {
				p.str("\n\t    TLV length ")
				p.int(size)
				p.str(" < 4")
				return false
			}
			if !p.need(b, 4) {
				return false
			}
			p.str(", ")
			p.ip4At(b, 0)
		case teLink:
			// quirk ospf-link: its length does not count in the rest's.
			if b, ok = p.lsaLink(b, size); !ok {
				return false
			}
			size = 0
		default:
			p.lsaUnknown("\n\t      ", b, size)
		}
		if size = (size + 3) &^ 3; size > n {
			p.str("\n\t    Bogus padded length ")
			p.int(size)
			p.str(" > ")
			p.int(n)
			return false
		}
		b, n = after(b, size), n-size
	}
	return true
}

// lsaLink prints the sub-TLVs of a link in n bytes, and returns what follows.
func (p *printer) lsaLink(b []byte, n int) ([]byte, bool) {
	for n > 0 {
		if n < 4 {
			p.str("\n\t    Remaining TLV length ")
			p.int(n)
			p.str(" < 4")
			return nil, false
		}
		if !p.need(b, 4) {
			return nil, false
		}
		kind, size := uint32(p.u16(b, 0)), int(p.u16(b, 2))
		b = b[4:]
		if kind == 0 || size == 0 {
			p.str(" (invalid)")
			return nil, false
		}
		p.str("\n\t      ")
		p.tokName(teSubTLVs, "unknown", kind)
		p.str(" subTLV (")
		p.dec(uint64(kind))
		p.str("), length: ")
		p.int(size)
		padded := (size + 3) &^ 3
		if n < size+4 {
			p.lsaRemaining(n, size)
			return nil, false
		}
		if len(b) < size {
			return nil, false
		}
		if !p.lsaSub(kind, b, size) {
			return nil, false
		}
		if n < padded+4 {
			p.lsaRemaining(n, padded)
			return nil, false
		}
		b, n = after(b, padded), n-4-padded
		if kind == teSharedRisk {
			// quirk ospf-risk: what is printed of the groups is left out twice.
			b = after(b, size)
		}
	}
	return b, true
}

func (p *printer) lsaRemaining(n, size int) {
	p.str("\n\t    Remaining TLV length ")
	p.int(n)
	p.str(" < ")
	p.int(size + 4)
}

// teLength checks a sub-TLV's length; want tells the wrong one's text.
func (p *printer) teLength(ok bool, want string) bool {
	if !ok {
		p.str(want)
		p.str(" (invalid)")
	}
	return ok
}

// lsaSub prints a sub-TLV's value.
func (p *printer) lsaSub(kind uint32, b []byte, size int) bool {
	switch kind {
	case teGroup:
		if !p.teLength(size == 4, " != 4") {
			return false
		}
		p.str(", 0x")
		p.hexNum(uint64(p.u32(b, 0)), 8)
	case teLinkID, teIdentifiers:
		if !p.teLength(size == 4 || size == 8, " != 4 && != 8") {
			return false
		}
		for off := 0; off < size; off += 4 {
			p.str(", ")
			p.ip4At(b, off)
			p.str(" (0x")
			p.hexNum(uint64(p.u32(b, off)), 8)
			p.byte(')')
		}
	case teLocal, teRemote:
		if !p.teLength(size == 4, " != 4") {
			return false
		}
		p.str(", ")
		p.ip4At(b, 0)
	case teMaxBandwidth, teMaxReservable:
		if !p.teLength(size == 4, " != 4") {
			return false
		}
		p.str(", ")
		p.mbps(b, 0)
	case teUnreserved:
		if !p.teLength(size == 32, " != 32") {
			return false
		}
		for i := range 8 {
			p.str("\n\t\tTE-Class ")
			p.int(i)
			p.str(": ")
			p.mbps(b, 4*i)
		}
	case teConstraints:
		return p.lsaConstraints(b, size)
	case teMetric:
		if !p.teLength(size == 4, " != 4") {
			return false
		}
		p.str(", Metric ")
		p.dec(uint64(p.u32(b, 0)))
	case teProtection:
		if !p.teLength(size == 4, " != 4") {
			return false
		}
		p.str(", ")
		p.bitsOrNone(teProtections, uint32(b[0]), ", ")
	case teSwitching:
		if !p.teLength(size >= teSwitchingLen, " < 36") {
			return false
		}
		p.str("\n\t\tInterface Switching Capability: ")
		p.tokName(teCapabilities, "Unknown", uint32(b[0]))
		p.str("\n\t\tLSP Encoding: ")
		p.tokName(teEncodings, "Unknown", uint32(b[1]))
		p.str("\n\t\tMax LSP Bandwidth:")
		for i := range 8 {
			p.str("\n\t\t  priority level ")
			p.int(i)
			p.str(": ")
			p.mbps(b, 4+4*i)
		}
	case teLinkType:
		if !p.teLength(size == 1, " != 1") {
			return false
		}
		p.str(", ")
		p.tokName(teLinkTypes, "unknown", uint32(b[0]))
		p.str(" (")
		p.dec(uint64(b[0]))
		p.byte(')')
	case teSharedRisk:
		if !p.teLength(size%4 == 0, " != N x 4") {
			return false
		}
		p.str("\n\t\t  Shared risk group: ")
		for off := 0; off < size; off += 4 {
			if off > 0 {
				p.str(", ")
			}
			p.dec(uint64(p.u32(b, off)))
		}
	default:
		return p.lsaUnknown("\n\t\t", b, size)
	}
	return true
}

// lsaConstraints prints bandwidth constraints (RFC 4124).
func (p *printer) lsaConstraints(b []byte, size int) bool {
	if !p.teLength(size >= 4, " < 4") {
		return false
	}
	p.str("\n\t\tBandwidth Constraints Model ID: ")
	p.tokName(teModels, "unknown", uint32(b[0]))
	p.str(" (")
	p.dec(uint64(b[0]))
	p.byte(')')
	if size%4 != 0 || size > teConstraintsLen {
		p.str("\n\t\tlength ")
		p.int(size)
		return p.teLength(size%4 == 0, " != N x 4") && p.teLength(size <= teConstraintsLen, " > 36")
	}
	for i := range size/4 - 1 {
		p.str("\n\t\t  Bandwidth constraint CT")
		p.int(i)
		p.str(": ")
		p.mbps(b, 4+4*i)
	}
	return true
}

// mbps prints a bandwidth in bytes per second as "1.000 Mbps".
func (p *printer) mbps(b []byte, off int) {
	v := math.Float32frombits(p.u32(b, off)) * 8 / 1000000
	switch {
	case v != v:
		if math.Signbit(float64(v)) {
			p.byte('-')
		}
		p.str("nan")
	case math.IsInf(float64(v), 0):
		if v < 0 {
			p.byte('-')
		}
		p.str("inf")
	default:
		p.out = strconv.AppendFloat(p.out, float64(v), 'f', 3, 64)
	}
	p.str(" Mbps")
}

var graceTLVs = []token{{1, "Grace Period"}, {2, "Graceful restart Reason"}, {3, "IPv4 interface address"}}

var graceReasons = []token{
	{0, "Unknown"}, {1, "Software Restart"}, {2, "Software Reload/Upgrade"}, {3, "Control Process Switch"},
}

var routerInfoTLVs = []token{{1, "Router Capabilities"}}

var routerCapabilities = []token{
	{0x001, "Reserved"}, {0x002, "Reserved"}, {0x004, "Reserved"}, {0x008, "Reserved"},
	{0x010, "graceful restart capable"}, {0x020, "graceful restart helper"}, {0x040, "Stub router support"},
	{0x080, "Traffic engineering"}, {0x100, "p2p over LAN"}, {0x200, "path computation server"},
}

var teTLVs = []token{{teRouter, "Router Address"}, {teLink, "Link"}}

var teSubTLVs = []token{
	{teLinkType, "Link Type"}, {teLinkID, "Link ID"}, {teLocal, "Local Interface IP address"},
	{teRemote, "Remote Interface IP address"}, {teMetric, "Traffic Engineering Metric"},
	{teMaxBandwidth, "Maximum Bandwidth"}, {teMaxReservable, "Maximum Reservable Bandwidth"},
	{teUnreserved, "Unreserved Bandwidth"}, {teGroup, "Administrative Group"},
	{teIdentifiers, "Link Local/Remote Identifier"}, {teProtection, "Link Protection Type"},
	{teSwitching, "Interface Switching Capability"}, {teSharedRisk, "Shared Risk Link Group"},
	{teConstraints, "Bandwidth Constraints"},
}

var teLinkTypes = []token{{1, "Point-to-point"}, {2, "Multi-Access"}}

var teModels = []token{
	{0, "Russian dolls"}, {1, "Maximum allocation"}, {254, "Maximum allocation with E-LSP support"},
}

var teProtections = []token{
	{0x01, "Extra Traffic"}, {0x02, "Unprotected"}, {0x04, "Shared"}, {0x08, "Dedicated 1:1"},
	{0x10, "Dedicated 1+1"}, {0x20, "Enhanced"}, {0x40, "Reserved"}, {0x80, "Reserved"},
}

var teCapabilities = []token{
	{1, "Packet-Switch Capable-1"}, {2, "Packet-Switch Capable-2"}, {3, "Packet-Switch Capable-3"},
	{4, "Packet-Switch Capable-4"}, {51, "Layer-2 Switch Capable"}, {100, "Time-Division-Multiplex"},
	{150, "Lambda-Switch Capable"}, {200, "Fiber-Switch Capable"},
}

var teEncodings = []token{
	{1, "Packet"}, {2, "Ethernet V2/DIX"}, {3, "ANSI/ETSI PDH"}, {4, "Reserved"},
	{5, "SDH ITU-T G.707/SONET ANSI T1.105"}, {6, "Reserved"}, {7, "Digital Wrapper"}, {8, "Lambda (photonic)"},
	{9, "Fiber"}, {10, "Reserved"}, {11, "FiberChannel"},
}
