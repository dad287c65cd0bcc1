// Package jsonview shows packets as JSON: one object a line, whatever the bytes
// of the packet.
//
// A [View] is given packets in order and appends a line for each to a buffer.
// The names of all fields, and what they mean, are in docs/json.md; [Schema]
// is their version.
//
// # How an encoder works
//
// A protocol's encoder is a method
//
//	func (e *encoder) foo(b []byte, length int)
//
// b is what was captured of the message, never more than the enclosing
// protocol grants it; length is how long the message claims to be. It opens an
// object with e.begin, adds fields, closes it with e.endObject, and hands on what
// it carries. Fields of no typed header are read with fields (field.go). A field of a header that was not captured as far as the field is
// left out, and the object gets "truncated":true.
//
// The layers of a packet are members of one object, named after their
// protocols. Where a protocol occurs again (a tunnel), the rest of the packet
// goes into a member "inner".
package jsonview
