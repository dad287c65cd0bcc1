package jsonview

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"wiredump/capture/packet"
	"wiredump/pcapio"
)

// captured calls f with the packets of all captures of the repository.
func captured(t *testing.T, f func(name string, pkt *packet.Packet)) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/*.pcap*")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d captures, %v", len(files), err)
	}
	for _, file := range files {
		r, err := pcapio.Open(file, pcapio.ReaderOptions{})
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		for {
			b, err := r.Next()
			if err != nil {
				if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
					t.Logf("%s: %v", name, err)
				}
				break
			}
			for i := range b.Packets {
				f(name, &b.Packets[i])
			}
			b.Release()
		}
		r.Close()
	}
}

// corpus calls f with the bytes that are kept of fuzzing any package here.
func corpus(t *testing.T, f func(name string, b []byte)) {
	t.Helper()
	files, err := filepath.Glob("../../dissect/*/testdata/fuzz/*/*")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("../../dissect/testdata/fuzz/*/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, more...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			_, arg, ok := strings.Cut(strings.TrimSpace(line), "[]byte(")
			if !ok {
				continue
			}
			s, err := strconv.Unquote(strings.TrimSuffix(arg, ")"))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			f(file, []byte(s))
		}
	}
}

var links = []packet.LinkType{packet.Ethernet, packet.Raw, packet.LinuxSLL, packet.LinuxSLL2, packet.Null, packet.Loop}

// TestCaptures has a valid line for each packet of each capture, cut at any
// length, and for what fuzzing found.
func TestCaptures(t *testing.T) {
	v := New(Options{})
	var line []byte
	check := func(name string, pkt *packet.Packet) {
		t.Helper()
		line = v.Append(line[:0], pkt)
		if err := valid(line); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, line)
		}
	}
	captured(t, func(name string, pkt *packet.Packet) {
		check(name, pkt)
		cut := *pkt
		step := 1
		if testing.Short() {
			step = 17
		}
		for n := 0; n < min(len(pkt.Data), 200); n += step {
			cut.Data = pkt.Data[:n]
			check(name, &cut)
		}
	})
	corpus(t, func(name string, b []byte) {
		for _, l := range links {
			check(name, &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: l})
		}
	})
}

// TestNothingHidden changes each byte of each packet that was captured whole:
// the line tells. Excepted are the text of HTTP, whose white space and bytes
// that are not UTF-8 are not told apart, and what says that it is truncated, as
// a part of a field is none, and names of DNS that do not end.
func TestNothingHidden(t *testing.T) {
	v := New(Options{NoChecksums: true})
	var line, other []byte
	told := map[string]bool{}
	show := func(pkt *packet.Packet, dst []byte) []byte {
		v.e.count = 0
		return v.Append(dst[:0], pkt)
	}
	check := func(name string, pkt *packet.Packet) {
		t.Helper()
		if len(pkt.Data) < int(pkt.WireLen) || len(pkt.Data) > 400 {
			return
		}
		changed := *pkt
		changed.Data = bytes.Clone(pkt.Data)
		line = show(pkt, line)
		if bytes.Contains(line, []byte(`"http":`)) || bytes.Contains(line, []byte(`"truncated":true`)) || bytes.Contains(line, []byte(`..."`)) {
			return
		}
		_, layers, _ := bytes.Cut(line, []byte(`"layers":`))
		for i := range changed.Data {
			changed.Data[i] ^= 0xff
			if other = show(&changed, other); bytes.Equal(line, other) && !told[string(layers)] {
				told[string(layers)] = true
				t.Errorf("%s: byte %d of %x is in no field of\n%s", name, i, pkt.Data, line)
			}
			changed.Data[i] ^= 0xff
		}
	}
	for i := range samples {
		check(samples[i].name, packetOf(t, &samples[i]))
	}
	captured(t, check)
}

// TestAllocationsCaptures has none for any packet of a capture.
func TestAllocationsCaptures(t *testing.T) {
	v := New(Options{})
	buf := make([]byte, 0, 1<<20)
	captured(t, func(name string, pkt *packet.Packet) {
		if n := testing.AllocsPerRun(1, func() { v.Append(buf, pkt) }); n != 0 {
			t.Errorf("%s: %v allocations for\n%s", name, n, v.Append(nil, pkt))
		}
	})
}
