package dissect

import "encoding/binary"

// Types of IEEE 802.11 frames.
const (
	WLANManagement = 0
	WLANControl    = 1
	WLANData       = 2
)

// Flags of the frame control field.
const (
	WLANToDS          = 0x01
	WLANFromDS        = 0x02
	WLANMoreFragments = 0x04
	WLANRetry         = 0x08
	WLANPowerMgmt     = 0x10
	WLANMoreData      = 0x20
	WLANProtected     = 0x40
	WLANOrder         = 0x80
)

// Subtypes of control frames that differ in shape.
const (
	WLANControlWrapper  = 7
	WLANBlockAckRequest = 8
	WLANBlockAck        = 9
	WLANPowerSavePoll   = 10
	WLANRTS             = 11
	WLANCTS             = 12
	WLANAck             = 13
	WLANCFEnd           = 14
	WLANCFEndAck        = 15
)

// Bits of a data frame's subtype.
const (
	WLANDataAck    = 1
	WLANDataPoll   = 2
	WLANDataNoData = 4 // "null": there is no payload
	WLANDataQoS    = 8
)

// WLAN is an IEEE 802.11 header (section 9.2.3); its fields are little endian.
//
//	+-------+---+---+---------------+-------------------------------+
//	|subtype|typ|ver|     flags     |         duration, us          |
//	+-------+---+---+---------------+-------------------------------+
//	|   address 1: receiver, address 2: transmitter, address 3      |
//	|   (6 bytes each; control frames have one or two)              |
//	+-------------------------------+-------------------------------+
//	|       sequence control        |  address 4, between access    |
//	+-------------------------------+  points                       |
//	+---------------------------------------------------------------+
//	| QoS control (2 bytes), in QoS data  |
//	+-------------------------------------+
type WLAN struct {
	Version, Type, Subtype, Flags uint8
	Duration                      uint16     // microseconds; in a power-save poll the association's number
	Addr                          [4][6]byte // as far as the frame has them
	QoS                           uint16     // valid iff IsQoS
	HeaderLen                     int        // bytes; 0 for frames of an unknown kind
	Captured                      int        // bytes of the header that were captured, at most HeaderLen
	Payload                       []byte
}

// Decode fills h from the bytes of a frame.
func (h *WLAN) Decode(b []byte) {
	*h = WLAN{}
	if len(b) < 2 {
		h.Captured = len(b)
		return
	}
	h.Version, h.Type, h.Subtype, h.Flags = b[0]&3, b[0]>>2&3, b[0]>>4, b[1]
	h.HeaderLen = h.headerLen()
	h.Captured = min(h.HeaderLen, len(b))
	c := cursor{b: b[:h.Captured], pos: min(2, h.Captured)}
	if s := c.take(2); s != nil {
		h.Duration = binary.LittleEndian.Uint16(s)
	}
	for i := range 3 {
		copy(h.Addr[i][:], c.take(6))
	}
	if h.Type == WLANData {
		c.take(2)
		if h.Flags&(WLANToDS|WLANFromDS) == WLANToDS|WLANFromDS {
			copy(h.Addr[3][:], c.take(6))
		}
		if s := c.take(2); s != nil {
			h.QoS = binary.LittleEndian.Uint16(s)
		}
	}
	h.Payload = b[h.Captured:]
}

// IsQoS reports whether the frame is data with a QoS control field.
func (h *WLAN) IsQoS() bool { return h.Type == WLANData && h.Subtype&WLANDataQoS != 0 }

func (h *WLAN) headerLen() int {
	switch h.Type {
	case WLANManagement:
		return 24
	case WLANControl:
		switch h.Subtype {
		case WLANBlockAckRequest:
			return 20
		case WLANControlWrapper, WLANPowerSavePoll, WLANRTS, WLANCFEnd, WLANCFEndAck:
			return 16
		case WLANBlockAck, WLANCTS, WLANAck:
			return 10
		}
	case WLANData:
		n := 24
		if h.Flags&(WLANToDS|WLANFromDS) == WLANToDS|WLANFromDS {
			n += 6
		}
		if h.IsQoS() {
			n += 2
		}
		return n
	}
	return 0
}

// Endpoints returns the addresses between which a data frame goes, beyond
// access points.
func (h *WLAN) Endpoints() (src, dst [6]byte) {
	switch h.Flags & (WLANToDS | WLANFromDS) {
	case 0:
		return h.Addr[1], h.Addr[0]
	case WLANToDS:
		return h.Addr[1], h.Addr[2]
	case WLANFromDS:
		return h.Addr[2], h.Addr[0]
	}
	return h.Addr[3], h.Addr[2]
}

// WLANElements iterates over the elements of a management frame (section 9.4.2).
//
//	+---------------+---------------+----------------------
//	|  identifier   | length, bytes |  value ...
//	+---------------+---------------+----------------------
type WLANElements struct{ rest []byte }

// WLANElementsOf returns an iterator over the elements in b.
func WLANElementsOf(b []byte) WLANElements { return WLANElements{b} }

// Next returns the next element. ok is false at the end, and where an element
// is longer than what is left; then Rest is not empty.
func (e *WLANElements) Next() (id uint8, value []byte, ok bool) {
	if len(e.rest) < 2 || len(e.rest) < 2+int(e.rest[1]) {
		return 0, nil, false
	}
	n := 2 + int(e.rest[1])
	id, value = e.rest[0], e.rest[2:n]
	e.rest = e.rest[n:]
	return id, value, true
}

// Rest returns what is left.
func (e *WLANElements) Rest() []byte { return e.rest }

// Identifiers of elements.
const (
	WLANElementSSID      = 0
	WLANElementRates     = 1
	WLANElementChannel   = 3
	WLANElementTIM       = 5
	WLANElementChallenge = 16
)
