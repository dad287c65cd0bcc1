package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestLSPPing(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"request", packet.Raw, "",
			"4500003c00010000401166ae0a0000010a0000020fa00daf002800000001000001020000112233440000000583aa7e80800000000000000000000000", 0,
			"IP 10.0.0.1.4000 > 10.0.0.2.3503: LSP-PINGv1, MPLS Echo Request, seq 5, length: 32",
		},
		{
			"unknown type", packet.Raw, "",
			"4500003c00010000401166ae0a0000010a0000020fa00daf002800000001000007020000112233440000000583aa7e80800000000000000000000000", 0,
			"IP 10.0.0.1.4000 > 10.0.0.2.3503: LSP-PINGv1, unknown (7), seq 5, length: 32",
		},
		{
			"version", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a0000020fa00daf002800000002000001020000112233440000000583aa7e80800000000000000000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: LSP-PING version 2 packet not supported",
		},
		{
			"short", packet.Raw, "-v",
			"4500002500010000401166c50a0000010a0000020fa00daf00110000000100000102000011", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 37)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\t\t packet is too short",
		},
		{
			"short header", packet.Raw, "",
			"4500001c00010000401166ce0a0000010a0000020fa00daf00080000", 0,
			"IP 10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\t\t packet is too short",
		},
		{
			"times", packet.Raw, "-v",
			"4500003c00010000401166ae0a0000010a0000020fa00daf002800000001000002040302112233440000000583aa7e808000000083aa7e8100100000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 60)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Reply (2), length: 32\n" +
				"\t  reply-mode: Reply via application level control channel (4)\n" +
				"\t  Return Code: Replying router is an egress for the FEC at stack depth 2 (3)\n" +
				"\t  Return Subcode: (2)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: 2208988801.000244140 (1970-01-01T00:00:01Z)",
		},
		{
			"target 1", packet.Raw, "-vv",
			"4500004c000100004011669e0a0000010a0000020fa00daf003800000001000001020000112233440000000583aa7e808000000000000000000000000001000c000100050102030405000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: [no cksum] \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 48\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 12\n" +
				"\t    LDP IPv4 prefix subTLV (1), length: 5\n" +
				"\t      1.2.3.4/5\n" +
				"\t      0x0000:  0102 0304 05\n" +
				"\t    0x0000:  0001 0005 0102 0304 0500 0000",
		},
		{
			"target 2", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e8080000000000000000000000000010018000200110102030405060708090a0b0c0d0e0f1011000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 24\n" +
				"\t    LDP IPv6 prefix subTLV (2), length: 17\n" +
				"\t      102:304:506:708:90a:b0c:d0e:f10/17",
		},
		{
			"target 3", packet.Raw, "-vv",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e8080000000000000000000000000010018000300140102030405060708090a0b0c0d0e0f1011121314", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: [no cksum] \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 24\n" +
				"\t    RSVP IPv4 Session Query subTLV (3), length: 20\n" +
				"\t      tunnel end-point 1.2.3.4, tunnel sender 13.14.15.16, lsp-id 0x1314\n" +
				"\t      tunnel-id 0x0708, extended tunnel-id 9.10.11.12\n" +
				"\t      0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10\n" +
				"\t      0x0010:  1112 1314\n" +
				"\t    0x0000:  0003 0014 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1112 1314",
		},
		{
			"target 4", packet.Raw, "-v",
			"4500007c000100004011666e0a0000010a0000020fa00daf006800000001000001020000112233440000000583aa7e808000000000000000000000000001003c000400380102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 124)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 96\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 60\n" +
				"\t    RSVP IPv6 Session Query subTLV (4), length: 56\n" +
				"\t      tunnel end-point 102:304:506:708:90a:b0c:d0e:f10, tunnel sender 2526:2728:292a:2b2c:2d2e:2f30:3132:3334, lsp-id 0x3738\n" +
				"\t      tunnel-id 0x1314, extended tunnel-id 1516:1718:191a:1b1c:1d1e:1f20:2122:2324",
		},
		{
			"target 6", packet.Raw, "-v",
			"4500005400010000401166960a0000010a0000020fa00daf004000000001000001020000112233440000000583aa7e80800000000000000000000000000100140006000d0102030405060708090a0b0c0d000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 84)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 56\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 20\n" +
				"\t    VPN IPv4 prefix subTLV (6), length: 13\n" +
				"\t      RD: unknown RD format, 9.10.11.12/13",
		},
		{
			"target 7", packet.Raw, "-vv",
			"45000060000100004011668a0a0000010a0000020fa00daf004c00000001000001020000112233440000000583aa7e8080000000000000000000000000010020000700190102030405060708090a0b0c0d0e0f10111213141516171819000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 96)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: [no cksum] \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 68\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 32\n" +
				"\t    VPN IPv6 prefix subTLV (7), length: 25\n" +
				"\t      RD: unknown RD format, 90a:b0c:d0e:f10:1112:1314:1516:1718/25\n" +
				"\t      0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10\n" +
				"\t      0x0010:  1112 1314 1516 1718 19\n" +
				"\t    0x0000:  0007 0019 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1112 1314 1516 1718 1900 0000",
		},
		{
			"target 8", packet.Raw, "-v",
			"4500005400010000401166960a0000010a0000020fa00daf004000000001000001020000112233440000000583aa7e80800000000000000000000000000100140008000e0102030405060708090a0b0c0d0e0000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 84)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 56\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 20\n" +
				"\t    L2 VPN endpoint subTLV (8), length: 14\n" +
				"\t      RD: unknown RD format, Sender VE ID: 2314, Receiver VE ID: 2828\n" +
				"\t      Encapsulation Type: unknown (3342)",
		},
		{
			"target 9", packet.Raw, "-vv",
			"45000050000100004011669a0a0000010a0000020fa00daf003c00000001000001020000112233440000000583aa7e80800000000000000000000000000100100009000a0102030405060708090a0000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 80)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: [no cksum] \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 52\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 16\n" +
				"\t    FEC 128 pseudowire (old) subTLV (9), length: 10\n" +
				"\t      Remote PE: 1.2.3.4\n" +
				"\t      PW ID: 0x05060708, PW Type: unknown (2314)\n" +
				"\t      0x0000:  0102 0304 0506 0708 090a\n" +
				"\t    0x0000:  0009 000a 0102 0304 0506 0708 090a 0000",
		},
		{
			"target 10", packet.Raw, "-v",
			"4500005400010000401166960a0000010a0000020fa00daf004000000001000001020000112233440000000583aa7e8080000000000000000000000000010014000a000e0102030405060708090a0b0c0d0e0000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 84)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 56\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 20\n" +
				"\t    FEC 128 pseudowire subTLV (10), length: 14\n" +
				"\t      Sender PE: 1.2.3.4, Remote PE: 5.6.7.8\n" +
				"\t      PW ID: 0x090a0b0c, PW Type: unknown (3342)",
		},
		{
			"target 12", packet.Raw, "-v",
			"4500004c000100004011669e0a0000010a0000020fa00daf003800000001000001020000112233440000000583aa7e808000000000000000000000000001000c000c00050102030405000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 48\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 12\n" +
				"\t    BGP labeled IPv4 prefix subTLV (12), length: 5\n" +
				"\t      1.2.3.4/5",
		},
		{
			"target 13", packet.Raw, "-vv",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e8080000000000000000000000000010018000d00110102030405060708090a0b0c0d0e0f1011000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: [no cksum] \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 24\n" +
				"\t    BGP labeled IPv6 prefix subTLV (13), length: 17\n" +
				"\t      102:304:506:708:90a:b0c:d0e:f10/17\n" +
				"\t      0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10\n" +
				"\t      0x0010:  11\n" +
				"\t    0x0000:  000d 0011 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1100 0000",
		},
		{
			"target size", packet.Raw, "-v",
			"4500004800010000401166a20a0000010a0000020fa00daf003400000001000001020000112233440000000583aa7e80800000000000000000000000000100080001000361626300", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 72)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 44\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 8\n" +
				"\t    LDP IPv4 prefix subTLV (1), length: 3\n" +
				"\t      invalid subTLV length, should be 5\n" +
				"\t      0x0000:  6162 63",
		},
		{
			"target past its end", packet.Raw, "-v",
			"4500004900010000401166a10a0000010a0000020fa00daf003500000001000001020000112233440000000583aa7e8080000000000000000000000000010009000100326162636465", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 73)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 45\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 9\n" +
				"\t      TLV is too short\n" +
				"\t    0x0000:  0001 0032 6162 6364 65\n" +
				"\t\t packet is too short",
		},
		{
			"target without padding", packet.Raw, "-v",
			"4500004c000100004011669e0a0000010a0000020fa00daf003800000001000001020000112233440000000583aa7e8080000000000000000000000000010009000100056162636465000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 48\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 9\n" +
				"\t    LDP IPv4 prefix subTLV (1), length: 5\n" +
				"\t      97.98.99.100/101\n" +
				"\t\t TLV is too short",
		},
		{
			"second target", packet.Raw, "-v",
			"4500006c000100004011667e0a0000010a0000020fa00daf005800000001000001020000112233440000000583aa7e808000000000000000000000000001002c000a000e0102030405060708090a0b0c00050000000200110102030405060708090a0b0c0d0e0f1011000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 108)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 80\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 44\n" +
				"\t    FEC 128 pseudowire subTLV (10), length: 14\n" +
				"\t      Sender PE: 1.2.3.4, Remote PE: 5.6.7.8\n" +
				"\t      PW ID: 0x090a0b0c, PW Type: Ethernet (5)\n" +
				"\t    Reserved subTLV (5), length: 0\n" +
				"\t    Reserved subTLV (5), length: 0\n" +
				"\t    Reserved subTLV (5), length: 0\n" +
				"\t    Reserved subTLV (5), length: 0\n" +
				"\t    Reserved subTLV (5), length: 0\n" +
				"\t    Reserved subTLV (5), length: 0",
		},
		{
			"downstream 1, 12", packet.Raw, "-v",
			"45000050000100004011669a0a0000010a0000020fa00daf003c00000001000001020000112233440000000583aa7e808000000000000000000000000002001005dc01000102030405060708090a0b0c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 80)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 52\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 16\n" +
				"\t    MTU: 1500, Address-Type: IPv4 (1)\n" +
				"\t    Downstream IP: 1.2.3.4\n" +
				"\t    Downstream Interface IP: 5.6.7.8\n" +
				"\t    0x0000:  05dc 0100 0102 0304 0506 0708 090a 0b0c",
		},
		{
			"downstream 2, 12", packet.Raw, "-v",
			"45000050000100004011669a0a0000010a0000020fa00daf003c00000001000001020000112233440000000583aa7e808000000000000000000000000002001005dc02000102030405060708090a0b0c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 80)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 52\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 16\n" +
				"\t    MTU: 1500, Address-Type: Unnumbered IPv4 (2)\n" +
				"\t    Downstream IP: 1.2.3.4\n" +
				"\t    Downstream Interface Index: 0x05060708\n" +
				"\t    0x0000:  05dc 0200 0102 0304 0506 0708 090a 0b0c",
		},
		{
			"downstream 3, 36", packet.Raw, "-v",
			"4500006800010000401166820a0000010a0000020fa00daf005400000001000001020000112233440000000583aa7e808000000000000000000000000002002805dc03000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 104)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 76\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 40\n" +
				"\t    MTU: 1500, Address-Type: IPv6 (3)\n" +
				"\t    Downstream IP: 102:304:506:708:90a:b0c:d0e:f10\n" +
				"\t    Downstream Interface IP: 1112:1314:1516:1718:191a:1b1c:1d1e:1f20\n" +
				"\t    0x0000:  05dc 0300 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1112 1314 1516 1718 191a 1b1c\n" +
				"\t    0x0020:  1d1e 1f20 2122 2324",
		},
		{
			"downstream 4, 24", packet.Raw, "-v",
			"4500005c000100004011668e0a0000010a0000020fa00daf004800000001000001020000112233440000000583aa7e808000000000000000000000000002001c05dc04000102030405060708090a0b0c0d0e0f101112131415161718", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 92)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 64\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 28\n" +
				"\t    MTU: 1500, Address-Type: IPv6 (4)\n" +
				"\t    Downstream IP: 102:304:506:708:90a:b0c:d0e:f10\n" +
				"\t    Downstream Interface Index: 0x11121314\n" +
				"\t    0x0000:  05dc 0400 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1112 1314 1516 1718",
		},
		{
			"downstream 5, 12", packet.Raw, "-v",
			"45000050000100004011669a0a0000010a0000020fa00daf003c00000001000001020000112233440000000583aa7e808000000000000000000000000002001005dc05000102030405060708090a0b0c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 80)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 52\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 16\n" +
				"\t    MTU: 1500, Address-Type: unknown (5)\n" +
				"\t    0x0000:  05dc 0500 0102 0304 0506 0708 090a 0b0c",
		},
		{
			"downstream 1, 8", packet.Raw, "-v",
			"4500004c000100004011669e0a0000010a0000020fa00daf003800000001000001020000112233440000000583aa7e808000000000000000000000000002000c05dc01000102030405060708", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 48\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 12\n" +
				"\t    MTU: 1500, Address-Type: IPv4 (1)\n" +
				"\t    Downstream IP: 1.2.3.4\n" +
				"\t    Downstream Interface IP: 5.6.7.8\n" +
				"\t      TLV is too short\n" +
				"\t    0x0000:  05dc 0100 0102 0304 0506 0708",
		},
		{
			"downstream 3, 20", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e808000000000000000000000000002001805dc03000102030405060708090a0b0c0d0e0f1011121314", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Downstream Mapping TLV (2), length: 24\n" +
				"\t    MTU: 1500, Address-Type: IPv6 (3)\n" +
				"\t      TLV is too short\n" +
				"\t    0x0000:  05dc 0300 0102 0304 0506 0708 090a 0b0c\n" +
				"\t    0x0010:  0d0e 0f10 1112 1314",
		},
		{
			"vendor", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000020fa00daf003000000001000001020000112233440000000583aa7e808000000000000000000000000005000400000009", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 40\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Vendor Enterprise Code TLV (5), length: 4\n" +
				"\t    Vendor: Cisco (0x0009)",
		},
		{
			"vendor short", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000020fa00daf003000000001000001020000112233440000000583aa7e808000000000000000000000000005000361626300", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 40\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Vendor Enterprise Code TLV (5), length: 3\n" +
				"\t      TLV is too short\n" +
				"\t    0x0000:  6162 63",
		},
		{
			"discriminator", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000020fa00daf003000000001000001020000112233440000000583aa7e80800000000000000000000000000f000461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 40\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  BFD Discriminator TLV (15), length: 4\n" +
				"\t    BFD Discriminator 0x61626364",
		},
		{
			"unknown", packet.Raw, "-v",
			"4500004d000100004011669d0a0000010a0000020fa00daf003900000001000001020000112233440000000583aa7e8080000000000000000000000000c8000461626364000300000009000131", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 77)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 49\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Unknown TLV (200), length: 4\n" +
				"\t    0x0000:  6162 6364\n" +
				"\t  Pad TLV (3), length: 0\n" +
				"\t  Error Code TLV (9), length: 1\n" +
				"\t    0x0000:  31\n" +
				"\t\t packet is too short",
		},
		{
			"past the end", packet.Raw, "-v",
			"4500004400010000401166a60a0000010a0000020fa00daf003000000001000001020000112233440000000583aa7e808000000000000000000000000009006461626364", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 68)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 40\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Error Code TLV (9), length: 100\n" +
				"\t\t packet is too short",
		},
		{
			"rest", packet.Raw, "-v",
			"4500003f00010000401166ab0a0000010a0000020fa00daf002b00000001000001020000112233440000000583aa7e80800000000000000000000000616263", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 63)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 35\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t\t packet is too short",
		},
		{
			"cut at 30", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001", 88,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503:  [|lspping]",
		},
		{
			"cut at 62", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e808000000000000000000000000001", 88,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp [|lspping]",
		},
		{
			"cut at 66", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e808000000000000000000000000001000c0001", 88,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 12 [|lspping]",
		},
		{
			"cut at 77", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e808000000000000000000000000001000c00010005616263646500000000", 88,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 12\n" +
				"\t    LDP IPv4 prefix subTLV (1), length: 5\n" +
				"\t      97.98.99.100/101 [|lspping]",
		},
		{
			"cut at 85", packet.Raw, "-v",
			"4500005800010000401166920a0000010a0000020fa00daf004400000001000001020000112233440000000583aa7e808000000000000000000000000001000c000100056162636465000000000300086162636465", 88,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.4000 > 10.0.0.2.3503: \n" +
				"\tLSP-PINGv1, msg-type: MPLS Echo Request (1), length: 60\n" +
				"\t  reply-mode: Reply via an IPv4/IPv6 UDP packet (2)\n" +
				"\t  Return Code: No return code or return code contained in the Error Code TLV (0)\n" +
				"\t  Return Subcode: (0)\n" +
				"\t  Sender Handle: 0x11223344, Sequence: 5\n" +
				"\t  Sender Timestamp: 2208988800.500000000 (1970-01-01T00:00:00Z) Receiver Timestamp: no timestamp\n" +
				"\t  Target FEC Stack TLV (1), length: 12\n" +
				"\t    LDP IPv4 prefix subTLV (1), length: 5\n" +
				"\t      97.98.99.100/101\n" +
				"\t  Pad TLV (3), length: 8 [|lspping]",
		},
	})
}
