package inject

import (
	"bytes"
	"net/netip"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// newTestBatch returns a batch that sends into a socket of the test's own, and
// that socket's other end. Each packet arrives as one message.
func newTestBatch(t testing.TB) (*batch, *os.File) {
	t.Helper()
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_DGRAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	// As little room as there can be, so that sending has to wait.
	_ = unix.SetsockoptInt(fds[0], unix.SOL_SOCKET, unix.SO_SNDBUF, 1)
	ours, theirs := os.NewFile(uintptr(fds[0]), "ours"), os.NewFile(uintptr(fds[1]), "theirs")
	t.Cleanup(func() { _, _ = ours.Close(), theirs.Close() })
	raw, err := ours.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := newTemplate(netip.MustParseAddr("192.0.2.1"), true, hwUs, 1500)
	if err != nil {
		t.Fatal(err)
	}
	return newBatch(&egress{device: &device{name: "pair"}, template: tmpl}, raw, 0, 0), theirs
}

// TestBatchWaits sends more than the socket holds: every frame arrives, once,
// in order.
func TestBatchWaits(t *testing.T) {
	b, theirs := newTestBatch(t)
	const rounds = 5
	sent := make(chan error, 1)
	go func() {
		for round := range rounds {
			for i := range batchSize {
				b.e.template.patch(b.slot(), &probe{dst: addr128{0, mapped4}.add(uint64(round*batchSize + i))})
				b.add(addr128{})
			}
			if refused, err := b.flush(); err != nil || refused != 0 || b.frames() != 0 {
				sent <- err
				return
			}
		}
		sent <- nil
	}()
	want := make([]byte, len(b.e.template.frame))
	copy(want, b.e.template.frame)
	got := make([]byte, 200)
	for i := range rounds * batchSize {
		n, err := theirs.Read(got)
		if err != nil {
			t.Fatal(err)
		}
		b.e.template.patch(want, &probe{dst: addr128{0, mapped4}.add(uint64(i))})
		if !bytes.Equal(got[:n], want) {
			t.Fatalf("packet %d is % x, want % x", i, got[:n], want)
		}
	}
	if err := <-sent; err != nil {
		t.Error(err)
	}
}

// TestBatchRefused counts packets that the kernel does not take one by one: to
// a socket that nobody reads any more.
func TestBatchRefused(t *testing.T) {
	b, theirs := newTestBatch(t)
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		b.add(addr128{})
	}
	if refused, err := b.flush(); refused != 3 || err != nil {
		t.Errorf("%d refused, %v", refused, err)
	}
}

func TestFlushDoesNotAllocate(t *testing.T) {
	b, theirs := newTestBatch(t)
	buf := make([]byte, 200)
	if n := testing.AllocsPerRun(100, func() {
		b.add(addr128{})
		if _, err := b.flush(); err != nil {
			t.Fatal(err)
		}
		if _, err := theirs.Read(buf); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLocalPorts(t *testing.T) {
	p := localPorts()
	if p[0] < 1 || p[1] < p[0] || p[1] > 65535 {
		t.Errorf("local ports %v", p)
	}
}
