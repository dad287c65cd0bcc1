package text

import (
	"encoding/hex"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// A frameTest is what a View makes of a frame, without time, as tcpdump prints
// it with the same flags.
type frameTest struct {
	name  string
	link  packet.LinkType
	flags string // of "-e -q -v -vv -vvv -x -X -A -K -b"
	b     string // in hexadecimal; spaces do not count
	wire  int    // bytes it had on the wire; 0: all that is here
	want  string
}

func (tc *frameTest) packet(t *testing.T) *packet.Packet {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(tc.b, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	wire := tc.wire
	if wire == 0 {
		wire = len(b)
	}
	return &packet.Packet{Data: b, WireLen: uint32(wire), LinkType: tc.link}
}

func (tc *frameTest) options(t *testing.T) Options {
	t.Helper()
	o := Options{Time: TimeNone}
	for _, f := range strings.Fields(tc.flags) {
		switch f {
		case "-e":
			o.Link = true
		case "-q":
			o.Quiet = true
		case "-v", "-vv", "-vvv":
			o.Verbose = len(f) - 1
		case "-x":
			o.Hex = 1
		case "-X":
			o.HexASCII = 1
		case "-A":
			o.ASCII = 1
		case "-K":
			o.NoChecksums = true
		case "-b":
			o.ASDot = true
		default:
			t.Fatalf("no such flag: %s", f)
		}
	}
	return o
}

// testFrames prints each frame and compares; then that printing it does not
// allocate.
func testFrames(t *testing.T, rows []frameTest) {
	t.Helper()
	out := make([]byte, 0, 1<<16)
	for _, tc := range rows {
		t.Run(tc.name, func(t *testing.T) {
			v := New(tc.options(t))
			pkt := tc.packet(t)
			out = v.Append(out[:0], pkt)
			if got := string(out); got != tc.want+"\n" {
				t.Errorf("printed\n%q, want\n%q", got, tc.want+"\n")
			}
			if n := testing.AllocsPerRun(1, func() { out = v.Append(out[:0], pkt) }); n != 0 {
				t.Errorf("%v allocations", n)
			}
		})
	}
}
