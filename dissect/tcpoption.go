package dissect

// TCPOptions is the option part of a TCP header, as it is on the wire (RFC
// 9293 section 3.2). It may be cut, or longer than what makes sense.
type TCPOptions []byte

// Kinds of TCP options (IANA).
const (
	TCPOptEnd           = 0
	TCPOptNop           = 1
	TCPOptMSS           = 2
	TCPOptWindowScale   = 3
	TCPOptSACKPermitted = 4
	TCPOptSACK          = 5
	TCPOptEcho          = 6 // RFC 1072
	TCPOptEchoReply     = 7
	TCPOptTimestamp     = 8
	TCPOptCC            = 11 // T/TCP, RFC 1644
	TCPOptCCNew         = 12
	TCPOptCCEcho        = 13
	TCPOptSignature     = 19 // TCP-MD5, RFC 2385
	TCPOptSCPS          = 20 // SCPS capabilities, CCSDS 714.0-B-2
	TCPOptUserTimeout   = 28 // RFC 5482
	TCPOptAO            = 29 // authentication option, RFC 5925
	TCPOptMPTCP         = 30 // RFC 8684
	TCPOptFastOpen      = 34 // RFC 7413
	TCPOptAccECN0       = 172
	TCPOptAccECN1       = 174
	TCPOptExperiment1   = 253 // RFC 6994
	TCPOptExperiment2   = 254
)

// A TCPOption is one option. Data is what follows kind and length; of an
// option that the header's end cuts, or whose length is wrong, it is what
// there is, and Bad is set.
type TCPOption struct {
	Kind uint8
	Len  int // bytes with kind and length, as the option says; 1 for the two kinds without a length
	Data []byte
	Bad  bool
}

// Next splits off the first option. It returns false at the end of the list;
// TCPOptEnd ends it. Nothing follows a Bad option.
func (o TCPOptions) Next() (opt TCPOption, rest TCPOptions, ok bool) {
	if len(o) == 0 || o[0] == TCPOptEnd {
		return TCPOption{}, nil, false
	}
	if o[0] == TCPOptNop {
		return TCPOption{Kind: TCPOptNop, Len: 1}, o[1:], true
	}
	if len(o) < 2 {
		return TCPOption{Kind: o[0], Bad: true}, nil, true
	}
	n := int(o[1])
	if n < 2 || n > len(o) {
		return TCPOption{Kind: o[0], Len: n, Data: o[2:], Bad: true}, nil, true
	}
	return TCPOption{Kind: o[0], Len: n, Data: o[2:n]}, o[n:], true
}
