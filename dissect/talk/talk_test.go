package talk

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// tcpPacket makes a segment; 'c' sends to port 80.
func tcpPacket(from byte, ms int, seq uint32, flags byte, data string) packet.Packet {
	b := make([]byte, 40, 40+len(data))
	b[0], b[8], b[9] = 0x45, 64, 6
	binary.BigEndian.PutUint16(b[2:], uint16(40+len(data)))
	copy(b[12:], []byte{192, 0, 2, 1, 192, 0, 2, 2})
	sport, dport := uint16(40001), uint16(80)
	if from == 's' {
		b[15], b[19] = 2, 1
		sport, dport = dport, sport
	}
	binary.BigEndian.PutUint16(b[20:], sport)
	binary.BigEndian.PutUint16(b[22:], dport)
	binary.BigEndian.PutUint32(b[24:], seq)
	b[32], b[33] = 0x50, flags
	b = append(b, data...)
	return packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw, Time: packet.Time{Sec: 1000, Frac: uint32(ms) * 1e6, Unit: packet.Nano}}
}

func talk(packets ...packet.Packet) string {
	var lines []string
	t := New(Options{Report: func(e *Event) { lines = append(lines, string(AppendText(nil, e))) }})
	for i := range packets {
		t.Add(&packets[i])
	}
	t.Flush(packet.Time{})
	return strings.Join(lines, "\n")
}

const (
	req  = "GET /a HTTP/1.1\r\nHost: h\x1b\r\n\r\n"
	resp = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x\r\nhello\r\n0\r\n\r\nHTTP/1.1 404 No\r\nContent-Length: 3\r\n\r\nabc"
	want = "192.0.2.1.40001 > 192.0.2.2.80: GET http://h\\x1b/a\n192.0.2.1.40001 > 192.0.2.2.80: GET http://h\\x1b/a\n" +
		"192.0.2.2.80 > 192.0.2.1.40001: 200 OK 5 bytes, 1.000 ms\n192.0.2.2.80 > 192.0.2.1.40001: 404 No 3 bytes, 1.000 ms"
)

// TestSplits has two requests and their responses cut at each byte, in order,
// reversed, and with copies.
func TestSplits(t *testing.T) {
	for _, way := range []string{"in order", "reversed", "copied"} {
		for i := 1; i < len(resp); i++ {
			j := min(i, len(req)*2-1)
			p := []packet.Packet{tcpPacket('c', 0, 99, 2, ""), tcpPacket('s', 0, 499, 0x12, "")}
			for _, s := range []struct {
				from byte
				ms   int
				seq  uint32
				data string
				cut  int
			}{{'c', 1, 100, req + req, j}, {'s', 2, 500, resp, i}} {
				a := tcpPacket(s.from, s.ms, s.seq, 0x10, s.data[:s.cut])
				b := tcpPacket(s.from, s.ms, s.seq+uint32(s.cut), 0x10, s.data[s.cut:])
				switch way {
				case "in order":
					p = append(p, a, b)
				case "reversed":
					p = append(p, b, a)
				default:
					p = append(p, a, a, b, b, a)
				}
			}
			if got := talk(p...); got != want {
				t.Fatalf("%s, cut at %d:\n%s", way, i, got)
			}
		}
	}
}

func FuzzTracker(f *testing.F) {
	f.Add([]byte(req), []byte(resp))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		tr := New(Options{MaxFlows: 2, MaxQuestions: 2, Report: func(e *Event) {
			for _, c := range AppendText(nil, e) {
				if c < ' ' || c >= 0x7f {
					t.Fatalf("%q", AppendText(nil, e))
				}
			}
			if j := AppendJSON(nil, e); !json.Valid(j) {
				t.Fatalf("%s", j)
			}
		}})
		for i, s := range [][]byte{a, b} {
			p := tcpPacket("cs"[i], i, 1, 0x10, string(s[:min(len(s), 60000)]))
			tr.Add(&p)
			p.Data[9], p.Data[21], p.Data[24], p.Data[25] = 17, 53, 0, 0
			tr.Add(&p)
		}
		tr.Flush(packet.Time{})
		if tr.buffered != 0 || tr.flows.n != 0 || tr.questions.n != 0 || len(tr.byKey)+len(tr.byQuery) != 0 {
			t.Fatalf("%d bytes are left", tr.buffered)
		}
	})
}

func TestCaptures(t *testing.T) {
	for name, want := range map[string]string{
		"http6": ": 200 OK text/html", "dns": ": A? host.example.org. -> 192.0.2.80 (TTL ", "dns-tcp": "[",
	} {
		r, err := pcapio.Open("../../testdata/"+name+".pcap", pcapio.ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var out []byte
		tr := New(Options{Report: func(e *Event) { out = append(AppendText(out, e), '\n') }})
		for {
			b, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for i := range b.Packets {
				tr.Add(&b.Packets[i])
			}
			b.Release()
		}
		r.Close()
		tr.Flush(packet.Time{})
		if !strings.Contains(string(out), want) {
			t.Errorf("%s: no %q in\n%s", name, want, out)
		}
	}
}
