package text

import "wiredump/dissect"

// An ipContext is what an IP header tells the printers of what it carries. It
// is part of the printer; who prints an IP packet inside another saves it and
// puts it back (p.ipv4 and p.ipv6 do so themselves).
type ipContext struct {
	ipSrc, ipDst [16]byte // addresses of the enclosing IP header; 4 bytes are valid in IPv4
	ipFinal      [16]byte // where source routing leads in the end; ipDst without it
	ipLen        int      // length of these addresses in bytes, so 4 or 16; 0: not in IP
	ipNext       uint8    // protocol or next-header field of that IP header itself
	ipTTL        uint8    // time to live or hop limit
	ipFragment   bool     // what follows is part of a datagram, so that checksums say nothing
	ipHeader     []byte   // captured bytes from the enclosing IP header on
}

// A transport header is printed together with the addresses:
//
//	1.2.3.4.80 > 5.6.7.8.81: Flags ...     ipNext is this protocol
//	80 > 81: Flags ...                     other headers stand between, so that
//	                                       the addresses have been printed
//
// ipv4 and ipv6 print "1.2.3.4 > 5.6.7.8: " themselves for all protocols but
// TCP, UDP, SCTP and DCCP, which do so through p.ipPair and p.ipEnds.

// ipPair prints "source > destination" of the enclosing IP header, without
// ports.
func (p *printer) ipPair() {
	p.ipAddr(&p.ipSrc)
	p.str(" > ")
	p.ipAddr(&p.ipDst)
}

// ipEnds prints "source.sport > destination.dport" for the transport protocol
// that proto numbers; ports alone where other headers stand between.
func (p *printer) ipEnds(proto uint8, sport, dport uint16) {
	addrs := p.ipNext == proto
	if addrs {
		p.ipAddr(&p.ipSrc)
		p.byte('.')
	}
	p.portOf(proto, sport)
	p.str(" > ")
	if addrs {
		p.ipAddr(&p.ipDst)
		p.byte('.')
	}
	p.portOf(proto, dport)
}

// ipAddr prints an address of the enclosing IP header's family.
func (p *printer) ipAddr(a *[16]byte) {
	if p.ipLen == 16 {
		p.ip6(*a)
	} else {
		p.ip4([4]byte(a[:4]))
	}
}

// pseudoSum returns the running sum of the pseudo-header over a transport
// header and its data, length bytes together.
func (p *printer) pseudoSum(proto uint8, length int) uint64 {
	return dissect.PseudoSum(p.ipSrc[:p.ipLen], p.ipFinal[:p.ipLen], proto, length)
}

// ipProtocol prints what an IP header, or the last of its extension headers,
// says that it carries: b is the captured part of it, never more than the IP
// header grants; length is what is claimed for it, in bytes. It returns false
// if the number has no printer.
func (p *printer) ipProtocol(n uint8, b []byte, length int) bool {
	switch proto := dissect.ForIPProtocol(n); {
	case proto == dissect.ProtoICMP && p.ipLen == 16:
		p.wrongIP("ICMP", "IPv4")
	case proto == dissect.ProtoICMPv6 && p.ipLen == 4:
		p.wrongIP("ICMPv6", "IPv6")
	case proto == dissect.ProtoIGMP && p.ipLen == 16:
		p.wrongIP("IGMP", "IPv4")
	case proto == dissect.ProtoEthernet && p.ipLen == 4:
		p.wrongIP("Ethernet", "IPv6")
	case proto == dissect.ProtoNoNext:
		p.str("no next header")
	default:
		return p.print(proto, b, length)
	}
	return true
}

// wrongIP prints that a protocol came in the wrong version of IP.
func (p *printer) wrongIP(name, version string) {
	p.byte('[')
	p.str(name)
	p.str(" requires ")
	p.str(version)
	p.byte(']')
	p.invalid()
}
