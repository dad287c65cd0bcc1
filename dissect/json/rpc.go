package jsonview

import (
	"encoding/binary"

	"wiredump/dissect"
)

// rpcTCP shows a message of Sun RPC behind its record mark (RFC 5531 section
// 11), at the beginning of a segment.
func (e *encoder) rpcTCP(b []byte, length int) {
	const lastFragment = 1 << 31
	if len(b) < dissect.RPCMarkLen || !rpcLike(b[dissect.RPCMarkLen:]) {
		e.payload(b, length)
		return
	}
	mark := binary.BigEndian.Uint32(b)
	size := int(mark &^ lastFragment)
	e.begin(dissect.ProtoRPC)
	e.num("fragment_length", uint64(size))
	e.bool("last_fragment", mark&lastFragment != 0)
	b, length = b[dissect.RPCMarkLen:], length-dissect.RPCMarkLen
	body := limit(b, size)
	rest := e.rpcHeader(body)
	e.endObject()
	e.payload(b[len(body)-len(rest):], length-(len(body)-len(rest)))
}

// rpcLike reports whether b looks like a call or a reply.
func rpcLike(b []byte) bool {
	if len(b) < dissect.RPCReplyLen {
		return false
	}
	third := binary.BigEndian.Uint32(b[8:])
	switch binary.BigEndian.Uint32(b[4:]) {
	case dissect.RPCCall:
		return third == 2 // the version
	case dissect.RPCReply:
		return third <= 1
	}
	return false
}

// rpc shows a message of Sun RPC in a datagram (RFC 5531).
func (e *encoder) rpc(b []byte, length int) {
	if !rpcLike(b) {
		e.payload(b, length)
		return
	}
	e.begin(dissect.ProtoRPC)
	rest := e.rpcHeader(b)
	e.endObject()
	e.payload(rest, length-(len(b)-len(rest)))
}

// rpcHeader adds what is in front of arguments and results, which it returns.
func (e *encoder) rpcHeader(b []byte) (rest []byte) {
	var h dissect.RPC
	h.Decode(b)
	size := dissect.RPCReplyLen
	if h.Type == dissect.RPCCall {
		size = dissect.RPCCallLen
	}
	e.header(h.Captured, size)
	e.numTo(4, "xid", uint64(h.XID))
	e.namedTo(8, "type", h.Type, rpcTypes)
	f := fields{e: e, b: h.Payload}
	if h.Type == dissect.RPCCall {
		e.numTo(12, "rpc_version", uint64(h.Version))
		e.namedTo(16, "program", h.Program, rpcPrograms)
		e.numTo(20, "program_version", uint64(h.ProgVers))
		e.numTo(24, "procedure", uint64(h.Procedure))
	} else {
		e.namedTo(12, "status", h.Status, rpcStatus)
	}
	if h.Captured < size {
		return nil
	}
	switch {
	case h.Type == dissect.RPCCall:
		if e.rpcAuth(&f, "credentials") {
			e.rpcAuth(&f, "verifier")
		}
	case h.Status == 0: // accepted
		if e.rpcAuth(&f, "verifier") && len(f.b) >= 4 {
			f.named("accept_status", 4, rpcAccepted)
		}
	}
	return f.b
}

// rpcAuth adds credentials or a verifier, if they were captured whole.
func (e *encoder) rpcAuth(f *fields, k string) bool {
	const most = 400 // bytes, RFC 5531 section 8.2
	if len(f.b) < 8 {
		return false
	}
	n := binary.BigEndian.Uint32(f.b[4:])
	padded := (int(n) + 3) &^ 3
	if n > most || len(f.b)-8 < padded {
		return false
	}
	e.object(k)
	f.named("flavor", 4, rpcFlavors)
	f.num("length", 4)
	if padded > 0 {
		f.hex("data", padded)
	}
	e.endObject()
	return true
}

var (
	rpcTypes    = []word{{dissect.RPCCall, "call"}, {dissect.RPCReply, "reply"}}
	rpcPrograms = []word{{100000, "portmapper"}, {100003, "nfs"}, {100005, "mount"}, {100021, "lock-manager"}, {100024, "status"}, {100227, "nfs-acl"}}
	rpcStatus   = []word{{0, "accepted"}, {1, "denied"}}
	rpcAccepted = []word{
		{0, "success"}, {1, "program-unavailable"}, {2, "program-mismatch"}, {3, "procedure-unavailable"}, {4, "garbage-arguments"}, {5, "system-error"},
	}
	rpcFlavors = []word{{0, "none"}, {1, "sys"}, {2, "short"}, {3, "dh"}, {6, "rpcsec-gss"}}
)
