package capture

import (
	"errors"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// CookedFilter translates a program that counts offsets from a LinuxSLL or
// LinuxSLL2 header into one for the kernel, which has no such header.
func CookedFilter(prog []bpf.RawInstruction, t packet.LinkType) ([]bpf.RawInstruction, error) {
	return nil, errors.New("not translated yet")
}
