package text

import "wiredump/dissect"

// ethernet prints a frame from its Ethernet header on (IEEE 802.3). It returns
// the length of that header with tags and, in 802.3 frames, with the LLC
// header.
func (p *printer) ethernet(b []byte, length int) int {
	p.proto = "ether"
	if length < len(b) { // what a tunnel carries may claim to be shorter
		p.str("[length ")
		p.int(length)
		p.str(" < caplen ")
		p.int(len(b))
		p.byte(']')
		p.invalid()
		return dissect.EthernetLen
	}
	if !p.have(b, dissect.EthernetLen) {
		return noDump
	}
	outer := p.ether
	h := &p.ether
	h.Decode(b)
	n := p.etherFrame(h, length, switchTag{})
	p.ether = outer
	return n
}

// etherFrame prints a frame whose header was decoded, and with -e the tag that
// a switch has put in behind the addresses.
func (p *printer) etherFrame(h *dissect.Ethernet, length int, tag switchTag) int {
	if p.opt.Link {
		p.macPair(h)
		if tag.print != nil {
			tag.print(p, tag.b)
		}
	}
	t, b := h.Type, h.Payload
	plain := dissect.EthernetLen + len(tag.b) // without VLAN tags
	frame, header := length, plain
	length -= header
	for isTag(t) {
		p.proto = "vlan"
		if !p.have(b, dissect.VLANLen) {
			return noDump
		}
		var v dissect.VLAN
		v.Decode(b)
		if p.opt.Link {
			p.etherType(t)
			p.etherLength(frame, header > plain)
			p.vlanTag(&v)
		}
		t, b = v.Type, v.Payload
		length -= dissect.VLANLen
		header += dissect.VLANLen
	}
	tagged := header > plain
	if t <= dissect.MaxLength || t == dissect.EtherTypeJumbo {
		return header + p.etherLLC(t, b, length, tagged)
	}
	if p.opt.Link {
		p.etherType(t)
		p.etherLength(frame, tagged)
	}
	if p.etherMessage(t, b, length) {
		return header
	}
	if !p.opt.Link {
		p.macPair(h)
		p.etherType(t)
		p.etherLength(frame, false)
	}
	if !p.opt.Quiet {
		p.unknown(b)
	}
	return header
}

// isTag tells the Ethertypes in front of VLAN tags.
func isTag(t uint16) bool { return dissect.ForEtherType(t) == dissect.ProtoVLAN }

// macPair prints "source > destination, ".
func (p *printer) macPair(h *dissect.Ethernet) {
	p.mac(h.Src)
	p.str(" > ")
	p.mac(h.Dst)
	p.str(", ")
}

// etherLength prints the length of the frame, once, and what separates the
// type from what follows.
func (p *printer) etherLength(frame int, shown bool) {
	if shown {
		p.str(", ")
		return
	}
	p.str(", length ")
	p.int(frame)
	p.str(": ")
}

// etherLLC prints the payload of an 802.3 frame, whose type field is its
// length, and returns the length of its LLC header.
func (p *printer) etherLLC(t uint16, b []byte, length int, tagged bool) int {
	if t != dissect.EtherTypeJumbo {
		b, length = limit(b, int(t)), min(length, int(t))
	}
	if p.opt.Link && t != dissect.EtherTypeJumbo {
		p.str("802.3")
		if !tagged {
			p.str(", length ")
			p.int(length)
			p.str(": ")
		}
	}
	n := p.llc(b, length)
	if n < 0 {
		if !p.opt.Quiet {
			p.unknown(b)
		}
		return -n
	}
	return n
}

// etherMessage prints the message that an Ethertype announces. It returns
// false if it has no printer.
func (p *printer) etherMessage(t uint16, b []byte, length int) bool {
	switch t {
	case dissect.EtherTypeIPX:
		p.str("(NOV-ETHII) ")
		p.ipx(b, length)
		return true
	case dissect.EtherTypeLoopback:
		p.loopback(b, length)
		return true
	}
	proto := dissect.ForEtherType(t)
	return proto != dissect.NoProtocol && p.print(proto, b, length)
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

// etherTypes names Ethertypes, those with a printer of their own or not.
var etherTypes = []token{
	{dissect.EtherTypeIPv4, "IPv4"},
	{dissect.EtherTypeIPv6, "IPv6"},
	{dissect.EtherTypeARP, "ARP"},
	{dissect.EtherTypeRARP, "Reverse ARP"},
	{dissect.EtherTypeVLAN, "802.1Q"},
	{dissect.EtherTypeQinQ, "802.1Q-QinQ"},
	{dissect.EtherType9100, "802.1Q-9100"},
	{dissect.EtherType9200, "802.1Q-9200"},
	{dissect.EtherTypeGREOSI, "GRE-OSI"},
	{0x0200, "PUP"},
	{0x0500, "Sprite"},
	{0x0600, "NS"},
	{0x0707, "GeoNet (old)"},
	{dissect.EtherTypeTrail, "Trail"},
	{0x1111, "CALM FAST"},
	{0x6001, "MOP DL"},
	{0x6002, "MOP RC"},
	{0x6003, "DN"},
	{0x6004, "LAT"},
	{0x6007, "SCA"},
	{dissect.EtherTypeTEB, "TEB"},
	{0x8038, "Lanbridge"},
	{0x803c, "DEC DNS"},
	{0x803e, "DEC DTS"},
	{0x805b, "VEXP"},
	{0x805c, "VPROD"},
	{0x809b, "Appletalk"},
	{0x80f3, "Appletalk ARP"},
	{dissect.EtherTypeIPX, "IPX"},
	{0x8808, "MPCP"},
	{0x8809, "Slow Protocols"},
	{dissect.EtherTypePPP, "PPP"},
	{dissect.EtherTypeMPLS, "MPLS unicast"},
	{dissect.EtherTypeMPLSMulticast, "MPLS multicast"},
	{dissect.EtherTypePPPoED, "PPPoE D"},
	{dissect.EtherTypePPPoES, "PPPoE S"},
	{0x886f, "MS NLB heartbeat"},
	{dissect.EtherTypeJumbo, "Jumbo"},
	{0x888e, "EAPOL"},
	{0x8899, "Realtek protocols"},
	{0x88a2, "AoE"},
	{0x88ca, "TIPC"},
	{0x88cc, "LLDP"},
	{0x88e5, "802.1AE MACsec"},
	{0x88f7, "PTP"},
	{0x8902, "CFM"},
	{0x893a, "IEEE1905.1"},
	{0x8947, "GeoNet"},
	{0x894f, "NSH"},
	{dissect.EtherTypeLoopback, "Loopback"},
	{0xabcd, "CFM (old)"},
	{0xd28b, "Arista Vendor Specific Protocol"},
	{0xfefe, "OSI"},
}
