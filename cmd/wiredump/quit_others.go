//go:build !linux

package main

// watchQuit leaves SIGQUIT to the Go runtime.
func watchQuit() {}
