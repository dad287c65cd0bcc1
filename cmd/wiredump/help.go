package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
)

// version is the version of the program; see CHANGELOG.md.
const version = "0.1.0"

func printVersion(w io.Writer, program string) {
	fmt.Fprintf(w, "%s version %s\n%s, %s/%s, no libpcap\n", program, version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// printUsage prints the short form of the options, which goes with a usage
// error.
func printUsage(w io.Writer, program string) {
	table := options()
	line := "Usage: " + program + " [-"
	for _, o := range table {
		if o.short != "" && o.arg == "" {
			line += o.short
		}
	}
	line += "]"
	indent := strings.Repeat(" ", len("Usage: "))
	for _, o := range table {
		word := ""
		switch {
		case o.arg != "" && strings.HasPrefix(o.help, "refused"):
			continue
		case o.arg != "" && o.short != "":
			word = fmt.Sprintf("[-%s %s]", o.short, o.arg)
		case o.arg != "":
			word = fmt.Sprintf("[--%s %s]", o.long, o.arg)
		case o.short == "":
			word = fmt.Sprintf("[--%s]", o.long)
		default:
			continue
		}
		if len(line)+1+len(word) > 78 {
			fmt.Fprintln(w, line)
			line = indent + word
		} else {
			line += " " + word
		}
	}
	fmt.Fprintln(w, line)
	fmt.Fprintf(w, "%s[expression]\n", indent)
	for _, name := range commandNames() {
		fmt.Fprintf(w, "       %s %s ...\n", program, name)
	}
}

// printHelp prints everything there is to say about the options.
func printHelp(w io.Writer, program string) {
	printVersion(w, program)
	fmt.Fprintf(w, `
%[1]s captures packets and prints them as tcpdump does.

  %[1]s [options] [expression]      capture, print, write, read files
  %[1]s scan -p PORTS HOST...       find open ports (%[1]s scan --help)
  %[1]s file COMMAND ...            look at capture files and cut them (%[1]s file --help)
  %[1]s demo                        see it all on the loopback interface

The expression chooses packets in the language of pcap-filter(7), such as
'tcp port 80 and host 192.0.2.1'. Without one, all packets are taken.
`, program)
	table := options()
	for _, g := range groups {
		fmt.Fprintf(w, "\n%s\n", g)
		for _, o := range table {
			if o.group != g {
				continue
			}
			left := "      "
			if o.short != "" {
				left = "  -" + o.short + ", "
			}
			left += "--" + o.long
			if o.arg != "" {
				left += " " + o.arg
			}
			if len(left) > 36 {
				fmt.Fprintf(w, "%s\n%38s%s\n", left, "", o.help)
			} else {
				fmt.Fprintf(w, "%-38s%s\n", left, o.help)
			}
		}
	}
}

// fail prints an error the way its kind wants it and returns the exit code.
func fail(stderr io.Writer, program string, err error) int {
	fmt.Fprintf(stderr, "%s: %s\n", program, err)
	var usage usageError
	if errors.As(err, &usage) {
		printVersion(stderr, program)
		printUsage(stderr, program)
	}
	return 1
}
