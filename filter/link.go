package filter

import "wiredump/capture/packet"

// A link says how packets of a link type begin.
type link struct {
	// where the type field and the payload are, from the start of the packet
	// or, with variable headers, from where start puts them.
	header, typ, payload uint32
	network, noSNAP      uint32
	// start sets offsets that are not constant; nil if all are.
	start func(*generator)
	// isType tests for a protocol by its Ethernet type or, up to 1500, its
	// 802.2 service access point; nil if no field names the protocol.
	isType    func(*generator, uint32) *formula
	addrs     addrs
	direction directionKind
	isWLAN    bool // 802.11 frames
	hasLLC    bool // frames carry 802.2 headers, without exception
	vlan      bool // vlan is meaningful
	mpls      bool // mpls is meaningful
	ppp       bool // type fields hold PPP protocol numbers
}

// addrs says which link-layer addresses there are, and where.
type addrs struct {
	kind      addrKind
	dst, src  uint32 // from the link-layer header on
	broadcast uint32 // the address of everyone, if addresses are bytes
}

type addrKind uint8

const (
	addrNone addrKind = iota
	addrEthernet
	addrOtherMAC // 48 bits, as well
	addrWLAN
	addrByte // ARCnet, MS/TP
	addrLANE
)

type directionKind uint8

const (
	dirMeta directionKind = iota // not in the packet
	dirSLL
	dirSLL2
	dirSLIP
	dirPPPD
	dirPFLog
	dirIPNet
	dirJuniper
	dirMarvell
	dirBroadcom
)

// linkOf returns the row of a link type. Link types without one can be
// filtered by length, by arithmetic on link[], and by direction.
func linkOf(t packet.LinkType) *link {
	ethernet := addrs{kind: addrEthernet, dst: 0, src: 6}
	switch t {
	case packet.Ethernet:
		return &link{typ: 12, payload: 14, noSNAP: 3, isType: etherLink, addrs: ethernet, vlan: true, mpls: true}
	case 240: // NETANALYZER
		return &link{header: 4, typ: 16, payload: 18, noSNAP: 3, isType: etherLink, addrs: ethernet, vlan: true, mpls: true}
	case 241: // NETANALYZER_TRANSPARENT
		return &link{header: 12, typ: 24, payload: 26, noSNAP: 3, isType: etherLink, addrs: ethernet, vlan: true, mpls: true}
	case 281: // DSA_TAG_BRCM: four bytes of tag before the type
		return &link{typ: 16, payload: 18, noSNAP: 3, isType: etherLink, addrs: ethernet, vlan: true, mpls: true, direction: dirBroadcom}
	case 284: // DSA_TAG_DSA: as well
		return &link{typ: 16, payload: 18, noSNAP: 3, isType: etherLink, addrs: ethernet, vlan: true, mpls: true, direction: dirMarvell}
	case packet.Null, 109: // ENC
		l := &link{payload: 4, isType: nullLink}
		if t == 109 {
			l.payload = 12
		}
		return l
	case packet.Loop:
		return &link{payload: 4, isType: loopLink}
	case packet.Raw:
		return &link{isType: rawLink}
	case 8: // SLIP
		return &link{payload: 16, isType: rawLink, direction: dirSLIP}
	case 102: // SLIP_BSDOS
		return &link{payload: 24, isType: rawLink}
	case packet.IPv4:
		return &link{isType: ip4Link}
	case packet.IPv6:
		return &link{isType: ip6Link}
	case packet.PPP, 50: // PPP_SERIAL
		return &link{typ: 2, payload: 4, isType: pppLink, mpls: t == packet.PPP, ppp: true}
	case 166: // PPP_PPPD
		return &link{typ: 2, payload: 4, isType: pppLink, ppp: true, direction: dirPPPD}
	case 51: // PPP_ETHER
		return &link{typ: 6, payload: 8, isType: pppLink, ppp: true}
	case 103: // PPP_BSDOS
		return &link{typ: 5, payload: 24, isType: pppBSDLink, ppp: true}
	case 104: // C_HDLC
		return &link{typ: 2, payload: 4, noSNAP: 1, isType: hdlcLink, mpls: true}
	case 107: // FRELAY
		return &link{typ: 2, isType: frameRelayLink}
	case packet.LinuxSLL:
		return &link{typ: 14, payload: 16, isType: sllLink, direction: dirSLL}
	case packet.LinuxSLL2:
		return &link{typ: 0, payload: 20, isType: plainLink, direction: dirSLL2}
	case 99: // SYMANTEC_FIREWALL
		return &link{typ: 6, payload: 44, isType: plainLink}
	case 138: // APPLE_IP_OVER_IEEE1394
		return &link{typ: 16, payload: 18, isType: plainLink}
	case 10: // FDDI
		return &link{payload: 13, network: 8, noSNAP: 3, isType: llcLink, addrs: addrs{kind: addrOtherMAC, dst: 1, src: 7}, hasLLC: true}
	case 6: // IEEE802
		return &link{payload: 14, network: 8, noSNAP: 3, isType: llcLink, addrs: addrs{kind: addrOtherMAC, dst: 2, src: 8}, hasLLC: true}
	case 100, 106: // ATM_RFC1483, ATM_CLIP
		return &link{network: 8, noSNAP: 3, isType: llcLink, hasLLC: t == 100}
	case 122: // IP_OVER_FC
		return &link{payload: 16, network: 8, noSNAP: 3, isType: llcLink, addrs: addrs{kind: addrOtherMAC, dst: 2, src: 10}}
	case 123: // SUNATM
		return &link{payload: 4, network: 8, noSNAP: 3, isType: atmLink, addrs: addrs{kind: addrLANE}}
	case 7: // ARCNET
		return &link{typ: 2, payload: 6, isType: arcnetLink, addrs: addrs{kind: addrByte, dst: 1, src: 0}}
	case 129: // ARCNET_LINUX
		return &link{typ: 4, payload: 8, isType: arcnetLink, addrs: addrs{kind: addrByte, dst: 1, src: 0}}
	case 114: // LTALK
		return &link{isType: localTalkLink}
	case 117: // PFLOG
		return &link{isType: pfLogLink, start: startPFLog, direction: dirPFLog}
	case 226: // IPNET
		return &link{typ: 1, payload: 24, noSNAP: maxUint32, isType: ipNetLink, direction: dirIPNet}
	case packet.IEEE80211:
		return wlanLink(startWLAN, true)
	case packet.Radiotap:
		return wlanLink(startRadiotap, true)
	case 119: // PRISM_HEADER
		return wlanLink(startPrism, true)
	case 163: // IEEE802_11_RADIO_AVS
		return wlanLink(startAVS, true)
	case 192: // PPI
		return wlanLink(startPPI, false)
	case bacnetMSTP:
		return &link{payload: maxUint32 - 1, isType: bacnetLink, addrs: addrs{addrByte, 3, 4, 0xff}}
	}
	if l := juniperLink(t); l != nil {
		return l
	}
	return &link{}
}

func wlanLink(start func(*generator), vlan bool) *link {
	return &link{start: start, network: 8, noSNAP: 3, isType: llcLink,
		addrs: addrs{kind: addrWLAN}, isWLAN: true, vlan: vlan}
}

// juniperLink returns the row of Juniper's encapsulations: three bytes "MGC",
// flags, and headers whose length depends on the hardware. nil for others.
func juniperLink(t packet.LinkType) *link {
	l := &link{isType: juniperIsType, direction: dirJuniper}
	switch t {
	case 137: // JUNIPER_ATM1
		l.payload, l.network, l.noSNAP = 4, 0, 10
	case 135: // JUNIPER_ATM2
		l.payload, l.network, l.noSNAP = 8, 0, 10
	case 130, 132, 194: // JUNIPER_MLPPP, JUNIPER_ES, JUNIPER_ISM
		l.payload, l.noSNAP = 4, maxUint32
	case 131, 134: // JUNIPER_MLFR, JUNIPER_MFR
		l.payload, l.noSNAP = 4, maxUint32
	case 133, 136, 164, 167, 168, 178, 179, 180, 181, 183, 200, 232, 233, 234, 238:
		l.payload, l.noSNAP = 4, maxUint32
	default:
		return nil
	}
	return l
}

// start sets the offsets for the beginning of an expression.
func (g *generator) start() {
	l := linkOf(g.o.LinkType)
	g.at = offsets{
		link:     l,
		linkType: g.o.LinkType,
		header:   place{off: l.header},
		typ:      place{off: l.typ},
		payload:  place{off: l.payload},
		network:  l.network,
		noSNAP:   l.noSNAP,
	}
	g.outer = g.at
	if l.start != nil {
		l.start(g)
		g.outer = g.at
	}
}

// Ethernet types that expressions name.
const (
	etherIP   = 0x0800
	etherARP  = 0x0806
	etherRARP = 0x8035
	etherIP6  = 0x86dd

	etherNS       = 0x0600
	etherMOPDL    = 0x6001
	etherMOPRC    = 0x6002
	etherDECnet   = 0x6003
	etherLAT      = 0x6004
	etherSCA      = 0x6007
	etherAtalk    = 0x809b
	etherAARP     = 0x80f3
	etherIPX      = 0x8137
	etherMPLS     = 0x8847
	etherPPPoES   = 0x8864
	etherLoopback = 0x9000
)

// 802.2 service access points that expressions name. They are below 1501 and
// so do not clash with Ethernet types.
const (
	sapIP      = 0x06
	sapSTP     = 0x42
	sapIPX     = 0xe0
	sapNetBEUI = 0xf0
	sapISO     = 0xfe
)

// bacnetMSTP is the link type of BACnet's MS/TP.
const bacnetMSTP packet.LinkType = 165

// maxEtherLength is the largest number in a type field that is a length.
const maxEtherLength = 1500
