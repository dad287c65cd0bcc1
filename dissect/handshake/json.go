package handshake

import (
	"net/netip"
	"strconv"
	"time"
	"unicode/utf8"

	"wiredump/capture/packet"
)

// Schema is the version of the names in the JSON form. It changes when one is
// renamed, removed, or changes its meaning; not when one is added.
const Schema = 1

// AppendJSON appends an event as one JSON object, without a newline. Times are
// RFC 3339 in UTC with nine digits; durations are integers of nanoseconds.
// What is not known, or does not belong to the event, is left out.
func AppendJSON(dst []byte, e *Event) []byte {
	j := object{b: append(dst, '{')}
	j.uint("schema", Schema)
	j.key("time")
	j.time(e.Time)
	j.str("event", e.State.String())
	switch e.State {
	case Scan, SynFlood:
		if e.State == Scan {
			j.addr("client", e.Client.Addr())
			j.uint("ports", uint64(e.Hint.Ports))
			j.uint("hosts", uint64(e.Hint.Hosts))
		} else {
			j.addr("server", e.Server.Addr())
			j.uint("server_port", uint64(e.Server.Port()))
		}
		j.uint("attempts", uint64(e.Hint.Attempts))
		j.uint("completed", uint64(e.Hint.Completed))
		j.duration("window_ns", e.Hint.Window)
		return append(j.b, '}')
	}
	j.addr("client", e.Client.Addr())
	j.uint("client_port", uint64(e.Client.Port()))
	j.addr("server", e.Server.Addr())
	j.uint("server_port", uint64(e.Server.Port()))
	if e.VLAN != 0 {
		j.uint("vlan", uint64(e.VLAN))
	}
	j.uint("interface_id", uint64(e.Interface))
	if e.InterfaceName != "" {
		j.text("interface", e.InterfaceName)
	}
	if e.State != Midstream {
		j.duration("attempt_ns", e.Attempt)
		j.duration("server_rtt_ns", e.ServerRTT)
		j.duration("client_rtt_ns", e.ClientRTT)
		j.duration("total_rtt_ns", e.TotalRTT)
		j.uint("syns", uint64(e.Syns))
		j.uint("syn_acks", uint64(e.SynAcks))
	}
	if e.Copies > 0 {
		j.uint("copies", uint64(e.Copies))
	}
	if len(e.Gaps) > 0 {
		j.key("syn_gaps_ns")
		for i, g := range e.Gaps {
			j.b = append(j.b, "[,"[min(i, 1)])
			j.b = strconv.AppendInt(j.b, int64(g), 10)
		}
		j.b = append(j.b, ']')
	}
	if e.Side[Client].Seen {
		j.key("client_syn")
		j.side(&e.Side[Client])
	}
	if e.Side[Server].Seen {
		j.key("server_syn")
		j.side(&e.Side[Server])
	}
	if e.Side[Client].Seen && e.Side[Server].Seen {
		j.key("effective")
		j.effective(&e.Effective)
	}
	if e.AckData > 0 {
		j.uint("ack_data", uint64(e.AckData))
	}
	switch e.State {
	case Unreachable:
		j.key("icmp")
		j.icmp(&e.ICMP)
	case ResetInHandshake, ResetContradicted:
		j.str("reset_by", e.ResetBy.String())
	case Closed:
		if e.Reset {
			j.str("reset_by", e.ResetBy.String())
			j.uint("reset_ttl", uint64(e.ResetTTL))
		}
		j.duration("duration_ns", e.Duration)
		j.uint("client_bytes", e.Bytes[Client])
		j.uint("server_bytes", e.Bytes[Server])
	}
	j.str("conn_state", e.ConnState)
	j.str("history", string(e.historyBytes[:e.historyLen]))
	if e.Flags != 0 {
		j.key("flags")
		sep := byte('[')
		for i, name := range flagNames {
			if e.Flags&(1<<i) != 0 {
				j.b = append(j.b, sep, '"')
				j.b = append(j.b, name...)
				j.b = append(j.b, '"')
				sep = ','
			}
		}
		j.b = append(j.b, ']')
	}
	return append(j.b, '}')
}

// An object is a JSON object being written.
type object struct{ b []byte }

func (j *object) key(k string) {
	if j.b[len(j.b)-1] != '{' {
		j.b = append(j.b, ',')
	}
	j.b = append(j.b, '"')
	j.b = append(j.b, k...)
	j.b = append(j.b, '"', ':')
}

// text adds a string of somebody else's. What is not UTF-8 becomes U+FFFD.
func (j *object) text(k, v string) {
	const digits = "0123456789abcdef"
	j.key(k)
	j.b = append(j.b, '"')
	for _, r := range v {
		switch {
		case r >= ' ' && r < 0x7f && r != '"' && r != '\\':
			j.b = append(j.b, byte(r))
		case r <= 0xffff:
			j.b = append(j.b, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
		default:
			j.b = utf8.AppendRune(j.b, r)
		}
	}
	j.b = append(j.b, '"')
}

// str adds a word of our own, which needs no escaping.
func (j *object) str(k, v string) {
	j.key(k)
	j.b = append(j.b, '"')
	j.b = append(j.b, v...)
	j.b = append(j.b, '"')
}

func (j *object) uint(k string, v uint64) {
	j.key(k)
	j.b = strconv.AppendUint(j.b, v, 10)
}

func (j *object) flag(k string) {
	j.key(k)
	j.b = append(j.b, "true"...)
}

func (j *object) duration(k string, d time.Duration) {
	if d >= 0 {
		j.key(k)
		j.b = strconv.AppendInt(j.b, int64(d), 10)
	}
}

func (j *object) addr(k string, a netip.Addr) {
	j.key(k)
	j.b = append(j.b, '"')
	j.b = a.AppendTo(j.b)
	j.b = append(j.b, '"')
}

func (j *object) time(t packet.Time) {
	j.b = append(j.b, '"')
	j.b = t.Go().AppendFormat(j.b, "2006-01-02T15:04:05.000000000Z07:00")
	j.b = append(j.b, '"')
}

func (j *object) side(s *Side) {
	j.b = append(j.b, '{')
	j.uint("isn", uint64(s.ISN))
	j.uint("window", uint64(s.Window))
	j.uint("ttl", uint64(s.TTL))
	o := s.Options
	if o&OptMSS != 0 {
		j.uint("mss", uint64(s.MSS))
	}
	if o&OptWindowScale != 0 {
		j.uint("window_scale", uint64(s.WindowScale))
	}
	if o&OptTimestamp != 0 {
		j.uint("ts_val", uint64(s.TSVal))
	}
	for _, w := range []struct {
		bit  OptionSet
		name string
	}{{OptSACK, "sack"}, {OptMPTCPJoin, "mptcp_join"}, {OptMD5, "md5"}, {OptAO, "ao"}, {OptAccECN, "accecn_option"}, {OptBad, "bad_option"}} {
		if o&w.bit != 0 {
			j.flag(w.name)
		}
	}
	if o&OptMPTCP != 0 {
		j.uint("mptcp_version", uint64(s.MPTCPVersion))
	}
	if o&OptFastOpen != 0 {
		j.uint("fast_open_cookie", uint64(s.CookieLen))
	}
	if o&OptUnknown != 0 {
		j.uint("unknown_option", uint64(s.UnknownKind))
	}
	switch s.ECN {
	case ECNClassic:
		j.str("ecn", "classic")
	case ECNAccurate:
		j.str("ecn", "accurate")
	}
	if s.Data > 0 {
		j.uint("data", uint64(s.Data))
	}
	j.b = append(j.b, '}')
}

func (j *object) effective(e *Effective) {
	j.b = append(j.b, '{')
	for _, w := range []struct {
		on   bool
		name string
	}{{e.WindowScale, "window_scale"}, {e.SACK, "sack"}, {e.Timestamps, "timestamps"}, {e.MPTCP, "mptcp"}, {e.MD5, "md5"}, {e.AO, "ao"}} {
		if w.on {
			j.flag(w.name)
		}
	}
	switch e.ECN {
	case ECNClassic:
		j.str("ecn", "classic")
	case ECNAccurate:
		j.str("ecn", "accurate")
	}
	if e.FastOpen > 0 {
		j.uint("fast_open_data", uint64(e.FastOpen))
	}
	j.b = append(j.b, '}')
}

func (j *object) icmp(i *ICMPError) {
	j.b = append(j.b, '{')
	if i.V6 {
		j.uint("version", 6)
	} else {
		j.uint("version", 4)
	}
	j.uint("type", uint64(i.Type))
	j.uint("code", uint64(i.Code))
	if n := i.Name(); n != "" {
		j.str("name", n)
	}
	if i.MTU != 0 {
		j.uint("mtu", uint64(i.MTU))
	}
	j.addr("from", i.From)
	j.str("quoted", i.Quoted.String())
	j.b = append(j.b, '}')
}
