package dissect

// Lengths in bytes of an NTP time message without extensions and of a control
// message's header.
const (
	NTPLen        = 48
	NTPControlLen = 12
)

// Modes of NTP messages.
const (
	NTPSymmetricActive  = 1
	NTPSymmetricPassive = 2
	NTPClient           = 3
	NTPServer           = 4
	NTPBroadcast        = 5
	NTPControl          = 6
	NTPPrivate          = 7
)

// NTP is a Network Time Protocol message (RFC 5905 section 7.3).
//
//	+--+-----+-----+---------------+---------------+---------------+
//	|LI|vers.|mode |    stratum    |     poll      |   precision   |
//	+--+-----+-----+---------------+---------------+---------------+
//	|                          root delay                          |
//	+--------------------------------------------------------------+
//	|                       root dispersion                        |
//	+--------------------------------------------------------------+
//	|                         reference ID                         |
//	+--------------------------------------------------------------+
//	|   four times of 8 bytes: reference, origin, receive, transmit
type NTP struct {
	Leap      uint8 // 3: not synchronized
	Version   uint8
	Mode      uint8 // NTPClient, ...; the rest is valid iff it is not NTPControl
	Stratum   uint8
	Poll      int8   // log2 of seconds
	Precision int8   // log2 of seconds
	Delay     uint32 // seconds and 16 bits of fraction
	Disp      uint32 // the same
	RefID     [4]byte
	Reference NTPTime
	Origin    NTPTime
	Receive   NTPTime
	Transmit  NTPTime
	Captured  int    // bytes of these that were captured, at most NTPLen
	Extra     []byte // captured bytes behind them
}

// NTPTime is seconds since 1900 and 32 bits of fraction.
type NTPTime struct {
	Seconds, Fraction uint32
}

// Decode fills h from the bytes of a message.
func (h *NTP) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u8()
	h.Leap, h.Version, h.Mode = v>>6, v>>3&7, v&7
	h.Stratum, h.Poll, h.Precision = c.u8(), int8(c.u8()), int8(c.u8())
	h.Delay, h.Disp = c.u32(), c.u32()
	h.RefID = [4]byte{}
	copy(h.RefID[:], c.take(4))
	for _, t := range [...]*NTPTime{&h.Reference, &h.Origin, &h.Receive, &h.Transmit} {
		t.Seconds = c.u32()
		t.Fraction = c.u32()
	}
	h.Captured = c.pos
	h.Extra = c.rest()
}
