package jsonview

import "wiredump/dissect"

// udp shows a UDP datagram (RFC 768).
func (e *encoder) udp(b []byte, length int) {
	var h dissect.UDP
	h.Decode(b)
	e.begin(dissect.ProtoUDP)
	e.header(h.Captured, dissect.UDPLen)
	e.numTo(2, "src_port", uint64(h.SrcPort))
	e.numTo(4, "dst_port", uint64(h.DstPort))
	e.numTo(6, "length", uint64(h.Length))
	size := h.Length
	if size == 0 {
		size = length // a jumbogram
	}
	switch {
	case h.Captured < dissect.UDPLen:
	case h.Checksum == 0:
		e.num("checksum", 0)
		e.word("checksum_status", "none")
	case e.ip.fragment || e.ip.addrLen == 0 || size < dissect.UDPLen:
		e.checksum(8, h.Checksum, 0, nil, length)
	default:
		e.checksum(8, h.Checksum, e.pseudoSum(dissect.IPProtoUDP, size), b, size)
	}
	if h.Captured == dissect.UDPLen && len(b) > max(size, dissect.UDPLen) {
		e.hex("padding", b[max(size, dissect.UDPLen):])
	}
	e.endObject()
	if h.Captured == dissect.UDPLen {
		e.udpPayload(&h, h.Payload, max(min(size, length)-dissect.UDPLen, 0))
	}
}

// udpPayload shows what a datagram carries.
func (e *encoder) udpPayload(h *dissect.UDP, b []byte, length int) {
	e.layer(dissect.ForUDP(h.SrcPort, h.DstPort), b, length)
}
