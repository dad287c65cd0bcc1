package text

import (
	"testing"

	"wiredump/dissect"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestVAT(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "audio", as: dissect.ProtoVAT, b: "4500002800010000401166c20a0000010a000002138c138e00140000028100070000004d00000000",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/vat 4 c7 77* f1 s2"},
		{name: "by port", b: "4500002400010000401166c60a0000010a00000200090d8000100000000000070000004d",
			want: "IP 10.0.0.1.9 > 10.0.0.2.3456: udp/vat 0 c7 77"},
		{name: "control", as: dissect.ProtoVAT, b: "4500002800010000401166c20a0000010a000002138c138e00140000044000070000004d00000000",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/vt 12 64 / 1"},
		{name: "short control", as: dissect.ProtoVAT, b: "4500001d00010000401166cd0a0000010a000002138c138e0009000061",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/va/vat, length 1 < 2"},
		{name: "short audio", as: dissect.ProtoVAT, b: "4500002300010000401166c70a0000010a000002138c138e000f000000000000000000",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/vat, length 7 < 8"},
		{name: "cut", as: dissect.ProtoVAT, b: "4500002800010000401166c20a0000010a000002138c138e00140000000000070000004d00000000", captured: 35,
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006:  [|vat]"},
	})
}
