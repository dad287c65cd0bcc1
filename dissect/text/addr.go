package text

import (
	"net/netip"
	"strconv"
)

// mac prints a six-byte hardware address: with names, behind it stands its
// vendor, and "Broadcast" in its place.
func (p *printer) mac(a [6]byte) {
	if !p.opt.Names {
		p.macNumber(a)
		return
	}
	if a == macBroadcast {
		p.style(styleAddr)
		p.str("Broadcast")
		p.plain()
		return
	}
	p.macNumber(a)
	p.vendor(a)
}

var macBroadcast = [6]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}

// macNumber prints a six-byte hardware address without its vendor.
func (p *printer) macNumber(a [6]byte) {
	p.style(styleAddr)
	h := func(c byte) (byte, byte) { return hexDigits[c>>4], hexDigits[c&15] }
	for i, c := range a {
		hi, lo := h(c)
		if i > 0 {
			p.out = append(p.out, ':', hi, lo)
		} else {
			p.out = append(p.out, hi, lo)
		}
	}
	p.plain()
}

// linkAddr prints a hardware address of any length, without its vendor.
func (p *printer) linkAddr(a []byte) {
	p.style(styleAddr)
	for i, c := range a {
		if i > 0 {
			p.byte(':')
		}
		p.out = append(p.out, hexDigits[c>>4], hexDigits[c&15])
	}
	p.plain()
}

// ip4 prints an IPv4 address, or its host's name.
func (p *printer) ip4(a [4]byte) {
	p.style(styleAddr)
	p.ip4Text(a)
	p.plain()
}

func (p *printer) ip4Text(a [4]byte) {
	if p.opt.HostName != nil && p.hostName(netip.AddrFrom4(a)) {
		return
	}
	p.ip4Digits(a)
}

func (p *printer) ip4Digits(a [4]byte) {
	o := p.out
	o = strconv.AppendUint(o, uint64(a[0]), 10)
	o = append(o, '.')
	o = strconv.AppendUint(o, uint64(a[1]), 10)
	o = append(o, '.')
	o = strconv.AppendUint(o, uint64(a[2]), 10)
	o = append(o, '.')
	p.out = strconv.AppendUint(o, uint64(a[3]), 10)
}

// ip4Number prints an IPv4 address that stands for no host, or beside its name.
func (p *printer) ip4Number(a [4]byte) {
	p.style(styleAddr)
	p.ip4Digits(a)
	p.plain()
}

// ip4At prints the IPv4 address at off in b.
func (p *printer) ip4At(b []byte, off int) {
	if s := p.bytes(b, off, 4); s != nil {
		p.ip4([4]byte(s))
	}
}

// ip4NumberAt prints the IPv4 address at off in b as ip4Number does.
func (p *printer) ip4NumberAt(b []byte, off int) {
	if s := p.bytes(b, off, 4); s != nil {
		p.ip4Number([4]byte(s))
	}
}

// ip6 prints an IPv6 address, or its host's name: RFC 5952, and dotted for
// mapped addresses.
func (p *printer) ip6(a [16]byte) {
	p.style(styleAddr)
	p.ip6Text(a)
	p.plain()
}

func (p *printer) ip6Text(a [16]byte) {
	if p.opt.HostName != nil && p.hostName(netip.AddrFrom16(a)) {
		return
	}
	p.ip6Digits(a)
}

func (p *printer) ip6Digits(a [16]byte) {
	// The longest run of zero groups, at least two, becomes "::".
	var g [8]uint16
	for i := range g {
		g[i] = uint16(a[2*i])<<8 | uint16(a[2*i+1])
	}
	best, bestLen := -1, 1
	for i := 0; i < 8; {
		j := i
		for j < 8 && g[j] == 0 {
			j++
		}
		if j-i > bestLen {
			best, bestLen = i, j-i
		}
		i = max(j, i+1)
	}
	for i := 0; i < 8; {
		if i == best {
			p.str("::")
			i += bestLen
			continue
		}
		if i > 0 && i != best+bestLen {
			p.byte(':')
		}
		if i == 6 && best == 0 && (bestLen == 6 || bestLen == 5 && g[5] == 0xffff) {
			p.ip4Digits([4]byte(a[12:]))
			return
		}
		p.out = strconv.AppendUint(p.out, uint64(g[i]), 16)
		i++
	}
}

// ip6Number prints an IPv6 address that stands for no host, or beside its name.
func (p *printer) ip6Number(a [16]byte) {
	p.style(styleAddr)
	p.ip6Digits(a)
	p.plain()
}

// ip6At prints the IPv6 address at off in b.
func (p *printer) ip6At(b []byte, off int) {
	if s := p.bytes(b, off, 16); s != nil {
		p.ip6([16]byte(s))
	}
}
