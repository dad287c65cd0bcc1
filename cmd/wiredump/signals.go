package main

import (
	"os"
	"os/signal"
	"time"
)

// signals are the signals that a pipeline answers. They are caught by a
// goroutine of their own, so that one who asks twice is obeyed even if the
// pipeline is held up, as by a reader of its output that does not read.
type signals struct {
	c    chan os.Signal // for the pipeline
	raw  chan os.Signal
	done chan struct{}
}

type signalKind uint8

const (
	signalStop signalKind = iota
	signalStats
	signalFlush
	signalDie
)

// sameStop is how long after a signal to stop another one means the same:
// timeout(1) and terminals send theirs to a process and to its group.
const sameStop = 300 * time.Millisecond

// catchSignals begins to catch them, until release.
func catchSignals() *signals {
	s := &signals{c: make(chan os.Signal, 8), raw: make(chan os.Signal, 8), done: make(chan struct{})}
	signal.Notify(s.raw, caught()...)
	go s.watch()
	return s
}

// watch passes signals on. It ends the process at once if it was told to stop
// and is told so again.
func (s *signals) watch() {
	var stopped time.Time
	for {
		select {
		case <-s.done:
			return
		case sig := <-s.raw:
			switch kind := s.kind(sig); {
			case kind == signalDie:
				die(sig)
			case kind == signalStop && stopped.IsZero():
				stopped = time.Now()
			case kind == signalStop && time.Since(stopped) < sameStop:
				continue
			case kind == signalStop && deadly(sig):
				die(sig)
			}
			select {
			case s.c <- sig:
			default: // the pipeline has enough to answer
			}
		}
	}
}

func (s *signals) release() {
	signal.Stop(s.raw)
	close(s.done)
}
