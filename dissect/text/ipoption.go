package text

import "wiredump/dissect"

var ipv4OptionNames = []token{
	{dissect.IPv4OptionEOL, "EOL"},
	{dissect.IPv4OptionNOP, "NOP"},
	{dissect.IPv4OptionRR, "RR"},
	{dissect.IPv4OptionTimestamp, "timestamp"},
	{dissect.IPv4OptionTraceroute, "traceroute"},
	{dissect.IPv4OptionSecurity, "security"},
	{dissect.IPv4OptionLSRR, "LSRR"},
	{dissect.IPv4OptionSSRR, "SSRR"},
	{dissect.IPv4OptionRouterAlert, "RA"},
}

// ipv4Options prints the n bytes of options at the start of b (RFC 791 section
// 3.1), which goes on behind them. It returns false if an option was not
// captured whole.
func (p *printer) ipv4Options(b []byte, n int) bool {
	for off := 0; off < n; {
		if off > 0 {
			p.byte(',')
		}
		kind := p.u8(b, off)
		p.tok(ipv4OptionNames, "unknown ", uint32(kind))
		length := 1
		if kind != dissect.IPv4OptionEOL && kind != dissect.IPv4OptionNOP {
			// quirk ip-option-length: the length of an option whose type is
			// the last byte is taken from what follows the header.
			length = int(p.u8(b, off+1))
			if p.isCut() {
				return true
			}
			if length < 2 || length > n-off {
				p.badOption(" [bad length ", length)
				return true
			}
			if len(b) < off+length {
				return false
			}
		}
		switch kind {
		case dissect.IPv4OptionEOL:
			return true
		case dissect.IPv4OptionTimestamp:
			if !p.ipv4Timestamp(b[off:], length) {
				return false
			}
		case dissect.IPv4OptionRR, dissect.IPv4OptionLSRR, dissect.IPv4OptionSSRR:
			if !p.ipv4Route(b[off:], length) {
				return false
			}
		case dissect.IPv4OptionRouterAlert:
			if length < 4 {
				p.badOption(" [bad length ", length)
			} else if v := p.u16(b, off+2); v != 0 {
				p.str(" value ")
				p.dec(uint64(v))
			}
		}
		if p.isCut() {
			return true
		}
		off += length
	}
	return true
}

func (p *printer) badOption(what string, v int) {
	p.str(what)
	p.int(v)
	p.byte(']')
}

// ipv4Route prints a record route or source route option that is n bytes long.
// Addresses that the pointer has passed are followed by a comma. Quirk
// ip-route-length: an address that begins inside the option is printed even if
// it ends behind it. It returns false if such an address was not captured.
func (p *printer) ipv4Route(b []byte, n int) bool {
	if n < 3 {
		p.badOption(" [bad length ", n)
		return true
	}
	if (n+1)&3 != 0 {
		p.badOption(" [bad length ", n)
	}
	// A pointer of 0 counts as behind all addresses.
	next := uint32(b[2]) - 1
	if next < 3 || (next+1)&3 != 0 || next > uint32(n)+1 {
		p.badOption(" [bad ptr ", int(b[2]))
	}
	for off := 3; off < n; off += 4 {
		if len(b) < off+4 {
			return false
		}
		p.byte(' ')
		p.ip4At(b, off)
		if next > uint32(off) {
			p.byte(',')
		}
	}
	return true
}

// ipv4Timestamp prints an Internet timestamp option that is n bytes long, with
// a caret where the next hop would put its time. It returns false if a time
// was not captured.
func (p *printer) ipv4Timestamp(b []byte, n int) bool {
	if n < 4 {
		p.badOption("[bad length ", n)
		return true
	}
	p.str(" TS{")
	flags := b[3]
	hop := 8
	if flags&0xf == 0 {
		hop = 4
	}
	if (n-4)&(hop-1) != 0 {
		p.badOption("[bad length ", n)
	}
	next := int(b[2]) - 1
	if next < 4 || (next-4)&(hop-1) != 0 || next > n+1 {
		p.badOption("[bad ptr ", next+1)
	}
	off := 4
	switch flags & 0xf {
	case 0:
		p.str("TSONLY")
	case 1:
		p.str("TS+ADDR")
	case 3:
		p.str("PRESPEC")
	default:
		p.badOption("[bad ts type ", int(flags&0xf))
		off = 0
	}
	for ; off > 0 && off < n; off += hop {
		if len(b) < off+hop {
			return false
		}
		if next == off {
			p.str(" ^ ")
		} else {
			p.byte(' ')
		}
		p.dec(uint64(p.u32(b, off+hop-4)))
		p.byte('@')
		if hop == 8 {
			p.ip4At(b, off)
		}
	}
	if next == off {
		p.str(" ^ ")
	}
	if flags>>4 != 0 {
		p.str(" [")
		p.dec(uint64(flags >> 4))
		p.str(" hops not recorded]} ")
	} else {
		p.byte('}')
	}
	return true
}

// ipSourceRoute returns the last address of a source route among IPv4 options;
// nil if there is none. Transport checksums cover that address.
func ipSourceRoute(b []byte) []byte {
	for off := 0; off < len(b); {
		length := 1
		switch kind := b[off]; kind {
		case dissect.IPv4OptionEOL:
			return nil
		case dissect.IPv4OptionNOP:
		default:
			if off+1 >= len(b) {
				return nil
			}
			length = int(b[off+1])
			if length < 2 || off+length > len(b) {
				return nil
			}
			if (kind == dissect.IPv4OptionLSRR || kind == dissect.IPv4OptionSSRR) && length >= 7 {
				return b[off+length-4 : off+length]
			}
		}
		off += length
	}
	return nil
}
