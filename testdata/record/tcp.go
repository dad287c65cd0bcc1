//go:build linux

package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// tcpCommand opens TCP connections that nc and curl cannot:
//
//	tcp [-oob] [-reset] [-md5 KEY] [-mptcp] [-from ADDR] -connect ADDR DATA
//	tcp [-md5 KEY -peer IP] [-mptcp] -listen ADDR        (one connection, echoed)
//
// -oob sends the last byte of DATA as urgent; -reset closes with RST; -from
// binds before connecting, and retries for a second so that two of them can
// open one connection simultaneously.
func tcpCommand(args []string) error {
	fs := flag.NewFlagSet("tcp", flag.ContinueOnError)
	oob := fs.Bool("oob", false, "")
	reset := fs.Bool("reset", false, "")
	md5 := fs.String("md5", "", "")
	mptcp := fs.Bool("mptcp", false, "")
	from := fs.String("from", "", "")
	connect := fs.String("connect", "", "")
	listen := fs.String("listen", "", "")
	peer := fs.String("peer", "", "")
	if err := fs.Parse(args); err != nil {
		return err
	}
	key := func(to string) func(network, address string, c syscall.RawConn) error {
		return func(_, _ string, c syscall.RawConn) error {
			var err error
			c.Control(func(fd uintptr) {
				unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_REUSEADDR, 1)
				if *md5 != "" {
					err = setMD5(int(fd), to, *md5)
				}
			})
			return err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if *listen != "" {
		lc := net.ListenConfig{Control: key(*peer)}
		lc.SetMultipathTCP(*mptcp)
		l, err := lc.Listen(ctx, "tcp", *listen)
		if err != nil {
			return err
		}
		fmt.Println("ready")
		l.(*net.TCPListener).SetDeadline(time.Now().Add(10 * time.Second))
		c, err := l.Accept()
		if err != nil {
			return err
		}
		defer c.Close()
		_, err = io.Copy(c, c)
		return err
	}
	host, _, err := net.SplitHostPort(*connect)
	if err != nil {
		return err
	}
	d := net.Dialer{Control: key(host)}
	d.SetMultipathTCP(*mptcp)
	if *from != "" {
		if d.LocalAddr, err = net.ResolveTCPAddr("tcp", *from); err != nil {
			return err
		}
	}
	c, err := d.DialContext(ctx, "tcp", *connect)
	if err != nil {
		return err
	}
	defer c.Close()
	tc := c.(*net.TCPConn)
	data := []byte(fs.Arg(0))
	if *oob {
		rc, err := tc.SyscallConn()
		if err != nil {
			return err
		}
		rc.Control(func(fd uintptr) { err = unix.Sendto(int(fd), data, unix.MSG_OOB, nil) })
		if err != nil {
			return err
		}
	} else if _, err := c.Write(data); err != nil {
		return err
	}
	time.Sleep(50 * time.Millisecond)
	if *reset {
		tc.SetLinger(0)
		return nil
	}
	tc.CloseWrite()
	_, err = io.Copy(os.Stdout, c)
	return err
}

func setMD5(fd int, peer, key string) error {
	ip := net.ParseIP(peer).To4()
	if ip == nil {
		return fmt.Errorf("-md5 wants an IPv4 peer, not %q", peer)
	}
	var s unix.TCPMD5Sig
	s.Addr.Family = unix.AF_INET
	copy(s.Addr.Data[2:6], ip) // behind the port
	s.Keylen = uint16(copy(s.Key[:], key))
	return unix.SetsockoptTCPMD5Sig(fd, unix.IPPROTO_TCP, unix.TCP_MD5SIG, &s)
}
