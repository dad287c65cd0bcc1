//go:build !linux

package capture

import (
	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// A Ring captures from one interface; on this system there is none.
type Ring struct{ packet.DataSource }

// Open returns ErrUnsupported.
func Open(c Config) (*Ring, error) { return nil, &Error{Interface: c.Interface, Kind: ErrUnsupported} }

// Devices returns ErrUnsupported.
func Devices(netNS string) ([]Device, error) { return nil, &Error{Kind: ErrUnsupported} }

// LinkTypes returns ErrUnsupported.
func LinkTypes(c Config) ([]packet.LinkType, error) { return nil, &Error{Kind: ErrUnsupported} }

// TimestampTypes returns ErrUnsupported.
func TimestampTypes(c Config) ([]TimestampType, error) { return nil, &Error{Kind: ErrUnsupported} }

// Interfaces is empty.
func (r *Ring) Interfaces() []packet.Interface { return nil }

// Buffer is 0, 0.
func (r *Ring) Buffer() (asked, got int) { return 0, 0 }

// FilterInKernel returns ErrUnsupported.
func (r *Ring) FilterInKernel() error { return ErrUnsupported }

// Next returns ErrUnsupported.
func (r *Ring) Next() (*packet.Batch, error) { return nil, ErrUnsupported }

// SetFilter returns ErrUnsupported.
func (r *Ring) SetFilter([]bpf.RawInstruction) error { return ErrUnsupported }

// Stop does nothing.
func (r *Ring) Stop() {}

// Stats returns ErrUnsupported.
func (r *Ring) Stats() (Stats, error) { return Stats{}, ErrUnsupported }

// Close does nothing.
func (r *Ring) Close() error { return nil }
