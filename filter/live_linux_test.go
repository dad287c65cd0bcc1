package filter

import (
	"encoding/binary"
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// TestLiveInKernel sends frames through a veth pair in a network namespace of
// its own, and compares what sockets with live filters receive with what the
// filters for savefiles accept of the same traffic, tags put back.
func TestLiveInKernel(t *testing.T) {
	// The thread is not unlocked: it ends with the test's goroutine, and the
	// namespace with it.
	runtime.LockOSThread()
	if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
		t.Skipf("no network namespace: %v", err)
	}
	ip := func(args string) error {
		out, err := exec.Command("ip", strings.Fields(args)...).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("ip %s: %w: %s", args, err, out)
		}
		return err
	}
	for _, args := range []string{
		"link add filter0 type veth peer name filter1", "link set filter0 up", "link set filter1 up",
	} {
		if err := ip(args); err != nil {
			t.Skip(err)
		}
	}
	senders := []string{"filter0", "filter1"}
	// Devices that make the kernel add tags; not every kernel has them.
	for _, d := range [...][2]string{{"filter0", "5"}, {"filter0.5", "6"}} {
		name := d[0] + "." + d[1]
		if err := ip("link add link " + d[0] + " name " + name + " type vlan id " + d[1]); err != nil {
			t.Log(err)
			break
		}
		if err := ip("link set " + name + " up"); err != nil {
			t.Fatal(err)
		}
		senders = append(senders, name)
	}
	// Not as subtests, which would run on other threads, outside the namespace.
	compareLive(t, packet.Ethernet, senders, ethernetExprs)
	compareLive(t, packet.LinuxSLL2, senders, anyExprs)
}

var (
	ethernetExprs = []string{
		"udp", "ip", "arp", "tcp port 80", "vlan", "vlan 5", "vlan 6", "vlan and vlan 6", "vlan 5 and udp port 7",
		"not vlan", "vlan and vlan and udp", "vlan and ip or udp", "ether proto 0x8100", "ether[12:2] = 0x8100",
		"ether[14:2] & 0xfff = 5", "ether[16:2] = 0x800", "len > 60", "len = 64", "inbound", "outbound",
		"inbound and vlan", "not port 7", "ifindex 1 or udp", "multicast", "ip6 or vlan 5",
	}
	anyExprs = []string{
		"udp", "ip", "arp", "tcp port 80", "inbound", "outbound and port 7", "ifindex 1", "ifindex 2 and udp",
		"ifindex 3", "len > 60", "len = 80", "link[0:2] = 0x8100", "link[10] = 4", "not ip", "host 10.0.0.1",
	}
)

func compareLive(t *testing.T, link packet.LinkType, senders, exprs []string) {
	receiver := "filter1"
	if link == packet.LinuxSLL2 {
		receiver = ""
	}
	all := listen(t, receiver)
	// A frame comes once from each interface and in each direction.
	type key struct {
		id        uint32
		ifindex   int
		direction packet.Direction
	}
	keyOf := func(r received) key { return key{r.id, r.ifindex, r.direction} }
	type live struct {
		fd      int
		offline *Program
		coarse  bool
		got     map[key]bool
	}
	var lives []*live
	for _, e := range exprs {
		p := mustCompile(t, e, Options{LinkType: link, Live: true})
		l := &live{fd: listen(t, receiver), offline: mustCompile(t, e, Options{LinkType: link}), coarse: p.Coarse(), got: make(map[key]bool)}
		if !p.FitsKernel() {
			t.Fatalf("%s: not for the kernel\n%s", e, p)
		}
		if err := attach(l.fd, p.Raw()); err != nil {
			t.Fatalf("%s: %v\n%s", e, err, p)
		}
		lives = append(lives, l)
	}
	id := uint32(0xabcd0000)
	for _, from := range senders {
		fd := listen(t, from)
		defer unix.Close(fd)
		for _, port := range []uint16{7, 80} {
			for _, tags := range [][]byte{nil, {0x81, 0, 0, 7}, {0x88, 0xa8, 0, 5, 0x81, 0, 0, 6}} {
				for _, proto := range []byte{17, 6} {
					id++
					if _, err := unix.Write(fd, testFrame(tags, proto, port, id)); err != nil {
						t.Fatalf("send from %s: %v", from, err)
					}
				}
			}
		}
	}
	frames := make(map[key]received)
	for _, r := range receive(all) {
		frames[keyOf(r)] = r
	}
	tagged, out := 0, 0
	for _, r := range frames {
		if r.tagged {
			tagged++
		}
		if r.direction == packet.Out {
			out++
		}
	}
	if len(frames) < 20 || tagged < 8 || out < 5 {
		t.Fatalf("%d frames, %d tagged, %d sent: too few for a test", len(frames), tagged, out)
	}
	for i, l := range lives {
		for _, r := range receive(l.fd) {
			l.got[keyOf(r)] = true
		}
		for k, r := range frames {
			m := Meta{Direction: r.direction, IfIndex: uint32(r.ifindex)}
			want := l.offline.Run(r.data, uint32(len(r.data)), m) != 0
			if l.got[k] != want && (want || !l.coarse) {
				t.Errorf("%s: in a file %v, live %v: direction %d, %x", exprs[i], want, l.got[k], r.direction, r.data)
			}
		}
	}
}

func testFrame(tags []byte, proto byte, port uint16, id uint32) []byte {
	f := []byte{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2}
	f = append(f, tags...)
	f = append(f, 8, 0, 0x45, 0, 0, 60, 0, 0, 0, 0, 64, proto, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0x9c, 0x40)
	f = binary.BigEndian.AppendUint16(f, port)
	f = append(f, make([]byte, 32)...)
	return binary.BigEndian.AppendUint32(f, id)
}

// listen opens a packet socket on an interface, or on all of them, without
// link-layer headers, if name is empty.
func listen(t *testing.T, name string) int {
	t.Helper()
	index, kind := 0, unix.SOCK_DGRAM
	if name != "" {
		ifi, err := net.InterfaceByName(name)
		if err != nil {
			t.Fatal(err)
		}
		index, kind = ifi.Index, unix.SOCK_RAW
	}
	proto := uint16(unix.ETH_P_ALL&0xff)<<8 | unix.ETH_P_ALL>>8
	fd, err := unix.Socket(unix.AF_PACKET, kind|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, int(proto))
	if err != nil {
		t.Skipf("no packet socket: %v", err)
	}
	t.Cleanup(func() { unix.Close(fd) })
	if err := unix.Bind(fd, &unix.SockaddrLinklayer{Protocol: proto, Ifindex: index}); err != nil {
		t.Fatal(err)
	}
	if err := unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_AUXDATA, 1); err != nil {
		t.Fatal(err)
	}
	return fd
}

type received struct {
	id        uint32
	data      []byte // as a savefile has it
	direction packet.Direction
	ifindex   int
	tagged    bool
}

// receive reads what has come, and a little longer.
func receive(fd int) []received {
	var out []received
	buf, oob := make([]byte, 2048), make([]byte, 256)
	for quiet := 0; quiet < 20; {
		n, oobn, _, from, err := unix.Recvmsg(fd, buf, oob, 0)
		if err != nil {
			quiet++
			time.Sleep(2 * time.Millisecond)
			continue
		}
		sa, ok := from.(*unix.SockaddrLinklayer)
		if !ok {
			continue
		}
		kind, _ := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE)
		data := append([]byte{}, buf[:n]...)
		r := received{direction: packet.In, ifindex: sa.Ifindex}
		if sa.Pkttype == unix.PACKET_OUTGOING {
			r.direction = packet.Out
		}
		if kind == unix.SOCK_DGRAM {
			// protocol 2 | reserved 2 | interface 4 | hardware 2 | type 1 | length 1 | address 8
			h := binary.LittleEndian.AppendUint16(nil, sa.Protocol)
			h = binary.BigEndian.AppendUint32(append(h, 0, 0), uint32(sa.Ifindex))
			h = append(binary.BigEndian.AppendUint16(h, sa.Hatype), sa.Pkttype, sa.Halen)
			data = append(append(h, sa.Addr[:]...), data...)
		}
		msgs, _ := unix.ParseSocketControlMessage(oob[:oobn])
		for _, m := range msgs {
			if m.Header.Type != unix.PACKET_AUXDATA {
				continue
			}
			aux := (*unix.TpacketAuxdata)(unsafe.Pointer(&m.Data[0]))
			r.tagged = aux.Status&unix.TP_STATUS_VLAN_VALID != 0
			if r.tagged && kind == unix.SOCK_RAW {
				tag := binary.BigEndian.AppendUint16(nil, aux.Vlan_tpid)
				tag = binary.BigEndian.AppendUint16(tag, aux.Vlan_tci)
				data = append(append(append([]byte{}, data[:12]...), tag...), data[12:]...)
			}
		}
		if len(data) < 60 {
			continue // the kernel's own: neighbour discovery and so on
		}
		r.data, r.id = data, binary.BigEndian.Uint32(data[len(data)-4:])
		if r.id>>16 != 0xabcd {
			continue
		}
		out = append(out, r)
	}
	return out
}
