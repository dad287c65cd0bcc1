package text

import (
	"bytes"
	"encoding/binary"
)

// krb prints a message of Kerberos: of version 5 (RFC 4120) no more than that.
//
//	v4 be KDC_REQUEST: user.instance@REALM 480min service.instance
func (p *printer) krb(b []byte) {
	p.proto = "krb"
	if !p.have(b, 1) {
		return
	}
	switch v := b[0]; v {
	case 1, 2, 3:
		p.strDec(" v", uint64(v))
	case 4:
		p.str(" v4")
		p.krb4(b)
	case 106, 107: // application tags 10 and 11: requests and replies of the first exchange
		p.str(" v5")
	}
}

// Messages of version 4.
const (
	krb4Request = 2
	krb4Reply   = 4
	krb4Appl    = 6
	krb4Error   = 10
)

var krb4Types = []token{
	{krb4Request, "KDC_REQUEST"}, {krb4Reply, "KDC_REPLY"}, {krb4Appl, "APPL_REQUEST"}, {8, "APPL_REQUEST_MUTUAL"},
	{krb4Error, "ERR_REPLY"}, {12, "PRIVATE"}, {14, "SAFE"}, {16, "APPL_ERR"},
}

// krb4 prints a message of version 4, whose strings end in a zero byte.
//
//	+---------------+-------------+-+-------------------------------
//	|  version (4)  |    type     |L|  what the type has; numbers in the
//	+---------------+-------------+-+  order that L tells, 1 for little-endian
func (p *printer) krb4(b []byte) {
	typ := p.u8(b, 1)
	if p.isCut() {
		return
	}
	var order binary.ByteOrder = binary.BigEndian
	p.str(pick(typ&1 != 0, " le ", " be "))
	if typ&1 != 0 {
		order = binary.LittleEndian
	}
	typ &^= 1
	p.tok(krb4Types, "#", uint32(typ))
	p.str(": ")
	b = after(b, 2)
	u16 := func(off int) uint64 {
		if s := p.bytes(b, off, 2); s != nil {
			return uint64(order.Uint16(s))
		}
		return 0
	}
	switch typ {
	case krb4Request:
		if b = p.krb4Principal(b); b == nil {
			return
		}
		b = after(b, 4) // time
		life := 5 * uint64(p.u8(b, 0))
		p.strDec(" ", life)
		p.str("min ")
		if b = p.krb4String(after(b, 1)); b == nil {
			return
		}
		p.byte('.')
		p.krb4String(b)
	case krb4Reply:
		if b = p.krb4Principal(b); b == nil {
			return
		}
		n := u16(10)
		p.parenDec(n)
	case krb4Appl:
		p.strDec("v", uint64(p.u8(b, 0)))
		p.byte(' ')
		if b = p.krb4String(after(b, 1)); b == nil {
			return
		}
		p.parenDec(uint64(p.u8(b, 0)))
		p.parenDec(uint64(p.u8(b, 1)))
	case krb4Error:
		if b = p.krb4Principal(b); b == nil {
			return
		}
		code := u16(4)
		p.byte(' ')
		p.tok(krb4Errors, "#", uint32(code))
		p.byte(' ')
		p.krb4String(after(b, 8))
	default:
		p.str("(unknown)")
	}
}

// krb4Principal prints name, instance and realm and returns what is behind; nil
// if they are cut.
func (p *printer) krb4Principal(b []byte) []byte {
	if b = p.krb4String(b); b == nil {
		return nil
	}
	p.byte('.')
	if b = p.krb4String(b); b == nil {
		return nil
	}
	p.byte('@')
	return p.krb4String(b)
}

// krb4String prints a string and returns what is behind it; nil if it is cut.
func (p *printer) krb4String(b []byte) []byte {
	n := bytes.IndexByte(b, 0)
	if n < 0 {
		p.visible(b)
		p.truncated()
		return nil
	}
	p.visible(b[:n])
	return b[n+1:]
}

var krb4Errors = []token{
	{0, "OK"},
	{1, "NAME_EXP"},
	{2, "SERVICE_EXP"},
	{3, "AUTH_EXP"},
	{4, "PKT_VER"},
	{5, "NAME_MAST_KEY_VER"},
	{6, "SERV_MAST_KEY_VER"},
	{7, "BYTE_ORDER"},
	{8, "PRINCIPAL_UNKNOWN"},
	{9, "PRINCIPAL_NOT_UNIQUE"},
	{10, "NULL_KEY"},
}
