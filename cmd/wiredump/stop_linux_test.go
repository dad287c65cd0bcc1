package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"wiredump/internal/netnstest"
)

// steadily sends packets until the returned function is called.
func steadily(t *testing.T, end *netnstest.NS) (stop func()) {
	s := netnstest.NewSender(t, end)
	quit := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 2000 { // a bound, should nobody call stop
			select {
			case <-quit:
				return
			default:
				s.Send(20, 5000, 80, nil)
			}
		}
	})
	return sync.OnceFunc(func() { close(quit); wg.Wait() })
}

// timeout(1) sends its signal to a process and then to its group: two at once
// are one wish, and the capture ends as it should.
func TestStopTwiceAtOnce(t *testing.T) {
	pair := quietPair(t)
	stop := steadily(t, pair.A)
	defer stop()
	for range 8 {
		file := filepath.Join(t.TempDir(), "f.pcap")
		p := start(t, program(t, inNS(pair.B), "-i", pair.B.If, "-w", file, "udp"), listening)
		p.until(syscall.SIGUSR2, func() bool { return len(numbers(t, file)) > 0 })
		p.signal(syscall.SIGTERM)
		p.signal(syscall.SIGTERM)
		if code := p.end(); code != 0 {
			t.Fatalf("exit code %d: %s", code, p.errs)
		}
		if captured, _, _ := counts(t, p.errs.String()); captured != len(numbers(t, file)) {
			t.Errorf("%d captured, %d in the file", captured, len(numbers(t, file)))
		}
	}
}

// A run that its own limits end, while packets go on, has nothing more to say
// than the statistics.
func TestQuietEnd(t *testing.T) {
	pair := quietPair(t)
	stop := steadily(t, pair.A)
	defer stop()
	for _, args := range [][]string{
		{"-n", "-c", "3"},
		{"-w", filepath.Join(t.TempDir(), "f.pcap"), "--stop", "duration:0.2"},
	} {
		for range 4 {
			p := start(t, program(t, inNS(pair.B), append([]string{"-i", pair.B.If, "udp"}, args...)...), listening)
			if code := p.end(); code != 0 {
				t.Errorf("%v: exit code %d", args, code)
			}
			counts(t, p.errs.String())
			if s := p.errs.String(); strings.Count(s, "\n") > 7 || strings.Contains(s, "closed") {
				t.Errorf("%v: standard error:\n%.600s", args, s)
			}
		}
	}
}

// Whoever does not read the output does not keep the program from ending when
// it is told so twice.
func TestStopWhileNobodyReads(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd := program(t, nil, "-n", "-X", "-V", "-")
	cmd.Stdin = strings.NewReader(strings.Repeat("../../testdata/http.pcap\n", 2000))
	cmd.Stdout = w
	p := start(t, cmd, "reading from file")
	w.Close()
	// The pipe is full once nothing more arrives in it.
	content := func() int {
		n, err := unix.IoctlGetInt(int(r.Fd()), unix.TIOCINQ)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	full := func() bool {
		n := content()
		time.Sleep(50 * time.Millisecond)
		return n > 0 && n == content()
	}
	for !full() {
	}
	p.signal(syscall.SIGINT)
	time.Sleep(2 * sameStop)
	p.signal(syscall.SIGINT)
	if code := p.end(); code == 0 {
		t.Error("exit code 0")
	}
}
