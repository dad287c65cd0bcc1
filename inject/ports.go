package inject

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// DefaultPorts is the specification that an empty one stands for.
const DefaultPorts = "top:100"

// ParsePorts reads a list of TCP ports, separated by commas, and returns them
// in ascending order, each once. Its items are
//
//	80        a port
//	1-1024    a range; an end left out is 1 or 65535, so "-" is all but 0
//	http      a service, as lookup knows it
//	top:N     the first N of a built-in list of ports worth asking
//	!25 !6000-6063 !smtp !top:10   the same, left out; this always wins
//
// A list with nothing but exclusions begins with DefaultPorts. lookup may be
// nil.
func ParsePorts(spec string, lookup func(name string) (uint16, bool)) ([]uint16, error) {
	const (
		wanted = 1 << iota
		unwanted
	)
	var marks [math.MaxUint16 + 1]uint8
	any := false
	item := func(s string, mark uint8) error {
		ports, lo, hi, err := parsePortItem(s, lookup)
		if err != nil {
			return err
		}
		for _, p := range ports {
			marks[p] |= mark
		}
		for p := lo; p <= hi && ports == nil; p++ {
			marks[p] |= mark
		}
		return nil
	}
	for s := range strings.SplitSeq(spec, ",") {
		s = strings.TrimSpace(s)
		if s == "" && strings.TrimSpace(spec) == "" {
			break
		}
		mark := uint8(wanted)
		if rest, ok := strings.CutPrefix(s, "!"); ok {
			s, mark = rest, unwanted
		} else {
			any = true
		}
		if err := item(s, mark); err != nil {
			return nil, err
		}
	}
	if !any {
		if err := item(DefaultPorts, wanted); err != nil {
			return nil, err
		}
	}
	var out []uint16
	for p, m := range marks {
		if m == wanted {
			out = append(out, uint16(p))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("inject: ports %q: nothing is left", spec)
	}
	return out, nil
}

// parsePortItem returns a list of ports, or nil and a range.
func parsePortItem(s string, lookup func(string) (uint16, bool)) (ports []uint16, lo, hi int, err error) {
	if n, ok := strings.CutPrefix(s, "top:"); ok {
		count, err := strconv.Atoi(n)
		if err != nil || count < 1 || count > len(topPorts) {
			return nil, 0, 0, fmt.Errorf("inject: ports: %q: the number is not 1 to %d", s, len(topPorts))
		}
		return topPorts[:count], 0, 0, nil
	}
	if s == "" {
		return nil, 0, 0, fmt.Errorf("inject: ports: an empty item in the list")
	}
	if n, err := strconv.ParseUint(s, 10, 16); err == nil {
		return nil, int(n), int(n), nil
	}
	if lookup != nil {
		if p, ok := lookup(s); ok {
			return nil, int(p), int(p), nil
		}
	}
	if from, to, ok := strings.Cut(s, "-"); ok && strings.Trim(s, "0123456789-") == "" {
		if from == "" {
			from = "1"
		}
		if to == "" {
			to = "65535"
		}
		lo, err1 := strconv.ParseUint(from, 10, 16)
		hi, err2 := strconv.ParseUint(to, 10, 16)
		if err1 != nil || err2 != nil || hi < lo {
			return nil, 0, 0, fmt.Errorf("inject: ports: %q is no range within 0-65535", s)
		}
		return nil, int(lo), int(hi), nil
	}
	if strings.Trim(s, "0123456789") == "" {
		return nil, 0, 0, fmt.Errorf("inject: ports: %s is over 65535", s)
	}
	return nil, 0, 0, fmt.Errorf("inject: ports: unknown service %q", s)
}
