package text

// ptpLen is the length of a PTP header in bytes.
const ptpLen = 34

// Types of PTP messages (IEEE 1588-2008 table 19).
const (
	ptpSync           = 0x0
	ptpDelayReq       = 0x1
	ptpPdelayReq      = 0x2
	ptpPdelayResp     = 0x3
	ptpFollowUp       = 0x8
	ptpDelayResp      = 0x9
	ptpPdelayFollowUp = 0xa
	ptpAnnounce       = 0xb
	ptpSignalling     = 0xc
	ptpManagement     = 0xd
)

// ptp prints a message of the Precision Time Protocol, version 2 (IEEE
// 1588-2008 clause 13).
//
//	+-------+-------+-------+-------+-------------------------------+
//	|transp.| type  |       | vers. |            length             |
//	+-------+-------+-------+-------+-------------------------------+
//	|    domain     |   reserved    |             flags             |
//	+---------------+---------------+-------------------------------+
//	|   correction: nanoseconds (48 bits) and 2^-16 of them         |
//	|                                                               |
//	+---------------------------------------------------------------+
//	|                           reserved                            |
//	+---------------------------------------------------------------+
//	|                   clock identity (8 bytes)                    |
//	|                                                               |
//	+-------------------------------+-------------------------------+
//	|             port              |        sequence number        |
//	+---------------+---------------+-------------------------------+
//	|    control    | log2 interval |
//	+---------------+---------------+
func (p *printer) ptp(b []byte, length int) {
	p.proto = "ptp"
	if length < ptpLen {
		p.strDec(" [length ", uint64(length))
		p.strDec(" < ", ptpLen)
		p.byte(']')
		p.invalid()
		return
	}
	first := p.u16(b, 0)
	switch version := first & 0xff; version {
	case 1:
		p.str("PTPv1 (not implemented)")
	case 2:
		p.str("PTPv2")
		p.ptp2(b, first)
	default:
		p.strDec("PTPv", uint64(version))
	}
}

// ptp2 prints a message of version 2, which begins with first.
func (p *printer) ptp2(b []byte, first uint16) {
	p.str(", v1 compat : ")
	if first&0x1000 != 0 {
		p.str("yes")
	} else {
		p.str("no")
	}
	kind := uint8(first >> 8 & 0xf)
	p.str(", msg type : ")
	p.tokName(ptpTypes, "Reserved", uint32(kind))
	p.need(b, 4)
	p.strDec(", length : ", uint64(p.u16(b, 2)))
	p.need(b, 6)
	p.strDec(", domain : ", uint64(p.u8(b, 4)))
	p.strDec(", reserved1 : ", uint64(p.u8(b, 5)))
	p.need(b, 8)
	p.str(", Flags [")
	p.bitsOrNone(ptpFlags, uint32(p.u16(b, 6)), ", ")
	p.byte(']')
	p.need(b, 14)
	p.strDec(", NS correction : ", uint64(p.u16(b, 8))<<32|uint64(p.u32(b, 10)))
	p.need(b, 16)
	p.strDec(", sub NS correction : ", uint64(p.u16(b, 14)))
	p.need(b, 20)
	p.strDec(", reserved2 : ", uint64(p.u32(b, 16)))
	p.ptpIdentity(", clock identity : ", b, 20)
	p.need(b, 32)
	p.strDec(", seq id : ", uint64(p.u16(b, 30)))
	p.need(b, 33)
	control := uint32(p.u8(b, 32))
	p.strDec(", control : ", uint64(control))
	p.str(" (")
	p.tokName(ptpControls, "Reserved", control)
	p.byte(')')
	p.need(b, 34)
	p.strDec(", log message interval : ", uint64(p.u8(b, 33)))
	if !p.isCut() {
		p.ptpBody(kind, b[ptpLen:])
	}
}

// ptpIdentity prints the identity of a clock and the number of its port, which
// are at off.
func (p *printer) ptpIdentity(label string, b []byte, off int) {
	p.need(b, off+8)
	p.str(label)
	p.hex0x(p.u64(b, off), 0)
	p.need(b, off+10)
	p.strDec(", port id : ", uint64(p.u16(b, off+8)))
}

// ptpTime prints the time stamp that b begins with: 48 bits of seconds, 32 of
// nanoseconds.
func (p *printer) ptpTime(label string, b []byte, sep string) {
	p.str(label)
	p.need(b, 6)
	p.strDec(" ", uint64(p.u16(b, 0))<<32|uint64(p.u32(b, 2)))
	p.str(" seconds")
	p.str(sep)
	p.need(b, 10)
	p.strDec(" ", uint64(p.u32(b, 6)))
	p.str(" nanoseconds")
}

// ptpBody prints what follows the header.
func (p *printer) ptpBody(kind uint8, b []byte) {
	switch kind {
	case ptpSync, ptpDelayReq:
		p.ptpTime(", originTimeStamp :", b, ",")
	case ptpFollowUp:
		p.ptpTime(", preciseOriginTimeStamp :", b, ",")
	case ptpPdelayReq, ptpPdelayFollowUp:
		p.ptpTime(", preciseOriginTimeStamp :", b, ",")
		p.ptpIdentity(", port identity : ", b, 10)
	case ptpPdelayResp, ptpDelayResp:
		p.ptpTime(", receiveTimeStamp :", b, ",")
		p.ptpIdentity(", port identity : ", b, 10)
	case ptpAnnounce:
		p.ptpTime(", originTimeStamp :", b, "")
		p.ptpAnnounce(b)
	case ptpSignalling:
		p.ptpIdentity(", port identity : ", b, 0)
	case ptpManagement:
		p.ptpIdentity(", port identity : ", b, 0)
		// quirk ptp-management: this is the first byte of the identity.
		v := uint64(p.u8(b, 0))
		p.strDec(", , start boundary hops  ", v)
		p.strDec(", , boundary hops  ", v)
		p.str(", , flags  ")
		p.hex0x(v, 0)
		p.str(", , reserved  ")
		p.hex0x(v, 0)
	}
}

// ptpAnnounce prints what an announcement says of the grandmaster, behind the
// time stamp that b begins with.
func (p *printer) ptpAnnounce(b []byte) {
	p.need(b, 12)
	p.strDec(", origin cur utc :", uint64(p.u16(b, 10)))
	p.need(b, 13)
	p.strDec(", rsvd : ", uint64(p.u8(b, 12)))
	p.need(b, 14)
	p.strDec(", gm priority_1 : ", uint64(p.u8(b, 13)))
	p.need(b, 15)
	p.strDec(", gm clock class : ", uint64(p.u8(b, 14)))
	p.need(b, 16)
	p.strDec(", gm clock accuracy : ", uint64(p.u8(b, 15)))
	p.need(b, 18)
	p.strDec(", gm clock variance : ", uint64(p.u16(b, 16)))
	p.need(b, 19)
	p.strDec(", gm priority_2 : ", uint64(p.u8(b, 18)))
	p.need(b, 27)
	p.str(", gm clock id : ")
	p.hex0x(p.u64(b, 19), 0)
	p.need(b, 29)
	p.strDec(", steps removed : ", uint64(p.u16(b, 27)))
	p.need(b, 30)
	p.str(", time source : ")
	p.hex0x(uint64(p.u8(b, 29)), 2)
}

var ptpTypes = []token{
	{ptpSync, "sync msg"}, {ptpDelayReq, "delay req msg"}, {ptpPdelayReq, "peer delay req msg"},
	{ptpPdelayResp, "peer delay resp msg"}, {ptpFollowUp, "follow up msg"}, {ptpDelayResp, "delay resp msg"},
	{ptpPdelayFollowUp, "pdelay resp fup msg"}, {ptpAnnounce, "announce msg"}, {ptpSignalling, "signalling msg"},
	{ptpManagement, "management msg"},
}

var ptpFlags = []token{
	{0x0001, "l1 61"}, {0x0002, "l1 59"}, {0x0004, "utc reasonable"}, {0x0008, "timescale"},
	{0x0010, "time tracable"}, {0x0020, "frequency tracable"}, {0x0100, "alternate master"}, {0x0200, "two step"},
	{0x0400, "unicast"}, {0x1000, "profile specific 1"}, {0x2000, "profile specific 2"}, {0x4000, "security mask"},
	{0x18c0, "unknown"}, // quirk ptp-unknown: all four of them
}

var ptpControls = []token{
	{0, "Sync"}, {1, "Delay_Req"}, {2, "Follow_Up"}, {3, "Delay_Resp"}, {4, "Management"}, {5, "Other"},
}
