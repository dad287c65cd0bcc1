package capture_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"wiredump/internal/netnstest"
)

// buildStatic builds a program of testdata the way the product is: without
// cgo, which keeps system calls from acting on all threads.
func buildStatic(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(dir, name)
	cmd := exec.Command("go", "build", "-o", bin, "./testdata/"+name)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

func TestPrivileges(t *testing.T) {
	p := quietPair(t)
	bin := buildStatic(t, "privileges")
	nobody := &syscall.Credential{Uid: 65534, Gid: 65534}
	for _, tt := range []struct {
		name string
		attr syscall.SysProcAttr
		args []string
		uid  string
		// error, if the ring must not open
		fails string
	}{
		{name: "root", uid: "0"},
		{name: "CAP_NET_RAW alone", uid: "65534",
			attr: syscall.SysProcAttr{Credential: nobody, AmbientCaps: []uintptr{unix.CAP_NET_RAW}}},
		{name: "root, then another user", uid: "65534", args: []string{"nobody"}},
		{name: "nothing", attr: syscall.SysProcAttr{Credential: nobody},
			fails: "error: capture: vA: you don't have permission to perform this capture on that device: socket: operation not permitted\n"},
		{name: "no such user", args: []string{"nosuchuser"}, fails: "error: capture: couldn't find user 'nosuchuser'\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cmd := exec.Command(bin, append([]string{"vA"}, tt.args...)...)
			cmd.SysProcAttr = &tt.attr
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			p.A.Do(func() { err = cmd.Start() }) // a child is in its thread's namespace
			if err != nil {
				t.Fatal(err)
			}
			out := bufio.NewReader(stdout)
			line, err := out.ReadString('\n')
			if tt.fails != "" {
				if line != tt.fails {
					t.Errorf("got %q, want %q", line, tt.fails)
				}
				_ = cmd.Wait()
				return
			}
			if line != "ready\n" {
				t.Fatalf("got %q %v", line, err)
			}
			netnstest.NewSender(t, p.A).Send(25, 0, 100, nil)
			fmt.Fprintln(stdin)
			var got []string
			for {
				line, err := out.ReadString('\n')
				if err != nil {
					break
				}
				got = append(got, strings.TrimSpace(line))
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("%v: %q", err, got)
			}
			if len(got) < 10 || got[0] != "end EOF 25" {
				t.Fatalf("got %q", got)
			}
			for _, line := range got[1:] { // of each thread and of a child
				name, value, _ := strings.Cut(line, ": ")
				want := "0000000000000000"
				switch name {
				case "NoNewPrivs":
					want = "1"
				case "Uid":
					want = strings.Repeat(tt.uid+" ", 3) + tt.uid
				case "Groups:", "Groups":
					continue
				}
				if value != want {
					t.Errorf("%s, want %s", line, want)
				}
			}
		})
	}
}
