package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/pflag"

	"wiredump/pcapio"
	"wiredump/pcapio/filetool"
)

func setupMerge(t *fileTask, f *pflag.FlagSet) func(args []string) error {
	t.outputFlags(f)
	inTurn := f.Bool("append", false, "one file after the other, whatever the times")
	return func(args []string) error {
		if len(args) == 0 {
			return errUsage{errors.New("want files to merge")}
		}
		if t.write == "" {
			return errUsage{errors.New("-w says where to write to")}
		}
		var files []*pcapio.Reader
		defer func() {
			for _, r := range files {
				r.Close()
			}
		}()
		size := int64(0)
		for _, name := range args {
			r, err := t.openFile(name)
			if err != nil {
				return err
			}
			files = append(files, r)
			size += r.Size()
		}
		return t.merge(files, size, *inTurn)
	}
}

func (t *fileTask) merge(files []*pcapio.Reader, size int64, inTurn bool) error {
	m := filetool.NewMerger(files)
	o, err := t.outputOptions(t.write, files[0])
	if err != nil {
		return err
	}
	o.Writer.Interfaces, o.Writer.Source = m.Interfaces, nil
	for _, r := range files {
		o.Writer.Nano = o.Writer.Nano || anyNano(r)
		o.Writer.SnapLen = max(o.Writer.SnapLen, r.SnapLen())
	}
	if m.MixedLinkTypes() && o.Writer.Format == pcapio.Pcap {
		if t.format == "pcap" {
			return errors.New("the files' link types differ: a pcap file cannot hold them")
		}
		o.Writer.Format = pcapio.Pcapng
		if !t.quiet {
			fmt.Fprintf(t.stderr, "%s: the files' link types differ: writing pcapng\n", t.program)
		}
	}
	out, err := pcapio.NewOutput(o)
	if err != nil {
		return err
	}
	do := m.Merge
	if inTurn {
		do = m.Append
	}
	res, err := do(out, t.progress.of(size))
	if cerr := out.Close(); cerr != nil {
		return cerr
	}
	t.summary(res)
	return err
}

func setupSplit(t *fileTask, f *pflag.FlagSet) func(args []string) error {
	t.outputFlags(f)
	packets := f.Int64("packets", 0, "`N` packets in each file")
	size := f.String("size", "", "a new file when one holds over `N` bytes; k, m, g for 1024 bytes, ...")
	interval := f.Duration("interval", 0, "`TIME` of packets in each file, such as 30s or 1h")
	by := f.String("by", "", "a file for each `WHAT`: interface or link-type")
	return func(args []string) error {
		name, err := one(args)
		if err != nil {
			return err
		}
		r, err := t.openFile(name)
		if err != nil {
			return err
		}
		defer r.Close()
		o, err := t.outputOptions(t.write, r)
		if err != nil {
			return err
		}
		if t.write == "-" {
			return errUsage{errors.New("the parts of a file need names")}
		}
		o.MaxPackets, o.Interval = *packets, *interval
		if *size != "" {
			if o.MaxSize, err = pcapio.ParseSize(*size, 1); err != nil {
				return errUsage{err}
			}
		}
		if o.MaxPackets < 0 || o.Interval < 0 {
			return errUsage{errors.New("nothing can be split into parts smaller than nothing")}
		}
		ways := slices.DeleteFunc([]bool{o.MaxPackets > 0, o.MaxSize > 0, o.Interval > 0, *by != ""}, func(b bool) bool { return !b })
		switch {
		case len(ways) == 0:
			return errUsage{errors.New("one of --packets, --size, --interval and --by says how to split")}
		case *by != "" && len(ways) > 1:
			return errUsage{errors.New("--by cannot be combined with the others")}
		case *by != "":
			return t.separate(name, r, o, *by)
		}
		o.PacketClock = o.Interval > 0
		o.NameFor = filetool.Numbered(t.write)
		files := 0
		o.Finished = func(pcapio.FinishedFile) { files++ }
		out, err := pcapio.NewOutput(o)
		if err != nil {
			return err
		}
		res, err := filetool.Copy(r, out, t.progress.of(r.Size()))
		if err = t.finish(name, out, res, err); err == nil && !t.quiet {
			fmt.Fprintf(t.stderr, "%d files\n", files)
		}
		return err
	}
}
