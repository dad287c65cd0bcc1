package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestUDLD(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"message 0", packet.Ethernet, "-v",
			"020000000001020000000002004eaaaa0300000c01112103123400010008444556310002000747693100030013000000010004444556" +
				"32000347693200040005070005000505000600086e616d650007000800000001000800066162", 0,
			"UDLDv1, Code Probe message (1), Flags [RT, RSY] (0x03), length 70\n" +
				"\tChecksum 0x1234 (unverified)\n" +
				"\tDevice-ID TLV (0x0001) TLV, length 8, DEV1\n" +
				"\tPort-ID TLV (0x0002) TLV, length 7, Gi1\n" +
				"\tEcho TLV (0x0003) TLV, length 19, ^@^@^@^A^@^DDEV2^@^CGi2\n" +
				"\tMessage Interval TLV (0x0004) TLV, length 5, 7s\n" +
				"\tTimeout Interval TLV (0x0005) TLV, length 5, 5s\n" +
				"\tDevice Name TLV (0x0006) TLV, length 8, name\n" +
				"\tSequence Number TLV (0x0007) TLV, length 8, 1\n" +
				"\tUnknown (0x0008) TLV, length 6",
		},
		{
			"not verbose", packet.Ethernet, "",
			"020000000001020000000002004eaaaa0300000c01112103123400010008444556310002000747693100030013000000010004444556" +
				"32000347693200040005070005000505000600086e616d650007000800000001000800066162", 0,
			"UDLDv1, Code Probe message (1), Flags [RT, RSY] (0x03), length 70",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"020000000001020000000002004eaaaa0300000c01112103123400010008444556310002000747693100030013000000010004444556" +
				"32000347693200040005070005", 92,
			"UDLDv1, Code Probe message (1), Flags [RT, RSY] (0x03), length 70\n" +
				"\tChecksum 0x1234 (unverified)\n" +
				"\tDevice-ID TLV (0x0001) TLV, length 8, DEV1\n" +
				"\tPort-ID TLV (0x0002) TLV, length 7, Gi1\n" +
				"\tEcho TLV (0x0003) TLV, length 19, ^@^@^@^A^@^DDEV2^@^CGi2\n" +
				"\tMessage Interval TLV (0x0004) TLV, length 5, 7s [|udld]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 004e aaaa\n" +
				"\t0x0010:  0300 000c 0111 2103 1234 0001 0008 4445\n" +
				"\t0x0020:  5631 0002 0007 4769 3100 0300 1300 0000\n" +
				"\t0x0030:  0100 0444 4556 3200 0347 6932 0004 0005\n" +
				"\t0x0040:  0700 05",
		},
		{
			"header cut", packet.Ethernet, "-x",
			"020000000001020000000002004eaaaa0300000c011121", 92,
			" [|udld]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 004e aaaa\n" +
				"\t0x0010:  0300 000c 0111 21",
		},
		{
			"lengths", packet.Ethernet, "-v",
			"0200000000010200000000020010aaaa0300000c01112100000000010003", 0,
			"UDLDv1, Code Probe message (1), Flags [none] (0x00), length 8\n" +
				"\tChecksum 0x0000 (unverified)\n" +
				"\tDevice-ID TLV (0x0001) TLV, length 3 (invalid)",
		},
		{
			"wrong length", packet.Ethernet, "-v",
			"0200000000010200000000020012aaaa0300000c011121000000000400066162", 0,
			"UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10\n" +
				"\tChecksum 0x0000 (unverified)\n" +
				"\tMessage Interval TLV (0x0004) TLV, length 6 (invalid)",
		},
	})
}
