package text

// ripng prints a message of RIP for IPv6 (RFC 2080 section 2.1): a header and
// entries of 20 bytes.
//
//	+---------------+---------------+-------------------------------+
//	|    command    |    version    |           reserved            |
//	+---------------+---------------+-------------------------------+
//	|                   IPv6 prefix (16 bytes)                      |
//	+-------------------------------+---------------+---------------+
//	|           route tag           | prefix length |    metric     |
//	+-------------------------------+---------------+---------------+
func (p *printer) ripng(b []byte, length int) {
	const headerLen, entryLen = 4, 20
	const infinity = 16
	p.proto = "ripng"
	if v := p.u8(b, 1); v != 1 {
		p.strDec(" [vers ", uint64(v))
		p.byte(']')
		p.invalid()
		return
	}
	command := p.u8(b, 0)
	if length < headerLen && (command == 1 || command == 2) {
		p.invalid()
		return
	}
	rest := length - headerLen
	count := rest / entryLen
	withMetric := false
	switch command {
	case 1:
		if count == 1 && p.u8(b, headerLen+19) == infinity && allZero(after(limit(b, headerLen+16), headerLen)) {
			p.str(" ripng-req dump")
			return
		}
		p.str(" ripng-req ")
	case 2:
		withMetric = true
		p.str(" ripng-resp ")
	default:
		p.strDec(" ripng-", uint64(command))
		p.strDec(" ?? ", uint64(length))
		p.invalid()
		return
	}
	p.int(count)
	if rest%entryLen != 0 {
		p.strDec("[", uint64(length))
		p.byte(']')
	}
	p.byte(':')
	b = after(b, headerLen)
	for ; rest >= entryLen && !p.isCut(); rest -= entryLen {
		if p.opt.Verbose > 1 {
			p.str("\n\t")
		} else {
			p.byte(' ')
		}
		p.need(b, 19)
		p.ip6At(b, 0)
		p.strDec("/", uint64(p.u8(b, 18)))
		if tag := p.u16(b, 16); tag != 0 {
			p.strDec(" [", uint64(tag))
			p.byte(']')
		}
		if metric := p.u8(b, 19); withMetric && metric != 0 {
			p.strDec(" (", uint64(metric))
			p.byte(')')
		}
		b = after(b, entryLen)
	}
	if rest != 0 {
		p.invalid()
	}
}

func allZero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}
