package pcapio

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wiredump/capture/packet"
)

// A clock for tests: it stands still until told.
type testClock struct{ now time.Time }

func (c *testClock) Now() time.Time { return c.now }

// series writes n packets of size bytes to a new Output in a directory of its
// own; between goes on after each packet. It returns what is in the directory,
// as "name:packets", and the names that were told as finished.
func series(t *testing.T, o OutputOptions, n, size int, between func(out *Output, i int) error) (files, finished []string, err error) {
	t.Helper()
	dir := t.TempDir()
	o.Name = filepath.Join(dir, o.Name)
	o.Writer.LinkType = packet.Ethernet
	o.Finished = func(f FinishedFile) {
		name, err := filepath.Rel(dir, f.Name)
		if err != nil {
			t.Error(err)
		}
		if f.Last {
			name += " (last)"
		}
		if st, err := os.Stat(f.Name); err != nil || st.Size() != f.Size {
			t.Errorf("%s is told to have %d bytes: %v, %v", name, f.Size, st, err)
		}
		finished = append(finished, name)
	}
	out, err := NewOutput(o)
	if err != nil {
		t.Fatal(err)
	}
	p := packet.Packet{Data: payload(size), WireLen: uint32(size), LinkType: packet.Ethernet}
	for i := range n {
		p.Time = packet.Time{Sec: 1700000000 + int64(i)}
		if err = out.Write(&p); err != nil {
			break
		}
		if between != nil {
			if err = between(out, i); err != nil {
				break
			}
		}
	}
	if cerr := out.Close(); cerr != nil {
		t.Errorf("Close: %v", cerr)
	}
	return listing(t, dir), finished, err
}

// listing returns the files in a directory with how many packets they have.
func listing(t *testing.T, dir string) (files []string) {
	t.Helper()
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			files = append(files, fmt.Sprintf("%s:%d", name, countFile(t, path)))
		}
		return err
	})
	return files
}

func TestOutputBySize(t *testing.T) {
	// A record has 100 bytes; a file takes the packet that goes over MaxSize.
	const size = 100 - recordLen
	tests := []struct {
		name string
		o    OutputOptions
		n    int
		want []string
		done []string
	}{
		{"one file", OutputOptions{Name: "c"}, 3, []string{"c:3"}, []string{"c (last)"}},
		{"-C", OutputOptions{Name: "c.pcap", MaxSize: 1000}, 25, []string{"c.pcap:10", "c.pcap1:10", "c.pcap2:5"}, []string{"c.pcap", "c.pcap1", "c.pcap2 (last)"}},
		{"-C, nothing written", OutputOptions{Name: "c", MaxSize: 1000}, 0, []string{"c:0"}, []string{"c (last)"}},
		{"-C -W", OutputOptions{Name: "c", MaxSize: 1000, MaxFiles: 3}, 45, []string{"c0:10", "c1:5", "c2:10"}, []string{"c0", "c1", "c2", "c0", "c1 (last)"}},
		{"-C -W 11", OutputOptions{Name: "c", MaxSize: 1000, MaxFiles: 11}, 15, []string{"c00:10", "c01:5"}, []string{"c00", "c01 (last)"}},
		{"keep", OutputOptions{Name: "c", MaxSize: 1000, KeepFiles: 2}, 45, []string{"c3:10", "c4:5"}, []string{"c", "c1", "c2", "c3", "c4 (last)"}},
		{"compressed names", OutputOptions{Name: "c.pcap.gz", MaxSize: 1, MaxFiles: 2, PacketBuffered: true, Compression: Gzip}, 2, []string{"c.pcap0.gz:1", "c.pcap1.gz:1"}, []string{"c.pcap0.gz", "c.pcap1.gz (last)"}},
		{"names by and by", OutputOptions{Name: "c", MaxSize: 1000, Atomic: true}, 15, []string{"c:10", "c1:5"}, []string{"c", "c1 (last)"}},
		{"strftime only with -G", OutputOptions{Name: "%S"}, 1, []string{"%S:1"}, []string{"%S (last)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.o.Sync = true
			files, done, err := series(t, tt.o, tt.n, size, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(files, tt.want) {
				t.Errorf("files %q, want %q", files, tt.want)
			}
			if !slices.Equal(done, tt.done) {
				t.Errorf("finished %q, want %q", done, tt.done)
			}
		})
	}
}

func TestOutputByClock(t *testing.T) {
	t0 := time.Date(2026, 3, 1, 12, 0, 0, 0, time.Local)
	every := func(step time.Duration, clock *testClock) func(*Output, int) error {
		return func(out *Output, i int) error {
			clock.now = clock.now.Add(step)
			return out.Tick(clock.now)
		}
	}
	tests := []struct {
		name string
		o    OutputOptions
		step time.Duration
		n    int
		want []string
		err  string
	}{
		{"-G", OutputOptions{Name: "g%H%M%S", Interval: 10 * time.Second}, 4 * time.Second, 5, []string{"g120000:3", "g120010:2", "g120020:0"}, ""},
		{"-G does not drift", OutputOptions{Name: "g%S", Interval: 10 * time.Second}, 7 * time.Second, 6, []string{"g00:2", "g10:1", "g20:2", "g30:1", "g40:0"}, ""},
		{"-G after a sleep", OutputOptions{Name: "g%M%S", Interval: 10 * time.Second}, 95 * time.Second, 2, []string{"g0000:1", "g0130:1", "g0310:0"}, ""},
		{"-G with one name", OutputOptions{Name: "g", Interval: 10 * time.Second}, 4 * time.Second, 5, []string{"g:2"}, ""},
		{"-G -W", OutputOptions{Name: "g%S", Interval: 10 * time.Second, MaxFiles: 2}, 4 * time.Second, 9, []string{"g00:3", "g10:2"}, "Maximum file limit reached: 2"},
		{"-G -C", OutputOptions{Name: "g%S", Interval: 10 * time.Second, MaxSize: 100}, 4 * time.Second, 5, []string{"g00:1", "g001:1", "g002:1", "g10:1", "g101:1", "g20:0"}, ""},
		{"-G -C -W", OutputOptions{Name: "g%S.pcap", Interval: 10 * time.Second, MaxSize: 100, MaxFiles: 3}, 4 * time.Second, 5, []string{"g10.pcap0:1", "g10.pcap1:1", "g20.pcap0:0"}, ""},
		{"-G with one name and -W", OutputOptions{Name: "g", Interval: 10 * time.Second, MaxFiles: 3}, 15 * time.Second, 9, []string{"g:1"}, "Maximum file limit reached: 3"},
		{"-G -C with one name", OutputOptions{Name: "g", Interval: 10 * time.Second, MaxSize: 1000}, 4 * time.Second, 5, []string{"g:2"}, ""},
		{"-G -C -W with one name", OutputOptions{Name: "g", Interval: 10 * time.Second, MaxSize: 1000, MaxFiles: 2}, 4 * time.Second, 5, []string{"g0:3", "g1:2"}, ""},
		{"-G -C -W with one name, by size too", OutputOptions{Name: "g", Interval: 10 * time.Second, MaxSize: 100, MaxFiles: 2}, 4 * time.Second, 5, []string{"g0:1", "g1:1"}, ""},
		{"-G --ring-files with one name", OutputOptions{Name: "g", Interval: 10 * time.Second, KeepFiles: 1}, 4 * time.Second, 5, []string{"g:2"}, ""},
		{"directories", OutputOptions{Name: "%Y/%m/g%S", Interval: 10 * time.Second}, 10 * time.Second, 1, []string{"2026/03/g00:1", "2026/03/g10:0"}, ""},
		{"stop by time", OutputOptions{Name: "s", Stop: Stop{Duration: 10 * time.Second}}, 4 * time.Second, 9, []string{"s:3"}, "stopped after 10s"},
		{"stop by files", OutputOptions{Name: "s%S", Interval: 10 * time.Second, Stop: Stop{Files: 2}}, 4 * time.Second, 9, []string{"s00:3", "s10:2"}, "stopped after 2 files"},
		{"stop by packets", OutputOptions{Name: "s", Stop: Stop{Packets: 4}}, time.Second, 9, []string{"s:4"}, "stopped after 4 packets"},
		{"stop by size", OutputOptions{Name: "s", Stop: Stop{Size: 250}}, time.Second, 9, []string{"s:3"}, "stopped after 324 bytes"},
		{"packets' clock", OutputOptions{Name: "p%s", Interval: 2 * time.Second, PacketClock: true}, time.Hour, 5, []string{"p1700000000:2", "p1700000002:2", "p1700000004:1"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			clock := &testClock{t0}
			tt.o.Now = clock.Now
			files, done, err := series(t, tt.o, tt.n, 100-recordLen, every(tt.step, clock))
			if !slices.Equal(files, tt.want) {
				t.Errorf("files %q, want %q", files, tt.want)
			}
			if errText(err) != tt.err || err != nil && !errors.Is(err, ErrStop) {
				t.Errorf("error %q, want %q", errText(err), tt.err)
			}
			if len(done) == 0 {
				t.Error("no file was told as finished")
			}
		})
	}
}

// The clock turns without packets, and NextTick says when.
func TestNextTick(t *testing.T) {
	clock := &testClock{time.Unix(1000, 0)}
	dir := t.TempDir()
	out, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "%s"), Interval: 10 * time.Second, Stop: Stop{Duration: 25 * time.Second}, Now: clock.Now, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	var at []int64
	var names []string
	for {
		next := out.NextTick()
		if next.IsZero() {
			t.Fatal("nothing to do any more")
		}
		at = append(at, next.Unix()-1000)
		if err := out.Tick(next); err != nil {
			if !errors.Is(err, ErrStop) {
				t.Fatal(err)
			}
			break
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []int64{10, 20, 25}; !slices.Equal(at, want) {
		t.Errorf("ticks at %v, want %v", at, want)
	}
	if want := []string{"1000", "1010", "1020"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
}

// Packets do not wait in memory for longer than FlushAfter, and with
// PacketBuffered not at all.
func TestOutputFlushes(t *testing.T) {
	for _, u := range []bool{false, true} {
		clock := &testClock{time.Unix(1000, 0)}
		name := filepath.Join(t.TempDir(), "f")
		out, err := NewOutput(OutputOptions{Name: name, PacketBuffered: u, Now: clock.Now, Writer: WriterOptions{LinkType: packet.Ethernet}})
		if err != nil {
			t.Fatal(err)
		}
		size := func() int64 {
			st, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			return st.Size()
		}
		if got := size(); got != 24 {
			t.Errorf("-U %v: a new file has %d bytes, not its header", u, got)
		}
		p := packet.Packet{Data: payload(84), LinkType: packet.Ethernet}
		if err := out.Write(&p); err != nil {
			t.Fatal(err)
		}
		want := int64(24)
		if u {
			want = 124
		}
		if got := size(); got != want {
			t.Errorf("-U %v: %d bytes after a packet, want %d", u, got, want)
		}
		if err := out.Tick(clock.now.Add(time.Second / 2)); err != nil {
			t.Fatal(err)
		}
		if got := size(); got != want {
			t.Errorf("-U %v: %d bytes after half a second, want %d", u, got, want)
		}
		if next := out.NextTick(); !u && !next.Equal(clock.now.Add(time.Second)) {
			t.Errorf("next tick at %v", next)
		}
		if err := out.Tick(clock.now.Add(time.Second)); err != nil {
			t.Fatal(err)
		}
		if got := size(); got != 124 {
			t.Errorf("-U %v: %d bytes after a second, want 124", u, got)
		}
		if all, written := out.Packets(); all != 1 || written != 1 {
			t.Errorf("-U %v: %d packets, %d written", u, all, written)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAtomicNames(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.pcap")
	out, err := NewOutput(OutputOptions{Name: name, Atomic: true, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the unfinished file has its name: %v", err)
	}
	if _, err := os.Stat(name + ".part"); err != nil {
		t.Error(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if n := countFile(t, name); n != 0 {
		t.Errorf("%d packets", n)
	}
	if _, err := os.Stat(name + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the unfinished name is still there: %v", err)
	}
	// What is no regular file cannot be replaced.
	out, err = NewOutput(OutputOptions{Name: "/dev/null", Atomic: true, Sync: true, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Error(err)
	}
}

func TestOutputToStdout(t *testing.T) {
	var buf bytes.Buffer
	out, err := NewOutput(OutputOptions{Name: "-", Stdout: &buf, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	pk := sample(3)
	for i := range pk {
		if err := out.Write(&pk[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if rows, _, err := readAll(&buf, ReaderOptions{}); len(rows) != 3 || err != nil {
		t.Errorf("%d packets, %v", len(rows), err)
	}
}

func TestOutputErrors(t *testing.T) {
	dir := t.TempDir()
	if _, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "no/such"), Writer: WriterOptions{LinkType: packet.Ethernet}}); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(errText(err), dir+"/no/such: ") {
		t.Errorf("no directory: %v", err)
	}
	if _, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "x.lz4"), Compression: LZ4}); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("lz4: %v", err)
	}
	// The next file of a series cannot be made.
	name := filepath.Join(dir, "c")
	if err := os.Mkdir(name+"1", 0o777); err != nil {
		t.Fatal(err)
	}
	out, err := NewOutput(OutputOptions{Name: name, MaxSize: 100, Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	p := packet.Packet{Data: payload(84), LinkType: packet.Ethernet}
	if err := out.Write(&p); err != nil {
		t.Fatal(err)
	}
	err = out.Write(&p)
	if err == nil || !strings.HasPrefix(err.Error(), name+"1: is a directory") {
		t.Errorf("a directory in the way: %v", err)
	}
	if again := out.Tick(time.Now()); again != err {
		t.Errorf("then %v, want the same", again)
	}
	if again := out.Close(); again != err {
		t.Errorf("Close: %v, want the same", again)
	}
	if n := countFile(t, name); n != 1 {
		t.Errorf("the first file has %d packets", n)
	}
	// A packet that the file cannot hold.
	out, err = NewOutput(OutputOptions{Name: filepath.Join(dir, "l"), Writer: WriterOptions{LinkType: packet.Ethernet}})
	if err != nil {
		t.Fatal(err)
	}
	if err := out.Write(&p); err != nil {
		t.Fatal(err)
	}
	var oe *OutputError
	if err := out.Write(&packet.Packet{LinkType: packet.Raw}); !errors.Is(err, ErrLinkType) || !errors.As(err, &oe) || oe.Written != 1 || oe.Lost != 0 {
		t.Errorf("another link type: %v", err)
	}
	if n := countFile(t, filepath.Join(dir, "l")); n != 1 {
		t.Errorf("%d packets before that of another link type, want 1", n)
	}
}

func TestStatisticsInEachFile(t *testing.T) {
	dir := t.TempDir()
	n := uint64(0)
	out, err := NewOutput(OutputOptions{Name: filepath.Join(dir, "s"), MaxSize: 100, Writer: WriterOptions{Format: Pcapng, LinkType: packet.Ethernet},
		Statistics: func() []Statistics { n++; return []Statistics{{Received: n, Dropped: NotCounted}} }})
	if err != nil {
		t.Fatal(err)
	}
	pk := sample(3)
	for i := range pk {
		if err := out.Write(&pk[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	var got []uint64
	for _, name := range []string{"s", "s1", "s2"} {
		r, err := Open(filepath.Join(dir, name), ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := drain(r); err != nil {
			t.Error(err)
		}
		for _, s := range r.Statistics() {
			got = append(got, s.Received)
		}
		r.Close()
	}
	if !slices.Equal(got, []uint64{1, 2, 3}) {
		t.Errorf("received %v, want 1 2 3", got)
	}
}

func TestWriteBatchToOutput(t *testing.T) {
	pk := sample(100)
	for _, o := range []OutputOptions{{}, {MaxSize: 5000}, {Stop: Stop{Packets: 40}}, {PacketBuffered: true}} {
		dir := t.TempDir()
		o.Name, o.Writer = filepath.Join(dir, "b"), WriterOptions{LinkType: packet.Ethernet}
		out, err := NewOutput(o)
		if err != nil {
			t.Fatal(err)
		}
		err = out.WriteBatch(&packet.Batch{Packets: pk})
		want := 100
		if o.Stop.Packets > 0 {
			want = 40
		}
		if want == 40 != errors.Is(err, ErrStop) {
			t.Errorf("%+v: %v", o, err)
		}
		if err := out.Close(); err != nil {
			t.Error(err)
		}
		got := 0
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			got += countFile(t, filepath.Join(dir, e.Name()))
		}
		if all, written := out.Packets(); got != want || all != int64(want) || written != all {
			t.Errorf("%+v: %d packets in the files, %d told, %d written; want %d", o, got, all, written, want)
		}
	}
}

func TestStrftime(t *testing.T) {
	loc := time.FixedZone("CET", 3600)
	tests := []struct {
		t            time.Time
		layout, want string
	}{
		{time.Date(2026, 3, 1, 4, 5, 6, 0, loc), "%Y-%m-%d_%H.%M.%S", "2026-03-01_04.05.06"},
		{time.Date(2026, 3, 1, 4, 5, 6, 0, loc), "%a %A %b %B %h %C %y %e %j %k %l %I %p %P", "Sun Sunday Mar March Mar 20 26  1 060  4  4 04 AM am"},
		{time.Date(2026, 3, 1, 4, 5, 6, 0, loc), "%c|%D|%F|%r|%R|%T|%x|%X", "Sun Mar  1 04:05:06 2026|03/01/26|2026-03-01|04:05:06 AM|04:05|04:05:06|03/01/26|04:05:06"},
		{time.Date(2026, 3, 1, 4, 5, 6, 0, loc), "%u %w %U %W %V %G %g %s %z %Z %n%t%%", "7 0 09 08 09 2026 26 1772334306 +0100 CET \n\t%"},
		{time.Date(2027, 1, 1, 0, 0, 0, 0, loc), "%U %W %V %G %g %u %l", "00 00 53 2026 26 5 12"},
		{time.Date(2024, 12, 31, 13, 0, 0, 0, loc), "%U %W %V %G %j %l %p %k", "52 53 01 2025 366  1 PM 13"},
		{time.Date(2024, 12, 31, 13, 0, 0, 0, loc), "a%Q%", "a%Q%"},
		{time.Date(2024, 12, 31, 13, 0, 0, 0, loc), "%Ey %Od %E", "24 31 %E"},
	}
	for _, tt := range tests {
		if got := string(appendStrftime(nil, tt.layout, tt.t)); got != tt.want {
			t.Errorf("strftime(%q) = %q, want %q", tt.layout, got, tt.want)
		}
	}
	// The C library's own answer, day by day.
	for day := range 800 {
		d := time.Date(2023, 12, 25, 3, 4, 5, 0, time.UTC).AddDate(0, 0, day)
		if day%37 != 0 && d.YearDay() > 8 && d.YearDay() < 358 {
			continue
		}
		layout := "%a %d %e %j %u %w %U %W %V %G %g %C %y"
		want := strings.TrimSuffix(peer(t, "date", "-u", "-d", "@"+fmt.Sprint(d.Unix()), "+"+layout), "\n")
		if got := string(appendStrftime(nil, layout, d)); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestParseStop(t *testing.T) {
	tests := []struct {
		in   string
		want Stop
		ok   bool
	}{
		{"duration:60,size:100m,packets:7,files:3", Stop{time.Minute, 100 << 20, 7, 3}, true},
		{"duration:1.5", Stop{Duration: 1500 * time.Millisecond}, true},
		{"duration:5m", Stop{Duration: 5 * time.Minute}, true},
		{"size:10", Stop{Size: 10}, true},
		{"size:2K", Stop{Size: 2048}, true},
		{"", Stop{}, false}, {"size", Stop{}, false}, {"size:0", Stop{}, false}, {"size:-1", Stop{}, false}, {"size:1t", Stop{}, false}, {"size:k", Stop{}, false},
		{"packets:0", Stop{}, false}, {"packets:x", Stop{}, false}, {"files:-2", Stop{}, false}, {"duration:0", Stop{}, false}, {"duration:nan", Stop{}, false}, {"time:3", Stop{}, false},
		{"size:9999999999g", Stop{}, false}, {"packets:1,", Stop{}, false},
	}
	for _, tt := range tests {
		got, err := ParseStop(tt.in)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("ParseStop(%q) = %+v, %v; want %+v, ok %v", tt.in, got, err, tt.want, tt.ok)
		}
	}
	if n, err := ParseSize("3", 1_000_000); n != 3_000_000 || err != nil {
		t.Errorf("ParseSize: %d, %v", n, err)
	}
}

func TestFormatByName(t *testing.T) {
	for name, want := range map[string]Format{"a": Pcap, "a.pcap": Pcap, "a.pcapng": Pcapng, "a.pcapng.gz": Pcapng, "x.ntar.zst": Pcapng, "a.pcap.gz": Pcap, "pcapng": Pcap} {
		if got := FormatFor(name); got != want {
			t.Errorf("FormatFor(%q) = %v, want %v", name, got, want)
		}
	}
}

// An interval without packets does not replace a file that has some, however
// long nothing comes.
func TestIdleIntervals(t *testing.T) {
	t0 := time.Date(2026, 3, 1, 12, 0, 0, 0, time.Local)
	tests := []struct {
		name string
		o    OutputOptions
		want []string
	}{
		{"one name", OutputOptions{Name: "g"}, []string{"g:3"}},
		{"atomic", OutputOptions{Name: "g", Atomic: true}, []string{"g:3"}},
		{"gzip", OutputOptions{Name: "g.gz", Compression: Gzip}, []string{"g.gz:3"}},
		{"-C -W", OutputOptions{Name: "g", MaxSize: 1 << 20, MaxFiles: 2}, []string{"g0:3", "g1:3"}},
		{"-C --ring-files", OutputOptions{Name: "g", MaxSize: 150, KeepFiles: 2}, []string{"g:2", "g1:1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir, clock := t.TempDir(), &testClock{t0}
			tt.o.Name = filepath.Join(dir, tt.o.Name)
			tt.o.Now, tt.o.Interval = clock.Now, 10*time.Second
			tt.o.Writer.LinkType = packet.Ethernet
			out, err := NewOutput(tt.o)
			if err != nil {
				t.Fatal(err)
			}
			step := func(packets int) {
				t.Helper()
				for range packets {
					if err := out.Write(&packet.Packet{Data: payload(84), WireLen: 84, LinkType: packet.Ethernet}); err != nil {
						t.Fatal(err)
					}
				}
				clock.now = clock.now.Add(11 * time.Second)
				if err := out.Tick(clock.now); err != nil {
					t.Fatal(err)
				}
				if err := out.Flush(); err != nil {
					t.Fatal(err)
				}
			}
			for _, n := range []int{3, 0, 3, 0, 0, 0, 3, 0, 0} {
				step(n)
			}
			if all, written := out.Packets(); all != 9 || written != 9 {
				t.Errorf("%d packets, %d written", all, written)
			}
			if err := out.Close(); err != nil {
				t.Fatal(err)
			}
			if got := listing(t, dir); !slices.Equal(got, tt.want) {
				t.Errorf("files %q, want %q", got, tt.want)
			}
		})
	}
}
