package handshake

import (
	"strconv"
	"time"

	"wiredump/internal/phrase"
)

// A Summary counts what a tracker has seen.
type Summary struct {
	Packets, Segments uint64
	Attempts          uint64             // connections that somebody tried to open
	Outcomes          [stateCount]uint64 // by State; each attempt by its last outcome
	Retransmitted     uint64             // SYNs
	Copies            uint64             // of handshake packets, captured again on another interface
	Midstream         uint64             // connections that were open before
	ClosedByFin       uint64
	ClosedByReset     uint64
	BadAcks           uint64
	BadResets         uint64
	ForgedResets      uint64
	IgnoredICMP       uint64
	StrayResets       uint64 // that belong to no connection
	Odd               uint64 // segments of unknown connections with neither SYN, ACK nor RST
	Malformed         uint64
	Evicted           uint64 // connections given up for want of memory
	Hints             uint64

	// Round trips from SYN to SYN-ACK that are not ambiguous.
	RTTs             uint64
	MinRTT, MaxRTT   time.Duration
	SumRTT           time.Duration
	Pending, Tracked int // connections without an outcome, and all, at this moment
}

// Summary returns the counts so far.
func (t *Tracker) Summary() Summary {
	s := t.sum
	s.Pending = t.tab.lists[listEmbryonic].n
	s.Tracked = t.tab.used
	return s
}

func (s *Summary) roundTrip(e *Event) {
	if e.ServerRTT < 0 || e.Flags&FlagAmbiguousRTT != 0 || e.State != Established && e.State != Simultaneous {
		return
	}
	if s.RTTs == 0 || e.ServerRTT < s.MinRTT {
		s.MinRTT = e.ServerRTT
	}
	s.MaxRTT = max(s.MaxRTT, e.ServerRTT)
	s.SumRTT += e.ServerRTT
	s.RTTs++
}

// outcomeOrder is how a summary lists outcomes.
var outcomeOrder = [...]State{Established, Simultaneous, Refused, Unreachable, ResetInHandshake, HalfOpen, TimedOut, Unanswered}

// AppendText appends the summary, some lines with a final newline.
func (s *Summary) AppendText(dst []byte) []byte {
	dst = appendCount(dst, s.Attempts, "handshake", "handshakes")
	sep := ": "
	for _, o := range outcomeOrder {
		if s.Outcomes[o] == 0 {
			continue
		}
		dst = append(dst, sep...)
		dst = strconv.AppendUint(dst, s.Outcomes[o], 10)
		dst = append(dst, ' ')
		dst = append(dst, o.String()...)
		sep = ", "
	}
	if s.Pending > 0 {
		dst = append(dst, sep...)
		dst = strconv.AppendInt(dst, int64(s.Pending), 10)
		dst = append(dst, " without an outcome yet"...)
	}
	dst = append(dst, '\n')
	if s.RTTs > 0 {
		dst = append(dst, "server round trip: min "...)
		dst = phrase.Duration(dst, s.MinRTT)
		dst = append(dst, ", average "...)
		dst = phrase.Duration(dst, s.SumRTT/time.Duration(s.RTTs))
		dst = append(dst, ", max "...)
		dst = phrase.Duration(dst, s.MaxRTT)
		dst = append(dst, " of "...)
		dst = strconv.AppendUint(dst, s.RTTs, 10)
		dst = append(dst, '\n')
	}
	start := len(dst)
	for _, c := range []struct {
		n         uint64
		one, many string
	}{
		{s.Retransmitted, "SYN retransmitted", "SYNs retransmitted"},
		{s.Copies, "packet captured twice", "packets captured twice"},
		{s.ClosedByFin, "closed by FIN", "closed by FIN"},
		{s.ClosedByReset, "closed by RST", "closed by RST"},
		{s.Midstream, "open before the capture", "open before the capture"},
		{s.BadAcks, "wrong acknowledgment", "wrong acknowledgments"},
		{s.BadResets, "invalid RST", "invalid RSTs"},
		{s.ForgedResets, "forged RST", "forged RSTs"},
		{s.StrayResets, "stray RST", "stray RSTs"},
		{s.IgnoredICMP, "ICMP error about nothing that was sent", "ICMP errors about nothing that was sent"},
		{s.Odd, "odd segment", "odd segments"},
		{s.Malformed, "malformed segment", "malformed segments"},
		{s.Evicted, "given up for want of memory", "given up for want of memory"},
	} {
		if c.n == 0 {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ", "...)
		}
		dst = appendCount(dst, c.n, c.one, c.many)
	}
	if len(dst) > start {
		dst = append(dst, '\n')
	}
	return dst
}

func appendCount(dst []byte, n uint64, one, many string) []byte {
	dst = strconv.AppendUint(dst, n, 10)
	dst = append(dst, ' ')
	if n == 1 {
		return append(dst, one...)
	}
	return append(dst, many...)
}
