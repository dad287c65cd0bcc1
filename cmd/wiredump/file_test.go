package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// tcpTo is an Ethernet frame with a TCP segment to the port.
func tcpTo(port byte) []byte {
	b := make([]byte, 54)
	b[12], b[14], b[23] = 8, 0x45, 6
	b[17] = 40
	b[37] = port
	b[46] = 0x50
	return b
}

// writeCapture makes a file with a packet to each port, a second apart.
func writeCapture(t *testing.T, name string, link packet.LinkType, start int64, ports ...byte) string {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w, err := pcapio.NewWriter(f, pcapio.WriterOptions{Format: pcapio.FormatFor(name), LinkType: link})
	if err != nil {
		t.Fatal(err)
	}
	for i, port := range ports {
		data := tcpTo(port)
		if link == packet.Raw {
			data = data[14:]
		}
		if err := w.WritePacket(&packet.Packet{Data: data, WireLen: uint32(len(data)), Time: packet.Time{Sec: start + int64(i)}, LinkType: link}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// ports returns the ports of a file's packets.
func portsOf(t *testing.T, name string) (ports []byte) {
	t.Helper()
	r, err := pcapio.Open(name, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if err != nil {
			return ports
		}
		for i := range b.Packets {
			p := &b.Packets[i]
			ports = append(ports, p.Data[len(p.Data)-17])
		}
		b.Release()
	}
}

func runFileTool(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = runFile(args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestFileTools(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	a := writeCapture(t, in("a.pcap"), packet.Ethernet, 1000, 80, 22, 80, 53)
	b := writeCapture(t, in("b.pcapng"), packet.Ethernet, 1001, 1, 2)
	raw := writeCapture(t, in("raw.pcap"), packet.Raw, 1002, 80, 9)
	dup := writeCapture(t, in("dup.pcap"), packet.Ethernet, 1000, 5, 5, 5, 6, 5)
	mixed := in("mixed.pcapng")
	cut := in("cut.pcap")
	whole, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cut, whole[:len(whole)-1], 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args   string // IN/ is the directory
		code   int
		files  map[string][]byte // what is written
		stderr string
	}{
		{"merge -w IN/m.pcap " + a + " " + b, 0, map[string][]byte{"m.pcap": {80, 22, 1, 80, 2, 53}}, "6 packets read, 6 written\n"},
		{"merge --append -q -w IN/m.pcap.gz " + b + " " + a, 0, map[string][]byte{"m.pcap.gz": {1, 2, 80, 22, 80, 53}}, ""},
		{"merge -w IN/mixed.pcapng " + a + " " + raw, 0, map[string][]byte{"mixed.pcapng": {80, 22, 80, 80, 53, 9}}, "6 packets read, 6 written\n"},
		{"merge -w IN/x.pcap " + a + " " + raw, 0, map[string][]byte{"x.pcap": {80, 22, 80, 80, 53, 9}}, "wiredump file merge: the files' link types differ: writing pcapng\n6 packets read, 6 written\n"},
		{"merge --format pcap -w IN/y.pcap " + a + " " + raw, 1, nil, "wiredump file merge: the files' link types differ: a pcap file cannot hold them\n"},
		{"cut -q --packets 2-3 -w IN/c1 " + a, 0, map[string][]byte{"c1": {22, 80}}, ""},
		{"cut -q --from 1001 --to +3 -w IN/c2 " + a, 0, map[string][]byte{"c2": {22, 80}}, ""},
		{"cut -q -w IN/c3 " + a + " tcp port 80", 0, map[string][]byte{"c3": {80, 80}}, ""},
		{"cut -q -v -w IN/c4 " + a + " tcp port 80", 0, map[string][]byte{"c4": {22, 53}}, ""},
		{"cut -q -w IN/c5.pcapng " + mixed + " tcp port 80", 0, map[string][]byte{"c5.pcapng": {80, 80, 80}}, ""},
		{"cut -w IN/c6 " + a + " tcp port nosuch", 1, nil, "wiredump file cut: unknown port 'nosuch'\n"},
		{"cut -w IN/c7 " + cut, 1, map[string][]byte{"c7": {80, 22, 80}}, "3 packets read, 3 written\nwiredump file cut: " + cut + ": truncated dump file; tried to read 54 captured bytes, only got 53 (at byte 234, after 3 packets)\n"},
		{"cut --packets x -w IN/c8 " + a, 1, nil, "wiredump file cut: invalid packet numbers \"x\"\nUsage: wiredump file cut -w OUT [--packets LIST] [--from TIME] [--to TIME] FILE [EXPRESSION]\n"},
		{"dedup -q -w IN/d1 " + dup, 0, map[string][]byte{"d1": {5, 6}}, ""},
		{"dedup -q --window 1 -w IN/d2 " + dup, 0, map[string][]byte{"d2": {5, 6, 5}}, ""},
		{"dedup -q --within 500ms -w IN/d3 " + dup, 0, map[string][]byte{"d3": {5, 5, 5, 6, 5}}, ""},
		{"dedup -q -w " + dup + " " + dup, 0, map[string][]byte{"dup.pcap": {5, 6}}, ""}, // a file may be its own result
		{"split --packets 3 -w IN/s.pcap " + a, 0, map[string][]byte{"s_00000.pcap": {80, 22, 80}, "s_00001.pcap": {53}}, "4 packets read, 4 written\n2 files\n"},
		{"split -q --interval 2s -w IN/i.pcap " + a, 0, map[string][]byte{"i_00000.pcap": {80, 22}, "i_00001.pcap": {80, 53}}, ""},
		{"split -q --size 100 -w IN/z.pcap " + a, 0, map[string][]byte{"z_00000.pcap": {80, 22}, "z_00001.pcap": {80, 53}}, ""},
		{"split -q --by link-type -w IN/l.pcap " + mixed, 0, map[string][]byte{"l_EN10MB.pcap": {80, 22, 80, 53}, "l_RAW.pcap": {80, 9}}, ""},
		{"split -q --by interface -w IN/f.pcap " + mixed, 0, map[string][]byte{"f_0.pcap": {80, 22, 80, 53}, "f_1.pcap": {80, 9}}, ""},
		{"split -w IN/s " + a, 1, nil, "wiredump file split: one of --packets, --size, --interval and --by says how to split\nUsage: wiredump file split -w OUT (--packets N|--size N|--interval TIME|--by WHAT) FILE\n"},
		{"dedup " + a, 1, nil, "wiredump file dedup: -w says where to write to\nUsage: wiredump file dedup -w OUT [--window N] [--within TIME] FILE\n"},
		{"dedup -w IN/q IN/nosuch", 1, nil, "wiredump file dedup: IN/nosuch: No such file or directory\n"},
		{"dedup -w IN/no/dir " + a, 1, nil, "wiredump file dedup: IN/no/dir.part: no such file or directory\n"},
		{"info IN/nosuch", 1, nil, "wiredump file info: IN/nosuch: No such file or directory\n"},
	}
	for _, tt := range tests {
		args := strings.Fields(strings.ReplaceAll(tt.args, "IN/", dir+"/"))
		code, stdout, stderr := runFileTool(args...)
		if want := strings.ReplaceAll(tt.stderr, "IN/", dir+"/"); code != tt.code || stderr != want || stdout != "" {
			t.Errorf("%s: exit %d, stderr %q, stdout %q; want %d, %q", tt.args, code, stderr, stdout, tt.code, want)
		}
		for name, want := range tt.files {
			if got := portsOf(t, in(name)); !slices.Equal(got, want) {
				t.Errorf("%s: %s has %v, want %v", tt.args, name, got, want)
			}
		}
	}
}

func TestFileInfo(t *testing.T) {
	dir := t.TempDir()
	a := writeCapture(t, filepath.Join(dir, "a.pcap"), packet.Ethernet, 1000, 80, 22)
	code, out, stderr := runFileTool("info", "--sha256", "--json", a, a)
	if code != 0 || stderr != "" {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for two files", len(lines))
	}
	var info struct {
		Name, SHA256 string
		Packets      int
	}
	if err := json.Unmarshal([]byte(lines[1]), &info); err != nil {
		t.Fatal(err)
	}
	if info.Name != a || info.Packets != 2 || len(info.SHA256) != 64 {
		t.Errorf("%+v", info)
	}
	code, out, _ = runFileTool("info", a)
	if code != 0 || !strings.Contains(out, "\nPackets:             2\n") {
		t.Errorf("exit %d, %s", code, out)
	}
	// A damaged file is told about, and is an error.
	b, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(a, b[:len(b)-1], 0o666); err != nil {
		t.Fatal(err)
	}
	code, out, stderr = runFileTool("info", a)
	if code != 1 || !strings.Contains(out, "\nDamage:              truncated dump file; ") || stderr != "wiredump file info: a file is damaged\n" {
		t.Errorf("exit %d, %s%s", code, out, stderr)
	}
}

func TestFileUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"nosuch"}} {
		code, stdout, stderr := runFileTool(args...)
		if code != 1 || stdout != "" || !strings.Contains(stderr, "Usage: wiredump file info [--json] FILE...\n") {
			t.Errorf("%q: exit %d, %q, %q", args, code, stdout, stderr)
		}
	}
	for _, args := range [][]string{{"--help"}, {"cut", "--help"}} {
		code, stdout, stderr := runFileTool(args...)
		if code != 0 || stderr != "" || !strings.Contains(stdout, "Usage: wiredump file ") {
			t.Errorf("%q: exit %d, %q, %q", args, code, stdout, stderr)
		}
	}
	// The main command hands over.
	var out, errs bytes.Buffer
	if code := run([]string{"wiredump", "file", "--help"}, nil, &out, &errs); code != 0 || !strings.Contains(out.String(), "merge") {
		t.Errorf("wiredump file: exit %d, %s", code, errs.String())
	}
}

// Standard input and output work as files.
func TestFilePipes(t *testing.T) {
	a := writeCapture(t, filepath.Join(t.TempDir(), "a.pcap"), packet.Ethernet, 1000, 80, 22)
	b, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := runFile([]string{"cut", "-q", "-w", "-", "-"}, bytes.NewReader(b), &out, &errs); code != 0 || !bytes.Equal(out.Bytes(), b) {
		t.Errorf("exit %d, %s; %d bytes of %d", code, errs.String(), out.Len(), len(b))
	}
}
