package text

import (
	"math"
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
		if isBadTime(t.Sec) {
			p.str(badTime)
		} else {
			p.dec(uint64(uint32(t.Sec)))
			p.second(frac)
		}
	case TimeDelta, TimeSince:
		p.delta(t)
	}
	p.byte(' ')
}

const badTime = "[Error converting time]"

// isBadTime tells seconds that are not printed: quirk time-sign, those whose
// bit 31 is set, whatever the bits above. -tt prints the lower 32 bits.
func isBadTime(sec int64) bool { return uint32(sec)>>31 != 0 }

// isBadYear tells seconds that are not printed as a date or time of day: their
// year does not fit 32 bits.
func isBadYear(sec int64) bool {
	const secondsInYear = 31556952 // on the average
	return sec/secondsInYear > math.MaxInt32-70 || sec/secondsInYear < math.MinInt32+70
}

// fraction returns the fraction of t in the unit that is printed. Quirk
// time-fraction: a savefile's fraction is signed, what is over a second is not
// carried, and of the result 32 bits are printed.
func (p *printer) fraction(t packet.Time) int64 {
	f := int64(int32(t.Frac))
	switch {
	case p.opt.Nano && t.Unit == packet.Micro:
		return f * 1000
	case !p.opt.Nano && t.Unit == packet.Nano:
		return f / 1000
	}
	return f
}

// second prints the fraction of a second with its point.
func (p *printer) second(frac int64) {
	p.byte('.')
	if p.opt.Nano {
		p.decZero(uint64(uint32(frac)), 9)
	} else {
		p.decZero(uint64(uint32(frac)), 6)
	}
}

// clock prints a time of day, with the date if asked.
func (p *printer) clock(sec int64, frac int64, date bool) {
	if isBadTime(sec) || isBadYear(sec) {
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
// or the first one. Quirk time-reference: a packet of the second 0, fraction 0,
// does not count as a reference; the one behind it is its own.
func (p *printer) delta(t packet.Time) {
	sec, frac := t.Sec, p.fraction(t)
	if p.st.sinceSec == 0 && p.st.sinceFrac == 0 {
		p.st.sinceSec, p.st.sinceFrac = sec, frac
	}
	refSec, refFrac := p.st.sinceSec, p.st.sinceFrac
	if p.opt.Time == TimeDelta {
		p.st.sinceSec, p.st.sinceFrac = sec, frac
	}
	if sec < refSec || sec == refSec && frac < refFrac {
		sec, refSec, frac, refFrac = refSec, sec, refFrac, frac
		p.byte('-')
	} else {
		p.byte(' ')
	}
	sec, frac = sec-refSec, frac-refFrac
	if frac < 0 {
		sec--
		if p.opt.Nano {
			frac += 1e9
		} else {
			frac += 1e6
		}
	}
	if isBadTime(sec) || isBadYear(sec) {
		p.str(badTime)
		return
	}
	// Whole days are dropped: what is printed is a time of day.
	s := int((sec%86400 + 86400) % 86400)
	p.hms(s/3600, s/60%60, s%60)
	p.second(frac)
}

// AppendTime appends a time stamp as it stands in front of packets, with the
// space behind it, for lines that are about no single packet. With -ttt such
// lines count like packets.
func (v *View) AppendTime(dst []byte, t packet.Time) []byte {
	p := printer{out: dst, opt: &v.opt, st: &v.st}
	p.time(t)
	return p.out
}
