package inject

import (
	"fmt"
	"net/netip"
)

func prefixSet(prefixes ...string) addrSet {
	rs := make([]addrRange, len(prefixes))
	for i, p := range prefixes {
		rs[i] = prefixRange(netip.MustParsePrefix(p))
	}
	return newAddrSet(rs)
}

// neverProbed are the addresses that no host answers for alone, or that do not
// exist (IANA special-purpose registries; RFC 1112, RFC 6890, RFC 4291).
// Broadcast addresses of networks are known to the routing table only.
func neverProbed() addrSet {
	return prefixSet(
		"0.0.0.0/8",   // this network
		"224.0.0.0/4", // multicast
		"240.0.0.0/4", // reserved, and limited broadcast
		"::/128",      // unspecified
		"ff00::/8",    // multicast
	)
}

// notPublic are the addresses that belong to nobody on the Internet.
func notPublic() addrSet {
	return prefixSet(
		"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private, RFC 1918
		"100.64.0.0/10",                 // carriers' address translation, RFC 6598
		"127.0.0.0/8", "169.254.0.0/16", // loopback, link-local
		"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation, RFC 5737
		"198.18.0.0/15",                    // benchmarks, RFC 2544
		"::1/128", "fe80::/10", "fc00::/7", // loopback, link-local, unique local
		"2001:db8::/32", "3fff::/20", // documentation, RFC 3849 and RFC 9637
	)
}

// safeTargets returns what of the configured targets may be probed.
func safeTargets(c *Config, notice func(string)) (addrSet, error) {
	if c.Targets == nil || len(c.Targets.set) == 0 {
		return nil, ErrNoTargets
	}
	never := neverProbed()
	set := c.Targets.set.subtract(never)
	if refused := c.Targets.set.intersect(never); len(refused) > 0 {
		if len(set) == 0 {
			return nil, fmt.Errorf("%w: multicast, broadcast and reserved addresses are not scanned: %v", ErrNoTargets, refused)
		}
		notice(fmt.Sprintf("left out, as multicast, broadcast or reserved: %v", refused))
	}
	if c.Exclude != nil {
		if set = set.subtract(c.Exclude.set); len(set) == 0 {
			return nil, fmt.Errorf("%w: all of them are excluded", ErrNoTargets)
		}
	}
	public, ok := set.subtract(notPublic()).size()
	if (!ok || public > PublicLimit) && !c.AllowPublic {
		return nil, fmt.Errorf("%w: %d of them, more than %d, have to be allowed", ErrPublic, public, PublicLimit)
	}
	if public > 0 && !c.Fast && (c.Rate < 0 || c.Rate > PublicRate) {
		return nil, fmt.Errorf("%w: above %d probes a second", ErrFast, PublicRate)
	}
	return set, nil
}
