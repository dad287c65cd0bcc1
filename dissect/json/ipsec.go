package jsonview

import "wiredump/dissect"

// ah shows an authentication header (RFC 4302) in IPv4, and what follows it; in
// IPv6 it is one of the extension headers.
func (e *encoder) ah(b []byte, length int) {
	var h dissect.AH
	h.Decode(b)
	size := h.HeaderLen()
	e.begin(dissect.ProtoAH)
	e.header(min(len(b), size), max(size, dissect.AHLen))
	e.numTo(1, "next_header", uint64(h.NextHeader))
	e.numTo(2, "length", uint64(size))
	e.ahBody(&h, limit(b, size))
	e.endObject()
	if size >= dissect.AHLen && len(b) >= size {
		e.layer(dissect.ForIPProtocol(h.NextHeader), b[size:], length-size)
	}
}

// ahBody adds what is behind the length of an authentication header.
func (e *encoder) ahBody(h *dissect.AH, b []byte) {
	if h.Reserved != 0 {
		e.numTo(4, "reserved", uint64(h.Reserved))
	}
	e.numTo(8, "spi", uint64(h.SPI))
	e.numTo(12, "seq", uint64(h.Seq))
	if icv := after(b, dissect.AHLen); len(icv) > 0 {
		e.hex("icv", icv)
	}
}

// esp shows the part of an encapsulating security payload that is not
// encrypted (RFC 4303).
func (e *encoder) esp(b []byte, length int) {
	var h dissect.ESP
	h.Decode(b)
	e.begin(dissect.ProtoESP)
	e.header(h.Captured, dissect.ESPLen)
	e.numTo(4, "spi", uint64(h.SPI))
	e.numTo(8, "seq", uint64(h.Seq))
	e.endObject()
	if h.Captured == dissect.ESPLen {
		e.payload(b[dissect.ESPLen:], length-dissect.ESPLen)
	}
}

// ipcomp shows the header of a compressed payload (RFC 3173 section 3).
func (e *encoder) ipcomp(b []byte, length int) {
	const size = 4
	e.begin(dissect.ProtoIPComp)
	e.header(min(len(b), size), size)
	f := fields{e: e, b: limit(b, size)}
	f.num("next_header", 1)
	f.num("flags", 1)
	f.num("cpi", 2)
	e.endObject()
	if len(b) >= size {
		e.payload(b[size:], length-size)
	}
}

// mobility adds what is behind the length of a mobility header (RFC 6275).
func (e *encoder) mobility(b []byte) {
	var h dissect.Mobility
	h.Decode(b)
	e.namedTo(3, "mobility_type", uint32(h.Type), mobilityTypes)
	if len(b) > 3 && b[3] != 0 {
		e.num("reserved", uint64(b[3]))
	}
	e.numTo(6, "checksum", uint64(h.Checksum))
	if data := after(b, 6); len(data) > 0 {
		e.hex("data", data)
	}
}

var mobilityTypes = []word{
	{dissect.MobilityBRR, "binding-refresh-request"}, {dissect.MobilityHoTI, "home-test-init"},
	{dissect.MobilityCoTI, "care-of-test-init"}, {dissect.MobilityHoT, "home-test"}, {dissect.MobilityCoT, "care-of-test"},
	{dissect.MobilityBU, "binding-update"}, {dissect.MobilityBA, "binding-acknowledgement"}, {dissect.MobilityBE, "binding-error"},
}
