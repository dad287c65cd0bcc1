package dissect

// DHCPLen is the length of a BOOTP message without vendor area in bytes.
const DHCPLen = 236

// DHCPCookie is what the vendor area begins with where options follow (RFC
// 2131 section 3).
const DHCPCookie = 0x63825363

// Operations of BOOTP.
const (
	BOOTPRequest = 1
	BOOTPReply   = 2
)

// Options of DHCP (RFC 2132) that have a shape of their own here.
const (
	DHCPPad                 = 0
	DHCPNetBIOSNode         = 46
	DHCPOverload            = 52
	DHCPMessageType         = 53
	DHCPParameterRequest    = 55
	DHCPClientID            = 61
	DHCPUserClass           = 77 // RFC 3004
	DHCPFQDN                = 81 // RFC 4702
	DHCPAgentInformation    = 82 // RFC 3046
	DHCPClasslessRoute      = 121
	DHCPClasslessRouteMSoft = 249
	DHCPEnd                 = 255
)

// DHCP is a BOOTP or DHCP message (RFC 951, RFC 2131 section 2).
//
//	+---------------+---------------+---------------+---------------+
//	|   operation   | hardware type |address length |     hops      |
//	+---------------+---------------+---------------+---------------+
//	|                        transaction ID                         |
//	+-------------------------------+-------------------------------+
//	|            seconds            |B|           flags             |
//	+-------------------------------+-------------------------------+
//	|  client's, your, server's and gateway's IPv4 address, 4 times |
//	+---------------------------------------------------------------+
//	|           client's hardware address (16 bytes)                |
//	+---------------------------------------------------------------+
//	|       server's name (64 bytes), boot file (128 bytes)         |
//	+---------------------------------------------------------------+
//	|       vendor area ...
type DHCP struct {
	Op           uint8
	HardwareType uint8
	HardwareLen  uint8 // bytes of HardwareAddr that are used
	Hops         uint8
	ID           uint32
	Seconds      uint16
	Flags        uint16 // 0x8000: answer by broadcast
	Client, Your [4]byte
	Server, Gate [4]byte
	HardwareAddr [16]byte
	Name, File   []byte // captured bytes, with the zeros behind
	Captured     int    // bytes before the vendor area that were captured, at most DHCPLen
	Vendor       []byte // captured bytes of the vendor area
}

// Decode fills h from the bytes of a message.
func (h *DHCP) Decode(b []byte) {
	c := cursor{b: b}
	h.Op, h.HardwareType, h.HardwareLen, h.Hops = c.u8(), c.u8(), c.u8(), c.u8()
	h.ID = c.u32()
	h.Seconds, h.Flags = c.u16(), c.u16()
	for _, a := range [...]*[4]byte{&h.Client, &h.Your, &h.Server, &h.Gate} {
		*a = [4]byte{}
		copy(a[:], c.take(4))
	}
	h.HardwareAddr = [16]byte{}
	copy(h.HardwareAddr[:], span(b, 28, 44))
	h.Name = span(b, 44, 44+64)
	h.File = span(b, 108, DHCPLen)
	h.Captured = min(len(b), DHCPLen)
	h.Vendor = span(b, DHCPLen, len(b))
}

// DHCPOptions are the captured options behind DHCPCookie.
type DHCPOptions []byte

// A DHCPOption is one of them. Of one that is cut, Data is what there is.
type DHCPOption struct {
	Code uint8
	Len  int // bytes of data, as it says
	Data []byte
}

// Options returns the options of the vendor area; nil if it holds something
// else.
func (h *DHCP) Options() DHCPOptions {
	c := cursor{b: h.Vendor}
	if c.u32() != DHCPCookie {
		return nil
	}
	return c.rest()
}

// Next splits off the first option, passing over padding. It returns false at
// the end.
func (o DHCPOptions) Next() (opt DHCPOption, rest DHCPOptions, ok bool) {
	for len(o) > 0 && o[0] == DHCPPad {
		o = o[1:]
	}
	if len(o) < 2 || o[0] == DHCPEnd {
		return DHCPOption{}, nil, false
	}
	opt.Code, opt.Len = o[0], int(o[1])
	opt.Data = span(o, 2, 2+opt.Len)
	return opt, o[2+len(opt.Data):], true
}
