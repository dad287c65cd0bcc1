package filetool

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// A Selection says which packets Cut keeps: those that fulfil all of it. The
// zero value keeps all.
type Selection struct {
	Numbers []Range                   // of packets, counted from 1; none: all
	From    time.Time                 // inclusive; zero: from the start
	To      time.Time                 // exclusive; zero: to the end
	Match   func(*packet.Packet) bool // nil: all
	Invert  bool                      // keep the others
	SnapLen int                       // cut each packet to so many bytes; 0: leave it
}

// A Range is packet numbers, both ends included; a Last of 0 is the end of the
// file.
type Range struct{ First, Last int64 }

// ParseRanges reads ranges as a user writes them: "1-10,15,100-".
func ParseRanges(s string) ([]Range, error) {
	var ranges []Range
	for part := range strings.SplitSeq(s, ",") {
		first, last, isRange := strings.Cut(part, "-")
		var r Range
		var err, err2 error
		r.First, err = strconv.ParseInt(first, 10, 64)
		r.Last = r.First
		if isRange {
			r.Last = 0
			if last != "" {
				r.Last, err2 = strconv.ParseInt(last, 10, 64)
			}
		}
		if err != nil || err2 != nil || r.First < 1 || r.Last < 0 || r.Last != 0 && r.Last < r.First || isRange && last == "0" {
			return nil, fmt.Errorf("invalid packet numbers %q", part)
		}
		ranges = append(ranges, r)
	}
	return ranges, nil
}

// ParseTime reads a time as a user writes it: seconds since 1970 with or
// without a fraction, "+SECONDS" after start (the first packet), or a date and
// time, local unless it says otherwise: "2026-01-02 03:04:05.678".
func ParseTime(s string, start packet.Time) (time.Time, error) {
	if rest, ok := strings.CutPrefix(s, "+"); ok {
		d, err := parseSeconds(rest)
		return start.Go().Add(time.Duration(d)), err
	}
	if d, err := parseSeconds(s); err == nil {
		return time.Unix(0, 0).Add(time.Duration(d)).UTC(), nil
	}
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02",
	} {
		if t, err := time.ParseInLocation(layout, s, time.Local); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("invalid time %q", s)
}

// parseSeconds reads "SECONDS[.FRACTION]" into nanoseconds, exactly.
func parseSeconds(s string) (int64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	sec, err := strconv.ParseUint(whole, 10, 33)
	if err != nil {
		return 0, fmt.Errorf("invalid number of seconds %q", s)
	}
	frac = (frac + "000000000")[:9]
	ns, err := strconv.ParseUint(frac, 10, 32)
	if err != nil {
		return 0, fmt.Errorf("invalid number of seconds %q", s)
	}
	return int64(sec*1e9 + ns), nil
}

// Cut copies the selected packets.
func Cut(r *pcapio.Reader, sink Sink, s Selection, progress Progress) (Result, error) {
	n := int64(0)
	return copyKept(r, sink, func(p *packet.Packet) bool {
		n++
		if s.has(n, p) == s.Invert {
			return false
		}
		if s.SnapLen > 0 && len(p.Data) > s.SnapLen {
			p.Data = p.Data[:s.SnapLen]
		}
		return true
	}, progress)
}

func (s *Selection) has(n int64, p *packet.Packet) bool {
	if len(s.Numbers) > 0 && !inRanges(s.Numbers, n) {
		return false
	}
	if !s.From.IsZero() || !s.To.IsZero() {
		t := p.Time.Go()
		if !s.From.IsZero() && t.Before(s.From) || !s.To.IsZero() && !t.Before(s.To) {
			return false
		}
	}
	return s.Match == nil || s.Match(p)
}

func inRanges(ranges []Range, n int64) bool {
	for _, r := range ranges {
		if n >= r.First && (r.Last == 0 || n <= r.Last) {
			return true
		}
	}
	return false
}
