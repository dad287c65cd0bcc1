package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestBabel(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"packet 0", packet.Raw, "-v",
			"4500002700010000401166c30a0000010a0000021a281a28001300002a02000700000103616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 39)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (7)\n" +
				"\tPad 1\n" +
				"\tPad 1\n" +
				"\tPad 5",
		},
		{
			"packet 1", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c020a00000102012c01027878", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12)\n" +
				"\tAcknowledgment Request 0102 3.00s",
		},
		{
			"packet 2", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200080406000001020000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tHello seqno 258 unscheduled",
		},
		{
			"packet 3", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000021a281a28003000002a020024042280000102012c0102787800020201020304000f42" +
				"400308000f4240000f4241090171", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (36)\n" +
				"\tHello (Unicast) seqno 258 interval 3.00s sub-padn sub-pad1 sub-diversity 1-2 (bogus) sub-timestamp 1.000000s" +
				" sub-timestamp 1.000000s sub-unknown-0x09",
		},
		{
			"packet 4", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a020008050600000010012c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tIHU any rxcost 16 interval 3.00s",
		},
		{
			"packet 5", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c050a01000010012c01020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12)\n" +
				"\tIHU 1.2.3.4 rxcost 16 interval 3.00s",
		},
		{
			"packet 6", packet.Raw, "-v",
			"4500003800010000401166b20a0000010a0000021a281a28002400002a020018051602000010012c2001000000000000000000000000" +
				"0001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (24)\n" +
				"\tIHU 2001::1 rxcost 16 interval 3.00s",
		},
		{
			"packet 7", packet.Raw, "-v",
			"4500003000010000401166ba0a0000010a0000021a281a28001c00002a020010050e03000010012c0000000000000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (16)\n" +
				"\tIHU fe80::1 rxcost 16 interval 3.00s",
		},
		{
			"packet 8", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a0000021a281a28001a00002a02000e050c03000010012c000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (14)\n" +
				"\tIHU  [|babel]",
		},
		{
			"packet 9", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000021a281a28002200002a020016051401000010012c010203040308000f4240000f4241", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (22)\n" +
				"\tIHU 1.2.3.4 rxcost 16 interval 3.00s sub-timestamp 1.000000s|1.000001s",
		},
		{
			"packet 10", packet.Raw, "-v",
			"4500002f00010000401166bb0a0000010a0000021a281a28001b00002a02000f050d04000010012c00000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 47)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (15)\n" +
				"\tIHU  [|babel]",
		},
		{
			"packet 11", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c060a00000102030405060708", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12)\n" +
				"\tRouter Id 01:02:03:04:05:06:07:08",
		},
		{
			"packet 12", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200080706010001020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tNext Hop 1.2.3.4",
		},
		{
			"packet 13", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c070a03000102030405060708", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12)\n" +
				"\tNext Hop fe80::102:304:506:708",
		},
		{
			"packet 14", packet.Raw, "-v",
			"4500002f00010000401166bb0a0000010a0000021a281a28001b00002a02000f080d0100180000640007ffff0a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 47)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (15)\n" +
				"\tUpdate 10.1.2.0/24 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"packet 15", packet.Raw, "-v",
			"4500002f00010000401166bb0a0000010a0000021a281a28001b00002a02000f080d0180180000640007ffff0a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 47)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (15)\n" +
				"\tUpdate/prefix 10.1.2.0/24 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"packet 16", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a0000021a281a28002800002a02001c081a02c0800000640007ffff20000000000000000000" +
				"000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (28)\n" +
				"\tUpdate/prefix/id 2000::/128 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"packet 17", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a0000021a281a28002800002a02001c080c0280100000640007ffff2001080c020020020064" +
				"000700102233", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (28)\n" +
				"\tUpdate/prefix 2001::/16 metric 65535 seqno 7 interval 1.00s\n" +
				"\tUpdate 2001:2233::/32 metric 16 seqno 7 interval 1.00s",
		},
		{
			"packet 18", packet.Raw, "-v",
			"4500002d00010000401166bd0a0000010a0000021a281a28001900002a02000d080b0200200200640007001022", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 45)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (13)\n" +
				"\tUpdate (invalid)",
		},
		{
			"packet 19", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a0000021a281a28001a00002a02000e080c000000000064000700000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (14)\n" +
				"\tUpdate any metric 0 seqno 7 interval 1.00s sub-pad1 sub-pad1",
		},
		{
			"packet 20", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000021a281a28002000002a02001408120100180000640007ffff0a01020203010203", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (20)\n" +
				"\tUpdate 10.1.2.0/24 metric 65535 seqno 7 interval 1.00s sub-diversity 1-2-3",
		},
		{
			"packet 21", packet.Raw, "-v",
			"4500003000010000401166ba0a0000010a0000021a281a28001c00002a020010080e0100190000640007ffff0a0102ff", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (16)\n" +
				"\tUpdate 10.1.2.255/25 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"packet 22", packet.Raw, "-v",
			"4500002f00010000401166bb0a0000010a0000021a281a28001b00002a02000f080d0140180000640007ffff0a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 47)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (15)\n" +
				"\tUpdate/id 10.1.2.0/24 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"packet 23", packet.Raw, "-v",
			"4500002700010000401166c30a0000010a0000021a281a28001300002a020007090501180a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 39)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (7)\n" +
				"\tRoute Request for 10.1.2.0/24",
		},
		{
			"packet 24", packet.Raw, "-v",
			"4500002400010000401166c60a0000010a0000021a281a28001000002a02000409020000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (4)\n" +
				"\tRoute Request for any",
		},
		{
			"packet 25", packet.Raw, "-v",
			"4500002600010000401166c40a0000010a0000021a281a28001200002a020006090402102001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (6)\n" +
				"\tRoute Request for 2001::/16",
		},
		{
			"packet 26", packet.Raw, "-v",
			"4500003300010000401166b70a0000010a0000021a281a28001f00002a0200130a11011800070f0001020304050607080a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 51)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (19)\n" +
				"\tSeqno Request (15 hops) for 10.1.2.0/24 seqno 7 id 01:02:03:04:05:06:07:08",
		},
		{
			"packet 27", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200080b06000100000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tTS/PC timestamp 1 packetcounter 1",
		},
		{
			"packet 28", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200080c06000161626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tHMAC  (invalid)",
		},
		{
			"packet 29", packet.Raw, "-v",
			"4500003100010000401166b90a0000010a0000021a281a28001d00002a0200110d0f01000018000000640007ffff0a0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 49)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (17)\n" +
				"\tSS-Update (invalid)",
		},
		{
			"packet 30", packet.Raw, "-v",
			"4500002a00010000401166c00a0000010a0000021a281a28001600002a02000a0e08011818000a01020a", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 42)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (10)\n" +
				"\tSS-Request  (invalid)",
		},
		{
			"packet 31", packet.Raw, "-v",
			"4500003800010000401166b20a0000010a0000021a281a28002400002a0200180f160118180000070f0001020304050607080a01020a" +
				"0103", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (24)\n" +
				"\tSS-MH-Request (0 hops) for (7.8.10.0/24, 1.0.0.0/7) seqno 6144 id 0f:00:01:02:03:04:05:06",
		},
		{
			"packet 32", packet.Raw, "-v",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200081006616263646566", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 40)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8)\n" +
				"\tMAC len 6",
		},
		{
			"packet 33", packet.Raw, "-v",
			"4500002900010000401166c10a0000010a0000021a281a28001500002a020009110700000005696478", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 41)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (9)\n" +
				"\tPC value 5 index len 3",
		},
		{
			"packet 34", packet.Raw, "-v",
			"4500002600010000401166c40a0000010a0000021a281a28001200002a020006120461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (6)\n" +
				"\tChallenge Request len 4",
		},
		{
			"packet 35", packet.Raw, "-v",
			"4500002600010000401166c40a0000010a0000021a281a28001200002a020006130461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (6)\n" +
				"\tChallenge Reply len 4",
		},
		{
			"packet 36", packet.Raw, "-v",
			"4500002000010000401166ca0a0000010a0000021a281a28000c00002a030000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 32)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 3 unknown version",
		},
		{
			"packet 37", packet.Raw, "-v",
			"4500002000010000401166ca0a0000010a0000021a281a28000c00002b020000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 32)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel invalid header",
		},
		{
			"packet 38", packet.Raw, "-v",
			"4500002100010000401166c90a0000010a0000021a281a28000d00002a02000900", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 33)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (9) (invalid)",
		},
		{
			"packet 39", packet.Raw, "-v",
			"4500002600010000401166c40a0000010a0000021a281a28001200002a020001001003616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (1)\n" +
				"\tPad 1\n" +
				"\t----\n" +
				"\tMAC len 3",
		},
		{
			"packet 40", packet.Raw, "-v",
			"4500002900010000401166c10a0000010a0000021a281a28001500002a020001000406000001020000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 41)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (1)\n" +
				"\tPad 1\n" +
				"\t----\n" +
				"\tHello seqno 258 unscheduled",
		},
		{
			"packet 41", packet.Raw, "-v",
			"4500002100010000401166c90a0000010a0000021a281a28000d00002a02000104", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 33)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (1) (invalid)",
		},
		{
			"packet 42", packet.Raw, "-v",
			"4500002500010000401166c50a0000010a0000021a281a28001100002a0200050409616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (5) (invalid)",
		},
		{
			"packet 43", packet.Raw, "-v",
			"4500003000010000401166ba0a0000010a0000021a281a28001c00002a0200100d0e0108180000640007ffff0a01020b", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (16)\n" +
				"\tSS-Update 10.1.2.0/24 from 11.0.0.0/8 metric 65535 seqno 7 interval 1.00s",
		},
		{
			"plain 0", packet.Raw, "",
			"4500002700010000401166c30a0000010a0000021a281a28001300002a02000700000103616263", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (7) pad1 pad1 padN",
		},
		{
			"plain 1", packet.Raw, "",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c020a00000102012c01027878", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12) ack-req",
		},
		{
			"plain 2", packet.Raw, "",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a0200080406000001020000", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8) hello",
		},
		{
			"plain 3", packet.Raw, "",
			"4500004400010000401166a60a0000010a0000021a281a28003000002a020024042280000102012c0102787800020201020304000f42" +
				"400308000f4240000f4241090171", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (36) hello",
		},
		{
			"plain 4", packet.Raw, "",
			"4500002800010000401166c20a0000010a0000021a281a28001400002a020008050600000010012c", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (8) ihu",
		},
		{
			"plain 5", packet.Raw, "",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c050a01000010012c01020304", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12) ihu",
		},
		{
			"plain 6", packet.Raw, "",
			"4500003800010000401166b20a0000010a0000021a281a28002400002a020018051602000010012c2001000000000000000000000000" +
				"0001", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (24) ihu",
		},
		{
			"plain 7", packet.Raw, "",
			"4500003000010000401166ba0a0000010a0000021a281a28001c00002a020010050e03000010012c0000000000000001", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (16) ihu",
		},
		{
			"plain 8", packet.Raw, "",
			"4500002e00010000401166bc0a0000010a0000021a281a28001a00002a02000e050c03000010012c000000000000", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (14) ihu",
		},
		{
			"plain 9", packet.Raw, "",
			"4500003600010000401166b40a0000010a0000021a281a28002200002a020016051401000010012c010203040308000f4240000f4241", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (22) ihu",
		},
		{
			"plain 10", packet.Raw, "",
			"4500002f00010000401166bb0a0000010a0000021a281a28001b00002a02000f050d04000010012c00000000000000", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (15) ihu",
		},
		{
			"plain 11", packet.Raw, "",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c060a00000102030405060708", 0,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12) router-id",
		},
		{
			"cut", packet.Raw, "-v -x",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a02000c020a00000102012c", 44,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.6696 > 10.0.0.2.6696: babel 2 (12) [|babel]\n" +
				"\t0x0000:  4500 002c 0001 0000 4011 66be 0a00 0001\n" +
				"\t0x0010:  0a00 0002 1a28 1a28 0018 0000 2a02 000c\n" +
				"\t0x0020:  020a 0000 0102 012c",
		},
		{
			"header cut", packet.Raw, "",
			"4500002c00010000401166be0a0000010a0000021a281a28001800002a0200", 44,
			"IP 10.0.0.1.6696 > 10.0.0.2.6696: babel [|babel]",
		},
	})
}
