package pcapio

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ErrStop says that an Output has reached one of its limits: everything it was
// given is written, and it wants no more. The error that wraps it says which.
var ErrStop = errors.New("limit reached")

type stopError string

func (e stopError) Error() string { return string(e) }
func (e stopError) Unwrap() error { return ErrStop }

// A Stop limits an Output. Zero means no limit.
type Stop struct {
	Duration time.Duration // since the Output was made
	Size     int64         // bytes of all its files together
	Packets  int64
	Files    int // finished files
}

// ParseStop reads limits as a user writes them, separated by commas:
// "duration:60,size:100m,packets:1000,files:10". Durations are seconds, or have
// a unit as in "5m"; sizes are bytes, or have a unit as ParseSize takes it.
func ParseStop(s string) (Stop, error) {
	var o Stop
	for part := range strings.SplitSeq(s, ",") {
		key, value, ok := strings.Cut(part, ":")
		if !ok {
			return Stop{}, fmt.Errorf("invalid stop condition %q: want duration:, size:, packets: or files: and a number", part)
		}
		var err error
		switch key {
		case "duration":
			o.Duration, err = parseDuration(value)
		case "size":
			o.Size, err = ParseSize(value, 1)
		case "packets":
			o.Packets, err = strconv.ParseInt(value, 10, 64)
		case "files":
			o.Files, err = strconv.Atoi(value)
		default:
			return Stop{}, fmt.Errorf("invalid stop condition %q: want duration:, size:, packets: or files: and a number", part)
		}
		if err != nil || o.Duration < 0 || o.Packets < 0 || o.Files < 0 ||
			o.Duration == 0 && key == "duration" || o.Packets == 0 && key == "packets" || o.Files == 0 && key == "files" {
			return Stop{}, fmt.Errorf("invalid stop condition %q", part)
		}
	}
	return o, nil
}

func parseDuration(s string) (time.Duration, error) {
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		if !(f > 0 && f < 1e9) {
			return 0, fmt.Errorf("invalid duration %q", s)
		}
		return time.Duration(f * float64(time.Second)), nil
	}
	return time.ParseDuration(s)
}

// ParseSize reads a size over 0: a number of units, or one followed by k, m or
// g in either case for 1024 bytes, 1024 k and 1024 m. Tcpdump's -C has a unit
// of a million bytes.
func ParseSize(s string, unit int64) (int64, error) {
	digits := s
	if s != "" {
		switch s[len(s)-1] | 0x20 {
		case 'k':
			digits, unit = s[:len(s)-1], 1<<10
		case 'm':
			digits, unit = s[:len(s)-1], 1<<20
		case 'g':
			digits, unit = s[:len(s)-1], 1<<30
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > (1<<63-1)/unit {
		return 0, fmt.Errorf("invalid file size %s", s)
	}
	return n * unit, nil
}
