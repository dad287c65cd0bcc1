package text

import "wiredump/dissect"

// nfsReply prints a reply from its status on; n is its length.
func (p *printer) nfsReply(b []byte, h *dissect.RPC, n int) {
	if !p.have(b, dissect.RPCReplyLen) {
		return
	}
	x := xdr{p: p, b: after(b, dissect.RPCReplyLen)}
	p.str("reply ")
	switch status := p.u32(b, 8); status {
	case 0:
		p.strDec("ok ", uint64(uint32(n)))
		want := nfsCall{xid: h.XID, addrLen: p.ipLen}
		want.setEnds(p.ipDst[:p.ipLen], p.ipSrc[:p.ipLen])
		if c := p.st.nfs.find(&want); c != nil {
			x.nfsResult(c, n)
		}
	case 1:
		p.strDec("ERR ", uint64(uint32(n)))
		p.str(": ")
		x.rpcRejected()
	default:
		p.strDec("Unknown rpc response code=", uint64(status))
		p.strDec(" ", uint64(uint32(n)))
	}
	if x.stopped {
		p.truncated()
	}
}

// rpcRejected prints why a call was rejected (RFC 5531 section 9).
func (x *xdr) rpcRejected() {
	const versionMismatch, authError = 0, 1
	p := x.p
	if !x.have(4) {
		return
	}
	switch reason := x.u32(); reason {
	case versionMismatch:
		if x.have(8) {
			p.strDec("RPC Version mismatch (", uint64(x.u32()))
			p.strDec("-", uint64(x.u32()))
			p.byte(')')
		}
	case authError:
		if x.have(4) {
			p.str("Auth ")
			p.tok(rpcAuthErrors, "Invalid failure code ", x.u32())
		}
	default:
		p.strDec("Unknown reason for rejecting rpc message ", uint64(reason))
	}
}

var rpcAuthErrors = []token{
	{0, "OK"},
	{1, "Bogus Credentials (seal broken)"},
	{2, "Rejected Credentials (client should begin new session)"},
	{3, "Bogus Verifier (seal broken)"},
	{4, "Verifier expired or was replayed"},
	{5, "Credentials are too weak"},
	{6, "Bogus response verifier"},
	{7, "Unknown failure"},
}

var rpcAcceptErrors = []token{
	{1, "PROG_UNAVAIL"}, {2, "PROG_MISMATCH"}, {3, "PROC_UNAVAIL"}, {4, "GARBAGE_ARGS"}, {5, "SYSTEM_ERR"},
}

// nfsResult prints the result of a call, in a reply of n bytes.
func (x *xdr) nfsResult(c *nfsCall, n int) {
	p := x.p
	p.byte(' ')
	p.tok(nfsProcedures, "proc-", c.proc)
	if c.proc == nfsNull || c.proc > nfsCommit {
		return
	}
	if !x.need(8) {
		return
	}
	x.skip(4)
	verf := int64(x.u32())
	if verf >= int64(n) {
		x.stopped = true
		return
	}
	if x.skip(int(verf+3) &^ 3); !x.need(4) {
		return
	}
	if stat := x.u32(); stat != 0 {
		p.byte(' ')
		p.tok(rpcAcceptErrors, "ar_stat ", stat)
		return
	}
	if !x.need(4) {
		return
	}
	if status := x.u32(); status != 0 {
		p.str(" ERROR: ")
		p.tok(nfsErrors, "unk ", status)
		x.nfsFailure(c)
		x.stopped = false // quirk nfs-error: no mark where this one is cut
		return
	}
	if c.v3 {
		x.nfsResult3(c)
	} else {
		x.nfsResult2(c)
	}
}

// nfsFailure prints what version 3 tells of files where a call failed.
func (x *xdr) nfsFailure(c *nfsCall) {
	if !c.v3 {
		return
	}
	verbose := x.p.opt.Verbose
	switch c.proc {
	case nfsLookup:
		if verbose > 1 {
			x.p.str(" post dattr:")
			x.nfsPostAttr(verbose)
		}
	case nfsAccess:
		x.nfsLabel(" attr:")
		x.nfsPostAttr(verbose)
	case nfsRead:
		x.nfsPostAttr(verbose)
	case nfsSetattr, nfsWrite, nfsCreate, nfsMkdir, nfsSymlink, nfsMknod, nfsRemove, nfsRmdir:
		x.nfsWcc(verbose)
	case nfsCommit:
		x.nfsCommitted() // with the verifier too: quirk nfs-commit
	case nfsRename:
		x.nfsRenamed()
	case nfsLink:
		x.nfsLinked()
	case nfsReaddir, nfsReaddirplus, nfsFsstat, nfsFsinfo, nfsPathconf:
		x.nfsLabel(" POST:")
		x.nfsPostAttr(verbose)
	}
}

// nfsLabel prints a label with -v.
func (x *xdr) nfsLabel(s string) {
	if x.p.opt.Verbose > 0 {
		x.p.str(s)
	}
}

// nfsResult2 prints a result of version 2 (RFC 1094 section 2.2).
func (x *xdr) nfsResult2(c *nfsCall) {
	p := x.p
	verbose := p.opt.Verbose
	switch c.proc {
	case nfsGetattr, nfsSetattr:
		x.nfsAttr(false, 1)
	case nfsLookup, nfsCreate, nfsMkdir:
		x.nfsHandle(false)
		x.nfsAttr(false, verbose)
	case nfsReadlink:
		p.byte(' ')
		x.nfsName()
	case nfsRead, nfsWrite:
		x.nfsAttr(false, verbose)
	case nfsReaddir:
		if !x.need(8) {
			return
		}
		p.str(" offset 0x")
		p.hexNum(uint64(x.u32()), 1)
		p.strDec(" size ", uint64(x.u32()))
		p.byte(' ')
		if x.u32() != 0 {
			p.str(" eof")
		}
	case nfsFsstat:
		if x.have(20) {
			p.strDec(" tsize ", uint64(x.u32()))
			p.strDec(" bsize ", uint64(x.u32()))
			p.strDec(" blocks ", uint64(x.u32()))
			p.strDec(" bfree ", uint64(x.u32()))
			p.strDec(" bavail ", uint64(x.u32()))
		}
	}
}

// nfsResult3 prints a result of version 3 (RFC 1813 section 3.3).
func (x *xdr) nfsResult3(c *nfsCall) {
	p := x.p
	verbose := p.opt.Verbose
	switch c.proc {
	case nfsGetattr:
		x.nfsAttr(true, 1)
	case nfsSetattr, nfsRemove, nfsRmdir:
		x.nfsWcc(verbose)
	case nfsLookup:
		if x.nfsHandle(true); x.done() {
			return
		}
		x.nfsPostAttr(verbose)
		if verbose > 1 && !x.done() {
			p.str(" post dattr:")
			x.nfsPostAttr(verbose)
		}
	case nfsAccess:
		x.nfsLabel(" attr:")
		if x.nfsPostAttr(verbose); !x.done() && x.need(4) {
			p.str(" c ")
			p.hexNum(uint64(x.u32()), 4)
		}
	case nfsReadlink:
		if x.nfsPostAttr(verbose); !x.done() {
			p.byte(' ')
			x.nfsName()
		}
	case nfsRead:
		if x.nfsPostAttr(verbose); verbose > 0 && !x.done() {
			p.strDec(" ", uint64(x.u32()))
			p.str(" bytes")
			if x.u32() != 0 {
				p.str(" EOF")
			}
		}
	case nfsWrite:
		x.nfsWcc(verbose)
		x.nfsWritten()
	case nfsCreate, nfsMkdir, nfsSymlink, nfsMknod:
		x.nfsCreated()
	case nfsRename:
		x.nfsRenamed()
	case nfsLink:
		x.nfsLinked()
	case nfsReaddir, nfsReaddirplus:
		x.nfsLabel(" POST:")
		if x.nfsPostAttr(verbose); verbose > 0 && !x.done() && x.need(8) {
			x.nfsVerifier(x.u64())
		}
	case nfsCommit:
		x.nfsCommitted()
	default:
		x.nfsLabel(" POST:")
		if x.nfsPostAttr(verbose); !x.done() {
			x.nfsServer(c.proc)
		}
	}
}

// nfsWritten prints how much was written, and how.
func (x *xdr) nfsWritten() {
	p := x.p
	if p.opt.Verbose == 0 || x.done() || !x.need(4) {
		return
	}
	p.strDec(" ", uint64(x.u32()))
	p.str(" bytes")
	if p.opt.Verbose > 1 && x.need(4) {
		x.nfsStable(x.u32())
		if x.need(8) {
			x.nfsWriteVerifier(x.u64())
		}
	}
}

// nfsCommitted prints what a file was like, and which server it was.
func (x *xdr) nfsCommitted() {
	verbose := x.p.opt.Verbose
	if x.nfsWcc(verbose); verbose > 1 && !x.done() && x.need(8) {
		x.nfsWriteVerifier(x.u64())
	}
}

// nfsCreated prints what was created, if the server tells.
func (x *xdr) nfsCreated() {
	verbose := x.p.opt.Verbose
	if x.u32() == 0 || x.done() {
		return
	}
	if x.nfsHandle(true); x.done() {
		return
	}
	if verbose > 0 {
		x.nfsPostAttr(verbose)
	}
	if verbose > 1 && !x.done() {
		x.p.str(" dir attr:")
		x.nfsWcc(verbose)
	}
}

// nfsRenamed prints the directories of a renaming.
func (x *xdr) nfsRenamed() {
	verbose := x.p.opt.Verbose
	if verbose == 0 {
		return
	}
	x.p.str(" from:")
	if x.nfsWcc(verbose); !x.done() {
		x.p.str(" to:")
		x.nfsWcc(verbose)
	}
}

// nfsLinked prints the file and the directory of a link.
func (x *xdr) nfsLinked() {
	verbose := x.p.opt.Verbose
	if verbose == 0 {
		return
	}
	x.p.str(" file POST:")
	if x.nfsPostAttr(verbose); !x.done() {
		x.p.str(" dir:")
		x.nfsWcc(verbose)
	}
}

// nfsServer prints what a server tells of itself or of a file system.
func (x *xdr) nfsServer(proc uint32) {
	p := x.p
	verbose := p.opt.Verbose
	switch proc {
	case nfsFsstat:
		if !x.have(52) {
			return
		}
		p.strDec(" tbytes ", x.u64())
		p.strDec(" fbytes ", x.u64())
		p.strDec(" abytes ", x.u64())
		if verbose > 0 {
			p.strDec(" tfiles ", x.u64())
			p.strDec(" ffiles ", x.u64())
			p.strDec(" afiles ", x.u64())
			p.strDec(" invar ", uint64(x.u32()))
		}
	case nfsFsinfo:
		if !x.have(48) {
			return
		}
		rtmax, rtpref, rtmult, wtmax, wtpref, wtmult := x.u32(), x.u32(), x.u32(), x.u32(), x.u32(), x.u32()
		p.strDec(" rtmax ", uint64(rtmax))
		p.strDec(" rtpref ", uint64(rtpref))
		p.strDec(" wtmax ", uint64(wtmax))
		p.strDec(" wtpref ", uint64(wtpref))
		p.strDec(" dtpref ", uint64(x.u32()))
		if verbose > 0 {
			p.strDec(" rtmult ", uint64(rtmult))
			p.strDec(" wtmult ", uint64(wtmult))
			p.strDec(" maxfsz ", x.u64())
			p.str(" delta ")
			sec := x.u32()
			x.nfsTime(sec, x.u32())
			p.byte(' ')
		}
	case nfsPathconf:
		if !x.have(24) {
			return
		}
		p.strDec(" linkmax ", uint64(x.u32()))
		p.strDec(" namemax ", uint64(x.u32()))
		for _, s := range [...]string{"notrunc", "chownres", "igncase", "keepcase"} {
			p.byte(' ')
			if x.u32() != 0 {
				p.str(s)
			}
		}
	}
}

// nfsWcc prints what a file was like before and after (RFC 1813 section 2.6,
// wcc_data).
func (x *xdr) nfsWcc(verbose int) {
	const preLen = 24
	p := x.p
	if verbose > 1 {
		p.str(" PRE:")
	}
	if !x.need(4) {
		return
	}
	if x.u32() != 0 {
		if !x.have(preLen) {
			return
		}
		if verbose > 1 {
			p.strDec(" sz ", x.u64())
			p.str(" mtime ")
			sec := x.u32()
			x.nfsTime(sec, x.u32())
			p.str(" ctime ")
			sec = x.u32()
			x.nfsTime(sec, x.u32())
		} else {
			x.skip(preLen)
		}
	}
	if verbose > 0 {
		p.str(" POST:")
	}
	x.nfsPostAttr(verbose)
}

// Lengths of attributes in bytes.
const (
	nfsAttrLen  = 68 // version 2
	nfsAttr3Len = 84
)

// nfsPostAttr prints attributes that may be missing (RFC 1813 section 2.6,
// post_op_attr).
func (x *xdr) nfsPostAttr(verbose int) {
	if !x.need(4) || x.u32() == 0 {
		return
	}
	if verbose > 0 {
		x.nfsAttr(true, verbose)
	} else {
		x.skip(nfsAttr3Len)
	}
}

// nfsAttr prints attributes, more of them the more verbose.
//
//	version 2 (RFC 1094 section 2.3.5):  type, mode, links, uid, gid, size,
//	    block size, rdev, blocks, fsid, file id, times of access, change and
//	    of the attributes, each in seconds and microseconds
//	version 3 (RFC 1813 section 2.5):  type, mode, links, uid, gid, size (8
//	    bytes), used (8), rdev (4+4), fsid (8), file id (8), the same times
//	    with nanoseconds
func (x *xdr) nfsAttr(v3 bool, verbose int) {
	const basicLen = 20
	p := x.p
	if x.done() || !x.have(basicLen) {
		return
	}
	a := *x
	typ, mode, links, uid, gid := a.u32(), a.u32(), a.u32(), a.u32(), a.u32()
	if v3 {
		x.skip(nfsAttr3Len)
	} else {
		x.skip(nfsAttrLen)
	}
	if verbose == 0 {
		return
	}
	p.byte(' ')
	if name, ok := find(nfsTypes, typ); ok {
		p.str(name)
	} else {
		p.strDec("unk-ft ", uint64(typ))
		p.byte(' ')
	}
	p.byte(' ')
	p.octal(mode)
	p.str(" ids ")
	p.int(int(int32(uid)))
	p.byte('/')
	p.int(int(int32(gid)))
	var rest int
	if v3 {
		if !a.need(8) {
			return
		}
		p.strDec(" sz ", a.u64())
		rest = nfsAttr3Len - basicLen - 8
	} else {
		if !a.need(4) {
			return
		}
		p.strDec(" sz ", uint64(a.u32()))
		rest = nfsAttrLen - basicLen - 4
	}
	if verbose < 2 {
		return
	}
	if !a.have(rest) {
		x.stopped = true
		return
	}
	p.strDec(" nlink ", uint64(links))
	if v3 {
		a.u64() // used
		p.strDec(" rdev ", uint64(a.u32()))
		p.strDec("/", uint64(a.u32()))
		p.str(" fsid ")
		p.hexNum(a.u64(), 1)
		p.str(" fileid ")
		p.hexNum(a.u64(), 1)
	} else {
		a.u32() // block size
		p.str(" rdev ")
		p.hex0x(uint64(a.u32()), 1)
		a.u32() // blocks
		p.str(" fsid ")
		p.hex0x(uint64(a.u32()), 1)
		p.str(" nodeid ")
		p.hex0x(uint64(a.u32()), 1)
	}
	p.str(" a/m/ctime")
	for range 3 {
		p.byte(' ')
		sec := a.u32()
		a.nfsTime(sec, a.u32())
	}
}

var nfsErrors = []token{
	{1, "Operation not permitted"},
	{2, "No such file or directory"},
	{5, "Input/output error"},
	{6, "Device not configured"},
	{11, "Resource deadlock avoided"},
	{12, "Cannot allocate memory"},
	{13, "Permission denied"},
	{17, "File exists"},
	{18, "Cross-device link"},
	{19, "Operation not supported by device"},
	{20, "Not a directory"},
	{21, "Is a directory"},
	{22, "Invalid argument"},
	{26, "Text file busy"},
	{27, "File too large"},
	{28, "No space left on device"},
	{30, "Read-only file system"},
	{31, "Too many links"},
	{45, "Operation not supported"},
	{62, "Too many levels of symbolic links"},
	{63, "File name too long"},
	{66, "Directory not empty"},
	{69, "Disc quota exceeded"},
	{70, "Stale NFS file handle"},
	{71, "Too many levels of remote in path"},
	{99, "Write cache flushed to disk"},
	{10001, "Illegal NFS file handle"},
	{10002, "Update synchronization mismatch"},
	{10003, "READDIR/READDIRPLUS cookie is stale"},
	{10004, "Operation not supported"},
	{10005, "Buffer or request is too small"},
	{10006, "Unspecified error on server"},
	{10007, "Object of that type not supported"},
	{10008, "Request couldn't be completed in time"},
}
