package text

import "wiredump/dissect"

// ethernet prints a frame from its Ethernet header on (IEEE 802.3).
func (p *printer) ethernet(b []byte, length int) {
	p.proto = "ether"
	if !p.need(b, dissect.EthernetLen) {
		return
	}
	var h dissect.Ethernet
	h.Decode(b)
	p.linkLen += dissect.EthernetLen
	if p.opt.Link {
		p.macPair(&h)
	}
	p.etherPayload(&h, h.Type, h.Payload, length, length-dissect.EthernetLen)
}

// macPair prints "source > destination, ".
func (p *printer) macPair(h *dissect.Ethernet) {
	p.mac(h.Src)
	p.str(" > ")
	p.mac(h.Dst)
	p.str(", ")
}

// etherPayload prints what follows an Ethertype or 802.3 length field and the
// tags behind it. frame is the length of the whole frame, length that of the
// payload, both in bytes as claimed.
func (p *printer) etherPayload(h *dissect.Ethernet, t uint16, b []byte, frame, length int) {
	lengthShown := false
	for dissect.ForEtherType(t) == dissect.ProtoVLAN {
		p.proto = "vlan"
		if !p.need(b, dissect.VLANLen) {
			return
		}
		var v dissect.VLAN
		v.Decode(b)
		if p.opt.Link {
			p.etherType(t)
			if !lengthShown {
				p.str(", length ")
				p.int(frame)
				p.str(": ")
				lengthShown = true
			} else {
				p.str(", ")
			}
			p.vlanTag(&v)
		}
		t, b = v.Type, v.Payload
		length -= dissect.VLANLen
		p.linkLen += dissect.VLANLen
	}
	if t <= dissect.MaxLength {
		p.llc(h, b, int(t), frame, length, lengthShown)
		return
	}
	if p.opt.Link {
		p.etherType(t)
		if lengthShown {
			p.str(", ")
		} else {
			p.str(", length ")
			p.int(frame)
			p.str(": ")
		}
	}
	if p.etherMessage(t, b, length) {
		return
	}
	if !p.opt.Link {
		p.macPair(h)
		p.etherType(t)
		p.str(", length ")
		p.int(frame)
		p.str(": ")
	}
	if !p.opt.Quiet {
		p.unknown(b)
	}
}

// etherMessage prints the message that an Ethertype announces. It returns
// false if it has no printer.
func (p *printer) etherMessage(t uint16, b []byte, length int) bool {
	proto := dissect.ForEtherType(t)
	if proto == dissect.NoProtocol {
		return false
	}
	if !p.opt.Link {
		switch proto {
		case dissect.ProtoIPv4:
			p.str("IP ")
		case dissect.ProtoIPv6:
			p.str("IP6 ")
		}
	}
	return p.print(proto, b, length)
}

// etherType prints an Ethertype, by name and number unless -q.
func (p *printer) etherType(t uint16) {
	if p.opt.Quiet {
		if s, ok := find(etherTypes, uint32(t)); ok {
			p.str(s)
			return
		}
		p.str("Unknown Ethertype (")
		p.hex0x(uint64(t), 4)
		p.byte(')')
		return
	}
	p.str("ethertype ")
	p.tokName(etherTypes, "Unknown", uint32(t))
	p.str(" (")
	p.hex0x(uint64(t), 4)
	p.byte(')')
}

// vlanTag prints "vlan 7, p 1, DEI, ".
func (p *printer) vlanTag(v *dissect.VLAN) {
	p.str("vlan ")
	p.dec(uint64(v.ID))
	p.str(", p ")
	p.dec(uint64(v.Priority))
	if v.DropEligible {
		p.str(", DEI")
	}
	p.str(", ")
}

var etherTypes = []token{
	{dissect.EtherTypeIPv4, "IPv4"},
	{dissect.EtherTypeIPv6, "IPv6"},
	{dissect.EtherTypeARP, "ARP"},
	{dissect.EtherTypeRARP, "Reverse ARP"},
	{dissect.EtherTypeVLAN, "802.1Q"},
	{dissect.EtherTypeQinQ, "802.1Q-QinQ"},
	{dissect.EtherType9100, "802.1Q-9100"},
	{dissect.EtherType9200, "802.1Q-9200"},
}
