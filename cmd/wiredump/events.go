package main

import (
	"io"
	"slices"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect/handshake"
	"wiredump/dissect/talk"
	"wiredump/dissect/text"
)

// A follower turns packets into events.
type follower interface {
	Add(*packet.Packet)
	Advance(packet.Time)
	Flush(packet.Time)
}

// An eventSink is the sink that shows what a follower reports, as lines or as
// JSON.
type eventSink struct {
	w       io.Writer
	buf     []byte
	tracker follower
	summary func([]byte) []byte // appends what follows the last line; nil if nothing does
	times   *text.View          // for time stamps
	lines   bool                // there were some
	json    bool
	live    bool // time passes by itself, and events are shown at once
	last    packet.Time
	ticked  time.Time
	// comments are the verdicts on the packet at hand, for the file that it
	// goes to; comment says whether there is one that can hold them.
	comment  bool
	comments []string
	// interfaces are those of the present source; nil if there is none to ask.
	interfaces func() []packet.Interface
}

func newHandshakeSink(w io.Writer, o text.Options, json, live bool) *eventSink {
	s := &eventSink{w: w, times: text.New(o), json: json, live: live}
	tr := handshake.New(handshake.Options{Steps: o.Verbose > 0, Closes: o.Verbose > 0, Midstream: o.Verbose > 1, Report: func(e *handshake.Event) {
		e.InterfaceName = s.interfaceName(e.Interface)
		report(s, e, e.Time, handshake.AppendText, handshake.AppendJSON)
	}})
	s.tracker = tr
	s.summary = func(b []byte) []byte {
		sum := tr.Summary()
		return sum.AppendText(b)
	}
	return s
}

func newTalkSink(w io.Writer, o text.Options, json, live bool) *eventSink {
	s := &eventSink{w: w, times: text.New(o), json: json, live: live}
	s.tracker = talk.New(talk.Options{Report: func(e *talk.Event) {
		e.InterfaceName = s.interfaceName(e.Interface)
		report(s, e, e.Time, talk.AppendText, talk.AppendJSON)
	}})
	return s
}

// interfaceName returns the name of an interface of the source, if it has one.
func (s *eventSink) interfaceName(id uint32) string {
	if !s.json || s.interfaces == nil {
		return ""
	}
	if all := s.interfaces(); int64(id) < int64(len(all)) {
		return all[id].Name
	}
	return ""
}

// report appends an event.
func report[E any](s *eventSink, e *E, at packet.Time, line, object func([]byte, *E) []byte) {
	if s.comment && at.Sub(s.last) == 0 {
		s.comments = append(s.comments, string(line(nil, e)))
	}
	if s.json {
		s.buf = object(s.buf, e)
	} else {
		s.buf = s.times.AppendTime(s.buf, at)
		s.buf = line(s.buf, e)
	}
	s.buf = append(s.buf, '\n')
	s.lines = true
}

func (s *eventSink) packet(p *packet.Packet) error {
	s.last = p.Time
	s.comments = nil
	s.tracker.Add(p)
	if len(s.comments) > 0 {
		annotate(p, s.comments)
	}
	if len(s.buf) >= printBuffer {
		return s.flush()
	}
	return nil
}

// tick lets waiting end while no packets come.
func (s *eventSink) tick(now time.Time) error {
	s.ticked = now
	if !s.live {
		return nil
	}
	s.tracker.Advance(packet.FromGo(now))
	return s.flush()
}

// nextTick: the tracker does not tell when the next wait is over.
func (s *eventSink) nextTick() time.Time {
	if !s.live {
		return time.Time{}
	}
	return s.ticked.Add(200 * time.Millisecond)
}

func (s *eventSink) flush() error {
	if len(s.buf) == 0 {
		return nil
	}
	_, err := s.w.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// finish reports what had no outcome yet, and the summary.
func (s *eventSink) finish() error {
	now := s.last
	if s.live {
		now = packet.FromGo(time.Now())
	}
	s.tracker.Flush(now)
	if s.summary != nil && !s.json {
		if s.lines {
			s.buf = append(s.buf, '\n')
		}
		s.buf = s.summary(s.buf)
	}
	return s.flush()
}

// annotate adds comments to a packet, for the sinks that come after.
func annotate(p *packet.Packet, comments []string) {
	var x packet.Extra
	if p.Extra != nil {
		x = *p.Extra
	}
	x.Comments = slices.Concat(x.Comments, comments)
	p.Extra = &x
}
