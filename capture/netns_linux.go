package capture

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// netNSPath returns the file that stands for a network namespace given as
// name, path or process id. A name made of digits only is a process id unless
// such a name exists.
func netNSPath(ns string) string {
	if strings.ContainsRune(ns, '/') {
		return ns
	}
	path := filepath.Join("/run/netns", ns)
	if _, err := strconv.ParseUint(ns, 10, 32); err == nil {
		if _, err := os.Stat(path); err != nil {
			return "/proc/" + ns + "/ns/net"
		}
	}
	return path
}

// inNetNS runs f with its thread in the network namespace. Sockets that f
// opens stay there.
func inNetNS(ns string, f func() error) error {
	if ns == "" {
		return f()
	}
	fail := func(op string, err error) error {
		return &Error{Op: op, Interface: "network namespace " + ns, Kind: kindOf(err), Err: errnoOf(err)}
	}
	target, err := os.Open(netNSPath(ns))
	if err != nil {
		return fail("open", err)
	}
	defer target.Close()
	done := make(chan error)
	// A goroutine of its own: if the thread cannot go back, it ends with the
	// goroutine that is locked to it.
	go func() {
		runtime.LockOSThread()
		own, err := os.Open("/proc/thread-self/ns/net")
		if err != nil {
			runtime.UnlockOSThread()
			done <- fail("open", err)
			return
		}
		defer own.Close()
		if err := unix.Setns(int(target.Fd()), unix.CLONE_NEWNET); err != nil {
			runtime.UnlockOSThread()
			done <- fail("setns", err)
			return
		}
		err = f()
		if unix.Setns(int(own.Fd()), unix.CLONE_NEWNET) == nil {
			runtime.UnlockOSThread()
		}
		done <- err
	}()
	return <-done
}
