package filter

import (
	"os"
	"strconv"
	"strings"
)

// lookupNetwork finds a name of /etc/networks.
func lookupNetwork(name string) (uint32, bool) {
	text, err := os.ReadFile("/etc/networks")
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		for i, alias := range f {
			if i != 1 && alias == name {
				return networkNumber(f[1])
			}
		}
	}
	return 0, false
}

// networkNumber reads a number as inet_network(3) does: 10.1 is 0x0a01.
func networkNumber(s string) (uint32, bool) {
	var n uint32
	for i, part := range strings.Split(s, ".") {
		v, err := strconv.ParseUint(part, 0, 8)
		if err != nil || i == 4 {
			return 0, false
		}
		n = n<<8 | uint32(v)
	}
	return n, true
}

// lookupEther finds a name of /etc/ethers.
func lookupEther(name string) ([6]byte, bool) {
	text, err := os.ReadFile("/etc/ethers")
	if err != nil {
		return [6]byte{}, false
	}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) >= 2 && f[1] == name && macLen(f[0]) == len(f[0]) {
			return parseMAC(f[0]), true
		}
	}
	return [6]byte{}, false
}
