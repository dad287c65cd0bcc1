package main

import "net"

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
