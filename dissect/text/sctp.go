package text

import "wiredump/dissect"

// sctp prints a stream control transmission protocol packet (RFC 9260).
//
//	1.2.3.4.1000 > 5.6.7.8.2000: sctp (1) [INIT] [init tag: 1] ...
func (p *printer) sctp(b []byte, length int) {
	p.proto = "sctp"
	if length < dissect.SCTPLen {
		p.missing("truncated-sctp - ", dissect.SCTPLen-length)
		return
	}
	var h dissect.SCTP
	h.Decode(b)
	if !p.have(b, dissect.SCTPLen) {
		return
	}
	// Other than with TCP and UDP, the addresses come whatever stands between.
	p.ipAddr(&p.ipSrc)
	p.byte('.')
	p.dec(uint64(h.SrcPort))
	p.str(" > ")
	p.ipAddr(&p.ipDst)
	p.byte('.')
	p.dec(uint64(h.DstPort))
	p.str(": sctp")
	forces := p.forcesPort(h.SrcPort)
	forces = p.forcesPort(h.DstPort) || forces
	b, length = after(b, dissect.SCTPLen), length-dissect.SCTPLen
	for count := 1; length > 0; count++ {
		n := p.sctpChunk(b, length, count, forces)
		if n <= 0 {
			return
		}
		b, length = after(b, n), length-n
	}
}

// sctpChunk prints a chunk and returns its length with padding; 0 at the end.
func (p *printer) sctpChunk(b []byte, length, count int, forces bool) int {
	if length < dissect.SCTPChunkLen {
		p.sctpNumber(count)
		p.str("[chunk descriptor cut off at end of packet]")
		return 0
	}
	if !p.have(b, dissect.SCTPChunkLen) {
		return 0
	}
	var c dissect.SCTPChunk
	c.Decode(b)
	if c.Length < dissect.SCTPChunkLen {
		p.sctpNumber(count)
		p.str("[Bad chunk length ")
		p.int(c.Length)
		p.str(", < size of chunk descriptor]")
		return 0
	}
	if c.Length > length {
		p.truncated()
		return 0
	}
	if !p.have(b, c.Length) {
		return 0
	}
	p.sctpNumber(count)
	p.byte('[')
	if s, ok := find(sctpChunks, uint32(c.Type)); ok {
		p.str(s)
	} else {
		p.str("Unknown chunk type: ")
		p.hex0x(uint64(c.Type), 1)
	}
	p.str("] ")
	body := b[dissect.SCTPChunkLen:c.Length]
	ok := true
	switch c.Type {
	case dissect.SCTPData:
		ok = p.sctpData(&c, body, forces)
	case dissect.SCTPInit, dissect.SCTPInitAck:
		ok = p.sctpInit(&c, body)
	case dissect.SCTPSack:
		ok = p.sctpSack(&c, body)
	}
	if !ok || p.isCut() {
		return 0
	}
	padded := (c.Length + 3) &^ 3
	if padded <= length && !p.have(b, padded) {
		return 0
	}
	return padded
}

// sctpNumber prints the number of a chunk.
func (p *printer) sctpNumber(count int) {
	if p.opt.Verbose >= 2 {
		p.newline("\t")
	} else {
		if count > 1 {
			p.byte(',')
		}
		p.str(" (")
	}
	p.int(count)
	p.str(") ")
}

func (p *printer) sctpBogus(c *dissect.SCTPChunk) bool {
	p.str("bogus chunk length ")
	p.int(c.Length)
	p.byte(']')
	return false
}

// sctpData prints a DATA chunk.
func (p *printer) sctpData(c *dissect.SCTPChunk, b []byte, forces bool) bool {
	const fixed = 12
	if len(b) < fixed {
		return p.sctpBogus(c)
	}
	if c.Flags&7 == 4 || c.Flags&4 != 0 {
		p.str("(U)")
	}
	if c.Flags&2 != 0 {
		p.str("(B)")
	}
	if c.Flags&1 != 0 {
		p.str("(E)")
	}
	if c.Flags&7 != 0 {
		p.byte(' ')
	}
	p.str("[TSN: ")
	p.dec(uint64(p.u32(b, 0)))
	p.str("] [SID: ")
	p.dec(uint64(p.u16(b, 4)))
	p.str("] [SSEQ ")
	p.dec(uint64(p.u16(b, 6)))
	p.str("] [PPID ")
	ppid := p.u32(b, 8)
	if s, ok := find(sctpPPIDs, ppid); ok {
		p.str(s)
	} else {
		p.hex0x(uint64(ppid), 1)
	}
	p.str("] ")
	data := b[fixed:]
	if len(data) == 0 {
		return p.sctpBogus(c)
	}
	if forces || ppid >= sctpForCESHP && ppid <= sctpForCESLP {
		p.forces(data, len(data))
		return true
	}
	if p.opt.Verbose >= 2 {
		p.str("[Payload:")
		p.unknown(data)
		p.byte(']')
	}
	return true
}

// sctpInit prints an INIT or INIT ACK chunk.
func (p *printer) sctpInit(c *dissect.SCTPChunk, b []byte) bool {
	const fixed = 16
	if len(b) < fixed {
		return p.sctpBogus(c)
	}
	p.str("[init tag: ")
	p.dec(uint64(p.u32(b, 0)))
	p.str("] [rwnd: ")
	p.dec(uint64(p.u32(b, 4)))
	p.str("] [OS: ")
	p.dec(uint64(p.u16(b, 8)))
	p.str("] [MIS: ")
	p.dec(uint64(p.u16(b, 10)))
	p.str("] [init TSN: ")
	p.dec(uint64(p.u32(b, 12)))
	p.str("] ")
	return true
}

// sctpSack prints a SACK chunk.
func (p *printer) sctpSack(c *dissect.SCTPChunk, b []byte) bool {
	const fixed = 12
	if len(b) < fixed {
		return p.sctpBogus(c)
	}
	ack := p.u32(b, 0)
	gaps, dups := int(p.u16(b, 8)), int(p.u16(b, 10))
	p.str("[cum ack ")
	p.dec(uint64(ack))
	p.str("] [a_rwnd ")
	p.dec(uint64(p.u32(b, 4)))
	p.str("] [#gap acks ")
	p.int(gaps)
	p.str("] [#dup tsns ")
	p.int(dups)
	p.str("] ")
	off := fixed
	for i := 1; i <= gaps; i++ {
		if len(b) < off+4 {
			return true
		}
		p.str("\n\t\t[gap ack block #")
		p.int(i)
		p.str(": start = ")
		p.dec(uint64(ack + uint32(p.u16(b, off))))
		p.str(", end = ")
		p.dec(uint64(ack + uint32(p.u16(b, off+2))))
		p.str("] ")
		off += 4
	}
	for i := 1; i <= dups; i++ {
		if len(b) < off+4 {
			return true
		}
		p.str("\n\t\t[dup TSN #")
		p.int(i)
		p.str(": ")
		p.dec(uint64(p.u32(b, off)))
		p.str("] ")
		off += 4
	}
	return true
}

// Payload protocols and ports of ForCES (RFC 5811).
const (
	sctpForCESHP = 21
	sctpForCESMP = 22
	sctpForCESLP = 23

	forcesPortHP = 6704
	forcesPortMP = 6705
	forcesPortLP = 6706
)

// forcesPort prints the name of a ForCES port.
func (p *printer) forcesPort(port uint16) bool {
	switch port {
	case forcesPortHP:
		p.str("[ForCES HP]")
	case forcesPortMP:
		p.str("[ForCES MP]")
	case forcesPortLP:
		p.str("[ForCES LP]")
	default:
		return false
	}
	return true
}

var sctpChunks = []token{
	{dissect.SCTPData, "DATA"}, {dissect.SCTPInit, "INIT"}, {dissect.SCTPInitAck, "INIT ACK"}, {dissect.SCTPSack, "SACK"},
	{dissect.SCTPHeartbeat, "HB REQ"}, {dissect.SCTPHeartbeatAck, "HB ACK"}, {dissect.SCTPAbort, "ABORT"},
	{dissect.SCTPShutdown, "SHUTDOWN"}, {dissect.SCTPShutdownAck, "SHUTDOWN ACK"}, {dissect.SCTPError, "OP ERR"},
	{dissect.SCTPCookieEcho, "COOKIE ECHO"}, {dissect.SCTPCookieAck, "COOKIE ACK"}, {dissect.SCTPECNE, "ECN ECHO"},
	{dissect.SCTPCWR, "ECN CWR"}, {dissect.SCTPShutdownComplete, "SHUTDOWN COMPLETE"},
	{dissect.SCTPForwardTSN, "FOR CUM TSN"}, {0xc1, "REL CTRL"},
}

// sctpPPIDs names payload protocols (IANA).
var sctpPPIDs = []token{
	{1, "ISDN Q.921"}, {2, "M2UA"}, {3, "M3UA"}, {4, "SUA"}, {5, "M2PA"}, {6, "V5.2"}, {7, "H.248"}, {8, "BICC"},
	{9, "TALI"}, {10, "DUA"}, {11, "ASAP"}, {12, "ENRP"}, {13, "H.323"}, {14, "Q.IPC"}, {15, "SIMCO"}, {16, "DDPSC"},
	{17, "DDPSSC"}, {18, "S1AP"}, {19, "RUA"}, {20, "HNBAP"}, {sctpForCESHP, "ForCES HP"}, {sctpForCESMP, "ForCES MP"},
	{sctpForCESLP, "ForCES LP"}, {24, "SBc-AP"}, {25, "NBAP"}, {27, "X2AP"},
}
