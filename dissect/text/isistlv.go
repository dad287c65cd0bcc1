package text

// isisTLVs prints what follows the header of a message: b from off to end.
func (p *printer) isisTLVs(b []byte, off, end int) {
	for off < end && !p.isCut() {
		if !p.need(b, off+2) || end < off+2 {
			p.cut()
			return
		}
		kind, n := uint32(b[off]), int(b[off+1])
		p.str("\n\t    ")
		p.tokName(isisTLVNames, "unknown", kind)
		p.strDec(" TLV #", uint64(kind))
		p.strDec(", length: ", uint64(n))
		off += 2
		if n == 0 {
			if kind == 129 {
				p.str("\n\t      NLPID(s): ")
			}
			if kind == 137 {
				p.str("\n\t      Hostname: ")
			}
			if kind == 222 || kind == 235 || kind == 237 {
				p.cut()
			}
			continue
		}
		if end < off+n {
			// The length of the message ends in this TLV.
			if !p.need(b, off+n) {
				return
			}
			p.cut()
			return
		}
		v := limit(after(b, off), n)
		dump := p.isisTLV(kind, b, off, end, v, n)
		if p.isCut() {
			return
		}
		if dump && p.opt.Verbose < 2 {
			p.hexLines("\n\t\t", v)
		}
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t      ", v)
		}
		off += n
	}
}

// isisTLV prints the value v of a TLV, n bytes of which fewer may have been
// captured. It returns whether the value is to be dumped.
func (p *printer) isisTLV(kind uint32, whole []byte, off, end int, v []byte, n int) bool {
	const indent = "\n\t      "
	switch kind {
	case 1:
		p.isisAreas(v, n)
	case 2:
		p.isisNeighbors(v, n)
	case 3:
		for i := 0; i+10 <= n && p.need(v, i+10); i += 10 {
			p.str("\n\t      ES Neighbor: ")
			p.isisID(v[i+4 : i+10])
			p.isisMetrics(v[i : i+4])
		}
	case 4:
		p.isisIDs(indent, v, n)
	case 6:
		p.isisIDs("\n\t      SNPA: ", v, n)
	case 5:
		p.isisPrefixes(v, n)
	case 7:
		if n < 4 {
			break
		}
		p.strDec("\n\t      Instance ID: ", uint64(p.u16(v, 0)))
		p.strDec(", ITIDs(", uint64(n-2)/2)
		p.str("): ")
		for i := 2; i+2 <= n && !p.isCut(); i += 2 {
			if i > 2 {
				p.str(", ")
			}
			p.dec(uint64(p.u16(v, i)))
		}
	case 8: // padding
	case 9:
		for i := 0; i+16 <= n && p.need(v, i+16); i += 16 {
			p.str("\n\t      lsp-id: ")
			p.isisID(v[i+2 : i+10])
			p.str(", seq: 0x")
			p.hexNum(uint64(p.u32(v, i+10)), 8)
			p.str(", lifetime: ")
			p.decPad(uint64(p.u16(v, i)), 5)
			p.str("s, chksum: 0x")
			p.hexNum(uint64(p.u16(v, i+14)), 4)
		}
	case 10:
		p.isisAuth(v, n)
	case 12:
		if n < 2 {
			break
		}
		sum := p.u16(v, 0)
		p.str("\n\t      checksum: 0x")
		p.hexNum(uint64(sum), 4)
		p.byte(' ')
		p.osiChecksum(whole, sum, off, end)
	case 13:
		count := p.u8(v, 0)
		if p.isCut() {
			break
		}
		if count == 0 {
			p.str(" No system IDs supplied")
			break
		}
		if n >= 7 && p.need(v, 7) {
			p.str("\n\t      Purge Originator System-ID: ")
			p.isisID(v[1:7])
		}
		if count > 1 && n >= 13 && p.need(v, 13) {
			p.str("\n\t      Received from System-ID: ")
			p.isisID(v[7:13])
		}
	case 14:
		if n >= 2 {
			p.strDec("\n\t      LSP Buffersize: ", uint64(p.u16(v, 0)))
		}
	case 22, 24, 222:
		p.isisExtended(kind, whole, off, n)
	case 128, 130:
		p.isisIPv4(v, n)
	case 129:
		p.str("\n\t      NLPID(s): ")
		for i := 0; i < n; i++ {
			if i > 0 {
				p.str(", ")
			}
			if !p.need(v, i+1) {
				break
			}
			p.isisNLPID(v[i])
		}
	case 131:
		if !p.need(v, 1) {
			break
		}
		p.str("\n\t      Inter-Domain Information Type: ")
		if s, ok := find(isisDomains, uint32(v[0])); ok {
			p.str(s)
		} else {
			p.str("Unknown (")
			p.hex0x(uint64(v[0]), 2)
			p.byte(')')
		}
		if v[0] == 2 {
			if n >= 3 {
				p.strDec("AS Number: ", uint64(p.u16(v, 1)))
			}
		} else if p.need(v, n) {
			p.hexLines("\n\t      ", v[1:])
		}
	case 132:
		for i := 0; i+4 <= n && p.need(v, i+4); i += 4 {
			p.str("\n\t      IPv4 interface address: ")
			p.ip4At(v, i)
		}
	case 134:
		if n >= 4 && p.need(v, 4) {
			p.str("\n\t      Traffic Engineering Router ID: ")
			p.ip4At(v, 0)
		}
	case 135, 235, 236, 237:
		p.isisReach(kind, whole, off, n)
	case 137:
		p.str("\n\t      Hostname: ")
		for i := 0; i < n && p.need(v, i+1) && v[i] != 0; i++ {
			p.visibleByte(v[i])
		}
	case 138:
		p.isisSharedRisk(v, n)
	case 143, 144:
		p.isisCapability(kind, v, n)
	case 211:
		p.str("\n\t      Flags [")
		p.isisFlags(isisRestart, "none", uint32(p.u8(v, 0)))
		p.byte(']')
		if n >= 3 {
			p.strDec(", Remaining holding time ", uint64(p.u16(v, 1)))
			p.byte('s')
		}
		if n == 9 && p.need(v, 9) {
			p.str(", for ")
			p.isisID(v[3:9])
		}
	case 229:
		for i := 0; i < n && !p.isCut(); i += 2 {
			if i+2 > n {
				p.str("\n\t      invalid MT-ID")
				break
			}
			p.isisTopology(v, i)
		}
	case 232:
		for i := 0; i+16 <= n && p.need(v, i+16); i += 16 {
			p.str("\n\t      IPv6 interface address: ")
			p.ip6At(v, i)
		}
	case 240:
		p.isisAdjacency(after(whole, off), n)
	case 241:
		if n >= 4 {
			p.strDec("\n\t      Sequence number: ", uint64(p.u32(v, 0)))
		}
	case 242:
		p.isisRouter(whole, off, n)
	case 250:
		if n < 3 {
			break
		}
		oui := p.u24(v, 0)
		p.str("\n\t      Vendor: ")
		p.tokName(vendors, "Unknown", oui)
		p.strDec(" (", uint64(oui))
		p.byte(')')
		if p.need(v, n) && n > 3 {
			p.hexLines("\n\t\t", v[3:])
		}
	default:
		return true
	}
	return false
}

// isisFlags prints the names of the bits that are set, or that there are none.
func (p *printer) isisFlags(names []token, empty string, v uint32) {
	if !p.bits(names, v, ", ") {
		p.str(empty)
	}
}

// isisIDs prints system IDs.
func (p *printer) isisIDs(before string, v []byte, n int) {
	for i := 0; i+6 <= n && p.need(v, i+6); i += 6 {
		p.str(before)
		p.isisID(v[i : i+6])
	}
}

// isisAreas prints area addresses, each behind its length.
func (p *printer) isisAreas(v []byte, n int) {
	for i := 0; i < n && p.need(v, i+1); {
		size := int(v[i])
		i++
		if i+size > n {
			return
		}
		if !p.need(v, i+size) {
			return
		}
		p.strDec("\n\t      Area address (length: ", uint64(size))
		p.str("): ")
		p.nsap(v[i : i+size])
		i += size
	}
}

// isisNeighbors prints neighbors and the metrics that lead there.
func (p *printer) isisNeighbors(v []byte, n int) {
	virtual := p.u8(v, 0)
	if p.isCut() {
		return
	}
	switch virtual {
	case 0:
		p.str("\n\t      IsNotVirtual")
	case 1:
		p.str("\n\t      IsVirtual")
	default:
		p.str("\n\t      bogus virtual flag ")
		p.hex0x(uint64(virtual), 2)
	}
	for i := 1; i+11 <= n && p.need(v, i+11); i += 11 {
		p.str("\n\t      IS Neighbor: ")
		p.isisID(v[i+4 : i+11])
		p.isisMetrics(v[i : i+4])
	}
}

// isisMetric prints a metric, and whether it leads out of the area.
func (p *printer) isisMetric(m byte) {
	p.dec(uint64(m & 0x3f))
	if m&0x40 != 0 {
		p.str(", External")
	} else {
		p.str(", Internal")
	}
}

// isisMetrics prints four metrics; all but the first may be unsupported.
func (p *printer) isisMetrics(b []byte) {
	p.str(", Default Metric: ")
	p.isisMetric(b[0])
	for i, s := range [...]string{"Delay", "Expense", "Error"} {
		if b[i+1]&0x80 == 0 {
			p.str("\n\t\t  ")
			p.str(s)
			p.str(" Metric: ")
			p.isisMetric(b[i+1])
		}
	}
}

// isisPrefixes prints prefixes of OSI addresses, counted in half bytes.
func (p *printer) isisPrefixes(v []byte, n int) {
	if n < 4 || !p.need(v, 4) {
		return
	}
	p.str("\n\t      Metric Block")
	p.isisMetrics(v)
	for i := 4; i < n && p.need(v, i+1); {
		half := int(v[i])
		size := half / 2
		i++
		if half < 2 {
			p.strDec("\n\t\tAddress: prefix length ", uint64(half))
			p.str(" < 2")
			return
		}
		if i+size > n {
			return
		}
		if !p.need(v, i+size) {
			return
		}
		p.str("\n\t\tAddress: ")
		p.nsap(v[i : i+size])
		p.strDec("/", uint64(half)*4)
		i += size
	}
}

// isisAuth prints an authentication TLV.
func (p *printer) isisAuth(v []byte, n int) {
	kind := p.u8(v, 0)
	if p.isCut() {
		return
	}
	p.str("\n\t      ")
	if s, ok := find(isisAuths, uint32(kind)); ok {
		p.str(s)
	} else {
		p.str("unknown Authentication type ")
		p.hex0x(uint64(kind), 2)
		p.str(":")
		p.byte(' ')
	}
	switch kind {
	case 1:
		for i := 1; i < n && p.need(v, i+1) && v[i] != 0; i++ {
			p.visibleByte(v[i])
		}
	case 54:
		for i := 1; i < n && p.need(v, i+1); i++ {
			p.hexNum(uint64(v[i]), 2)
		}
		if n != 17 {
			p.str(", (invalid subTLV) ")
		}
		p.str(" (unchecked)")
	case 3:
		if n < 3 {
			return
		}
		p.dec(uint64(p.u16(v, 1)))
		p.str(", password: ")
		for i := 3; i < n && p.need(v, i+1); i++ {
			p.hexNum(uint64(v[i]), 2)
		}
	default:
		if p.need(v, n) && n > 1 {
			p.hexLines("\n\t\t  ", v[1:])
		}
	}
}

// isisNLPID prints a network layer protocol identifier.
func (p *printer) isisNLPID(id byte) {
	p.tokName(frNLPIDs, "unknown", uint32(id))
	p.str(" (")
	p.hex0x(uint64(id), 2)
	p.byte(')')
}

// isisIPv4 prints IPv4 networks with their masks.
func (p *printer) isisIPv4(v []byte, n int) {
	for i := 0; i < n; i += 12 {
		if i+12 > n {
			p.strDec("short IPv4 Reachability (", uint64(n-i))
			p.str(" vs 12)")
			p.cut()
			p.cutProto = "" // what follows is not looked at, and nothing says so
			return
		}
		if !p.need(v, i+12) {
			return
		}
		e := v[i : i+12]
		mask := p.u32(e, 8)
		bits := uint64(0)
		for m := mask; m&(1<<31) != 0; m <<= 1 {
			bits++
		}
		if bits < 32 && mask<<bits != 0 {
			p.str("\n\t      IPv4 prefix: ")
			p.ip4At(e, 4)
			p.str(" mask ")
			p.ip4At(e, 8)
		} else {
			p.str("\n\t      IPv4 prefix: ")
			start := len(p.out)
			p.ip4At(e, 4)
			p.padLeft(start, 15)
			p.strDec("/", bits)
		}
		p.str(", Distribution: ")
		p.isisDistribution(e[0]&0x80 != 0)
		p.str(", Metric: ")
		p.isisMetric(e[0])
		for i, s := range [...]string{"Delay", "Expense", "Error"} {
			if e[i+1]&0x80 == 0 {
				p.str("\n\t        ")
				p.str(s)
				p.str(" Metric: ")
				p.isisMetric(e[i+1])
			}
		}
	}
}

func (p *printer) isisDistribution(down bool) {
	if down {
		p.str("down")
	} else {
		p.str("up")
	}
}

// isisSharedRisk prints the links of a shared risk group (RFC 5307).
func (p *printer) isisSharedRisk(v []byte, n int) {
	if n < 7 || !p.need(v, 7) {
		return
	}
	p.str("\n\t      IS Neighbor: ")
	p.isisID(v[:7])
	if n < 8 || !p.need(v, 8) {
		return
	}
	p.str(", Flags: [")
	if v[7]&1 == 0 {
		p.str("un")
	}
	p.str("numbered]")
	if n < 12 || !p.need(v, 12) {
		return
	}
	p.str("\n\t      IPv4 interface address: ")
	p.ip4At(v, 8)
	if n < 16 || !p.need(v, 16) {
		return
	}
	p.str("\n\t      IPv4 neighbor address: ")
	p.ip4At(v, 12)
	for i := 16; i+4 <= n && p.need(v, i+4); i += 4 {
		p.str("\n\t      Link-ID: 0x")
		p.hexNum(uint64(p.u32(v, i)), 8)
	}
}

// isisTopology prints a topology (RFC 5120 section 7.1).
func (p *printer) isisTopology(v []byte, off int) {
	id := p.u16(v, off)
	if p.isCut() {
		return
	}
	p.str("\n\t      ")
	switch topology := id & 0xfff; topology {
	case 0:
		p.str("IPv4 unicast")
	case 1:
		p.str("In-Band Management")
	case 2:
		p.str("IPv6 unicast")
	case 3:
		p.str("Multicast")
	case 4095:
		p.str("Development, Experimental or Proprietary")
	default:
		p.str("Reserved for IETF Consensus")
	}
	p.str(" Topology (0x")
	p.hexNum(uint64(id&0xfff), 3)
	p.str("), Flags: [")
	p.isisFlags(isisTopologyBits, "none", uint32(id))
	p.byte(']')
}

// isisAdjacency prints the state of an adjacency (RFC 5303).
func (p *printer) isisAdjacency(v []byte, n int) {
	state := p.u8(v, 0)
	if p.isCut() {
		return
	}
	p.str("\n\t      Adjacency State: ")
	p.tokName(isisStates, "unknown", uint32(state))
	p.strDec(" (", uint64(state))
	p.byte(')')
	left := n - 1
	if left > 4 && p.need(v, 5) {
		p.str("\n\t      Extended Local circuit-ID: 0x")
		p.hexNum(uint64(p.u32(v, 1)), 8)
		left -= 4
	}
	if left >= 6 && p.need(v, 11) {
		p.str("\n\t      Neighbor System-ID: ")
		p.isisID(v[5:11])
		left -= 6
	}
	if left >= 4 && p.need(v, 15) { // quirk isis-adjacency: also with nothing else, even behind the TLV
		p.str("\n\t      Neighbor Extended Local circuit-ID: 0x")
		p.hexNum(uint64(p.u32(v, 11)), 8)
	}
}

var isisTLVNames = []token{
	{1, "Area address(es)"}, {2, "IS Reachability"}, {3, "ES Neighbor(s)"}, {4, "Partition DIS"}, {5, "Prefix Neighbors"},
	{6, "IS Neighbor(s)"}, {7, "Instance Identifier"}, {8, "Padding"}, {9, "LSP entries"}, {10, "Authentication"}, {12, "Checksum"},
	{13, "Purge Originator Identifier"}, {14, "LSP Buffersize"}, {22, "Extended IS Reachability"}, {24, "IS Alias ID"},
	{42, "DECnet Phase IV"}, {66, "Lucent Proprietary"}, {128, "IPv4 Internal Reachability"}, {129, "Protocols supported"},
	{130, "IPv4 External Reachability"}, {131, "Inter-Domain Information Type"}, {132, "IPv4 Interface address(es)"},
	{133, "IPv4 authentication (deprecated)"}, {134, "Traffic Engineering Router ID"}, {135, "Extended IPv4 Reachability"},
	{137, "Hostname"}, {138, "Shared Risk Link Group"}, {143, "Multi-Topology-Aware Port Capability"},
	{144, "Multi-Topology Capability"}, {176, "Nortel Proprietary"}, {177, "Nortel Proprietary"}, {211, "Restart Signaling"},
	{222, "Multi Topology IS Reachability"}, {229, "Multi Topology"}, {232, "IPv6 Interface address(es)"},
	{235, "Multi-Topology IPv4 Reachability"}, {236, "IPv6 reachability"}, {237, "Multi-Topology IP6 Reachability"},
	{240, "Point-to-point Adjacency State"}, {241, "Hello PDU Sequence Number"}, {242, "IS-IS Router Capability"}, {250, "Vendor Private"},
}

var isisAuths = []token{
	{1, "simple text password: "}, {3, "Generic Crypto key-id: "}, {54, "HMAC-MD5 password: "}, {255, "Routing Domain private password: "},
}

var isisDomains = []token{{0, "Reserved"}, {1, "Routing-Domain Specific"}, {2, "AS Number Tag"}}

var isisRestart = []token{{1, "Restart Request"}, {2, "Restart Acknowledgement"}, {4, "Suppress adjacency advertisement"}}

var isisTopologyBits = []token{{0x4000, "ATT bit set"}, {0x8000, "Overload bit set"}}

var isisStates = []token{{0, "Up"}, {1, "Initializing"}, {2, "Down"}}
