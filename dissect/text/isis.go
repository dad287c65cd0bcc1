package text

// Lengths in bytes of IS-IS headers (ISO/IEC 10589 clause 9).
const (
	isisCommonLen = 8
	isisLANLen    = isisCommonLen + 19
	isisP2PLen    = isisCommonLen + 12
	isisLSPLen    = isisCommonLen + 19
	isisCSNPLen   = isisCommonLen + 25
	isisPSNPLen   = isisCommonLen + 9
)

// Kinds of IS-IS messages.
const (
	isisL1LAN  = 15
	isisL2LAN  = 16
	isisP2P    = 17
	isisL1LSP  = 18
	isisL2LSP  = 20
	isisL1CSNP = 24
	isisL2CSNP = 25
	isisL1PSNP = 26
	isisL2PSNP = 27
)

// isis prints an IS-IS message (ISO/IEC 10589, RFC 1195). It returns whether
// the message is to be dumped, as its header makes no sense.
//
//	+------+-------+-------+--------+------+-------+--------+-------+
//	| 0x83 |hdr len|version|ID length|type |version|reserved|  areas|
//	+------+-------+-------+--------+------+-------+--------+-------+
func (p *printer) isis(b []byte, length int) bool {
	p.proto = "isis"
	if !p.need(b, isisCommonLen) {
		return false
	}
	if !p.opt.Link {
		p.str("IS-IS")
	}
	head, idLen, kind := int(b[1]), b[3], uint32(b[4])
	switch {
	case b[2] != 1:
		p.strDec("version ", uint64(b[2]))
		p.str(" packet not supported")
		return true
	case idLen != 0 && idLen != 6:
		p.strDec("system ID length of ", uint64(idLen))
		p.str(" is not supported")
		return true
	case b[5] != 1:
		p.strDec("version ", uint64(b[5]))
		p.str(" packet not supported")
		return true
	case head < isisCommonLen:
		p.strDec("fixed header length ", uint64(head))
		p.strDec(" < minimum header size ", isisCommonLen)
		return true
	case head > length:
		p.strDec("fixed header length ", uint64(head))
		p.strDec(" > packet length ", uint64(length))
		return true
	case b[7] == 255:
		p.str("bad packet -- 255 areas")
		return true
	}
	if !p.opt.Link {
		p.str(", ")
	}
	if p.opt.Verbose == 0 {
		p.tok(isisKinds, "unknown PDU-Type ", kind)
	} else {
		p.strDec("length ", uint64(length))
		p.str("\n\t")
		p.tok(isisKinds, "unknown, type ", kind)
		p.strDec(", hlen: ", uint64(head))
		p.str(", v: 1, pdu-v: 1, sys-id-len: 6 (")
		p.dec(uint64(idLen))
		areas := b[7]
		if areas == 0 {
			areas = 3
		}
		p.strDec("), max-area: ", uint64(areas))
		p.strDec(" (", uint64(b[7]))
		p.byte(')')
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t", b[:isisCommonLen])
		}
	}
	want, say := 0, 0
	switch kind {
	case isisL1LAN, isisL2LAN:
		want, say = isisLANLen, isisLANLen
	case isisP2P:
		want, say = isisP2PLen, isisP2PLen
	case isisL1LSP, isisL2LSP:
		want, say = isisLSPLen, isisLSPLen-isisCommonLen // quirk isis-lsp: without the common header
	case isisL1CSNP, isisL2CSNP:
		want, say = isisCSNPLen, isisCSNPLen
	case isisL1PSNP, isisL2PSNP:
		want, say = isisPSNPLen, isisPSNPLen
	default:
		if p.opt.Verbose == 0 {
			p.strDec(", length ", uint64(length))
			return false
		}
		p.hexLines("\n\t  ", after(limit(b, length), isisCommonLen))
		return true
	}
	if head != want {
		if want == isisPSNPLen {
			p.byte('-') // quirk isis-psnp
		} else {
			p.byte(',')
		}
		p.strDec(" bogus fixed header length ", uint64(head))
		p.strDec(" should be ", uint64(say))
		return true
	}
	if !p.need(b, head) {
		return false
	}
	if p.opt.Verbose == 0 {
		p.isisBrief(kind, b[isisCommonLen:head])
		p.strDec(", length ", uint64(length))
		return false
	}
	p.isisHeader(kind, b, length)
	if p.opt.Verbose > 1 {
		p.hexLines("\n\t  ", b[isisCommonLen:head])
	}
	size := int(p.isisSize(kind, b))
	if size < head {
		p.strDec(" [packet length ", uint64(size))
		p.strDec(" < ", uint64(head))
		p.byte(']')
		p.invalid()
		return false
	}
	p.isisTLVs(b, head, min(size, length))
	return false
}

// isisSize returns the length that a message claims, headers included.
func (p *printer) isisSize(kind uint32, b []byte) uint16 {
	switch kind {
	case isisL1LAN, isisL2LAN, isisP2P:
		return p.u16(b, isisCommonLen+9)
	}
	return p.u16(b, isisCommonLen)
}

// isisBrief prints in one line what the header b behind the common one tells.
func (p *printer) isisBrief(kind uint32, b []byte) {
	switch kind {
	case isisL1LAN, isisL2LAN:
		p.str(", src-id ")
		p.isisID(b[1:7])
		p.str(", lan-id ")
		p.isisID(b[12:19])
		p.strDec(", prio ", uint64(b[11]&0x7f))
	case isisP2P:
		p.str(", src-id ")
		p.isisID(b[1:7])
	case isisL1LSP, isisL2LSP:
		p.str(", lsp-id ")
		p.isisID(b[4:12])
		p.str(", seq 0x")
		p.hexNum(uint64(p.u32(b, 12)), 8)
		p.str(", lifetime ")
		p.decPad(uint64(p.u16(b, 2)), 5)
		p.byte('s')
	default:
		p.str(", src-id ")
		p.isisID(b[2:9])
	}
}

// isisHeader prints the header of a message behind the common one.
func (p *printer) isisHeader(kind uint32, whole []byte, length int) {
	b := whole[isisCommonLen:]
	switch kind {
	case isisL1LAN, isisL2LAN:
		p.isisHello(b, ",  holding time: ")
		p.str("\n\t  lan-id:    ")
		p.isisID(b[12:19])
		p.strDec(", Priority: ", uint64(b[11]&0x7f))
		p.strDec(", PDU length: ", uint64(p.u16(b, 9)))
	case isisP2P:
		p.isisHello(b, ", holding time: ")
		p.str("\n\t  circuit-id: ")
		p.hex0x(uint64(b[11]), 2)
		p.strDec(", PDU length: ", uint64(p.u16(b, 9)))
	case isisL1LSP, isisL2LSP:
		p.isisLSP(whole, length)
	default:
		p.str("\n\t  source-id:    ")
		p.isisID(b[2:9])
		p.strDec(", PDU length: ", uint64(p.u16(b, 0)))
		if kind == isisL1CSNP || kind == isisL2CSNP {
			p.str("\n\t  start lsp-id: ")
			p.isisID(b[9:17])
			p.str("\n\t  end lsp-id:   ")
			p.isisID(b[17:25])
		}
	}
}

// isisHello prints what hellos begin with.
//
//	+------------+-----------+------------+---------------+
//	| circuit (1)|source (6) |holding (2) |PDU length (2) |
//	+------------+-----------+------------+---------------+
func (p *printer) isisHello(b []byte, holding string) {
	p.str("\n\t  source-id: ")
	p.isisID(b[1:7])
	p.strDec(holding, uint64(p.u16(b, 7)))
	p.str("s, Flags: [")
	if s, ok := find(isisCircuits, uint32(b[0])); ok {
		p.str(s)
	} else {
		p.str("unknown circuit type ")
		p.hex0x(uint64(b[0]), 2)
	}
	p.byte(']')
}

// isisLSP prints the header of a link state message.
//
//	+--------------+-------------+----------+-------------+------------+-------+
//	|PDU length (2)|lifetime (2) |LSP ID (8)|sequence (4) |checksum (2)|flags  |
//	+--------------+-------------+----------+-------------+------------+-------+
func (p *printer) isisLSP(whole []byte, length int) {
	b := whole[isisCommonLen:]
	size := int(p.u16(b, 0))
	p.str("\n\t  lsp-id: ")
	p.isisID(b[4:12])
	p.str(", seq: 0x")
	p.hexNum(uint64(p.u32(b, 12)), 8)
	p.str(", lifetime: ")
	p.decPad(uint64(p.u16(b, 2)), 5)
	p.str("s\n\t  chksum: 0x")
	sum := p.u16(b, 16)
	p.hexNum(uint64(sum), 4)
	const covered = 12 // quirk isis-lifetime: what changes on the way is not
	p.osiChecksum(whole[covered:], sum, isisCommonLen+16-covered, min(size, length)-covered)
	p.strDec(", PDU length: ", uint64(size))
	p.str(", Flags: [ ")
	flags := b[18]
	if flags&0x04 != 0 {
		p.str("Overload bit set, ")
	}
	if flags&0x78 != 0 {
		p.bits(isisAttached, uint32(flags), " ")
		p.str(" ATT bit set, ")
	}
	if flags&0x80 != 0 {
		p.str("P bit set, ")
	}
	p.tokName(isisLevels, "Unknown", uint32(flags&3))
	p.str(" ]")
}

// osiChecksum prints whether the Fletcher checksum (ISO 8473 annex C) of the
// n bytes that b begins with, in which it stands at off, is right.
func (p *printer) osiChecksum(b []byte, sum uint16, off, n int) {
	if sum == 0 || off >= n {
		p.str(" (unverified)")
		return
	}
	if !p.need(b, n) {
		return
	}
	want := fletcher(b[:n], off)
	if want == sum {
		p.str(" (correct)")
		return
	}
	p.str(" (incorrect should be 0x")
	p.hexNum(uint64(want), 4)
	p.byte(')')
}

// fletcher returns the checksum that b must have at off (RFC 905 annex B).
func fletcher(b []byte, off int) uint16 {
	c0, c1 := 0, 0
	for i, c := range b {
		if i != off && i != off+1 {
			c0 += int(c)
		}
		c0 %= 255
		c1 = (c1 + c0) % 255
	}
	x := ((len(b)-off-1)*c0 - c1) % 255
	if x <= 0 {
		x += 255
	}
	y := 510 - c0 - x
	switch {
	case y == 256:
		y = 255 // quirk osi-checksum: where it were 1
	case y > 255:
		y -= 255
	}
	return uint16(x)<<8 | uint16(y&0xff)
}

// isisID prints the ID of a system, of a node or of a message, as its length
// tells: "0102.0304.0506", then ".07", then "-08".
func (p *printer) isisID(b []byte) {
	for i, c := range b {
		switch {
		case i == 7:
			p.byte('-')
		case i == 2, i == 4, i == 6:
			p.byte('.')
		}
		p.hexNum(uint64(c), 2)
	}
}

var isisKinds = []token{
	{isisL1LAN, "L1 Lan IIH"}, {isisL2LAN, "L2 Lan IIH"}, {isisP2P, "p2p IIH"}, {isisL1LSP, "L1 LSP"}, {isisL2LSP, "L2 LSP"},
	{isisL1CSNP, "L1 CSNP"}, {isisL2CSNP, "L2 CSNP"}, {isisL1PSNP, "L1 PSNP"}, {isisL2PSNP, "L2 PSNP"},
}

var isisCircuits = []token{{1, "Level 1 only"}, {2, "Level 2 only"}, {3, "Level 1, Level 2"}}

var isisAttached = []token{{0x08, "default"}, {0x10, "delay"}, {0x20, "expense"}, {0x40, "error"}}

var isisLevels = []token{{0, "Unused 0x0 (invalid)"}, {1, "L1 IS"}, {2, "Unused 0x2 (invalid)"}, {3, "L2 IS"}}
