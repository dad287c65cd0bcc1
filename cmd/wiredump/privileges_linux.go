package main

import (
	"errors"

	"golang.org/x/sys/unix"

	"wiredump/capture"
)

// dropCapabilities gives up all capabilities but, if further files will be
// created, that to create them where root may. A program that was built with
// cgo keeps them all.
func dropCapabilities(createFiles bool) error {
	var keep []int
	if createFiles {
		keep = append(keep, unix.CAP_DAC_OVERRIDE)
	}
	if err := capture.DropCapabilities(keep...); !errors.Is(err, capture.ErrCgo) {
		return err
	}
	return nil
}
