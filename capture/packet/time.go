package packet

import "time"

// A Time is a packet's time stamp exactly as its source gave it: seconds since
// 1970-01-01 UTC and a fraction in units of Unit. The fraction is not
// normalized: a damaged file may hold more than a second of it, and tcpdump
// prints that as it stands.
type Time struct {
	Sec  int64
	Frac uint32
	Unit Unit
}

// A Unit is the resolution of a time stamp's fraction.
type Unit uint8

const (
	Micro Unit = iota // microseconds
	Nano              // nanoseconds
)

// Nanos returns the fraction in nanoseconds; it is a billion or more where the
// source's fraction was over a second.
func (t Time) Nanos() int64 {
	if t.Unit == Micro {
		return int64(t.Frac) * 1000
	}
	return int64(t.Frac)
}

// Micros returns the fraction in microseconds, cut, not rounded.
func (t Time) Micros() int64 {
	if t.Unit == Nano {
		return int64(t.Frac) / 1000
	}
	return int64(t.Frac)
}

// Go returns the time as Go has it, in UTC, with excess fractions carried.
func (t Time) Go() time.Time { return time.Unix(t.Sec, t.Nanos()).UTC() }

// Sub returns how long after u the time t is.
func (t Time) Sub(u Time) time.Duration {
	return time.Duration(t.Sec-u.Sec)*time.Second + time.Duration(t.Nanos()-u.Nanos())
}

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool {
	if t.Sec != u.Sec {
		// An unnormalized fraction is less than 5 s; whole seconds decide.
		return t.Sec < u.Sec
	}
	return t.Nanos() < u.Nanos()
}

// FromGo returns t with nanoseconds.
func FromGo(t time.Time) Time {
	return Time{Sec: t.Unix(), Frac: uint32(t.Nanosecond()), Unit: Nano}
}
