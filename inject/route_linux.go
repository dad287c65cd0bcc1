package inject

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"

	"github.com/mdlayher/netlink"
	"golang.org/x/sys/unix"
)

// A router asks the kernel for routes, links and neighbours (rtnetlink(7)).
type router struct {
	conn    *netlink.Conn
	devices map[int]*device
	routes  map[routeKey]*route // so that equal routes are one
}

type routeKey struct {
	index           int
	gateway, source netip.Addr
	local           bool
}

func newRouter() (*router, error) {
	c, err := netlink.Dial(unix.NETLINK_ROUTE, nil)
	if err != nil {
		return nil, fmt.Errorf("inject: routing tables: %w", err)
	}
	return &router{conn: c, devices: map[int]*device{}, routes: map[routeKey]*route{}}, nil
}

// request sends a message of the given fixed part and attributes.
func (r *router) request(typ netlink.HeaderType, flags netlink.HeaderFlags, fixed []byte, attrs func(*netlink.AttributeEncoder)) ([]netlink.Message, error) {
	ae := netlink.NewAttributeEncoder()
	if attrs != nil {
		attrs(ae)
	}
	b, err := ae.Encode()
	if err != nil {
		return nil, err
	}
	return r.conn.Execute(netlink.Message{
		Header: netlink.Header{Type: typ, Flags: netlink.Request | flags},
		Data:   append(fixed, b...),
	})
}

// attributes calls fn for each attribute behind the fixed part of a message.
func attributes(m netlink.Message, fixed int, fn func(*netlink.AttributeDecoder)) error {
	if len(m.Data) < fixed {
		return errors.New("a message is too short")
	}
	ad, err := netlink.NewAttributeDecoder(m.Data[fixed:])
	if err != nil {
		return err
	}
	for ad.Next() {
		fn(ad)
	}
	return ad.Err()
}

// Lengths in bytes of the fixed parts, from linux/rtnetlink.h and neighbour.h.
const (
	rtmsgLen     = 12
	ifinfomsgLen = 16
	ndmsgLen     = 12
)

// cuts returns the addresses at which the kernel's routing tables or rules may
// begin to treat targets differently, ascending, those within bounds only.
func (r *router) cuts(bounds addrRange) ([]addr128, error) {
	var cuts []addr128
	add := func(p netip.Prefix) {
		x := prefixRange(p)
		for _, a := range [...]addr128{x.lo, x.hi.add(1)} {
			if bounds.lo.less(a) && !bounds.hi.less(a) {
				cuts = append(cuts, a)
			}
		}
	}
	for _, family := range [...]byte{unix.AF_INET, unix.AF_INET6} {
		for _, typ := range [...]netlink.HeaderType{unix.RTM_GETROUTE, unix.RTM_GETRULE} {
			fixed := make([]byte, rtmsgLen)
			fixed[0] = family
			msgs, err := r.request(typ, netlink.Dump, fixed, nil)
			if err != nil {
				if typ == unix.RTM_GETRULE || errors.Is(err, unix.EOPNOTSUPP) || errors.Is(err, unix.EAFNOSUPPORT) {
					continue // a kernel without rules, or without IPv6
				}
				return nil, fmt.Errorf("inject: list routes: %w", err)
			}
			for _, m := range msgs {
				if err := attributes(m, rtmsgLen, func(ad *netlink.AttributeDecoder) {
					// RTA_DST and FRA_DST are both 1; the length is in the fixed part.
					if a := addrOf(ad.Bytes()); ad.Type() == unix.RTA_DST && a.IsValid() {
						add(netip.PrefixFrom(a, int(m.Data[1])))
					}
				}); err != nil {
					return nil, fmt.Errorf("inject: list routes: %w", err)
				}
			}
		}
	}
	slices.SortFunc(cuts, addr128.compare)
	return slices.Compact(cuts), nil
}

// lookup returns the route to dst. It is nil, with the reason in words, where
// packets to dst do not reach one host.
func (r *router) lookup(dst netip.Addr, oif int) (*route, string, error) {
	fixed := make([]byte, rtmsgLen)
	fixed[0], fixed[1] = unix.AF_INET, 32
	if dst.Is6() {
		fixed[0], fixed[1] = unix.AF_INET6, 128
	}
	msgs, err := r.request(unix.RTM_GETROUTE, 0, fixed, func(ae *netlink.AttributeEncoder) {
		ae.Bytes(unix.RTA_DST, dst.AsSlice())
		if oif != 0 {
			ae.Uint32(unix.RTA_OIF, uint32(oif))
		}
	})
	if err != nil {
		for _, e := range [...]error{unix.ENETUNREACH, unix.EHOSTUNREACH, unix.EACCES, unix.EINVAL, unix.EAFNOSUPPORT} {
			if errors.Is(err, e) {
				return nil, "no route", nil
			}
		}
		return nil, "", fmt.Errorf("inject: route to %v: %w", dst, err)
	}
	if len(msgs) == 0 || len(msgs[0].Data) < rtmsgLen {
		return nil, "", fmt.Errorf("inject: route to %v: the kernel said nothing", dst)
	}
	key := routeKey{}
	if err := attributes(msgs[0], rtmsgLen, func(ad *netlink.AttributeDecoder) {
		switch ad.Type() {
		case unix.RTA_OIF:
			key.index = int(ad.Uint32())
		case unix.RTA_GATEWAY:
			key.gateway = addrOf(ad.Bytes())
		case unix.RTA_VIA: // a gateway of another family: family (16 bits), address
			if b := ad.Bytes(); len(b) > 2 {
				key.gateway = addrOf(b[2:])
			}
		case unix.RTA_PREFSRC:
			key.source = addrOf(ad.Bytes())
		}
	}); err != nil {
		return nil, "", fmt.Errorf("inject: route to %v: %w", dst, err)
	}
	switch typ := msgs[0].Data[7]; typ {
	case unix.RTN_UNICAST:
	case unix.RTN_LOCAL, unix.RTN_ANYCAST:
		key.local = true
	case unix.RTN_BROADCAST:
		return nil, "broadcast", nil
	case unix.RTN_MULTICAST:
		return nil, "multicast", nil
	default:
		return nil, "no route", nil
	}
	return r.route(key, dst)
}

// route returns the one route with the given key.
func (r *router) route(key routeKey, dst netip.Addr) (*route, string, error) {
	if !key.source.IsValid() {
		key.source = interfaceAddr(key.index, dst)
		if !key.source.IsValid() {
			return nil, "no source address", nil
		}
	}
	if known := r.routes[key]; known != nil {
		return known, "", nil
	}
	d, err := r.device(key.index)
	if err != nil {
		return nil, "", err
	}
	rt := &route{device: d, gateway: key.gateway, source: key.source, local: key.local}
	r.routes[key] = rt
	return rt, "", nil
}

// interfaceAddr returns an address of an interface to talk to dst from, for
// routes that name none.
func interfaceAddr(index int, dst netip.Addr) netip.Addr {
	ifi, err := net.InterfaceByIndex(index)
	if err != nil {
		return netip.Addr{}
	}
	addrs, _ := ifi.Addrs()
	var best netip.Addr
	for _, a := range addrs {
		n, ok := a.(*net.IPNet)
		if !ok {
			continue
		}
		ip := addrOf(n.IP).Unmap()
		if ip.Is4() != dst.Is4() {
			continue
		}
		if !best.IsValid() || ip.IsLinkLocalUnicast() == dst.IsLinkLocalUnicast() && best.IsLinkLocalUnicast() != dst.IsLinkLocalUnicast() {
			best = ip
		}
	}
	return best
}

// device returns what the kernel knows of an interface.
func (r *router) device(index int) (*device, error) {
	if d := r.devices[index]; d != nil {
		return d, nil
	}
	fixed := make([]byte, ifinfomsgLen)
	binary.NativeEndian.PutUint32(fixed[4:], uint32(index))
	msgs, err := r.request(unix.RTM_GETLINK, 0, fixed, nil)
	if err != nil {
		return nil, fmt.Errorf("inject: interface %d: %w", index, err)
	}
	if len(msgs) == 0 || len(msgs[0].Data) < ifinfomsgLen {
		return nil, fmt.Errorf("inject: interface %d: the kernel said nothing", index)
	}
	d := &device{index: index}
	if err := attributes(msgs[0], ifinfomsgLen, func(ad *netlink.AttributeDecoder) {
		switch ad.Type() {
		case unix.IFLA_IFNAME:
			d.name = ad.String()
		case unix.IFLA_MTU:
			d.mtu = int(ad.Uint32())
		case unix.IFLA_ADDRESS:
			copy(d.hw[:], ad.Bytes())
		}
	}); err != nil {
		return nil, fmt.Errorf("inject: interface %d: %w", index, err)
	}
	hardware := binary.NativeEndian.Uint16(msgs[0].Data[2:])
	flags := binary.NativeEndian.Uint32(msgs[0].Data[8:])
	d.ethernet = hardware == unix.ARPHRD_ETHER
	d.loopback = flags&unix.IFF_LOOPBACK != 0
	d.noARP = flags&unix.IFF_NOARP != 0
	if flags&unix.IFF_UP == 0 {
		return nil, fmt.Errorf("inject: interface %s is down", d.name)
	}
	r.devices[index] = d
	return d, nil
}

// neighbours returns the hardware addresses that the kernel knows on a device,
// those included that it has not confirmed lately.
func (r *router) neighbours(d *device) (map[netip.Addr][6]byte, error) {
	msgs, err := r.request(unix.RTM_GETNEIGH, netlink.Dump, make([]byte, ndmsgLen), nil)
	if err != nil {
		return nil, fmt.Errorf("inject: neighbours on %s: %w", d.name, err)
	}
	const usable = unix.NUD_REACHABLE | unix.NUD_STALE | unix.NUD_DELAY | unix.NUD_PROBE | unix.NUD_PERMANENT | unix.NUD_NOARP
	known := map[netip.Addr][6]byte{}
	for _, m := range msgs {
		if len(m.Data) < ndmsgLen || int(int32(binary.NativeEndian.Uint32(m.Data[4:]))) != d.index {
			continue
		}
		var a netip.Addr
		var hw []byte
		if err := attributes(m, ndmsgLen, func(ad *netlink.AttributeDecoder) {
			switch ad.Type() {
			case unix.NDA_DST:
				a = addrOf(ad.Bytes())
			case unix.NDA_LLADDR:
				hw = ad.Bytes()
			}
		}); err != nil {
			return nil, fmt.Errorf("inject: neighbours on %s: %w", d.name, err)
		}
		if a.IsValid() && len(hw) == 6 && binary.NativeEndian.Uint16(m.Data[8:])&usable != 0 {
			known[a] = [6]byte(hw)
		}
	}
	return known, nil
}

// routeTargets divides the targets into segments of one route each.
func (r *router) routeTargets(set addrSet, ifname string) (segs []segment, skips []skipped, err error) {
	oif := 0
	if ifname != "" {
		ifi, err := net.InterfaceByName(ifname)
		if err != nil {
			return nil, nil, fmt.Errorf("inject: interface %s: %w", ifname, err)
		}
		oif = ifi.Index
	}
	cuts, err := r.cuts(addrRange{set[0].lo, set[len(set)-1].hi})
	if err != nil {
		return nil, nil, err
	}
	for _, x := range set {
		i, _ := slices.BinarySearchFunc(cuts, x.lo.add(1), addr128.compare)
		for lo := x.lo; ; i++ {
			hi := x.hi
			last := i == len(cuts) || hi.less(cuts[i])
			if !last {
				hi = cuts[i].prev()
			}
			rt, why, err := r.lookup(lo.netip(), oif)
			if err != nil {
				return nil, nil, err
			}
			if rt == nil {
				skips = addSkip(skips, skipped{addrRange{lo, hi}, why})
			} else if segs, err = addSegment(segs, addrRange{lo, hi}, rt); err != nil {
				return nil, nil, err
			}
			if last {
				break
			}
			lo = cuts[i]
		}
	}
	return segs, skips, nil
}

// addSegment appends a range, or lengthens the last segment by it.
func addSegment(segs []segment, x addrRange, rt *route) ([]segment, error) {
	n, ok := x.size()
	if !ok {
		return nil, errTooMany
	}
	if k := len(segs) - 1; k >= 0 && segs[k].route == rt && segs[k].lo.add(segs[k].n) == x.lo {
		segs[k].n += n
		return segs, nil
	}
	return append(segs, segment{lo: x.lo, n: n, route: rt}), nil
}

func addSkip(skips []skipped, s skipped) []skipped {
	if k := len(skips) - 1; k >= 0 && skips[k].why == s.why && skips[k].r.hi.add(1) == s.r.lo {
		skips[k].r.hi = s.r.hi
		return skips
	}
	return append(skips, s)
}
