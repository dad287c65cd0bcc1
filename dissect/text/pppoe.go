package text

import "wiredump/dissect"

// pppoe prints PPP over Ethernet (RFC 2516). It returns the length of what was
// printed of the packet in bytes.
//
//	PPPoE PADI [Service-Name] [Host-Uniq 0x01020304]
func (p *printer) pppoe(b []byte, length int) {
	p.proto = "pppoe"
	if length < dissect.PPPoELen {
		p.str(" (length ")
		p.int(length)
		p.str(" < 6)")
		p.invalid()
		return
	}
	if !p.need(b, dissect.PPPoELen) {
		return
	}
	var h dissect.PPPoE
	h.Decode(b)
	length -= dissect.PPPoELen
	if h.Version != 1 {
		p.str(" [ver ")
		p.dec(uint64(h.Version))
		p.byte(']')
	}
	if h.Type != 1 {
		p.str(" [type ")
		p.dec(uint64(h.Type))
		p.byte(']')
	}
	p.str("PPPoE ")
	if s, ok := find(pppoeCodes, uint32(h.Code)); ok {
		p.str(s)
	} else {
		p.str("PAD-")
		p.hexNum(uint64(h.Code), 1)
	}
	if h.Length > length {
		p.str(" [len ")
		p.int(h.Length)
		p.str(" > ")
		p.int(length)
		p.str("!]")
		h.Length = length
	}
	if h.Session != 0 {
		p.str(" [ses ")
		p.hex0x(uint64(h.Session), 1)
		p.byte(']')
	}
	if h.Code == dissect.PPPoESession {
		p.byte(' ')
		p.ppp(h.Payload, h.Length)
		return
	}
	p.pppoeTags(h.Payload, h.Length)
}

// pppoeTags prints the tags of the discovery stage, which begin in the first n
// bytes of b.
func (p *printer) pppoeTags(b []byte, n int) {
	// Each turn consumes four bytes at least.
	for off := 0; off < n; {
		kind, size := p.u16(b, off), int(p.u16(b, off+2))
		off += 4
		if !p.need(b, off+size) {
			return
		}
		p.str(" [")
		p.tokHex0x(pppoeTags, "TAG-", uint32(kind))
		if size > 0 {
			p.pppoeTag(b[off : off+size])
		}
		p.byte(']')
		if kind == 0 {
			return // end of list
		}
		off += size
	}
}

// pppoeTag prints the value of a tag: as text if more than half of its first 20
// bytes are.
func (p *printer) pppoeTag(b []byte) {
	n := len(b)
	text, other := 0, 0
	for _, c := range b[:min(n, 20)] {
		if c >= ' ' && c < 0x7f {
			text++
		} else {
			other++
		}
	}
	if text > other {
		p.str(" \"")
		for _, c := range b[:min(n, 79)] {
			if c < ' ' || c > '~' {
				c = '.'
			}
			p.byte(c)
		}
		p.byte('"')
		return
	}
	p.str(" 0x")
	for _, c := range b {
		p.out = append(p.out, upperDigits[c>>4], upperDigits[c&15])
	}
}

const upperDigits = "0123456789ABCDEF"

var pppoeCodes = []token{
	{dissect.PPPoESession, ""}, {dissect.PPPoEPADI, "PADI"}, {dissect.PPPoEPADO, "PADO"}, {dissect.PPPoEPADR, "PADR"},
	{dissect.PPPoEPADS, "PADS"}, {dissect.PPPoEPADT, "PADT"},
}

var pppoeTags = []token{
	{0x0000, "EOL"}, {0x0101, "Service-Name"}, {0x0102, "AC-Name"}, {0x0103, "Host-Uniq"}, {0x0104, "AC-Cookie"},
	{0x0105, "Vendor-Specific"}, {0x0110, "Relay-Session-ID"}, {0x0120, "PPP-Max-Payload"}, {0x0201, "Service-Name-Error"},
	{0x0202, "AC-System-Error"}, {0x0203, "Generic-Error"},
}
