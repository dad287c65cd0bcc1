package services

import "testing"

const (
	someServices = `
# name port aliases
http	80/tcp	www	# web
domain	53/udp
domain	53/tcp
late	80/tcp
wrong	line
far	65536/tcp
`
	someProtocols = "tcp\t6\tTCP\t# transmission control\nodd\t256\n"
)

func TestParse(t *testing.T) {
	tab := Parse(someServices, someProtocols)
	for _, c := range []struct {
		name, proto string
		port        uint16
		ok          bool
	}{
		{"http", "tcp", 80, true},
		{"www", "tcp", 80, true},
		{"http", "udp", 0, false},
		{"HTTP", "tcp", 0, false},
		{"domain", "udp", 53, true},
		{"far", "tcp", 0, false},
		{"wrong", "tcp", 0, false},
	} {
		if port, ok := tab.Port(c.name, c.proto); port != c.port || ok != c.ok {
			t.Errorf("Port(%s, %s) = %d, %v", c.name, c.proto, port, ok)
		}
	}
	if name, _ := tab.Name(80, "tcp"); name != "http" {
		t.Errorf("Name(80, tcp) = %q: the first line must win", name)
	}
	if _, ok := tab.Name(80, "udp"); ok {
		t.Error("Name(80, udp) found a service")
	}
	if n, ok := tab.Protocol("TCP"); n != 6 || !ok {
		t.Errorf("Protocol(TCP) = %d, %v", n, ok)
	}
	if _, ok := tab.Protocol("odd"); ok {
		t.Error("Protocol(odd) accepted a number over 255")
	}
	if s, ok := tab.ProtocolName(6); s != "tcp" || !ok {
		t.Errorf("ProtocolName(6) = %q, %v", s, ok)
	}
}

func TestBuiltin(t *testing.T) {
	tab := Parse("", "# nothing here")
	if port, ok := tab.Port("domain", "udp"); port != 53 || !ok {
		t.Errorf("Port(domain, udp) = %d, %v", port, ok)
	}
	if n, ok := tab.Protocol("sctp"); n != 132 || !ok {
		t.Errorf("Protocol(sctp) = %d, %v", n, ok)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(someServices, someProtocols)
	f.Fuzz(func(t *testing.T, s, p string) {
		tab := Parse(s, p)
		for key, name := range tab.ports {
			if port, ok := tab.Port(name, key.proto); !ok {
				t.Errorf("Port(%q, %q) is missing (port %d)", name, key.proto, port)
			}
		}
		if len(tab.names) == 0 || len(tab.protocols) == 0 {
			t.Error("an empty table")
		}
	})
}
