package text

import "wiredump/dissect"

// Procedures of NFS version 3 (RFC 1813 section 3.3). Those of version 2 (RFC
// 1094 section 2.2) are printed by the same names.
const (
	nfsNull = iota
	nfsGetattr
	nfsSetattr
	nfsLookup
	nfsAccess
	nfsReadlink
	nfsRead
	nfsWrite
	nfsCreate
	nfsMkdir
	nfsSymlink
	nfsMknod
	nfsRemove
	nfsRmdir
	nfsRename
	nfsLink
	nfsReaddir
	nfsReaddirplus
	nfsFsstat
	nfsFsinfo
	nfsPathconf
	nfsCommit

	nfsNone = 25 // no procedure: quirk nfs-nop
)

var nfsProcedures = []token{
	{nfsNull, "null"},
	{nfsGetattr, "getattr"},
	{nfsSetattr, "setattr"},
	{nfsLookup, "lookup"},
	{nfsAccess, "access"},
	{nfsReadlink, "readlink"},
	{nfsRead, "read"},
	{nfsWrite, "write"},
	{nfsCreate, "create"},
	{nfsMkdir, "mkdir"},
	{nfsSymlink, "symlink"},
	{nfsMknod, "mknod"},
	{nfsRemove, "remove"},
	{nfsRmdir, "rmdir"},
	{nfsRename, "rename"},
	{nfsLink, "link"},
	{nfsReaddir, "readdir"},
	{nfsReaddirplus, "readdirplus"},
	{nfsFsstat, "fsstat"},
	{nfsFsinfo, "fsinfo"},
	{nfsPathconf, "pathconf"},
	{nfsCommit, "commit"},
	{nfsNone, "nop"},
}

// nfsProcedures2 are the procedures of version 2 as those of version 3.
var nfsProcedures2 = [...]uint32{
	nfsNull, nfsGetattr, nfsSetattr, nfsNone, nfsLookup, nfsReadlink, nfsRead, nfsNone, nfsWrite, nfsCreate, nfsRemove,
	nfsRename, nfsLink, nfsSymlink, nfsMkdir, nfsRmdir, nfsReaddir, nfsFsstat,
}

// An nfsCall is what a reply does not say itself.
type nfsCall struct {
	xid            uint32
	proc           uint32 // as in version 3
	v3             bool
	addrLen        int
	client, server [16]byte
}

// nfsCalls remembers the last calls, so that replies can be read. There are as
// many as tcpdump has, as it shows which are forgotten.
type nfsCalls struct {
	calls [64]nfsCall
	next  int // the oldest, which the next replaces
	last  int // what was found last, where a search begins
}

// add remembers a call.
func (c *nfsCalls) add(call nfsCall) {
	c.calls[c.next] = call
	c.next = (c.next + 1) % len(c.calls)
}

// find returns the call with the same transaction and ends; nil if none is
// known.
func (c *nfsCalls) find(want *nfsCall) *nfsCall {
	for n := range c.calls {
		i := (c.last + n) % len(c.calls)
		if f := &c.calls[i]; f.addrLen != 0 && f.xid == want.xid && f.addrLen == want.addrLen &&
			f.client == want.client && f.server == want.server {
			c.last = i
			return f
		}
	}
	return nil
}

// nfsCall prints a call from its length, n, on.
func (p *printer) nfsCall(b []byte, h *dissect.RPC, n int) {
	p.int(n)
	if !p.have(b, dissect.RPCCallLen) {
		return
	}
	c := nfsCall{xid: h.XID, proc: h.Procedure, v3: h.ProgVers == 3, addrLen: p.ipLen}
	c.setEnds(p.ipSrc[:p.ipLen], p.ipDst[:p.ipLen])
	if !c.v3 {
		switch {
		case h.Procedure < uint32(len(nfsProcedures2)):
			c.proc = nfsProcedures2[h.Procedure]
		case h.Procedure < nfsNone:
			c.proc = nfsNone
		}
	}
	p.st.nfs.add(c)
	p.byte(' ')
	p.tok(nfsProcedures, "proc-", c.proc)
	x := xdr{p: p, b: h.Payload}
	switch {
	case c.proc == nfsNull, c.proc > nfsCommit:
		return
	}
	x.auth(x.auth(n))
	x.nfsArgs(&c)
	if x.stopped {
		p.truncated()
	}
}

func (c *nfsCall) setEnds(client, server []byte) {
	copy(c.client[:], client)
	copy(c.server[:], server)
}

// nfsArgs prints the arguments of a call.
func (x *xdr) nfsArgs(c *nfsCall) {
	p := x.p
	verbose := p.opt.Verbose
	if x.nfsHandle(c.v3); x.done() {
		return
	}
	switch c.proc {
	case nfsLookup, nfsCreate, nfsMkdir, nfsRemove, nfsRmdir:
		p.byte(' ')
		x.nfsName()
	case nfsAccess:
		x.nfsAccess()
	case nfsRead:
		if c.v3 {
			if x.need(12) {
				at := x.u64()
				x.nfsRange(x.u32(), at)
			}
		} else if x.need(8) {
			at := x.u32()
			x.nfsRange(x.u32(), uint64(at))
		}
	case nfsWrite:
		x.nfsWriteArgs(c.v3)
	case nfsSymlink:
		x.nfsSymlinkArgs(c.v3)
	case nfsMknod:
		x.nfsMknodArgs()
	case nfsRename:
		p.byte(' ')
		x.nfsName()
		x.nfsTo(c.v3)
	case nfsLink:
		x.nfsTo(c.v3)
	case nfsReaddir:
		if !c.v3 {
			if x.need(8) {
				at := x.u32()
				x.nfsRange(x.u32(), uint64(at)) // quirk nfs-readdir: a cookie, not an offset
			}
		} else if x.need(20) {
			cookie, verf := x.u64(), x.u64()
			x.nfsDirRange(x.u32(), cookie)
			if verbose > 0 {
				x.nfsVerifier(verf)
			}
		}
	case nfsReaddirplus:
		if !x.need(20) {
			return
		}
		cookie, verf := x.u64(), x.u64()
		x.nfsDirRange(x.u32(), cookie)
		if verbose > 0 {
			p.strDec(" max ", uint64(x.u32()))
			x.nfsVerifier(verf)
		}
	case nfsCommit:
		if x.need(12) {
			at := x.u64()
			x.nfsRange(x.u32(), at)
		}
	}
}

// nfsTo prints where something is renamed or linked to.
func (x *xdr) nfsTo(v3 bool) {
	if x.done() {
		return
	}
	x.p.str(" ->")
	if x.nfsHandle(v3); x.done() {
		return
	}
	x.p.byte(' ')
	x.nfsName()
}

// nfsRange prints how many bytes are meant, and where.
func (x *xdr) nfsRange(n uint32, at uint64) {
	x.p.strDec(" ", uint64(n))
	x.p.strDec(" bytes @ ", at)
}

// nfsDirRange is nfsRange of a directory, where a high cookie is printed as a
// negative number: quirk nfs-cookie.
func (x *xdr) nfsDirRange(n uint32, cookie uint64) {
	x.p.strDec(" ", uint64(n))
	x.p.str(" bytes @ ")
	x.p.int(int(int64(cookie)))
}

func (x *xdr) nfsVerifier(v uint64) {
	x.p.str(" verf ")
	x.p.hexNum(v, 16)
}

// nfsWriteVerifier prints a verifier of writes: quirk nfs-verf, no zeros before it.
func (x *xdr) nfsWriteVerifier(v uint64) {
	x.p.str(" verf ")
	x.p.hexNum(v, 1)
}

// nfsName prints a name in quotes.
func (x *xdr) nfsName() {
	if !x.need(4) {
		return
	}
	size := x.u32()
	if size > 0xfffffffc {
		x.p.str("[cannot pad to 32-bit boundaries]")
		x.p.invalid()
		x.stopped = true
		return
	}
	name := x.opaque(size)
	if x.stopped {
		return
	}
	x.p.byte('"')
	x.p.visible(name)
	x.p.byte('"')
}

// nfsAccess prints which rights are asked for (RFC 1813 section 3.3.4).
func (x *xdr) nfsAccess() {
	const full = 0x3f
	if !x.need(4) {
		return
	}
	switch v := x.u32(); {
	case v&^full != 0:
		x.p.byte(' ')
		x.p.hexNum(uint64(v), 4)
	case v == full:
		x.p.str(" NFS_ACCESS_FULL")
	case v != 0:
		x.p.byte(' ')
		x.p.bits(nfsRights, v, "|")
	}
}

var nfsRights = []token{
	{0x01, "NFS_ACCESS_READ"},
	{0x02, "NFS_ACCESS_LOOKUP"},
	{0x04, "NFS_ACCESS_MODIFY"},
	{0x08, "NFS_ACCESS_EXTEND"},
	{0x10, "NFS_ACCESS_DELETE"},
	{0x20, "NFS_ACCESS_EXECUTE"},
}

// nfsWriteArgs prints what a call to write says before the data.
//
//	version 2:  beginning offset, offset, total, length of the data
//	version 3:  offset (8 bytes), count, stability, length of the data
func (x *xdr) nfsWriteArgs(v3 bool) {
	p := x.p
	if !v3 {
		if !x.need(16) {
			return
		}
		begin, at, total := x.u32(), x.u32(), x.u32()
		p.strDec(" ", uint64(x.u32()))
		p.parenDec(uint64(total))
		p.strDec(" bytes @ ", uint64(at))
		p.parenDec(uint64(begin))
		return
	}
	if !x.need(20) {
		return
	}
	at, count, stable := x.u64(), x.u32(), x.u32()
	p.strDec(" ", uint64(x.u32()))
	p.parenDec(uint64(count))
	p.strDec(" bytes @ ", at)
	if p.opt.Verbose > 0 {
		x.nfsStable(stable)
	}
}

func (x *xdr) nfsStable(v uint32) {
	x.p.str(" <")
	if name, ok := find(nfsStabilities, v); ok {
		x.p.str(name)
	} else {
		x.p.byte('#')
		x.p.int(int(int32(v))) // quirk nfs-stable: negative numbers
	}
	x.p.byte('>')
}

var nfsStabilities = []token{{0, "unstable"}, {1, "datasync"}, {2, "filesync"}}

// An nfsSattr holds what is to be set of attributes.
type nfsSattr struct {
	set                  [3]bool
	mode, uid, gid       uint32
	setAtime, setMtime   bool
	atime, mtime         uint32
	atimeFrac, mtimeFrac uint32
}

// nfsSattr reads attributes to be set (RFC 1813 section 2.5, sattr3). Only one
// word of the size is passed over, as tcpdump does, so that what follows a
// size is misread: quirk nfs-sattr.
func (x *xdr) nfsSattr(a *nfsSattr) {
	const toClientTime = 2
	for i, v := range [...]*uint32{&a.mode, &a.uid, &a.gid} {
		if a.set[i] = x.u32() != 0; a.set[i] {
			*v = x.u32()
		}
	}
	if x.u32() != 0 {
		x.u32()
	}
	if x.u32() == toClientTime {
		a.setAtime, a.atime, a.atimeFrac = true, x.u32(), x.u32()
	}
	if x.u32() == toClientTime {
		a.setMtime, a.mtime, a.mtimeFrac = true, x.u32(), x.u32()
	}
}

func (x *xdr) nfsPrintSattr(a *nfsSattr) {
	p := x.p
	if a.set[0] {
		p.str(" mode ")
		p.octal(a.mode)
	}
	if a.set[1] {
		p.strDec(" uid ", uint64(a.uid))
	}
	if a.set[2] {
		p.strDec(" gid ", uint64(a.gid))
	}
	if p.opt.Verbose > 1 {
		if a.setAtime {
			p.str(" atime ")
			x.nfsTime(a.atime, a.atimeFrac)
		}
		if a.setMtime {
			p.str(" mtime ")
			x.nfsTime(a.mtime, a.mtimeFrac)
		}
	}
}

// nfsTime prints seconds and their fraction, nanoseconds in version 3, with at
// least six digits.
func (x *xdr) nfsTime(sec, frac uint32) {
	x.p.dec(uint64(sec))
	x.p.byte('.')
	x.p.decZero(uint64(frac), 6)
}

func (x *xdr) nfsSymlinkArgs(v3 bool) {
	p := x.p
	p.byte(' ')
	if x.nfsName(); x.done() {
		return
	}
	p.str(" ->")
	var a nfsSattr
	if v3 {
		if x.nfsSattr(&a); x.done() {
			return
		}
	}
	if x.nfsName(); x.done() {
		return
	}
	if v3 && p.opt.Verbose > 0 {
		x.nfsPrintSattr(&a)
	}
}

// Types of files (RFC 1813 section 2.5), and 7 as version 2 has it.
const (
	nfsBlock = 3
	nfsChar  = 4
)

var nfsTypes = []token{
	{0, "NON"}, {1, "REG"}, {2, "DIR"}, {nfsBlock, "BLK"}, {nfsChar, "CHR"}, {5, "LNK"}, {7, "FIFO"},
}

func (x *xdr) nfsMknodArgs() {
	p := x.p
	p.byte(' ')
	if x.nfsName(); x.done() {
		return
	}
	typ := x.u32()
	var a nfsSattr
	if x.nfsSattr(&a); x.done() {
		return
	}
	p.byte(' ')
	p.tok(nfsTypes, "unk-ft ", typ)
	if p.opt.Verbose == 0 {
		return
	}
	if typ == nfsBlock || typ == nfsChar {
		if !x.need(8) {
			return
		}
		p.strDec(" ", uint64(x.u32()))
		p.strDec("/", uint64(x.u32()))
	}
	x.nfsPrintSattr(&a)
}
