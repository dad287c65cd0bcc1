package text

import (
	"testing"

	"wiredump/capture/packet"
)

// frame is an Ethernet frame with a UDP datagram from 1.2.3.4.80 to
// 192.168.1.1.81 and four bytes of padding.
var frame = []byte{
	0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2, 0x08, 0, // Ethernet
	0x45, 0, 0, 28, 0x12, 0x34, 0x40, 0, 64, 17, 0, 0, 1, 2, 3, 4, 192, 168, 1, 1, // IPv4
	0, 80, 0, 81, 0, 8, 0, 0, // UDP
	0, 0, 0, 0,
}

func TestTimeFormats(t *testing.T) {
	utc(t)
	times := []packet.Time{{Sec: 10, Frac: 5}, {Sec: 9, Frac: 4}, {Sec: 10, Frac: 1000000}, {Sec: -1}, {Sec: 1418145370, Frac: 7}}
	for _, tc := range []struct {
		name string
		o    Options
		want []string
	}{
		{"none", Options{Time: TimeNone}, []string{"", "", "", "", ""}},
		{"day", Options{}, []string{"00:00:10.000005 ", "00:00:09.000004 ", "00:00:10.1000000 ", "[Error converting time] ", "17:16:10.000007 "}},
		{"date", Options{Time: TimeDate}, []string{"1970-01-01 00:00:10.000005 ", "1970-01-01 00:00:09.000004 ", "1970-01-01 00:00:10.1000000 ", "[Error converting time] ", "2014-12-09 17:16:10.000007 "}},
		{"epoch", Options{Time: TimeEpoch, Nano: true}, []string{"10.000005000 ", "9.000004000 ", "10.1000000000 ", "[Error converting time] ", "1418145370.000007000 "}},
		{"delta", Options{Time: TimeDelta}, []string{" 00:00:00.000000 ", "-00:00:01.000001 ", " 00:00:01.999996 ", "-00:00:11.1000000 ", " 17:16:11.000007 "}},
		{"since", Options{Time: TimeSince}, []string{" 00:00:00.000000 ", "-00:00:01.000001 ", " 00:00:00.999995 ", "-00:00:11.000005 ", " 17:16:00.000002 "}},
	} {
		v := New(tc.o)
		for i, at := range times {
			v.st.count++
			p := v.p
			p.time(at)
			if got := string(p.out); got != tc.want[i] {
				t.Errorf("%s: %v printed %q, want %q", tc.name, at, got, tc.want[i])
			}
		}
	}
}

func TestBadRecord(t *testing.T) {
	for _, tc := range []struct {
		data []byte
		wire uint32
		want string
	}{
		{nil, 70, "[Invalid header: caplen==0]\n"},
		{nil, 0, "[Invalid header: caplen==0, len==0]\n"},
		{frame, 0, "[Invalid header: len==0]\n"},
		{frame, 10, "[Invalid header: len(10) < caplen(46)]\n"},
	} {
		got := string(New(Options{}).Append(nil, &packet.Packet{Data: tc.data, WireLen: tc.wire, LinkType: packet.Ethernet}))
		if got != tc.want {
			t.Errorf("%d captured of %d printed %q, want %q", len(tc.data), tc.wire, got, tc.want)
		}
	}
}
