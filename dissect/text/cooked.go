package text

import "wiredump/dissect"

// sll prints a packet behind a Linux cooked header, version 1.
//
//	In 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 48: ...
func (p *printer) sll(b []byte, length int) int {
	p.proto = "sll"
	if !p.need(b, dissect.LinuxSLLLen) {
		return 0
	}
	var h dissect.LinuxSLL
	h.DecodeV1(b)
	if p.opt.Link {
		p.sllHeader(&h, length)
	}
	return dissect.LinuxSLLLen + p.sllPayload(&h, length, dissect.LinuxSLLLen)
}

// sll2 prints a packet behind a Linux cooked header, version 2.
//
//	eth0  In  ifindex 2 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 52: ...
func (p *printer) sll2(b []byte, length int) int {
	p.proto = "sll2"
	if !p.need(b, dissect.LinuxSLL2Len) {
		return 0
	}
	var h dissect.LinuxSLL
	h.DecodeV2(b)
	name := ""
	if p.opt.InterfaceName != nil {
		name = p.opt.InterfaceName(h.Interface)
	}
	if name == "" {
		name = "?"
	}
	p.strPad(name, 5)
	p.byte(' ')
	p.strPad(sllType(h.PacketType), 3)
	p.byte(' ')
	if p.opt.Link {
		p.sll2Header(&h, length)
	}
	return dissect.LinuxSLL2Len + p.sllPayload(&h, length, dissect.LinuxSLL2Len)
}

// sllPayload prints what follows a cooked header of the given version, told
// by its length. It returns how long the tags before the payload are.
func (p *printer) sllPayload(h *dissect.LinuxSLL, length, header int) int {
	t, b := h.Protocol, h.Payload
	length -= header
	if h.ARPHRD == dissect.ARPHRDRadiotap {
		p.unknown(b)
		return header
	}
	tags := 0
	for {
		switch {
		case t == dissect.LinuxProto8023 && tags == 0:
			p.ipx(b, length)
			return 0
		case t == dissect.LinuxProto8022 && tags == 0, t <= dissect.MaxLength && tags > 0:
			n := p.llc(b, length)
			if n < 0 {
				if !p.opt.Quiet {
					p.unknown(b)
				}
				n = 0
			}
			return tags + n
		case t == dissect.EtherTypeVLAN:
			p.proto = "vlan"
			if !p.have(b, dissect.VLANLen) {
				return noDump
			}
			var v dissect.VLAN
			v.Decode(b)
			if p.opt.Link {
				p.vlanTag(&v)
			}
			t, b = v.Type, v.Payload
			length -= dissect.VLANLen
			tags += dissect.VLANLen
			if !p.opt.Quiet {
				p.str("ethertype ")
				p.tokName(etherTypes, "Unknown", uint32(t))
				p.str(", ")
			}
			continue
		}
		switch {
		case t <= dissect.MaxLength:
			if !p.opt.Quiet {
				p.unknown(b)
			}
		case !p.etherMessage(t, b, length):
			p.sllUnknown(h, b, length+header, header)
		}
		return tags
	}
}

// sllUnknown prints a payload that has no printer: the header, unless it has
// been printed, and a dump. Quirk sll-unknown: the header then tells the
// protocol in front of tags, and a length without them.
func (p *printer) sllUnknown(h *dissect.LinuxSLL, b []byte, length, header int) {
	if !p.opt.Link {
		if header == dissect.LinuxSLLLen {
			p.sllHeader(h, length)
		} else {
			p.sll2Header(h, length)
		}
	}
	if !p.opt.Quiet {
		p.unknown(b)
	}
}

// sllHeader prints " In 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 48: ".
func (p *printer) sllHeader(h *dissect.LinuxSLL, length int) {
	name := sllType(h.PacketType)
	for n := len(name); n < 3; n++ {
		p.byte(' ')
	}
	p.str(name)
	p.byte(' ')
	p.sllAddr(h)
	p.sllProtocol(h, length)
}

// sll2Header prints "ifindex 2 02:00:00:00:00:01 ethertype IPv4 (0x0800),
// length 52: ".
func (p *printer) sll2Header(h *dissect.LinuxSLL, length int) {
	p.str("ifindex ")
	p.dec(uint64(h.Interface))
	p.byte(' ')
	p.sllAddr(h)
	p.sllProtocol(h, length)
}

// sllAddr prints the sender's address if it is that of an Ethernet.
func (p *printer) sllAddr(h *dissect.LinuxSLL) {
	if h.AddrLen == 6 {
		p.mac([6]byte(h.Addr[:]))
		p.byte(' ')
	}
}

func (p *printer) sllProtocol(h *dissect.LinuxSLL, length int) {
	if p.opt.Quiet {
		return
	}
	switch h.Protocol {
	case dissect.LinuxProto8023:
		p.str("802.3")
	case dissect.LinuxProto8022:
		p.str("802.2")
	default:
		p.etherType(h.Protocol)
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

func sllType(t uint16) string {
	switch t {
	case dissect.SLLHost:
		return "In"
	case dissect.SLLBroadcast:
		return "B"
	case dissect.SLLMulticast:
		return "M"
	case dissect.SLLOtherHost:
		return "P"
	case dissect.SLLOutgoing:
		return "Out"
	}
	return "?"
}
