// Package services translates between the names and numbers of ports and of
// IP protocols. It reads the files /etc/services and /etc/protocols; where one
// is missing or empty, as in small containers and on other systems, a table of
// common IANA assignments takes its place.
package services

import (
	"os"
	"strconv"
	"strings"
	"sync"
)

// A Table holds one reading of both files. It does not change and may be used
// by many goroutines at a time.
type Table struct {
	ports     map[portKey]string
	names     map[nameKey]uint16
	protocols map[string]uint8
	protoName map[uint8]string
}

type portKey struct {
	port  uint16
	proto string
}

type nameKey struct {
	name, proto string
}

// System returns the table of this machine. The files are read once, at the
// first call.
func System() *Table { return system() }

var system = sync.OnceValue(func() *Table {
	services, _ := os.ReadFile("/etc/services")
	protocols, _ := os.ReadFile("/etc/protocols")
	return Parse(string(services), string(protocols))
})

// Port returns the number of the service called name, or one of its aliases,
// over proto ("tcp", "udp", "sctp"). Case counts, as in getservbyname(3).
func (t *Table) Port(name, proto string) (uint16, bool) {
	n, ok := t.names[nameKey{name, proto}]
	return n, ok
}

// Name returns the name of the service at port over proto.
func (t *Table) Name(port uint16, proto string) (string, bool) {
	s, ok := t.ports[portKey{port, proto}]
	return s, ok
}

// Protocol returns the number of the IP protocol called name.
func (t *Table) Protocol(name string) (uint8, bool) {
	n, ok := t.protocols[name]
	return n, ok
}

// ProtocolName returns the name of an IP protocol.
func (t *Table) ProtocolName(number uint8) (string, bool) {
	s, ok := t.protoName[number]
	return s, ok
}

// Parse reads the text of a services file and of a protocols file:
//
//	name  port/protocol  alias ...  # comment
//	name  number         alias ...  # comment
//
// The first line that claims a name or a number keeps it; lines that make no
// sense are passed over. A text without a single good line is replaced by the
// built-in one.
func Parse(services, protocols string) *Table {
	t := &Table{}
	if t.parseServices(services); len(t.names) == 0 {
		t.parseServices(builtinServices)
	}
	if t.parseProtocols(protocols); len(t.protocols) == 0 {
		t.parseProtocols(builtinProtocols)
	}
	return t
}

func (t *Table) parseServices(text string) {
	t.ports = make(map[portKey]string)
	t.names = make(map[nameKey]uint16)
	for line := range strings.Lines(text) {
		f := fields(line)
		if len(f) < 2 {
			continue
		}
		number, proto, ok := strings.Cut(f[1], "/")
		port, err := strconv.ParseUint(number, 10, 16)
		if !ok || err != nil {
			continue
		}
		proto = strings.Clone(proto)
		key := portKey{uint16(port), proto}
		if _, taken := t.ports[key]; !taken {
			t.ports[key] = strings.Clone(f[0])
		}
		for i, name := range f {
			if i == 1 {
				continue
			}
			key := nameKey{strings.Clone(name), proto}
			if _, taken := t.names[key]; !taken {
				t.names[key] = uint16(port)
			}
		}
	}
}

func (t *Table) parseProtocols(text string) {
	t.protocols = make(map[string]uint8)
	t.protoName = make(map[uint8]string)
	for line := range strings.Lines(text) {
		f := fields(line)
		if len(f) < 2 {
			continue
		}
		number, err := strconv.ParseUint(f[1], 10, 8)
		if err != nil {
			continue
		}
		if _, taken := t.protoName[uint8(number)]; !taken {
			t.protoName[uint8(number)] = strings.Clone(f[0])
		}
		for i, name := range f {
			if i == 1 {
				continue
			}
			if _, taken := t.protocols[name]; !taken {
				t.protocols[strings.Clone(name)] = uint8(number)
			}
		}
	}
}

// fields splits a line into its words, without the comment.
func fields(line string) []string {
	line, _, _ = strings.Cut(line, "#")
	return strings.Fields(line)
}
