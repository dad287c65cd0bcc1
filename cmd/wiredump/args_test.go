package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect/text"
)

func TestParseArgs(t *testing.T) {
	for _, tc := range []struct {
		args string
		ok   func(c *config) bool
	}{
		{"-nvvXSs 0 -r f tcp port 80", func(c *config) bool {
			return c.numeric && c.text.Verbose == 2 && c.text.HexASCII == 1 && c.text.AbsoluteSeq && c.read == "f" && c.expression == "tcp port 80"
		}},
		{"tcp -n -c 1 port 80 -r f", func(c *config) bool { return c.numeric && c.count == 1 && c.expression == "tcp port 80" }},
		{"-r f -- -x", func(c *config) bool { return c.text.Hex == 0 && c.expression == "-x" }},
		{"--snap 96 --time-stamp-prec=nano -i lo", func(c *config) bool { return c.snapLen == 96 && c.text.Nano && slices.Equal(c.ifaces, []string{"lo"}) }},
		{"--ver", func(c *config) bool { return c.mode == modeVersion }},
		{"-tttt -r -", func(c *config) bool { return c.text.Time == text.TimeDate && c.read == "-" }},
		{"-t -t -r f", func(c *config) bool { return c.text.Time == text.TimeEpoch }},
		{"-#r f", func(c *config) bool { return c.text.Numbers && c.read == "f" }},
		{"-ddd tcp", func(c *config) bool { return c.dumpFilter == 3 }},
		{"-y linux_sll2 -d", func(c *config) bool { return c.linkTypeSet && c.linkType == packet.LinuxSLL2 }},
		{"-C 2 -w f", func(c *config) bool { return c.fileSize == 2_000_000 }},
		{"-C 2k -w f", func(c *config) bool { return c.fileSize == 2048 }},
		{"-Q out -i lo", func(c *config) bool { return c.direction == packet.Out }},
		{"-B 100", func(c *config) bool { return c.buffer == 100<<10 }},
		{"-w -r -r f", func(c *config) bool { return c.write == "-r" && c.read == "f" }},
	} {
		c, err := parseArgs(append([]string{"/usr/bin/wiredump"}, strings.Fields(tc.args)...))
		if err != nil {
			t.Errorf("%s: %v", tc.args, err)
		} else if !tc.ok(c) {
			t.Errorf("%s gave %+v", tc.args, c)
		}
	}
}

// The messages are tcpdump's, as scripts may know them.
func TestParseArgsErrors(t *testing.T) {
	for _, tc := range []struct {
		args, want string
		usage      bool
	}{
		{"--nope", "unrecognized option '--nope'", true},
		{"-k", "invalid option -- 'k'", true},
		{"-nk", "invalid option -- 'k'", true},
		{"-c", "option requires an argument -- 'c'", true},
		{"--interf", "option '--interface' requires an argument", true},
		{"--no", "option '--no' is ambiguous; possibilities: '--no-promiscuous-mode' '--no-optimize'", true},
		{"--count=3", "option '--count' doesn't allow an argument", true},
		{"-c 0", "invalid packet count 0", false},
		{"-c x", "invalid packet count x", false},
		{"-s -1", "invalid snaplen -1 (must be >= 0 and <= 262144)", false},
		{"-s 99999999", "invalid snaplen 99999999 (must be >= 0 and <= 262144)", false},
		{"-Q foo", "unknown capture direction `foo'", false},
		{"--time-stamp-precision=foo", "unsupported time stamp precision", false},
		{"-B 0", "invalid packet buffer size 0", false},
		{"-B 2097152", "invalid packet buffer size 2097152", false},
		{"-C 0 -w x", "invalid file size 0", false},
		{"-W 0 -w x", "invalid number of output files 0", false},
		{"-G -1 -w x", "invalid number of seconds -1", false},
		{"-j foo", "invalid time stamp type foo", false},
		{"-y FOO", "invalid data link type FOO", false},
		{"-tttttt", "only -t, -tt, -ttt, -tttt and -ttttt are supported", false},
		{"-E k", "-E: decrypting ESP is not supported", false},
		{"-C 1 -i lo", "-C cannot be used without -w", false},
		{"-f -r x", "-f can not be used with -V or -r", false},
		{"-f -n -d -V x", "-f can not be used with -V or -r", false},
		{"-f -L -r x", "-f can not be used with -V or -r", false},
		{"--count -i lo", "--count needs -r or -V", false},
	} {
		_, err := parseArgs(append([]string{"wiredump"}, strings.Fields(tc.args)...))
		if err == nil {
			t.Errorf("%s was accepted", tc.args)
			continue
		}
		var usage usageError
		if err.Error() != tc.want || errors.As(err, &usage) != tc.usage {
			t.Errorf("%s: %q (usage %v), want %q (usage %v)", tc.args, err, errors.As(err, &usage), tc.want, tc.usage)
		}
	}
}

// Every row of the table must be reachable and explained.
func TestOptionTable(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range options() {
		for _, name := range []string{o.short, o.long} {
			if name != "" && seen[name] {
				t.Errorf("%q stands twice in the table", name)
			}
			seen[name] = true
		}
		if o.help == "" || o.set == nil || len(o.short) > 1 {
			t.Errorf("row %q is not complete", o.long)
		}
	}
	var help bytes.Buffer
	printHelp(&help, "wiredump")
	for _, o := range options() {
		if !strings.Contains(help.String(), "--"+o.long) {
			t.Errorf("--help does not tell of --%s", o.long)
		}
	}
}

func TestVersionAndUsage(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"wiredump", "--version"}, nil, &out, &errs); code != 0 || !strings.HasPrefix(out.String(), "wiredump version ") {
		t.Errorf("--version: code %d, output %q", code, out.String())
	}
	out.Reset()
	if code := run([]string{"wiredump", "--nope"}, nil, &out, &errs); code != 1 || out.Len() != 0 || !strings.Contains(errs.String(), "\nUsage: wiredump [-") {
		t.Errorf("--nope: code %d, output %q, errors %q", code, out.String(), errs.String())
	}
}
