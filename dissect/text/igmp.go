package text

import "wiredump/dissect"

// igmp prints an IGMP message (RFC 2236, RFC 3376).
func (p *printer) igmp(b []byte, length int) {
	p.proto = "igmp"
	if p.opt.Quiet {
		p.str("igmp")
		return
	}
	switch kind := p.u8(b, 0); kind {
	case dissect.IGMPQuery:
		p.str("igmp query")
		if length >= dissect.IGMPv3QueryLen {
			p.igmpQuery3(b, length)
		} else {
			p.igmpQuery(b, length)
		}
	case dissect.IGMPv1Report:
		p.igmpGroup("igmp v1 report ", b)
		if length != dissect.IGMPLen {
			p.igmpLength(length)
		}
	case dissect.IGMPv2Report:
		p.igmpGroup("igmp v2 report ", b)
	case dissect.IGMPLeave:
		p.igmpGroup("igmp leave ", b)
	case dissect.IGMPv3Report:
		p.str("igmp v3 report")
		p.igmpReport3(b, length)
	case dissect.IGMPDVMRP:
		p.str("igmp dvmrp")
		if length < dissect.IGMPLen {
			p.igmpLength(length)
		} else {
			p.dvmrp(b, length)
		}
	case dissect.IGMPPIMv1:
		p.str("igmp pimv1")
		p.pim1(b, length)
	case dissect.IGMPTraceReply:
		p.igmpTrace("mresp ", b, length)
	case dissect.IGMPTraceQuery:
		p.igmpTrace("mtrace ", b, length)
	default:
		p.str("igmp-")
		p.dec(uint64(kind))
	}
	if p.isCut() || length < 4 {
		return
	}
	if p.opt.Verbose > 0 && len(b) >= length && dissect.Checksum(limit(b, length)) != 0 {
		field := p.u16(b, 2)
		p.byte(' ')
		p.style(styleProblem)
		p.str("bad igmp cksum ")
		p.hexNum(uint64(field), 0)
		p.byte('!')
		p.plain()
	}
}

func (p *printer) igmpLength(length int) {
	p.str(" [len ")
	p.int(length)
	p.byte(']')
}

func (p *printer) igmpBadLength(length int) {
	p.str(" [invalid len ")
	p.int(length)
	p.byte(']')
}

// igmpGroup prints a message that is about one group.
func (p *printer) igmpGroup(name string, b []byte) {
	if p.need(b, dissect.IGMPLen) {
		p.str(name)
		p.ip4At(b, 4)
	}
}

// igmpQuery prints a query of version 1 or 2.
func (p *printer) igmpQuery(b []byte, length int) {
	if code := p.u8(b, 1); code == 0 {
		p.str(" v1")
	} else if p.need(b, 2) {
		p.str(" v2")
		if code != 100 {
			p.str(" [max resp time ")
			p.dec(uint64(code))
			p.byte(']')
		}
	}
	if p.u32(b, 4) != 0 {
		p.str(" [gaddr ")
		p.ip4At(b, 4)
		p.byte(']')
	}
	if length != dissect.IGMPLen {
		p.igmpLength(length)
	}
}

// igmpQuery3 prints a version 3 query (RFC 3376 section 4.1).
//
//	+---------------+---------------+-------------------------------+
//	|     type      | max resp code |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|                         group address                         |
//	+-------+-+-----+---------------+-------------------------------+
//	|  res  |S| QRV |     QQIC      |           sources             |
//	+-------+-+-----+---------------+-------------------------------+
//	|  sources of 4 bytes each ...
func (p *printer) igmpQuery3(b []byte, length int) {
	p.str(" v3")
	if length&3 != 0 {
		p.igmpBadLength(length)
		return
	}
	tenths := dissect.MLDFloat(uint16(p.u8(b, 1)), 8)
	if tenths != 100 && p.need(b, 2) {
		p.str(" [max resp time ")
		if tenths < 600 {
			p.dec(uint64(tenths / 10))
			p.byte('.')
			p.dec(uint64(tenths % 10))
			p.byte('s')
		} else {
			p.duration(tenths / 10)
		}
		p.byte(']')
	}
	if p.u32(b, 4) == 0 {
		return
	}
	p.str(" [gaddr ")
	p.ip4At(b, 4)
	n := int(p.u16(b, 10))
	switch {
	case n == 0:
	case length < dissect.IGMPv3QueryLen+n*4:
		p.str(" [invalid number of sources]")
	case p.opt.Verbose > 1:
		p.igmpSources(after(b, dissect.IGMPv3QueryLen), n)
	default:
		p.sourceCount(n)
	}
	p.byte(']')
}

// igmpReport3 prints a version 3 report (RFC 3376 section 4.2).
func (p *printer) igmpReport3(b []byte, length int) {
	if length < 16 || length&3 != 0 {
		p.igmpBadLength(length)
		return
	}
	groups := int(p.u16(b, 6))
	p.str(", ")
	p.int(groups)
	p.str(" group record(s)")
	if p.opt.Verbose == 0 {
		return
	}
	b, length = after(b, dissect.IGMPLen), length-dissect.IGMPLen
	for range groups {
		if length < dissect.IGMPv3RecordLen {
			p.str(" [invalid number of groups]")
			return
		}
		if !p.need(b, dissect.IGMPv3RecordLen) {
			return
		}
		p.str(" [gaddr ")
		p.ip4At(b, 4)
		p.byte(' ')
		if s, ok := find(mldRecordTypes, uint32(b[0])); ok {
			p.str(s)
		} else {
			p.str(" [v3-report-#")
			p.dec(uint64(b[0]))
			p.byte(']')
		}
		n := int(p.u16(b, 2))
		size := dissect.IGMPv3RecordLen + n*4
		if length < size {
			p.str(" [invalid number of sources ")
			p.int(n)
			p.byte(']')
			return
		}
		if p.opt.Verbose > 1 {
			p.igmpSources(b[dissect.IGMPv3RecordLen:], n)
		} else {
			p.sourceCount(n)
		}
		p.byte(']')
		// Auxiliary data is taken for the next record: quirk mld-aux.
		b, length = after(b, size), length-size
		if p.isCut() {
			return
		}
	}
}

// igmpSources prints n source addresses in braces.
func (p *printer) igmpSources(b []byte, n int) {
	p.str(" {")
	for range n {
		if !p.need(b, 4) {
			return
		}
		p.byte(' ')
		p.ip4At(b, 0)
		b = b[4:]
	}
	p.str(" }")
}

// igmpTrace prints a multicast traceroute message.
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     hops      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|                         group address                         |
//	+---------------------------------------------------------------+
//	|                        source address                         |
//	+---------------------------------------------------------------+
//	|                      destination address                      |
//	+---------------------------------------------------------------+
//	|                       response address                        |
//	+---------------+-----------------------------------------------+
//	| response TTL  |                   query id                    |
//	+---------------+-----------------------------------------------+
func (p *printer) igmpTrace(name string, b []byte, length int) {
	const size = 24
	if length < size {
		p.igmpBadLength(length)
		return
	}
	if !p.need(b, size) {
		return
	}
	p.str(name)
	p.dec(uint64(p.u24(b, 21)))
	p.str(": ")
	p.ip4At(b, 8)
	p.str(" to ")
	p.ip4At(b, 12)
	p.str(" reply-to ")
	p.ip4At(b, 16)
}
