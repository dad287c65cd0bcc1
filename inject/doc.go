// Package inject sends TCP SYN probes and tells from the answers which ports
// are open, closed or filtered.
//
//	targets, ports -> plan -> order -> pace -> template -> send
//	capture -> dissect -> verdict -> Result
//
// # No list of probes
//
// Probe number i goes to the address and port that a permutation ([Config.Seed])
// assigns to i; nothing is kept of it but one bit that says whether it was
// answered. Its sequence number is a keyed hash of its addresses and ports, so
// an answer proves by itself which probe it belongs to. Scans of more than
// 2^24 probes go in rounds of that many, each with its own bits.
//
// # From address to wire
//
// For each stretch of targets that the kernel's routing tables treat alike one
// route is asked for. Frames for Ethernet are built whole and go out through an
// AF_PACKET socket, to the hardware address of the gateway or of the target
// itself, taken from the kernel's neighbour table or asked for with ARP or
// neighbour discovery. Packets for this host and for devices without Ethernet
// (tun, PPP) go through a raw IP socket.
//
// # The kernel's own RST
//
// The kernel knows nothing of the probes and answers each SYN-ACK with a RST,
// which closes what the probe had half opened. Source ports are chosen outside
// the range from which the kernel takes its own (ip_local_port_range), so no
// connection of this host is touched.
//
// # What is never probed
//
// Multicast and broadcast addresses, 0.0.0.0/8, 240.0.0.0/4 and whatever is
// excluded. More than 256 public addresses, and more than 10,000 probes a
// second at public addresses, have to be allowed explicitly.
//
// Scanning works on Linux only; elsewhere [New] returns ErrUnsupported.
package inject
