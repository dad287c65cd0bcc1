package filetool

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// collector is a Sink that remembers.
type collector struct {
	packets []string // "seconds.fraction/interface/link:first bytes"
	blocks  int
	at      []int // number of packets before each block
}

func (c *collector) WriteBatch(b *packet.Batch) error {
	for i := range b.Packets {
		p := &b.Packets[i]
		if p.Extra != nil {
			c.WriteBlocks(p.Extra.Before)
		}
		c.packets = append(c.packets, fmt.Sprintf("%d.%09d/%d/%v:%s", p.Time.Sec, p.Time.Frac, p.Interface, p.LinkType, p.Data[:min(len(p.Data), 4)]))
	}
	return nil
}

func (c *collector) WriteBlocks(blocks [][]byte) error {
	for range blocks {
		c.blocks++
		c.at = append(c.at, len(c.packets))
	}
	return nil
}

// stampAt is a time in milliseconds.
func stampAt(ms int) packet.Time {
	return packet.Time{Sec: 1700000000 + int64(ms)/1000, Frac: uint32(ms%1000) * 1000}
}

// capture makes a file with packets at the given milliseconds, whose data is
// the given text.
func capture(t testing.TB, link packet.LinkType, format pcapio.Format, at []int, data ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := pcapio.NewWriter(&buf, pcapio.WriterOptions{Format: format, LinkType: link})
	if err != nil {
		t.Fatal(err)
	}
	for i, ms := range at {
		d := fmt.Sprint("p", ms)
		if i < len(data) {
			d = data[i]
		}
		if err := w.WritePacket(&packet.Packet{Data: []byte(d), WireLen: uint32(len(d)), Time: stampAt(ms), LinkType: link}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func reader(t testing.TB, file []byte) *pcapio.Reader {
	t.Helper()
	r, err := pcapio.NewReader(bytes.NewReader(file), pcapio.ReaderOptions{KeepBlocks: true, BufferSize: 200})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func texts(c *collector) string {
	var s []string
	for _, p := range c.packets {
		_, d, _ := strings.Cut(p, ":")
		s = append(s, d)
	}
	return strings.Join(s, " ")
}

func TestCut(t *testing.T) {
	file := capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 10, 20, 30, 40, 50}, "a", "b", "c", "d", "e", "f")
	start := stampAt(0).Go()
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	tests := []struct {
		name string
		s    Selection
		want string
	}{
		{"all", Selection{}, "a b c d e f"},
		{"numbers", Selection{Numbers: []Range{{2, 3}, {5, 0}}}, "b c e f"},
		{"from", Selection{From: at(20)}, "c d e f"},
		{"to", Selection{To: at(20)}, "a b"},
		{"from to", Selection{From: at(5), To: at(31)}, "b c d"},
		{"match", Selection{Match: func(p *packet.Packet) bool { return p.Data[0] > 'd' }}, "e f"},
		{"together", Selection{Numbers: []Range{{1, 5}}, From: at(10), Match: func(p *packet.Packet) bool { return p.Data[0] != 'c' }}, "b d e"},
		{"inverted", Selection{Numbers: []Range{{2, 3}}, Invert: true}, "a d e f"},
		{"none", Selection{From: at(1000)}, ""},
	}
	for _, tt := range tests {
		var c collector
		res, err := Cut(reader(t, file), &c, tt.s, nil)
		if got := texts(&c); got != tt.want || err != nil || res.Read != 6 || res.Written != int64(len(c.packets)) {
			t.Errorf("%s: %q, %+v, %v; want %q", tt.name, got, res, err, tt.want)
		}
	}
	var c collector
	if _, err := Cut(reader(t, capture(t, packet.Ethernet, pcapio.Pcap, []int{0}, "abcdef")), &c, Selection{SnapLen: 2}, nil); err != nil || texts(&c) != "ab" {
		t.Errorf("snapshot length: %q, %v", texts(&c), err)
	}
}

// A cut input gives its packets, and then its error.
func TestCutOfCutFile(t *testing.T) {
	file := capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 10, 20}, "a", "b", "c")
	var c collector
	res, err := Cut(reader(t, file[:len(file)-1]), &c, Selection{}, nil)
	if texts(&c) != "a b" || !errors.Is(err, pcapio.ErrTruncated) || res.Written != 2 {
		t.Errorf("%q, %+v, %v", texts(&c), res, err)
	}
}

// Blocks stay where they stood, also those before packets that are left out.
func TestBlocksStay(t *testing.T) {
	var buf bytes.Buffer
	w, err := pcapio.NewPcapngWriter(&buf, pcapio.WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		t.Fatal(err)
	}
	block := []byte{0x99, 0, 0, 0, 12, 0, 0, 0, 12, 0, 0, 0}
	for i := range 6 {
		p := packet.Packet{Data: []byte{'a' + byte(i)}, LinkType: packet.Ethernet}
		if i%2 == 1 {
			p.Extra = &packet.Extra{Before: [][]byte{block}}
		}
		if err := w.WritePacket(&p); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.WriteBlocks([][]byte{block}), w.Close()); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		keep Range
		want string
		at   []int
	}{{Range{1, 0}, "a b c d e f", []int{1, 3, 5, 6}}, {Range{3, 4}, "c d", []int{0, 1, 2, 2}}, {Range{9, 9}, "", []int{0, 0, 0, 0}}} {
		var c collector
		if _, err := Cut(reader(t, buf.Bytes()), &c, Selection{Numbers: []Range{tt.keep}}, nil); err != nil {
			t.Fatal(err)
		}
		if texts(&c) != tt.want || !slices.Equal(c.at, tt.at) {
			t.Errorf("%v: %q, blocks after %v packets; want %q, %v", tt.keep, texts(&c), c.at, tt.want, tt.at)
		}
	}
}

func TestParseRanges(t *testing.T) {
	tests := []struct {
		in   string
		want []Range
	}{
		{"5", []Range{{5, 5}}}, {"1-10,15,100-", []Range{{1, 10}, {15, 15}, {100, 0}}}, {"3-3", []Range{{3, 3}}},
		{"", nil}, {"0", nil}, {"-5", nil}, {"5-4", nil}, {"x", nil}, {"1,", nil}, {"1-0", nil}, {"1--2", nil},
	}
	for _, tt := range tests {
		got, err := ParseRanges(tt.in)
		if !slices.Equal(got, tt.want) || (err == nil) != (tt.want != nil) {
			t.Errorf("ParseRanges(%q) = %v, %v; want %v", tt.in, got, err, tt.want)
		}
	}
}

func TestParseTime(t *testing.T) {
	start := packet.Time{Sec: 1000, Frac: 500000}
	tests := []struct {
		in   string
		want time.Time
	}{
		{"1700000000", time.Unix(1700000000, 0)},
		{"1700000000.123456789", time.Unix(1700000000, 123456789)},
		{"+2.25", time.Unix(1002, 750000000)},
		{"2026-01-02", time.Date(2026, 1, 2, 0, 0, 0, 0, time.Local)},
		{"2026-01-02 03:04:05.5", time.Date(2026, 1, 2, 3, 4, 5, 500000000, time.Local)},
		{"2026-01-02T03:04:05Z", time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)},
		{"2026-01-02T03:04:05+02:00", time.Date(2026, 1, 2, 1, 4, 5, 0, time.UTC)},
		{"2026-01-02 03:04", time.Date(2026, 1, 2, 3, 4, 0, 0, time.Local)},
	}
	for _, tt := range tests {
		got, err := ParseTime(tt.in, start)
		if err != nil || !got.Equal(tt.want) {
			t.Errorf("ParseTime(%q) = %v, %v; want %v", tt.in, got, err, tt.want)
		}
	}
	for _, in := range []string{"", "+", "x", "1.2.3", "+x", "2026-13-01", "-5"} {
		if got, err := ParseTime(in, start); err == nil {
			t.Errorf("ParseTime(%q) = %v", in, got)
		}
	}
}

func TestDedup(t *testing.T) {
	file := capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 1, 2, 3, 4, 5, 100, 101}, "aXX", "bXX", "aXX", "cXX", "dXX", "aXX", "aXX", "bXX")
	tests := []struct {
		name string
		o    DedupOptions
		want string
	}{
		{"default window", DedupOptions{}, "aXX bXX cXX dXX bXX"},
		{"window of 1", DedupOptions{Window: 1}, "aXX bXX aXX cXX dXX aXX bXX"},
		{"large window", DedupOptions{Window: 100}, "aXX bXX cXX dXX"},
		{"within", DedupOptions{Within: 5 * time.Millisecond}, "aXX bXX cXX dXX aXX bXX"},
		{"skip", DedupOptions{Window: 100, Skip: 1}, "aXX"},
		{"skip more than there is", DedupOptions{Window: 100, Skip: 10}, "aXX bXX cXX dXX"},
	}
	for _, tt := range tests {
		var c collector
		_, err := Dedup(reader(t, file), &c, tt.o, nil)
		if got := texts(&c); got != tt.want || err != nil {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestDedupTellsApart(t *testing.T) {
	w := newWindow(DedupOptions{})
	base := packet.Packet{Data: []byte("abc"), WireLen: 3}
	other := []packet.Packet{{Data: []byte("abc"), WireLen: 4}, {Data: []byte("abd"), WireLen: 3}, {Data: []byte("abc"), WireLen: 3, LinkType: 1}}
	w.seen(&base)
	for _, p := range other {
		if w.seen(&p) {
			t.Errorf("%+v is no duplicate", p)
		}
	}
	if !w.seen(&base) {
		t.Error("the same packet is a duplicate")
	}
	if n := testing.AllocsPerRun(1000, func() { w.seen(&base) }); n != 0 {
		t.Errorf("%v allocations per packet", n)
	}
}

// Against editcap, on packets that repeat at random.
func TestDedupIsEditcaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var at []int
	var data []string
	for i := range 500 {
		at = append(at, i*7)
		data = append(data, strings.Repeat(string('a'+rune(rnd.IntN(12))), 60))
	}
	file := capture(t, packet.Ethernet, pcapio.Pcap, at, data...)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, file, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		o    DedupOptions
		args []string
	}{
		{DedupOptions{}, []string{"-d"}},
		{DedupOptions{Window: 9}, []string{"-D", "10"}},
		{DedupOptions{Within: 21 * time.Millisecond}, []string{"-w", "0.021"}},
		{DedupOptions{Within: 20 * time.Millisecond}, []string{"-w", "0.020"}},
	} {
		tool(t, "editcap", append(tt.args, in, out)...)
		var want, got collector
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Copy(reader(t, b), &want, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := Dedup(reader(t, file), &got, tt.o, nil); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.packets, want.packets) {
			t.Errorf("%+v keeps %d packets, editcap %q %d", tt.o, len(got.packets), tt.args, len(want.packets))
		}
	}
}

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out)
}

func TestMerge(t *testing.T) {
	eth := func(at ...int) []byte { return capture(t, packet.Ethernet, pcapio.Pcap, at) }
	raw := capture(t, packet.Raw, pcapio.Pcapng, []int{5, 25}, "r5", "r25")
	many := make([]int, 3000)
	for i := range many {
		many[i] = 1000 + i
	}
	tests := []struct {
		name  string
		files [][]byte
		want  string
		ifs   int
	}{
		{"two", [][]byte{eth(0, 20, 30), eth(10, 25)}, "p0 p10 p20 p25 p30", 1},
		{"equal times as given", [][]byte{capture(t, 1, 0, []int{1, 2}, "a1", "a2"), capture(t, 1, 0, []int{1, 2}, "b1", "b2")}, "a1 b1 a2 b2", 1},
		{"one", [][]byte{eth(3, 1, 2)}, "p3 p1 p2", 1},
		{"empty ones", [][]byte{eth(), eth(1), eth()}, "p1", 1},
		{"not in order", [][]byte{eth(30, 10), eth(20, 40)}, "p20 p30 p10 p40", 1},
		{"link types", [][]byte{eth(0, 10, 20, 30), raw}, "p0 r5 p10 p20 r25 p30", 2},
		{"long runs", [][]byte{eth(many...), eth(0, 1500, 9000)}, "", 1},
	}
	for _, tt := range tests {
		var files []*pcapio.Reader
		for _, f := range tt.files {
			files = append(files, reader(t, f))
		}
		m := NewMerger(files)
		var c collector
		res, err := m.Merge(&c, func(int64) {})
		if err != nil || res.Read != res.Written || int(res.Read) != len(c.packets) {
			t.Errorf("%s: %+v, %d packets, %v", tt.name, res, len(c.packets), err)
		}
		if got := texts(&c); tt.want != "" && got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if tt.want == "" && (len(c.packets) != 3003 || !slices.IsSorted(c.packets)) {
			t.Errorf("%s: %d packets, not in order", tt.name, len(c.packets))
		}
		if got := len(m.Interfaces()); got != tt.ifs || m.MixedLinkTypes() != (tt.ifs > 1) {
			t.Errorf("%s: %d interfaces, mixed %v", tt.name, got, m.MixedLinkTypes())
		}
		for _, p := range c.packets {
			var n int
			fmt.Sscanf(p[strings.Index(p, "/")+1:], "%d", &n)
			if lt := m.Interfaces()[n].LinkType.String(); !strings.Contains(p, lt) {
				t.Errorf("%s: packet %s is of interface %d, %s", tt.name, p, n, lt)
			}
		}
	}
}

// A cut file does not keep the others from being merged.
func TestMergeOfCutFile(t *testing.T) {
	a := capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 20, 40})
	b := capture(t, packet.Ethernet, pcapio.Pcap, []int{10, 30, 50})
	for _, inTurn := range []bool{false, true} {
		m := NewMerger([]*pcapio.Reader{reader(t, a[:len(a)-1]), reader(t, b)})
		var c collector
		do, want := m.Merge, "p0 p10 p20 p30 p50"
		if inTurn {
			do, want = m.Append, "p0 p20 p10 p30 p50"
		}
		if _, err := do(&c, nil); texts(&c) != want || !errors.Is(err, pcapio.ErrTruncated) {
			t.Errorf("%q, %v; want %q", texts(&c), err, want)
		}
	}
}

// Against mergecap: the same packets in the same order, from a mix of files.
func TestMergeIsMergecaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	dir := t.TempDir()
	var files []*pcapio.Reader
	out := filepath.Join(dir, "out")
	args := []string{"-w", out}
	for n := range 4 {
		var at []int
		ms := 0
		for range 300 {
			ms += 1 + rnd.IntN(40)
			at = append(at, ms*4+n) // no two at the same time
		}
		link := []packet.LinkType{packet.Ethernet, packet.Raw}[n%2]
		file := capture(t, link, pcapio.Format(n/2), at)
		name := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(name, file, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
		files = append(files, reader(t, file))
	}
	tool(t, "mergecap", args...)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var want, got collector
	if _, err := Copy(reader(t, b), &want, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := NewMerger(files).Merge(&got, nil); err != nil {
		t.Fatal(err)
	}
	if texts(&got) != texts(&want) || len(got.packets) != 1200 {
		t.Errorf("%d packets, not in mergecap's order of %d", len(got.packets), len(want.packets))
	}
}

func TestSplit(t *testing.T) {
	file := capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 400, 999, 1000, 3500})
	for _, tt := range []struct {
		o    pcapio.OutputOptions
		want map[string]int64
	}{
		{pcapio.OutputOptions{MaxPackets: 2}, map[string]int64{"x_00000.pcap": 2, "x_00001.pcap": 2, "x_00002.pcap": 1}},
		{pcapio.OutputOptions{Interval: time.Second, PacketClock: true}, map[string]int64{"x_00000.pcap": 3, "x_00001.pcap": 1, "x_00002.pcap": 1}},
		{pcapio.OutputOptions{MaxSize: 24 + 30}, map[string]int64{"x_00000.pcap": 2, "x_00001.pcap": 2, "x_00002.pcap": 1}},
	} {
		dir := t.TempDir()
		tt.o.NameFor = Numbered(filepath.Join(dir, "x.pcap"))
		tt.o.Writer.LinkType = packet.Ethernet
		tt.o.Atomic = true
		got := make(map[string]int64)
		tt.o.Finished = func(f pcapio.FinishedFile) { got[filepath.Base(f.Name)] = f.Packets }
		out, err := pcapio.NewOutput(tt.o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Copy(reader(t, file), out, nil); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%+v: %v, want %v", tt.o, got, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{"a.pcap": "a_00007.pcap", "d.x/a": "d.x/a_00007", "a.pcapng.gz": "a_00007.pcapng.gz", ".a": ".a_00007", "d/.a": "d/.a_00007", "a.gz": "a_00007.gz"} {
		if got := Numbered(in)(7); got != want {
			t.Errorf("Numbered(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := Labelled("d/a.pcap", "../x/y"), "d/a_.._x_y.pcap"; got != want {
		t.Errorf("Labelled = %q, want %q", got, want)
	}
}

func TestSeparate(t *testing.T) {
	m := NewMerger([]*pcapio.Reader{
		reader(t, capture(t, packet.Ethernet, pcapio.Pcap, []int{0, 10, 20})),
		reader(t, capture(t, packet.Raw, pcapio.Pcap, []int{5, 11, 12})),
	})
	var buf bytes.Buffer
	w, err := pcapio.NewPcapngWriter(&buf, pcapio.WriterOptions{Interfaces: m.Interfaces})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Merge(w, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sinks := make(map[uint32]*collector)
	key := func(p *packet.Packet) uint32 { return uint32(p.LinkType) }
	open := func(k uint32) (Sink, error) {
		if sinks[k] != nil {
			t.Errorf("%d is opened again", k)
		}
		sinks[k] = &collector{}
		return sinks[k], nil
	}
	if _, err := Separate(reader(t, buf.Bytes()), key, open, nil); err != nil {
		t.Fatal(err)
	}
	if texts(sinks[1]) != "p0 p10 p20" || texts(sinks[101]) != "p5 p11 p12" || len(sinks) != 2 {
		t.Errorf("%q and %q", texts(sinks[1]), texts(sinks[101]))
	}
	boom := errors.New("no more files")
	if _, err := Separate(reader(t, buf.Bytes()), key, func(uint32) (Sink, error) { return nil, boom }, nil); !errors.Is(err, boom) {
		t.Errorf("a sink that cannot be opened: %v", err)
	}
	each := make([]int, MaxParts+1)
	for i := range each {
		each[i] = i
	}
	ms := func(p *packet.Packet) uint32 { return p.Time.Frac / 1000 }
	if _, err := Separate(reader(t, capture(t, 1, 0, each)), ms, func(uint32) (Sink, error) { return &collector{}, nil }, nil); err == nil {
		t.Error("no bound on the number of files")
	}
}

func TestInspect(t *testing.T) {
	var buf bytes.Buffer
	ifs := []packet.Interface{{Name: "eth0", LinkType: packet.Ethernet, Filter: "tcp\x1b[2J", OS: "Linux"}, {Name: "tun0", LinkType: packet.Raw, Nano: true, SnapLen: 96}}
	w, err := pcapio.NewPcapngWriter(&buf, pcapio.WriterOptions{
		Interfaces: func() []packet.Interface { return ifs },
		Section:    pcapio.Section{Hardware: "toaster", OS: "Linux", Application: "wiredump", Comments: []string{"two\nlines"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []packet.Packet{
		{Data: make([]byte, 60), WireLen: 100, Time: stampAt(2000), LinkType: packet.Ethernet, Extra: &packet.Extra{Comments: []string{"c"}, Options: pcapio.AppendDropCount(nil, 3)}},
		{Data: make([]byte, 40), WireLen: 40, Time: stampAt(0), LinkType: packet.Ethernet},
		{Data: make([]byte, 20), WireLen: 20, Time: packet.Time{Sec: 1700000001, Frac: 5, Unit: packet.Nano}, LinkType: packet.Raw, Interface: 1},
	} {
		if err := w.WritePacket(&p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.WriteStatistics(&pcapio.Statistics{Interface: 1, Time: packet.Time{Sec: 1700000003, Unit: packet.Nano}, Received: 9, Dropped: 2, Accepted: pcapio.NotCounted, OSDropped: pcapio.NotCounted, Delivered: 1}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file := append(buf.Bytes(), 1, 2, 3) // and damaged
	info := Inspect("x", reader(t, file), nil)
	t.Setenv("TZ", "UTC")
	want := `File:                x
Format:              pcapng, little endian
Size:                487 bytes
Link type:           EN10MB (Ethernet), 2 packets
Link type:           RAW (Raw IP), 1 packet
Packets:             3
Bytes on the wire:   160 bytes, 53.33 a packet
Bytes captured:      120 bytes; 1 packet cut short
First packet:        TIME
Last packet:         TIME
Duration:            2s
Rate:                1.5 packets/s, 640 bit/s
Order:               some packets are earlier than the one before
Packet comments:     1
Dropped:             3 packets between these
Hardware:            toaster
Operating system:    Linux
Application:         wiredump
Comment:             two\nlines
Interface 0:         eth0, EN10MB, microseconds, filter "tcp\x1b[2J", Linux, 2 packets
Interface 1:         tun0, RAW, snapshot length 96, nanoseconds, 1 packet
  statistics:        TIME, 9 received, 2 dropped by interface, 1 delivered
Damage:              truncated pcapng dump file; tried to read 8 bytes, only got 3 (at byte 484, after 3 packets)
`
	got := string(info.AppendText(nil))
	for _, at := range []int64{0, 1, 2, 3} {
		for _, ns := range []int64{0, 5} {
			got = strings.ReplaceAll(got, (Stamp{time.Unix(1700000000+at, ns)}).text(), "TIME")
		}
	}
	if got != want {
		t.Errorf("text\n%s\nwant\n%s", got, want)
	}
	b, err := json.Marshal(info)
	if err != nil {
		t.Fatal(err)
	}
	var back struct {
		Packets    int
		First      string
		Interfaces []struct {
			Name       string
			Packets    int
			Statistics []struct{ Received, Dropped *int }
		}
	}
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back.Packets != 3 || back.First != "2023-11-14T22:13:20Z" || back.Interfaces[1].Packets != 1 || *back.Interfaces[1].Statistics[0].Dropped != 2 {
		t.Errorf("JSON %s", b)
	}
}

// The counts are capinfos's.
func TestInspectIsCapinfos(t *testing.T) {
	var at []int
	for i := range 321 {
		at = append(at, i*17)
	}
	name := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(name, capture(t, packet.Ethernet, pcapio.Pcapng, at), 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := pcapio.Open(name, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	i := Inspect(name, r, nil)
	got := fmt.Sprintf("%s\t%d\t%d\t%d\t%.6f\t%.6f\t%.6f\n", name, i.Packets, i.FileSize, i.WireBytes, float64(i.First.UnixMicro())/1e6, float64(i.Last.UnixMicro())/1e6, i.Duration().Seconds())
	want := tool(t, "capinfos", "-T", "-r", "-M", "-S", "-c", "-s", "-d", "-a", "-e", "-u", name)
	f := strings.Split(strings.TrimSpace(want), "\t") // name, packets, size, data, duration, first, last
	if len(f) != 7 || got != strings.Join([]string{f[0], f[1], f[2], f[3], f[5], f[6], f[4]}, "\t")+"\n" {
		t.Errorf("we say %q, capinfos %q", got, want)
	}
}

// Times beyond what JSON's usual form allows.
func TestInspectStrangeTimes(t *testing.T) {
	file := capture(t, packet.Ethernet, pcapio.Pcap, nil)
	ng := []byte("\x0a\x0d\x0d\x0a\x1c\x00\x00\x00\x4d\x3c\x2b\x1a\x01\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\x1c\x00\x00\x00" +
		"\x01\x00\x00\x00\x1c\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x09\x00\x01\x00\x00\x00\x00\x00\x1c\x00\x00\x00" + // whole seconds
		"\x06\x00\x00\x00\x20\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\x7f\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x20\x00\x00\x00")
	for _, f := range [][]byte{file, ng} {
		info := Inspect("x", reader(t, f), nil)
		if info.Error != "" {
			t.Fatal(info.Error)
		}
		if _, err := json.Marshal(info); err != nil {
			t.Error(err)
		}
		if len(info.AppendText(nil)) == 0 {
			t.Error("no text")
		}
	}
}

// Whatever a file holds for names, descriptions and filters is escaped in one
// way, and tells a terminal nothing.
func TestHostileTexts(t *testing.T) {
	const hostile = "a\x1b[2J\u202e\u2066\u0085\x7f\n\\ \"b\" \xff"
	const shown, quoted = `a\x1b[2J\u202e\u2066\u0085\x7f\n\ "b" \xff`, `"a\x1b[2J\u202e\u2066\u0085\x7f\n\\ \"b\" \xff"`
	info := Info{
		Name:       hostile,
		Interfaces: []InterfaceInfo{{Name: hostile, Description: hostile, Filter: hostile, OS: hostile, LinkType: "EN10MB", Resolution: "micro"}},
		Sections:   []SectionInfo{{Application: hostile, Comments: []string{hostile}}},
		Error:      hostile,
	}
	text := string(info.AppendText(nil))
	want := shown + ", " + quoted + ", EN10MB, microseconds, filter " + quoted + ", " + shown + ", 0 packets\n"
	if !strings.Contains(text, want) || strings.Count(text, shown) != 6 {
		t.Errorf("%s\nwant %s", text, want)
	}
	object, err := info.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{text, string(object)} {
		if strings.ContainsAny(out, "\x1b\u202e\u2066\u0085\x7f") {
			t.Errorf("%q", out)
		}
	}
	var back Info
	if err := json.Unmarshal(object, &back); err != nil || back.Name != strings.ToValidUTF8(hostile, "\ufffd") {
		t.Errorf("%v, %q", err, back.Name)
	}
}

// Simple packet blocks have no time, which is not the same as 1970.
func TestInspectWithoutTimes(t *testing.T) {
	plain := capture(t, packet.Ethernet, pcapio.Pcapng, nil)
	simple := append(slices.Clone(plain), 3, 0, 0, 0, 20, 0, 0, 0, 4, 0, 0, 0, 'a', 'b', 'c', 'd', 20, 0, 0, 0)
	i := Inspect("x", reader(t, simple), nil)
	text := string(i.AppendText(nil))
	if i.Packets != 1 || i.First != nil || i.Last != nil || !strings.Contains(text, "First packet:        n/a\n") || !strings.Contains(text, "Duration:            n/a\n") {
		t.Errorf("%+v\n%s", i, text)
	}
	// Those that have one are told of.
	timed := capture(t, packet.Ethernet, pcapio.Pcapng, []int{10, 20})
	simple = append(append(slices.Clone(timed), simple[len(plain):]...), timed[len(plain):]...)
	i = Inspect("x", reader(t, simple), nil)
	if i.Packets != 5 || i.First == nil || !i.First.Equal(stampAt(10).Go()) || !i.Last.Equal(stampAt(20).Go()) {
		t.Errorf("%+v", i)
	}
}
