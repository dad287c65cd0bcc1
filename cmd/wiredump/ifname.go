package main

import (
	"net"
	"net/netip"

	"wiredump/capture/packet"
)

// interfaceNames returns a function that finds the name of an interface index
// on this machine, and remembers it.
func interfaceNames() func(uint32) string {
	known := map[uint32]string{}
	return func(index uint32) string {
		name, ok := known[index]
		if !ok {
			if ifi, err := net.InterfaceByIndex(int(index)); err == nil {
				name = ifi.Name
			}
			known[index] = name
		}
		return name
	}
}

// localOnly returns host for addresses in the networks of this machine's
// interfaces, for -f; others get no name.
func localOnly(host func(netip.Addr) string) func(netip.Addr) string {
	var local []netip.Prefix
	addrs, _ := net.InterfaceAddrs() // none known: all are foreign
	for _, a := range addrs {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			local = append(local, p)
		}
	}
	return func(a netip.Addr) string {
		for _, p := range local {
			if p.Contains(a) {
				return host(a)
			}
		}
		return ""
	}
}

// interfaceName returns how an interface is shown: with its network namespace
// if that is not ours.
func interfaceName(ifi packet.Interface) string {
	if ifi.NetNS == "" {
		return ifi.Name
	}
	return ifi.Name + "@" + ifi.NetNS
}
