package text

import "encoding/binary"

// Options of EDNS (IANA) that have a format of their own.
const (
	ednsDAU       = 5
	ednsDHU       = 6
	ednsN3U       = 7
	ednsSubnet    = 8
	ednsExpire    = 9
	ednsCookie    = 10
	ednsKeepalive = 11
	ednsPadding   = 12
	ednsChain     = 13
	ednsKeyTag    = 14
)

// edns prints the options of an OPT record (RFC 6891 section 6.1.2), from the
// offset off to the offset end. It returns false where they are cut.
//
//	+-------------------------------+-------------------------------+
//	|             code              |            length             |
//	+-------------------------------+-------------------------------+
//	|   data ...
func (d *dnsPrinter) edns(off, end int) bool {
	p, b := d.p, d.b
	for first := true; off < end; first = false {
		if !first {
			p.byte(',')
		}
		if off+2 > len(b) {
			return false
		}
		code := binary.BigEndian.Uint16(b[off:])
		p.tok(ednsOptions, "Opt", uint32(code))
		if off+4 > len(b) {
			return false
		}
		n := int(binary.BigEndian.Uint16(b[off+2:]))
		off += 4
		if off+n > len(b) {
			return false
		}
		if n > 0 {
			p.byte(' ')
			if code == ednsChain {
				p.dnsNameBehind(b, off, off+n) // of RFC 7901
			} else {
				p.ednsOption(code, b[off:off+n])
			}
		}
		off += n
	}
	return true
}

var ednsOptions = []token{
	{1, "LLQ"},
	{2, "UL"},
	{3, "NSID"},
	{ednsDAU, "DAU"},
	{ednsDHU, "DHU"},
	{ednsN3U, "N3U"},
	{ednsSubnet, "ECS"},
	{ednsExpire, "EXPIRE"},
	{ednsCookie, "COOKIE"},
	{ednsKeepalive, "KEEPALIVE"},
	{ednsPadding, "PADDING"},
	{ednsChain, "CHAIN"},
	{ednsKeyTag, "KEY-TAG"},
	{16, "CLIENT-TAG"},
	{17, "SERVER-TAG"},
}

// ednsOption prints the data of an option.
func (p *printer) ednsOption(code uint16, b []byte) {
	n := len(b)
	switch code {
	case ednsDAU:
		p.algorithms(dnssecAlgorithms, b)
	case ednsDHU:
		p.algorithms(dnssecDigests, b)
	case ednsN3U:
		p.algorithms(dnssecHashes, b)
	case ednsSubnet:
		p.ednsSubnet(b)
	case ednsExpire:
		if n != 4 {
			p.invalid()
			return
		}
		p.dec(uint64(p.u32(b, 0)))
		p.str(" sec")
	case ednsCookie:
		if n < 8 || n > 8 && n < 16 || n > 40 {
			p.invalid()
			return
		}
		p.hexBytes(b[:8])
		if n > 8 {
			p.byte(' ')
			p.hexBytes(b[8:])
		}
	case ednsKeepalive:
		if n != 2 {
			p.invalid()
			return
		}
		tenths := uint64(p.u16(b, 0))
		p.dec(tenths / 10)
		p.byte('.')
		p.dec(tenths % 10)
		p.str(" sec")
	case ednsPadding:
		p.byte('(')
		p.int(n)
		p.byte(')')
	case ednsKeyTag:
		if n%2 != 0 {
			p.invalid()
			return
		}
		for i := 0; i < n; i += 2 {
			if i > 0 {
				p.byte(' ')
			}
			p.dec(uint64(p.u16(b, i)))
		}
	default:
		p.hexBytes(b)
	}
}

// algorithms prints a list of algorithm numbers (RFC 6975).
func (p *printer) algorithms(names []token, b []byte) {
	for i, c := range b {
		if i > 0 {
			p.byte(' ')
		}
		p.tok(names, "Alg_", uint32(c))
	}
}

// ednsSubnet prints a client's network (RFC 7871 section 6): family, prefix
// lengths of query and answer, and as much of the address as the former says.
func (p *printer) ednsSubnet(b []byte) {
	if len(b) < 4 {
		p.invalid()
		return
	}
	family := p.u16(b, 0)
	source, scope := int(b[2]), int(b[3])
	var most int
	switch family {
	case 1:
		most = 32
	case 2:
		most = 128
	}
	if most == 0 || source > most || scope > most || len(b)-4 != (source+7)/8 {
		p.invalid()
		return
	}
	var a [16]byte
	copy(a[:], b[4:])
	if family == 1 {
		p.ip4([4]byte(a[:4]))
	} else {
		p.ip6(a)
	}
	p.byte('/')
	p.int(source)
	p.byte('/')
	p.int(scope)
}

var dnssecAlgorithms = []token{
	{0, "DELETE"},
	{1, "RSAMD5"},
	{2, "DH"},
	{3, "DS"}, // quirk edns-dau: it is DSA
	{5, "RSASHA1"},
	{6, "DSA-NSEC3-SHA1"},
	{7, "RSASHA1-NSEC3-SHA1"},
	{8, "RSASHA256"},
	{10, "RSASHA512"},
	{12, "ECC-GOST"},
	{13, "ECDSAP256SHA256"},
	{14, "ECDSAP384SHA384"},
	{15, "ED25519"},
	{16, "ED448"},
	{252, "INDIRECT"},
	{253, "PRIVATEDNS"},
	{254, "PRIVATEOID"},
}

var dnssecDigests = []token{
	{1, "SHA-1"},
	{2, "SHA-256"},
	{3, "GOST_R_34.11-94"},
	{4, "SHA-384"},
}

var dnssecHashes = []token{{1, "SHA-1"}}
