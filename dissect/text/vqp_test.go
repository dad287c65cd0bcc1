package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestVQP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"message 0", packet.Raw, "-v",
			"4500007200010000401166780a0000010a00000203e80635005e0000010100080000000700000c0100040102030400000c0200034769" +
				"3000000c030004766c616e00000c040003646f6d00000c05000361626300000c06000601020304050600000c0700017800000c080006" +
				"010203040506", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 114)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: \n" +
				"\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 8, length 86\n" +
				"\t  Client IP Address Object (0x00000c01), length 4, value: 1.2.3.4 (0x01020304)\n" +
				"\t  Port Name Object (0x00000c02), length 3, value: Gi0\n" +
				"\t  VLAN Name Object (0x00000c03), length 4, value: vlan\n" +
				"\t  VTP Domain Object (0x00000c04), length 3, value: dom\n" +
				"\t  Ethernet Packet Object (0x00000c05), length 3, value: abc\n" +
				"\t  MAC Null Object (0x00000c06), length 6, value: 01:02:03:04:05:06\n" +
				"\t  Unknown Object (0x00000c07), length 1, value: \n" +
				"\t    0x0000:  78\n" +
				"\t  MAC Address Object (0x00000c08), length 6, value: 01:02:03:04:05:06",
		},
		{
			"message 1", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a00000203e8063500180000010204010000000700000c0600026162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: \n" +
				"\tVQPv1, Response, VLAN Message, error-code Shutdown port (4), seq 0x00000007, items 1, length 16\n" +
				"\t  MAC Null Object (0x00000c06), length 2, value:  (invalid)",
		},
		{
			"message 2", packet.Raw, "-v",
			"4500002d00010000401166bd0a0000010a00000203e8063500190000010100030000000700000c020003616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 45)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: \n" +
				"\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 3, length 17\n" +
				"\t  Port Name Object (0x00000c02), length 3, value: abc",
		},
		{
			"message 3", packet.Raw, "-v",
			"4500002c00010000401166be0a0000010a00000203e8063500180000010403010000000700000c0100026162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: \n" +
				"\tVQPv1, Response, Reconfirm Message, error-code Access denied (3), seq 0x00000007, items 1, length 16\n" +
				"\t  Client IP Address Object (0x00000c01), length 2, value:  (invalid)",
		},
		{
			"message 4", packet.Raw, "-v",
			"4500002400010000401166c60a0000010a00000203e80635001000000201000000000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 36)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: VQP version 2 packet not supported",
		},
		{
			"plain", packet.Raw, "",
			"4500007200010000401166780a0000010a00000203e80635005e0000010100080000000700000c0100040102030400000c0200034769" +
				"3000000c030004766c616e00000c040003646f6d00000c05000361626300000c06000601020304050600000c0700017800000c080006" +
				"010203040506", 0,
			"IP 10.0.0.1.1000 > 10.0.0.2.1589: VQPv1 Request, Join Port Message, error-code No error (0), length 86",
		},
		{
			"cut", packet.Raw, "-v -x",
			"4500007200010000401166780a0000010a00000203e80635005e0000010100080000000700000c0100040102030400000c0200034769" +
				"3000000c0300", 114,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 114)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589: \n" +
				"\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 8, length 86\n" +
				"\t  Client IP Address Object (0x00000c01), length 4, value: 1.2.3.4 (0x01020304)\n" +
				"\t  Port Name Object (0x00000c02), length 3, value: Gi0 [|vqp]\n" +
				"\t0x0000:  4500 0072 0001 0000 4011 6678 0a00 0001\n" +
				"\t0x0010:  0a00 0002 03e8 0635 005e 0000 0101 0008\n" +
				"\t0x0020:  0000 0007 0000 0c01 0004 0102 0304 0000\n" +
				"\t0x0030:  0c02 0003 4769 3000 000c 0300",
		},
		{
			"header cut", packet.Raw, "-v",
			"4500007200010000401166780a0000010a00000203e80635005e00000101000800", 114,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 114)\n" +
				"    10.0.0.1.1000 > 10.0.0.2.1589:  [|vqp]",
		},
	})
}
