package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"time"

	"wiredump/inject"
	"wiredump/internal/services"
)

// A scanOutput is standard output: what is written is on its way within a
// tenth of a second, so that little is lost if the program is killed. An error
// ends the scan.
type scanOutput struct {
	mu     sync.Mutex
	w      *bufio.Writer
	err    error
	cancel context.CancelCauseFunc
	ticker *time.Ticker
	done   chan struct{}
	once   sync.Once
}

func newScanOutput(w io.Writer, cancel context.CancelCauseFunc) *scanOutput {
	o := &scanOutput{w: bufio.NewWriterSize(w, 64<<10), cancel: cancel, ticker: time.NewTicker(100 * time.Millisecond), done: make(chan struct{})}
	go func() {
		for {
			select {
			case <-o.ticker.C:
				o.flush()
			case <-o.done:
				return
			}
		}
	}()
	return o
}

func (o *scanOutput) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n, err := o.w.Write(b)
	o.fail(err)
	return n, err
}

func (o *scanOutput) flush() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.fail(o.w.Flush())
}

func (o *scanOutput) fail(err error) {
	if err != nil && o.err == nil {
		o.err = err
		o.cancel(err)
	}
}

// stop ends the regular flushing.
func (o *scanOutput) stop() {
	o.once.Do(func() {
		o.ticker.Stop()
		close(o.done)
	})
}

// close writes what is left and returns the first error.
func (o *scanOutput) close() error {
	o.stop()
	o.flush()
	return o.err
}

// A scanView prints results.
type scanView interface {
	result(inject.Result)
	end()
}

func (c *scanConfig) newScanView(w io.Writer, p *inject.Plan) scanView {
	service := func(port uint16) string {
		if c.numeric {
			return ""
		}
		name, _ := services.System().Name(port, "tcp")
		return name
	}
	switch {
	case c.json:
		return &jsonScan{w: w, open: c.open, service: service, hosts: map[netip.Addr][]byte{}, targets: c.Targets}
	case p.Probes > tableProbes || p.Duration > tableTime:
		return &lineScan{w: w, service: service}
	}
	return &tableScan{w: w, open: c.open, service: service, targets: c.Targets, single: p.Addresses == 1, hosts: map[netip.Addr][]inject.Result{}}
}

// Scans that are larger or take longer are not kept for a table at the end:
// their open ports are printed as they are found.
const (
	tableProbes = 1 << 20
	tableTime   = time.Minute
)

// A jsonScan prints an object a line:
//
//	{"time":1700000000.123456,"ip":"192.0.2.1","port":80,"proto":"tcp",
//	"state":"open","reason":"syn-ack","ttl":64,"rtt_us":420,"service":"http"}
//
// ttl, rtt_us, from (who sent the ICMP error), host (the name given) and
// service are left out where there is nothing to tell.
type jsonScan struct {
	w       io.Writer
	open    bool
	service func(uint16) string
	targets *inject.Targets
	hosts   map[netip.Addr][]byte // names as JSON
	buf     []byte
}

func (v *jsonScan) result(r inject.Result) {
	if v.open && r.State != inject.Open {
		return
	}
	now := time.Now().UnixMicro()
	b := append(v.buf[:0], `{"time":`...)
	b = strconv.AppendInt(b, now/1e6, 10)
	b = append(b, '.')
	for f, digit := now%1e6, int64(100000); digit > 0; digit /= 10 {
		b = append(b, '0'+byte(f/digit%10))
	}
	b = append(b, `,"ip":"`...)
	b = r.Addr.AppendTo(b)
	b = append(b, `","port":`...)
	b = strconv.AppendUint(b, uint64(r.Port), 10)
	b = append(b, `,"proto":"tcp","state":"`...)
	b = append(b, r.State.String()...)
	b = append(b, `","reason":"`...)
	b = append(b, r.Reason.String()...)
	b = append(b, '"')
	if r.TTL != 0 {
		b = append(b, `,"ttl":`...)
		b = strconv.AppendUint(b, uint64(r.TTL), 10)
	}
	if r.RTT > 0 {
		b = append(b, `,"rtt_us":`...)
		b = strconv.AppendInt(b, r.RTT.Microseconds(), 10)
	}
	if r.From.IsValid() {
		b = append(b, `,"from":"`...)
		b = r.From.AppendTo(b)
		b = append(b, '"')
	}
	if name := v.targets.Name(r.Addr); name != "" {
		b = append(b, `,"host":`...)
		b = append(b, v.quoted(r.Addr, name)...)
	}
	if s := v.service(r.Port); s != "" {
		b = append(b, `,"service":`...)
		b = strconv.AppendQuote(b, s) // names of services are words
	}
	v.buf = append(b, "}\n"...)
	_, _ = v.w.Write(v.buf) // the output keeps the error
}

func (v *jsonScan) quoted(a netip.Addr, name string) []byte {
	q := v.hosts[a]
	if q == nil {
		q, _ = json.Marshal(name) // a string has no way to fail
		v.hosts[a] = q
	}
	return q
}

func (v *jsonScan) end() {}

// A lineScan prints a line for each open port when it is found.
type lineScan struct {
	w       io.Writer
	service func(uint16) string
	buf     []byte
	header  bool
}

func (v *lineScan) result(r inject.Result) {
	if r.State != inject.Open {
		return
	}
	b := v.buf[:0]
	if !v.header {
		v.header = true
		b = append(b, "HOST             PORT       STATE     REASON            TTL  SERVICE\n"...)
	}
	b = pad(r.Addr.AppendTo(b), len(b), 16)
	b = append(b, ' ')
	b = appendRow(b, &r, v.service(r.Port))
	v.buf = b
	_, _ = v.w.Write(b)
}

func (v *lineScan) end() {}

// appendRow appends a port's line:
//
//	80/tcp     open      syn-ack            64  http
func appendRow(b []byte, r *inject.Result, service string) []byte {
	n := len(b)
	b = strconv.AppendUint(b, uint64(r.Port), 10)
	b = pad(append(b, "/tcp"...), n, 11)
	n = len(b)
	b = pad(append(b, r.State.String()...), n, 10)
	n = len(b)
	b = pad(append(b, r.Reason.String()...), n, 17)
	n = len(b)
	if r.TTL != 0 {
		for range 4 - len(strconv.Itoa(int(r.TTL))) {
			b = append(b, ' ')
		}
		b = strconv.AppendUint(b, uint64(r.TTL), 10)
	}
	b = pad(b, n, 4)
	if service != "" {
		b = append(append(b, "  "...), service...)
	}
	if r.From.IsValid() {
		b = append(b, "  from "...)
		b = r.From.AppendTo(b)
	}
	for b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return append(b, '\n')
}

// pad appends spaces until what began at start is width bytes long.
func pad(b []byte, start, width int) []byte {
	for len(b)-start < width {
		b = append(b, ' ')
	}
	return b
}

// A tableScan prints a table for each host at the end.
type tableScan struct {
	w       io.Writer
	open    bool
	single  bool
	service func(uint16) string
	targets *inject.Targets
	hosts   map[netip.Addr][]inject.Result
}

// manyPorts of a host that are not open, with the same reason, are counted
// instead of listed.
const manyPorts = 16

func (v *tableScan) result(r inject.Result) {
	if !v.open || r.State == inject.Open {
		v.hosts[r.Addr] = append(v.hosts[r.Addr], r)
	}
}

func (v *tableScan) end() {
	addrs := make([]netip.Addr, 0, len(v.hosts))
	for a := range v.hosts {
		addrs = append(addrs, a)
	}
	slices.SortFunc(addrs, netip.Addr.Compare)
	silent := 0
	var b []byte
	for _, a := range addrs {
		rs := v.hosts[a]
		if !v.single && !slices.ContainsFunc(rs, func(r inject.Result) bool { return r.TTL != 0 || r.RTT > 0 }) {
			silent++
			continue
		}
		b = v.appendHost(b[:0], a, rs)
		_, _ = v.w.Write(b)
	}
	if silent > 0 {
		fmt.Fprintf(v.w, "%s gave no answer\n", howMany(uint64(silent), "address"))
	}
}

func (v *tableScan) appendHost(b []byte, a netip.Addr, rs []inject.Result) []byte {
	type group struct {
		state  inject.State
		reason inject.Reason
	}
	counts := map[group]int{}
	for _, r := range rs {
		counts[group{r.State, r.Reason}]++
	}
	hidden := func(g group) bool { return g.state != inject.Open && counts[g] > manyPorts }
	slices.SortFunc(rs, func(x, y inject.Result) int { return cmp.Compare(x.Port, y.Port) })

	b = a.AppendTo(b)
	if name := v.targets.Name(a); name != "" {
		b = append(b, " ("...)
		b = append(append(b, name...), ')')
	}
	b = append(b, '\n')
	header := false
	for i := range rs {
		if hidden(group{rs[i].State, rs[i].Reason}) {
			continue
		}
		if !header {
			header = true
			b = append(b, "  PORT       STATE     REASON            TTL  SERVICE\n"...)
		}
		b = appendRow(append(b, "  "...), &rs[i], v.service(rs[i].Port))
	}
	groups := make([]group, 0, len(counts))
	for g := range counts {
		if hidden(g) {
			groups = append(groups, g)
		}
	}
	slices.SortFunc(groups, func(x, y group) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x.reason, y.reason))
	})
	for _, g := range groups {
		b = append(b, "  not shown: "...)
		b = strconv.AppendInt(b, int64(counts[g]), 10)
		b = append(b, " ports "...)
		b = append(b, g.state.String()...)
		b = append(b, " ("...)
		b = append(append(b, g.reason.String()...), ")\n"...)
	}
	return append(b, '\n')
}

// A scanProgress keeps one line on a terminal up to date.
type scanProgress struct {
	done chan struct{}
	wg   sync.WaitGroup
}

func startProgress(c *scanConfig, s *inject.Scanner, w io.Writer) *scanProgress {
	p := &scanProgress{done: make(chan struct{})}
	if c.quiet || c.packetTrace || !isTerminal(w) {
		return p
	}
	p.wg.Go(func() {
		t := time.NewTicker(500 * time.Millisecond)
		defer t.Stop()
		var last inject.Stats
		for {
			select {
			case <-t.C:
				now := s.Progress()
				fmt.Fprintf(w, "\r\x1b[K%s", progressLine(&now, &last))
				last = now
			case <-p.done:
				fmt.Fprint(w, "\r\x1b[K")
				return
			}
		}
	})
	return p
}

func (p *scanProgress) stop() {
	close(p.done)
	p.wg.Wait()
}

// progressLine says how far a scan is.
func progressLine(now, last *inject.Stats) string {
	s := fmt.Sprintf("%d of %d probes sent", now.Sent, now.Probes)
	if now.Sent > now.Probes {
		s = fmt.Sprintf("%d sent, asking again", now.Sent)
	}
	rate := 0.0
	if d := (now.Elapsed - last.Elapsed).Seconds(); d > 0 {
		rate = float64(now.Sent-last.Sent) / d
	}
	s += fmt.Sprintf(", %.0f/s; %d open, %d closed, %d filtered", rate, now.Open, now.Closed, now.Filtered)
	if left := now.Probes - min(now.Sent, now.Probes); left > 0 && rate > 0 {
		s += fmt.Sprintf("; %v left", time.Duration(float64(left)/rate*float64(time.Second)).Round(time.Second))
	}
	return s
}
