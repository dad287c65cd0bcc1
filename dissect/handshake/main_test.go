package handshake

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"wiredump/capture/packet"
	"wiredump/internal/phrase"
)

// A step is a segment of a test's conversation between a client, 192.0.2.1
// port 40000, and a server, 192.0.2.2 port 80.
type step struct {
	at       float64 // milliseconds
	from     byte    // 'c' or 's'
	flags    string  // letters of "FSRPAUEWN"
	seq, ack uint32
	options  string // hexadecimal
	data     int    // bytes
	ttl      uint8  // 64 if 0
	id       uint16 // if 0, one that no other step has
	iface    uint32
	port     uint16 // the client's, if not 40000
}

// timestamps returns the TCP option with these values.
func timestamps(val, echo uint32) string {
	b := []byte{1, 1, 8, 10}
	b = binary.BigEndian.AppendUint32(b, val)
	return hex.EncodeToString(binary.BigEndian.AppendUint32(b, echo))
}

var (
	clientAddr = []byte{192, 0, 2, 1}
	serverAddr = []byte{192, 0, 2, 2}
)

// base is the time of a test's beginning.
const base = 1700000000

// at returns the time ms milliseconds after the beginning.
func at(ms float64) packet.Time {
	ns := int64(ms*1e6 + 0.5)
	return packet.Time{Sec: base + ns/1e9, Frac: uint32(ns % 1e9), Unit: packet.Nano}
}

// raw makes an IPv4 packet of type packet.Raw.
func raw(src, dst []byte, proto, ttl uint8, id uint16, payload []byte) []byte {
	b := []byte{0x45, 0, 0, 0, 0, 0, 0x40, 0, ttl, proto, 0, 0}
	b = append(append(append(b, src...), dst...), payload...)
	binary.BigEndian.PutUint16(b[2:], uint16(len(b)))
	binary.BigEndian.PutUint16(b[4:], id)
	return b
}

// segmentBytes makes the TCP segment of a step.
func (s *step) segmentBytes() []byte {
	client := s.port
	if client == 0 {
		client = 40000
	}
	sport, dport := client, uint16(80)
	if s.from == 's' {
		sport, dport = dport, sport
	}
	options, err := hex.DecodeString(strings.ReplaceAll(s.options, " ", ""))
	if err != nil {
		panic(err)
	}
	for len(options)%4 != 0 {
		options = append(options, 0)
	}
	var flags uint16
	for _, c := range s.flags {
		flags |= 1 << strings.IndexRune("FSRPAUEWN", c)
	}
	var b []byte
	b = binary.BigEndian.AppendUint16(b, sport)
	b = binary.BigEndian.AppendUint16(b, dport)
	b = binary.BigEndian.AppendUint32(b, s.seq)
	b = binary.BigEndian.AppendUint32(b, s.ack)
	b = binary.BigEndian.AppendUint16(b, uint16(5+len(options)/4)<<12|flags)
	b = append(b, 0xfa, 0xf0, 0, 0, 0, 0)
	b = append(b, options...)
	return append(b, make([]byte, s.data)...)
}

var lastID uint16

func (s *step) packet() packet.Packet {
	src, dst := clientAddr, serverAddr
	if s.from == 's' {
		src, dst = dst, src
	}
	ttl, id := s.ttl, s.id
	if ttl == 0 {
		ttl = 64
	}
	if id == 0 {
		lastID++
		id = lastID
	}
	b := raw(src, dst, 6, ttl, id, s.segmentBytes())
	return packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw, Time: at(s.at), Interface: s.iface}
}

// icmpPacket makes an ICMP error of 192.0.2.254 to the sender of the quoted
// step, of whose segment it quotes eight bytes.
func icmpPacket(ms float64, typ, code uint8, rest uint32, quoted *step) packet.Packet {
	q := quoted.packet()
	b := []byte{typ, code, 0, 0}
	b = binary.BigEndian.AppendUint32(b, rest)
	b = append(b, q.Data[:28]...)
	b = raw([]byte{192, 0, 2, 254}, q.Data[12:16], 1, 64, 1, b)
	return packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Raw, Time: at(ms)}
}

// recorder collects events as "milliseconds line".
type recorder struct {
	lines []string
	t     *Tracker
}

func newRecorder(o Options) *recorder {
	r := &recorder{}
	o.Report = func(e *Event) {
		r.lines = append(r.lines, string(phrase.Duration(nil, e.Time.Sub(at(0))))+" "+short(string(AppendText(nil, e))))
	}
	r.t = New(o)
	return r
}

// short leaves the endpoints of every test out of a line.
func short(line string) string {
	return strings.TrimPrefix(line, "192.0.2.1.40000 > 192.0.2.2.80: ")
}

func (r *recorder) steps(steps ...step) {
	for i := range steps {
		p := steps[i].packet()
		r.t.Add(&p)
	}
}

func (r *recorder) want(t *testing.T, want ...string) {
	t.Helper()
	if strings.Join(r.lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(r.lines, "\n\t"), strings.Join(want, "\n\t"))
	}
	// Each attempt has one outcome, or is pending.
	s := r.t.Summary()
	sum := uint64(s.Pending)
	for st, n := range s.Outcomes {
		if !State(st).Outcome() && n != 0 {
			t.Errorf("%d %s counted as outcomes", n, State(st))
		}
		sum += n
	}
	// Pending ones may have been reported before, as FlagLate will tell.
	if s.Pending == 0 && sum != s.Attempts {
		t.Errorf("%d attempts have %d outcomes", s.Attempts, sum)
	}
}

const second = float64(time.Second / time.Millisecond)
