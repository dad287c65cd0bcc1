package talk

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// conversations are whole ones: each way to capture them gives the same lines.
var conversations = []struct {
	name  string
	steps []step
	want  []string
}{
	{"length", []step{open,
		{'c', 1, "GET /a HTTP/1.1\r\nHost: h\r\n\r\n", ""},
		{'s', 13, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", ""},
		{'c', 20, "", "fin"}, {'s', 21, "", "fin"},
	}, []string{"> GET http://h/a", "< 200 OK 3 bytes, 12.000 ms"}},
	{"HEAD", []step{open,
		{'c', 1, "HEAD / HTTP/1.1\r\n\r\n", ""}, {'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", ""},
		{'c', 3, "GET / HTTP/1.1\r\n\r\n", ""}, {'s', 5, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", ""},
	}, []string{"> HEAD /", "< 200 OK 0 bytes, 1.000 ms", "> GET /", "< 200 OK 1 bytes, 2.000 ms"}},
	{"continue", []step{open,
		{'c', 1, "PUT /u HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\nContent-Type: a/b\r\n\r\n", ""},
		{'s', 2, "HTTP/1.1 100 Continue\r\n\r\n", ""},
		{'c', 3, "body", ""},
		{'s', 4, "HTTP/1.1 102 Processing\r\n\r\n", ""},
		{'s', 6, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", ""},
	}, []string{"> PUT /u a/b 4 bytes", "< 100 Continue 0 bytes, 1.000 ms", "< 102 Processing 0 bytes, 3.000 ms", "< 201 Created 0 bytes, 5.000 ms"}},
	{"no bodies", []step{open,
		{'c', 1, "GET /1 HTTP/1.1\r\n\r\n", ""}, {'s', 2, "HTTP/1.1 204 None\r\nTransfer-Encoding: chunked\r\n\r\n", ""},
		{'c', 3, "GET /2 HTTP/1.1\r\n\r\n", ""}, {'s', 4, "HTTP/1.1 304 Same\r\nContent-Length: 77\r\n\r\n", ""},
		{'c', 5, "GET /3 HTTP/1.1\r\n\r\n", ""}, {'s', 6, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", ""},
	}, []string{"> GET /1", "< 204 None 0 bytes, 1.000 ms", "> GET /2", "< 304 Same 0 bytes, 1.000 ms", "> GET /3", "< 302 Found 0 bytes, 1.000 ms"}},
	{"chunks", []step{open,
		{'c', 1, "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n", ""},
		{'s', 4, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n2;x=\"y\"\r\nab\r\n1F\r\n" + strings.Repeat("z", 31) + "\r\n000\r\nT: 1\r\nU: 2\r\n\r\n", ""},
		{'c', 5, "GET /b HTTP/1.1\r\n\r\n", ""}, {'s', 6, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n\n", ""},
	}, []string{"> POST /", "< 200 OK 33 bytes, 3.000 ms", "> GET /b", "< 200 OK 0 bytes, 1.000 ms"}},
	{"until close", []step{open,
		{'c', 1, "GET / HTTP/1.0\r\n\r\n", ""},
		{'s', 2, "HTTP/1.0 200 OK\r\nContent-Type: t\r\n\r\nsome ", ""}, {'s', 9, "text", "fin"}, {'c', 10, "", "fin"},
	}, []string{"> GET /", "< 200 OK t 9 bytes, 1.000 ms"}},
	{"coded until close", []step{open,
		{'c', 1, "GET / HTTP/1.1\r\n\r\n", ""},
		{'s', 2, "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nContent-Length: 2\r\n\r\nmore", "fin"},
	}, []string{"> GET /", "< 200 OK 4 bytes, 1.000 ms"}},
	{"pipelined", []step{open,
		{'c', 1, "GET /1 HTTP/1.1\r\n\r\nHEAD /2 HTTP/1.1\r\n\r\n", ""}, {'c', 2, "GET /3 HTTP/1.1\r\n\r\n", ""},
		{'s', 4, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n", ""},
		{'s', 9, "HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nyy", ""},
	}, []string{"> GET /1", "> HEAD /2", "> GET /3", "< 200 OK 1 bytes, 3.000 ms", "< 200 OK 0 bytes, 3.000 ms", "< 404 No 2 bytes, 7.000 ms"}},
	{"upgrade", []step{open,
		{'c', 1, "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n", ""},
		{'s', 3, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nGET / HTTP/1.1\r\n\r\n", ""},
		{'c', 4, "GET /not HTTP/1.1\r\n\r\n", ""}, {'s', 5, "HTTP/1.1 200 OK\r\n\r\n", "fin"},
	}, []string{"> GET /ws", "< 101 Switching Protocols 0 bytes, 2.000 ms"}},
	{"CONNECT", []step{open,
		{'c', 1, "CONNECT a:443 HTTP/1.1\r\n\r\n", ""}, {'s', 2, "HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno", ""},
		{'c', 3, "CONNECT b:80 HTTP/1.1\r\n\r\n", ""}, {'s', 4, "HTTP/1.1 200 Connected\r\nContent-Length: 5\r\n\r\n", ""},
		{'c', 5, "GET /not HTTP/1.1\r\n\r\n", ""}, {'s', 6, "HTTP/1.1 200 OK\r\n\r\n", "fin"},
	}, []string{"> CONNECT a:443", "< 407 No 2 bytes, 1.000 ms", "> CONNECT b:80", "< 200 Connected 0 bytes, 1.000 ms"}},
	{"unanswered", []step{open,
		{'c', 1, "GET /1 HTTP/1.1\r\n\r\n", ""}, {'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""},
		{'c', 3, "GET /2 HTTP/1.1\r\n\r\n", "fin"}, {'s', 4, "", "fin"},
	}, []string{"> GET /1", "< 200 OK 0 bytes, 1.000 ms", "> GET /2"}},
	{"unfinished", []step{open,
		{'c', 1, "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP", ""}, {'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", ""},
	}, []string{"> GET /1", "> GET /2 HTTP [incomplete]", "< 200 OK 3 bytes, 1.000 ms [incomplete]"}},
	{"bad lengths", []step{open,
		{'c', 1, "GET / HTTP/1.1\r\n\r\n", ""},
		{'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabcd", "fin"},
	}, []string{"> GET /", "< 200 OK 4 bytes, 1.000 ms"}},
	{"signed length", []step{open,
		{'c', 1, "GET / HTTP/1.1\r\n\r\n", ""},
		{'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nabcd", "fin"},
	}, []string{"> GET /", "< 200 OK 4 bytes, 1.000 ms"}},
	{"empty lines before", []step{open,
		{'c', 1, "\r\n\r\nGET / HTTP/1.1\r\n\r\n", ""}, {'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx\r\n", ""},
		{'c', 3, "GET /2 HTTP/1.1\r\n\r\n", ""}, {'s', 4, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", ""},
	}, []string{"> GET /", "< 200 OK 1 bytes, 1.000 ms", "> GET /2", "< 200 OK 1 bytes, 1.000 ms"}},
	{"long head", []step{open,
		{'c', 1, "GET / HTTP/1.1\r\nHost: h\r\nX: " + strings.Repeat("x", maxHead) + "\r\n\r\n", ""},
		{'s', 2, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX: " + strings.Repeat("x", maxHead) + "\r\n\r\nab", ""},
		{'c', 3, "", "fin"}, {'s', 4, "", "fin"},
	}, []string{"> GET http://h/ [too-long]", "< 200 OK 2 bytes, 1.000 ms [too-long]"}},
	{"escapes", []step{open,
		{'c', 1, "GET /\x1b\\\xff HTTP/1.1\r\nHost: \x01\r\n\r\n", ""},
	}, []string{`> GET http://\x01/\x1b\\\xff`}},
	{"not HTTP", []step{open,
		{'c', 1, "\x16\x03\x01 hello", ""}, {'s', 2, "\x16\x03\x01 hello", ""},
	}, []string{""}},
}

func TestConversations(t *testing.T) {
	for _, tc := range conversations {
		if got, want := lines(t, Options{}, packets(server, pieces(tc.steps))), strings.Join(tc.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, want)
		}
	}
}

// TestOrders has each piece of each conversation cut at each place, and its
// segments come in other orders and more than once.
func TestOrders(t *testing.T) {
	for _, tc := range conversations {
		if tc.name == "not HTTP" {
			continue // forgotten with its first byte, and the rest ignored
		}
		want := strings.Join(tc.want, "\n")
		whole := pieces(tc.steps)
		const handshake = 2
		for i := handshake; i < len(whole); i++ {
			for at := range cuts(len(whole[i].data)) {
				a, b := whole[i].cut(at)
				list := slices.Concat(whole[:i], []piece{a, b}, whole[i+1:])
				check := func(how string, list []piece) {
					t.Helper()
					if got := lines(t, Options{}, packets(server, list)); got != want {
						for _, p := range list {
							t.Logf("%c %d %d %.20q %s", p.from, p.seq, p.ack, p.data, p.more)
						}
						t.Fatalf("%s, piece %d cut at %d, %s:\n%s\nwant\n%s", tc.name, i, at, how, got, want)
					}
				}
				check("in order", list)
				// Copies of all, the handshake included; segments that overlap.
				check("repeated", slices.Concat(list, list))
				check("overlapping", slices.Concat(whole[:i], []piece{a, whole[i], b}, whole[i+1:]))
				check("overlapping in front", slices.Concat(whole[:i], []piece{b, whole[i], a}, whole[i+1:]))
				r := rand.New(rand.NewPCG(uint64(i), uint64(at)))
				if at == len(whole[i].data)/2 && len(list) <= 8 {
					permute(list[handshake:], func(p []piece) { check("permuted", slices.Concat(list[:handshake], p)) })
				}
				for range 5 {
					p := slices.Clone(list)
					p = append(p, p[handshake+r.IntN(len(p)-handshake)])
					r.Shuffle(len(p)-handshake, func(i, j int) { p[handshake+i], p[handshake+j] = p[handshake+j], p[handshake+i] })
					check("shuffled", p)
				}
			}
		}
	}
}

// cuts yields the places to cut at: all of short data.
func cuts(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < max(n, 1); i++ {
			if (n < 300 || i < 60 || i > n-60) && !yield(i) {
				return
			}
		}
	}
}

// permute calls f with every order of list.
func permute(list []piece, f func([]piece)) {
	var rec func(int)
	rec = func(n int) {
		if n == len(list) {
			f(list)
			return
		}
		for i := n; i < len(list); i++ {
			list[n], list[i] = list[i], list[n]
			rec(n + 1)
			list[n], list[i] = list[i], list[n]
		}
	}
	list = slices.Clone(list)
	rec(0)
}

const (
	reqA  = "GET /a HTTP/1.1\r\n\r\n"
	reqB  = "GET /b HTTP/1.1\r\n\r\n"
	reqC  = "GET /c HTTP/1.1\r\n\r\n"
	reqD  = "GET /d HTTP/1.1\r\n\r\n"
	respN = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
)

// TestLoss has packets that were not captured: those marked with lost.
func TestLoss(t *testing.T) {
	const lost = "lost"
	turn := func(i int, q string) []step {
		return []step{{'c', 10 * i, q, ""}, {'s', 10*i + 1, respN + "abcde", ""}}
	}
	for _, tc := range []struct {
		name  string
		steps []step
		want  []string
	}{
		{"SYN", []step{{'c', 0, "", lost}, turn(1, reqA)[0], turn(1, reqA)[1]}, []string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms"}},
		{"a request", slices.Concat([]step{open}, turn(1, reqA), []step{{'c', 20, reqB, lost}, turn(2, "")[1]}, turn(3, reqC), turn(4, reqD)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms", "< 200 OK 5 bytes [unasked]", "> GET /c [gap, 19 bytes missing]", "< 200 OK 5 bytes, 1.000 ms", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"the first request", slices.Concat([]step{open, {'c', 20, reqB, lost}, turn(2, "")[1]}, turn(3, reqC), turn(4, reqD)),
			[]string{"< 200 OK 5 bytes [unasked]", "> GET /c [gap, 19 bytes missing]", "< 200 OK 5 bytes, 1.000 ms", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"a response", slices.Concat([]step{open}, turn(1, reqA), []step{{'c', 20, reqB, ""}, {'s', 21, respN + "xxxxx", lost}}, turn(3, reqC), turn(4, reqD)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms", "> GET /b", "> GET /c", "< 200 OK 5 bytes, 1.000 ms [gap, 43 bytes missing]", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"both", slices.Concat([]step{open}, turn(1, reqA), []step{{'c', 20, reqB, lost}, {'s', 21, respN + "xxxxx", lost}}, turn(3, reqC), turn(4, reqD)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms", "> GET /c [gap, 19 bytes missing]", "< 200 OK 5 bytes, 1.000 ms [gap, 43 bytes missing]", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"in a body", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'s', 11, respN + "a", ""}, {'s', 12, "bc", lost}, {'s', 13, "de", ""}}, turn(3, reqC)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms [gap, 2 bytes missing]", "> GET /c", "< 200 OK 5 bytes, 1.000 ms"}},
		{"the end of a body", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'s', 11, respN + "a", ""}, {'s', 12, "bcde", lost}}, turn(3, reqC)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms [gap, 4 bytes missing]", "> GET /c", "< 200 OK 5 bytes, 1.000 ms"}},
		{"in a body until close", []step{open, {'c', 10, reqA, ""}, {'s', 11, "HTTP/1.1 200 OK\r\n\r\na", ""}, {'s', 12, "bc", lost}, {'s', 13, "de", "fin"}},
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms [gap, 2 bytes missing]"}},
		{"in a chunk", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'s', 11, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na", ""}, {'s', 12, "bc", lost}, {'s', 13, "de\r\n0\r\n\r\n", ""}}, turn(3, reqC)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms [gap, 2 bytes missing]", "> GET /c", "< 200 OK 5 bytes, 1.000 ms"}},
		{"between chunks", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'s', 11, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde", ""}, {'s', 12, "\r\n1\r\nx", lost}, {'s', 13, "\r\n0\r\n\r\n", ""}}, turn(3, reqC)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms [gap, 6 bytes missing]", "> GET /c", "< 200 OK 5 bytes, 1.000 ms [gap]"}},
		{"in a head", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'s', 11, "HTTP/1.1 200 OK\r\nContent-Ty", ""}, {'s', 12, "pe: text\r\n", lost}, {'s', 13, "Content-Length: 1\r\n\r\nx", ""}}, turn(3, reqC)),
			[]string{"> GET /a", "< 200 OK 0 bytes, 1.000 ms [gap, 10 bytes missing]", "> GET /c", "< 200 OK 5 bytes, 1.000 ms [gap]"}},
		{"one of several requests", slices.Concat([]step{open, {'c', 10, reqA, ""}, {'c', 10, reqB, lost}, {'c', 10, reqC, ""}, {'s', 11, respN + "aaaaa" + respN + "bbbbb" + respN + "ccccc", ""}}, turn(4, reqD)),
			[]string{"> GET /a", "> GET /c [gap, 19 bytes missing]", "< 200 OK 5 bytes, 1.000 ms", "< 200 OK 5 bytes [unasked]", "< 200 OK 5 bytes [unasked]", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"one of several responses", slices.Concat([]step{open, {'c', 10, reqA + reqB + reqC, ""}, {'s', 11, respN + "aaaaa", ""}, {'s', 11, respN + "bbbbb", lost}, {'s', 11, respN + "ccccc", ""}}, turn(4, reqD)),
			[]string{"> GET /a", "> GET /b", "> GET /c", "< 200 OK 5 bytes, 1.000 ms", "< 200 OK 5 bytes [gap unasked, 43 bytes missing]", "> GET /d", "< 200 OK 5 bytes, 1.000 ms"}},
		{"reset", []step{open, {'c', 10, reqA, ""}, {'s', 11, respN + "ab", ""}, {'c', 12, "", "rst"}, {'s', 13, "cde", ""}},
			[]string{"> GET /a", "< 200 OK 2 bytes, 1.000 ms [incomplete]"}},
		{"the FIN", slices.Concat([]step{open}, turn(1, reqA), []step{{'c', 15, "", lost}, open}, turn(2, reqB)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms", "> GET /b", "< 200 OK 5 bytes, 1.000 ms"}},
		{"ports used anew", slices.Concat([]step{open}, turn(1, reqA), []step{{'c', 15, "", "fin"}, {'s', 15, "", "fin"}, {'c', 16, reqC, "rst"}, open}, turn(2, reqB)),
			[]string{"> GET /a", "< 200 OK 5 bytes, 1.000 ms", "> GET /b", "< 200 OK 5 bytes, 1.000 ms"}},
	} {
		list := slices.DeleteFunc(pieces(tc.steps), func(p piece) bool { return p.more == lost })
		if got, want := lines(t, Options{}, packets(server, list)), strings.Join(tc.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, want)
		}
	}
}

// TestHold waits for what is missing, and not for ever.
func TestHold(t *testing.T) {
	list := pieces([]step{open, {'c', 10, reqA, "lost"}, {'s', 11, respN + "abcde", ""}})
	list = slices.Delete(list, 2, 3)
	var got []string
	tr := New(Options{Report: func(e *Event) { got = append(got, short(string(AppendText(nil, e)))) }})
	for _, p := range packets(server, list) {
		tr.Add(&p)
	}
	tr.Advance(at(2010))
	if got != nil {
		t.Fatalf("%q before the time", got)
	}
	tr.Advance(at(2011))
	if len(got) != 1 || got[0] != "< 200 OK 5 bytes [unasked]" {
		t.Fatalf("%q", got)
	}
	if tr.stalled.n != 0 || tr.buffered != 0 {
		t.Fatalf("%d stalled, %d bytes", tr.stalled.n, tr.buffered)
	}
}

// TestForged has segments that no receiver would take: the conversation goes on.
func TestForged(t *testing.T) {
	list := pieces([]step{open, {'c', 10, reqA, ""}, {'s', 11, respN + "abcde", ""}, {'c', 12, reqB, ""}, {'s', 14, respN + "abcde", ""}})
	want := lines(t, Options{}, packets(server, list))
	for name, forge := range map[string]func(*piece){
		"number far ahead":             func(p *piece) { p.seq += maxAhead + 1 },
		"number far behind":            func(p *piece) { p.seq -= maxAhead },
		"far acknowledgment":           func(p *piece) { p.ack += maxUnseen + 1; p.data = "" },
		"acknowledgment of the future": func(p *piece) { p.ack += 1 << 31; p.data = "" },
	} {
		for i := 2; i < len(list); i++ {
			p := list[i]
			forge(&p)
			if got := lines(t, Options{}, packets(server, slices.Insert(slices.Clone(list), i, p))); got != want {
				t.Errorf("%s before %d:\n%s\nwant\n%s", name, i, got, want)
			}
		}
	}
	// Data whose acknowledgment is far off are taken at once.
	list[3].ack += maxUnseen + 1
	if got := lines(t, Options{}, packets(server, list)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestSnaplen has heads and bodies that were captured in part.
func TestSnaplen(t *testing.T) {
	steps := []step{open, {'c', 1, "GET /a HTTP/1.1\r\nHost: h\r\nCookie: c\r\n\r\n", ""}, {'s', 2, respN + "abcde", ""}, {'c', 3, reqB, ""}, {'s', 5, "HTTP/1.1 204 None\r\n\r\n", ""}}
	for _, tc := range []struct {
		snap int
		want []string
	}{
		{40 + 27, []string{"> GET http://h/a [cut, 12 bytes missing]", "< 200 OK 0 bytes, 1.000 ms [cut, 16 bytes missing]", "> GET /b", "< 204 None 0 bytes, 2.000 ms"}},
		{40 + 40, []string{"> GET http://h/a", "< 200 OK 5 bytes, 1.000 ms [cut, 3 bytes missing]", "> GET /b", "< 204 None 0 bytes, 2.000 ms"}},
		{40 + 10, []string{"> GET /a HTT [cut, 29 bytes missing]", "< 2 0 bytes, 1.000 ms [cut, 33 bytes missing]", "> GET /b HTT [cut, 9 bytes missing]", "< 2 0 bytes, 2.000 ms [cut, 11 bytes missing]"}},
	} {
		list := packets(server, pieces(steps))
		for i := range list {
			list[i].Data = list[i].Data[:min(len(list[i].Data), tc.snap)]
		}
		if got, want := lines(t, Options{}, list), strings.Join(tc.want, "\n"); got != want {
			t.Errorf("%d bytes:\n%s\nwant\n%s", tc.snap, got, want)
		}
	}
}

// TestOneDirection has the packets of one side only: nothing waits for those
// of the other.
func TestOneDirection(t *testing.T) {
	steps := []step{open, {'c', 1, reqA, ""}, {'s', 2, respN + "abcde", ""}, {'c', 3, reqB, ""}, {'s', 4, respN + "abcde", ""}}
	for from, want := range map[byte]string{'c': "> GET /a\n> GET /b", 's': "< 200 OK 5 bytes [unasked]\n< 200 OK 5 bytes [unasked]"} {
		list := slices.DeleteFunc(pieces(steps), func(p piece) bool { return p.from != from })
		var out []string
		tr := New(Options{Report: func(e *Event) { out = append(out, short(string(AppendText(nil, e)))) }})
		for _, p := range packets(server, list) {
			tr.Add(&p)
		}
		if got := strings.Join(out, "\n"); got != want {
			t.Errorf("%c:\n%s\nwant\n%s", from, got, want)
		}
	}
}

// TestManyWaiting has more requests wait than are kept.
func TestManyWaiting(t *testing.T) {
	const n = 2 * maxAsked
	steps := []step{open}
	var want []string
	for i := range n {
		steps = append(steps, step{'c', i, reqA, ""})
		want = append(want, "> GET /a")
	}
	for i := range n {
		steps = append(steps, step{'s', n + i, "HTTP/1.1 204 \r\n\r\n", ""})
		line := "< 204 0 bytes"
		if i < maxAsked-1 {
			line += ", 64.000 ms"
		}
		want = append(want, line)
	}
	steps = append(steps, step{'c', 200, reqB, ""}, step{'s', 201, "HTTP/1.1 204 \r\n\r\n", ""})
	want = append(want, "> GET /b", "< 204 0 bytes, 1.000 ms")
	if got, want := lines(t, Options{}, packets(server, pieces(steps))), strings.Join(want, "\n"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestTimes has the times of events and latencies to the nanosecond.
func TestTimes(t *testing.T) {
	list := packets(server, pieces([]step{open, {'c', 1, "GET /a HT", ""}, {'c', 2, "TP/1.1\r\n\r\n", ""}, {'s', 3, "HTTP/1.1 2", ""}, {'s', 4, "00 OK\r\nContent-Length: 1\r\n\r\n", ""}, {'s', 5, "x", ""}}))
	for i := range list {
		list[i].Time.Frac += uint32(i)
	}
	var got []Event
	tr := New(Options{Report: func(e *Event) { got = append(got, *e) }})
	for i := range list {
		tr.Add(&list[i])
	}
	if len(got) != 2 || got[0].Time != list[3].Time || got[0].Latency != -1 || got[1].Time != list[6].Time || got[1].Latency != 1e6+1 {
		t.Errorf("%+v", got)
	}
	// Before 1970, and at its first moment.
	for _, sec := range []int64{-1, 0} {
		got = nil
		tr = New(Options{Report: func(e *Event) { got = append(got, *e) }})
		for i := range list {
			list[i].Time.Sec, list[i].Time.Frac = sec, uint32(i)
			tr.Add(&list[i])
		}
		if len(got) != 2 || got[0].Time != (packet.Time{Sec: sec, Frac: 3, Unit: packet.Nano}) || got[1].Latency != 1 {
			t.Errorf("%d: %+v", sec, got)
		}
	}
}
