package pcapio

import (
	"encoding/binary"

	"wiredump/capture/packet"
)

// Statistics are what an interface statistics block tells at the end of a
// capture, or in between. Counters that are not known are NotCounted.
type Statistics struct {
	Interface  uint32 // index into Interfaces
	Time       packet.Time
	Start, End packet.Time // of the capture; zero if not known
	Received   uint64      // packets the interface received
	Dropped    uint64      // packets the interface dropped
	Accepted   uint64      // packets the filter let through
	OSDropped  uint64      // packets the operating system dropped
	Delivered  uint64      // packets that reached the capturing program
	Comments   []string
}

// NotCounted is a counter of Statistics that is not known.
const NotCounted = ^uint64(0)

// Options of a statistics block.
const (
	optIsbStart     = 2
	optIsbEnd       = 3
	optIsbReceived  = 4
	optIsbDropped   = 5
	optIsbAccepted  = 6
	optIsbOSDropped = 7
	optIsbDelivered = 8
)

// parseStatistics reads a block's body: interface, time stamp in two halves,
// options.
func parseStatistics(body []byte, order binary.ByteOrder, i *interfaceState) Statistics {
	s := Statistics{
		Interface: i.index,
		Time:      i.clock.time(halves(body[4:], order)),
		Received:  NotCounted,
		Dropped:   NotCounted,
		Accepted:  NotCounted,
		OSDropped: NotCounted,
		Delivered: NotCounted,
	}
	for o := (options{b: body[statisticsLen:], order: order}); o.next(); {
		if o.code == OptComment {
			s.Comments = append(s.Comments, string(o.value))
			continue
		}
		if len(o.value) != 8 {
			continue
		}
		switch o.code {
		case optIsbStart:
			s.Start = i.clock.time(halves(o.value, order))
		case optIsbEnd:
			s.End = i.clock.time(halves(o.value, order))
		case optIsbReceived:
			s.Received = order.Uint64(o.value)
		case optIsbDropped:
			s.Dropped = order.Uint64(o.value)
		case optIsbAccepted:
			s.Accepted = order.Uint64(o.value)
		case optIsbOSDropped:
			s.OSDropped = order.Uint64(o.value)
		case optIsbDelivered:
			s.Delivered = order.Uint64(o.value)
		}
	}
	return s
}

// halves reads a time stamp, which is stored high half first in any order.
func halves(b []byte, order binary.ByteOrder) uint64 {
	return uint64(order.Uint32(b))<<32 | uint64(order.Uint32(b[4:]))
}
