package text

import (
	"wiredump/capture/packet"
	"wiredump/dissect"
)

// tcp prints a TCP segment (RFC 9293). What carries it is in p.ipContext.
//
//	10.0.0.1.80 > 10.0.0.2.81: Flags [P.], cksum 0x1a2b (correct), seq 1:5, ack 1, win 512, options [nop], length 4
func (p *printer) tcp(b []byte, length int) {
	p.proto = "tcp"
	if len(b) < 4 {
		p.ipPair() // also where other headers stand between: quirk tcp-ports-cut
		p.byte(':')
		p.truncated()
		return
	}
	var h dissect.TCP
	h.Decode(b)
	p.ipEnds(dissect.IPProtoTCP, h.SrcPort, h.DstPort)
	p.str(": ")
	if !p.have(b, dissect.TCPLen) {
		return
	}
	dataLen := length - h.HeaderLen
	if h.HeaderLen < dissect.TCPLen {
		p.str(" tcp ")
		p.int(dataLen)
		p.badTCPLen(h.HeaderLen, "short, < ", dissect.TCPLen)
		return
	}
	if p.opt.Quiet {
		p.str("tcp ")
		p.dec(uint64(uint32(dataLen))) // quirk tcp-quiet: a negative length wraps
		if dataLen < 0 {
			p.badTCPLen(h.HeaderLen, "long, > ", length)
		}
		return
	}
	var seq tcpSeq
	if !p.opt.AbsoluteSeq && h.Flags&dissect.FlagACK != 0 {
		seq = p.tcpRelative(&h)
	}
	p.str("Flags [")
	p.style(styleFlags)
	p.bitsOrNone(tcpFlags, uint32(h.Flags), "")
	p.plain()
	p.byte(']')
	if dataLen < 0 {
		p.badTCPLen(h.HeaderLen, "long, > ", length)
		return
	}
	if p.opt.Verbose > 0 && !p.opt.NoChecksums && !p.ipFragment && p.ipLen != 0 && len(b) >= length {
		p.tcpChecksum(limit(b, length), h.Checksum)
	}
	if p.opt.Verbose > 1 || dataLen > 0 || h.Flags&(dissect.FlagSYN|dissect.FlagFIN|dissect.FlagRST) != 0 {
		p.str(", seq ")
		p.dec(uint64(h.Seq - seq.printed))
		if dataLen > 0 {
			p.byte(':')
			p.dec(uint64(h.Seq - seq.printed + uint32(dataLen)))
		}
	}
	if h.Flags&dissect.FlagACK != 0 {
		p.str(", ack ")
		p.dec(uint64(h.Ack - seq.printedAck))
	}
	p.str(", win ")
	p.dec(uint64(h.Window))
	if h.Flags&dissect.FlagURG != 0 {
		p.str(", urg ")
		p.dec(uint64(h.Urgent))
	}
	if h.HeaderLen > dissect.TCPLen {
		p.str(", options [")
		if !p.tcpOptions(b, &h, length, &seq) {
			return
		}
		p.byte(']')
	}
	p.str(", length ")
	p.int(dataLen)
	if dataLen == 0 {
		return
	}
	if len(b) < h.HeaderLen {
		p.str(" [remaining caplen(")
		p.int(len(b))
		p.str(") < header length(")
		p.int(h.HeaderLen)
		p.str(")]")
		p.cut()
		return
	}
	p.tcpData(&h, dataLen)
}

// badTCPLen prints a header length that cannot be.
func (p *printer) badTCPLen(headerLen int, what string, limit int) {
	p.str(" [bad hdr length ")
	p.int(headerLen)
	p.str(" - too ")
	p.str(what)
	p.int(limit)
	p.byte(']')
}

// tcpFlags have the order in which tcpdump prints them.
var tcpFlags = []token{
	{uint32(dissect.FlagFIN), "F"},
	{uint32(dissect.FlagSYN), "S"},
	{uint32(dissect.FlagRST), "R"},
	{uint32(dissect.FlagPSH), "P"},
	{uint32(dissect.FlagACK), "."},
	{uint32(dissect.FlagURG), "U"},
	{uint32(dissect.FlagECE), "E"},
	{uint32(dissect.FlagCWR), "W"},
}

// A tcpSeq holds what is subtracted from the numbers of a segment before they
// are printed.
type tcpSeq struct {
	printed, printedAck uint32
	sack                uint32 // for the edges in a SACK option
}

// tcpRelative finds what the numbers of a segment with an ACK flag are counted
// from, and makes the first such segment of a connection, and any SYN, where
// counting begins. Those are printed as they are, but for their SACK option.
func (p *printer) tcpRelative(h *dissect.TCP) tcpSeq {
	f, reverse, fresh := p.tcpFlow(h)
	mine, other := &f.low, &f.high
	if reverse {
		mine, other = other, mine
	}
	if fresh || h.Flags&dissect.FlagSYN != 0 {
		*mine, *other = h.Seq, h.Ack-1
		return tcpSeq{sack: *other}
	}
	return tcpSeq{printed: *mine, printedAck: *other, sack: *other}
}

// tcpChecksum prints the checksum of a whole segment and what it should be.
func (p *printer) tcpChecksum(b []byte, field uint16) {
	p.str(", cksum ")
	p.hex0x(uint64(field), 4)
	residue := dissect.Fold(dissect.Sum(p.pseudoSum(dissect.IPProtoTCP, len(b)), b))
	if residue == 0 {
		p.str(" (correct)")
		return
	}
	if p.offloaded() {
		p.str(" (offloaded)")
		return
	}
	p.byte(' ')
	p.style(styleProblem)
	p.str("(incorrect -> ")
	p.hex0x(uint64(dissect.Expected(field, residue)), 4)
	p.byte(')')
	p.plain()
}

// offloaded reports whether a wrong checksum is none yet: the network card
// would have filled it in after the packet was seen.
func (p *printer) offloaded() bool {
	return p.opt.OffloadAware && p.pkt.Flags&packet.ChecksumPending != 0
}

// tcpData prints what a segment carries; n is its length in bytes.
func (p *printer) tcpData(h *dissect.TCP, n int) {
	b := h.Payload
	if h.Flags&dissect.FlagRST != 0 && p.opt.Verbose > 0 {
		p.tcpResetText(b, n)
		return
	}
	proto := dissect.ForTCP(h.SrcPort, h.DstPort)
	if p.opt.Type != dissect.NoProtocol {
		if proto = p.opt.Type; typeCarrier(proto)&overTCP == 0 {
			return
		}
	}
	switch proto {
	case dissect.NoProtocol:
	case dissect.ProtoDNS:
		p.dnsTCP(b, n)
	case dissect.ProtoRPC:
		p.nfsTCP(h, n)
	case dissect.ProtoHTTP, dissect.ProtoFTP, dissect.ProtoSMTP, dissect.ProtoRTSP, dissect.ProtoWhois:
		p.str(": ")
		p.print(proto, b, n)
	default:
		p.print(proto, b, n)
	}
}

// tcpResetText prints the reason that a reset may carry (RFC 9293 section
// 3.5.3).
func (p *printer) tcpResetText(b []byte, n int) {
	const most = 30 // bytes that are printed
	p.str(" [")
	if len(b) < n {
		p.byte('!')
	}
	p.str("RST")
	if n > most {
		p.byte('+')
	}
	p.byte(' ')
	p.visible(limit(limit(b, n), most))
	p.byte(']')
}
