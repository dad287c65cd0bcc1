package handshake

// A State is what an Event says of a connection attempt.
type State uint8

const (
	_ State = iota

	// Steps, reported only with Options.Steps.

	SynSent     // the first SYN, or one more
	SynReceived // the SYN-ACK

	// Outcomes. Each attempt has one; see FlagLate.

	Established      // SYN, SYN-ACK, ACK
	Simultaneous     // both sides sent a SYN and acknowledged the other's
	Refused          // RST with the right acknowledgment number answered the SYN
	Unreachable      // an ICMP error quoted the SYN, or the SYN-ACK
	TimedOut         // nothing answered the SYN within Options.Timeout
	Unanswered       // nothing had answered the SYN when the capture ended
	HalfOpen         // nothing answered the SYN-ACK
	ResetInHandshake // RST after the SYN-ACK, or by the side that sent the SYN

	// What happens to a connection outside its handshake.

	Midstream         // first seen after its handshake; reported with Options.Midstream
	Closed            // FIN from both sides, or RST; reported with Options.Closes
	ResetContradicted // a side goes on after its RST: somebody forged it

	// Hints on hosts.

	Scan     // a client tries many ports or hosts in vain
	SynFlood // a server gets many SYNs that lead nowhere

	stateCount
)

var stateNames = [stateCount]string{
	SynSent:           "SYN_SENT",
	SynReceived:       "SYN_RECEIVED",
	Established:       "ESTABLISHED",
	Simultaneous:      "SIMULTANEOUS",
	Refused:           "REFUSED",
	Unreachable:       "UNREACHABLE",
	TimedOut:          "TIMED_OUT",
	Unanswered:        "UNANSWERED",
	HalfOpen:          "HALF_OPEN",
	ResetInHandshake:  "RESET_IN_HANDSHAKE",
	Midstream:         "MIDSTREAM",
	Closed:            "CLOSED",
	ResetContradicted: "RESET_CONTRADICTED",
	Scan:              "SCAN",
	SynFlood:          "SYN_FLOOD",
}

// String returns the name that stands in lines and JSON.
func (s State) String() string {
	if s < stateCount {
		return stateNames[s]
	}
	return ""
}

// Outcome reports whether s is the outcome of an attempt.
func (s State) Outcome() bool { return s >= Established && s <= ResetInHandshake }

// A Role is a side of a connection.
type Role uint8

const (
	Client Role = iota // who sent the first SYN
	Server
)

// String returns "client" or "server".
func (r Role) String() string {
	if r == Client {
		return "client"
	}
	return "server"
}

// Flags are observations on an attempt.
type Flags uint32

const (
	FlagLate            Flags = 1 << iota // overtakes an outcome that was reported before
	FlagAmbiguousRTT                      // a retransmission makes it unclear what was answered
	FlagSynUnseen                         // the SYN was not captured
	FlagSynAckUnseen                      // the SYN-ACK was not captured
	FlagAckUnseen                         // the ACK was not captured, but data from the server shows it
	FlagNewISN                            // the client sent SYNs with different sequence numbers
	FlagNewServerISN                      // the server sent SYN-ACKs with different sequence numbers
	FlagBadAck                            // a SYN-ACK or ACK acknowledged a wrong number
	FlagBadReset                          // a RST that its receiver must ignore
	FlagTTLChanged                        // the RST came with another TTL than the SYN-ACK or SYN
	FlagDuplicates                        // packets were captured twice, on the way through the host
	FlagRewritten                         // and differed in their options
	FlagEvicted                           // given up for want of memory, not of time
	FlagIgnoredICMP                       // an ICMP error quoted a segment that was not sent
	FlagICMPSoft                          // an ICMP error preceded the outcome
	FlagDataBeforeReply                   // data from the client before the server's answer, beside the SYN's
	FlagResetLied                         // the side that sent RST goes on
)

// flagNames are the words of lines and JSON, by bit.
var flagNames = [...]string{
	"late", "ambiguous-rtt", "syn-unseen", "syn-ack-unseen", "ack-unseen",
	"new-isn", "new-server-isn", "bad-ack", "bad-rst", "ttl-changed",
	"duplicates", "rewritten", "evicted", "ignored-icmp", "after-icmp",
	"early-data", "rst-contradicted",
}
