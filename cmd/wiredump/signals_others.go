//go:build !unix

package main

import (
	"os"
	"os/signal"
)

// signals are the signals that a pipeline answers.
type signals struct{ c chan os.Signal }

type signalKind uint8

const (
	signalStop signalKind = iota
	signalStats
	signalFlush
)

func catchSignals() *signals {
	s := &signals{c: make(chan os.Signal, 8)}
	signal.Notify(s.c, os.Interrupt)
	return s
}

func (s *signals) release() { signal.Stop(s.c) }

func (s *signals) kind(os.Signal) signalKind { return signalStop }

// lowerPriority does nothing here.
func lowerPriority(int) {}
