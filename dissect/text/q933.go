package text

// q933 prints a message of Q.933 signalling, the local management of Frame
// Relay (annex A), or that of ANSI T1.617 annex D.
//
//	Q.933, ANSI, codeset 5, Status Enquiry, TX Seq:   1, RX Seq:   2, length 10
func (p *printer) q933(b []byte, length int) {
	if !p.opt.Link {
		p.str("Q.933, ")
	}
	p.proto = "q.933"
	claimed := length
	cut := func() {
		p.str("length ")
		p.int(claimed)
		p.truncated()
	}
	if length < 1 || len(b) < 1 {
		cut()
		return
	}
	off := 1 + int(b[0]&0xf)
	ref := limit(b, off)[1:] // the call reference
	if off >= len(b) || off >= length {
		cut()
		return
	}
	msg := b[off]
	off++
	codeset, ansi := uint8(0), false
	if off < length {
		if off >= len(b) {
			cut()
			return
		}
		if v := b[off]; v&0xf0 == q933Shift {
			codeset, ansi = min(v&0xf, 5), v == q933Shift|5
			off++
		}
	}
	if ansi {
		p.str("ANSI")
	} else {
		p.str("CCITT")
	}
	p.str(", codeset ")
	p.dec(uint64(codeset))
	p.str(", ")
	if len(ref) > 0 {
		p.str("Call Ref: 0x")
		p.hexBytes(ref)
		p.str(", ")
	}
	if p.opt.Verbose > 0 {
		p.tokName(q933Messages, "unknown message", uint32(msg))
		p.str(" (")
		p.hex0x(uint64(msg), 2)
		p.str("), length ")
		p.int(claimed)
	} else if s, ok := find(q933Messages, uint32(msg)); ok {
		p.str(s)
	} else {
		p.str("unknown message ")
		p.hex0x(uint64(msg), 2)
	}
	ok := p.q933Elements(b, off, length, codeset)
	if p.opt.Verbose == 0 {
		p.str(", length ")
		p.int(claimed)
	}
	if !ok {
		p.truncated()
	}
}

var q933Messages = []token{
	{0x00, "ESC to National"}, {0x01, "Alert"}, {0x02, "Call proceeding"}, {0x03, "Progress"}, {0x05, "Setup"}, {0x07, "Connect"},
	{0x0f, "Connect ACK"}, {0x45, "Disconnect"}, {0x46, "Restart"}, {0x4d, "Release"}, {0x4e, "Restart ACK"},
	{0x5a, "Release Complete"}, {0x75, "Status Enquiry"}, {0x7d, "Status Reply"},
}

// q933Shift begins a byte that selects a set of elements; ANSI's is the fifth.
const q933Shift = 0x90

// Information elements; those of the CCITT have 0x50 added.
const (
	q933Report = 0x01
	q933Verify = 0x03
	q933PVC    = 0x07
)

var q933Elements = []token{
	{0x01, "ANSI Report Type"}, {0x03, "ANSI Link Verify"}, {0x07, "ANSI PVC Status"},
	{0x51, "CCITT Report Type"}, {0x53, "CCITT Link Verify"}, {0x57, "CCITT PVC Status"},
}

var q933Reports = []token{{0, "Full Status"}, {1, "Link verify"}, {2, "Async PVC Status"}}

// q933Elements prints information elements from off on. It returns false if
// they are cut.
func (p *printer) q933Elements(b []byte, off, length int, codeset uint8) bool {
	for off < length {
		if off >= len(b) {
			return false
		}
		id := b[off]
		if id&0x80 != 0 {
			off++ // an element of a single byte
			continue
		}
		if off+2 > len(b) || off+2 > length {
			return false
		}
		n := int(b[off+1])
		known := false
		name := ""
		if codeset == 0 || codeset == 5 {
			name, known = find(q933Elements, uint32(id))
		}
		if p.opt.Verbose > 0 {
			p.newline("\t")
			if known {
				p.str(name)
			} else {
				p.str("unknown")
			}
			p.str(" IE (")
			p.hex0x(uint64(id), 2)
			p.str("), length ")
			p.int(n)
			p.str(": ")
		}
		if off+2+n > len(b) || off+2+n > length {
			return false
		}
		v := b[off+2 : off+2+n]
		off += 2 + n
		if known && p.q933Element(id, v) {
			continue
		}
		if p.opt.Verbose > 0 && !known {
			p.hexLines("\n\t", v)
		}
	}
	return true
}

// q933Element prints the value of an information element.
func (p *printer) q933Element(id uint8, v []byte) bool {
	switch id {
	case q933Report, q933Report + 0x50:
		if p.opt.Verbose > 0 {
			if len(v) < 1 {
				p.invalid()
				return true
			}
			p.tokName(q933Reports, "unknown type", uint32(v[0]))
			p.str(" (")
			p.dec(uint64(v[0]))
			p.byte(')')
		}
	case q933Verify, q933Verify + 0x50:
		if p.opt.Verbose == 0 {
			p.str(", ")
		}
		if len(v) < 2 {
			p.invalid()
			return true
		}
		p.str("TX Seq: ")
		p.decPad(uint64(v[0]), 3)
		p.str(", RX Seq: ")
		p.decPad(uint64(v[1]), 3)
	case q933PVC, q933PVC + 0x50:
		if p.opt.Verbose == 0 {
			p.str(", ")
		}
		p.q933Status(v)
	default:
		return false
	}
	return true
}

// q933Status prints the state of a virtual circuit: its number in two, three
// or four bytes, and a byte of bits.
func (p *printer) q933Status(v []byte) {
	n := len(v)
	if n < 3 || v[0]&0x80 != 0 ||
		n == 3 && v[1]&0x80 == 0 ||
		n == 4 && (v[1]&0x80 != 0 || v[2]&0x80 == 0) ||
		n == 5 && (v[1]&0x80 != 0 || v[2]&0x80 != 0 || v[3]&0x80 == 0) ||
		n > 5 || v[n-1]&0x80 == 0 {
		p.str("Invalid DLCI in PVC STATUS IE")
		return
	}
	dlci := uint32(v[0]&0x3f)<<4 | uint32(v[1]&0x78)>>3
	switch n {
	case 4:
		dlci = uint32(v[0]&0x3f)<<10 | uint32(v[1]&0x7f)<<3 | uint32(v[2]&0x7e)>>1
	case 5:
		dlci = uint32(v[0]&0x3f)<<17 | uint32(v[1]&0x7f)<<10 | uint32(v[2]&0x7f) | uint32(v[3]&0x7e)>>1 // quirk q933-dlci: the third part is not shifted
	}
	p.str("DLCI ")
	p.dec(uint64(dlci))
	p.str(": status ")
	status := v[n-1]
	if status&8 != 0 {
		p.str("New, ")
	}
	if status&2 != 0 {
		p.str("Active")
	} else {
		p.str("Inactive")
	}
}
