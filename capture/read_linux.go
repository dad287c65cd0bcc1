package capture

import (
	"errors"
	"io"
	"os"
	"slices"
	"time"

	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// Next waits for packets and returns them. The batch points into the ring:
// the sooner it is released, the more room has the kernel. Several batches may
// be out at once; a goroutine that holds all blocks of the ring and calls Next
// waits for itself.
//
// Next returns io.EOF once the ring has been read to its end after Stop,
// ErrGone (in an *Error) when the interface disappeared, ErrClosed after
// Close. An interface that goes down is waited for.
func (r *Ring) Next() (*packet.Batch, error) {
	r.reader.Lock()
	defer r.reader.Unlock()
	for {
		if r.closed.Load() {
			return nil, ErrClosed
		}
		i := r.cur.Load()
		if r.leased[i].Load() {
			if !r.waitForLease(i) {
				return nil, ErrClosed
			}
			continue
		}
		b := r.blocks[i]
		if !b.ours() {
			if r.nap(); b.ours() {
				continue
			}
			if err := r.wait(); err != nil {
				return nil, err
			}
			continue
		}
		l := r.newLease(i)
		r.fill(l)
		r.advance()
		if len(l.Packets) == 0 {
			r.endLease(l)
			continue
		}
		return &l.Batch, nil
	}
}

// advance turns to the next block.
func (r *Ring) advance() {
	r.cur.Store((r.cur.Load() + 1) % uint32(len(r.blocks)))
}

// fill decodes the frames of a block into the lease.
func (r *Ring) fill(l *lease) {
	b := r.blocks[l.block]
	h := b.header()
	n, off := int(h.Num_pkts), h.Offset_to_first_pkt
	r.reader.pace = pace(h)
	packets := slices.Grow(l.Packets[:0], n)[:n]
	kept := 0
	for range n {
		hdr, from := b.frame(off)
		off += hdr.Next_offset
		p := &packets[kept]
		r.decode.packet(p, b[off-hdr.Next_offset:], hdr, from)
		if r.match != nil && !r.match(p) {
			continue
		}
		if len(p.Data) > r.cfg.SnapLen {
			p.Data = p.Data[:r.cfg.SnapLen:r.cfg.SnapLen]
		}
		kept++
	}
	l.Packets = packets[:kept]
	r.stats.delivered(uint64(n), uint64(n-kept))
	if r.stats.due() {
		_ = r.stats.poll(r.conn)
	}
}

// pace returns how long the block took to become full, 0 if it was closed
// because its time was over.
func pace(h *unix.TpacketHdrV1) time.Duration {
	if h.Block_status&unix.TP_STATUS_BLK_TMO != 0 {
		return 0
	}
	first, last := h.Ts_first_pkt, h.Ts_last_pkt // the fraction is in nanoseconds
	return time.Duration(last.Sec)*time.Second + time.Duration(last.Usec) -
		time.Duration(first.Sec)*time.Second - time.Duration(first.Usec)
}

// A reader that has caught up with fast traffic naps, for as long as a share
// of the ring takes to become full: one waking for many blocks costs less than
// one for each.
const (
	napShare = 16
	maxNap   = 10 * time.Millisecond
)

// nap sleeps if it is worth while.
func (r *Ring) nap() {
	d := r.reader.pace * time.Duration(len(r.blocks)/napShare)
	if r.reader.pace <= 0 || r.reader.pace > maxNap/2 || d == 0 || r.stopped.Load() {
		return
	}
	r.reader.pace = 0
	// Not time.Sleep: the runtime waits in its poller then, which each block
	// wakes up.
	ts := unix.NsecToTimespec(int64(min(d, maxNap)))
	_ = unix.Nanosleep(&ts, nil)
}

// wait returns nil when there may be a block to read.
func (r *Ring) wait() error {
	stopped := r.stopped.Load()
	if !stopped && !r.reader.gone {
		if r.reader.down {
			// No event tells that an interface which is down has been deleted.
			r.setDeadline(time.Now().Add(downPoll))
		}
		return r.park()
	}
	// Nothing comes in any more. What the kernel accepted and we have not
	// seen is in the open block, which the kernel's timer closes.
	if err := r.stats.poll(r.conn); err == nil && r.stats.empty() {
		return r.ended()
	}
	now := time.Now()
	switch {
	case r.reader.idle.IsZero():
		r.reader.idle = now
	case now.Sub(r.reader.idle) > drainLimit+4*r.cfg.BlockTimeout:
		return r.ended() // the counters do not agree: never wait for ever
	}
	r.setDeadline(now.Add(r.cfg.BlockTimeout))
	return r.park()
}

const (
	downPoll   = 100 * time.Millisecond
	drainLimit = time.Second
)

func (r *Ring) ended() error {
	if r.reader.gone {
		return &Error{Interface: r.cfg.Interface, Kind: ErrGone}
	}
	return io.EOF
}

// park sleeps until the block is ours, the interface's state changed, the
// deadline has passed or the socket is closed.
func (r *Ring) park() error {
	r.reader.soErr = 0
	r.parked.Store(true)
	err := r.raw.Read(r.reader.ready)
	r.parked.Store(false)
	switch {
	case r.closed.Load():
		return ErrClosed
	case err != nil && !errors.Is(err, os.ErrDeadlineExceeded):
		return &Error{Op: "poll", Interface: r.cfg.Interface, Err: err}
	}
	if r.reader.soErr != 0 && unix.Errno(r.reader.soErr) != unix.ENETDOWN {
		return &Error{Op: "recv", Interface: r.cfg.Interface, Err: unix.Errno(r.reader.soErr)}
	}
	if r.blocks[r.cur.Load()].ours() {
		r.reader.idle = time.Time{}
	}
	if r.reader.soErr != 0 {
		r.reader.down = true
	}
	if !r.reader.down {
		return nil
	}
	if r.reader.gone = !r.bound(); !r.reader.gone && r.stats.up() {
		r.reader.down = false // the next time that it goes down is an event again
		r.setDeadline(time.Time{})
	}
	return nil
}

// idle reports whether Next sleeps for good reason: all blocks that the kernel
// has handed over were returned by it. The ring must not be closed meanwhile.
func (r *Ring) idle() bool {
	return r.parked.Load() && !r.blocks[r.cur.Load()].ours()
}

// isReady is what the runtime's poller asks before it sleeps and when it was
// woken. It runs in the goroutine of Next.
func (r *Ring) isReady(fd uintptr) bool {
	if r.blocks[r.cur.Load()].ours() {
		return true
	}
	r.reader.soErr, _ = unix.GetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_ERROR)
	return r.reader.soErr != 0
}

// setDeadline sets the poller's deadline unless Stop is about to: then it
// would undo what wakes the reader.
func (r *Ring) setDeadline(t time.Time) {
	r.wake.Lock()
	defer r.wake.Unlock()
	if !r.halting || r.stopped.Load() {
		_ = r.conn.SetReadDeadline(t)
	}
}

// bound reports whether the interface that the socket was bound to exists: the
// kernel sets the socket's interface to -1 when it is deleted or moves to
// another namespace.
func (r *Ring) bound() bool {
	ok := true
	_ = r.raw.Control(func(fd uintptr) {
		sa, err := unix.Getsockname(int(fd))
		if ll, isLink := sa.(*unix.SockaddrLinklayer); err == nil && isLink {
			ok = ll.Ifindex == r.ifaces[0].Index
		}
	})
	return ok
}

// waitForLease waits until block i has been released. It reports false when
// the ring was closed instead.
func (r *Ring) waitForLease(i uint32) bool {
	for r.leased[i].Load() {
		select {
		case <-r.freed:
		case <-r.done:
			return false
		}
	}
	return true
}

func (r *Ring) newLease(i uint32) *lease {
	r.leases.Lock()
	var l *lease
	if n := len(r.leases.free); n > 0 {
		l, r.leases.free = r.leases.free[n-1], r.leases.free[:n-1]
	}
	r.leases.Unlock()
	if l == nil {
		l = new(lease)
		l.Free = func(*packet.Batch) {
			if r.endLease(l) == 0 && r.closed.Load() {
				r.tryRelease()
			}
		}
	}
	l.block = i
	r.leased[i].Store(true)
	r.lent.Add(1)
	return l
}

// endLease gives the block back to the kernel and returns how many leases are
// still out.
func (r *Ring) endLease(l *lease) (out int32) {
	i := l.block
	l.Packets = l.Packets[:0]
	r.leases.Lock()
	r.leases.free = append(r.leases.free, l)
	r.leases.Unlock()
	r.blocks[i].giveBack()
	r.leased[i].Store(false)
	select {
	case r.freed <- struct{}{}:
	default:
	}
	return r.lent.Add(-1)
}
