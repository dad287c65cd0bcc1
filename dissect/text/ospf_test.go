package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestOSPF(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"hello", packet.Ethernet, "",
			"020000000001020000000002080045000044123400004059a27e01020304c0a80101020100300101010100000005d08a000000000000" +
				"00000000ffffff00000a1201000000280a0000010a00000203030303", 0,
			"IP 1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 48",
		},
		{
			"hello, verbose", packet.Ethernet, "-v",
			"020000000001020000000002080045000044123400004059a27e01020304c0a80101020100300101010100000005d08a000000000000" +
				"00000000ffffff00000a1201000000280a0000010a00000203030303", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 68)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0)\n" +
				"\tOptions [External, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\t  Neighbor List:\n" +
				"\t    3.3.3.3",
		},
		{
			"password", packet.Ethernet, "-v",
			"020000000001020000000002080045000040123400004059a28201020304c0a801010201002c0101010100000005d693000173656372" +
				"65740000ffffff00000a1201000000280a0000010a000002", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 64)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: simple (1)\n" +
				"\tSimple text password: secret\n" +
				"\tOptions [External, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2",
		},
		{
			"digest", packet.Ethernet, "-v",
			"020000000001020000000002080045000050123400004059a27201020304c0a801010201002c0101010100000005d692000200000510" +
				"0000004dffffff00000a1201000000280a0000010a00000200000000000000000000000000000000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 80)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: MD5 (2)\n" +
				"\tKey-ID: 5, Auth-Length: 16, Crypto Sequence Number: 0x0000004d\n" +
				"\tOptions [External, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2",
		},
		{
			"unknown authentication", packet.Ethernet, "-v",
			"020000000001020000000002080045000040123400004059a28201020304c0a801010201002c0101010100000005d691000300000000" +
				"00000000ffffff00000a1201000000280a0000010a000002", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 64)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: unknown (3)",
		},
		{
			"version 1", packet.Ethernet, "-v",
			"020000000001020000000002080045000040123400004059a28201020304c0a801010101002c0101010100000005d794000000000000" +
				"00000000ffffff00000a1201000000280a0000010a000002", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 64)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv1, Hello, length 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0) ospf [version 1]",
		},
		{
			"unknown type", packet.Ethernet, "-v",
			"020000000001020000000002080045000040123400004059a28201020304c0a801010209002c0101010100000005d68c000000000000" +
				"00000000ffffff00000a1201000000280a0000010a000002", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 64)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, unknown LS-type 9, length 44",
		},
		{
			"local signaling", packet.Ethernet, "-v",
			"02000000000102000000000208004500004c123400004059a27601020304c0a801010201002c0101010100000005179a000000000000" +
				"00000000ffffff00000a1201000000280a0000010a000002beef00030001000400000003", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 76)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 56 [len 44]\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0)\n" +
				"\tOptions [External, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\t  LLS: checksum: 0xbeef, length: 3\n" +
				"\t    Extended Options (1), length: 4\n" +
				"\t      Options: 0x00000003 [LSDB resync, Restart]",
		},
		{
			"local signaling with a digest", packet.Ethernet, "-v",
			"02000000000102000000000208004500005c123400004059a26601020304c0a801010201002c01010101000000051798000200000510" +
				"0000004dffffff00000a1201000000280a0000010a00000200000000000000000000000000000000beef00030001000400000003", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 92)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Hello, length 56 [len 44]\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: MD5 (2)\n" +
				"\tKey-ID: 5, Auth-Length: 16, Crypto Sequence Number: 0x0000004d\n" +
				"\tOptions [External, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\t[LLS truncated]",
		},
		{
			"database", packet.Ethernet, "-v",
			"02000000000102000000000208004500005c123400004059a26601020304c0a801010202004801010101000000055f77000000000000" +
				"0000000005dc12020000006300010201090909090101010180000001abcd001400010205090909090101010180000001abcd0014", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 92)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, Database Description, length 72\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0)\n" +
				"\tOptions [External, LLS], DD Flags [More], MTU: 1500, Sequence: 0x00000063\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    External LSA (5), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]",
		},
		{
			"request", packet.Ethernet, "-v",
			"020000000001020000000002080045000044123400004059a27e01020304c0a80101020300300101010100000005e49d000000000000" +
				"000000000000000109090909010101010000000a0100000701010101", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 68)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Request, length 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0)\n" +
				"\t  Advertising Router: 1.1.1.1, Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t  Advertising Router: 1.1.1.1, Area Local Opaque LSA (10), Opaque-Type: Traffic Engineering LSA (1), Opa" +
				"que-ID: 7",
		},
		{
			"acknowledgment", packet.Ethernet, "-v",
			"020000000001020000000002080045000040123400004059a28201020304c0a801010205002c0101010100000005b9ce000000000000" +
				"0000000000010201090909090101010180000001abcd0014", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 64)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Ack, length 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0)\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External] [|ospf2]",
		},
		{
			"router", packet.Ethernet, "-v",
			"020000000001020000000002080045000078123400004059a24a01020304c0a801010204006401010101000000057436000000000000" +
				"000000000000000100010201090909090101010180000001abcd004803000004020202020a00000101000005020202020a0000010200" +
				"0005020202020a00000103000005020202020a00000104000005", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 120)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 100\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 52\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Router LSA Options: [ABR, ASBR]\n" +
				"\t      Neighbor Router-ID: 2.2.2.2, Interface Address: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5\n" +
				"\t      Neighbor Network-ID: 2.2.2.2, Interface Address: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5\n" +
				"\t      Stub Network: 2.2.2.2, Mask: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5\n" +
				"\t      Virtual Link: Neighbor Router-ID: 2.2.2.2, Interface Address: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5",
		},
		{
			"router with topologies", packet.Ethernet, "-v",
			"02000000000102000000000208004500005c123400004059a26601020304c0a80101020400480101010100000005a07e000000000000" +
				"000000000000000100010201090909090101010180000001abcd002c00000001020202020a000001010200050100000709000008", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 92)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 72\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 24\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Router LSA Options: [none]\n" +
				"\t      Neighbor Router-ID: 2.2.2.2, Interface Address: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5\n" +
				"\t\ttopology multicast (1), metric 7\n" +
				"\t\ttopology Unknown (9), metric 8",
		},
		{
			"router, unknown link", packet.Ethernet, "-vv",
			"020000000001020000000002080045000054123400004059a26e01020304c0a80101020400400101010100000005a49f000000000000" +
				"000000000000000100010201090909090101010180000001abcd002400000001020202020a00000107000005", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 84)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 64\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 16\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Router LSA Options: [none]\n" +
				"\t      Unknown Router Link Type (7)",
		},
		{
			"network", packet.Ethernet, "-v",
			"02000000000102000000000208004500004c123400004059a27601020304c0a80101020400380101010100000005b6b4000000000000" +
				"000000000000000100010202090909090101010180000001abcd001cffffff0002020202", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 76)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 56\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Network LSA (2), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Mask 255.255.255.0\n" +
				"\t    Connected Routers:\n" +
				"\t      2.2.2.2",
		},
		{
			"summary", packet.Ethernet, "-v",
			"020000000001020000000002080045000068123400004059a25a01020304c0a80101020400540101010100000005776e000000000000" +
				"000000000000000200010203090909090101010180000001abcd001cffffff000000001400010204090909090101010180000001abcd" +
				"001c0000000001000014", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 104)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 84\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 2 LSAs\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Summary LSA (3), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Mask 255.255.255.0\n" +
				"\t\ttopology default (0) metric 20\n" +
				"\t  LSA #2\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    ASBR Summary LSA (4), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t\ttopology multicast (1) metric 20",
		},
		{
			"external", packet.Ethernet, "-v",
			"020000000001020000000002080045000054123400004059a26e01020304c0a801010204004001010101000000051460000000000000" +
				"000000000000000100010205090909090101010180000001abcd0024ffffff0080ffffff0a09090900001234", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 84)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 64\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 16\n" +
				"\t    External LSA (5), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Mask 255.255.255.0\n" +
				"\t\ttopology default (0), type 2, metric infinite, forward 10.9.9.9, tag 0.0.18.52",
		},
		{
			"multicast", packet.Ethernet, "-v",
			"02000000000102000000000208004500005c123400004059a26601020304c0a80101020400480101010100000005a375000000000000" +
				"000000000000000100010206090909090101010180000001abcd002c000000010505050500000002060606060000000700000000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 92)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 72\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 24\n" +
				"\t    Multicast Group LSA (6), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Router Router-ID 5.5.5.5\n" +
				"\t    Network Designated Router 6.6.6.6\n" +
				"\t    unknown VertexType (7)",
		},
		{
			"unknown advertisement", packet.Ethernet, "-vv",
			"020000000001020000000002080045000048123400004059a27a01020304c0a80101020400340101010100000005f499000000000000" +
				"000000000000000100010263090909090101010180000001abcd001861626364", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 72)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 52\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 4\n" +
				"\t    unknown LSA (99), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    0x0000:  6162 6364",
		},
		{
			"advertisement shorter than its header", packet.Ethernet, "-v",
			"020000000001020000000002080045000044123400004059a27e01020304c0a80101020400300101010100000005b9d6000000000000" +
				"000000000000000100010201090909090101010180000001abcd0008", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 68)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t    Bogus length 8 < header (20) [|ospf2]",
		},
		{
			"advertisement cut", packet.Ethernet, "-v",
			"020000000001020000000002080045000054123400004059a26e01020304c0a80101020400400101010100000005aa9f000000000000" +
				"000000000000000100010201090909090101010180000001abcd002400000001020202020a00000101000005", 110,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 84)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 64\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 16\n" +
				"\t    Router LSA (1), LSA-ID: 9.9.9.9\n" +
				"\t    Options: [External]\n" +
				"\t    Router LSA Options: [none]\n" +
				"\t      Neighbor Router-ID: 2.2.2.2, Interface Address: 10.0.0.1\n" +
				"\t\ttopology default (0), metric 5",
		},
		{
			"graceful restart", packet.Ethernet, "-v",
			"020000000001020000000002080045000064123400004059a25e01020304c0a80101020400500101010100000005f896000000000000" +
				"000000000000000100010209030000070101010180000001abcd003400010004000000780002000101000000000300040a0000010009" +
				"000361626300", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 100)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 80\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 32\n" +
				"\t    Link Local Opaque LSA (9), Opaque-Type Graceful restart LSA (3), Opaque-ID 7\n" +
				"\t    Options: [External]\n" +
				"\t    Grace Period TLV (1), length 4, value: 120s\n" +
				"\t    Graceful restart Reason TLV (2), length 1, value: Software Restart (1)\n" +
				"\t    IPv4 interface address TLV (3), length 4, value: 10.0.0.1\n" +
				"\t    unknown TLV (9), length 3, value: \n" +
				"\t      0x0000:  6162 63",
		},
		{
			"graceful restart, wrong", packet.Ethernet, "-v",
			"02000000000102000000000208004500004c123400004059a27601020304c0a80101020400380101010100000005c8b9000000000000" +
				"000000000000000100010209030000070101010180000001abcd001c0001000300000000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 76)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 56\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Link Local Opaque LSA (9), Opaque-Type Graceful restart LSA (3), Opaque-ID 7\n" +
				"\t    Options: [External]\n" +
				"\t    Grace Period TLV (1), length 3, value: \n" +
				"\t    Bogus length 3 != 4",
		},
		{
			"router information", packet.Ethernet, "-v",
			"02000000000102000000000208004500004c123400004059a27601020304c0a80101020400380101010100000005c3ce000000000000" +
				"00000000000000010001020a040000000101010180000001abcd001c00010004000003f0", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 76)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 56\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Router Information LSA (4), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    Router Capabilities TLV (1), length: 4, value: Capabilities: graceful restart capable, graceful rest" +
				"art helper, Stub router support, Traffic engineering, p2p over LAN, path computation server",
		},
		{
			"quirk ospf-padding", packet.Ethernet, "-v",
			"020000000001020000000002080045000050123400004059a27201020304c0a801010204003c01010101000000059de8000000000000" +
				"00000000000000010001020a040000000101010180000001abcd0020000700056162636465000000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 80)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 60\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 12\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Router Information LSA (4), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    unknown TLV (7), length: 5, value: \n" +
				"\t      0x0000:  6162 6364 65 [|ospf2]",
		},
		{
			"link", packet.Ethernet, "-v",
			"0200000000010200000000020800450000b0123400004059a21201020304c0a801010204009c01010101000000059129000000000000" +
				"00000000000000010001020a010000000101010180000001abcd00800001000401010101000200600001000101000000000200040202" +
				"0202000300040a000001000400040a0000020005000400000007000600044cee6b280009000400000003000b00080000000100000002" +
				"000e0004030000000010000800000001000000020063000261620000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 176)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 156\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 108\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Traffic Engineering LSA (1), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    Router Address TLV (1), length: 4, 1.1.1.1\n" +
				"\t    Link TLV (2), length: 96\n" +
				"\t      Link Type subTLV (1), length: 1, Point-to-point (1)\n" +
				"\t      Link ID subTLV (2), length: 4, 2.2.2.2 (0x02020202)\n" +
				"\t      Local Interface IP address subTLV (3), length: 4, 10.0.0.1\n" +
				"\t      Remote Interface IP address subTLV (4), length: 4, 10.0.0.2\n" +
				"\t      Traffic Engineering Metric subTLV (5), length: 4, Metric 7\n" +
				"\t      Maximum Bandwidth subTLV (6), length: 4, 1000.000 Mbps\n" +
				"\t      Administrative Group subTLV (9), length: 4, 0x00000003\n" +
				"\t      Link Local/Remote Identifier subTLV (11), length: 8, 0.0.0.1 (0x00000001), 0.0.0.2 (0x00000002)\n" +
				"\t      Link Protection Type subTLV (14), length: 4, Extra Traffic, Unprotected\n" +
				"\t      Shared Risk Link Group subTLV (16), length: 8\n" +
				"\t\t  Shared risk group: 1, 2 [|ospf2]",
		},
		{
			"link, bandwidths", packet.Ethernet, "-v",
			"0200000000010200000000020800450000a4123400004059a21e01020304c0a8010102040090010101010000000546d0000000000000" +
				"00000000000000010001020a010000000101010180000001abcd00740002005c0008002000000000499896804a1896804a64e1c04a98" +
				"96804abebc204ae4e1c04b0583b0000f00240101000000000000499896804a1896804a64e1c04a9896804abebc204ae4e1c04b0583b0" +
				"0011000c010000000000000049989680", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 164)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 144\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 96\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Traffic Engineering LSA (1), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    Link TLV (2), length: 92\n" +
				"\t      Unreserved Bandwidth subTLV (8), length: 32\n" +
				"\t\tTE-Class 0: 0.000 Mbps\n" +
				"\t\tTE-Class 1: 10.000 Mbps\n" +
				"\t\tTE-Class 2: 20.000 Mbps\n" +
				"\t\tTE-Class 3: 30.000 Mbps\n" +
				"\t\tTE-Class 4: 40.000 Mbps\n" +
				"\t\tTE-Class 5: 50.000 Mbps\n" +
				"\t\tTE-Class 6: 60.000 Mbps\n" +
				"\t\tTE-Class 7: 70.000 Mbps\n" +
				"\t      Interface Switching Capability subTLV (15), length: 36\n" +
				"\t\tInterface Switching Capability: Packet-Switch Capable-1\n" +
				"\t\tLSP Encoding: Packet\n" +
				"\t\tMax LSP Bandwidth:\n" +
				"\t\t  priority level 0: 0.000 Mbps\n" +
				"\t\t  priority level 1: 10.000 Mbps\n" +
				"\t\t  priority level 2: 20.000 Mbps\n" +
				"\t\t  priority level 3: 30.000 Mbps\n" +
				"\t\t  priority level 4: 40.000 Mbps\n" +
				"\t\t  priority level 5: 50.000 Mbps\n" +
				"\t\t  priority level 6: 60.000 Mbps\n" +
				"\t\t  priority level 7: 70.000 Mbps\n" +
				"\t      Bandwidth Constraints subTLV (17), length: 12\n" +
				"\t\tBandwidth Constraints Model ID: Maximum allocation (1)\n" +
				"\t\t  Bandwidth constraint CT0: 0.000 Mbps\n" +
				"\t\t  Bandwidth constraint CT1: 10.000 Mbps",
		},
		{
			"link, wrong length", packet.Ethernet, "-v",
			"020000000001020000000002080045000050123400004059a27201020304c0a801010204003c0101010100000005c9ac000000000000" +
				"00000000000000010001020a010000000101010180000001abcd0020000200080001000201020000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 80)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 60\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 12\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Traffic Engineering LSA (1), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    Link TLV (2), length: 8\n" +
				"\t      Link Type subTLV (1), length: 2 != 1 (invalid)",
		},
		{
			"link, longer than the rest", packet.Ethernet, "-v",
			"020000000001020000000002080045000050123400004059a27201020304c0a801010204003c0101010100000005c69f000000000000" +
				"00000000000000010001020a010000000101010180000001abcd0020000200080003000901020304", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 80)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 60\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 12\n" +
				"\t    Area Local Opaque LSA (10), Opaque-Type Traffic Engineering LSA (1), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    Link TLV (2), length: 8\n" +
				"\t      Local Interface IP address subTLV (3), length: 9\n" +
				"\t    Remaining TLV length 8 < 13",
		},
		{
			"opaque of unknown type", packet.Ethernet, "-v",
			"020000000001020000000002080045000048123400004059a27a01020304c0a80101020400340101010100000005ba03000000000000" +
				"00000000000000010001020b4d0000000101010180000001abcd001861626364", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto OSPF (89), length 72)\n" +
				"    1.2.3.4 > 192.168.1.1: OSPFv2, LS-Update, length 52\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Authentication Type: none (0), 1 LSA\n" +
				"\t  LSA #1\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 4\n" +
				"\t    Domain Wide Opaque LSA (11), Opaque-Type unknown LSA (77), Opaque-ID 0\n" +
				"\t    Options: [External]\n" +
				"\t    0x0000:  6162 6364",
		},
		{
			"version 3, hello", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000028594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030100280101010100000005000000000000000701000013000a00280a0000010a00000203030303", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > ff02::1:2: OSPFv3, Hello, length 40" +
				"\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\tOptions [V6, External, Router]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.7, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2",
		},
		{
			"version 3, neighbors", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000028594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030100280101010100000005000005000000000701000013000a00280a0000010a00000203030303", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > ff02::1:2: OSPFv3, Hello, length 40" +
				"\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5, Instance 5\n" +
				"\tOptions [V6, External, Router]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.7, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\t  Neighbor List:\n" +
				"\t    3.3.3.3",
		},
		{
			"version 3, authentication", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000003c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030100240101010100000005000000000000000701000413000a00280a0000010a000002000100180000000100000007000000083132" +
				"333435363738", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 60) 2001:db8::1 > ff02::1:2: OSPFv3, Hello, length 60" +
				"\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\tOptions [V6, External, Router, Authentication Trailer]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.7, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\t  Neighbor List:\n" +
				"\tAuthentication Type HMAC, Length 24, SAID 1, CSN 0x00000007:00000008\n" +
				"\tAuthentication Data 0x0000:  3132 3334 3536 3738",
		},
		{
			"version 3, local signaling", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000030594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030100240101010100000005000000000000000701000213000a00280a0000010a000002beef000c0001000400000003", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > ff02::1:2: OSPFv3, Hello, length 48" +
				"\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\tOptions [V6, External, Router, LLS]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.7, Priority 1\n" +
				"\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2\n" +
				"\tLLS Checksum 0xbeef, Data Length 12",
		},
		{
			"version 3, database", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000030594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030200300101010100000005000000000000001305dc00070000006300012001090909090101010180000001abcd0014", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > ff02::1:2: OSPFv3, Database Descrip" +
				"tion, length 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\tOptions [V6, External, Router], DD Flags [Init, More, Master], MTU 1500, DD-Sequence 0x00000063\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    Router LSA (1), Area Local Scope, LSA-ID 9.9.9.9",
		},
		{
			"version 3, request", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000001c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0303001c010101010000000500000000000020010909090901010101", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 28) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Request, leng" +
				"th 28\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1\n" +
				"\t    Router LSA (1), Area Local Scope, LSA-ID 9.9.9.9",
		},
		{
			"version 3, acknowledgment", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000038594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0305003801010101000000050000000000018008090909090101010180000001abcd001400014005090909090101010180000001abcd" +
				"0014", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 56) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Ack, length 5" +
				"6\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    Link LSA (8), Link Local Scope, transitive, LSA-ID 9.9.9.9\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 0\n" +
				"\t    External LSA (5), Domain Wide Scope, LSA-ID 9.9.9.9",
		},
		{
			"quirk ospf-length", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000024594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0305002401010101000000050000000000018008090909090101010180000001abcd0000", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 36) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Ack, length 3" +
				"6\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 18446744073709551596\n" +
				"\t    Link LSA (8), Link Local Scope, transitive, LSA-ID 9.9.9.9",
		},
		{
			"version 3, router", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000005c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0304005c0101010100000005000000000000000100012001090909090101010180000001abcd00480300001301000005000000010000" +
				"0002030303030200000500000001000000020303030304000005000000010000000203030303", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 92) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 92\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 52\n" +
				"\t    Router LSA (1), Area Local Scope, LSA-ID 9.9.9.9\n" +
				"\t      Options [V6, External, Router], RLA-Flags [ABR, External]\n" +
				"\t      Neighbor Router-ID 3.3.3.3\n" +
				"\t      Neighbor Interface-ID 0.0.0.2, Interface 0.0.0.1, metric 5\n" +
				"\t      Neighbor Network-ID 3.3.3.3\n" +
				"\t      Neighbor Interface-ID 0.0.0.2, Interface 0.0.0.1, metric 5\n" +
				"\t      Virtual Link: Neighbor Router-ID 3.3.3.3\n" +
				"\t      Neighbor Interface-ID 0.0.0.2, Interface 0.0.0.1, metric 5",
		},
		{
			"version 3, network", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000030594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030400300101010100000005000000000000000100012002090909090101010180000001abcd001c0000001302020202", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Network LSA (2), Area Local Scope, LSA-ID 9.9.9.9\n" +
				"\t      Options [V6, External, Router]\n" +
				"\t      Connected Routers:\n" +
				"\t\t2.2.2.2",
		},
		{
			"version 3, prefix", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000038594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030400380101010100000005000000000000000100012003090909090101010180000001abcd0024000000054002000520010db80000" +
				"0000", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 56) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 56\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 16\n" +
				"\t    Inter-Area Prefix LSA (3), Area Local Scope, LSA-ID 9.9.9.9, metric 5\n" +
				"\t\t2001:db8::/64, Options [Local address], metric 5",
		},
		{
			"version 3, external: quirk ospf-reference", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000004c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0304004c0101010100000005000000000000000100014005090909090101010180000001abcd0038830000052000200120010db8fe80" +
				"00000000000000000000000000010000000705050505", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 76) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 76\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 36\n" +
				"\t    External LSA (5), Domain Wide Scope, LSA-ID 9.9.9.9\n" +
				"\t     Flags [External Type 2, Forwarding, Tag] metric 5\n" +
				"\t\t2001:db8::/32, metric 8193 forward fe80::1 tag 0.0.0.7 RefLSID: 5.5.5.5",
		},
		{
			"version 3, link", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000004c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0304004c0101010100000005000000000000000100010008090909090101010180000001abcd003801000013fe800000000000000000" +
				"000000000001000000014002000520010db800000000", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 76) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 76\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 36\n" +
				"\t    Link LSA (8), Link Local Scope, LSA-ID 9.9.9.9\n" +
				"\t      Options [V6, External, Router]\n" +
				"\t      Priority 1, Link-local address fe80::1, Prefixes 1:\n" +
				"\t\t2001:db8::/64, Options [Local address], metric 5",
		},
		{
			"quirk ospf-prefix", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000040594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030400400101010100000005000000000000000100012009090909090101010180000001abcd002c0001200100000007000000084002" +
				"000520010db800000000", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 64) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 64\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 24\n" +
				"\t    Intra-Area Prefix LSA (9), Area Local Scope, LSA-ID 9.9.9.9\n" +
				"\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.7\n" +
				"\t      Prefixes 1:\n" +
				"\t\t2001:db8::/64, Options [Local address], metric 5",
		},
		{
			"version 3, bogus prefix", packet.Ethernet, "-vv",
			"02000000000102000000000286dd600000000030594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030400300101010100000005000000000000000100012003090909090101010180000001abcd001c00000005ff000000", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 48\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 8\n" +
				"\t    Inter-Area Prefix LSA (3), Area Local Scope, LSA-ID 9.9.9.9, metric 5 bogus prefixlen /255 [|ospf3]",
		},
		{
			"version 3, unknown advertisement", packet.Ethernet, "-vv",
			"02000000000102000000000286dd60000000002c594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"0304002c010101010000000500000000000000010001200b090909090101010180000001abcd001861626364", 0,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 44) 2001:db8::1 > ff02::1:2: OSPFv3, LS-Update, lengt" +
				"h 44\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\t  Advertising Router 1.1.1.1, seq 0x80000001, age 1s, length 4\n" +
				"\t    Grace LSA (11), Area Local Scope, LSA-ID 9.9.9.9\n" +
				"\t      0x0000:  6162 6364",
		},
		{
			"version 3, cut", packet.Ethernet, "-vv -x",
			"02000000000102000000000286dd600000000024594020010db8000000000000000000000001ff020000000000000000000000010002" +
				"030100240101010100000005000000000000000701000013000a00280a000001", 90,
			"IP6 (hlim 64, next-header OSPF (89) payload length: 36) 2001:db8::1 > ff02::1:2: OSPFv3, Hello, length 36" +
				"\n" +
				"\tRouter-ID 1.1.1.1, Area 0.0.0.5\n" +
				"\tOptions [V6, External, Router]\n" +
				"\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.7, Priority 1\n" +
				"\t  Designated Router 10.0.0.1 [|ospf3]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 86dd 6000\n" +
				"\t0x0010:  0000 0024 5940 2001 0db8 0000 0000 0000\n" +
				"\t0x0020:  0000 0000 0001 ff02 0000 0000 0000 0000\n" +
				"\t0x0030:  0000 0001 0002 0301 0024 0101 0101 0000\n" +
				"\t0x0040:  0005 0000 0000 0000 0007 0100 0013 000a\n" +
				"\t0x0050:  0028 0a00 0001",
		},
	})
}
