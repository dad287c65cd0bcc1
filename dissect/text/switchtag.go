package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// Switch chips put a tag behind the addresses of frames on the port to the
// CPU. Its length is part of the frame's.

// A switchTag is such a tag, and how to print it.
type switchTag struct {
	b     []byte
	print func(p *printer, tag []byte)
}

// taggedEthernet prints a frame in which n bytes of tag come behind the
// addresses, and returns the length of its headers.
func (p *printer) taggedEthernet(b []byte, length, n int, tag func(p *printer, tag []byte)) int {
	const addrs = 12
	if len(b) < dissect.EthernetLen+n || length < dissect.EthernetLen+n {
		p.truncated()
		return noDump
	}
	outer := p.ether
	h := &p.ether
	h.Decode(b[:addrs])
	h.Captured = dissect.EthernetLen
	h.Type = binary.BigEndian.Uint16(b[addrs+n:])
	h.Payload = b[addrs+n+2:]
	if !p.opt.Link {
		tag(p, b[addrs:addrs+n])
	}
	size := p.etherFrame(h, length, switchTag{b[addrs : addrs+n], tag})
	p.ether = outer
	return size
}

// dsa prints a frame with Marvell's tag of four bytes.
func (p *printer) dsa(b []byte, length int) int {
	p.proto = "dsa"
	return p.taggedEthernet(b, length, 4, (*printer).dsaTag)
}

// edsa prints a frame with Marvell's tag behind an Ethertype.
func (p *printer) edsa(b []byte, length int) int {
	p.proto = "edsa"
	return p.taggedEthernet(b, length, 8, (*printer).edsaTag)
}

func (p *printer) dsaTag(tag []byte) {
	if p.opt.Link {
		p.str("Marvell DSA ")
	} else {
		p.str("DSA ")
	}
	p.dsaFields(tag)
}

func (p *printer) edsaTag(tag []byte) {
	t := binary.BigEndian.Uint16(tag)
	if p.opt.Link {
		p.str("Marvell EDSA ethertype ")
		p.hex0x(uint64(t), 4)
		p.str(" (")
		p.tokName(etherTypes, "Unknown", uint32(t))
		p.str("), rsvd ")
		p.dec(uint64(tag[2]))
		p.byte(' ')
		p.dec(uint64(tag[3]))
		p.str(", ")
	} else {
		p.str("EDSA ")
		p.hex0x(uint64(t), 4)
		p.str(", ")
	}
	p.dsaFields(tag[4:])
}

// Modes of Marvell's tag.
const (
	dsaToCPU = iota
	dsaFromCPU
	dsaToSniffer
	dsaForward
)

// dsaFields prints the tag's fields.
//
//	+---+-+---------+---------+-----+-----+-+-----------------------+
//	|mod|t| device  |  port   |     |c    |c|        VLAN           |
//	+---+-+---------+---------+-----+-----+-+-----------------------+
//
// t is set if the frame came with a VLAN tag, whose CFI bit is in front of the
// priority; the bits c make up why the frame was sent to the CPU.
func (p *printer) dsaFields(b []byte) {
	mode, tagged, dev, port := b[0]>>6, b[0]&0x20 != 0, b[0]&0x1f, b[1]>>3
	vlan := binary.BigEndian.Uint16(b[2:]) & 0xfff
	ingress := b[1]&0x04 != 0
	if !p.opt.Link {
		p.dsaShort(mode, dev, port, ingress)
		p.str(", VLAN ")
		p.dec(uint64(vlan))
		if tagged {
			p.str("t, ")
		} else {
			p.str("u, ")
		}
		return
	}
	p.str("mode ")
	p.str([4]string{"To CPU, source ", "From CPU, target ", "To Sniffer, source ", "Forward, "}[mode])
	p.str("dev ")
	p.dec(uint64(dev))
	p.str(", ")
	p.str(dsaPort(mode == dsaForward && ingress))
	p.dec(uint64(port))
	p.str(", ")
	switch mode {
	case dsaToCPU:
		p.str("code ")
		p.tokName(dsaCodes, "reserved", uint32(b[1]&0x06|b[2]>>4&1))
		p.str(", ")
	case dsaToSniffer:
		if ingress {
			p.str("ingress sniff, ")
		} else {
			p.str("egress sniff, ")
		}
	}
	if !tagged {
		p.str("un")
	}
	p.str("tagged, ")
	if b[1]&1 != 0 {
		p.str("CFI, ")
	}
	p.str("VID ")
	p.dec(uint64(vlan))
	p.str(", FPri ")
	p.dec(uint64(b[2] >> 5))
	p.str(", ")
}

// dsaPort names what a frame is forwarded from.
func dsaPort(trunk bool) string {
	if trunk {
		return "trunk "
	}
	return "port "
}

// dsaShort prints where the frame goes.
func (p *printer) dsaShort(mode, dev, port uint8, ingress bool) {
	switch mode {
	case dsaFromCPU:
		p.str("CPU > port ")
	case dsaForward:
		p.str("Forward ")
		p.str(dsaPort(ingress))
	default:
		p.str("port ")
	}
	p.dec(uint64(dev))
	p.byte('.')
	p.dec(uint64(port))
	switch {
	case mode == dsaToCPU:
		p.str(" > CPU")
	case mode == dsaToSniffer && ingress:
		p.str(" > Rx Sniffer")
	case mode == dsaToSniffer:
		p.str(" > Tx Sniffer")
	}
}

var dsaCodes = []token{
	{0, "BPDU (MGMT) Trap"}, {1, "Frame2Reg"}, {2, "IGMP/MLD Trap"}, {3, "Policy Trap"}, {4, "ARP Mirror"}, {5, "Policy Mirror"},
}

// brcmTag prints a frame with Broadcom's tag behind the addresses.
func (p *printer) brcmTag(b []byte, length int) int {
	p.proto = "brcm-tag"
	return p.taggedEthernet(b, length, 4, (*printer).brcm)
}

// brcmPrepend prints a frame with Broadcom's tag before it.
func (p *printer) brcmPrepend(b []byte, length int) int {
	const n = 4
	p.proto = "brcm-tag-prepend"
	if length < n || !p.need(b, n) {
		p.cut()
		return 0
	}
	if p.opt.Link {
		p.brcm(b[:n])
	}
	size := p.ethernet(b[n:], length-n)
	if size == noDump {
		return noDump
	}
	return n + size
}

// brcm prints Broadcom's tag, of one of two shapes.
//
//	BRCM tag OP: IG, TC: 0, TE: None, TS: 0, DST map: 0x0001,
func (p *printer) brcm(b []byte) {
	p.str("BRCM tag OP: ")
	if b[0] == 0 {
		p.str("EG, ")
	} else {
		p.str("IG, ")
	}
	if b[0]&0x20 != 0 {
		p.str("TC: ")
		p.dec(uint64(b[1] >> 2 & 7))
		p.str(", TE: ")
		p.str([4]string{"None", "Untag", "Header", "Reserved"}[b[1]&3])
		p.str(", TS: ")
		p.dec(uint64(b[1] >> 7))
		p.str(", DST map: ")
		p.hex0x(uint64(binary.BigEndian.Uint16(b[2:])&0x1ff), 4)
	} else {
		p.str("CID: ")
		p.dec(uint64(b[1]))
		p.str(", RC: ")
		p.tokName(brcmReasons, "reserved", uint32(b[2]))
		p.str(", TC: ")
		p.dec(uint64(b[3] >> 5))
		p.str(", port: ")
		p.dec(uint64(b[3] & 0x1f))
	}
	p.str(", ")
}

// Why a frame was sent to the CPU.
var brcmReasons = []token{{1, "mirror"}, {2, "MAC learning"}, {4, "switching"}, {8, "prot term"}, {16, "prot snoop"}, {32, "exception"}}
