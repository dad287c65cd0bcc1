package handshake

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"testing"

	"wiredump/capture/packet"
)

// FuzzTracker feeds a tracker of three flows with records of the form
//
//	1 byte link type, 2 bytes length, 2 bytes milliseconds forward, bytes
//
// and sees that memory stays bounded, that each attempt has one outcome at the
// end, and that every event is one line and one JSON object.
func FuzzTracker(f *testing.F) {
	seed := func(steps ...step) {
		var b []byte
		for i := range steps {
			p := steps[i].packet()
			b = append(b, 0)
			b = binary.BigEndian.AppendUint16(b, uint16(len(p.Data)))
			b = binary.BigEndian.AppendUint16(b, 1000)
			b = append(b, p.Data...)
		}
		f.Add(b)
	}
	seed(cSyn(0), sSynAck(1), cAck(2), step{from: 'c', flags: "FA", seq: 101, ack: 901}, step{from: 's', flags: "FA", seq: 901, ack: 102})
	seed(cSyn(0), cSyn(1), step{from: 's', flags: "RA", ack: 101}, sSynAck(3), cAck(4))
	seed(cSyn(0), step{from: 's', flags: "S", seq: 900}, sSynAck(3), cAck(4))
	seed(step{from: 'c', flags: "S", seq: 100, options: "220a0102030405060708", data: 20}, sSynAck(1), with(cSyn(0), func(s *step) { s.seq = 7 }))
	first := cSyn(0)
	q := icmpPacket(0, 3, 1, 0, &first)
	p := first.packet()
	f.Add(append(append(append([]byte{0, 0, byte(len(p.Data)), 0, 0}, p.Data...), 0, 0, byte(len(q.Data)), 0, 0), q.Data...))

	links := []packet.LinkType{packet.Raw, packet.Ethernet, packet.LinuxSLL, packet.LinuxSLL2, packet.Null}
	f.Fuzz(func(t *testing.T, b []byte) {
		var line, object []byte
		tr := New(Options{MaxFlows: 3, Steps: true, Closes: true, Midstream: true, Report: func(e *Event) {
			line = AppendText(line[:0], e)
			if bytes.ContainsAny(line, "\n\r\t") || len(line) == 0 {
				t.Fatalf("line %q", line)
			}
			object = AppendJSON(object[:0], e)
			if !json.Valid(object) {
				t.Fatalf("object %s", object)
			}
		}})
		ms := 0.0
		for len(b) >= 5 {
			link, n := links[int(b[0])%len(links)], int(binary.BigEndian.Uint16(b[1:]))
			ms += float64(binary.BigEndian.Uint16(b[3:]))
			b = b[5:]
			n = min(n, len(b))
			p := packet.Packet{Data: b[:n], WireLen: uint32(n), LinkType: link, Time: at(ms), Interface: uint32(n & 1)}
			b = b[n:]
			tr.Add(&p)
			if s := tr.Summary(); s.Tracked > 3 || len(tr.tab.flows) > 5 {
				t.Fatalf("%d flows are remembered", s.Tracked)
			}
		}
		tr.Flush(packet.Time{})
		s := tr.Summary()
		sum := uint64(0)
		for _, n := range s.Outcomes {
			sum += n
		}
		if s.Pending != 0 || sum != s.Attempts {
			t.Fatalf("%d attempts, %d pending, outcomes %v", s.Attempts, s.Pending, s.Outcomes)
		}
	})
}
