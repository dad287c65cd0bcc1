package text

// Lengths of RTP headers in bytes: version 1 of the drafts, and version 2.
const (
	rtp1Len = 8
	rtpLen  = 12
)

// rtpH261 is the payload type of H.261 video (RFC 2032).
const rtpH261 = 31

// rtp prints a packet of the Real-time Transport Protocol (RFC 3550 section
// 5.1).
//
//	+---+-+-+-------+-+-------------+-------------------------------+
//	| 2 |P|X|  CC   |M|payload type |        sequence number        |
//	+---+-+-+-------+-+-------------+-------------------------------+
//	|                           time stamp                          |
//	+---------------------------------------------------------------+
//	|                     synchronization source                    |
//	+---------------------------------------------------------------+
//
// Version 1, of which nothing but drafts is known, ends behind the time stamp
// and has options in place of the source:
//
//	+---+-----------+-+-+-----------+-------------------------------+
//	| 1 |           |O|S| contents  |        sequence number        |
//	+---+-----------+-+-+-----------+-------------------------------+
//	|                           time stamp                          |
//	+---------------------------------------------------------------+
func (p *printer) rtp(b []byte, length int) {
	p.proto = "rtp"
	if length < rtp1Len {
		p.shortVoice("udp/rtp", length, rtp1Len)
		return
	}
	if !p.need(b, rtp1Len) {
		return
	}
	first := p.u32(b, 0)
	var (
		contents, header   = first >> 16 & 0x7f, rtpLen
		extended, optional bool
		marked             = first&0x800000 != 0
	)
	switch {
	case first>>30 == 1:
		contents, header = first>>16&0x3f, rtp1Len
		optional, marked = first&0x800000 != 0, first&0x400000 != 0
		p.str("udp/rtpv1")
	case length < rtpLen:
		p.shortVoice("udp/rtp", length, rtpLen)
		return
	default:
		extended = first&0x10000000 != 0
		p.str("udp/rtp")
	}
	n := length - header // bytes behind the header
	p.strDec(" ", uint64(n))
	p.strDec(" c", uint64(contents))
	p.byte(' ')
	if extended || optional {
		p.byte('+')
	}
	if marked {
		p.byte('*')
	}
	p.strDec(" ", uint64(first&0xffff))
	p.strDec(" ", uint64(p.u32(b, 4)))
	if p.opt.Verbose == 0 {
		return
	}
	// quirk rtp1-source: the options of version 1 are printed as its source too.
	source := p.u32(b, 8)
	p.strDec(" ", uint64(source))
	b = after(b, header)
	if optional {
		p.rtpOptions(b, n)
	}
	if extended {
		// quirk rtp-contributors: they are not skipped.
		if words := int(p.u32(b, 0) & 0xffff); words*4+4 > n {
			p.str(" !ext")
		}
	}
	if contents == rtpH261 {
		p.str(" ")
		p.hex0x(uint64(p.u32(b, 0)>>16), 4)
	}
}

// rtpOptions tells whether options of version 1 fit into n bytes.
//
//	+-+-------------+---------------+
//	|F|    type     | length, words |
//	+-+-------------+---------------+
func (p *printer) rtpOptions(b []byte, n int) {
	for !p.isCut() {
		option := p.u32(b, 0)
		size := int(option >> 16 & 0xff * 4)
		if size == 0 || size > n {
			p.str(" !opt")
			return
		}
		if option&0x80000000 != 0 {
			return
		}
		b, n = after(b, size), n-size
	}
}

// shortVoice prints that a message is not as long as its header.
func (p *printer) shortVoice(what string, length, least int) {
	p.str(what)
	p.strDec(", length ", uint64(length))
	p.strDec(" < ", uint64(least))
}
