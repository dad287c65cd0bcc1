package text

import (
	"math"

	"wiredump/dissect"
)

// udp prints a UDP datagram (RFC 768). What carries it is in p.ipContext.
//
//	10.0.0.1.80 > 10.0.0.2.81: [udp sum ok] UDP, length 8
func (p *printer) udp(b []byte, length int) {
	p.proto = "udp"
	if len(b) < 4 {
		if p.ipNext == dissect.IPProtoUDP {
			p.ipPair()
			p.str(": ")
		}
		p.truncated()
		return
	}
	start := len(p.out)
	var h dissect.UDP
	h.Decode(b)
	p.ipEnds(dissect.IPProtoUDP, h.SrcPort, h.DstPort)
	p.str(": ")
	if length < dissect.UDPLen {
		p.str("truncated-udp ")
		p.int(length)
		return
	}
	if !p.have(b, 6) {
		return
	}
	if h.Length == 0 && length > math.MaxUint16 {
		h.Length = length // in a jumbogram, RFC 2675 section 4
	}
	if h.Length < dissect.UDPLen {
		p.str("truncated-udplength ")
		p.int(h.Length)
		return
	}
	if !p.have(b, dissect.UDPLen) {
		return
	}
	// quirk udp-trailer: what follows a datagram within the IP packet is not
	// kept from its printer.
	data := b[dissect.UDPLen:]
	if p.opt.Type != dissect.NoProtocol {
		p.udpType(data, min(h.Length, length)-dissect.UDPLen, start)
		return
	}
	if !p.opt.Quiet && p.nfsUDP(&h, min(h.Length, length)-dissect.UDPLen) {
		return // its checksum is not verified: quirk nfs-checksum
	}
	p.udpChecksum(b, &h, length)
	n := h.Length - dissect.UDPLen
	if !p.opt.Quiet && p.udpData(&h, data, min(h.Length, length)-dissect.UDPLen) {
		return
	}
	p.proto = "udp"
	if room := length - dissect.UDPLen; n > room && !p.ipFragment {
		p.str("UDP, bad length ")
		p.int(n)
		p.str(" > ")
		p.int(room)
		return
	}
	p.str("UDP, length ")
	p.int(n)
}

// udpChecksum prints whether the checksum is right: in IPv6 with -v, in IPv4,
// where there may be none, with -vv.
func (p *printer) udpChecksum(b []byte, h *dissect.UDP, length int) {
	if p.opt.Verbose == 0 || p.opt.NoChecksums || p.ipFragment || p.ipLen == 0 {
		return
	}
	if p.ipLen == 4 {
		if p.opt.Verbose < 2 {
			return
		}
		if h.Checksum == 0 {
			p.str("[no cksum] ")
			return
		}
	}
	length = min(length, h.Length)
	if len(b) < length {
		return
	}
	b = b[:length]
	residue := dissect.Fold(dissect.Sum(p.pseudoSum(dissect.IPProtoUDP, len(b)), b))
	if residue == 0 {
		p.str("[udp sum ok] ")
		return
	}
	if p.offloaded() {
		p.str("[udp cksum offloaded] ")
		return
	}
	p.style(styleProblem)
	p.str("[bad udp cksum ")
	p.hex0x(uint64(h.Checksum), 4)
	p.str(" -> ")
	p.hex0x(uint64(dissect.Expected(h.Checksum, residue)), 4)
	p.str("!]")
	p.plain()
	p.byte(' ')
}

// udpData prints what a datagram carries; n is its length in bytes, as UDP and
// IP agree on it. It returns false if that has no printer.
func (p *printer) udpData(h *dissect.UDP, b []byte, n int) bool {
	switch proto := dissect.ForUDP(h.SrcPort, h.DstPort); proto {
	case dissect.NoProtocol:
		return false
	case dissect.ProtoRPC:
		// It is no message of NFS, so it is what the other port announces.
		src, dst := h.SrcPort, h.DstPort
		if src == nfsPort {
			src = 0
		}
		if dst == nfsPort {
			dst = 0
		}
		return p.print(dissect.ForUDP(src, dst), b, n)
	case dissect.ProtoBFD:
		p.bfd(b, n, h.DstPort)
		return true
	default:
		return p.print(proto, b, n)
	}
}
