package text

// Types of LDP messages (RFC 5036 section 3.7) and of their fields (section
// 3.4).
const (
	ldpNotification = 0x0001

	ldpFEC         = 0x0100
	ldpAddresses   = 0x0101
	ldpLabel       = 0x0200
	ldpStatus      = 0x0300
	ldpHello       = 0x0400
	ldpTransport4  = 0x0401
	ldpSequence    = 0x0402
	ldpTransport6  = 0x0403
	ldpSession     = 0x0500
	ldpFaults      = 0x0503
	ldpMTU         = 0x0601
	ldpHeaderLen   = 10
	ldpMessageHead = 8
)

// ldp prints the packets of the label distribution protocol (RFC 5036 section
// 3.1) in a datagram or segment, without -v the first one's header.
//
//	+-------------------------------+-------------------------------+
//	|            version            |length, bytes, without the four|
//	+-------------------------------+-------------------------------+
//	|                        router's id                            |
//	+-------------------------------+-------------------------------+
//	|          label space          |  messages ...
//	+-------------------------------+--------
func (p *printer) ldp(b []byte, length int) {
	p.proto = "ldp"
	for first := true; length > ldpHeaderLen+ldpMessageHead; first = false {
		if !first && p.opt.Verbose == 0 {
			return
		}
		n := p.ldpPacket(b, length)
		p.endMessage()
		if n == 0 || p.isCut() {
			return
		}
		if n > length && p.opt.Verbose > 0 {
			p.str(" [remaining length ")
			p.int(length)
			p.str(" < ")
			p.int(n)
			p.byte(']')
			p.invalid()
			return
		}
		b, length = after(b, n), length-n
	}
}

// ldpPacket prints a packet and returns its length; 0 where nothing more is to
// be printed.
func (p *printer) ldpPacket(b []byte, length int) int {
	if length < ldpHeaderLen || !p.need(b, ldpHeaderLen) {
		p.stop()
		return 0
	}
	lead := func() {
		if p.opt.Verbose > 0 {
			p.str("\n\t")
		}
	}
	if v := p.u16(b, 0); v != 1 {
		lead()
		p.str("LDP version ")
		p.dec(uint64(v))
		p.str(" packet not supported")
		return 0
	}
	size := int(p.u16(b, 2))
	lead()
	if size < ldpHeaderLen-4 {
		p.str("LDP, pdu-length: ")
		p.int(size)
		p.str(" (too short, < ")
		p.int(ldpHeaderLen - 4)
		p.byte(')')
		return 0
	}
	p.str("LDP, Label-Space-ID: ")
	p.ip4At(b, 4)
	p.byte(':')
	p.dec(uint64(p.u16(b, 8)))
	p.str(", pdu-length: ")
	p.int(size)
	if p.opt.Verbose == 0 {
		return size + 4
	}
	left := uint16(size - (ldpHeaderLen - 4))
	for b = b[ldpHeaderLen:]; left > 0; {
		if !p.need(b, ldpMessageHead) {
			return 0
		}
		kind, n := p.u16(b, 0), int(p.u16(b, 2))
		p.str("\n\t  ")
		p.tokName(ldpMessages, "Unknown", uint32(kind&0x7fff))
		p.str(" Message (0x")
		p.hexNum(uint64(kind&0x7fff), 4)
		p.str("), length: ")
		p.int(n)
		if n < ldpMessageHead-4 {
			p.str(" (too short, < ")
			p.int(ldpMessageHead - 4)
			p.byte(')')
			return 0
		}
		p.str(", Message ID: 0x")
		p.hexNum(uint64(p.u32(b, 4)), 8)
		p.str(", Flags: [")
		p.ldpUnknownBit(kind)
		p.str(" if unknown]")
		if !p.need(b, n) {
			return 0
		}
		p.ldpMessage(kind&0x7fff, after(b, ldpMessageHead), n-(ldpMessageHead-4))
		if p.isCut() {
			return 0
		}
		b, left = after(b, n+4), left-uint16(n+4) // quirk ldp-wrap: a message may be longer than its packet
	}
	return size + 4
}

// ldpUnknownBit prints what to do with a message or field that is not known.
func (p *printer) ldpUnknownBit(kind uint16) {
	if kind&0x8000 != 0 {
		p.str("continue processing")
	} else {
		p.str("ignore")
	}
}

// ldpMessage prints the fields of a message, n bytes of them.
func (p *printer) ldpMessage(kind uint16, b []byte, n int) {
	name, ok := find(ldpMessages, uint32(kind))
	known := ok && name != "Label Request" && name != "Label Release" && name != "Label Abort Request"
	if known {
		v := b
		for left := n; left >= 4; {
			size := p.ldpField(v, left)
			if p.isCut() {
				return
			}
			if size == 0 {
				break
			}
			v, left = after(v, size), left-size
		}
	}
	if p.opt.Verbose > 1 {
		n += 4 // quirk ldp-dump: four bytes more than there are
	} else if known {
		return
	}
	p.hexLines("\n\t  ", limit(b, n))
}

// ldpField prints a field and returns its length; 0 where no more are to be
// printed.
//
//	+-+-+---------------------------+-------------------------------+
//	|U|F|            type           |         length, bytes         |
//	+-+-+---------------------------+-------------------------------+
//	|  value ...
func (p *printer) ldpField(b []byte, left int) int {
	if !p.need(b, 4) {
		return 0
	}
	kind, n := p.u16(b, 0), int(p.u16(b, 2))
	v := b[4:]
	if n > left-4 {
		p.str("\n\t\t TLV contents go past end of message")
		return 0
	}
	p.str("\n\t    ")
	p.tokName(ldpFields, "Unknown", uint32(kind&0x3fff))
	p.str(" TLV (0x")
	p.hexNum(uint64(kind&0x3fff), 4)
	p.str("), length: ")
	p.int(n)
	p.str(", Flags: [")
	p.ldpUnknownBit(kind)
	if kind&0x4000 != 0 {
		p.str(" and do")
	} else {
		p.str(" and don't")
	}
	p.str(" forward if unknown]")
	p.ldpValue(kind&0x3fff, limit(v, n), n)
	return 4 + n
}

// ldpLeast prints that a field is too short, if it is.
func (p *printer) ldpLeast(have, least int) bool {
	if have >= least {
		return true
	}
	p.str(" [tlv length ")
	p.int(have)
	p.str(" < ")
	p.int(least)
	p.byte(']')
	p.invalid()
	return false
}

func (p *printer) ldpValue(kind uint16, v []byte, n int) {
	if least, ok := find2(ldpLeast, kind); ok && (!p.ldpLeast(n, least) || !p.need(v, least)) {
		return
	}
	if kind == ldpFEC && !p.need(v, n) {
		return
	}
	switch kind {
	case ldpHello:
		flags := p.u16(v, 2)
		p.str("\n\t      Hold Time: ")
		p.dec(uint64(p.u16(v, 0)))
		p.str("s, Flags: [")
		if flags&0x8000 != 0 {
			p.str("Targeted Hello")
		} else {
			p.str("Link Hello")
		}
		if flags&0x4000 != 0 {
			p.str(", Request for targeted Hellos")
		}
		p.byte(']')
	case ldpTransport4:
		p.str("\n\t      IPv4 Transport Address: ")
		p.ip4At(v, 0)
	case ldpTransport6:
		p.str("\n\t      IPv6 Transport Address: ")
		p.ip6At(v, 0)
	case ldpSequence:
		p.str("\n\t      Sequence Number: ")
		p.dec(uint64(p.u32(v, 0)))
	case ldpAddresses:
		p.ldpAddressList(v, n)
	case ldpSession:
		p.str("\n\t      Version: ")
		p.dec(uint64(p.u16(v, 0)))
		p.str(", Keepalive: ")
		p.dec(uint64(p.u16(v, 2)))
		p.str("s, Flags: [Downstream ")
		if p.u16(v, 6)&0x8000 != 0 { // quirk ldp-session: the flags are in front of these
			p.str("On Demand")
		} else {
			p.str("Unsolicited")
		}
		p.str(", Loop Detection ")
		if p.u16(v, 6)&0x4000 != 0 {
			p.str("Enabled]")
		} else {
			p.str("Disabled]")
		}
	case ldpFEC:
		p.ldpClass(v)
	case ldpLabel:
		p.str("\n\t      Label: ")
		p.dec(uint64(p.u32(v, 0) & 0xfffff))
	case ldpStatus:
		w, id := p.u32(v, 0), p.u32(v, 4)
		p.str("\n\t      Status: 0x")
		p.hexNum(uint64(w&0x3fffffff), 2)
		p.str(", Flags: [")
		if w&0x80000000 != 0 {
			p.str("Fatal error")
		} else {
			p.str("Advisory Notification")
		}
		if w&0x40000000 != 0 {
			p.str(" and do forward]")
		} else {
			p.str(" and don't forward]")
		}
		if id != 0 {
			p.str(", causing Message ID: 0x")
			p.hexNum(uint64(id), 8)
		}
	case ldpFaults:
		p.ldpFaults(v)
	case ldpMTU:
		p.str("\n\t      MTU: ")
		p.dec(uint64(p.u16(v, 0)))
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t      ", v)
		}
	}
}

// ldpFaults prints how a session outlives faults (RFC 3479 section 8.1).
func (p *printer) ldpFaults(v []byte) {
	flags := p.u16(v, 0)
	either := func(bit uint16, set, clear string) {
		if flags&bit != 0 {
			p.str(set)
		} else {
			p.str(clear)
		}
	}
	p.str("\n\t      Flags: [")
	either(0x8000, "Reconnect", "No Reconnect")
	either(0x0008, ", Save State", ", Don't Save State")
	either(0x0004, ", All-Label Protection", ", No All-Label Protection")
	either(0x0002, ", Sequence Numbered Label Checkpoint", ", All Labels Checkpoint")
	either(0x0001, ", Re-Learn State]", ", Don't Re-Learn State]")
	p.str(", Reconnect Timeout: ")
	p.dec(uint64(p.u32(v, 4)))
	p.str("ms, Recovery Time: ")
	p.dec(uint64(p.u32(v, 8)))
	p.str("ms")
}

func (p *printer) ldpAddressList(v []byte, left int) {
	if !p.ldpLeast(left, 2) || !p.need(v, 2) {
		return
	}
	family := p.u16(v, 0)
	v, left = v[2:], left-2
	p.str("\n\t      Address Family: ")
	if name, ok := find(addressFamilies, uint32(family)); ok {
		p.str(name)
	} else {
		p.str("Unknown (")
		p.dec(uint64(family))
		p.byte(')')
	}
	p.str(", addresses")
	size := 4
	switch family {
	case 1:
	case 2:
		size = 16
	default:
		return
	}
	for ; left >= size && p.need(v, size); left -= size {
		p.byte(' ')
		if size == 4 {
			p.ip4At(v, 0)
		} else {
			p.ip6At(v, 0)
		}
		v = v[size:]
	}
}

// ldpClass prints a forwarding equivalence class (RFC 5036 section 3.4.1, RFC
// 4447 section 5.2).
func (p *printer) ldpClass(v []byte) {
	if !p.ldpLeast(len(v), 1) {
		return
	}
	kind := v[0]
	p.str("\n\t      ")
	p.tokName(ldpClasses, "Unknown", uint32(kind))
	p.str(" FEC (0x")
	p.hexNum(uint64(kind), 2)
	p.byte(')')
	v = v[1:]
	switch kind {
	case 2:
		if !p.ldpLeast(len(v), 2) {
			return
		}
		family := p.u16(v, 0)
		v = v[2:]
		if family != 1 && family != 2 {
			p.str(": Address family ")
			p.dec(uint64(family))
			p.str(" prefix")
			return
		}
		size, what := 4, ": IPv4 prefix "
		if family == 2 {
			size, what = 16, ": IPv6 prefix "
		}
		if len(v) < 1 {
			p.cut()
			return
		}
		bits := int(v[0])
		if bits > size*8 {
			p.str(what)
			p.str("(invalid length)")
			return
		}
		if !p.need(v, 1+(bits+7)/8) {
			return
		}
		p.str(what)
		p.maskedPrefix(v[1:], bits, size)
	case 0x80:
		p.ldpCircuit(v)
	}
}

// ldpCircuit prints a virtual circuit.
//
//	+-+-----------------------------+---------------+
//	|C|             type            | info, bytes   |
//	+-+-----------------------------+---------------+---------------+
//	|                            group                              |
//	+---------------------------------------------------------------+
//	|                           circuit                             |
//	+---------------------------------------------------------------+
//	|  interface parameters: type, length with these, value ...
func (p *printer) ldpCircuit(v []byte) {
	if !p.ldpLeast(len(v), 7) {
		return
	}
	kind, left := p.u16(v, 0), int(v[2])
	head := func() {
		p.str(": ")
		p.tokName(ldpCircuits, "Unknown", uint32(kind&0x7fff))
		if kind&0x8000 != 0 {
			p.str(", control word")
		} else {
			p.str(", no control word")
		}
		p.str(", group-ID ")
		p.dec(uint64(p.u32(v, 3)))
	}
	if left == 0 {
		head()
		p.str(", VC-info-length: 0")
		return
	}
	if !p.ldpLeast(len(v), 11) {
		return
	}
	head()
	p.str(", VC-ID ")
	p.dec(uint64(p.u32(v, 7)))
	p.str(", VC-info-length: ")
	p.int(left)
	v, left = v[11:], left-4
	if left < 0 || !p.ldpLeast(len(v), left) {
		return
	}
	for left > 1 {
		sub, n := v[0], int(v[1])
		if n < 2 {
			return
		}
		p.str("\n\t\tInterface Parameter: ")
		p.tokName(ldpParameters, "Unknown", uint32(sub))
		p.str(" (0x")
		p.hexNum(uint64(sub), 2)
		p.str("), len ")
		p.int(n)
		if left < n {
			return
		}
		switch a := v[2:n]; {
		case sub == 1 && len(a) >= 2:
			p.str(": ")
			p.dec(uint64(p.u16(a, 0)))
		case sub == 3:
			p.str(": ")
			p.visible(a)
		case sub == 12 && len(a) >= 2:
			p.str("\n\t\t  Control Channels (0x")
			p.hexNum(uint64(a[0]), 2)
			p.str(") = [")
			p.bitsOrNone(ldpChannels, uint32(a[0]), ", ")
			p.str("]\n\t\t  CV Types (0x")
			p.hexNum(uint64(a[1]), 2)
			p.str(") = [")
			p.bitsOrNone(ldpVerifications, uint32(a[1]), ", ")
			p.byte(']')
		default:
			if p.opt.Verbose <= 1 {
				p.hexLines("\n\t\t  ", a)
			}
		}
		v, left = v[n:], left-n
	}
}

var (
	ldpMessages = []token{
		{ldpNotification, "Notification"}, {0x100, "Hello"}, {0x200, "Initialization"}, {0x201, "Keepalive"},
		{0x300, "Address"}, {0x301, "Address Withdraw"}, {0x400, "Label Mapping"}, {0x401, "Label Request"},
		{0x402, "Label Withdraw"}, {0x403, "Label Release"}, {0x404, "Label Abort Request"},
	}
	ldpFields = []token{
		{ldpFEC, "FEC"}, {ldpAddresses, "Address List"}, {0x103, "Hop Count"}, {0x104, "Path Vector"},
		{ldpLabel, "Generic Label"}, {0x201, "ATM Label"}, {0x202, "Frame-Relay Label"}, {ldpStatus, "Status"},
		{0x301, "Extended Status"}, {0x302, "Returned PDU"}, {0x303, "Returned Message"},
		{ldpHello, "Common Hello Parameters"}, {ldpTransport4, "IPv4 Transport Address"},
		{ldpSequence, "Configuration Sequence Number"}, {ldpTransport6, "IPv6 Transport Address"},
		{ldpSession, "Common Session Parameters"}, {0x501, "ATM Session Parameters"},
		{0x502, "Frame-Relay Session Parameters"}, {ldpFaults, "Fault-Tolerant Session Parameters"},
		{0x600, "Label Request Message ID"}, {ldpMTU, "MTU"},
	}
	// ldpLeast tells how many bytes the values of fields have at least.
	ldpLeast = [][2]int{
		{ldpHello, 4}, {ldpTransport4, 4}, {ldpTransport6, 16}, {ldpSequence, 4}, {ldpSession, 8}, {ldpLabel, 4},
		{ldpStatus, 8}, {ldpFaults, 12}, {ldpMTU, 2},
	}
	ldpClasses  = []token{{1, "Wildcard"}, {2, "Prefix"}, {3, "Host address"}, {0x80, "Martini VC"}}
	ldpCircuits = []token{
		{0, "Reserved"}, {1, "Frame Relay DLCI (Martini Mode)"}, {2, "ATM AAL5 SDU VCC transport"},
		{3, "ATM transparent cell transport"}, {4, "Ethernet VLAN"}, {5, "Ethernet"}, {6, "Cisco-HDLC"}, {7, "PPP"},
		{8, "SONET/SDH Circuit Emulation Service over MPLS"}, {9, "ATM n-to-one VCC cell transport"},
		{10, "ATM n-to-one VPC cell transport"}, {11, "IP Layer2 Transport"},
		{12, "ATM one-to-one VCC Cell Mode"}, {13, "ATM one-to-one VPC Cell Mode"}, {14, "ATM AAL5 PDU VCC transport"},
		{15, "Frame-Relay Port mode"}, {16, "SONET/SDH Circuit Emulation over Packet"},
		{17, "Structure-agnostic E1 over Packet"}, {18, "Structure-agnostic T1 (DS1) over Packet"},
		{19, "Structure-agnostic E3 over Packet"}, {20, "Structure-agnostic T3 (DS3) over Packet"},
		{21, "CESoPSN basic mode"}, {22, "TDMoIP basic mode"}, {23, "CESoPSN TDM with CAS"}, {24, "TDMoIP TDM with CAS"},
		{25, "Frame Relay DLCI"}, {64, "IP-interworking"},
	}
	ldpParameters    = []token{{1, "MTU"}, {3, "Description"}, {12, "VCCV"}}
	ldpChannels      = []token{{1, "PWE3 control word"}, {2, "MPLS Router Alert Label"}, {4, "MPLS inner label TTL = 1"}}
	ldpVerifications = []token{{1, "ICMP Ping"}, {2, "LSP Ping"}, {4, "BFD"}}
)
