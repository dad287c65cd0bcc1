package capture

import (
	"errors"
	"time"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// dropAll returns the program that accepts no packet.
func dropAll() []bpf.RawInstruction { return []bpf.RawInstruction{{Op: opRet}} }

// loopbackIndex is the index of lo, in every namespace.
const loopbackIndex = 1

// prelude returns what runs before the user's filter: the direction asked
// for, and of the two times that a packet on the loopback interface is seen
// only the coming in. (So nothing goes out there, as in tcpdump.)
func prelude(ifi *netInterface, d packet.Direction) []bpf.RawInstruction {
	var p []bpf.RawInstruction
	if d == packet.Out {
		p = append(p,
			bpf.RawInstruction{Op: opLd, K: skfPktType},
			bpf.RawInstruction{Op: opJeq, Jt: 1, K: unix.PACKET_OUTGOING},
			bpf.RawInstruction{Op: opRet})
	}
	drop := []bpf.RawInstruction{
		{Op: opLd, K: skfPktType},
		{Op: opJeq, Jf: 1, K: unix.PACKET_OUTGOING},
		{Op: opRet},
	}
	switch {
	case d == packet.In || ifi.Flags&Loopback != 0:
		p = append(p, drop...)
	case ifi.Index == 0:
		p = append(p,
			bpf.RawInstruction{Op: opLd, K: skfIfIndex},
			bpf.RawInstruction{Op: opJeq, Jf: uint8(len(drop)), K: loopbackIndex})
		p = append(p, drop...)
	}
	return p
}

// program returns what to attach for the user's filter, nil for none. If it
// is not exact, Match has to look again at what it accepts.
func (r *Ring) program(user []bpf.RawInstruction) (p []bpf.RawInstruction, exact bool, err error) {
	p = append(p, r.prelude...)
	if user == nil {
		return append(p, bpf.RawInstruction{Op: opRet, K: uint32(r.cfg.SnapLen)}), true, nil
	}
	user, exact, err = kernelFilter(user, r.ifaces[0].LinkType)
	if err != nil {
		return nil, false, err
	}
	if len(p)+len(user) > maxFilter {
		return nil, false, errTooLong
	}
	for _, ins := range user {
		if ins.Op == opRet {
			ins.K = min(ins.K, uint32(r.cfg.SnapLen))
		}
		p = append(p, ins)
	}
	return p, exact, nil
}

// filterRefused reports whether an error of socket and bind can come from the
// filter: programs that the kernel's checker refuses, or for which the limit
// net.core.optmem_max is too low.
func filterRefused(err error) bool {
	return errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOMEM)
}

// SetFilter replaces the filter; nil accepts everything. Every packet that
// Next returns from then on was accepted by the new filter: what the old one
// let into the ring and Next has not returned is discarded, and counted in
// Stats. Nothing is accepted in between.
//
// It is called by the goroutine that calls Next. If the kernel cannot run the
// program, the old filter stays and the error is ErrFilter.
func (r *Ring) SetFilter(filter []bpf.RawInstruction) error {
	r.reader.Lock()
	defer r.reader.Unlock()
	fail := func(kind, err error) error {
		return &Error{Op: "filter", Interface: r.cfg.Interface, Kind: kind, Err: errnoOf(err)}
	}
	program, exact, err := r.program(filter)
	if err == nil && !exact {
		err = errUnknown
	}
	if err != nil {
		return fail(ErrFilter, err)
	}
	if ok, err := r.attach(dropAll()); !ok {
		return fail(nil, err)
	}
	quiesce()
	drained := r.drain()
	if ok, err := r.attach(program); !ok {
		_, _ = r.attach(r.attached)
		return fail(ErrFilter, err)
	}
	r.attached, r.match, r.inKernel = program, nil, nil
	r.setDeadline(time.Time{})
	if drained != nil {
		return drained
	}
	return nil
}

// attach puts a program into force, unless the ring is stopped: then nothing
// may come in any more, and this is no error.
func (r *Ring) attach(p []bpf.RawInstruction) (ok bool, err error) {
	r.wake.Lock()
	defer r.wake.Unlock()
	if r.closed.Load() {
		return false, ErrClosed
	}
	if r.halting {
		return true, nil
	}
	err = r.conn.SetBPF(p)
	return err == nil, err
}

// drain discards what is in the ring while nothing comes in.
func (r *Ring) drain() error {
	for begun := time.Now(); time.Since(begun) < drainLimit; {
		i := r.cur.Load()
		if r.leased[i].Load() {
			if !r.waitForLease(i) {
				return ErrClosed
			}
			continue
		}
		if b := r.blocks[i]; b.ours() {
			n := uint64(b.header().Num_pkts)
			r.stats.delivered(n, n)
			b.giveBack()
			r.advance()
			continue
		}
		if err := r.stats.poll(r.conn); err != nil || r.stats.empty() {
			return err
		}
		r.setDeadline(time.Now().Add(r.cfg.BlockTimeout))
		if err := r.park(); err != nil {
			return err
		}
	}
	return nil
}
