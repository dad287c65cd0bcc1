package capture_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/internal/netnstest"
)

// tcpdump is a running tcpdump that writes a file and ends by itself.
type tcpdump struct {
	t    *testing.T
	cmd  *exec.Cmd
	file string
	err  *bytes.Buffer
}

// startTcpdump starts tcpdump in the namespace for count packets and returns
// once it listens.
func startTcpdump(t *testing.T, n *netnstest.NS, count int, args ...string) *tcpdump {
	t.Helper()
	if _, err := exec.LookPath("tcpdump"); err != nil {
		t.Skip("needs tcpdump to compare with")
	}
	d := &tcpdump{t: t, file: filepath.Join(t.TempDir(), "tcpdump.pcap"), err: new(bytes.Buffer)}
	if err := os.Chmod(filepath.Dir(d.file), 0o777); err != nil { // it switches its user
		t.Fatal(err)
	}
	if !slices.Contains(args, "-s") {
		// Its ring for immediate mode cuts short packets by two bytes more.
		args = append(args, "--immediate-mode")
	}
	args = append([]string{"-U", "-Z", "root", "-w", d.file, "-c", fmt.Sprint(count)}, args...)
	d.cmd = n.Command("tcpdump", args...)
	stderr, err := d.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.cmd.Process.Kill() })
	r := bufio.NewReader(stderr)
	for {
		line, err := r.ReadString('\n')
		if strings.Contains(line, "listening on") {
			break
		}
		if err != nil {
			t.Fatalf("tcpdump %v: %s %v", args, line, err)
		}
	}
	go func() { _, _ = io.Copy(io.Discard, r) }()
	return d
}

type record struct {
	data    []byte
	wireLen uint32
}

// records waits for tcpdump's end and returns what is in its file.
func (d *tcpdump) records() (link packet.LinkType, recs []record) {
	d.t.Helper()
	giveUp := time.AfterFunc(20*time.Second, func() { _ = d.cmd.Process.Kill() })
	if err := d.cmd.Wait(); err != nil {
		d.t.Fatal("tcpdump did not get its packets: ", err)
	}
	giveUp.Stop()
	b, err := os.ReadFile(d.file)
	if err != nil {
		d.t.Fatal(err)
	}
	link = packet.LinkType(binary.NativeEndian.Uint32(b[20:]))
	for b = b[24:]; len(b) > 0; {
		n := binary.NativeEndian.Uint32(b[8:])
		recs = append(recs, record{b[16 : 16+n], binary.NativeEndian.Uint32(b[12:])})
		b = b[16+n:]
	}
	return link, recs
}

// capturedBy reads the ring to its end.
func capturedBy(t *testing.T, r source) (recs []record) {
	t.Helper()
	if err := readAll(t, r, func(p *packet.Packet) {
		recs = append(recs, record{bytes.Clone(p.Data), p.WireLen})
	}); err != io.EOF {
		t.Fatal(err)
	}
	return recs
}

func compareRecords(t *testing.T, got, want []record) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d packets, tcpdump has %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i].wireLen != want[i].wireLen || !bytes.Equal(got[i].data, want[i].data) {
			t.Errorf("packet %d: wire %d\n% x\ntcpdump: wire %d\n% x", i, got[i].wireLen, got[i].data, want[i].wireLen, want[i].data)
		}
	}
}

// notLLC leaves out frames with a length behind a tag: there tcpdump writes the
// kernel's number for 802.2, we what was on the wire.
func notLLC(frames [][]byte) (rest [][]byte) {
	for _, f := range frames {
		if len(f) < 18 || !bytes.Equal(f[16:18], []byte{0, 38}) {
			rest = append(rest, f)
		}
	}
	return rest
}

func TestSameAsTcpdump(t *testing.T) {
	p := quietPair(t)
	s := netnstest.NewSender(t, p.A)
	all := mixedFrames()
	untagged := all[:len(all)/6]
	for _, tt := range []struct {
		name   string
		ns     *netnstest.NS
		c      capture.Config
		args   []string
		frames [][]byte
	}{
		{"in", p.B, capture.Config{Interface: "vB"}, []string{"-i", "vB"}, all},
		{"out", p.A, capture.Config{Interface: "vA"}, []string{"-i", "vA"}, all},
		{"in, snaplen 60", p.B, capture.Config{Interface: "vB", SnapLen: 60}, []string{"-i", "vB", "-s", "60"}, all},
		{"in, snaplen 20", p.B, capture.Config{Interface: "vB", SnapLen: 20}, []string{"-i", "vB", "-s", "20"}, all},
		{"in, snaplen 10", p.B, capture.Config{Interface: "vB", SnapLen: 10}, []string{"-i", "vB", "-s", "10"}, all},
		{"direction in", p.B, capture.Config{Interface: "vB", Direction: packet.In}, []string{"-i", "vB", "-Q", "in"}, all},
		{"direction out", p.A, capture.Config{Interface: "vA", Direction: packet.Out}, []string{"-i", "vA", "-Q", "out"}, all},
		{"any in", p.B, capture.Config{Interface: "any"}, []string{"-i", "any"}, untagged},
		{"any out", p.A, capture.Config{Interface: "any"}, []string{"-i", "any"}, untagged},
		{"any in, snaplen 40", p.B, capture.Config{Interface: "any", SnapLen: 40}, []string{"-i", "any", "-s", "40"}, untagged},
		{"any, cooked v1, one tag", p.B, capture.Config{Interface: "any", LinkType: packet.LinuxSLL}, []string{"-i", "any", "-y", "LINUX_SLL"}, notLLC(all[:4*len(untagged)])},
		{"DOCSIS", p.B, capture.Config{Interface: "vB", LinkType: 143}, []string{"-i", "vB", "-y", "DOCSIS"}, untagged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := startTcpdump(t, tt.ns, len(tt.frames), tt.args...)
			r := open(t, tt.ns, tt.c)
			for _, f := range tt.frames {
				s.SendFrames(f)
				time.Sleep(time.Millisecond) // tcpdump has room for 32 packets
			}
			link, want := d.records()
			r.Stop()
			compareRecords(t, capturedBy(t, r), want)
			if got := r.Interfaces()[0].LinkType; got != link {
				t.Errorf("link type %v, tcpdump has %v", got, link)
			}
		})
	}
}

// A packet on the loopback interface is seen going out and coming in.
func TestLoopbackOnce(t *testing.T) {
	n := netnstest.NewNS(t)
	for _, tt := range []struct {
		name  string
		c     capture.Config
		args  []string
		count int
	}{
		{"lo", capture.Config{Interface: "lo"}, []string{"-i", "lo"}, 6},
		{"any", capture.Config{Interface: "any"}, []string{"-i", "any"}, 6},
		{"lo in", capture.Config{Interface: "lo", Direction: packet.In}, []string{"-i", "lo", "-Q", "in"}, 6},
		{"any in", capture.Config{Interface: "any", Direction: packet.In}, []string{"-i", "any", "-Q", "in"}, 6},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := startTcpdump(t, n, tt.count, tt.args...)
			r := open(t, n, tt.c)
			n.Run("ping", "-q", "-c3", "-i0.01", "127.0.0.1")
			_, want := d.records()
			r.Stop()
			compareRecords(t, capturedBy(t, r), want)
			if st := checkStats(t, r); st.Received != uint64(tt.count) {
				t.Errorf("%d packets received, want %d", st.Received, tt.count)
			}
		})
	}
	t.Run("out", func(t *testing.T) { // nothing is left, as with tcpdump
		for _, c := range []capture.Config{
			{Interface: "lo", Direction: packet.Out}, {Interface: "any", Direction: packet.Out},
		} {
			r := open(t, n, c)
			n.Run("ping", "-q", "-c3", "-i0.01", "127.0.0.1")
			r.Stop()
			if got := capturedBy(t, r); len(got) != 0 {
				t.Errorf("%s: %d packets", c.Interface, len(got))
			}
		}
	})
}

// Tags are put back in cooked captures too, where tcpdump loses them.
func TestTagsInCookedCapture(t *testing.T) {
	p := quietPair(t)
	s := netnstest.NewSender(t, p.A)
	body := ipv4(17, 0, nil, udp(53))
	for _, tt := range []struct {
		name   string
		tags   []tag
		header []byte // protocol in front of the fixed part, and what follows it
		body   []byte
	}{
		{"none", nil, []byte{8, 0}, body},
		{"802.1Q", []tag{{0x8100, 7}}, []byte{0x81, 0}, append([]byte{0, 7, 8, 0}, body...)},
		{"802.1ad", []tag{{0x88a8, 7}}, []byte{0x88, 0xa8}, append([]byte{0, 7, 8, 0}, body...)},
		{"both", []tag{{0x88a8, 10}, {0x8100, 0x6014}}, []byte{0x88, 0xa8}, append([]byte{0, 10, 0x81, 0, 0x60, 20, 8, 0}, body...)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sides := []struct {
				ns  *netnstest.NS
				out byte
			}{{p.A, 4}, {p.B, 0}}
			rings := []*capture.Ring{open(t, p.A, capture.Config{Interface: "any"}), open(t, p.B, capture.Config{Interface: "any"})}
			s.SendFrames(frame(0x1234, 0x0800, body, tt.tags...))
			for i, side := range sides {
				got, err := next(rings[i])
				if err != nil {
					t.Fatal(err)
				}
				index := got.Data[4:8]
				want := append(append([]byte{}, tt.header...), 0, 0)
				want = append(append(want, index...), 0, 1, side.out, 6, 2, 0, 0, 0, 0x12, 0x34, 0, 0)
				want = append(want, tt.body...)
				if !bytes.Equal(got.Data, want) || int(got.WireLen) != len(want) {
					t.Errorf("%s: wire %d\n% x, want %d\n% x", side.ns.If, got.WireLen, got.Data, len(want), want)
				}
				// The sender's own tag is in the frame.
				if restored := got.Flags&packet.TagRestored != 0; restored != (side.out == 0 && tt.tags != nil) {
					t.Errorf("%s: TagRestored is %v", side.ns.If, restored)
				}
			}
		})
	}
}

// next returns a copy of the next packet of an otherwise idle ring.
func next(r source) (packet.Packet, error) {
	b, err := r.Next()
	if err != nil {
		return packet.Packet{}, err
	}
	defer b.Release()
	p := b.Packets[0]
	p.Data = bytes.Clone(p.Data)
	return p, nil
}

// openTun makes a tun device that has a link as long as the test runs.
func openTun(t *testing.T, n *netnstest.NS, name string) *os.File {
	t.Helper()
	var f *os.File
	n.Do(func() {
		fd, err := unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC, 0)
		if err != nil {
			t.Skip("needs /dev/net/tun: ", err)
		}
		f = os.NewFile(uintptr(fd), "tun")
		req, err := unix.NewIfreq(name)
		if err != nil {
			t.Fatal(err)
		}
		req.SetUint16(unix.IFF_TUN | unix.IFF_NO_PI)
		if err := unix.IoctlIfreq(fd, unix.TUNSETIFF, req); err != nil {
			t.Fatal(err)
		}
	})
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestTun(t *testing.T) {
	n := netnstest.NewNS(t)
	tun := openTun(t, n, "tun0")
	n.Run("ip", "addr", "add", "10.98.0.1/24", "dev", "tun0")
	n.Run("ip", "link", "set", "tun0", "up")
	for _, tt := range []struct {
		c    capture.Config
		args []string
	}{
		{capture.Config{Interface: "tun0"}, []string{"-i", "tun0"}},
		{capture.Config{Interface: "any"}, []string{"-i", "any"}},
	} {
		t.Run(tt.c.Interface, func(t *testing.T) {
			d := startTcpdump(t, n, 2, append(tt.args, "icmp")...)
			tt.c.Filter = compile(t, map[string]packet.LinkType{"tun0": packet.Raw, "any": packet.LinuxSLL2}[tt.c.Interface], "icmp")
			r := open(t, n, tt.c)
			// Nobody answers the one that goes out; another comes in.
			_ = n.Command("ping", "-q", "-c1", "-W0.1", "10.98.0.2").Run()
			if _, err := tun.Write(ipv4(1, 0, nil, []byte{0, 0, 0xff, 0xff, 0, 0, 0, 0})); err != nil {
				t.Fatal(err)
			}
			link, want := d.records()
			r.Stop()
			compareRecords(t, capturedBy(t, r), want)
			if got := r.Interfaces()[0].LinkType; got != link {
				t.Errorf("link type %v, tcpdump has %v", got, link)
			}
			if err := r.FilterInKernel(); err != nil {
				t.Errorf("not in the kernel: %v", err)
			}
		})
	}
}

// Devices lists what tcpdump -D does, in the same order.
func TestDevices(t *testing.T) {
	p := netnstest.New(t)
	n := p.A
	for _, cmd := range []string{
		"ip link add up0 type ifb", "ip link set up0 up", "ip link add down0 type ifb",
		"ip link add half type veth peer name other", "ip link set half up",
		"ip tuntap add mode tun name tun0", "ip tuntap add mode tap name tap0", "ip link set tap0 up",
	} {
		n.Run("sh", "-c", cmd)
	}
	if _, err := exec.LookPath("tcpdump"); err != nil {
		t.Skip("needs tcpdump to compare with")
	}
	for _, cmd := range []string{"true", "ip link set lo down", "ip link set half down; ip link set lo up"} {
		n.Run("sh", "-c", cmd)
		var want []string
		for line := range strings.Lines(n.Run("tcpdump", "-D")) {
			_, line, _ = strings.Cut(strings.TrimSpace(line), ".")
			switch name, _, _ := strings.Cut(line, " "); name {
			case "bluetooth-monitor", "nflog", "nfqueue", "dbus-system", "dbus-session":
			default:
				want = append(want, line)
			}
		}
		devices, err := capture.Devices(n.Name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range devices {
			line := d.Name
			if d.Description != "" {
				line += " (" + d.Description + ")"
			}
			got = append(got, line+" ["+d.Flags.String()+"]")
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("after %q got\n%s\nwant\n%s", cmd, g, w)
		}
	}
}

func TestLinkTypes(t *testing.T) {
	n := netnstest.NewNS(t)
	n.Run("ip", "link", "add", "eth", "type", "ifb")
	for _, tt := range []struct {
		name string
		want string
	}{
		{"lo", "[EN10MB]"}, {"eth", "[EN10MB DOCSIS]"}, {"any", "[LINUX_SLL2 LINUX_SLL]"},
	} {
		types, err := capture.LinkTypes(capture.Config{Interface: tt.name, NetNS: n.Name})
		if got := fmt.Sprint(types); err != nil || got != tt.want {
			t.Errorf("%s: %s %v, want %s", tt.name, got, err, tt.want)
		}
		stamps, err := capture.TimestampTypes(capture.Config{Interface: tt.name, NetNS: n.Name})
		if got := fmt.Sprint(stamps); err != nil || got != "[{host Host}]" {
			t.Errorf("%s: time stamps %s %v", tt.name, got, err)
		}
	}
}

// TestChecksumPending: what a program sends through lo has no checksum yet,
// what is sent as a finished frame has the one it came with.
func TestChecksumPending(t *testing.T) {
	p := quietPair(t)
	r := open(t, p.A, capture.Config{})
	netnstest.NewSender(t, p.A).Send(1, 0, 100, nil)
	p.A.Do(func() {
		c, err := net.Dial("udp4", p.B.IP4.String()+":9")
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Write([]byte("hello")); err != nil {
			t.Fatal(err)
		}
	})
	r.Stop()
	var pending []bool
	if err := readAll(t, r, func(p *packet.Packet) {
		if p.Direction == packet.Out {
			pending = append(pending, p.Flags&packet.ChecksumPending != 0)
		}
	}); err != io.EOF {
		t.Fatal(err)
	}
	if len(pending) != 2 || pending[0] || !pending[1] {
		t.Errorf("pending %v, want [false true]", pending)
	}
}

func TestTimes(t *testing.T) {
	p := quietPair(t)
	for _, nano := range []bool{false, true} {
		r := open(t, p.A, capture.Config{Nano: nano})
		before := time.Now().Truncate(time.Microsecond)
		netnstest.NewSender(t, p.A).Send(20, 0, 100, nil)
		after := time.Now()
		r.Stop()
		fine := false
		if err := readAll(t, r, func(p *packet.Packet) {
			if at := p.Time.Go(); at.Before(before) || at.After(after) || p.Time.Nanos() >= 1e9 {
				t.Errorf("%v is not between %v and %v", at, before, after)
			}
			if got := p.Time.Unit == packet.Nano; got != nano {
				t.Errorf("unit %d with Nano %v", p.Time.Unit, nano)
			}
			fine = fine || p.Time.Nanos()%1000 != 0
		}); err != io.EOF {
			t.Fatal(err)
		}
		if fine != nano || r.Interfaces()[0].Nano != nano {
			t.Errorf("nanoseconds %v with Nano %v", fine, nano)
		}
	}
}
