package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestDTP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"message 0", packet.Ethernet, "-v",
			"020000000001020000000002002aaaaa0300000c20040100010008646f6d00000200058100030005a50004000a010203040506000900" +
				"0561", 0,
			"DTPv1, length 34\n" +
				"\tDomain (0x0001) TLV, length 8, dom\n" +
				"\tStatus (0x0002) TLV, length 5, 0x81\n" +
				"\tDTP type (0x0003) TLV, length 5, 0xa5\n" +
				"\tNeighbor (0x0004) TLV, length 10, 01:02:03:04:05:06\n" +
				"\tUnknown (0x0009) TLV, length 5",
		},
		{
			"not verbose", packet.Ethernet, "",
			"020000000001020000000002002aaaaa0300000c20040100010008646f6d00000200058100030005a50004000a010203040506000900" +
				"0561", 0,
			"DTPv1, length 34",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"020000000001020000000002002aaaaa0300000c20040100010008646f6d00", 56,
			"DTPv1, length 34\n" +
				"\tDomain (0x0001) TLV, length 8, dom [|dtp]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 002a aaaa\n" +
				"\t0x0010:  0300 000c 2004 0100 0100 0864 6f6d 00",
		},
		{
			"header cut", packet.Ethernet, "-x",
			"020000000001020000000002002aaaaa0300000c200401", 56,
			"DTPv1, length 34\n" +
				"\t0x0000:  01",
		},
		{
			"lengths", packet.Ethernet, "-v",
			"020000000001020000000002000daaaa0300000c20040100010003", 0,
			"DTPv1, length 5\n" +
				"\tDomain (0x0001) TLV, length 3[invalid TLV length 3] (invalid)",
		},
		{
			"rest", packet.Ethernet, "-v",
			"020000000001020000000002000baaaa0300000c2004010001", 0,
			"DTPv1, length 3[2 bytes remaining] (invalid)",
		},
		{
			"wrong length", packet.Ethernet, "-v",
			"020000000001020000000002000faaaa0300000c200401000200066162", 0,
			"DTPv1, length 7\n" +
				"\tStatus (0x0002) TLV, length 6 (invalid)",
		},
		{
			"empty", packet.Ethernet, "",
			"0200000000010200000000020008aaaa0300000c2004", 0,
			"[zero packet length] (invalid)",
		},
	})
}
