package main

import (
	"os"
	"os/signal"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// watchQuit lets SIGQUIT end the process as it ends any other, in place of the
// Go runtime, which would print where each goroutine is.
//
// The runtime has replaced the action that we inherited by then, but kept that
// of SIGINT. Who had SIGINT ignored had SIGQUIT ignored as well: a shell does
// that for commands in the background.
func watchQuit() {
	if signal.Ignored(syscall.SIGINT) {
		signal.Ignore(syscall.SIGQUIT)
		return
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGQUIT)
	go func() {
		<-c
		// struct sigaction: handler (SIG_DFL), flags, restorer and mask, all zero.
		var action [8]uint64
		const maskSize = 8
		_, _, _ = unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(unix.SIGQUIT), uintptr(unsafe.Pointer(&action)), 0, maskSize, 0, 0)
		_ = unix.Kill(os.Getpid(), unix.SIGQUIT)
	}()
}
