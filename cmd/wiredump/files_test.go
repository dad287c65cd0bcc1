package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What was counted up to the damage is told.
func TestCountOfDamagedFile(t *testing.T) {
	whole, err := os.ReadFile("demo.pcap")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "cut.pcap")
	if err := os.WriteFile(name, whole[:len(whole)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	var n, out, errs bytes.Buffer
	run([]string{"wiredump", "-r", "demo.pcap", "--count"}, nil, &n, &errs)
	if n.String() != "18 packets\n" {
		t.Fatalf("%q in the whole file", &n)
	}
	errs.Reset()
	code := run([]string{"wiredump", "-r", name, "--count"}, nil, &out, &errs)
	if code != 1 || out.String() != "17 packets\n" || !bytes.Contains(errs.Bytes(), []byte("\nwiredump: pcap_loop: truncated dump file;")) {
		t.Errorf("exit code %d, output %q, errors %q", code, &out, &errs)
	}
	out.Reset()
	if code := run([]string{"wiredump", "-r", name, "--count", "no such filter"}, nil, &out, &errs); code != 1 || out.Len() > 0 {
		t.Errorf("with a wrong filter: exit code %d, output %q", code, &out)
	}
}
