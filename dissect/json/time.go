package jsonview

import (
	"strconv"
	"time"

	"wiredump/capture/packet"
)

// The first and the last second that RFC 3339 can tell, those of years 0 and
// 9999.
const (
	firstSecond = -62167219200
	lastSecond  = 253402300799
)

// time adds the time stamp twice: as RFC 3339 has it, in UTC, and as seconds
// since 1970, both with nine digits of a second. A fraction of a second and
// more is carried. The first is left out for years that RFC 3339 does not have.
func (e *encoder) time(t packet.Time) {
	sec, nanos := t.Sec, t.Nanos()
	if t.Sec < lastSecond {
		sec += nanos / 1e9
		nanos %= 1e9
	}
	if sec >= firstSecond && sec <= lastSecond {
		e.key("time")
		e.out = append(e.out, '"')
		e.out = time.Unix(sec, 0).UTC().AppendFormat(e.out, "2006-01-02T15:04:05")
		e.out = append(e.out, '.')
		e.digits(uint64(nanos), 9)
		e.out = append(e.out, 'Z', '"')
	}
	e.key("epoch")
	e.out = append(e.out, '"')
	if sec < 0 && nanos > 0 {
		// The fraction counts forward: -1 s and 0.9 s are -0.1 s.
		sec++
		nanos = 1e9 - nanos
		if sec == 0 {
			e.out = append(e.out, '-')
		}
	}
	e.out = strconv.AppendInt(e.out, sec, 10)
	e.out = append(e.out, '.')
	e.digits(uint64(nanos), 9)
	e.out = append(e.out, '"')
}

// digits appends v in decimal with at least n digits.
func (e *encoder) digits(v uint64, n int) {
	var a [20]byte
	s := strconv.AppendUint(a[:0], v, 10)
	for i := len(s); i < n; i++ {
		e.out = append(e.out, '0')
	}
	e.out = append(e.out, s...)
}
