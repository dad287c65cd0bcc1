package dissect

// VRRPLen is the length of a VRRP header in bytes.
const VRRPLen = 8

// VRRPAdvertisement is the only type of VRRP packet.
const VRRPAdvertisement = 1

// VRRP is a virtual router redundancy protocol header (RFC 3768, version 2;
// RFC 5798, version 3).
//
//	+-------+-------+---------------+---------------+---------------+
//	|version| type  |virtual router |   priority    |addresses count|
//	+-------+-------+---------------+---------------+---------------+
//	| authentication|  interval (s) |           checksum            |  version 2
//	+-------+-------+---------------+-------------------------------+
//	| zero  |    interval (1/100 s) |           checksum            |  version 3
//	+-------+-----------------------+-------------------------------+
//	|  addresses; in version 2 eight bytes of authentication data behind them
type VRRP struct {
	Version, Type uint8
	RouterID      uint8
	Priority      uint8
	Count         int    // addresses, as the header says
	AuthType      uint8  // version 2: 0 none, 1 simple, 2 IP authentication header
	Interval      uint16 // version 2: seconds; version 3: hundredths of a second
	Checksum      uint16
	Captured      int // bytes of the header that were captured, at most VRRPLen
	Payload       []byte
}

// Decode fills h from the bytes of a packet.
func (h *VRRP) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u8()
	h.Version, h.Type = v>>4, v&15
	h.RouterID, h.Priority, h.Count = c.u8(), c.u8(), int(c.u8())
	h.AuthType, h.Interval = c.u8(), uint16(c.u8())
	if h.Version == 3 {
		h.AuthType, h.Interval = 0, uint16(h.AuthType&0xf)<<8|h.Interval
	}
	h.Checksum = c.u16()
	h.Captured = c.pos
	h.Payload = c.rest()
}
