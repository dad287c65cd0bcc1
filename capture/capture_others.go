//go:build !linux

package capture

import (
	"errors"

	"golang.org/x/net/bpf"

	"wiredump/capture/packet"
)

// A Ring captures from one interface; on this system there is none.
type Ring struct{ packet.DataSource }

// Open returns ErrUnsupported.
func Open(c Config) (*Ring, error) { return nil, &Error{Interface: c.Interface, Kind: ErrUnsupported} }

// Devices returns ErrUnsupported.
func Devices(netNS string) ([]Device, error) { return nil, &Error{Kind: ErrUnsupported} }

// FindDevice returns ErrUnsupported.
func FindDevice(c Config) (Device, error) { return Device{}, &Error{Kind: ErrUnsupported} }

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

// OpenFanout returns ErrUnsupported.
func OpenFanout(c Config, n int, mode FanoutMode) ([]*Ring, error) {
	return nil, &Error{Interface: c.Interface, Kind: ErrUnsupported}
}

// A Merged is several rings as one source; on this system there is none.
type Merged struct{ packet.DataSource }

// Merge returns a source that has nothing.
func Merge(...*Ring) *Merged { return &Merged{} }

// Rings is empty.
func (m *Merged) Rings() []*Ring { return nil }

// Interfaces is empty.
func (m *Merged) Interfaces() []packet.Interface { return nil }

// Next returns ErrUnsupported.
func (m *Merged) Next() (*packet.Batch, error) { return nil, ErrUnsupported }

// Stop does nothing.
func (m *Merged) Stop() {}

// Stats returns ErrUnsupported.
func (m *Merged) Stats() (Stats, error) { return Stats{}, ErrUnsupported }

// Close does nothing.
func (m *Merged) Close() error { return nil }

// DropCapabilities returns ErrUnsupported.
func DropCapabilities(keep ...int) error { return ErrUnsupported }

// An Account is a user to switch to.
type Account struct {
	Name     string
	UID, GID int
	Groups   []int
}

// ErrNoUser: there is no user of that name.
var ErrNoUser = errors.New("couldn't find user")

// LookupAccount returns ErrUnsupported.
func LookupAccount(name string) (Account, error) { return Account{}, ErrUnsupported }

// WithFileRights returns ErrUnsupported.
func (a Account) WithFileRights(func() error) error { return ErrUnsupported }

// Switch returns ErrUnsupported.
func (a Account) Switch() error { return ErrUnsupported }
