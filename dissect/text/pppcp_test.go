package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestIPCP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"suboptions 0", packet.Raw, "-v",
			"4500003600010000402f66960a0000010a0000023001880b0016000100000007ff03802101070012020e006100010002000300040005", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 54)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 34\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 20\n" +
				"\tencoded length 18 (=Option(s) length 14)\n" +
				"\t  IP-Comp Option (0x02), length 14: IP Header Compression (0x61):[|ipcp]",
		},
		{
			"suboptions 1", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff03802101070016021200610001000200030004000501020202", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 4\n" +
				"\t\tRTP-Compression Suboption #1, length 2\n" +
				"\t\tEnhanced RTP-Compression Suboption #2, length 2",
		},
		{
			"suboptions 2", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff03802101070016021200610001000200030004000501000202", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 4",
		},
		{
			"suboptions 3", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff03802101070016021200610001000200030004000501010202", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 4\n" +
				"\t\tRTP-Compression Suboption #1, length 1\n" +
				"\t\tRTP-Compression Suboption #1, length 2",
		},
		{
			"suboptions 4", packet.Raw, "-v",
			"4500003800010000402f66940a0000010a0000023001880b0018000100000007ff0380210107001402100061000100020003000400050101", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 56)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 36\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 22\n" +
				"\tencoded length 20 (=Option(s) length 16)\n" +
				"\t  IP-Comp Option (0x02), length 16: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 2\n" +
				"\t\tRTP-Compression Suboption #1, length 1",
		},
		{
			"suboptions 5", packet.Raw, "-v",
			"4500003700010000402f66950a0000010a0000023001880b0017000100000007ff03802101070013020f00610001000200030004000501", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 55)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 35\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 21\n" +
				"\tencoded length 19 (=Option(s) length 15)\n" +
				"\t  IP-Comp Option (0x02), length 15: IP Header Compression (0x61):[|ipcp]",
		},
		{
			"suboptions 6", packet.Raw, "-v",
			"4500003800010000402f66940a0000010a0000023001880b0018000100000007ff0380210107001402100061000100020003000400050303", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 56)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 36\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 22\n" +
				"\tencoded length 20 (=Option(s) length 16)\n" +
				"\t  IP-Comp Option (0x02), length 16: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 2\n" +
				"\t\tUnknown Suboption #3, length 3 [remaining suboptions length 2 < 3] (invalid)",
		},
		{
			"suboptions 7", packet.Raw, "-v",
			"4500003c00010000402f66900a0000010a0000023001880b001c000100000007ff038021010700180214006100010002000300040005030361010961", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 60)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 40\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 26\n" +
				"\tencoded length 24 (=Option(s) length 20)\n" +
				"\t  IP-Comp Option (0x02), length 20: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 6\n" +
				"\t\tUnknown Suboption #3, length 3\n" +
				"\t\tRTP-Compression Suboption #1, length 9 [remaining suboptions length 3 < 9] (invalid)",
		},
		{
			"suboptions 8", packet.Raw, "-v",
			"4500003900010000402f66930a0000010a0000023001880b0019000100000007ff038021010700150214006100010002000300040005010202", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 57)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 37\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 23\n" +
				"\tencoded length 21 (=Option(s) length 17)\n" +
				"\t  IP-Comp Option (0x02), length 20: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 6\n" +
				"\t\tRTP-Compression Suboption #1, length 2[|ipcp]",
		},
		{
			"suboptions 9", packet.Raw, "-v",
			"4500003900010000402f66930a0000010a0000023001880b0019000100000007ff038021010700150228006100010002000300040005010202", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 57)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 37\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 23\n" +
				"\tencoded length 21 (=Option(s) length 17)",
		},
		{
			"suboptions 10", packet.Raw, "-v",
			"4500003c00010000402f66900a0000010a0000023001880b001c000100000007ff038021010700180212006100010002000300040005010201010101", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 60)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 40\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 26\n" +
				"\tencoded length 24 (=Option(s) length 20)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 4\n" +
				"\t\tRTP-Compression Suboption #1, length 2\n" +
				"\t\tRTP-Compression Suboption #1, length 1\n" +
				"\t  IP-Addrs Option (0x01), length 1 (length bogus, should be >= 2)",
		},
		{
			"suboptions 11", packet.Raw, "-v",
			"4500004100010000402f668b0a0000010a0000023001880b0021000100000007ff0380210107001d02130061000100020003000400050102020361030661626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 65)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 45\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 31\n" +
				"\tencoded length 29 (=Option(s) length 25)\n" +
				"\t  IP-Comp Option (0x02), length 19: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 5\n" +
				"\t\tRTP-Compression Suboption #1, length 2\n" +
				"\t\tEnhanced RTP-Compression Suboption #2, length 3\n" +
				"\t  IP-Addr Option (0x03), length 6: 97.98.99.100",
		},
		{
			"suboptions cut 18", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff03802101070016021200610001000200030004", 58,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):[|ipcp]",
		},
		{
			"suboptions cut 19", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff0380210107001602120061000100020003000400", 58,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):[|ipcp]",
		},
		{
			"suboptions cut 20", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff038021010700160212006100010002000300040005", 58,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):[|ipcp]",
		},
		{
			"suboptions cut 22", packet.Raw, "-v",
			"4500003a00010000402f66920a0000010a0000023001880b001a000100000007ff0380210107001602120061000100020003000400050102", 58,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 58)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 38\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 24\n" +
				"\tencoded length 22 (=Option(s) length 18)\n" +
				"\t  IP-Comp Option (0x02), length 18: IP Header Compression (0x61):\n" +
				"\t    TCP Space 1, non-TCP Space 2, maxPeriod 3, maxTime 4, maxHdr 5\n" +
				"\t      Suboptions, length 4\n" +
				"\t\tRTP-Compression Suboption #1, length 2[|ipcp]",
		},
		{
			"addresses bogus", packet.Raw, "-v",
			"4500003000010000402f669c0a0000010a0000023001880b0010000100000007ff0380210107000c0102030661626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 48)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 28\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 14\n" +
				"\tencoded length 12 (=Option(s) length 8)\n" +
				"\t  IP-Addrs Option (0x01), length 2 (length bogus, should be = 10)\n" +
				"\t  IP-Addr Option (0x03), length 6: 97.98.99.100",
		},
		{
			"address bogus", packet.Raw, "-v",
			"4500003200010000402f669a0a0000010a0000023001880b0012000100000007ff0380210107000e03046162030661626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 50)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 30\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 16\n" +
				"\tencoded length 14 (=Option(s) length 10)\n" +
				"\t  IP-Addr Option (0x03), length 4 (length bogus, should be = 6)",
		},
		{
			"address cut", packet.Raw, "-v",
			"4500002e00010000402f669e0a0000010a0000023001880b000e000100000007ff0380210107000a", 46,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto GRE (47), length 46)\n" +
				"    10.0.0.1 > 10.0.0.2: GREv1, Flags [key present, sequence# present], call 1, seq 7, length 26\n" +
				"\tIPCP, Conf-Request (0x01), id 7, length 12\n" +
				"\tencoded length 10 (=Option(s) length 6)[|ipcp]",
		},
	})
}
