package text

import "wiredump/dissect"

// llc prints an IEEE 802.2 logical link control message. It returns the length
// of the LLC header, negative if what follows has no printer.
//
//	LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: ...
func (p *printer) llc(b []byte, length int) int {
	p.proto = "llc"
	var h dissect.LLC
	h.Decode(b)
	if len(b) < dissect.LLCLen || length < dissect.LLCLen || h.Captured < h.HeaderLen || length < h.HeaderLen {
		p.truncated()
		p.hexASCII("\n\t", b)
		return len(b)
	}
	if h.DSAP == dissect.SAPGlobal && h.SSAP == dissect.SAPGlobal {
		// Novell's raw 802.3 has no LLC header: these are IPX's checksum.
		if p.opt.Link {
			p.str("IPX 802.3: ")
		}
		p.ipx(b, length)
		return 0
	}
	dsap, ssap := h.DSAP&^1, h.SSAP&^1
	if p.opt.Link {
		p.llcHeader(&h, dsap, ssap)
	}
	body, left := h.Payload, length-h.HeaderLen
	plain := h.Control == 3 // unnumbered information
	switch {
	case dsap == dissect.SAPSNAP && ssap == dissect.SAPSNAP && plain:
		p.proto = "snap"
		n := h.HeaderLen + dissect.SNAPLen
		if !p.have(body, dissect.SNAPLen) {
			return n
		}
		if p.opt.Link {
			p.snapHeader(body, left)
		}
		if p.snap(body, left) {
			return n
		}
		if !p.opt.Link {
			p.llcAddrs(&h, dsap, ssap, false)
			p.snapHeader(body, left)
		}
		return -n
	case dsap == dissect.SAPSTP && ssap == dissect.SAPSTP && plain:
		p.stp(body, left)
		return h.HeaderLen
	case dsap == dissect.SAPIP && ssap == dissect.SAPIP && plain:
		p.ipv4(body, left)
		return h.HeaderLen
	case dsap == dissect.SAPIPX && ssap == dissect.SAPIPX && plain:
		if p.opt.Link {
			p.str("IPX 802.2: ")
		}
		p.ipx(body, left)
		return h.HeaderLen
	case dsap == dissect.SAPOSI && ssap == dissect.SAPOSI && plain:
		p.isoclns(body, left)
		return h.HeaderLen
	}
	if !p.opt.Link {
		p.llcAddrs(&h, dsap, ssap, true)
	}
	return p.llcMessage(&h, length)
}

// llcHeader prints the header's fields for -e.
func (p *printer) llcHeader(h *dissect.LLC, dsap, ssap uint8) {
	p.str("LLC, dsap ")
	p.sap(dsap)
	if h.Group() {
		p.str(" Group, ssap ")
	} else {
		p.str(" Individual, ssap ")
	}
	p.sap(ssap)
	if h.Response() {
		p.str(" Response, ctrl ")
	} else {
		p.str(" Command, ctrl ")
	}
	if h.Format == dissect.LLCUnnumbered {
		p.hex0x(uint64(h.Control), 2)
	} else {
		p.hex0x(uint64(h.Control), 4)
	}
	p.str(": ")
}

func (p *printer) sap(v uint8) {
	p.tokName(saps, "Unknown", uint32(v))
	p.str(" (")
	p.hex0x(uint64(v), 2)
	p.byte(')')
}

// llcAddrs prints the addresses of the frame, if there are any, and the service
// access points: one alone if they are the same.
func (p *printer) llcAddrs(h *dissect.LLC, dsap, ssap uint8, names bool) {
	ether := p.ether.Captured > 0
	if !names || ssap == dsap {
		if ether {
			p.mac(p.ether.Src)
			p.str(" > ")
			p.mac(p.ether.Dst)
			p.byte(' ')
		}
		p.sapName("DSAP", dsap)
		if names {
			p.byte(' ')
		} else {
			p.str(", ")
		}
		return
	}
	if ether {
		p.mac(p.ether.Src)
		p.byte(' ')
	}
	p.sapName("SSAP", ssap)
	p.str(" > ")
	if ether {
		p.mac(p.ether.Dst)
		p.byte(' ')
	}
	p.sapName("DSAP", dsap)
	p.byte(' ')
}

func (p *printer) sapName(which string, v uint8) {
	if s, ok := find(saps, uint32(v)); ok {
		p.str(s)
		return
	}
	p.str("Unknown ")
	p.str(which)
	p.byte(' ')
	p.hex0x(uint64(v), 2)
}

// llcMessage prints a message that carries nothing with a printer, as what it
// does for the link.
func (p *printer) llcMessage(h *dissect.LLC, length int) int {
	flags := "Command"
	switch {
	case h.Response() && h.PollFinal():
		flags = "Final"
	case h.Response():
		flags = "Response"
	case h.PollFinal():
		flags = "Poll"
	}
	n := -h.HeaderLen
	kind := h.Control &^ 0x10
	switch h.Format {
	case dissect.LLCUnnumbered:
		p.str("Unnumbered, ")
		p.tokHex(llcCommands, "", uint32(kind), 2)
	case dissect.LLCSupervisory:
		p.str("Supervisory, ")
		p.str(llcSupervisory[h.Control>>2&3])
		p.str(", rcv seq ")
		p.dec(uint64(h.Control >> 9))
		n = h.HeaderLen
	default:
		p.str("Information, send seq ")
		p.dec(uint64(h.Control >> 1 & 0x7f))
		p.str(", rcv seq ")
		p.dec(uint64(h.Control >> 9))
	}
	p.str(", Flags [")
	p.str(flags)
	p.str("], length ")
	p.int(length)
	if h.Format == dissect.LLCUnnumbered && kind == llcXID {
		return p.llcXID(h, length)
	}
	return n
}

// llcXID prints the parameters of an exchange identification, if they are of
// the basic format.
func (p *printer) llcXID(h *dissect.LLC, length int) int {
	b := h.Payload
	if length == h.HeaderLen {
		return h.HeaderLen
	}
	if len(b) < 1 {
		p.truncated()
		return h.HeaderLen
	}
	if b[0] != 0x81 {
		return -h.HeaderLen
	}
	if !p.have(b, 3) {
		p.hexASCII("\n\t", b)
		return h.HeaderLen
	}
	p.str(": ")
	p.hexNum(uint64(b[1]), 2)
	p.byte(' ')
	p.hexNum(uint64(b[2]), 2)
	return h.HeaderLen
}

const llcXID = 0xaf

// llcCommands names U-format commands and responses, without the poll bit.
var llcCommands = []token{
	{0x03, "ui"}, {0x0f, "dm"}, {0x43, "disc"}, {0x63, "ua"}, {0x6f, "sabme"}, {0x87, "frmr"}, {llcXID, "xid"}, {0xe3, "test"},
}

var llcSupervisory = [4]string{"Receiver Ready", "Receiver not Ready", "Reject", "?"}

var saps = []token{
	{dissect.SAPNull, "Null"}, {dissect.SAP8021BI, "802.1B I"}, {dissect.SAPSNA, "SNA"}, {dissect.SAPIP, "IP"},
	{dissect.SAPProWayNM, "ProWay NM"}, {dissect.SAPSTP, "STP"}, {dissect.SAPRS511, "RS511"},
	{dissect.SAPISO8208, "ISO8208"}, {dissect.SAPProWay, "ProWay"}, {dissect.SAPSNAP, "SNAP"},
	{dissect.SAPIPX, "IPX"}, {dissect.SAPNetBEUI, "NetBeui"}, {dissect.SAPOSI, "OSI"},
}
