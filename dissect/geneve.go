package dissect

// GeneveLen is the length of a Geneve header without options in bytes.
const GeneveLen = 8

// Geneve is a Geneve header (RFC 8926 section 3.4).
//
//	+---+-----------+-+-+-----------+-------------------------------+
//	|Ver|  options  |O|C|  reserved |       protocol type           |
//	+---+-----------+-+-+-----------+---------------+---------------+
//	|       virtual network identifier              |   reserved    |
//	+-----------------------------------------------+---------------+
//	|       options ...
type Geneve struct {
	Version    uint8
	OptionsLen int    // bytes
	Flags      uint8  // GeneveOAM, GeneveCritical and six reserved bits
	Type       uint16 // an Ethertype
	VNI        uint32 // 24 bits
	Reserved   uint8
	Captured   int // bytes of the fixed header that were captured, at most GeneveLen
	Options    GeneveOptions
	Payload    []byte // captured bytes behind the options
}

// Flags of a Geneve header.
const (
	GeneveOAM      = 0x80
	GeneveCritical = 0x40 // there are options that must be understood
)

// Decode fills h from the bytes of a message.
func (h *Geneve) Decode(b []byte) {
	c := cursor{b: b}
	v := c.u8()
	h.Version, h.OptionsLen = v>>6, int(v&0x3f)*4
	h.Flags = c.u8()
	h.Type = c.u16()
	w := c.u32()
	h.VNI, h.Reserved = w>>8, uint8(w)
	h.Captured = c.pos
	h.Options = span(b, GeneveLen, GeneveLen+h.OptionsLen)
	h.Payload = span(b, GeneveLen+h.OptionsLen, len(b))
}

// GeneveOptions are the captured options of a Geneve header.
type GeneveOptions []byte

// A GeneveOption is one of them (RFC 8926 section 3.5).
//
//	+-------------------------------+---------------+-----+---------+
//	|             class             |C|    type     | res |  words  |
//	+-------------------------------+---------------+-----+---------+
//	|       data ...
type GeneveOption struct {
	Class uint16
	Type  uint8  // GeneveOptionCritical says that it must be understood
	Len   int    // bytes with this header, as it says
	Data  []byte // what there is of the data
}

// GeneveOptionCritical is a flag in the type of an option.
const GeneveOptionCritical = 0x80

// Next splits off the first option. It returns false if there is none.
func (o GeneveOptions) Next() (opt GeneveOption, rest GeneveOptions, ok bool) {
	if len(o) < 4 {
		return GeneveOption{}, nil, false
	}
	opt.Class = uint16(o[0])<<8 | uint16(o[1])
	opt.Type = o[2]
	opt.Len = 4 + int(o[3]&0x1f)*4
	opt.Data = span(o, 4, opt.Len)
	return opt, o[min(opt.Len, len(o)):], true
}
