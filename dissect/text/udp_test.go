package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestUDP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "datagram", b: "4500002400010000401166c60a0000010a00000204d20063001000006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: UDP, length 8"},
		{name: "no checksum", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000006162636465666768",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99: [no cksum] UDP, length 8"},
		{name: "right checksum", verbose: 2, b: "4500001f00010000401166cb0a0000010a00000200010002000b2770616263",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 31)\n    10.0.0.1.1 > 10.0.0.2.2: [udp sum ok] UDP, length 3"},
		{name: "wrong checksum", verbose: 2, b: "4500001f00010000401166cb0a0000010a00000200010002000bffff616263",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 31)\n    10.0.0.1.1 > 10.0.0.2.2: [bad udp cksum 0xffff -> 0x2770!] UDP, length 3"},
		{name: "IPv6 needs one", verbose: 1, b: "60000000000b1140fe800000000000000000000000000001fe80000000000000000000000000000200010002000b0000616263",
			want: "IP6 (hlim 64, next-header UDP (17) payload length: 11) fe80::1.1 > fe80::2.2: [bad udp cksum 0x0000 -> 0x3e6e!] UDP, length 3"},
		{name: "checksum of the UDP length", verbose: 2, b: "4500002200010000401166c80a0000010a00000200010002000a000961627a7a7a7a",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 34)\n    10.0.0.1.1 > 10.0.0.2.2: [bad udp cksum 0x0009 -> 0x8a72!] UDP, length 2"},
		{name: "fragment", verbose: 2, b: "4500002c00012000401146be0a0000010a00000204d200630063000561616161616161616161616161616161",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [+], proto UDP (17), length 44)\n    10.0.0.1.1234 > 10.0.0.2.99: UDP, length 91"},
		{name: "length field 0", b: "4500002400010000401166c60a0000010a00000204d20063000000006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: truncated-udplength 0"},
		{name: "length field 7", b: "4500002400010000401166c60a0000010a00000204d20063000700006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: truncated-udplength 7"},
		{name: "length field 9", b: "4500002400010000401166c60a0000010a00000204d20063000900006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: UDP, length 1"},
		{name: "length field 17", b: "4500002400010000401166c60a0000010a00000204d20063001100006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: UDP, bad length 9 > 8"},
		{name: "IP grants 3 bytes", b: "4500001700010000401166d30a0000010a00000204d20063001000006162636465666768",
			want: "IP 10.0.0.1 > 10.0.0.2:  [|udp]"},
		{name: "IP grants 4 bytes", b: "4500001800010000401166d20a0000010a00000204d20063001000006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: truncated-udp 4"},
		{name: "IP grants 8 bytes", b: "4500001c00010000401166ce0a0000010a00000204d20063001000006162636465666768",
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: UDP, bad length 8 > 0"},
		{name: "cut to 3 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 23,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1 > 10.0.0.2:  [|udp]"},
		{name: "cut to 4 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 24,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99:  [|udp]"},
		{name: "cut to 7 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 27,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99:  [|udp]"},
		{name: "cut to 8 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 28,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99: UDP, length 8"},
		{name: "cut to 15 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 35,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99: UDP, length 8"},
		{name: "cut to 16 bytes", verbose: 2, b: "4500002400010000401166c60a0000010a00000204d20063001000016162636465666768", captured: 36,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n    10.0.0.1.1234 > 10.0.0.2.99: [bad udp cksum 0x0001 -> 0x5501!] UDP, length 8"},
		{name: "length field is enough", b: "4500002400010000401166c60a0000010a00000204d20063000700006162636465666768", captured: 26,
			want: "IP 10.0.0.1.1234 > 10.0.0.2.99: truncated-udplength 7"},
		{name: "behind an extension header", verbose: 1, b: "6000000000180040fe800000000000000000000000000001fe800000000000000000000000000002110001040000000004d20063001000056162636465666768",
			want: "IP6 (hlim 64, next-header Options (0) payload length: 24) fe80::1 > fe80::2: HBH (padn) 1234 > 99: [bad udp cksum 0x0005 -> 0x6bff!] UDP, length 8"},
		{name: "no addresses behind one", b: "6000000000180040fe800000000000000000000000000001fe800000000000000000000000000002110001040000000004d20063001000056162636465666768", captured: 51,
			want: "IP6 fe80::1 > fe80::2: HBH  [|udp]"},
		// quirk udp-trailer
		{name: "a query goes on behind its datagram", b: "4500002f00010000401100000a0000010a0000020fa000350016000012340100000100000000000001610000010001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.53: 4660+ A? a. (14)"},
		{name: "a frame goes on behind its datagram", b: "4500004200010000401100000a0000010a0000020fa012b5002400000800000000000100000102030405060708090a0b080000000000000000000000000000000000",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.4789: VXLAN, flags [I] (0x08), vni 1\n[length 20 < caplen 30] (invalid)"},
	})
}

// A UDP datagram may claim to be shorter than what IP carries: what is read
// then is up to each printer.
func TestUDPShortLength(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "DNS goes on behind the claimed length", b: "4500002f00010000401166bb0a0000010a00000203e800350016000000070100000100000000000001610000010001",
			want: "IP 10.0.0.1.1000 > 10.0.0.2.53: 7+ A? a. (14)"},
		{name: "Ethernet does not", b: "4500005200010000401166980a0000010a00000203e812b500140000080000000000010002000000000202000000000108004500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP 10.0.0.1.1000 > 10.0.0.2.4789: VXLAN, flags [I] (0x08), vni 1\n[length 4 < caplen 46] (invalid)"},
		{name: "DHCPv6 options do not", verbose: 1, b: "4500002c00010000401166be0a0000010a00000203e802230014000001123456000100080001000102030405",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.1000 > 10.0.0.2.547: dhcp6 solicit (xid=123456 [|dhcp6])"},
		{name: "RIPng", b: "4500004c000100004011669e0a0000010a00000203e8020900200000020100000000000000000000000000000000000000000000020100000000000000000000000000000000000000000001",
			want: "IP 10.0.0.1.1000 > 10.0.0.2.521:  ripng-resp 1: ::/0"},
	})
}
