package pcapio

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"

	"wiredump/capture/packet"
)

func lz4ed(t testing.TB, b []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := lz4.NewWriter(&buf)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestReadCompressed(t *testing.T) {
	pk := sample(500)
	for _, format := range []Format{Pcap, Pcapng} {
		file := writePcap(t, pk, WriterOptions{Format: format})
		half := len(file) / 2
		tests := []struct {
			name string
			c    Compression
			file []byte
		}{
			{"gzip", Gzip, compressed(t, Gzip, file)},
			{"zstd", Zstd, compressed(t, Zstd, file)},
			{"lz4", LZ4, lz4ed(t, file)},
			{"two gzip members", Gzip, append(compressed(t, Gzip, file[:half]), compressed(t, Gzip, file[half:])...)},
			{"two zstd frames", Zstd, append(compressed(t, Zstd, file[:half]), compressed(t, Zstd, file[half:])...)},
			{"two lz4 frames", LZ4, append(lz4ed(t, file[:half]), lz4ed(t, file[half:])...)},
		}
		for _, tt := range tests {
			for _, src := range []io.Reader{bytes.NewReader(tt.file), trickle{bytes.NewReader(tt.file)}} {
				got, r, err := readAll(src, ReaderOptions{})
				if err != nil {
					t.Errorf("%s of %v: %d packets, then %v", tt.name, format, len(got), err)
					continue
				}
				if d := cmp.Diff(rowsOf(pk), got); d != "" {
					t.Errorf("%s of %v (-want +got):\n%.1000s", tt.name, format, d)
				}
				if r.Compression() != tt.c || r.Format() != format || r.BytesRead() != int64(len(tt.file)) {
					t.Errorf("%s of %v: read as %v of %v, %d bytes of %d", tt.name, format, r.Compression(), r.Format(), r.BytesRead(), len(tt.file))
				}
			}
		}
	}
}

// A compressed file that is cut gives its packets and says that it is cut, also
// where the cut is between two records.
func TestCutCompressed(t *testing.T) {
	pk := sample(2000)
	file := writePcap(t, pk, WriterOptions{})
	for name, z := range map[string][]byte{"gzip": compressed(t, Gzip, file), "zstd": compressed(t, Zstd, file), "lz4": lz4ed(t, file)} {
		got, _, err := readAll(bytes.NewReader(z[:len(z)-3]), ReaderOptions{})
		if !errors.Is(err, ErrTruncated) || len(got) < 1000 {
			t.Errorf("%s without its end: %d packets, %v", name, len(got), err)
		}
		got, _, err = readAll(bytes.NewReader(z[:len(z)/2]), ReaderOptions{})
		if !errors.Is(err, ErrTruncated) {
			t.Errorf("half of %s: %d packets, %v", name, len(got), err)
		}
		bad := bytes.Clone(z)
		for i := len(bad) / 2; i < len(bad)/2+40; i++ {
			bad[i] ^= 0x55
		}
		got, _, err = readAll(bytes.NewReader(bad), ReaderOptions{})
		if err == nil || len(got) > 2000 {
			t.Errorf("damaged %s: %d packets, %v", name, len(got), err)
		}
	}
}

// A compressed stream that is flushed is read up to there before more comes.
func TestCompressedPipeIsPrompt(t *testing.T) {
	for _, c := range []Compression{Gzip, Zstd} {
		pr, pw := io.Pipe()
		next := make(chan bool)
		go func() {
			out, err := NewOutput(OutputOptions{Name: "-", Stdout: pw, Compression: c, PacketBuffered: true, Writer: WriterOptions{LinkType: packet.Ethernet}})
			if err != nil {
				pw.CloseWithError(err)
				return
			}
			pk := sample(5)
			for i := range pk {
				if err := out.Write(&pk[i]); err != nil {
					pw.CloseWithError(err)
					return
				}
				<-next
			}
			pw.CloseWithError(out.Close())
		}()
		r, err := NewReader(pr, ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			b, err := r.Next()
			if err != nil {
				t.Fatalf("%v, packet %d: %v", c, i, err)
			}
			if len(b.Packets) != 1 {
				t.Errorf("%v: %d packets at once", c, len(b.Packets))
			}
			b.Release()
			next <- true
		}
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("%v: at the end %v", c, err)
		}
		pr.Close()
	}
}

// A zstd frame's header says how much memory it needs: not more than a limit.
func TestZstdWindow(t *testing.T) {
	file := writePcap(t, sample(10), WriterOptions{})
	var buf bytes.Buffer
	z, err := zstd.NewWriter(&buf, zstd.WithWindowSize(maxWindow), zstd.WithSingleSegment(false))
	if err != nil {
		t.Fatal(err)
	}
	z.Write(file[:100])
	z.Flush()
	z.Write(file[100:])
	z.Close()
	if got, _, err := readAll(&buf, ReaderOptions{}); len(got) != 10 || err != nil {
		t.Errorf("the largest window: %d packets, %v", len(got), err)
	}
	for window, limit := range map[byte]uint64{0x88: 300 << 20, 0x90: 1 << 20, 0xf8: 1 << 20} { // 128 MiB, 256 MiB, 2 TiB
		hostile := []byte{0x28, 0xb5, 0x2f, 0xfd, 0x00, window, 0x19, 0, 0, 1, 2, 3}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := readAll(bytes.NewReader(hostile), ReaderOptions{})
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("window %#x: no error", window)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > limit {
			t.Errorf("window %#x: %d bytes allocated", window, n)
		}
	}
}

func TestOutputCompresses(t *testing.T) {
	pk := sample(500)
	for _, name := range []string{"x.pcap.gz", "x.pcapng.zst", "x.gz"} {
		file := filepath.Join(t.TempDir(), name)
		var done FinishedFile
		out, err := NewOutput(OutputOptions{Name: file, Compression: CompressionFor(file), Finished: func(f FinishedFile) { done = f },
			Writer: WriterOptions{Format: FormatFor(file), LinkType: packet.Ethernet}})
		if err != nil {
			t.Fatal(err)
		}
		if err := out.WriteBatch(&packet.Batch{Packets: pk}); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		st, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if want := (FinishedFile{Name: file, Packets: 500, Size: st.Size(), Last: true}); done != want {
			t.Errorf("finished %+v, want %+v", done, want)
		}
		r, err := Open(file, ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := drain(r)
		if len(rows) != 500 || err != nil || r.Compression() != CompressionFor(file) || r.Format() != FormatFor(file) {
			t.Errorf("%s: %d packets, %v, %v of %v", name, len(rows), err, r.Compression(), r.Format())
		}
		r.Close()
	}
}

// A zstd file may begin with frames that are to be skipped.
func TestZstdSkippableFrame(t *testing.T) {
	file := le().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 54).rec(1, 2, 54).b
	for _, kind := range []byte{0x50, 0x5f} {
		skip := []byte{kind, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 'a', 'b', 'c', 'd'}
		in := append(append(append([]byte{}, skip...), skip...), compressed(t, Zstd, file)...)
		rows, r, err := readAll(trickle{bytes.NewReader(in)}, ReaderOptions{})
		if err != nil || len(rows) != 2 || r.Compression() != Zstd {
			t.Errorf("%#x: %d packets, error %v", kind, len(rows), err)
		}
	}
}

// What follows the last gzip member is padding, or worth a warning; the packets
// are all there.
func TestGzipTrailing(t *testing.T) {
	file := le().pcap(0xa1b2c3d4, 262144, 1).rec(1, 2, 54).rec(1, 2, 54).b
	for _, tt := range []struct {
		name, behind string
		warnings     int
		err          string
	}{
		{"nothing", "", 0, ""},
		{"a zero", "\x00", 0, ""},
		{"zeros", string(make([]byte, 3000)), 0, ""},
		{"garbage", "garbage", 1, ""},
		{"one byte", "x", 1, ""},
		{"half a magic", "\x1f", 1, ""},
		{"zeros and garbage", "\x00\x00\x1f\x8b\x08", 1, ""},
		{"a cut member", "\x1f\x8b\x08", 0, "truncated gzip stream; no more packets (at byte 164, after 2 packets)"},
	} {
		in := append(compressed(t, Gzip, file), tt.behind...)
		for _, src := range []io.Reader{bytes.NewReader(in), trickle{bytes.NewReader(in)}} {
			var warnings []string
			rows, _, err := readAll(src, ReaderOptions{Warn: func(s string) { warnings = append(warnings, s) }})
			if len(rows) != 2 || errText(err) != tt.err || len(warnings) != tt.warnings {
				t.Errorf("%s: %d packets, error %v, warnings %q", tt.name, len(rows), err, warnings)
			}
		}
	}
}
