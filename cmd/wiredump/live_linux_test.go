package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
	"wiredump/pcapio"
)

// quietPair is a pair on which only the test's own packets are.
func quietPair(t *testing.T) *netnstest.Pair {
	t.Helper()
	p := netnstest.New(t)
	for _, n := range []*netnstest.NS{p.A, p.B} {
		n.Run("sh", "-c", "echo 1 >/proc/sys/net/ipv6/conf/"+n.If+"/disable_ipv6")
	}
	return p
}

// inNS returns the front part of a command that runs in a namespace without a
// process in between, so that signals reach it.
func inNS(n *netnstest.NS) []string { return []string{"ip", "netns", "exec", n.Name} }

const listening = "listening on "

// numbers reads the numbers of the packets that the test sent from a file.
func numbers(t *testing.T, name string) (all []uint64) {
	t.Helper()
	eachPacket(t, name, func(p *packet.Packet) {
		if n, ok := netnstest.Number(p.Data); ok {
			all = append(all, n)
		}
	})
	return all
}

func eachPacket(t *testing.T, name string, f func(*packet.Packet)) {
	t.Helper()
	r, err := pcapio.Open(name, pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i := range b.Packets {
			f(&b.Packets[i])
		}
		b.Release()
	}
}

// counts takes the numbers out of the closing statistics.
func counts(t *testing.T, text string) (captured, received, dropped int) {
	t.Helper()
	m := regexp.MustCompile(`(?m)^(\d+) packets? captured\n(\d+) packets? received by filter\n(\d+) packets? dropped by kernel\n`).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no statistics in %q", text)
	}
	captured, _ = strconv.Atoi(m[1])
	received, _ = strconv.Atoi(m[2])
	dropped, _ = strconv.Atoi(m[3])
	return captured, received, dropped
}

// What was sent between the banner and the signal is in the file, whole, and
// the statistics say so.
func TestCaptureToTheEnd(t *testing.T) {
	for _, sig := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			pair := quietPair(t)
			file := filepath.Join(t.TempDir(), "f.pcap")
			p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", file, "udp"), listening)
			const sent = 5000
			netnstest.NewSender(t, pair.A).Send(sent, 20000, 100, nil)
			p.signal(sig)
			if code := p.end(); code != 0 {
				t.Errorf("exit code %d: %s", code, p.errs)
			}
			captured, received, dropped := counts(t, p.errs.String())
			if captured != sent || received != sent || dropped != 0 {
				t.Errorf("statistics: %d captured, %d received, %d dropped; %d were sent", captured, received, dropped, sent)
			}
			got := numbers(t, file)
			if len(got) != sent || got[0] != 0 || got[sent-1] != sent-1 {
				t.Errorf("%d packets in the file, %d were sent", len(got), sent)
			}
		})
	}
}

// tcpdump, beside us with the same filter, writes the same packets. (Their times
// differ: the kernel stamps a packet for each ring that it goes into.)
func TestSameAsTcpdump(t *testing.T) {
	tcpdump, err := exec.LookPath("tcpdump")
	if err != nil {
		t.Skip("tcpdump is not installed")
	}
	pair := quietPair(t)
	dir := t.TempDir()
	ours, theirs := filepath.Join(dir, "ours.pcap"), filepath.Join(dir, "theirs.pcap")
	const expr = "udp[4:2] > 100"
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", ours, expr), listening)
	ref := start(t, exec.Command("ip", "netns", "exec", pair.B.Name, tcpdump, "-Z", "root", "-U", "--immediate-mode", "-i", pair.B.If, "-w", theirs, expr), listening)
	s := netnstest.NewSender(t, pair.A)
	for size := netnstest.MinFrame; size < 600; size += 7 {
		s.Send(3, 2000, size, nil)
	}
	want := 0
	for size := netnstest.MinFrame; size < 600; size += 7 {
		if size-34 > 100 {
			want += 3
		}
	}
	// tcpdump throws away what it has not read when it is interrupted: let it
	// count its packets first.
	ref.until(syscall.SIGUSR1, func() bool {
		return strings.Contains(ref.errs.String(), fmt.Sprintf(": %d packets captured", want))
	})
	ref.signal(syscall.SIGINT)
	p.signal(syscall.SIGINT)
	ref.end()
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
	var a, b bytes.Buffer
	eachPacket(t, ours, func(p *packet.Packet) { fmt.Fprintf(&a, "%d %x\n", p.WireLen, p.Data) })
	eachPacket(t, theirs, func(p *packet.Packet) { fmt.Fprintf(&b, "%d %x\n", p.WireLen, p.Data) })
	if a.String() != b.String() || a.Len() == 0 {
		t.Errorf("we wrote:\n%.300s\ntcpdump wrote:\n%.300s", &a, &b)
	}
}

func TestCountEndsTheCapture(t *testing.T) {
	pair := quietPair(t)
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-n", "-c", "5", "udp"), listening)
	netnstest.NewSender(t, pair.A).Send(20, 1000, 80, nil)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
	if n := strings.Count(p.out.String(), " UDP, length 38\n"); n != 5 {
		t.Errorf("%d lines, want 5:\n%s", n, p.out.String())
	}
	if captured, _, _ := counts(t, p.errs.String()); captured != 5 {
		t.Errorf("%d captured, want 5", captured)
	}
}

// SIGUSR1 prints one line and the capture goes on.
func TestStatisticsOnSignal(t *testing.T) {
	pair := quietPair(t)
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", filepath.Join(t.TempDir(), "f"), "udp"), listening)
	p.signal(syscall.SIGUSR1)
	p.waitFor("wiredump: 0 packets captured, 0 packets received by filter, 0 packets dropped by kernel\n")
	netnstest.NewSender(t, pair.A).Send(1, 0, 80, nil)
	p.signal(syscall.SIGINT)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(p.errs.String(), "\n1 packet captured\n1 packet received by filter\n0 packets dropped by kernel\n") {
		t.Errorf("statistics at the end: %s", p.errs)
	}
}

// SIGUSR2 makes the file hold everything so far.
func TestFlushOnSignal(t *testing.T) {
	pair := quietPair(t)
	file := filepath.Join(t.TempDir(), "f")
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", file, "udp"), listening)
	netnstest.NewSender(t, pair.A).Send(3, 0, 80, nil)
	p.until(syscall.SIGUSR2, func() bool { return len(numbers(t, file)) == 3 })
	p.signal(syscall.SIGINT)
	p.end()
}

// A reader that has seen enough, as in "| head -1", is a normal end.
func TestReaderOfThePipeGone(t *testing.T) {
	pair := quietPair(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := program(t, inNS(pair.B), "-i", pair.B.If, "-n", "-l", "udp")
	cmd.Stdout = w
	p := start(t, cmd, listening)
	w.Close()
	stop := make(chan struct{})
	go func() {
		<-p.done
		close(stop)
	}()
	sender := netnstest.NewSender(t, pair.A)
	sender.Send(1, 0, 80, nil)
	if line, err := bufio.NewReader(r).ReadString('\n'); err != nil || !strings.HasSuffix(line, " UDP, length 38\n") {
		t.Errorf("first line %q, %v", line, err)
	}
	r.Close()
	sender.Send(5000, 1000, 80, stop)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
	counts(t, p.errs.String())
}

// An interface that goes down and up again is waited for; one that is deleted
// ends the capture with its statistics and exit code 1.
func TestInterfaceDownThenGone(t *testing.T) {
	pair := quietPair(t)
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", filepath.Join(t.TempDir(), "f"), "udp"), listening)
	s := netnstest.NewSender(t, pair.A)
	s.Send(2, 0, 80, nil)
	pair.B.Run("ip", "link", "set", pair.B.If, "down")
	pair.B.Run("ip", "link", "set", pair.B.If, "up")
	s.Send(3, 0, 80, nil)
	p.until(syscall.SIGUSR1, func() bool { return strings.Contains(p.errs.String(), ": 5 packets captured") })
	pair.B.Run("ip", "link", "del", pair.B.If)
	if code := p.end(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
	if !strings.Contains(p.errs.String(), "wiredump: pcap_loop: The interface disappeared\n") {
		t.Errorf("no word of the interface: %s", p.errs)
	}
	if captured, _, _ := counts(t, p.errs.String()); captured != 5 {
		t.Errorf("%d captured, want 5", captured)
	}
}

const taggedPort = 4789

// Tagged frames: what the kernel tells beside the frame is put back, for lines
// as for files, and a filter accepts the same packets live and from a file.
func TestTagsLiveAndFromFile(t *testing.T) {
	pair := quietPair(t)
	exprs := []string{"", "vlan", "vlan 7", "vlan 9", "vlan 7 and vlan 9", "vlan and udp", "not vlan", "udp", "vlan 7 and udp dst port " + strconv.Itoa(taggedPort), "inbound", "vlan and inbound"}
	dir := t.TempDir()
	var all []*process
	for i, e := range exprs {
		all = append(all, start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", filepath.Join(dir, strconv.Itoa(i)), e), listening))
	}
	sender := netnstest.NewSender(t, pair.A)
	sender.DstPort = taggedPort
	frame := sender.Frame(100)
	tag := func(f []byte, tags ...byte) []byte { return slices.Concat(f[:12], tags, f[12:]) }
	sender.SendFrames(
		frame,
		tag(frame, 0x81, 0, 0x20, 7),
		tag(frame, 0x81, 0, 0, 9),
		tag(frame, 0x88, 0xa8, 0, 7, 0x81, 0, 0, 9), // the kernel takes the outer tag away
		tag(frame, 0x81, 0, 0, 7, 0x81, 0, 0, 9),
	)
	for _, p := range all {
		p.signal(syscall.SIGINT)
	}
	for i, p := range all {
		if code := p.end(); code != 0 {
			t.Fatalf("%q: exit code %d: %s", exprs[i], code, p.errs)
		}
	}
	some := 0
	for i, e := range exprs {
		again := filepath.Join(dir, "again")
		e = strings.NewReplacer(" and inbound", "", "inbound", "").Replace(e) // not recorded in files
		if out, err := program(t, nil, "-r", filepath.Join(dir, "0"), "-w", again, e).CombinedOutput(); err != nil {
			t.Fatalf("%q: %s", e, out)
		}
		live, fromFile := packetsOf(t, filepath.Join(dir, strconv.Itoa(i))), packetsOf(t, again)
		if live != fromFile {
			t.Errorf("%q: live and from a file differ:\n%s\nand\n%s", e, live, fromFile)
		}
		if live != "" {
			some++
		}
	}
	if some != len(exprs) {
		t.Errorf("only %d of %d filters accepted anything", some, len(exprs))
	}
}

func packetsOf(t *testing.T, name string) string {
	var b strings.Builder
	eachPacket(t, name, func(p *packet.Packet) { fmt.Fprintf(&b, "%d %x\n", p.WireLen, p.Data) })
	return b.String()
}

// Several interfaces end up in one pcapng file that tells them apart.
func TestSeveralInterfaces(t *testing.T) {
	pair := quietPair(t)
	file := filepath.Join(t.TempDir(), "f")
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-i", "lo", "-w", file, "ip"), "listening on lo")
	netnstest.NewSender(t, pair.A).Send(3, 0, 80, nil)
	pair.B.Run("ping", "-c", "1", "127.0.0.1")
	p.signal(syscall.SIGINT)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
	seen := map[uint32]int{}
	last := packet.Time{}
	eachPacket(t, file, func(p *packet.Packet) {
		seen[p.Interface]++
		if p.Time.Before(last) {
			t.Error("packets out of order")
		}
		last = p.Time
	})
	if seen[0] != 3 || seen[1] != 2 || len(seen) != 2 {
		t.Errorf("packets by interface: %v, want 3 and 2", seen)
	}
}

// An interface that is named twice, once by its number, is captured once.
func TestInterfaceNamedTwice(t *testing.T) {
	pair := quietPair(t)
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-i", "1", "-i", pair.B.If, "-n", "udp"), listening)
	netnstest.NewSender(t, pair.A).Send(3, 0, 80, nil)
	p.signal(syscall.SIGINT)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
	if captured, _, _ := counts(t, p.errs.String()); captured != 3 {
		t.Errorf("%d packets captured, 3 were sent", captured)
	}
	note := "wiredump: " + pair.B.If + " is named more than once: its packets are captured once\n"
	if n := strings.Count(p.errs.String(), note); n != 2 || strings.Count(p.errs.String(), listening) != 1 || strings.Contains(p.out.String(), pair.B.If) {
		t.Errorf("output %s, errors %s", p.out.String(), p.errs)
	}
}

// With -Z, the first file and each that follows belong to the user.
func TestFilesBelongToTheUser(t *testing.T) {
	pair := quietPair(t)
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for d := dir; d != "/"; d = filepath.Dir(d) {
		// The user has to get there.
		if fi, err := os.Stat(d); err != nil || fi.Mode()&0o001 == 0 {
			_ = os.Chmod(d, fi.Mode().Perm()|0o011)
		}
	}
	log := filepath.Join(dir, "log")
	script := filepath.Join(dir, "note.sh")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho \"$1\" >>"+log+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-Z", "nobody", "-w", filepath.Join(dir, "f"), "-C", "1k", "-z", script, "udp"), listening)
	netnstest.NewSender(t, pair.A).Send(30, 1000, 200, nil)
	p.signal(syscall.SIGINT)
	if code := p.end(); code != 0 {
		t.Fatalf("exit code %d: %s", code, p.errs)
	}
	files, err := filepath.Glob(filepath.Join(dir, "f*"))
	if err != nil || len(files) < 3 {
		t.Fatalf("files %v, %v", files, err)
	}
	total := 0
	for _, f := range files {
		fi, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		if uid := fi.Sys().(*syscall.Stat_t).Uid; uid != 65534 {
			t.Errorf("%s belongs to user %d", f, uid)
		}
		total += len(numbers(t, f))
	}
	if total != 30 {
		t.Errorf("%d packets in %d files, 30 were sent", total, len(files))
	}
	told, err := os.ReadFile(log)
	if n := strings.Count(string(told), "\n"); err != nil || n != len(files) {
		t.Errorf("-z was called for %d of %d files: %v", n, len(files), err)
	}
}

// A user of -Z who could not create the files that follow is refused before
// there is a first one, and before -z has seen it.
func TestUserWhoMayNotWrite(t *testing.T) {
	pair := quietPair(t)
	for _, rotate := range []string{"-C", "-G"} {
		dir := t.TempDir() // root's, mode 0755
		file := filepath.Join(dir, "f")
		var out, errs bytes.Buffer
		cmd := program(t, inNS(pair.B), "-i", pair.B.If, "-Z", "nobody", "-w", file, rotate, "5", "-z", "echo")
		cmd.Stdout, cmd.Stderr = &out, &errs
		_ = cmd.Run() // the exit code tells
		if want := "wiredump: " + dir + ": user 'nobody' cannot create files there: Permission denied\n"; cmd.ProcessState.ExitCode() != 1 || errs.String() != want {
			t.Errorf("%s: exit code %d, %q, want %q", rotate, cmd.ProcessState.ExitCode(), &errs, want)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 || out.Len() > 0 {
			t.Errorf("%s: files %v, %v, output %q", rotate, left, err, &out)
		}
	}
}

// Once it captures, no thread of the process has rights left or can get any,
// whichever way they were given up.
func TestRightsGivenUp(t *testing.T) {
	pair := quietPair(t)
	for _, args := range [][]string{nil, {"-Z", "nobody"}} {
		p := start(t, program(t, inNS(pair.B), append(args, "-i", pair.B.If, "-n")...), listening)
		p.signal(syscall.SIGUSR1)
		p.waitFor(" packets captured,") // the loop runs: everything is open
		threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", p.cmd.Process.Pid))
		if err != nil || len(threads) == 0 {
			t.Fatalf("threads %v, %v", threads, err)
		}
		for _, name := range threads {
			status, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"CapEff:\t0000000000000000\n", "CapPrm:\t0000000000000000\n", "NoNewPrivs:\t1\n"} {
				if !strings.Contains(string(status), want) {
					t.Errorf("%q: no %q in %s:\n%s", args, want, name, status)
				}
			}
		}
		p.signal(syscall.SIGINT)
		p.end()
	}
}

// CAP_NET_RAW alone is enough.
func TestNetRawIsEnough(t *testing.T) {
	pair := quietPair(t)
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("setpriv (util-linux) is not installed")
	}
	front := append(inNS(pair.B), setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all,+net_raw", "--ambient-caps=-all,+net_raw", "--bounding-set=-all,+net_raw")
	p := start(t, program(t, front, "-i", pair.B.If, "-n", "-c", "1", "udp"), listening)
	netnstest.NewSender(t, pair.A).Send(1, 0, 80, nil)
	if code := p.end(); code != 0 || !strings.Contains(p.out.String(), "UDP, length 38") {
		t.Errorf("exit code %d, output %q, errors %s", code, p.out.String(), p.errs)
	}
}

// Who may not capture is told what to do.
func TestNoPermission(t *testing.T) {
	netnstest.NeedRoot(t)
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("setpriv (util-linux) is not installed")
	}
	out, err := program(t, []string{setpriv, "--bounding-set=-all", "--inh-caps=-all"}, "-i", "lo").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("it ended with %v", err)
	}
	for _, want := range []string{"wiredump: lo: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)\n", "setcap cap_net_raw"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
}

// The right to capture is not enough for another network namespace, and setcap
// with it is no help.
func TestNoPermissionForNamespace(t *testing.T) {
	pair := quietPair(t)
	setpriv, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("setpriv (util-linux) is not installed")
	}
	front := []string{setpriv, "--bounding-set=-all,+net_raw", "--inh-caps=-all"}
	out, err := program(t, front, "--netns", pair.B.Name, "-i", pair.B.If).CombinedOutput()
	var exit *exec.ExitError
	if text := string(out); !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(text, "hint: ") || !strings.Contains(text, "CAP_SYS_ADMIN") || strings.Contains(text, "setcap") {
		t.Errorf("%v, %s", err, out)
	}
}
