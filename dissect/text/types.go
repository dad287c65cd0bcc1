package text

import (
	"fmt"

	"wiredump/dissect"
)

// packetTypes are the types that -T knows, by name.
var packetTypes = []struct {
	name  string
	proto dissect.Protocol
}{
	{"aodv", dissect.ProtoAODV},
	{"carp", dissect.ProtoCARP},
	{"cnfp", dissect.ProtoNetFlow},
	{"domain", dissect.ProtoDNS},
	{"lmp", dissect.ProtoLMP},
	{"pgm", dissect.ProtoPGMUDP},
	{"pgm_zmtp1", dissect.ProtoPGMZMTP},
	{"ptp", dissect.ProtoPTP},
	{"radius", dissect.ProtoRADIUS},
	{"resp", dissect.ProtoRESP},
	{"rpc", dissect.ProtoRPC},
	{"rtcp", dissect.ProtoRTCP},
	{"rtp", dissect.ProtoRTP},
	{"snmp", dissect.ProtoSNMP},
	{"someip", dissect.ProtoSOMEIP},
	{"tftp", dissect.ProtoTFTP},
	{"vat", dissect.ProtoVAT},
	{"vxlan", dissect.ProtoVXLAN},
	{"wb", dissect.ProtoWhiteboard},
	{"zmtp1", dissect.ProtoZMTP},
}

// ParseType returns the protocol that an argument of -T names, in whatever
// case. Types that tcpdump knows and that have no printer here are an error.
func ParseType(name string) (dissect.Protocol, error) {
	for _, t := range packetTypes {
		if !equalFold(t.name, name) {
			continue
		}
		if typeCarrier(t.proto) == 0 {
			return dissect.NoProtocol, fmt.Errorf("packet type `%s' is not supported", t.name)
		}
		return t.proto, nil
	}
	return dissect.NoProtocol, fmt.Errorf("unknown packet type `%s'", name)
}

// equalFold compares ASCII letters in whatever case.
func equalFold(lower, s string) bool {
	if len(lower) != len(s) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// What carries a type.
const (
	overUDP = 1 << iota
	overTCP
	overIP
)

// typeCarrier tells what a type is printed over; 0 if it has no printer.
func typeCarrier(proto dissect.Protocol) int {
	switch proto {
	case dissect.ProtoDNS:
		return overUDP | overTCP
	case dissect.ProtoCARP:
		return overIP // in place of VRRP
	case dissect.ProtoAODV, dissect.ProtoLMP, dissect.ProtoNetFlow, dissect.ProtoPGMUDP, dissect.ProtoPGMZMTP, dissect.ProtoPTP,
		dissect.ProtoRADIUS, dissect.ProtoRPC, dissect.ProtoRTCP, dissect.ProtoRTP, dissect.ProtoSNMP, dissect.ProtoSOMEIP,
		dissect.ProtoTFTP, dissect.ProtoVAT, dissect.ProtoVXLAN, dissect.ProtoWhiteboard:
		return overUDP
	case dissect.ProtoRESP, dissect.ProtoZMTP:
		return overTCP
	}
	return 0
}

// udpType prints a datagram as -T says. Of one that is not carried over UDP
// nothing is printed, not even the addresses, which begin at start: quirk
// type-udp.
func (p *printer) udpType(b []byte, n, start int) {
	if typeCarrier(p.opt.Type)&overUDP == 0 {
		p.out = p.out[:start]
		return
	}
	if p.opt.Type == dissect.ProtoRPC {
		p.rpcType(b, n, start)
		return
	}
	p.print(p.opt.Type, b, n)
}
