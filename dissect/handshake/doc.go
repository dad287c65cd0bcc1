// Package handshake follows every attempt to open a TCP connection and says how
// it ended: one [Event] an outcome, with round-trip times, retransmissions, the
// options of both sides, and who refused, reset or could not be reached.
//
// A [Tracker] is given packets in the order of capture, from a live ring or a
// savefile. Its clock is the packets' own time, so that a file gives the same
// events at any speed; a live user also calls Advance while the wire is silent.
// Memory is bounded: Options say how many connections are remembered, and the
// ones that were silent longest are given up first.
//
// docs/handshakes.md explains the states and the lines.
//
// # How it works
//
// A flow (table.go) is found by addresses and ports and lies in one of three
// lists, each in the order of last activity, so that timeouts and evictions
// look at the front only: embryonic (no outcome yet), open (established or
// seen from the middle), done (has an outcome and lingers for late answers).
// A flow has a stage, which is what its segments have shown (segment.go), and
// an outcome, which is what was last reported of it. A later segment may
// overtake an outcome: an answer after the timeout, a SYN-ACK after a forged
// reset. The new event then is marked FlagLate, and the summary counts each
// attempt once, by its last outcome.
//
// Checksums are not verified: of packets that the capturing host sends they
// often are not filled in yet.
package handshake
