package inject

import (
	"encoding/binary"
	"unsafe"

	"golang.org/x/sys/unix"
)

// All use of unsafe in this package is in this file: the argument of
// sendmmsg(2), which golang.org/x/sys/unix does not wrap.

// messages are the arguments of sendmmsg(2) for a fixed set of buffers. They
// point into memory of Go's heap, which does not move; the slices keep it
// alive.
type messages struct {
	headers []mmsghdr
	vectors []unix.Iovec
	bufs    [][]byte
	name4   []unix.RawSockaddrInet4 // of raw IPv4 sockets
	name6   []unix.RawSockaddrInet6 // of raw IPv6 sockets
}

// mmsghdr is struct mmsghdr of sendmmsg(2); its alignment is msghdr's.
type mmsghdr struct {
	hdr unix.Msghdr
	len uint32 // bytes sent
}

// newMessages prepares n messages. nameLen is the length of the destination
// addresses that go with them: of an IPv4 or IPv6 socket address, or 0.
func newMessages(n, nameLen int, buf func(i int) []byte) messages {
	m := messages{headers: make([]mmsghdr, n), vectors: make([]unix.Iovec, n), bufs: make([][]byte, n)}
	switch nameLen {
	case unix.SizeofSockaddrInet4:
		m.name4 = make([]unix.RawSockaddrInet4, n)
	case unix.SizeofSockaddrInet6:
		m.name6 = make([]unix.RawSockaddrInet6, n)
	}
	for i := range n {
		m.bufs[i] = buf(i)
		m.vectors[i].Base = &m.bufs[i][0]
		m.vectors[i].SetLen(len(m.bufs[i]))
		h := &m.headers[i].hdr
		h.Iov = &m.vectors[i]
		h.SetIovlen(1)
		h.Namelen = uint32(nameLen)
		switch {
		case m.name4 != nil:
			m.name4[i].Family = unix.AF_INET
			h.Name = (*byte)(unsafe.Pointer(&m.name4[i]))
		case m.name6 != nil:
			m.name6[i].Family = unix.AF_INET6
			h.Name = (*byte)(unsafe.Pointer(&m.name6[i]))
		}
	}
	return m
}

// address sets where the i-th message goes, for sockets that want to know.
func (m *messages) address(i int, dst addr128, device int) {
	switch {
	case m.name4 != nil:
		binary.BigEndian.PutUint32(m.name4[i].Addr[:], uint32(dst.lo))
	case m.name6 != nil:
		m.name6[i].Addr = dst.bytes()
		m.name6[i].Scope_id = 0
		if dst.hi>>54 == 0xfe80>>6 { // fe80::/10 means something on one link only
			m.name6[i].Scope_id = uint32(device)
		}
	}
}

// send sends messages from to to-1 and returns how many went.
func (m *messages) send(fd, from, to int) (int, error) {
	n, _, errno := unix.Syscall6(unix.SYS_SENDMMSG, uintptr(fd), uintptr(unsafe.Pointer(&m.headers[from])), uintptr(to-from), unix.MSG_DONTWAIT, 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}
