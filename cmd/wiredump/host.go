package main

import (
	"runtime"

	"wiredump/pcapio"
)

// thisHost is what the header of a pcapng file tells of where it was made.
func thisHost() pcapio.Section {
	return pcapio.Section{
		Hardware:    runtime.GOARCH,
		OS:          runtime.GOOS,
		Application: "wiredump " + version,
	}
}
