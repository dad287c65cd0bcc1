package talk

import (
	"encoding/binary"
	"net/netip"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

var (
	client = netip.MustParseAddrPort("192.0.2.1:40001")
	server = netip.MustParseAddrPort("192.0.2.2:80")
	names  = netip.MustParseAddrPort("192.0.2.2:53")
)

const (
	fin = 1
	syn = 2
	rst = 4
	ack = 0x10
)

// at is the packet time that many milliseconds behind the beginning.
func at(ms int) packet.Time {
	return packet.Time{Sec: 1000 + int64(ms/1000), Frac: uint32(ms%1000) * 1e6, Unit: packet.Nano}
}

// datagram makes an IPv4 packet.
func datagram(src, dst netip.AddrPort, ms int, proto byte, body []byte) packet.Packet {
	b := make([]byte, 20, 20+len(body))
	b[0], b[8], b[9] = 0x45, 64, proto
	binary.BigEndian.PutUint16(b[2:], uint16(20+len(body)))
	copy(b[12:], src.Addr().AsSlice())
	copy(b[16:], dst.Addr().AsSlice())
	b = append(b, body...)
	return packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw, Time: at(ms)}
}

func segmentOf(src, dst netip.AddrPort, ms int, seq, acked uint32, flags byte, data string) packet.Packet {
	b := make([]byte, 20, 20+len(data))
	binary.BigEndian.PutUint16(b, src.Port())
	binary.BigEndian.PutUint16(b[2:], dst.Port())
	binary.BigEndian.PutUint32(b[4:], seq)
	binary.BigEndian.PutUint32(b[8:], acked)
	b[12], b[13] = 0x50, flags
	return datagram(src, dst, ms, 6, append(b, data...))
}

func udpPacket(src, dst netip.AddrPort, ms int, data string) packet.Packet {
	b := make([]byte, 8, 8+len(data))
	binary.BigEndian.PutUint16(b, src.Port())
	binary.BigEndian.PutUint16(b[2:], dst.Port())
	binary.BigEndian.PutUint16(b[4:], uint16(8+len(data)))
	return datagram(src, dst, ms, 17, append(b, data...))
}

// A step is what one side sends of a conversation over TCP.
type step struct {
	from byte // 'c' or 's'
	ms   int
	data string
	more string // "fin", "rst", or "syn" for the handshake
}

// open is the handshake that conversations begin with.
var open = step{'c', 0, "", "syn"}

// A piece is a segment before it is a packet: what is sent when, knowing what.
type piece struct {
	step
	seq, ack uint32
}

// pieces numbers the bytes of a conversation. Each side has seen all that the
// other has sent.
func pieces(steps []step) (list []piece) {
	seq := map[byte]uint32{'c': 0xffffffc0, 's': 7000} // the client's wrap around
	for _, s := range steps {
		other := byte('c' + 's' - s.from)
		if s.more == "syn" {
			seq['c'] += 1000
			seq['s'] += 1000
			list = append(list, piece{step{'c', s.ms, "", "syn"}, seq['c'] - 1, 0}, piece{step{'s', s.ms, "", "syn"}, seq['s'] - 1, seq['c']})
			continue
		}
		list = append(list, piece{s, seq[s.from], seq[other]})
		seq[s.from] += uint32(len(s.data))
		if s.more == "fin" {
			seq[s.from]++
		}
	}
	return list
}

// cut splits a piece before the byte at i.
func (p piece) cut(i int) (a, b piece) {
	a, b = p, p
	a.data, b.data = p.data[:i], p.data[i:]
	a.more = ""
	b.seq += uint32(i)
	return a, b
}

func (p piece) packet(srv netip.AddrPort) packet.Packet {
	flags := byte(ack)
	switch p.more {
	case "fin":
		flags |= fin
	case "rst":
		flags |= rst
	case "syn":
		flags |= syn
		if p.from == 'c' {
			flags = syn
		}
	}
	if p.from == 'c' {
		return segmentOf(client, srv, p.ms, p.seq, p.ack, flags, p.data)
	}
	return segmentOf(srv, client, p.ms, p.seq, p.ack, flags, p.data)
}

func packets(srv netip.AddrPort, list []piece) []packet.Packet {
	out := make([]packet.Packet, len(list))
	for i, p := range list {
		out[i] = p.packet(srv)
	}
	return out
}

// lines returns what a tracker tells of packets, with endpoints shortened: > is
// from the client, < from the server.
func lines(t testing.TB, o Options, list []packet.Packet) string {
	var out []string
	o.Report = func(e *Event) { out = append(out, short(string(AppendText(nil, e)))) }
	tr := New(o)
	for i := range list {
		tr.Add(&list[i])
		bounded(t, tr)
	}
	tr.Flush(packet.Time{})
	empty(t, tr)
	return strings.Join(out, "\n")
}

func short(s string) string {
	for _, p := range []string{"80", "53"} {
		s = strings.Replace(s, "192.0.2.1.40001 > 192.0.2.2."+p+": ", "> ", 1)
		s = strings.Replace(s, "192.0.2.2."+p+" > 192.0.2.1.40001: ", "< ", 1)
	}
	return s
}

// bounded checks that no table is larger than it may be.
func bounded(t testing.TB, tr *Tracker) {
	t.Helper()
	if tr.flows.n > tr.opt.MaxFlows || len(tr.byKey) != tr.flows.n || tr.stalled.n > tr.flows.n {
		t.Fatalf("%d flows, %d by key, %d stalled; %d allowed", tr.flows.n, len(tr.byKey), tr.stalled.n, tr.opt.MaxFlows)
	}
	if tr.questions.n > tr.opt.MaxQuestions || len(tr.byQuery) > tr.questions.n {
		t.Fatalf("%d questions, %d by key, %d allowed", tr.questions.n, len(tr.byQuery), tr.opt.MaxQuestions)
	}
	if tr.buffered > maxBuffered || tr.buffered < 0 || len(tr.spare) > maxSpare {
		t.Fatalf("%d bytes, %d spare buffers", tr.buffered, len(tr.spare))
	}
}

// empty checks that nothing is left behind a Flush.
func empty(t testing.TB, tr *Tracker) {
	t.Helper()
	if tr.buffered != 0 || tr.flows.n != 0 || tr.stalled.n != 0 || tr.questions.n != 0 || len(tr.byKey)+len(tr.byQuery) != 0 {
		t.Fatalf("left: %d bytes, %d flows, %d stalled, %d questions", tr.buffered, tr.flows.n, tr.stalled.n, tr.questions.n)
	}
}
