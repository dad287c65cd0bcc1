package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestIPv4Options(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"none of them known", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c8532f01020304c0a801014d0301016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (unknown 77" +
				",NOP))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"end of list", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c8993001020304c0a80101010007036162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (NOP,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"record route", packet.Ethernet, "-v",
			"0200000000010200000000020800480000281234000040c87c1001020304c0a80101070b080102030405060708006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 40, options (RR 1.2.3.4" +
				", 5.6.7.8,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"record route, odd length: quirk ip-route-length", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c88f1c01020304c0a8010107060401020304096162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (RR [bad le" +
				"ngth 6] 1.2.3.4,unknown 4 [bad length 9]))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"record route, pointer 0", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8932401020304c0a8010107070001020304006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (RR [bad pt" +
				"r 0] 1.2.3.4,,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"record route, pointer far out", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c88e3001020304c0a8010107030c006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (RR [bad pt" +
				"r 12],EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"loose source route", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8071601020304c0a8010183070409090909006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (LSRR 9.9.9" +
				".9,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"strict source route", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8fd1501020304c0a8010189070809090909006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (SSRR 9.9.9" +
				".9,,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"time stamps", packet.Ethernet, "-v",
			"0200000000010200000000020800480000281234000040c8520c01020304c0a80101440c091000000001000000026162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 40, options (timestamp " +
				"TS{TSONLY 1@ ^ 2@ [1 hops not recorded]} ))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"time stamps and addresses", packet.Ethernet, "-v",
			"0200000000010200000000020800480000281234000040c8521601020304c0a80101440c050101020304000000026162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 40, options (timestamp " +
				"TS{TS+ADDR ^ 2@1.2.3.4}))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"time stamps, bad type", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8572401020304c0a8010144080502000000016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (timestamp " +
				"TS{[bad length 8][bad ts type 2]}))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"time stamps, bad pointer", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8562301020304c0a8010144080603000000016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (timestamp " +
				"TS{[bad length 8][bad ptr 6]PRESPEC 1633837924@0.0.0.1}))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"time stamp too short", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c8583001020304c0a80101440305006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (timestamp[" +
				"bad length 3],EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"router alert", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c80d2a01020304c0a80101940400056162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (RA value 5" +
				"))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"router alert 0", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c80d2f01020304c0a80101940400006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (RA))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"router alert too short", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c80d3001020304c0a80101940300006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (RA [bad le" +
				"ngth 3],EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"security and traceroute", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c81ada01020304c0a8010182030052030000006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (security,t" +
				"raceroute,EOL))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"length 1", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c8533201020304c0a801014d0101006162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (unknown 77" +
				" [bad length 1]))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"length over the rest", packet.Ethernet, "-v",
			"0200000000010200000000020800460000201234000040c8532901020304c0a8010101014d096162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 32, options (NOP,NOP,un" +
				"known 77 [bad length 9]))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"type alone: quirk ip-option-length", packet.Ethernet, "-v",
			"0200000000010200000000020800460000211234000040c89f2a01020304c0a8010101010107046162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 33, options (NOP,NOP,NO" +
				"P,RR [bad length 4]))\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 9",
		},
		{
			"cut in an option", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c88f2301020304c0a8010107070401", 50,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (RR [trunca" +
				"ted-option]))\n" +
				"    1.2.3.4 > 192.168.1.1:  [|ip]",
		},
		{
			"cut behind a type", packet.Ethernet, "-v",
			"0200000000010200000000020800470000241234000040c8941e01020304c0a801010107", 50,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 36, options (NOP,RR [|ip]",
		},
	})
}
