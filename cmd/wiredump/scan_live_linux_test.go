package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"wiredump/dissect"
	"wiredump/internal/netnstest"
	"wiredump/pcapio"
)

// TestScanCommand scans three closed ports, and has the packets written,
// printed and read back.
func TestScanCommand(t *testing.T) {
	p := netnstest.New(t)
	file := filepath.Join(t.TempDir(), "scan.pcap")
	var stdout, stderr bytes.Buffer
	var rc int
	p.A.Do(func() {
		rc = runScan([]string{"-p", "7001-7003", "-i", "vA", "--json", "--rate", "max", "--packet-trace", "--pcap", file, p.B.IP4.String()}, nil, &stdout, &stderr)
	})
	if rc != 0 {
		t.Fatalf("exit code %d: %s", rc, stderr.String())
	}
	var got []string
	for line := range strings.Lines(stdout.String()) {
		var o struct {
			IP, State, Reason string
			Port, TTL         int
		}
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got = append(got, fmt.Sprint(o))
	}
	slices.Sort(got)
	if want := []string{"{10.99.0.2 closed reset 7001 64}", "{10.99.0.2 closed reset 7002 64}", "{10.99.0.2 closed reset 7003 64}"}; !slices.Equal(got, want) {
		t.Errorf("verdicts %q, want %q", got, want)
	}
	for what, n := range map[string]int{"Flags [S]": 3, "Flags [R.]": 3, "3 probes as fast as possible, vA from 10.99.0.1": 1, "0 open, 3 closed, 0 filtered; 3 probes": 1} {
		if strings.Count(stderr.String(), what) != n {
			t.Errorf("%q is not there %d times:\n%s", what, n, stderr.String())
		}
	}
	checkScanFile(t, file)
}

// checkScanFile reads the file of the scan: three SYN and three RST.
func checkScanFile(t *testing.T, file string) {
	t.Helper()
	r, err := pcapio.Open(file, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	flags := map[dissect.TCPFlags]int{}
	for {
		b, err := r.Next()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		for i := range b.Packets {
			var f dissect.Frame
			f.Decode(&b.Packets[i])
			flags[f.TCP.Flags]++
		}
		b.Release()
	}
	if len(flags) != 2 || flags[dissect.FlagSYN] != 3 || flags[dissect.FlagRST|dissect.FlagACK] != 3 {
		t.Errorf("flags of the packets in the file: %v", flags)
	}
}

// interruptWriter sends this process SIGINT at the first write.
type interruptWriter struct {
	bytes.Buffer
	once sync.Once
}

func (w *interruptWriter) Write(b []byte) (int, error) {
	w.once.Do(func() { _ = syscall.Kill(syscall.Getpid(), syscall.SIGINT) })
	return w.Buffer.Write(b)
}

func TestScanCommandInterrupted(t *testing.T) {
	p := netnstest.New(t)
	for _, connect := range []string{"--connect=false", "--connect"} {
		var stdout interruptWriter
		var stderr bytes.Buffer
		var rc int
		p.A.Do(func() {
			rc = runScan([]string{"-p", "1-60000", "--json", "--rate", "100", connect, p.B.IP4.String()}, nil, &stdout, &stderr)
		})
		if rc != scanInterrupted || !strings.Contains(stderr.String(), "not known") || !strings.Contains(stderr.String(), "; interrupted\n") {
			t.Errorf("exit code %d: %s", rc, stderr.String())
		}
		if !strings.HasSuffix(stdout.String(), "}\n") {
			t.Errorf("what was found is not printed to its end: %q", stdout.String())
		}
	}
}
