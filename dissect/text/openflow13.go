package text

var openFlow13Types = []token{
	{0, "HELLO"}, {1, "ERROR"}, {2, "ECHO_REQUEST"}, {3, "ECHO_REPLY"}, {4, "EXPERIMENTER"},
	{5, "FEATURES_REQUEST"}, {6, "FEATURES_REPLY"}, {7, "GET_CONFIG_REQUEST"}, {8, "GET_CONFIG_REPLY"},
	{9, "SET_CONFIG"}, {10, "PACKET_IN"}, {11, "FLOW_REMOVED"}, {12, "PORT_STATUS"}, {13, "PACKET_OUT"},
	{14, "FLOW_MOD"}, {15, "GROUP_MOD"}, {16, "PORT_MOD"}, {17, "TABLE_MOD"}, {18, "MULTIPART_REQUEST"},
	{19, "MULTIPART_REPLY"}, {20, "BARRIER_REQUEST"}, {21, "BARRIER_REPLY"}, {22, "QUEUE_GET_CONFIG_REQUEST"},
	{23, "QUEUE_GET_CONFIG_REPLY"}, {24, "ROLE_REQUEST"}, {25, "ROLE_REPLY"}, {26, "GET_ASYNC_REQUEST"},
	{27, "GET_ASYNC_REPLY"}, {28, "SET_ASYNC"}, {29, "METER_MOD"},
}

// openFlow13Body prints n bytes of a message behind its header (OpenFlow 1.3
// section A.3). Of flows, groups, meters and statistics nothing is printed:
// quirk openflow13-skips.
func (p *printer) openFlow13Body(kind uint8, b []byte, n int) {
	ok := true
	switch kind {
	case 1: // error
		ok = n >= 4
	case 4: // experimenter
		ok = n >= 8
	case 5, 7, 20, 21, 26: // requests and barriers
		ok = n == 0
	case 6, 27, 28: // features, asynchronous configuration
		ok = n == 24
	case 8, 9: // configuration
		ok = n == 4
	case 12: // port status
		ok = n == 72
	case 16: // port modification
		ok = n == 32
	case 17, 22: // table modification, queues
		ok = n == 8
	case 24, 25: // role
		ok = n == 16
	}
	if !ok {
		p.invalid()
		return
	}
	if p.opt.Verbose == 0 {
		return
	}
	switch kind {
	case 0:
		p.openFlow13Hello(b, n)
	case 1:
		p.openFlowError(b, n, openFlow13Errors, openFlow13Codes)
	case 2, 3:
		p.openFlowData(b, n)
	case 4:
		vendor := p.u32(b, 0)
		p.openFlowVendor("\n\t experimenter ", vendor)
		p.openFlowHex(", exp_type ", uint64(p.u32(b, 4)), 8)
		p.openFlowData(after(b, 8), n-8)
	case 6:
		p.openFlow13Features(b)
	case 8, 9:
		p.openFlowConfig(b, openFlow13Sends)
	case 12:
		reason := p.u8(b, 0)
		p.str("\n\t reason ")
		if s, ok := find(openFlowPortReasons, uint32(reason)); ok {
			p.str(s)
		} else {
			p.str("invalid (0x02x)") // quirk openflow13-reason: never the number
		}
		if p.need(b, 8) {
			p.openFlow13Port(b[8:])
		}
	case 16:
		p.openFlow13PortMod(b)
	case 17:
		table := p.u8(b, 0)
		p.str("\n\t table_id ")
		p.tok(openFlow13Tables, "", uint32(table))
		p.openFlowHex(", config ", uint64(p.u32(b, 4)), 8)
	case 22:
		port := p.u32(b, 0)
		p.str("\n\t port ")
		p.tok(openFlow13Ports, "", port)
	case 24, 25:
		role := p.u32(b, 0)
		p.str("\n\t role ")
		p.openFlowName(openFlow13Roles, "invalid", role, 8)
		p.openFlowHex(", generation_id ", p.u64(b, 8), 16)
	case 27, 28:
		p.openFlow13Async(b)
	}
}

// openFlow13Hello prints the elements of a hello.
//
//	+-------------------------------+-------------------------------+
//	|             type              |  length, bytes, with these    |
//	+-------------------------------+-------------------------------+
//	|  bits of the versions ...
//	+--------
func (p *printer) openFlow13Hello(b []byte, n int) {
	for n > 0 && !p.isCut() {
		if n < 4 {
			p.invalid()
			return
		}
		kind := p.u16(b, 0)
		p.str("\n\t type ")
		p.openFlowName(openFlow13Elements, "unknown", uint32(kind), 4)
		size := int(p.u16(b, 2))
		p.strDec(", length ", uint64(size))
		if size < 4 || size > n {
			p.invalid()
			return
		}
		if kind == 1 {
			if size != 8 {
				p.str(" (bogus)")
			} else {
				v := p.u32(b, 4)
				p.openFlowBits(", bitmap ", v, 8, openFlow13Bitmap, 0x3f, 0x3f)
			}
		}
		if !p.need(b, size) {
			return
		}
		b, n = b[size:], n-size
	}
}

func (p *printer) openFlow13Features(b []byte) {
	p.openFlowHex("\n\t dpid ", p.u64(b, 0), 16)
	p.strDec(", n_buffers ", uint64(p.u32(b, 8)))
	p.strDec(", n_tables ", uint64(p.u8(b, 12)))
	p.strDec(", auxiliary_id ", uint64(p.u8(b, 13)))
	v := p.u32(b, 16)
	p.openFlowBits("\n\t capabilities ", v, 8, openFlow13Capabilities, 0x16f, 0x16f)
}

// openFlow13Port prints what is known of a port, with -vv all of it.
//
//	+---------------+---------------+---------------+---------------+
//	|                            number                             |
//	+---------------------------------------------------------------+
//	|                             zero                              |
//	+---------------------------------------------------------------+
//	|               hardware address, 6, and 2 of zero              |
//	+---------------------------------------------------------------+
//	|                           name, 16                            |
//	+---------------------------------------------------------------+
//	|  configuration, state, features: current, advertised, supported,
//	|  of the peer, speed, highest speed, 4 bytes each
//	+--------
func (p *printer) openFlow13Port(b []byte) {
	port := p.u32(b, 0)
	p.str("\n\t  port_no ")
	p.tok(openFlow13Ports, "", port)
	p.openFlowMAC(", hw_addr ", b, 8)
	p.openFlowText(", name '", after(b, 16), 16)
	if p.opt.Verbose < 2 {
		return
	}
	p.openFlowBits("\n\t   config ", p.u32(b, 32), 8, openFlow13PortConfig, 0x65, 0x65)
	p.openFlowBits("\n\t   state ", p.u32(b, 36), 8, openFlow13PortState, 7, 7)
	p.openFlowBits("\n\t   curr ", p.u32(b, 40), 8, openFlow13PortFeatures, 0xffff, 0xffff)
	p.openFlowBits("\n\t   advertised ", p.u32(b, 44), 8, openFlow13PortFeatures, 0xffff, 0xffff)
	p.openFlowBits("\n\t   supported ", p.u32(b, 48), 8, openFlow13PortFeatures, 0xffff, 0xffff)
	p.openFlowBits("\n\t   peer ", p.u32(b, 52), 8, openFlow13PortFeatures, 0xffff, 0xffff)
	p.strDec("\n\t   curr_speed ", uint64(p.u32(b, 56)))
	p.str("kbps")
	p.strDec("\n\t   max_speed ", uint64(p.u32(b, 60)))
	p.str("kbps")
}

func (p *printer) openFlow13PortMod(b []byte) {
	port := p.u32(b, 0)
	p.str("\n\t port_no ")
	p.tok(openFlow13Ports, "", port)
	p.openFlowMAC(", hw_addr ", b, 8)
	p.openFlowBits("\n\t  config ", p.u32(b, 16), 8, openFlow13PortConfig, 0x65, 0x65)
	p.openFlowBits("\n\t  mask ", p.u32(b, 20), 8, openFlow13PortConfig, 0x65, 0x65)
	p.openFlowBits("\n\t  advertise ", p.u32(b, 24), 8, openFlow13PortFeatures, 0xffff, 0xffff)
}

// openFlow13Async prints which messages a controller wants, as master or equal
// and as slave. Quirk openflow13-removed: the reasons of removed flows are
// named like those of ports.
func (p *printer) openFlow13Async(b []byte) {
	p.openFlowBits("\n\t packet_in_mask[EM] ", p.u32(b, 0), 8, openFlow13PacketReasons, 7, 7)
	p.openFlowBits("\n\t packet_in_mask[S] ", p.u32(b, 4), 8, openFlow13PacketReasons, 7, 7)
	p.openFlowBits("\n\t port_status_mask[EM] ", p.u32(b, 8), 8, openFlow13PortBits, 7, 7)
	p.openFlowBits("\n\t port_status_mask[S] ", p.u32(b, 12), 8, openFlow13PortBits, 7, 7)
	p.openFlowBits("\n\t flow_removed_mask[EM] ", p.u32(b, 16), 8, openFlow13PortBits, 7, 7)
	p.openFlowBits("\n\t flow_removed_mask[S] ", p.u32(b, 20), 8, openFlow13PortBits, 7, 7)
}

var (
	openFlow13Elements = []token{{1, "VERSIONBITMAP"}}
	openFlow13Bitmap   = []token{{1, "1.0"}, {2, "1.1"}, {4, "1.2"}, {8, "1.3"}, {16, "1.4"}, {32, "1.5"}}
	openFlow13Sends    = []token{{0xffe5, "MAX"}, {0xffff, "NO_BUFFER"}}
	openFlow13Tables   = []token{{254, "MAX"}, {255, "ALL"}}
	openFlow13Roles    = []token{{0, "NOCHANGE"}, {1, "EQUAL"}, {2, "MASTER"}, {3, "SLAVE"}}

	openFlow13Ports = []token{
		{0xffffff00, "MAX"}, {0xfffffff8, "IN_PORT"}, {0xfffffff9, "TABLE"}, {0xfffffffa, "NORMAL"},
		{0xfffffffb, "FLOOD"}, {0xfffffffc, "ALL"}, {0xfffffffd, "CONTROLLER"}, {0xfffffffe, "LOCAL"},
		{0xffffffff, "ANY"},
	}
	openFlow13Capabilities = []token{
		{0x01, "FLOW_STATS"}, {0x02, "TABLE_STATS"}, {0x04, "PORT_STATS"}, {0x08, "GROUP_STATS"},
		{0x20, "IP_REASM"}, {0x40, "QUEUE_STATS"}, {0x100, "PORT_BLOCKED"},
	}
	openFlow13PortConfig   = []token{{0x01, "PORT_DOWN"}, {0x04, "NO_RECV"}, {0x20, "NO_FWD"}, {0x40, "NO_PACKET_IN"}}
	openFlow13PortState    = []token{{1, "LINK_DOWN"}, {2, "BLOCKED"}, {4, "LIVE"}}
	openFlow13PortFeatures = []token{
		{0x0001, "10MB_HD"}, {0x0002, "10MB_FD"}, {0x0004, "100MB_HD"}, {0x0008, "100MB_FD"},
		{0x0010, "1GB_HD"}, {0x0020, "1GB_FD"}, {0x0040, "10GB_FD"}, {0x0080, "40GB_FD"},
		{0x0100, "100GB_FD"}, {0x0200, "1TB_FD"}, {0x0400, "OTHER"}, {0x0800, "COPPER"},
		{0x1000, "FIBER"}, {0x2000, "AUTONEG"}, {0x4000, "PAUSE"}, {0x8000, "PAUSE_ASYM"},
	}
	openFlow13PacketReasons = []token{{1, "NO_MATCH"}, {2, "ACTION"}, {4, "INVALID_TTL"}}
	openFlow13PortBits      = []token{{1, "ADD"}, {2, "DELETE"}, {4, "MODIFY"}}

	openFlow13Errors = []token{
		{0, "HELLO_FAILED"}, {1, "BAD_REQUEST"}, {2, "BAD_ACTION"}, {3, "BAD_INSTRUCTION"}, {4, "BAD_MATCH"},
		{5, "FLOW_MOD_FAILED"}, {6, "GROUP_MOD_FAILED"}, {7, "PORT_MOD_FAILED"}, {8, "TABLE_MOD_FAILED"},
		{9, "QUEUE_OP_FAILED"}, {10, "SWITCH_CONFIG_FAILED"}, {11, "ROLE_REQUEST_FAILED"},
		{12, "METER_MOD_FAILED"}, {13, "TABLE_FEATURES_FAILED"}, {0xffff, "EXPERIMENTER"},
	}
	// openFlow13Codes are the codes by the type of the error.
	openFlow13Codes = [][]string{
		{"INCOMPATIBLE", "EPERM"},
		{"BAD_VERSION", "BAD_TYPE", "BAD_MULTIPART", "BAD_EXPERIMENTER", "BAD_EXP_TYPE", "EPERM", "BAD_LEN",
			"BUFFER_EMPTY", "BUFFER_UNKNOWN", "BAD_TABLE_ID", "IS_SLAVE", "BAD_PORT", "BAD_PACKET",
			"MULTIPART_BUFFER_OVERFLOW"},
		{"BAD_TYPE", "BAD_LEN", "BAD_EXPERIMENTER", "BAD_EXP_TYPE", "BAD_OUT_PORT", "BAD_ARGUMENT", "EPERM",
			"TOO_MANY", "BAD_QUEUE", "BAD_OUT_GROUP", "MATCH_INCONSISTENT", "UNSUPPORTED_ORDER", "BAD_TAG",
			"BAD_SET_TYPE", "BAD_SET_LEN", "BAD_SET_ARGUMENT"},
		{"UNKNOWN_INST", "UNSUP_INST", "BAD_TABLE_ID", "UNSUP_METADATA", "UNSUP_METADATA_MASK",
			"BAD_EXPERIMENTER", "BAD_EXP_TYPE", "BAD_LEN", "EPERM"},
		{"BAD_TYPE", "BAD_LEN", "BAD_TAG", "BAD_DL_ADDR_MASK", "BAD_NW_ADDR_MASK", "BAD_WILDCARDS", "BAD_FIELD",
			"BAD_VALUE", "BAD_MASK", "BAD_PREREQ", "DUP_FIELD", "EPERM"},
		{"UNKNOWN", "TABLE_FULL", "BAD_TABLE_ID", "OVERLAP", "EPERM", "BAD_TIMEOUT", "BAD_COMMAND", "BAD_FLAGS"},
		{"GROUP_EXISTS", "INVALID_GROUP", "WEIGHT_UNSUPPORTED", "OUT_OF_GROUPS", "OUT_OF_BUCKETS",
			"CHAINING_UNSUPPORTED", "WATCH_UNSUPPORTED", "LOOP", "UNKNOWN_GROUP", "CHAINED_GROUP", "BAD_TYPE",
			"BAD_COMMAND", "BAD_BUCKET", "BAD_MATCH", "EPERM"},
		{"BAD_PORT", "BAD_HW_ADDR", "BAD_CONFIG", "BAD_ADVERTISE", "EPERM"},
		{"BAD_TABLE", "BAD_CONFIG", "EPERM"},
		{"BAD_PORT", "BAD_QUEUE", "EPERM"},
		{"BAD_FLAGS", "BAD_LEN", "EPERM"},
		{"STALE", "UNSUP", "BAD_ROLE"},
		{"UNKNOWN", "METER_EXISTS", "INVALID_METER", "UNKNOWN_METER", "BAD_COMMAND", "BAD_FLAGS", "BAD_RATE",
			"BAD_BURST", "BAD_BAND", "BAD_BAND_VALUE", "OUT_OF_METERS", "OUT_OF_BANDS"},
		{"BAD_TABLE", "BAD_METADATA", "BAD_TYPE", "BAD_LEN", "BAD_ARGUMENT", "EPERM"},
	}
)
