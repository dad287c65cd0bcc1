package text

import "wiredump/dissect"

// routerAdvert prints the body of a router advertisement (RFC 4861 section
// 4.2).
func (p *printer) routerAdvert(b []byte) {
	if !p.need(b, dissect.RouterAdvertLen) {
		return
	}
	var r dissect.RouterAdvert
	r.Decode(b)
	p.newline("\t")
	p.str("hop limit ")
	p.dec(uint64(r.HopLimit))
	p.str(", Flags [")
	p.flags(raFlags, uint32(r.Flags))
	p.str("], pref ")
	p.str(raPreferences[r.Preference()])
	p.str(", router lifetime ")
	p.dec(uint64(r.Lifetime))
	p.str("s, reachable time ")
	p.dec(uint64(r.Reachable))
	p.str("ms, retrans timer ")
	p.dec(uint64(r.Retrans))
	p.str("ms")
	p.ndOptions(r.Options)
}

// ndOptions prints neighbor discovery options, as many as were captured.
func (p *printer) ndOptions(o dissect.NDOptions) {
	all := o
	for {
		opt, rest, ok := o.Next()
		if !ok {
			return
		}
		if opt.Bad {
			p.truncated()
			return
		}
		p.newline("\t  ")
		name, known := find(ndOptions, uint32(opt.Type))
		if !known {
			name = "unknown"
		}
		p.str(name)
		p.str(" option (")
		p.dec(uint64(opt.Type))
		p.str("), length ")
		p.int(opt.Len)
		p.str(" (")
		p.int(opt.Len / 8)
		p.str("): ")
		if known {
			if !p.ndOption(o, opt.Len, all) {
				p.truncated()
				return
			}
		} else if p.opt.Verbose <= 1 {
			// Whatever follows is left out: quirk nd-unknown-option.
			p.hexLines("\n\t  ", opt.Data)
			return
		}
		if p.opt.Verbose > 1 {
			p.hexLines("\n\t    ", opt.Data)
		}
		if p.isCut() {
			return
		}
		o = rest
	}
}

// ndOption prints an option that is known and whole: the first n bytes of o,
// behind which others stand. What is too short for its type reads on there:
// quirk nd-short-option. all are the options from the first on. It
// returns false where that is the end of them.
func (p *printer) ndOption(o []byte, n int, all []byte) bool {
	switch o[0] {
	case dissect.NDOptSourceLink, dissect.NDOptTargetLink:
		p.linkAddr(o[2:n])
	case dissect.NDOptPrefix:
		if !p.need(o, 32) {
			return true
		}
		p.ip6At(o, 16)
		p.byte('/')
		p.dec(uint64(o[2]))
		if n != 32 {
			p.str("badlen")
		}
		p.str(", Flags [")
		p.flags(prefixFlags, uint32(o[3]))
		p.str("], valid time ")
		p.ndLifetime(p.u32(o, 4))
		p.str(", pref. time ")
		p.ndLifetime(p.u32(o, 8))
	case dissect.NDOptRedirected:
		// From the first option on, whichever that is: quirk nd-redirected.
		p.hexLines("\n\t    ", limit(all, n))
	case dissect.NDOptMTU:
		p.byte(' ')
		p.dec(uint64(p.u32(o, 4)))
		if n != 8 {
			p.str("bad option length")
		}
	case dissect.NDOptAdvertTimer:
		p.byte(' ')
		p.dec(uint64(p.u32(o, 4)))
		p.str("ms")
	case dissect.NDOptHomeAgent:
		p.str(" preference ")
		p.dec(uint64(p.u16(o, 4)))
		p.str(", lifetime ")
		p.dec(uint64(p.u16(o, 6)))
	case dissect.NDOptRoute:
		return p.ndRoute(o[:n])
	case dissect.NDOptDNSServers:
		p.str(" lifetime ")
		p.dec(uint64(p.u32(o, 4)))
		p.str("s,")
		for s := o[8:n]; len(s) >= 16; s = s[16:] {
			p.str(" addr: ")
			p.ip6At(s, 0)
		}
	case dissect.NDOptDNSSearchList:
		return p.ndSearchList(all, len(all)-len(o), n)
	}
	return true
}

// ndRoute prints a route information option (RFC 4191 section 2.3), whose
// prefix has 0, 8 or 16 bytes.
func (p *printer) ndRoute(o []byte) bool {
	var prefix [16]byte
	if n := len(o) - 8; n <= 16 {
		copy(prefix[:], o[8:])
	} else {
		return false
	}
	p.byte(' ')
	p.ip6(prefix)
	p.byte('/')
	p.dec(uint64(o[2]))
	p.str(", pref=")
	p.str(raPreferences[o[3]>>3&3])
	p.str(", lifetime=")
	p.ndLifetime(p.u32(o, 4))
	return true
}

// ndSearchList prints a DNS search list option (RFC 8106 section 5.2), the n
// bytes at off in the options. Pointers count from the first option, and names
// may read on behind theirs: quirk nd-short-option. It returns false where a
// name does not end.
func (p *printer) ndSearchList(all []byte, off, n int) bool {
	p.str(" lifetime ")
	p.dec(uint64(p.u32(all, off+4)))
	p.str("s, domain(s):")
	end := off + n
	for off += 8; off < end && all[off] != 0; {
		p.byte(' ')
		next, ok := p.dnsName(all, off)
		if !ok {
			return false
		}
		off = next
	}
	return true
}

// ndLifetime prints seconds, of which all ones mean for ever.
func (p *printer) ndLifetime(v uint32) {
	if v == 0xffffffff {
		p.str("infinity")
		return
	}
	p.dec(uint64(v))
	p.byte('s')
}

var ndOptions = []token{
	{dissect.NDOptSourceLink, "source link-address"},
	{dissect.NDOptTargetLink, "destination link-address"},
	{dissect.NDOptPrefix, "prefix info"},
	{dissect.NDOptRedirected, "redirected header"},
	{dissect.NDOptMTU, "mtu"},
	{dissect.NDOptAdvertTimer, "advertisement interval"},
	{dissect.NDOptHomeAgent, "homeagent information"},
	{dissect.NDOptRoute, "route info"},
	{dissect.NDOptDNSServers, "rdnss"},
	{dissect.NDOptDNSSearchList, "dnssl"},
}

var raFlags = []token{
	{dissect.RAManaged, "managed"},
	{dissect.RAOther, "other stateful"},
	{dissect.RAHomeAgent, "home agent"},
	{dissect.RAIPv6Only, "ipv6 only"},
}

var raPreferences = [...]string{"medium", "high", "rsv", "low"}

var prefixFlags = []token{{0x80, "onlink"}, {0x40, "auto"}, {0x20, "router"}}
