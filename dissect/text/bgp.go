package text

// BGP message types (RFC 4271 section 4.1, RFC 2918).
const (
	bgpOpen         = 1
	bgpUpdate       = 2
	bgpNotification = 3
	bgpKeepalive    = 4
	bgpRouteRefresh = 5
)

const (
	bgpMarkerLen = 16
	bgpHeaderLen = bgpMarkerLen + 3
)

// bgp prints the messages of the Border Gateway Protocol (RFC 4271) in a
// segment: with -v each on lines of its own.
//
//	+---------------------------------------------------------------+
//	|              marker: 16 bytes of ones ...
//	+-------------------------------+---------------+---------------+
//	|         length, bytes         |     type      |
//	+-------------------------------+---------------+---------------+
func (p *printer) bgp(b []byte, length int) {
	p.proto = "bgp"
	p.str(": BGP")
	if p.opt.Verbose == 0 {
		return
	}
	b = limit(b, length)
	skipped := false
	for len(b) > 0 {
		if b[0] != 0xff {
			b, skipped = b[1:], true
			continue
		}
		if len(b) < bgpMarkerLen {
			break
		}
		if !bgpMarker(b) {
			b, skipped = b[1:], true
			continue
		}
		if skipped {
			p.truncated()
			skipped = false
		}
		if !p.have(b, bgpHeaderLen) {
			return
		}
		n := int(p.u16(b, bgpMarkerLen))
		if n < bgpHeaderLen {
			p.str("\nmessage length ")
			p.int(n)
			p.str(" < ")
			p.int(bgpHeaderLen)
			p.invalid()
			return
		}
		if len(b) < n {
			p.str("\n[|BGP ")
			p.tokName(bgpShortNames, "Unknown Message Type", uint32(b[bgpHeaderLen-1]))
			p.byte(']')
			return
		}
		p.bgpMessage(b, n)
		if p.isCut() {
			return
		}
		b = b[n:]
	}
}

// bgpMarker tells whether b begins with a marker.
func bgpMarker(b []byte) bool {
	for _, c := range b[:bgpMarkerLen] {
		if c != 0xff {
			return false
		}
	}
	return true
}

// bgpMessage prints a message of n bytes. quirk bgp-over: what it holds is not
// held against its end but against that of the segment, here and wherever a
// function takes the bytes and a length.
func (p *printer) bgpMessage(b []byte, n int) {
	kind := b[bgpHeaderLen-1]
	p.newline("\t")
	p.tokName(bgpMessages, "Unknown Message", uint32(kind))
	p.str(" (")
	p.dec(uint64(kind))
	p.str("), length: ")
	p.int(n)
	body, left := b[bgpHeaderLen:], n-bgpHeaderLen
	switch kind {
	case bgpOpen:
		p.bgpOpen(limit(body, left))
	case bgpUpdate:
		p.bgpUpdate(body, left)
	case bgpNotification:
		p.bgpNotification(body, left)
	case bgpKeepalive:
	case bgpRouteRefresh:
		p.bgpFamilyIn("\n\t  ", body)
		if p.opt.Verbose > 1 && !p.isCut() {
			p.hexLines("\n\t  ", b[:n])
		}
	default:
		p.str("\n\t  no Message ")
		p.dec(uint64(kind))
		p.str(" decoder")
		p.hexLines("\n\t  ", b[:n])
	}
	p.endMessage()
}

// bgpFamilyIn prints an address family and what of it, with a byte reserved
// between them.
//
//	+-------------------------------+---------------+---------------+
//	|        address family         |   reserved    |   subsequent  |
//	+-------------------------------+---------------+---------------+
func (p *printer) bgpFamilyIn(indent string, b []byte) {
	if !p.got(b, 4) {
		return
	}
	p.str(indent)
	p.bgpFamily(p.u16(b, 0), b[3])
}

// bgpFamily prints "AFI IPv4 (1), SAFI Unicast (1)".
func (p *printer) bgpFamily(afi uint16, safi uint8) {
	p.str("AFI ")
	p.tokName(addressFamilies, "Unknown", uint32(afi))
	p.str(" (")
	p.dec(uint64(afi))
	p.str("), SAFI ")
	p.tokName(bgpSAFIs, "Unknown", uint32(safi))
	p.str(" (")
	p.dec(uint64(safi))
	p.byte(')')
}

// as prints the number of an autonomous system (RFC 5396).
func (p *printer) as(v uint32) {
	if p.opt.ASDot && v > 0xffff {
		p.dec(uint64(v >> 16))
		p.byte('.')
		v &= 0xffff
	}
	p.dec(uint64(v))
}

// bgpOpen prints an open message (RFC 4271 section 4.2, RFC 5492).
//
//	+---------------+-------------------------------+
//	|    version    |              AS               |
//	+---------------+---------------+---------------+---------------+
//	|          hold time, s         |
//	+-------------------------------+-------------------------------+
//	|                            BGP ID                             |
//	+---------------+-----------------------------------------------+
//	|options, bytes |  options: type, length, value ...
func (p *printer) bgpOpen(b []byte) {
	const size = 10
	if !p.got(b, size) {
		return
	}
	p.str("\n\t  Version ")
	p.dec(uint64(b[0]))
	p.str(", my AS ")
	p.dec(uint64(p.u16(b, 1)))
	p.str(", Holdtime ")
	p.dec(uint64(p.u16(b, 3)))
	p.str("s, ID ")
	p.ip4At(b, 5)
	p.str("\n\t  Optional parameters, length: ")
	p.dec(uint64(b[9]))
	options, left := b[size:], int(b[9])
	for left > 0 {
		if !p.got(options, 2) {
			return
		}
		kind, n := options[0], int(options[1])
		if 2+n > left {
			p.str("\n\t     Option ")
			p.dec(uint64(kind))
			p.str(", length: ")
			p.int(n)
			p.str(", goes past the end of the options")
			return
		}
		p.str("\n\t    Option ")
		p.tokName(bgpOptions, "Unknown", uint32(kind))
		p.str(" (")
		p.dec(uint64(kind))
		p.str("), length: ")
		p.int(n)
		if !p.got(options, 2+n) {
			return
		}
		if kind == 2 {
			p.bgpCapabilities(options[2:], n)
			p.endMessage() // quirk bgp-option: the next one is printed
		} else {
			p.str("\n\t      no decoder for option ")
			p.dec(uint64(kind))
		}
		if p.isCut() {
			return
		}
		options, left = options[2+n:], left-2-n
	}
}

// bgpCapabilities prints the capabilities in an option.
func (p *printer) bgpCapabilities(b []byte, left int) {
	for left > 0 {
		if !p.got(b, 2) {
			return
		}
		code, n := b[0], int(b[1])
		p.str("\n\t      ")
		p.tokName(bgpCapabilities, "Unknown", uint32(code))
		p.str(" (")
		p.dec(uint64(code))
		p.str("), length: ")
		p.int(n)
		if !p.got(b, 2+n) {
			return
		}
		v := b[2 : 2+n]
		if !p.bgpCapability(code, v) {
			return
		}
		if p.opt.Verbose > 1 && n > 0 {
			p.hexLines("\n\t\t", v)
		}
		b, left = b[2+n:], left-2-n
	}
}

// bgpCapability prints the value of a capability. It returns false if it is too
// short.
func (p *printer) bgpCapability(code uint8, b []byte) bool {
	tooShort := func(least int) bool {
		if len(b) >= least {
			return false
		}
		p.str(" (too short, < ")
		p.int(least)
		p.byte(')')
		return true
	}
	switch code {
	case 1: // multiprotocol
		if tooShort(4) {
			return false
		}
		p.bgpFamilyIn("\n\t\t", b)
	case 2, 128, 71:
	case 8: // multiple labels
		for ; len(b) >= 4; b = b[4:] {
			p.str("\n\t\t")
			p.bgpFamily(p.u16(b, 0), b[2])
			p.str(", Count: ")
			p.dec(uint64(b[3]))
		}
	case 64: // graceful restart
		if tooShort(2) {
			return false
		}
		p.str("\n\t\tRestart Flags: [")
		if b[0]&0x80 != 0 {
			p.byte('R')
		} else {
			p.str("none")
		}
		p.str("], Restart Time ")
		p.dec(uint64(p.u16(b, 0) & 0xfff))
		p.byte('s')
		for b = b[2:]; len(b) >= 4; b = b[4:] {
			p.str("\n\t\t  ")
			p.bgpFamily(p.u16(b, 0), b[2])
			p.str(", Forwarding state preserved: ")
			if b[3]&0x80 != 0 {
				p.str("yes")
			} else {
				p.str("no")
			}
		}
	case 65: // four-octet AS numbers
		if tooShort(4) {
			return false
		}
		p.str("\n\t\t 4 Byte AS ")
		p.as(p.u32(b, 0))
	case 69: // multiple paths
		switch {
		case len(b) == 0:
			p.str(" (bogus)")
		case len(b)%4 != 0:
			p.invalid()
		default:
			for ; len(b) > 0; b = b[4:] {
				p.str("\n\t\t")
				p.bgpFamily(p.u16(b, 0), b[2])
				p.str(", Send/Receive: ")
				if s, ok := find(bgpPaths, uint32(b[3])); ok {
					p.str(s)
				} else {
					p.str("Bogus (0x")
					p.hexNum(uint64(b[3]), 2)
					p.byte(')')
				}
			}
		}
	default:
		p.str("\n\t\tno decoder for Capability ")
		p.dec(uint64(code))
		if p.opt.Verbose <= 1 {
			p.hexLines("\n\t\t", b)
		}
	}
	return true
}

// bgpUpdate prints an update message (RFC 4271 section 4.3).
//
//	+-------------------------------+--------
//	| withdrawn routes, bytes (16)  |  prefixes ...
//	+-------------------------------+--------
//	| path attributes, bytes (16)   |  attributes ...
//	+-------------------------------+--------
//	|  prefixes ...
func (p *printer) bgpUpdate(b []byte, left int) {
	if !p.got(b, 2) {
		return
	}
	withdrawn := int(p.u16(b, 0))
	b, left = b[2:], left-2
	if withdrawn > 1 {
		if !p.got(limit(b, left), withdrawn) {
			return
		}
		p.str("\n\t  Withdrawn routes:")
		paths := bgpAddPath(b[:withdrawn], 32)
		for withdrawn > 0 {
			n := p.bgpPrefix("\n\t    ", b, withdrawn, 4, paths)
			if n == routeCut {
				return
			}
			if n == routeIllegal {
				p.str("\n\t    (illegal prefix length)")
			}
			if n < 0 {
				break
			}
			b, withdrawn, left = b[n:], withdrawn-n, left-n
		}
	} else {
		b, left = after(b, withdrawn), left-withdrawn
	}
	if !p.got(b, 2) {
		return
	}
	attrs := int(p.u16(b, 0))
	b, left = b[2:], left-2
	if attrs == 0 && withdrawn <= 0 && left == 0 {
		p.str("\n\t  End-of-Rib Marker (empty NLRI)")
		return
	}
	if attrs > 0 {
		if !p.got(limit(b, left), attrs) {
			return
		}
		p.bgpAttributes(b, attrs)
		b, left = b[attrs:], left-attrs
	}
	if left <= 0 || p.isCut() {
		return
	}
	p.str("\n\t  Updated routes:")
	paths := bgpAddPath(limit(b, left), 32)
	for left > 0 {
		n := p.bgpPrefix("\n\t    ", b, left, 4, paths)
		if n == routeShort {
			p.stop()
		}
		if n == routeIllegal {
			p.str("\n\t    (illegal prefix length)")
		}
		if n <= 0 {
			return
		}
		b, left = b[n:], left-n
	}
}

// bgpNotification prints a notification message (RFC 4271 section 4.5).
//
//	+---------------+---------------+--------
//	|     error     |    subcode    |  data ...
//	+---------------+---------------+--------
func (p *printer) bgpNotification(b []byte, left int) {
	if !p.got(b, 2) {
		return
	}
	major, minor := b[0], b[1]
	p.str(", ")
	p.tokName(bgpErrors, "Unknown Error", uint32(major))
	p.str(" (")
	p.dec(uint64(major))
	p.byte(')')
	var names []token
	switch major {
	case 1:
		names = bgpHeaderErrors
	case 2:
		names = bgpOpenErrors
	case 3:
		names = bgpUpdateErrors
	case 5:
		names = bgpStateErrors
	case 6:
		names = bgpCeaseErrors
	case 7:
		names = bgpCapabilityErrors
	default:
		return
	}
	if major != 5 && major != 7 {
		p.byte(',')
	}
	p.str(" subcode ")
	p.tokName(names, "Unknown", uint32(minor))
	p.str(" (")
	p.dec(uint64(minor))
	p.byte(')')
	if major != 6 {
		return
	}
	switch data := limit(b[2:], left-2); {
	case minor == 1 && len(data) >= 7:
		p.str(", ")
		p.bgpFamily(p.u16(data, 0), data[2])
		p.str(", Max Prefixes: ")
		p.dec(uint64(p.u32(data, 3)))
	case (minor == 2 || minor == 4) && len(data) >= 1:
		p.bgpShutdown(data)
	}
}

// bgpShutdown prints why a session was shut down (RFC 8203).
func (p *printer) bgpShutdown(b []byte) {
	n := int(b[0])
	rest := b
	switch {
	case n == 0:
		p.str(", empty Shutdown Communication")
		rest = b[1:]
	case 1+n > len(b):
		p.str(", invalid Shutdown Communication length")
	default:
		p.str(", Shutdown Communication (length: ")
		p.int(n)
		p.str("): \"")
		p.visible(untilNul(b[1 : 1+n]))
		p.byte('"')
		rest = b[1+n:]
	}
	if len(rest) > 0 {
		p.str(", Data: (length: ")
		p.int(len(rest))
		p.byte(')')
		p.hexLines("\n\t\t", rest)
	}
}

var (
	bgpMessages = []token{
		{bgpOpen, "Open Message"}, {bgpUpdate, "Update Message"}, {bgpNotification, "Notification Message"},
		{bgpKeepalive, "Keepalive Message"}, {bgpRouteRefresh, "Route Refresh Message"},
	}
	bgpShortNames = []token{
		{bgpOpen, "Open"}, {bgpUpdate, "Update"}, {bgpNotification, "Notification"}, {bgpKeepalive, "Keepalive"},
		{bgpRouteRefresh, "Route Refresh"},
	}
	bgpOptions      = []token{{1, "Authentication Information"}, {2, "Capabilities Advertisement"}}
	bgpCapabilities = []token{
		{1, "Multiprotocol Extensions"}, {2, "Route Refresh"}, {3, "Cooperative Route Filtering"},
		{4, "Multiple Routes to a Destination"}, {5, "Extended Next Hop Encoding"}, {8, "Multiple Labels"},
		{64, "Graceful Restart"}, {65, "32-Bit AS Number"}, {67, "Dynamic Capability"}, {68, "Multisession BGP"},
		{69, "Multiple Paths"}, {70, "Enhanced Route Refresh"}, {71, "Long-lived Graceful Restart"},
		{128, "Route Refresh (Cisco)"},
	}
	bgpPaths  = []token{{1, "Receive"}, {2, "Send"}, {3, "Both"}}
	bgpErrors = []token{
		{1, "Message Header Error"}, {2, "OPEN Message Error"}, {3, "UPDATE Message Error"}, {4, "Hold Timer Expired"},
		{5, "Finite State Machine Error"}, {6, "Cease"}, {7, "Capability Message Error"},
	}
	bgpHeaderErrors = []token{{1, "Connection Not Synchronized"}, {2, "Bad Message Length"}, {3, "Bad Message Type"}}
	bgpOpenErrors   = []token{
		{1, "Unsupported Version Number"}, {2, "Bad Peer AS"}, {3, "Bad BGP Identifier"},
		{4, "Unsupported Optional Parameter"}, {5, "Authentication Failure"}, {6, "Unacceptable Hold Time"},
		{7, "Capability Message Error"},
	}
	bgpUpdateErrors = []token{
		{1, "Malformed Attribute List"}, {2, "Unrecognized Well-known Attribute"}, {3, "Missing Well-known Attribute"},
		{4, "Attribute Flags Error"}, {5, "Attribute Length Error"}, {6, "Invalid ORIGIN Attribute"},
		{7, "AS Routing Loop"}, {8, "Invalid NEXT_HOP Attribute"}, {9, "Optional Attribute Error"},
		{10, "Invalid Network Field"}, {11, "Malformed AS_PATH"},
	}
	bgpStateErrors = []token{
		{0, "Unspecified Error"}, {1, "In OpenSent State"}, {2, "In OpenConfirm State"}, {3, "In Established State"},
	}
	bgpCeaseErrors = []token{
		{1, "Maximum Number of Prefixes Reached"}, {2, "Administrative Shutdown"}, {3, "Peer Unconfigured"},
		{4, "Administrative Reset"}, {5, "Connection Rejected"}, {6, "Other Configuration Change"},
		{7, "Connection Collision Resolution"},
	}
	bgpCapabilityErrors = []token{
		{1, "Invalid Action Value"}, {2, "Invalid Capability Length"}, {3, "Malformed Capability Value"},
		{4, "Unsupported Capability Code"},
	}
	bgpSAFIs = []token{
		{0, "Reserved"}, {1, "Unicast"}, {2, "Multicast"}, {3, "Unicast+Multicast"}, {4, "labeled Unicast"},
		{5, "Multicast VPN"}, {64, "Tunnel"}, {65, "VPLS"}, {66, "MDT"}, {70, "EVPN"}, {128, "labeled VPN Unicast"},
		{129, "labeled VPN Multicast"}, {130, "labeled VPN Unicast+Multicast"}, {132, "Route Target Routing Information"},
	}
	// addressFamilies names IANA's address family numbers.
	addressFamilies = []token{
		{0, "Reserved"}, {1, "IPv4"}, {2, "IPv6"}, {3, "NSAP"}, {4, "HDLC"}, {5, "BBN 1822"}, {6, "802"}, {7, "E.163"},
		{8, "E.164"}, {9, "F.69"}, {10, "X.121"}, {11, "Novell IPX"}, {12, "Appletalk"}, {13, "Decnet IV"},
		{14, "Banyan Vines"}, {15, "E.164 with NSAP subaddress"}, {25, "VPLS"}, {196, "Layer-2 VPN"},
	}
)
