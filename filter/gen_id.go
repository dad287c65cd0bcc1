package filter

import (
	"context"
	"encoding/binary"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"wiredump/internal/services"
)

// lookupTimeout bounds how long a host name may take.
const lookupTimeout = 30 * time.Second

// id generates a name, number or address with its qualifiers.
func (g *generator) id(n *idNode) *formula {
	switch n.kind {
	case tokNum:
		return g.number(n)
	case tokHID:
		return g.dotted(n)
	case tokHID6:
		return g.ip6Address(n)
	case tokEID:
		return g.macAddress(n)
	case tokAID:
		return g.arcnetAddress(n)
	}
	return g.name(n)
}

// what returns how messages call the thing that q asks for.
func (q qualifiers) what() string {
	if q.typ == typeNet {
		return "net"
	}
	return "host"
}

func (g *generator) number(n *idNode) *formula {
	switch n.q.typ {
	case typeDefault, typeHost, typeNet:
		if n.q.proto == protoLink {
			g.fail(n, "illegal link layer address")
		}
		addr, mask := n.num, uint32(maxUint32)
		if n.q.proto != protoDECnet && n.q.typ == typeNet {
			addr, mask = promote(addr)
		}
		return g.host(n, addr, mask)
	case typePort:
		return g.port(n, n.num, n.num, false)
	case typePortRange:
		return g.port(n, n.num, n.num, true)
	case typeProto:
		return g.proto(n, n.num, n.q.proto, n.q.dir)
	case typeProtoChain:
		return g.protoChain(n, n.num)
	case typeGateway:
		g.fail(n, "'gateway' requires a name")
	}
	g.fail(n, "syntax error in filter expression")
	return nil
}

// promote moves a short network number to the top: 10 is 10.0.0.0/8.
func promote(addr uint32) (uint32, uint32) {
	mask := uint32(maxUint32)
	for addr != 0 && addr>>24 == 0 {
		addr <<= 8
		mask <<= 8
	}
	return addr, mask
}

// parseDotted reads "10.1" as 10.1.0.0 and how many bits it has.
func parseDotted(s string) (addr uint32, bits int, ok bool) {
	for part := range strings.SplitSeq(s, ".") {
		v, err := strconv.ParseUint(part, 10, 8)
		if err != nil || bits == 32 {
			return 0, 0, false
		}
		addr |= uint32(v) << (24 - bits)
		bits += 8
	}
	return addr, bits, true
}

func maskOf(bits int) uint32 { return uint32(uint64(maxUint32) << (32 - bits)) }

func (g *generator) dotted(n *idNode) *formula {
	if n.hasLen || n.mask != "" {
		return g.masked4(n)
	}
	if n.q.typ == typePort || n.q.typ == typePortRange || n.q.typ == typeProto || n.q.typ == typeProtoChain {
		g.fail(n, "'"+n.q.typ.String()+"' modifier applied to ip host")
	}
	if n.q.typ == typeGateway {
		g.fail(n, "'gateway' requires a name")
	}
	if n.q.proto == protoDECnet {
		addr, ok := parseDECnet(n.text)
		if !ok {
			g.fail(n, "malformed decnet address '"+n.text+"'")
		}
		return g.decnetHost(n, addr)
	}
	if n.q.proto == protoLink {
		g.fail(n, "illegal link layer address")
	}
	addr, bits, ok := parseDotted(n.text)
	if !ok {
		g.fail(n, "invalid IPv4 address '"+n.text+"'")
	}
	return g.host(n, addr, maskOf(bits))
}

func (t addrType) String() string {
	switch t {
	case typePort:
		return "port"
	case typePortRange:
		return "portrange"
	case typeProto:
		return "proto"
	case typeProtoChain:
		return "protochain"
	}
	return "host"
}

// masked4 is net 10.0.0.0/8 and net 10.0.0.0 mask 255.0.0.0.
func (g *generator) masked4(n *idNode) *formula {
	addr, mask := g.parseMasked(n)
	return g.host(n, addr, mask)
}

func (g *generator) parseMasked(n *idNode) (addr, mask uint32) {
	addr, bits, ok := parseDotted(n.text)
	if !ok {
		g.fail(n, "invalid IPv4 address '"+n.text+"'")
	}
	addr &= maskOf(bits)
	var written string
	if n.hasLen {
		if n.length > 32 {
			g.fail(n, "mask length must be <= 32")
		}
		mask = maskOf(int(n.length))
		written = n.text + "/" + strconv.Itoa(int(n.length))
	} else {
		if mask, _, ok = parseDotted(n.mask); !ok {
			g.fail(n, "invalid IPv4 address '"+n.mask+"'")
		}
		written = n.text + " mask " + n.mask
	}
	if addr&^mask != 0 {
		g.fail(n, "non-network bits set in \""+written+"\"")
	}
	if n.q.typ != typeNet {
		g.fail(n, "Mask syntax for networks only")
	}
	if n.q.proto == protoDECnet {
		g.fail(n, "malformed decnet address '"+n.text+"'")
	}
	return addr, mask
}

// span4 returns the addresses that a dotted number means; false if its mask has
// gaps or the number is in error, which generating it alone will tell.
func (g *generator) span4(n *idNode) (span, bool) {
	var addr, mask uint32
	if n.hasLen || n.mask != "" {
		addr, mask = g.parseMasked(n)
	} else {
		a, bits, ok := parseDotted(n.text)
		if !ok {
			return span{}, false
		}
		addr, mask = a, maskOf(bits)
	}
	return span{addr, addr | ^mask}, ^mask&(^mask+1) == 0
}

func (g *generator) ip6Address(n *idNode) *formula {
	addr, bits := g.prefix6(n)
	return g.host6(n, addr, bits)
}

// prefix6 returns the network that an IPv6 address with its length means.
func (g *generator) prefix6(n *idNode) ([16]byte, int) {
	a, err := netip.ParseAddr(unpad(n.text))
	if err != nil || !a.Is6() {
		g.fail(n, "bogus IPv6 address "+n.text)
	}
	addr := a.As16()
	bits := 128
	if n.hasLen {
		if n.length > 128 {
			g.fail(n, "mask length must be <= 128")
		}
		bits = int(n.length)
	}
	prefix := netip.PrefixFrom(a, bits)
	if prefix.Masked().Addr() != a {
		g.fail(n, "non-network bits set in \""+n.text+"/"+strconv.Itoa(bits)+"\"")
	}
	switch n.q.typ {
	case typeDefault, typeHost:
		if bits != 128 {
			g.fail(n, "Mask syntax for networks only")
		}
		return addr, bits
	case typeNet:
		return addr, bits
	}
	g.fail(n, "invalid qualifier against IPv6 address")
	return addr, bits
}

// unpad removes leading zeros of the dotted part, which netip refuses.
func unpad(s string) string {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || !strings.Contains(s[i:], ".") {
		return s
	}
	parts := strings.Split(s[i+1:], ".")
	for j, p := range parts {
		for len(p) > 1 && p[0] == '0' && isDigit(p[1]) {
			p = p[1:]
		}
		parts[j] = p
	}
	return s[:i+1] + strings.Join(parts, ".")
}

func (g *generator) macAddress(n *idNode) *formula {
	if (n.q.typ != typeDefault && n.q.typ != typeHost) || n.q.proto != protoLink {
		g.fail(n, "ethernet address used in non-ether expression")
	}
	return g.linkHost(n, parseMAC(n.text), n.q.dir)
}

// parseMAC reads the forms that macLen matches.
func parseMAC(s string) (mac [6]byte) {
	if strings.IndexByte(s, '.') == 4 || len(s) == 12 && !strings.ContainsAny(s, ":-.") {
		s = strings.ReplaceAll(s, ".", "")
		for i := range mac {
			v, _ := strconv.ParseUint(s[2*i:2*i+2], 16, 8)
			mac[i] = byte(v)
		}
		return mac
	}
	i := 0
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ':' || r == '-' || r == '.' }) {
		v, _ := strconv.ParseUint(part, 16, 8)
		mac[i] = byte(v)
		i++
	}
	return mac
}

func (g *generator) arcnetAddress(n *idNode) *formula {
	if g.at.link.addrs.kind != addrByte {
		g.fail(n, "aid supported only on ARCnet")
	}
	if (n.q.typ != typeDefault && n.q.typ != typeHost) || n.q.proto != protoLink {
		g.fail(n, "ARCnet address used in non-arc expression")
	}
	a := g.at.link.addrs
	src := equals(g.field(1, g.at.header, a.src), n.num)
	dst := equals(g.field(1, g.at.header, a.dst), n.num)
	switch n.q.dir {
	case dirSrc:
		return src
	case dirDst:
		return dst
	case dirAnd:
		return allOf(src, dst)
	case dirOr, dirDefault:
		return anyOf(src, dst)
	}
	g.failDir(n, n.q.dir, "only supported on 802.11")
	return nil
}

// failDir refuses a direction that only 802.11 has.
func (g *generator) failDir(n interface{ at() int }, d dir, why string) {
	switch d {
	case dirRA:
		g.fail(n, "'ra' is "+why)
	case dirTA:
		g.fail(n, "'ta' is "+why)
	}
	i := strconv.Itoa(int(d-dirAddr1) + 1)
	plural := "are "
	if strings.HasPrefix(why, "not a valid qualifier") {
		why = "not valid qualifiers" + strings.TrimPrefix(why, "not a valid qualifier")
	}
	g.fail(n, "'addr"+i+"' and 'address"+i+"' "+plural+why)
}

// name generates an id that is a word.
func (g *generator) name(n *idNode) *formula {
	switch n.q.typ {
	case typeNet:
		addr, ok := lookupNetwork(n.text)
		if !ok {
			g.fail(n, "unknown network '"+n.text+"'")
		}
		addr, mask := promote(addr)
		return g.host(n, addr, mask)
	case typeDefault, typeHost:
		return g.hostName(n)
	case typePort:
		return g.portName(n)
	case typePortRange:
		return g.portRangeName(n)
	case typeProto, typeProtoChain:
		num := g.protoNumber(n)
		if n.q.typ == typeProtoChain {
			return g.protoChain(n, num)
		}
		return g.proto(n, num, n.q.proto, n.q.dir)
	case typeGateway:
		return g.gateway(n)
	}
	g.fail(n, "syntax error in filter expression")
	return nil
}

func (g *generator) hostName(n *idNode) *formula {
	switch n.q.proto {
	case protoLink:
		mac, ok := lookupEther(n.text)
		if !ok {
			g.fail(n, "unknown ether host '"+n.text+"'")
		}
		return g.linkHost(n, mac, n.q.dir)
	case protoDECnet:
		g.fail(n, "decnet name support not included, '"+n.text+"' cannot be translated")
	}
	var fs []*formula
	for _, a := range g.hostAddrs(n) {
		if a.Is4() {
			b := a.As4()
			fs = append(fs, g.host(n, binary.BigEndian.Uint32(b[:]), maxUint32))
		} else {
			fs = append(fs, g.host6(n, a.As16(), 128))
		}
	}
	return anyOf(fs...)
}

func (g *generator) lookupHost(n *idNode) []netip.Addr {
	ctx, cancel := context.WithTimeout(context.Background(), lookupTimeout)
	defer cancel()
	addrs, err := g.o.Resolver.LookupNetIP(ctx, "ip", n.text)
	if err != nil || len(addrs) == 0 {
		g.fail(n, "unknown host '"+n.text+"'")
	}
	for i := range addrs {
		addrs[i] = addrs[i].Unmap().WithZone("")
	}
	return addrs
}

// gateway is true for packets that went over a host without being from or to
// it: its link-layer address, but not its network-layer ones.
func (g *generator) gateway(n *idNode) *formula {
	switch n.q.proto {
	case protoNone, protoIP, protoARP, protoRARP:
	default:
		g.fail(n, "illegal modifier of 'gateway'")
	}
	q := *n
	q.q = qualifiers{proto: n.q.proto, typ: typeHost}
	hosts := g.hostName(&q)
	mac, ok := lookupEther(n.text)
	if !ok {
		g.fail(n, "unknown ether host: "+n.text)
	}
	return allOf(g.linkHost(n, mac, dirOr), not(hosts))
}

// protoNumber looks a protocol's name up where its qualifier says.
func (g *generator) protoNumber(n *idNode) uint32 {
	switch n.q.proto {
	case protoNone, protoIP, protoIP6:
		if v, ok := services.System().Protocol(n.text); ok {
			return uint32(v)
		}
		g.fail(n, "unknown ip proto '"+n.text+"'")
	case protoISO:
		switch n.text {
		case "esis", "es-is":
			return isoESIS
		case "isis", "is-is":
			return isoISIS
		case "clnp":
			return isoCLNP
		}
		g.fail(n, "unknown osi proto '"+n.text+"'")
	case protoLink:
		if v, ok := etherProtocol(n.text); ok {
			return v
		}
		g.fail(n, "unknown ether proto '"+n.text+"'")
	}
	g.fail(n, "unknown protocol: "+n.text)
	return 0
}

func etherProtocol(name string) (uint32, bool) {
	switch name {
	case "aarp":
		return etherAARP, true
	case "arp":
		return etherARP, true
	case "atalk":
		return etherAtalk, true
	case "decnet":
		return etherDECnet, true
	case "ip":
		return etherIP, true
	case "ip6":
		return etherIP6, true
	case "ipx":
		return sapIPX, true
	case "iso":
		return sapISO, true
	case "lat":
		return etherLAT, true
	case "lldp":
		return 0x88cc, true
	case "loopback":
		return etherLoopback, true
	case "mopdl":
		return etherMOPDL, true
	case "moprc":
		return etherMOPRC, true
	case "netbeui":
		return sapNetBEUI, true
	case "rarp":
		return etherRARP, true
	case "sca":
		return etherSCA, true
	case "slow":
		return 0x8809, true
	case "stp":
		return sapSTP, true
	}
	return 0, false
}
