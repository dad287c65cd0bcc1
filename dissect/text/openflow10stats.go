package text

// openFlow10Actions prints what is done with the packets of a flow, n bytes of
// actions, each line behind start.
//
//	+-------------------------------+-------------------------------+
//	|             type              |  length, bytes, with these    |
//	+-------------------------------+-------------------------------+
//	|  argument ...
//	+--------
func (p *printer) openFlow10Actions(start string, b []byte, n int) {
	for n > 0 && !p.isCut() {
		if n < 8 {
			p.invalid()
			p.need(b, n)
			return
		}
		kind := p.u16(b, 0)
		p.str(start)
		p.str("action type ")
		p.openFlowName(openFlow10Actions, "invalid", uint32(kind), 4)
		size := int(p.u16(b, 2))
		p.strDec(", len ", uint64(size))
		if p.isCut() {
			return
		}
		if size < 8 || size > n {
			p.invalid()
			p.need(b, n)
			return
		}
		p.openFlow10Action(start, kind, b[4:], size-4)
		if !p.need(b, size) {
			return
		}
		b, n = b[size:], n-size
	}
}

// openFlow10Action prints the argument of an action.
func (p *printer) openFlow10Action(start string, kind uint16, b []byte, n int) {
	want := 4
	switch kind {
	case 4, 5, 11:
		want = 12
	case 0xffff:
		want = n&^7 | 4
	default:
		if kind > 11 {
			return
		}
	}
	if n != want {
		p.str(" (bogus)")
		return
	}
	switch kind {
	case 0:
		port := p.u16(b, 0)
		p.openFlow10PortNumber(", port ", port)
		if port == 0xfffd {
			p.strDec(", max_len ", uint64(p.u16(b, 2)))
		}
	case 1:
		p.openFlow10VLAN(", vlan_vid ", p.u16(b, 0))
	case 2:
		p.openFlow10Priority(", vlan_pcp ", p.u8(b, 0))
	case 4, 5:
		p.openFlowMAC(", dl_addr ", b, 0)
	case 6, 7:
		if a := p.bytes(b, 0, 4); a != nil {
			p.str(", nw_addr ")
			p.ip4([4]byte(a))
		}
	case 8:
		p.openFlowHex(", nw_tos ", uint64(p.u8(b, 0)), 2)
	case 9, 10:
		p.strDec(", tp_port ", uint64(p.u16(b, 0)))
	case 11:
		p.openFlow10PortNumber(", port ", p.u16(b, 0))
		p.openFlow10Queue(p.u32(b, 8))
	case 0xffff:
		vendor := p.u32(b, 0)
		p.openFlowVendor(", vendor ", vendor)
		b, n = after(b, 4), n-4
		if vendor == bigSwitch {
			p.openFlow10Mirror(start, b, n)
		} else {
			p.openFlowData(b, n)
		}
	}
}

func (p *printer) openFlow10Queue(v uint32) {
	p.str(", queue_id ")
	if v == 0xffffffff {
		p.str("ALL")
	} else {
		p.dec(uint64(v))
	}
}

// openFlow10Mirror prints an action of Big Switch Networks.
func (p *printer) openFlow10Mirror(start string, b []byte, n int) {
	if n < 4 {
		p.invalid()
		p.need(b, n)
		return
	}
	kind := p.u32(b, 0)
	p.str("\n\t  subtype ")
	p.openFlowName(openFlow10BigSwitchActions, "unknown", kind, 8)
	if kind != 1 {
		return
	}
	if n != 16 {
		p.invalid()
		p.need(b, n)
		return
	}
	p.strDec(", dest_port ", uint64(p.u32(b, 4)))
	tag := p.u32(b, 8)
	p.str(", vlan_tag ")
	switch {
	case tag>>16 == 0:
		p.str("none")
	case tag>>16 == 0x8100:
		p.str("802.1Q (")
		p.openFlow10Tag(uint16(tag))
		p.byte(')')
	default:
		p.openFlowName(nil, "unknown", tag>>16, 4)
	}
	stage := p.u8(b, 12)
	p.str(", copy_stage ")
	p.tok2(openFlow10Stages, "unknown (", uint32(stage), ")")
}

// openFlow10Tag prints a tag's control information (IEEE 802.1Q).
func (p *printer) openFlow10Tag(v uint16) {
	p.strDec("vlan ", uint64(v&0xfff))
	p.strDec(", p ", uint64(v>>13))
	if v&0x1000 != 0 {
		p.str(", DEI")
	}
}

// openFlow10StatsRequest prints what a controller wants to know. It returns
// what openFlow10Body does.
func (p *printer) openFlow10StatsRequest(b []byte, n int) bool {
	kind := p.u16(b, 0)
	p.str("\n\t type ")
	p.openFlowName(openFlow10Stats, "invalid", uint32(kind), 4)
	p.openFlowBits(", flags ", uint32(p.u16(b, 2)), 4, nil, 0, 0)
	b, n = after(b, 4), n-4
	ok := true
	switch kind {
	case 0, 3:
		ok = n == 0
	case 1, 2:
		ok = n == of10MatchLen+4
	case 4, 5:
		ok = n == 8
	case 0xffff:
		ok = n >= 4
	}
	if p.isCut() {
		return false
	}
	if !ok {
		p.invalid()
		return false
	}
	switch kind {
	case 1, 2:
		p.openFlow10Match("\n\t ", b)
		p.openFlow10Table("\n\t table_id ", p.u8(b, of10MatchLen))
		p.openFlow10PortNumber(", out_port ", p.u16(b, of10MatchLen+2))
	case 4:
		p.openFlow10PortNumber("\n\t port_no ", p.u16(b, 0))
	case 5:
		p.openFlow10PortNumber("\n\t port_no ", p.u16(b, 0))
		p.openFlow10Queue(p.u32(b, 4))
	case 0xffff:
		p.openFlowVendor(", vendor ", p.u32(b, 0))
		p.openFlowData(after(b, 4), n-4)
	case 0, 3:
	default:
		return true
	}
	return false
}

func (p *printer) openFlow10Table(label string, v uint8) {
	p.str(label)
	p.tok(openFlow10Tables, "", uint32(v))
}

// openFlow10StatsReply prints what a switch has counted. It returns what
// openFlow10Body does.
func (p *printer) openFlow10StatsReply(b []byte, n int) bool {
	kind := p.u16(b, 0)
	p.str("\n\t type ")
	p.openFlowName(openFlow10Stats, "invalid", uint32(kind), 4)
	p.openFlowBits(", flags ", uint32(p.u16(b, 2)), 4, openFlow10ReplyFlags, 1, 1)
	b, n = after(b, 4), n-4
	if p.isCut() {
		return false
	}
	var size int
	var record func(p *printer, b []byte)
	switch kind {
	case 0:
		if n != 1056 {
			p.invalid()
			return false
		}
		p.openFlowText("\n\t  mfr_desc '", b, 256)
		p.openFlowText("\n\t  hw_desc '", after(b, 256), 256)
		p.openFlowText("\n\t  sw_desc '", after(b, 512), 256)
		p.openFlowText("\n\t  serial_num '", after(b, 768), 32)
		p.openFlowText("\n\t  dp_desc '", after(b, 800), 256)
		return true
	case 1:
		p.openFlow10Flows(b, n)
		return false
	case 2:
		if n != 24 {
			p.invalid()
			return false
		}
		p.strDec("\n\t packet_count ", p.u64(b, 0))
		p.strDec(", byte_count ", p.u64(b, 8))
		p.strDec(", flow_count ", uint64(p.u32(b, 16)))
		return false
	case 3:
		size, record = 64, (*printer).openFlow10TableStats
	case 4:
		size, record = 104, (*printer).openFlow10PortStats
	case 5:
		size, record = 32, (*printer).openFlow10QueueStats
	case 0xffff:
		if n < 4 {
			p.invalid()
			return false
		}
		p.openFlowVendor(", vendor ", p.u32(b, 0))
		p.openFlowData(after(b, 4), n-4)
		return false
	default:
		return false
	}
	for n > 0 && !p.isCut() {
		if n < size {
			p.invalid()
			return false
		}
		record(p, b)
		b, n = after(b, size), n-size
	}
	return false
}

// openFlow10Flows prints the counters of flows.
//
//	+-------------------------------+---------------+---------------+
//	|  length, bytes, with actions  |     table     |     zero      |
//	+-------------------------------+---------------+---------------+
//	|  match, 40 bytes; times, counters, 44 bytes; actions ...
//	+--------
func (p *printer) openFlow10Flows(b []byte, n int) {
	const fixed = 88
	for n > 0 && !p.isCut() {
		if n < fixed {
			p.invalid()
			p.need(b, n)
			return
		}
		size := int(p.u16(b, 0))
		p.strDec("\n\t length ", uint64(size))
		if p.isCut() {
			return
		}
		if size < fixed || size > n {
			p.invalid()
			p.need(b, n)
			return
		}
		p.openFlow10Table(", table_id ", p.u8(b, 2))
		p.openFlow10Match("\n\t  ", after(b, 4))
		p.strDec("\n\t  duration_sec ", uint64(p.u32(b, 44)))
		p.strDec(", duration_nsec ", uint64(p.u32(b, 48)))
		p.strDec(", priority ", uint64(p.u16(b, 52)))
		p.strDec(", idle_timeout ", uint64(p.u16(b, 54)))
		p.strDec(", hard_timeout ", uint64(p.u16(b, 56)))
		p.openFlowHex(", cookie ", p.u64(b, 64), 16)
		p.strDec(", packet_count ", p.u64(b, 72))
		p.strDec(", byte_count ", p.u64(b, 80))
		p.openFlow10Actions("\n\t  ", after(b, fixed), size-fixed)
		b, n = after(b, size), n-size
	}
}

func (p *printer) openFlow10TableStats(b []byte) {
	p.openFlow10Table("\n\t table_id ", p.u8(b, 0))
	p.openFlowText(", name '", after(b, 4), 32)
	// quirk openflow10-wildcards: bits of address prefixes are known, but have
	// no names.
	p.openFlowBits("\n\t  wildcards ", p.u32(b, 36), 8, openFlow10Wildcards, 0x3fffff, 0x3fffff)
	p.strDec("\n\t  max_entries ", uint64(p.u32(b, 40)))
	p.strDec(", active_count ", uint64(p.u32(b, 44)))
	p.strDec(", lookup_count ", p.u64(b, 48))
	p.strDec(", matched_count ", p.u64(b, 56))
}

func (p *printer) openFlow10PortStats(b []byte) {
	p.openFlow10PortNumber("\n\t  port_no ", p.u16(b, 0))
	if p.opt.Verbose < 2 {
		p.need(b, 104)
		return
	}
	for i, label := range openFlow10Counters {
		p.strDec(label, p.u64(b, 8+8*i))
	}
}

func (p *printer) openFlow10QueueStats(b []byte) {
	p.openFlow10PortNumber("\n\t  port_no ", p.u16(b, 0))
	p.strDec(", queue_id ", uint64(p.u32(b, 4)))
	p.strDec(", tx_bytes ", p.u64(b, 8))
	p.strDec(", tx_packets ", p.u64(b, 16))
	p.strDec(", tx_errors ", p.u64(b, 24))
}

// openFlow10Queues prints the queues of a port, with -vv their properties.
//
//	+-------------------------------+-------------------------------+
//	|                           queue's id                          |
//	+-------------------------------+-------------------------------+
//	|   length, bytes, with these   |             zero              |
//	+-------------------------------+-------------------------------+
//	|  properties: type, length with these, 4 of zero, value ...
//	+--------
func (p *printer) openFlow10Queues(b []byte, n int) {
	p.openFlow10PortNumber("\n\t port ", p.u16(b, 0))
	p.need(b, 8)
	b, n = after(b, 8), n-8
	for n > 0 && !p.isCut() {
		if n < 8 {
			p.invalid()
			p.need(b, n)
			return
		}
		p.strDec("\n\t  queue_id ", uint64(p.u32(b, 0)))
		size := int(p.u16(b, 4))
		p.strDec(", len ", uint64(size))
		if p.isCut() {
			return
		}
		if size < 8 || size > n {
			p.invalid()
			p.need(b, n)
			return
		}
		p.need(b, 8)
		if p.opt.Verbose > 1 {
			p.openFlow10Properties(after(b, 8), size-8)
		}
		p.need(b, size)
		b, n = after(b, size), n-size
	}
}

func (p *printer) openFlow10Properties(b []byte, n int) {
	for n > 0 && !p.isCut() {
		if n < 8 {
			p.invalid()
			p.need(b, n)
			return
		}
		kind := p.u16(b, 0)
		p.str("\n\t   property ")
		p.openFlowName(openFlow10QueueProperties, "invalid", uint32(kind), 4)
		size := int(p.u16(b, 2))
		p.strDec(", len ", uint64(size))
		if p.isCut() {
			return
		}
		if size < 8 || size > n {
			p.invalid()
			p.need(b, n)
			return
		}
		p.need(b, 8)
		switch {
		case kind == 0 && size != 8, kind == 1 && size != 16:
			p.str(" (bogus)")
		case kind == 1:
			rate := p.u16(b, 8)
			if rate > 1000 {
				p.str(", rate disabled")
				break
			}
			p.strDec(", rate ", uint64(rate/10))
			p.byte('.')
			p.dec(uint64(rate % 10))
			p.byte('%')
		}
		p.need(b, size)
		b, n = after(b, size), n-size
	}
}
