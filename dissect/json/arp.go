package jsonview

import "wiredump/dissect"

// arp shows an address resolution packet, of ARP or RARP.
func (e *encoder) arp(proto dissect.Protocol, b []byte, length int) {
	var h dissect.ARP
	h.Decode(b)
	e.begin(proto)
	if h.Hardware == dissect.ARPATM {
		e.atmarp(b)
		return
	}
	e.header(h.Captured, max(h.Len(), dissect.ARPLen))
	e.numTo(2, "hardware_type", uint64(h.Hardware))
	e.numTo(4, "protocol_type", uint64(h.Protocol))
	e.numTo(5, "hardware_length", uint64(h.HardwareLen))
	e.numTo(6, "protocol_length", uint64(h.ProtocolLen))
	if e.captured >= dissect.ARPLen {
		e.arpOperation(h.Op)
	}
	end := dissect.ARPLen
	for _, a := range [...]struct {
		name string
		addr []byte
		hard bool
	}{
		{"src_hardware", h.SrcHardware, true},
		{"src_protocol", h.SrcProtocol, false},
		{"dst_hardware", h.DstHardware, true},
		{"dst_protocol", h.DstProtocol, false},
	} {
		n := h.ProtocolLen
		if a.hard {
			n = h.HardwareLen
		}
		if end += n; e.captured < end {
			break
		}
		switch {
		case a.hard:
			e.mac(a.name, a.addr)
		default:
			e.protocolAddr(a.name, h.Protocol, a.addr)
		}
	}
	if len(b) > end {
		e.hex("padding", b[end:])
	}
	e.endObject()
}

// protocolAddr adds an address of the protocol that an Ethertype numbers.
func (e *encoder) protocolAddr(k string, t uint16, a []byte) {
	switch {
	case t == dissect.EtherTypeIPv4 && len(a) == 4:
		e.ip4(k, [4]byte(a))
	case t == dissect.EtherTypeIPv6 && len(a) == 16:
		e.ip6(k, [16]byte(a))
	default:
		e.hex(k, a)
	}
}

func (e *encoder) arpOperation(op uint16) {
	e.num("operation", uint64(op))
	switch op {
	case dissect.ARPRequest:
		e.word("operation_name", "request")
	case dissect.ARPReply:
		e.word("operation_name", "reply")
	case dissect.ARPReverseRequest:
		e.word("operation_name", "reverse-request")
	case dissect.ARPReverseReply:
		e.word("operation_name", "reverse-reply")
	case dissect.ARPInverseRequest:
		e.word("operation_name", "inverse-request")
	case dissect.ARPInverseReply:
		e.word("operation_name", "inverse-reply")
	case dissect.ARPNak:
		e.word("operation_name", "nak")
	}
}

// atmarp shows the rest of an ARP packet for ATM and closes its object.
func (e *encoder) atmarp(b []byte) {
	var h dissect.ATMARP
	h.Decode(b)
	e.header(h.Captured, max(h.Len(), dissect.ATMARPLen))
	e.numTo(2, "hardware_type", dissect.ARPATM)
	e.numTo(4, "protocol_type", uint64(h.Protocol))
	if e.captured >= 8 {
		e.arpOperation(h.Op)
	}
	if e.captured >= h.Len() {
		e.hex("src_hardware", h.SrcNumber)
		e.hex("src_subaddress", h.SrcSub)
		e.protocolAddr("src_protocol", h.Protocol, h.SrcProto)
		e.hex("dst_hardware", h.DstNumber)
		e.hex("dst_subaddress", h.DstSub)
		e.protocolAddr("dst_protocol", h.Protocol, h.DstProto)
		if len(b) > h.Len() {
			e.hex("padding", b[h.Len():])
		}
	}
	e.endObject()
}
