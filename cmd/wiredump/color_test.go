package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestColorMode(t *testing.T) {
	for _, tc := range []struct {
		mode     colorMode
		terminal bool
		noColor  string
		term     string
		want     bool
	}{
		{colorAuto, true, "", "xterm", true},
		{colorAuto, true, "1", "xterm", false},
		{colorAuto, true, "", "dumb", false},
		{colorAuto, false, "", "xterm", false},
		{colorAlways, false, "1", "dumb", true},
		{colorNever, true, "", "xterm", false},
	} {
		env := map[string]string{"NO_COLOR": tc.noColor, "TERM": tc.term}
		if got := tc.mode.on(tc.terminal, func(k string) string { return env[k] }); got != tc.want {
			t.Errorf("%+v: %v", tc, got)
		}
	}
}

// TestColorOption prints a capture into a pipe: the bytes are the same with
// auto and never, and with always there is colour.
func TestColorOption(t *testing.T) {
	print := func(args ...string) string {
		var out, errs bytes.Buffer
		if code := run(append([]string{"wiredump", "-nr", "../../testdata/http.pcap"}, args...), nil, &out, &errs); code != 0 {
			t.Fatalf("%v: exit %d: %s", args, code, errs.String())
		}
		return out.String()
	}
	plain := print()
	if plain == "" || strings.Contains(plain, "\x1b") {
		t.Errorf("without an option: %q", plain)
	}
	for _, mode := range []string{"auto", "never"} {
		if print("--color", mode) != plain {
			t.Errorf("--color=%s changes the text", mode)
		}
	}
	if !strings.Contains(print("--color=always"), "\x1b[36m") {
		t.Error("--color=always has no colour")
	}
	var out, errs bytes.Buffer
	if code := run([]string{"wiredump", "--color=blue", "-r", "x"}, nil, &out, &errs); code != 1 || !strings.Contains(errs.String(), "invalid color mode blue") {
		t.Errorf("--color=blue: exit %d, %s", code, errs.String())
	}
}
