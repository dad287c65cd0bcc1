package jsonview

import "wiredump/dissect"

// ethernet shows a frame (IEEE 802.3).
func (e *encoder) ethernet(b []byte, length int) {
	var h dissect.Ethernet
	h.Decode(b)
	e.begin(dissect.ProtoEthernet)
	e.header(h.Captured, dissect.EthernetLen)
	e.macTo(6, "dst", h.Dst)
	e.macTo(12, "src", h.Src)
	if h.Type <= dissect.MaxLength {
		e.numTo(14, "length", uint64(h.Type))
	} else {
		e.numTo(14, "type", uint64(h.Type))
	}
	e.endObject()
	if h.Captured == dissect.EthernetLen {
		e.etherType(h.Type, h.Payload, length-dissect.EthernetLen)
	}
}

// etherType shows VLAN tags, as an array, and what an Ethertype announces.
func (e *encoder) etherType(t uint16, b []byte, length int) {
	if dissect.ForEtherType(t) == dissect.ProtoVLAN {
		e.open(dissect.ProtoVLAN)
		e.array("vlan")
		for range dissect.MaxNesting {
			if dissect.ForEtherType(t) != dissect.ProtoVLAN {
				break
			}
			var v dissect.VLAN
			v.Decode(b)
			e.item()
			e.header(v.Captured, dissect.VLANLen)
			e.num("tpid", uint64(t))
			if v.Captured >= 2 {
				e.num("id", uint64(v.ID))
				e.num("priority", uint64(v.Priority))
				e.bool("drop_eligible", v.DropEligible)
			}
			e.numTo(4, "type", uint64(v.Type))
			e.endObject()
			t, b = v.Type, v.Payload
			length -= dissect.VLANLen
			if v.Captured < dissect.VLANLen {
				e.endArray()
				return
			}
		}
		e.endArray()
	}
	switch {
	case t <= dissect.MaxLength:
		e.layer(dissect.ProtoLLC, b, min(int(t), max(length, 0)))
		return
	case t == dissect.EtherTypeJumbo:
		e.layer(dissect.ProtoLLC, b, max(length, 0))
		return
	}
	e.layer(dissect.ForEtherType(t), b, length)
}

// sll shows a packet behind a Linux cooked header of version 1.
func (e *encoder) sll(b []byte, length int) {
	var h dissect.LinuxSLL
	h.DecodeV1(b)
	e.begin(dissect.ProtoLinuxSLL)
	e.header(h.Captured, dissect.LinuxSLLLen)
	e.packetType(2, h.PacketType)
	e.numTo(4, "arphrd", uint64(h.ARPHRD))
	if h.Captured >= 14 {
		e.sllAddress(&h)
	}
	e.numTo(16, "protocol", uint64(h.Protocol))
	e.endObject()
	e.sllPayload(&h, h.Captured == dissect.LinuxSLLLen, length-dissect.LinuxSLLLen)
}

// sll2 shows a packet behind a Linux cooked header of version 2.
func (e *encoder) sll2(b []byte, length int) {
	var h dissect.LinuxSLL
	h.DecodeV2(b)
	e.begin(dissect.ProtoLinuxSLL2)
	e.header(h.Captured, dissect.LinuxSLL2Len)
	e.numTo(2, "protocol", uint64(h.Protocol))
	e.numTo(8, "interface_index", uint64(h.Interface))
	if h.Captured >= 8 && e.opt.InterfaceName != nil {
		if s := e.opt.InterfaceName(h.Interface); s != "" {
			e.text("interface", s)
		}
	}
	e.numTo(10, "arphrd", uint64(h.ARPHRD))
	e.packetType(11, h.PacketType)
	if h.Captured >= dissect.LinuxSLL2Len {
		e.sllAddress(&h)
		e.unused("reserved", b[2:4])
	}
	e.endObject()
	e.sllPayload(&h, h.Captured == dissect.LinuxSLL2Len, length-dissect.LinuxSLL2Len)
}

// sllAddress adds the sender's address, and what is in the field behind it.
func (e *encoder) sllAddress(h *dissect.LinuxSLL) {
	n := min(h.AddrLen, len(h.Addr))
	e.num("address_length", uint64(h.AddrLen))
	e.mac("address", h.Addr[:n])
	e.unused("address_padding", h.Addr[n:])
}

func (e *encoder) packetType(end int, t uint16) {
	if e.captured < end {
		return
	}
	e.num("packet_type", uint64(t))
	if int(t) < len(packetTypes) {
		e.word("packet_type_name", packetTypes[t])
	}
}

var packetTypes = [...]string{
	dissect.SLLHost:      "host",
	dissect.SLLBroadcast: "broadcast",
	dissect.SLLMulticast: "multicast",
	dissect.SLLOtherHost: "other-host",
	dissect.SLLOutgoing:  "outgoing",
}

// sllLLC is the protocol of a cooked header that announces an LLC header.
const sllLLC = 4

func (e *encoder) sllPayload(h *dissect.LinuxSLL, whole bool, length int) {
	switch {
	case !whole:
	case h.ARPHRD != dissect.ARPHRDRadiotap && h.Protocol == sllLLC:
		e.layer(dissect.ProtoLLC, h.Payload, max(length, 0))
	case h.ARPHRD == dissect.ARPHRDRadiotap || h.Protocol <= dissect.MaxLength:
		e.payload(h.Payload, length)
	default:
		e.etherType(h.Protocol, h.Payload, length)
	}
}

// null shows a packet behind the address family of a BSD loopback.
func (e *encoder) null(proto dissect.Protocol, b []byte, length int) {
	var h dissect.Null
	h.Decode(b)
	e.begin(proto)
	e.header(h.Captured, dissect.NullLen)
	e.numTo(4, "family", uint64(h.Family))
	e.endObject()
	if h.Captured < dissect.NullLen {
		return
	}
	next := dissect.NoProtocol
	switch h.Family {
	case dissect.FamilyInet:
		next = dissect.ProtoIPv4
	case dissect.FamilyInet6BSD, dissect.FamilyInet6FreeBSD, dissect.FamilyInet6Darwin:
		next = dissect.ProtoIPv6
	}
	e.layer(next, h.Payload, length-dissect.NullLen)
}

// raw shows a packet that begins with its IP header, whose version its first
// byte tells.
func (e *encoder) raw(b []byte, length int) {
	next := dissect.NoProtocol
	if len(b) > 0 {
		switch b[0] >> 4 {
		case 4:
			next = dissect.ProtoIPv4
		case 6:
			next = dissect.ProtoIPv6
		}
	}
	e.layer(next, b, length)
}

// numTo adds a field that ends at the given byte of the header at hand, if the
// header was captured so far.
func (e *encoder) numTo(end int, k string, v uint64) {
	if e.captured >= end {
		e.num(k, v)
	}
}

func (e *encoder) macTo(end int, k string, a [6]byte) {
	if e.captured >= end {
		e.mac(k, a[:])
	}
}

func (e *encoder) ip4To(end int, k string, a [4]byte) {
	if e.captured >= end {
		e.ip4(k, a)
	}
}

func (e *encoder) ip6To(end int, k string, a [16]byte) {
	if e.captured >= end {
		e.ip6(k, a)
	}
}
