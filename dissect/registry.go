package dissect

import "wiredump/capture/packet"

// To add a protocol:
//
//  1. Give it a constant below, and its name in protocolNames.
//  2. Say what selects it: a case in ForLinkType, ForEtherType, ForIPProtocol,
//     ForTCP or ForUDP.
//  3. Decode its fixed header in a file of its own, foo.go: a struct with the
//     layout drawn over it, Decode, and an iterator for what varies in shape;
//     beside it foo_test.go with a table of commented bytes.
//  4. Print it: text/foo.go, and its case in text/dispatch.go.
//     Show it as JSON: json/foo.go, and its case in json/dispatch.go.
//  5. Record a capture of it (testdata/record) and list it in
//     testdata/golden.txt; `go test ./... -update` writes what it prints, after
//     a look at what tcpdump prints.
//
// A protocol that is found in no table of numbers (a payload that another
// protocol names) needs no case in step 2.

// A Protocol names a dissector. Views switch on it.
type Protocol uint8

// The protocols with a dissector. NoProtocol means that none is known.
const (
	NoProtocol Protocol = iota

	// Link layers.
	ProtoEthernet
	ProtoLinuxSLL
	ProtoLinuxSLL2
	ProtoNull
	ProtoLoop
	ProtoRaw

	// Below and beside IP.
	ProtoVLAN
	ProtoARP
	ProtoRARP
	ProtoEAPOL
	ProtoSlow
	ProtoLLDP
	ProtoLLC
	ProtoSNAP
	ProtoSTP

	// IP and what it carries.
	ProtoIPv4
	ProtoIPv6
	ProtoHopByHop
	ProtoRouting
	ProtoFragment
	ProtoDestination
	ProtoMobility
	ProtoNoNext
	ProtoICMP
	ProtoICMPv6
	ProtoIGMP
	ProtoAH
	ProtoESP
	ProtoIPComp
	ProtoND
	ProtoOSPF
	ProtoPIM
	ProtoVRRP
	ProtoSCTP
	ProtoPGM
	ProtoGRE
	ProtoPPPoE
	ProtoPPP
	ProtoTCP
	ProtoUDP

	// Above TCP and UDP.
	ProtoDNS
	ProtoMDNS
	ProtoHTTP
	ProtoRPC // and NFS
	ProtoLDP

	// Above TCP.
	ProtoBEEP
	ProtoBGP
	ProtoFTP
	ProtoMSDP
	ProtoOpenFlow
	ProtoPPTP
	ProtoRESP
	ProtoRPKI
	ProtoRTSP
	ProtoSMTP
	ProtoSSH
	ProtoTelnet
	ProtoWhois

	// Above UDP.
	ProtoAHCP
	ProtoAODV
	ProtoAppleTalk
	ProtoAutoRP
	ProtoBabel
	ProtoBCMLI
	ProtoBFD
	ProtoDHCP
	ProtoDHCPv6
	ProtoGeneve
	ProtoHNCP
	ProtoHSRP
	ProtoISAKMP
	ProtoISAKMPNAT // or ESP, in UDP (RFC 3948)
	ProtoKerberos
	ProtoL2TP
	ProtoLISP
	ProtoLMP
	ProtoLSPPing
	ProtoLwres
	ProtoLWAPPControl
	ProtoLWAPPData
	ProtoMPLS
	ProtoNTP
	ProtoOLSR
	ProtoOTV
	ProtoPTP
	ProtoRADIUS
	ProtoRIP
	ProtoRIPng
	ProtoRX
	ProtoSFlow
	ProtoSIP
	ProtoSNMP
	ProtoSOMEIP
	ProtoSyslog
	ProtoTFTP
	ProtoTimed
	ProtoVAT
	ProtoVQP
	ProtoVXLAN
	ProtoVXLANGPE
	ProtoWhiteboard
	ProtoZephyr
	ProtoZEP

	// Announced by no number, only known by name.
	ProtoCARP
	ProtoNetFlow
	ProtoPGMZMTP
	ProtoPGMUDP
	ProtoRTCP
	ProtoRTP
	ProtoZMTP

	protocolCount
)

var protocolNames = [protocolCount]string{
	NoProtocol: "data",

	ProtoEthernet:  "ethernet",
	ProtoLinuxSLL:  "sll",
	ProtoLinuxSLL2: "sll2",
	ProtoNull:      "null",
	ProtoLoop:      "loop",
	ProtoRaw:       "raw",

	ProtoVLAN:  "vlan",
	ProtoARP:   "arp",
	ProtoRARP:  "rarp",
	ProtoEAPOL: "eapol",
	ProtoSlow:  "slow",
	ProtoLLDP:  "lldp",
	ProtoLLC:   "llc",
	ProtoSNAP:  "snap",
	ProtoSTP:   "stp",

	ProtoIPv4:        "ip",
	ProtoIPv6:        "ip6",
	ProtoHopByHop:    "hbh",
	ProtoRouting:     "rt",
	ProtoFragment:    "frag",
	ProtoDestination: "dst",
	ProtoMobility:    "mobility",
	ProtoNoNext:      "nonext",
	ProtoICMP:        "icmp",
	ProtoICMPv6:      "icmp6",
	ProtoIGMP:        "igmp",
	ProtoAH:          "ah",
	ProtoESP:         "esp",
	ProtoIPComp:      "ipcomp",
	ProtoND:          "nd",
	ProtoOSPF:        "ospf",
	ProtoPIM:         "pim",
	ProtoVRRP:        "vrrp",
	ProtoSCTP:        "sctp",
	ProtoPGM:         "pgm",
	ProtoTCP:         "tcp",
	ProtoUDP:         "udp",

	ProtoDNS:  "dns",
	ProtoMDNS: "mdns",
	ProtoHTTP: "http",
	ProtoRPC:  "rpc",
	ProtoLDP:  "ldp",

	ProtoBEEP:     "beep",
	ProtoBGP:      "bgp",
	ProtoFTP:      "ftp",
	ProtoMSDP:     "msdp",
	ProtoOpenFlow: "openflow",
	ProtoPPTP:     "pptp",
	ProtoRESP:     "resp",
	ProtoRPKI:     "rpki",
	ProtoRTSP:     "rtsp",
	ProtoSMTP:     "smtp",
	ProtoSSH:      "ssh",
	ProtoTelnet:   "telnet",
	ProtoWhois:    "whois",

	ProtoAHCP:         "ahcp",
	ProtoAODV:         "aodv",
	ProtoAppleTalk:    "appletalk",
	ProtoAutoRP:       "auto-rp",
	ProtoBabel:        "babel",
	ProtoBCMLI:        "bcm-li",
	ProtoBFD:          "bfd",
	ProtoDHCP:         "dhcp",
	ProtoDHCPv6:       "dhcp6",
	ProtoGeneve:       "geneve",
	ProtoHNCP:         "hncp",
	ProtoHSRP:         "hsrp",
	ProtoISAKMP:       "isakmp",
	ProtoISAKMPNAT:    "isakmp-nat",
	ProtoKerberos:     "kerberos",
	ProtoL2TP:         "l2tp",
	ProtoLISP:         "lisp",
	ProtoLMP:          "lmp",
	ProtoLSPPing:      "lsp-ping",
	ProtoLwres:        "lwres",
	ProtoLWAPPControl: "lwapp-control",
	ProtoLWAPPData:    "lwapp-data",
	ProtoMPLS:         "mpls",
	ProtoNTP:          "ntp",
	ProtoOLSR:         "olsr",
	ProtoOTV:          "otv",
	ProtoPTP:          "ptp",
	ProtoRADIUS:       "radius",
	ProtoRIP:          "rip",
	ProtoRIPng:        "ripng",
	ProtoRX:           "rx",
	ProtoSFlow:        "sflow",
	ProtoSIP:          "sip",
	ProtoSNMP:         "snmp",
	ProtoSOMEIP:       "someip",
	ProtoSyslog:       "syslog",
	ProtoTFTP:         "tftp",
	ProtoTimed:        "timed",
	ProtoVAT:          "vat",
	ProtoVQP:          "vqp",
	ProtoVXLAN:        "vxlan",
	ProtoVXLANGPE:     "vxlan-gpe",
	ProtoWhiteboard:   "wb",
	ProtoZephyr:       "zephyr",
	ProtoZEP:          "zep",
	ProtoGRE:          "gre",
	ProtoPPPoE:        "pppoe",
	ProtoPPP:          "ppp",
	ProtoCARP:         "carp",
	ProtoNetFlow:      "netflow",
	ProtoPGMZMTP:      "pgm-zmtp",
	ProtoPGMUDP:       "pgm-udp",
	ProtoRTCP:         "rtcp",
	ProtoRTP:          "rtp",
	ProtoZMTP:         "zmtp",
}

// String returns the stable name, as JSON uses it.
func (p Protocol) String() string {
	if p < protocolCount {
		return protocolNames[p]
	}
	return "data"
}

// ForLinkType returns the protocol that packets of the link type begin with.
func ForLinkType(t packet.LinkType) Protocol {
	switch t {
	case packet.Ethernet:
		return ProtoEthernet
	case packet.LinuxSLL:
		return ProtoLinuxSLL
	case packet.LinuxSLL2:
		return ProtoLinuxSLL2
	case packet.Null:
		return ProtoNull
	case packet.Loop:
		return ProtoLoop
	case packet.Raw, packet.IPv4, packet.IPv6:
		return ProtoRaw
	}
	return NoProtocol
}

// Ethertypes (IEEE 802 numbers) that the registry or a view names.
const (
	EtherTypeIPv4          = 0x0800
	EtherTypeARP           = 0x0806
	EtherTypeRARP          = 0x8035
	EtherTypeTrail         = 0x1000 // trailers, RFC 893; addresses in ARP are those of IPv4
	EtherTypeVLAN          = 0x8100 // 802.1Q
	EtherTypeIPv6          = 0x86dd
	EtherTypeJumbo         = 0x8870 // LLC behind it, in frames longer than 802.3 allows
	EtherTypeQinQ          = 0x88a8 // 802.1ad
	EtherType9100          = 0x9100 // 802.1Q in 802.1Q, before 802.1ad
	EtherType9200          = 0x9200
	EtherTypePPPoED        = 0x8863
	EtherTypePPPoES        = 0x8864
	EtherTypePPPoEDOld     = 0x3c12
	EtherTypePPPoESOld     = 0x3c13
	EtherTypePPP           = 0x880b
	EtherTypeTEB           = 0x6558 // transparent Ethernet bridging
	EtherTypeGREOSI        = 0x00fe // OSI in GRE, RFC 1702
	EtherTypeMPLS          = 0x8847
	EtherTypeMPLSMulticast = 0x8848
	EtherTypePTP           = 0x88f7
	EtherTypeIPX           = 0x8137
	EtherTypeLoopback      = 0x9000
	EtherTypeTransparent   = 0x6558 // an Ethernet frame in a tunnel
	EtherTypeSlow          = 0x8809
	EtherTypeEAPOL         = 0x888e
	EtherTypeLLDP          = 0x88cc
)

// ForEtherType returns the protocol that an Ethertype announces.
func ForEtherType(t uint16) Protocol {
	switch t {
	case EtherTypeIPv4:
		return ProtoIPv4
	case EtherTypeIPv6:
		return ProtoIPv6
	case EtherTypeARP:
		return ProtoARP
	case EtherTypeRARP:
		return ProtoRARP
	case EtherTypeVLAN, EtherTypeQinQ, EtherType9100, EtherType9200:
		return ProtoVLAN
	case EtherTypePPPoED, EtherTypePPPoES, EtherTypePPPoEDOld, EtherTypePPPoESOld:
		return ProtoPPPoE
	case EtherTypePPP:
		return ProtoPPP
	case EtherTypePTP:
		return ProtoPTP
	case EtherTypeSlow:
		return ProtoSlow
	case EtherTypeEAPOL:
		return ProtoEAPOL
	case EtherTypeLLDP:
		return ProtoLLDP
	case EtherTypeMPLS, EtherTypeMPLSMulticast:
		return ProtoMPLS
	}
	return NoProtocol
}

// IP protocol numbers (IANA) that the registry or a view names.
const (
	IPProtoHopByHop    = 0
	IPProtoICMP        = 1
	IPProtoIGMP        = 2
	IPProtoIPv4        = 4
	IPProtoTCP         = 6
	IPProtoUDP         = 17
	IPProtoDCCP        = 33
	IPProtoIPv6        = 41
	IPProtoRouting     = 43
	IPProtoFragment    = 44
	IPProtoESP         = 50
	IPProtoAH          = 51
	IPProtoICMPv6      = 58
	IPProtoNoNext      = 59
	IPProtoDestination = 60
	IPProtoMobilityOld = 62 // before it was assigned one
	IPProtoND          = 77
	IPProtoIPComp      = 108
	IPProtoSCTP        = 132
	IPProtoMobility    = 135
	IPProtoEthernet    = 143
	IPProtoGRE         = 47
	IPProtoVRRP        = 112
	IPProtoPGM         = 113
	IPProtoOSPF        = 89
	IPProtoPIM         = 103
)

// ForIPProtocol returns the protocol that an IPv4 protocol number or an IPv6
// next-header value announces.
func ForIPProtocol(n uint8) Protocol {
	switch n {
	case IPProtoHopByHop:
		return ProtoHopByHop
	case IPProtoICMP:
		return ProtoICMP
	case IPProtoIGMP:
		return ProtoIGMP
	case IPProtoAH:
		return ProtoAH
	case IPProtoEthernet:
		return ProtoEthernet
	case IPProtoESP:
		return ProtoESP
	case IPProtoIPComp:
		return ProtoIPComp
	case IPProtoND:
		return ProtoND
	case IPProtoIPv4:
		return ProtoIPv4
	case IPProtoTCP:
		return ProtoTCP
	case IPProtoUDP:
		return ProtoUDP
	case IPProtoIPv6:
		return ProtoIPv6
	case IPProtoRouting:
		return ProtoRouting
	case IPProtoFragment:
		return ProtoFragment
	case IPProtoICMPv6:
		return ProtoICMPv6
	case IPProtoNoNext:
		return ProtoNoNext
	case IPProtoDestination:
		return ProtoDestination
	case IPProtoMobility:
		return ProtoMobility
	case IPProtoGRE:
		return ProtoGRE
	case IPProtoSCTP:
		return ProtoSCTP
	case IPProtoVRRP:
		return ProtoVRRP
	case IPProtoPGM:
		return ProtoPGM
	case IPProtoOSPF:
		return ProtoOSPF
	case IPProtoPIM:
		return ProtoPIM
	}
	return NoProtocol
}

// ForTCP returns the protocol that the ports of a TCP segment announce.
func ForTCP(src, dst uint16) Protocol { return choose(tcpPort(src), tcpPort(dst), tcpPrecedence[:]) }

func tcpPort(n uint16) Protocol {
	switch n {
	case 21:
		return ProtoFTP
	case 22:
		return ProtoSSH
	case 23:
		return ProtoTelnet
	case 25:
		return ProtoSMTP
	case 43:
		return ProtoWhois
	case 53:
		return ProtoDNS
	case 80, 8080:
		return ProtoHTTP
	case 179:
		return ProtoBGP
	case 323:
		return ProtoRPKI
	case 554, 8554:
		return ProtoRTSP
	case 639:
		return ProtoMSDP
	case 646:
		return ProtoLDP
	case 1723:
		return ProtoPPTP
	case 2049:
		return ProtoRPC
	case 6379:
		return ProtoRESP
	case 6633, 6653:
		return ProtoOpenFlow
	case 10288:
		return ProtoBEEP
	}
	return NoProtocol
}

// tcpPrecedence tells which protocol it is where both ports announce one.
var tcpPrecedence = [...]Protocol{
	ProtoTelnet, ProtoSMTP, ProtoWhois, ProtoBGP, ProtoPPTP, ProtoRESP, ProtoSSH, ProtoBEEP, ProtoOpenFlow, ProtoFTP,
	ProtoHTTP, ProtoRTSP, ProtoDNS, ProtoMSDP, ProtoRPKI, ProtoLDP, ProtoRPC,
}

// ForUDP returns the protocol that the ports of a UDP datagram announce.
func ForUDP(src, dst uint16) Protocol {
	return choose(udpSourcePort(src), udpPort(dst), udpPrecedence[:])
}

// udpSourcePort returns the protocol that a source port announces: some ports
// say nothing there, and one says nothing elsewhere.
func udpSourcePort(n uint16) Protocol {
	if n == 49152 {
		return ProtoBCMLI
	}
	p := udpPort(n)
	switch p {
	case ProtoHSRP, ProtoVAT, ProtoBFD, ProtoWhiteboard:
		return NoProtocol
	}
	return p
}

func udpPort(n uint16) Protocol {
	switch n {
	case 53:
		return ProtoDNS
	case 67, 68:
		return ProtoDHCP
	case 69:
		return ProtoTFTP
	case 88, 750:
		return ProtoKerberos
	case 123:
		return ProtoNTP
	case 161, 162:
		return ProtoSNMP
	case 319, 320:
		return ProtoPTP
	case 496:
		return ProtoAutoRP
	case 500, 7500, 8500:
		return ProtoISAKMP
	case 514:
		return ProtoSyslog
	case 520:
		return ProtoRIP
	case 521:
		return ProtoRIPng
	case 525:
		return ProtoTimed
	case 546, 547:
		return ProtoDHCPv6
	case 646:
		return ProtoLDP
	case 654:
		return ProtoAODV
	case 698:
		return ProtoOLSR
	case 701:
		return ProtoLMP
	case 921:
		return ProtoLwres
	case 1589:
		return ProtoVQP
	case 1645, 1646, 1700, 1812, 1813, 3799:
		return ProtoRADIUS
	case 1701:
		return ProtoL2TP
	case 1985:
		return ProtoHSRP
	case 2049:
		return ProtoRPC
	case 2103, 2104:
		return ProtoZephyr
	case 3456:
		return ProtoVAT
	case 3503:
		return ProtoLSPPing
	case 3784, 3785, 4784, 6784:
		return ProtoBFD
	case 4342:
		return ProtoLISP
	case 4500:
		return ProtoISAKMPNAT
	case 4567:
		return ProtoWhiteboard
	case 4789:
		return ProtoVXLAN
	case 4790:
		return ProtoVXLANGPE
	case 5060:
		return ProtoSIP
	case 5353:
		return ProtoMDNS
	case 5359:
		return ProtoAHCP
	case 6081:
		return ProtoGeneve
	case 6343:
		return ProtoSFlow
	case 6635:
		return ProtoMPLS
	case 6696, 6697:
		return ProtoBabel
	case 8231:
		return ProtoHNCP
	case 8472:
		return ProtoOTV
	case 12222:
		return ProtoLWAPPData
	case 12223:
		return ProtoLWAPPControl
	case 17754:
		return ProtoZEP
	case 30490:
		return ProtoSOMEIP
	}
	switch {
	case n >= 7000 && n <= 7009:
		return ProtoRX
	case n >= 200 && n < 328, n >= 768 && n < 896, n >= 16512 && n < 16640:
		return ProtoAppleTalk
	}
	return NoProtocol
}

// udpPrecedence tells which protocol it is where both ports announce one.
var udpPrecedence = [...]Protocol{
	ProtoRPC, ProtoDNS, ProtoMDNS, ProtoTimed, ProtoTFTP, ProtoDHCP, ProtoRIP, ProtoAODV, ProtoISAKMP, ProtoISAKMPNAT,
	ProtoSNMP, ProtoNTP, ProtoKerberos, ProtoL2TP, ProtoVAT, ProtoZephyr, ProtoRX, ProtoRIPng, ProtoDHCPv6, ProtoAHCP,
	ProtoBabel, ProtoHNCP, ProtoWhiteboard, ProtoAutoRP, ProtoRADIUS, ProtoHSRP, ProtoLwres, ProtoLDP, ProtoOLSR,
	ProtoLSPPing, ProtoBCMLI, ProtoBFD, ProtoLMP, ProtoVQP, ProtoSFlow, ProtoLWAPPControl, ProtoLWAPPData, ProtoSIP,
	ProtoSyslog, ProtoOTV, ProtoVXLAN, ProtoGeneve, ProtoLISP, ProtoVXLANGPE, ProtoZEP, ProtoMPLS, ProtoAppleTalk,
	ProtoPTP, ProtoSOMEIP,
}

// choose returns the one of two protocols that comes first in order.
func choose(a, b Protocol, order []Protocol) Protocol {
	switch {
	case a == NoProtocol:
		return b
	case b == NoProtocol || a == b:
		return a
	}
	for _, p := range order {
		if p == a || p == b {
			return p
		}
	}
	return a
}
