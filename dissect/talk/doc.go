// Package talk shows HTTP/1 and DNS as the conversations that they are, not as
// packets: one [Event] a message of HTTP (RFC 9112), one a pair of question
// and answer of DNS (RFC 1035), multicast DNS (RFC 6762) and LLMNR (RFC 4795).
//
// A [Tracker] is given packets in the order of capture. Its clock is the
// packets' own time; a live user also calls Advance while the wire is silent.
// Memory is bounded by the constants in tracker.go and by Options: whatever was
// silent longest is given up first.
//
// docs/decode.md explains the lines and the JSON form.
//
// # How it works
//
// A flow (flow.go) is a TCP connection that began with its SYN or with a
// message, and is forgotten as soon as its first bytes are of something else.
// Each direction is a stream: segments are put in order, a few that came early
// are held, and what never came is a gap. A segment also waits for the bytes of
// the other direction that it acknowledges, as these were sent before it: so a
// response never overtakes its request, and an acknowledgment tells what was
// not captured. http.go and question.go consume a stream whatever pieces it
// comes in. In a gap inside a body of known length nothing is lost; after any
// other the stream is searched for a segment that begins like a message.
//
// Requests wait for their responses in a queue (queue.go). Where some of either
// were not captured, their number is not known: responses then go without a
// request until the client asks for more after it has got all.
//
// A question (question.go) waits for its answer until the timeout, and lingers
// until then once it was answered, so that copies of an answer are not taken
// for answers that nobody asked for.
package talk
