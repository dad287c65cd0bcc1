package main

import (
	"io"
	"slices"
	"time"

	"wiredump/capture/packet"
	"wiredump/dissect/handshake"
	"wiredump/dissect/text"
)

// A handshakeSink is the sink that shows the outcomes of TCP handshakes, as
// lines or as JSON.
type handshakeSink struct {
	w       io.Writer
	buf     []byte
	tracker *handshake.Tracker
	times   *text.View // for time stamps
	json    bool
	live    bool // time passes by itself, and events are shown at once
	last    packet.Time
	// comments are the verdicts on the packet at hand, for the file that it
	// goes to; comment says whether there is one that can hold them.
	comment  bool
	comments []string
}

func newHandshakeSink(w io.Writer, o text.Options, json, live bool) *handshakeSink {
	s := &handshakeSink{w: w, times: text.New(o), json: json, live: live}
	s.tracker = handshake.New(handshake.Options{Report: s.report, Steps: o.Verbose > 0, Closes: o.Verbose > 0, Midstream: o.Verbose > 1})
	return s
}

// report appends an event.
func (s *handshakeSink) report(e *handshake.Event) {
	if s.comment && e.Time.Sub(s.last) == 0 {
		s.comments = append(s.comments, string(handshake.AppendText(nil, e)))
	}
	if s.json {
		s.buf = handshake.AppendJSON(s.buf, e)
	} else {
		s.buf = s.times.AppendTime(s.buf, e.Time)
		s.buf = handshake.AppendText(s.buf, e)
	}
	s.buf = append(s.buf, '\n')
}

func (s *handshakeSink) packet(p *packet.Packet) error {
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
func (s *handshakeSink) tick(now time.Time) error {
	if !s.live {
		return nil
	}
	s.tracker.Advance(packet.FromGo(now))
	return s.flush()
}

func (s *handshakeSink) flush() error {
	if len(s.buf) == 0 {
		return nil
	}
	_, err := s.w.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// finish reports what had no outcome yet, and the summary.
func (s *handshakeSink) finish() error {
	now := s.last
	if s.live {
		now = packet.FromGo(time.Now())
	}
	s.tracker.Flush(now)
	if !s.json {
		if len(s.buf) > 0 {
			s.buf = append(s.buf, '\n')
		}
		sum := s.tracker.Summary()
		s.buf = sum.AppendText(s.buf)
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
