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
	ProtoTCP
	ProtoUDP

	// Above TCP and UDP.
	ProtoDNS
	ProtoMDNS
	ProtoHTTP
	ProtoAH
	ProtoESP
	ProtoIPComp
	ProtoND

	protocolCount
)

var protocolNames = [protocolCount]string{
	NoProtocol:       "data",
	ProtoEthernet:    "ethernet",
	ProtoLinuxSLL:    "sll",
	ProtoLinuxSLL2:   "sll2",
	ProtoNull:        "null",
	ProtoLoop:        "loop",
	ProtoRaw:         "raw",
	ProtoVLAN:        "vlan",
	ProtoARP:         "arp",
	ProtoRARP:        "rarp",
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
	ProtoTCP:         "tcp",
	ProtoUDP:         "udp",
	ProtoDNS:         "dns",
	ProtoMDNS:        "mdns",
	ProtoHTTP:        "http",
	ProtoAH:          "ah",
	ProtoESP:         "esp",
	ProtoIPComp:      "ipcomp",
	ProtoND:          "nd",
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
	EtherTypeIPv4  = 0x0800
	EtherTypeARP   = 0x0806
	EtherTypeRARP  = 0x8035
	EtherTypeTrail = 0x1000 // trailers, RFC 893; addresses in ARP are those of IPv4
	EtherTypeVLAN  = 0x8100 // 802.1Q
	EtherTypeIPv6  = 0x86dd
	EtherTypeJumbo = 0x8870 // LLC behind it, in frames longer than 802.3 allows
	EtherTypeQinQ  = 0x88a8 // 802.1ad
	EtherType9100  = 0x9100 // 802.1Q in 802.1Q, before 802.1ad
	EtherType9200  = 0x9200
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
	IPProtoAH          = 51
	IPProtoICMPv6      = 58
	IPProtoNoNext      = 59
	IPProtoDestination = 60
	IPProtoMobilityOld = 62 // before it was assigned one
	IPProtoSCTP        = 132
	IPProtoMobility    = 135
	IPProtoEthernet    = 143
	IPProtoESP         = 50
	IPProtoIPComp      = 108
	IPProtoND          = 77
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
	case IPProtoAH:
		return ProtoAH
	case IPProtoESP:
		return ProtoESP
	case IPProtoIPComp:
		return ProtoIPComp
	case IPProtoND:
		return ProtoND
	case IPProtoEthernet:
		return ProtoEthernet
	}
	return NoProtocol
}

// ForTCP returns the protocol that either port of a TCP segment announces.
func ForTCP(src, dst uint16) Protocol {
	if p := forTCPPort(src); p != NoProtocol {
		return p
	}
	return forTCPPort(dst)
}

func forTCPPort(n uint16) Protocol {
	switch n {
	case 53:
		return ProtoDNS
	case 80, 8080, 3128:
		return ProtoHTTP
	}
	return NoProtocol
}

// ForUDP returns the protocol that either port of a UDP datagram announces.
func ForUDP(src, dst uint16) Protocol {
	if p := forUDPPort(src); p != NoProtocol {
		return p
	}
	return forUDPPort(dst)
}

func forUDPPort(n uint16) Protocol {
	switch n {
	case 53:
		return ProtoDNS
	case 5353:
		return ProtoMDNS
	}
	return NoProtocol
}
