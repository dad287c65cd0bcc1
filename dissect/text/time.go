package text

import (
	"time"

	"wiredump/capture/packet"
)

// TimeFormat is the way in which time stamps are printed.
type TimeFormat uint8

const (
	TimeOfDay TimeFormat = iota // 17:04:05.123456, local time
	TimeNone                    // -t
	TimeEpoch                   // -tt: seconds since 1970
	TimeDelta                   // -ttt: since the previous packet
	TimeDate                    // -tttt: 2006-01-02 17:04:05.123456, local time
	TimeSince                   // -ttttt: since the first packet
)

// clock caches the calendar reading of one second, as packets come by the
// thousand in each.
type clock struct {
	valid                    bool
	sec                      int64
	year, month, day         int
	hour, minute, secondOfIt int
}

func (c *clock) set(sec int64) {
	if c.valid && c.sec == sec {
		return
	}
	t := time.Unix(sec, 0)
	c.valid, c.sec = true, sec
	c.year, c.month, c.day = t.Year(), int(t.Month()), t.Day()
	c.hour, c.minute, c.secondOfIt = t.Clock()
}

// time prints the time stamp of the packet and the space behind it.
func (p *printer) time(t packet.Time) {
	frac := p.fraction(t)
	switch p.opt.Time {
	case TimeNone:
		return
	case TimeOfDay:
		p.clock(t.Sec, frac, false)
	case TimeDate:
		p.clock(t.Sec, frac, true)
	case TimeEpoch:
		if t.Sec < 0 {
			p.str(badTime)
		} else {
			p.dec(uint64(t.Sec))
			p.second(frac)
		}
	case TimeDelta, TimeSince:
		p.delta(t)
	}
	p.byte(' ')
}

const badTime = "[Error converting time]"

// fraction returns the fraction of t in the unit that is printed. What does
// not fit 32 bits wraps, and what is over a second is not carried: quirk
// time-fraction.
func (p *printer) fraction(t packet.Time) uint32 {
	switch {
	case p.opt.Nano && t.Unit == packet.Micro:
		return t.Frac * 1000
	case !p.opt.Nano && t.Unit == packet.Nano:
		return t.Frac / 1000
	}
	return t.Frac
}

// second prints the fraction of a second with its point.
func (p *printer) second(frac uint32) {
	p.byte('.')
	if p.opt.Nano {
		p.decZero(uint64(frac), 9)
	} else {
		p.decZero(uint64(frac), 6)
	}
}

// clock prints a time of day, with the date if asked.
func (p *printer) clock(sec int64, frac uint32, date bool) {
	if sec < 0 {
		p.str(badTime)
		return
	}
	c := &p.st.clock
	c.set(sec)
	if date {
		p.decZero(uint64(c.year), 4)
		p.byte('-')
		p.decZero(uint64(c.month), 2)
		p.byte('-')
		p.decZero(uint64(c.day), 2)
		p.byte(' ')
	}
	p.hms(c.hour, c.minute, c.secondOfIt)
	p.second(frac)
}

func (p *printer) hms(h, m, s int) {
	p.decZero(uint64(h), 2)
	p.byte(':')
	p.decZero(uint64(m), 2)
	p.byte(':')
	p.decZero(uint64(s), 2)
}

// delta prints how long after the reference packet t is: the previous packet
// or the first one.
func (p *printer) delta(t packet.Time) {
	if p.st.count == 1 {
		p.st.since = t
	}
	a, b := t, p.st.since
	fa, fb := p.fraction(a), p.fraction(b)
	if p.opt.Time == TimeDelta {
		p.st.since = t
	}
	if a.Sec < b.Sec || a.Sec == b.Sec && fa < fb {
		a, b, fa, fb = b, a, fb, fa
		p.byte('-')
	} else {
		p.byte(' ')
	}
	sec, frac := int32(a.Sec-b.Sec), fa-fb
	if fa < fb {
		// Borrow one second, in 32 bits: quirk time-fraction.
		sec--
		if p.opt.Nano {
			frac += 1e9
		} else {
			frac += 1e6
		}
	}
	if sec < 0 {
		p.str(badTime)
		return
	}
	// Whole days are dropped: what is printed is a time of day.
	p.hms(int(sec)/3600%24, int(sec)/60%60, int(sec)%60)
	p.second(frac)
}
