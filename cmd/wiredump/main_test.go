package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// When asked to by this variable, the test binary is the program, so that
// tests can start it, signal it, and see its exit code.
const beProgram = "WIREDUMP_TEST_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		os.Exit(run(append([]string{"wiredump"}, os.Args[1:]...), os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// program returns the command that runs the program, inside whatever command
// stands in front (such as "ip netns exec NAME").
func program(front []string, args ...string) *exec.Cmd {
	all := append(append(append([]string{}, front...), os.Args[0]), args...)
	cmd := exec.Command(all[0], all[1:]...)
	cmd.Env = append(os.Environ(), beProgram+"=1", "TZ=UTC", "LC_ALL=C")
	return cmd
}

// A process is the program at work.
type process struct {
	t    *testing.T
	cmd  *exec.Cmd
	out  bytes.Buffer
	errs *watched
	done chan struct{}
	code int
}

// start starts the program and waits until its standard error shows ready.
func start(t *testing.T, cmd *exec.Cmd, ready string) *process {
	t.Helper()
	p := &process{t: t, cmd: cmd, errs: newWatched(), done: make(chan struct{})}
	if cmd.Stdout == nil {
		cmd.Stdout = &p.out
	}
	cmd.Stderr = p.errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		select {
		case <-p.done:
		default:
			_ = cmd.Process.Kill()
			<-p.done
		}
	})
	go func() {
		_ = cmd.Wait() // the exit code tells
		p.code = cmd.ProcessState.ExitCode()
		close(p.done)
	}()
	p.waitFor(ready)
	return p
}

// patience bounds what a test waits for; it is no measure of anything.
const patience = 20 * time.Second

// waitFor waits until standard error shows s.
func (p *process) waitFor(s string) {
	p.t.Helper()
	deadline := time.After(patience)
	for !strings.Contains(p.errs.String(), s) {
		select {
		case <-p.errs.changed:
		case <-p.done:
			if strings.Contains(p.errs.String(), s) {
				return
			}
			p.t.Fatalf("ended with code %d without %q: %s", p.code, s, p.errs.String())
		case <-deadline:
			p.t.Fatalf("no %q after %v: %s", s, patience, p.errs.String())
		}
	}
}

// end waits for the program's end and returns its exit code.
func (p *process) end() int {
	p.t.Helper()
	select {
	case <-p.done:
		return p.code
	case <-time.After(patience):
		p.t.Fatalf("still there after %v: %s", patience, p.errs.String())
		return -1
	}
}

func (p *process) signal(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// until sends a signal again and again until ok, for what only the program's
// answer to a signal shows.
func (p *process) until(sig os.Signal, ok func() bool) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); !ok(); time.Sleep(10 * time.Millisecond) {
		select {
		case <-p.done:
			p.t.Fatalf("ended with code %d: %s", p.code, p.errs)
		default:
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("not after %v: %s", patience, p.errs)
		}
		p.signal(sig)
	}
}
