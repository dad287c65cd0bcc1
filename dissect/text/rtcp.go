package text

import "strconv"

// Types of RTCP packets.
const (
	rtcpSender   = 200
	rtcpReceiver = 201
	rtcpSource   = 202
	rtcpBye      = 203
)

// Lengths in bytes: of what all packets have, of what is known of the sender,
// of a report.
const (
	rtcpHeaderLen = 8
	rtcpSenderLen = 20
	rtcpReportLen = 24
)

// rtcp prints a compound packet of the RTP Control Protocol (RFC 3550 section
// 6).
//
//	+---+-+---------+---------------+-------------------------------+
//	| 2 |P|  count  |     type      |    length, words less one     |
//	+---+-+---------+---------------+-------------------------------+
//	|                     synchronization source                    |
//	+---------------------------------------------------------------+
func (p *printer) rtcp(b []byte) {
	p.proto = "rtcp"
	for len(b) > 0 {
		b = p.rtcpPacket(b)
	}
}

// rtcpPacket prints the packet that b begins with, and returns what follows;
// nothing if it is cut.
func (p *printer) rtcpPacket(b []byte) []byte {
	if !p.have(b, rtcpHeaderLen) {
		return nil
	}
	size := (int(p.u16(b, 2)) + 1) * 4
	count := int(b[0] & 0x1f)
	body := b[rtcpHeaderLen:]
	switch kind := b[1]; kind {
	case rtcpSender:
		p.str(" sr")
		p.rtcpLength(size, rtcpHeaderLen+rtcpSenderLen+count*rtcpReportLen)
		p.rtcpSource(b)
		if !p.have(body, rtcpSenderLen) {
			return nil
		}
		p.str(" @")
		p.seconds(float64(p.u32(body, 0)) + float64(p.u32(body, 4))/(1<<32))
		p.strDec(" ", uint64(p.u32(body, 8)))
		p.strDec(" ", uint64(p.u32(body, 12)))
		p.strDec("p ", uint64(p.u32(body, 16)))
		p.byte('b')
		if !p.rtcpReports(body[rtcpSenderLen:], count) {
			return nil
		}
	case rtcpReceiver:
		p.str(" rr")
		p.rtcpLength(size, rtcpHeaderLen+count*rtcpReportLen)
		p.rtcpSource(b)
		if !p.rtcpReports(body, count) {
			return nil
		}
	case rtcpSource:
		p.strDec(" sdes ", uint64(size))
		p.rtcpSource(b)
	case rtcpBye:
		p.strDec(" bye ", uint64(size))
		p.rtcpSource(b)
	default:
		p.str(" type-")
		p.hex0x(uint64(kind), 0)
		p.strDec(" ", uint64(size))
		return after(b, size)
	}
	return after(b, size)
}

// rtcpLength prints the length of a packet where it is not what the number of
// its reports says.
func (p *printer) rtcpLength(size, want int) {
	if size != want {
		p.strDec(" [", uint64(size))
		p.byte(']')
	}
}

func (p *printer) rtcpSource(b []byte) {
	if p.opt.Verbose > 0 {
		p.strDec(" ", uint64(p.u32(b, 4)))
	}
}

// rtcpReports prints a report as often as there are reports: always the first
// one, quirk rtcp-reports. It returns false if that was not captured.
func (p *printer) rtcpReports(b []byte, count int) bool {
	if count > 1 {
		p.strDec(" c", uint64(count))
	}
	for range count {
		if !p.have(b, rtcpReportLen) {
			return false
		}
		if p.opt.Verbose > 0 {
			p.strDec(" ", uint64(p.u32(b, 0)))
		}
		p.strDec(" ", uint64(p.u24(b, 5)))
		p.strDec("l ", uint64(p.u32(b, 8)))
		p.strDec("s ", uint64(p.u32(b, 12)))
		p.str("j @")
		p.seconds(float64(p.u32(b, 16)) / (1 << 16))
		p.byte('+')
		p.seconds(float64(p.u32(b, 20)) / (1 << 16))
	}
	return true
}

// seconds prints s with two decimals.
func (p *printer) seconds(s float64) { p.out = strconv.AppendFloat(p.out, s, 'f', 2, 64) }
