package text

import "wiredump/dissect"

// mptcp prints a Multipath TCP option (RFC 8684), whose data was captured and
// whose segment has the given flags. It returns false if it contradicts
// itself.
func (p *printer) mptcp(m dissect.MPTCP, flags dissect.TCPFlags) bool {
	p.proto = "mptcp"
	if len(m) < 1 {
		return false
	}
	p.byte(' ')
	p.int(len(m) + 2)
	p.byte(' ')
	p.tokName(mptcpSubtypes, "unknown", uint32(m.Subtype()))
	switch m.Subtype() {
	case dissect.MPTCPCapable:
		return p.mptcpCapable(m, flags)
	case dissect.MPTCPJoin:
		return p.mptcpJoin(m, flags)
	case dissect.MPTCPDSS:
		return p.mptcpDSS(m, flags)
	case dissect.MPTCPAddAddr:
		return p.mptcpAddAddr(m)
	case dissect.MPTCPRemoveAddr:
		if len(m) < 2 {
			return false
		}
		p.str(" id")
		for _, id := range m[1:] {
			p.byte(' ')
			p.dec(uint64(id))
		}
	case dissect.MPTCPPriority:
		return p.mptcpPriority(m)
	case dissect.MPTCPFail:
		if len(m) != 10 {
			return false
		}
		p.str(" seq ")
		p.dec(p.u64(m, 2))
	case dissect.MPTCPFastClose:
		if len(m) != 10 {
			return false
		}
		p.str(" key 0x")
		p.hexNum(p.u64(m, 2), 0)
	}
	return true
}

var mptcpSubtypes = []token{
	{dissect.MPTCPCapable, "capable"},
	{dissect.MPTCPJoin, "join"},
	{dissect.MPTCPDSS, "dss"},
	{dissect.MPTCPAddAddr, "add-addr"},
	{dissect.MPTCPRemoveAddr, "rem-addr"},
	{dissect.MPTCPPriority, "prio"},
	{dissect.MPTCPFail, "fail"},
	{dissect.MPTCPFastClose, "fast-close"},
}

// mptcpCapable prints the option that opens a connection: version, flags and
// the keys of one or both ends.
func (p *printer) mptcpCapable(m dissect.MPTCP, flags dissect.TCPFlags) bool {
	n := len(m)
	if syn := flags&dissect.FlagSYN != 0; syn && n != 2 && n != 10 || !syn && n != 18 && n != 20 {
		return false
	}
	if flags&(dissect.FlagSYN|dissect.FlagACK) == 0 {
		return false
	}
	if v := m.Flags(); v > 1 {
		p.str(" Unknown Version (")
		p.dec(uint64(v))
		p.byte(')')
		return true
	}
	p.str(" v")
	p.dec(uint64(m.Flags()))
	if m[1]&0x80 != 0 {
		p.str(" csum")
	}
	if n >= 10 {
		p.str(" {0x")
		p.hexNum(p.u64(m, 2), 0)
		if n >= 18 {
			p.str(",0x")
			p.hexNum(p.u64(m, 10), 0)
		}
		p.byte('}')
	}
	return true
}

// mptcpJoin prints the option that opens another path. Its shape tells the
// three steps of the handshake apart.
func (p *printer) mptcpJoin(m dissect.MPTCP, flags dissect.TCPFlags) bool {
	const synack = dissect.FlagSYN | dissect.FlagACK
	n := len(m)
	switch {
	case n == 10 && flags&dissect.FlagSYN != 0:
	case n == 14 && flags&synack == synack:
	case n == 22 && flags&dissect.FlagACK != 0:
	default:
		return false
	}
	if n != 22 {
		if m.Flags()&1 != 0 {
			p.str(" backup")
		}
		p.str(" id ")
		p.dec(uint64(m[1]))
	}
	switch n {
	case 10:
		p.str(" token 0x")
		p.hexNum(uint64(p.u32(m, 2)), 0)
		p.str(" nonce 0x")
		p.hexNum(uint64(p.u32(m, 6)), 0)
	case 14:
		p.str(" hmac 0x")
		p.hexNum(p.u64(m, 2), 0)
		p.str(" nonce 0x")
		p.hexNum(uint64(p.u32(m, 10)), 0)
	case 22:
		p.str(" hmac 0x")
		p.hexBytes(m[2:])
	}
	return true
}

// mptcpDSS prints a data sequence signal: how the bytes of this path are
// numbered in the whole. A SYN has none.
func (p *printer) mptcpDSS(m dissect.MPTCP, segment dissect.TCPFlags) bool {
	if len(m) < 2 || segment&dissect.FlagSYN != 0 {
		return false
	}
	flags, b := m[1], m[2:]
	if flags&dissect.MPTCPDataFIN != 0 {
		p.str(" fin")
	}
	if flags&dissect.MPTCPAck != 0 {
		p.str(" ack ")
		n := p.mptcpNumber(b, flags&dissect.MPTCPAck8 != 0)
		if n == 0 {
			return false
		}
		b = b[n:]
	}
	if flags&dissect.MPTCPMap != 0 {
		p.str(" seq ")
		n := p.mptcpNumber(b, flags&dissect.MPTCPMap8 != 0)
		if n == 0 {
			return false
		}
		b = b[n:]
		if len(b) < 4 {
			return false
		}
		p.str(" subseq ")
		b = b[p.mptcpNumber(b, false):]
		if len(b) < 2 {
			return false
		}
		p.str(" len ")
		p.dec(uint64(p.u16(b, 0)))
		b = b[2:]
		if len(b) >= 2 {
			p.str(" csum ")
			p.hex0x(uint64(p.u16(b, 0)), 0)
			b = b[2:]
		}
	}
	return len(b) == 0
}

// mptcpNumber prints the number of four or eight bytes at the beginning of b.
// It returns how many bytes that were, 0 if there are fewer.
func (p *printer) mptcpNumber(b []byte, long bool) int {
	switch {
	case long && len(b) >= 8:
		p.dec(p.u64(b, 0))
		return 8
	case !long && len(b) >= 4:
		p.dec(uint64(p.u32(b, 0)))
		return 4
	}
	return 0
}

// mptcpAddAddr prints the option that announces an address: with or without a
// port, with or without a digest.
func (p *printer) mptcpAddAddr(m dissect.MPTCP) bool {
	var addr int // bytes
	var port, hmac bool
	switch len(m) {
	case 6:
		addr = 4
	case 8:
		addr, port = 4, true
	case 14:
		addr, hmac = 4, true
	case 16:
		addr, port, hmac = 4, true, true
	case 18:
		addr = 16
	case 20:
		addr, port = 16, true
	case 26:
		addr, hmac = 16, true
	case 28:
		addr, port, hmac = 16, true, true
	default:
		return false
	}
	p.byte(' ')
	p.tokName(mptcpAddAddrVersions, "[bad version/echo]", uint32(m.Flags()))
	p.str(" id ")
	p.dec(uint64(m[1]))
	p.byte(' ')
	b := m[2:]
	if addr == 4 {
		p.ip4At(b, 0)
	} else {
		p.ip6At(b, 0)
	}
	b = b[addr:]
	if port {
		p.byte(':')
		p.dec(uint64(p.u16(b, 0)))
		b = b[2:]
	}
	if hmac {
		p.str(" hmac 0x")
		p.hexNum(p.u64(b, 0), 0)
	}
	return true
}

var mptcpAddAddrVersions = []token{
	{0, "v1"},
	{1, "v1-echo"},
	{4, "v0-ip4"},
	{6, "v0-ip6"},
}

// mptcpPriority prints the option that makes a path a backup, or not.
func (p *printer) mptcpPriority(m dissect.MPTCP) bool {
	if len(m) > 2 {
		return false
	}
	if m.Flags()&1 != 0 {
		p.str(" backup")
	} else {
		p.str(" non-backup")
	}
	if len(m) == 2 {
		p.str(" id ")
		p.dec(uint64(m[1]))
	}
	return true
}
