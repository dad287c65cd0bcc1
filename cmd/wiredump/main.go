// Command wiredump captures packets, prints them as tcpdump does, writes and
// reads capture files, follows TCP handshakes and scans ports.
//
// This package is the command layer: it turns flags into one configuration,
// wires a source to views and files, answers signals, and does all printing.
// It decodes nothing.
package main

import (
	"io"
	"maps"
	"os"
	"slices"
)

func main() {
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program. It returns the exit code: 0 for a run that ended
// as asked, interrupted or not, and 1 for every error.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) > 1 {
		if cmd, ok := commands[args[1]]; ok {
			return cmd(args[2:], stdin, stdout, stderr)
		}
	}
	c, err := parseArgs(args)
	if err != nil {
		return fail(stderr, c.program, err)
	}
	t := &task{config: c, stdin: stdin, stdout: stdout, stderr: stderr}
	return t.run()
}

// A command is a sub-command's main function. Its arguments come without its
// own name.
type command func(args []string, stdin io.Reader, stdout, stderr io.Writer) int

// commands are the words that may stand in place of flags and an expression.
// None of them is a primitive of the filter language.
var commands = map[string]command{
	"demo": runDemo,
	"file": runFile,
	"scan": runScan,
}

// commandNames returns the sub-commands in alphabetical order.
func commandNames() []string { return slices.Sorted(maps.Keys(commands)) }
