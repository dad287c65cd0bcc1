package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestBGP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"not verbose", packet.Raw, "",
			"4500003b00010000400666ba0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001304", 0,
			"IP 10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], seq 1:20, ack 1, win 512, length 19: BGP",
		},
		{
			"keepalives", packet.Raw, "-v",
			"4500004e00010000400666a70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001304ffffffffffffffffffffffffffffffff001304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 78)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x7df0), seq 1:39, ack 1, win 512, le" +
				"ngth 38: BGP\n" +
				"\tKeepalive Message (4), length: 19\n" +
				"\tKeepalive Message (4), length: 19",
		},
		{
			"no marker in front", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e8000000010000000150180200000000006162ffffffffffffffffffffffff" +
				"ffffffff001304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x2fa3), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP [|bgp]\n" +
				"\tKeepalive Message (4), length: 19",
		},
		{
			"short length", packet.Raw, "-v",
			"4500003b00010000400666ba0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff000504", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 59)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x9115), seq 1:20, ack 1, win 512, le" +
				"ngth 19: BGP\n" +
				"message length 5 < 19 (invalid)",
		},
		{
			"message cut", packet.Raw, "-v",
			"4500006300010000400666920a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff003b020000000000000000000000", 99,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 99)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], seq 1:60, ack 1, win 512, length 59: BGP\n" +
				"[|BGP Update]",
		},
		{
			"unknown message", packet.Raw, "-v",
			"4500003e00010000400666b70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001607616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 62)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x2b3d), seq 1:23, ack 1, win 512, le" +
				"ngth 22: BGP\n" +
				"\tUnknown Message (7), length: 22\n" +
				"\t  no Message 7 decoder\n" +
				"\t  0x0000:  ffff ffff ffff ffff ffff ffff ffff ffff\n" +
				"\t  0x0010:  0016 0761 6263",
		},
		{
			"refresh", packet.Raw, "-vv",
			"4500003f00010000400666b60a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00170500010001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 63)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x8dff), seq 1:24, ack 1, win 512, le" +
				"ngth 23: BGP\n" +
				"\tRoute Refresh Message (5), length: 23\n" +
				"\t  AFI IPv4 (1), SAFI Unicast (1)\n" +
				"\t  0x0000:  ffff ffff ffff ffff ffff ffff ffff ffff\n" +
				"\t  0x0010:  0017 0500 0100 01",
		},
		{
			"open", packet.Raw, "-v",
			"45000089000100004006666c0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00610104fde800b40a00000144020601040002000102020200020c400a807800010180000102000206410400010002020e450c00" +
				"0101030001010400020103020608040001010202024700020405026162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 137)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x79b2), seq 1:98, ack 1, win 512, le" +
				"ngth 97: BGP\n" +
				"\tOpen Message (1), length: 97\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 68\n" +
				"\t    Option Capabilities Advertisement (2), length: 6\n" +
				"\t      Multiprotocol Extensions (1), length: 4\n" +
				"\t\tAFI IPv6 (2), SAFI Unicast (1)\n" +
				"\t    Option Capabilities Advertisement (2), length: 2\n" +
				"\t      Route Refresh (2), length: 0\n" +
				"\t    Option Capabilities Advertisement (2), length: 12\n" +
				"\t      Graceful Restart (64), length: 10\n" +
				"\t\tRestart Flags: [R], Restart Time 120s\n" +
				"\t\t  AFI IPv4 (1), SAFI Unicast (1), Forwarding state preserved: yes\n" +
				"\t\t  AFI IPv4 (1), SAFI Multicast (2), Forwarding state preserved: no\n" +
				"\t    Option Capabilities Advertisement (2), length: 6\n" +
				"\t      32-Bit AS Number (65), length: 4\n" +
				"\t\t 4 Byte AS 65538\n" +
				"\t    Option Capabilities Advertisement (2), length: 14\n" +
				"\t      Multiple Paths (69), length: 12\n" +
				"\t\tAFI IPv4 (1), SAFI Unicast (1), Send/Receive: Both\n" +
				"\t\tAFI IPv4 (1), SAFI Unicast (1), Send/Receive: Bogus (0x04)\n" +
				"\t\tAFI IPv6 (2), SAFI Unicast (1), Send/Receive: Both\n" +
				"\t    Option Capabilities Advertisement (2), length: 6\n" +
				"\t      Multiple Labels (8), length: 4\n" +
				"\t\tAFI IPv4 (1), SAFI Unicast (1), Count: 2\n" +
				"\t    Option Capabilities Advertisement (2), length: 2\n" +
				"\t      Long-lived Graceful Restart (71), length: 0\n" +
				"\t    Option Capabilities Advertisement (2), length: 4\n" +
				"\t      Extended Next Hop Encoding (5), length: 2\n" +
				"\t\tno decoder for Capability 5\n" +
				"\t\t0x0000:  6162",
		},
		{
			"asdot", packet.Raw, "-v -b",
			"4500004d00010000400666a80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00250104fde800b40a000001080206410400010002", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 77)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x75fe), seq 1:38, ack 1, win 512, le" +
				"ngth 37: BGP\n" +
				"\tOpen Message (1), length: 37\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 8\n" +
				"\t    Option Capabilities Advertisement (2), length: 6\n" +
				"\t      32-Bit AS Number (65), length: 4\n" +
				"\t\t 4 Byte AS 1.2",
		},
		{
			"short capabilities", packet.Raw, "-v",
			"4500004e00010000400666a70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00260104fde800b40a00000109020301016102020200", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 78)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x79d9), seq 1:39, ack 1, win 512, le" +
				"ngth 38: BGP\n" +
				"\tOpen Message (1), length: 38\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 9\n" +
				"\t    Option Capabilities Advertisement (2), length: 3\n" +
				"\t      Multiprotocol Extensions (1), length: 1 (too short, < 4)\n" +
				"\t    Option Capabilities Advertisement (2), length: 2\n" +
				"\t      Route Refresh (2), length: 0",
		},
		{
			"more short capabilities", packet.Raw, "-vv",
			"4500005500010000400666a00a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff002d0104fde800b40a0000011002024500020545036162630203400161", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 85)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x6ada), seq 1:46, ack 1, win 512, le" +
				"ngth 45: BGP\n" +
				"\tOpen Message (1), length: 45\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 16\n" +
				"\t    Option Capabilities Advertisement (2), length: 2\n" +
				"\t      Multiple Paths (69), length: 0 (bogus)\n" +
				"\t    Option Capabilities Advertisement (2), length: 5\n" +
				"\t      Multiple Paths (69), length: 3 (invalid)\n" +
				"\t\t0x0000:  6162 63\n" +
				"\t    Option Capabilities Advertisement (2), length: 3\n" +
				"\t      Graceful Restart (64), length: 1 (too short, < 2)",
		},
		{
			"quirk bgp-option", packet.Raw, "-v",
			"4500004f00010000400666a60a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00270104fde800b40a0000010a020240ff020402000200", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 79)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x7bf4), seq 1:40, ack 1, win 512, le" +
				"ngth 39: BGP\n" +
				"\tOpen Message (1), length: 39\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 10\n" +
				"\t    Option Capabilities Advertisement (2), length: 2\n" +
				"\t      Graceful Restart (64), length: 255 [|bgp]\n" +
				"\t    Option Capabilities Advertisement (2), length: 4\n" +
				"\t      Route Refresh (2), length: 0\n" +
				"\t      Route Refresh (2), length: 0",
		},
		{
			"option too long", packet.Raw, "-v",
			"4500004900010000400666ac0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00210104fde800b40a0000010401056162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 73)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x1fe7), seq 1:34, ack 1, win 512, le" +
				"ngth 33: BGP\n" +
				"\tOpen Message (1), length: 33\n" +
				"\t  Version 4, my AS 65000, Holdtime 180s, ID 10.0.0.1\n" +
				"\t  Optional parameters, length: 4\n" +
				"\t     Option 1, length: 5, goes past the end of the options",
		},
		{
			"end of rib", packet.Raw, "-v",
			"4500003f00010000400666b60a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00170200000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 63)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x92ff), seq 1:24, ack 1, win 512, le" +
				"ngth 23: BGP\n" +
				"\tUpdate Message (2), length: 23\n" +
				"\t  End-of-Rib Marker (empty NLRI)",
		},
		{
			"routes", packet.Raw, "-v",
			"4500004e00010000400666a70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0026020004180a0102000440010100170a01ff090a80", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 78)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x69e5), seq 1:39, ack 1, win 512, le" +
				"ngth 38: BGP\n" +
				"\tUpdate Message (2), length: 38\n" +
				"\t  Withdrawn routes:\n" +
				"\t    10.1.2.0/24\n" +
				"\t  Origin (1), length: 1, Flags [T]: IGP\n" +
				"\t  Updated routes:\n" +
				"\t    10.1.254.0/23\n" +
				"\t    10.128.0.0/9",
		},
		{
			"path identifiers", packet.Raw, "-v",
			"4500004e00010000400666a70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0026020000000000000001180a010200000002100a02", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 78)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x79b6), seq 1:39, ack 1, win 512, le" +
				"ngth 38: BGP\n" +
				"\tUpdate Message (2), length: 38\n" +
				"\t  Updated routes:\n" +
				"\t    10.1.2.0/24   Path Id: 1\n" +
				"\t    10.2.0.0/16   Path Id: 2",
		},
		{
			"illegal prefix", packet.Raw, "-v",
			"4500004500010000400666b00a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001d0200000000210a01020a0a", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 69)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x7cc7), seq 1:30, ack 1, win 512, le" +
				"ngth 29: BGP\n" +
				"\tUpdate Message (2), length: 29\n" +
				"\t  Updated routes:\n" +
				"\t    (illegal prefix length)",
		},
		{
			"attributes", packet.Raw, "-v",
			"450000dc00010000400666190a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00b4020000009d4001010040020e0202000100020101000304010005400304010203044004040102030440050401020304400600" +
				"4007060001010203044007080001000201020304400818ffffff01ffffff02ffffff0300010002000000050000000040090401020304" +
				"400a08010203040102030440110a020200010002fffe0001401a0b01000b000000000000000740200c000000010000000200000003cf" +
				"63026162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 220)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xaefd), seq 1:181, ack 1, win 512, l" +
				"ength 180: BGP\n" +
				"\tUpdate Message (2), length: 180\n" +
				"\t  Origin (1), length: 1, Flags [T]: IGP\n" +
				"\t  AS Path (2), length: 14, Flags [T]: 1 2 { 3 }({ 5 })\n" +
				"\t  Next Hop (3), length: 4, Flags [T]: 1.2.3.4\n" +
				"\t  Multi Exit Discriminator (4), length: 4, Flags [T]: 16909060\n" +
				"\t  Local Preference (5), length: 4, Flags [T]: 16909060\n" +
				"\t  Atomic Aggregate (6), length: 0, Flags [T]: \n" +
				"\t  Aggregator (7), length: 6, Flags [T]:  AS #1, origin 1.2.3.4\n" +
				"\t  Aggregator (7), length: 8, Flags [T]:  AS #65538, origin 1.2.3.4\n" +
				"\t  Community (8), length: 24, Flags [T]:  NO_EXPORT NO_ADVERTISE NO_EXPORT_SUBCONFED1:2, 0:5, 0:0\n" +
				"\t  Originator ID (9), length: 4, Flags [T]: 1.2.3.4\n" +
				"\t  Cluster List (10), length: 8, Flags [T]: 1.2.3.4, 1.2.3.4\n" +
				"\t  AS4 Path (17), length: 10, Flags [T]: 65538 4294836225 \n" +
				"\t  Accumulated IGP Metric (26), length: 11, Flags [T]: \n" +
				"\t    AIGP TLV (1), length 11, metric 7\n" +
				"\t  Large Community (32), length: 12, Flags [T]: \n" +
				"\t    1:2:3\n" +
				"\t  Unknown Attribute (99), length: 2, Flags [OT+f]: \n" +
				"\t    no Attribute 99 decoder\n" +
				"\t    0x0000:  6162",
		},
		{
			"wrong lengths", packet.Raw, "-v",
			"45000087000100004006666e0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff005f0200000048400103616263400203616263400303616263400403616263400503616263400603616263400703616263400803" +
				"616263400903616263400a03616263401003616263402003616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 135)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xaba9), seq 1:96, ack 1, win 512, le" +
				"ngth 95: BGP\n" +
				"\tUpdate Message (2), length: 95\n" +
				"\t  Origin (1), length: 3, Flags [T]: invalid len\n" +
				"\t  AS Path (2), length: 3, Flags [T]: invalid len\n" +
				"\t  Next Hop (3), length: 3, Flags [T]: invalid len\n" +
				"\t  Multi Exit Discriminator (4), length: 3, Flags [T]: invalid len\n" +
				"\t  Local Preference (5), length: 3, Flags [T]: invalid len\n" +
				"\t  Atomic Aggregate (6), length: 3, Flags [T]: invalid len\n" +
				"\t  Aggregator (7), length: 3, Flags [T]: invalid len\n" +
				"\t  Community (8), length: 3, Flags [T]: invalid len\n" +
				"\t  Originator ID (9), length: 3, Flags [T]: invalid len\n" +
				"\t  Cluster List (10), length: 3, Flags [T]: invalid len\n" +
				"\t  Extended Community (16), length: 3, Flags [T]: invalid len\n" +
				"\t  Large Community (32), length: 3, Flags [T]: invalid len",
		},
		{
			"attribute too short", packet.Raw, "-v",
			"4500004400010000400666b10a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001c02000000054001050000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 68)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x8cb0), seq 1:29, ack 1, win 512, le" +
				"ngth 28: BGP\n" +
				"\tUpdate Message (2), length: 28\n" +
				"\t  Origin (1), length: 5, Flags [T]:  [path attrs too short]",
		},
		{
			"quirk bgp-shown", packet.Raw, "-vv",
			"4500006000010000400666950a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0038020000002140800f0001fde8400101004005040102030440200c000000010000000200000003", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 96)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x4827), seq 1:57, ack 1, win 512, le" +
				"ngth 56: BGP\n" +
				"\tUpdate Message (2), length: 56\n" +
				"\t  Attribute Set (128), length: 15, Flags [T]: \n" +
				"\t    Origin AS: 130536\n" +
				"\t      Origin (1), length: 1, Flags [T]: IGP\n" +
				"\t    0x0000:  00\n" +
				"\t      Local Preference (5), length: 4, Flags [T]: 16909060\n" +
				"\t    0x0000:  0102 0304\n" +
				"\t  Large Community (32), length: 12, Flags [T]: \n" +
				"\t    1:2:3",
		},
		{
			"set too short", packet.Raw, "-v",
			"4500004400010000400666b10a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001c02000000054080020001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 68)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x0db2), seq 1:29, ack 1, win 512, le" +
				"ngth 28: BGP\n" +
				"\tUpdate Message (2), length: 28\n" +
				"\t  Attribute Set (128), length: 2, Flags [T]:  [|bgp]",
		},
		{
			"communities", packet.Raw, "-v",
			"450000b200010000400666430a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff008a02000000734010700002fde80000006401020a0000010064020200010002006401050a000001000003060a00000105010306" +
				"0a0000010900800a040005dc00000009fde80000000040040000cb18968040040000ffc00000400400007f800000030c000000000008" +
				"88000001020304054321000102030405", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 178)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xcc2c), seq 1:139, ack 1, win 512, l" +
				"ength 138: BGP\n" +
				"\tUpdate Message (2), length: 138\n" +
				"\t  Extended Community (16), length: 112, Flags [T]: \n" +
				"\t    target (0x0002), Flags [none]: 65000:100 (= 0.0.0.100)\n" +
				"\t    target (0x0102), Flags [none]: 10.0.0.1:100\n" +
				"\t    target (0x0202), Flags [none]: 65538:100\n" +
				"\t    ospf-domain (0x0105), Flags [none]: 10.0.0.1\n" +
				"\t    ospf-route-type (0x0306), Flags [none]: area:10.0.0.1, router-type:External, metric-type:E2E1\n" +
				"\t    ospf-route-type (0x0306), Flags [none]: area:10.0.0.1, router-type:unknown (0x09), metric-type:\n" +
				"\t    layer2-info (0x800a), Flags [vendor-specific]: Ethernet (VLAN) Tagged Mode Control Flags [0x00]:MTU 1500" +
				"\n" +
				"\t    source-AS (0x0009), Flags [none]: AS 65000\n" +
				"\t    link-BW (0x4004), Flags [non-transitive]: bandwidth: -80.000 Mbps\n" +
				"\t    link-BW (0x4004), Flags [non-transitive]: bandwidth: -nan Mbps\n" +
				"\t    link-BW (0x4004), Flags [non-transitive]: bandwidth: inf Mbps\n" +
				"\t    encapsulation (0x030c), Flags [none]: Tunnel type: VXLAN\n" +
				"\t    eigrp-general-route (flag, tag) (0x8800), Flags [vendor-specific]: 000102030405\n" +
				"\t    unknown extd community typecode (0x4321), Flags [non-transitive]: 000102030405",
		},
		{
			"tunnels", packet.Raw, "-v",
			"450000cf00010000400666260a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00a7020000009040160d0100000641010203040102030440160d0101000641010203040102030440160d01020006410102030401" +
				"02030440160d0103000641010203040102030440160d0104000641010203040102030440160d0105000641010203040102030440160d" +
				"0106000641010203040102030440160d0107000641010203040102030440160d01080006410102030401020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 207)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x7a84), seq 1:168, ack 1, win 512, l" +
				"ength 167: BGP\n" +
				"\tUpdate Message (2), length: 167\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type Unknown (0), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      0x0000:  0102 0304 0102 0304\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type RSVP-TE P2MP LSP (1), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Extended-Tunnel-ID 1.2.3.4, P2MP-ID 0x01020304\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type LDP P2MP LSP (2), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Root-Node 1.2.3.4, LSP-ID 0x01020304\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type PIM-SSM Tree (3), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Root-Node 1.2.3.4, P-Group 1.2.3.4\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type PIM-SM Tree (4), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Sender 1.2.3.4, P-Group 1.2.3.4\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type PIM-Bidir Tree (5), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Sender 1.2.3.4, P-Group 1.2.3.4\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type Ingress Replication (6), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Tunnel-Endpoint 1.2.3.4\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type LDP MP2MP LSP (7), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      Root-Node 1.2.3.4, LSP-ID 0x01020304\n" +
				"\t  PMSI Tunnel (22), length: 13, Flags [T]: \n" +
				"\t    Tunnel-type Unknown (8), Flags [Leaf Information required], MPLS Label 100\n" +
				"\t      0x0000:  0102 0304 0102 0304",
		},
		{
			"plain", packet.Raw, "-v",
			"4500007f00010000400666760a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00570200000040400e2a0002012020010db800000000000000000000000120010db8000000000000000000000001002020010db8" +
				"400e100001010401020304020161026262080a", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 127)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xeec4), seq 1:88, ack 1, win 512, le" +
				"ngth 87: BGP\n" +
				"\tUpdate Message (2), length: 87\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 42, Flags [T]: \n" +
				"\t    AFI: IPv6 (2), SAFI: Unicast (1)\n" +
				"\t    nexthop: 2001:db8::1, 2001:db8::1, nh-length: 32, no SNPA\n" +
				"\t      2001:db8::/32\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 16, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: Unicast (1)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4\n" +
				"\t    2 SNPA\n" +
				"\t      1 bytes\n" +
				"\t      2 bytes\n" +
				"\t      10.0.0.0/8",
		},
		{
			"labels", packet.Raw, "-v",
			"4500007200010000400666830a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff004a0200000033400e10000104040102030400300006410a0102400e1d0002041020010db8000000000000000000000001003800" +
				"064020010db8", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 114)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x71c2), seq 1:75, ack 1, win 512, le" +
				"ngth 74: BGP\n" +
				"\tUpdate Message (2), length: 74\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 16, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: labeled Unicast (4)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4, no SNPA\n" +
				"\t      10.1.2.0/24, label:100 (bottom)\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 29, Flags [T]: \n" +
				"\t    AFI: IPv6 (2), SAFI: labeled Unicast (4)\n" +
				"\t    nexthop: 2001:db8::1, nh-length: 16, no SNPA\n" +
				"\t      2001:db8::/32, label:100 (BOGUS: Bottom of Stack NOT set!)",
		},
		{
			"VPNs", packet.Raw, "-v",
			"4500009200010000400666630a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff006a0200000053400e200001800c0000fde80000006401020304007000064100010a00000100640a0102400e2d00028018000200" +
				"010000006420010db80000000000000000000000010078000641000200010000006420010db8", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 146)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xb0ed), seq 1:107, ack 1, win 512, l" +
				"ength 106: BGP\n" +
				"\tUpdate Message (2), length: 106\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 32, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: labeled VPN Unicast (128)\n" +
				"\t    nexthop: RD: 65000:100 (= 0.0.0.100), 1.2.3.4, nh-length: 12, no SNPA\n" +
				"\t      RD: 10.0.0.1:100, 10.1.2.0/24, label:100 (bottom)\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 45, Flags [T]: \n" +
				"\t    AFI: IPv6 (2), SAFI: labeled VPN Unicast (128)\n" +
				"\t    nexthop: RD: 65536:100 (0.1.0.0:100), 2001:db8::1, nh-length: 24, no SNPA\n" +
				"\t      RD: 65536:100 (0.1.0.0:100), 2001:db8::/32, label:100 (bottom)",
		},
		{
			"multicast VPNs", packet.Raw, "-v",
			"450000c6000100004006662f0a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff009e0200000087400e84000105040102030400010c0000fde80000006401020304020c0000fde8000000640001000203160000fd" +
				"e800000064200102030420010203040102030404010005120000fde80000006420010203042001020304072e0000fde8000000640102" +
				"03048020010db80000000000000000000000018020010db8000000000000000000000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 198)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x0478), seq 1:159, ack 1, win 512, l" +
				"ength 158: BGP\n" +
				"\tUpdate Message (2), length: 158\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 132, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: Multicast VPN (5)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4, no SNPA\n" +
				"\t      Route-Type: Intra-AS I-PMSI (1), length: 12, RD: 65000:100 (= 0.0.0.100), Originator 1.2.3.4\n" +
				"\t      Route-Type: Inter-AS I-PMSI (2), length: 12, RD: 65000:100 (= 0.0.0.100), Source-AS 65538\n" +
				"\t      Route-Type: S-PMSI (3), length: 22, RD: 65000:100 (= 0.0.0.100), Source 1.2.3.4, Group 1.2.3.4, Origin" +
				"ator bogus address length 96\n" +
				"\t      Route-Type: Intra-AS Segment-Leaf (4), length: 1\n" +
				"\t      Route-Type: Source-Active (5), length: 18, RD: 65000:100 (= 0.0.0.100), Source 1.2.3.4, Group 1.2.3.4" +
				"\n" +
				"\t      Route-Type: Source Tree Join (7), length: 46, RD: 65000:100 (= 0.0.0.100), Source-AS 16909060, Source " +
				"2001:db8::1, Group 2001:db8::1",
		},
		{
			"targets", packet.Raw, "-v",
			"4500008c00010000400666690a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0064020000004d400e4a00018404010203040000600000fde80002fde800000064600000fde801020a0000010064600000fde802" +
				"02000100020064600000fde80302000100020064280000fde800200000fde820", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 140)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x3f54), seq 1:101, ack 1, win 512, l" +
				"ength 100: BGP\n" +
				"\tUpdate Message (2), length: 100\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 74, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), vendor specific SAFI: Route Target Routing Information (132)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4, no SNPA\n" +
				"\t      default route target\n" +
				"\t      origin AS: 65000, route-target: 65000:100/64 (0002 fde8 0000 0064)\n" +
				"\t      origin AS: 65000, route-target: 10.0.0.1:100/64 (0102 0a00 0001 0064)\n" +
				"\t      origin AS: 65000, route-target: 65538:100/64 (0202 0001 0002 0064)\n" +
				"\t      origin AS: 65000, route target: unknown-type(0302) (0302 0001 0002 0064/64)\n" +
				"\t      origin AS: 65000, route-target: partial-type: (00/8)\n" +
				"\t      origin AS: 65000, route-target: 0:0/0 [|bgp]",
		},
		{
			"layer 2", packet.Raw, "-v",
			"4500007200010000400666830a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff004a0200000033400e30001941040102030400000c0000fde8000000640102030400170000fde800000064000100020006410200" +
				"10abcd020008", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 114)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x600e), seq 1:75, ack 1, win 512, le" +
				"ngth 74: BGP\n" +
				"\tUpdate Message (2), length: 74\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 48, Flags [T]: \n" +
				"\t    AFI: VPLS (25), SAFI: VPLS (65)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4, no SNPA\n" +
				"\t      RD: 65000:100 (= 0.0.0.100), BGPNH: 1.2.3.4\n" +
				"\t      RD: 65000:100 (= 0.0.0.100), CE-ID: 1, Label-Block Offset: 2, Label Base 100\n" +
				"\t\tunknown TLV #2, length: 16\n" +
				"\t\tunknown TLV #171, length: 52482 (ran past the end)",
		},
		{
			"multicast distribution", packet.Raw, "-v",
			"4500005c00010000400666990a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0034020000001d400e1a000142040102030400800000fde80000006401020304e1000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 92)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x3d8b), seq 1:53, ack 1, win 512, le" +
				"ngth 52: BGP\n" +
				"\tUpdate Message (2), length: 52\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 26, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: MDT (66)\n" +
				"\t    nexthop: 1.2.3.4, nh-length: 4, no SNPA\n" +
				"\t      RD: 65000:100 (= 0.0.0.100), VPN IP Address: 1.2.3.4, MC Group Address: 225.0.0.1",
		},
		{
			"quirk bgp-nsap", packet.Raw, "-v",
			"4500005300010000400666a20a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff002b0200000014400e110003010449000102001849000102000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 83)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xdb62), seq 1:44, ack 1, win 512, le" +
				"ngth 43: BGP\n" +
				"\tUpdate Message (2), length: 43\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 17, Flags [T]: \n" +
				"\t    AFI: NSAP (3), SAFI: Unicast (1)\n" +
				"\t    nexthop: 49.0001.02, nh-length: 4, no SNPA\n" +
				"\t      02.0000/24 [|bgp]",
		},
		{
			"unknown family", packet.Raw, "-v",
			"4500004e00010000400666a70a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0026020000000f400e0c000909040102030400616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 78)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x05be), seq 1:39, ack 1, win 512, le" +
				"ngth 38: BGP\n" +
				"\tUpdate Message (2), length: 38\n" +
				"\t  Multi-Protocol Reach NLRI (14), length: 12, Flags [T]: \n" +
				"\t    AFI: F.69 (9), SAFI: Unknown SAFI (9)\n" +
				"\t    no AFI 9 / SAFI 9 decoder\n" +
				"\t    0x0000:  0009 0904 0102 0304 0061 6263",
		},
		{
			"withdrawn, end of rib", packet.Raw, "-v",
			"4500004f00010000400666a60a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00270200000010400f03000101400f07000101180a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 79)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x563a), seq 1:40, ack 1, win 512, le" +
				"ngth 39: BGP\n" +
				"\tUpdate Message (2), length: 39\n" +
				"\t  Multi-Protocol Unreach NLRI (15), length: 3, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: Unicast (1)\n" +
				"\t      End-of-Rib Marker (empty NLRI)\n" +
				"\t  Multi-Protocol Unreach NLRI (15), length: 7, Flags [T]: \n" +
				"\t    AFI: IPv4 (1), SAFI: Unicast (1)\n" +
				"\t      10.1.2.0/24",
		},
		{
			"notification 0", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0015030101", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x9102), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP\n" +
				"\tNotification Message (3), length: 21, Message Header Error (1), subcode Connection Not Synchronized (1)",
		},
		{
			"notification 1", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0015030400", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x91ff), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP\n" +
				"\tNotification Message (3), length: 21, Hold Timer Expired (4)",
		},
		{
			"notification 2", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0015030501", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x90fe), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP\n" +
				"\tNotification Message (3), length: 21, Finite State Machine Error (5) subcode In OpenSent State (1)",
		},
		{
			"notification 3", packet.Raw, "-v",
			"4500004400010000400666b10a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001c0306010001010000000a", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 68)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x8fe4), seq 1:29, ack 1, win 512, le" +
				"ngth 28: BGP\n" +
				"\tNotification Message (3), length: 28, Cease (6), subcode Maximum Number of Prefixes Reached (1), AFI IPv4 (1" +
				"), SAFI Unicast (1), Max Prefixes: 10",
		},
		{
			"notification 4", packet.Raw, "-v",
			"4500004300010000400666b20a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001b0306020568656c6c6f", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 67)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x4c1a), seq 1:28, ack 1, win 512, le" +
				"ngth 27: BGP\n" +
				"\tNotification Message (3), length: 27, Cease (6), subcode Administrative Shutdown (2), Shutdown Communication" +
				" (length: 5): \"hello\"",
		},
		{
			"notification 5", packet.Raw, "-v",
			"4500003f00010000400666b60a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff00170306020061", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 63)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x2ef9), seq 1:24, ack 1, win 512, le" +
				"ngth 23: BGP\n" +
				"\tNotification Message (3), length: 23, Cease (6), subcode Administrative Shutdown (2), empty Shutdown Communi" +
				"cation, Data: (length: 1)\n" +
				"\t\t0x0000:  61",
		},
		{
			"notification 6", packet.Raw, "-v",
			"4500004100010000400666b40a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0019030604ff616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 65)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0xc893), seq 1:26, ack 1, win 512, le" +
				"ngth 25: BGP\n" +
				"\tNotification Message (3), length: 25, Cease (6), subcode Administrative Reset (4), invalid Shutdown Communic" +
				"ation length, Data: (length: 4)\n" +
				"\t\t0x0000:  ff61 6263",
		},
		{
			"notification 7", packet.Raw, "-v",
			"4500004200010000400666b30a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff001a0306040261620102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 66)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x2b8d), seq 1:27, ack 1, win 512, le" +
				"ngth 26: BGP\n" +
				"\tNotification Message (3), length: 26, Cease (6), subcode Administrative Reset (4), Shutdown Communication (l" +
				"ength: 2): \"ab\", Data: (length: 2)\n" +
				"\t\t0x0000:  0102",
		},
		{
			"notification 8", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0015030702", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x8ffc), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP\n" +
				"\tNotification Message (3), length: 21, Capability Message Error (7) subcode Invalid Capability Length (2)",
		},
		{
			"notification 9", packet.Raw, "-v",
			"4500003d00010000400666b80a0000010a00000200b303e800000001000000015018020000000000ffffffffffffffffffffffffffff" +
				"ffff0015030901", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 61)\n" +
				"    10.0.0.1.179 > 10.0.0.2.1000: Flags [P.], cksum 0x0000 (incorrect -> 0x90fa), seq 1:22, ack 1, win 512, le" +
				"ngth 21: BGP\n" +
				"\tNotification Message (3), length: 21, Unknown Error (9)",
		},
	})
}
