package text

// Types of VTP messages.
const (
	vtpSummary = 1
	vtpSubset  = 2
	vtpRequest = 3
	vtpJoin    = 4
)

// vtp prints a message of Cisco's VLAN trunking protocol.
//
//	+---------------+---------------+---------------+---------------+
//	|    version    |     type      |what type tells| domain, bytes |
//	+---------------+---------------+---------------+---------------+
//	|                   domain name (32 bytes)                      |
//	+---------------------------------------------------------------+
//	|  what the type defines ...
func (p *printer) vtp(b []byte, length int) {
	p.proto = "vtp"
	const head = 36
	if length < head {
		p.invalid()
		p.need(b, length)
		return
	}
	if !p.need(b, head) {
		return
	}
	kind := b[1]
	p.str("VTPv")
	p.dec(uint64(b[0]))
	p.str(", Message ")
	p.tokName(vtpMessages, "Unknown message type", uint32(kind))
	p.str(" (0x")
	p.hexNum(uint64(kind), 2)
	p.str("), length ")
	p.int(length)
	if p.opt.Verbose == 0 {
		p.need(b, length)
		return
	}
	n := int(b[3])
	p.str("\n\tDomain name: ")
	if n < 1 || n > 32 {
		p.str(" [invalid MgmtD Len ")
		p.int(n)
		p.byte(']')
		p.invalid()
		p.need(b, length)
		return
	}
	p.visible(untilNul(b[4 : 4+n]))
	p.str(", ")
	p.tokName(vtpThird, "Unknown", uint32(kind))
	p.str(": ")
	p.dec(uint64(b[2]))
	p.vtpBody(kind, b[head:], length-head)
	bad := p.ends == endInvalid
	p.endMessage()
	if bad { // all of it must have been captured all the same
		p.need(b, length)
	}
}

func (p *printer) vtpBody(kind uint8, b []byte, left int) {
	switch kind {
	case vtpSummary:
		if !p.need(b, 8) {
			return
		}
		p.str("\n\t  Config Rev ")
		p.hexNum(uint64(p.u32(b, 0)), 1)
		p.str(", Updater ")
		p.ip4At(b, 4)
		if !p.need(b, 20) {
			return
		}
		p.str(", Timestamp 0x")
		p.hexNum(uint64(p.u32(b, 8)), 8)
		p.str(" 0x")
		p.hexNum(uint64(p.u32(b, 12)), 8)
		p.str(" 0x")
		p.hexNum(uint64(p.u32(b, 16)), 8)
		if !p.need(b, 36) {
			return
		}
		p.str(", MD5 digest: ")
		p.hexBytes(b[20:36])
	case vtpSubset:
		if !p.need(b, 4) {
			return
		}
		p.str(", Config Rev ")
		p.hexNum(uint64(p.u32(b, 0)), 1)
		b, left = b[4:], left-4
		for left > 0 && !p.isCut() {
			if !p.need(b, 1) {
				return
			}
			n := int(b[0])
			if n == 0 || !p.need(b, n) {
				return
			}
			if n < 12 || left < n {
				p.reject()
				return
			}
			p.vtpVLAN(b[:n])
			b, left = b[n:], left-n
		}
	case vtpRequest:
		if !p.need(b, 4) {
			return
		}
		p.str("\n\tStart value: ")
		p.dec(uint64(p.u32(b, 0)))
	}
}

// vtpVLAN prints what is known of a VLAN.
//
//	+---------------+---------------+---------------+---------------+
//	| length, bytes |    status     |     type      |  name, bytes  |
//	+---------------+---------------+---------------+---------------+
//	|              VLAN             |              MTU              |
//	+-------------------------------+-------------------------------+
//	|                             SAID                              |
//	+---------------------------------------------------------------+
//	|  name, padded to four bytes; fields: type, 16-bit words, value ...
func (p *printer) vtpVLAN(b []byte) {
	p.str("\n\tVLAN info status ")
	p.tokName(vtpStatus, "Unknown", uint32(b[1]))
	p.str(", type ")
	p.tokName(vtpTypes, "Unknown", uint32(b[2]))
	p.str(", VLAN-id ")
	p.dec(uint64(p.u16(b, 4)))
	p.str(", MTU ")
	p.dec(uint64(p.u16(b, 6)))
	p.str(", SAID 0x")
	p.hexNum(uint64(p.u32(b, 8)), 8)
	name := int(b[3])
	p.str(", Name ")
	if 12+(name+3)&^3 > len(b) {
		p.reject()
		return
	}
	p.visible(untilNul(b[12 : 12+name]))
	for b = b[12+(name+3)&^3:]; len(b) > 0; {
		if len(b) < 2 {
			p.reject()
			return
		}
		kind, n := b[0], 2+2*int(b[1])
		p.str("\n\t\t")
		p.tokName(vtpFields, "Unknown", uint32(kind))
		p.str(" (0x")
		p.hexNum(uint64(kind), 4)
		p.str(") TLV")
		if n > len(b) {
			p.str(" (TLV goes past the end of the packet)")
			p.reject()
			return
		}
		p.vtpField(kind, b[:n])
		b = b[n:]
	}
}

func (p *printer) vtpField(kind uint8, b []byte) {
	var names []token
	other := "Unknown"
	switch {
	case len(b) != 4:
		p.str(" (invalid TLV length ")
		p.int(len(b)/2 - 1)
		p.str(" != 1)")
		p.reject()
		return
	case kind == 3:
		names = vtpSTP
	case kind == 6:
		names, other = vtpPruning, "Disabled"
	case kind == 7:
		names, other = vtpBridges, "SRT"
	case kind == 9:
		p.str(", ")
		p.dec(uint64(p.u16(b, 2)))
		return
	case kind == 10:
		names, other = vtpBackup, "Not backup"
	default:
		p.hexLines("\n\t\t  ", b)
		return
	}
	v := p.u16(b, 2)
	p.str(", ")
	p.tokName(names, other, uint32(v))
	p.str(" (")
	p.dec(uint64(v))
	p.byte(')')
}

var (
	vtpMessages = []token{
		{vtpSummary, "Summary advertisement"}, {vtpSubset, "Subset advertisement"}, {vtpRequest, "Advertisement request"},
		{vtpJoin, "Join message"},
	}
	vtpThird  = []token{{vtpSummary, "Followers"}, {vtpSubset, "Seq number"}, {vtpRequest, "Rsvd"}, {vtpJoin, "Rsvd"}}
	vtpStatus = []token{{0, "Operational"}, {1, "Suspended"}}
	vtpTypes  = []token{{1, "Ethernet"}, {2, "FDDI"}, {3, "TrCRF"}, {4, "FDDI-net"}, {5, "TrBRF"}}
	vtpFields = []token{
		{1, "Source-Routing Ring Number TLV"}, {2, "Source-Routing Bridge Number TLV"}, {3, "STP type TLV"},
		{4, "Parent VLAN TLV"}, {5, "Translationally bridged VLANs TLV"}, {6, "Pruning TLV"}, {7, "Bridge Type TLV"},
		{8, "Max ARP Hop Count TLV"}, {9, "Max STE Hop Count TLV"}, {10, "Backup CRF Mode TLV"},
	}
	vtpSTP     = []token{{1, "SRT"}, {2, "SRB"}, {3, "Auto"}}
	vtpPruning = []token{{1, "Enabled"}}
	vtpBridges = []token{{1, "SRB"}}
	vtpBackup  = []token{{1, "Backup"}}
)
