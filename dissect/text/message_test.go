package text

import (
	"encoding/hex"
	"net/netip"
	"testing"

	"wiredump/capture/packet"
)

// A messageTest is what a printer makes of a message that IP carries from
// 10.0.0.1 to 10.0.0.2, or from fe80::1 to ff02::1.
type messageTest struct {
	name     string
	verbose  int
	b        string // in hexadecimal
	captured int    // bytes; 0: all, -1: none
	want     string
}

// message sets a printer up to print the message.
func (tc *messageTest) message(p *printer, o *Options, addrLen int) (b []byte, length int, err error) {
	b, err = hex.DecodeString(tc.b)
	*p = printer{out: p.out[:0], opt: o, st: &state{}, pkt: &packet.Packet{}, cutAt: -1}
	p.ipLen = addrLen
	if addrLen == 16 {
		p.ipSrc = netip.MustParseAddr("fe80::1").As16()
		p.ipDst = netip.MustParseAddr("ff02::1").As16()
	} else {
		copy(p.ipSrc[:], []byte{10, 0, 0, 1})
		copy(p.ipDst[:], []byte{10, 0, 0, 2})
	}
	p.ipFinal = p.ipDst
	length = len(b)
	if tc.captured != 0 {
		b = b[:max(tc.captured, 0)]
	}
	return b, length, err
}

func testMessages(t *testing.T, rows []messageTest, print func(*printer, []byte, int), addrLen int) {
	t.Helper()
	var p printer
	for _, tc := range rows {
		t.Run(tc.name, func(t *testing.T) {
			b, length, err := tc.message(&p, &Options{Verbose: tc.verbose}, addrLen)
			if err != nil {
				t.Fatal(err)
			}
			print(&p, b, length)
			p.endCut()
			if got := string(p.out); got != tc.want {
				t.Errorf("printed\n%q, want\n%q", got, tc.want)
			}
		})
	}
	for verbose := range 4 {
		o := &Options{Verbose: verbose}
		for _, tc := range rows {
			b, length, err := tc.message(&p, o, addrLen)
			if err != nil {
				t.Fatal(err)
			}
			clean := p
			clean.out = make([]byte, 0, 1<<16)
			if n := testing.AllocsPerRun(1, func() {
				p = clean
				print(&p, b, length)
			}); n != 0 {
				t.Errorf("%s, verbose %d: %v allocations", tc.name, verbose, n)
			}
		}
	}
}
