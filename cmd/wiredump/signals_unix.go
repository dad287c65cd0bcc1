//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// signals are the signals that a pipeline answers.
type signals struct{ c chan os.Signal }

type signalKind uint8

const (
	signalStop signalKind = iota
	signalStats
	signalFlush
)

// catchSignals begins to catch them. A SIGHUP that is ignored, as under nohup,
// stays ignored.
func catchSignals() *signals {
	s := &signals{c: make(chan os.Signal, 8)}
	signal.Notify(s.c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGPIPE, syscall.SIGUSR1, syscall.SIGUSR2)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(s.c, syscall.SIGHUP)
	}
	return s
}

func (s *signals) release() { signal.Stop(s.c) }

func (s *signals) kind(sig os.Signal) signalKind {
	switch sig {
	case syscall.SIGUSR1:
		return signalStats
	case syscall.SIGUSR2:
		return signalFlush
	}
	return signalStop
}

// lowerPriority makes a child process yield to everybody.
func lowerPriority(pid int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, pid, 19) }
