package inject

import (
	"fmt"
	"net/netip"
	"os"
)

// routeTargets divides the targets into segments of one route each, and names
// those that cannot be probed.
func routeTargets(set addrSet, ifname string) ([]segment, []skipped, error) {
	r, err := newRouter()
	if err != nil {
		return nil, nil, err
	}
	defer r.conn.Close()
	return r.routeTargets(set, ifname)
}

// neighbours returns the hardware addresses that the kernel knows on a device.
func neighbours(d *device) (map[netip.Addr][6]byte, error) {
	r, err := newRouter()
	if err != nil {
		return nil, err
	}
	defer r.conn.Close()
	return r.neighbours(d)
}

// sourceOn returns an address of a device to ask a neighbour from.
func sourceOn(d *device, dst netip.Addr) netip.Addr { return interfaceAddr(d.index, dst) }

// localPorts returns the range that the kernel takes source ports from.
func localPorts() [2]int {
	p := [2]int{32768, 60999}
	if b, err := os.ReadFile("/proc/sys/net/ipv4/ip_local_port_range"); err == nil {
		var lo, hi int
		if n, _ := fmt.Sscan(string(b), &lo, &hi); n == 2 && 0 < lo && lo <= hi && hi < 65536 {
			p = [2]int{lo, hi}
		}
	}
	return p
}
