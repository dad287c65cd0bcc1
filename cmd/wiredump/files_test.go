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

// A file with interface indexes in its headers is warned of, whatever becomes
// of it, but only if it comes first.
func TestInterfaceNamesWarning(t *testing.T) {
	const sll2, other = "../../testdata/sll2.pcap", "../../testdata/sll.pcap"
	list := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(list, []byte(sll2+"\n"+sll2+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	warning := []byte("snapshot length 262144\nWarning: interface names might be incorrect\n")
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"-r", sll2}, 1},
		{[]string{"-n", "-r", sll2}, 1},
		{[]string{"-r", sll2, "--count"}, 1},
		{[]string{"-r", sll2, "-d"}, 1},
		{[]string{"-r", sll2, "-w", os.DevNull}, 1},
		{[]string{"-V", list, "--count"}, 1},
		{[]string{"-r", other}, 0},
	} {
		var out, errs bytes.Buffer
		if code := run(append([]string{"wiredump"}, c.args...), nil, &out, &errs); code != 0 || bytes.Count(errs.Bytes(), warning) != c.want {
			t.Errorf("%q: exit code %d, %q, want %d warnings", c.args, code, &errs, c.want)
		}
	}
}

// -c counts over all files, and --help says so.
func TestCountOverFiles(t *testing.T) {
	list := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(list, []byte("demo.pcap\ndemo.pcap\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs, help bytes.Buffer
	if code := run([]string{"wiredump", "-V", list, "-c", "20", "--count"}, nil, &out, &errs); code != 0 || out.String() != "20 packets\n" {
		t.Errorf("exit code %d, %q, %q", code, &out, &errs)
	}
	printHelp(&help, "wiredump")
	if !bytes.Contains(help.Bytes(), []byte("after N packets, of all files of -V together\n")) {
		t.Error("--help does not say it")
	}
}
