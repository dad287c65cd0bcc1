package text

import (
	"testing"

	"wiredump/dissect"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestPGM(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "plain", b: "45000030000100004071665a0a0000010a00000204d2162e040000000102030405060004000000050000000664617461",
			want: "IP 10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 4"},
		{name: "ODATA", verbose: 1, b: "45000030000100004071665a0a0000010a00000204d2162e040000000102030405060004000000050000000664617461",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 48)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 4 0x010203040506 ODATA trail 6 seq 5 [28]"},
		{name: "RDATA in IPv6", verbose: 1, b: "60000000001c7140fe800000000000000000000000000001fe80000000000000000000000000000204d2162e050000000102030405060004000000050000000664617461",
			want: "IP6 (hlim 64, next-header PGM (113) payload length: 28) fe80::1 > fe80::2: fe80::1.1234 > fe80::2.5678: PGM, length 4 0x010203040506 RDATA trail 6 seq 5 [28]"},
		{name: "in UDP", verbose: 1, as: dissect.ProtoPGMUDP, b: "4500003800010000401166b20a0000010a000002000100020024000004d2162e040000000102030405060004000000050000000664617461",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56)\n    10.0.0.1.1 > 10.0.0.2.2: 1234 > 5678: PGM, length 4 0x010203040506 ODATA trail 6 seq 5 [28]"},
		{name: "SPM", verbose: 1, b: "4500004400010000407166460a0000010a00000204d2162e00000000010203040506000000000001000000020000000300020000fd000000000000000000000000000009",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 68)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 SPM seq 1 trail 2 lead 3 nla fd00::9 [48]"},
		{name: "POLL", verbose: 1, b: "45000040000100004071664a0a0000010a00000204d2162e0100000001020304050600000000000100020003000100000a000007000000040000000500000006",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 64)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLL seq 1 round 2 nla 10.0.0.7 ivl 4 rnd 0x00000005 mask 0x00000006 [44]"},
		{name: "POLR", verbose: 1, b: "4500002c000100004071665e0a0000010a00000204d2162e0200000001020304050600000000000100020003",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 44)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 1 round 2 [24]"},
		{name: "NAK", verbose: 1, b: "4500003800010000407166520a0000010a00000204d2162e08000000010203040506000000000001000100000a0000070000000000010002",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 56)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 NAK (10.0.0.7 -> 0.1.0.2), seq 1 [36]"},
		{name: "NCF, IPv6", verbose: 1, b: "45000050000100004071663a0a0000010a00000204d2162e0a00000001020304050600000000000100020000fd0000000000000000000000000000090000000000020000000000000000000000000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 80)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 NCF (fd00::9 -> 2::), seq 1 [60]"},
		{name: "NNAK, bad family", verbose: 1, b: "4500003800010000407166520a0000010a00000204d2162e09000000010203040506000000000001000100000a0000070000000000030002",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 56)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506  [|pgm]"},
		{name: "ACK", verbose: 1, b: "4500002c000100004071665e0a0000010a00000204d2162e0b00000001020304050600000000000100000002",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 44)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 ACK seq 1 [24]"},
		{name: "SPMR, options in the header", verbose: 1, b: "4500002400010000407166660a0000010a0000020004000c0c0100000102030405060000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 36)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.4 > 10.0.0.2.12: PGM, length 0 0x010203040506 SPMR OPTS LEN 12[Bad option, length 1 < 4] [16]"},
		{name: "unknown", verbose: 1, b: "4500002400010000407166660a0000010a00000204d2162e1f0000000102030405060000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 36)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 UNKNOWN type 0x1f [16]"},
		{name: "options", verbose: 1, b: "4500005c000100004071662e0a0000010a00000204d2162e02010000010203040506000000000000000000000004003001100000000000000000000000000000040c000000000000000000000d04000002080000000000000b040000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 92)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 48 FRAG seq 0 off 0 len 0 BACKOFF ivl 0 ivlseq 0 SYN NAK LIST 0 NBR_UNREACH [|pgm]"},
		{name: "addresses", verbose: 1, b: "4500006800010000407166220a0000010a00000204d2162e02010000010203040506000000000000000000000004003c070c0000000100000a0000011210000000000000000100000a000007931c00000000000000020000fd000000000000000000000000000009",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 104)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 60 REDIRECT 10.0.0.1 PGMCC DATA 0 10.0.0.7 PGMCC FEEDBACK 0 fd00::9 [84]"},
		{name: "options that are skipped too far", verbose: 1, b: "4500004600010000407166440a0000010a00000204d2162e02010000010203040506000000000000000000000004001a0c04000000001004000000007704000000008e040000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 70)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 26 PATH_NLA [4] CR OPT_77 [4]  FIN [50]"},
		{name: "NAK list is counted wrong", verbose: 1, b: "4500004800010000407166420a0000010a00000204d2162e020100000102030405060000000000000000000000040010020c000000000000000000000b0400000b0400000b040000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 72)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 16 NAK LIST 0 0 NBR_UNREACH [52]"},
		{name: "bad length", verbose: 1, b: "4500003500010000407166550a0000010a00000204d2162e0201000001020304050600000000000000000000000400090d05000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 53)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 9[Bad OPT_SYN option, length 5 != 4]"},
		{name: "bad total", verbose: 1, b: "45000030000100004071665a0a0000010a00000204d2162e020100000102030405060000000000000000000000040003",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 48)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0[Bad total option length 3 < 4]"},
		{name: "no room", verbose: 1, b: "4500003400010000407166560a0000010a00000204d2162e02010000010203040506000000000000000000000004000a0b040000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 52)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 POLR seq 0 round 0 OPTS LEN 10 NBR_UNREACH[Total option length leaves no room for final option]"},
		{name: "cut in the header", b: "4500002c000100004071665e0a0000010a00000204d2162e0400000001020304050600000000000500000006", captured: 30,
			want: "IP 10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678:  [|pgm]"},
		{name: "cut in ports", b: "4500002c000100004071665e0a0000010a00000204d2162e0400000001020304050600000000000500000006", captured: 22,
			want: "IP 10.0.0.1 > 10.0.0.2: 10.0.0.1 > 10.0.0.2: [|pgm]"},
		{name: "cut in POLL", verbose: 1, b: "45000040000100004071664a0a0000010a00000204d2162e0100000001020304050600000000000100020003000100000a000007000000040000000500000006", captured: 60,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 64)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506  [|pgm]"},
		{name: "ZMTP", verbose: 1, as: dissect.ProtoPGMZMTP, b: "4500003400010000407166560a0000010a00000204d2162e04000000010203040506000700000005000000060002616203016364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 52)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 7 0x010203040506 ODATA trail 6 seq 5 [32]\n\t frame offset 0x0002\n\t frame intermediate part, 2 bytes, first 2 byte(s):\n\t 0x0000:  6162                                     ab\n\t frame flags+body  (8-bit) length 3 (2 captured), flags 0x01 (-|-|-|-|-|-|-|MORE), first 1 byte(s) of body:\n\t 0x0000:  63                                       c"},
		{name: "ZMTP in UDP", verbose: 2, as: dissect.ProtoPGMZMTP, b: "4500003c00010000401166ae0a0000010a000002000100020028000004d2162e0500000001020304050600080000000500000006ffff616203016364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n    10.0.0.1.1 > 10.0.0.2.2: 1234 > 5678: PGM, length 8 0x010203040506 RDATA trail 6 seq 5 [32]\n\t frame offset 0xffff\n\t frame intermediate part, 6 bytes, first 6 byte(s):\n\t 0x0000:  6162 0301 6364                           ab..cd"},
		{name: "ZMTP, bad offset", verbose: 1, as: dissect.ProtoPGMZMTP, b: "4500003400010000407166560a0000010a00000204d2162e04000000010203040506000300000005000000060002616203016364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 52)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 3 0x010203040506 ODATA trail 6 seq 5 [32]\n\t frame offset 0x0002 (exceeds datagram declared length) [|zmtp1]"},
		{name: "ZMTP, no data", verbose: 1, as: dissect.ProtoPGMZMTP, b: "45000030000100004071665a0a0000010a00000204d2162e0400000001020304050600000000000500000006ffff6162",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 48)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 0 0x010203040506 ODATA trail 6 seq 5 [28]\n\t frame offset 0xffff\n\t frame intermediate part, 4294967294 bytes (2 captured), first 2 byte(s):\n\t 0x0000:  6162                                     ab"},
		{name: "ZMTP, frame behind the data", verbose: 1, as: dissect.ProtoPGMZMTP, b: "4500003c000100004071664e0a0000010a00000204d2162e0400000001020304050600060000000500000006000161ff000000000000000500616263",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto PGM (113), length 60)\n    10.0.0.1 > 10.0.0.2: 10.0.0.1.1234 > 10.0.0.2.5678: PGM, length 6 0x010203040506 ODATA trail 6 seq 5 [40]\n\t frame offset 0x0001\n\t frame intermediate part, 1 bytes\n\t frame flags+body (64-bit) length 5, flags 0x00 (-|-|-|-|-|-|-|-), first 4 byte(s) of body:\n\t 0x0000:  6162 63                                  abc [|zmtp1]"},
	})
}
