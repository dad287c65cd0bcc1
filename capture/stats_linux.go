package capture

import (
	"encoding/binary"
	"sync"
	"sync/atomic"
	"syscall"

	socket "github.com/mdlayher/packet"
	"golang.org/x/sys/unix"
)

// statistics adds up the kernel's counters, which are 32 bits wide and cleared
// by each reading.
type statistics struct {
	mu                sync.Mutex // around reading and adding
	received, dropped atomic.Uint64
	out, discarded    atomic.Uint64
	polledAt          uint64 // value of out at the last poll by the reader

	link    int // netlink socket in the interface's namespace; -1 if none
	index   int
	first   uint64 // the interface's counter at Open
	ifDrops atomic.Uint64
}

// pollEvery is after how many delivered packets the kernel's 32-bit counters
// are read at the latest.
const pollEvery = 1 << 24

func (s *statistics) init(index int) (op string, err error) {
	s.index = index
	if index == 0 {
		return "", nil
	}
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return "socket AF_NETLINK", err
	}
	s.link = fd
	_, s.first, _ = queryLink(fd, index)
	return "", nil
}

func (s *statistics) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.link >= 0 {
		_ = unix.Close(s.link)
		s.link = -1
	}
}

// delivered counts n packets read out of the ring, of which some were not
// passed on.
func (s *statistics) delivered(n, discarded uint64) {
	s.out.Add(n)
	s.discarded.Add(discarded)
}

// due reports whether the reader should poll.
func (s *statistics) due() bool {
	if out := s.out.Load(); out-s.polledAt >= pollEvery {
		s.polledAt = out
		return true
	}
	return false
}

// poll adds what the kernel counted since the last call.
func (s *statistics) poll(conn *socket.Conn) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	st, err := conn.Stats()
	if err != nil {
		return err
	}
	s.received.Add(uint64(st.Packets))
	s.dropped.Add(uint64(st.Drops))
	return nil
}

// pollInterface reads the interface's own counter.
func (s *statistics) pollInterface() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.link < 0 {
		return
	}
	if _, n, err := queryLink(s.link, s.index); err == nil && n >= s.first {
		s.ifDrops.Store(n - s.first)
	}
}

// empty reports whether all that went into the ring has come out, as far as
// the last poll knows.
func (s *statistics) empty() bool {
	return s.out.Load() >= s.received.Load()-s.dropped.Load()
}

func (s *statistics) get() Stats {
	return Stats{
		Received:           s.received.Load(),
		Dropped:            s.dropped.Load(),
		DroppedByInterface: s.ifDrops.Load(),
		Delivered:          s.out.Load(),
		Discarded:          s.discarded.Load(),
	}
}

// up reports whether the interface is up, as far as can be told.
func (s *statistics) up() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	flags, _, err := queryLink(s.link, s.index)
	return err == nil && flags&unix.IFF_UP != 0
}

// queryLink asks for an interface's flags and for how many packets it lost for
// want of room: rx_fifo_errors and rx_missed_errors of rtnl_link_stats64.
func queryLink(fd, index int) (flags uint32, drops uint64, err error) {
	const (
		fifo, missed = 14, 15 // 64-bit fields
		request      = unix.SizeofNlMsghdr + unix.SizeofIfInfomsg
	)
	var req [request]byte
	binary.NativeEndian.PutUint32(req[0:], request)
	binary.NativeEndian.PutUint16(req[4:], unix.RTM_GETLINK)
	binary.NativeEndian.PutUint16(req[6:], unix.NLM_F_REQUEST)
	binary.NativeEndian.PutUint32(req[unix.SizeofNlMsghdr+4:], uint32(index))
	if err := unix.Sendto(fd, req[:], 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return 0, 0, err
	}
	buf := make([]byte, 64<<10)
	n, _, err := unix.Recvfrom(fd, buf, 0)
	if err != nil {
		return 0, 0, err
	}
	msgs, err := syscall.ParseNetlinkMessage(buf[:n])
	if err != nil {
		return 0, 0, err
	}
	for i := range msgs {
		if msgs[i].Header.Type != unix.RTM_NEWLINK || len(msgs[i].Data) < unix.SizeofIfInfomsg {
			continue
		}
		attrs, err := syscall.ParseNetlinkRouteAttr(&msgs[i])
		if err != nil {
			return 0, 0, err
		}
		for _, a := range attrs {
			if a.Attr.Type == unix.IFLA_STATS64 && len(a.Value) >= 8*(missed+1) {
				drops = binary.NativeEndian.Uint64(a.Value[8*fifo:]) + binary.NativeEndian.Uint64(a.Value[8*missed:])
			}
		}
		return native32(msgs[i].Data[8:]), drops, nil
	}
	return 0, 0, unix.ENODEV
}
