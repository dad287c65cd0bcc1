package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"wiredump/capture/packet"
	"wiredump/filter"
)

// A task is one run of the program on packets: its configuration and the
// standard streams.
type task struct {
	*config
	stdin          io.Reader
	stdout, stderr io.Writer
	warnings       warnings // of the file that is being read
}

// run does what the configuration asks for and returns the exit code.
func (t *task) run() int {
	switch t.mode {
	case modeHelp:
		printHelp(t.stdout, t.program)
		return 0
	case modeVersion:
		printVersion(t.stdout, t.program)
		return 0
	case modeListInterfaces:
		return t.exit(t.listInterfaces())
	case modeListLinkTypes:
		return t.exit(t.listLinkTypes())
	case modeListTimestampTypes:
		return t.exit(t.listTimestampTypes())
	}
	if t.dumpFilter > 0 && !t.offline() && len(t.ifaces) == 0 {
		return t.exit(t.dumpForNothing())
	}
	if t.offline() {
		return t.exit(t.runFiles())
	}
	return t.exit(t.runLive())
}

// exit reports an error, if there is one, and returns the exit code.
func (t *task) exit(err error) int {
	if err == nil {
		return 0
	}
	return fail(t.stderr, t.program, err)
}

// note prints a line for the person at the terminal.
func (t *task) note(format string, args ...any) {
	fmt.Fprintf(t.stderr, format+"\n", args...)
}

// expr returns the filter expression: that of the command line, or of the
// file that -F names. Lines of the file that begin with # are comments.
func (t *task) expr() (string, error) {
	if t.filterFile == "" {
		return t.expression, nil
	}
	var text []byte
	var err error
	if t.filterFile == "-" {
		text, err = io.ReadAll(t.stdin)
	} else {
		text, err = os.ReadFile(t.filterFile)
	}
	if err != nil {
		return "", fmt.Errorf("can't open %s: %s", t.filterFile, reason(err))
	}
	lines := strings.Split(string(text), "\n")
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimSpace(l), "#") {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n"), nil
}

// compile compiles the filter expression; nil stands for an empty one, which
// needs no program.
func (t *task) compile(o filter.Options) (*filter.Program, error) {
	expr, err := t.expr()
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(expr) == "" && t.dumpFilter == 0 {
		return nil, nil
	}
	o.NoOptimize = t.noOptimize
	p, err := filter.Compile(expr, o)
	var fe *filter.Error
	if errors.As(err, &fe) {
		return nil, filterError{fe}
	}
	return p, err
}

// A filterError is a filter's error with its place shown.
type filterError struct{ err *filter.Error }

func (e filterError) Error() string {
	if strings.TrimSpace(e.err.Expr) == "" {
		return e.err.Msg
	}
	return e.err.Msg + "\n" + e.err.Caret()
}

// dumpForNothing prints the program of a filter that no capture is there for.
func (t *task) dumpForNothing() error {
	o := filter.Options{LinkType: packet.Ethernet, SnapLen: t.snapLen}
	if t.linkTypeSet {
		o.LinkType = t.linkType
	} else {
		fmt.Fprintln(t.stderr, "Warning: assuming Ethernet")
	}
	p, err := t.compile(o)
	if err != nil {
		return err
	}
	return t.dump(p)
}

// dump prints a filter program as -d, -dd and -ddd want it.
func (t *task) dump(p *filter.Program) error {
	form := filter.Decimal
	switch t.dumpFilter {
	case 1:
		form = filter.Human
	case 2:
		form = filter.C
	}
	_, err := t.stdout.Write(p.Append(nil, form))
	return err
}

// reason returns what the system said, in the C library's words.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	s := err.Error()
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
