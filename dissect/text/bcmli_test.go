package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestBCMLI(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "plain", b: "4500004000010000401166aa0a0000010a000002c0000007002c00004880004d4500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP 10.0.0.1.49152 > 10.0.0.2.7: BCM-LI-SHIM: direction egress, pkt-type undecided, pkt-subtype double VLAN tag, li-id 77"},
		{name: "undecided, IPv4", verbose: 1, b: "4500004000010000401166aa0a0000010a000002c0000007002c00006840004d4500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction ingress, pkt-type undecided, pkt-subtype single VLAN tag, li-id 77\n    IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 32)\n    10.0.0.1.1 > 10.0.0.2.2: UDP, length 4"},
		{name: "undecided, IPv6", verbose: 1, b: "4500005400010000401166960a0000010a000002c0000007004000000800000060000000000c1140fe800000000000000000000000000001fe80000000000000000000000000000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 84)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unknown, pkt-type undecided, pkt-subtype unknown, li-id 0\n    IP6 (hlim 64, next-header UDP (17) payload length: 12) fe80::1.1 > fe80::2.2: [bad udp cksum 0x0000 -> 0x3e08!] UDP, length 4"},
		{name: "undecided, unknown", verbose: 1, b: "4500002100010000401166c90a0000010a000002c0000007000d00000800000030",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 33)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unknown, pkt-type undecided, pkt-subtype unknown, li-id 0\n    unknown payload"},
		{name: "IPv4", verbose: 1, b: "4500004000010000401166aa0a0000010a000002c0000007002c00000a0000004500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unknown, pkt-type ipv4, pkt-subtype unknown, li-id 0\n    IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 32)\n    10.0.0.1.1 > 10.0.0.2.2: UDP, length 4"},
		{name: "IPv6", verbose: 1, b: "4500005400010000401166960a0000010a000002c0000007004000000c00000060000000000c1140fe800000000000000000000000000001fe80000000000000000000000000000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 84)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unknown, pkt-type ipv6, pkt-subtype unknown, li-id 0\n    IP6 (hlim 64, next-header UDP (17) payload length: 12) fe80::1.1 > fe80::2.2: [bad udp cksum 0x0000 -> 0x3e08!] UDP, length 4"},
		{name: "Ethernet", verbose: 1, b: "4500004e000100004011669c0a0000010a000002c0000007003a00000ec0000002000000000202000000000108004500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 78)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unknown, pkt-type ethernet, pkt-subtype untagged, li-id 0\n    IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 32)\n    10.0.0.1.1 > 10.0.0.2.2: UDP, length 4"},
		{name: "unknown", verbose: 1, b: "4500004e000100004011669c0a0000010a000002c0000007003a00002000000002000000000202000000000108004500002000010000401166ca0a0000010a00000200010002000c000061626364",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 78)\n    10.0.0.1.49152 > 10.0.0.2.7: \n    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype unknown, li-id 0\n     (invalid)"},
		{name: "short", b: "4500001f00010000401166cb0a0000010a000002c0000007000b0000616263",
			want: "IP 10.0.0.1.49152 > 10.0.0.2.7:  (length 3 < 4) (invalid)"},
		{name: "cut", b: "4500004e000100004011669c0a0000010a000002c0000007003a00000000000002000000000202000000000108004500002000010000401166ca0a0000010a00000200010002000c000061626364", captured: 30,
			want: "IP 10.0.0.1.49152 > 10.0.0.2.7:  [|bcm_li]"},
	})
}
