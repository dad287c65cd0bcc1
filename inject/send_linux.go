package inject

import (
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"syscall"
	"time"

	socket "github.com/mdlayher/packet"
	"golang.org/x/sys/unix"
)

// sockets are what packets leave through: one AF_PACKET socket for each
// Ethernet device, one raw IP socket for each other device and family.
type sockets struct {
	links map[int]*socket.Conn // by interface index
	files []*os.File           // raw IP sockets
}

func openSockets() (*sockets, error) { return &sockets{links: map[int]*socket.Conn{}}, nil }

func (s *sockets) close() {
	for _, c := range s.links {
		c.Close()
	}
	for _, f := range s.files {
		f.Close()
	}
}

// link returns the AF_PACKET socket of an Ethernet device. Its protocol is 0:
// it receives nothing.
func (s *sockets) link(d *device) (*socket.Conn, error) {
	if c := s.links[d.index]; c != nil {
		return c, nil
	}
	c, err := socket.Listen(&net.Interface{Index: d.index, Name: d.name}, socket.Raw, 0, nil)
	if err != nil {
		return nil, sendError(d, "socket", err)
	}
	s.links[d.index] = c
	return c, nil
}

func sendError(d *device, op string, err error) error {
	err = fmt.Errorf("inject: %s: %s: %w", d.name, op, err)
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.EACCES) {
		return fmt.Errorf("%w: %w", errPermission, err)
	}
	return err
}

// send sends one frame on an Ethernet device.
func (s *sockets) send(d *device, frame []byte) error {
	c, err := s.link(d)
	if err != nil {
		return err
	}
	if _, err := c.WriteTo(frame, &socket.Addr{HardwareAddr: frame[:6]}); err != nil {
		return sendError(d, "send", err)
	}
	return nil
}

// transmitter opens the way out for an egress. bound keeps packets on the
// egress's device whatever the routing table says.
func (s *sockets) transmitter(e *egress, bound bool) (transmitter, error) {
	d := e.device
	if d.ethernet && !d.loopback {
		c, err := s.link(d)
		if err != nil {
			return nil, err
		}
		raw, err := c.SyscallConn()
		if err != nil {
			return nil, sendError(d, "socket", err)
		}
		return newBatch(e, raw, 0, 0), nil
	}
	// IPPROTO_RAW implies that packets come with their IP header.
	family, nameLen := unix.AF_INET, unix.SizeofSockaddrInet4
	if !e.source.Is4() {
		family, nameLen = unix.AF_INET6, unix.SizeofSockaddrInet6
	}
	fd, err := unix.Socket(family, unix.SOCK_RAW|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, unix.IPPROTO_RAW)
	if err != nil {
		return nil, sendError(d, "socket", err)
	}
	f := os.NewFile(uintptr(fd), "raw "+d.name)
	s.files = append(s.files, f)
	if bound && !d.loopback {
		if err := unix.BindToDevice(fd, d.name); err != nil {
			return nil, sendError(d, "bind", err)
		}
	}
	raw, err := f.SyscallConn()
	if err != nil {
		return nil, sendError(d, "socket", err)
	}
	return newBatch(e, raw, e.template.ip, nameLen), nil
}

// A batch is the transmitter of Linux: frames that one sendmmsg(2) sends.
type batch struct {
	e     *egress
	raw   syscall.RawConn
	buf   []byte // frames, at a distance of stride
	size  int    // bytes of a frame
	skip  int    // bytes of a frame that the socket does not want
	n     int
	msgs  messages
	write func(fd uintptr) bool // argument of raw.Write, made once
	from  int                   // messages sent so far, while flushing
	errno error
}

const stride = 128 // bytes, at least maxProbe

var _ [stride - maxProbe]struct{}

func newBatch(e *egress, raw syscall.RawConn, skip, nameLen int) *batch {
	b := &batch{e: e, raw: raw, buf: make([]byte, stride*batchSize), size: len(e.template.frame), skip: skip}
	for i := range batchSize {
		copy(b.frame(i), e.template.frame)
	}
	b.msgs = newMessages(batchSize, nameLen, func(i int) []byte { return b.frame(i)[skip:] })
	b.write = b.try
	return b
}

func (b *batch) frames() int        { return b.n }
func (b *batch) frame(i int) []byte { return b.buf[i*stride:][:b.size] }
func (b *batch) slot() []byte       { return b.frame(b.n) }

func (b *batch) add(dst addr128) {
	b.msgs.address(b.n, dst, b.e.device.index)
	b.n++
}

// patienceWithQueue is how long a full queue below the socket may stay full.
const patienceWithQueue = time.Second

// flush sends the batch. A full queue is waited for.
func (b *batch) flush() (refused int, err error) {
	var full time.Time
	for b.from = 0; b.from < b.n; {
		before := b.from
		b.errno = nil
		if err := b.raw.Write(b.write); err != nil {
			return refused, sendError(b.e.device, "send", err)
		}
		if b.from > before {
			full = time.Time{}
		}
		switch b.errno {
		case nil:
		case unix.EINTR:
		case unix.ENOBUFS, unix.ENOMEM:
			// The device's queue is full. It tells nobody when it is not.
			now := time.Now()
			if full.IsZero() {
				full = now
			}
			if now.Sub(full) > patienceWithQueue {
				return refused, sendError(b.e.device, "send", b.errno)
			}
			time.Sleep(100 * time.Microsecond)
		case unix.ENETDOWN, unix.ENXIO, unix.ENODEV, unix.EBADF:
			b.n = 0
			return refused, sendError(b.e.device, "send", b.errno)
		default:
			// This packet only: a local firewall (EPERM), a route that is gone.
			refused++
			b.from++
		}
	}
	b.n = 0
	runtime.KeepAlive(b)
	return refused, nil
}

// try sends what is left of the batch; false asks to be called again once the
// socket has room.
func (b *batch) try(fd uintptr) bool {
	n, err := b.msgs.send(int(fd), b.from, b.n)
	if err == unix.EAGAIN {
		return false
	}
	b.from += n
	b.errno = err
	return true
}
