package text

// Subtypes of slow protocols (IEEE 802.3 annex 57A).
const (
	slowLACP   = 1
	slowMarker = 2
	slowOAM    = 3
)

// slow prints a frame of a slow protocol: link aggregation control and marker
// (IEEE 802.1AX section 6), or operations, administration and maintenance (IEEE
// 802.3 clause 57).
//
//	+---------------+---------------+--------
//	|    subtype    |    version    |  type, length and value, and more ...
//	+---------------+---------------+--------
func (p *printer) slow(b []byte, length int) {
	p.proto = "slow"
	if !p.have(b, 1) {
		return
	}
	kind := b[0]
	switch kind {
	case slowLACP, slowMarker:
		if !p.have(b, 2) {
			return
		}
		p.tokName(slowNames, "", uint32(kind))
		if b[1] != 1 {
			p.str(" version ")
			p.dec(uint64(b[1]))
			p.str(" packet not supported")
			return
		}
		p.byte('v')
		p.dec(uint64(b[1]))
	case slowOAM:
		p.str("OAM")
	default:
		p.str("unknown (")
		p.dec(uint64(kind))
		p.byte(')')
	}
	p.str(", length ")
	p.int(length)
	switch {
	case kind < slowLACP || kind > slowOAM:
		p.hexLines("\n\t", b)
	case p.opt.Verbose == 0:
	case kind == slowOAM:
		p.oam(b[1:], length-1)
	default:
		p.lacp(kind, b[2:], length-2)
	}
}

// tooShort prints that the packet ends before what it holds, and ends the text
// of the message.
func (p *printer) tooShort() { p.str("\n\t\t packet is too short") }

// wrongLength prints that a length is not what it should be.
func (p *printer) wrongLength(n int) {
	p.str("\n\t    ERROR: illegal length - should be ")
	p.int(n)
}

// lacp prints what link aggregation partners tell each other.
//
//	+---------------+---------------+--------
//	|     type      | length, bytes |  value
//	+---------------+---------------+--------
func (p *printer) lacp(kind uint8, b []byte, left int) {
	names := lacpTLVs
	if kind == slowMarker {
		names = markerTLVs
	}
	for left > 0 {
		if left < 2 {
			p.tooShort()
			return
		}
		if !p.need(b, 2) {
			return
		}
		t, n := b[0], int(b[1])
		p.newline("\t")
		p.tokName(names, "Unknown", uint32(t))
		p.str(" TLV (0x")
		p.hexNum(uint64(t), 2)
		p.str("), length ")
		p.int(n)
		if t == 0 {
			return
		}
		if n < 2 {
			p.str("\n\t    ERROR: illegal length - should be >= 2")
			return
		}
		if n > left {
			p.tooShort()
			return
		}
		if !p.need(b, n) {
			return
		}
		p.slowTLV(kind, t, b[2:n])
		b, left = b[n:], left-n
	}
}

func (p *printer) slowTLV(kind, t uint8, b []byte) {
	want := 16
	switch {
	case kind == slowLACP && (t == 1 || t == 2):
		want = 20
	case kind == slowLACP && t == 3:
	case kind == slowMarker && t == 1:
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t  ", b)
		}
		want = 0
	}
	switch {
	case want == 0:
	case len(b)+2 != want:
		p.wrongLength(want)
	case want == 20:
		p.str("\n\t  System ")
		p.mac([6]byte(b[2:8]))
		p.str(", System Priority ")
		p.dec(uint64(p.u16(b, 0)))
		p.str(", Key ")
		p.dec(uint64(p.u16(b, 8)))
		p.str(", Port ")
		p.dec(uint64(p.u16(b, 12)))
		p.str(", Port Priority ")
		p.dec(uint64(p.u16(b, 10)))
		p.str("\n\t  State Flags [")
		p.bitsOrNone(lacpStates, uint32(b[14]), ", ")
		p.byte(']')
	case kind == slowMarker:
		p.str("\n\t  Request System ")
		p.mac([6]byte(b[2:8]))
		p.str(", Request Port ")
		p.dec(uint64(p.u16(b, 0)))
		p.str(", Request Transaction ID 0x")
		p.hexNum(uint64(p.u32(b, 8)), 8)
	default:
		p.str("\n\t  Max Delay ")
		p.dec(uint64(p.u16(b, 0)))
	}
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t  ", b)
	}
}

// oam prints an OAM frame.
//
//	+-------------------------------+---------------+--------
//	|             flags             |     code      |  what it defines
//	+-------------------------------+---------------+--------
func (p *printer) oam(b []byte, left int) {
	if left < 3 {
		p.tooShort()
		return
	}
	if !p.need(b, 3) {
		return
	}
	code := b[2]
	p.str("\n\tCode ")
	if s, ok := find(oamCodes, uint32(code)); ok {
		p.str(s)
	} else {
		p.str("Unknown (")
		p.dec(uint64(code))
		p.byte(')')
	}
	p.str(" OAM PDU, Flags [")
	p.bitsOrNone(oamFlags, uint32(p.u16(b, 0)), ", ")
	p.byte(']')
	b, left = b[3:], left-3
	switch code {
	case 0:
		p.oamTLVs(b, left, " Information Type (", oamInformation, 1, 2, 16)
	case 1:
		if left < 2 {
			p.tooShort()
			return
		}
		if !p.need(b, 2) {
			return
		}
		p.str("\n\t  Sequence Number ")
		p.dec(uint64(p.u16(b, 0)))
		p.oamTLVs(b[2:], left-2, " Link Event Type (", oamEvents, 1, 4, 40)
	case 4:
		if left < 1 {
			p.tooShort()
			return
		}
		if !p.need(b, 1) {
			return
		}
		p.str("\n\t  Command ")
		p.tokName(oamCommands, "Unknown", uint32(b[0]))
		p.str(" (")
		p.dec(uint64(b[0]))
		p.byte(')')
	default:
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t  ", limit(b, left))
		}
	}
}

// oamTLVs prints types, lengths and values, of which those from first to last
// have size bytes.
func (p *printer) oamTLVs(b []byte, left int, what string, names []token, first, last uint8, size int) {
	for left > 0 {
		if left < 2 {
			p.tooShort()
			return
		}
		if !p.need(b, 2) {
			return
		}
		t, n := b[0], int(b[1])
		p.str("\n\t  ")
		p.tokName(names, "Reserved", uint32(t))
		p.str(what)
		p.dec(uint64(t))
		p.str("), length ")
		p.int(n)
		if t == 0 {
			return
		}
		if n < 2 {
			p.str("\n\t    ERROR: illegal length - should be >= 2")
			return
		}
		if n > left {
			p.tooShort()
			return
		}
		if !p.need(b, n) {
			return
		}
		switch {
		case t < first || t > last:
			p.hexLines("\n\t  ", b[:n])
		case n != size:
			p.wrongLength(size)
			p.hexLines("\n\t  ", b[:n])
		case size == 16:
			p.oamInformation(b)
			p.oamDump(b[:n])
		default:
			p.oamEvent(b)
			p.oamDump(b[:n])
		}
		b, left = b[n:], left-n
	}
}

// oamDump dumps what was decoded with -vv.
func (p *printer) oamDump(b []byte) {
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t  ", b)
	}
}

// oamInformation prints what a station can do.
func (p *printer) oamInformation(b []byte) {
	p.str("\n\t    OAM-Version ")
	p.dec(uint64(b[2]))
	p.str(", Revision ")
	p.dec(uint64(p.u16(b, 3)))
	p.str("\n\t    State-Parser-Action ")
	p.tokName(oamParser, "reserved", uint32(b[5]&3))
	p.str(", State-MUX-Action ")
	if b[5]&4 != 0 {
		p.str("discarding")
	} else {
		p.str("forwarding")
	}
	p.str("\n\t    OAM-Config Flags [")
	p.bitsOrNone(oamConfig, uint32(b[6]), ", ")
	p.str("], OAM-PDU-Config max-PDU size ")
	p.dec(uint64(p.u16(b, 7) & 0x7ff))
	p.str("\n\t    OUI ")
	p.tokName(vendors, "Unknown", p.u24(b, 9))
	p.str(" (0x")
	p.hexNum(uint64(p.u24(b, 9)), 6)
	p.str("), Vendor-Private 0x")
	p.hexNum(uint64(p.u32(b, 12)), 8)
}

// oamEvent prints an errored symbol period event.
func (p *printer) oamEvent(b []byte) {
	p.str("\n\t    Timestamp ")
	p.dec(uint64(p.u16(b, 2)) * 100)
	p.str(" ms, Errored Window ")
	p.dec(p.u64(b, 4))
	p.str("\n\t    Errored Threshold ")
	p.dec(p.u64(b, 12))
	p.str("\n\t    Errors ")
	p.dec(p.u64(b, 20))
	p.str("\n\t    Error Running Total ")
	p.dec(p.u64(b, 28))
	p.str("\n\t    Event Running Total ")
	p.dec(uint64(p.u32(b, 36)))
}

var (
	slowNames  = []token{{slowLACP, "LACP"}, {slowMarker, "MARKER"}}
	lacpTLVs   = []token{{0, "Terminator"}, {1, "Actor Information"}, {2, "Partner Information"}, {3, "Collector Information"}}
	markerTLVs = []token{{0, "Terminator"}, {1, "Marker Information"}}
	lacpStates = []token{
		{0x01, "Activity"}, {0x02, "Timeout"}, {0x04, "Aggregation"}, {0x08, "Synchronization"}, {0x10, "Collecting"},
		{0x20, "Distributing"}, {0x40, "Default"}, {0x80, "Expired"},
	}
	oamCodes = []token{
		{0, "Information"}, {1, "Event Notification"}, {2, "Variable Request"}, {3, "Variable Response"},
		{4, "Loopback Control"}, {0xfe, "Vendor Private"},
	}
	oamFlags = []token{
		{0x01, "Link Fault"}, {0x02, "Dying Gasp"}, {0x04, "Critical Event"}, {0x08, "Local Evaluating"},
		{0x10, "Local Stable"}, {0x20, "Remote Evaluating"}, {0x40, "Remote Stable"},
	}
	oamInformation = []token{{0, "End of TLV marker"}, {1, "Local"}, {2, "Remote"}, {254, "Organization specific"}}
	oamEvents      = []token{
		{0, "End of TLV marker"}, {1, "Errored Symbol Period Event"}, {2, "Errored Frame Event"},
		{3, "Errored Frame Period Event"}, {4, "Errored Frame Seconds Summary Event"}, {254, "Organization specific"},
	}
	oamCommands = []token{{1, "Enable OAM Remote Loopback"}, {2, "Disable OAM Remote Loopback"}}
	oamParser   = []token{{0, "forwarding"}, {1, "looping back"}, {2, "discarding"}}
	oamConfig   = []token{
		{0x01, "Active"}, {0x02, "Unidirectional"}, {0x04, "Remote-Loopback"}, {0x08, "Link-Events"},
		{0x10, "Variable-Retrieval"},
	}
)
