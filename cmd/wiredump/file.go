package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"wiredump/capture/packet"
	"wiredump/filter"
	"wiredump/pcapio"
	"wiredump/pcapio/filetool"
)

// A fileCommand is one of the commands of the sub-command file.
type fileCommand struct {
	name  string
	args  string // what stands behind the name in the usage message
	about string // for the help text
	// setup adds the command's own flags and returns what to do with the
	// arguments that are left.
	setup func(t *fileTask, f *pflag.FlagSet) func(args []string) error
}

func fileCommands() []fileCommand {
	return []fileCommand{
		{"info", "[--json] FILE...", "Tells what is in capture files.", setupInfo},
		{"merge", "-w OUT FILE...", "Puts files together in the order of their packets' times.\nFiles with different link types need a pcapng file.", setupMerge},
		{"split", "-w OUT (--packets N|--size N|--interval TIME|--by WHAT) FILE", "Splits a file up: OUT x.pcap makes x_00000.pcap, x_00001.pcap, ...", setupSplit},
		{"cut", "-w OUT [--packets LIST] [--from TIME] [--to TIME] FILE [EXPRESSION]", "Copies a part of a file: by packet numbers, time and filter expression.", setupCut},
		{"dedup", "-w OUT [--window N] [--within TIME] FILE", "Copies a file without packets that are there twice.", setupDedup},
	}
}

// runFile is the sub-command file. It returns 0 if all was done, and 1 for
// every error, a damaged input among them.
func runFile(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	t := &fileTask{stdin: stdin, stdout: stdout, stderr: stderr}
	if len(args) > 0 {
		for _, c := range fileCommands() {
			if c.name == args[0] {
				return t.run(c, args[1:])
			}
		}
		switch args[0] {
		case "-h", "--help", "help":
			printFileHelp(stdout)
			return 0
		}
		fmt.Fprintf(stderr, "wiredump file: unknown command %q\n", args[0])
	}
	fmt.Fprint(stderr, fileUsage())
	return 1
}

func fileUsage() string {
	s := ""
	for _, c := range fileCommands() {
		word := "Usage:"
		if s != "" {
			word = "      "
		}
		s += fmt.Sprintf("%s wiredump file %s %s\n", word, c.name, c.args)
	}
	return s + "       wiredump file COMMAND --help\n"
}

func printFileHelp(w io.Writer) {
	fmt.Fprintf(w, "%s\nWorks on capture files: pcap and pcapng, plain or in gzip, zstd or lz4.\n", fileUsage())
	for _, c := range fileCommands() {
		fmt.Fprintf(w, "\n%s: %s\n", c.name, c.about)
	}
}

// A fileTask is one run of a file command.
type fileTask struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	program        string
	write, format  string
	quiet          bool
	progress       *fileProgress
}

// errUsage goes with a usage message.
type errUsage struct{ error }

func (t *fileTask) run(c fileCommand, args []string) int {
	t.program = "wiredump file " + c.name
	f := pflag.NewFlagSet(c.name, pflag.ContinueOnError)
	f.SortFlags = false
	f.Usage = func() {}
	do := c.setup(t, f)
	f.BoolVarP(&t.quiet, "quiet", "q", false, "no progress and no summary on standard error")
	err := f.Parse(args)
	if err == nil {
		t.progress = newFileProgress(t.stderr, t.quiet)
		err = do(f.Args())
		t.progress.clear()
	} else if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintf(t.stdout, "Usage: %s %s\n\n%s\n\n%s", t.program, c.args, c.about, f.FlagUsagesWrapped(100))
		return 0
	} else {
		err = errUsage{err}
	}
	if err == nil {
		return 0
	}
	fmt.Fprintf(t.stderr, "%s: %s\n", t.program, err)
	var usage errUsage
	if errors.As(err, &usage) {
		fmt.Fprintf(t.stderr, "Usage: %s %s\n", t.program, c.args)
	}
	return 1
}

// outputFlags adds the flags of commands that write.
func (t *fileTask) outputFlags(f *pflag.FlagSet) {
	f.StringVarP(&t.write, "write", "w", "", "write to `OUT`; .pcapng, .gz and .zst at its end say how; - is standard output")
	f.StringVar(&t.format, "format", "", "write `FORMAT` (pcap or pcapng), whatever the name says")
}

// one returns the only argument.
func one(args []string) (string, error) {
	if len(args) != 1 {
		return "", errUsage{fmt.Errorf("want one file, got %d", len(args))}
	}
	return args[0], nil
}

// openFile opens a capture file; "-" is standard input.
func (t *fileTask) openFile(name string) (*pcapio.Reader, error) {
	o := pcapio.ReaderOptions{KeepBlocks: true, Warn: func(s string) {
		if !t.quiet {
			t.progress.clear()
			fmt.Fprintf(t.stderr, "%s: %s: %s\n", t.program, name, s)
		}
	}}
	var r *pcapio.Reader
	var err error
	if name == "-" {
		r, err = pcapio.NewReader(t.stdin, o)
	} else {
		r, err = pcapio.Open(name, o)
	}
	if err != nil {
		return nil, fileError(name, err)
	}
	return r, nil
}

// fileError is an error about a file, whose name stands in front once.
func fileError(name string, err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("%s: %s", name, reason(err))
	}
	return fmt.Errorf("%s: %w", name, err)
}

// outputOptions are those of a file that packets of r are copied to.
func (t *fileTask) outputOptions(name string, r *pcapio.Reader) (pcapio.OutputOptions, error) {
	o := pcapio.OutputOptions{
		Name:        name,
		Compression: pcapio.CompressionFor(name),
		Atomic:      true,
		Stdout:      t.stdout,
		Writer: pcapio.WriterOptions{
			Format:     pcapio.FormatFor(name),
			LinkType:   r.LinkType(),
			SnapLen:    r.SnapLen(),
			Nano:       anyNano(r),
			Interfaces: r.Interfaces,
			Source:     r,
		},
	}
	if s := r.Sections(); len(s) > 0 {
		o.Writer.Section = s[0]
	}
	switch t.format {
	case "":
	case "pcap":
		o.Writer.Format = pcapio.Pcap
	case "pcapng":
		o.Writer.Format = pcapio.Pcapng
	default:
		return o, errUsage{fmt.Errorf("unknown format %q: want pcap or pcapng", t.format)}
	}
	switch {
	case name == "":
		return o, errUsage{errors.New("-w says where to write to")}
	case name == "-" && isTerminal(t.stdout):
		return o, errors.New("refusing to write a capture file to a terminal")
	}
	return o, nil
}

// anyNano reports whether some interface of the file has nanoseconds.
func anyNano(r *pcapio.Reader) bool {
	return slices.ContainsFunc(r.Interfaces(), func(i packet.Interface) bool { return i.Nano })
}

// copyFile is the way of all commands that make one file of another. prepare
// is asked before there is an output; it may be nil.
func (t *fileTask) copyFile(name string, prepare func(*pcapio.Reader) error, tool func(*pcapio.Reader, filetool.Sink, filetool.Progress) (filetool.Result, error)) error {
	r, err := t.openFile(name)
	if err != nil {
		return err
	}
	defer r.Close()
	o, err := t.outputOptions(t.write, r)
	if err != nil {
		return err
	}
	if prepare != nil {
		if err := prepare(r); err != nil {
			return err
		}
	}
	out, err := pcapio.NewOutput(o)
	if err != nil {
		return err
	}
	res, err := tool(r, out, t.progress.of(r.Size()))
	return t.finish(name, out, res, err)
}

// finish closes the output. What came before damage in the input is kept.
func (t *fileTask) finish(input string, out *pcapio.Output, res filetool.Result, err error) error {
	if cerr := out.Close(); cerr != nil {
		return cerr
	}
	t.summary(res)
	var damage *pcapio.FileError
	if errors.As(err, &damage) {
		return fileError(input, err)
	}
	return err
}

func (t *fileTask) summary(res filetool.Result) {
	t.progress.clear()
	if !t.quiet {
		fmt.Fprintf(t.stderr, "%d packets read, %d written\n", res.Read, res.Written)
	}
}

// matcher compiles a filter expression for a file, for each of its link types
// when there are several.
func matcher(expr string, r *pcapio.Reader) (func(*packet.Packet) bool, error) {
	compile := func(lt packet.LinkType) (*filter.Program, error) {
		return filter.Compile(expr, filter.Options{LinkType: lt, Savefile: true, Swapped: r.Swapped()})
	}
	first, err := compile(r.LinkType())
	if err != nil {
		return nil, err
	}
	return accepter(first, r, compile), nil
}

// A fileProgress shows on a terminal how far long work is.
type fileProgress struct {
	w     io.Writer // nil: nowhere
	next  time.Time
	shown bool
}

func newFileProgress(stderr io.Writer, quiet bool) *fileProgress {
	if quiet || !isTerminal(stderr) {
		return &fileProgress{}
	}
	return &fileProgress{w: stderr, next: time.Now().Add(time.Second)}
}

// of returns a progress function for an input of so many bytes; 0 is not known.
func (p *fileProgress) of(size int64) filetool.Progress {
	if p.w == nil {
		return nil
	}
	return func(read int64) {
		now := time.Now()
		if now.Before(p.next) {
			return
		}
		p.next = now.Add(time.Second / 5)
		p.shown = true
		if size > 0 {
			fmt.Fprintf(p.w, "\r%3d %%", min(read*100/size, 100))
		} else {
			fmt.Fprintf(p.w, "\r%d MB", read/1e6)
		}
	}
}

func (p *fileProgress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r        \r")
		p.shown = false
	}
}
