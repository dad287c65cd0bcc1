package dissect

// Message types of Sun RPC (RFC 5531 section 9).
const (
	RPCCall  = 0
	RPCReply = 1
)

// Lengths of Sun RPC in bytes.
const (
	RPCMarkLen  = 4  // record mark before a message over TCP, RFC 5531 section 11
	RPCTypeLen  = 8  // transaction and message type
	RPCCallLen  = 24 // a call up to its credentials
	RPCReplyLen = 12 // a reply up to its status
)

// RPC is what a message of Sun RPC begins with (RFC 5531 section 9).
//
//	+---------------------------------------------------------------+
//	|                        transaction (xid)                      |
//	+---------------------------------------------------------------+
//	|                         message type                          |
//	+---------------------------------------------------------------+
//	|  of a call: RPC version, program, version, procedure          |
//	|  of a reply: status                                           |
//	+---------------------------------------------------------------+
//	|  credentials and verifier, each with its flavor and length in
//	|  bytes, then arguments or results
type RPC struct {
	XID       uint32
	Type      uint32
	Version   uint32 // of RPC; this and the next three are valid iff Type is RPCCall
	Program   uint32
	ProgVers  uint32
	Procedure uint32
	Status    uint32 // valid iff Type is not RPCCall
	Captured  int    // bytes of all these that were captured
	Payload   []byte // captured bytes behind them
}

// Decode fills h from the bytes of a message, without a record mark.
func (h *RPC) Decode(b []byte) {
	*h = RPC{}
	c := cursor{b: b}
	h.XID, h.Type = c.u32(), c.u32()
	if h.Type == RPCCall {
		h.Version, h.Program, h.ProgVers, h.Procedure = c.u32(), c.u32(), c.u32(), c.u32()
	} else {
		h.Status = c.u32()
	}
	h.Captured = c.pos
	h.Payload = c.rest()
}
