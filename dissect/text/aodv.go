package text

// Types of AODV messages: RFC 3561 section 5, and with IPv6 addresses the
// draft draft-perkins-aodv6.
const (
	aodvRequest  = 1
	aodvReply    = 2
	aodvError    = 3
	aodvAck      = 4
	aodvRequest6 = 16
	aodvReply6   = 17
	aodvError6   = 18
	aodvAck6     = 19
)

// aodvHello is the extension that tells how often hellos are sent.
const aodvHello = 1

// Lengths in bytes of what messages have beside addresses.
const (
	aodvRequestLen = 16
	aodvReplyLen   = 12
	aodvErrorLen   = 4
)

// aodv prints a message of the Ad hoc On-Demand Distance Vector protocol.
//
//	+---------------+---------------+---------------+---------------+
//	|     type      |     flags     |               |   hop count   |
//	+---------------+---------------+---------------+---------------+
func (p *printer) aodv(b []byte, length int) {
	p.proto = "aodv"
	kind := p.u8(b, 0)
	p.str(" aodv")
	switch kind {
	case aodvRequest, aodvRequest6:
		p.aodvRequest(b, length, kind == aodvRequest6)
	case aodvReply, aodvReply6:
		p.aodvReply(b, length, kind == aodvReply6)
	case aodvError, aodvError6:
		p.aodvError(b, length, kind == aodvError6)
	case aodvAck, aodvAck6:
		p.strDec(" rrep-ack ", uint64(length))
	default:
		p.strDec(" type ", uint64(kind))
		p.strDec(" ", uint64(length))
	}
}

// aodvAddrLen returns how many bytes an address takes.
func aodvAddrLen(six bool) int {
	if six {
		return 16
	}
	return 4
}

func (p *printer) aodvAddr(b []byte, six bool) {
	if six {
		p.ip6At(b, 0)
	} else {
		p.ip4At(b, 0)
	}
}

// aodvRequest prints a route request (RFC 3561 section 5.1): ID; address and
// sequence number of the destination and of the originator. In IPv6 the
// numbers come first.
func (p *printer) aodvRequest(b []byte, length int, six bool) {
	addr := aodvAddrLen(six)
	n := aodvRequestLen + 2*addr
	if !p.have(limit(b, length), n) {
		return
	}
	p.strDec(" rreq ", uint64(length))
	p.byte(' ')
	dst, dstSeq, src, srcSeq := b[8:], b[12:], b[16:], b[20:]
	if six {
		p.str("[D]") // the flags are looked for in the type: quirk aodv-flags
		dst, dstSeq, src, srcSeq = b[16:], b[8:], b[32:], b[12:]
	}
	p.strDec(" hops ", uint64(b[3]))
	p.str(" id ")
	p.hex0x(uint64(p.u32(b, 4)), 8)
	p.str("\n\tdst ")
	p.aodvAddr(dst, six)
	p.strDec(" seq ", uint64(p.u32(dstSeq, 0)))
	p.str(" src ")
	p.aodvAddr(src, six)
	p.strDec(" seq ", uint64(p.u32(srcSeq, 0)))
	p.aodvExtension(b[n:], length-n)
}

// aodvReply prints a route reply (RFC 3561 section 5.2): the destination and
// its sequence number, which in IPv6 comes first, the originator, the lifetime.
func (p *printer) aodvReply(b []byte, length int, six bool) {
	addr := aodvAddrLen(six)
	n := aodvReplyLen + 2*addr
	if !p.have(limit(b, length), n) {
		return
	}
	p.strDec(" rrep ", uint64(length))
	// quirk aodv-flags, so that there are none here.
	p.strDec("  prefix ", uint64(b[2]&0x1f))
	p.strDec(" hops ", uint64(b[3]))
	dst, seq := b[4:], b[8:]
	if six {
		dst, seq = seq, dst
	}
	p.str("\n\tdst ")
	p.aodvAddr(dst, six)
	p.strDec(" dseq ", uint64(p.u32(seq, 0)))
	p.str(" src ")
	p.aodvAddr(b[8+addr:], six)
	p.strDec(" ", uint64(p.u32(b, n-4)))
	p.str(" ms")
	p.aodvExtension(b[n:], length-n)
}

// aodvExtension prints the extension (RFC 3561 section 6) in n bytes, if there
// is one.
//
//	+---------------+---------------+------
//	|     type      |    length     | value
//	+---------------+---------------+------
func (p *printer) aodvExtension(b []byte, n int) {
	if n < 2 {
		return
	}
	if !p.have(b, 2) {
		return
	}
	switch kind, size := b[0], b[1]; {
	case kind == aodvHello && !p.have(limit(b, n), 6):
	case kind == aodvHello && size < 4:
		p.strDec("\n\text HELLO - bad length ", uint64(size))
	case kind == aodvHello:
		p.strDec("\n\text HELLO ", uint64(p.u32(b, 2)))
		p.str(" ms")
	default:
		p.strDec("\n\text ", uint64(kind))
		p.strDec(" ", uint64(size))
	}
}

// aodvError prints a route error (RFC 3561 section 5.3): destinations that
// cannot be reached any more, with their sequence numbers.
func (p *printer) aodvError(b []byte, length int, six bool) {
	if !p.have(limit(b, length), aodvErrorLen) {
		return
	}
	p.str(" rerr ")
	if b[1]&0x80 != 0 {
		p.str("[D]")
	}
	count := int(b[3])
	p.strDec(" [items ", uint64(count))
	p.strDec("] [", uint64(length))
	p.str("]:")
	n := aodvAddrLen(six) + 4
	b, length = b[aodvErrorLen:], length-aodvErrorLen
	for range count {
		if !p.have(limit(b, length), n) {
			return
		}
		p.str(" {")
		p.aodvAddr(b, six)
		p.strDec("}(", uint64(p.u32(b, n-4)))
		p.byte(')')
		b, length = b[n:], length-n
	}
}
