package inject_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
	"wiredump/dissect"
	"wiredump/inject"
	"wiredump/internal/netnstest"
)

// rules make the ports of a host what the verdicts are about: 81 is silent, 82
// and 83 are refused by ICMP, everything else is left to the host.
const rules = `table inet scan {
	chain in {
		type filter hook input priority 0;
		tcp dport 81 drop
		meta nfproto ipv4 tcp dport 82 reject with icmp type admin-prohibited
		meta nfproto ipv6 tcp dport 82 reject with icmpv6 type admin-prohibited
		tcp dport 83 reject with icmpx type port-unreachable
	}
}
`

// verdicts are those that the rules and a listener on 8080 ask for.
var verdicts = map[uint16]string{
	80:   "closed reset",
	81:   "filtered no-response",
	82:   "filtered admin-prohibited",
	83:   "filtered port-unreach",
	8080: "open syn-ack",
}

var ports = []uint16{80, 81, 82, 83, 8080}

// nft loads rules in a namespace.
func nft(t *testing.T, ns *netnstest.NS, rules string) {
	t.Helper()
	if _, err := exec.LookPath("nft"); err != nil {
		t.Skip("needs nft: ", err)
	}
	cmd := ns.Command("nft", "-f", "-")
	cmd.Stdin = strings.NewReader(rules)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("nft: %v: %s", err, out)
	}
}

// reach waits until an address answers: IPv6 is ready only some time after its
// interface is up.
func reach(t *testing.T, ns *netnstest.NS, a netip.Addr) {
	t.Helper()
	for range 30 {
		if ns.Command("ping", "-c1", "-W1", "-i", "0.1", a.String()).Run() == nil {
			return
		}
	}
	t.Fatalf("%v does not answer a ping from %s", a, ns.Name)
}

// forget empties the neighbour table of a namespace, so that ARP and neighbour
// discovery have to be done again. The interface joins the multicast group of
// neighbour discovery some time after it is up; that is waited for.
func forget(t *testing.T, ns *netnstest.NS) {
	t.Helper()
	flush := func() {
		ns.Run("ip", "neigh", "flush", "all", "nud", "permanent")
		ns.Run("ip", "-6", "neigh", "flush", "all", "nud", "permanent")
		ns.Run("ip", "neigh", "flush", "dev", ns.If)
		ns.Run("ip", "-6", "neigh", "flush", "dev", ns.If)
	}
	flush()
	reach(t, ns, ns.Peer.IP6)
	flush()
}

// listen opens TCP port 8080 in a namespace until the test ends.
func listen(t *testing.T, ns *netnstest.NS) {
	t.Helper()
	ns.Do(func() {
		l, err := net.Listen("tcp", ":8080")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
	})
}

func targets(t *testing.T, specs ...string) *inject.Targets {
	t.Helper()
	got, err := inject.ParseTargets(t.Context(), specs, inject.TargetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

type endpoint struct {
	addr netip.Addr
	port uint16
}

// scan scans from within a namespace.
func scan(t *testing.T, ns *netnstest.NS, c inject.Config) (map[endpoint]inject.Result, inject.Stats) {
	t.Helper()
	if c.Ports == nil {
		c.Ports = ports
	}
	if c.Notice == nil {
		c.Notice = func(s string) { t.Log("notice: ", s) }
	}
	got := map[endpoint]inject.Result{}
	var st inject.Stats
	ns.Do(func() {
		var err error
		st, err = inject.Scan(t.Context(), c, func(r inject.Result) {
			k := endpoint{r.Addr, r.Port}
			if old, ok := got[k]; ok {
				t.Errorf("two verdicts: %+v and %+v", old, r)
			}
			got[k] = r
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	if uint64(len(got)) != st.Probes || st.Done() != st.Probes {
		t.Errorf("%d verdicts, %+v", len(got), st)
	}
	return got, st
}

// check compares the verdicts on an address with the table.
func check(t *testing.T, got map[endpoint]inject.Result, addr netip.Addr, ttl uint8) {
	t.Helper()
	for port, want := range verdicts {
		r := got[endpoint{addr, port}]
		if s := fmt.Sprint(r.State, " ", r.Reason); s != want {
			t.Errorf("%v port %d is %s, want %s", addr, port, s, want)
		}
		if want == "filtered no-response" {
			ttl := r.TTL
			if ttl != 0 || r.RTT != 0 {
				t.Errorf("%v port %d gave no answer, with ttl %d after %v", addr, port, ttl, r.RTT)
			}
		} else if r.TTL != ttl || ttl != 0 && r.RTT <= 0 || r.From.IsValid() {
			t.Errorf("%v port %d: ttl %d (want %d), round trip %v, from %v", addr, port, r.TTL, ttl, r.RTT, r.From)
		}
	}
}

func TestScanOnLink(t *testing.T) {
	p := netnstest.New(t)
	nft(t, p.B, rules)
	listen(t, p.B)
	reach(t, p.A, p.B.IP6)
	for _, known := range []bool{true, false} {
		if !known {
			forget(t, p.A)
		}
		sent := map[dissect.Protocol]int{}
		trace := func(pkt *packet.Packet) {
			var f dissect.Frame
			f.Decode(pkt)
			sent[f.Network]++
		}
		got, st := scan(t, p.A, inject.Config{Targets: targets(t, p.B.IP4.String(), p.B.IP6.String()), Trace: trace})
		check(t, got, p.B.IP4, 64)
		check(t, got, p.B.IP6, 64)
		if st.Sent != 12 { // the silent ports twice
			t.Errorf("%d probes sent", st.Sent)
		}
		if (sent[dissect.ProtoARP] > 0) == known {
			t.Errorf("%d ARP packets, with the neighbour known: %v", sent[dissect.ProtoARP], known)
		}
	}
}

// TestScanAbsentNeighbours scans a network on the link in which one host is
// there. Its broadcast address is left out.
func TestScanAbsentNeighbours(t *testing.T) {
	p := netnstest.New(t)
	reach(t, p.A, p.B.IP6)
	var notices []string
	got, st := scan(t, p.A, inject.Config{
		Targets: targets(t, "10.99.0.2-10.99.0.4", "10.99.0.255", "fd99::2/127"), Ports: []uint16{80},
		Notice: func(s string) { notices = append(notices, s) },
	})
	want := map[string]string{
		"10.99.0.2": "closed reset", "10.99.0.3": "filtered host-unreach", "10.99.0.4": "filtered host-unreach",
		"fd99::2": "closed reset", "fd99::3": "filtered host-unreach",
	}
	for a, w := range want {
		r := got[endpoint{netip.MustParseAddr(a), 80}]
		if s := fmt.Sprint(r.State, " ", r.Reason); s != w {
			t.Errorf("%s is %s, want %s", a, s, w)
		}
	}
	if st.Probes != 5 || st.Sent != 2 {
		t.Errorf("%+v", st)
	}
	if len(notices) != 1 || !strings.Contains(notices[0], "10.99.0.255") || !strings.Contains(notices[0], "broadcast") {
		t.Errorf("notices %q", notices)
	}
}

// TestScanBehindRouter has A scan C through B, which refuses one port itself.
func TestScanBehindRouter(t *testing.T) {
	p := netnstest.New(t)
	c := netnstest.NewNS(t)
	c4, c6 := netip.MustParseAddr("10.98.0.2"), netip.MustParseAddr("fd98::2")
	p.B.Run("ip", "link", "add", "vBC", "type", "veth", "peer", "name", "vC", "netns", c.Name)
	p.B.Run("ip", "addr", "add", "10.98.0.1/24", "dev", "vBC")
	p.B.Run("ip", "-6", "addr", "add", "fd98::1/64", "dev", "vBC", "nodad")
	// What a router forwards it asks neighbours about from this address.
	p.B.Run("ip", "-6", "addr", "add", "fe80::1/64", "dev", "vBC", "nodad")
	p.B.Run("ip", "link", "set", "vBC", "up")
	c.Run("ip", "addr", "add", c4.String()+"/24", "dev", "vC")
	c.Run("ip", "-6", "addr", "add", c6.String()+"/64", "dev", "vC", "nodad")
	c.Run("ip", "link", "set", "vC", "up")
	c.Run("ip", "route", "add", "default", "via", "10.98.0.1")
	c.Run("ip", "-6", "route", "add", "default", "via", "fd98::1")
	p.A.Run("ip", "route", "add", "default", "via", p.B.IP4.String())
	p.A.Run("ip", "-6", "route", "add", "default", "via", p.B.IP6.String())
	p.B.Run("sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding")
	nft(t, c, rules)
	nft(t, p.B, `table inet scan {
	chain forward {
		type filter hook forward priority 0;
		meta nfproto ipv4 tcp dport 84 reject with icmp type host-prohibited
		meta nfproto ipv6 tcp dport 84 reject with icmpv6 type admin-prohibited
	}
}`)
	listen(t, c)
	reach(t, p.A, c6)
	reach(t, p.A, c4)
	// The router is not known yet, nor C to it.
	forget(t, p.A)
	p.B.Run("ip", "neigh", "flush", "dev", "vBC")

	cfg := inject.Config{Targets: targets(t, c4.String(), c6.String()), Ports: append([]uint16{84}, ports...)}
	got, _ := scan(t, p.A, cfg)
	check(t, got, c4, 63)
	check(t, got, c6, 63)
	for a, want := range map[netip.Addr]struct {
		reason inject.Reason
		from   netip.Addr
	}{c4: {inject.HostProhibited, p.B.IP4}, c6: {inject.AdminProhibited, p.B.IP6}} {
		r := got[endpoint{a, 84}]
		if r.State != inject.Filtered || r.Reason != want.reason || r.From != want.from || r.TTL != 64 {
			t.Errorf("port 84 is %+v, want %v from %v", r, want.reason, want.from)
		}
	}

	cfg.Connect = true
	got, st := scan(t, p.A, cfg)
	check(t, got, c4, 0)
	check(t, got, c6, 0)
	if r := got[endpoint{c4, 84}]; r.Reason != inject.HostProhibited || r.From != p.B.IP4 {
		t.Errorf("port 84 is %+v with connect", r)
	}
	if !st.Connect {
		t.Error("the statistics do not say that connect was used")
	}
}

// TestScanLocal scans the own host through the loopback interface.
func TestScanLocal(t *testing.T) {
	p := netnstest.New(t)
	nft(t, p.B, rules)
	listen(t, p.B)
	for _, connect := range []bool{false, true} {
		got, _ := scan(t, p.B, inject.Config{Targets: targets(t, "127.0.0.1", "127.0.0.9", "::1", p.B.IP4.String(), p.B.IP6.String()), Connect: connect})
		for _, a := range []string{"127.0.0.1", "127.0.0.9", "::1", p.B.IP4.String(), p.B.IP6.String()} {
			ttl := uint8(64)
			if connect {
				ttl = 0
			}
			addr := netip.MustParseAddr(a)
			for k, r := range got {
				// The kernel sends errors about 127.0.0.9 from 127.0.0.1.
				if k.addr == addr && r.From.IsLoopback() {
					r.From = netip.Addr{}
					got[k] = r
				}
			}
			check(t, got, addr, ttl)
		}
	}
}

// openTun makes a device without Ethernet in a namespace, whose packets the
// returned file reads and writes.
func openTun(t *testing.T, ns *netnstest.NS) *os.File {
	t.Helper()
	req, err := unix.NewIfreq("tun9")
	if err != nil {
		t.Fatal(err)
	}
	req.SetUint16(unix.IFF_TUN | unix.IFF_NO_PI)
	var fd int
	ns.Do(func() {
		// The device is made where the file was opened.
		if fd, err = unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_NONBLOCK|unix.O_CLOEXEC, 0); err == nil {
			err = unix.IoctlIfreq(fd, unix.TUNSETIFF, req)
		}
	})
	if err != nil {
		t.Skip("cannot make a tun device: ", err)
	}
	f := os.NewFile(uintptr(fd), "tun9")
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// TestScanTunnel scans through a device without Ethernet.
func TestScanTunnel(t *testing.T) {
	p := netnstest.New(t)
	a, b := openTun(t, p.A), openTun(t, p.B)
	for i, n := range []*netnstest.NS{p.A, p.B} {
		n.Run("ip", "link", "set", "tun9", "up")
		n.Run("ip", "addr", "add", fmt.Sprintf("10.97.0.%d/24", i+1), "dev", "tun9")
		n.Run("ip", "-6", "addr", "add", fmt.Sprintf("fd97::%d/64", i+1), "dev", "tun9", "nodad")
	}
	nft(t, p.B, rules)
	listen(t, p.B)
	// The files are the two ends of a wire; closing them ends the copying.
	go func() { _, _ = io.Copy(b, a) }()
	go func() { _, _ = io.Copy(a, b) }()
	a4, a6 := netip.MustParseAddr("10.97.0.2"), netip.MustParseAddr("fd97::2")
	traced := 0
	trace := func(pkt *packet.Packet) {
		if pkt.LinkType != packet.Raw {
			t.Errorf("a packet of type %v", pkt.LinkType)
		}
		traced++
	}
	for _, ifname := range []string{"", "tun9"} {
		got, _ := scan(t, p.A, inject.Config{Targets: targets(t, a4.String(), a6.String()), Interface: ifname, Trace: trace})
		check(t, got, a4, 64)
		check(t, got, a6, 64)
	}
	if traced != 2*(12+8) {
		t.Errorf("%d packets traced", traced)
	}
}

// TestScanInterface scans what no route leads to, over a given interface.
func TestScanInterface(t *testing.T) {
	p := netnstest.New(t)
	p.B.Run("ip", "addr", "add", "10.96.0.1/32", "dev", "lo")
	c := inject.Config{Targets: targets(t, "10.96.0.1"), Ports: []uint16{80}}
	p.A.Do(func() {
		if _, err := inject.New(c); !errors.Is(err, inject.ErrNoTargets) {
			t.Errorf("without a route: error %v", err)
		}
	})
	c.Interface = p.A.If
	got, _ := scan(t, p.A, c)
	if r := got[endpoint{netip.MustParseAddr("10.96.0.1"), 80}]; r.State != inject.Closed {
		t.Errorf("%+v", r)
	}
	c.Interface = "nosuch9"
	p.A.Do(func() {
		if _, err := inject.New(c); err == nil || !strings.Contains(err.Error(), "nosuch9") {
			t.Errorf("with an unknown interface: error %v", err)
		}
	})
}

// TestScanLinkLocal scans an address that means something on one link only.
func TestScanLinkLocal(t *testing.T) {
	p := netnstest.New(t)
	p.A.Run("ip", "-6", "addr", "add", "fe80::1/64", "dev", p.A.If, "nodad")
	p.B.Run("ip", "-6", "addr", "add", "fe80::2/64", "dev", p.B.If, "nodad")
	nft(t, p.B, rules)
	listen(t, p.B)
	forget(t, p.A)
	for _, connect := range []bool{false, true} {
		ttl := uint8(64)
		if connect {
			ttl = 0
		}
		got, _ := scan(t, p.A, inject.Config{Targets: targets(t, "fe80::2%"+p.A.If), Connect: connect})
		check(t, got, netip.MustParseAddr("fe80::2"), ttl)
	}
}

// TestScanRoutes has targets that three routes lead to, and one that none does.
func TestScanRoutes(t *testing.T) {
	p := netnstest.New(t)
	p.A.Run("ip", "route", "add", "10.50.0.0/16", "via", p.B.IP4.String())
	p.A.Run("ip", "route", "add", "10.50.4.0/24", "via", "10.99.0.77")
	p.A.Run("ip", "route", "add", "unreachable", "10.50.5.0/25")
	p.A.Run("ip", "route", "add", "local", "10.50.6.1", "dev", "lo")
	var notices []string
	p.A.Do(func() {
		s, err := inject.New(inject.Config{Targets: targets(t, "10.50.0.0/20"), Ports: []uint16{80}, Notice: func(s string) { notices = append(notices, s) }})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range s.Plan().Ways {
			got = append(got, fmt.Sprintf("%v-%v %d %s %v %v", w.From, w.To, w.Addresses, w.Interface, w.Gateway, w.Local))
		}
		want := []string{
			"10.50.0.0-10.50.3.255 1024 vA 10.99.0.2 false",
			"10.50.4.0-10.50.4.255 256 vA 10.99.0.77 false",
			"10.50.5.128-10.50.6.0 129 vA 10.99.0.2 false",
			"10.50.6.1-10.50.6.1 1 lo invalid IP true",
			"10.50.6.2-10.50.15.255 2558 vA 10.99.0.2 false",
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("ways\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
	if len(notices) != 1 || !strings.Contains(notices[0], "10.50.5.0/25 (128 addresses): no route") {
		t.Errorf("notices %q", notices)
	}
}

// TestScanMany scans 4096 addresses as fast as possible and checks every
// verdict.
func TestScanMany(t *testing.T) {
	p := netnstest.New(t)
	p.A.Run("ip", "route", "add", "10.40.0.0/20", "via", p.B.IP4.String())
	p.B.Run("ip", "route", "add", "local", "10.40.0.0/20", "dev", "lo")
	nft(t, p.B, "table ip scan {\n chain pre {\n type filter hook prerouting priority -300; ip daddr 10.40.3.0/24 drop\n }\n}\n")
	listen(t, p.B)
	got, st := scan(t, p.A, inject.Config{Targets: targets(t, "10.40.0.0/20"), Ports: []uint16{80, 8080}, Rate: inject.MaxRate})
	silent := netip.MustParsePrefix("10.40.3.0/24")
	wrong := 0
	for k, r := range got {
		want := inject.Closed
		switch {
		case silent.Contains(k.addr):
			want = inject.Filtered
		case k.port == 8080:
			want = inject.Open
		}
		if r.State != want {
			wrong++
		}
	}
	if wrong > 0 || st.Probes != 8192 {
		t.Errorf("%d of %d verdicts are wrong: %+v", wrong, len(got), st)
	}
}

// TestScanUnprivileged runs itself in a user namespace of its own, where it has
// no right to send packets on the network that it stays in.
func TestScanUnprivileged(t *testing.T) {
	const child = "INJECT_TEST_UNPRIVILEGED"
	if os.Getenv(child) == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestScanUnprivileged$", "-test.v")
		cmd.Env = append(os.Environ(), child+"=1")
		cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER}
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Skip("cannot make a user namespace: ", err)
		}
		if err != nil || !strings.Contains(string(out), "--- PASS: TestScanUnprivileged") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).AddrPort().Port()
	var notices []string
	states := map[uint16]inject.State{}
	st, err := inject.Scan(t.Context(), inject.Config{
		Targets: targets(t, "127.0.0.1"), Ports: []uint16{1, port},
		Notice: func(s string) { notices = append(notices, s) },
	}, func(r inject.Result) { states[r.Port] = r.State })
	if err != nil || !st.Connect || states[port] != inject.Open || states[1] != inject.Closed {
		t.Errorf("states %v, %+v, %v", states, st, err)
	}
	if len(notices) != 1 || !strings.Contains(notices[0], "connect(2)") {
		t.Errorf("notices %q", notices)
	}
}

func TestScanCanceledLive(t *testing.T) {
	p := netnstest.New(t)
	for _, connect := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		p.A.Do(func() {
			n := 0
			st, err := inject.Scan(ctx, inject.Config{Targets: targets(t, p.B.IP4.String()), Ports: []uint16{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, Rate: 20, Connect: connect}, func(inject.Result) {
				if n++; n == 3 {
					cancel()
				}
			})
			if !errors.Is(err, context.Canceled) || !st.Interrupted || st.Closed < 3 || st.Closed > 9 {
				t.Errorf("connect %v: %v, %+v", connect, err, st)
			}
		})
		cancel()
	}
}

func TestScanInterfaceGone(t *testing.T) {
	p := netnstest.New(t)
	p.A.Do(func() {
		n := 0
		_, err := inject.Scan(t.Context(), inject.Config{Targets: targets(t, p.B.IP4.String()), Ports: []uint16{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, Rate: 20}, func(inject.Result) {
			if n++; n == 3 {
				if out, err := p.B.Command("ip", "link", "del", p.B.If).CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			}
		})
		if err == nil {
			t.Error("a scan on an interface that disappeared ended well")
		}
	})
}
