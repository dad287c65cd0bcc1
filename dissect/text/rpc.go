package text

import "wiredump/dissect"

const nfsPort = 2049

// nfsUDP prints a datagram to or from the port of NFS; n is the length of what
// it carries. It returns false if that is neither a call nor a reply.
//
//	NFS request xid 7 76 getattr fh 0,1/2
func (p *printer) nfsUDP(h *dissect.UDP, n int) bool {
	return p.nfs(h.Payload, n, h.SrcPort, h.DstPort)
}

// nfsTCP prints what a segment to or from the port of NFS carries, if it
// begins with a call or a reply behind a record mark.
func (p *printer) nfsTCP(h *dissect.TCP, n int) {
	p.nfsRecord(h.Payload, n, h.SrcPort, h.DstPort)
}

func (p *printer) nfsRecord(b []byte, n int, src, dst uint16) {
	if len(b) < dissect.RPCMarkLen+dissect.RPCTypeLen {
		return
	}
	start := len(p.out)
	p.str(": ")
	const lastFragment = 1 << 31
	size := int(p.u32(b, 0) &^ lastFragment)
	if !p.nfs(b[dissect.RPCMarkLen:], min(size, n-dissect.RPCMarkLen), src, dst) {
		p.out = p.out[:start]
	}
}

func (p *printer) nfs(b []byte, n int, src, dst uint16) bool {
	if len(b) < dissect.RPCTypeLen {
		return false
	}
	var h dissect.RPC
	h.Decode(b)
	switch {
	case dst == nfsPort && h.Type == dissect.RPCCall:
		p.proto = "nfs"
		p.strDec("NFS request xid ", uint64(h.XID))
		p.byte(' ')
		p.nfsCall(b, &h, n)
	case src == nfsPort && h.Type == dissect.RPCReply:
		p.proto = "nfs"
		p.strDec("NFS reply xid ", uint64(h.XID))
		p.byte(' ')
		p.nfsReply(b, &h, n)
	default:
		return false
	}
	return true
}

// rpcType prints a datagram that -T takes for Sun RPC: calls with the program's
// name for what it is, anything else as a reply of NFS. In place of the ports
// it prints the transaction and a port that no header names: quirk rpc-ports.
// The text of the datagram begins at start.
//
//	10.0.0.1.0x7 > 10.0.0.2.0x6f: 56 getport 100000.2
func (p *printer) rpcType(b []byte, n, start int) {
	p.out = p.out[:start]
	if !p.need(b, dissect.RPCTypeLen) {
		return
	}
	var h dissect.RPC
	h.Decode(b)
	if h.Type != dissect.RPCCall {
		p.proto = "nfs"
		p.ipAddr(&p.ipSrc)
		p.byte('.')
		p.portOf(dissect.IPProtoUDP, nfsPort)
		p.str(" > ")
		p.ipAddr(&p.ipDst)
		p.strDec(".", uint64(h.XID))
		p.str(": ")
		p.nfsReply(b, &h, n)
		return
	}
	p.rpcCall(b, &h, n)
}

// rpcCall prints a call of a procedure as if it were one of the port mapper.
func (p *printer) rpcCall(b []byte, h *dissect.RPC, n int) {
	const portmapper = 111
	p.proto = "sunrpc"
	if !p.need(b, dissect.RPCCallLen+rpcAuthLen) {
		return
	}
	p.ipAddr(&p.ipSrc)
	p.str(".0x")
	p.hexNum(uint64(h.XID), 1)
	p.str(" > ")
	p.ipAddr(&p.ipDst)
	p.str(".0x")
	p.hexNum(portmapper, 1)
	p.strDec(": ", uint64(n))
	p.byte(' ')
	p.tok(rpcProcedures, " proc #", h.Procedure)
	if h.Version != 2 {
		p.strDec(" [rpcver ", uint64(h.Version))
		p.byte(']')
	}
	switch h.Procedure {
	case rpcSet, rpcUnset, rpcGetPort, rpcCallIt:
		p.strDec(" ", uint64(h.Program))
		p.strDec(".", uint64(h.ProgVers))
	}
}

// Procedures of the port mapper (RFC 1833 section 3.2).
const (
	rpcNull = iota
	rpcSet
	rpcUnset
	rpcGetPort
	rpcDump
	rpcCallIt
)

var rpcProcedures = []token{
	{rpcNull, "null"}, {rpcSet, "set"}, {rpcUnset, "unset"}, {rpcGetPort, "getport"}, {rpcDump, "dump"}, {rpcCallIt, "call"},
}

// xdr reads what follows in a message, in the External Data Representation
// (RFC 4506). What a procedure needs as a whole goes through have, where the
// message just stops; single numbers that are missing end the packet's text.
type xdr struct {
	p       *printer
	b       []byte
	stopped bool
}

// have reports whether n bytes were captured, and all before them.
func (x *xdr) have(n int) bool {
	if x.stopped || n < 0 || n > len(x.b) {
		x.stopped = true
	}
	return !x.stopped
}

// done reports whether the message has stopped or its text ended.
func (x *xdr) done() bool { return x.stopped || x.p.isCut() }

// need says that n bytes must have been captured.
func (x *xdr) need(n int) bool { return !x.stopped && x.p.need(x.b, n) }

// skip passes over n bytes.
func (x *xdr) skip(n int) { x.b = after(x.b, n) }

func (x *xdr) u32() uint32 {
	v := x.p.u32(x.b, 0)
	x.skip(4)
	return v
}

func (x *xdr) u64() uint64 {
	v := x.p.u64(x.b, 0)
	x.skip(8)
	return v
}

// opaque passes over a body of so many bytes with what fills its last word,
// and returns it.
func (x *xdr) opaque(size uint32) []byte {
	n := int(int64(size)+3) &^ 3
	if !x.have(n) {
		return nil
	}
	body := x.b[:size]
	x.skip(n)
	return body
}

// rpcAuthLen is the length of what credentials and a verifier begin with, in
// bytes: flavor and length.
const rpcAuthLen = 8

// auth passes over credentials or a verifier, where n bytes are claimed for the
// message. It returns what is left of these, which counts from the message's
// beginning: quirk rpc-auth.
func (x *xdr) auth(n int) int {
	const headerLen = rpcAuthLen
	if n < headerLen {
		x.stopped = true
	}
	if x.done() || !x.need(headerLen) {
		return 0
	}
	x.skip(4)
	size := int(int64(x.u32())+3) &^ 3
	if n <= headerLen+size || !x.have(size) {
		x.stopped = true
		return 0
	}
	x.skip(size)
	return n - headerLen - size
}
