package dissect

// Lengths in bytes of a DHCPv6 message before its options.
const (
	DHCPv6Len      = 4
	DHCPv6RelayLen = 34
)

// Types of DHCPv6 messages that have another header (RFC 8415 section 7.3).
const (
	DHCPv6RelayForward = 12
	DHCPv6RelayReply   = 13
)

// DHCPv6 is a DHCPv6 message (RFC 8415 sections 8 and 9).
//
//	+---------------+-----------------------------------------------+
//	|     type      |                transaction ID                 |
//	+---------------+-----------------------------------------------+
//	|   options ...
//
// Relays put this around it:
//
//	+---------------+---------------+
//	|     type      |     hops      |  link address (16 bytes), peer address (16 bytes), options
//	+---------------+---------------+
type DHCPv6 struct {
	Type       uint8
	ID         uint32 // 24 bits; valid iff Relay is false
	Relay      bool
	Hops       uint8 // this and the next two are valid iff Relay is true
	Link, Peer [16]byte
	Captured   int // bytes before the options that were captured
	Options    DHCPv6Options
}

// Decode fills h from the bytes of a message.
func (h *DHCPv6) Decode(b []byte) {
	c := cursor{b: b}
	*h = DHCPv6{Type: c.u8()}
	if h.Relay = h.Type == DHCPv6RelayForward || h.Type == DHCPv6RelayReply; h.Relay {
		h.Hops = c.u8()
		copy(h.Link[:], c.take(16))
		copy(h.Peer[:], c.take(16))
	} else {
		h.ID = c.u24()
	}
	h.Captured = c.pos
	h.Options = c.rest()
}

// DHCPv6Options are captured options (RFC 8415 section 21.1).
type DHCPv6Options []byte

// A DHCPv6Option is one of them. Of one that is cut, Data is what there is.
type DHCPv6Option struct {
	Code uint16
	Len  int // bytes of data, as it says
	Data []byte
}

// Next splits off the first option. It returns false if there is none.
func (o DHCPv6Options) Next() (opt DHCPv6Option, rest DHCPv6Options, ok bool) {
	if len(o) < 4 {
		return DHCPv6Option{}, nil, false
	}
	c := cursor{b: o}
	opt.Code, opt.Len = c.u16(), int(c.u16())
	opt.Data = span(o, 4, 4+opt.Len)
	return opt, o[4+len(opt.Data):], true
}
