package text

import "wiredump/dissect"

// pppControl prints a packet of LCP or of a network control protocol (RFC 1661
// section 5).
//
//	LCP, Conf-Request (0x01), id 7, length 12
func (p *printer) pppControl(proto uint16, b []byte, length int) {
	name, ok := find(pppProtocols, uint32(proto))
	if !ok {
		name = "Unknown"
	}
	p.str(name)
	p.str(", ")
	if length < dissect.PPPControlLen || len(b) < 2 {
		p.str("[|")
		p.str(name)
		p.byte(']')
		return
	}
	var h dissect.PPPControl
	h.Decode(b)
	p.tokName(pppCodes, "Unknown Opcode", uint32(h.Code))
	p.str(" (0x")
	p.hexNum(uint64(h.Code), 2)
	p.str("), id ")
	p.dec(uint64(h.ID))
	p.str(", length ")
	p.int(length + 2)
	if p.opt.Verbose == 0 || !p.need(b, dissect.PPPControlLen) {
		return
	}
	p.str("\n\tencoded length ")
	p.int(h.Length)
	switch {
	case h.Length < 4:
		p.str(" (< 4))")
		return
	case h.Length > length:
		p.str(" (> packet length ")
		p.int(length)
		p.str("))")
		return
	}
	n := h.Length - 4
	p.str(" (=Option(s) length ")
	p.int(n)
	p.byte(')')
	if n == 0 {
		return
	}
	body := h.Payload
	switch h.Code {
	case dissect.PPPVendor:
		if n < 9 {
			return
		}
		p.pppMagic(body)
		oui := p.u24(body, 4)
		p.str(" Vendor: ")
		p.pppVendor(oui)
	case dissect.PPPConfReq, dissect.PPPConfAck, dissect.PPPConfNak, dissect.PPPConfRej:
		p.pppOptions(proto, body, n, h.Length)
	case dissect.PPPTermReq, dissect.PPPTermAck, dissect.PPPCodeRej:
	case dissect.PPPProtRej:
		p.pppRejected(body, n)
	case dissect.PPPEchoReq, dissect.PPPEchoReply, dissect.PPPDiscardReq:
		if n < 4 {
			return
		}
		p.pppMagic(body)
		if n > 4 && p.need(body, 4) {
			p.str("\n\t  -----trailing data-----")
			if len(body) < n {
				p.str("[|")
				p.str(name)
				p.byte(']')
				return
			}
			p.hexLines("\n\t  ", body[4:n])
		}
	case dissect.PPPIdent:
		if n < 4 {
			return
		}
		p.pppMagic(body)
		if n > 4 && p.need(body, 4) {
			p.str("\n\t  Message\n\t    ")
			text := limit(body[4:], n-4)
			p.visible(untilNul(text))
			if len(untilNul(text)) == len(text) {
				// quirk ppp-message: a message without a zero byte counts as cut.
				p.str("[|")
				p.str(name)
				p.byte(']')
			}
		}
	case dissect.PPPTimeRemain:
		if n < 8 {
			return
		}
		p.pppMagic(body)
		left := p.u32(body, 4)
		p.str(", Seconds-Remaining ")
		p.dec(uint64(left))
		p.byte('s')
	default:
		// What is shown begins with the protocol number.
		p.pppUnknownControl(proto, b, h.Length)
	}
}

// pppCut prints the mark of a control packet that was cut between its options.
func (p *printer) pppCut(proto uint16) {
	name := "lcp"
	switch proto {
	case dissect.PPPIPCP:
		name = "ipcp"
	case dissect.PPPIPv6CP:
		name = "ip6cp"
	case dissect.PPPCCP:
		name = "ccp"
	case dissect.PPPBACP:
		name = "bacp"
	}
	p.str("[|")
	p.str(name)
	p.byte(']')
}

// pppHave says that n bytes of an option should have been captured, and marks
// it as cut if not.
func (p *printer) pppHave(b []byte, n int, proto uint16) bool {
	if len(b) >= n {
		return true
	}
	p.pppCut(proto)
	return false
}

// pppUnknownControl dumps a packet of a code that has no printer from its
// protocol number on.
func (p *printer) pppUnknownControl(proto uint16, b []byte, length int) {
	var a [2 + 64]byte
	a[0], a[1] = uint8(proto>>8), uint8(proto)
	b = limit(b, length)
	// In rows of 16, as the dump is not in one piece.
	n := 2 + copy(a[2:], b)
	b = after(b, n-2)
	off := 0
	row := a[:n]
	for len(row) > 16 || len(row) > 0 && len(b) == 0 {
		k := min(16, len(row))
		p.hexLine("\n\t  ", off, row[:k])
		row = row[k:]
		off += k
	}
	for len(row)+len(b) > 0 {
		var line [16]byte
		k := copy(line[:], row)
		row = nil
		m := copy(line[k:], b)
		b = b[m:]
		p.hexLine("\n\t  ", off, line[:k+m])
		off += k + m
	}
}

func (p *printer) pppMagic(b []byte) {
	v := p.u32(b, 0)
	p.str("\n\t  Magic-Num 0x")
	p.hexNum(uint64(v), 8)
}

func (p *printer) pppVendor(oui uint32) {
	p.tokName(vendors, "Unknown", oui)
	p.str(" (")
	p.dec(uint64(oui))
	p.byte(')')
}

// pppRejected prints the packet that a Protocol-Reject returns.
func (p *printer) pppRejected(b []byte, n int) {
	if n < 2 {
		return
	}
	proto := p.u16(b, 0)
	p.str("\n\t  Rejected ")
	p.tokName(pppProtocols, "unknown", uint32(proto))
	p.str(" Protocol (0x")
	p.hexNum(uint64(proto), 4)
	p.byte(')')
	if n > 2 && p.need(b, 2) {
		p.str("\n\t  Rejected Packet")
		p.hexLines("\n\t    ", limit(b[2:], n-2))
	}
}

// pppOptions prints n bytes of options of a packet that claims to be most bytes
// long. Every turn consumes two at least. Quirk ppp-option: an option over most
// ends the list without a word.
func (p *printer) pppOptions(proto uint16, b []byte, n, most int) {
	for off := 0; off < n; {
		rest := after(b, off)
		if len(rest) < 2 {
			p.pppCut(proto)
			return
		}
		kind, size := rest[0], int(rest[1])
		if size > most {
			return
		}
		switch proto {
		case dissect.PPPLCP:
			p.lcpOption(rest, kind, size)
		case dissect.PPPIPCP:
			if !p.ipcpOption(rest, kind, size) {
				return
			}
		case dissect.PPPIPv6CP:
			p.ip6cpOption(rest, kind, size)
		case dissect.PPPCCP:
			p.ccpOption(rest, kind, size)
		case dissect.PPPBACP:
			p.bacpOption(rest, kind, size)
		default:
			return
		}
		if p.isCut() || size < 2 {
			return
		}
		if off+size > n {
			p.str(" [remaining options length ")
			p.int(n - off)
			p.str(" < ")
			p.int(size)
			p.byte(']')
			p.invalid()
			return
		}
		off += size
	}
}

// pppOption prints an option's name and length, and returns whether that
// makes sense.
func (p *printer) pppOption(name string, kind uint8, n int) bool {
	p.str("\n\t  ")
	p.str(name)
	p.str(" Option (0x")
	p.hexNum(uint64(kind), 2)
	p.str("), length ")
	p.int(n)
	return p.pppLeast(n, 2)
}

func optionName(table []token, unknown string, kind uint8) string {
	if s, ok := find(table, uint32(kind)); ok {
		return s
	}
	return unknown
}

func (p *printer) pppBogus(than string, want int) {
	p.str(" (length bogus, should be ")
	p.str(than)
	p.int(want)
	p.byte(')')
}

// pppWant says that an option must be so long; it returns whether it is.
func (p *printer) pppWant(n, want int) bool {
	if n != want {
		p.pppBogus("= ", want)
	}
	return n == want
}

// pppLeast says that an option must be at least so long.
func (p *printer) pppLeast(n, least int) bool {
	if n < least {
		p.pppBogus(">= ", least)
	}
	return n >= least
}

// pppOptionData dumps an option that has no printer.
func (p *printer) pppOptionData(b []byte, n int) {
	p.hexLines("\n\t    ", limit(after(b, 2), n-2))
}

// lcpOption prints an LCP option (RFC 1661 section 6).
func (p *printer) lcpOption(b []byte, kind uint8, n int) {
	if int(kind) >= len(lcpOptions) {
		p.str("\n\tunknown LCP option 0x")
		p.hexNum(uint64(kind), 2)
		return
	}
	if !p.pppOption(lcpOptions[kind], kind, n) {
		return
	}
	switch kind {
	case lcpVendor:
		if !p.pppLeast(n, 6) {
			return
		}
		oui := p.u24(b, 2)
		p.str(": Vendor: ")
		p.pppVendor(oui)
	case lcpMRU, lcpMRRU:
		if p.pppWant(n, 4) {
			v := p.u16(b, 2)
			p.str(": ")
			p.dec(uint64(v))
		}
	case lcpLinkDisc:
		if p.pppWant(n, 4) {
			v := p.u16(b, 2)
			p.str(": 0x")
			p.hexNum(uint64(v), 4)
		}
	case lcpACCM, lcpMagic:
		if p.pppWant(n, 6) {
			v := p.u32(b, 2)
			p.str(": 0x")
			p.hexNum(uint64(v), 8)
		}
	case lcpAuth:
		if p.pppLeast(n, 4) {
			p.lcpAuth(b, n)
		}
	case lcpQuality:
		if !p.pppLeast(n, 4) {
			return
		}
		v := p.u16(b, 2)
		if v == dissect.PPPLQM {
			p.str(": LQR")
		} else {
			p.str(": unknown")
		}
	case lcpCallback:
		if !p.pppLeast(n, 3) {
			return
		}
		p.str(": ")
		op := p.u8(b, 2)
		p.str(": Callback Operation ")
		p.tokName(lcpCallbacks, "Unknown", uint32(op))
		p.str(" (")
		p.dec(uint64(op))
		p.byte(')')
	case lcpEndpoint:
		if p.pppLeast(n, 3) {
			p.lcpEndpoint(b, n)
		}
	case lcpPFC, lcpACFC:
	default:
		p.pppOptionData(b, n)
	}
}

// lcpAuth prints which authentication protocol is wanted.
func (p *printer) lcpAuth(b []byte, n int) {
	proto := p.u16(b, 2)
	p.str(": ")
	// quirk ppp-auth: the number of an unknown protocol is not printed.
	p.tokName(lcpAuths, "Unknown Auth Proto (0x04x)", uint32(proto))
	switch proto {
	case dissect.PPPCHAP:
		alg := p.u8(b, 4)
		p.str(", ")
		p.tok(chapAlgorithms, "Unknown Auth Alg ", uint32(alg))
	case dissect.PPPPAP, dissect.PPPEAP, dissect.PPPSPAP, dissect.PPPSPAPOld:
	default:
		if p.need(b, n) {
			p.hexLines("\n\t", b[:n])
		}
	}
}

// lcpEndpoint prints an endpoint discriminator (RFC 1990).
func (p *printer) lcpEndpoint(b []byte, n int) {
	class := p.u8(b, 2)
	want := 0
	switch class {
	case 2:
		want = 7
	case 3:
		want = 9
	}
	if want != 0 && n != want {
		p.pppWant(n, want)
		return
	}
	if want != 0 && !p.need(b, want) {
		return
	}
	p.str(": ")
	p.tok(lcpEndpoints, "Unknown class ", uint32(class))
	switch class {
	case 2:
		p.byte(' ')
		p.ip4At(b, 3)
	case 3:
		p.byte(' ')
		p.mac([6]byte(b[3:]))
	}
}

// ipcpOption prints an IPCP option (RFC 1332, RFC 1877). It returns false where
// a bad one ends the list.
func (p *printer) ipcpOption(b []byte, kind uint8, n int) bool {
	if !p.pppOption(optionName(ipcpOptions, "unknown", kind), kind, n) {
		return false
	}
	switch kind {
	case 1:
		if !p.pppWant(n, 10) || !p.need(b, 10) {
			return true
		}
		p.str(": src ")
		p.ip4At(b, 2)
		p.str(", dst ")
		p.ip4At(b, 6)
	case 2:
		return p.pppLeast(n, 4) && p.ipcpCompression(b, n)
	case 3, 4, 129, 130, 131, 132:
		if !p.pppWant(n, 6) || !p.need(b, 6) {
			return false
		}
		p.str(": ")
		p.ip4At(b, 2)
	default:
		p.pppOptionData(b, n)
	}
	return true
}

// ipcpCompression prints the IP compression protocol option (RFC 1332, RFC
// 2509), as ipcpOption does.
func (p *printer) ipcpCompression(b []byte, n int) bool {
	proto := p.u16(b, 2)
	p.str(": ")
	p.tokName(ipcpCompressions, "Unknown", uint32(proto))
	p.str(" (0x")
	p.hexNum(uint64(proto), 2)
	p.str("):")
	if proto != 0x61 {
		return true
	}
	if n < 14 {
		p.pppBogus(">= ", 14)
		return false
	}
	if !p.pppHave(b, 16, dissect.PPPIPCP) {
		return false
	}
	p.str("\n\t    TCP Space ")
	p.dec(uint64(p.u16(b, 4)))
	p.str(", non-TCP Space ")
	p.dec(uint64(p.u16(b, 6)))
	p.str(", maxPeriod ")
	p.dec(uint64(p.u16(b, 8)))
	p.str(", maxTime ")
	p.dec(uint64(p.u16(b, 10)))
	p.str(", maxHdr ")
	p.dec(uint64(p.u16(b, 12)))
	n -= 14
	if n <= 0 {
		return true
	}
	p.str("\n\t      Suboptions, length ")
	p.int(n)
	sub := after(b, 14)
	for off := 0; n-off >= 2; {
		if !p.pppHave(after(sub, off), 2, dissect.PPPIPCP) {
			return false
		}
		kind, size := sub[off], int(sub[off+1])
		if size < 1 {
			return true
		}
		p.str("\n\t\t")
		p.tokName(ipcpSuboptions, "Unknown", uint32(kind))
		p.str(" Suboption #")
		p.dec(uint64(kind))
		p.str(", length ")
		p.int(size)
		if off+size > n {
			p.str(" [remaining suboptions length ")
			p.int(n - off)
			p.str(" < ")
			p.int(size)
			p.byte(']')
			p.invalid()
			return true
		}
		off += size
	}
	return true
}

// ip6cpOption prints an IPv6CP option (RFC 5072).
func (p *printer) ip6cpOption(b []byte, kind uint8, n int) {
	if !p.pppOption(optionName(ip6cpOptions, "unknown", kind), kind, n) {
		return
	}
	if kind != 1 {
		p.pppOptionData(b, n)
		return
	}
	if p.pppWant(n, 10) && p.pppHave(b, 10, dissect.PPPIPv6CP) {
		p.str(": ")
		for i := 2; i < 10; i += 2 {
			if i > 2 {
				p.byte(':')
			}
			p.hexNum(uint64(p.u16(b, i)), 4)
		}
	}
}

// ccpOption prints an option of the compression control protocol (RFC 1962).
func (p *printer) ccpOption(b []byte, kind uint8, n int) {
	if !p.pppOption(optionName(ccpOptions, "Unknown", kind), kind, n) {
		return
	}
	switch kind {
	case ccpBSD:
		if !p.pppLeast(n, 3) {
			return
		}
		v := p.u8(b, 2)
		p.str(": Version: ")
		p.dec(uint64(v >> 5))
		p.str(", Dictionary Bits: ")
		p.dec(uint64(v & 0x1f))
	case ccpMVRCA:
		if !p.pppLeast(n, 4) {
			return
		}
		v := p.u8(b, 2)
		ctx := p.u8(b, 3)
		p.str(": Features: ")
		p.dec(uint64(v >> 6))
		p.str(", PxP: ")
		if v&0x20 != 0 {
			p.str("Enabled")
		} else {
			p.str("Disabled")
		}
		p.str(", History: ")
		p.dec(uint64(v & 0x1f))
		p.str(", #CTX-ID: ")
		p.dec(uint64(ctx))
	case ccpDeflate:
		if !p.pppLeast(n, 4) {
			return
		}
		v := p.u8(b, 2)
		check := p.u8(b, 3)
		p.str(": Window: ")
		p.dec(uint64(v >> 4))
		p.str("K, Method: ")
		if v&0xf == 8 {
			p.str("zlib")
		} else {
			p.str("unknown")
		}
		p.str(" (")
		p.hex0x(uint64(v&0xf), 1)
		p.str("), MBZ: ")
		p.dec(uint64(check >> 2))
		p.str(", CHK: ")
		p.dec(uint64(check & 3))
	default:
		p.pppOptionData(b, n)
	}
}

// bacpOption prints an option of the bandwidth allocation control protocol (RFC
// 2125).
func (p *printer) bacpOption(b []byte, kind uint8, n int) {
	if !p.pppOption(optionName(bacpOptions, "Unknown", kind), kind, n) {
		return
	}
	if kind != 1 {
		p.pppOptionData(b, n)
		return
	}
	if p.pppWant(n, 6) {
		v := p.u32(b, 2)
		p.str(": Magic-Num 0x")
		p.hexNum(uint64(v), 8)
	}
}

// LCP options with a printer.
const (
	lcpVendor   = 0
	lcpMRU      = 1
	lcpACCM     = 2
	lcpAuth     = 3
	lcpQuality  = 4
	lcpMagic    = 5
	lcpPFC      = 7
	lcpACFC     = 8
	lcpCallback = 13
	lcpMRRU     = 17
	lcpEndpoint = 19
	lcpLinkDisc = 23
)

// CCP options with a printer.
const (
	ccpBSD     = 21
	ccpMVRCA   = 24
	ccpDeflate = 26
)

var pppCodes = []token{
	{dissect.PPPVendor, "Vendor-Extension"}, {dissect.PPPConfReq, "Conf-Request"}, {dissect.PPPConfAck, "Conf-Ack"},
	{dissect.PPPConfNak, "Conf-Nack"}, {dissect.PPPConfRej, "Conf-Reject"}, {dissect.PPPTermReq, "Term-Request"},
	{dissect.PPPTermAck, "Term-Ack"}, {dissect.PPPCodeRej, "Code-Reject"}, {dissect.PPPProtRej, "Prot-Reject"},
	{dissect.PPPEchoReq, "Echo-Request"}, {dissect.PPPEchoReply, "Echo-Reply"}, {dissect.PPPDiscardReq, "Disc-Req"},
	{dissect.PPPIdent, "Ident"}, {dissect.PPPTimeRemain, "Time-Rem"}, {dissect.PPPResetReq, "Reset-Req"},
	{dissect.PPPResetAck, "Reset-Ack"},
}

var lcpOptions = [...]string{
	"Vend-Ext", "MRU", "ACCM", "Auth-Prot", "Qual-Prot", "Magic-Num", "deprecated(6)", "PFC", "ACFC", "FCS-Alt", "SDP",
	"Num-Mode", "deprecated(12)", "Call-Back", "deprecated(14)", "deprecated(15)", "deprecated(16)", "MRRU",
	"12-Bit seq #", "End-Disc", "Proprietary", "DCE-Id", "MP+", "Link-Disc", "LCP-Auth-Opt", "COBS", "Prefix-elision",
	"Multilink-header-Form", "I18N", "SDL-over-SONET/SDH", "PPP-Muxing",
}

var lcpAuths = []token{
	{dissect.PPPPAP, "PAP"}, {dissect.PPPCHAP, "CHAP"}, {dissect.PPPEAP, "EAP"}, {dissect.PPPSPAP, "SPAP"},
	{dissect.PPPSPAPOld, "Old-SPAP"}, {dissect.PPPLQM, "LQM"},
}

var chapAlgorithms = []token{{5, "MD5"}, {128, "MS-CHAPv1"}, {129, "MS-CHAPv2"}}

var lcpCallbacks = []token{{0, "UserAuth"}, {1, "DialString"}, {2, "LocalID"}, {3, "E.164"}, {4, "X.500"}, {6, "CBCP"}}

var lcpEndpoints = []token{
	{0, "Null"}, {1, "Local"}, {2, "IPv4"}, {3, "MAC"}, {4, "Magic-Num-Block"}, {5, "PSNDN"},
}

var ipcpOptions = []token{
	{1, "IP-Addrs"}, {2, "IP-Comp"}, {3, "IP-Addr"}, {4, "Home-Addr"}, {129, "Pri-DNS"}, {130, "Pri-NBNS"},
	{131, "Sec-DNS"}, {132, "Sec-NBNS"},
}

var ipcpCompressions = []token{{0x2d, "VJ-Comp"}, {0x61, "IP Header Compression"}}

var ipcpSuboptions = []token{{1, "RTP-Compression"}, {2, "Enhanced RTP-Compression"}}

var ip6cpOptions = []token{{1, "Interface-ID"}}

var ccpOptions = []token{
	{0, "OUI"}, {1, "Pred-1"}, {2, "Pred-2"}, {3, "Puddle"}, {16, "HP-PPC"}, {17, "Stac-LZS"}, {18, "MPPC"},
	{19, "Gand-FZA"}, {20, "V.42bis"}, {ccpBSD, "BSD-Comp"}, {23, "LZS-DCP"}, {ccpMVRCA, "MVRCA"}, {25, "DCE"},
	{ccpDeflate, "Deflate"}, {255, "Reserved"},
}

var bacpOptions = []token{{1, "Favored-Peer"}}
