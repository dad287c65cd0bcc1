package netnstest

import (
	"encoding/binary"
	"net"
	"net/netip"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// NumberOffset is where in a numbered frame its number stands: 64 bits in
// network order, the first bytes of the UDP payload.
const NumberOffset = 14 + 20 + 8

// MinFrame is the smallest size of a numbered frame in bytes.
const MinFrame = NumberOffset + 8

// Number returns the number in a frame that a Sender sent.
func Number(frame []byte) (n uint64, ok bool) {
	if len(frame) < MinFrame || frame[12] != 8 || frame[13] != 0 || frame[23] != unix.IPPROTO_UDP {
		return 0, false
	}
	return binary.BigEndian.Uint64(frame[NumberOffset:]), true
}

// A Sender sends Ethernet frames from an interface through a packet socket.
type Sender struct {
	t  testing.TB
	ns *NS
	fd int
	// Of numbered packets. To goes to the other side's hardware address; it is
	// an address that nobody has, so that nobody answers.
	To      netip.Addr
	SrcPort uint16
	DstPort uint16
	next    uint64
}

// NewSender returns a sender on the namespace's interface. It is for one
// goroutine, which need not be the test's.
func NewSender(t testing.TB, n *NS) *Sender {
	t.Helper()
	s := &Sender{t: t, ns: n, To: netip.AddrFrom4([4]byte{10, 99, 0, 99}), SrcPort: 1000, DstPort: 9 /* discard */}
	n.Do(func() {
		var err error
		// Protocol 0: the socket receives nothing.
		if s.fd, err = unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC, 0); err != nil {
			t.Fatal(err)
		}
		ifi, err := net.InterfaceByName(n.If)
		if err != nil {
			t.Fatal(err)
		}
		if err := unix.Bind(s.fd, &unix.SockaddrLinklayer{Ifindex: ifi.Index}); err != nil {
			t.Fatal(err)
		}
	})
	t.Cleanup(func() { _ = unix.Close(s.fd) })
	return s
}

// Frame returns an Ethernet/IPv4/UDP frame of size bytes (at least MinFrame)
// with number 0 and no UDP checksum.
func (s *Sender) Frame(size int) []byte {
	f := make([]byte, max(size, MinFrame))
	src, dst := s.ns, s.ns.Peer
	if dst == nil {
		dst = s.ns
	}
	copy(f[0:6], dst.MAC)
	copy(f[6:12], src.MAC)
	f[12] = 8
	ip := f[14:]
	ip[0], ip[8], ip[9] = 0x45, 64, unix.IPPROTO_UDP
	binary.BigEndian.PutUint16(ip[2:], uint16(len(ip)))
	copy(ip[12:16], src.IP4.AsSlice())
	copy(ip[16:20], s.To.AsSlice())
	var sum uint32
	for i := 0; i < 20; i += 2 {
		sum += uint32(binary.BigEndian.Uint16(ip[i:]))
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	binary.BigEndian.PutUint16(ip[10:], ^uint16(sum))
	udp := ip[20:]
	binary.BigEndian.PutUint16(udp[0:], s.SrcPort)
	binary.BigEndian.PutUint16(udp[2:], s.DstPort)
	binary.BigEndian.PutUint16(udp[4:], uint16(len(udp)))
	return f
}

// mmsghdr is struct mmsghdr of sendmmsg(2).
type mmsghdr struct {
	hdr unix.Msghdr
	len uint32
	_   [4]byte
}

// sendBatch is how many packets one system call sends.
const sendBatch = 64

// Send sends count frames of size bytes, numbered on from the last call, rate
// of them per second; 0 is as fast as possible. It returns how many were sent,
// which is count unless stop was closed before, or the interface went away.
func (s *Sender) Send(count int, rate float64, size int, stop <-chan struct{}) int {
	template := s.Frame(size)
	frames := make([]byte, sendBatch*len(template))
	iov := make([]unix.Iovec, sendBatch)
	msgs := make([]mmsghdr, sendBatch)
	for i := range msgs {
		f := frames[i*len(template):][:len(template)]
		copy(f, template)
		iov[i].Base = &f[0]
		iov[i].SetLen(len(f))
		msgs[i].hdr.Iov = &iov[i]
		msgs[i].hdr.SetIovlen(1)
	}
	start := time.Now()
	sent := 0
	for sent < count {
		select {
		case <-stop:
			return sent
		default:
		}
		n := min(count-sent, sendBatch)
		if rate > 0 {
			due := int(time.Since(start).Seconds()*rate) - sent
			if due < 1 {
				time.Sleep(time.Duration(float64(time.Second) / rate))
				continue
			}
			n = min(n, due)
		}
		for i := range n {
			binary.BigEndian.PutUint64(frames[i*len(template)+NumberOffset:], s.next+uint64(i))
		}
		done, _, errno := unix.Syscall6(unix.SYS_SENDMMSG, uintptr(s.fd),
			uintptr(unsafe.Pointer(&msgs[0])), uintptr(n), 0, 0, 0)
		switch errno {
		case 0:
			sent += int(done)
			s.next += uint64(done)
		case unix.EINTR, unix.EAGAIN, unix.ENOBUFS:
		default:
			return sent
		}
	}
	return sent
}

// SendFrames sends whole frames as they are.
func (s *Sender) SendFrames(frames ...[]byte) {
	s.t.Helper()
	for _, f := range frames {
		if _, err := unix.Write(s.fd, f); err != nil {
			s.t.Fatalf("sending a frame of %d bytes: %v", len(f), err)
		}
	}
}
