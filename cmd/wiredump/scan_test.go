package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"wiredump/inject"
)

func TestParseScan(t *testing.T) {
	for _, tc := range []struct {
		args string
		ok   func(c *scanConfig) bool
	}{
		{"h", func(c *scanConfig) bool {
			return len(c.Ports) == 100 && c.Rate == 1000 && c.Retries == 3 && c.targets[0] == "h"
		}},
		{"-p 22,http,!22 h", func(c *scanConfig) bool { return slices.Equal(c.Ports, []uint16{80}) }},
		{"-p 80 -i va --json --rate max 10.0.0.0/8", func(c *scanConfig) bool {
			return c.Rate < 0 && c.json && c.Interface == "va"
		}},
		{"h --rate 20000", func(c *scanConfig) bool { return c.Rate == 20000 }},
		{"--retries 0 --wait 1.5s h", func(c *scanConfig) bool { return c.Retries < 0 && c.Wait == 1500*time.Millisecond }},
		{"--exclude a --exclude @b c d", func(c *scanConfig) bool {
			return slices.Equal(c.excludes, []string{"a", "@b"}) && slices.Equal(c.targets, []string{"c", "d"})
		}},
		{"-6 h", func(c *scanConfig) bool { return c.family == 6 }},
		{"--seed 5 --sequential --source-port 99 --connect --open -nq h", func(c *scanConfig) bool {
			return c.Seed == 5 && c.Sequential && c.SourcePort == 99 && c.Connect && c.open && c.numeric && c.quiet
		}},
		{"--allow-public --fast h", func(c *scanConfig) bool { return c.AllowPublic && c.Fast }},
		{"-", func(c *scanConfig) bool { return c.targets[0] == "-" }},
	} {
		c, err := parseScan(strings.Fields(tc.args), io.Discard)
		if err != nil {
			t.Errorf("%s: %v", tc.args, err)
		} else if !tc.ok(c) {
			t.Errorf("%s gave %+v", tc.args, c)
		}
	}
}

func TestScanUsageErrors(t *testing.T) {
	for args, want := range map[string]string{
		"":                                "no host to scan",
		"-p nosuch h":                     `wiredump scan: ports: unknown service "nosuch"`,
		"--rate x h":                      `invalid rate "x"`,
		"--rate 0 h":                      `invalid rate "0"`,
		"--rate -5 h":                     `invalid rate "-5"`,
		"-46 h":                           "exclude each other",
		"--wait -1s h":                    "invalid time",
		"--nope h":                        "unknown flag: --nope",
		"10.0.0.0/99":                     "prefix length",
		"-p 80 224.0.0.1":                 "no targets: multicast",
		"-p 80 8.8.8.0/23":                "(--allow-public)",
		"--rate max 8.8.8.8":              "(--fast)",
		"--exclude 127.0.0.0/8 127.0.0.1": "all of them are excluded",
	} {
		var stdout, stderr bytes.Buffer
		if rc := runScan(strings.Fields(args), nil, &stdout, &stderr); rc != 1 {
			t.Errorf("%q: exit code %d", args, rc)
		}
		if !strings.Contains(stderr.String(), want) || stdout.Len() > 0 {
			t.Errorf("%q prints %q and %q, want %q", args, stderr.String(), stdout.String(), want)
		}
	}
}

func TestScanHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if rc := runScan([]string{"--help"}, nil, &stdout, &stderr); rc != 0 || stderr.Len() > 0 {
		t.Errorf("exit code %d, %q", rc, stderr.String())
	}
	for _, want := range []string{"Usage: wiredump scan", "--exclude HOSTS", "top:100", excludeFile} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("the help does not say %q", want)
		}
	}
}

func TestParseRate(t *testing.T) {
	for s, want := range map[string]float64{
		"1": 1, "0.5": 0.5, "10k": 10000, "1.5m": 1.5e6, "max": -1,
		"784bit": 1, "784kbit": 1000, "1gbit": 1e9 / 784,
	} {
		if got, err := parseRate(s); err != nil || got != want {
			t.Errorf("%s is %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "k", "bit", "nan", "inf", "-1", "0", "1x", "1e99"} {
		if got, err := parseRate(s); err == nil {
			t.Errorf("%q is %v", s, got)
		}
	}
}

var testResults = []inject.Result{
	{Addr: netip.MustParseAddr("192.0.2.7"), Port: 443, State: inject.Closed, Reason: inject.Reset, TTL: 64, RTT: 1500 * time.Microsecond},
	{Addr: netip.MustParseAddr("192.0.2.7"), Port: 80, State: inject.Open, Reason: inject.SynAck, TTL: 64, RTT: time.Millisecond},
	{Addr: netip.MustParseAddr("192.0.2.7"), Port: 25, State: inject.Filtered, Reason: inject.AdminProhibited, TTL: 250, From: netip.MustParseAddr("192.0.2.254"), RTT: time.Millisecond},
	{Addr: netip.MustParseAddr("2001:db8::7"), Port: 80, State: inject.Filtered, Reason: inject.NoResponse},
}

// viewOf prints the results with a view.
func viewOf(t *testing.T, c *scanConfig, p *inject.Plan, rs []inject.Result) string {
	t.Helper()
	var err error
	c.Targets, err = inject.ParseTargets(t.Context(), []string{"name.example"}, inject.TargetOptions{Resolver: oneName{}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	v := c.newScanView(&b, p)
	for _, r := range rs {
		v.result(r)
	}
	v.end()
	return b.String()
}

type oneName struct{}

func (oneName) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) {
	return []netip.Addr{netip.MustParseAddr("192.0.2.7")}, nil
}

func TestScanTable(t *testing.T) {
	small := &inject.Plan{Addresses: 2, Probes: 4}
	got := viewOf(t, &scanConfig{}, small, testResults)
	want := `192.0.2.7 (name.example)
  PORT       STATE     REASON            TTL  SERVICE
  25/tcp     filtered  admin-prohibited  250  smtp  from 192.0.2.254
  80/tcp     open      syn-ack            64  http
  443/tcp    closed    reset              64  https

1 address gave no answer
`
	if got != want {
		t.Errorf("the table is\n%s\nwant\n%s", got, want)
	}
	got = viewOf(t, &scanConfig{open: true, numeric: true}, small, testResults)
	want = `192.0.2.7 (name.example)
  PORT       STATE     REASON            TTL  SERVICE
  80/tcp     open      syn-ack            64

`
	if got != want {
		t.Errorf("with --open the table is\n%s\nwant\n%s", got, want)
	}
	// Many ports with the same verdict are counted.
	rs := testResults[1:2:2]
	for port := range uint16(30) {
		rs = append(rs, inject.Result{Addr: rs[0].Addr, Port: 1000 + port, State: inject.Closed, Reason: inject.Reset, TTL: 64})
	}
	for port := range uint16(17) {
		rs = append(rs, inject.Result{Addr: rs[0].Addr, Port: 2000 + port, State: inject.Filtered, Reason: inject.NoResponse})
	}
	got = viewOf(t, &scanConfig{}, &inject.Plan{Addresses: 1, Probes: 48}, rs)
	want = `192.0.2.7 (name.example)
  PORT       STATE     REASON            TTL  SERVICE
  80/tcp     open      syn-ack            64  http
  not shown: 30 ports closed (reset)
  not shown: 17 ports filtered (no-response)

`
	if got != want {
		t.Errorf("the long table is\n%s\nwant\n%s", got, want)
	}
	// A single silent host is shown.
	got = viewOf(t, &scanConfig{}, &inject.Plan{Addresses: 1, Probes: 1}, testResults[3:])
	if !strings.Contains(got, "2001:db8::7\n") || !strings.Contains(got, "80/tcp     filtered  no-response            http\n") {
		t.Errorf("the silent host is\n%s", got)
	}
}

func TestScanLines(t *testing.T) {
	got := viewOf(t, &scanConfig{}, &inject.Plan{Addresses: 1, Probes: 10, Duration: time.Hour}, testResults)
	want := `HOST             PORT       STATE     REASON            TTL  SERVICE
192.0.2.7        80/tcp     open      syn-ack            64  http
`
	if got != want {
		t.Errorf("the lines are\n%s\nwant\n%s", got, want)
	}
}

func TestScanJSON(t *testing.T) {
	type object struct {
		Time    float64
		IP      string
		Port    int
		Proto   string
		State   string
		Reason  string
		TTL     int
		RTT     int `json:"rtt_us"`
		From    string
		Host    string
		Service string
	}
	before := float64(time.Now().Unix())
	dec := json.NewDecoder(strings.NewReader(viewOf(t, &scanConfig{json: true}, &inject.Plan{}, testResults)))
	dec.DisallowUnknownFields()
	var got []object
	for {
		var o object
		if err := dec.Decode(&o); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if o.Time < before || o.Time > before+3600 {
			t.Errorf("time %f, now is %f", o.Time, before)
		}
		o.Time = 0
		got = append(got, o)
	}
	want := []object{
		{IP: "192.0.2.7", Port: 443, Proto: "tcp", State: "closed", Reason: "reset", TTL: 64, RTT: 1500, Host: "name.example", Service: "https"},
		{IP: "192.0.2.7", Port: 80, Proto: "tcp", State: "open", Reason: "syn-ack", TTL: 64, RTT: 1000, Host: "name.example", Service: "http"},
		{IP: "192.0.2.7", Port: 25, Proto: "tcp", State: "filtered", Reason: "admin-prohibited", TTL: 250, RTT: 1000, From: "192.0.2.254", Host: "name.example", Service: "smtp"},
		{IP: "2001:db8::7", Port: 80, Proto: "tcp", State: "filtered", Reason: "no-response", Service: "http"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("objects %+v, want %+v", got, want)
	}
	if one := viewOf(t, &scanConfig{json: true, open: true}, &inject.Plan{}, testResults); strings.Count(one, "\n") != 1 || !strings.Contains(one, `"state":"open"`) {
		t.Errorf("with --open: %s", one)
	}
}

func TestScanJSONDoesNotAllocate(t *testing.T) {
	c := &scanConfig{json: true}
	c.Targets, _ = inject.ParseTargets(t.Context(), nil, inject.TargetOptions{})
	v := c.newScanView(io.Discard, &inject.Plan{})
	if n := testing.AllocsPerRun(100, func() { v.result(testResults[2]) }); n != 0 {
		t.Errorf("%v allocations for a result", n)
	}
}

func TestPortList(t *testing.T) {
	for want, ports := range map[string][]uint16{
		"80": {80}, "22,80-83": {22, 80, 81, 82, 83}, "1-2,4,65534-65535": {1, 2, 4, 65534, 65535}, "": nil,
	} {
		if got := portList(ports); got != want {
			t.Errorf("%v is %q, want %q", ports, got, want)
		}
	}
}

func TestScanWords(t *testing.T) {
	s := &inject.Stats{Probes: 200, Sent: 120, Open: 3, Closed: 90, Filtered: 7, RTT: 1234567, Elapsed: 1500 * time.Millisecond, Interrupted: true, RingDropped: 1, SendErrors: 2}
	want := "3 open, 90 closed, 7 filtered, 100 not known; 120 probes in 1.50 s, round trip up to 1.235ms, 1 answer dropped by kernel, 2 probes refused by kernel; interrupted"
	if got := summary(s); got != want {
		t.Errorf("summary\n%s\nwant\n%s", got, want)
	}
	last := &inject.Stats{Sent: 20, Elapsed: 500 * time.Millisecond}
	if got, want := progressLine(s, last), "120 of 200 probes sent, 100/s; 3 open, 90 closed, 7 filtered; 1s left"; got != want {
		t.Errorf("progress %q, want %q", got, want)
	}
	p := &inject.Plan{Addresses: 2, Ports: []uint16{80}, Probes: 2, Rate: 1, Duration: 2 * time.Second, Ways: []inject.Way{{Interface: "eth0", Source: netip.MustParseAddr("192.0.2.1")}}}
	if got, want := scope(p), "2 addresses, 1 port: 2 probes at 1 a second (2s), eth0 from 192.0.2.1"; got != want {
		t.Errorf("scope %q, want %q", got, want)
	}
}

func TestScanDryRun(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("scanning needs Linux")
	}
	var stdout, stderr bytes.Buffer
	list := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(list, []byte("127.0.0.2 # not this one\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	rc := runScan([]string{"--dry-run", "-p", "22,80-83", "--seed", "9", "--source-port", "62000", "--exclude", "@" + list, "-"},
		strings.NewReader("127.0.0.1-127.0.0.2"), &stdout, &stderr)
	want := `addresses   1
ports       22,80-83
probes      5
rate        1000 a second: 5ms for one pass
source port 62000
seed        9
route       127.0.0.1-127.0.0.1 (1) local dev lo from 127.0.0.1
`
	if rc != 0 || stdout.String() != want || stderr.Len() > 0 {
		t.Errorf("exit code %d, %q, and\n%s\nwant\n%s", rc, stderr.String(), stdout.String(), want)
	}
}

// brokenPipe fails as standard output does when nobody reads it any more.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestScanOutputBroken(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	defer cancel(nil)
	o := newScanOutput(brokenPipe{}, cancel)
	if _, err := o.Write([]byte("a line\n")); err != nil {
		t.Fatal(err)
	}
	<-ctx.Done() // the flush a tenth of a second later has ended the scan
	if !errors.Is(context.Cause(ctx), syscall.EPIPE) {
		t.Errorf("the cause is %v", context.Cause(ctx))
	}
	if err := o.close(); !errors.Is(err, syscall.EPIPE) {
		t.Errorf("close says %v", err)
	}
}
