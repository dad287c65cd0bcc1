package talk

import (
	"testing"

	"wiredump/capture/packet"
)

// others are packets of connections that are neither HTTP nor DNS.
func others() []packet.Packet {
	return []packet.Packet{tcpPacket('c', 0, 99, 2, ""), tcpPacket('c', 1, 100, 0x10, "\x16\x03\x01 hello"), tcpPacket('s', 2, 7, 0x10, "data")}
}

func TestAllocs(t *testing.T) {
	tr, p := New(Options{}), others()
	if n := testing.AllocsPerRun(100, func() {
		for i := range p {
			tr.Add(&p[i])
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
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
