package filter

import (
	"fmt"
	"strings"

	"wiredump/internal/services"
)

// IP protocols that expressions name.
const (
	ipICMP   = 1
	ipIGMP   = 2
	ipTCP    = 6
	ipIGRP   = 9
	ipUDP    = 17
	ipIP6    = 41
	ipFrag6  = 44
	ipESP    = 50
	ipAH     = 51
	ipICMP6  = 58
	ipNoNext = 59
	ipPIM    = 103
	ipVRRP   = 112
	ipCARP   = 112
	ipSCTP   = 132
)

// portProto returns the protocol that a port's qualifier names; 0 for all that
// have ports.
func (g *generator) portProto(n *idNode) uint32 {
	switch n.q.proto {
	case protoNone:
		return 0
	case protoTCP:
		return ipTCP
	case protoUDP:
		return ipUDP
	case protoSCTP:
		return ipSCTP
	}
	g.fail(n, "illegal qualifier of '"+n.q.typ.String()+"'")
	return 0
}

func (g *generator) port(n *idNode, lo, hi uint32, isRange bool) *formula {
	proto := g.portProto(n)
	if m := max(lo, hi); m > 65535 {
		g.fail(n, fmt.Sprintf("illegal port number %d > 65535", m))
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	return g.ports(n, proto, set{{lo, hi}}, isRange)
}

// ports tests the port fields of IPv6, where only the first header counts, and
// of IPv4, where later fragments have none.
func (g *generator) ports(n *idNode, proto uint32, ports set, isRange bool) *formula {
	switch n.q.dir {
	case dirDefault, dirOr, dirAnd, dirSrc, dirDst:
	default:
		what := "ports"
		if isRange {
			what = "port ranges"
		}
		g.failDir(n, n.q.dir, "not a valid qualifier for "+what)
	}
	is := func(v value) *formula {
		switch {
		case g.simplify:
			return inSet(v, ports)
		case isRange:
			return allOf(atLeast(v, ports[0].lo), not(above(v, ports[0].hi)))
		}
		return equals(v, ports[0].lo)
	}
	protocols := []uint32{ipSCTP, ipTCP, ipUDP}
	if proto != 0 {
		protocols = []uint32{proto}
	}
	net := g.net()
	ports6 := g.either(n, is(g.field(2, net, 40)), is(g.field(2, net, 42)))
	tp4 := g.transport()
	ports4 := allOf(g.firstFragment(), g.either(n, is(g.field(2, tp4, 0)), is(g.field(2, tp4, 2))))
	// One alternative per protocol: where only some of them can still match,
	// the others fall away.
	with := func(v value, ports *formula) *formula {
		var fs []*formula
		for _, p := range protocols {
			fs = append(fs, allOf(equals(v, p), ports))
		}
		return anyOf(fs...)
	}
	return anyOf(
		allOf(g.etherType(n, etherIP6), with(g.field(1, net, 6), ports6)),
		allOf(g.etherType(n, etherIP), with(g.field(1, net, 9), ports4)))
}

// transport returns the place of what follows an IPv4 header.
func (g *generator) transport() place {
	net := g.net()
	if net.base == 0 {
		return place{g.headerLen(net.off), net.off}
	}
	// Only a constant place has an instruction for the header's length.
	words := g.binary(vAnd, g.field(1, net, 0), g.num(0xf))
	length := g.binary(vLsh, words, g.num(2))
	return place{g.binary(vAdd, length, net.base), net.off}
}

// firstFragment is true for IPv4 packets that are no later fragments.
func (g *generator) firstFragment() *formula {
	return not(hasBits(g.field(2, g.net(), 6), 0x1fff))
}

// servicePort looks a service up over TCP and UDP. proto is 0 if the number is
// the same for both.
func servicePort(name string) (port, proto uint32, ok bool) {
	tcp, hasTCP := services.System().Port(name, "tcp")
	udp, hasUDP := services.System().Port(name, "udp")
	switch {
	case hasTCP && hasUDP && tcp == udp:
		return uint32(tcp), 0, true
	case hasTCP: // if UDP has another number, TCP's is meant
		return uint32(tcp), ipTCP, true
	case hasUDP:
		return uint32(udp), ipUDP, true
	}
	sctp, ok := services.System().Port(name, "sctp")
	return uint32(sctp), ipSCTP, ok
}

func protoName(p uint32) string {
	switch p {
	case ipTCP:
		return "tcp"
	case ipUDP:
		return "udp"
	}
	return "sctp"
}

// agree returns the protocol to test for when the qualifier says one thing and
// the services file another; 0 is anything.
func (g *generator) agree(n *idNode, asked, real uint32, what string) uint32 {
	switch {
	case asked == 0:
		return real
	case real != 0 && real != asked:
		if asked == ipSCTP {
			if _, ok := services.System().Port(n.text, "sctp"); ok {
				return asked
			}
		}
		g.fail(n, what+" '"+n.text+"' is "+protoName(real))
	}
	return asked
}

// portOf returns the number that port asks for and the protocol; 0 is any.
func (g *generator) portOf(n *idNode) (port, proto uint32) {
	proto = g.portProto(n)
	if n.kind == tokNum {
		if n.num > 65535 {
			g.fail(n, fmt.Sprintf("illegal port number %d > 65535", n.num))
		}
		return n.num, proto
	}
	port, real, ok := servicePort(n.text)
	if !ok {
		g.fail(n, "unknown port '"+n.text+"'")
	}
	return port, g.agree(n, proto, real, "port")
}

func (g *generator) portName(n *idNode) *formula {
	port, proto := g.portOf(n)
	return g.ports(n, proto, setOf(port), false)
}

func (g *generator) portRangeName(n *idNode) *formula {
	asked := g.portProto(n)
	from, to, ok := strings.Cut(n.text, "-")
	unknown := func() { g.fail(n, "unknown port in range '"+n.text+"'") }
	if !ok {
		unknown()
	}
	end := func(s string) (uint32, uint32) {
		if prefix(s, isDigit) == len(s) && s != "" || numberLen(s) == len(s) && s != "" {
			v, err := parseNumber(s)
			if err != "" {
				g.fail(n, err)
			}
			if v > 65535 {
				g.fail(n, fmt.Sprintf("illegal port number %d > 65535", v))
			}
			return v, 0
		}
		port, proto, ok := servicePort(s)
		if !ok {
			unknown()
		}
		return port, proto
	}
	lo, p1 := end(from)
	hi, p2 := end(to)
	real := p1
	if p1 != p2 {
		real = 0
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	return g.ports(n, g.agree(n, asked, real, "port in range"), set{{lo, hi}}, true)
}
