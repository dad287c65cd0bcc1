package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// binary is the program, built as it is shipped: static, so that it can give
// up its rights on all threads. The live tests build it once.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "wiredump-test-")
	if err != nil {
		return "", err
	}
	binaryDir = dir
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "wiredump")
	cmd := exec.Command("go", "build", "-o", name, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w: %s", err, out)
	}
	return name, nil
})

var binaryDir string

func TestMain(m *testing.M) {
	code := m.Run()
	if binaryDir != "" {
		os.RemoveAll(binaryDir)
	}
	os.Exit(code)
}

// program returns the command that runs the program, inside whatever command
// stands in front (such as "ip netns exec NAME").
func program(t *testing.T, front []string, args ...string) *exec.Cmd {
	t.Helper()
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	all := append(append(append([]string{}, front...), bin), args...)
	cmd := exec.Command(all[0], all[1:]...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C")
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
