package text

import "wiredump/dissect"

// dhcp6 prints a DHCPv6 message (RFC 8415).
func (p *printer) dhcp6(b []byte, length int) {
	p.proto = "dhcp6"
	p.str("dhcp6")
	if !p.have(b, dissect.DHCPv6Len) {
		return
	}
	var h dissect.DHCPv6
	h.Decode(b) // the header may go on behind the claimed length: quirk dhcp6-length
	p.byte(' ')
	p.tok(dhcp6Types, "msgtype-", uint32(h.Type))
	if p.opt.Verbose == 0 {
		return
	}
	p.str(" (")
	if h.Relay {
		p.need(b, 18)
		p.str("linkaddr=")
		p.ip6(h.Link)
		p.need(b, dissect.DHCPv6RelayLen)
		p.str(" peeraddr=")
		p.ip6(h.Peer)
	} else {
		p.str("xid=")
		p.hexNum(uint64(h.ID), 0)
	}
	p.dhcp6Options(h.Options[:max(len(h.Options)-max(len(b)-length, 0), 0)])
	p.byte(')')
}

var dhcp6Types = []token{
	{1, "solicit"}, {2, "advertise"}, {3, "request"}, {4, "confirm"}, {5, "renew"}, {6, "rebind"}, {7, "reply"},
	{8, "release"}, {9, "decline"}, {10, "reconfigure"}, {11, "inf-req"}, {12, "relay-fwd"}, {13, "relay-reply"},
	{14, "leasequery"}, {15, "leasequery-reply"},
}

// dhcp6Options prints options, those inside others too. One that is cut is not
// printed.
func (p *printer) dhcp6Options(o dissect.DHCPv6Options) {
	if p.depth++; p.depth > dissect.MaxNesting {
		p.cut()
		return
	}
	defer func() { p.depth-- }()
	for len(o) > 0 && !p.isCut() {
		opt, rest, ok := o.Next()
		if !ok || len(opt.Data) < opt.Len {
			p.truncated()
			return
		}
		p.str(" (")
		p.tok(dhcp6Names, "opt_", uint32(opt.Code))
		if !p.dhcp6Data(opt.Code, opt.Data, o[4:]) {
			p.truncated()
			return
		}
		p.byte(')')
		o = rest
	}
}

var dhcp6Names = []token{
	{1, "client-ID"}, {2, "server-ID"}, {3, "IA_NA"}, {4, "IA_TA"}, {5, "IA_ADDR"}, {6, "option-request"},
	{7, "preference"}, {8, "elapsed-time"}, {9, "relay-message"}, {11, "authentication"}, {12, "server-unicast"},
	{13, "status-code"}, {14, "rapid-commit"}, {15, "user-class"}, {16, "vendor-class"}, {17, "vendor-specific-info"},
	{18, "interface-ID"}, {19, "reconfigure-message"}, {20, "reconfigure-accept"}, {21, "SIP-servers-domain"},
	{22, "SIP-servers-address"}, {23, "DNS-server"}, {24, "DNS-search-list"}, {25, "IA_PD"}, {26, "IA_PD-prefix"},
	{27, "NIS-server"}, {28, "NIS+-server"}, {29, "NIS-domain-name"}, {30, "NIS+-domain-name"}, {31, "SNTP-servers"},
	{32, "lifetime"}, {33, "BCMCS-domain-name"}, {34, "BCMCS-server"}, {36, "Geoconf-Civic"}, {37, "Remote-ID"},
	{38, "Subscriber-ID"}, {39, "Client-FQDN"}, {40, "PANA-agent"}, {41, "POSIX-timezone"}, {42, "POSIX-tz-database"},
	{43, "Echo-request-option"}, {44, "Lease-query"}, {45, "LQ-client-data"}, {46, "Clt-time"}, {47, "LQ-relay-data"},
	{48, "LQ-client-link"}, {56, "NTP-server"}, {64, "AFTR-Name"}, {112, "MUD-URL"},
}

// dhcp6Data prints the data of an option, which is there whole and goes on as
// more does. It returns false where a name in it does not end.
func (p *printer) dhcp6Data(code uint16, b, more []byte) bool {
	switch code {
	case 21, 24: // domains
		return p.dhcp6Domains(more, len(b))
	case 56:
		return p.dhcp6NTP(more, len(b))
	}
	p.dhcp6Fields(code, b)
	return true
}

// dhcp6Fields prints the data of an option without names.
func (p *printer) dhcp6Fields(code uint16, b []byte) {
	n := len(b)
	switch code {
	case 1, 2:
		p.dhcp6DUID(b)
	case 3, 25: // identity associations
		if n < 12 {
			p.str(" ?")
			return
		}
		p.strDec(" IAID:", uint64(p.u32(b, 0)))
		p.strDec(" T1:", uint64(p.u32(b, 4)))
		p.strDec(" T2:", uint64(p.u32(b, 8)))
		p.dhcp6Options(b[12:])
	case 4: // the same for temporary addresses
		if n < 4 {
			p.str(" ?")
			return
		}
		p.strDec(" IAID:", uint64(p.u32(b, 0)))
		p.dhcp6Options(b[4:])
	case 5: // an address
		if n < 24 {
			p.str(" ?")
			return
		}
		p.byte(' ')
		p.ip6At(b, 0)
		p.strDec(" pltime:", uint64(p.u32(b, 16)))
		p.strDec(" vltime:", uint64(p.u32(b, 20)))
		p.dhcp6Options(b[24:])
	case 6, 43: // requested options
		if n%2 != 0 {
			p.str(" ?")
			return
		}
		for ; len(b) > 0; b = b[2:] {
			p.byte(' ')
			p.tok(dhcp6Names, "opt_", uint32(p.u16(b, 0)))
		}
	case 7: // preference
		if n != 1 {
			p.str(" ?")
			return
		}
		p.strDec(" ", uint64(b[0]))
	case 8: // elapsed time
		if n != 2 {
			p.str(" ?")
			return
		}
		p.strDec(" ", uint64(p.u16(b, 0)))
	case 9: // a relayed message
		p.str(" (")
		p.dhcp6(b, n) // the parenthesis is not closed: quirk dhcp6-relay
	case 11:
		p.dhcp6Auth(b)
	case 13: // status
		if n < 2 {
			p.str(" ?")
			return
		}
		p.byte(' ')
		p.dhcp6Status(p.u16(b, 0))
	case 18, 38: // interface and subscriber
		p.byte(' ')
		p.hexBytes(limit(b, 10))
		p.str("...")
	case 19: // what to send after a reconfiguration
		if n != 1 {
			p.str(" ?")
			return
		}
		switch b[0] {
		case 5:
			p.str(" for renew")
		case 11:
			p.str(" for inf-req")
		default:
			p.str(" for ???(")
			p.hexNum(uint64(b[0]), 2)
			p.byte(')')
		}
	case 22, 23, 27, 28, 31, 34, 40: // addresses
		if n%16 != 0 {
			p.str(" ?")
			return
		}
		for ; len(b) > 0; b = b[16:] {
			p.byte(' ')
			p.ip6At(b, 0)
		}
	case 26: // a prefix
		if n < 25 {
			p.str(" ?")
			return
		}
		p.byte(' ')
		p.ip6At(b, 9)
		p.strDec("/", uint64(b[8]))
		p.strDec(" pltime:", uint64(p.u32(b, 0)))
		p.strDec(" vltime:", uint64(p.u32(b, 4)))
		p.dhcp6Options(b[25:])
	case 32, 46: // a time
		if n != 4 {
			p.str(" ?")
			return
		}
		p.strDec(" ", uint64(p.u32(b, 0)))
	case 37: // a relay's ID
		if n < 4 {
			p.str(" ?")
			return
		}
		p.strDec(" ", uint64(p.u32(b, 0)))
		p.byte(' ')
		p.hexBytes(limit(b[4:], 10))
		p.str("...")
	case 41, 42, 112: // text
		if n < 5 {
			p.str(" ?")
			return
		}
		p.byte(' ')
		p.visible(untilNul(b))
	case 44: // what a lease query asks for
		if n < 17 {
			p.str(" ?")
			return
		}
		switch b[0] {
		case 1:
			p.str(" by-address")
		case 2:
			p.str(" by-clientID")
		default:
			p.strDec(" type_", uint64(b[0]))
		}
		p.byte(' ')
		p.ip6At(b, 1)
		p.dhcp6Options(b[17:])
	case 45: // a client's data
		p.dhcp6Options(b)
	case 47: // a relay's data
		if n < 16 {
			p.str(" ?")
			return
		}
		p.byte(' ')
		p.ip6At(b, 0)
		p.byte(' ')
		p.hexBytes(limit(b[16:], 10))
		p.str("...")
	case 48: // links
		if n%16 != 0 {
			p.str(" ?")
			return
		}
		for ; len(b) > 0; b = b[16:] {
			p.byte(' ')
			p.ip6At(b, 0)
		}
	case 64:
		p.dhcp6AFTR(b)
	}
}

// dhcp6DUID prints a unique identifier (RFC 8415 section 11).
func (p *printer) dhcp6DUID(b []byte) {
	if len(b) < 2 {
		p.str(" ?")
		return
	}
	switch kind := p.u16(b, 0); kind {
	case 1:
		if len(b) < 8 {
			p.str(" ?")
			return
		}
		p.strDec(" hwaddr/time type ", uint64(p.u16(b, 2)))
		p.strDec(" time ", uint64(p.u32(b, 4)))
		p.byte(' ')
		p.hexBytes(b[8:])
	case 2:
		if len(b) < 10 {
			p.str(" ?")
			return
		}
		p.str(" vid ")
		p.hexBytes(b[2:10])
	case 3:
		if len(b) < 4 {
			p.str(" ?")
			return
		}
		p.strDec(" hwaddr type ", uint64(p.u16(b, 2)))
		p.byte(' ')
		p.hexBytes(b[4:])
	default:
		p.strDec(" type ", uint64(kind))
	}
}

func (p *printer) dhcp6Status(code uint16) {
	switch {
	case code > 255:
		p.str("INVALID code")
	case int(code) < len(dhcp6Statuses):
		p.str(dhcp6Statuses[code])
	default:
		p.strDec("code", uint64(code))
	}
}

var dhcp6Statuses = [...]string{
	"Success", "UnspecFail", "NoAddrsAvail", "NoBinding", "NotOnLink", "UseMulticast", "NoPrefixAvail",
	"UnknownQueryType", "MalformedQuery", "NotConfigured", "NotAllowed",
}

// dhcp6Auth prints what authenticates a message (RFC 3315 section 21):
// protocol, algorithm, replay detection, and data that depends on them.
func (p *printer) dhcp6Auth(b []byte) {
	const delayed, reconfigure = 2, 3
	if len(b) < 11 {
		p.str(" ?")
		return
	}
	proto, alg := b[0], b[1]
	p.str(" proto: ")
	switch proto {
	case delayed:
		p.str("delayed")
	case reconfigure:
		p.str("reconfigure")
	default:
		p.dec(uint64(proto))
	}
	p.str(", alg: ")
	if alg == 1 {
		p.str("HMAC-MD5")
	} else {
		p.dec(uint64(alg))
	}
	p.str(", RDM: ")
	if b[2] == 0 {
		p.str("mono")
	} else {
		p.dec(uint64(b[2]))
	}
	p.str(", RD:")
	for i := 3; i < 11; i += 2 {
		p.byte(' ')
		p.hexNum(uint64(p.u16(b, i)), 4)
	}
	b = b[11:]
	switch proto {
	case delayed:
		if len(b) == 0 {
			return
		}
		if len(b) < 20 {
			p.str(" ??")
			return
		}
		realm := len(b) - 20
		if realm > 0 {
			p.str(", realm: ")
			p.hexBytes(b[:realm])
		}
		p.str(", key ID: ")
		p.hexNum(uint64(p.u32(b, realm)), 8)
		p.str(", HMAC-MD5:")
		p.dhcp6Words(b[realm+4:])
	case reconfigure:
		if len(b) != 17 {
			p.str(" ??")
			return
		}
		switch b[0] {
		case 1:
			p.str(" reconfig-key")
		case 2:
			p.str(" type: HMAC-MD5")
		default:
			p.str(" type: ??")
		}
		p.str(" value:")
		p.dhcp6Words(b[1:])
	default:
		p.str(" ??")
	}
}

func (p *printer) dhcp6Words(b []byte) {
	for ; len(b) >= 4; b = b[4:] {
		p.byte(' ')
		p.hexNum(uint64(p.u32(b, 0)), 8)
	}
}

// dhcp6Domains prints the domain names in the first n bytes of b, one behind
// the other.
func (p *printer) dhcp6Domains(b []byte, n int) bool {
	for off, ok := 0, true; off < n; {
		p.byte(' ')
		if off, ok = p.dnsNameBehind(b, off, n); !ok {
			return false
		}
	}
	return true
}

// dhcp6NTP prints the time servers in the first n bytes of b (RFC 5908):
// suboptions.
func (p *printer) dhcp6NTP(b []byte, n int) bool {
	if n < 4 {
		p.str(" ?")
		return true
	}
	for off := 0; off+4 < n; {
		kind, size := p.u16(b, off), int(p.u16(b, off+2))
		if off += 4; off+size > n {
			return false
		}
		p.strDec(" subopt:", uint64(kind))
		switch kind {
		case 1, 2:
			if size != 16 {
				p.str(" ?")
				break
			}
			p.byte(' ')
			p.ip6At(b, off)
		case 3:
			p.byte(' ')
			if _, ok := p.dnsNameBehind(b, off, off+size); !ok {
				return false
			}
		default:
			p.str(" ?")
		}
		off += size
	}
	return true
}

// dhcp6AFTR prints the name of a tunnel's end (RFC 6334): labels.
func (p *printer) dhcp6AFTR(b []byte) {
	if len(b) < 3 {
		p.str(" ?")
		return
	}
	p.byte(' ')
	for len(b) > 0 && b[0] != 0 {
		n := int(b[0])
		if n > len(b)-1 {
			p.str(" ?")
			return
		}
		p.visible(untilNul(b[1 : 1+n]))
		b = b[1+n:]
		if len(b) > 0 && b[0] != 0 {
			p.byte('.')
		}
	}
}
