package text

import (
	"math"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// noDump is returned for the length of a link-layer header that was cut: -x,
// -X and -A then show nothing.
const noDump = math.MaxInt32

// link prints the packet from its link-layer header on. The printers of link
// layers return how long that header is, for -x, -X and -A to leave it out.
func (p *printer) link(pkt *packet.Packet) {
	b, length := pkt.Data, int(pkt.WireLen)
	switch pkt.LinkType {
	case packet.Ethernet:
		p.linkLen = p.ethernet(b, length)
	case packet.LinuxSLL:
		p.linkLen = p.sll(b, length)
	case packet.LinuxSLL2:
		p.linkLen = p.sll2(b, length)
	case packet.Null, packet.Loop:
		p.linkLen = p.null(b, length)
	case packet.Raw, packet.IPv4, packet.IPv6:
		p.raw(b, length)
	case packet.PPP:
		p.linkLen = p.pppLink(b, length)
	default:
		p.unsupportedLink(b)
	}
}

// unsupportedLink prints a packet of a link type that has no printer. The dump
// comes whatever else is asked for.
func (p *printer) unsupportedLink(b []byte) {
	p.str("UNSUPPORTED")
	p.hexASCII("\n\t", b)
}

// null prints a packet behind the address family of a BSD loopback, which is
// in the byte order of the host that wrote it.
func (p *printer) null(b []byte, length int) int {
	p.proto = "null"
	if !p.need(b, dissect.NullLen) {
		return 0
	}
	var h dissect.Null
	h.Decode(b)
	family := uint32(h.Family)
	if p.opt.Link {
		p.nullHeader(family, length)
	}
	length -= dissect.NullLen
	switch h.Family {
	case dissect.FamilyInet:
		p.ipv4(h.Payload, length)
	case dissect.FamilyInet6BSD, dissect.FamilyInet6FreeBSD, dissect.FamilyInet6Darwin:
		p.ipv6(h.Payload, length)
	default:
		if !p.opt.Link {
			p.nullHeader(family, length+dissect.NullLen)
		}
		if !p.opt.Quiet {
			p.unknown(h.Payload)
		}
	}
	return dissect.NullLen
}

// nullHeader prints "AF IPv4 (2), length 36: ".
func (p *printer) nullHeader(family uint32, length int) {
	switch name, ok := find(bsdFamilies, family); {
	case !p.opt.Quiet:
		p.str("AF ")
		if !ok {
			name = "Unknown"
		}
		p.str(name)
		p.str(" (")
		p.dec(uint64(family))
		p.byte(')')
	case ok:
		p.str(name)
	default:
		p.str("Unknown AF ")
		p.dec(uint64(family))
	}
	p.str(", length ")
	p.int(length)
	p.str(": ")
}

var bsdFamilies = []token{
	{dissect.FamilyInet, "IPv4"},
	{dissect.FamilyNS, "NS"},
	{dissect.FamilyISO, "ISO"},
	{dissect.FamilyAppleTalk, "Appletalk"},
	{dissect.FamilyIPX, "IPX"},
	{dissect.FamilyInet6BSD, "IPv6"},
	{dissect.FamilyInet6FreeBSD, "IPv6"},
	{dissect.FamilyInet6Darwin, "IPv6"},
}

// raw prints a packet that begins with its IP header.
func (p *printer) raw(b []byte, length int) {
	if p.opt.Link {
		p.str("ip: ")
	}
	p.ipAny(b, length)
}

// ipAny prints an IP packet of the version that its first byte tells.
func (p *printer) ipAny(b []byte, length int) {
	if length < 1 {
		p.str("truncated-ip ")
		p.int(length)
		return
	}
	switch version := p.u8(b, 0) >> 4; version {
	case 4:
		p.ipv4(b, length)
	case 6:
		p.ipv6(b, length)
	default:
		p.str("unknown ip ")
		p.dec(uint64(version))
	}
}
