package handshake

import (
	"net/netip"
	"time"

	"wiredump/capture/packet"
)

// An Event is one thing to tell of a connection attempt. It and its slices
// are lent for the time of the call that delivers it.
//
// Durations that are not known are negative.
type Event struct {
	State State
	Flags Flags
	// Time is when it happened: the time of the packet that decided, or when
	// the waiting ended.
	Time packet.Time
	// Client is who sent the first SYN; for a connection seen from the middle
	// it is who was seen sending first.
	Client, Server netip.AddrPort
	VLAN           uint16 // ID of the outermost tag of the first packet; 0 if none
	Interface      uint32 // Packet.Interface of the first packet
	// InterfaceName is for AppendJSON, if whoever gets the event knows the name
	// and sets it.
	InterfaceName string

	Attempt      time.Duration // since the first SYN
	ServerRTT    time.Duration // from the SYN that was answered to the answer
	ClientRTT    time.Duration // from the SYN-ACK to the ACK
	TotalRTT     time.Duration // from that SYN to the ACK
	Syns         int           // SYNs seen, without copies
	SynAcks      int
	Copies       int             // packets of the handshake that were captured again
	Gaps         []time.Duration // between the SYNs, of the first eight
	Side         [2]Side         // by Role
	Effective    Effective
	AckData      int  // bytes that came with the ACK
	ResetBy      Role // valid for ResetInHandshake, ResetContradicted, and Closed with Reset
	ResetTTL     uint8
	ICMP         ICMPError     // valid for Unreachable
	Reset        bool          // Closed: by RST, not by FINs
	Bytes        [2]uint64     // Closed: sent by each Role, without retransmissions
	Duration     time.Duration // Closed: since the handshake
	ConnState    string        // zeek's conn_state so far
	Hint         Hint          // valid for Scan and SynFlood
	historyBytes [14]byte
	historyLen   uint8
}

// History returns zeek's history so far: see history.go.
func (e *Event) History() string { return string(e.historyBytes[:e.historyLen]) }

// An ICMPError is an ICMP or ICMPv6 message that quoted a segment.
type ICMPError struct {
	V6         bool
	Type, Code uint8
	MTU        uint32 // valid for "fragmentation needed" and "packet too big"
	From       netip.Addr
	Quoted     Role // whose segment it quoted
}

// A Hint says what a host does, over the last Window.
type Hint struct {
	Attempts  int // SYNs with a new sequence number or address
	Completed int // handshakes
	Ports     int // at least so many different ports
	Hosts     int // at least so many different hosts
	Window    time.Duration
}
