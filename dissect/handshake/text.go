package handshake

import (
	"net/netip"
	"strconv"
	"time"

	"wiredump/internal/phrase"
)

// AppendText appends an event as one line, without a newline and without the
// time, which the caller prints in front as it prints that of packets:
//
//	192.0.2.1.40041 > 192.0.2.2.5000: ESTABLISHED rtt 40.583 ms (server 40.526 ms, client 0.057 ms), mss 1460/1460 ws 10/10 sack ts
//
// docs/handshakes.md tells what may follow a state.
func AppendText(dst []byte, e *Event) []byte {
	switch e.State {
	case Scan:
		dst = appendAddr(dst, e.Client.Addr())
		dst = append(dst, " > *: SCAN "...)
		dst = strconv.AppendInt(dst, int64(e.Hint.Ports), 10)
		dst = append(dst, " ports, "...)
		dst = strconv.AppendInt(dst, int64(e.Hint.Hosts), 10)
		dst = append(dst, " hosts, "...)
		return appendHint(dst, &e.Hint)
	case SynFlood:
		dst = append(dst, "* > "...)
		dst = phrase.Endpoint(dst, e.Server)
		dst = append(dst, ": SYN_FLOOD "...)
		return appendHint(dst, &e.Hint)
	}
	dst = phrase.Endpoint(dst, e.Client)
	dst = append(dst, " > "...)
	dst = phrase.Endpoint(dst, e.Server)
	dst = append(dst, ": "...)
	dst = append(dst, e.State.String()...)
	switch e.State {
	case SynSent:
		dst = appendSyns(dst, e, " ")
		dst = appendOptions(dst, e, " ")
	case SynReceived:
		dst = appendAfter(dst, e.ServerRTT)
		sep := ", "
		if e.ServerRTT < 0 {
			sep = " "
		}
		if e.SynAcks > 1 {
			dst = append(dst, sep...)
			dst = appendCount(dst, uint64(e.SynAcks), "SYN-ACK", "SYN-ACKs")
			sep = ", "
		}
		dst = appendOptions(dst, e, sep)
	case Established, Simultaneous:
		dst = appendRTT(dst, e)
		dst = appendSyns(dst, e, ", ")
		dst = appendOptions(dst, e, ", ")
	case Refused:
		dst = appendAfter(dst, e.ServerRTT)
		dst = appendSyns(dst, e, ", ")
	case Unreachable:
		dst = appendICMP(dst, &e.ICMP)
		dst = appendAfter(dst, e.Attempt)
		dst = appendSyns(dst, e, ", ")
	case TimedOut, Unanswered:
		dst = appendAfter(dst, e.Attempt)
		dst = appendSyns(dst, e, ", ")
	case HalfOpen:
		dst = appendAfter(dst, e.Attempt)
		dst = appendSyns(dst, e, ", ")
		dst = append(dst, ", "...)
		dst = appendCount(dst, uint64(e.SynAcks), "SYN-ACK", "SYN-ACKs")
	case ResetInHandshake:
		dst = append(dst, " by "...)
		dst = append(dst, e.ResetBy.String()...)
		dst = appendAfter(dst, e.Attempt)
		dst = appendSyns(dst, e, ", ")
	case Closed:
		dst = appendClose(dst, e)
	case ResetContradicted:
		dst = append(dst, " the "...)
		dst = append(dst, e.ResetBy.String()...)
		dst = append(dst, " goes on after its RST"...)
	}
	return appendFlags(dst, e)
}

func appendAddr(dst []byte, a netip.Addr) []byte { return a.AppendTo(dst) }

func appendAfter(dst []byte, d time.Duration) []byte {
	if d < 0 {
		return dst
	}
	dst = append(dst, " after "...)
	return phrase.Duration(dst, d)
}

func appendRTT(dst []byte, e *Event) []byte {
	dst = append(dst, " rtt "...)
	dst = phrase.Duration(dst, e.TotalRTT)
	if e.Flags&FlagAmbiguousRTT != 0 {
		dst = append(dst, '?')
	}
	dst = append(dst, " (server "...)
	dst = phrase.Duration(dst, e.ServerRTT)
	dst = append(dst, ", client "...)
	dst = phrase.Duration(dst, e.ClientRTT)
	return append(dst, ')')
}

// appendSyns writes how often the client tried, if more than once, and the
// pauses.
func appendSyns(dst []byte, e *Event, sep string) []byte {
	if e.Syns <= 1 {
		return dst
	}
	dst = append(dst, sep...)
	dst = strconv.AppendInt(dst, int64(e.Syns), 10)
	dst = append(dst, " SYNs"...)
	for i, g := range e.Gaps {
		if i == 0 {
			dst = append(dst, " (gaps "...)
		} else {
			dst = append(dst, ", "...)
		}
		dst = phrase.Duration(dst, g)
	}
	if len(e.Gaps) > 0 {
		if e.Syns > len(e.Gaps)+1 {
			dst = append(dst, ", ..."...)
		}
		dst = append(dst, ')')
	}
	if (e.State == Established || e.State == Simultaneous) && e.Attempt >= 0 {
		dst = append(dst, ", setup "...)
		dst = phrase.Duration(dst, e.Attempt)
	}
	return dst
}

// appendOptions writes what the sides agreed on. A value that both have is
// "client/server"; an option that only one had has its letter.
func appendOptions(dst []byte, e *Event, sep string) []byte {
	c, s := &e.Side[Client], &e.Side[Server]
	start := len(dst)
	word := func(w string) {
		if len(dst) == start {
			dst = append(dst, sep...)
		} else {
			dst = append(dst, ' ')
		}
		dst = append(dst, w...)
	}
	number := func(o *Side, has bool, v int) {
		if !o.Seen {
			dst = append(dst, '?')
		} else if !has {
			dst = append(dst, '-')
		} else {
			dst = strconv.AppendInt(dst, int64(v), 10)
		}
	}
	both := c.Options | s.Options
	if both&OptMSS != 0 {
		word("mss ")
		number(c, c.Options&OptMSS != 0, int(c.MSS))
		dst = append(dst, '/')
		number(s, s.Options&OptMSS != 0, int(s.MSS))
	}
	if both&OptWindowScale != 0 {
		word("ws ")
		number(c, c.Options&OptWindowScale != 0, int(c.WindowScale))
		dst = append(dst, '/')
		number(s, s.Options&OptWindowScale != 0, int(s.WindowScale))
	}
	flag := func(o OptionSet, name string) {
		switch {
		case c.Options&s.Options&o != 0:
			word(name)
		case c.Options&o != 0:
			word(name)
			dst = append(dst, "(client)"...)
		case s.Options&o != 0:
			word(name)
			dst = append(dst, "(server)"...)
		}
	}
	flag(OptSACK, "sack")
	flag(OptTimestamp, "ts")
	flag(OptMPTCP, "mptcp")
	flag(OptMPTCPJoin, "mptcp-join")
	flag(OptMD5, "md5")
	flag(OptAO, "ao")
	switch {
	case e.Effective.ECN == ECNAccurate:
		word("accecn")
	case e.Effective.ECN == ECNClassic:
		word("ecn")
	case c.ECN == ECNAccurate:
		word("accecn(client)")
	case c.ECN == ECNClassic:
		word("ecn(client)")
	}
	if c.Options&OptFastOpen != 0 {
		if c.CookieLen == 0 {
			word("tfo-request")
		} else {
			word("tfo-cookie")
		}
	}
	if s.Options&OptFastOpen != 0 {
		word("tfo-grant")
	}
	if c.Data > 0 {
		word("syn-data ")
		dst = strconv.AppendInt(dst, int64(e.Effective.FastOpen), 10)
		dst = append(dst, '/')
		dst = strconv.AppendInt(dst, int64(c.Data), 10)
	}
	if e.AckData > 0 {
		word("ack-data ")
		dst = strconv.AppendInt(dst, int64(e.AckData), 10)
	}
	flag(OptUnknown, "unknown-option")
	flag(OptBad, "bad-option")
	return dst
}

func appendClose(dst []byte, e *Event) []byte {
	if e.Reset {
		dst = append(dst, " by RST of "...)
		dst = append(dst, e.ResetBy.String()...)
	} else {
		dst = append(dst, " by FIN"...)
	}
	dst = appendAfter(dst, e.Duration)
	dst = append(dst, ", bytes "...)
	dst = strconv.AppendUint(dst, e.Bytes[Client], 10)
	dst = append(dst, '/')
	dst = strconv.AppendUint(dst, e.Bytes[Server], 10)
	dst = append(dst, ' ')
	dst = append(dst, e.ConnState...)
	dst = append(dst, ' ')
	return append(dst, e.historyBytes[:e.historyLen]...)
}

func appendICMP(dst []byte, i *ICMPError) []byte {
	dst = append(dst, ' ')
	dst = append(dst, i.Name()...)
	if i.Name() == "" {
		dst = append(dst, "icmp "...)
		dst = strconv.AppendUint(dst, uint64(i.Type), 10)
		dst = append(dst, '/')
		dst = strconv.AppendUint(dst, uint64(i.Code), 10)
	}
	if i.MTU != 0 {
		dst = append(dst, " mtu "...)
		dst = strconv.AppendUint(dst, uint64(i.MTU), 10)
	}
	dst = append(dst, " from "...)
	dst = appendAddr(dst, i.From)
	if i.Quoted == Server {
		dst = append(dst, " for the SYN-ACK"...)
	}
	return dst
}

func appendFlags(dst []byte, e *Event) []byte {
	first := true
	for i, name := range flagNames {
		if e.Flags&(1<<i) == 0 {
			continue
		}
		if first {
			dst = append(dst, " ["...)
		} else {
			dst = append(dst, ", "...)
		}
		dst = append(dst, name...)
		first = false
	}
	if !first {
		dst = append(dst, ']')
	}
	return dst
}

func appendHint(dst []byte, h *Hint) []byte {
	dst = appendCount(dst, uint64(h.Attempts), "SYN", "SYNs")
	dst = append(dst, ", "...)
	dst = strconv.AppendInt(dst, int64(h.Completed), 10)
	dst = append(dst, " completed in "...)
	return phrase.Duration(dst, h.Window)
}

// Name returns the word for type and code, such as "port-unreachable"; empty
// if there is none.
func (i *ICMPError) Name() string {
	names := icmp4Names[:]
	if i.V6 {
		names = icmp6Names[:]
	}
	for _, n := range names {
		if n.typ == i.Type && n.code == i.Code {
			return n.name
		}
	}
	return ""
}

type icmpName struct {
	typ, code uint8
	name      string
}

var icmp4Names = [...]icmpName{
	{3, 0, "net-unreachable"}, {3, 1, "host-unreachable"}, {3, 2, "protocol-unreachable"},
	{3, 3, "port-unreachable"}, {3, 4, "fragmentation-needed"}, {3, 5, "source-route-failed"},
	{3, 6, "net-unknown"}, {3, 7, "host-unknown"}, {3, 8, "source-host-isolated"},
	{3, 9, "net-prohibited"}, {3, 10, "host-prohibited"}, {3, 11, "net-unreachable-for-tos"},
	{3, 12, "host-unreachable-for-tos"}, {3, 13, "admin-prohibited"},
	{3, 14, "host-precedence-violation"}, {3, 15, "precedence-cutoff"},
	{11, 0, "ttl-exceeded"}, {11, 1, "reassembly-time-exceeded"},
	{12, 0, "parameter-problem"}, {12, 1, "option-missing"}, {12, 2, "bad-length"},
}

var icmp6Names = [...]icmpName{
	{1, 0, "no-route"}, {1, 1, "admin-prohibited"}, {1, 2, "beyond-scope"},
	{1, 3, "address-unreachable"}, {1, 4, "port-unreachable"},
	{1, 5, "source-address-policy"}, {1, 6, "reject-route"},
	{2, 0, "packet-too-big"}, {3, 0, "hop-limit-exceeded"}, {3, 1, "reassembly-time-exceeded"},
	{4, 0, "bad-header"}, {4, 1, "unknown-next-header"}, {4, 2, "unknown-option"},
}
