//go:build linux

package main

import (
	"fmt"
	"maps"
	"net"
	"slices"
	"time"

	"github.com/mdlayher/packet"
)

// sets are the crafted frames by name, each in the order of sending.
var sets = map[string]func() [][]byte{
	"arp":      arpSet,
	"rarp":     rarpSet,
	"ether":    etherSet,
	"vlan":     vlanSet,
	"ip":       ipSet,
	"ip-opt":   ipOptionSet,
	"frag":     fragmentSet,
	"icmp":     icmpSet,
	"ip6-ext":  extensionSet,
	"icmp6":    icmp6Set,
	"udp":      udpSet,
	"tcp":      tcpSet,
	"tcp-opt":  tcpOptionSet,
	"tcp-open": tcpOpenSet,
	"dns":      dnsSet,
	"mdns":     mdnsSet,
	"http":     httpSet,
}

// craftCommand sends a set of frames through an interface, a millisecond
// apart:
//
//	craft INTERFACE SET
func craftCommand(args []string) error {
	if len(args) != 2 || sets[args[1]] == nil {
		return fmt.Errorf("want INTERFACE and one of %v", slices.Sorted(maps.Keys(sets)))
	}
	ifi, err := net.InterfaceByName(args[0])
	if err != nil {
		return err
	}
	c, err := packet.Listen(ifi, packet.Raw, 0, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	for _, f := range sets[args[1]]() {
		if _, err := c.WriteTo(f, &packet.Addr{HardwareAddr: f[:6]}); err != nil {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return nil
}
