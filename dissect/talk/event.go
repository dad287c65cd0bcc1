package talk

import (
	"net/netip"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A Kind says what an event tells.
type Kind uint8

const (
	HTTPRequest   Kind = iota + 1 // the head of a request has come
	HTTPResponse                  // a response has ended
	DNSAnswered                   // a question and its answer
	DNSUnanswered                 // a question that waited in vain
	DNSUnasked                    // an answer without a question
)

var kindNames = [...]string{"", "http-request", "http-response", "dns-answered", "dns-unanswered", "dns-unasked"}

// String returns the name that the JSON form has as "event".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// Flags are what is remarkable about a message.
type Flags uint8

const (
	FlagGap        Flags = 1 << iota // segments before or in it were not captured
	FlagCut                          // its packets were captured in part
	FlagIncomplete                   // the connection or the capture ended first
	FlagTooLong                      // the head is longer than what is kept of it
	FlagTruncated                    // DNS: the sender left out answers (TC)
	FlagTCP                          // DNS: over TCP
	FlagEvicted                      // DNS: memory ran out before the timeout
	FlagUnasked                      // no request or question was seen
)

var flagNames = [...]string{"gap", "cut", "incomplete", "too-long", "truncated", "tcp", "evicted", "unasked"}

// An Event is one thing to tell. It and its slices are lent for the time of the
// call that delivers it.
type Event struct {
	Kind  Kind
	Flags Flags
	// Time is when it was known: the packet that completed it, or the end of
	// the waiting.
	Time           packet.Time
	Client, Server netip.AddrPort
	VLAN           uint16 // ID of the outermost tag; 0 if none
	Interface      uint32 // Packet.Interface
	// InterfaceName is for AppendJSON, if whoever gets the event knows the name
	// and sets it.
	InterfaceName string
	// Latency is from the request's head to the first byte of the response,
	// from the first question to the answer, or how long a question waited.
	// Negative if not known.
	Latency time.Duration
	// Missing is how many bytes of an HTTP message, or before it since the last
	// one, were not captured: what FlagGap and FlagCut are about.
	Missing int64

	HTTP HTTP // valid iff Kind is one of HTTP
	DNS  DNS  // valid iff Kind is one of DNS
}

// HTTP is what a message of HTTP says. Bytes are as they are on the wire.
type HTTP struct {
	Method, Target, Host []byte // of a request; Host is the field of this name
	Status, Reason       []byte // of a response
	Version              []byte
	ContentType          []byte
	// BodyLen is the length in bytes: of a response what came of it, without
	// the framing of chunks, of a request what it announces. Negative if it
	// has no body or does not say.
	BodyLen int64
}

// DNS is a question, an answer, or both.
type DNS struct {
	ID     uint16
	Opcode uint8
	Asked  bool   // the next three are valid
	Name   []byte // in the question: labels with their lengths, without pointers
	Type   uint16
	Class  uint16
	Tries  int // how often the question was seen; 0 if Kind is DNSUnasked
	// Message is the answer as captured, header and all; nil if Kind is
	// DNSUnanswered.
	Message []byte

	work dissect.DNSWork // of the names of Message
}
