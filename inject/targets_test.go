package inject

import (
	"context"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeDNS answers from a table.
type fakeDNS map[string][]netip.Addr

func (d fakeDNS) LookupNetIP(_ context.Context, network, host string) ([]netip.Addr, error) {
	var out []netip.Addr
	for _, a := range d[host] {
		if network == "ip" || (network == "ip4") == a.Unmap().Is4() {
			out = append(out, a)
		}
	}
	if out == nil {
		return nil, errors.New("no such host")
	}
	return out, nil
}

var testDNS = fakeDNS{
	"two.example":  {netip.MustParseAddr("2001:db8::7"), netip.MustParseAddr("192.0.2.7"), netip.MustParseAddr("192.0.2.8")},
	"six.example":  {netip.MustParseAddr("2001:db8::9")},
	"4in6.example": {netip.MustParseAddr("::ffff:192.0.2.9")},
}

func parse(t testing.TB, o TargetOptions, specs ...string) (*Targets, error) {
	t.Helper()
	o.Resolver = testDNS
	return ParseTargets(t.Context(), specs, o)
}

func TestParseTargets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(file, []byte("192.0.2.1 192.0.2.3 # two\n\n# none\n2001:db8::/127\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		spec, want string
	}{
		{"192.0.2.7", "192.0.2.7"},
		{"2001:db8::1", "2001:db8::1"},
		{"192.0.2.99/28", "192.0.2.96/28"},
		{"2001:db8::5/126", "2001:db8::4/126"},
		{"2001:db8::/104", "2001:db8::/104"},
		{"192.0.2.5-192.0.2.9", "192.0.2.5-192.0.2.9"},
		{"2001:db8::1-2001:db8::3", "2001:db8::1-2001:db8::3"},
		{"192.0.2.1-9", "192.0.2.1-192.0.2.9"},
		{"10.0.0-1.254-", "10.0.0.254/31 10.0.1.254/31"},
		{"10.0.0-5.*", "10.0.0.0-10.0.5.255"},
		{"10.0-3.*.*", "10.0.0.0/14"},
		{"10.1,3.0.-1", "10.1.0.0/31 10.3.0.0/31"},
		{"*.*.*.*", "0.0.0.0/0"},
		{"two.example", "192.0.2.7"},
		{"six.example", "2001:db8::9"},
		{"4in6.example", "192.0.2.9"},
		{"two.example/31", "192.0.2.6/31"},
		{"@" + file, "192.0.2.1 192.0.2.3 2001:db8::/127"},
		{"-", "192.0.2.33 192.0.2.35"},
	}
	for _, tt := range tests {
		got, err := parse(t, TargetOptions{Stdin: strings.NewReader("192.0.2.33\n192.0.2.35\n")}, tt.spec)
		if err != nil {
			t.Errorf("%s: %v", tt.spec, err)
		} else if got.String() != tt.want {
			t.Errorf("%s is %s, want %s", tt.spec, got, tt.want)
		}
	}
}

func TestParseTargetsErrors(t *testing.T) {
	tests := []struct{ spec, want string }{
		{"", "no such host"},
		{"nosuch.example", "no such host"},
		{"192.0.2.0/33", "prefix length"},
		{"192.0.2.0/-1", "prefix length"},
		{"192.0.2.0/", "prefix length"},
		{"2001:db8::/64", "more than 2^24 IPv6 addresses"},
		{"2001:db8::-2001:db8::1:0:0", "more than 2^24 IPv6 addresses"},
		{"192.0.2.9-192.0.2.5", "ends before it begins"},
		{"192.0.2.9-2001:db8::1", "different kinds"},
		{"10.0.0.256", "no octet"},
		{"10.0.5-1.1", "no octet"},
		{"10.0..1", "no octet"},
		{"1-254.0-255.0-254.1-7", "separate ranges"},
		{"@/no/such/file", "no such file"},
		{"-", "no standard input"},
	}
	for _, tt := range tests {
		_, err := parse(t, TargetOptions{}, tt.spec)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want one with %q", tt.spec, err, tt.want)
		}
	}
	// Where in a file it is wrong.
	_, err := parse(t, TargetOptions{Stdin: strings.NewReader("10.0.0.1\n10.0.0.2 10.0.0.999\n")}, "-")
	if err == nil || !strings.Contains(err.Error(), `standard input:2: target "10.0.0.999"`) {
		t.Errorf("error %v does not say line 2", err)
	}
}

func TestTargetsFamilyAndNames(t *testing.T) {
	a6 := netip.MustParseAddr("2001:db8::7")
	got, err := parse(t, TargetOptions{Family: 6}, "two.example")
	if err != nil || !got.Contains(a6) || got.Count() != 1 {
		t.Fatalf("IPv6 of two.example is %v, %v", got, err)
	}
	if name := got.Name(a6); name != "two.example" {
		t.Errorf("the name of %v is %q", a6, name)
	}
	if got.Contains(netip.MustParseAddr("192.0.2.7")) {
		t.Error("an address of the other family is in the set")
	}
}

func TestTargetsZone(t *testing.T) {
	got, err := parse(t, TargetOptions{}, "fe80::1%eth9", "fe80::2%eth9")
	if err != nil || got.zone != "eth9" || got.String() != "fe80::1-fe80::2" {
		t.Errorf("targets %v on %q, %v", got, got.zone, err)
	}
	if _, err := parse(t, TargetOptions{}, "fe80::1%eth9", "fe80::2%eth8"); err == nil {
		t.Error("targets on two links were accepted")
	}
}

func FuzzParseTargets(f *testing.F) {
	for _, s := range []string{"10.0.0-5.1-254", "10.0.0.1", "::1/128", "1.2.3.4-1.2.3.9", "1,2.*.-.5-", "fe80::1%x", "a/b", "-", "1.2.3.4/5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.HasPrefix(s, "@") {
			return // files are not the input's to choose
		}
		got, err := parse(t, TargetOptions{Stdin: strings.NewReader(s)}, s)
		if err != nil {
			return
		}
		for i, r := range got.set {
			if r.hi.less(r.lo) {
				t.Fatalf("%q: range %d is upside down: %v", s, i, r)
			}
			if i > 0 && !got.set[i-1].hi.add(1).less(r.lo) {
				t.Fatalf("%q: ranges %d and %d touch: %v", s, i-1, i, got)
			}
			if !got.Contains(r.lo.netip()) || !got.Contains(r.hi.netip()) {
				t.Fatalf("%q: %v is not in the set that it is a range of", s, r)
			}
		}
	})
}
