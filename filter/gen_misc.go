package filter

import "fmt"

// pf asks for fields of OpenBSD's packet filter log:
//
//	 0 length | 1 family | 2 action | 3 reason
//	 4 interface, 16 bytes | 20 ruleset, 16 bytes
//	36 rule number | 40 subrule number | ... | 60 direction
func (g *generator) pf(n *pfNode) *formula {
	if g.outer.link.direction != dirPFLog {
		word := ""
		switch n.kind {
		case tokIfname:
			word = "ifname"
		case tokRset:
			word = "rset"
		case tokRnr:
			word = "rnr"
		case tokSrnr:
			word = "srnr"
		case tokReason:
			word = "reason"
		case tokAction:
			word = "action"
		}
		g.fail(n, word+" supported only on PF linktype")
	}
	switch n.kind {
	case tokIfname:
		return g.pfName(n, 4, "interface name")
	case tokRset:
		return g.pfName(n, 20, "ruleset name")
	case tokRnr:
		return equals(g.load(4, 0, 36), n.num)
	case tokSrnr:
		return equals(g.load(4, 0, 40), n.num)
	case tokReason:
		v := n.num
		if n.text != "" {
			var ok bool
			if v, ok = pfReason(n.text); !ok {
				g.fail(n, fmt.Sprintf("unknown PF reason \"%s\"", n.text))
			}
		}
		return equals(g.load(1, 0, 3), v)
	}
	v, ok := pfAction(n.text)
	if !ok {
		g.fail(n, fmt.Sprintf("unknown PF action \"%s\"", n.text))
	}
	return equals(g.load(1, 0, 2), v)
}

// pfName compares the start of a 16-byte field, four bytes at a time from the
// end, as the last bytes of names differ most.
func (g *generator) pfName(n *pfNode, off uint32, what string) *formula {
	const fieldLen = 16
	if len(n.text) >= fieldLen {
		g.fail(n, fmt.Sprintf("%s can only be %d characters", what, fieldLen-1))
	}
	return allOf(g.bytesAt(off, n.text)...)
}

func (g *generator) bytesAt(off uint32, s string) []*formula {
	var fs []*formula
	at := len(s)
	for _, size := range [...]int{4, 2, 1} {
		for at >= size {
			at -= size
			v := uint32(0)
			for _, c := range []byte(s[at : at+size]) {
				v = v<<8 | uint32(c)
			}
			fs = append(fs, equals(g.load(uint8(size), 0, off+uint32(at)), v))
		}
	}
	return fs
}

func pfReason(s string) (uint32, bool) {
	for i, name := range [...]string{"match", "bad-offset", "fragment", "short",
		"normalize", "memory", "bad-timestamp", "congestion", "ip-option",
		"proto-cksum", "state-mismatch", "state-insert", "state-limit", "src-limit",
		"synproxy"} {
		if s == name {
			return uint32(i), true
		}
	}
	return 0, false
}

func pfAction(s string) (uint32, bool) {
	switch s {
	case "pass", "accept":
		return 0, true
	case "drop", "block":
		return 1, true
	case "scrub":
		return 2, true
	case "noscrub":
		return 3, true
	case "nat":
		return 4, true
	case "nonat":
		return 5, true
	case "binat":
		return 6, true
	case "nobinat":
		return 7, true
	case "rdr":
		return 8, true
	case "nordr":
		return 9, true
	}
	return 0, false
}

// SunATM frames:
//
//	0 direction 1, reserved 3, type 4 | 1 VPI | 2 VCI | 4 payload
const (
	atmLANEType = 1
	atmLLC      = 2
)

func (g *generator) atmIs(typ uint32) *formula {
	return g.masked(g.load(1, 0, 0), 0x0f, typ)
}

func (g *generator) vpi() value { return g.load(1, 0, 1) }
func (g *generator) vci() value { return g.load(2, 0, 2) }

// atmLink: 802.2, or LANE after lane.
func atmLink(g *generator, protocol uint32) *formula {
	if g.at.atm {
		return allOf(g.laneData(), etherLink(g, protocol))
	}
	return allOf(g.atmIs(atmLLC), g.llcType(protocol))
}

// laneData is true for LANE frames that are no control frames.
func (g *generator) laneData() *formula { return not(equals(g.load(2, 0, 4), 0xff00)) }

func (g *generator) atmWord(n *atmNode) *formula {
	if g.outer.link.addrs.kind != addrLANE {
		g.fail(n, "'"+n.atm.String()+"' supported only on raw ATM")
	}
	circuit := func(vci ...uint32) *formula {
		var fs []*formula
		for _, c := range vci {
			fs = append(fs, equals(g.vci(), c))
		}
		return allOf(equals(g.vpi(), 0), anyOf(fs...))
	}
	switch n.atm {
	case atmLANE:
		// From here on, Ethernet frames after a two-byte LANE header.
		const laneLen = 2
		g.at.atm = true
		g.at.header.off = 4 + laneLen
		g.at.link = &link{addrs: addrs{kind: addrLANE, dst: 0, src: 6}, isType: atmLink}
		g.at.typ.off = 4 + laneLen + 12
		g.at.payload.off = 4 + laneLen + 14
		g.at.network, g.at.noSNAP = 0, 3
		return g.atmIs(atmLANEType)
	case atmMetac:
		return circuit(1)
	case atmBCC:
		return circuit(2)
	case atmOAM, atmOAMF4:
		return circuit(3, 4)
	case atmOAMF4SC:
		return circuit(3)
	case atmOAMF4EC:
		return circuit(4)
	case atmSC:
		return circuit(5)
	case atmILMIC:
		return circuit(16)
	}
	// Message types of Q.2931, on a signalling circuit.
	const (
		callProceeding, connect, connectAck = 0x02, 0x07, 0x0f
		setup, release, releaseDone         = 0x05, 0x4d, 0x5a
		msgTypeOff                          = 9
	)
	message := g.load(1, 0, msgTypeOff)
	is := func(k uint32) *formula { return equals(message, k) }
	if n.atm == atmConnect {
		return allOf(circuit(5), anyOf(is(releaseDone), is(release), is(connectAck), is(connect), is(setup), is(callProceeding)))
	}
	return allOf(circuit(1), anyOf(is(releaseDone), is(release), is(connect), is(setup), is(callProceeding)))
}

func (a atm) String() string {
	switch a {
	case atmVPI:
		return "vpi"
	case atmVCI:
		return "vci"
	case atmLANE:
		return "lane"
	case atmMetac:
		return "metac"
	case atmBCC:
		return "bcc"
	case atmOAM:
		return "oam"
	case atmOAMF4:
		return "oamf4"
	case atmOAMF4EC:
		return "oamf4ec"
	case atmOAMF4SC:
		return "oamf4sc"
	case atmSC:
		return "sc"
	case atmILMIC:
		return "ilmic"
	case atmConnect:
		return "connectmsg"
	}
	return "metaconnect"
}

// mtp2 asks for the kind of a signal unit, which its length indicator shows;
// high-speed links have a longer one.
func (g *generator) mtp2(n *mtp2Node) *formula {
	if !g.isMTP2() {
		word := [...]string{"fisu", "lssu", "msu", "hfisu", "hlssu", "hmsu"}[n.mtp2]
		what := "MTP2"
		if n.mtp2 >= mtpHFISU {
			what = "MTP2_HSL"
		}
		g.fail(n, "'"+word+"' supported only on "+what)
	}
	length := g.binary(vAnd, g.load(1, 0, 2), g.num(0x3f))
	unit := uint32(1)
	if n.mtp2 >= mtpHFISU {
		length = g.binary(vAnd, g.load(2, 0, 4), g.num(0xff80))
		unit = 0x80
	}
	switch n.mtp2 {
	case mtpFISU, mtpHFISU:
		return equals(length, 0)
	case mtpLSSU, mtpHLSSU:
		return allOf(above(length, 0), not(above(length, 2*unit)))
	}
	return above(length, 2*unit)
}

func (g *generator) isMTP2() bool {
	return g.o.LinkType == 139 || g.o.LinkType == 140
}

// fieldTest compares vpi, vci and the fields of the MTP3 routing label.
func (g *generator) fieldTest(n *fieldNode) *formula {
	var fs []*formula
	for _, v := range n.values {
		fs = append(fs, g.fieldIs(n, v))
	}
	return anyOf(fs...)
}

func (g *generator) fieldIs(n *fieldNode, v uint32) *formula {
	var field value
	if n.kind == tokATMField {
		if g.outer.link.addrs.kind != addrLANE {
			g.fail(n, "'"+n.atm.String()+"' supported only on raw ATM")
		}
		field = g.vpi()
		if n.atm == atmVCI {
			field = g.vci()
		}
	} else {
		field, v = g.mtp3(n, v)
	}
	switch n.op {
	case tokNE:
		return not(equals(field, v))
	case tokGT:
		return above(field, v)
	case tokGE:
		return atLeast(field, v)
	case tokLT:
		return not(atLeast(field, v))
	case tokLE:
		return not(above(field, v))
	}
	return equals(field, v)
}

// mtp3 returns a field of the routing label (ITU-T Q.704 section 2.2) and the
// number v as it would stand in it. Point codes have 14 bits, low byte first,
// so that comparisons other than for equality compare the low byte first.
func (g *generator) mtp3(n *fieldNode, v uint32) (value, uint32) {
	word := [...]string{"sio", "opc", "dpc", "sls"}[n.mtp3&3]
	name := word
	off := uint32(3)
	if n.mtp3 >= mtpHSIO {
		name = "h" + word
		off = 6
	}
	if !g.isMTP2() {
		g.fail(n, "'"+name+"' supported only on SS7")
	}
	limit := [...]uint32{255, 16383, 16383, 15}[n.mtp3&3]
	if v > limit {
		g.fail(n, fmt.Sprintf("%s value %d too big; max value = %d", word, v, limit))
	}
	switch n.mtp3 & 3 {
	case mtpSIO:
		return g.load(1, 0, off), v
	case mtpOPC:
		// ........ ll...... mmmmmmmm ....hhhh
		field := g.binary(vAnd, g.load(4, 0, off+1), g.num(0x00c0ff0f))
		return field, v&0x3c00>>10 | v&0x3fc<<6 | v&3<<22
	case mtpDPC:
		// llllllll ..hhhhhh ........ ........
		field := g.binary(vAnd, g.load(4, 0, off+1), g.num(0xff3f0000))
		return field, v&0xff<<24 | v&0x3f00<<8
	}
	field := g.binary(vAnd, g.load(1, 0, off+4), g.num(0xf0))
	return field, v << 4
}
