package dissect

import "testing"

func TestPorts(t *testing.T) {
	for _, tc := range []struct {
		src, dst uint16
		tcp, udp Protocol
	}{
		{1, 2, NoProtocol, NoProtocol},
		{53, 40000, ProtoDNS, ProtoDNS},
		{40000, 53, ProtoDNS, ProtoDNS},
		{80, 53, ProtoHTTP, ProtoDNS},
		{53, 80, ProtoHTTP, ProtoDNS},
		{23, 25, ProtoTelnet, NoProtocol},
		{646, 2049, ProtoLDP, ProtoRPC},
		{1985, 40000, NoProtocol, NoProtocol},
		{40000, 1985, NoProtocol, ProtoHSRP},
		{49152, 40000, NoProtocol, ProtoBCMLI},
		{40000, 49152, NoProtocol, NoProtocol},
		{500, 4500, NoProtocol, ProtoISAKMP},
		{7009, 7010, NoProtocol, ProtoRX},
		{895, 896, NoProtocol, ProtoAppleTalk},
		{3128, 443, NoProtocol, NoProtocol},
	} {
		if got := ForTCP(tc.src, tc.dst); got != tc.tcp {
			t.Errorf("TCP %d to %d is %v, want %v", tc.src, tc.dst, got, tc.tcp)
		}
		if got := ForUDP(tc.src, tc.dst); got != tc.udp {
			t.Errorf("UDP %d to %d is %v, want %v", tc.src, tc.dst, got, tc.udp)
		}
	}
}

// Every protocol that a port announces must have its place in the order, or it
// would depend on the direction which of two is printed.
func TestPortPrecedence(t *testing.T) {
	has := func(order []Protocol, p Protocol) bool {
		for _, o := range order {
			if o == p {
				return true
			}
		}
		return p == NoProtocol
	}
	for n := range 1 << 16 {
		port := uint16(n)
		if p := tcpPort(port); !has(tcpPrecedence[:], p) {
			t.Errorf("TCP port %d: %v has no place", port, p)
		}
		for _, p := range []Protocol{udpPort(port), udpSourcePort(port)} {
			if !has(udpPrecedence[:], p) {
				t.Errorf("UDP port %d: %v has no place", port, p)
			}
		}
	}
}

func TestProtocolNames(t *testing.T) {
	seen := map[string]Protocol{}
	for p := range protocolCount {
		name := p.String()
		if q, ok := seen[name]; ok || name == "" {
			t.Errorf("protocols %d and %d are both called %q", q, p, name)
		}
		seen[name] = p
	}
}
