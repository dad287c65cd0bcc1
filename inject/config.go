package inject

import (
	"errors"
	"net/netip"
	"time"

	"wiredump/capture/packet"
)

// Defaults and limits of [Config].
const (
	DefaultRate    = 1000 // probes a second
	DefaultRetries = 3
	// MaxRate as Config.Rate sends as fast as the machine can.
	MaxRate = -1

	// PublicLimit is how many public addresses a scan may have without
	// Config.AllowPublic.
	PublicLimit = 256
	// PublicRate is how many probes a second may go to public addresses
	// without Config.Fast.
	PublicRate = 10000
)

// A Config says what to scan and how. Targets is required; everything else has
// a default.
type Config struct {
	Targets *Targets
	Exclude *Targets // always wins over Targets; may be nil
	Ports   []uint16 // nil: DefaultPorts

	Interface string // the only one to send on; empty: as routed
	// Rate is in probes a second; 0 is DefaultRate, below 0 (MaxRate) there is
	// no limit.
	Rate float64
	// Retries is how often what was not answered is asked again, as long as
	// that brings answers; 0 is DefaultRetries, below 0 never.
	Retries int
	// Wait is how long to wait for answers after the last probe or answer. 0
	// goes by the round-trip times seen.
	Wait time.Duration
	// Seed chooses the order of probes; 0 is a random one. Sequential sends
	// them in ascending order.
	Seed       uint64
	Sequential bool
	// SourcePort is the first of the source ports used, one for each try; 0
	// chooses.
	SourcePort uint16
	// Connect uses connect(2) even where packets could be sent.
	Connect bool

	AllowPublic bool // more than PublicLimit public addresses
	Fast        bool // more than PublicRate at public addresses

	// Trace is given each probe sent, ARP and neighbour requests included, and
	// each answer. The packet is lent for the call. Calls do not overlap.
	Trace func(*packet.Packet)
	// Notice is given what a person should know and no Result tells, such as
	// addresses left out. Calls do not overlap those of the other callbacks.
	Notice func(string)
}

// A State is the verdict on a port.
type State uint8

const (
	Open     State = iota + 1 // accepts connections
	Closed                    // the host is there and refuses
	Filtered                  // nobody knows: silence, or somebody else refuses
)

// String returns "open", "closed" or "filtered".
func (s State) String() string {
	switch s {
	case Open:
		return "open"
	case Closed:
		return "closed"
	case Filtered:
		return "filtered"
	}
	return "unknown"
}

// A Reason is why a port has its State, in nmap's words.
type Reason uint8

const (
	SynAck           Reason = iota + 1 // Open
	Reset                              // Closed
	NoResponse                         // Filtered, as all below
	NetUnreach                         // ICMP destination unreachable, by code
	HostUnreach                        // also: no answer to ARP or neighbour discovery
	ProtoUnreach                       //
	PortUnreach                        //
	NetProhibited                      //
	HostProhibited                     //
	AdminProhibited                    //
	DestUnreach                        // any other code
	TimeExceeded                       // ICMP time exceeded
	NoRoute                            // ICMPv6 destination unreachable, by code
	BeyondScope                        //
	RejectRoute                        //
	ParameterProblem                   // ICMP or ICMPv6
	PacketTooBig                       // ICMPv6
	reasonCount
)

var reasonWords = [reasonCount]string{
	SynAck: "syn-ack", Reset: "reset", NoResponse: "no-response",
	NetUnreach: "net-unreach", HostUnreach: "host-unreach", ProtoUnreach: "proto-unreach", PortUnreach: "port-unreach",
	NetProhibited: "net-prohibited", HostProhibited: "host-prohibited", AdminProhibited: "admin-prohibited", DestUnreach: "dest-unreach",
	TimeExceeded: "time-exceeded", NoRoute: "no-route", BeyondScope: "beyond-scope",
	RejectRoute: "reject-route", ParameterProblem: "param-problem", PacketTooBig: "packet-too-big",
}

// String returns the reason's word, such as "syn-ack".
func (r Reason) String() string {
	if r > 0 && r < reasonCount {
		return reasonWords[r]
	}
	return "unknown"
}

// A Result is the verdict on one port of one address.
type Result struct {
	Addr   netip.Addr
	Port   uint16
	State  State
	Reason Reason
	TTL    uint8         // time to live or hop limit of the answer; 0: there was none
	From   netip.Addr    // who sent the ICMP error, if not Addr; otherwise invalid
	RTT    time.Duration // from probe to answer; 0 if not known
	Tries  int           // probes sent so far, the answered one included
}

// Stats says what a scan did.
type Stats struct {
	Probes      uint64 // pairs of address and port to be judged
	Sent        uint64 // packets sent for these, retries included
	Open        uint64
	Closed      uint64
	Filtered    uint64
	Late        uint64        // answers beyond the first to the same probe
	RingDropped uint64        // answers that found no room in the ring
	SendErrors  uint64        // probes that the kernel refused to send
	RTT         time.Duration // longest seen
	Elapsed     time.Duration
	Connect     bool // connect(2) was used
	Interrupted bool
}

// Done returns how many ports have their verdict.
func (s *Stats) Done() uint64 { return s.Open + s.Closed + s.Filtered }

// Errors that callers test for with errors.Is.
var (
	// ErrUnsupported: not on this operating system.
	ErrUnsupported = errors.New("inject: scanning needs Linux")
	// ErrNoTargets: nothing is left to scan.
	ErrNoTargets = errors.New("inject: no targets")
	// ErrPublic: so many public addresses need Config.AllowPublic.
	ErrPublic = errors.New("inject: too many public addresses")
	// ErrFast: so high a rate at public addresses needs Config.Fast.
	ErrFast = errors.New("inject: too fast for public addresses")
)
