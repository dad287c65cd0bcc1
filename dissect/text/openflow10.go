package text

// Types of OpenFlow 1.0 messages (section 5.1).
const (
	of10Hello = iota
	of10Error
	of10EchoRequest
	of10EchoReply
	of10Vendor
	of10FeaturesRequest
	of10FeaturesReply
	of10GetConfigRequest
	of10GetConfigReply
	of10SetConfig
	of10PacketIn
	of10FlowRemoved
	of10PortStatus
	of10PacketOut
	of10FlowMod
	of10PortMod
	of10StatsRequest
	of10StatsReply
	of10BarrierRequest
	of10BarrierReply
	of10QueueRequest
	of10QueueReply
)

const (
	of10MatchLen = 40
	of10PortLen  = 48

	bigSwitch = 0x5c16c7 // the vendor whose extensions are known
)

// openFlow10Body prints n bytes of a message behind its header (OpenFlow 1.0
// section 5.3). It reports whether the end of the message may be missing from
// the capture without a mark: quirk openflow10-skips.
func (p *printer) openFlow10Body(kind uint8, b []byte, n int) bool {
	ok := true
	switch kind {
	case of10Error, of10Vendor, of10StatsRequest, of10StatsReply:
		ok = n >= 4
	case of10FeaturesRequest, of10GetConfigRequest, of10BarrierRequest, of10BarrierReply:
		ok = n == 0
	case of10FeaturesReply:
		ok = n >= 24
	case of10GetConfigReply, of10SetConfig, of10QueueRequest:
		ok = n == 4
	case of10PacketIn:
		ok = n >= 10
	case of10FlowRemoved:
		ok = n == 80
	case of10PortStatus:
		ok = n == 56
	case of10PacketOut, of10QueueReply:
		ok = n >= 8
	case of10FlowMod:
		ok = n >= 64
	case of10PortMod:
		ok = n == 24
	}
	if !ok {
		p.invalid()
		return false
	}
	if p.opt.Verbose == 0 {
		return false
	}
	switch kind {
	case of10Hello, of10EchoRequest, of10EchoReply:
		p.openFlowData(b, n)
	case of10Error:
		p.openFlowError(b, n, openFlow10Errors, openFlow10Codes)
	case of10Vendor:
		p.openFlow10Vendor(b, n)
	case of10FeaturesReply:
		p.openFlow10Features(b, n)
	case of10GetConfigReply, of10SetConfig:
		p.openFlowConfig(b, nil)
	case of10PacketIn:
		p.openFlow10PacketIn(b, n)
	case of10FlowRemoved:
		p.openFlow10FlowRemoved(b)
	case of10PortStatus:
		reason := p.u8(b, 0)
		p.str("\n\t reason ")
		p.openFlowName(openFlowPortReasons, "invalid", uint32(reason), 2)
		if p.need(b, 8) {
			p.openFlow10Port(b[8:])
		}
	case of10PacketOut:
		p.openFlow10PacketOut(b, n)
	case of10FlowMod:
		p.openFlow10FlowMod(b, n)
	case of10PortMod:
		p.openFlow10PortNumber("\n\t port_no ", p.u16(b, 0))
		p.openFlowMAC(", hw_addr ", b, 2)
		p.openFlowBits("\n\t config ", p.u32(b, 8), 8, openFlow10PortConfig, 0x7f, 0x7f)
		p.openFlowBits("\n\t mask ", p.u32(b, 12), 8, openFlow10PortConfig, 0x7f, 0x7f)
		p.openFlowBits("\n\t advertise ", p.u32(b, 16), 8, openFlow10PortFeatures, 0xfff, 0xfff)
	case of10StatsRequest:
		return p.openFlow10StatsRequest(b, n)
	case of10StatsReply:
		return p.openFlow10StatsReply(b, n)
	case of10QueueRequest:
		p.openFlow10PortNumber("\n\t port ", p.u16(b, 0))
	case of10QueueReply:
		p.openFlow10Queues(b, n)
	}
	return false
}

// openFlow10PortNumber prints the number of a port, or the name of one that is
// none.
func (p *printer) openFlow10PortNumber(label string, v uint16) {
	p.str(label)
	p.tok(openFlow10Ports, "", uint32(v))
}

// openFlow10Vendor prints an extension.
func (p *printer) openFlow10Vendor(b []byte, n int) {
	vendor := p.u32(b, 0)
	p.openFlowVendor(", vendor ", vendor)
	b, n = after(b, 4), n-4
	if vendor == bigSwitch {
		p.openFlow10BSN(b, n)
	} else {
		p.openFlowData(b, n)
	}
}

// openFlow10BSN prints an extension of Big Switch Networks.
func (p *printer) openFlow10BSN(b []byte, n int) {
	if n < 4 {
		p.invalid()
		return
	}
	kind := p.u32(b, 0)
	p.str("\n\t subtype ")
	p.openFlowName(openFlow10BigSwitch, "unknown", kind, 8)
	b, n = after(b, 4), n-4
	ok := true
	switch kind {
	case 0, 1, 2:
		ok = n == 8
	case 3, 4, 5, 8, 17:
		ok = n == 4
	case 6:
		ok = n >= 4
	case 9, 13, 19, 21, 27:
		ok = n == 0
	}
	if !ok {
		p.invalid()
		return
	}
	switch kind {
	case 0, 2: // mask of an index
		p.strDec(", index ", uint64(p.u8(b, 0)))
		if a := p.bytes(b, 4, 4); a != nil {
			p.str(", mask ")
			p.ip4([4]byte(a))
		}
	case 1:
		p.strDec(", index ", uint64(p.u8(b, 0)))
	case 3, 4, 5:
		on := p.u8(b, 0)
		p.str(", report_mirror_ports ")
		p.tok2(openFlow10Switch, "bogus (", uint32(on), ")")
	case 6:
		p.strDec(", service ", uint64(p.u32(b, 0)))
		p.openFlow10Shell(after(b, 4), n-4)
	case 7:
		p.openFlow10Shell(b, n)
	case 8:
		p.openFlowHex(", status ", uint64(p.u32(b, 0)), 8)
	case 17:
		p.strDec(", vport_no ", uint64(p.u32(b, 0)))
	}
}

func (p *printer) openFlow10Shell(b []byte, n int) {
	p.str(", data '")
	p.visible(limit(b, n))
	if p.need(b, n) {
		p.byte('\'')
	}
}

func (p *printer) openFlow10Features(b []byte, n int) {
	p.openFlowHex("\n\t dpid ", p.u64(b, 0), 16)
	p.strDec(", n_buffers ", uint64(p.u32(b, 8)))
	p.strDec(", n_tables ", uint64(p.u8(b, 12)))
	p.openFlowBits("\n\t capabilities ", p.u32(b, 16), 8, openFlow10Capabilities, 0xef, 0xef)
	p.openFlowBits("\n\t actions ", p.u32(b, 20), 8, openFlow10ActionBits, 0xfff, 0xfff)
	b, n = after(b, 24), n-24
	for n > 0 && !p.isCut() {
		if n < of10PortLen {
			p.invalid()
			return
		}
		p.openFlow10Port(b)
		b, n = after(b, of10PortLen), n-of10PortLen
	}
}

// openFlow10Port prints what is known of a port, with -vv all of it.
//
//	+-------------------------------+-------------------------------+
//	|            number             |    hardware address, 6 ...
//	+-------------------------------+-------------------------------+
//	|                           name, 16                            |
//	+---------------------------------------------------------------+
//	|  configuration, state, features: current, advertised, supported,
//	|  of the peer, 4 bytes each
//	+--------
func (p *printer) openFlow10Port(b []byte) {
	p.openFlow10PortNumber("\n\t  port_no ", p.u16(b, 0))
	p.openFlowMAC(", hw_addr ", b, 2)
	p.openFlowText(", name '", after(b, 8), 16)
	if p.opt.Verbose < 2 {
		p.need(b, of10PortLen)
		return
	}
	p.openFlowBits("\n\t   config ", p.u32(b, 24), 8, openFlow10PortConfig, 0x7f, 0x7f)
	state := p.u32(b, 28)
	p.openFlowHex("\n\t   state ", uint64(state), 8)
	p.str(" (")
	p.str(openFlow10STP[state>>8&3])
	if state&1 != 0 {
		p.str(", LINK_DOWN")
	}
	p.byte(')')
	if state&^0x301 != 0 {
		p.str(" (bogus)")
	}
	p.openFlowBits("\n\t   curr ", p.u32(b, 32), 8, openFlow10PortFeatures, 0xfff, 0xfff)
	p.openFlowBits("\n\t   advertised ", p.u32(b, 36), 8, openFlow10PortFeatures, 0xfff, 0xfff)
	p.openFlowBits("\n\t   supported ", p.u32(b, 40), 8, openFlow10PortFeatures, 0xfff, 0xfff)
	p.openFlowBits("\n\t   peer ", p.u32(b, 44), 8, openFlow10PortFeatures, 0xfff, 0xfff)
}

// openFlow10PacketIn prints a packet that a switch hands to its controller,
// with -vvv as the frame that it is.
func (p *printer) openFlow10PacketIn(b []byte, n int) {
	p.openFlow10Buffer("\n\t buffer_id ", p.u32(b, 0))
	p.strDec(", total_len ", uint64(p.u16(b, 4)))
	p.openFlow10PortNumber(", in_port ", p.u16(b, 6))
	reason := p.u8(b, 8)
	p.str(", reason ")
	p.openFlowName(openFlow10PacketReasons, "invalid", uint32(reason), 2)
	p.need(b, 10)
	p.openFlow10Frame(after(b, 10), n-10)
}

func (p *printer) openFlow10Frame(b []byte, n int) {
	if n == 0 || p.isCut() {
		return
	}
	p.strDec("\n\t data (", uint64(n))
	p.str(" octets)")
	if p.opt.Verbose < 3 {
		p.need(b, n)
		return
	}
	p.str(", frame decoding below\n")
	if p.isCut() {
		return
	}
	// quirk openflow10-frame: the frame is printed as with so much less -v, and
	// a cut behind it bears its protocol's name.
	p.opt.Verbose -= 3
	p.ethernet(limit(b, n), n)
	p.opt.Verbose += 3
}

func (p *printer) openFlow10Buffer(label string, v uint32) {
	p.str(label)
	if v == 0xffffffff {
		p.str("NONE")
	} else {
		p.hex0x(uint64(v), 8)
	}
}

func (p *printer) openFlow10FlowRemoved(b []byte) {
	p.openFlow10Match("\n\t ", b)
	b = after(b, of10MatchLen)
	p.openFlowHex("\n\t cookie ", p.u64(b, 0), 16)
	if v := p.u16(b, 8); v != 0 {
		p.strDec(", priority ", uint64(v))
	}
	reason := p.u8(b, 10)
	p.str(", reason ")
	p.openFlowName(openFlow10RemoveReasons, "unknown", uint32(reason), 2)
	p.strDec(", duration_sec ", uint64(p.u32(b, 12)))
	p.strDec(", duration_nsec ", uint64(p.u32(b, 16)))
	if v := p.u16(b, 20); v != 0 {
		p.strDec(", idle_timeout ", uint64(v))
	}
	p.strDec(", packet_count ", p.u64(b, 24))
	p.strDec(", byte_count ", p.u64(b, 32))
}

func (p *printer) openFlow10PacketOut(b []byte, n int) {
	p.openFlowHex("\n\t buffer_id ", uint64(p.u32(b, 0)), 8)
	p.openFlow10PortNumber(", in_port ", p.u16(b, 4))
	size := int(p.u16(b, 6))
	b, n = after(b, 8), n-8
	if p.isCut() {
		return
	}
	if size > n {
		p.invalid()
		return
	}
	p.openFlow10Actions("\n\t ", b, size)
	p.openFlow10Frame(after(b, size), n-size)
}

// openFlow10FlowMod prints how a table of flows is to change.
func (p *printer) openFlow10FlowMod(b []byte, n int) {
	p.openFlow10Match("\n\t ", b)
	b, n = after(b, of10MatchLen), n-of10MatchLen
	p.openFlowHex("\n\t cookie ", p.u64(b, 0), 16)
	command := p.u16(b, 8)
	p.str(", command ")
	p.openFlowName(openFlow10Commands, "invalid", uint32(command), 4)
	if v := p.u16(b, 10); v != 0 {
		p.strDec(", idle_timeout ", uint64(v))
	}
	if v := p.u16(b, 12); v != 0 {
		p.strDec(", hard_timeout ", uint64(v))
	}
	if v := p.u16(b, 14); v != 0 {
		p.strDec(", priority ", uint64(v))
	}
	switch command {
	case 0, 1, 2: // add, modify
		p.openFlow10Buffer(", buffer_id ", p.u32(b, 16))
	case 3, 4: // delete
		p.openFlow10PortNumber(", out_port ", p.u16(b, 20))
	}
	p.openFlowBits(", flags ", uint32(p.u16(b, 22)), 4, openFlow10FlowFlags, 7, 7)
	p.openFlow10Actions("\n\t ", after(b, 24), n-24)
}

// openFlow10Match prints the fields of a packet that a flow is told by, each
// line behind start. Those whose bit among the wildcards is set do not matter.
//
//	+---------------------------------------------------------------+
//	|                           wildcards                           |
//	+-------------------------------+-------------------------------+
//	|            in_port            |    dl_src, 6 bytes ...
//	+-------------------------------+-------------------------------+
//	|    dl_dst, 6 bytes ...                                        |
//	+-------------------------------+---------------+---------------+
//	|            dl_vlan            |  dl_vlan_pcp  |     zero      |
//	+-------------------------------+---------------+---------------+
//	|            dl_type            |    nw_tos     |   nw_proto    |
//	+-------------------------------+---------------+---------------+
//	|             zero              |      nw_src ...
//	+-------------------------------+-------------------------------+
//	           ... nw_src           |      nw_dst ...
//	+-------------------------------+-------------------------------+
//	           ... nw_dst           |            tp_src             |
//	+-------------------------------+-------------------------------+
//	|            tp_dst             |
//	+-------------------------------+
func (p *printer) openFlow10Match(start string, b []byte) {
	w := p.u32(b, 0)
	if w&^0x3fffff != 0 {
		p.str(start)
		p.openFlowHex("wildcards ", uint64(w), 8)
		p.str(" (bogus)")
	}
	if w&1 == 0 {
		v := p.u16(b, 4)
		p.str(start)
		p.openFlow10PortNumber("match in_port ", v)
	}
	if w&4 == 0 {
		p.openFlow10MatchMAC(start, "match dl_src ", b, 6)
	}
	if w&8 == 0 {
		p.openFlow10MatchMAC(start, "match dl_dst ", b, 12)
	}
	if w&2 == 0 {
		v := p.u16(b, 18)
		p.str(start)
		p.openFlow10VLAN("match dl_vlan ", v)
	}
	if w&0x100000 == 0 {
		v := p.u8(b, 20)
		p.str(start)
		p.openFlow10Priority("match dl_vlan_pcp ", v)
	}
	dlType := p.u16(b, 22)
	if w&0x10 == 0 {
		p.str(start)
		p.openFlowHex("match dl_type ", uint64(dlType), 4)
	} else {
		dlType = 0
	}
	if w&0x200000 == 0 {
		v := p.u8(b, 24)
		p.str(start)
		p.openFlowHex("match nw_tos ", uint64(v), 2)
	}
	proto := p.u8(b, 25)
	if w&0x20 == 0 {
		p.str(start)
		if dlType == 0x0806 {
			p.strDec("match arp_opcode ", uint64(proto))
		} else {
			p.strDec("match nw_proto ", uint64(proto))
		}
	} else {
		proto = 0
	}
	p.openFlow10MatchIP(start, "match nw_src ", b, 28, w>>8&0x3f)
	p.openFlow10MatchIP(start, "match nw_dst ", b, 32, w>>14&0x3f)
	icmp := dlType == 0x0800 && proto == 1
	if w&0x40 == 0 {
		v := p.u16(b, 36)
		p.str(start)
		if icmp {
			p.strDec("match icmp_type ", uint64(v))
		} else {
			p.strDec("match tp_src ", uint64(v))
		}
	}
	if w&0x80 == 0 {
		v := p.u16(b, 38)
		p.str(start)
		if icmp {
			p.strDec("match icmp_code ", uint64(v))
		} else {
			p.strDec("match tp_dst ", uint64(v))
		}
	}
	p.need(b, of10MatchLen)
}

func (p *printer) openFlow10MatchMAC(start, label string, b []byte, off int) {
	if a := p.bytes(b, off, 6); a != nil {
		p.str(start)
		p.str(label)
		p.mac([6]byte(a))
	}
}

// openFlow10MatchIP prints an address of which the last bits do not matter.
func (p *printer) openFlow10MatchIP(start, label string, b []byte, off int, wild uint32) {
	if wild >= 32 {
		return
	}
	if a := p.bytes(b, off, 4); a != nil {
		p.str(start)
		p.str(label)
		p.ip4([4]byte(a))
		p.byte('/')
		p.dec(uint64(32 - wild))
	}
}

func (p *printer) openFlow10VLAN(label string, v uint16) {
	p.str(label)
	if v == 0xffff {
		p.str("NONE")
		return
	}
	p.dec(uint64(v))
	if v == 0 || v >= 4095 {
		p.str(" (bogus)")
	}
}

func (p *printer) openFlow10Priority(label string, v uint8) {
	p.strDec(label, uint64(v))
	if v > 7 {
		p.str(" (bogus)")
	}
}
