package dissect

// Subtypes of the Multipath TCP option (RFC 8684 section 3), the high four
// bits of its data.
const (
	MPTCPCapable    = 0
	MPTCPJoin       = 1
	MPTCPDSS        = 2 // data sequence signal
	MPTCPAddAddr    = 3
	MPTCPRemoveAddr = 4
	MPTCPPriority   = 5
	MPTCPFail       = 6
	MPTCPFastClose  = 7
)

// MPTCP is the data of a Multipath TCP option, behind its kind and length.
//
//	+-------+-------+---------------+-------------------------------+
//	|subtype| flags |     varies    |   ...
//	+-------+-------+---------------+-------------------------------+
type MPTCP []byte

// Subtype returns what the option says.
func (m MPTCP) Subtype() uint8 {
	if len(m) == 0 {
		return 0xff
	}
	return m[0] >> 4
}

// Flags returns the low four bits beside the subtype: the version in
// MPTCPCapable and MPTCPAddAddr, whether this is a backup path in MPTCPJoin
// and MPTCPPriority.
func (m MPTCP) Flags() uint8 {
	if len(m) == 0 {
		return 0
	}
	return m[0] & 15
}

// Flags of the data sequence signal, in its second byte.
const (
	MPTCPAck     = 0x01 // a data acknowledgment is present
	MPTCPAck8    = 0x02 // it has eight bytes, not four
	MPTCPMap     = 0x04 // data sequence number, subflow sequence number, length and maybe a checksum are present
	MPTCPMap8    = 0x08 // the data sequence number has eight bytes, not four
	MPTCPDataFIN = 0x10
)
