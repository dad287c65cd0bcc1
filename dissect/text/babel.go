package text

// Types of babel messages (RFC 8966 section 4.6; RFC 7298, RFC 8967 and RFC 9079
// for those over 10).
const (
	babelPad1           = 0
	babelPadN           = 1
	babelAckRequest     = 2
	babelAck            = 3
	babelHello          = 4
	babelIHU            = 5
	babelRouterID       = 6
	babelNextHop        = 7
	babelUpdate         = 8
	babelRequest        = 9
	babelSeqno          = 10
	babelTSPC           = 11
	babelHMAC           = 12
	babelSSUpdate       = 13
	babelSSRequest      = 14
	babelSSSeqno        = 15
	babelMAC            = 16
	babelPC             = 17
	babelChallenge      = 18
	babelChallengeReply = 19
)

// A babelState holds the prefixes that later updates of a packet shorten.
type babelState struct{ v4, v6 [16]byte }

// babel prints a packet of the babel routing protocol (RFC 8966 section 4).
//
//	+---------------+---------------+-------------------------------+
//	|  magic (42)   |  version (2)  |      length of body, bytes    |
//	+---------------+---------------+-------------------------------+
//	|  body and trailer: type, length and value, and more ...
func (p *printer) babel(b []byte, length int) {
	p.proto = "babel"
	p.str("babel")
	if !p.got(b, 4) {
		p.endMessage()
		return
	}
	switch {
	case b[0] != 42:
		p.str(" invalid header")
		return
	case length < 4:
		p.invalid()
		return
	}
	p.byte(' ')
	p.dec(uint64(b[1]))
	if b[1] != 2 {
		p.str(" unknown version")
		return
	}
	n := int(p.u16(b, 2))
	p.str(" (")
	p.int(n)
	p.byte(')')
	left := length - 4
	if n > left {
		p.invalid()
		return
	}
	var st babelState
	b = b[4:]
	if p.babelMessages(b, n, &st); !p.isCut() && left > n {
		if p.opt.Verbose > 0 {
			p.str("\n\t----")
		} else {
			p.str(" |")
		}
		p.babelMessages(after(b, n), left-n, &st)
	}
	p.endMessage()
}

func (p *printer) babelMessages(b []byte, left int, st *babelState) {
	for left > 0 {
		if !p.got(b, 1) {
			return
		}
		kind := b[0]
		if kind == babelPad1 {
			if p.opt.Verbose > 0 {
				p.str("\n\tPad 1")
			} else {
				p.str(" pad1")
			}
			b, left = b[1:], left-1
			continue
		}
		if left < 2 {
			p.reject()
			return
		}
		if !p.got(b, 2) {
			return
		}
		n := int(b[1])
		b, left = b[2:], left-2
		if n > left {
			p.reject()
			return
		}
		if !p.got(b, n) {
			return
		}
		if p.opt.Verbose == 0 {
			p.byte(' ')
			p.tokName(babelShort, "unknown", uint32(kind))
			if kind == babelUpdate {
				if n < 10 {
					p.reject()
					return
				}
				p.babelFlags(b[1])
			}
		} else {
			p.newline("\t")
			p.babelMessage(kind, b[:n], st)
		}
		if p.isCut() {
			return
		}
		b, left = b[n:], left-n
	}
}

// babelMessage prints a message with -v.
func (p *printer) babelMessage(kind uint8, b []byte, st *babelState) {
	s, ok := find(babelNames, uint32(kind))
	if !ok {
		p.str("Unknown message type ")
		p.dec(uint64(kind))
		return
	}
	p.str(s)
	if least, ok := find2(babelLeast, uint16(kind)); ok && len(b) < least {
		if kind != babelRouterID && kind != babelNextHop && kind != babelUpdate && kind != babelSSUpdate && kind != babelPC {
			p.byte(' ')
		}
		p.reject()
		return
	}
	rest := len(b) // where the sub-messages begin
	switch kind {
	case babelPadN:
		p.byte(' ')
		p.int(len(b) + 2)
		return
	case babelAckRequest:
		p.byte(' ')
		p.hexNum(uint64(p.u16(b, 2)), 4)
		p.byte(' ')
		p.babelInterval(p.u16(b, 4))
	case babelAck:
		p.byte(' ')
		p.hexNum(uint64(p.u16(b, 0)), 4)
	case babelHello:
		if p.u16(b, 0)&0x8000 != 0 {
			p.str(" (Unicast)")
		}
		p.str(" seqno ")
		p.dec(uint64(p.u16(b, 2)))
		if v := p.u16(b, 4); v != 0 {
			p.str(" interval ")
			p.babelInterval(v)
		} else {
			p.str(" unscheduled")
		}
		rest = 6
	case babelIHU:
		p.byte(' ')
		n, ok := p.babelAddress(b[0], b[6:])
		if !ok {
			p.truncated()
			return
		}
		p.str(" rxcost ")
		p.dec(uint64(p.u16(b, 2)))
		p.str(" interval ")
		p.babelInterval(p.u16(b, 4))
		rest = 6 + n
	case babelRouterID:
		p.byte(' ')
		p.linkAddr(b[2:10])
	case babelNextHop:
		if b[0] == 0 || b[0] > 3 {
			p.reject()
			return
		}
		p.byte(' ')
		if _, ok := p.babelAddress(b[0], b[2:]); !ok {
			p.out = p.out[:len(p.out)-1]
			p.reject()
			return
		}
	case babelUpdate, babelSSUpdate:
		rest = p.babelUpdate(kind, b, st)
	case babelRequest:
		p.byte(' ')
		start := len(p.out)
		p.str("for ")
		if _, ok := p.babelPrefix(b[0], int(b[1]), 0, b[2:], nil); !ok {
			p.out = p.out[:start]
			p.reject()
			return
		}
	case babelSSRequest:
		p.byte(' ')
		start := len(p.out)
		p.str("for (")
		p.babelPair(b[0], int(b[1]), int(b[2]), 0, b, 3, nil, ", ", start)
		p.byte(')')
	case babelSeqno:
		p.byte(' ')
		start := len(p.out)
		p.byte('(')
		p.dec(uint64(b[4]))
		p.str(" hops) for ")
		if _, ok := p.babelPrefix(b[0], int(b[1]), 0, b[14:], nil); !ok {
			p.out = p.out[:start]
			p.reject()
			return
		}
		p.str(" seqno ")
		p.dec(uint64(p.u16(b, 2)))
		p.str(" id ")
		p.linkAddr(b[6:14])
	case babelSSSeqno:
		p.byte(' ')
		start := len(p.out)
		p.byte('(')
		p.dec(uint64(b[4]))
		p.str(" hops) for (")
		p.babelPair(b[0], int(b[1]), int(b[5]), 0, b, 14, nil, ", ", start)
		p.str(") seqno ")
		p.dec(uint64(p.u16(b, 2)))
		p.str(" id ")
		p.linkAddr(b[6:14])
	case babelTSPC:
		p.str(" timestamp ")
		p.dec(uint64(p.u32(b, 2)))
		p.str(" packetcounter ")
		p.dec(uint64(p.u16(b, 0)))
	case babelHMAC:
		p.str(" key-id ")
		p.dec(uint64(p.u16(b, 0)))
		p.str(" digest-")
		p.int(len(b) - 2)
		p.byte(' ')
		for _, c := range b[2:] {
			p.hexUpperByte(c)
		}
	case babelPC:
		p.str(" value ")
		p.dec(uint64(p.u32(b, 0)))
		p.str(" index len ")
		p.int(len(b) - 4)
	case babelMAC, babelChallenge, babelChallengeReply:
		p.str(" len ")
		p.int(len(b))
	}
	switch kind {
	case babelHello, babelIHU, babelUpdate, babelSSUpdate:
		if !p.isCut() {
			p.babelSubs(kind, b[rest:])
		}
	}
}

// babelUpdate prints an update and returns where its sub-messages begin.
//
//	+---------------+---------------+---------------+---------------+
//	|    family     | flags/source  |  prefix, bits |omitted, bytes |
//	+---------------+---------------+---------------+---------------+
//	|           interval            |             seqno             |
//	+-------------------------------+-------------------------------+
//	|            metric             |  prefix ...
//	+-------------------------------+--------
func (p *printer) babelUpdate(kind uint8, b []byte, st *babelState) int {
	family, flags, bits, omitted := b[0], b[1], int(b[2]), int(b[3])
	rest := 10
	start := len(p.out)
	known := &st.v4
	if family == 2 {
		known = &st.v6
	}
	if kind == babelSSUpdate {
		p.byte(' ')
		if rest = p.babelPair(family, bits, int(flags), omitted, b, 10, known, " from ", start); p.isCut() {
			return 0
		}
	} else {
		p.babelFlags(flags)
		p.byte(' ')
		n, ok := p.babelPrefix(family, bits, omitted, b[10:], known)
		if !ok {
			p.out = p.out[:start]
			p.reject()
			return 0
		}
		if flags&0x80 != 0 && (family == 1 || family == 2) {
			*known, _, _ = babelPrefixOf(family, bits, omitted, b[10:], known)
		}
		rest += n
	}
	p.str(" metric ")
	p.dec(uint64(p.u16(b, 8)))
	p.str(" seqno ")
	p.dec(uint64(p.u16(b, 6)))
	p.str(" interval ")
	if v := p.u16(b, 4); v == 0xffff {
		p.str("infinity")
	} else {
		p.babelInterval(v)
	}
	return rest
}

// babelFlags prints the flags of an update.
func (p *printer) babelFlags(flags uint8) {
	if flags&0x80 != 0 {
		p.str("/prefix")
	}
	if flags&0x40 != 0 {
		p.str("/id")
	}
	if flags&0x3f != 0 {
		p.str("/unknown")
	}
}

// babelPair prints a destination and a source prefix and returns where they
// end. What was printed from start on is withdrawn where they are wrong.
func (p *printer) babelPair(family uint8, bits, source, omitted int, b []byte, off int, known *[16]byte, sep string, start int) int {
	n, ok := p.babelPrefix(family, bits, omitted, b[off:], known)
	m := 0
	if ok {
		p.str(sep)
		m, ok = p.babelPrefix(family, source, 0, b[off+n:], nil)
	}
	if !ok {
		p.out = p.out[:start]
		p.reject()
		return len(b)
	}
	return off + n + m
}

// babelInterval prints hundredths of a second.
func (p *printer) babelInterval(v uint16) {
	if v == 0 {
		p.str("none (bogus)")
		return
	}
	p.dec(uint64(v / 100))
	p.byte('.')
	p.decZero(uint64(v%100), 2)
	p.byte('s')
}

// babelAddress prints an address of a family and returns its length.
func (p *printer) babelAddress(family uint8, b []byte) (int, bool) {
	switch {
	case family == 0:
		p.str("any")
		return 0, true
	case family == 1 && len(b) >= 4:
		p.ip4At(b, 0)
		return 4, true
	case family == 2 && len(b) >= 16:
		p.ip6At(b, 0)
		return 16, true
	case family == 3 && len(b) >= 8:
		var a [16]byte
		a[0], a[1] = 0xfe, 0x80
		copy(a[8:], b[:8])
		p.ip6(a)
		return 8, true
	}
	return 0, false
}

// babelPrefixOf decodes a prefix of which the first bytes may be omitted, being
// those of an earlier one.
func babelPrefixOf(family uint8, bits, omitted int, b []byte, known *[16]byte) (a [16]byte, n int, ok bool) {
	size := 4
	if family != 1 {
		size = 16
	}
	if family == 0 {
		return a, 0, true
	}
	if family > 3 || bits > size*8 {
		return a, 0, false
	}
	n = (bits + 7) / 8
	from := 0
	if family == 3 {
		a[0], a[1] = 0xfe, 0x80
		from = 8
		n = max(n-8, 0)
		if omitted > 0 {
			return a, 0, false
		}
	}
	if omitted > 0 {
		if known == nil || omitted > size {
			return a, 0, false
		}
		copy(a[:omitted], known[:omitted])
		n = max(n-omitted, 0)
		from = omitted
	}
	if len(b) < n {
		return a, 0, false
	}
	copy(a[from:], b[:n])
	return a, n, true
}

// babelPrefix prints a prefix and returns how many of b's bytes it takes.
func (p *printer) babelPrefix(family uint8, bits, omitted int, b []byte, known *[16]byte) (int, bool) {
	a, n, ok := babelPrefixOf(family, bits, omitted, b, known)
	if !ok {
		return 0, false
	}
	switch family {
	case 0:
		p.str("any")
		return n, true
	case 1:
		p.ip4([4]byte(a[:4]))
	default:
		p.ip6(a)
	}
	p.byte('/')
	p.int(bits)
	return n, true
}

// babelSubs prints the messages in a message.
func (p *printer) babelSubs(kind uint8, b []byte) {
	for len(b) > 0 {
		sub := b[0]
		if sub == babelPad1 {
			p.str(" sub-pad1")
			b = b[1:]
			continue
		}
		if sub&0x80 != 0 {
			p.str(" (M)") // mandatory
		}
		if len(b) < 2 || len(b) < 2+int(b[1]) {
			p.invalid()
			return
		}
		v := b[2 : 2+int(b[1])]
		b = b[2+len(v):]
		switch sub {
		case 1:
			p.str(" sub-padn")
		case 2:
			p.str(" sub-diversity")
			if len(v) == 0 {
				p.str(" empty")
			}
			for i, c := range v {
				if i == 0 {
					p.byte(' ')
				} else {
					p.byte('-')
				}
				p.dec(uint64(c))
			}
			if kind != babelUpdate && kind != babelSSUpdate {
				p.str(" (bogus)")
			}
		case 3:
			p.str(" sub-timestamp ")
			switch {
			case kind == babelHello && len(v) >= 4:
				p.babelTime(p.u32(v, 0))
			case kind == babelIHU && len(v) >= 8:
				p.babelTime(p.u32(v, 0))
				p.byte('|')
				p.babelTime(p.u32(v, 4))
			default:
				p.str("(bogus)")
			}
		default:
			p.str(" sub-unknown-0x")
			p.hexNum(uint64(sub), 2)
		}
		if p.isCut() {
			return
		}
	}
}

// babelTime prints microseconds.
func (p *printer) babelTime(v uint32) {
	p.dec(uint64(v / 1e6))
	p.byte('.')
	p.decZero(uint64(v%1e6), 6)
	p.byte('s')
}

var (
	babelNames = []token{
		{babelPadN, "Pad"}, {babelAckRequest, "Acknowledgment Request"}, {babelAck, "Acknowledgment"},
		{babelHello, "Hello"}, {babelIHU, "IHU"}, {babelRouterID, "Router Id"}, {babelNextHop, "Next Hop"},
		{babelUpdate, "Update"}, {babelRequest, "Route Request"}, {babelSeqno, "Seqno Request"}, {babelTSPC, "TS/PC"},
		{babelHMAC, "HMAC"}, {babelSSUpdate, "SS-Update"}, {babelSSRequest, "SS-Request"},
		{babelSSSeqno, "SS-MH-Request"}, {babelMAC, "MAC"}, {babelPC, "PC"}, {babelChallenge, "Challenge Request"},
		{babelChallengeReply, "Challenge Reply"},
	}
	babelShort = []token{
		{babelPadN, "padN"}, {babelAckRequest, "ack-req"}, {babelAck, "ack"}, {babelHello, "hello"}, {babelIHU, "ihu"},
		{babelRouterID, "router-id"}, {babelNextHop, "nh"}, {babelUpdate, "update"}, {babelRequest, "route-request"},
		{babelSeqno, "seqno-request"}, {babelTSPC, "tspc"}, {babelHMAC, "hmac"}, {babelSSUpdate, "ss-update"},
		{babelSSRequest, "ss-request"}, {babelSSSeqno, "ss-mh-request"}, {babelMAC, "mac"}, {babelPC, "pc"},
		{babelChallenge, "challenge_request"}, {babelChallengeReply, "challenge_reply"},
	}
	// babelLeast tells how many bytes messages have at least.
	babelLeast = [][2]int{
		{babelAckRequest, 6}, {babelAck, 2}, {babelHello, 6}, {babelIHU, 6}, {babelRouterID, 10}, {babelNextHop, 2},
		{babelUpdate, 10}, {babelRequest, 2}, {babelSeqno, 14}, {babelTSPC, 6}, {babelHMAC, 18}, {babelSSUpdate, 10},
		{babelSSRequest, 3}, {babelSSSeqno, 14}, {babelPC, 4},
	}
)
