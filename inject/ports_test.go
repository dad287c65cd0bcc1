package inject

import (
	"slices"
	"strings"
	"testing"
)

func lookupTest(name string) (uint16, bool) {
	p, ok := map[string]uint16{"http": 80, "ssh": 22, "acr-nema": 104}[name]
	return p, ok
}

func TestParsePorts(t *testing.T) {
	tests := []struct {
		spec string
		want []uint16
	}{
		{"80", []uint16{80}},
		{"443,80,80,22", []uint16{22, 80, 443}},
		{"80-83,82-85", []uint16{80, 81, 82, 83, 84, 85}},
		{"http,ssh,acr-nema", []uint16{22, 80, 104}},
		{"20-25,!22-23,!25", []uint16{20, 21, 24}},
		{"!21,20-22", []uint16{20, 22}}, // exclusion wins wherever it stands
		{"-3", []uint16{1, 2, 3}},
		{"65533-", []uint16{65533, 65534, 65535}},
		{"0,65535", []uint16{0, 65535}},
		{"top:3", []uint16{22, 80, 443}},
		{"top:3,!http, 8080 ", []uint16{22, 443, 8080}},
	}
	for _, tt := range tests {
		got, err := ParsePorts(tt.spec, lookupTest)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%q is %v, %v; want %v", tt.spec, got, err, tt.want)
		}
	}
	for spec, n := range map[string]int{"": 100, "-": 65535, "!80": 99, "!1-65535,0": 1} {
		if got, err := ParsePorts(spec, nil); err != nil || len(got) != n {
			t.Errorf("%q has %d ports, %v; want %d", spec, len(got), err, n)
		}
	}
}

func TestParsePortsErrors(t *testing.T) {
	tests := []struct{ spec, want string }{
		{"65536", "65536 is over 65535"},
		{"80-65536", "no range"},
		{"90-80", "no range"},
		{"nosuch", `unknown service "nosuch"`},
		{"80,,81", "empty item"},
		{"80,", "empty item"},
		{"!", "empty item"},
		{"top:0", "not 1 to"},
		{"top:100000", "not 1 to"},
		{"top:x", "not 1 to"},
		{"80,!80", "nothing is left"},
	}
	for _, tt := range tests {
		if got, err := ParsePorts(tt.spec, lookupTest); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q is %v, error %v; want one with %q", tt.spec, got, err, tt.want)
		}
	}
}

func TestTopPorts(t *testing.T) {
	if len(topPorts) < 300 {
		t.Errorf("only %d ports", len(topPorts))
	}
	seen := map[uint16]bool{}
	for _, p := range topPorts {
		if seen[p] || p == 0 {
			t.Errorf("port %d is there twice, or none", p)
		}
		seen[p] = true
	}
}

func FuzzParsePorts(f *testing.F) {
	f.Add("80,!25,1-1024,top:5,http,-")
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParsePorts(s, lookupTest)
		if (err == nil) != (len(got) > 0) {
			t.Fatalf("%q: %v, %v", s, got, err)
		}
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Fatalf("%q: %v is not ascending", s, got)
		}
	})
}
