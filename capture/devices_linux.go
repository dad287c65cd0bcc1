package capture

import (
	"cmp"
	"errors"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"syscall"

	socket "github.com/mdlayher/packet"
	"golang.org/x/sys/unix"

	"wiredump/capture/packet"
)

// A netInterface is what the kernel tells of an interface.
type netInterface struct {
	Device
	arphrd  uint16
	largest int // bytes of the largest packet it hands up, offloads included
}

// forSocket returns the interface as package net describes it.
func (n *netInterface) forSocket() *net.Interface {
	return &net.Interface{Index: n.Index, Name: n.Name}
}

// Devices lists the interfaces that can be captured on in the network
// namespace (see Config.NetNS), in the order in which tcpdump shows them; what
// is up and running comes first. Position 0 is number 1 of -D.
func Devices(netNS string) (devices []Device, err error) {
	err = inNetNS(netNS, func() error {
		all, err := interfaces()
		for _, ifi := range all {
			devices = append(devices, ifi.Device)
		}
		return err
	})
	return devices, err
}

// interfaces lists what there is, "any" included, in the order of Devices.
func interfaces() ([]*netInterface, error) {
	rib, err := syscall.NetlinkRIB(unix.RTM_GETLINK, unix.AF_UNSPEC)
	if err != nil {
		return nil, &Error{Op: "netlink", Kind: kindOf(err), Err: errnoOf(err)}
	}
	msgs, err := syscall.ParseNetlinkMessage(rib)
	if err != nil {
		return nil, &Error{Op: "netlink", Err: err}
	}
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, &Error{Op: "socket", Err: err}
	}
	defer unix.Close(fd)

	any := &netInterface{Device: Device{
		Name:        AnyInterface,
		Description: "Pseudo-device that captures on all interfaces",
		Flags:       Up | Running,
	}}
	var all []*netInterface
	for i := range msgs {
		if msgs[i].Header.Type != unix.RTM_NEWLINK || len(msgs[i].Data) < unix.SizeofIfInfomsg {
			continue
		}
		ifi, err := parseLink(&msgs[i])
		if err != nil {
			return nil, &Error{Op: "netlink", Err: err}
		}
		ifi.askState(fd)
		any.largest = max(any.largest, ifi.largest)
		all = append(all, ifi)
	}
	slices.SortFunc(all, func(a, b *netInterface) int { return a.Index - b.Index })
	all = append(all, any)
	slices.SortStableFunc(all, func(a, b *netInterface) int { return cmp.Compare(a.demerit(), b.demerit()) })
	return all, nil
}

// parseLink reads an RTM_NEWLINK message:
//
//	+0 family (8 bits)  +2 ARPHRD type (16)  +4 index (32)  +8 flags (32)
func parseLink(m *syscall.NetlinkMessage) (*netInterface, error) {
	attrs, err := syscall.ParseNetlinkRouteAttr(m)
	if err != nil {
		return nil, err
	}
	ifi := &netInterface{arphrd: native16(m.Data[2:])}
	ifi.Index = int(native32(m.Data[4:]))
	flags := native32(m.Data[8:])
	for _, a := range attrs {
		switch {
		case a.Attr.Type == unix.IFLA_IFNAME && len(a.Value) > 0:
			ifi.Name = string(a.Value[:len(a.Value)-1])
		case a.Attr.Type == unix.IFLA_MTU && len(a.Value) == 4:
			ifi.largest = max(ifi.largest, int(native32(a.Value))+64) // with link headers
		case (a.Attr.Type == unix.IFLA_GSO_MAX_SIZE || a.Attr.Type == unix.IFLA_GRO_MAX_SIZE) && len(a.Value) == 4:
			ifi.largest = max(ifi.largest, int(native32(a.Value))+64)
		}
	}
	for _, f := range [...]struct {
		kernel uint32
		flag   DeviceFlags
	}{{unix.IFF_UP, Up}, {unix.IFF_RUNNING, Running}, {unix.IFF_LOOPBACK, Loopback}} {
		if flags&f.kernel != 0 {
			ifi.Flags |= f.flag
		}
	}
	return ifi, nil
}

// askState finds out about wireless and about the link.
func (n *netInterface) askState(fd int) {
	if _, err := os.Stat("/sys/class/net/" + n.Name + "/wireless"); err == nil {
		n.Flags |= Wireless
	}
	if n.Flags&Loopback != 0 {
		return // has a link by nature
	}
	switch up, err := ethtoolLink(fd, n.Name); {
	case err != nil: // a device without the notion of a link
	case up:
		n.Flags |= Connected
	default:
		n.Flags |= Disconnected
	}
}

// demerit orders Devices: what is running before what is only up, before what
// is down; then no link, loopback and "any" go behind the others.
func (n *netInterface) demerit() (d int) {
	f := n.Flags
	for _, bad := range [...]bool{
		f&Running == 0, f&Up == 0, f&Disconnected != 0, f&Loopback != 0, n.Index == 0,
	} {
		d <<= 1
		if bad {
			d |= 1
		}
	}
	return d
}

// findInterface returns the interface with a name or a number as Devices
// counts; for the empty string the first that is up and no loopback.
func findInterface(name string) (*netInterface, error) {
	all, err := interfaces()
	if err != nil {
		return nil, err
	}
	for _, ifi := range all {
		if name == "" && ifi.Flags&(Up|Loopback) == Up || name != "" && ifi.Name == name {
			return ifi, nil
		}
	}
	if n, err := strconv.Atoi(name); err == nil {
		if n < 1 || n > len(all) {
			return nil, &Error{Interface: name, Kind: ErrInvalidIndex}
		}
		return all[n-1], nil
	}
	// An alternative name of an interface, perhaps.
	if ifi, err := net.InterfaceByName(name); err == nil {
		for _, n := range all {
			if n.Index == ifi.Index {
				return n, nil
			}
		}
	}
	return nil, &Error{Interface: name, Kind: ErrNoDevice}
}

// A link is what to open for an interface.
type link struct {
	linkType   packet.LinkType
	socketType socket.Type
}

// links returns the link types that an interface offers, the default first.
// Raw sockets deliver the link-layer header, datagram sockets none. Cooked
// captures use raw sockets too, although they show no such header: a datagram
// socket loses the inner of two VLAN tags.
func (n *netInterface) links() []link {
	if n.Index == 0 {
		return []link{{packet.LinuxSLL2, socket.Raw}, {packet.LinuxSLL, socket.Raw}}
	}
	switch n.arphrd {
	case unix.ARPHRD_LOOPBACK:
		return []link{{packet.Ethernet, socket.Raw}}
	case unix.ARPHRD_ETHER:
		return []link{{packet.Ethernet, socket.Raw}, {docsis, socket.Raw}}
	case unix.ARPHRD_IEEE80211:
		return []link{{packet.IEEE80211, socket.Raw}}
	case unix.ARPHRD_IEEE80211_RADIOTAP:
		return []link{{packet.Radiotap, socket.Raw}}
	case unix.ARPHRD_NONE, unix.ARPHRD_RAWIP, unix.ARPHRD_PPP, unix.ARPHRD_TUNNEL, unix.ARPHRD_TUNNEL6,
		unix.ARPHRD_SIT, unix.ARPHRD_IPGRE, unix.ARPHRD_IP6GRE:
		return []link{{packet.Raw, socket.Datagram}}
	}
	return []link{{packet.LinuxSLL, socket.Raw}}
}

func chooseLink(ifi *netInterface, want packet.LinkType) (link, error) {
	all := ifi.links()
	if want == 0 {
		return all[0], nil
	}
	for _, l := range all {
		if l.linkType == want {
			return l, nil
		}
	}
	return link{}, &Error{Interface: ifi.Name, Kind: ErrLinkType, Err: errors.New(want.String())}
}

// FindDevice returns the interface that c means, by its name or number or as
// the first that is up.
func FindDevice(c Config) (d Device, err error) {
	err = inNetNS(c.NetNS, func() error {
		ifi, err := findInterface(c.Interface)
		if err == nil {
			d = ifi.Device
		}
		return err
	})
	return d, err
}

// LinkTypes returns the link types that the interface of c offers, the default
// first.
func LinkTypes(c Config) (types []packet.LinkType, err error) {
	err = inNetNS(c.NetNS, func() error {
		ifi, err := findInterface(c.Interface)
		if err != nil {
			return err
		}
		for _, l := range ifi.links() {
			types = append(types, l.linkType)
		}
		return nil
	})
	return types, err
}

// describe fills in what Interfaces tells of the ring.
func describe(ifi *netInterface, l link, c Config) packet.Interface {
	p := packet.Interface{
		Name:        ifi.Name,
		Description: ifi.Description,
		Index:       ifi.Index,
		LinkType:    l.linkType,
		SnapLen:     uint32(c.SnapLen),
		Nano:        c.Nano,
		NetNS:       c.NetNS,
		Filter:      c.FilterText,
		OS:          "Linux",
	}
	var u unix.Utsname
	if unix.Uname(&u) == nil {
		p.OS = unix.ByteSliceToString(u.Sysname[:]) + " " + unix.ByteSliceToString(u.Release[:])
	}
	if ifi.Index != 0 {
		addrs, _ := ifi.forSocket().Addrs()
		for _, a := range addrs {
			if pfx, err := netip.ParsePrefix(a.String()); err == nil {
				p.Addrs = append(p.Addrs, pfx)
			}
		}
	}
	return p
}
