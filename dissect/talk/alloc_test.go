package talk

import (
	"net/netip"
	"testing"

	"wiredump/capture/packet"
)

// others are packets of connections that are neither HTTP nor DNS.
func others() []packet.Packet {
	tls := netip.AddrPortFrom(server.Addr(), 443)
	return []packet.Packet{
		segmentOf(client, tls, 0, 99, 0, syn, ""),
		segmentOf(client, tls, 1, 100, 7, ack, "\x16\x03\x01 hello"),
		segmentOf(tls, client, 2, 7, 109, ack, "data"),
	}
}

func TestAllocs(t *testing.T) {
	tr, p := New(Options{}), others()
	http := packets(server, pieces([]step{open, {'c', 1, reqA, ""}, {'s', 2, respN + "abcde", ""}, {'c', 3, "", "fin"}, {'s', 3, "", "fin"}}))
	dns := []packet.Packet{udpPacket(client, names, 1, query(1, "a.example", 1)), udpPacket(names, client, 2, reply(1, "a.example", 1))}
	for name, p := range map[string][]packet.Packet{"others": p, "HTTP": http, "DNS": dns} {
		if n := testing.AllocsPerRun(100, func() {
			for i := range p {
				tr.Add(&p[i])
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func BenchmarkOthers(b *testing.B) {
	tr, p := New(Options{}), others()
	b.ReportAllocs()
	for b.Loop() {
		for i := range p {
			tr.Add(&p[i])
		}
	}
}
