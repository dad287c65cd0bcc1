package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestEthernet(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"link", packet.Ethernet, "-e",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 42: 1.2.3.4 > 192.168.1.1:  ip-pro" +
				"to-200 8",
		},
		{
			"quiet", packet.Ethernet, "-e -q",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, IPv4, length 42: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"cut header", packet.Ethernet, "",
			"02000000000102000000000208", 42,
			" [|ether]",
		},
		{
			"cut header dumps nothing", packet.Ethernet, "-x",
			"02000000000102000000000208", 42,
			" [|ether]",
		},
		{
			"cut behind header", packet.Ethernet, "-e",
			"0200000000010200000000020800", 42,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 42:  [|ip]",
		},
		{
			"quirk cut-dump", packet.Ethernet, "-x",
			"0200000000010200000000020800", 42,
			" [|ip]\n\t0x0000:  0200 0000 0001 0200 0000 0002 0800",
		},
		{
			"dump without header", packet.Ethernet, "-x",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8\n" +
				"\t0x0000:  4500 001c 1234 0000 40c8 a237 0102 0304\n" +
				"\t0x0010:  c0a8 0101 6162 6364 6566 6768",
		},
		{
			"unknown type", packet.Ethernet, "",
			"02000000000102000000000212346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x1234), length 22: \n" +
				"\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"unknown type, quiet", packet.Ethernet, "-q",
			"02000000000102000000000212346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, Unknown Ethertype (0x1234), length 22: ",
		},
		{
			"unknown type, -x dumps once", packet.Ethernet, "-x",
			"02000000000102000000000212346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x1234), length 22: \n\t0x0000:  6162 6364 6566 6768",
		},
		{
			"tag", packet.Ethernet, "-e",
			"0200000000010200000000028100f00708004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype 802.1Q (0x8100), length 46: vlan 7, p 7, DEI, ethertype " +
				"IPv4 (0x0800), 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"tag not shown", packet.Ethernet, "",
			"0200000000010200000000028100000708004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"tags", packet.Ethernet, "-e",
			"02000000000102000000000288a800078100000808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype 802.1Q-QinQ (0x88a8), length 50: vlan 7, p 0, ethertype " +
				"802.1Q (0x8100), vlan 8, p 0, ethertype IPv4 (0x0800), 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"tag cut", packet.Ethernet, "-e",
			"0200000000010200000000028100000708", 46,
			"02:00:00:00:00:02 > 02:00:00:00:00:01,  [|vlan]",
		},
		{
			"tag dump", packet.Ethernet, "-x",
			"0200000000010200000000028100000708004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8\n" +
				"\t0x0000:  4500 001c 1234 0000 40c8 a237 0102 0304\n" +
				"\t0x0010:  c0a8 0101 6162 6364 6566 6768",
		},
		{
			"tag, 802.3 behind it", packet.Ethernet, "-e",
			"02000000000102000000000281000007000bf0f0036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype 802.1Q (0x8100), length 29: vlan 7, p 0, 802.3LLC, dsap " +
				"NetBeui (0xf0) Individual, ssap NetBeui (0xf0) Command, ctrl 0x03: Unnumbered, ui, Flags [Command], lengt" +
				"h 11\n" +
				"\t0x0000:  f0f0 0361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"return at the end: quirk ascii-return", packet.Ethernet, "-A",
			"020000000001020000000002123461620d63", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x1234), length 18: \n" +
				"\t0x0000:  6162 0d63                                ab.c\n" +
				"abc",
		},
		{
			"return before newline", packet.Ethernet, "-A",
			"020000000001020000000002123461620d0a63646566", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x1234), length 22: \n" +
				"\t0x0000:  6162 0d0a 6364 6566                      ab..cdef\n" +
				"ab\n" +
				"cdef",
		},
	})
}
