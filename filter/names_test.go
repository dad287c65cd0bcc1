package filter

import (
	"context"
	"errors"
	"net/netip"
)

// noNames is a resolver that knows nobody.
type noNames struct{}

func (noNames) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) {
	return nil, errors.New("no such host")
}

// someNames is a resolver that knows the names in it.
type someNames map[string][]netip.Addr

func (n someNames) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	if a, ok := n[host]; ok {
		return a, nil
	}
	return nil, errors.New("no such host")
}

var _ Resolver = someNames(nil)
