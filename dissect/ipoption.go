package dissect

// IPv4Options is the option part of an IPv4 header, as it is on the wire (RFC
// 791 section 3.1). It may be cut, or longer than what makes sense.
type IPv4Options []byte

// An IPOption is an option of IPv4, or of a hop-by-hop or destination options
// header of IPv6. Data is what follows type and length; of an option that is
// cut, or whose length is wrong, it is what there is, and Bad is set.
type IPOption struct {
	Type uint8
	Len  int // bytes in all: with type and length; 1 for the types without a length
	Data []byte
	Bad  bool
}

// Next splits off the first option. It returns false at the end of the list,
// which IPv4OptionEOL marks. Nothing follows a Bad option.
func (o IPv4Options) Next() (opt IPOption, rest IPv4Options, ok bool) {
	if len(o) == 0 || o[0] == IPv4OptionEOL {
		return IPOption{}, nil, false
	}
	if o[0] == IPv4OptionNOP {
		return IPOption{Type: IPv4OptionNOP, Len: 1}, o[1:], true
	}
	if len(o) < 2 {
		return IPOption{Type: o[0], Bad: true}, nil, true
	}
	n := int(o[1])
	if n < 2 || n > len(o) {
		return IPOption{Type: o[0], Len: n, Data: o[2:], Bad: true}, nil, true
	}
	return IPOption{Type: o[0], Len: n, Data: o[2:n]}, o[n:], true
}

// IPv6Options are the options of a hop-by-hop or destination options header, as
// they are on the wire (RFC 8200 section 4.2). They may be cut.
type IPv6Options []byte

// Next splits off the first option. It returns false at the end of the list.
// Nothing follows a Bad option.
func (o IPv6Options) Next() (opt IPOption, rest IPv6Options, ok bool) {
	if len(o) == 0 {
		return IPOption{}, nil, false
	}
	if o[0] == IPv6OptionPad1 {
		return IPOption{Type: IPv6OptionPad1, Len: 1}, o[1:], true
	}
	if len(o) < 2 {
		return IPOption{Type: o[0], Bad: true}, nil, true
	}
	n := int(o[1]) + 2
	if n > len(o) {
		return IPOption{Type: o[0], Len: n, Data: o[2:], Bad: true}, nil, true
	}
	return IPOption{Type: o[0], Len: n, Data: o[2:n]}, o[n:], true
}
