package capture

import (
	"golang.org/x/sys/unix"
)

// OpenFanout opens n rings that share one interface's packets. The kernel
// deals them out by the mode; each packet goes to one ring. The buffer size of
// c is that of all rings together.
func OpenFanout(c Config, n int, mode FanoutMode) ([]*Ring, error) {
	c.BufferSize = c.withDefaults().BufferSize / n
	rings := make([]*Ring, 0, n)
	fail := func(err error) ([]*Ring, error) {
		for _, r := range rings {
			_ = r.Close()
		}
		return nil, err
	}
	// The kernel finds a number for the group that nobody uses.
	c.Fanout = &Fanout{Mode: mode | unix.PACKET_FANOUT_FLAG_UNIQUEID}
	for range n {
		r, err := openHeld(c)
		if err != nil {
			return fail(err)
		}
		rings = append(rings, r)
		if len(rings) == 1 {
			id, err := r.fanoutID()
			if err != nil {
				return fail(err)
			}
			c.Fanout = &Fanout{ID: id, Mode: mode}
		}
	}
	for _, r := range rings {
		if err := r.letIn(); err != nil {
			return fail(err)
		}
	}
	return rings, nil
}

// fanoutID returns the number of the group that the ring is in.
func (r *Ring) fanoutID() (uint16, error) {
	var v int
	var err error
	if cerr := r.raw.Control(func(fd uintptr) {
		v, err = unix.GetsockoptInt(int(fd), unix.SOL_PACKET, unix.PACKET_FANOUT)
	}); cerr != nil {
		err = cerr
	}
	if err != nil {
		return 0, &Error{Op: "getsockopt PACKET_FANOUT", Interface: r.cfg.Interface, Err: err}
	}
	return uint16(v), nil
}

// letIn puts the filter of a ring into force that was opened with openHeld.
func (r *Ring) letIn() error {
	if ok, err := r.attach(r.attached); !ok {
		return &Error{Op: "filter", Interface: r.cfg.Interface, Err: errnoOf(err)}
	}
	return nil
}

// join makes the socket a member of the group in Config.
func (r *Ring) join(fd int) (op string, err error) {
	f := r.cfg.Fanout
	return "setsockopt PACKET_FANOUT", unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_FANOUT, int(f.ID)|int(f.Mode)<<16)
}
