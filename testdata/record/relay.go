//go:build linux

package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// relayCommand joins two network namespaces by a pair of TUN devices named
// tun0 and carries packets between them until it is killed:
//
//	relay [-delay D] [-drop LIST] NETNS-A NETNS-B
//
// LIST names TCP segments to lose, separated by commas: syn*2 (the first two
// SYNs), synack*1, ack*1 (bare acknowledgments), data*1 (segments with data
// from A to B).
// It prints "ready" when both devices are there; the caller gives them addresses.
func relayCommand(args []string) error {
	fs := flag.NewFlagSet("relay", flag.ContinueOnError)
	delay := fs.Duration("delay", 0, "hold each packet this long")
	drop := fs.String("drop", "", "segments to lose")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 2 {
		return fmt.Errorf("want two namespaces")
	}
	lose := map[string]int{}
	for _, s := range strings.Split(*drop, ",") {
		name, count, ok := strings.Cut(s, "*")
		if !ok {
			continue
		}
		n := 0
		fmt.Sscan(count, &n)
		lose[name] = n
	}
	a, err := openTun(fs.Arg(0))
	if err != nil {
		return err
	}
	b, err := openTun(fs.Arg(1))
	if err != nil {
		return err
	}
	fmt.Println("ready")
	done := make(chan error, 2)
	go func() { done <- carry(a, b, *delay, lose, true) }()
	go func() { done <- carry(b, a, *delay, map[string]int{"synack": lose["synack"]}, false) }()
	return <-done
}

// openTun makes tun0 in the named namespace.
func openTun(netns string) (*os.File, error) {
	type result struct {
		f   *os.File
		err error
	}
	c := make(chan result)
	go func() {
		// The thread is thrown away with the goroutine, and its namespace too.
		runtime.LockOSThread()
		f, err := func() (*os.File, error) {
			ns, err := unix.Open("/run/netns/"+netns, unix.O_RDONLY|unix.O_CLOEXEC, 0)
			if err != nil {
				return nil, fmt.Errorf("namespace %s: %w", netns, err)
			}
			defer unix.Close(ns)
			if err := unix.Setns(ns, unix.CLONE_NEWNET); err != nil {
				return nil, err
			}
			fd, err := unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC, 0)
			if err != nil {
				return nil, fmt.Errorf("/dev/net/tun: %w", err)
			}
			req, err := unix.NewIfreq("tun0")
			if err != nil {
				return nil, err
			}
			req.SetUint16(unix.IFF_TUN | unix.IFF_NO_PI)
			if err := unix.IoctlIfreq(fd, unix.TUNSETIFF, req); err != nil {
				return nil, fmt.Errorf("TUNSETIFF: %w", err)
			}
			return os.NewFile(uintptr(fd), "tun"), nil
		}()
		c <- result{f, err}
	}()
	r := <-c
	return r.f, r.err
}

func carry(from, to *os.File, delay time.Duration, lose map[string]int, forward bool) error {
	type held struct {
		at   time.Time
		data []byte
	}
	queue := make(chan held, 1000)
	go func() {
		for h := range queue {
			time.Sleep(time.Until(h.at))
			to.Write(h.data)
		}
	}()
	buf := make([]byte, 65536)
	for {
		n, err := from.Read(buf)
		if err != nil {
			return err
		}
		if k := kind(buf[:n], forward); lose[k] > 0 {
			lose[k]--
			continue
		}
		queue <- held{time.Now().Add(delay), append([]byte(nil), buf[:n]...)}
	}
}

// kind names a packet as the list of losses does.
func kind(b []byte, forward bool) string {
	var t []byte
	switch {
	case len(b) >= 40 && b[0]>>4 == 4 && b[9] == 6:
		t = b[int(b[0]&15)*4:]
	case len(b) >= 60 && b[0]>>4 == 6 && b[6] == 6:
		t = b[40:]
	default:
		return ""
	}
	const fin, syn, ack = 1, 2, 16
	switch f := t[13]; {
	case f&(syn|ack) == syn|ack:
		return "synack"
	case f&syn != 0:
		return "syn"
	case forward && len(t) > int(t[12]>>4)*4:
		return "data"
	case f&(ack|fin) == ack:
		return "ack"
	}
	return ""
}
