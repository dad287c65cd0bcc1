package text

import (
	"time"

	"wiredump/dissect"
)

// ntp prints a Network Time Protocol message (RFC 5905).
func (p *printer) ntp(b []byte, length int) {
	p.proto = "ntp"
	var h dissect.NTP
	h.Decode(b)
	if !p.need(b, 1) {
		return
	}
	p.str("NTPv")
	p.dec(uint64(h.Version))
	p.str(", ")
	p.str(ntpModes[h.Mode])
	p.str(", length ")
	p.int(length)
	if p.opt.Verbose == 0 {
		return
	}
	p.str("\n\tLeap indicator: ")
	p.str(ntpLeaps[h.Leap])
	p.str(" (")
	p.dec(uint64(h.Leap) << 6) // quirk ntp-leap: the bits where they are
	p.byte(')')
	switch h.Mode {
	case dissect.NTPControl:
		p.ntpControl(b, length)
	case dissect.NTPPrivate:
	default:
		p.ntpTime(&h, b, length)
	}
}

var ntpModes = [8]string{
	"unspecified", "symmetric active", "symmetric passive", "Client", "Server", "Broadcast", "Control Message", "Reserved",
}

var ntpLeaps = [4]string{"", "+1s", "-1s", "clock unsynchronized"}

// ntpTime prints a message with times.
func (p *printer) ntpTime(h *dissect.NTP, b []byte, length int) {
	if length < dissect.NTPLen {
		p.invalid()
		p.have(b, length)
		return
	}
	p.need(b, 2)
	p.str(", Stratum ")
	p.dec(uint64(h.Stratum))
	switch {
	case h.Stratum == 0:
		p.str(" (unspecified)")
	case h.Stratum == 1:
		p.str(" (primary reference)")
	case h.Stratum < 16:
		p.str(" (secondary reference)")
	default:
		p.str(" (reserved)")
	}
	p.need(b, 3)
	p.str(", poll ")
	p.int(int(h.Poll))
	switch {
	case h.Poll >= 0 && h.Poll < 32:
		p.str(" (")
		p.dec(1 << uint(h.Poll))
		p.str("s)")
	case h.Poll < 0 && h.Poll > -32:
		p.str(" (1/")
		p.dec(1 << uint(-h.Poll))
		p.str("s)")
	}
	p.need(b, 4)
	p.str(", precision ")
	p.int(int(h.Precision))
	if !p.have(b, 8) {
		return
	}
	p.str("\n\tRoot Delay: ")
	p.ntpShort(h.Delay)
	if !p.have(b, 12) {
		return
	}
	p.str(", Root dispersion: ")
	p.ntpShort(h.Disp)
	if !p.have(b, 16) {
		return
	}
	p.str(", Reference-ID: ")
	switch h.Stratum {
	case 0:
		p.str("(unspec)")
	case 1:
		p.visible(h.RefID[:])
	case 62:
		// This and the next are of NTP before version 2: quirk ntp-info.
		p.ip4(h.RefID)
		p.str(" INFO_QUERY")
		return
	case 63:
		p.ip4(h.RefID)
		p.str(" INFO_REPLY")
		return
	default:
		p.str("0x")
		p.hexBytes(h.RefID[:])
	}
	if !p.have(b, 24) {
		return
	}
	p.str("\n\t  Reference Timestamp:  ")
	p.ntpStamp(h.Reference)
	if !p.have(b, 32) {
		return
	}
	p.str("\n\t  Originator Timestamp: ")
	p.ntpStamp(h.Origin)
	if !p.have(b, 40) {
		return
	}
	p.str("\n\t  Receive Timestamp:    ")
	p.ntpStamp(h.Receive)
	if !p.have(b, 48) {
		return
	}
	p.str("\n\t  Transmit Timestamp:   ")
	p.ntpStamp(h.Transmit)
	p.str("\n\t    Originator - Receive Timestamp:  ")
	p.ntpDelta(h.Origin, h.Receive)
	p.str("\n\t    Originator - Transmit Timestamp: ")
	p.ntpDelta(h.Origin, h.Transmit)
	const keyLen, md5Len, sha1Len = 4, 16, 20
	switch extra := length - dissect.NTPLen; extra {
	case 0:
	case keyLen, keyLen + md5Len, keyLen + sha1Len:
		p.strDec("\n\tKey id: ", uint64(p.u32(h.Extra, 0)))
		if extra > keyLen {
			if !p.have(h.Extra, extra) {
				return
			}
			p.str("\n\tAuthentication: ")
			p.hexBytes(limit(after(h.Extra, keyLen), extra-keyLen))
		}
	default:
		p.str("\n\t(")
		p.int(extra)
		p.str(" more bytes after the header)")
	}
}

// ntpShort prints seconds with 16 bits of fraction.
func (p *printer) ntpShort(v uint32) {
	p.dec(uint64(v >> 16))
	p.byte('.')
	p.decZero(uint64(v&0xffff)*1000000>>16, 6)
}

// ntpNumber prints seconds with 32 bits of fraction.
func (p *printer) ntpNumber(t dissect.NTPTime) {
	p.dec(uint64(t.Seconds))
	p.byte('.')
	p.decZero(uint64(t.Fraction)*1000000000>>32, 9)
}

// ntpStamp prints a time as it is and, unless it is 0, as a date.
func (p *printer) ntpStamp(t dissect.NTPTime) {
	p.ntpNumber(t)
	if t.Seconds == 0 {
		return
	}
	const from1900to1970 = 2208988800
	p.str(" (")
	p.out = time.Unix(int64(t.Seconds)-from1900to1970, 0).UTC().AppendFormat(p.out, "2006-01-02T15:04:05Z")
	p.byte(')')
}

// ntpDelta prints how much later than the origin a time is; the time itself if
// there is no origin.
func (p *printer) ntpDelta(origin, t dissect.NTPTime) {
	if origin.Seconds == 0 && origin.Fraction == 0 {
		p.ntpStamp(t)
		return
	}
	a := uint64(origin.Seconds)<<32 | uint64(origin.Fraction)
	b := uint64(t.Seconds)<<32 | uint64(t.Fraction)
	d := a - b
	if b > a {
		p.byte('+')
		d = b - a
	} else {
		p.byte('-')
	}
	p.ntpNumber(dissect.NTPTime{Seconds: uint32(d >> 32), Fraction: uint32(d)})
}

// ntpControl prints a control message (RFC 9327).
//
//	+--+-----+-----+-+-+-+---------+-------------------------------+
//	|LI|vers.|  6  |R|E|M| opcode  |           sequence            |
//	+--+-----+-----+-+-+-+---------+-------------------------------+
//	|           status             |          association          |
//	+------------------------------+-------------------------------+
//	|           offset             |            count              |
//	+------------------------------+-------------------------------+
func (p *printer) ntpControl(b []byte, length int) {
	if length < dissect.NTPControlLen {
		p.invalid()
		p.have(b, length)
		return
	}
	v := p.u8(b, 1)
	p.str(", ")
	p.str(pick(v&0x80 != 0, "Response", "Request"))
	p.str(", ")
	p.str(pick(v&0x40 != 0, "Error", "OK"))
	p.str(", ")
	p.str(pick(v&0x20 != 0, "More", "Last"))
	p.str(", OpCode=")
	p.dec(uint64(v & 0x1f))
	p.byte('\n')
	p.strDec("\tSequence=", uint64(p.u16(b, 2)))
	status := p.u16(b, 4)
	p.str(", Status=")
	p.hexAlt(uint64(status))
	p.strDec(", Assoc.=", uint64(p.u16(b, 6)))
	p.strDec(", Offset=", uint64(p.u16(b, 8)))
	count := int(p.u16(b, 10))
	p.strDec(", Count=", uint64(count))
	if dissect.NTPControlLen+count > length {
		p.invalid()
		p.have(b, length)
		return
	}
	if count != 0 && p.have(b, dissect.NTPControlLen+count) {
		p.str("\n\tTO-BE-DONE: data not interpreted")
	}
}

// pick returns one of two words.
func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
