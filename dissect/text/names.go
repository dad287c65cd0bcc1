package text

import (
	"net/netip"

	"wiredump/dissect"
)

// hostName prints the name of an address, if it is known.
func (p *printer) hostName(a netip.Addr) bool {
	name := p.opt.HostName(a)
	p.str(name)
	return name != ""
}

// portOf prints a port of the transport protocol that proto numbers. Those of
// SCTP and DCCP have no names.
func (p *printer) portOf(proto uint8, n uint16) {
	p.style(stylePort)
	switch proto {
	case dissect.IPProtoTCP, dissect.IPProtoPGM: // quirk pgm-ports: TCP's services
		p.tcpPort(n)
	case dissect.IPProtoUDP:
		p.udpPort(n)
	default:
		p.dec(uint64(n))
	}
	p.plain()
}

// tcpPort prints a TCP port, or its service's name.
func (p *printer) tcpPort(n uint16) { p.port(n, "tcp") }

// udpPort prints a UDP port, or its service's name.
func (p *printer) udpPort(n uint16) { p.port(n, "udp") }

func (p *printer) port(n uint16, proto string) {
	if p.opt.PortName != nil {
		if name, ok := p.opt.PortName(n, proto); ok {
			p.str(name)
			return
		}
	}
	p.dec(uint64(n))
}

// ipProtoName prints the name of an IP protocol, or its number behind
// "ip-proto-".
func (p *printer) ipProtoName(n uint8) {
	if p.opt.Names && ipProtoNames[n] != "" {
		p.str(ipProtoNames[n])
		return
	}
	p.strDec("ip-proto-", uint64(n))
}

// vendor prints who made the network card with a hardware address.
func (p *printer) vendor(a [6]byte) {
	p.str(" (oui ")
	p.tokName(vendors, "Unknown", uint32(a[0])<<16|uint32(a[1])<<8|uint32(a[2]))
	p.byte(')')
}
