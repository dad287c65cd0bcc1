package main

import (
	"golang.org/x/sys/unix"

	"wiredump/capture"
)

// dropCapabilities gives up all capabilities but, if further files will be
// created, that to create them where root may.
func dropCapabilities(createFiles bool) error {
	if createFiles {
		return capture.DropCapabilities(unix.CAP_DAC_OVERRIDE)
	}
	return capture.DropCapabilities()
}
