//go:build !linux

package inject

import (
	"context"
	"net/netip"
)

// sockets stand for what Linux offers.
type sockets struct{}

func openSockets() (*sockets, error) { return nil, ErrUnsupported }

func (s *sockets) close() {}

func (s *sockets) send(*device, []byte) error { return ErrUnsupported }

func (s *sockets) transmitter(*egress, bool) (transmitter, error) { return nil, ErrUnsupported }

func routeTargets(addrSet, string) ([]segment, []skipped, error) { return nil, nil, ErrUnsupported }

func neighbours(*device) (map[netip.Addr][6]byte, error) { return nil, ErrUnsupported }

func sourceOn(*device, netip.Addr) netip.Addr { return netip.Addr{} }

func localPorts() [2]int { return [2]int{32768, 60999} }

func (s *Scanner) runConnect(context.Context) error { return ErrUnsupported }
