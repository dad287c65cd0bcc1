package text

import "wiredump/dissect"

// vxlan prints a VXLAN message and, on lines of its own, the frame in it (RFC
// 7348).
func (p *printer) vxlan(b []byte, length int) {
	p.proto = "vxlan"
	p.str("VXLAN")
	if length < dissect.VXLANLen {
		p.invalid()
		return
	}
	var h dissect.VXLAN
	h.Decode(b)
	p.need(b, 1)
	if h.Flags&dissect.VXLANInstance != 0 {
		p.str(", flags [I] (")
	} else {
		p.str(", flags [invalid] (")
	}
	p.hex0x(uint64(h.Flags), 2)
	p.str("), ")
	p.need(b, 7)
	p.str("vni ")
	p.dec(uint64(h.ID))
	p.byte('\n')
	p.need(b, dissect.VXLANLen)
	if !p.isCut() {
		p.print(dissect.ProtoEthernet, h.Payload, length-dissect.VXLANLen)
	}
}

// vxlanGPE prints a message of VXLAN's Generic Protocol Extension.
func (p *printer) vxlanGPE(b []byte, length int) {
	p.proto = "vxlan_gpe"
	p.str("VXLAN-GPE, ")
	if length < dissect.VXLANLen {
		p.str(" (len ")
		p.int(length)
		p.str(" < 8)")
		p.invalid()
		return
	}
	var h dissect.VXLAN
	h.Decode(b)
	p.need(b, 1)
	p.str("flags [")
	p.bitsOrNone(vxlanFlags, uint32(h.Flags), "")
	p.str("], ")
	p.need(b, dissect.VXLANLen)
	p.str("vni ")
	p.dec(uint64(h.ID))
	if p.opt.Verbose > 0 {
		p.str("\n    ")
	} else {
		p.str(": ")
	}
	if p.isCut() {
		return
	}
	next := dissect.NoProtocol
	switch h.Next {
	case 1:
		next = dissect.ProtoIPv4
	case 2:
		next = dissect.ProtoIPv6
	case 3:
		next = dissect.ProtoEthernet
	}
	if !p.print(next, h.Payload, length-dissect.VXLANLen) {
		p.str("ERROR: unknown-next-protocol")
		p.invalid()
	}
}

var vxlanFlags = []token{
	{dissect.VXLANInstance, "I"},
	{dissect.VXLANNext, "P"},
	{dissect.VXLANBroadcast, "B"},
	{dissect.VXLANOAM, "O"},
}

// otv prints a message of Overlay Transport Virtualization.
func (p *printer) otv(b []byte, length int) {
	p.proto = "otv"
	p.str("OTV, ")
	if length < dissect.VXLANLen {
		p.str("[length ")
		p.int(length)
		p.str(" < 8]")
		p.invalid()
		p.need(b, length)
		return
	}
	var h dissect.VXLAN
	h.Decode(b)
	p.need(b, 1)
	if h.Flags&dissect.VXLANInstance != 0 {
		p.str("flags [I] (")
	} else {
		p.str("flags [.] (")
	}
	p.hex0x(uint64(h.Flags), 2)
	p.str("), ")
	p.need(b, 4)
	p.str("overlay ")
	p.dec(uint64(h.Overlay))
	p.str(", ")
	p.need(b, 7)
	p.str("instance ")
	p.dec(uint64(h.ID))
	p.byte('\n')
	p.need(b, dissect.VXLANLen)
	if !p.isCut() {
		p.print(dissect.ProtoEthernet, h.Payload, length-dissect.VXLANLen)
	}
}
