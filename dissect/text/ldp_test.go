package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestLDP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"packet 0", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000200160a00000100000100000c000000070600000461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP version 2 packet not supported",
		},
		{
			"packet 1", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000020000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 2 (too short, < 4)",
		},
		{
			"packet 2", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000000000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 0 (too short, < 4)",
		},
		{
			"packet 3", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000140000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 20, Message ID: 0x00000007, Flags: [ignore if unknown] [|ldp]",
		},
		{
			"packet 4", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100320a0000010000010000080000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 50\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t\t TLV contents go past end of message [|ldp]",
		},
		{
			"packet 5", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100030a0000010000010000080000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, pdu-length: 3 (too short, < 6)",
		},
		{
			"packet 6", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100060a0000010000010000080000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 6",
		},
		{
			"packet 7", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e00000001000c0a0000010000010000080000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 12\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t\t TLV contents go past end of message [|ldp]",
		},
		{
			"packet 8", packet.Raw, "-v",
			"4500003000010000401166ba0a0000010a00000202860286001c0000000100100a000001000001000006000000076162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 16\n" +
				"\t  Hello Message (0x0100), length: 6, Message ID: 0x00000007, Flags: [ignore if unknown]",
		},
		{
			"packet 9", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007060000006162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Label Request Message ID TLV (0x0600), length: 0, Flags: [ignore and don't forward if unknown]",
		},
		{
			"packet 10", packet.Raw, "-v",
			"4500004800010000401166a20a0000010a0000020286028600340000000100120a000001000001000008000000070600000000010012" +
				"0a0000010000010000080000000706000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Label Request Message ID TLV (0x0600), length: 0, Flags: [ignore and don't forward if unknown]\n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Label Request Message ID TLV (0x0600), length: 0, Flags: [ignore and don't forward if unknown]",
		},
		{
			"packet 11", packet.Raw, "-v",
			"4500005400010000400666a10a0000010a0000020286000100000001000000015018020000000000000100120a000001000001000008" +
				"0000000706000000000100120a0000010000010000080000000706000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 84)\n" +
				"    10.0.0.1.646 > 10.0.0.2.1: Flags [P.], cksum 0x0000 (incorrect -> 0x74cf), seq 1:45, ack 1, win 512, lengt" +
				"h 44\n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Label Request Message ID TLV (0x0600), length: 0, Flags: [ignore and don't forward if unknown]\n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Label Request Message ID TLV (0x0600), length: 0, Flags: [ignore and don't forward if unknown]",
		},
		{
			"packet 12", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000802000220" +
				"20010db8", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv6 prefix 2001:db8::/32",
		},
		{
			"packet 13", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000803000104" +
				"01020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Host address FEC (0x03)",
		},
		{
			"packet 14", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000803000320" +
				"01020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Host address FEC (0x03)",
		},
		{
			"packet 15", packet.Raw, "-v",
			"4500003300010000401166b70a0000010a00000202860286001f0000000100130a00000100000100000900000007010000017f", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 51)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 19\n" +
				"\t  Hello Message (0x0100), length: 9, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 1, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Unknown FEC (0x7f)",
		},
		{
			"packet 16", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007010000020200", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 2, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02) [tlv length 1 < 2] (invalid)",
		},
		{
			"packet 17", packet.Raw, "-v",
			"4500003b00010000401166af0a0000010a00000202860286002700000001001b0a000001000001000011000000070100000902000121" +
				"01020304ff", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 59)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 27\n" +
				"\t  Hello Message (0x0100), length: 17, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 9, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv4 prefix (invalid length)",
		},
		{
			"packet 18", packet.Raw, "-v",
			"4500003800010000401166b20a0000010a0000020286028600240000000100180a00000100000100000e000000070100000602000120" +
				"0102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 24\n" +
				"\t  Hello Message (0x0100), length: 14, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 6, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02) [|ldp]",
		},
		{
			"packet 19", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000802000318" +
				"01020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): Address family 3 prefix",
		},
		{
			"packet 20", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a00000202860286002800000001001c0a000001000001000012000000070100000a02000108" +
				"0a020001080b", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 28\n" +
				"\t  Hello Message (0x0100), length: 18, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv4 prefix 10.0.0.0/8",
		},
		{
			"packet 23", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a00000202860286002800000001001c0a000001000001000012000000070300000ac000003f" +
				"000000050400", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 28\n" +
				"\t  Hello Message (0x0100), length: 18, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Status TLV (0x0300), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Status: 0x3f, Flags: [Fatal error and do forward], causing Message ID: 0x00000005",
		},
		{
			"packet 24", packet.Raw, "-v",
			"4500005200010000401166980a0000010a00000202860286003e0000000100320a00000100000100002800000007040100040a000001" +
				"04020004000000090403001020010db8000000000000000000000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 82)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 50\n" +
				"\t  Hello Message (0x0100), length: 40, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    IPv4 Transport Address TLV (0x0401), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      IPv4 Transport Address: 10.0.0.1\n" +
				"\t    Configuration Sequence Number TLV (0x0402), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Sequence Number: 9\n" +
				"\t    IPv6 Transport Address TLV (0x0403), length: 16, Flags: [ignore and don't forward if unknown]\n" +
				"\t      IPv6 Transport Address: 2001:db8::1",
		},
		{
			"packet 25", packet.Raw, "-v",
			"4500005a00010000401166900a0000010a00000202860286004600000001003a0a000001000001000030000000070101000a00010a00" +
				"00010a00000201010012000220010db8000000000000000000000001010100040003aabb", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 90)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 58\n" +
				"\t  Hello Message (0x0100), length: 48, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Address List TLV (0x0101), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Address Family: IPv4, addresses 10.0.0.1 10.0.0.2\n" +
				"\t    Address List TLV (0x0101), length: 18, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Address Family: IPv6, addresses 2001:db8::1\n" +
				"\t    Address List TLV (0x0101), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Address Family: NSAP, addresses",
		},
		{
			"packet 26", packet.Raw, "-v",
			"4500003700010000401166b30a0000010a0000020286028600230000000100170a00000100000100000d000000070101000500010a00" +
				"00", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 55)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 23\n" +
				"\t  Hello Message (0x0100), length: 13, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Address List TLV (0x0101), length: 5, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Address Family: IPv4, addresses",
		},
		{
			"packet 27", packet.Raw, "-v",
			"4500003300010000401166b70a0000010a00000202860286001f0000000100130a000001000001000009000000070101000100", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 51)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 19\n" +
				"\t  Hello Message (0x0100), length: 9, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Address List TLV (0x0101), length: 1, Flags: [ignore and don't forward if unknown] [tlv length 1 < 2] (i" +
				"nvalid)",
		},
		{
			"packet 28", packet.Raw, "-v",
			"4500004000010000401166aa0a0000010a00000202860286002c0000000100200a000001000001000016000000070500000e0001001e" +
				"40200000c0a800010000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 32\n" +
				"\t  Hello Message (0x0100), length: 22, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Common Session Parameters TLV (0x0500), length: 14, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Version: 1, Keepalive: 30s, Flags: [Downstream Unsolicited, Loop Detection Disabled]",
		},
		{
			"packet 29", packet.Raw, "-v",
			"4500004000010000401166aa0a0000010a00000202860286002c0000000100200a000001000001000016000000070500000e0001001e" +
				"80200000c0a800010000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 32\n" +
				"\t  Hello Message (0x0100), length: 22, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Common Session Parameters TLV (0x0500), length: 14, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Version: 1, Keepalive: 30s, Flags: [Downstream Unsolicited, Loop Detection Disabled]",
		},
		{
			"packet 30", packet.Raw, "-v",
			"4500004000010000401166aa0a0000010a00000202860286002c0000000100200a000001000001000016000000070500000e0001001e" +
				"c0200000c0a800010000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 32\n" +
				"\t  Hello Message (0x0100), length: 22, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Common Session Parameters TLV (0x0500), length: 14, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Version: 1, Keepalive: 30s, Flags: [Downstream Unsolicited, Loop Detection Disabled]",
		},
		{
			"packet 31", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007050000020001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Common Session Parameters TLV (0x0500), length: 2, Flags: [ignore and don't forward if unknown] [tlv len" +
				"gth 2 < 8] (invalid)",
		},
		{
			"packet 32", packet.Raw, "-v",
			"4500007200010000401166780a0000010a00000202860286005e0000000100520a000001000001000048000000070100000101010000" +
				"0802000120c0a800020100000602000110c0a8010000080200022020010db80100000803000104010203040100000802000320010203" +
				"04010000017f", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 114)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 82\n" +
				"\t  Hello Message (0x0100), length: 72, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 1, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Wildcard FEC (0x01)\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv4 prefix 192.168.0.2/32\n" +
				"\t    FEC TLV (0x0100), length: 6, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv4 prefix 192.168.0.0/16\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): IPv6 prefix 2001:db8::/32\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Host address FEC (0x03)\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Prefix FEC (0x02): Address family 3 prefix\n" +
				"\t    FEC TLV (0x0100), length: 1, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Unknown FEC (0x7f)",
		},
		{
			"packet 33", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000020286028600300000000100240a00000100000100001a00000007010000128000050c" +
				"0000000100000064010405dc0302", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 36\n" +
				"\t  Hello Message (0x0100), length: 26, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 18, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Martini VC FEC (0x80): Ethernet, no control word, group-ID 1, VC-ID 100, VC-info-length: 12 [tlv lengt" +
				"h 6 < 8] (invalid)",
		},
		{
			"packet 35", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000880000504" +
				"00000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Martini VC FEC (0x80) [tlv length 7 < 11] (invalid)",
		},
		{
			"packet 36", packet.Raw, "-v",
			"4500003a00010000401166b00a0000010a00000202860286002600000001001a0a000001000001000010000000070100000880000500" +
				"00000001", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 58)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 26\n" +
				"\t  Hello Message (0x0100), length: 16, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 8, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Martini VC FEC (0x80): Ethernet, no control word, group-ID 1, VC-info-length: 0",
		},
		{
			"packet 37", packet.Raw, "-v",
			"4500004800010000401166a20a0000010a0000020286028600340000000100280a00000100000100001e000000070100001680000510" +
				"00000001000000640204abcd06060c040103", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 40\n" +
				"\t  Hello Message (0x0100), length: 30, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 22, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Martini VC FEC (0x80): Ethernet, no control word, group-ID 1, VC-ID 100, VC-info-length: 16 [tlv lengt" +
				"h 10 < 12] (invalid)",
		},
		{
			"packet 38", packet.Raw, "-v",
			"4500004600010000401166a40a0000010a0000020286028600320000000100260a00000100000100001c00000007010000148000040c" +
				"00000001000000640c04010301040000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 70)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 38\n" +
				"\t  Hello Message (0x0100), length: 28, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    FEC TLV (0x0100), length: 20, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Martini VC FEC (0x80): Ethernet VLAN, no control word, group-ID 1, VC-ID 100, VC-info-length: 12\n" +
				"\t\tInterface Parameter: VCCV (0x0c), len 4\n" +
				"\t\t  Control Channels (0x01) = [PWE3 control word]\n" +
				"\t\t  CV Types (0x03) = [ICMP Ping, LSP Ping]\n" +
				"\t\tInterface Parameter: MTU (0x01), len 4: 0",
		},
		{
			"packet 39", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000100160a00000100000100000c000000070200000400000010", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 22\n" +
				"\t  Hello Message (0x0100), length: 12, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Generic Label TLV (0x0200), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Label: 16",
		},
		{
			"packet 40", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007020000020010", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Generic Label TLV (0x0200), length: 2, Flags: [ignore and don't forward if unknown] [tlv length 2 < 4] (" +
				"invalid)",
		},
		{
			"packet 41", packet.Raw, "-v",
			"4500003300010000401166b70a0000010a00000202860286001f0000000100130a000001000001000009000000070103000105", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 51)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 19\n" +
				"\t  Hello Message (0x0100), length: 9, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Hop Count TLV (0x0103), length: 1, Flags: [ignore and don't forward if unknown]\n" +
				"\t      0x0000:  05",
		},
		{
			"packet 42", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000100160a00000100000100000c000000070104000401020304", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 22\n" +
				"\t  Hello Message (0x0100), length: 12, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Path Vector TLV (0x0104), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      0x0000:  0102 0304",
		},
		{
			"packet 43", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a00000202860286002800000001001c0a000001000001000012000000070300000a8000000a" +
				"000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 28\n" +
				"\t  Hello Message (0x0100), length: 18, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Status TLV (0x0300), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Status: 0x0a, Flags: [Fatal error and don't forward]",
		},
		{
			"packet 44", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a00000202860286002800000001001c0a000001000001000012000000070300000a4000000a" +
				"000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 28\n" +
				"\t  Hello Message (0x0100), length: 18, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Status TLV (0x0300), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Status: 0x0a, Flags: [Advisory Notification and do forward]",
		},
		{
			"packet 45", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a00000202860286002800000001001c0a000001000001000012000000070300000a0000003f" +
				"000000010400", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 28\n" +
				"\t  Hello Message (0x0100), length: 18, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Status TLV (0x0300), length: 10, Flags: [ignore and don't forward if unknown]\n" +
				"\t      Status: 0x3f, Flags: [Advisory Notification and don't forward], causing Message ID: 0x00000001",
		},
		{
			"packet 46", packet.Raw, "-v",
			"4500003800010000401166b20a0000010a0000020286028600240000000100180a00000100000100000e0000000703000006c000003f" +
				"0000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 24\n" +
				"\t  Hello Message (0x0100), length: 14, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Status TLV (0x0300), length: 6, Flags: [ignore and don't forward if unknown] [tlv length 6 < 8] (invalid" +
				")",
		},
		{
			"packet 47", packet.Raw, "-v",
			"4500003e00010000401166ac0a0000010a00000202860286002a00000001001e0a000001000001000014000000070503000c80000000" +
				"00001388000007d0", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 62)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 30\n" +
				"\t  Hello Message (0x0100), length: 20, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Fault-Tolerant Session Parameters TLV (0x0503), length: 12, Flags: [ignore and don't forward if unknown]" +
				"\n" +
				"\t      Flags: [Reconnect, Don't Save State, No All-Label Protection, All Labels Checkpoint, Don't Re-Learn St" +
				"ate], Reconnect Timeout: 5000ms, Recovery Time: 2000ms",
		},
		{
			"packet 48", packet.Raw, "-v",
			"4500003e00010000401166ac0a0000010a00000202860286002a00000001001e0a000001000001000014000000070503000c000f0000" +
				"00001388000007d0", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 62)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 30\n" +
				"\t  Hello Message (0x0100), length: 20, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Fault-Tolerant Session Parameters TLV (0x0503), length: 12, Flags: [ignore and don't forward if unknown]" +
				"\n" +
				"\t      Flags: [No Reconnect, Save State, All-Label Protection, Sequence Numbered Label Checkpoint, Re-Learn S" +
				"tate], Reconnect Timeout: 5000ms, Recovery Time: 2000ms",
		},
		{
			"packet 49", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a000000070601000205dc", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    MTU TLV (0x0601), length: 2, Flags: [ignore and don't forward if unknown]\n" +
				"\t      MTU: 1500",
		},
		{
			"packet 50", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007030100026162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Extended Status TLV (0x0301), length: 2, Flags: [ignore and don't forward if unknown]\n" +
				"\t      0x0000:  6162",
		},
		{
			"packet 51", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000100160a00000100000100000c000000070302000461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 22\n" +
				"\t  Hello Message (0x0100), length: 12, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    Returned PDU TLV (0x0302), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      0x0000:  6162 6364",
		},
		{
			"packet 52", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000100160a00000100000100000c000000070201000461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 22\n" +
				"\t  Hello Message (0x0100), length: 12, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t    ATM Label TLV (0x0201), length: 4, Flags: [ignore and don't forward if unknown]\n" +
				"\t      0x0000:  6162 6364",
		},
		{
			"packet 53", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a00000202860286001a00000002000e0a00000100000100000400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"packet 54", packet.Raw, "-v",
			"4500004000010000401166aa0a0000010a00000202860286002c00000001000e0a000001000001000004000000070001000e0a000001" +
				"00000201000400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 64)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 14\n" +
				"\t  Hello Message (0x0100), length: 4, Message ID: 0x00000007, Flags: [ignore if unknown]",
		},
		{
			"packet 55", packet.Raw, "-v",
			"4500003600010000401166b40a0000010a0000020286028600220000000100160a000001000001000004000000070201000400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 22\n" +
				"\t  Hello Message (0x0100), length: 4, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t  Keepalive Message (0x0201), length: 4, Message ID: 0x00000007, Flags: [ignore if unknown]",
		},
		{
			"packet 56", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a00000202860286001a00000001000e0a00000100000100000200000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"packet 57", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a00000202860286001a00000001000e0a00000100000100001400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"packet 58", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a0000020286028600200000000100140a00000100000100000a00000007040000096162", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 20\n" +
				"\t  Hello Message (0x0100), length: 10, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t\t TLV contents go past end of message",
		},
		{
			"packet 59", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a00000202860286001a0000000100320a00000100000100000400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"packet 60", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a00000100003e0000080000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Unknown Message (0x3e00), length: 8, Message ID: 0x00000007, Flags: [ignore if unknown]\n" +
				"\t  0x0000:  6162 6364",
		},
		{
			"packet 61", packet.Raw, "-v",
			"4500002e00010000401166bc0a0000010a00000202860286001a00000001000e0a00000100000201000400000007", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 46)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"packet 62", packet.Raw, "-v",
			"4500002600010000401166c40a0000010a0000020286028600120000000100030a0000010000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 38)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: ",
		},
		{
			"dumped 0", packet.Raw, "-vv",
			"4500003600010000401166b40a0000010a0000020286028600220000000200160a00000100000100000c000000070600000461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 54)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: [no cksum] \n" +
				"\tLDP version 2 packet not supported",
		},
		{
			"dumped 1", packet.Raw, "-vv",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000020000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: [no cksum] \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 2 (too short, < 4)",
		},
		{
			"dumped 2", packet.Raw, "-vv",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000000000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: [no cksum] \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 0 (too short, < 4)",
		},
		{
			"dumped 3", packet.Raw, "-vv",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000140000000761626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: [no cksum] \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 20, Message ID: 0x00000007, Flags: [ignore if unknown] [|ldp]",
		},
		{
			"plain 0", packet.Raw, "",
			"4500003600010000401166b40a0000010a0000020286028600220000000200160a00000100000100000c000000070600000461626364", 0,
			"IP 10.0.0.1.646 > 10.0.0.2.646: LDP version 2 packet not supported",
		},
		{
			"plain 1", packet.Raw, "",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000020000000761626364", 0,
			"IP 10.0.0.1.646 > 10.0.0.2.646: LDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18",
		},
		{
			"plain 2", packet.Raw, "",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000000000000761626364", 0,
			"IP 10.0.0.1.646 > 10.0.0.2.646: LDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18",
		},
		{
			"cut", packet.Raw, "-v -x",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a0000010000010000020000000761626364", 50,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646: \n" +
				"\tLDP, Label-Space-ID: 10.0.0.1:0, pdu-length: 18\n" +
				"\t  Hello Message (0x0100), length: 2 (too short, < 4)\n" +
				"\t0x0000:  4500 0032 0001 0000 4011 66b8 0a00 0001\n" +
				"\t0x0010:  0a00 0002 0286 0286 001e 0000 0001 0012\n" +
				"\t0x0020:  0a00 0001 0000 0100 0002 0000 0007 6162\n" +
				"\t0x0030:  6364",
		},
		{
			"header cut", packet.Raw, "-v",
			"4500003200010000401166b80a0000010a00000202860286001e0000000100120a", 50,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 50)\n" +
				"    10.0.0.1.646 > 10.0.0.2.646:  [|ldp]",
		},
	})
}
