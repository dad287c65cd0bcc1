package text

import (
	"math"
	"strconv"
)

// BGP path attributes (RFC 4271 section 4.3 and IANA's registry).
const (
	bgpOrigin       = 1
	bgpASPath       = 2
	bgpNextHop      = 3
	bgpMED          = 4
	bgpLocalPref    = 5
	bgpAtomic       = 6
	bgpAggregator   = 7
	bgpCommunity    = 8
	bgpOriginatorID = 9
	bgpClusterList  = 10
	bgpReach        = 14
	bgpUnreach      = 15
	bgpExtCommunity = 16
	bgpAS4Path      = 17
	bgpAggregator4  = 18
	bgpPMSI         = 22
	bgpAIGP         = 26
	bgpLarge        = 32
	bgpSet          = 128
)

// maxAttributeSets is how deep sets of attributes may nest.
const maxAttributeSets = 10

// bgpAttributes prints the path attributes of an update.
func (p *printer) bgpAttributes(b []byte, left int) {
	for left > 0 {
		flags, kind, n, size := p.bgpAttributeHead(b, left)
		if size == 0 {
			p.str("\n\t  [path attrs too short]")
			return
		}
		p.bgpAttributeName("\n\t  ", flags, kind, n)
		if flags != 0 {
			p.str(": ")
		}
		if size+n > left {
			p.str(" [path attrs too short]")
			return
		}
		v := b[size:]
		shown := p.bgpAttribute(kind, v, n, 0)
		if p.isCut() {
			return
		}
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t    ", v[:shown])
		}
		b, left = b[size+n:], left-size-n
	}
}

// bgpAttributeHead reads the flags, type and length of an attribute and how
// long they are together; 0 if they are cut.
//
//	+-+-+-+-+-------+---------------+-------------------------------+
//	|O|T|P|E|       |     type      |length: 8 bits, with E 16 bits |
//	+-+-+-+-+-------+---------------+-------------------------------+
func (p *printer) bgpAttributeHead(b []byte, left int) (flags, kind uint8, n, size int) {
	if left < 3 || len(b) < 3 {
		return 0, 0, 0, 0
	}
	flags, kind, n, size = b[0], b[1], int(b[2]), 3
	if flags&0x10 != 0 {
		if left < 4 || len(b) < 4 {
			return 0, 0, 0, 0
		}
		n, size = int(p.u16(b, 2)), 4
	}
	return flags, kind, n, size
}

// bgpAttributeName prints "Origin (1), length: 1, Flags [T]: ".
func (p *printer) bgpAttributeName(indent string, flags, kind uint8, n int) {
	p.str(indent)
	p.tokName(bgpAttributeNames, "Unknown Attribute", uint32(kind))
	p.str(" (")
	p.dec(uint64(kind))
	p.str("), length: ")
	p.int(n)
	if flags != 0 {
		p.str(", Flags [")
		p.bits(bgpAttributeFlags, uint32(flags), "")
		if flags&0xf != 0 {
			p.byte('+')
			p.hexNum(uint64(flags&0xf), 1)
		}
		p.byte(']')
	}
}

// bgpAttribute prints the value of a path attribute. It returns how many of its
// bytes -vv shows: quirk bgp-shown: where it counted down they are fewer.
func (p *printer) bgpAttribute(kind uint8, b []byte, n, depth int) int {
	v, shown := b[:n], n
	switch kind {
	case bgpOrigin:
		if p.bgpLen(len(v) == 1) {
			p.tokName(bgpOrigins, "Unknown Origin Typecode", uint32(v[0]))
		}
	case bgpASPath, bgpAS4Path:
		p.bgpASPath(kind, b, n)
	case bgpNextHop, bgpOriginatorID:
		if p.bgpLen(len(v) == 4) {
			p.ip4At(v, 0)
		}
	case bgpMED, bgpLocalPref:
		if p.bgpLen(len(v) == 4) {
			p.dec(uint64(p.u32(v, 0)))
		}
	case bgpAtomic:
		p.bgpLen(len(v) == 0)
	case bgpAggregator, bgpAggregator4:
		switch {
		case len(v) == 6:
			p.str(" AS #")
			p.as(uint32(p.u16(v, 0)))
			p.str(", origin ")
			p.ip4At(v, 2)
		case p.bgpLen(len(v) == 8):
			p.str(" AS #")
			p.as(p.u32(v, 0))
			p.str(", origin ")
			p.ip4At(v, 4)
		}
	case bgpCommunity:
		p.bgpCommunities(v)
	case bgpClusterList:
		if !p.bgpLen(len(v)%4 == 0) {
			return shown
		}
		for ; len(v) > 0; v = v[4:] {
			p.ip4At(v, 0)
			if len(v) > 4 {
				p.str(", ")
			}
		}
	case bgpReach:
		p.bgpReach(b, n)
	case bgpUnreach:
		p.bgpUnreach(b, n)
	case bgpExtCommunity:
		if !p.bgpLen(len(v)%8 == 0) {
			return shown
		}
		for ; len(v) > 0; v = v[8:] {
			p.bgpExtCommunity(v[:8])
		}
	case bgpPMSI:
		p.bgpPMSI(b, n)
	case bgpAIGP:
		p.bgpAIGP(b, n)
	case bgpLarge:
		if !p.bgpLen(len(v) > 0 && len(v)%12 == 0) {
			return shown
		}
		shown = 0
		p.str("\n\t    ")
		for ; len(v) > 0; v = v[12:] {
			p.dec(uint64(p.u32(v, 0)))
			p.byte(':')
			p.dec(uint64(p.u32(v, 4)))
			p.byte(':')
			p.dec(uint64(p.u32(v, 8)))
			if len(v) > 12 {
				p.str(", ")
			}
		}
	case bgpSet:
		shown = p.bgpAttributeSet(b, n, depth)
	default:
		p.str("\n\t    no Attribute ")
		p.dec(uint64(kind))
		p.str(" decoder")
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t    ", v)
		}
	}
	return shown
}

// bgpLen prints that an attribute has a wrong length, if it has.
func (p *printer) bgpLen(ok bool) bool {
	if !ok {
		p.str("invalid len")
	}
	return ok
}

// bgpASPath prints a path of autonomous systems: segments of a type, how many
// numbers, and these.
func (p *printer) bgpASPath(kind uint8, b []byte, left int) {
	if !p.bgpLen(left%2 == 0) {
		return
	}
	if left == 0 {
		p.str("empty")
		return
	}
	size := 4
	if kind == bgpASPath {
		size = bgpASSize(b[:left])
	}
	for left > 0 {
		if !p.got(b, 2) {
			return
		}
		segment, n := b[0], int(b[1])
		p.tokName(bgpSegmentOpen, "?", uint32(segment))
		b, left = b[2:], left-2
		for range n {
			if !p.got(b, size) {
				return
			}
			if size == 2 {
				p.as(uint32(p.u16(b, 0)))
			} else {
				p.as(p.u32(b, 0))
			}
			p.byte(' ')
			b, left = b[size:], left-size
		}
		p.tokName(bgpSegmentClose, "?", uint32(segment))
	}
}

// bgpASSize guesses the size of the numbers in a path, which the peers have
// agreed on in their open messages: two bytes if that makes segments of known
// types that fill the attribute, else four.
func bgpASSize(b []byte) int {
	for len(b) >= 2 {
		if b[0] < 1 || b[0] > 4 || b[1] == 0 {
			return 4
		}
		n := 2 + 2*int(b[1])
		if n > len(b) {
			return 4
		}
		b = b[n:]
	}
	if len(b) != 0 {
		return 4
	}
	return 2
}

// bgpCommunities prints communities (RFC 1997).
func (p *printer) bgpCommunities(b []byte) {
	if !p.bgpLen(len(b)%4 == 0) {
		return
	}
	for ; len(b) > 0; b = b[4:] {
		switch v := p.u32(b, 0); v {
		case 0:
			p.str("0:0")
		case 0xffffff01:
			p.str(" NO_EXPORT")
			continue
		case 0xffffff02:
			p.str(" NO_ADVERTISE")
			continue
		case 0xffffff03:
			p.str(" NO_EXPORT_SUBCONFED")
			continue
		default:
			p.dec(uint64(v >> 16))
			p.byte(':')
			p.dec(uint64(v & 0xffff))
		}
		if len(b) > 4 {
			p.str(", ")
		}
	}
}

// bgpExtCommunity prints an extended community (RFC 4360).
//
//	+-------------------------------+--------
//	|             type              |  value, 6 bytes
//	+-------------------------------+--------
func (p *printer) bgpExtCommunity(b []byte) {
	kind := p.u16(b, 0)
	p.str("\n\t    ")
	p.tokName(bgpExtCommunities, "unknown extd community typecode", uint32(kind))
	p.str(" (0x")
	p.hexNum(uint64(kind), 4)
	p.str("), Flags [")
	p.bitsOrNone(bgpExtFlags, uint32(kind), ", ")
	p.str("]: ")
	switch kind {
	case 0x0002, 0x0003, 0x000a:
		p.dec(uint64(p.u16(b, 2)))
		p.byte(':')
		p.dec(uint64(p.u32(b, 4)))
		p.str(" (= ")
		p.ip4At(b, 4)
		p.byte(')')
	case 0x0102, 0x0103, 0x010b, 0xf10a:
		p.ip4At(b, 2)
		p.byte(':')
		p.dec(uint64(p.u16(b, 6)))
	case 0x0202, 0x0203:
		p.as(p.u32(b, 2))
		p.byte(':')
		p.dec(uint64(p.u16(b, 6)))
	case 0x0005, 0x0105, 0x0205, 0x8005, 0x0107, 0x8001:
		p.ip4At(b, 2)
	case 0x0306, 0x8000:
		p.str("area:")
		p.ip4At(b, 2)
		p.str(", router-type:")
		if s, ok := find(bgpRouteTypes, uint32(b[6])); ok {
			p.str(s)
		} else {
			p.str("unknown (0x")
			p.hexNum(uint64(b[6]), 2)
			p.byte(')')
		}
		p.str(", metric-type:")
		if b[7]&1 != 0 {
			p.str("E2")
		}
		if b[6] == 5 || b[6] == 7 {
			p.str("E1") // quirk bgp-metric: also behind E2
		}
	case 0x800a:
		p.tokName(pseudowires, "unknown encaps", uint32(b[2]))
		p.str(" Control Flags [0x")
		p.hexNum(uint64(b[3]), 2)
		p.str("]:MTU ")
		p.dec(uint64(p.u16(b, 4)))
	case 0x0009:
		p.str("AS ")
		p.dec(uint64(p.u16(b, 2)))
	case 0x4004:
		p.str("bandwidth: ")
		p.fixed3(float64(math.Float32frombits(p.u32(b, 4))*8) / 1e6)
		p.str(" Mbps")
	case 0x030c:
		p.str("Tunnel type: ")
		p.tokName(bgpTunnels, "unknown encaps", uint32(p.u16(b, 6)))
	default:
		p.hexBytes(b[2:8])
	}
}

// fixed3 prints v with three decimals, as printf's %.3f does.
func (p *printer) fixed3(v float64) {
	switch {
	case math.IsNaN(v):
		if math.Signbit(v) {
			p.byte('-')
		}
		p.str("nan")
	case math.IsInf(v, 0):
		if v < 0 {
			p.byte('-')
		}
		p.str("inf")
	default:
		p.out = strconv.AppendFloat(p.out, v, 'f', 3, 64)
	}
}

// bgpPMSI prints a provider multicast service interface tunnel (RFC 6514
// section 5).
//
//	+---------------+---------------+-------------------------------+
//	|     flags     |  tunnel type  | MPLS label (20), other (4)    |
//	+---------------+---------------+-------------------------------+
//	|  tunnel ...
func (p *printer) bgpPMSI(b []byte, n int) {
	if !p.got(b, 5) {
		return
	}
	kind := b[1]
	p.str("\n\t    Tunnel-type ")
	p.tokName(bgpPMSITunnels, "Unknown", uint32(kind))
	p.str(" (")
	p.dec(uint64(kind))
	p.str("), Flags [")
	if b[0]&1 != 0 {
		p.str("Leaf Information required")
	} else {
		p.str("none")
	}
	p.str("], MPLS Label ")
	p.dec(uint64(p.u24(b, 2) >> 4))
	b = b[5:]
	switch kind {
	case 1, 2, 7:
		if !p.got(b, 8) {
			return
		}
		if kind == 1 {
			p.str("\n\t      Extended-Tunnel-ID ")
			p.ip4At(b, 0)
			p.str(", P2MP-ID 0x")
		} else {
			p.str("\n\t      Root-Node ")
			p.ip4At(b, 0)
			p.str(", LSP-ID 0x")
		}
		p.hexNum(uint64(p.u32(b, 4)), 8)
	case 3, 4, 5:
		if !p.got(b, 8) {
			return
		}
		if kind == 3 {
			p.str("\n\t      Root-Node ")
		} else {
			p.str("\n\t      Sender ")
		}
		p.ip4At(b, 0)
		p.str(", P-Group ")
		p.ip4At(b, 4)
	case 6:
		if !p.got(b, 4) {
			return
		}
		p.str("\n\t      Tunnel-Endpoint ")
		p.ip4At(b, 0)
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t      ", limit(b, n-5))
		}
	}
}

// bgpAIGP prints accumulated metrics (RFC 7311 section 3).
//
//	+---------------+-------------------------------+--------
//	|     type      |  length, bytes, with the head |  value
//	+---------------+-------------------------------+--------
func (p *printer) bgpAIGP(b []byte, left int) {
	for left >= 3 {
		kind, n := b[0], int(p.u16(b, 1))
		p.str("\n\t    ")
		if kind == 1 {
			p.str("AIGP")
		} else {
			p.str("Unknown")
		}
		p.str(" TLV (")
		p.dec(uint64(kind))
		p.str("), length ")
		p.int(n)
		if n < 3 || n > left {
			p.stop()
			return
		}
		if !p.got(b, n) {
			return
		}
		if kind == 1 {
			if n < 3+8 {
				p.stop()
				return
			}
			p.str(", metric ")
			p.dec(p.u64(b, 3))
		} else if p.opt.Verbose <= 1 {
			p.hexLines("\n\t      ", b[3:n])
		}
		b, left = b[n:], left-n
	}
}

// bgpAttributeSet prints the attributes of another network (RFC 6368 section
// 5) behind its number.
func (p *printer) bgpAttributeSet(b []byte, left, depth int) int {
	if left < 4 {
		p.stop()
		return 0
	}
	p.str("\n\t    Origin AS: ")
	p.as(p.u32(b, 0))
	b, left = b[4:], left-4
	for left > 0 {
		flags, kind, n, size := p.bgpAttributeHead(b, left)
		if size == 0 {
			p.stop()
			return left
		}
		p.bgpAttributeName("\n\t      ", flags, kind, n)
		p.str(": ")
		left -= size
		if n > left {
			p.str(" [path attr too short]")
			return left
		}
		if depth >= maxAttributeSets {
			p.stop()
			return left
		}
		v := b[size:]
		shown := p.bgpAttribute(kind, v, n, depth+1)
		if p.isCut() {
			return left
		}
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t    ", v[:shown])
		}
		b, left = v[n:], left-n
	}
	return 0
}

var (
	bgpAttributeNames = []token{
		{bgpOrigin, "Origin"}, {bgpASPath, "AS Path"}, {bgpNextHop, "Next Hop"}, {bgpMED, "Multi Exit Discriminator"},
		{bgpLocalPref, "Local Preference"}, {bgpAtomic, "Atomic Aggregate"}, {bgpAggregator, "Aggregator"},
		{bgpCommunity, "Community"}, {bgpOriginatorID, "Originator ID"}, {bgpClusterList, "Cluster List"}, {11, "DPA"},
		{12, "Advertisers"}, {13, "RCID Path / Cluster ID"}, {bgpReach, "Multi-Protocol Reach NLRI"},
		{bgpUnreach, "Multi-Protocol Unreach NLRI"}, {bgpExtCommunity, "Extended Community"}, {bgpAS4Path, "AS4 Path"},
		{bgpAggregator4, "Aggregator4"}, {bgpPMSI, "PMSI Tunnel"}, {23, "Tunnel Encapsulation"},
		{24, "Traffic Engineering"}, {25, "IPv6 Extended Community"}, {bgpAIGP, "Accumulated IGP Metric"},
		{27, "PE Distinguisher Label"}, {28, "Entropy Label"}, {bgpLarge, "Large Community"}, {bgpSet, "Attribute Set"},
		{255, "Reserved for development"},
	}
	bgpAttributeFlags = []token{{0x80, "O"}, {0x40, "T"}, {0x20, "P"}, {0x10, "E"}}
	bgpOrigins        = []token{{0, "IGP"}, {1, "EGP"}, {2, "Incomplete"}}
	bgpSegmentOpen    = []token{{1, "{ "}, {2, ""}, {3, "( "}, {4, "({ "}}
	bgpSegmentClose   = []token{{1, "}"}, {2, ""}, {3, ")"}, {4, "})"}}
	bgpExtCommunities = []token{
		{0x0002, "target"}, {0x0003, "origin"}, {0x0005, "ospf-domain"}, {0x0105, "ospf-domain"}, {0x0205, "ospf-domain"},
		{0x0009, "source-AS"}, {0x000a, "l2vpn-id"}, {0x0102, "target"}, {0x0103, "origin"}, {0x0107, "ospf-router-id"},
		{0x010b, "vrf-route-import"}, {0x0202, "target"}, {0x0203, "origin"}, {0x0306, "ospf-route-type"},
		{0x030c, "encapsulation"}, {0x4004, "link-BW"}, {0x8000, "ospf-route-type"}, {0x8001, "ospf-router-id"},
		{0x8005, "ospf-domain"}, {0x800a, "layer2-info"}, {0x8800, "eigrp-general-route (flag, tag)"},
		{0x8801, "eigrp-route-metric (AS, delay)"}, {0x8802, "eigrp-route-metric (reliability, nexthop, bandwidth)"},
		{0x8803, "eigrp-route-metric (load, MTU)"}, {0x8804, "eigrp-external-route (remote-AS, remote-ID)"},
		{0x8805, "eigrp-external-route (remote-proto, remote-metric)"}, {0xf10a, "l2vpn-id"},
	}
	bgpExtFlags   = []token{{0x8000, "vendor-specific"}, {0x4000, "non-transitive"}}
	bgpRouteTypes = []token{
		{1, "Router"}, {2, "Network"}, {3, "Summary"}, {5, "External"}, {7, "NSSA External"}, {129, "MPLS-VPN Sham"},
	}
	bgpTunnels = []token{
		{1, "L2TPv3 over IP"}, {2, "GRE"}, {3, "Transmit Tunnel"}, {4, "IPsec"}, {5, "IP in IP with IPsec"},
		{6, "MPLS in IP with IPsec"}, {7, "IP in IP"}, {8, "VXLAN"}, {9, "NVGRE"}, {10, "MPLS"}, {11, "MPLS in GRE"},
		{12, "VXLAN GPE"}, {13, "MPLS in UDP"}, {14, "IPv6"}, {15, "SR TE"}, {16, "Bare"}, {17, "SR"},
	}
	bgpPMSITunnels = []token{
		{1, "RSVP-TE P2MP LSP"}, {2, "LDP P2MP LSP"}, {3, "PIM-SSM Tree"}, {4, "PIM-SM Tree"}, {5, "PIM-Bidir Tree"},
		{6, "Ingress Replication"}, {7, "LDP MP2MP LSP"},
	}
	// pseudowires names what layer 2 circuits carry (RFC 4446 section 3.2).
	pseudowires = []token{
		{0, "Reserved"}, {1, "Frame Relay"}, {2, "ATM AAL5 SDU VCC transport"}, {3, "ATM transparent cell transport"},
		{4, "Ethernet (VLAN) Tagged Mode"}, {5, "Ethernet Raw Mode"}, {6, "Cisco HDLC"}, {7, "PPP"},
		{8, "SONET/SDH Circuit Emulation Service over MPLS"}, {9, "ATM n-to-one VCC cell transport"},
		{10, "ATM n-to-one VPC cell transport"}, {11, "IP layer 2 transport"}, {15, "Frame Relay Port mode"},
		{17, "Structure-agnostic E1 over packet"}, {18, "Structure-agnostic T1 (DS1) over packet"}, {19, "VPLS"},
		{20, "Structure-agnostic T3 (DS3) over packet"}, {21, "Nx64kbit/s Basic Service using Structure-aware"},
		{25, "Frame Relay DLCI"}, {40, "Structure-agnostic E3 over packet"},
		{41, "Octet-aligned playload for Structure-agnostic DS1 circuits"},
		{42, "E1 Nx64kbit/s with CAS using Structure-aware"}, {43, "DS1 (ESF) Nx64kbit/s with CAS using Structure-aware"},
		{44, "DS1 (SF) Nx64kbit/s with CAS using Structure-aware"},
	}
)
