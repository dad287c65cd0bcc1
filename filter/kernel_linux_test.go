package filter

import (
	"testing"
	"unsafe"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

// checkKernel runs programs in the kernel, attached to one end of a socket
// pair, and compares verdicts with ours.
func checkKernel(t *testing.T, expr string, plain, opt *Program, frames [][]byte) {
	t.Helper()
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		t.Skipf("no socket pair: %v", err)
	}
	defer unix.Close(fds[0])
	defer unix.Close(fds[1])
	buf := make([]byte, 1<<16)
	for _, p := range [...]*Program{plain, opt} {
		if p == nil || usesAncillary(p.raw) || !p.FitsKernel() {
			continue
		}
		if err := attach(fds[1], p.raw); err == unix.ENOMEM {
			continue // longer than a socket's memory for options
		} else if err != nil {
			t.Fatalf("%s: the kernel refuses the program: %v\n%s", expr, err, p)
		}
		for _, f := range frames {
			if len(f) == 0 {
				continue
			}
			if err := unix.Send(fds[0], f, 0); err != nil && err != unix.EPERM {
				t.Fatalf("%s: send: %v", expr, err)
			}
			n, err := unix.Read(fds[1], buf)
			got := err == nil && n > 0
			if want := p.Run(f, uint32(len(f)), Meta{}) != 0; got != want {
				t.Fatalf("%s: we say %v, the kernel %v on %x\n%s", expr, want, got, f, p)
			}
		}
	}
}

func attach(fd int, raw []bpf.RawInstruction) error {
	prog := unix.SockFprog{Len: uint16(len(raw)), Filter: (*unix.SockFilter)(unsafe.Pointer(&raw[0]))}
	return unix.SetsockoptSockFprog(fd, unix.SOL_SOCKET, unix.SO_ATTACH_FILTER, &prog)
}
