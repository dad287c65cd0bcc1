package text

import (
	"testing"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

func TestParseType(t *testing.T) {
	for _, tc := range []struct {
		name string
		want dissect.Protocol
		err  string
	}{
		{"domain", dissect.ProtoDNS, ""},
		{"Domain", dissect.ProtoDNS, ""},
		{"dom", dissect.NoProtocol, "unknown packet type `dom'"},
		{"", dissect.NoProtocol, "unknown packet type `'"},
		{"pgm", dissect.ProtoPGMUDP, ""},
	} {
		got, err := ParseType(tc.name)
		if msg := errorText(err); got != tc.want || msg != tc.err {
			t.Errorf("%q is %v, error %q; want %v, %q", tc.name, got, msg, tc.want, tc.err)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestType(t *testing.T) {
	// "A? a." from 10.0.0.1.1234 to 10.0.0.2.99.
	udp := []byte("\x45\x00\x00\x2f\x00\x01\x00\x00\x40\x11\x00\x00\x0a\x00\x00\x01\x0a\x00\x00\x02" +
		"\x04\xd2\x00\x63\x00\x1b\x00\x00" + "\x00\x07\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x01a\x00\x00\x01\x00\x01")
	for _, tc := range []struct {
		proto dissect.Protocol
		want  string
	}{
		{dissect.NoProtocol, "IP 10.0.0.1.1234 > 10.0.0.2.99: UDP, length 19\n"},
		{dissect.ProtoDNS, "IP 10.0.0.1.1234 > 10.0.0.2.99: 7+ A? a. (19)\n"},
	} {
		v := New(Options{Type: tc.proto, Time: TimeNone})
		got := string(v.Append(nil, &packet.Packet{Data: udp, WireLen: uint32(len(udp)), LinkType: packet.Raw}))
		if got != tc.want {
			t.Errorf("%v: printed %q, want %q", tc.proto, got, tc.want)
		}
	}
}
