// Package phrase appends what several views word alike.
package phrase

import (
	"net/netip"
	"strconv"
	"time"
)

// Endpoint appends address and port as the lines of packets do:
// 192.0.2.1.443.
func Endpoint(dst []byte, e netip.AddrPort) []byte {
	dst = e.Addr().AppendTo(dst)
	dst = append(dst, '.')
	return strconv.AppendUint(dst, uint64(e.Port()), 10)
}

// Duration appends milliseconds with three digits, seconds from ten on; ? for
// one that is negative, which means that it is not known.
func Duration(dst []byte, d time.Duration) []byte {
	if d < 0 {
		return append(dst, '?')
	}
	unit, name := time.Millisecond, " ms"
	if d >= 10*time.Second {
		unit, name = time.Second, " s"
	}
	n := uint64((d + unit/2000) / (unit / 1000))
	dst = strconv.AppendUint(dst, n/1000, 10)
	n %= 1000
	dst = append(dst, '.', '0'+byte(n/100), '0'+byte(n/10%10), '0'+byte(n%10))
	return append(dst, name...)
}
