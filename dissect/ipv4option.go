package dissect

// Types of IPv4 options (RFC 791 section 3.1 and IANA's list). All but the
// first two are followed by their length in bytes, type and length included.
const (
	IPv4OptionEOL         = 0
	IPv4OptionNOP         = 1
	IPv4OptionRR          = 7
	IPv4OptionTimestamp   = 68
	IPv4OptionTraceroute  = 82  // RFC 1393
	IPv4OptionSecurity    = 130 // RFC 1108
	IPv4OptionLSRR        = 131
	IPv4OptionSSRR        = 137
	IPv4OptionRouterAlert = 148 // RFC 2113
)
