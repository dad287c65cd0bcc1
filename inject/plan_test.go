package inject

import (
	"errors"
	"net/netip"
	"strings"
	"testing"
)

func segmentOf(t testing.TB, r *route, lo, hi string) segment {
	t.Helper()
	x := rangesOf(t, lo, hi)[0]
	n, _ := x.size()
	return segment{lo: x.lo, n: n, route: r}
}

func testPlan(t testing.TB, ports []uint16) *plan {
	t.Helper()
	r := &route{device: &device{name: "d0", ethernet: true, mtu: 1500}, gateway: router4, source: us4}
	p, err := newPlan([]segment{
		segmentOf(t, r, "10.0.0.0", "10.0.0.9"),
		segmentOf(t, r, "10.0.0.20", "10.0.0.20"),
		segmentOf(t, r, "10.0.1.0", "10.0.1.255"),
		segmentOf(t, r, "2001:db8::", "2001:db8::3"),
	}, ports)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlanNumbers(t *testing.T) {
	ports := []uint16{22, 80, 65535}
	p := testPlan(t, ports)
	if want := uint64((10 + 1 + 256 + 4) * 3); p.probes != want {
		t.Fatalf("%d probes, want %d", p.probes, want)
	}
	type pair struct {
		a    netip.Addr
		port uint16
	}
	seen := map[pair]bool{}
	for x := range p.probes {
		seg, i, port := p.probe(x)
		a := seg.lo.add(i)
		if seen[pair{a.netip(), port}] {
			t.Fatalf("%v port %d has two numbers", a.netip(), port)
		}
		seen[pair{a.netip(), port}] = true
		if back, ok := p.number(a, port); !ok || back != x {
			t.Fatalf("probe %d to %v port %d is number %d, %v", x, a.netip(), port, back, ok)
		}
	}
	for _, tt := range []pair{
		{netip.MustParseAddr("9.255.255.255"), 80},
		{netip.MustParseAddr("10.0.0.10"), 80},
		{netip.MustParseAddr("10.0.0.19"), 80},
		{netip.MustParseAddr("10.0.0.21"), 80},
		{netip.MustParseAddr("2001:db8::4"), 80},
		{netip.MustParseAddr("10.0.0.0"), 81},
		{netip.MustParseAddr("10.0.0.0"), 0},
	} {
		if x, ok := p.number(toAddr128(tt.a), tt.port); ok {
			t.Errorf("%v port %d is not scanned and has number %d", tt.a, tt.port, x)
		}
	}
}

func TestPlanLimits(t *testing.T) {
	onLink := &route{device: &device{name: "d0", ethernet: true}, source: us4}
	if _, err := newPlan([]segment{{lo: toAddr128(us4), n: maxOnLink + 1, route: onLink}}, []uint16{1}); err == nil || !strings.Contains(err.Error(), "on the link") {
		t.Errorf("too many neighbours: error %v", err)
	}
	far := &route{device: onLink.device, gateway: router4, source: us4}
	if _, err := newPlan([]segment{{n: 1 << 60, route: far}}, make([]uint16, 8)); !errors.Is(err, errTooMany) {
		t.Errorf("2^63 probes: error %v", err)
	}
	if p, err := newPlan([]segment{{n: 1 << 60, route: far}}, []uint16{1, 2, 3, 4}); err != nil || p.probes != 1<<62 {
		t.Errorf("2^62 probes: %v", err)
	}
}

func TestSafeTargets(t *testing.T) {
	tests := []struct {
		name    string
		specs   string
		exclude string
		c       Config
		want    string
		err     error
		notices int
	}{
		{"private", "10.0.0.0/8", "", Config{Rate: MaxRate}, "10.0.0.0/8", nil, 0},
		{"multicast only", "224.0.0.0/24", "", Config{}, "", ErrNoTargets, 0},
		{"broadcast only", "255.255.255.255", "", Config{}, "", ErrNoTargets, 0},
		{"this network", "0.0.0.0", "", Config{}, "", ErrNoTargets, 0},
		{"IPv6 multicast", "ff02::1", "", Config{}, "", ErrNoTargets, 0},
		{"IPv6 unspecified", "::", "", Config{}, "", ErrNoTargets, 0},
		{"nothing", "", "", Config{}, "", ErrNoTargets, 0},
		{"everything", "0.0.0.0/0", "", Config{AllowPublic: true}, "1.0.0.0-223.255.255.255", nil, 1},
		{"everything, not allowed", "0.0.0.0/0", "", Config{}, "", ErrPublic, 1},
		{"a public /24", "8.8.8.0/24", "", Config{Rate: 1000}, "8.8.8.0/24", nil, 0},
		{"a public /24 and one", "8.8.8.0/24 8.8.9.0", "", Config{}, "", ErrPublic, 0},
		{"a public /24 and one, one excluded", "8.8.8.0/24 8.8.9.0", "8.8.8.8", Config{}, "8.8.8.0/29 8.8.8.9-8.8.9.0", nil, 0},
		{"a public /23, allowed", "8.8.8.0/23", "", Config{AllowPublic: true}, "8.8.8.0/23", nil, 0},
		{"a public IPv6 /119", "2600::/119", "", Config{}, "", ErrPublic, 0},
		{"fast", "8.8.8.8", "", Config{Rate: 10001}, "", ErrFast, 0},
		{"fastest", "8.8.8.8", "", Config{Rate: MaxRate}, "", ErrFast, 0},
		{"fast, allowed", "8.8.8.8", "", Config{Rate: MaxRate, Fast: true}, "8.8.8.8", nil, 0},
		{"fast at documentation", "192.0.2.0/24 2001:db8::/104", "", Config{Rate: MaxRate}, "192.0.2.0/24 2001:db8::/104", nil, 0},
		{"exclude wins", "10.0.0.5 10.0.0.0/28", "10.0.0.4-10.0.0.6", Config{}, "10.0.0.0/30 10.0.0.7-10.0.0.15", nil, 0},
		{"all excluded", "10.0.0.5", "10.0.0.0/8", Config{}, "", ErrNoTargets, 0},
	}
	for _, tt := range tests {
		var err error
		if tt.c.Targets, err = parse(t, TargetOptions{}, strings.Fields(tt.specs)...); err != nil {
			t.Fatal(err)
		}
		if tt.c.Exclude, err = parse(t, TargetOptions{}, strings.Fields(tt.exclude)...); err != nil {
			t.Fatal(err)
		}
		notices := 0
		got, err := safeTargets(&tt.c, func(string) { notices++ })
		if !errors.Is(err, tt.err) || got.String() != tt.want || notices != tt.notices {
			t.Errorf("%s: %v with %d notices, %v; want %s with %d, %v", tt.name, got, notices, err, tt.want, tt.notices, tt.err)
		}
	}
}

func TestChoosePort(t *testing.T) {
	for _, local := range [][2]int{{32768, 60999}, {1024, 65535}, {1024, 65000}, {15000, 65535}, {32768, 65533}} {
		for random := range uint64(5000) {
			const n = 4
			p := int(choosePort(local, n, random*0x9e3779b97f4a7c15))
			if p < 1024 || p+n-1 > 65535 {
				t.Fatalf("local ports %v: source ports %d to %d", local, p, p+n-1)
			}
			if room := local[0] > 10000+n || local[1] <= 65535-n; room && p+n-1 >= local[0] && p <= local[1] {
				t.Fatalf("local ports %v: source ports %d to %d are among them", local, p, p+n-1)
			}
		}
	}
}
