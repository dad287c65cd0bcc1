// Package netnstest gives tests a network of their own: two network
// namespaces joined by a veth pair, and a sender of numbered packets. It needs
// root and the ip command; without them tests skip with the reason.
//
//	p := netnstest.New(t)                  // p.A.If in p.A.Name, p.B.If in p.B.Name
//	p.A.Run("ping", "-c1", p.B.IP4.String())
//	p.B.Do(func() { ... })                 // in the namespace
//	s := netnstest.NewSender(t, p.A)
//	s.Send(1000, 500, 100)                 // 1000 packets at 500/s of 100 bytes to p.B
package netnstest

import (
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A Pair is two joined namespaces. Both interfaces and both loopbacks are up,
// IPv6 is quiet (no router solicitation, no duplicate address detection), and
// each side knows the other's hardware address, so that nothing but the
// test's own packets is on the wire.
type Pair struct{ A, B *NS }

// An NS is a namespace and the interface in it.
type NS struct {
	t        testing.TB
	Name     string // as in "ip netns exec NAME"
	If       string // "vA" or "vB"
	IP4, IP6 netip.Addr
	MAC      net.HardwareAddr
	Peer     *NS
}

// NeedRoot skips the test unless it may make namespaces.
func NeedRoot(t testing.TB) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("needs root to make network namespaces")
	}
	if _, err := exec.LookPath("ip"); err != nil {
		t.Skip("needs the ip command: ", err)
	}
}

// New makes a pair that goes away with the test.
func New(t testing.TB) *Pair {
	t.Helper()
	NeedRoot(t)
	a := NewNS(t)
	b := NewNS(t)
	a.If, a.IP4, a.IP6 = "vA", netip.MustParseAddr("10.99.0.1"), netip.MustParseAddr("fd99::1")
	b.If, b.IP4, b.IP6 = "vB", netip.MustParseAddr("10.99.0.2"), netip.MustParseAddr("fd99::2")
	a.MAC, b.MAC = net.HardwareAddr{2, 0, 0, 0, 0, 0xa}, net.HardwareAddr{2, 0, 0, 0, 0, 0xb}
	a.Peer, b.Peer = b, a
	a.Run("ip", "link", "add", a.If, "address", a.MAC.String(), "type", "veth",
		"peer", "name", b.If, "address", b.MAC.String(), "netns", b.Name)
	for _, n := range []*NS{a, b} {
		n.Run("ip", "addr", "add", n.IP4.String()+"/24", "dev", n.If)
		n.Run("ip", "-6", "addr", "add", n.IP6.String()+"/64", "dev", n.If, "nodad")
		n.Run("ip", "link", "set", n.If, "up")
	}
	for _, n := range []*NS{a, b} {
		for _, ip := range []netip.Addr{n.Peer.IP4, n.Peer.IP6} {
			n.Run("ip", "neigh", "replace", ip.String(), "lladdr", n.Peer.MAC.String(), "dev", n.If, "nud", "permanent")
		}
		n.awaitRunning()
	}
	return &Pair{a, b}
}

// awaitRunning waits until the kernel has noticed that the other end is up.
func (n *NS) awaitRunning() {
	n.t.Helper()
	const tries = 2000
	for range tries {
		running := false
		n.Do(func() {
			ifi, err := net.InterfaceByName(n.If)
			running = err == nil && ifi.Flags&net.FlagRunning != 0
		})
		if running {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	n.t.Fatalf("%s: %s does not run", n.Name, n.If)
}

// NewNS makes one namespace with its loopback up, which goes away with the
// test.
func NewNS(t testing.TB) *NS {
	t.Helper()
	NeedRoot(t)
	n := &NS{t: t, Name: fmt.Sprintf("wdtest-%d-%08x", os.Getpid(), rand.Uint32()), If: "lo"}
	if out, err := exec.Command("ip", "netns", "add", n.Name).CombinedOutput(); err != nil {
		t.Skipf("cannot make a network namespace: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("ip", "netns", "del", n.Name).Run() })
	n.Run("sh", "-c", `cd /proc/sys/net/ipv6/conf 2>/dev/null || exit 0
for c in all default; do
	echo 0 >$c/router_solicitations; echo 0 >$c/accept_dad; echo 1 >$c/addr_gen_mode
done`)
	n.Run("ip", "link", "set", "lo", "up")
	return n
}

// Command returns a command that will run in the namespace.
func (n *NS) Command(name string, args ...string) *exec.Cmd {
	return exec.Command("ip", append([]string{"netns", "exec", n.Name, name}, args...)...)
}

// Run runs a command in the namespace and returns its output. The test fails
// if the command does.
func (n *NS) Run(name string, args ...string) string {
	n.t.Helper()
	out, err := n.Command(name, args...).CombinedOutput()
	if err != nil {
		n.t.Fatalf("%s: %s %s: %v\n%s", n.Name, name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// Do calls f on a thread that is in the namespace. f must not start
// goroutines that rely on it, and may end with t.Fatal only if it is called
// from the test's goroutine.
func (n *NS) Do(f func()) {
	n.t.Helper()
	runtime.LockOSThread()
	own, err := os.Open("/proc/thread-self/ns/net")
	if err != nil {
		n.t.Fatal(err)
	}
	target, err := os.Open("/run/netns/" + n.Name)
	if err != nil {
		n.t.Fatal(err)
	}
	if err := unix.Setns(int(target.Fd()), unix.CLONE_NEWNET); err != nil {
		n.t.Fatal(err)
	}
	defer func() {
		if err := unix.Setns(int(own.Fd()), unix.CLONE_NEWNET); err != nil {
			panic(err) // a thread lost in a namespace would spoil every other test
		}
		_ = own.Close()
		_ = target.Close()
		runtime.UnlockOSThread()
	}()
	f()
}
