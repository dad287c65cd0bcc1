package text

import (
	"testing"

	"wiredump/dissect"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestSOMEIP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "method", b: "4500002c00010000401166be0a0000010a000002771a771a0018000000010002000000080008000501010000",
			want: "IP 10.0.0.1.30490 > 10.0.0.2.30490: SOMEIP, service 1, method 2, len 8, client 8, session 5, pver 1, iver 1, msgtype REQUEST, retcode E_OK\n"},
		{name: "event", b: "4500002c00010000401166be0a0000010a000002771a771a001800000001800500000008000800050101020b",
			want: "IP 10.0.0.1.30490 > 10.0.0.2.30490: SOMEIP, service 1, event 5, len 8, client 8, session 5, pver 1, iver 1, msgtype NOTIFICATION, retcode E_E2E_REPEATED\n"},
		{name: "unknown", b: "4500002c00010000401166be0a0000010a000002771a771a0018000000010002000000080008000501010363",
			want: "IP 10.0.0.1.30490 > 10.0.0.2.30490: SOMEIP, service 1, method 2, len 8, client 8, session 5, pver 1, iver 1, msgtype Unknown, retcode Unknown\n"},
		{name: "short", b: "4500002b00010000401166bf0a0000010a000002771a000100170000000000000000000000000000000000",
			want: "IP 10.0.0.1.30490 > 10.0.0.2.1: SOMEIP (invalid)"},
		{name: "under -T", as: dissect.ProtoSOMEIP, b: "4500002c00010000401166be0a0000010a000002000100020018000000000000000000000000000000000000",
			want: "IP 10.0.0.1.1 > 10.0.0.2.2: SOMEIP, service 0, method 0, len 0, client 0, session 0, pver 0, iver 0, msgtype REQUEST, retcode E_OK\n"},
		{name: "cut", b: "4500002c00010000401166be0a0000010a000002771a771a0018000000010002000000080008000501010000", captured: 41,
			want: "IP 10.0.0.1.30490 > 10.0.0.2.30490: SOMEIP, service 1, method 2, len 8, client 8, session 5, pver 1 [|someip]"},
		{name: "cut to nothing", b: "4500002c00010000401166be0a0000010a000002771a771a0018000000010002000000080008000501010000", captured: 28,
			want: "IP 10.0.0.1.30490 > 10.0.0.2.30490: SOMEIP [|someip]"},
	})
}
