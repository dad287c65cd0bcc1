package main

import (
	"bytes"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect/text"
	"wiredump/pcapio"
)

// An event as JSON names the interface as a packet does.
func TestEventsNameTheInterface(t *testing.T) {
	var out bytes.Buffer
	s := newHandshakeSink(&out, text.Options{}, true, false)
	s.interfaces = func() []packet.Interface { return []packet.Interface{{Name: "web0"}} }
	r, err := pcapio.Open("demo.pcap", pcapio.ReaderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for {
		b, err := r.Next()
		if err != nil {
			break
		}
		for i := range b.Packets {
			if err := s.packet(&b.Packets[i]); err != nil {
				t.Fatal(err)
			}
		}
		b.Release()
	}
	if err := s.finish(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, l := range lines {
		if !strings.HasPrefix(l, `{"schema":1,"time":`) || !strings.Contains(l, `,"interface_id":0,"interface":"web0",`) {
			t.Errorf("%s", l)
		}
	}
	if len(lines) < 2 {
		t.Errorf("%d events", len(lines))
	}
}
