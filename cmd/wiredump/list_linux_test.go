package main

import "testing"

// -L and -J tell which interface they speak of, and -L what cannot be printed.
func TestListsNameTheInterface(t *testing.T) {
	pair := quietPair(t)
	ethernet := "Data link types for " + pair.B.If + " (use option -y to set):\n  EN10MB (Ethernet)\n  DOCSIS (DOCSIS) (printing not supported)\n"
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-L"}, ethernet},
		{[]string{"-L", "-i", "1"}, ethernet},
		{[]string{"-L", "-i", "any"}, "Data link types for any (use option -y to set):\n  LINUX_SLL (Linux cooked v1)\n  LINUX_SLL2 (Linux cooked v2)\n"},
		{[]string{"-L", "-i", "lo"}, "Data link types for lo (use option -y to set):\n  EN10MB (Ethernet)\n"},
		{[]string{"-J"}, "Time stamp types for " + pair.B.If + " (use option -j to set):\n  host (Host)\n"},
	} {
		out, err := program(t, inNS(pair.B), c.args...).Output()
		if err != nil || string(out) != c.want {
			t.Errorf("%q: %v\n%s\nwant\n%s", c.args, err, out, c.want)
		}
	}
}
