package handshake

import (
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

func benchmark(b *testing.B, packets []packet.Packet, seqStep uint32) {
	frames := make([]dissect.Frame, len(packets))
	for i := range packets {
		frames[i].Decode(&packets[i])
	}
	tr := New(Options{})
	b.ReportAllocs()
	now := at(0)
	i := 0
	for b.Loop() {
		f, p := &frames[i], &packets[i]
		if f.Transport == dissect.ProtoTCP {
			f.TCP.Seq += seqStep
			f.TCP.Ack += seqStep
		}
		if now.Frac += 10000; now.Frac >= 1e9 {
			now.Sec, now.Frac = now.Sec+1, 0
		}
		p.Time = now
		tr.AddFrame(f, p)
		if i++; i == len(packets) {
			i = 0
		}
	}
}

// BenchmarkHandshakes follows whole short connections, 64 at a time.
func BenchmarkHandshakes(b *testing.B) { benchmark(b, steady(), 100000) }

// BenchmarkData follows segments of connections that are open.
func BenchmarkData(b *testing.B) {
	var packets []packet.Packet
	for i := range 1000 {
		s := step{from: 'c', flags: "A", seq: 1, ack: 1, data: 1000, port: uint16(2000 + i)}
		packets = append(packets, s.packet())
	}
	benchmark(b, packets, 1)
}

// BenchmarkSyns follows a scan that nobody answers.
func BenchmarkSyns(b *testing.B) {
	var packets []packet.Packet
	for i := range 60000 {
		s := with(cSyn(0), func(s *step) { s.port = uint16(1000 + i) })
		packets = append(packets, s.packet())
	}
	benchmark(b, packets, 0)
}

// BenchmarkUDP is what a packet costs that is not TCP.
func BenchmarkUDP(b *testing.B) {
	p := packet.Packet{Data: raw(clientAddr, serverAddr, 17, 64, 1, make([]byte, 20)), WireLen: 40, LinkType: packet.Raw}
	benchmark(b, []packet.Packet{p}, 0)
}
