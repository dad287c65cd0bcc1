package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiredump/capture"
	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/filter"
	"wiredump/inject"
	"wiredump/pcapio"
)

// demoCapture is what a live demo captured, for those who may not capture.
//
//go:embed demo.pcap
var demoCapture []byte

// runDemo is the sub-command demo: capture, packets, handshakes and a scan, on
// the loopback interface, with nothing to prepare.
func runDemo(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := pflag.NewFlagSet("demo", pflag.ContinueOnError)
	fs.SetOutput(stderr)
	save := fs.StringP("write", "w", "", "also write what was captured to this file")
	fs.Usage = func() {
		fmt.Fprintf(stderr, "Usage: wiredump demo [-w FILE]\n\nMakes HTTP and DNS traffic and a small scan on the loopback interface and\nshows them: the packets, the handshakes, the open ports.\n\n%s", fs.FlagUsages())
	}
	switch err := fs.Parse(args); {
	case errors.Is(err, pflag.ErrHelp):
		return 0
	case err != nil || fs.NArg() > 0:
		fs.Usage()
		return 1
	}
	packets, err := demo(stdout)
	if err == nil && *save != "" {
		err = os.WriteFile(*save, packets, 0o644)
	}
	if err != nil {
		fmt.Fprintf(stderr, "wiredump demo: %s\n", err)
		return 1
	}
	return 0
}

// demo shows everything and returns the savefile that it shows.
func demo(stdout io.Writer) (packets []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*demoTimeout)
	defer cancel()
	servers, err := startDemoServers()
	if err != nil {
		return nil, err
	}
	defer servers.close()

	ring, err := openDemoRing(servers)
	switch {
	case err == nil:
		fmt.Fprintln(stdout, "Capturing on lo while two names are asked for, two pages fetched, and one door\nknocked at in vain.")
		packets, err = captureDemo(ctx, ring, servers, stdout)
	case errors.Is(err, capture.ErrPermission), errors.Is(err, capture.ErrUnsupported):
		fmt.Fprintln(stdout, "There is no right to capture here: run it as root, or give the program the right\nwith setcap cap_net_raw+ep. What follows was captured before, by the same command.")
		packets = demoCapture
		heading(stdout, "wiredump -r demo.pcap -n")
		err = showPackets(stdout, packets)
	}
	if err != nil {
		return nil, err
	}
	heading(stdout, "wiredump -r demo.pcap --handshakes")
	if err := showHandshakes(stdout, packets); err != nil {
		return nil, err
	}
	heading(stdout, fmt.Sprintf("wiredump scan -p %d,%s 127.0.0.1", servers.closed, portOf(servers.webAt)))
	return packets, demoScan(ctx, stdout, servers)
}

// heading prints the command that shows what comes next.
func heading(w io.Writer, command string) { fmt.Fprintf(w, "\n$ %s\n", command) }

func portOf(hostPort string) string { return hostPort[strings.LastIndexByte(hostPort, ':')+1:] }

// openDemoRing opens a ring that sees the demo's own traffic and nobody
// else's.
func openDemoRing(s *demoServers) (*capture.Ring, error) {
	expr := fmt.Sprintf("host 127.0.0.1 and (udp port %s or tcp port %s or tcp port %d)", portOf(s.dnsAt), portOf(s.webAt), s.closed)
	prog, err := filter.Compile(expr, filter.Options{LinkType: packet.Ethernet, Live: true})
	if err != nil {
		return nil, err
	}
	return capture.Open(capture.Config{Interface: "lo", Filter: prog.Raw(), Immediate: true})
}

// captureDemo shows the packets of the demo's traffic as they come, and
// returns them as a savefile.
func captureDemo(ctx context.Context, ring *capture.Ring, s *demoServers, stdout io.Writer) ([]byte, error) {
	defer ring.Close()
	heading(stdout, "wiredump -i lo -n -w demo.pcap --print")
	talked := make(chan error, 1)
	go func() {
		err := s.talk(ctx)
		time.Sleep(50 * time.Millisecond) // the last FINs
		ring.Stop()
		talked <- err
	}()
	var file bytes.Buffer
	w, err := pcapio.NewPcapWriter(&file, pcapio.WriterOptions{LinkType: packet.Ethernet})
	if err != nil {
		return nil, err
	}
	show := newPrinter(stdout, text.New(text.Options{}), false, 1)
	for {
		b, err := ring.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		for i := range b.Packets {
			err = errors.Join(err, w.WritePacket(&b.Packets[i]), show.packet(&b.Packets[i]))
		}
		b.Release()
		if err = errors.Join(err, show.flush()); err != nil {
			return nil, err
		}
	}
	stats, err := ring.Stats()
	fmt.Fprintf(stdout, "%s received by filter, %s dropped by kernel\n", plural(stats.Received), plural(stats.Dropped))
	err = errors.Join(err, <-talked, w.Close())
	return file.Bytes(), err
}

// showPackets prints the packets of a savefile.
func showPackets(stdout io.Writer, file []byte) error {
	return replay(file, newPrinter(stdout, text.New(text.Options{}), false, 1))
}

// showHandshakes prints the handshakes of a savefile.
func showHandshakes(stdout io.Writer, file []byte) error {
	s := newHandshakeSink(stdout, text.Options{}, false, false)
	if err := replay(file, s); err != nil {
		return err
	}
	return s.finish()
}

// replay hands the packets of a savefile to a sink.
func replay(file []byte, to sink) error {
	r, err := pcapio.NewReader(bytes.NewReader(file), pcapio.ReaderOptions{})
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			return to.flush()
		}
		if err != nil {
			return err
		}
		for i := range b.Packets {
			err = errors.Join(err, to.packet(&b.Packets[i]))
		}
		b.Release()
		if err != nil {
			return err
		}
	}
}

// demoScan scans an open and a closed port of this host.
func demoScan(ctx context.Context, stdout io.Writer, s *demoServers) error {
	targets, err := inject.ParseTargets(ctx, []string{"127.0.0.1"}, inject.TargetOptions{})
	if err != nil {
		return err
	}
	port, err := strconv.ParseUint(portOf(s.webAt), 10, 16)
	if err != nil {
		return err
	}
	c := inject.Config{
		Targets: targets,
		Ports:   []uint16{uint16(port), uint16(s.closed)},
		Notice:  func(msg string) { fmt.Fprintln(stdout, msg) },
	}
	_, err = inject.Scan(ctx, c, func(r inject.Result) {
		fmt.Fprintf(stdout, "%s  %s (%s)\n", netip.AddrPortFrom(r.Addr, r.Port), r.State, r.Reason)
	})
	return err
}
