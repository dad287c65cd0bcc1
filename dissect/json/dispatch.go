package jsonview

import "wiredump/dissect"

// layer shows b, a message of the protocol that claims to be length bytes long.
// Dispatch between messages is all here, as the registry says what is found
// where and this what shows it. A protocol without an encoder is payload.
func (e *encoder) layer(proto dissect.Protocol, b []byte, length int) {
	if e.depth++; e.depth > dissect.MaxNesting {
		e.payload(b, length)
		return
	}
	switch proto {
	case dissect.ProtoEthernet:
		e.ethernet(b, length)
	case dissect.ProtoLinuxSLL:
		e.sll(b, length)
	case dissect.ProtoLinuxSLL2:
		e.sll2(b, length)
	case dissect.ProtoNull, dissect.ProtoLoop:
		e.null(proto, b, length)
	case dissect.ProtoRaw:
		e.raw(b, length)
	case dissect.ProtoARP, dissect.ProtoRARP:
		e.arp(proto, b, length)
	case dissect.ProtoLLC:
		e.llc(b, length)
	case dissect.ProtoSTP:
		e.stp(b, length)
	case dissect.ProtoMPLS:
		e.mpls(b, length)
	case dissect.ProtoPPPoE:
		e.pppoe(b, length)
	case dissect.ProtoPPP:
		e.ppp(b, length)
	case dissect.ProtoIPv4:
		e.ipv4(b, length)
	case dissect.ProtoIPv6:
		e.ipv6(b, length)
	case dissect.ProtoICMP:
		e.icmp(b, length)
	case dissect.ProtoICMPv6:
		e.icmp6(b, length)
	case dissect.ProtoIGMP:
		e.igmp(b, length)
	case dissect.ProtoTCP:
		e.tcp(b, length)
	case dissect.ProtoUDP:
		e.udp(b, length)
	case dissect.ProtoSCTP:
		e.sctp(b, length)
	case dissect.ProtoAH:
		e.ah(b, length)
	case dissect.ProtoESP:
		e.esp(b, length)
	case dissect.ProtoIPComp:
		e.ipcomp(b, length)
	case dissect.ProtoOSPF:
		e.ospf(b, length)
	case dissect.ProtoVRRP:
		e.vrrp(b, length)
	case dissect.ProtoGRE:
		e.gre(b, length)
	case dissect.ProtoVXLAN, dissect.ProtoVXLANGPE, dissect.ProtoOTV:
		e.vxlan(proto, b, length)
	case dissect.ProtoGeneve:
		e.geneve(b, length)
	case dissect.ProtoDHCP:
		e.dhcp(b, length)
	case dissect.ProtoDHCPv6:
		e.dhcp6(b, length)
	case dissect.ProtoNTP:
		e.ntp(b, length)
	case dissect.ProtoRADIUS:
		e.radius(b, length)
	case dissect.ProtoRPC:
		e.rpc(b, length)
	case dissect.ProtoTFTP:
		e.tftp(b, length)
	case dissect.ProtoDNS, dissect.ProtoMDNS:
		e.dns(proto, b, length, -1)
	case dissect.ProtoHTTP:
		e.http(b, length)
	default:
		e.payload(b, length)
	}
}
