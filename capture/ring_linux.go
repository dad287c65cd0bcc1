package capture

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	socket "github.com/mdlayher/packet"
	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// A Ring captures from one interface, or from all. Next is called by one
// goroutine at a time; Stop, Stats, Close and the release of batches may come
// from any.
type Ring struct {
	packet.DataSource

	cfg    Config
	ifaces [1]packet.Interface
	conn   *socket.Conn
	raw    syscall.RawConn
	mem    []byte
	blocks []block
	leased []atomic.Bool // by block: lent to a consumer
	freed  chan struct{} // told when a lease ends
	lent   atomic.Int32  // leases out
	unmap  sync.Once

	// Of the goroutine in Next.
	reader struct {
		sync.Mutex // held while Next runs
		down, gone bool
		ready      func(fd uintptr) bool // argument of raw.Read, made once
		soErr      int
		pace       time.Duration // of the last block; see nap
		idle       time.Time     // draining: since when nothing came
	}

	cur    atomic.Uint32 // the block that is next; only Next changes it
	parked atomic.Bool   // Next sleeps until it is ours

	// Who sets the read deadline of conn holds wake.
	wake    sync.Mutex
	halting bool // Stop was called: only the drain sets deadlines from now on
	stopped atomic.Bool
	closed  atomic.Bool
	done    chan struct{} // closed by Close

	leases struct {
		sync.Mutex
		free []*lease
	}
	stats statistics

	decode   decoder
	prelude  []bpf.RawInstruction
	attached []bpf.RawInstruction
	match    func(*packet.Packet) bool
	inKernel error // why the kernel does not run the filter; nil if it does
}

// A lease is a batch over one block of the ring.
type lease struct {
	packet.Batch
	block uint32
}

// Open starts capturing. Its errors are of type *Error.
func Open(c Config) (*Ring, error) {
	r, err := openHeld(c)
	if err == nil && c.Fanout != nil {
		if err = r.letIn(); err != nil {
			_ = r.Close()
		}
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// openHeld is Open; but if the ring is in a fan-out group, it accepts nothing
// until letIn.
func openHeld(c Config) (r *Ring, err error) {
	err = inNetNS(c.NetNS, func() (err error) {
		r, err = open(c, setRing)
		return err
	})
	return r, err
}

// open does the work of Open in the calling thread's network namespace.
func open(c Config, set setRingFunc) (_ *Ring, err error) {
	c = c.withDefaults()
	fail := func(op string, kind, err error) (*Ring, error) {
		return nil, &Error{Op: op, Interface: c.Interface, Kind: kind, Err: err}
	}
	ifi, err := findInterface(c.Interface)
	if err != nil {
		return nil, err
	}
	c.Interface = ifi.Name
	link, err := chooseLink(ifi, c.LinkType)
	if err != nil {
		return nil, err
	}
	r := &Ring{cfg: c, freed: make(chan struct{}, 1), done: make(chan struct{})}
	r.DataSource = packet.NewDataSource(r.Next)
	r.reader.ready = r.isReady
	r.stats.link = -1
	r.ifaces[0] = describe(ifi, link, c)
	r.prelude = prelude(ifi, c.Direction)
	r.decode = newDecoder(link, c)

	if op, err := r.listen(ifi, link, c); err != nil {
		return fail(op, kindOf(err), errnoOf(err))
	}
	defer func() {
		if err != nil {
			_ = r.conn.Close()
			r.release()
		}
	}()
	if r.raw, err = r.conn.SyscallConn(); err != nil {
		return fail("socket", nil, err)
	}
	var op string
	op, err = r.setUp(ifi, set)
	if err != nil {
		return fail(op, kindOf(err), err)
	}
	return r, nil
}

// listen opens the socket with the filter and bound to protocol 0, so that it
// receives nothing yet. What the kernel cannot filter is left to Match.
func (r *Ring) listen(ifi *netInterface, l link, c Config) (op string, err error) {
	var exact bool
	r.attached, exact, err = r.program(c.Filter)
	if err == nil && !exact {
		r.inKernel, r.match = errUnknown, c.Match
	}
	if err == nil && (exact || c.Match != nil) {
		r.conn, err = socket.Listen(ifi.forSocket(), l.socketType, 0, &socket.Config{Filter: r.attached})
		if err == nil || c.Filter == nil || !filterRefused(err) {
			return "socket", err
		}
	}
	if r.inKernel == nil {
		r.inKernel = err
	}
	if c.Match == nil {
		return "filter", fmt.Errorf("%w: %w", ErrFilter, errnoOf(r.inKernel))
	}
	r.match = c.Match
	r.attached, _, _ = r.program(nil)
	r.conn, err = socket.Listen(ifi.forSocket(), l.socketType, 0, &socket.Config{Filter: r.attached})
	return "socket", err
}

// setUp makes the ring and binds the socket; see the package comment for the
// order. It returns the step that failed.
func (r *Ring) setUp(ifi *netInterface, set setRingFunc) (op string, err error) {
	cerr := r.raw.Control(func(fd uintptr) { op, err = r.setUpSocket(int(fd), ifi, set) })
	if cerr != nil {
		return "socket", cerr
	}
	if err != nil {
		return op, err
	}
	if !r.cfg.NoPromiscuous && ifi.Index != 0 {
		// Before the bind, so that the first packet is captured under the
		// same rule as the last.
		if err := r.conn.SetPromiscuous(true); err != nil {
			return "setsockopt PACKET_ADD_MEMBERSHIP", errnoOf(err)
		}
	}
	if r.cfg.Fanout != nil {
		// A socket joins a group after its bind. Until then it would get what
		// other members of the group get as well.
		if err := r.conn.SetBPF(dropAll()); err != nil {
			return "setsockopt SO_ATTACH_FILTER", errnoOf(err)
		}
	}
	cerr = r.raw.Control(func(fd uintptr) {
		op, err = "bind", unix.Bind(int(fd), &unix.SockaddrLinklayer{Protocol: htons(unix.ETH_P_ALL), Ifindex: ifi.Index})
		if err != nil {
			return
		}
		// bind accepts an interface that is down and says so here.
		if soErr, _ := unix.GetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_ERROR); soErr != 0 {
			err = unix.Errno(soErr)
			return
		}
		if r.cfg.Fanout != nil {
			op, err = r.join(int(fd))
		}
	})
	if cerr != nil {
		return "socket", cerr
	}
	return op, err
}

func (r *Ring) setUpSocket(fd int, ifi *netInterface, set setRingFunc) (op string, err error) {
	if err = unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_VERSION, unix.TPACKET_V3); err != nil {
		return "setsockopt PACKET_VERSION", err
	}
	// Room in front of the packet for what is put back there.
	if err = unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_RESERVE, frameReserve); err != nil {
		return "setsockopt PACKET_RESERVE", err
	}
	if err = setTimestampType(fd, ifi, r.cfg.TimestampType); err != nil {
		return "setsockopt PACKET_TIMESTAMP", err
	}
	c := r.cfg
	if c.BufferSize > modestRing {
		c.BufferSize = affordable(c.BufferSize, availableMemory())
	}
	g := geometryFor(c, ifi.largest)
	if g, err = allocate(fd, g, set); err != nil {
		return "setsockopt PACKET_RX_RING", err
	}
	r.mem, err = unix.Mmap(fd, 0, g.size(), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return "mmap", err
	}
	r.blocks = make([]block, g.blocks)
	r.leased = make([]atomic.Bool, g.blocks)
	for i := range r.blocks {
		lo, hi := i*g.blockSize, (i+1)*g.blockSize
		r.blocks[i] = block(r.mem[lo:hi:hi])
	}
	return r.stats.init(r.ifaces[0].Index)
}

// Interfaces implements the contract of a source; a ring has one interface,
// which is "any" with index 0 if it captures on all.
func (r *Ring) Interfaces() []packet.Interface { return r.ifaces[:] }

// Buffer returns how many bytes of ring were asked for and how many the kernel
// allocated.
func (r *Ring) Buffer() (asked, got int) { return r.cfg.BufferSize, len(r.mem) }

// FilterInKernel returns nil if the kernel runs the filter, otherwise the
// reason why Match does.
func (r *Ring) FilterInKernel() error { return r.inKernel }

// Stop ends the inflow. It returns when no further packet can enter the ring;
// Next goes on to deliver what is in it and then returns io.EOF. Stop may be
// called more than once, from any goroutine.
func (r *Ring) Stop() { stopAll([]*Ring{r}) }

// stopAll stops rings at the same moment: the inflow of all of them is cut
// before the first one is waited for.
func stopAll(rings []*Ring) {
	var cut []*Ring
	for _, r := range rings {
		r.wake.Lock()
		if !r.halting && !r.closed.Load() {
			r.halting = true
			_ = r.conn.SetBPF(dropAll()) // fails only if the socket is gone
			cut = append(cut, r)
		}
		r.wake.Unlock()
	}
	if cut == nil {
		return
	}
	quiesce()
	for _, r := range cut {
		r.wake.Lock()
		r.stopped.Store(true)
		_ = r.conn.SetReadDeadline(time.Unix(1, 0))
		r.wake.Unlock()
	}
}

// Close frees everything. A Next that waits returns ErrClosed. Batches that
// are still out stay valid: the memory goes with the last of them.
func (r *Ring) Close() error {
	r.wake.Lock()
	if r.closed.Load() {
		r.wake.Unlock()
		return nil
	}
	_ = r.stats.poll(r.conn)
	r.closed.Store(true)
	close(r.done)
	err := r.conn.Close()
	r.wake.Unlock()
	r.tryRelease()
	return err
}

// tryRelease unmaps the ring once the reader has left and no lease is out. It
// is called by Close and by whoever ends the last lease after it.
func (r *Ring) tryRelease() {
	r.reader.Lock()
	defer r.reader.Unlock()
	if r.lent.Load() == 0 {
		r.release()
	}
}

func (r *Ring) release() {
	r.unmap.Do(func() {
		if r.mem != nil {
			_ = unix.Munmap(r.mem)
		}
		r.stats.close()
	})
}

// Stats returns the counters since Open. It may be called at any time, after
// Close too.
func (r *Ring) Stats() (Stats, error) {
	r.wake.Lock()
	defer r.wake.Unlock()
	if r.closed.Load() {
		return r.stats.get(), nil
	}
	if err := r.stats.poll(r.conn); err != nil {
		return Stats{}, &Error{Op: "getsockopt PACKET_STATISTICS", Interface: r.cfg.Interface, Err: errnoOf(err)}
	}
	r.stats.pollInterface()
	return r.stats.get(), nil
}

// quiesce waits until no CPU is still putting a packet into a ring under a
// filter that has been replaced: the kernel's packet handlers run under RCU,
// and membarrier waits for an RCU grace period.
func quiesce() {
	const cmdGlobal = 1 // MEMBARRIER_CMD_GLOBAL
	if _, _, errno := unix.Syscall(unix.SYS_MEMBARRIER, cmdGlobal, 0, 0); errno != 0 {
		// Not offered on kernels with nohz_full; a handler runs for
		// microseconds.
		time.Sleep(10 * time.Millisecond)
	}
}

func native16(b []byte) uint16 { return binary.NativeEndian.Uint16(b) }
func native32(b []byte) uint32 { return binary.NativeEndian.Uint32(b) }

// htons returns v in network byte order, as the fields of a sockaddr_ll are;
// it also is its own inverse.
func htons(v uint16) uint16 {
	var b [2]byte
	binary.BigEndian.PutUint16(b[:], v)
	return binary.NativeEndian.Uint16(b[:])
}

func errnoOf(err error) error {
	var errno unix.Errno
	if errors.As(err, &errno) {
		return errno
	}
	return err
}

func kindOf(err error) error {
	switch {
	case errors.Is(err, unix.EPERM), errors.Is(err, unix.EACCES):
		return ErrPermission
	case errors.Is(err, unix.ENODEV), errors.Is(err, unix.ENXIO):
		return ErrNoDevice
	case errors.Is(err, unix.ENETDOWN):
		return ErrNotUp
	}
	return nil
}

func (c Config) withDefaults() Config {
	if c.SnapLen <= 0 || c.SnapLen > packet.MaxSnapLen {
		c.SnapLen = packet.MaxSnapLen
	}
	if c.BufferSize <= 0 {
		c.BufferSize = DefaultBufferSize
	}
	if c.Immediate {
		c.BlockTimeout = ImmediateTimeout
	}
	if c.BlockTimeout <= 0 {
		c.BlockTimeout = DefaultBlockTimeout
	}
	c.BlockTimeout = max(c.BlockTimeout.Round(time.Millisecond), time.Millisecond)
	return c
}
