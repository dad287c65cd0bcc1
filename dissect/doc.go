// Package dissect turns packet bytes into typed headers.
//
// # Typed headers, lazy bodies
//
// Each protocol has one file with a struct for its fixed header and a Decode
// method that fills a struct the caller owns, to be decoded into again and
// again without allocation. Parts of variable shape (TCP options, DNS records,
// extension headers) stay sub-slices of the packet with one iterator each,
// shared by every view.
//
// A decoder reports what is on the wire and judges nothing: it does not
// repair, print, log, allocate, or fail. Of a header that the capture cut
// short, Captured tells how many bytes there were; the fields beyond them are
// zero. Whether that matters is the view's business.
//
// # Who chooses the next protocol
//
// The registry (registry.go) maps link types, Ethertypes, IP protocol numbers
// and ports to a [Protocol]. Views map a Protocol to their own function. How to
// add one is told at the top of registry.go.
//
// # Views
//
//	dissect/text       lines as tcpdump prints them
//	dissect/json       one object a line
//	dissect/handshake  the outcome of every TCP handshake
//
// Slices in decoded headers point into the packet and live as long as it does.
package dissect
