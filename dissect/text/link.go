package text

import (
	"math"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// noDump is returned for the length of a link-layer header that was cut: -x,
// -X and -A then show nothing.
const noDump = math.MaxInt32

// Link types that only their printers name.
const (
	linkTokenRing      packet.LinkType = 6
	linkARCNET         packet.LinkType = 7
	linkSLIP           packet.LinkType = 8
	linkFDDI           packet.LinkType = 10
	linkPPPSerial      packet.LinkType = 50
	linkPPPoE          packet.LinkType = 51
	linkSymantec       packet.LinkType = 99
	linkATM            packet.LinkType = 100
	linkSLIPBSDOS      packet.LinkType = 102
	linkPPPBSDOS       packet.LinkType = 103
	linkCHDLC          packet.LinkType = 104
	linkATMCLIP        packet.LinkType = 106
	linkFrameRelay     packet.LinkType = 107
	linkENC            packet.LinkType = 109
	linkPFLog          packet.LinkType = 117
	linkPrism          packet.LinkType = 119
	linkIPOverFC       packet.LinkType = 122
	linkSunATM         packet.LinkType = 123
	linkARCNETLinux    packet.LinkType = 129
	linkAVS            packet.LinkType = 163
	linkCHDLC2         packet.LinkType = 112
	linkPPPWithDir     packet.LinkType = 166
	linkAP1394         packet.LinkType = 138
	linkMFR            packet.LinkType = 182
	linkPPI            packet.LinkType = 192
	linkUSBLinux       packet.LinkType = 189
	linkBluetoothHCI   packet.LinkType = 201
	linkUSBLinuxMapped packet.LinkType = 220
	linkIPNet          packet.LinkType = 226
	linkNetAnalyzer    packet.LinkType = 240
	linkNFLog          packet.LinkType = 239
	linkIPOverIB       packet.LinkType = 242
	linkPFSYNC         packet.LinkType = 246
	linkUser2          packet.LinkType = 149 // as which Darwin wrote PKTAP once
	linkPKTAP          packet.LinkType = 258
	linkBRCM           packet.LinkType = 281
	linkBRCMPrepend    packet.LinkType = 282
	linkDSA            packet.LinkType = 284
	linkEDSA           packet.LinkType = 285
)

// link prints the packet from its link-layer header on.
func (p *printer) link(pkt *packet.Packet) {
	n, ok := p.linkHeader(pkt.LinkType, pkt.Data, int(pkt.WireLen))
	if !ok {
		p.unsupportedLink(pkt.Data)
	}
	p.linkLen = n
}

// linkHeader prints a packet of a link type and returns how long the header of
// that is, for -x, -X and -A to leave it out. It returns false if the link
// type has no printer.
func (p *printer) linkHeader(t packet.LinkType, b []byte, length int) (int, bool) {
	switch t {
	case packet.Ethernet:
		return p.ethernet(b, length), true
	case packet.LinuxSLL:
		return p.sll(b, length), true
	case packet.LinuxSLL2:
		return p.sll2(b, length), true
	case packet.Null, packet.Loop:
		return p.null(b, length), true
	case packet.Raw, packet.IPv4, packet.IPv6:
		p.raw(b, length)
		return 0, true
	case packet.PPP:
		return p.pppLink(b, length), true
	case packet.IEEE80211:
		return p.wlan(b, length, false, 0), true
	case packet.Radiotap:
		return p.radiotap(b, length), true
	case linkPrism:
		return p.prism(b, length), true
	case linkAVS:
		return p.avs(b, length), true
	case linkCHDLC, linkCHDLC2:
		return p.cHDLC(b, length), true
	case linkPPPSerial:
		return p.pppSerial(b, length), true
	case linkPPPWithDir:
		return p.pppLink(b, length), true
	case linkPPPBSDOS, linkPPPBSDOS - 87:
		// Nothing of it is printed.
		return 0, true
	case linkPPPoE:
		p.pppoe(b, length)
		if length < dissect.PPPoELen {
			return 0, true
		}
		if len(b) > 1 && b[1] != 0 {
			return dissect.PPPoELen, true
		}
		return dissect.PPPoELen + 2, true
	case linkSLIP:
		return p.slip(b, length), true
	case linkSLIPBSDOS, linkSLIPBSDOS - 87:
		return p.slipBSDOS(b, length), true
	case linkFrameRelay:
		return p.frameRelay(b, length), true
	case linkMFR:
		return p.mfr(b, length), true
	case linkFDDI:
		return p.fddi(b, length), true
	case linkTokenRing:
		return p.tokenRing(b, length), true
	case linkARCNET:
		return p.arcnet(b, length), true
	case linkARCNETLinux:
		return p.arcnetLinux(b, length), true
	case linkIPOverFC:
		return p.ipOverFC(b, length), true
	case linkIPOverIB:
		return p.ipOverIB(b, length), true
	case linkAP1394:
		return p.ap1394(b, length), true
	case linkENC:
		return p.enc(b, length), true
	case linkATM, linkATM - 89:
		return p.atm(b, length), true
	case linkATMCLIP, linkATMCLIP - 87:
		return p.atmCLIP(b, length), true
	case linkSunATM:
		return p.sunATM(b, length), true
	case linkDSA:
		return p.dsa(b, length), true
	case linkEDSA:
		return p.edsa(b, length), true
	case linkBRCM:
		return p.brcmTag(b, length), true
	case linkBRCMPrepend:
		return p.brcmPrepend(b, length), true
	case linkPFLog:
		return p.pfLog(b, length), true
	case linkNFLog:
		return p.nfLog(b, length), true
	case linkUSBLinux:
		return p.usbLinux(b, length, 48), true
	case linkUSBLinuxMapped:
		return p.usbLinux(b, length, 64), true
	case linkBluetoothHCI:
		return p.bluetoothHCI(b, length), true
	case linkNetAnalyzer:
		return p.netAnalyzer(b, length, 4), true
	case linkNetAnalyzer + 1: // with the preamble
		return p.netAnalyzer(b, length, 12), true
	case linkSymantec:
		return p.symantec(b, length), true
	case linkIPNet:
		return p.ipNet(b, length), true
	case linkPKTAP, linkUser2:
		return p.pkTap(b, length), true
	case linkPPI:
		return p.ppi(b, length), true
	}
	return 0, false
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
	p.proto = "ipn"
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
