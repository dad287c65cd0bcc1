package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestLLC(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"unnumbered", packet.Ethernet, "",
			"020000000001020000000002000bf0f0036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 11\n" +
				"\t0x0000:  f0f0 0361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"unnumbered, link", packet.Ethernet, "-e",
			"020000000001020000000002000bf1f1136162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 11: LLC, dsap NetBeui (0xf0) Group, ssap NetBeui (0x" +
				"f0) Response, ctrl 0x13: Unnumbered, ui, Flags [Final], length 11\n" +
				"\t0x0000:  f1f1 1361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"unnumbered, quiet", packet.Ethernet, "-q",
			"020000000001020000000002000bf0f0036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 11",
		},
		{
			"two access points", packet.Ethernet, "",
			"0200000000010200000000020003426263", 0,
			"02:00:00:00:00:02 Unknown SSAP 0x62 > 02:00:00:00:00:01 STP Unnumbered, ua, Flags [Command], length 3\n" +
				"\t0x0000:  4262 63                                  Bbc",
		},
		{
			"command unknown", packet.Ethernet, "",
			"0200000000010200000000020003f0f02f", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, 2f, Flags [Command], length 3\n" +
				"\t0x0000:  f0f0 2f                                  ../",
		},
		{
			"information", packet.Ethernet, "",
			"020000000001020000000002000cf0f002036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Information, send seq 1, rcv seq 1, Flags [Poll], length 12" +
				"\n" +
				"\t0x0000:  f0f0 0203 6162 6364 6566 6768            ....abcdefgh",
		},
		{
			"supervisory", packet.Ethernet, "-e",
			"020000000001020000000002000cf0f105026162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 12: LLC, dsap NetBeui (0xf0) Individual, ssap NetBeu" +
				"i (0xf0) Response, ctrl 0x0205: Supervisory, Receiver not Ready, rcv seq 1, Flags [Response], length 12",
		},
		{
			"xid", packet.Ethernet, "",
			"0200000000010200000000020006f0f1bf810102", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, xid, Flags [Final], length 6: 01 02",
		},
		{
			"xid of another format", packet.Ethernet, "",
			"0200000000010200000000020006f0f1bf820102", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, xid, Flags [Final], length 6\n" +
				"\t0x0000:  f0f1 bf82 0102                           ......",
		},
		{
			"xid cut", packet.Ethernet, "",
			"0200000000010200000000020004f0f1bf81", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, xid, Flags [Final], length 4 [|llc]\n" +
				"\t0x0000:  81                                       .",
		},
		{
			"cut", packet.Ethernet, "-x",
			"0200000000010200000000020002f0f0", 0,
			" [|llc]\n\t0x0000:  f0f0                                     ..",
		},
		{
			"length less than the frame", packet.Ethernet, "",
			"0200000000010200000000020005f0f0036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 5\n" +
				"\t0x0000:  f0f0 0361 62                             ...ab",
		},
		{
			"length over the frame", packet.Ethernet, "-e",
			"02000000000102000000000201f4f0f0036162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 11: LLC, dsap NetBeui (0xf0) Individual, ssap NetBeu" +
				"i (0xf0) Command, ctrl 0x03: Unnumbered, ui, Flags [Command], length 11\n" +
				"\t0x0000:  f0f0 0361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"IP", packet.Ethernet, "-e",
			"020000000001020000000002001f0606034500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 31: LLC, dsap IP (0x06) Individual, ssap IP (0x06) C" +
				"ommand, ctrl 0x03: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"SNAP", packet.Ethernet, "",
			"0200000000010200000000020024aaaa0300000008004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"SNAP, link", packet.Ethernet, "-e",
			"0200000000010200000000020024aaaa0300000008004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 36: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xa" +
				"a) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 28: 1.2.3.4 > 192.168.1.1" +
				":  ip-proto-200 8",
		},
		{
			"SNAP, unknown type", packet.Ethernet, "",
			"0200000000010200000000020010aaaa0300000012346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 SNAP, ethertype Unknown (0x1234), length 8: \n" +
				"\t0x0000:  aaaa 0300 0000 1234 6162 6364 6566 6768  .......4abcdefgh",
		},
		{
			"SNAP, unknown organization", packet.Ethernet, "",
			"0200000000010200000000020010aaaa0301020312346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01 SNAP, oui Unknown (0x010203), pid Unknown (0x1234), length 8: \n" +
				"\t0x0000:  aaaa 0301 0203 1234 6162 6364 6566 6768  .......4abcdefgh",
		},
		{
			"SNAP, Cisco", packet.Ethernet, "-e",
			"0200000000010200000000020010aaaa0300000c12346162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 16: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xa" +
				"a) Command, ctrl 0x03: oui Cisco (0x00000c), pid Unknown (0x1234), length 8: \n" +
				"\t0x0000:  aaaa 0300 000c 1234 6162 6364 6566 6768  .......4abcdefgh",
		},
		{
			"SNAP, bridged Ethernet", packet.Ethernet, "",
			"0200000000010200000000020034aaaa030080c20007000002000000000102000000000208004500001c1234000040c8a23701020304" +
				"c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"SNAP cut", packet.Ethernet, "-x",
			"0200000000010200000000020005aaaa030000", 0,
			" [|snap]",
		},
		{
			"jumbo", packet.Ethernet, "-e",
			"02000000000102000000000288700606034500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, LLC, dsap IP (0x06) Individual, ssap IP (0x06) Command, ctrl 0x03:" +
				" 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
	})
}
