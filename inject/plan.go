package inject

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"net/netip"
	"sort"
)

// A route is how packets to some addresses leave.
type route struct {
	device  *device
	gateway netip.Addr // invalid: the targets are on the link, or on this host
	source  netip.Addr
	local   bool // the targets are this host's own addresses
}

// onLink reports whether targets have to be asked for their own hardware
// address.
func (r *route) onLink() bool { return !r.gateway.IsValid() && r.device.resolves() }

// A device is a network interface as far as sending goes.
type device struct {
	index    int
	name     string
	ethernet bool // frames with an Ethernet header; otherwise packets go through a raw IP socket
	loopback bool
	noARP    bool // no hardware addresses are asked for
	hw       [6]byte
	mtu      int
}

// resolves reports whether neighbours on the device have to be asked for their
// hardware addresses.
func (d *device) resolves() bool { return d.ethernet && !d.noARP }

// A segment is a run of targets with one route.
type segment struct {
	lo     addr128
	n      uint64 // addresses
	first  uint64 // number of the first of them among all targets
	route  *route
	egress *egress
	// Hardware addresses to send to: one for all (the gateway's), or, on the
	// link, one for each address. The zero address means that nobody answered.
	hw   [6]byte
	each [][6]byte
}

// destination returns the hardware address for the i-th address of s.
func (s *segment) destination(i uint64) [6]byte {
	if s.each != nil {
		return s.each[i]
	}
	return s.hw
}

// A plan numbers the probes: address number h among the targets and port
// number p give probe h*len(ports)+p.
type plan struct {
	segments []segment
	ports    []uint16
	portNum  []int32 // by port; -1: not scanned
	hosts    uint64
	probes   uint64
}

// maxOnLink bounds the addresses that are asked for their hardware address.
const maxOnLink = 1 << 20

var errTooMany = errors.New("inject: more than 2^62 probes")

// newPlan numbers the targets in segs, which ascend.
func newPlan(segs []segment, ports []uint16) (*plan, error) {
	p := &plan{segments: segs, ports: ports, portNum: make([]int32, math.MaxUint16+1)}
	onLink := uint64(0)
	for i := range segs {
		segs[i].first = p.hosts
		var carry uint64
		if p.hosts, carry = bits.Add64(p.hosts, segs[i].n, 0); carry != 0 {
			return nil, errTooMany
		}
		if segs[i].route.onLink() {
			if onLink += segs[i].n; onLink > maxOnLink {
				return nil, fmt.Errorf("inject: more than %d addresses on the link", maxOnLink)
			}
		}
	}
	over, n := bits.Mul64(p.hosts, uint64(len(ports)))
	if over != 0 || n > 1<<62 {
		return nil, errTooMany
	}
	p.probes = n
	for i := range p.portNum {
		p.portNum[i] = -1
	}
	for i, port := range ports {
		p.portNum[port] = int32(i)
	}
	return p, nil
}

// probe returns the segment, the address's number within it, and the port of
// probe x.
func (p *plan) probe(x uint64) (s *segment, i uint64, port uint16) {
	host := x / uint64(len(p.ports))
	port = p.ports[x-host*uint64(len(p.ports))]
	lo, hi := 0, len(p.segments)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; p.segments[mid].first <= host {
			lo = mid
		} else {
			hi = mid
		}
	}
	s = &p.segments[lo]
	return s, host - s.first, port
}

// number returns the number of the probe to an address and port; ok is false
// if there is none.
func (p *plan) number(a addr128, port uint16) (x uint64, ok bool) {
	num := p.portNum[port]
	if num < 0 {
		return 0, false
	}
	i := sort.Search(len(p.segments), func(i int) bool { return a.less(p.segments[i].lo) }) - 1
	if i < 0 {
		return 0, false
	}
	s := &p.segments[i]
	off, fits := a.sub(s.lo)
	if !fits || off >= s.n {
		return 0, false
	}
	return (s.first+off)*uint64(len(p.ports)) + uint64(num), true
}

// A skipped run of targets cannot be probed.
type skipped struct {
	r   addrRange
	why string
}
