package main

import (
	"bytes"
	"testing"
)

// An empty name is no interface, and not the default one.
func TestEmptyInterfaceName(t *testing.T) {
	for _, more := range [][]string{nil, {"-L"}, {"-J"}, {"-d"}, {"-i", "lo"}, {"-w", "/dev/null"}} {
		var out, errs bytes.Buffer
		code := run(append([]string{"wiredump", "-i", ""}, more...), nil, &out, &errs)
		if want := "wiredump: : No such device exists\n(No such device exists)\n"; code != 1 || errs.String() != want || out.Len() > 0 {
			t.Errorf("%q: exit code %d, %q, want %q", more, code, &errs, want)
		}
	}
}
