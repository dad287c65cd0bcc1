package text

// Types of PGM options: RFC 3208 section 9, and the draft of PGMCC.
const (
	pgmOptLength     = 0x00
	pgmOptFragment   = 0x01
	pgmOptNakList    = 0x02
	pgmOptJoin       = 0x03
	pgmOptBackoffIvl = 0x04
	pgmOptBackoffRng = 0x05
	pgmOptRedirect   = 0x07
	pgmOptParityPrm  = 0x08
	pgmOptParityGrp  = 0x09
	pgmOptTGSize     = 0x0a
	pgmOptUnreach    = 0x0b
	pgmOptPathNLA    = 0x0c
	pgmOptSYN        = 0x0d
	pgmOptFIN        = 0x0e
	pgmOptRST        = 0x0f
	pgmOptCR         = 0x10
	pgmOptCRQST      = 0x11
	pgmOptCCData     = 0x12
	pgmOptCCFeedback = 0x13

	pgmOptEnd = 0x80 // bit of the last option
)

// pgmOptionLen is the least length of an option in bytes.
const pgmOptionLen = 4

// pgmOptions prints options (RFC 3208 section 9), the first of which has the
// length of all. It returns what follows them.
//
//	+-+-------------+---------------+-------------------------------+
//	|E|    type     |    length     |      reserved, flags, value   |
//	+-+-------------+---------------+-------------------------------+
func (p *printer) pgmOptions(b []byte) (rest []byte, ok bool) {
	if !p.have(b, pgmOptionLen) {
		return nil, false
	}
	if kind := b[0] &^ pgmOptEnd; kind != pgmOptLength {
		p.strDec("[First option bad, should be PGM_OPT_LENGTH, is ", uint64(kind))
		p.byte(']')
		return nil, false
	}
	if b[1] != 4 {
		p.pgmBadOption("OPT_LENGTH", int(b[1]), " != 4")
		return nil, false
	}
	left := int(p.u16(b, 2))
	if left < 4 {
		p.strDec("[Bad total option length ", uint64(left))
		p.str(" < 4]")
		return nil, false
	}
	p.strDec(" OPTS LEN ", uint64(left))
	left -= 4
	b = b[4:]
	for left > 0 {
		if left < pgmOptionLen {
			p.str("[Total option length leaves no room for final option]")
			return nil, false
		}
		if !p.need(b, 2) {
			return nil, false
		}
		kind, size := b[0], int(b[1])
		if size < pgmOptionLen {
			p.strDec("[Bad option, length ", uint64(size))
			p.str(" < 4]")
			return b[2:], true
		}
		if left < size {
			p.str("[Total option length leaves no room for final option]")
			return nil, false
		}
		if !p.have(b, size) || !p.pgmOption(kind, b[:size]) {
			return nil, false
		}
		next, counted := size, size
		switch plain := kind &^ pgmOptEnd; {
		case plain == pgmOptNakList:
			counted -= pgmOptionLen // quirk pgm-nak-list
		case plain == pgmOptPathNLA || plain == pgmOptCR || !pgmKnownOption(plain):
			next += 2 // quirk pgm-skip: type and length count twice
		}
		b, left = after(b, next), left-counted
		if kind&pgmOptEnd != 0 {
			break
		}
	}
	return b, true
}

// pgmKnownOption tells whether more is known of an option than its length.
func pgmKnownOption(kind uint8) bool { return kind <= pgmOptCCFeedback && kind != 0x06 }

// pgmBadOption prints that an option has the wrong length.
func (p *printer) pgmBadOption(name string, size int, why string) {
	p.str("[Bad ")
	p.str(name)
	p.strDec(" option, length ", uint64(size))
	p.str(why)
	p.byte(']')
}

// pgmSimpleOptions are the options of one length: their name where that is
// wrong, and what is printed before each number in them.
var pgmSimpleOptions = []struct {
	kind   uint8
	size   int
	name   string
	wrong  string
	labels [3]string
}{
	{pgmOptFragment, 16, "OPT_FRAGMENT", " != 16", [3]string{" FRAG seq ", " off ", " len "}},
	{pgmOptJoin, 8, "OPT_JOIN", " != 8", [3]string{" JOIN "}},
	{pgmOptBackoffIvl, 12, "OPT_NAK_BO_IVL", " != 12", [3]string{" BACKOFF ivl ", " ivlseq "}},
	{pgmOptBackoffRng, 12, "OPT_NAK_BO_RNG", " != 12", [3]string{" BACKOFF max ", " min "}},
	{pgmOptParityPrm, 8, "OPT_PARITY_PRM", " != 8", [3]string{" PARITY MAXTGS "}},
	{pgmOptParityGrp, 8, "OPT_PARITY_GRP", " != 8", [3]string{" PARITY GROUP "}},
	{pgmOptTGSize, 8, "OPT_CURR_TGSIZE", " != 8", [3]string{" PARITY ATGS "}},
	{pgmOptUnreach, 4, "OPT_NBR_UNREACH", " != 4", [3]string{" NBR_UNREACH"}},
	{pgmOptSYN, 4, "OPT_SYN", " != 4", [3]string{" SYN"}},
	{pgmOptFIN, 4, "OPT_FIN", " != 4", [3]string{" FIN"}},
	{pgmOptRST, 4, "OPT_RST", " != 4", [3]string{" RST"}},
	{pgmOptCRQST, 4, "OPT_CRQST", " != 4", [3]string{" CRQST"}},
}

// pgmOption prints the option b. It returns false if the text of the packet
// ends there.
func (p *printer) pgmOption(kind uint8, b []byte) bool {
	plain := kind &^ pgmOptEnd
	for i := range pgmSimpleOptions {
		o := &pgmSimpleOptions[i]
		if o.kind != plain {
			continue
		}
		if len(b) != o.size {
			p.pgmBadOption(o.name, len(b), o.wrong)
			return false
		}
		p.str(o.labels[0])
		for j, at := 0, 4; at < len(b); j, at = j+1, at+4 {
			if j > 0 {
				p.str(o.labels[j])
			}
			p.dec(uint64(p.u32(b, at)))
		}
		return true
	}
	switch plain {
	case pgmOptLength:
		if len(b) != 4 {
			p.pgmBadOption("OPT_LENGTH", len(b), " != 4")
			return false
		}
		p.strDec(" OPTS LEN (extra?) ", uint64(p.u16(b, 2)))
	case pgmOptNakList:
		p.str(" NAK LIST")
		for b = b[4:]; len(b) > 0; b = b[4:] {
			if len(b) < 4 {
				p.str("[Option length not a multiple of 4]")
				return false
			}
			p.strDec(" ", uint64(p.u32(b, 0)))
		}
	case pgmOptRedirect:
		return p.pgmAddrOption(b, "OPT_REDIRECT", "OPT_REDIRECT", " REDIRECT ", 8)
	case pgmOptCCData:
		return p.pgmAddrOption(b, "OPT_PGMCC_DATA", "OPT_PGMCC_DATA", " PGMCC DATA ", 12)
	case pgmOptCCFeedback:
		return p.pgmAddrOption(b, "PGM_OPT_PGMCC_FEEDBACK", "OPT_PGMCC_FEEDBACK", " PGMCC FEEDBACK ", 12)
	case pgmOptPathNLA:
		p.strDec(" PATH_NLA [", uint64(len(b)))
		p.byte(']')
	case pgmOptCR:
		p.str(" CR")
	default:
		p.str(" OPT_")
		p.out = append(p.out, hexUpper[kind>>4], hexUpper[kind&15])
		p.strDec(" [", uint64(len(b)))
		p.str("] ")
	}
	return true
}

// pgmAddrOption prints an option that ends in an address, behind fixed bytes:
// four of the option, in congestion control four of a time stamp, four of the
// address's family. Its name is another where it is too short even for these.
func (p *printer) pgmAddrOption(b []byte, shortName, name, label string, fixed int) bool {
	least, wrong := " < 8", " != 8 + address size"
	if fixed == 12 {
		least, wrong = " < 12", " != 12 + address size"
	}
	if len(b) < fixed {
		p.pgmBadOption(shortName, len(b), least)
		return false
	}
	n := 0
	switch p.u16(b, fixed-4) {
	case 1:
		n = 4
	case 2:
		n = 16
	default:
		p.truncated()
		return false
	}
	if len(b) != fixed+n {
		p.pgmBadOption(name, len(b), wrong)
		return false
	}
	p.str(label)
	if fixed == 12 {
		p.dec(uint64(p.u32(b, 4)))
		p.byte(' ')
	}
	p.pgmAddr(b[fixed:], n)
	return true
}
