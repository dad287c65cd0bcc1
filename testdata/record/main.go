//go:build linux

// Command record is what testdata/record/record.sh needs beside the servers and
// tools of a distribution: it sends packets that no server makes, relays a
// tunnel that delays and loses them, opens TCP connections in ways that need
// system calls, and gives a capture another link type.
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

var commands = map[string]func(args []string) error{
	"craft":  craftCommand,
	"relay":  relayCommand,
	"tcp":    tcpCommand,
	"relink": relinkCommand,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		var names []string
		for n := range commands {
			names = append(names, n)
		}
		sort.Strings(names)
		fmt.Fprintln(os.Stderr, "usage: record", strings.Join(names, "|"), "ARGUMENT...")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintf(os.Stderr, "record %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
}
