package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// pfLog prints a packet that OpenBSD's packet filter logged.
//
//	+---------------+---------------+---------------+---------------+
//	|    length     | address family|    action     |    reason     |
//	+---------------+---------------+---------------+---------------+
//	|  interface (16 bytes), rule set (16 bytes)                    |
//	+---------------------------------------------------------------+
//	|  rule, rule in the rule set (4 bytes each)                    |
//	+---------------------------------------------------------------+
//	|  users and processes (16 bytes)                               |
//	+---------------+-----------------------------------------------+
//	|   direction   |  padding                                      |
//	+---------------+-----------------------------------------------+
func (p *printer) pfLog(b []byte, length int) int {
	const least, fields = 45, 64
	p.proto = "pflog"
	if !p.need(b, 1) {
		return 0
	}
	n := int(b[0])
	if n < least {
		p.str("[pflog: invalid header length!]")
		return n
	}
	n = (n + 3) &^ 3
	if !p.have(b, max(n, fields)) {
		return n
	}
	if p.opt.Link {
		p.pfLogHeader(b)
	}
	body := b[n:]
	length -= n
	switch b[1] {
	case dissect.FamilyInet:
		p.ipv4(body, length)
	case dissect.FamilyInet6BSD, dissect.FamilyInet6FreeBSD, dissect.FamilyInet6Darwin:
		p.ipv6(body, length)
	default:
		if !p.opt.Link {
			p.pfLogHeader(b)
		}
		if !p.opt.Quiet {
			p.unknown(body)
		}
	}
	return n
}

// pfLogHeader prints "rule 5/0(match): block in on em0: ".
func (p *printer) pfLogHeader(b []byte) {
	p.str("rule ")
	p.dec(uint64(binary.BigEndian.Uint32(b[36:])))
	if sub := binary.BigEndian.Uint32(b[40:]); sub != 0xffffffff {
		p.byte('.')
		p.visible(untilNul(b[20:36]))
		p.byte('.')
		p.dec(uint64(sub))
	}
	p.byte('/')
	p.pfLogName(pfReasons, b[3])
	p.str(": ")
	p.pfLogName(pfActions, b[2])
	p.byte(' ')
	p.pfLogName(pfDirections, b[60])
	p.str(" on ")
	p.visible(untilNul(b[4:20]))
	p.str(": ")
}

func (p *printer) pfLogName(table []token, v uint8) { p.tok2(table, "unkn(", uint32(v), ")") }

// Quirk pflog-short: reason 4 has the number of another.
var pfReasons = []token{
	{0, "0(match)"}, {1, "1(bad-offset)"}, {2, "2(fragment)"}, {4, "3(short)"}, {5, "5(memory)"}, {6, "6(bad-timestamp)"},
	{7, "7(congestion)"}, {8, "8(ip-option)"}, {9, "9(proto-cksum)"}, {10, "10(state-mismatch)"}, {11, "11(state-insert)"},
	{12, "12(state-limit)"}, {13, "13(src-limit)"}, {14, "14(synproxy)"},
}

var pfActions = []token{
	{0, "pass"}, {1, "block"}, {2, "scrub"}, {4, "nat"}, {5, "nonat"}, {6, "binat"}, {7, "nobinat"}, {8, "rdr"}, {9, "nordr"},
	{10, "synproxy-drop"},
}

var pfDirections = []token{{0, "in/out"}, {1, "in"}, {2, "out"}}
