package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestRIP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "response", b: "4500003400010000401166b60a0000010a0000020fa002080020000002020000000200000a010200ffffff000000000000000001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.520: RIPv2, Response, length: 24"},
		{name: "response -v", verbose: 1, b: "4500005c000100004011668e0a0000010a0000020fa002080048000002020000000200070a010200ffffff000a000001000000020000000000000000000000000000000000000010000900000a010200ffffff000a00000100000002",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 92)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 64, routes: 3 or less\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0007, metric: 2, next-hop: 10.0.0.1\n\t  AFI 0,         0.0.0.0/0 , tag 0x0000, metric: 16, next-hop: self\n\t  AFI Unknown (9)\n\t  0x0000:  0a01 0200 ffff ff00 0a00 0001 0000 0002"},
		{name: "-vv", verbose: 2, b: "4500003400010000401166b60a0000010a0000020fa002080020000002020000000200000a010200ffffff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum] \n\tRIPv2, Response, length: 24, routes: 1 or less\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0000, metric: 1, next-hop: self\n\t0x0000:  0202 0000 0002 0000 0a01 0200 ffff ff00\n\t0x0010:  0000 0000 0000 0001"},
		{name: "version 1", verbose: 1, b: "45000070000100004011667a0a0000010a0000020fa00208005c000002010000000200000a0102000000000000000000000000030000000000000000000000000000000000000001000900000a010200000000000000000000000001000200010a010200000000000000000000000003",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 112)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv1, Response, length: 84, routes: 4\n\t  10.1.2.0, metric: 3\n\t  AFI 0, 0.0.0.0, metric: 1\n\t AFI Unknown (9), \n\t  0x0000:  0a01 0200 0000 0000 0000 0000 0000 0001\n\t  0x0000:  0002 0001 0a01 0200 0000 0000 0000 0000\n\t  0x0010:  0000 0003"},
		{name: "version 0", b: "4500003400010000401166b60a0000010a0000020fa002080020000002000000000200000a010200ffffff000000000000000001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.520: RIPv0\n\t0x0000:  0200 0000 0002 0000 0a01 0200 ffff ff00\n\t0x0010:  0000 0000 0000 0001"},
		{name: "version 3", verbose: 1, b: "4500003400010000401166b60a0000010a0000020fa002080020000001030000000200000a010200ffffff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv3, Request, length: 24, unknown version"},
		{name: "command 9", verbose: 1, b: "4500003400010000401166b60a0000010a0000020fa002080020000009020000000200000a010200ffffff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, unknown command (9), length: 24\n\t0x0000:  0902 0000 0002 0000 0a01 0200 ffff ff00\n\t0x0010:  0000 0000 0000 0001"},
		{name: "poll", verbose: 1, b: "4500003400010000401166b60a0000010a0000020fa002080020000005020000000200000a010200ffffff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Poll, length: 24"},
		{name: "mask", verbose: 1, b: "4500003400010000401166b60a0000010a0000020fa002080020000002020000000200000a010200ff00ff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 24, routes: 1 or less\n\t  AFI IPv4,        10.1.2.0/-1, tag 0x0000, metric: 1, next-hop: self"},
		{name: "password", verbose: 1, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000ffff000270617373776f72640000000000000000000200000a010200ffffff000000000000000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 44, routes: 2 or less\n\t  Simple Text Authentication data: password\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0000, metric: 1, next-hop: self"},
		{name: "digest", verbose: 1, b: "4500005c000100004011668e0a0000010a0000020fa002080048000002020000ffff0003002c0114000000050000000000000000000200000a010200ffffff000000000000000001ffff000100000000000000000000000000000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 92)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 64, routes: 3 or less\n\t  Auth header: Packet Len 44, Key-ID 1, Auth Data Len 20, SeqNo 5, MBZ 0, MBZ 0\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0000, metric: 1, next-hop: self\n\t  Auth trailer:\n\t  0x0000:  0000 0000 0000 0000 0000 0000 0000 0000"},
		{name: "authentication 5", verbose: 1, b: "4500003400010000401166b60a0000010a0000020fa002080020000002020000ffff000578787878787878787878787878787878",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 24, routes: 1 or less\n\t  Unknown (5) Authentication data:\n\t  0x0000:  7878 7878 7878 7878 7878 7878 7878 7878"},
		{name: "rest", verbose: 1, b: "4500002700010000401166c30a0000010a0000020fa002080013000002020000000900000a0102",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 39)\n    10.0.0.1.4000 > 10.0.0.2.520: \n\tRIPv2, Response, length: 11, routes: 0 or less\n\t  AFI Unknown (9)\n\t  0x0000:  0a01 02 [remaining entries length 7 < 20] (invalid)"},
		{name: "short", b: "4500001f00010000401166cb0a0000010a0000020fa00208000b0000020200",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.520:  [|rip]"},
		{name: "response cut to 3 bytes", verbose: 2, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000000200000a010200ffffff000000000000000001000200000a010200ffffff000000000000000001", captured: 31,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum]  [|rip]"},
		{name: "response cut to 4 bytes", verbose: 2, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000000200000a010200ffffff000000000000000001000200000a010200ffffff000000000000000001", captured: 32,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum] \n\tRIPv2, Response, length: 44, routes: 2 or less\n\t0x0000:  0202 0000"},
		{name: "response cut to 9 bytes", verbose: 2, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000000200000a010200ffffff000000000000000001000200000a010200ffffff000000000000000001", captured: 37,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum] \n\tRIPv2, Response, length: 44, routes: 2 or less [|rip]\n\t0x0000:  0202 0000 0002 0000 0a"},
		{name: "response cut to 24 bytes", verbose: 2, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000000200000a010200ffffff000000000000000001000200000a010200ffffff000000000000000001", captured: 52,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum] \n\tRIPv2, Response, length: 44, routes: 2 or less\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0000, metric: 1, next-hop: self\n\t0x0000:  0202 0000 0002 0000 0a01 0200 ffff ff00\n\t0x0010:  0000 0000 0000 0001"},
		{name: "response cut to 30 bytes", verbose: 2, b: "4500004800010000401166a20a0000010a0000020fa002080034000002020000000200000a010200ffffff000000000000000001000200000a010200ffffff000000000000000001", captured: 58,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n    10.0.0.1.4000 > 10.0.0.2.520: [no cksum] \n\tRIPv2, Response, length: 44, routes: 2 or less\n\t  AFI IPv4,        10.1.2.0/24, tag 0x0000, metric: 1, next-hop: self [|rip]\n\t0x0000:  0202 0000 0002 0000 0a01 0200 ffff ff00\n\t0x0010:  0000 0000 0000 0001 0002 0000 0a01"},
	})
}
