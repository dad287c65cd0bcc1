package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"
)

// A usageError is an error of the command line's form: the usage message goes
// with it.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

// parseArgs turns the arguments, the program's name first, into a
// configuration. Like tcpdump, and unlike the parser by itself, it accepts long
// options by any unique beginning.
func parseArgs(args []string) (*config, error) {
	c := &config{program: "wiredump"}
	if len(args) > 0 {
		c.program = filepath.Base(args[0])
		args = args[1:]
	}
	table := options()
	fs := pflag.NewFlagSet(c.program, pflag.ContinueOnError)
	fs.Usage = func() {}
	for i := range table {
		o := &table[i]
		v := &optionValue{c: c, o: o}
		f := fs.VarPF(v, o.long, o.short, o.help)
		if o.arg == "" {
			f.NoOptDefVal = "true"
		}
	}
	args, err := expand(table, args)
	if err != nil {
		return c, err
	}
	if err := fs.Parse(args); err != nil {
		return c, explain(err)
	}
	return c, c.finish(fs.Args())
}

// An optionValue makes a row of the table a pflag.Value.
type optionValue struct {
	c *config
	o *option
}

func (v *optionValue) String() string { return "" }
func (v *optionValue) Type() string   { return v.o.arg }

func (v *optionValue) Set(s string) error {
	if v.o.arg == "" && s != "true" {
		return usageError{fmt.Sprintf("option '--%s' doesn't allow an argument", v.o.long)}
	}
	return v.o.set(v.c, s)
}

// expand replaces abbreviated long options by their full names. Arguments of
// options are stepped over where they stand alone.
func expand(table []option, args []string) ([]string, error) {
	out := make([]string, 0, len(args))
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			return append(out, args[i:]...), nil
		case strings.HasPrefix(a, "--"):
			name, value, hasValue := strings.Cut(a[2:], "=")
			o, err := resolve(table, name)
			if err != nil {
				return nil, err
			}
			full := "--" + o.long
			if hasValue {
				full += "=" + value
			}
			out = append(out, full)
			if o.arg != "" && !hasValue && i+1 < len(args) {
				i++
				out = append(out, args[i])
			}
		case len(a) > 1 && a[0] == '-':
			out = append(out, a)
			if takesNext(table, a[1:]) && i+1 < len(args) {
				i++
				out = append(out, args[i])
			}
		default:
			out = append(out, a)
		}
	}
	return out, nil
}

// takesNext reports whether the last of some one-letter options has its
// argument in the next word.
func takesNext(table []option, letters string) bool {
	for i := range letters {
		for j := range table {
			if table[j].short == letters[i:i+1] && table[j].arg != "" {
				return i == len(letters)-1
			}
		}
	}
	return false
}

// resolve finds the option that a name or its unique beginning means.
func resolve(table []option, name string) (*option, error) {
	var found []*option
	for _, referenceOnly := range []bool{true, false} {
		found = nil
		for i := range table {
			o := &table[i]
			if o.long == name {
				return o, nil
			}
			if strings.HasPrefix(o.long, name) && (o.reference || !referenceOnly) {
				found = append(found, o)
			}
		}
		if len(found) > 0 {
			break
		}
	}
	switch len(found) {
	case 0:
		return nil, usageError{fmt.Sprintf("unrecognized option '--%s'", name)}
	case 1:
		return found[0], nil
	}
	msg := fmt.Sprintf("option '--%s' is ambiguous; possibilities:", name)
	for _, o := range found {
		msg += fmt.Sprintf(" '--%s'", o.long)
	}
	return nil, usageError{msg}
}

// explain words the parser's errors as getopt does, and takes our own out of
// its wrapping.
func explain(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return usageError{fmt.Sprintf("invalid option -- '%s'", unknown.GetSpecifiedName())}
		}
		return usageError{fmt.Sprintf("unrecognized option '--%s'", unknown.GetSpecifiedName())}
	case errors.As(err, &missing):
		if missing.GetSpecifiedShortnames() != "" {
			return usageError{fmt.Sprintf("option requires an argument -- '%s'", missing.GetSpecifiedName())}
		}
		return usageError{fmt.Sprintf("option '--%s' requires an argument", missing.GetSpecifiedName())}
	case errors.As(err, &invalid):
		return invalid.Unwrap()
	}
	return usageError{err.Error()}
}
