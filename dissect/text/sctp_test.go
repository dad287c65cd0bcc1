package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestSCTP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"init", packet.Ethernet, "",
			"020000000001020000000002080045000034123400004084a26301020304c0a8010103e807d0000000071d8638150100001400000001" +
				"0000ffff000a001400000063", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [INIT] [init tag: 1] [rwnd: 65535] [OS: 10] [MIS: 20] [init " +
				"TSN: 99] ",
		},
		{
			"data", packet.Ethernet, "",
			"020000000001020000000002080045000038123400004084a25f01020304c0a8010103e807d000000007ab0312ba0007001500000005" +
				"000100020000000368656c6c6f000000", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [DATA] (U)(B)(E) [TSN: 5] [SID: 1] [SSEQ 2] [PPID M3UA] ",
		},
		{
			"data with payload", packet.Ethernet, "-vv",
			"020000000001020000000002080045000038123400004084a25f01020304c0a8010103e807d000000007e87424100003001500000005" +
				"000100020000002e68656c6c6f000000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto SCTP (132), length 56)\n" +
				"    1.2.3.4.1000 > 192.168.1.1.2000: sctp\n" +
				"\t1) [DATA] (B)(E) [TSN: 5] [SID: 1] [SSEQ 2] [PPID 0x2e] [Payload:\n" +
				"\t0x0000:  6865 6c6c 6f                             hello]",
		},
		{
			"two chunks", packet.Ethernet, "",
			"02000000000102000000000208004500002c123400004084a26b01020304c0a8010103e807d0000000076272e7420a000008636f6f6b" +
				"0b000004", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [COOKIE ECHO] , (2) [COOKIE ACK] ",
		},
		{
			"two chunks, -vv", packet.Ethernet, "-vv",
			"02000000000102000000000208004500002c123400004084a26b01020304c0a8010103e807d0000000076272e7420a000008636f6f6b" +
				"0b000004", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto SCTP (132), length 44)\n" +
				"    1.2.3.4.1000 > 192.168.1.1.2000: sctp\n" +
				"\t1) [COOKIE ECHO] \n" +
				"\t2) [COOKIE ACK] ",
		},
		{
			"sack", packet.Ethernet, "",
			"02000000000102000000000208004500003c123400004084a25b01020304c0a8010103e807d000000007b9bd3f990300001c00000007" +
				"000003e800020001000200030005000600000008", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [SACK] [cum ack 7] [a_rwnd 1000] [#gap acks 2] [#dup tsns 1]" +
				" \n" +
				"\t\t[gap ack block #1: start = 9, end = 10] \n" +
				"\t\t[gap ack block #2: start = 12, end = 13] \n" +
				"\t\t[dup TSN #1: 8] ",
		},
		{
			"unknown chunk", packet.Ethernet, "",
			"020000000001020000000002080045000024123400004084a27301020304c0a8010103e807d0000000070e44242577000004", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [Unknown chunk type: 0x77] ",
		},
		{
			"chunk length 3", packet.Ethernet, "",
			"020000000001020000000002080045000028123400004084a26f01020304c0a8010103e807d000000007d1a001fd0a000003636f6f6b", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [Bad chunk length 3, < size of chunk descriptor]",
		},
		{
			"chunk length over the packet", packet.Ethernet, "",
			"020000000001020000000002080045000028123400004084a26f01020304c0a8010103e807d0000000076c718e790a000064636f6f6b", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp [|sctp]",
		},
		{
			"data chunk too short", packet.Ethernet, "",
			"020000000001020000000002080045000028123400004084a26f01020304c0a8010103e807d000000007405032910000000861626364", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [DATA] bogus chunk length 8]",
		},
		{
			"chunk header cut by the packet", packet.Ethernet, "",
			"020000000001020000000002080045000022123400004084a27501020304c0a8010103e807d000000007ff7c06590000", 0,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp (1) [chunk descriptor cut off at end of packet]",
		},
		{
			"packet too short", packet.Ethernet, "",
			"02000000000102000000000208004500001c123400004084a27b01020304c0a8010103e807d000000007", 0,
			"IP truncated-sctp - 4 bytes missing!",
		},
		{
			"cut", packet.Ethernet, "",
			"02000000000102000000000208004500002c123400004084a26b01020304c0a8010103e807d0000000076272e7420a000008636f", 58,
			"IP 1.2.3.4.1000 > 192.168.1.1.2000: sctp [|sctp]",
		},
		{
			"addresses come twice", packet.Ethernet, "",
			"02000000000102000000000286dd6000000000183c4020010db8000000000000000000000001ff020000000000000000000000010002" +
				"840000000000000003e807d0000000074aeca53d0b000004", 0,
			"IP6 2001:db8::1 > ff02::1:2: DSTOPT 2001:db8::1.1000 > ff02::1:2.2000: sctp (1) [COOKIE ACK] ",
		},
		{
			"ForCES", packet.Ethernet, "",
			"020000000001020000000002080045000048123400004084a24f01020304c0a801011a3007d0000000075c2a1b9e0003002800000005" +
				"0001000200000000100f000640000001000000020000000000000007c0400000", 0,
			"IP 1.2.3.4.6704 > 192.168.1.1.2000: sctp[ForCES HP] (1) [DATA] (B)(E) [TSN: 5] [SID: 1] [SSEQ 2] [PPID 0x" +
				"0] \n" +
				"\tForCES HeartBeat ",
		},
		{
			"ForCES, -vv", packet.Ethernet, "-vv",
			"020000000001020000000002080045000048123400004084a24f01020304c0a8010103e81a3200000007775a263e0003002800000005" +
				"0001000200000000100f000640000001ffffffff0000000000000007c0400000", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto SCTP (132), length 72)\n" +
				"    1.2.3.4.1000 > 192.168.1.1.6706: sctp[ForCES LP]\n" +
				"\t1) [DATA] (B)(E) [TSN: 5] [SID: 1] [SSEQ 2] [PPID 0x0] \n" +
				"\tForCES HeartBeat \n" +
				"\tForCES Version 1 len 24B flags 0xc0400000 \n" +
				"\tSrcID 0x40000001(CE) DstID 0xffffffff(AllBroadcast) Correlator 0x7\n" +
				"\tForCES flags:\n" +
				"\t  AlwaysACK(0x3), prio=0, execute-all-or-none(0x1),\n" +
				"\t  Standalone(0x0), StartofTransaction(0x0)\n" +
				"\t  Extra flags: rsv(b5-7) 0x0 rsv(b13-31) 0x0\n",
		},
	})
}
