package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/inject"
	"wiredump/internal/services"
	"wiredump/pcapio"
)

// excludeFile names targets that are never scanned on this machine.
const excludeFile = "/etc/wiredump/exclude"

// Exit codes of scan beside 0 and 1.
const scanInterrupted = 130 // as shells report SIGINT

// A scanConfig is what the flags of scan say.
type scanConfig struct {
	inject.Config
	targets, excludes []string
	family            int
	json, open        bool
	numeric, quiet    bool
	dryRun            bool
	packetTrace       bool
	pcap              string
}

// runScan is the sub-command scan. It returns 0 if the scan was done to its
// end, 130 if it was interrupted, and 1 for every error.
func runScan(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	const program = "wiredump scan"
	c, err := parseScan(args, stderr)
	switch {
	case errors.Is(err, pflag.ErrHelp):
		printScanHelp(stdout)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%s: %s\n%s\n", program, err, scanUsage)
		return 1
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once.
	defer context.AfterFunc(ctx, stop)()
	err = c.run(ctx, stdin, stdout, stderr)
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return 0
	case ctx.Err() != nil && errors.Is(err, context.Cause(ctx)):
		return scanInterrupted
	}
	fmt.Fprintf(stderr, "%s: %s%s\n", program, strings.TrimPrefix(err.Error(), "inject: "), scanHint(err))
	return 1
}

// scanHint says which flag would help.
func scanHint(err error) string {
	switch {
	case errors.Is(err, inject.ErrPublic):
		return " (--allow-public)"
	case errors.Is(err, inject.ErrFast):
		return " (--fast)"
	}
	return ""
}

const scanUsage = `Usage: wiredump scan [-46hnq] [-p PORTS] [-i INTERFACE] [--rate N|max] [--json]
                     [--open] [--exclude HOSTS] [--dry-run] HOST ...
       wiredump scan --help`

// printScanHelp prints all there is to say.
func printScanHelp(w io.Writer) {
	fmt.Fprintf(w, `%s

Finds out which TCP ports are open, closed or filtered, with SYN probes.

Hosts are addresses, names, prefixes (192.0.2.0/24, 2001:db8::/120), ranges
(192.0.2.1-192.0.2.9), octet ranges (10.0.0-5.1-254), @FILE, and - for standard
input. Ports are numbers, ranges, service names and top:N, separated by commas;
! in front leaves them out: top:200,8000-8100,!25. The default is %s.

`, scanUsage, inject.DefaultPorts)
	var c scanConfig
	var raw scanFlags
	fmt.Fprint(w, scanFlagSet(&c, &raw).FlagUsagesWrapped(100))
	fmt.Fprintf(w, `
Multicast, broadcast and reserved addresses are never probed. What %s
names is never probed either. More than %d public addresses need
--allow-public, more than %d probes a second at public addresses --fast.

Sending packets needs the right to (root, or
  setcap cap_net_raw=eip wiredump);
without it, ports are judged by connect(2), with a notice.

Ctrl-C ends the scan, and what was found is printed; a second one ends the
program at once. The exit code is 0, 130 when interrupted, 1 for an error.
`, excludeFile, inject.PublicLimit, inject.PublicRate)
}

// scanFlags are the values of flags that need a second look.
type scanFlags struct {
	ports, rate         string
	exclude             []string
	four, six           bool
	retries, sourcePort uint16
}

func scanFlagSet(c *scanConfig, r *scanFlags) *pflag.FlagSet {
	f := pflag.NewFlagSet("scan", pflag.ContinueOnError)
	f.SortFlags = false
	f.Usage = func() {}
	f.StringVarP(&r.ports, "ports", "p", "", "the `PORTS` to scan")
	f.StringVarP(&c.Interface, "interface", "i", "", "send on `INTERFACE` only, instead of as routed")
	f.StringVar(&r.rate, "rate", strconv.Itoa(inject.DefaultRate), "probes a second: `N`, with k or m for thousands or millions, bits a second as 10mbit, or max")
	f.Uint16Var(&r.retries, "retries", inject.DefaultRetries, "ask again at most `N` times what does not answer, as long as that brings answers")
	f.DurationVar(&c.Wait, "wait", 0, "wait `TIME` (such as 2s) for answers after the last one (default: by the round-trip times seen)")
	f.StringArrayVar(&r.exclude, "exclude", nil, "never scan `HOSTS`, whatever else names them; may be repeated; @FILE for a list")
	f.BoolVarP(&r.four, "ipv4", "4", false, "take the IPv4 addresses of names")
	f.BoolVarP(&r.six, "ipv6", "6", false, "take the IPv6 addresses of names")
	f.BoolVar(&c.open, "open", false, "show open ports only")
	f.BoolVar(&c.json, "json", false, "print an object a line for each port")
	f.BoolVarP(&c.numeric, "numeric", "n", false, "no service names")
	f.BoolVarP(&c.quiet, "quiet", "q", false, "no scope, progress and summary on standard error")
	f.BoolVar(&c.dryRun, "dry-run", false, "say what would be sent, and where; send nothing")
	f.BoolVar(&c.packetTrace, "packet-trace", false, "print the packets of the scan on standard error")
	f.StringVar(&c.pcap, "pcap", "", "write the packets of the scan to `FILE`")
	f.BoolVar(&c.Sequential, "sequential", false, "in ascending order instead of a random one")
	f.Uint64Var(&c.Seed, "seed", 0, "the `NUMBER` that the random order is made from (default: a new one)")
	f.Uint16Var(&r.sourcePort, "source-port", 0, "send from `PORT` and, when asking again, those after it (default: outside the kernel's own range)")
	f.BoolVar(&c.Connect, "connect", false, "judge ports by connect(2)")
	f.BoolVar(&c.AllowPublic, "allow-public", false, fmt.Sprintf("allow more than %d public addresses", inject.PublicLimit))
	f.BoolVar(&c.Fast, "fast", false, fmt.Sprintf("allow more than %d probes a second at public addresses", inject.PublicRate))
	return f
}

// parseScan turns the arguments into a configuration. Targets are resolved
// later.
func parseScan(args []string, stderr io.Writer) (*scanConfig, error) {
	c := &scanConfig{}
	var r scanFlags
	f := scanFlagSet(c, &r)
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	c.targets, c.excludes = f.Args(), r.exclude
	if len(c.targets) == 0 {
		return nil, errors.New("no host to scan")
	}
	var err error
	lookup := func(name string) (uint16, bool) { return services.System().Port(name, "tcp") }
	if c.Ports, err = inject.ParsePorts(r.ports, lookup); err != nil {
		return nil, trimInject(err)
	}
	if c.Rate, err = parseRate(r.rate); err != nil {
		return nil, err
	}
	if c.Retries = int(r.retries); c.Retries == 0 {
		c.Retries = -1
	}
	c.SourcePort = r.sourcePort
	switch {
	case c.Wait < 0:
		return nil, fmt.Errorf("invalid time %v", c.Wait)
	case r.four && r.six:
		return nil, errors.New("-4 and -6 exclude each other")
	case r.four:
		c.family = 4
	case r.six:
		c.family = 6
	}
	c.Notice = func(s string) { fmt.Fprintf(stderr, "wiredump scan: %s\n", s) }
	return c, nil
}

// trimInject drops the package's name from the front of an error: the
// program's own stands there.
func trimInject(err error) error {
	return errors.New(strings.TrimPrefix(err.Error(), "inject: "))
}

// probeBits is how long a probe keeps an Ethernet wire busy: 74 bytes, their
// check sequence, the preamble and the gap between frames.
const probeBits = (74 + 4 + 8 + 12) * 8

// parseRate reads a number of probes a second: "1000", "10k", "max", or bits a
// second as in "10mbit".
func parseRate(s string) (float64, error) {
	if s == "max" {
		return inject.MaxRate, nil
	}
	num, bit := strings.CutSuffix(strings.ToLower(s), "bit")
	factor := 1.0
	switch {
	case strings.HasSuffix(num, "k"):
		factor = 1e3
	case strings.HasSuffix(num, "m"):
		factor = 1e6
	case strings.HasSuffix(num, "g"):
		factor = 1e9
	}
	if factor != 1 {
		num = num[:len(num)-1]
	}
	n, err := strconv.ParseFloat(num, 64)
	if err != nil || !(n > 0) || n*factor > 1e12 {
		return 0, fmt.Errorf("invalid rate %q", s)
	}
	if n *= factor; bit {
		n /= probeBits
	}
	return n, nil
}

// run resolves the targets, scans and prints.
func (c *scanConfig) run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) error {
	o := inject.TargetOptions{Stdin: stdin, Family: c.family, Resolver: net.DefaultResolver}
	var err error
	if c.Targets, err = inject.ParseTargets(ctx, c.targets, o); err != nil {
		return err
	}
	if _, err := os.Stat(excludeFile); err == nil {
		c.excludes = append(c.excludes, "@"+excludeFile)
	} else if !errors.Is(err, fs.ErrNotExist) {
		// Better no scan than one of what must not be scanned.
		return err
	}
	if c.Exclude, err = inject.ParseTargets(ctx, c.excludes, o); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	out := newScanOutput(stdout, cancel)
	defer out.stop()
	trace := c.newTracer(stderr)
	if trace != nil {
		c.Trace = trace.packet
	}
	s, err := inject.New(c.Config)
	if err != nil {
		return err
	}
	plan := s.Plan()
	if c.dryRun {
		printPlan(out, &plan)
		return out.close()
	}
	if !c.quiet {
		fmt.Fprintf(stderr, "wiredump scan: %s\n", scope(&plan))
	}
	view := c.newScanView(out, &plan)
	progress := startProgress(c, s, stderr)
	st, err := s.Run(ctx, view.result)
	progress.stop()
	view.end()
	if trace != nil {
		err = errors.Join(err, trace.close())
	}
	if cerr := out.close(); cerr != nil {
		return cerr
	}
	if !c.quiet {
		fmt.Fprintf(stderr, "wiredump scan: %s\n", summary(&st))
	}
	return err
}

// A scanTracer shows and writes the packets of a scan.
type scanTracer struct {
	w     io.Writer // nil: not shown
	view  *text.View
	line  []byte
	name  string // empty: not written
	out   *pcapio.Output
	link  packet.LinkType
	other int // packets of another link type than the first
	err   error
}

func (c *scanConfig) newTracer(stderr io.Writer) *scanTracer {
	if !c.packetTrace && c.pcap == "" {
		return nil
	}
	t := &scanTracer{name: c.pcap}
	if c.packetTrace {
		t.w = stderr
		t.view = text.New(text.Options{AbsoluteSeq: true, Terminal: isTerminal(stderr)})
	}
	return t
}

func (t *scanTracer) packet(p *packet.Packet) {
	if t.view != nil {
		t.line = t.view.Append(t.line[:0], p)
		_, _ = t.w.Write(t.line)
	}
	if t.name == "" || t.err != nil {
		return
	}
	if t.out == nil {
		// Only the first packet tells the link type.
		t.link = p.LinkType
		if t.out, t.err = t.newOutput(); t.err != nil {
			return
		}
	}
	if p.LinkType != t.link {
		t.other++
		return
	}
	q := *p
	q.Interface = 0
	t.err = t.out.Write(&q)
}

func (t *scanTracer) newOutput() (*pcapio.Output, error) {
	o := pcapio.WriterOptions{Format: pcapio.FormatFor(t.name), LinkType: t.link, Nano: true, Section: thisHost()}
	return pcapio.NewOutput(pcapio.OutputOptions{Name: t.name, Writer: o, Compression: pcapio.CompressionFor(t.name)})
}

// close finishes the file; one without packets is written too.
func (t *scanTracer) close() error {
	if t.name == "" {
		return nil
	}
	if t.out == nil && t.err == nil {
		t.link = packet.Ethernet
		t.out, t.err = t.newOutput()
	}
	if t.err != nil {
		return fmt.Errorf("%s: %w", t.name, t.err)
	}
	if err := t.out.Close(); err != nil {
		return fmt.Errorf("%s: %w", t.name, err)
	}
	if t.other > 0 {
		return fmt.Errorf("%s: %d packets are not in it: their link type is not %v", t.name, t.other, t.link)
	}
	return nil
}

// scope says in one line what is about to be done.
func scope(p *inject.Plan) string {
	s := fmt.Sprintf("%s, %s: %s", howMany(p.Addresses, "address"), howMany(uint64(len(p.Ports)), "port"), howMany(p.Probes, "probe"))
	if p.Rate > 0 {
		s += fmt.Sprintf(" at %.0f a second", p.Rate)
		if p.Duration >= time.Second {
			s += fmt.Sprintf(" (%v)", p.Duration.Round(time.Second))
		}
	} else {
		s += " as fast as possible"
	}
	seen := map[string]bool{}
	for _, w := range p.Ways {
		if via := w.Interface + " from " + w.Source.String(); !seen[via] && len(seen) < 4 {
			seen[via] = true
			s += ", " + via
		}
	}
	return s
}

// howMany writes a number with its noun.
func howMany(n uint64, noun string) string {
	s := strconv.FormatUint(n, 10) + " " + noun
	switch {
	case n == 1:
		return s
	case strings.HasSuffix(noun, "s"):
		return s + "es"
	}
	return s + "s"
}

// summary says in one line what was done.
func summary(s *inject.Stats) string {
	text := fmt.Sprintf("%d open, %d closed, %d filtered", s.Open, s.Closed, s.Filtered)
	if left := s.Probes - s.Done(); left > 0 {
		text += fmt.Sprintf(", %d not known", left)
	}
	what := "probe"
	if s.Connect {
		what = "connection"
	}
	text += fmt.Sprintf("; %s in %.2f s", howMany(s.Sent, what), s.Elapsed.Seconds())
	if s.RTT > 0 {
		text += fmt.Sprintf(", round trip up to %v", s.RTT.Round(time.Microsecond))
	}
	if s.RingDropped > 0 {
		text += fmt.Sprintf(", %s dropped by kernel", howMany(s.RingDropped, "answer"))
	}
	if s.SendErrors > 0 {
		text += fmt.Sprintf(", %s refused by kernel", howMany(s.SendErrors, what))
	}
	if s.Interrupted {
		text += "; interrupted"
	}
	return text
}

// printPlan prints what --dry-run shows.
func printPlan(w io.Writer, p *inject.Plan) {
	fmt.Fprintf(w, "addresses   %d\nports       %s\nprobes      %d\n", p.Addresses, portList(p.Ports), p.Probes)
	if p.Rate > 0 {
		fmt.Fprintf(w, "rate        %.0f a second: %v for one pass\n", p.Rate, p.Duration.Round(time.Millisecond))
	} else {
		fmt.Fprintf(w, "rate        as fast as possible\n")
	}
	fmt.Fprintf(w, "source port %d\nseed        %d\n", p.SourcePort, p.Seed)
	for _, way := range p.Ways {
		to := "on the link"
		switch {
		case way.Local:
			to = "local"
		case way.Gateway.IsValid():
			to = "via " + way.Gateway.String()
		}
		fmt.Fprintf(w, "route       %v-%v (%d) %s dev %s from %v\n", way.From, way.To, way.Addresses, to, way.Interface, way.Source)
	}
}

// portList writes ports as ranges: "22,80-83".
func portList(ports []uint16) string {
	var b []byte
	for i := 0; i < len(ports); {
		j := i
		for j+1 < len(ports) && ports[j+1] == ports[j]+1 {
			j++
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, uint64(ports[i]), 10)
		if j > i {
			b = append(b, '-')
			b = strconv.AppendUint(b, uint64(ports[j]), 10)
		}
		i = j + 1
	}
	return string(b)
}
