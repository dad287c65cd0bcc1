package main

import (
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// SIGQUIT ends the program at once and as a signal does, without a word.
func TestQuit(t *testing.T) {
	pair := quietPair(t)
	cmd := program(t, inNS(pair.B), "-i", pair.B.If, "-n")
	cmd.Dir = t.TempDir() // for a core file, where they are made
	p := start(t, cmd, listening)
	before := p.errs.String()
	p.signal(syscall.SIGQUIT)
	p.end()
	if s := cmd.ProcessState.Sys().(syscall.WaitStatus); !s.Signaled() || s.Signal() != syscall.SIGQUIT {
		t.Errorf("it ended with %v", cmd.ProcessState)
	}
	if p.errs.String() != before {
		t.Errorf("errors %q", p.errs)
	}
}

// In the background of a shell that ignores SIGINT and SIGQUIT, it stays
// ignored.
func TestQuitIgnored(t *testing.T) {
	pair := quietPair(t)
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("sh is not installed")
	}
	p := start(t, program(t, append(inNS(pair.B), "sh", "-c", `trap "" INT QUIT; exec "$@"`, "sh"), "-i", pair.B.If, "-n"), listening)
	p.signal(syscall.SIGQUIT)
	p.until(syscall.SIGUSR1, func() bool { return strings.Contains(p.errs.String(), "0 packets captured,") })
	p.signal(syscall.SIGTERM)
	if code := p.end(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.errs)
	}
}
