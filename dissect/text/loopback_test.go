package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestLoopback(t *testing.T) {
	testFrames(t, []frameTest{
		{name: "message 1", link: packet.Ethernet, b: "00000000000000000000000090000000010005006162636465666768",
			want: "Loopback, skipCount 0, Reply, receipt number 5, data (8 octets)"},
		{name: "message 2", link: packet.Ethernet, b: "00000000000000000000000090000000020005006162636465666768",
			want: "Loopback, skipCount 0, Forward Data, forwarding address 05:00:61:62:63:64, data (4 octets)"},
		{name: "message 3", link: packet.Ethernet, b: "00000000000000000000000090000800010005006162636465666768",
			want: "Loopback, skipCount 8,  invalid (26213)"},
		{name: "message 4", link: packet.Ethernet, b: "00000000000000000000000090000000030005006162636465666768",
			want: "Loopback, skipCount 0,  invalid (3)"},
		{name: "message 5", link: packet.Ethernet, b: "00000000000000000000000090000000000005006162636465666768",
			want: "Loopback, skipCount 0,  invalid (0)"},
		{name: "message 6", link: packet.Ethernet, b: "00000000000000000000000090006400010005006162636465666768",
			want: "Loopback, skipCount 100 (bogus) (invalid)"},
		{name: "message 7", link: packet.Ethernet, b: "000000000000000000000000900000000200101112131415616263",
			want: "Loopback, skipCount 0, Forward Data, forwarding address 10:11:12:13:14:15, data (3 octets)"},
		{name: "message 8", link: packet.Ethernet, b: "00000000000000000000000090000000020010111213141501000700616263",
			want: "Loopback, skipCount 0, Forward Data, forwarding address 10:11:12:13:14:15, data (7 octets)"},
		{name: "message 9", link: packet.Ethernet, b: "00000000000000000000000090000800020010111213141501000700616263",
			want: "Loopback, skipCount 8, Reply, receipt number 7, data (3 octets)"},
		{name: "message 10", link: packet.Ethernet, b: "00000000000000000000000090000000",
			want: "Loopback, skipCount 0 (invalid)"},
		{name: "message 11", link: packet.Ethernet, b: "000000000000000000000000900000000100",
			want: "Loopback, skipCount 0, Reply (invalid)"},
		{name: "message 12", link: packet.Ethernet, b: "0000000000000000000000009000000001000100",
			want: "Loopback, skipCount 0, Reply, receipt number 1, data (0 octets)"},
		{name: "message 13", link: packet.Ethernet, b: "00000000000000000000000090000000010001000100",
			want: "Loopback, skipCount 0, Reply, receipt number 1, data (2 octets)"},
		{name: "message 14", link: packet.Ethernet, b: "000000000000000000000000900000000100010001000100",
			want: "Loopback, skipCount 0, Reply, receipt number 1, data (4 octets)"},
		{name: "message cut to 15 bytes", link: packet.Ethernet, b: "000000000000000000000000900000", wire: 28,
			want: "Loopback [|loopback]"},
		{name: "message cut to 17 bytes", link: packet.Ethernet, b: "0000000000000000000000009000000001", wire: 28,
			want: "Loopback, skipCount 0 [|loopback]"},
		{name: "message cut to 19 bytes", link: packet.Ethernet, b: "00000000000000000000000090000000010005", wire: 28,
			want: "Loopback, skipCount 0, Reply [|loopback]"},
		{name: "message 1 -e", link: packet.Ethernet, flags: "-e", b: "00000000000000000000000090000000010005006162636465666768",
			want: "00:00:00:00:00:00 > 00:00:00:00:00:00, ethertype Loopback (0x9000), length 28: Loopback, skipCount 0, Reply, receipt number 5, data (8 octets)"},
	})
}
