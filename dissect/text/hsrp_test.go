package text

import "testing"

// What is expected is what tcpdump 4.99.3 prints.
func TestHSRP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "hello", b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20: state=active group=1 addr=10.0.0.1"},
		{name: "-v", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010460a64010001026162636465660a000001",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20: state=active group=1 addr=10.0.0.1 hellotime=1m10s holdtime=10s priority=100 auth=\"^A^Babcdef\""},
		{name: "unknown", b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000303030a640101636973636f0000000a000001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-unknown (3) 20: state=Unknown (3) group=1 [reserved=1!] addr=10.0.0.1"},
		{name: "version", b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000010010030a640100636973636f0000000a000001",
			want: "IP 10.0.0.1.4000 > 10.0.0.2.1985: HSRPv1"},
		{name: "hello cut to 0 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 28,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985:  [|hsrp]"},
		{name: "hello cut to 1 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 29,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0- [|hsrp]"},
		{name: "hello cut to 2 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 30,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20:  [|hsrp]"},
		{name: "hello cut to 6 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 34,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20: state=active  [|hsrp]"},
		{name: "hello cut to 7 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 35,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20: state=active group=1  [|hsrp]"},
		{name: "hello cut to 19 bytes", verbose: 1, b: "4500003000010000401166ba0a0000010a0000020fa007c1001c0000000010030a640100636973636f0000000a000001", captured: 47,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.4000 > 10.0.0.2.1985: HSRPv0-hello 20: state=active group=1  [|hsrp]"},
	})
}
