package jsonview

import (
	"strconv"

	"wiredump/dissect"
)

// ntp shows a Network Time Protocol message (RFC 5905).
func (e *encoder) ntp(b []byte, length int) {
	var h dissect.NTP
	h.Decode(b)
	e.begin(dissect.ProtoNTP)
	if h.Mode == dissect.NTPControl || h.Mode == dissect.NTPPrivate {
		e.header(min(len(b), 1), 1)
		e.ntpFirst(&h)
		if len(b) > 1 {
			e.hex("data", b[1:])
		}
		e.endObject()
		return
	}
	e.header(h.Captured, dissect.NTPLen)
	e.ntpFirst(&h)
	e.numTo(2, "stratum", uint64(h.Stratum))
	e.signedTo(3, "poll", int64(h.Poll))
	e.signedTo(4, "precision", int64(h.Precision))
	e.numTo(8, "root_delay", uint64(h.Delay))
	e.numTo(12, "root_dispersion", uint64(h.Disp))
	if e.captured >= 16 {
		e.hex("reference_id", h.RefID[:])
	}
	for i, t := range [...]struct {
		k string
		t *dissect.NTPTime
	}{{"reference", &h.Reference}, {"originate", &h.Origin}, {"receive", &h.Receive}, {"transmit", &h.Transmit}} {
		if e.captured >= 24+i*8 {
			e.ntpTime(t.k, t.t)
		}
	}
	if len(h.Extra) > 0 {
		e.hex("extra", h.Extra)
	}
	e.endObject()
}

func (e *encoder) ntpFirst(h *dissect.NTP) {
	e.numTo(1, "leap", uint64(h.Leap))
	e.numTo(1, "version", uint64(h.Version))
	e.namedTo(1, "mode", uint32(h.Mode), ntpModes)
}

// ntpTime adds seconds since 1900 and the fraction of one in units of 2^-32 s.
func (e *encoder) ntpTime(k string, t *dissect.NTPTime) {
	e.object(k)
	e.num("seconds", uint64(t.Seconds))
	e.num("fraction", uint64(t.Fraction))
	e.endObject()
}

func (e *encoder) signedTo(end int, k string, v int64) {
	if e.captured >= end {
		e.key(k)
		e.out = strconv.AppendInt(e.out, v, 10)
	}
}

var ntpModes = []word{
	{dissect.NTPSymmetricActive, "symmetric-active"}, {dissect.NTPSymmetricPassive, "symmetric-passive"}, {dissect.NTPClient, "client"},
	{dissect.NTPServer, "server"}, {dissect.NTPBroadcast, "broadcast"}, {dissect.NTPControl, "control"}, {dissect.NTPPrivate, "private"},
}
