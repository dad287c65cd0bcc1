package jsonview

// A word names a number.
type word struct {
	v    uint32
	name string
}

// named adds a number, and beside it the word that it has, if any.
func (e *encoder) named(k string, v uint32, words []word) {
	e.num(k, uint64(v))
	for i := range words {
		if words[i].v == v {
			e.key(k)
			// "type": becomes "type_name":
			e.out = append(e.out[:len(e.out)-2], `_name":"`...)
			e.out = append(e.out, words[i].name...)
			e.out = append(e.out, '"')
			return
		}
	}
}

// namedTo is named for a field that ends at the given byte of the header.
func (e *encoder) namedTo(end int, k string, v uint32, words []word) {
	if e.captured >= end {
		e.named(k, v, words)
	}
}

// fields reads fields one after the other and adds them to an object. Where
// the bytes end before a field does, nothing more is added.
type fields struct {
	e     *encoder
	b     []byte
	short bool
}

func (f *fields) take(n int) []byte {
	if f.short || len(f.b) < n {
		f.short = true
		return nil
	}
	b := f.b[:n]
	f.b = f.b[n:]
	return b
}

// num adds a number of n bytes, and returns it.
func (f *fields) num(k string, n int) (v uint64) {
	b := f.take(n)
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	if b != nil {
		f.e.num(k, v)
	}
	return v
}

// named adds a number of n bytes with its word, and returns it.
func (f *fields) named(k string, n int, words []word) (v uint32) {
	b := f.take(n)
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	if b != nil {
		f.e.named(k, v, words)
	}
	return v
}

// words adds the flags in a number of n bytes, as words adds them, and returns
// it.
func (f *fields) words(k string, n int, names []string) (v uint32) {
	b := f.take(n)
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	if b != nil {
		f.e.words(k, v, names)
	}
	return v
}

func (f *fields) ip4(k string) {
	if b := f.take(4); b != nil {
		f.e.ip4(k, [4]byte(b))
	}
}

func (f *fields) ip6(k string) {
	if b := f.take(16); b != nil {
		f.e.ip6(k, [16]byte(b))
	}
}

func (f *fields) hex(k string, n int) {
	if b := f.take(n); b != nil {
		f.e.hex(k, b)
	}
}

// reserved adds n bytes that should say nothing if they are not zero.
func (f *fields) reserved(n int) {
	f.e.unused("reserved", f.take(n))
}

// unused adds bytes that should say nothing, if they are not zero.
func (e *encoder) unused(k string, b []byte) {
	for _, c := range b {
		if c != 0 {
			e.hex(k, b)
			return
		}
	}
}

// rest adds what was not read, and says whether that is less than a field.
func (f *fields) rest(k string) {
	if f.short {
		f.e.bool("truncated", true)
		k = "rest"
	}
	if len(f.b) > 0 {
		f.e.hex(k, f.b)
	}
}
