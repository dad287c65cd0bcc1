package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// mld1Len is the length of a version 1 message in bytes, mld2QueryLen that of a
// version 2 query without sources.
const (
	mld1Len      = 24
	mld2QueryLen = 28
)

// mld1 prints a multicast listener message (RFC 2710 section 3). One that is
// cut is left out.
func (p *printer) mld1(b []byte) {
	if len(b) < mld1Len {
		return
	}
	p.str("max resp delay: ")
	p.dec(uint64(p.u16(b, 4)))
	p.str(" addr: ")
	p.ip6At(b, 8)
}

// mld2Query prints a version 2 query (RFC 3810 section 5.1).
//
//	+---------------+---------------+-------------------------------+
//	|     type      |     code      |           checksum            |
//	+---------------+---------------+-------------------------------+
//	|   maximum response code, ms   |           reserved            |
//	+---------------+---------------+-------------------------------+
//	|                    group address (16 bytes)                   |
//	+-------+-+-----+---------------+-------------------------------+
//	|  res  |S| QRV |     QQIC      |           sources             |
//	+-------+-+-----+---------------+-------------------------------+
//	|  sources of 16 bytes each ...
func (p *printer) mld2Query(b []byte, length int) {
	if p.opt.Verbose > 0 && p.need(b, 6) {
		p.str(" [max resp delay=")
		p.dec(uint64(dissect.MLDFloat(p.u16(b, 4), 16)))
		p.byte(']')
	}
	if !p.need(b, 24) {
		return
	}
	p.str(" [gaddr ")
	p.ip6At(b, 8)
	if p.opt.Verbose > 0 {
		f := p.u8(b, 24)
		if f&0x08 != 0 {
			p.str(" sflag")
		}
		if f&0x07 != 0 {
			p.str(" robustness=")
			p.dec(uint64(f & 7))
		}
		code := p.u8(b, 25)
		p.str(" qqi=")
		p.dec(uint64(dissect.MLDFloat(uint16(code), 8)))
	}
	n := int(p.u16(b, 26))
	switch {
	case n == 0:
	case length < mld2QueryLen+n*16:
		p.str(" [invalid number of sources]")
	case p.opt.Verbose > 1:
		p.mldSources(after(b, mld2QueryLen), n)
	default:
		p.sourceCount(n)
	}
	p.byte(']')
}

// mld2Report prints a version 2 report (RFC 3810 section 5.2).
func (p *printer) mld2Report(b []byte, length int) {
	if length < 8 {
		p.str(" [invalid len ")
		p.int(length)
		p.byte(']')
		return
	}
	groups := int(p.u16(b, 6))
	p.str(", ")
	p.int(groups)
	p.str(" group record(s)")
	if p.opt.Verbose == 0 {
		return
	}
	b = after(b, 8)
	length -= 8
	for range groups {
		if length < dissect.MLDRecordLen {
			p.str(" [invalid number of groups]")
			return
		}
		if !p.need(b, dissect.MLDRecordLen) {
			return
		}
		p.str(" [gaddr ")
		p.ip6At(b, 4)
		p.byte(' ')
		p.tokReport(mldRecordTypes, b[0])
		n := int(binary.BigEndian.Uint16(b[2:]))
		size := dissect.MLDRecordLen + n*16
		if length < size {
			p.str(" [invalid number of sources ")
			p.int(n)
			p.byte(']')
			return
		}
		if p.opt.Verbose > 1 {
			p.mldSources(b[dissect.MLDRecordLen:], n)
		} else {
			p.sourceCount(n)
		}
		p.byte(']')
		// Auxiliary data is taken for the next record: quirk mld-aux.
		b, length = after(b, size), length-size
		if p.isCut() {
			return
		}
	}
}

// mldSources prints n source addresses in braces.
func (p *printer) mldSources(b []byte, n int) {
	p.str(" {")
	for range n {
		if !p.need(b, 16) {
			return
		}
		p.byte(' ')
		p.ip6At(b, 0)
		b = b[16:]
	}
	p.str(" }")
}

// sourceCount prints ", 2 source(s)".
func (p *printer) sourceCount(n int) {
	p.str(", ")
	p.int(n)
	p.str(" source(s)")
}

// tokReport prints the type of a group record, of MLD or IGMP.
func (p *printer) tokReport(table []token, t uint8) {
	if s, ok := find(table, uint32(t)); ok {
		p.str(s)
		return
	}
	p.str(" [v2-report-#")
	p.dec(uint64(t))
	p.byte(']')
}

var mldRecordTypes = []token{
	{1, "is_in"},
	{2, "is_ex"},
	{3, "to_in"},
	{4, "to_ex"},
	{5, "allow"},
	{6, "block"},
}
