package text

// Kinds of BER elements, as SNMP uses them (RFC 3416 section 3).
type berKind uint8

const (
	berAny berKind = iota
	berInt
	berOctets // of a type that has no kind of its own
	berOID
	berAddr
	berUint
	berUint64
	berString
	berSeq
	berPDU
	berNull
	berNoObject
	berNoInstance
	berEnd
)

// A berElem is an element: a tag, a length and as many bytes.
type berElem struct {
	kind berKind
	id   int    // number in the tag
	n    int    // bytes of contents, as it says
	b    []byte // contents
	i    int32  // valid iff kind is berInt
	u    uint64 // valid iff kind is berUint or berUint64
}

// A berReader stands in a series of elements.
type berReader struct {
	p *printer
	b []byte // captured
	n int    // bytes to the end of what contains the elements
}

// next reads an element and goes behind it. Where it is wrong or cut it prints
// so and returns false.
func (r *berReader) next() (e berElem, ok bool) {
	p := r.p
	if r.n < 1 {
		p.str("[nothing to parse]")
		return e, false
	}
	tag := p.u8(r.b, 0)
	r.skip(1)
	class, constructed, id := tag>>6, tag&0x20 != 0, int(tag&0x1f)
	if id == 0x1f {
		// The number follows, seven bits a byte.
		id = 0
		for more := true; more; {
			c := p.u8(r.b, 0)
			if p.isCut() {
				return e, false
			}
			if more = c&0x80 != 0; more && r.n < 1 {
				p.str("[Xtagfield?]")
				return e, false
			}
			id = id<<7 | int(c&0x7f)
			r.skip(1)
		}
	}
	if r.n < 1 {
		p.str("[no asnlen]")
		return e, false
	}
	n := uint32(p.u8(r.b, 0))
	r.skip(1)
	if n&0x80 != 0 {
		count := int(n & 0x7f)
		if r.n < count {
			p.str("[asnlen? ")
			p.int(r.n)
			p.strDec("<", uint64(count))
			p.byte(']')
			return e, false
		}
		if !p.have(r.b, count) {
			return e, false
		}
		n = 0
		for range count {
			n = n<<8 | uint32(p.u8(r.b, 0))
			r.skip(1)
		}
	}
	if p.isCut() {
		return e, false
	}
	if uint32(r.n) < n {
		p.str("[len")
		p.int(r.n)
		p.strDec("<asnlen", uint64(n))
		p.byte(']')
		return e, false
	}
	e.id, e.n, e.b = id, int(n), r.b
	if !r.contents(&e, class, constructed) {
		return e, false
	}
	r.skip(e.n)
	return e, !p.isCut()
}

func (r *berReader) skip(n int) { r.b, r.n = after(r.b, n), r.n-n }

// in returns a reader of what the element contains.
func (r *berReader) in(e *berElem) berReader { return berReader{p: r.p, b: e.b, n: e.n} }

// Classes of tags.
const (
	berUniversal = iota
	berApplication
	berContext
	berPrivate
)

// berIDs names the tags of each class.
var berIDs = [4][]string{
	{"U-0", "Boolean", "Integer", "Bitstring", "String", "Null", "ObjID", "ObjectDes", "U-8", "U-9", "U-10", "U-11",
		"U-12", "U-13", "U-14", "U-15", "Sequence", "Set"},
	{"IpAddress", "Counter", "Gauge", "TimeTicks", "Opaque", "C-5", "Counter64"},
	snmpPDUs,
	{"P-0"},
}

// contents finds the kind and the value of an element, and prints the type of
// those that have no kind. It returns false where it is wrong or cut.
func (r *berReader) contents(e *berElem, class uint8, constructed bool) bool {
	p := r.p
	if e.id >= len(berIDs[class]) {
		p.str(pick(constructed, "[id?C/x/", "[id?P/x/"))
		p.int(e.id)
		p.byte(']')
		return false
	}
	if !p.have(e.b, e.n) {
		return false
	}
	e.b = e.b[:e.n]
	name := berIDs[class][e.id]
	switch {
	case constructed && class == berUniversal:
		if e.id == 16 {
			e.kind = berSeq
			return true
		}
		p.str("C/U/")
		p.str(name)
		e.kind = berOctets
	case constructed && class == berContext:
		e.kind = berPDU
	case constructed:
		p.str("C/x/")
		p.str(name)
		e.kind = berOctets
	case class == berUniversal:
		switch e.id {
		case 2:
			return r.integer(e)
		case 4:
			e.kind = berString
		case 5:
			e.kind = berNull
		case 6:
			e.kind = berOID
		default:
			p.str("[P/U/")
			p.str(name)
			p.byte(']')
			e.kind = berOctets
		}
	case class == berApplication:
		switch e.id {
		case 0:
			e.kind = berAddr
		case 1, 2, 3:
			e.kind = berUint
			e.u = uint64(uint32(e.unsigned()))
		case 6:
			e.kind = berUint64
			e.u = e.unsigned()
		default:
			p.str("[P/A/")
			p.str(name)
			p.byte(']')
			e.kind = berOctets
		}
	case class == berContext:
		switch e.id {
		case 0:
			e.kind = berNoObject
		case 1:
			e.kind = berNoInstance
		case 2:
			e.kind = berEnd
		}
	default:
		p.str("[P/x/")
		p.str(name)
		p.byte(']')
		e.kind = berOctets
	}
	return true
}

// integer reads a signed number; only its low 32 bits count.
func (r *berReader) integer(e *berElem) bool {
	if e.n == 0 {
		r.p.str("[asnlen=0]")
		return false
	}
	e.kind = berInt
	e.i = int32(e.unsigned())
	if e.n < 4 && e.b[0]&0x80 != 0 {
		e.i |= -1 << (8 * e.n)
	}
	return true
}

// unsigned returns the number that an element holds; only its low 64 bits
// count.
func (e *berElem) unsigned() (v uint64) {
	for _, c := range e.b {
		v = v<<8 | uint64(c)
	}
	return v
}

// berValue prints an element.
func (p *printer) berValue(e *berElem) {
	switch e.kind {
	case berInt:
		p.int(int(e.i))
	case berOctets:
		for _, c := range e.b {
			p.byte('_')
			p.hexNum(uint64(c), 2)
		}
	case berOID:
		p.berOID(e.b)
	case berAddr:
		if e.n != 4 {
			p.str("[inetaddr len!=4]")
		}
		for i, c := range e.b {
			if i > 0 {
				p.byte('.')
			}
			p.dec(uint64(c))
		}
	case berUint, berUint64:
		p.dec(e.u)
	case berString:
		p.berString(e.b)
	case berSeq:
		p.strDec("Seq(", uint64(e.n))
		p.byte(')')
	case berPDU:
		p.str(snmpPDUs[e.id])
		p.strDec("(", uint64(e.n))
		p.byte(')')
	case berNull:
	case berNoObject:
		p.str("[noSuchObject]")
	case berNoInstance:
		p.str("[noSuchInstance]")
	case berEnd:
		p.str("[endOfMibView]")
	default:
		p.str("[BE_ANY!?]")
	}
}

// berOID prints an object identifier: ".1.3.6", or with names "system.sysDescr.0".
// The first number of its contents stands for two.
func (p *printer) berOID(b []byte) {
	var v uint32
	first, dot := true, true
	var below []mibNode // what the next number may be called
	if p.opt.Names {
		below = mibRoot
		for i := range mibPrefixes {
			if prefix := &mibPrefixes[i]; len(b) >= len(prefix.bytes) && string(b[:len(prefix.bytes)]) == prefix.bytes {
				p.str(prefix.text)
				b, below = b[len(prefix.bytes):], prefix.below
				first, dot = false, false
				break
			}
		}
	}
	for _, c := range b {
		v = v<<7 | uint32(c&0x7f)
		if c&0x80 != 0 {
			continue
		}
		if first {
			first = false
			top := min(int32(v)/40, 2) // quirk ber-oid: a number beyond 31 bits is negative
			below = p.oidNumber(below, uint32(top), true)
			v -= uint32(top * 40)
		}
		below = p.oidNumber(below, v, dot)
		v, dot = 0, true
	}
}

// oidNumber prints a number of an object identifier, or its name if it is among
// nodes. It returns what is below that.
func (p *printer) oidNumber(nodes []mibNode, v uint32, dot bool) []mibNode {
	if dot {
		p.byte('.')
	}
	for i := range nodes {
		if nodes[i].id == v {
			p.str(nodes[i].name)
			return nodes[i].below
		}
	}
	p.dec(uint64(v))
	return nil
}

// berString prints text in quotes, and bytes in hexadecimal if some are no
// text.
func (p *printer) berString(b []byte) {
	for _, c := range b {
		if c < ' ' || c > '~' {
			for i, c := range b {
				if i > 0 {
					p.byte('_')
				}
				p.hexNum(uint64(c), 2)
			}
			return
		}
	}
	p.byte('"')
	p.out = append(p.out, b...)
	p.byte('"')
}
