package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// demoServers are the servers that the demo talks to: real ones, on loopback.
type demoServers struct {
	web    *http.Server
	dns    net.PacketConn
	webAt  string // host:port
	dnsAt  string
	closed int // a TCP port where nobody listens
}

// startDemoServers starts them, on the ports that the world knows their
// protocols by if these are free.
func startDemoServers() (*demoServers, error) {
	web, err := listenFirst("8080", "3128", "0")
	if err != nil {
		return nil, err
	}
	var dns net.PacketConn
	for _, port := range []string{"53", "5353", "0"} {
		if dns, err = net.ListenPacket("udp4", "127.0.0.1:"+port); err == nil {
			break
		}
	}
	if err != nil {
		web.Close()
		return nil, err
	}
	unused, err := listenFirst("0")
	if err != nil {
		web.Close()
		dns.Close()
		return nil, err
	}
	s := &demoServers{
		web:    &http.Server{Handler: http.HandlerFunc(demoPage), ReadHeaderTimeout: demoTimeout},
		dns:    dns,
		webAt:  web.Addr().String(),
		dnsAt:  dns.LocalAddr().String(),
		closed: unused.Addr().(*net.TCPAddr).Port,
	}
	unused.Close()
	go func() { _ = s.web.Serve(web) }() // ends with close
	go s.answerNames()
	return s, nil
}

func listenFirst(ports ...string) (l net.Listener, err error) {
	for _, port := range ports {
		if l, err = net.Listen("tcp4", "127.0.0.1:"+port); err == nil {
			return l, nil
		}
	}
	return nil, err
}

func (s *demoServers) close() {
	_ = s.web.Close()
	_ = s.dns.Close()
}

func demoPage(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	_, _ = io.WriteString(w, "Hello from the wire.\n")
}

// answerNames answers questions for addresses until the socket is closed:
// demo.example has one, no other name exists.
func (s *demoServers) answerNames() {
	buf := make([]byte, 1500)
	for {
		n, from, err := s.dns.ReadFrom(buf)
		if err != nil {
			return
		}
		var q dnsmessage.Message
		if q.Unpack(buf[:n]) != nil || len(q.Questions) != 1 {
			continue
		}
		a := dnsmessage.Message{
			Header:    dnsmessage.Header{ID: q.ID, Response: true, Authoritative: true, RCode: dnsmessage.RCodeNameError},
			Questions: q.Questions,
		}
		if name := q.Questions[0].Name; name.String() == "demo.example." {
			a.RCode = dnsmessage.RCodeSuccess
			if q.Questions[0].Type == dnsmessage.TypeA {
				a.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: name, Class: dnsmessage.ClassINET, TTL: 60},
					Body:   &dnsmessage.AResource{A: [4]byte{127, 0, 0, 1}},
				}}
			}
		}
		if out, err := a.Pack(); err == nil {
			_, _ = s.dns.WriteTo(out, from)
		}
	}
}

// talk makes the demo's traffic: names asked for, pages fetched, and a
// connection refused.
func (s *demoServers) talk(ctx context.Context) error {
	var d net.Dialer
	resolver := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return d.DialContext(ctx, "udp4", s.dnsAt)
	}}
	if _, err := resolver.LookupNetIP(ctx, "ip4", "demo.example."); err != nil {
		return fmt.Errorf("demo: asking for a name: %w", err)
	}
	var notFound *net.DNSError
	if _, err := resolver.LookupNetIP(ctx, "ip4", "nobody.example."); !errors.As(err, &notFound) {
		return fmt.Errorf("demo: asking for a name that does not exist: %w", err)
	}
	client := &http.Client{Timeout: demoTimeout}
	for _, path := range []string{"/", "/nothing-here"} {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.webAt+path, nil)
		if err != nil {
			return err
		}
		req.Host = "demo.example"
		resp, err := client.Do(req)
		if err != nil {
			return fmt.Errorf("demo: fetching a page: %w", err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	client.CloseIdleConnections()
	if c, err := d.DialContext(ctx, "tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(s.closed))); err == nil {
		c.Close()
	}
	return nil
}

// demoTimeout bounds everything that the demo waits for.
const demoTimeout = 3 * time.Second
