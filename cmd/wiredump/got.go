package main

import (
	"fmt"
	"io"
	"time"

	"wiredump/capture/packet"
)

// A gotCounter is the sink that tells, each second, how many packets a silent
// capture has written: tcpdump's -v with -w.
type gotCounter struct {
	w     io.Writer
	count int
	next  time.Time
}

func (g *gotCounter) packet(*packet.Packet) error { g.count++; return nil }
func (g *gotCounter) flush() error                { return nil }

func (g *gotCounter) tick(now time.Time) error {
	if !now.Before(g.next) {
		g.next = now.Add(time.Second)
		fmt.Fprintf(g.w, "Got %d\r", g.count)
	}
	return nil
}

func (g *gotCounter) nextTick() time.Time { return g.next }
