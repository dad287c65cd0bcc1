package inject

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"golang.org/x/sys/unix"
)

// connectTimeout is how long a connection may take. The kernel repeats its SYN
// after one second, so this allows for one retry.
const connectTimeout = 2200 * time.Millisecond

// maxConnecting bounds the connections under way.
const maxConnecting = 1000

// A connecting socket waits for the kernel's verdict.
type connecting struct {
	fd    int // -1: has had its verdict
	place uint64
	dst   netip.Addr
	port  uint16
	at    time.Time
}

// A connector judges ports by connect(2). All of it runs in one goroutine.
type connector struct {
	s       *Scanner
	epoll   int
	free    int          // sockets that may be opened now
	queue   []connecting // in the order of at; those in front of head are done
	head    int
	byFD    map[int]int // index in queue
	timeout time.Duration
	events  [256]unix.EpollEvent
}

// runConnect scans without packets of our own. ICMP errors are read from each
// socket's error queue: connect(2) alone reports a port that a firewall
// refuses as one that its host refuses.
func (s *Scanner) runConnect(ctx context.Context) error {
	fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return fmt.Errorf("inject: epoll: %w", err)
	}
	c := &connector{s: s, epoll: fd, free: maxConnecting, byFD: map[int]int{}, timeout: connectTimeout}
	if s.cfg.Wait > 0 {
		c.timeout = s.cfg.Wait
	}
	var lim unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &lim); err == nil {
		c.free = int(max(min(lim.Cur/2, maxConnecting), 1))
	}
	defer c.close()
	for start := uint64(0); start < s.plan.probes; start += maxRound {
		if err := c.run(ctx, newRound(start, min(maxRound, s.plan.probes-start))); err != nil {
			return err
		}
	}
	return nil
}

func (c *connector) close() {
	for _, q := range c.queue[c.head:] {
		if q.fd >= 0 {
			_ = unix.Close(q.fd)
		}
	}
	_ = unix.Close(c.epoll)
}

func (c *connector) run(ctx context.Context, r *round) error {
	next := uint64(0)
	for next < r.n || c.head < len(c.queue) {
		wait := 5 // milliseconds
		if next < r.n && c.free > 0 {
			n, err := c.s.pacer.take(ctx, min(c.free, batchSize))
			if err != nil {
				return err
			}
			for ; n > 0 && next < r.n; n-- {
				if err := c.start(r, next); errors.Is(err, errNoSocket) {
					break // one of ours has to end first
				} else if err != nil {
					return err
				}
				next++
			}
			if next < r.n && c.free > 0 {
				wait = 0
			}
		} else if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.poll(r, wait); err != nil {
			return err
		}
		c.expire(r)
	}
	return nil
}

// errNoSocket: the process has no descriptor or port left for now.
var errNoSocket = errors.New("inject: out of sockets")

// start begins to connect.
func (c *connector) start(r *round, place uint64) error {
	s := c.s
	seg, i, port := s.plan.probe(s.order.at(r.start + place))
	dst := seg.lo.add(i).netip()
	family := unix.AF_INET
	if dst.Is6() {
		family = unix.AF_INET6
	}
	fd, err := unix.Socket(family, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		if (err == unix.EMFILE || err == unix.ENFILE) && c.head < len(c.queue) {
			c.free = 0
			return errNoSocket
		}
		return fmt.Errorf("inject: socket: %w", err)
	}
	// Best effort: without these the scan still works, with less to tell.
	_ = unix.SetsockoptInt(fd, unix.SOL_IP, unix.IP_RECVERR, 1)
	if dst.Is6() {
		_ = unix.SetsockoptInt(fd, unix.SOL_IPV6, unix.IPV6_RECVERR, 1)
	}
	// Closing sends a RST and leaves no TIME_WAIT that would use up ports.
	_ = unix.SetsockoptLinger(fd, unix.SOL_SOCKET, unix.SO_LINGER, &unix.Linger{Onoff: 1})
	if s.cfg.Interface != "" {
		_ = unix.BindToDevice(fd, s.cfg.Interface)
	}
	q := connecting{fd: fd, place: place, dst: dst, port: port, at: time.Now()}
	err = unix.Connect(fd, sockaddr(dst, port, seg.route.device.index))
	s.count.lastSent.Store(int64(time.Since(s.began)))
	switch err {
	case unix.EADDRNOTAVAIL:
		_ = unix.Close(fd)
		if c.head < len(c.queue) {
			return errNoSocket
		}
		return fmt.Errorf("inject: connect: %w", err)
	case unix.EINPROGRESS:
		ev := unix.EpollEvent{Events: unix.EPOLLOUT, Fd: int32(fd)}
		if err := unix.EpollCtl(c.epoll, unix.EPOLL_CTL_ADD, fd, &ev); err != nil {
			_ = unix.Close(fd)
			return fmt.Errorf("inject: epoll: %w", err)
		}
		s.count.sent.Add(1)
		c.free--
		c.byFD[fd] = len(c.queue)
		c.queue = append(c.queue, q)
	default:
		s.count.sent.Add(1)
		c.verdict(r, &q, err)
		_ = unix.Close(fd)
	}
	return nil
}

func sockaddr(a netip.Addr, port uint16, device int) unix.Sockaddr {
	if a.Is4() {
		return &unix.SockaddrInet4{Port: int(port), Addr: a.As4()}
	}
	sa := &unix.SockaddrInet6{Port: int(port), Addr: a.As16()}
	if a.IsLinkLocalUnicast() {
		sa.ZoneId = uint32(device)
	}
	return sa
}

// poll takes the verdicts that the kernel has.
func (c *connector) poll(r *round, millis int) error {
	n, err := unix.EpollWait(c.epoll, c.events[:], millis)
	if err != nil && err != unix.EINTR {
		return fmt.Errorf("inject: epoll: %w", err)
	}
	for _, ev := range c.events[:max(n, 0)] {
		i, ok := c.byFD[int(ev.Fd)]
		if !ok {
			continue
		}
		q := &c.queue[i]
		var verdict error
		if errno, err := unix.GetsockoptInt(q.fd, unix.SOL_SOCKET, unix.SO_ERROR); err != nil {
			verdict = err
		} else if errno != 0 {
			verdict = unix.Errno(errno)
		}
		c.verdict(r, q, verdict)
		c.end(q)
	}
	return nil
}

// end closes a socket that has its verdict.
func (c *connector) end(q *connecting) {
	delete(c.byFD, q.fd)
	_ = unix.Close(q.fd)
	q.fd = -1
	c.free++
}

// expire gives up on sockets that have waited too long, and drops what is done
// from the queue.
func (c *connector) expire(r *round) {
	now := time.Now()
	for c.head < len(c.queue) {
		q := &c.queue[c.head]
		if q.fd >= 0 {
			if now.Sub(q.at) < c.timeout {
				break
			}
			c.verdict(r, q, unix.ETIMEDOUT)
			c.end(q)
		}
		c.head++
	}
	if c.head == len(c.queue) {
		c.queue, c.head = c.queue[:0], 0
	} else if c.head > maxConnecting {
		n := copy(c.queue, c.queue[c.head:])
		c.queue, c.head = c.queue[:n], 0
		for i := range c.queue {
			if fd := c.queue[i].fd; fd >= 0 {
				c.byFD[fd] = i
			}
		}
	}
}

// verdict reports what became of a connection.
func (c *connector) verdict(r *round, q *connecting, err error) {
	s := c.s
	res := Result{Addr: q.dst, Port: q.port, State: Filtered, Reason: NoResponse, Tries: 1}
	if err != unix.ETIMEDOUT {
		res.RTT = time.Since(q.at)
	}
	switch err {
	case nil:
		res.State, res.Reason = Open, SynAck
	case unix.ECONNREFUSED, unix.ECONNRESET:
		res.State, res.Reason = Closed, Reset
	case unix.EHOSTUNREACH, unix.EHOSTDOWN:
		res.Reason = HostUnreach
	case unix.ENETUNREACH:
		res.Reason = NetUnreach
	case unix.EACCES, unix.EPERM:
		res.Reason = AdminProhibited // by a firewall on this host
	}
	if err != nil {
		if reason, from := icmpError(q.fd); reason != 0 {
			res.State, res.Reason = Filtered, reason
			if from != q.dst {
				res.From = from
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !r.mark(q.place) {
		return
	}
	s.count.lastAnswer.Store(int64(time.Since(s.began)))
	if int64(res.RTT) > s.count.rtt.Load() {
		s.count.rtt.Store(int64(res.RTT))
	}
	s.report(res)
}

// icmpError reads a socket's error queue (ip(7), IP_RECVERR) and returns what
// an ICMP error in it says and who sent it; 0 if there is none. Its entries
// are
//
//	errno (32 bits), origin, type, code, pad (8 each), info, data (32 each),
//	socket address of the sender
func icmpError(fd int) (Reason, netip.Addr) {
	const fixed, fromICMP, fromICMP6 = 16, 2, 3
	var oob [512]byte
	_, n, _, _, err := unix.Recvmsg(fd, nil, oob[:], unix.MSG_ERRQUEUE|unix.MSG_DONTWAIT)
	if err != nil {
		return 0, netip.Addr{}
	}
	msgs, err := unix.ParseSocketControlMessage(oob[:n])
	if err != nil {
		return 0, netip.Addr{}
	}
	for _, m := range msgs {
		is4 := m.Header.Level == unix.SOL_IP && m.Header.Type == unix.IP_RECVERR
		is6 := m.Header.Level == unix.SOL_IPV6 && m.Header.Type == unix.IPV6_RECVERR
		if !is4 && !is6 || len(m.Data) < fixed {
			continue
		}
		origin, typ, code := m.Data[4], m.Data[5], m.Data[6]
		var reason Reason
		switch origin {
		case fromICMP:
			reason = icmpReason(typ, code)
		case fromICMP6:
			reason = icmp6Reason(typ, code)
		}
		if reason != 0 {
			return reason, offender(m.Data[fixed:])
		}
	}
	return 0, netip.Addr{}
}

// offender returns the address in a sockaddr_in or sockaddr_in6.
func offender(b []byte) netip.Addr {
	switch {
	case len(b) >= unix.SizeofSockaddrInet4 && binary.NativeEndian.Uint16(b) == unix.AF_INET:
		return addrOf(b[4:8])
	case len(b) >= unix.SizeofSockaddrInet6 && binary.NativeEndian.Uint16(b) == unix.AF_INET6:
		return addrOf(b[8:24]).Unmap()
	}
	return netip.Addr{}
}
