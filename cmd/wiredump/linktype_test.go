package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUnknownLinkType: a file of a link type that nobody has been assigned is
// not printed, as in tcpdump, but anything else can be done with it.
func TestUnknownLinkType(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.pcap")
	file := []byte{0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0,
		1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 0xde, 0xad, 0xbe, 0xef}
	for _, c := range []struct {
		link int
		args []string
		code int
		want string
	}{
		{5, nil, 1, "unknown data link type 5 (min 104, max 289)"},
		{290, nil, 1, "unknown data link type 290 (min 104, max 289)"},
		{147, nil, 0, "UNSUPPORTED"},
		{290, []string{"--count"}, 0, "1 packet"},
		{290, []string{"--json"}, 0, "deadbeef"},
	} {
		file[20], file[21] = byte(c.link), byte(c.link>>8)
		if err := os.WriteFile(name, file, 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		code := run(append([]string{"wiredump", "-r", name}, c.args...), nil, &out, &errs)
		if all := out.String() + errs.String(); code != c.code || !strings.Contains(all, c.want) {
			t.Errorf("link type %d %v: exit code %d\n%s\nwant %d and %q", c.link, c.args, code, all, c.code, c.want)
		}
	}
}
