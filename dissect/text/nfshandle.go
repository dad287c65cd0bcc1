package text

import "encoding/binary"

// nfsHandle prints the handle of a file: in version 2 always 32 bytes, in
// version 3 (RFC 1813 section 2.3.3) an opaque of up to 64, which is no limit
// here.
func (x *xdr) nfsHandle(v3 bool) {
	p := x.p
	size := uint32(32)
	if v3 {
		if !x.need(4) {
			return
		}
		size = x.u32()
	}
	if !x.have(int(size)) {
		return
	}
	h := x.b[:size&^3] // quirk nfs-handle: what is no whole word is not passed over
	x.skip(len(h))
	if p.opt.RawHandles {
		p.str(" fh[")
		for i := 0; i < len(h); i += 4 {
			if i > 0 {
				p.byte(':')
			}
			p.hexNum(uint64(p.u32(h, i)), 1)
		}
		p.byte(']')
		return
	}
	p.str(" fh ")
	p.nfsKnownHandle(h)
}

// An nfsFile is what a handle tells of a file.
type nfsFile struct {
	major, minor uint32 // of the device
	name         []byte // of the file system, in place of the device
	inode        uint32
}

func (p *printer) nfsKnownHandle(h []byte) {
	f, ok := nfsGuess(h)
	switch {
	case !ok:
		p.nfsUnknownHandle(h)
		return
	case f.name != nil:
		p.out = append(p.out, f.name...)
	default:
		p.dec(uint64(f.major))
		p.byte(',')
		p.dec(uint64(f.minor))
	}
	p.strDec("/", uint64(f.inode))
}

// nfsGuess takes a handle apart as one of those that servers of the 1990s made.
// No standard tells what is in them, and nothing but zeros at certain places
// tells them apart: quirk nfs-guess, today's servers' are taken for one as well.
func nfsGuess(h []byte) (f nfsFile, ok bool) {
	const nameEnd = 14 // a name is in the bytes from 1 to here, but may go on
	if len(h) < 16 {
		return f, false
	}
	be, le := binary.BigEndian, binary.LittleEndian
	zero := func(from, to int) bool {
		for _, c := range h[from:to] {
			if c != 0 {
				return false
			}
		}
		return true
	}
	dev32, inode := be.Uint32(h), be.Uint32(h[12:])
	// Devices of System V Release 4 have 14 and 18 bits.
	svr4 := nfsFile{major: dev32 >> 18, minor: dev32 & (1<<18 - 1), inode: inode}
	switch {
	case zero(0, 4):
		return nfsFile{major: uint32(h[6]), minor: uint32(h[7]), inode: inode}, true
	case zero(2, 4):
		f = nfsFile{major: uint32(h[1]), minor: uint32(h[0])}
		switch {
		case zero(6, 8):
			f.inode = le.Uint32(h[12:])
		case len(h) >= 24 && h[21] == 0 && h[23] == 0:
			f.inode = le.Uint32(h[4:])
		case h[9] == 10:
			f = svr4
		default:
			return f, false
		}
		return f, true
	case zero(0, 2) && h[4] == 0 && h[5] == 8 && zero(6, 8):
		return nfsFile{major: uint32(h[2]), minor: uint32(h[3]), inode: be.Uint32(h[8:])}, true
	case zero(0, 2) && (h[8] != 12 || h[9] != 0 || h[4] == 0 || h[5] != 0):
		return nfsFile{major: uint32(h[2]), minor: uint32(h[3]), inode: inode}, true
	case h[8] == 12 && h[9] == 0:
		dev := le.Uint32(h)
		return nfsFile{major: dev >> 20, minor: dev & (1<<20 - 1), inode: le.Uint32(h[12:])}, true
	case h[8] == 0 && h[9] == 10 && zero(4, 8):
		return nfsFile{major: dev32 >> 24, minor: dev32 & (1<<24 - 1), inode: inode}, true
	case h[8] == 0 && h[9] == 10:
		return svr4, true
	}
	n := 1
	for n < nameEnd && h[n] >= ' ' && h[n] <= '~' {
		n++
	}
	if n == 1 || len(h) < 28 || !zero(n, nameEnd) {
		return f, false
	}
	f.name = h[1 : 1+len(h)/4]
	for i, c := range f.name {
		if c == 0 || c == ' ' {
			f.name = f.name[:i]
			break
		}
	}
	f.inode = uint32(be.Uint16(h[26:]))<<16 | uint32(le.Uint16(h[22:]))
	return f, true
}

// nfsUnknownHandle prints a handle of unknown make, at most 32 bytes, and as
// many letters of that word as it has words: quirk nfs-unknown.
func (p *printer) nfsUnknownHandle(h []byte) {
	const unknown = "Unknown"
	p.str(unknown[:min(len(h)/4, len(unknown))])
	p.byte('/')
	for _, c := range limit(h, 32) {
		p.hexUpperByte(c)
	}
}
