package pcapio

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"wiredump/capture/packet"
)

// at returns a row of an Ethernet packet of n bytes.
func at(sec int64, frac uint32, unit packet.Unit, n int) row {
	return row{Time: packet.Time{Sec: sec, Frac: frac, Unit: unit}, Data: string(payload(n)), WireLen: uint32(n), Link: packet.Ethernet}
}

func TestReadPcap(t *testing.T) {
	one := []row{at(1, 2, packet.Micro, 54)}
	two := []row{one[0], one[0]}
	good := func() *builder { return le().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 54).rec(1, 2, 54) }
	linked := func(l packet.LinkType) []row { r := one[0]; r.Link = l; return []row{r} }
	tests := []struct {
		name string
		file []byte
		want []row
		err  string
		kind error
	}{
		{"little endian", good().b, two, "", nil},
		{"big endian", be().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 54).b, one, "", nil},
		{"nanoseconds", le().pcap(0xa1b23c4d, 262144, 1).rec(1, 999999999, 54).b, []row{at(1, 999999999, packet.Nano, 54)}, "", nil},
		{"nanoseconds, big endian", be().pcap(0xa1b23c4d, 262144, 1).rec(1, 3, 54).b, []row{at(1, 3, packet.Nano, 54)}, "", nil},
		{"modified", le().pcap(0xa1b2cd34, 262144, 1).u32(1, 2, 54, 54, 3).u16(0x800).raw(0, 0).raw(payload(54)...).b, one, "", nil},
		{"no packets", le().pcap(0xa1b2c3d4, 262144, 1).b, nil, "", nil},
		{"an empty packet", le().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 0).rec(1, 2, 54).b, []row{at(1, 2, packet.Micro, 0), one[0]}, "", nil},
		{"seconds are unsigned", le().pcap(0xa1b2c3d4, 262144, 1).rec(0xffffffff, 2, 54).b, []row{at(1<<32-1, 2, packet.Micro, 54)}, "", nil},
		{"more than a second of microseconds", le().pcap(0xa1b2c3d4, 262144, 1).rec(10, 1000000, 54).b, []row{at(10, 1000000, packet.Micro, 54)}, "", nil},
		{"snapshot length 0", le().pcap(0xa1b2c3d4, 0, 1).rec(1, 2, 54).b, one, "", nil},
		{"snapshot length -1", le().pcap(0xa1b2c3d4, 0xffffffff, 1).rec(1, 2, 54).b, one, "", nil},
		{"packet over the snapshot length", le().pcap(0xa1b2c3d4, 20, 1).rec(1, 2, 54).b, one, "", nil},
		{"largest packet", le().pcap(0xa1b2c3d4, 65535, 1).rec(1, 2, 262144).rec(1, 2, 54).b, []row{at(1, 2, packet.Micro, 262144), one[0]}, "", nil},
		{"FCS length in the link type", le().pcap(0xa1b2c3d4, 262144, 0x24000001).rec(1, 2, 54).b, one, "", nil},
		{"link type 12 is raw IP", le().pcap(0xa1b2c3d4, 262144, 12).rec(1, 2, 54).b, linked(packet.Raw), "", nil},
		{"link type 11", le().pcap(0xa1b2c3d4, 262144, 11).rec(1, 2, 54).b, linked(100), "", nil},
		{"link type 15", le().pcap(0xa1b2c3d4, 262144, 15).rec(1, 2, 54).b, linked(102), "", nil},
		{"link type 16", le().pcap(0xa1b2c3d4, 262144, 16).rec(1, 2, 54).b, linked(103), "", nil},
		{"link type 19", le().pcap(0xa1b2c3d4, 262144, 19).rec(1, 2, 54).b, linked(106), "", nil},
		{"link type over 16 bits", le().pcap(0xa1b2c3d4, 262144, 0x10001).rec(1, 2, 54).b, linked(packet.Unrecognized), "", nil},
		{"version 2.2 has the lengths the other way round", le().u32(0xa1b2c3d4).u16(2, 2).u32(0, 0, 262144, 1).u32(1, 2, 60, 54).raw(payload(54)...).b,
			[]row{{Time: one[0].Time, Data: one[0].Data, WireLen: 60, Link: packet.Ethernet}}, "", nil},
		{"version 2.3, lengths the other way round", le().u32(0xa1b2c3d4).u16(2, 3).u32(0, 0, 262144, 1).u32(1, 2, 60, 54).raw(payload(54)...).b,
			[]row{{Time: one[0].Time, Data: one[0].Data, WireLen: 60, Link: packet.Ethernet}}, "", nil},
		{"version 543.0", le().u32(0xa1b2c3d4).u16(543, 0).u32(0, 0, 262144, 1).rec(1, 2, 54).b, one, "", nil},

		{"nothing", nil, nil, "truncated dump file; tried to read 4 file header bytes, only got 0", ErrTruncated},
		{"two bytes", good().b[:2], nil, "truncated dump file; tried to read 4 file header bytes, only got 2", ErrTruncated},
		{"cut behind the magic", good().b[:4], nil, "truncated dump file; tried to read 24 file header bytes, only got 0", ErrTruncated},
		{"cut in the header", good().b[:10], nil, "truncated dump file; tried to read 24 file header bytes, only got 6", ErrTruncated},
		{"cut in a record header", good().b[:24+70+14], one, "truncated dump file; tried to read 16 header bytes, only got 14 (at byte 94, after 1 packet)", ErrTruncated},
		{"cut in a packet", good().rec(1, 2, 54).b[:24+2*70+16+14], two, "truncated dump file; tried to read 54 captured bytes, only got 14 (at byte 164, after 2 packets)", ErrTruncated},
		{"captured length over the maximum", good().u32(1, 2, 0x7fffffff, 54).b, two, "invalid packet capture length 2147483647, bigger than snaplen of 262144 (at byte 164, after 2 packets)", ErrCorrupt},
		{"captured length one over the maximum", le().pcap(0xa1b2c3d4, 500000, 1).u32(1, 2, 262145, 262145).b, nil, "invalid packet capture length 262145, bigger than maximum of 262144 (at byte 24, after 0 packets)", ErrCorrupt},
		{"text", []byte("hello, world"), nil, `unknown file format (begins with 68 65 6c 6c 6f 2c 20 77 "hello, w")`, ErrFormat},
		{"four bytes of text", []byte("hell"), nil, `unknown file format (begins with 68 65 6c 6c "hell")`, ErrFormat},
		{"xz", []byte("\xfd7zXZ\x00\x00\x04"), nil, "unknown file format (xz, not supported: decompress it first)", ErrFormat},
		{"version 1.0", le().u32(0xa1b2c3d4).u16(1, 0).u32(0, 0, 262144, 1).b, nil, "archaic pcap savefile format", ErrFormat},
		{"version 2.5", le().u32(0xa1b2c3d4).u16(2, 5).u32(0, 0, 262144, 1).b, nil, "unsupported pcap savefile version 2.5", ErrFormat},
		{"version 543.1", le().u32(0xa1b2c3d4).u16(543, 1).u32(0, 0, 262144, 1).b, nil, "unsupported pcap savefile version 543.1", ErrFormat},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := readAll(bytes.NewReader(tt.file), ReaderOptions{})
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("packets (-want +got):\n%s", d)
			}
			if errText(err) != tt.err {
				t.Errorf("error %q, want %q", errText(err), tt.err)
			}
			if tt.kind != nil && !errors.Is(err, tt.kind) {
				t.Errorf("error %v is not %v", err, tt.kind)
			}
			// The same must come out of a pipe that gives a byte at a time.
			slow, _, err2 := readAll(trickle{bytes.NewReader(tt.file)}, ReaderOptions{BufferSize: 64})
			if d := cmp.Diff(got, slow); d != "" || errText(err) != errText(err2) {
				t.Errorf("byte by byte: error %q (-want +got):\n%s", errText(err2), d)
			}
		})
	}
}

func TestSignedSeconds(t *testing.T) {
	file := be().pcap(0xa1b2c3d4, 262144, 1).rec(0x7fffffff, 2, 54).rec(0xffffffff, 2, 54).b
	got, _, err := readAll(bytes.NewReader(file), ReaderOptions{SignedSeconds: true})
	if d := cmp.Diff([]row{at(1<<31-1, 2, packet.Micro, 54), at(-1, 2, packet.Micro, 54)}, got); d != "" || err != nil {
		t.Errorf("error %v, packets (-want +got):\n%s", err, d)
	}
}

func TestPcapHeaderFacts(t *testing.T) {
	tests := []struct {
		name    string
		file    []byte
		snapLen uint32
		nano    bool
		options string
	}{
		{"plain", le().pcap(0xa1b2c3d4, 65535, 1).b, 65535, false, ""},
		{"no snapshot length", le().pcap(0xa1b2c3d4, 0, 1).b, 262144, false, ""},
		{"modified counts without the Ethernet header", le().pcap(0xa1b2cd34, 68, 1).b, 82, false, ""},
		{"modified, raw IP", le().pcap(0xa1b2cd34, 68, 101).b, 68, false, ""},
		{"nanoseconds", le().pcap(0xa1b23c4d, 96, 1).b, 96, true, ""},
		{"4 bytes of FCS", le().pcap(0xa1b2c3d4, 96, 0x24000001).b, 96, false, "\x0d\x00\x01\x00\x20\x00\x00\x00"},
	}
	for _, tt := range tests {
		r, err := NewReader(bytes.NewReader(tt.file), ReaderOptions{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if r.SnapLen() != tt.snapLen || r.Nano() != tt.nano || string(r.Interfaces()[0].Options) != tt.options {
			t.Errorf("%s: snapshot length %d, nano %v, options %q; want %d, %v, %q", tt.name,
				r.SnapLen(), r.Nano(), r.Interfaces()[0].Options, tt.snapLen, tt.nano, tt.options)
		}
		if r.Format() != Pcap || r.Compression() != None {
			t.Errorf("%s: %v in %v", tt.name, r.Format(), r.Compression())
		}
	}
}

func TestCutToSnapLen(t *testing.T) {
	file := le().pcap(0xa1b2c3d4, 20, 1).rec(1, 2, 54).rec(1, 2, 10).b
	var warnings []string
	got, _, err := readAll(bytes.NewReader(file), ReaderOptions{CutToSnapLen: true, Warn: func(s string) { warnings = append(warnings, s) }})
	want := []row{{Time: packet.Time{Sec: 1, Frac: 2}, Data: string(payload(20)), WireLen: 54, Link: packet.Ethernet}, at(1, 2, packet.Micro, 10)}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	if want := []string{"packet 1 has 54 captured bytes, more than the file's snapshot length of 20"}; !slices.Equal(warnings, want) {
		t.Errorf("warnings %q, want %q", warnings, want)
	}
}

func TestReadErrorComesAfterThePackets(t *testing.T) {
	file := le().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 54).b
	boom := errors.New("the disk fell down")
	src := io.MultiReader(bytes.NewReader(file), iotest.ErrReader(boom))
	got, _, err := readAll(src, ReaderOptions{})
	if len(got) != 1 || !errors.Is(err, boom) {
		t.Errorf("%d packets, then %v; want 1, then %v", len(got), err, boom)
	}
	// bytes and the error in one Read
	got, _, err = readAll(iotest.DataErrReader(src2(file, boom)), ReaderOptions{})
	if len(got) != 1 || !errors.Is(err, boom) {
		t.Errorf("with data: %d packets, then %v; want 1, then %v", len(got), err, boom)
	}
}

func src2(b []byte, err error) io.Reader {
	return io.MultiReader(bytes.NewReader(b), iotest.ErrReader(err))
}

func TestNoProgress(t *testing.T) {
	file := le().pcap(0xa1b2c3d4, 262144, 1).b
	_, _, err := readAll(io.MultiReader(bytes.NewReader(file), stuck{}), ReaderOptions{})
	if !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("a source that gives nothing for ever: %v, want %v", err, io.ErrNoProgress)
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

// What has arrived on a pipe is delivered before more arrives.
func TestPipeIsPrompt(t *testing.T) {
	files := map[string][][]byte{
		"pcap":   {le().pcap(0xa1b2c3d4, 262144, 1).b, le().rec(1, 2, 54).b, append(le().rec(1, 3, 60).b, le().rec(1, 4, 70).b[:20]...), le().rec(1, 4, 70).b[20:]},
		"pcapng": {le().shb().idb(1, 0).b, le().epb(0, 1000002, 54).b, append(le().epb(0, 1000003, 60).b, le().epb(0, 1000004, 70).b[:20]...), le().epb(0, 1000004, 70).b[20:]},
	}
	for name, parts := range files {
		t.Run(name, func(t *testing.T) {
			pr, pw := io.Pipe()
			defer pr.Close()
			go pw.Write(parts[0])
			r, err := NewReader(pr, ReaderOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for i, part := range parts[1:] {
				go pw.Write(part)
				b, err := r.Next()
				if err != nil {
					t.Fatal(err)
				}
				if len(b.Packets) != 1 || b.Packets[0].Time.Frac != uint32(i+2) {
					t.Fatalf("part %d: %d packets, the first at %v", i, len(b.Packets), b.Packets[0].Time)
				}
				b.Release()
			}
			go pw.Close()
			if _, err := r.Next(); err != io.EOF {
				t.Errorf("at the end: %v", err)
			}
		})
	}
}

// A batch stays as it is while it is lent, whatever the reader does meanwhile.
func TestBatchesAreLent(t *testing.T) {
	pk := sample(3000)
	file := writePcap(t, pk, WriterOptions{})
	r, err := NewReader(bytes.NewReader(file), ReaderOptions{BufferSize: 10000})
	if err != nil {
		t.Fatal(err)
	}
	var held []*packet.Batch
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, b)
	}
	if len(held) < 10 {
		t.Fatalf("only %d batches", len(held))
	}
	var got []row
	for _, b := range held {
		for i := range b.Packets {
			got = append(got, rowOf(&b.Packets[i]))
			if cap(b.Packets[i].Data) != len(b.Packets[i].Data) {
				t.Fatal("a packet's slice reaches into the next packet")
			}
		}
		b.Release()
	}
	if d := cmp.Diff(rowsOf(pk), got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestNextAfterTheEnd(t *testing.T) {
	r, err := NewReader(bytes.NewReader(le().pcap(0xa1b2c3d4, 262144, 1).b), ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := r.Next(); err != io.EOF {
			t.Fatalf("Next: %v, want EOF again and again", err)
		}
	}
	r.Close()
	if _, err := r.Next(); !errors.Is(err, ErrClosed) {
		t.Errorf("Next after Close: %v, want %v", err, ErrClosed)
	}
}

// A header can claim what it likes: memory follows what is there.
func TestBoundedMemory(t *testing.T) {
	huge := map[string][]byte{
		"pcap record":         le().pcap(0xa1b2c3d4, 0x7fffffff, 231).u32(1, 2, 120<<20, 120<<20).raw(make([]byte, 100)...).b,
		"pcapng block":        le().shb().idb(1, 0).u32(6, 16<<20, 0, 0, 0, 15<<20).b,
		"pcapng captured len": le().shb().idb(1, 0).block(6, func(b *builder) { b.u32(0, 0, 0, 0xfffffff0, 0xfffffff0) }).b,
		"section header":      le().u32(0x0a0d0d0a, 0x00fffff0, 0x1a2b3c4d).u16(1, 0).b,
		"lz4":                 {0x04, 0x22, 0x4d, 0x18, 0x64, 0x70, 0xb9, 0xff, 0xff, 0x3f, 0},
	}
	for name, file := range huge {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := readAll(bytes.NewReader(file), ReaderOptions{})
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: no error", name)
		}
		const limit = 24 << 20 // lz4 has blocks of 4 MiB, and some of them
		if n := after.TotalAlloc - before.TotalAlloc; n > limit {
			t.Errorf("%s: %d bytes of input made the reader allocate %d", name, len(file), n)
		}
	}
}

func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	file := writePcap(t, sample(40000), WriterOptions{})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := NewReader(bytes.NewReader(file), ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n += len(b.Packets)
		b.Release()
	}
	runtime.ReadMemStats(&after)
	if n != 40000 {
		t.Fatalf("%d packets", n)
	}
	if got := after.TotalAlloc - before.TotalAlloc; got > 4<<20 {
		t.Errorf("reading a file of %d bytes allocated %d", len(file), got)
	}
}

func TestReadAllocs(t *testing.T) {
	pk := sample(5000)
	files := map[string][]byte{
		"pcap":   writePcap(t, pk, WriterOptions{}),
		"pcapng": writePcap(t, pk, WriterOptions{Format: Pcapng}),
	}
	flagged := le().shb().idb(1, 0)
	for i := range 5000 {
		flagged.epb(0, uint64(i), 100, opt32(2, 1), opt64(4, 7))
	}
	files["pcapng with flags and drop counts"] = flagged.b
	for name, file := range files {
		batches := 0
		avg := testing.AllocsPerRun(3, func() {
			batches = 0
			r, err := NewReader(bytes.NewReader(file), ReaderOptions{BufferSize: 64 << 10})
			if err != nil {
				t.Fatal(err)
			}
			for {
				b, err := r.Next()
				if err == io.EOF {
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				batches++
				b.Release()
			}
		})
		// Opening and the first two batches allocate; nothing after that does.
		if avg > 120 || batches < 8 {
			t.Errorf("%s: %v allocations for 5000 packets in %d batches", name, avg, batches)
		}
	}
}

func TestOpen(t *testing.T) {
	if _, err := Open("/nosuch/file", ReaderOptions{}); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("Open of nothing: %v", err)
	}
	if _, err := Open(t.TempDir(), ReaderOptions{}); err == nil || !strings.Contains(err.Error(), "is a directory") {
		t.Errorf("Open of a directory: %v", err)
	}
}

// The last packet of a huge file must not wait for a timer: no goroutine of
// ours is left when a Reader is closed in the middle.
func TestCloseLeavesNothing(t *testing.T) {
	file := compressed(t, Zstd, writePcap(t, sample(5000), WriterOptions{}))
	before := runtime.NumGoroutine()
	for range 20 {
		r, err := NewReader(bytes.NewReader(file), ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

func compressed(t testing.TB, c Compression, b []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z, err := compress(&buf, c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
