package text

import "wiredump/dissect"

// Types of LSP ping TLVs (RFC 4379 section 3) and of the entries of the
// target FEC stack (section 3.2).
const (
	lspPingFEC        = 1
	lspPingDownstream = 2
	lspPingVendor     = 5
	lspPingStack      = 7
	lspPingErrors     = 9
	lspPingTOS        = 10
	lspPingBFD        = 15

	lspPingLDP4    = 1
	lspPingLDP6    = 2
	lspPingRSVP4   = 3
	lspPingRSVP6   = 4
	lspPingVPN4    = 6
	lspPingVPN6    = 7
	lspPingL2VPN   = 8
	lspPingOldPW   = 9
	lspPingPW      = 10
	lspPingLabel4  = 12
	lspPingLabel6  = 13
	lspPingHeadLen = 32
)

// lspPing prints an echo of a label switched path (RFC 4379 section 3).
//
//	+-------------------------------+-------------------------------+
//	|            version            |             flags             |
//	+---------------+---------------+---------------+---------------+
//	| message type  |  reply mode   |  return code  |return subcode |
//	+---------------+---------------+---------------+---------------+
//	|                       sender's handle                         |
//	|                       sequence number                         |
//	|              time sent, as in NTP, eight bytes                |
//	|            time received, as in NTP, eight bytes              |
//	+---------------------------------------------------------------+
//	|  TLVs, padded to four bytes each ...
func (p *printer) lspPing(b []byte, length int) {
	p.proto = "lspping"
	p.lspPingMessage(limit(b, length), length)
	p.endMessage()
}

func (p *printer) lspPingMessage(b []byte, length int) {
	short := func() { p.str("\n\t\t packet is too short") }
	if length < lspPingHeadLen {
		short()
		return
	}
	if !p.got(b, lspPingHeadLen) {
		return
	}
	if v := p.u16(b, 0); v != 1 {
		p.str("LSP-PING version ")
		p.dec(uint64(v))
		p.str(" packet not supported")
		return
	}
	if p.opt.Verbose == 0 {
		p.str("LSP-PINGv1, ")
		p.tok2(lspPingTypes, "unknown (", uint32(b[4]), ")")
		p.str(", seq ")
		p.dec(uint64(p.u32(b, 12)))
		p.str(", length: ")
		p.int(length)
		return
	}
	p.lspPingHead(b, length)
	b, length = b[lspPingHeadLen:], length-lspPingHeadLen
	for length > 0 {
		if length < 4 {
			short()
			return
		}
		if !p.got(b, 4) {
			return
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		p.str("\n\t  ")
		p.tokName(lspPingTLVs, "Unknown", uint32(kind))
		p.str(" TLV (")
		p.dec(uint64(kind))
		p.str("), length: ")
		p.int(n)
		b, length = b[4:], length-4
		if n > length {
			short()
			return
		}
		if !p.got(b, n) || n > 0 && !p.lspPingTLV(kind, b[:n]) {
			return
		}
		if n = (n + 3) &^ 3; n > length {
			short()
			return
		}
		b, length = after(b, n), length-n
	}
}

// lspPingHead prints the fields in front of the TLVs.
func (p *printer) lspPingHead(b []byte, length int) {
	p.str("\n\tLSP-PINGv1, msg-type: ")
	p.lspPingValue(lspPingTypes, uint32(b[4]))
	p.str(", length: ")
	p.int(length)
	p.str("\n\t  reply-mode: ")
	p.lspPingValue(lspPingModes, uint32(b[5]))
	code, sub := b[6], b[7]
	p.str("\n\t  Return Code: ")
	p.tokName(lspPingCodes, "unknown", uint32(code))
	switch code {
	case 3, 4, 8, 10, 11, 12:
		p.byte(' ')
		p.dec(uint64(sub))
	}
	p.str(" (")
	p.dec(uint64(code))
	p.str(")\n\t  Return Subcode: (")
	p.dec(uint64(sub))
	p.str(")\n\t  Sender Handle: 0x")
	p.hexNum(uint64(p.u32(b, 8)), 8)
	p.str(", Sequence: ")
	p.dec(uint64(p.u32(b, 12)))
	p.str("\n\t  Sender Timestamp: ")
	p.ntpStamp(dissect.NTPTime{Seconds: p.u32(b, 16), Fraction: p.u32(b, 20)})
	p.str(" Receiver Timestamp: ")
	if t := (dissect.NTPTime{Seconds: p.u32(b, 24), Fraction: p.u32(b, 28)}); t != (dissect.NTPTime{}) {
		p.ntpStamp(t)
	} else {
		p.str("no timestamp")
	}
}

// lspPingValue prints the word for v and v.
func (p *printer) lspPingValue(table []token, v uint32) {
	p.tokName(table, "unknown", v)
	p.str(" (")
	p.dec(uint64(v))
	p.byte(')')
}

// lspPingTLV prints the value of a TLV. It returns false if the rest of the
// message is not to be printed.
func (p *printer) lspPingTLV(kind uint16, v []byte) bool {
	dump := false
	switch kind {
	case lspPingFEC:
		// Quirk lspping-fec: the next entry is looked for four bytes in front
		// of where it begins.
		for at, left := 0, len(v); left > 0; {
			if left < 4 || int(p.u16(v, at+2)) > left-4 {
				p.str("\n\t      TLV is too short")
				dump = true
				break
			}
			n := int(p.u16(v, at+2))
			p.lspPingFEC(p.u16(v, at), v[at+4:at+4+n])
			if n = (n + 3) &^ 3; n > left-4 {
				p.str("\n\t\t TLV is too short")
				return false
			}
			at, left = at+n, left-4-n
		}
	case lspPingDownstream:
		p.lspPingDownstream(v)
		dump = true
	case lspPingVendor:
		if dump = len(v) < 4; dump {
			p.str("\n\t      TLV is too short")
			break
		}
		id := p.u32(v, 0)
		p.str("\n\t    Vendor: ")
		p.tokName(radiusVendors, "Unknown", id)
		p.str(" (0x")
		p.hexNum(uint64(id), 4)
		p.byte(')')
	case lspPingBFD:
		if dump = len(v) < 4; dump {
			p.str("\n\t      TLV is too short")
			break
		}
		p.str("\n\t    BFD Discriminator 0x")
		p.hexNum(uint64(p.u32(v, 0)), 8)
	default:
		dump = true
	}
	if dump || p.opt.Verbose > 1 {
		p.hexLines("\n\t    ", v)
	}
	return true
}

// lspPingFEC prints an entry of the target FEC stack (RFC 4379 section 3.2).
func (p *printer) lspPingFEC(kind uint16, v []byte) {
	p.str("\n\t    ")
	p.tokName(lspPingFECs, "Unknown", uint32(kind))
	p.str(" subTLV (")
	p.dec(uint64(kind))
	p.str("), length: ")
	p.int(len(v))
	want, known := find2(lspPingFECSizes, kind)
	if known && len(v) != want {
		p.str("\n\t      invalid subTLV length, should be ")
		p.int(want)
	} else if known {
		p.lspPingFECValue(kind, v)
	}
	if len(v) != want || p.opt.Verbose > 1 {
		p.hexLines("\n\t      ", v)
	}
}

func (p *printer) lspPingFECValue(kind uint16, v []byte) {
	p.str("\n\t      ")
	bits := func(off int) {
		p.byte('/')
		p.dec(uint64(v[off]))
	}
	switch kind {
	case lspPingLDP4, lspPingLabel4:
		p.ip4At(v, 0)
		bits(4)
	case lspPingLDP6, lspPingLabel6:
		p.ip6At(v, 0)
		bits(16)
	case lspPingRSVP4:
		p.lspPingTunnel(v, 4, p.ip4At)
	case lspPingRSVP6:
		p.lspPingTunnel(v, 16, p.ip6At)
	case lspPingVPN4, lspPingVPN6:
		p.str("RD: ")
		p.bgpRD(v)
		p.str(", ")
		if kind == lspPingVPN4 {
			p.ip4At(v, 8)
			bits(12)
		} else {
			p.ip6At(v, 8)
			bits(24)
		}
	case lspPingL2VPN:
		p.str("RD: ")
		p.bgpRD(v)
		p.str(", Sender VE ID: ")
		p.dec(uint64(p.u16(v, 8)))
		p.str(", Receiver VE ID: ")
		p.dec(uint64(p.u16(v, 10)))
		p.str("\n\t      Encapsulation Type: ")
		p.lspPingValue(ldpCircuits, uint32(p.u16(v, 12)))
	case lspPingOldPW:
		p.str("Remote PE: ")
		p.ip4At(v, 0)
		p.lspPingPW(v[4:])
	case lspPingPW:
		p.str("Sender PE: ")
		p.ip4At(v, 0)
		p.str(", Remote PE: ")
		p.ip4At(v, 4)
		p.lspPingPW(v[8:])
	}
}

// lspPingTunnel prints an RSVP session whose addresses are n bytes long.
func (p *printer) lspPingTunnel(v []byte, n int, addr func([]byte, int)) {
	p.str("tunnel end-point ")
	addr(v, 0)
	p.str(", tunnel sender ")
	addr(v, 2*n+4)
	p.str(", lsp-id 0x")
	p.hexNum(uint64(p.u16(v, 3*n+6)), 4)
	p.str("\n\t      tunnel-id 0x")
	p.hexNum(uint64(p.u16(v, n+2)), 4)
	p.str(", extended tunnel-id ")
	addr(v, n+4)
}

func (p *printer) lspPingPW(v []byte) {
	p.str("\n\t      PW ID: 0x")
	p.hexNum(uint64(p.u32(v, 0)), 8)
	p.str(", PW Type: ")
	p.lspPingValue(ldpCircuits, uint32(p.u16(v, 4)))
}

// lspPingDownstream prints a downstream mapping (RFC 4379 section 3.3).
//
//	+-------------------------------+---------------+---------------+
//	|              MTU              | address type  |     flags     |
//	+-------------------------------+---------------+---------------+
//	|       address, of four or 16 bytes      | interface, likewise |
//	+---------------+---------------+-------------------------------+
//	|multipath type |     depth     |    multipath length, bytes    |
func (p *printer) lspPingDownstream(v []byte) {
	need := func(n int) bool {
		if len(v) < n {
			p.str("\n\t      TLV is too short")
			return false
		}
		return true
	}
	if !need(4) {
		return
	}
	p.str("\n\t    MTU: ")
	p.dec(uint64(p.u16(v, 0)))
	p.str(", Address-Type: ")
	kind := v[2]
	p.lspPingValue(lspPingAddresses, uint32(kind))
	v = v[4:]
	if kind < 1 || kind > 4 {
		return
	}
	addrLen, ifLen := 4, 4
	if kind > 2 {
		addrLen = 16
	}
	if kind == 3 {
		ifLen = 16
	}
	if !need(addrLen + ifLen) {
		return
	}
	p.str("\n\t    Downstream IP: ")
	if addrLen == 4 {
		p.ip4At(v, 0)
	} else {
		p.ip6At(v, 0)
	}
	switch kind {
	case 1:
		p.str("\n\t    Downstream Interface IP: ")
		p.ip4At(v, 4)
	case 3:
		p.str("\n\t    Downstream Interface IP: ")
		p.ip6At(v, 16)
	default:
		p.str("\n\t    Downstream Interface Index: 0x")
		p.hexNum(uint64(p.u32(v, addrLen)), 8)
	}
	need(addrLen + ifLen + 4)
}

var lspPingTypes = []token{{1, "MPLS Echo Request"}, {2, "MPLS Echo Reply"}}

var lspPingModes = []token{
	{1, "Do not reply"}, {2, "Reply via an IPv4/IPv6 UDP packet"},
	{3, "Reply via an IPv4/IPv6 UDP packet with Router Alert"}, {4, "Reply via application level control channel"},
}

var lspPingCodes = []token{
	{0, "No return code or return code contained in the Error Code TLV"}, {1, "Malformed echo request received"},
	{2, "One or more of the TLVs was not understood"}, {3, "Replying router is an egress for the FEC at stack depth"},
	{4, "Replying router has no mapping for the FEC at stack depth"}, {5, "Reserved"}, {6, "Reserved"}, {7, "Reserved"},
	{8, "Label switched at stack-depth"}, {9, "Label switched but no MPLS forwarding at stack-depth"},
	{10, "Mapping for this FEC is not the given label at stack depth"}, {11, "No label entry at stack-depth"},
	{12, "Protocol not associated with interface at FEC stack depth"},
	{13, "Premature termination of ping due to label stack shrinking to a single label"},
}

var lspPingTLVs = []token{
	{lspPingFEC, "Target FEC Stack"}, {lspPingDownstream, "Downstream Mapping"}, {3, "Pad"},
	{lspPingVendor, "Vendor Enterprise Code"}, {lspPingStack, "Interface Label Stack"},
	{lspPingErrors, "Error Code"}, {lspPingTOS, "Reply TOS Byte"},
	{lspPingBFD, "BFD Discriminator"},
}

var lspPingFECs = []token{
	{lspPingLDP4, "LDP IPv4 prefix"}, {lspPingLDP6, "LDP IPv6 prefix"}, {lspPingRSVP4, "RSVP IPv4 Session Query"},
	{lspPingRSVP6, "RSVP IPv6 Session Query"}, {5, "Reserved"}, {lspPingVPN4, "VPN IPv4 prefix"},
	{lspPingVPN6, "VPN IPv6 prefix"}, {lspPingL2VPN, "L2 VPN endpoint"}, {lspPingOldPW, "FEC 128 pseudowire (old)"},
	{lspPingPW, "FEC 128 pseudowire"}, {lspPingLabel4, "BGP labeled IPv4 prefix"},
	{lspPingLabel6, "BGP labeled IPv6 prefix"},
}

var lspPingAddresses = []token{{1, "IPv4"}, {2, "Unnumbered IPv4"}, {3, "IPv6"}, {4, "IPv6"}}

var lspPingFECSizes = [][2]int{
	{lspPingLDP4, 5}, {lspPingLDP6, 17}, {lspPingRSVP4, 20}, {lspPingRSVP6, 56}, {lspPingVPN4, 13},
	{lspPingVPN6, 25}, {lspPingL2VPN, 14}, {lspPingOldPW, 10}, {lspPingPW, 14}, {lspPingLabel4, 5}, {lspPingLabel6, 17},
}
