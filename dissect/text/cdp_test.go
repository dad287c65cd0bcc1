package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestCDP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"CDP 0", packet.Ethernet, "-v",
			"0200000000010200000000020063aaaa0300000c200002b4b0bd000100076162630002002d000000020101cc0004010203040208aaaa" +
				"0300000086dd001020010000000000000000000000000000000400080000002800050007610a62000700090102030418000a00060001" +
				"000b000501", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 91\n" +
				"\tDevice-ID (0x01), value length: 3 bytes: 'abc'\n" +
				"\tAddress (0x02), value length: 41 bytes: IPv4 (2) 1.2.3.4 IPv6 (1) 2001::\n" +
				"\tCapability (0x04), value length: 4 bytes: (0x00000028): L2 Switch, IGMP snooping\n" +
				"\tVersion String (0x05), value length: 3 bytes: \n" +
				"\t  a\n" +
				"\t  b\n" +
				"\tPrefixes (0x07), value length: 5 bytes:  IPv4 Prefixes (1): 1.2.3.4/24\n" +
				"\tNative VLAN ID (0x0a), value length: 2 bytes: 1\n" +
				"\tDuplex (0x0b), value length: 1 byte: full",
		},
		{
			"CDP 1", packet.Ethernet, "-v",
			"0200000000010200000000020046aaaa0300000c200002b4b0bd000e000701000a00100006010200110008000005dc00120005010016" +
				"00110000000103026162000378797a001700090161626364001a00067878", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 62\n" +
				"\tATA-186 VoIP VLAN assignment (0x0e), value length: 3 bytes: app 1, vlan 10\n" +
				"\tpower consumption (0x10), value length: 2 bytes: 0.26W\n" +
				"\tMTU (0x11), value length: 4 bytes: 1500 bytes\n" +
				"\tAVVID trust bitmap (0x12), value length: 1 byte: 0x01\n" +
				"\tManagement Addresses (0x16), value length: 13 bytes: pt=0x03, pl=2, pb= 61 62, al=3, a= 78 79 7a\n" +
				"\tPhysical Location (0x17), value length: 5 bytes: 0x01/abcd\n" +
				"\tunknown field type (0x1a), value length: 2 bytes: \n" +
				"\t  0x0000:  7878",
		},
		{
			"not verbose", packet.Ethernet, "",
			"0200000000010200000000020063aaaa0300000c200002b4b0bd000100076162630002002d000000020101cc0004010203040208aaaa" +
				"0300000086dd001020010000000000000000000000000000000400080000002800050007610a62000700090102030418000a00060001" +
				"000b000501", 0,
			"CDPv2, ttl: 180s, Device-ID 'abc'\n" +
				"\t  0x0000:  0000 0002 0101 cc00 0401 0203 0402 08aa\n" +
				"\t  0x0010:  aa03 0000 0086 dd00 1020 0100 0000 0000\n" +
				"\t  0x0020:  0000 0000 0000 0000 00\n" +
				"\t  0x0000:  0000 0028\n" +
				"\t  0x0000:  610a 62\n" +
				"\t  0x0000:  0102 0304 18\n" +
				"\t  0x0000:  0001\n" +
				"\t  0x0000:  01, length 91",
		},
		{
			"not verbose, malformed", packet.Ethernet, "",
			"0200000000010200000000020011aaaa0300000c200002b4b0bd0004000561", 0,
			"CDPv2, ttl: 180s (malformed TLV)\n" +
				"\t  0x0000:  61, length 9",
		},
		{
			"malformed", packet.Ethernet, "-v",
			"0200000000010200000000020011aaaa0300000c200002b4b0bd0004000561", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 9\n" +
				"\tCapability (0x04), value length: 1 byte:  (malformed TLV)\n" +
				"\t  0x0000:  61",
		},
		{
			"text cut", packet.Ethernet, "-v",
			"0200000000010200000000020063aaaa0300000c200002b4b0bd000100076162", 113,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 91\n" +
				"\tDevice-ID (0x01), value length: 3 bytes: 'ab [|cdp]",
		},
		{
			"address cut", packet.Ethernet, "-v",
			"0200000000010200000000020063aaaa0300000c200002b4b0bd000100076162630002002d000000020101cc0004010203040208aaaa" +
				"03", 113,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 91\n" +
				"\tDevice-ID (0x01), value length: 3 bytes: 'abc'\n" +
				"\tAddress (0x02), value length: 41 bytes: IPv4 (2) 1.2.3.4  [|cdp]",
		},
		{
			"field too short", packet.Ethernet, "-v",
			"0200000000010200000000020010aaaa0300000c200002b4b0bd00010003", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 8\n" +
				"\tDevice-ID (0x01), TLV length: 3 bytes (too short) (invalid)",
		},
		{
			"field too short, not verbose", packet.Ethernet, "",
			"0200000000010200000000020010aaaa0300000c200002b4b0bd00010003", 0,
			"CDPv2, ttl: 180s, Device-ID TLV length 3 too short (invalid)",
		},
		{
			"field too long", packet.Ethernet, "-v",
			"0200000000010200000000020012aaaa0300000c200002b4b0bd000100106162", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 10 (TLV length 16 > 6) (invalid)",
		},
		{
			"rest", packet.Ethernet, "-v",
			"020000000001020000000002000faaaa0300000c200002b4b0bd000100", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 7 (remaining packet length 3 < 4) (invalid)",
		},
		{
			"addresses", packet.Ethernet, "-v",
			"020000000001020000000002001eaaaa0300000c200002b4b0bd00020012000000020101cc00040102030401", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 22\n" +
				"\tAddress (0x02), value length: 14 bytes: IPv4 (2) 1.2.3.4  (not enough space for PT+PL)",
		},
		{
			"address too long", packet.Ethernet, "-v",
			"020000000001020000000002001caaaa0300000c200002b4b0bd00020010000000020101cc0004010203", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 20\n" +
				"\tAddress (0x02), value length: 12 bytes:  (not enough space for A)",
		},
		{
			"stray", packet.Ethernet, "-v",
			"0200000000010200000000020016aaaa0300000c200002b4b0bd0002000a000000006162", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 14\n" +
				"\tAddress (0x02), value length: 6 bytes:  (2 bytes of stray data)",
		},
		{
			"prefixes", packet.Ethernet, "-v",
			"0200000000010200000000020014aaaa0300000c200002b4b0bd0007000861626364", 0,
			"CDPv2, ttl: 180s, checksum: 0xb0bd (unverified), length 12\n" +
				"\tPrefixes (0x07), value length: 4 bytes:  [length 4 is not a multiple of 5]",
		},
		{
			"short", packet.Ethernet, "",
			"020000000001020000000002000aaaaa0300000c20000201", 0,
			" (packet length 2 < 4) (invalid)",
		},
	})
}
