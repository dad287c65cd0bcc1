package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// runMain runs the program on its arguments.
func runMain(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"wiredump"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

// listOf makes a list of files for -V.
func listOf(t *testing.T, names ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(name, []byte(strings.Join(names, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// What was read before a file that cannot be read is written and printed.
func TestListEndsEarly(t *testing.T) {
	dir := t.TempDir()
	a := writeCapture(t, filepath.Join(dir, "a.pcap"), packet.Ethernet, 1000, 1, 2, 3, 4, 5)
	for _, tt := range []struct{ name, next, says string }{
		{"missing", filepath.Join(dir, "none.pcap"), "none.pcap: No such file or directory"},
		{"link type", writeCapture(t, filepath.Join(dir, "raw.pcap"), packet.Raw, 1000, 1), "raw.pcap: new dlt (RAW) differs from previous dlt (EN10MB)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, out := listOf(t, a, tt.next), filepath.Join(t.TempDir(), "out.pcap")
			code, _, stderr := runMain("-V", list, "-w", out)
			if code != 1 || !strings.Contains(stderr, tt.says) {
				t.Errorf("exit code %d: %s", code, stderr)
			}
			if got := portsOf(t, out); string(got) != "\x01\x02\x03\x04\x05" {
				t.Errorf("copied %v", got)
			}
			code, stdout, _ := runMain("-n", "-V", list)
			if n := strings.Count(stdout, "\n"); code != 1 || n != 5 {
				t.Errorf("exit code %d, printed %d lines", code, n)
			}
		})
	}
}
