package talk

import (
	"net/netip"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// other returns the endpoint with the number i.
func other(i int) netip.AddrPort {
	return netip.AddrPortFrom(netip.AddrFrom4([4]byte{10, byte(i >> 24), byte(i >> 16), byte(i >> 8)}), uint16(1024+i&0xff))
}

// TestMillion has a million connections and questions, none of which ends.
func TestMillion(t *testing.T) {
	const n = 1_000_000
	for _, tc := range []struct {
		name string
		make func(i int) []packet.Packet
	}{
		{"silent", func(i int) []packet.Packet {
			return []packet.Packet{segmentOf(other(i), server, i/1000, 1, 0, syn, "")}
		}},
		{"cut heads", func(i int) []packet.Packet {
			return []packet.Packet{segmentOf(other(i), server, i/1000, 1, 0, ack, "GET /a HTTP/1.1\r\nHost")}
		}},
		{"questions", func(i int) []packet.Packet {
			return []packet.Packet{udpPacket(other(i), names, i/1000, query(uint16(i), "a.example", 1))}
		}},
		{"one port's questions", func(i int) []packet.Packet {
			return []packet.Packet{udpPacket(client, names, i/1000, query(7, other(i).String(), 1))}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			told := 0
			tr := New(Options{Report: func(*Event) { told++ }})
			most := n
			if testing.Short() {
				most = n / 10
			}
			for i := range most {
				for _, p := range tc.make(i) {
					tr.Add(&p)
				}
				if i%1000 == 0 {
					bounded(t, tr)
				}
			}
			// What was removed waits for reuse, and is no more than was in use.
			free := 0
			for e := tr.flows.free; e != nil; e = e.next {
				free++
			}
			for e := tr.questions.free; e != nil; e = e.next {
				free++
			}
			if free > DefaultMaxFlows+DefaultMaxQuestions {
				t.Errorf("%d free entries", free)
			}
			tr.Flush(packet.Time{})
			empty(t, tr)
			if want := most; tc.name != "silent" && told != want {
				t.Errorf("%d events, want %d", told, want)
			}
		})
	}
}

// TestHeldBounds has what comes before it never come, in one stream and in many.
func TestHeldBounds(t *testing.T) {
	data := strings.Repeat("x", 1400)
	for _, tc := range []struct{ flows, segments, step int }{{1, 20000, 2000}, {3000, 40, 2000}, {3000, 400, 2}, {200, 2000, 1}} {
		if testing.Short() {
			tc.flows, tc.segments = min(tc.flows, 300), min(tc.segments, 5000)
		}
		told := 0
		tr := New(Options{Report: func(*Event) { told++ }})
		for f := range tc.flows {
			p := segmentOf(other(f), server, 0, 0, 0, syn, "")
			tr.Add(&p)
		}
		for s := range tc.segments {
			for f := range tc.flows {
				b := data
				if tc.step < len(data) {
					b = data[:1]
				}
				p := segmentOf(other(f), server, s/100, uint32(100+s*tc.step), 0, ack, b)
				tr.Add(&p)
			}
			bounded(t, tr)
			for e := tr.flows.first; e != nil && tc.flows < 10; e = e.next {
				for _, st := range e.v.streams {
					if st.bytes > maxHeldBytes || len(st.held) > maxHeldSegments {
						t.Fatalf("%d segments of %d bytes", len(st.held), st.bytes)
					}
				}
			}
		}
		tr.Flush(packet.Time{})
		empty(t, tr)
	}
}

// TestOldest gives up what was silent longest.
func TestOldest(t *testing.T) {
	var got []string
	tr := New(Options{MaxFlows: 2, MaxQuestions: 2, Report: func(e *Event) { got = append(got, e.Client.String()+" "+flagsOf(e)) }})
	for i, from := range []int{0, 1, 0, 2} { // the third packet is a copy, and a sign of life
		p := segmentOf(other(from), server, i, 1, 0, ack, "GET /a HTTP/1.1\r\n")
		tr.Add(&p)
	}
	for i := range 3 {
		p := udpPacket(other(10+i), names, 10, query(1, "a", 1))
		tr.Add(&p)
	}
	want := []string{other(1).String() + " incomplete", other(10).String() + " evicted"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q, want %q", got, want)
	}
}

func flagsOf(e *Event) string {
	var s []string
	for i, name := range flagNames {
		if e.Flags&(1<<i) != 0 {
			s = append(s, name)
		}
	}
	return strings.Join(s, " ")
}
