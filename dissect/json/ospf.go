package jsonview

import (
	"wiredump/dissect"
)

// ospf shows an OSPF packet (RFC 2328, RFC 5340): its header, hellos, and the
// headers of link state advertisements; what these say is data.
func (e *encoder) ospf(b []byte, length int) {
	const shared = 14
	var h dissect.OSPF
	h.Decode(b)
	size := dissect.OSPFv2Len
	if h.Version == 3 {
		size = dissect.OSPFv3Len
	}
	e.begin(dissect.ProtoOSPF)
	e.header(min(len(b), size), size)
	e.numTo(1, "version", uint64(h.Version))
	e.namedTo(2, "type", uint32(h.Type), ospfTypes)
	e.numTo(4, "length", uint64(h.Length))
	e.ip4To(8, "router", h.Router)
	e.ip4To(12, "area", h.Area)
	e.numTo(shared, "checksum", uint64(h.Checksum))
	if e.captured >= shared {
		e.ospfVerify(&h, b, length)
	}
	if h.Version == 3 {
		e.numTo(15, "instance", uint64(h.Auth>>8))
		if len(b) >= 16 && b[15] != 0 {
			e.num("reserved_header", uint64(b[15]))
		}
	} else {
		e.namedTo(16, "auth_type", uint32(h.Auth), ospfAuths)
		if len(b) >= size {
			e.hex("auth", b[16:size])
		}
	}
	if len(b) < size {
		e.endObject()
		return
	}
	end := max(h.Length, size)
	f := fields{e: e, b: limit(b, end)[size:]}
	if h.Version == 2 || h.Version == 3 {
		e.ospfBody(&h, &f)
	}
	f.rest("data")
	if len(b) > end {
		e.hex("trailer", b[end:]) // a digest
	}
	e.endObject()
}

// ospfVerify adds the verdict on the checksum. Version 2 leaves out the
// authentication; with a digest in place of it there is none.
func (e *encoder) ospfVerify(h *dissect.OSPF, b []byte, length int) {
	n := h.Length
	switch {
	case h.Version == 2 && h.Auth == dissect.OSPFAuthCrypto:
		e.word("checksum_status", "none")
	case e.ip.fragment || n > len(b) || n > length || h.Version == 2 && n < dissect.OSPFv2Len || h.Version == 3 && (n < dissect.OSPFv3Len || e.ip.addrLen != 16) || h.Version != 2 && h.Version != 3:
		e.word("checksum_status", "unverified")
	case h.Version == 3:
		e.verify(h.Checksum, e.pseudoSum(dissect.IPProtoOSPF, n), b, n)
	default:
		e.verify(h.Checksum, dissect.Sum(0, b[:16]), b[dissect.OSPFv2Len:n], n-dissect.OSPFv2Len)
	}
}

func (e *encoder) ospfBody(h *dissect.OSPF, f *fields) {
	v3 := h.Version == 3
	switch h.Type {
	case dissect.OSPFHello:
		if v3 {
			f.num("interface_id", 4)
			f.num("priority", 1)
			f.num("options", 3)
			f.num("hello_interval", 2)
			f.num("dead_interval", 2)
		} else {
			f.ip4("mask")
			f.num("hello_interval", 2)
			f.num("options", 1)
			f.num("priority", 1)
			f.num("dead_interval", 4)
		}
		f.ip4("designated_router")
		f.ip4("backup_router")
		if f.short {
			return
		}
		e.array("neighbors")
		for len(f.b) >= 4 {
			e.ip4Item([4]byte(f.b))
			f.take(4)
		}
		e.endArray()
	case dissect.OSPFDatabase:
		if v3 {
			f.reserved(1)
			f.num("options", 3)
			f.num("mtu", 2)
			e.unused("reserved_end", f.take(1))
		} else {
			f.num("mtu", 2)
			f.num("options", 1)
		}
		f.words("flags", 1, ospfDatabaseFlags)
		f.num("seq", 4)
		if !f.short {
			e.lsas(f, v3, false)
		}
	case dissect.OSPFLSRequest:
		e.array("requests")
		for len(f.b) >= 12 {
			e.item()
			r := fields{e: e, b: f.take(12)}
			r.num("type", 4)
			r.ip4("id")
			r.ip4("router")
			e.endObject()
		}
		e.endArray()
	case dissect.OSPFLSUpdate:
		f.num("count", 4)
		if !f.short {
			e.lsas(f, v3, true)
		}
	case dissect.OSPFLSAck:
		e.lsas(f, v3, false)
	}
}

// lsas shows link state advertisements, with what they say or without.
func (e *encoder) lsas(f *fields, v3, body bool) {
	e.array("advertisements")
	for len(f.b) >= dissect.LSALen {
		var a dissect.LSA
		a.Decode(f.b)
		e.item()
		e.num("age", uint64(a.Age))
		if v3 {
			e.named("type", uint32(a.Type), lsa3Types)
		} else {
			e.num("options", uint64(a.Type>>8))
			e.named("type", uint32(a.Type&0xff), lsaTypes)
		}
		e.ip4("id", a.ID)
		e.ip4("router", a.Router)
		e.num("seq", uint64(a.Seq))
		e.num("checksum", uint64(a.Checksum))
		e.num("length", uint64(a.Length))
		size := dissect.LSALen
		if body {
			size = max(a.Length, size)
			if a.Length < dissect.LSALen {
				e.bool("bad", true)
				size = len(f.b)
			} else if len(f.b) < size {
				e.bool("truncated", true)
			}
			e.hex("data", limit(f.b, size)[dissect.LSALen:])
		}
		e.endObject()
		f.b = after(f.b, size)
	}
	e.endArray()
}

var (
	ospfTypes = []word{
		{dissect.OSPFHello, "hello"}, {dissect.OSPFDatabase, "database-description"}, {dissect.OSPFLSRequest, "link-state-request"},
		{dissect.OSPFLSUpdate, "link-state-update"}, {dissect.OSPFLSAck, "link-state-ack"},
	}
	ospfAuths         = []word{{dissect.OSPFAuthNone, "none"}, {dissect.OSPFAuthSimple, "simple"}, {dissect.OSPFAuthCrypto, "cryptographic"}}
	ospfDatabaseFlags = []string{"master", "more", "init", "r3", "r4", "r5", "r6", "r7"}
	lsaTypes          = []word{
		{dissect.LSARouter, "router"}, {dissect.LSANetwork, "network"}, {dissect.LSASummary, "summary"},
		{dissect.LSAASBRSummary, "asbr-summary"}, {dissect.LSAExternal, "external"}, {dissect.LSAMulticast, "multicast"},
		{dissect.LSANSSA, "nssa"}, {dissect.LSAOpaqueLink, "opaque-link"}, {dissect.LSAOpaqueArea, "opaque-area"}, {dissect.LSAOpaqueAS, "opaque-as"},
	}
	lsa3Types = []word{ // with their scope
		{0x2001, "router"}, {0x2002, "network"}, {0x2003, "inter-area-prefix"}, {0x2004, "inter-area-router"},
		{0x4005, "external"}, {0x2007, "nssa"}, {0x0008, "link"}, {0x2009, "intra-area-prefix"},
	}
)

// vrrp shows an advertisement of the virtual router redundancy protocol (RFC
// 3768, RFC 5798).
func (e *encoder) vrrp(b []byte, length int) {
	var h dissect.VRRP
	h.Decode(b)
	e.begin(dissect.ProtoVRRP)
	e.header(h.Captured, dissect.VRRPLen)
	e.numTo(1, "version", uint64(h.Version))
	e.namedTo(1, "type", uint32(h.Type), vrrpTypes)
	e.numTo(2, "router_id", uint64(h.RouterID))
	e.numTo(3, "priority", uint64(h.Priority))
	e.numTo(4, "address_count", uint64(h.Count))
	if h.Version != 3 {
		e.numTo(5, "auth_type", uint64(h.AuthType))
	} else if len(b) > 4 && b[4]>>4 != 0 {
		e.num("reserved", uint64(b[4]>>4))
	}
	e.numTo(6, "interval", uint64(h.Interval))
	if e.captured >= 8 {
		pseudo := uint64(0)
		if h.Version == 3 && e.ip.addrLen > 0 {
			pseudo = e.pseudoSum(dissect.IPProtoVRRP, length)
		}
		if e.ip.fragment {
			length = 0
		}
		e.num("checksum", uint64(h.Checksum))
		e.verify(h.Checksum, pseudo, b, length)
		e.array("addresses")
		a := h.Payload
		for n := h.Count; n > 0; n-- {
			if e.ip.addrLen == 16 && len(a) >= 16 {
				e.ip6Item([16]byte(a))
				a = a[16:]
			} else if e.ip.addrLen != 16 && len(a) >= 4 {
				e.ip4Item([4]byte(a))
				a = a[4:]
			} else {
				break
			}
		}
		e.endArray()
		if len(a) > 0 {
			e.hex("rest", a)
		}
	}
	e.endObject()
}

var vrrpTypes = []word{{dissect.VRRPAdvertisement, "advertisement"}}
