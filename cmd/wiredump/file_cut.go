package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wiredump/capture/packet"
	"wiredump/pcapio"
	"wiredump/pcapio/filetool"
)

// separate splits a file up by interface or link type.
func (t *fileTask) separate(name string, r *pcapio.Reader, o pcapio.OutputOptions, by string) error {
	var key func(*packet.Packet) uint32
	var label func(uint32) string
	switch by {
	case "interface":
		key = func(p *packet.Packet) uint32 { return p.Interface }
		label = func(k uint32) string { return interfaceLabel(r.Interfaces(), k) }
	case "link-type":
		key = func(p *packet.Packet) uint32 { return uint32(p.LinkType) }
		label = func(k uint32) string { return packet.LinkType(k).String() }
	default:
		return errUsage{fmt.Errorf("unknown --by %q: want interface or link-type", by)}
	}
	var outs []*pcapio.Output
	open := func(k uint32) (filetool.Sink, error) {
		part := o
		part.Name = filetool.Labelled(t.write, label(k))
		if part.Writer.LinkType = packet.LinkType(k); by == "interface" {
			part.Writer.LinkType = r.Interfaces()[k].LinkType
		}
		out, err := pcapio.NewOutput(part)
		if err == nil {
			outs = append(outs, out)
		}
		return out, err
	}
	res, err := filetool.Separate(r, key, open, t.progress.of(r.Size()))
	for _, out := range outs {
		if cerr := out.Close(); cerr != nil {
			return cerr
		}
	}
	t.summary(res)
	var damage *pcapio.FileError
	if errors.As(err, &damage) {
		return fileError(name, err)
	}
	return err
}

// interfaceLabel is an interface's name, with its number where the name is not
// its own.
func interfaceLabel(all []packet.Interface, k uint32) string {
	name := all[k].Name
	for n := range all {
		if all[n].Name == name && n != int(k) {
			name += fmt.Sprintf("-%d", k)
			break
		}
	}
	return strings.TrimPrefix(name, "-")
}

func setupCut(t *fileTask, f *pflag.FlagSet) func(args []string) error {
	t.outputFlags(f)
	numbers := f.String("packets", "", "the packets with these numbers: `LIST` such as 1-10,15,100-")
	from := f.String("from", "", "packets from `TIME` on: seconds since 1970, +SECONDS after the first packet, or \"2026-01-02 03:04:05.6\"")
	to := f.String("to", "", "packets before `TIME`")
	snapLen := f.IntP("snapshot-length", "s", 0, "cut each packet to `N` bytes")
	invert := f.BoolP("invert", "v", false, "the other packets")
	return func(args []string) error {
		if len(args) == 0 {
			return errUsage{errors.New("want a file")}
		}
		s := filetool.Selection{Invert: *invert, SnapLen: *snapLen}
		if s.SnapLen < 0 {
			return errUsage{fmt.Errorf("invalid snapshot length %d", s.SnapLen)}
		}
		var err error
		if *numbers != "" {
			if s.Numbers, err = filetool.ParseRanges(*numbers); err != nil {
				return errUsage{err}
			}
		}
		start, err := t.start(args[0], *from, *to)
		if err != nil {
			return err
		}
		for _, b := range []struct {
			flag string
			t    *time.Time
		}{{*from, &s.From}, {*to, &s.To}} {
			if b.flag == "" {
				continue
			}
			if *b.t, err = filetool.ParseTime(b.flag, start); err != nil {
				return errUsage{err}
			}
		}
		compile := func(r *pcapio.Reader) (err error) {
			if expr := strings.Join(args[1:], " "); expr != "" {
				s.Match, err = matcher(expr, r)
			}
			return err
		}
		return t.copyFile(args[0], compile, func(r *pcapio.Reader, sink filetool.Sink, progress filetool.Progress) (filetool.Result, error) {
			return filetool.Cut(r, sink, s, progress)
		})
	}
}

// start returns the time of a file's first packet, if one of the times is
// given from there.
func (t *fileTask) start(name string, times ...string) (packet.Time, error) {
	for _, s := range times {
		if !strings.HasPrefix(s, "+") {
			continue
		}
		if name == "-" {
			return packet.Time{}, errors.New("times after the first packet need a file that can be read twice")
		}
		r, err := t.openFile(name)
		if err != nil {
			return packet.Time{}, err
		}
		defer r.Close()
		b, err := r.Next()
		if err != nil {
			return packet.Time{}, nil // no packets, or damage that is told later
		}
		defer b.Release()
		return b.Packets[0].Time, nil
	}
	return packet.Time{}, nil
}

func setupDedup(t *fileTask, f *pflag.FlagSet) func(args []string) error {
	t.outputFlags(f)
	var o filetool.DedupOptions
	f.IntVar(&o.Window, "window", 0, fmt.Sprintf("compare with `N` packets before (default %d; with --within up to %d)", filetool.DefaultWindow, filetool.MaxWindow))
	f.DurationVar(&o.Within, "within", 0, "only packets not more than `TIME` apart are duplicates, such as 5ms")
	f.IntVar(&o.Skip, "skip", 0, "pass over `N` bytes at the start of each packet, such as 14 for Ethernet headers")
	return func(args []string) error {
		name, err := one(args)
		if err != nil {
			return err
		}
		if o.Window < 0 || o.Window > filetool.MaxWindow || o.Within < 0 || o.Skip < 0 {
			return errUsage{fmt.Errorf("numbers must not be negative, nor the window over %d", filetool.MaxWindow)}
		}
		return t.copyFile(name, nil, func(r *pcapio.Reader, sink filetool.Sink, progress filetool.Progress) (filetool.Result, error) {
			return filetool.Dedup(r, sink, o, progress)
		})
	}
}
