package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
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

// writeNano makes a pcapng file of one packet, with nanoseconds, of an
// interface with a name.
func writeNano(t *testing.T, name, iface string, link packet.LinkType, frac uint32) string {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ifaces := []packet.Interface{{Name: iface + "-idle", LinkType: link}, {Name: iface, LinkType: link, Nano: true}}
	w, err := pcapio.NewPcapngWriter(f, pcapio.WriterOptions{Interfaces: func() []packet.Interface { return ifaces }})
	if err != nil {
		t.Fatal(err)
	}
	data := tcpTo(80)
	p := packet.Packet{Data: data, WireLen: uint32(len(data)), Interface: 1, LinkType: link, Time: packet.Time{Sec: 2000, Frac: frac, Unit: packet.Nano}}
	if err := w.WritePacket(&p); err != nil {
		t.Fatal(err)
	}
	if err := w.WriteStatistics(&pcapio.Statistics{Interface: 1, Received: 77}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// A pcapng file keeps the interfaces of all files of -V apart, with their names,
// resolutions, link types and statistics.
func TestListToPcapng(t *testing.T) {
	dir := t.TempDir()
	a := writeCapture(t, filepath.Join(dir, "a.pcap"), packet.Ethernet, 1000, 1, 2)
	b := writeNano(t, filepath.Join(dir, "b.pcapng"), "wlan0", packet.Ethernet, 123456789)
	c := writeNano(t, filepath.Join(dir, "c.pcapng"), "tun0", packet.Raw, 987654321)
	for _, args := range [][]string{nil, {"--print", "--json"}} { // packets in batches, and one by one
		out := filepath.Join(t.TempDir(), "out.pcapng")
		code, _, stderr := runMain(append([]string{"-V", listOf(t, a, b, c, b), "-w", out}, args...)...)
		if code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		r, err := pcapio.Open(out, pcapio.ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for {
			batch, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range batch.Packets {
				got = append(got, fmt.Sprintf("%s %s %d.%d", r.Interfaces()[p.Interface].Name, p.LinkType, p.Time.Sec, p.Time.Nanos()))
			}
			batch.Release()
		}
		want := []string{" EN10MB 1000.0", " EN10MB 1001.0", "wlan0 EN10MB 2000.123456789", "tun0 RAW 2000.987654321", "wlan0 EN10MB 2000.123456789"}
		if !slices.Equal(got, want) {
			t.Errorf("copied %q, want %q", got, want)
		}
		var stats []string
		for _, s := range r.Statistics() {
			stats = append(stats, r.Interfaces()[s.Interface].Name)
		}
		if want := []string{"wlan0", "tun0", "wlan0"}; !slices.Equal(stats, want) {
			t.Errorf("statistics of %q, want %q", stats, want)
		}
		r.Close()
	}
	if code, _, stderr := runMain("-V", listOf(t, a, c), "-w", filepath.Join(dir, "out"), "--format", "pcap"); code != 1 || !strings.Contains(stderr, "new dlt") {
		t.Errorf("to pcap: exit code %d: %s", code, stderr)
	}
	if code, _, stderr := runMain("-V", listOf(t, a, c), "-w", filepath.Join(dir, "out.pcapng"), "--print"); code != 1 || !strings.Contains(stderr, "new dlt") {
		t.Errorf("printed: exit code %d: %s", code, stderr)
	}
}

// The error of a damaged file begins in tcpdump's words and says where.
func TestDamageSaysWhere(t *testing.T) {
	dir := t.TempDir()
	file, err := os.ReadFile(writeCapture(t, filepath.Join(dir, "a.pcap"), packet.Ethernet, 1000, 1, 2))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		file []byte
		want string
	}{
		{"record", file[:len(file)-10], "wiredump: pcap_loop: truncated dump file; tried to read 54 captured bytes, only got 44 (at byte 94, after 1 packet)\n"},
		{"header", file[:17], "wiredump: truncated dump file; tried to read 24 file header bytes, only got 13\n"},
	} {
		name := filepath.Join(dir, tt.name)
		if err := os.WriteFile(name, tt.file, 0o666); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"-r", name}, {"-V", listOf(t, name)}} {
			code, _, stderr := runMain(args...)
			if code != 1 || !strings.HasSuffix(stderr, tt.want) {
				t.Errorf("%q: exit code %d: %s", args, code, stderr)
			}
		}
	}
}

// lengthsOf returns the captured lengths of a file's packets.
func lengthsOf(t *testing.T, name string) (lengths []int) {
	t.Helper()
	r, err := pcapio.Open(name, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if err == io.EOF {
			return lengths
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range b.Packets {
			lengths = append(lengths, len(b.Packets[i].Data))
		}
		b.Release()
	}
}

// Records over the file's snapshot length are printed cut, as tcpdump does, and
// copied whole; a line warns of them.
func TestOverSnapLen(t *testing.T) {
	dir := t.TempDir()
	file, err := os.ReadFile(writeCapture(t, filepath.Join(dir, "a.pcap"), packet.Ethernet, 1000, 1, 2, 3))
	if err != nil {
		t.Fatal(err)
	}
	file[16], file[17], file[18], file[19] = 20, 0, 0, 0
	in := filepath.Join(dir, "in.pcap")
	if err := os.WriteFile(in, file, 0o666); err != nil {
		t.Fatal(err)
	}
	warned := func(what, stderr string) {
		t.Helper()
		if n := strings.Count(stderr, "packet 1 has 54 captured bytes, more than the file's snapshot length of 20\n"); n != 1 || strings.Count(stderr, "warning") != 1 {
			t.Errorf("%s: warnings: %s", what, stderr)
		}
	}
	code, text, stderr := runMain("-n", "-t", "-r", in)
	if code != 0 || strings.Count(text, "[|ip]") != 3 {
		t.Errorf("printed, exit code %d:\n%s", code, text)
	}
	warned("-r", stderr)
	for _, args := range [][]string{{}, {"-n", "-t", "--print"}} {
		for _, ending := range []string{"pcap", "pcapng"} {
			out := filepath.Join(dir, "out."+ending)
			code, stdout, stderr := runMain(append(args, "-r", in, "-w", out)...)
			if got := lengthsOf(t, out); code != 0 || !slices.Equal(got, []int{54, 54, 54}) {
				t.Errorf("%q to %s: exit code %d, lengths %v", args, ending, code, got)
			}
			if len(args) > 0 && stdout != text {
				t.Errorf("printed beside -w:\n%s", stdout)
			}
			warned(ending, stderr)
		}
	}
	code, stdout, stderr := runMain("--json", "-r", in)
	if code != 0 || strings.Count(stdout, `"tcp":{`) != 3 {
		t.Errorf("JSON, exit code %d: %s", code, stdout)
	}
	warned("--json", stderr)
	_, stdout, stderr = runMain("--count", "-r", in, "greater 54 and tcp dst port 2")
	if stdout != "1 packet\n" {
		t.Errorf("counted %s", stdout)
	}
	warned("--count", stderr)
}

// The seconds of pcap files are unsigned wherever tcpdump's text is not at
// stake: they last until 2106.
func TestTimesAfter2038(t *testing.T) {
	const sec = 1<<32 - 16
	dir := t.TempDir()
	in := writeCapture(t, filepath.Join(dir, "in.pcap"), packet.Ethernet, sec, 1, 2)
	first := writeCapture(t, filepath.Join(dir, "first.pcap"), packet.Ethernet, 1<<31-1, 1, 2)
	ng, back := filepath.Join(dir, "copy.pcapng"), filepath.Join(dir, "back.pcap")
	if code, _, stderr := runMain("-r", in, "-w", ng); code != 0 {
		t.Fatal(stderr)
	}
	if code, _, stderr := runMain("-r", ng, "-w", back); code != 0 {
		t.Fatal(stderr)
	}
	want, err := os.ReadFile(in)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("there and back: % x, want % x", got, want)
	}
	for _, name := range []string{in, ng, back} {
		if _, stdout, _ := runMain("--json", "-r", name); !strings.Contains(stdout, `"time":"2106-02-07T06:28:00.000000`) {
			t.Errorf("%s as JSON: %s", name, stdout)
		}
		if _, stdout, _ := runFileTool("info", "--json", name); !strings.Contains(stdout, `"first":"2106-02-07T06:28:00Z"`) {
			t.Errorf("info of %s: %s", name, stdout)
		}
		if _, stdout, _ := runMain("-n", "-r", name); !strings.HasPrefix(stdout, "[Error converting time] IP") {
			t.Errorf("%s as text: %s", name, stdout)
		}
	}
	// Text of a file is the same whether it is copied as well or not.
	_, alone, _ := runMain("-n", "-ttt", "-r", first)
	_, beside, _ := runMain("-n", "-ttt", "-r", first, "--print", "-w", filepath.Join(dir, "x"))
	if !strings.Contains(alone, "\n-") || alone != beside {
		t.Errorf("text alone:\n%sbeside -w:\n%s", alone, beside)
	}
}

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

// The command of -z runs for the file that --stop ends, too.
func TestPostrotateAtStop(t *testing.T) {
	dir := t.TempDir()
	in := writeCapture(t, filepath.Join(dir, "in.pcap"), packet.Ethernet, 1000, 1, 2, 3, 4)
	script, out := filepath.Join(dir, "script"), filepath.Join(dir, "out.pcap")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho \"finished $1\" >>\"$0.log\"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := runMain("-r", in, "-w", out, "--stop", "packets:3", "-z", script); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if got := portsOf(t, out); len(got) != 3 {
		t.Errorf("packets to %v", got)
	}
	if log, err := os.ReadFile(script + ".log"); err != nil || string(log) != "finished "+out+"\n" {
		t.Errorf("the command's log: %q, %v", log, err)
	}
	for _, args := range [][]string{{"-w", out}, {"--stop", "packets:3"}} {
		if code, _, stderr := runMain(append(args, "-r", in, "-z", script)...); code != 1 || !strings.Contains(stderr, "-z cannot be used without") {
			t.Errorf("%q: exit code %d: %s", args, code, stderr)
		}
	}
}
