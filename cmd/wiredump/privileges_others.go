//go:build !linux

package main

// dropCapabilities has nothing to give up here.
func dropCapabilities(bool) error { return nil }
