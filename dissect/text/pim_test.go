package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestPIM(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"hello", packet.Raw, "-vv",
			"4500003000010000406766640a0000010a000002200000000001000200690018000601000a0000030015000401050000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 48)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 28\n" +
				"\tHello, cksum 0x0000 (unverified)\n" +
				"\t  Hold Time Option (1), length 2, Value: 1m45s\n" +
				"\t    0x0000:  0069\n" +
				"\t  Address List Option (24), length 6, Value: \n" +
				"\t    10.0.0.3\n" +
				"\t    0x0000:  0100 0a00 0003\n" +
				"\t  State Refresh Capability Option (21), length 4, Value: v1, interval 5s\n" +
				"\t    0x0000:  0105 0000",
		},
		{
			"null register", packet.Raw, "-vv",
			"4500003000010000406766640a0000010a00000221000000000000000001000000000000000000000000000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 48)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 28\n" +
				"\tRegister, cksum 0x0000 (unverified), Flags [ none ]\n" +
				"\tIP-Null-header 0.0.0.0 > 0.0.0.0",
		},
		{
			"register", packet.Raw, "-vv",
			"45000035000100004067665f0a0000010a000002210000000000000045000000000000000000000000000000000000000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 53)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 33\n" +
				"\tRegister, cksum 0x0000 (unverified), Flags [ none ]\n" +
				"\tIP bad-len 0",
		},
		{
			"register stop", packet.Raw, "-vv",
			"45000026000100004067666e0a0000010a0000022200000001000020e100000101000a000003", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 38)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 18\n" +
				"\tRegister Stop, cksum 0x0000 (unverified) group=225.0.0.1 source=10.0.0.3",
		},
		{
			"join", packet.Raw, "-vv",
			"4500003e00010000406766560a0000010a0000022300000001000a000003000100d201000020e100000100010001010007200a000004" +
				"010007200a000004", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 62)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 42\n" +
				"\tJoin / Prune, cksum 0x0000 (unverified), upstream-neighbor: 10.0.0.3\n" +
				"\t  1 group(s), holdtime: 3m30s\n" +
				"\t    group #1: 225.0.0.1, joined sources: 1, pruned sources: 1\n" +
				"\t      joined source #1: 10.0.0.4(SWR)\n" +
				"\t      pruned source #1: 10.0.0.4(SWR)",
		},
		{
			"graft acknowledgement", packet.Raw, "-vv",
			"4500003e00010000406766560a0000010a0000022700000001000a000003000100d201000020e100000100010001010007200a000004" +
				"010007200a000004", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 62)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 42\n" +
				"\tGraft Acknowledgement, cksum 0x0000 (unverified)\n" +
				"\t  0 group(s)",
		},
		{
			"bootstrap", packet.Raw, "-vv",
			"45000058000100004067663c0a0000010a000002240000000123040501000a00000301000020e10000010202000001000a0000040096" +
				"050001000a0000040096050001000020e10000010101000001000a00000400960500", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 88)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 68\n" +
				"\tBootstrap, cksum 0x0000 (unverified) tag=123 hashmlen=4 BSRprio=5 BSR=10.0.0.3 (group0: 225.0.0.1 RPcnt=2 FR" +
				"Pcnt=2 RP0=10.0.0.4,holdtime=2m30s,prio=5 RP1=10.0.0.4,holdtime=2m30s,prio=5) (group1: 225.0.0.1 RPcnt=1 FRPcn" +
				"t=1 RP0=10.0.0.4,holdtime=2m30s,prio=5)",
		},
		{
			"assert", packet.Raw, "-vv",
			"4500002e00010000406766660a0000010a0000022500000001000020e100000101000a0000038000006480000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 46)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 26\n" +
				"\tAssert, cksum 0x0000 (unverified) group=225.0.0.1 src=10.0.0.3 RPT pref=100 metric=2147483649",
		},
		{
			"candidate", packet.Raw, "-vv",
			"4500003200010000406766620a0000010a000002280000000205009601000a00000301000020e100000101000020e1000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 50)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 30\n" +
				"\tCandidate RP Advertisement, cksum 0x0000 (unverified) prefix-cnt=2 prio=5 holdtime=2m30s RP=10.0.0.3 Group0=" +
				"225.0.0.1 Group1=225.0.0.1",
		},
		{
			"refresh", packet.Raw, "-vv",
			"45000038000100004067665c0a0000010a0000022900000001000a00000301000020e100000101000a00000780000001000000020102" +
				"033c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 56)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 36\n" +
				"\tPrune Refresh, cksum 0x0000 (unverified) src=10.0.0.3 grp=225.0.0.1 forwarder=10.0.0.7 TUNR 9h6m8s",
		},
		{
			"backoff", packet.Raw, "-vv",
			"45000036000100004067665e0a0000010a0000022a30000001000a000003000000640000000501000a00000300000001000000021234", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 54)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 34\n" +
				"\tDF Election, cksum 0x0000 (unverified)\n" +
				"\t  Backoff, rpa=10.0.0.3 sender pref=100 sender metric=5\n" +
				"\t  offer addr=10.0.0.3 offer pref=1 offer metric=2 interval 4660ms",
		},
		{
			"hello, plain", packet.Raw, "",
			"4500003000010000406766640a0000010a000002200000000001000200690018000601000a0000030015000401050000", 0,
			"IP 10.0.0.1 > 10.0.0.2: PIMv2, Hello, length 28",
		},
		{
			"null register, plain", packet.Raw, "",
			"4500003000010000406766640a0000010a00000221000000000000000001000000000000000000000000000000000000", 0,
			"IP 10.0.0.1 > 10.0.0.2: PIMv2, Register, length 28",
		},
		{
			"hello cut", packet.Raw, "-vv -x",
			"4500003000010000406766640a0000010a000002200000000001000200690018000601000a00", 48,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 48)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 28\n" +
				"\tHello, cksum 0x0000 (unverified)\n" +
				"\t  Hold Time Option (1), length 2, Value: 1m45s\n" +
				"\t    0x0000:  0069\n" +
				"\t  Address List Option (24), length 6, Value:  [|pimv2]\n" +
				"\t0x0000:  4500 0030 0001 0000 4067 6664 0a00 0001\n" +
				"\t0x0010:  0a00 0002 2000 0000 0001 0002 0069 0018\n" +
				"\t0x0020:  0006 0100 0a00",
		},
		{
			"join cut in an address", packet.Raw, "-v -x",
			"4500003e00010000406766560a0000010a0000022300000001000a000003000100d201000020e10000010001000101000720", 62,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 62)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 42\n" +
				"\tJoin / Prune, cksum 0x0000 (unverified), upstream-neighbor: 10.0.0.3\n" +
				"\t  1 group(s), holdtime: 3m30s\n" +
				"\t    group #1: 225.0.0.1, joined sources: 1, pruned sources: 1\n" +
				"\t      joined source #1:  [|pimv2]\n" +
				"\t0x0000:  4500 003e 0001 0000 4067 6656 0a00 0001\n" +
				"\t0x0010:  0a00 0002 2300 0000 0100 0a00 0003 0001\n" +
				"\t0x0020:  00d2 0100 0020 e100 0001 0001 0001 0100\n" +
				"\t0x0030:  0720",
		},
		{
			"join cut in a family", packet.Raw, "-v -x",
			"4500003e00010000406766560a0000010a0000022300000001000a000003000100d201000020e1000001000100", 62,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 62)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 42\n" +
				"\tJoin / Prune, cksum 0x0000 (unverified), upstream-neighbor: 10.0.0.3\n" +
				"\t  1 group(s), holdtime: 3m30s\n" +
				"\t    group #1: 225.0.0.1 [|pimv2]\n" +
				"\t0x0000:  4500 003e 0001 0000 4067 6656 0a00 0001\n" +
				"\t0x0010:  0a00 0002 2300 0000 0100 0a00 0003 0001\n" +
				"\t0x0020:  00d2 0100 0020 e100 0001 0001 00",
		},
		{
			"short claim", packet.Raw, "-v",
			"45000017000100004067667d0a0000010a000002200000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 23)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 3\n" +
				"\tHello[length 3 < 4] (invalid)",
		},
		{
			"quirk pim-register", packet.Raw, "-v",
			"4500003000010000406766640a0000010a00000221000000c00000000000000000000000000000000000000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 48)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 28\n" +
				"\tRegister, cksum 0x0000 (unverified), Flags [ none ]\n" +
				"\tIP-Null-header 0.0.0.0 > 0.0.0.0",
		},
		{
			"another version", packet.Raw, "-v",
			"45000018000100004067667c0a0000010a00000230000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 24)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv3, length 4",
		},
		{
			"unknown type", packet.Raw, "-v",
			"4500001c00010000406766780a0000010a0000022d00000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 28)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 8\n" +
				"\tUnknown Type, cksum 0x0000 (unverified) [type 13]",
		},
		{
			"plain addresses", packet.Raw, "-v",
			"4500002200010000406766720a0000010a000002220400000018e10000010a000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 34)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 14\n" +
				"\tRegister Stop, RFC2117-encoding, cksum 0x0000 (unverified) group=225.0.0.1/24 source=10.0.0.1",
		},
		{
			"lengths of options", packet.Raw, "-v",
			"4500001f00010000406766750a0000010a0000022000000000010003616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 31)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 11\n" +
				"\tHello, cksum 0x0000 (unverified)\n" +
				"\t  Hold Time Option (1), length 3, Value: [option length 3 != 2] (invalid)",
		},
		{
			"other options", packet.Raw, "-v",
			"4500005100010000406766430a0000010a000002200000000002000481f409c400140004010203040013000000130004800000010015" +
				"000402000300001600000018000601000a00000300170003616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 81)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 61\n" +
				"\tHello, cksum 0x0000 (unverified)\n" +
				"\t  LAN Prune Delay Option (2), length 4, Value: \n" +
				"\t    T-bit=1, LAN delay 500ms, Override interval 2500ms\n" +
				"\t  Generation ID Option (20), length 4, Value: 0x01020304\n" +
				"\t  DR Priority Option (19), length 0, Value: Bi-Directional Capability (Old)\n" +
				"\t  DR Priority Option (19), length 4, Value: 2147483649\n" +
				"\t  State Refresh Capability Option (21), length 4, Value: v2 ?0x0300?\n" +
				"\t  Bi-Directional Capability Option (22), length 0, Value: \n" +
				"\t  Address List Option (24), length 6, Value: \n" +
				"\t  Unknown Option (23), length 3, Value: \n" +
				"\t    0x0000:  6162 63",
		},
		{
			"hold for ever, all flags", packet.Raw, "-v",
			"4500003e00010000406766560a0000010a0000022300000001000a0000030001ffff01000020e1000001000100010100ff200a000004" +
				"010000180a000004", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 62)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 42\n" +
				"\tJoin / Prune, cksum 0x0000 (unverified), upstream-neighbor: 10.0.0.3\n" +
				"\t  1 group(s), holdtime: infinite\n" +
				"\t    group #1: 225.0.0.1, joined sources: 1, pruned sources: 1\n" +
				"\t      joined source #1: 10.0.0.4(SWR+0xf8)\n" +
				"\t      pruned source #1: 10.0.0.4/24",
		},
		{
			"pass", packet.Raw, "-v",
			"4500003400010000406766600a0000010a0000022a40000001000a000003000000640000000501000a0000030000000100000002", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PIM (103), length 52)\n" +
				"    10.0.0.1 > 10.0.0.2: PIMv2, length 32\n" +
				"\tDF Election, cksum 0x0000 (unverified)\n" +
				"\t  Pass, rpa=10.0.0.3 sender pref=100 sender metric=5\n" +
				"\t  new winner addr=10.0.0.3 new winner pref=1 new winner metric=2",
		},
		{
			"in IPv6", packet.Raw, "-v",
			"60000000000a6740fe800000000000000000000000000001ff02000000000000000000000000000120000000000100020069", 0,
			"IP6 (hlim 64, next-header PIM (103) payload length: 10) fe80::1 > ff02::1: PIMv2, length 10\n" +
				"\tHello, cksum 0x0000 (unverified)\n" +
				"\t  Hold Time Option (1), length 2, Value: 1m45s",
		},
	})
}
