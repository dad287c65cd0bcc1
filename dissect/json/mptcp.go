package jsonview

import "wiredump/dissect"

// mptcp adds what a Multipath TCP option says (RFC 8684 section 3): m is what
// follows its kind and length.
func (e *encoder) mptcp(m dissect.MPTCP) {
	f := fields{e: e, b: m}
	if len(m) == 0 {
		return
	}
	e.named("subtype", uint32(m.Subtype()), mptcpSubtypes)
	switch m.Subtype() {
	case dissect.MPTCPCapable:
		f.take(1)
		e.num("version", uint64(m.Flags()))
		f.words("flags", 1, mptcpCapableFlags)
		if len(f.b) >= 8 {
			f.hex("sender_key", 8)
		}
		if len(f.b) >= 8 {
			f.hex("receiver_key", 8)
		}
		if len(f.b) == 2 || len(f.b) == 4 {
			f.num("data_length", 2)
		}
		if len(f.b) == 2 {
			f.num("data_checksum", 2)
		}
	case dissect.MPTCPJoin:
		f.words("flags", 1, mptcpBackup)
		f.num("address_id", 1)
		switch len(f.b) {
		case 8:
			f.num("token", 4)
			f.num("nonce", 4)
		case 12:
			f.hex("hmac", 8)
			f.num("nonce", 4)
		default:
			f.hex("hmac", len(f.b))
		}
	case dissect.MPTCPDSS:
		f.take(1)
		if m.Flags() != 0 {
			e.num("reserved", uint64(m.Flags()))
		}
		flags := f.words("flags", 1, mptcpDSSFlags)
		if flags&dissect.MPTCPAck != 0 {
			f.num("data_ack", mptcpSize(flags&dissect.MPTCPAck8))
		}
		if flags&dissect.MPTCPMap != 0 {
			f.num("data_seq", mptcpSize(flags&dissect.MPTCPMap8))
			f.num("subflow_seq", 4)
			f.num("data_length", 2)
			if len(f.b) == 2 {
				f.num("data_checksum", 2)
			}
		}
	case dissect.MPTCPAddAddr:
		f.take(1)
		e.num("version", uint64(m.Flags())) // in version 1 of the protocol whether it is an echo
		f.num("address_id", 1)
		switch n := len(f.b); {
		case n == 16 || n == 18 || n == 24 || n == 26:
			f.ip6("address")
		case n >= 4:
			f.ip4("address")
		}
		if len(f.b)%8 == 2 {
			f.num("port", 2)
		}
		if len(f.b) == 8 {
			f.hex("hmac", 8)
		}
	case dissect.MPTCPRemoveAddr:
		f.take(1)
		if m.Flags() != 0 {
			e.num("reserved", uint64(m.Flags()))
		}
		e.array("address_ids")
		for _, id := range f.b {
			e.numItem(uint64(id))
		}
		e.endArray()
		f.b = nil
	case dissect.MPTCPPriority:
		f.words("flags", 1, mptcpBackup)
		if len(f.b) > 0 {
			f.num("address_id", 1)
		}
	case dissect.MPTCPFail:
		mptcpUnused(&f)
		f.num("data_seq", 8)
	case dissect.MPTCPFastClose:
		mptcpUnused(&f)
		f.hex("receiver_key", 8)
	default:
		f.hex("data", len(f.b))
	}
	f.rest("rest")
}

func mptcpSize(long uint32) int {
	if long != 0 {
		return 8
	}
	return 4
}

// mptcpUnused passes over the subtype and the bits beside it.
func mptcpUnused(f *fields) {
	if b := f.take(2); b != nil && (b[0]&15 != 0 || b[1] != 0) {
		f.e.hex("reserved", b)
	}
}

var (
	mptcpSubtypes = []word{
		{dissect.MPTCPCapable, "capable"}, {dissect.MPTCPJoin, "join"}, {dissect.MPTCPDSS, "dss"}, {dissect.MPTCPAddAddr, "add-addr"},
		{dissect.MPTCPRemoveAddr, "remove-addr"}, {dissect.MPTCPPriority, "priority"}, {dissect.MPTCPFail, "fail"}, {dissect.MPTCPFastClose, "fast-close"},
	}
	mptcpCapableFlags = []string{"hmac-sha256", "g", "f", "e", "d", "no-address", "extensible", "checksum"}
	mptcpBackup       = []string{"backup", "b1", "b2", "b3"}
	mptcpDSSFlags     = []string{"ack", "ack8", "map", "map8", "data-fin", "b5", "b6", "b7"}
)
