package text_test

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wiredump/dissect/text"
	"wiredump/pcapio"
)

var update = flag.Bool("update", false, "write testdata/golden from what tcpdump prints")

const testdata = "../../testdata"

// A goldenRow is a row of testdata/golden.txt.
type goldenRow struct {
	name, capture string
	flags         []string
	differs       bool // known to differ from tcpdump
}

func goldenRows(t *testing.T) []goldenRow {
	t.Helper()
	f, err := os.Open(filepath.Join(testdata, "golden.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []goldenRow
	seen := map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		w := strings.Fields(s.Text())
		if len(w) == 0 || w[0][0] == '#' {
			continue
		}
		if len(w) < 3 {
			t.Fatalf("golden.txt: row %q has no capture or no flags", s.Text())
		}
		r := goldenRow{capture: w[1], flags: w[2:]}
		r.name, r.differs = strings.CutPrefix(w[0], "!")
		if seen[r.name] {
			t.Fatalf("golden.txt: %s is there twice", r.name)
		}
		seen[r.name] = true
		rows = append(rows, r)
	}
	return rows
}

// goldenOptions turns the flags of a row into options. Rows only use flags
// that tcpdump has as well.
func goldenOptions(flags []string) (text.Options, error) {
	o := text.Options{InterfaceName: func(index uint32) string {
		if index == 1 {
			return "lo"
		}
		return ""
	}}
	for _, f := range flags {
		switch f {
		case "-n":
		case "-e":
			o.Link = true
		case "-q":
			o.Quiet = true
		case "-S":
			o.AbsoluteSeq = true
		case "-K":
			o.NoChecksums = true
		case "-#":
			o.Numbers = true
		case "--nano":
			o.Nano = true
		case "-v", "-vv", "-vvv":
			o.Verbose = len(f) - 1
		case "-x", "-xx":
			o.Hex = len(f) - 1
		case "-X", "-XX":
			o.HexASCII = len(f) - 1
		case "-A", "-AA":
			o.ASCII = len(f) - 1
		case "-t":
			o.Time = text.TimeNone
		case "-tt":
			o.Time = text.TimeEpoch
		case "-ttt":
			o.Time = text.TimeDelta
		case "-tttt":
			o.Time = text.TimeDate
		case "-ttttt":
			o.Time = text.TimeSince
		default:
			return o, fmt.Errorf("no such flag: %s", f)
		}
	}
	return o, nil
}

// printFile returns what the view prints of a savefile; of one that is cut,
// what stands before the cut.
func printFile(name string, o text.Options) ([]byte, error) {
	r, err := pcapio.Open(name, pcapio.ReaderOptions{CutToSnapLen: true})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	v := text.New(o)
	var out []byte
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) || errors.Is(err, pcapio.ErrTruncated) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		for i := range b.Packets {
			out = v.Append(out, &b.Packets[i])
		}
		b.Release()
	}
}

// TestGolden compares every row of testdata/golden.txt with the text view.
func TestGolden(t *testing.T) {
	old := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = old })
	if *update {
		updateGolden(t)
	}
	differ := 0
	for _, r := range goldenRows(t) {
		t.Run(r.name, func(t *testing.T) {
			o, err := goldenOptions(r.flags)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(filepath.Join(testdata, "golden", r.name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			got, err := printFile(filepath.Join(testdata, r.capture), o)
			if err != nil {
				t.Fatalf("%s: %v", r.capture, err)
			}
			switch diff := firstDifference(got, want); {
			case r.differs && diff == "":
				t.Errorf("is marked as different in golden.txt, but is the same as tcpdump")
			case r.differs:
				differ++
				t.Skipf("known to differ from tcpdump: %s", diff)
			case diff != "":
				t.Error(diff)
			}
		})
	}
	if differ > 0 {
		t.Logf("%d rows are known to differ", differ)
	}
}

// firstDifference describes the first line in which two outputs differ; empty
// if they are the same.
func firstDifference(got, want []byte) string {
	if bytes.Equal(got, want) {
		return ""
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := 0; i < len(g) && i < len(w); i++ {
		if !bytes.Equal(g[i], w[i]) {
			return fmt.Sprintf("line %d\n got %q\nwant %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g)-1, len(w)-1)
}

// updateGolden writes the expected outputs from tcpdump, removes those that no
// row asks for, and refuses to do so with another tcpdump.
func updateGolden(t *testing.T) {
	t.Helper()
	if v, err := exec.Command("tcpdump", "--version").CombinedOutput(); !bytes.HasPrefix(v, []byte("tcpdump version 4.99.3\n")) {
		t.Fatalf("-update needs tcpdump 4.99.3: %v", err)
	}
	dir := filepath.Join(testdata, "golden")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	keep := map[string]bool{}
	for _, r := range goldenRows(t) {
		c := exec.Command("tcpdump", append(r.flags, "-r", filepath.Join(testdata, r.capture))...)
		c.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C")
		out, err := c.Output()
		// tcpdump ends with an error at the end of a cut file, after what it holds.
		if err != nil && len(out) == 0 {
			t.Fatalf("%v: %v", c.Args, err)
		}
		keep[r.name+".txt"] = true
		if err := os.WriteFile(filepath.Join(dir, r.name+".txt"), out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !keep[f.Name()] {
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				t.Fatal(err)
			}
		}
	}
}
