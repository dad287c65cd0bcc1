package talk

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

var update = flag.Bool("update", false, "rewrite the expected lines")

// captures are the files of testdata that have conversations.
var captures = []string{
	"dns", "dns-server", "dns-tcp", "http", "http-server", "http-snap", "http6", "mdns", "tcp-open", "vlan",
}

// TestCaptures has the lines of captures: testdata/lines.txt.
func TestCaptures(t *testing.T) {
	const file = "testdata/lines.txt"
	var out []byte
	for _, name := range captures {
		out = append(out, "== "+name+"\n"...)
		tr := New(Options{Report: func(e *Event) { out = append(AppendText(out, e), '\n') }})
		addFile(t, tr, name)
		tr.Flush(packet.Time{})
		empty(t, tr)
	}
	if *update {
		if err := os.WriteFile(file, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, exp := strings.Split(string(out), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(exp)) {
		if i >= len(got) || i >= len(exp) || got[i] != exp[i] {
			t.Fatalf("line %d:\n%s\nwant\n%s", i+1, strings.Join(got[i:min(i+3, len(got))], "\n"), strings.Join(exp[min(i, len(exp)):min(i+3, len(exp))], "\n"))
		}
	}
}

func addFile(t *testing.T, tr *Tracker, name string) {
	t.Helper()
	r, err := pcapio.Open(filepath.Join("../../testdata", name+".pcap"), pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range b.Packets {
			tr.Add(&b.Packets[i])
		}
		b.Release()
	}
}

// FuzzBytes has any bytes for conversations: what is told is printable and
// valid JSON, and nothing is left.
func FuzzBytes(f *testing.F) {
	f.Add([]byte(reqA), []byte(respN+"abcde"))
	f.Add([]byte(query(1, "a.b", 1)), []byte(reply(1, "a.b", 1)))
	f.Add([]byte(framedMessages(query(1, "a.b", 1))), []byte(framedMessages(reply(1, "a.b", 1))))
	for _, tc := range conversations {
		var c, s []byte
		for _, st := range tc.steps {
			if st.from == 'c' {
				c = append(c, st.data...)
			} else {
				s = append(s, st.data...)
			}
		}
		f.Add(c, s)
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		tr := New(Options{MaxFlows: 2, MaxQuestions: 2, Report: func(e *Event) {
			line := AppendText(nil, e)
			if i := bytes.IndexFunc(line, func(c rune) bool { return c < ' ' || c >= 0x7f }); i >= 0 {
				t.Fatalf("%q", line)
			}
			if j := AppendJSON(nil, e); !json.Valid(j) {
				t.Fatalf("%s", j)
			}
		}})
		a, b = a[:min(len(a), 60000)], b[:min(len(b), 60000)]
		for _, p := range []packet.Packet{
			segmentOf(client, server, 0, 1, 1, ack, string(a)), segmentOf(server, client, 1, 1, uint32(1+len(a)), ack, string(b)),
			segmentOf(client, names, 0, 0, 0, syn, ""), segmentOf(client, names, 0, 1, 1, ack, string(a)), segmentOf(names, client, 1, 1, uint32(1+len(a)), ack, string(b)),
			udpPacket(client, names, 1, string(a)), udpPacket(names, client, 2, string(b)),
		} {
			tr.Add(&p)
			bounded(t, tr)
		}
		tr.Flush(packet.Time{})
		empty(t, tr)
	})
}

// FuzzOrder has the segments of several conversations cut, copied and shuffled
// as the bytes of how say: the lines are the same.
func FuzzOrder(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7}, []byte{1, 9, 200, 3, 7, 0, 0, 5})
	f.Add([]byte{16, 15, 14, 13, 12}, []byte("any bytes do, as long as there are enough of them"))
	f.Fuzz(func(t *testing.T, which, how []byte) {
		next := func(n int) int {
			if len(how) == 0 || n <= 0 {
				return 0
			}
			v := int(how[0])
			how = how[1:]
			if n > 256 && len(how) > 0 {
				v = v<<8 | int(how[0])
				how = how[1:]
			}
			return v % n
		}
		var all []packet.Packet
		var want []string
		for i, c := range which[:min(len(which), 5)] {
			tc := conversations[int(c)%len(conversations)]
			if tc.name == "not HTTP" {
				continue
			}
			srv := server
			port := uint16(1000 + i)
			list := pieces(tc.steps)
			for _, l := range tc.want {
				want = append(want, label(port)+" "+l)
			}
			for range 4 {
				j := next(len(list))
				if n := len(list[j].data); n > 0 {
					a, b := list[j].cut(next(n))
					list = slices.Concat(list[:j], []piece{a, b}, list[j+1:])
				}
				list = append(list, list[next(len(list))])
			}
			for range 8 {
				j, k := 2+next(len(list)-2), 2+next(len(list)-2)
				list[j], list[k] = list[k], list[j]
			}
			for _, p := range list {
				pkt := p.packet(srv)
				at := 20 // of the client's port
				if p.from == 's' {
					at = 22
				}
				pkt.Data[at], pkt.Data[at+1] = byte(port>>8), byte(port)
				all = append(all, pkt)
			}
		}
		// Flows among each other: a few packets of each at a time.
		byFlow := map[uint16][]packet.Packet{}
		var order []uint16
		for _, p := range all {
			port := min(uint16(p.Data[20])<<8|uint16(p.Data[21]), uint16(p.Data[22])<<8|uint16(p.Data[23]))
			if port == 80 {
				port = max(uint16(p.Data[20])<<8|uint16(p.Data[21]), uint16(p.Data[22])<<8|uint16(p.Data[23]))
			}
			if byFlow[port] == nil {
				order = append(order, port)
			}
			byFlow[port] = append(byFlow[port], p)
		}
		var got []string
		tr := New(Options{Report: func(e *Event) {
			s := short(strings.ReplaceAll(string(AppendText(nil, e)), "192.0.2.1."+port(e), "192.0.2.1.40001"))
			got = append(got, label(e.Client.Port())+" "+s)
		}})
		for len(order) > 0 {
			i := next(len(order))
			p := byFlow[order[i]]
			n := min(1+next(8), len(p))
			for k := range p[:n] {
				tr.Add(&p[k])
				bounded(t, tr)
			}
			if byFlow[order[i]] = p[n:]; n == len(p) {
				order = slices.Delete(order, i, i+1)
			}
		}
		tr.Flush(packet.Time{})
		empty(t, tr)
		// Flows take turns as they like; each has its lines in order.
		sorted := func(s []string) {
			slices.SortStableFunc(s, func(a, b string) int { return strings.Compare(a[:5], b[:5]) })
		}
		sorted(got)
		sorted(want)
		want = slices.DeleteFunc(want, func(s string) bool { return len(s) == 6 })
		if !slices.Equal(got, want) {
			t.Fatalf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

func port(e *Event) string {
	_, p, _ := strings.Cut(e.Client.String(), ":")
	return p
}

// label is a port in five digits.
func label(p uint16) string {
	return string([]byte{'0' + byte(p/10000), '0' + byte(p/1000%10), '0' + byte(p/100%10), '0' + byte(p/10%10), '0' + byte(p%10)})
}

// FuzzSegments has any segments of a few flows: the tables stay within their
// bounds, and it ends.
func FuzzSegments(f *testing.F) {
	f.Add([]byte("\x00\x02\x00\x00\x00\x01\x10\x01\x05\x00\x09\x10\x01\x00"), []byte(reqA+respN))
	f.Fuzz(func(t *testing.T, script, data []byte) {
		tr := New(Options{MaxFlows: 2, MaxQuestions: 2, Report: func(e *Event) {
			if j := AppendJSON(nil, e); !json.Valid(j) {
				t.Fatalf("%s", j)
			}
		}})
		ms := 0
		for ; len(script) >= 6; script = script[6:] {
			src, dst := client, server
			if script[0]&2 != 0 {
				dst = names
			}
			if script[0]&4 != 0 {
				src = other(int(script[0]))
			}
			if script[0]&1 != 0 {
				src, dst = dst, src
			}
			ms += int(script[0]>>3) * 40
			from := min(int(script[3])*len(data)/255, len(data))
			part := data[from:][:min(len(data)-from, int(script[4]))]
			p := segmentOf(src, dst, ms, uint32(int8(script[2]))*16+uint32(from), uint32(int8(script[5]))*16, script[1], string(part))
			p.Data = p.Data[:len(p.Data)-min(int(script[3]&3), len(part))]
			tr.Add(&p)
			bounded(t, tr)
		}
		tr.Flush(packet.Time{})
		empty(t, tr)
	})
}
