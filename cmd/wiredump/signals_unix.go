//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// caught returns what to catch. A SIGHUP that is ignored, as under nohup, stays
// ignored.
func caught() []os.Signal {
	sigs := []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGPIPE, syscall.SIGQUIT, syscall.SIGUSR1, syscall.SIGUSR2}
	if !signal.Ignored(syscall.SIGHUP) {
		sigs = append(sigs, syscall.SIGHUP)
	}
	return sigs
}

func (s *signals) kind(sig os.Signal) signalKind {
	switch sig {
	case syscall.SIGUSR1:
		return signalStats
	case syscall.SIGUSR2:
		return signalFlush
	case syscall.SIGQUIT:
		return signalDie // but without the runtime's report on goroutines
	}
	return signalStop
}

// deadly reports whether a signal may end the process at once when it comes
// again. SIGPIPE comes with every write to a closed pipe.
func deadly(sig os.Signal) bool { return sig != syscall.SIGPIPE }

// die ends the process by the signal.
func die(sig os.Signal) {
	n := sig.(syscall.Signal)
	if n != syscall.SIGQUIT {
		signal.Reset(n)
		_ = syscall.Kill(syscall.Getpid(), n)
		select {} // it comes
	}
	os.Exit(128 + int(n))
}

// lowerPriority makes a child process yield to everybody.
func lowerPriority(pid int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, pid, 19) }
