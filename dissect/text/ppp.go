package text

import "wiredump/dissect"

// pppLink prints a frame of a PPP link (RFC 1661), and returns the length of
// its header as -x has it: always four bytes.
func (p *printer) pppLink(b []byte, length int) int {
	const header = 4
	p.proto = "ppp"
	if !p.have(b, header) {
		return noDump
	}
	p.ppp(b, length)
	return header
}

// ppp prints a PPP frame, with or without address and control.
//
//	IP (0x0021), length 25: ...
func (p *printer) ppp(b []byte, length int) {
	p.proto = "ppp"
	start := length
	if length < 2 {
		p.truncated()
		return
	}
	if !p.need(b, 2) {
		return
	}
	// Some drivers write the direction in place of the address.
	if b[1] == 0x03 && (b[0] == 0xff || b[0] <= pppOut) {
		if p.opt.Link && b[0] == pppIn {
			p.str("In  ")
		} else if p.opt.Link && b[0] == pppOut {
			p.str("Out ")
		}
		b, length = b[2:], length-2
	}
	if length < 2 {
		p.truncated()
		return
	}
	if !p.need(b, 2) {
		return
	}
	proto, n := uint16(b[0])<<8|uint16(b[1]), 2
	if b[0]&1 != 0 {
		proto, n = uint16(b[0]), 1
	}
	b, length = b[n:], length-n
	if p.opt.Link {
		name, ok := find(pppProtocols, uint32(proto))
		if !ok {
			name = "unknown"
		}
		p.str(name)
		p.str(" (")
		p.hex0x(uint64(proto), 4)
		p.str("), length ")
		p.int(start)
		if !ok {
			return
		}
		p.str(": ")
	}
	p.pppPayload(proto, b, length)
}

// Directions in place of PPP's address.
const (
	pppIn  = 0
	pppOut = 1
)

// pppPayload prints what a PPP protocol number announces.
func (p *printer) pppPayload(proto uint16, b []byte, length int) {
	if proto>>8 == hdlcFlag {
		p.pppHDLC(uint8(proto), limit(b, length))
		return
	}
	switch proto {
	case dissect.PPPLCP, dissect.PPPIPCP, dissect.PPPOSICP, dissect.PPPMPLSCP, dissect.PPPIPv6CP, dissect.PPPCCP, dissect.PPPBACP:
		p.pppControl(proto, b, length)
	case dissect.PPPMultilink:
		p.pppMultilink(b, length)
	case dissect.PPPCHAP:
		p.pppCHAP(b, length)
	case dissect.PPPPAP:
		p.pppPAP(b, length)
	case dissect.PPPIPv4, dissect.PPPVJNC, dissect.EtherTypeIPv4:
		p.ipv4(b, length)
	case dissect.PPPIPv6, dissect.EtherTypeIPv6:
		p.ipv6(b, length)
	case dissect.PPPIPX:
		p.ipx(b, length)
	case dissect.PPPOSI:
		p.isoclns(b, length)
	case dissect.PPPMPLS, dissect.PPPMPLSMulti:
		p.mpls(b, length)
	case dissect.PPPBAP:
		// Its messages are not printed.
	case dissect.PPPCompData:
		p.str("compressed PPP data")
	default:
		if s, ok := find(pppProtocols, uint32(proto)); ok {
			p.str(s)
		} else {
			p.str("unknown PPP protocol (")
			p.hex0x(uint64(proto), 4)
			p.byte(')')
		}
		p.byte(' ')
		p.hexLines("\n\t", limit(b, length))
	}
}

// Bytes with a meaning in asynchronous framing (RFC 1662 section 4).
const (
	hdlcFlag   = 0x7e
	hdlcEscape = 0x7d
)

// pppHDLC prints a frame in asynchronous framing: first and the bytes of b up
// to a flag, with what was escaped put back.
func (p *printer) pppHDLC(first uint8, b []byte) {
	if len(b) == 0 || p.depth >= dissect.MaxNesting {
		p.truncated()
		return
	}
	p.depth++
	// Frames in frames take turns behind each other in one buffer.
	frame := append(p.st.hdlc, first)
	for i := 0; i < len(b) && b[i] != hdlcFlag; i++ {
		c := b[i]
		if c == hdlcEscape {
			if i++; i >= len(b) {
				break
			}
			c = b[i] ^ 0x20
			if b[i] == hdlcFlag {
				break
			}
		}
		frame = append(frame, c)
	}
	start := len(p.st.hdlc)
	p.st.hdlc = frame
	p.pppUnframed(frame[start:])
	p.st.hdlc = p.st.hdlc[:start]
}

// pppUnframed prints a frame that was in asynchronous framing.
func (p *printer) pppUnframed(b []byte) {
	p.proto = "ppp"
	if !p.need(b, 1) {
		return
	}
	switch b[0] {
	case dissect.PPPIPv4:
		p.ipv4(b[1:], len(b)-1)
		return
	case dissect.PPPIPv6:
		p.ipv6(b[1:], len(b)-1)
		return
	case 0xff:
		if len(b) >= 2 && b[1] == 0x03 {
			b = b[2:]
		}
	}
	if !p.need(b, 2) {
		return
	}
	proto := uint16(b[0])<<8 | uint16(b[1])
	if proto>>8 == hdlcFlag {
		p.str("(protocol 0x")
		p.hexNum(uint64(proto), 4)
		p.str(" invalid)")
		return
	}
	p.pppPayload(proto, b[2:], len(b)-2)
}

// pppMultilink prints a multilink fragment (RFC 1990) in the short format.
func (p *printer) pppMultilink(b []byte, length int) {
	if !p.opt.Link {
		p.str("MLPPP, ")
	}
	p.proto = "mlppp"
	if length < 2 || len(b) < 2 {
		p.str("[|mlppp]")
		return
	}
	v := p.u16(b, 0)
	p.str("seq 0x")
	p.hexNum(uint64(v&0xfff), 3)
	p.str(", Flags [")
	p.bitsOrNone(multilinkFlags, uint32(v&0xc000), ", ")
	p.str("], length ")
	p.int(length)
}

var multilinkFlags = []token{{0x8000, "begin"}, {0x4000, "end"}}

// pppProtocols names PPP protocols, those with a printer of their own or not.
var pppProtocols = []token{
	{dissect.PPPIPv4, "IP"}, {dissect.PPPOSI, "OSI"}, {0x0025, "NS"}, {0x0027, "DECNET"}, {0x0029, "APPLE"},
	{dissect.PPPIPX, "IPX"}, {dissect.PPPVJC, "VJC IP"}, {dissect.PPPVJNC, "VJNC IP"}, {0x0031, "BRPDU"}, {0x0033, "STII"},
	{0x0035, "VINES"}, {dissect.PPPMultilink, "MLPPP"}, {dissect.PPPIPv6, "IP6"}, {dissect.PPPCompData, "Compressed"},
	{0x0201, "HELLO"}, {0x0231, "LUXCOM"}, {0x0233, "SNS"}, {dissect.PPPMPLS, "MPLS"}, {dissect.PPPMPLSMulti, "MPLS"},
	{dissect.PPPIPCP, "IPCP"}, {dissect.PPPOSICP, "OSICP"}, {0x8025, "NSCP"}, {0x8027, "DECNETCP"}, {0x8029, "APPLECP"},
	{0x802b, "IPXCP"}, {0x8033, "STIICP"}, {0x8035, "VINESCP"}, {dissect.PPPIPv6CP, "IP6CP"}, {dissect.PPPCCP, "CCP"},
	{dissect.PPPMPLSCP, "MPLSCP"}, {dissect.PPPLCP, "LCP"}, {dissect.PPPPAP, "PAP"}, {dissect.PPPLQM, "LQM"},
	{dissect.PPPSPAP, "SPAP"}, {dissect.PPPSPAPOld, "SPAP-OLD"}, {dissect.PPPBACP, "BACP"}, {dissect.PPPBAP, "BAP"}, {0xc03d, "MLPPP-CP"},
	{dissect.PPPCHAP, "CHAP"}, {dissect.PPPEAP, "EAP"},
}
