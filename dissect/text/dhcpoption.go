package text

import "wiredump/dissect"

// A dhcpFormat is how the data of an option is printed.
type dhcpFormat uint8

const (
	dhcpGuess  dhcpFormat = iota // by its length
	dhcpAddrs                    // IPv4 addresses
	dhcpPairs                    // pairs of IPv4 addresses
	dhcpLongs                    // numbers of four bytes
	dhcpSigned                   // the same, with a sign
	dhcpShorts                   // numbers of two bytes
	dhcpBools                    // bytes that are 0 or 1
	dhcpBytes                    // bytes in decimal
	dhcpText                     // text in quotes
	dhcpOwn                      // in a way of its own
)

// A dhcpOptionName is the name of an option and how it is printed.
type dhcpOptionName struct {
	name   string
	format dhcpFormat
}

// dhcpOption returns how an option is printed.
func dhcpOption(code uint8) dhcpOptionName {
	o := dhcpOptions[code]
	if o.name == "" {
		o.name = "Unknown"
	}
	return o
}

var dhcpOptions = [256]dhcpOptionName{
	0:   {"PAD", dhcpBytes},
	1:   {"Subnet-Mask", dhcpAddrs},
	2:   {"Time-Zone", dhcpSigned},
	3:   {"Default-Gateway", dhcpAddrs},
	4:   {"Time-Server", dhcpAddrs},
	5:   {"IEN-Name-Server", dhcpAddrs},
	6:   {"Domain-Name-Server", dhcpAddrs},
	7:   {"LOG", dhcpAddrs},
	8:   {"CS", dhcpAddrs},
	9:   {"LPR-Server", dhcpAddrs},
	10:  {"IM", dhcpAddrs},
	11:  {"RL", dhcpAddrs},
	12:  {"Hostname", dhcpText},
	13:  {"BS", dhcpShorts},
	14:  {"DP", dhcpText},
	15:  {"Domain-Name", dhcpText},
	16:  {"SS", dhcpAddrs},
	17:  {"RP", dhcpText},
	18:  {"EP", dhcpText},
	19:  {"IPF", dhcpBools},
	20:  {"SRT", dhcpBools},
	21:  {"PF", dhcpPairs},
	22:  {"RSZ", dhcpShorts},
	23:  {"TTL", dhcpBytes},
	24:  {"MTU-Timeout", dhcpLongs},
	25:  {"MTU-Table", dhcpShorts},
	26:  {"MTU", dhcpShorts},
	27:  {"LSN", dhcpBools},
	28:  {"BR", dhcpAddrs},
	29:  {"MD", dhcpBools},
	30:  {"MS", dhcpBools},
	31:  {"Router-Discovery", dhcpBools},
	32:  {"RSA", dhcpAddrs},
	33:  {"Static-Route", dhcpPairs},
	34:  {"UT", dhcpBools},
	35:  {"AT", dhcpLongs},
	36:  {"IE", dhcpBools},
	37:  {"TT", dhcpBytes},
	38:  {"KI", dhcpLongs},
	39:  {"KG", dhcpBools},
	40:  {"YD", dhcpText},
	41:  {"YS", dhcpAddrs},
	42:  {"NTP", dhcpAddrs},
	43:  {"Vendor-Option", dhcpBytes},
	44:  {"Netbios-Name-Server", dhcpAddrs},
	45:  {"WDD", dhcpAddrs},
	46:  {"Netbios-Node", dhcpOwn},
	47:  {"Netbios-Scope", dhcpText},
	48:  {"XFS", dhcpAddrs},
	49:  {"XDM", dhcpAddrs},
	50:  {"Requested-IP", dhcpAddrs},
	51:  {"Lease-Time", dhcpLongs},
	52:  {"OO", dhcpOwn},
	53:  {"DHCP-Message", dhcpOwn},
	54:  {"Server-ID", dhcpAddrs},
	55:  {"Parameter-Request", dhcpOwn},
	56:  {"MSG", dhcpText},
	57:  {"MSZ", dhcpShorts},
	58:  {"RN", dhcpLongs},
	59:  {"RB", dhcpLongs},
	60:  {"Vendor-Class", dhcpText},
	61:  {"Client-ID", dhcpOwn},
	64:  {"N+D", dhcpShorts},
	65:  {"N+S", dhcpAddrs},
	66:  {"TFTP", dhcpText},
	67:  {"BF", dhcpText},
	68:  {"MH", dhcpAddrs},
	69:  {"SMTP", dhcpAddrs},
	70:  {"POP3", dhcpAddrs},
	71:  {"NNTP", dhcpAddrs},
	72:  {"WWW", dhcpAddrs},
	73:  {"FG", dhcpAddrs},
	74:  {"IRC", dhcpAddrs},
	75:  {"STS", dhcpAddrs},
	76:  {"STDA", dhcpAddrs},
	77:  {"User-Class", dhcpOwn},
	78:  {"SLP-DA", dhcpBytes},
	79:  {"SLP-SCOPE", dhcpBytes},
	80:  {"SLP-NA", dhcpText},
	81:  {"FQDN", dhcpOwn},
	82:  {"Agent-Information", dhcpOwn},
	83:  {"ARMT", dhcpBytes},
	88:  {"TZSTR", dhcpText},
	89:  {"FQDNS", dhcpBytes},
	90:  {"AUTH", dhcpBytes},
	91:  {"Last-Transaction-Time", dhcpSigned},
	92:  {"Associated-IP", dhcpAddrs},
	93:  {"ARCH", dhcpShorts},
	94:  {"NDI", dhcpBytes},
	95:  {"LDAP", dhcpText},
	97:  {"GUID", dhcpBytes},
	98:  {"UAP", dhcpText},
	100: {"POSIX-TZ", dhcpText},
	101: {"TZ-Name", dhcpText},
	112: {"NI", dhcpAddrs},
	113: {"NITAG", dhcpText},
	114: {"URL", dhcpText},
	116: {"NOAUTO", dhcpBools},
	117: {"NSSEARCH", dhcpShorts},
	118: {"SUBNET", dhcpAddrs},
	121: {"Classless-Static-Route", dhcpOwn},
	150: {"TFTP-Server-Address", dhcpAddrs},
	161: {"MUD-URL", dhcpText},
	249: {"Classless-Static-Route-Microsoft", dhcpOwn},
	255: {"END", dhcpBytes},
}

var dhcpMessages = []token{
	{1, "Discover"},
	{2, "Offer"},
	{3, "Request"},
	{4, "Decline"},
	{5, "ACK"},
	{6, "NACK"},
	{7, "Release"},
	{8, "Inform"},
	{10, "LeaseQuery"},
	{11, "LeaseUnassigned"},
	{12, "LeaseUnknown"},
	{13, "LeaseActive"},
}

var dhcpNodes = []token{{1, "b-node"}, {2, "p-node"}, {4, "m-node"}, {8, "h-node"}}

var dhcpOverloads = []token{{1, "file"}, {2, "sname"}, {3, "file+sname"}}

// dhcpHardware names the hardware types of client identifiers.
var dhcpHardware = []token{
	{1, "ether"}, {6, "ieee802"}, {7, "arcnet"}, {15, "frelay"}, {23, "strip"}, {24, "ieee1394"},
}

// dhcpSpecial prints the data of an option with a shape of its own. It returns
// how many bytes at its end are too many.
func (p *printer) dhcpSpecial(code uint8, b []byte) int {
	switch code {
	case dissect.DHCPNetBIOSNode, dissect.DHCPOverload:
		if len(b) < 1 {
			p.str("[ERROR: length < 1 bytes]")
			return 0
		}
		names := dhcpNodes
		if code == dissect.DHCPOverload {
			names = dhcpOverloads
		}
		p.tok(names, "#", uint32(b[0]))
		return len(b) - 1
	case dissect.DHCPParameterRequest:
		for i, c := range b {
			if i%4 == 0 {
				p.str("\n\t      ")
			} else {
				p.str(", ")
			}
			p.str(dhcpOption(c).name)
			p.strDec(" (", uint64(c))
			p.byte(')')
		}
	case dissect.DHCPClientID:
		p.dhcpClientID(b)
	case dissect.DHCPUserClass:
		p.dhcpUserClass(b)
	case dissect.DHCPFQDN:
		p.dhcpFQDN(b)
	case dissect.DHCPAgentInformation:
		return p.dhcpAgent(b)
	case dissect.DHCPClasslessRoute, dissect.DHCPClasslessRouteMSoft:
		p.dhcpRoutes(b)
	}
	return 0
}

// dhcpClientID prints a client identifier (RFC 2132 section 9.14): a hardware
// type and an address, or 0 and text.
func (p *printer) dhcpClientID(b []byte) {
	if len(b) < 1 {
		p.str("[ERROR: length < 1 bytes]")
		return
	}
	kind, b := b[0], b[1:]
	if kind == 0 {
		p.byte('"')
		p.visible(b)
		p.byte('"')
		return
	}
	if s, ok := find(dhcpHardware, uint32(kind)); ok {
		p.str(s)
		p.byte(' ')
	} else {
		p.strDec("hardware-type ", uint64(kind))
		p.str(", ")
	}
	p.linkAddr(b)
}

// dhcpUserClass prints the instances of a user class (RFC 3004): each a length
// and as many bytes.
func (p *printer) dhcpUserClass(b []byte) {
	if len(b) < 2 {
		p.str("[ERROR: length < 2 bytes]")
		return
	}
	for i := uint64(1); len(b) > 0; i++ {
		n := int(b[0])
		b = b[1:]
		p.strDec("\n\t      instance#", i)
		p.str(": ")
		if n == 0 {
			p.str("[ERROR: suboption length must be non-zero]")
			return
		}
		if n > len(b) {
			p.str("[ERROR: invalid option]")
			return
		}
		p.byte('"')
		p.visible(b[:n])
		p.strDec(`", length `, uint64(n))
		b = b[n:]
	}
}

// dhcpFQDN prints a domain name (RFC 4702 section 2): flags, two results, and
// the name.
func (p *printer) dhcpFQDN(b []byte) {
	if len(b) < 3 {
		p.str("[ERROR: length < 3 bytes]")
		return
	}
	flags := b[0]
	if flags&0xf0 != 0 {
		p.str("[ERROR: MBZ nibble ")
		p.hex0x(uint64(flags>>4), 0)
		p.str(" != 0] ")
	}
	if flags&0x0f != 0 {
		p.byte('[')
		p.bits(dhcpFQDNFlags, uint32(flags), "")
		p.str("] ")
	}
	if b[1] != 0 || b[2] != 0 {
		p.dec(uint64(b[1]))
		p.strDec("/", uint64(b[2]))
		p.byte(' ')
	}
	p.byte('"')
	p.visible(b[3:])
	p.byte('"')
}

var dhcpFQDNFlags = []token{{0x01, "S"}, {0x02, "O"}, {0x04, "E"}, {0x08, "N"}}

// dhcpAgent prints what a relay agent added (RFC 3046): suboptions. It returns
// how many bytes are left.
func (p *printer) dhcpAgent(b []byte) int {
	for len(b) >= 2 {
		code, n := b[0], int(b[1])
		b = b[2:]
		p.str("\n\t      ")
		p.tokName(dhcpAgentOptions, "Unknown", uint32(code))
		p.strDec(" SubOption ", uint64(code))
		p.strDec(", length ", uint64(n))
		p.str(": ")
		if n > len(b) {
			p.str("length goes past end of option")
			return 0
		}
		if _, ok := find(dhcpAgentOptions, uint32(code)); ok {
			p.visible(b[:n])
		} else {
			p.hexLines("\n\t\t", b[:n])
		}
		b = b[n:]
	}
	return len(b)
}

var dhcpAgentOptions = []token{{1, "Circuit-ID"}, {2, "Remote-ID"}, {6, "Subscriber-ID"}}

// dhcpRoutes prints routes (RFC 3442): the width of a network's mask, as much
// of its address as is needed, and a router.
func (p *printer) dhcpRoutes(b []byte) {
	if len(b) < 5 {
		p.str("[ERROR: length < 5 bytes]")
		return
	}
	for first := true; len(b) > 0; first = false {
		if !first {
			p.byte(',')
		}
		width := int(b[0])
		if width > 32 {
			p.strDec("[ERROR: Mask width (", uint64(width))
			p.str(") > 32]")
			return
		}
		b = b[1:]
		known := (width + 7) / 8
		if len(b) < known+4 {
			p.strDec("[ERROR: Remaining length (", uint64(len(b)))
			p.strDec(") < ", uint64(known+4))
			p.str(" bytes]")
			return
		}
		p.byte('(')
		if width == 0 {
			p.str("default")
		} else {
			for i := range 4 {
				if i > 0 {
					p.byte('.')
				}
				if i < known {
					p.dec(uint64(b[i]))
				} else {
					p.byte('0')
				}
			}
			p.strDec("/", uint64(width))
		}
		p.byte(':')
		p.ip4At(b, known)
		p.byte(')')
		b = b[known+4:]
	}
}
