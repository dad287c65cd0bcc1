package main

import (
	"net/netip"

	"wiredump/capture/packet"
	"wiredump/dissect"
	"wiredump/dissect/talk"
)

// A nameSink collects the names that captured DNS answers give to addresses,
// over UDP and TCP.
type nameSink struct {
	tracker *talk.Tracker
	add     func(netip.Addr, string)
	name    []byte
}

// maxNameLen is the longest name that is collected, in bytes (RFC 1035 section
// 2.3.4), maxRecords how many records of an answer are looked at.
const (
	maxNameLen = 255
	maxRecords = 256
)

// newNameSink returns a sink that passes names to add. How many are kept is
// up to that.
func newNameSink(add func(netip.Addr, string)) *nameSink {
	s := &nameSink{add: add}
	s.tracker = talk.New(talk.Options{Report: func(e *talk.Event) {
		if e.Kind == talk.DNSAnswered || e.Kind == talk.DNSUnasked {
			s.answer(e.DNS.Message)
		}
	}})
	return s
}

func (s *nameSink) packet(p *packet.Packet) error { s.tracker.Add(p); return nil }
func (s *nameSink) flush() error                  { return nil }

// answer takes the names of the addresses in the answer section.
func (s *nameSink) answer(m []byte) {
	var h dissect.DNS
	h.Decode(m)
	off, ok := dissect.DNSLen, true
	for range h.Questions {
		if _, off, ok = dissect.DNSQuestionAt(m, off); !ok {
			return
		}
	}
	var work dissect.DNSWork // of all names of the message together
	for range min(int(h.Answers), maxRecords) {
		r, next, ok := dissect.DNSRecordAt(m, off)
		if !ok || next > len(m) {
			return
		}
		off = next
		if r.Class&^dissect.DNSClassTop != dissect.DNSClassIN {
			continue
		}
		if r.Type != dissect.DNSTypeA && r.Type != dissect.DNSTypeAAAA {
			continue
		}
		addr, ok := netip.AddrFromSlice(m[r.Data:next])
		if !ok || addr.Is4() != (r.Type == dissect.DNSTypeA) {
			continue
		}
		if s.readName(m, r.Name, &work) {
			s.add(addr, string(s.name))
		}
	}
}

// readName reads the name at off, without a point at the end. It returns false
// for what is no name of a host.
func (s *nameSink) readName(m []byte, off int, work *dissect.DNSWork) bool {
	s.name = s.name[:0]
	names := dissect.NewDNSNames(m, off, work)
	for {
		label, what := names.Next()
		if what == dissect.DNSEnd {
			return len(s.name) > 0
		}
		if what != dissect.DNSLabel || len(s.name)+1+len(label) > maxNameLen {
			return false
		}
		if len(s.name) > 0 {
			s.name = append(s.name, '.')
		}
		for _, c := range label {
			if c <= ' ' || c >= 0x7f || c == '.' {
				return false
			}
		}
		s.name = append(s.name, label...)
	}
}

var _ sink = (*nameSink)(nil)
