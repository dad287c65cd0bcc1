package text

// forces prints the common header of a ForCES message (RFC 5810 section 6.1).
// What is inside is only printed by tcpdump at -vvv, and not here.
//
//	ForCES HeartBeat
//	ForCES Version 1 len 24B flags 0xc0400000
//	SrcID 0x40000001(CE) DstID 0x2(FE) Correlator 0x2
func (p *printer) forces(b []byte, length int) {
	const header = 24
	p.proto = "forces"
	if !p.need(b, header) {
		return
	}
	kind := p.u8(b, 1)
	name, ok := find(forcesMessages, uint32(kind))
	if !ok {
		p.str("Invalid ForCES message type ")
		p.dec(uint64(kind))
		p.forcesDump(b)
		return
	}
	claimed := int(p.u16(b, 2)) * 4
	p.str("\n\tForCES ")
	p.str(name)
	p.byte(' ')
	if claimed != length {
		p.str("Illegal ForCES pkt len - min ")
		p.int(header)
		p.str(", total recvd ")
		p.int(length)
		p.str(", advertised ")
		p.int(claimed)
		p.byte(' ')
		p.forcesDump(b)
		return
	}
	flags := p.u32(b, 20)
	if p.opt.Verbose >= 1 {
		p.str("\n\tForCES Version ")
		p.dec(uint64(b[0] >> 4))
		p.str(" len ")
		p.int(claimed)
		p.str("B flags 0x")
		p.hexNum(uint64(flags), 8)
		p.str(" \n\tSrcID ")
		p.forcesID(p.u32(b, 4))
		p.str(" DstID ")
		p.forcesID(p.u32(b, 8))
		p.str(" Correlator ")
		p.hex0x(p.u64(b, 12), 1)
		if p.opt.Verbose >= 2 {
			p.forcesFlags(flags)
		}
	}
	if length == header && forcesHasData(kind) {
		p.str("\tTop level TLV Data missing!\n")
		p.forcesDump(b)
	}
}

// forcesHasData tells the messages that carry something behind the header.
func forcesHasData(kind uint8) bool { return kind != 0x01 && kind != 0x0f }

func (p *printer) forcesDump(b []byte) {
	p.str("\n\t[")
	p.hexLines("\n\t[", b)
	p.str("\n\t]")
}

func (p *printer) forcesID(id uint32) {
	p.hex0x(uint64(id), 1)
	switch {
	case id>>30 == 0:
		p.str("(FE)")
	case id>>30 == 1:
		p.str("(CE)")
	case id == 0xffffffff:
		p.str("(AllBroadcast)")
	case id == 0xfffffffe:
		p.str("(AllCEBroadcast)")
	case id == 0xfffffffd:
		p.str("(AllFEBroadcast)")
	case id>>30 == 3:
		p.str("(AllMulticast)")
	default:
		p.str("(ForCESreserved)")
	}
}

// forcesFlags prints the flags of the header for -vv.
func (p *printer) forcesFlags(v uint32) {
	p.str("\n\tForCES flags:\n\t  ")
	p.str(forcesAcks[v>>30])
	p.byte('(')
	p.hex0x(uint64(v>>30), 1)
	p.str("), prio=")
	p.dec(uint64(v >> 27 & 7))
	p.str(", ")
	p.tok(forcesModes, "Unknown", v>>22&3)
	p.byte('(')
	p.hex0x(uint64(v>>22&3), 1)
	p.str("),\n\t  ")
	if v>>21&1 == 0 {
		p.str("Standalone")
	} else {
		p.str("2PCtransaction")
	}
	p.byte('(')
	p.hex0x(uint64(v>>21&1), 1)
	p.str("), ")
	p.tok(forcesTransactions, "Unknown", v>>19&3)
	p.byte('(')
	p.hex0x(uint64(v>>19&3), 1)
	p.str(")\n\t  Extra flags: rsv(b5-7) ")
	p.hex0x(uint64(v>>24&7), 1)
	p.str(" rsv(b13-31) ")
	p.hex0x(uint64(v&0x7ffff), 1)
	p.byte('\n')
}

var forcesAcks = [4]string{"NoACK", "SuccessACK", "FailureACK", "AlwaysACK"}

var forcesModes = []token{{0, "EMReserved"}, {1, "execute-all-or-none"}, {2, "execute-until-failure"}, {3, "continue-execute-on-failure"}}

var forcesTransactions = []token{{0, "StartofTransaction"}, {1, "MiddleofTransaction"}, {2, "EndofTransaction"}, {3, "abort"}}

var forcesMessages = []token{
	{0x01, "Association Setup"}, {0x02, "Association TearDown"}, {0x03, "Config"}, {0x04, "Query"}, {0x05, "Event Notification"},
	{0x06, "Packet Redirect"}, {0x0f, "HeartBeat"}, {0x11, "Association Response"}, {0x13, "Config Response"}, {0x14, "Query Response"},
}
