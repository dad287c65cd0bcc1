package text

import "wiredump/dissect"

// Lengths of NetFlow's headers and records in bytes, by version.
const (
	netFlow1Len       = 16
	netFlow1RecordLen = 48
	netFlow5Len       = 24 // version 6, too
	netFlow5RecordLen = 52
)

// netFlow prints an export of Cisco's NetFlow, versions 1, 5 and 6.
//
//	+-------------------------------+-------------------------------+
//	|            version            |       number of records       |
//	+-------------------------------+-------------------------------+
//	|                        up time, ms                            |
//	+---------------------------------------------------------------+
//	|                          time, s                              |
//	+---------------------------------------------------------------+
//	|                     and nanoseconds of it                     |
//	+---------------------------------------------------------------+
//	|                   sequence number, not in 1                   |
//	+---------------+---------------+-------------------------------+
//	|  engine type  |   engine ID   |         not in 1              |
//	+---------------+---------------+-------------------------------+
func (p *printer) netFlow(b []byte) {
	p.proto = "cnfp"
	if !p.need(b, 2) {
		return
	}
	version := p.u16(b, 0)
	// quirk cnfp-record: version 1 has 52 bytes, version 5 has 48.
	header, record := netFlow5Len, netFlow5RecordLen
	switch version {
	case 1:
		header, record = netFlow1Len, netFlow1RecordLen
	case 5, 6:
	default:
		p.str("NetFlow v")
		p.hexNum(uint64(version), 0)
		return
	}
	if !p.have(b, header) {
		return
	}
	p.str("NetFlow v")
	p.hexNum(uint64(version), 0)
	p.str(", ")
	p.netFlowTime(p.u32(b, 4))
	p.strDec(" uptime, ", uint64(p.u32(b, 8)))
	p.byte('.')
	p.decZero(uint64(p.u32(b, 12)), 9)
	p.str(", ")
	if version != 1 {
		p.strDec("#", uint64(p.u32(b, 16)))
		p.str(", ")
	}
	count := p.u32(b, 2) // quirk cnfp-count: half of it is of the up time
	p.decPad(uint64(count), 2)
	p.str(" recs")
	b = b[header:]
	for ; count > 0 && p.have(b, record); count-- {
		p.netFlowRecord(version, b)
		b = after(b, record)
	}
}

// netFlowTime prints milliseconds as seconds.
func (p *printer) netFlowTime(ms uint32) {
	p.dec(uint64(ms / 1000))
	p.byte('.')
	p.decZero(uint64(ms%1000), 3)
}

// netFlowRecord prints what is known of a flow.
//
//	source, destination, next hop: 4 bytes each
//	interfaces it comes from and goes to: 2 bytes each
//	packets, octets, up time at the first and the last: 4 bytes each
//	source and destination port: 2 bytes each
//	36:     1 byte unused; TCP flags (in 1: unused); protocol; type of service
//	40:     numbers of the autonomous systems, 2 bytes each; in 1: TCP flags
//	44:     lengths of the prefixes, 1 byte each; not in 1
//	46:     encapsulations in and out, 1 byte each; only in 6
func (p *printer) netFlowRecord(version uint16, b []byte) {
	p.str("\n  started ")
	p.netFlowTime(p.u32(b, 24))
	p.str(", last ")
	p.netFlowTime(p.u32(b, 28))
	p.str("\n    ")
	p.netFlowEnd(version, b, 0)
	p.str(" > ")
	p.netFlowEnd(version, b, 1)
	p.str(" >> ")
	p.ip4At(b, 8)
	p.str("\n    ")
	p.dec(uint64(b[38]))
	flags := b[37]
	if version == 1 {
		flags = b[40]
	}
	if b[38] == dissect.IPProtoTCP && flags != 0 {
		p.byte(' ')
		p.bits(netFlowFlags, uint32(flags), "")
	}
	p.strDec(" tos ", uint64(b[39]))
	p.strDec(", ", uint64(p.u32(b, 16)))
	p.strDec(" (", uint64(p.u32(b, 20)))
	p.str(" octets) ")
	if version == 6 {
		p.strDec("(", uint64(b[46]))
		p.strDec("<>", uint64(b[47]))
		p.str(" encaps)")
	}
}

// netFlowEnd prints one end of a flow: 0 its source, 1 its destination.
func (p *printer) netFlowEnd(version uint16, b []byte, end int) {
	p.ip4At(b, 4*end)
	if version != 1 {
		p.strDec("/", uint64(b[44+end]))
		p.strDec(":", uint64(p.u16(b, 40+2*end)))
	}
	p.strDec(":", uint64(p.u16(b, 32+2*end)))
}

var netFlowFlags = []token{{0x01, "F"}, {0x02, "S"}, {0x04, "R"}, {0x08, "P"}, {0x10, "A"}, {0x20, "U"}}
