package text

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
	p.nfsUnknownHandle(h)
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
