package inject

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Bounds of what target specifications may amount to.
const (
	maxRanges  = 1 << 20 // ranges of addresses in one set of targets
	maxIPv6Log = 24      // log2 of the addresses that one IPv6 specification may stand for
)

// Targets is a set of addresses, with the names that some were given as.
type Targets struct {
	set   addrSet
	names map[netip.Addr]string
	zone  string // of link-local addresses, if one was given
}

// A Resolver finds the addresses of a host name. *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// TargetOptions say how target specifications are read. The zero value asks
// the system's resolver, has no standard input, and takes both families.
type TargetOptions struct {
	Resolver Resolver
	Stdin    io.Reader // what "-" reads; nil makes "-" an error
	Family   int       // 4 or 6: which addresses of a name to take; 0: IPv4 if it has any
}

// ParseTargets reads target specifications. Each is one of
//
//	192.0.2.7  2001:db8::1      an address; fe80::1%eth0 with its link
//	192.0.2.0/24  2001:db8::/120  a prefix, of IPv6 no shorter than /104
//	192.0.2.5-192.0.2.9         a range, both ends included
//	192.0.0-3.1,5,10-254        IPv4 with lists and ranges of octets; * is 0-255
//	example.org  example.org/28   a name, or the prefix around its address
//	@FILE                       specifications from a file
//	-                           specifications from standard input
//
// Files hold any number of specifications a line; # begins a comment. Files
// are not named in files.
func ParseTargets(ctx context.Context, specs []string, o TargetOptions) (*Targets, error) {
	p := targetParser{ctx: ctx, o: o, t: &Targets{names: map[netip.Addr]string{}}}
	if p.o.Resolver == nil {
		p.o.Resolver = net.DefaultResolver
	}
	for _, s := range specs {
		if err := p.spec(s); err != nil {
			return nil, err
		}
	}
	p.t.set = newAddrSet(p.ranges)
	return p.t, nil
}

// Count returns the number of addresses; 2^64-1 also stands for more.
func (t *Targets) Count() uint64 {
	if n, ok := t.set.size(); ok {
		return n
	}
	return ^uint64(0)
}

// Contains reports whether a is one of the addresses.
func (t *Targets) Contains(a netip.Addr) bool {
	return a.IsValid() && t.set.contains(toAddr128(a.WithZone("")))
}

// Name returns the host name that a was given as, or "".
func (t *Targets) Name(a netip.Addr) string { return t.names[a] }

// String lists the addresses as prefixes and ranges; of a long list it shows
// the beginning.
func (t *Targets) String() string { return t.set.String() }

func (s addrSet) String() string {
	const show = 8
	var parts []string
	for i, r := range s {
		if i == show {
			parts = append(parts, fmt.Sprintf("... %d more", len(s)-show))
			break
		}
		parts = append(parts, r.String())
	}
	return strings.Join(parts, " ")
}

type targetParser struct {
	ctx    context.Context
	o      TargetOptions
	t      *Targets
	ranges []addrRange
}

func (p *targetParser) spec(s string) error {
	switch {
	case s == "-":
		if p.o.Stdin == nil {
			return errors.New("inject: targets: there is no standard input to read")
		}
		return p.read("standard input", p.o.Stdin)
	case strings.HasPrefix(s, "@"):
		f, err := os.Open(s[1:])
		if err != nil {
			return fmt.Errorf("inject: targets: %w", err)
		}
		defer f.Close()
		return p.read(s[1:], f)
	}
	if err := p.one(s); err != nil {
		return fmt.Errorf("inject: target %q: %w", s, err)
	}
	return nil
}

func (p *targetParser) read(name string, r io.Reader) error {
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		text, _, _ := strings.Cut(sc.Text(), "#")
		for _, s := range strings.Fields(text) {
			if err := p.one(s); err != nil {
				return fmt.Errorf("inject: %s:%d: target %q: %w", name, line, s, err)
			}
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("inject: targets: %s: %w", name, err)
	}
	return nil
}

// one reads a specification that is no file.
func (p *targetParser) one(s string) error {
	if a, err := netip.ParseAddr(s); err == nil {
		return p.addr(a)
	}
	if base, length, ok := strings.Cut(s, "/"); ok {
		return p.prefix(base, length)
	}
	if from, to, ok := strings.Cut(s, "-"); ok {
		lo, err1 := netip.ParseAddr(from)
		hi, err2 := netip.ParseAddr(to)
		if err1 == nil && err2 == nil {
			return p.span(lo, hi)
		}
	}
	if looksLikeOctets(s) {
		return p.octets(s)
	}
	a, err := p.lookup(s)
	if err != nil {
		return err
	}
	return p.addr(a)
}

func (p *targetParser) addr(a netip.Addr) error {
	if z := a.Zone(); z != "" {
		if p.t.zone != "" && p.t.zone != z {
			return fmt.Errorf("one scan cannot have targets on the links %s and %s", p.t.zone, z)
		}
		p.t.zone = z
		a = a.WithZone("")
	}
	n := toAddr128(a)
	return p.add(addrRange{n, n})
}

func (p *targetParser) prefix(base, length string) error {
	a, err := netip.ParseAddr(base)
	if err != nil {
		if a, err = p.lookup(base); err != nil {
			return err
		}
	}
	bits, err := strconv.Atoi(length)
	if err != nil || bits < 0 || bits > a.BitLen() {
		return fmt.Errorf("prefix length %q is not 0 to %d", length, a.BitLen())
	}
	return p.add(prefixRange(netip.PrefixFrom(a.WithZone(""), bits)))
}

func (p *targetParser) span(lo, hi netip.Addr) error {
	if lo.Is4() != hi.Is4() || lo.Zone() != hi.Zone() {
		return errors.New("the ends of the range are of different kinds")
	}
	if hi.Less(lo) {
		return errors.New("the range ends before it begins")
	}
	return p.add(addrRange{toAddr128(lo.WithZone("")), toAddr128(hi.WithZone(""))})
}

func (p *targetParser) add(r addrRange) error {
	if n, ok := r.size(); !r.lo.is4() && (!ok || bits.Len64(n-1) > maxIPv6Log) {
		return fmt.Errorf("more than 2^%d IPv6 addresses (a /%d)", maxIPv6Log, 128-maxIPv6Log)
	}
	if len(p.ranges) == maxRanges {
		// What arrived may overlap or touch.
		if p.ranges = newAddrSet(p.ranges); len(p.ranges) > maxRanges*3/4 {
			return fmt.Errorf("more than %d separate ranges of addresses", maxRanges*3/4)
		}
	}
	p.ranges = append(p.ranges, r)
	return nil
}

// lookup returns one address of a name: scanning each of them would scan the
// same host several times more often than not.
func (p *targetParser) lookup(name string) (netip.Addr, error) {
	network := "ip"
	if p.o.Family != 0 {
		network = "ip" + strconv.Itoa(p.o.Family)
	}
	addrs, err := p.o.Resolver.LookupNetIP(p.ctx, network, name)
	if err != nil {
		return netip.Addr{}, err
	}
	if len(addrs) == 0 {
		return netip.Addr{}, errors.New("the name has no address")
	}
	i := slices.IndexFunc(addrs, func(a netip.Addr) bool { return a.Unmap().Is4() })
	a := addrs[max(i, 0)].Unmap()
	p.t.names[a.WithZone("")] = name
	return a, nil
}

// looksLikeOctets reports whether s is four groups of digits, '-', ',' and '*'
// with dots between: no host name ends in such a group.
func looksLikeOctets(s string) bool {
	return strings.Count(s, ".") == 3 && strings.Trim(s, "0123456789-,*.") == ""
}

func (p *targetParser) octets(s string) error {
	var lists [4][]octetRange
	for i, part := range strings.Split(s, ".") {
		var err error
		if lists[i], err = parseOctets(part); err != nil {
			return err
		}
	}
	// A run of whole octets at the end makes one range, not 256.
	whole := 4
	for whole > 1 && len(lists[whole-1]) == 1 && lists[whole-1][0] == (octetRange{0, 255}) {
		whole--
	}
	return p.product(lists[:whole], 0, uint(8*(4-whole)))
}

// product adds the ranges that the lists stand for, behind the octets in
// base; the last list's ranges stay ranges. low is the number of bits below
// them.
func (p *targetParser) product(lists [][]octetRange, base uint32, low uint) error {
	for _, r := range lists[0] {
		if len(lists) == 1 {
			lo := (base<<8 | uint32(r.lo)) << low
			hi := (base<<8|uint32(r.hi))<<low | (1<<low - 1)
			if err := p.add(addrRange{addr128{0, mapped4 | uint64(lo)}, addr128{0, mapped4 | uint64(hi)}}); err != nil {
				return err
			}
			continue
		}
		for o := int(r.lo); o <= int(r.hi); o++ {
			if err := p.product(lists[1:], base<<8|uint32(o), low); err != nil {
				return err
			}
		}
	}
	return nil
}

type octetRange struct{ lo, hi uint8 }

// parseOctets reads one group: "7", "1-5", "-5", "9-", "*", or a list of them.
func parseOctets(s string) ([]octetRange, error) {
	var out []octetRange
	for part := range strings.SplitSeq(s, ",") {
		if part == "*" {
			part = "-"
		}
		from, to, isRange := strings.Cut(part, "-")
		if !isRange {
			to = from
		} else {
			if from == "" {
				from = "0"
			}
			if to == "" {
				to = "255"
			}
		}
		lo, err1 := strconv.ParseUint(from, 10, 8)
		hi, err2 := strconv.ParseUint(to, 10, 8)
		if err1 != nil || err2 != nil || hi < lo {
			return nil, fmt.Errorf("%q is no octet, range or list of octets", part)
		}
		out = append(out, octetRange{uint8(lo), uint8(hi)})
	}
	return out, nil
}
