package text

import "wiredump/dissect"

// print prints b, a message of the protocol that claims to be length bytes
// long. It returns false if the protocol has no printer that takes just that.
// Dispatch between messages is all here, as the registry says what is found
// where and this what prints it.
func (p *printer) print(proto dissect.Protocol, b []byte, length int) bool {
	if p.depth++; p.depth > dissect.MaxNesting {
		p.cut()
		return true
	}
	switch proto {
	case dissect.ProtoEthernet:
		p.ethernet(b, length)
	case dissect.ProtoARP, dissect.ProtoRARP:
		p.arp(b, length)
	case dissect.ProtoEAPOL:
		p.eapol(b)
	case dissect.ProtoLLDP:
		p.lldp(b, length)
	case dissect.ProtoSlow:
		p.slow(b, length)
	case dissect.ProtoIPv4:
		p.ipv4(b, length)
	case dissect.ProtoIPv6:
		p.ipv6(b, length)
	case dissect.ProtoICMP:
		p.icmp(b, length)
	case dissect.ProtoICMPv6:
		p.icmp6(b, length)
	case dissect.ProtoIGMP:
		p.igmp(b, length)
	case dissect.ProtoTCP:
		p.tcp(b, length)
	case dissect.ProtoUDP:
		p.udp(b, length)
	case dissect.ProtoAH:
		p.ah(b, length)
	case dissect.ProtoESP:
		p.esp(b, length)
	case dissect.ProtoIPComp:
		p.ipcomp(b)
	case dissect.ProtoND:
		p.str(" nd ")
		p.int(length)
	case dissect.ProtoGRE:
		p.gre(b, length)
	case dissect.ProtoMPLS:
		p.mpls(b, length)
	case dissect.ProtoPPPoE:
		p.pppoe(b, length)
	case dissect.ProtoPPP:
		p.ppp(b, length)
	case dissect.ProtoSCTP:
		p.sctp(b, length)
	case dissect.ProtoVRRP:
		if p.opt.Type == dissect.ProtoCARP {
			p.carp(b, length)
		} else {
			p.vrrp(b, length)
		}
	case dissect.ProtoOSPF:
		p.ospf(b, length)
	case dissect.ProtoPIM:
		p.pim(b, length)
	case dissect.ProtoPGM:
		p.pgm(b, length)
	default:
		return p.printApplication(proto, b, length)
	}
	return true
}

// printApplication prints what TCP and UDP carry.
func (p *printer) printApplication(proto dissect.Protocol, b []byte, length int) bool {
	switch proto {
	case dissect.ProtoAODV:
		p.aodv(b, length)
	case dissect.ProtoBabel:
		p.babel(b, length)
	case dissect.ProtoBCMLI:
		p.bcmli(b, length)
	case dissect.ProtoBGP:
		p.bgp(b, length)
	case dissect.ProtoDHCP:
		p.dhcp(b, length)
	case dissect.ProtoDHCPv6:
		p.dhcp6(b, length)
	case dissect.ProtoDNS:
		p.dns(b, length, false)
	case dissect.ProtoFTP, dissect.ProtoHTTP, dissect.ProtoRTSP, dissect.ProtoSIP, dissect.ProtoSMTP, dissect.ProtoWhois:
		p.lines(lineProtocolFor(proto), b, length)
	case dissect.ProtoGeneve:
		p.geneve(b, length)
	case dissect.ProtoHSRP:
		p.hsrp(b, length)
	case dissect.ProtoISAKMP:
		p.isakmp(b, length)
	case dissect.ProtoISAKMPNAT:
		p.isakmpNAT(b, length)
	case dissect.ProtoKerberos:
		p.krb(b)
	case dissect.ProtoL2TP:
		p.l2tp(b, length)
	case dissect.ProtoLDP:
		p.ldp(b, length)
	case dissect.ProtoLMP:
		p.lmp(b, length)
	case dissect.ProtoLSPPing:
		p.lspPing(b, length)
	case dissect.ProtoMDNS:
		p.dns(b, length, true)
	case dissect.ProtoNetFlow:
		p.netFlow(b)
	case dissect.ProtoNTP:
		p.ntp(b, length)
	case dissect.ProtoOpenFlow:
		p.openFlow(b, length)
	case dissect.ProtoOTV:
		p.otv(b, length)
	case dissect.ProtoPGMUDP, dissect.ProtoPGMZMTP:
		p.pgm(b, length)
	case dissect.ProtoPPTP:
		p.pptp(b)
	case dissect.ProtoPTP:
		p.ptp(b, length)
	case dissect.ProtoRADIUS:
		p.radius(b, length)
	case dissect.ProtoRESP:
		p.resp(b, length)
	case dissect.ProtoRIP:
		p.rip(b, length)
	case dissect.ProtoRIPng:
		p.ripng(b, length)
	case dissect.ProtoRTCP:
		p.rtcp(b)
	case dissect.ProtoRTP:
		p.rtp(b, length)
	case dissect.ProtoRX:
		p.rx(b, length)
	case dissect.ProtoSNMP:
		p.snmp(b, length)
	case dissect.ProtoSOMEIP:
		p.someip(b, length)
	case dissect.ProtoSSH:
		p.ssh(b, length)
	case dissect.ProtoSyslog:
		p.syslog(b, length)
	case dissect.ProtoTelnet:
		p.telnet(b, length)
	case dissect.ProtoTFTP:
		p.tftp(b, length)
	case dissect.ProtoVAT:
		p.vat(b, length)
	case dissect.ProtoVQP:
		p.vqp(b, length)
	case dissect.ProtoVXLAN:
		p.vxlan(b, length)
	case dissect.ProtoVXLANGPE:
		p.vxlanGPE(b, length)
	case dissect.ProtoWhiteboard:
		p.whiteboard(b, length)
	case dissect.ProtoZMTP:
		p.zmtp(b)
	default:
		return false
	}
	return true
}
