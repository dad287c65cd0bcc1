package text

import (
	"testing"

	"wiredump/dissect"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestRTP(t *testing.T) {
	testPackets(t, []packetTest{
		{name: "audio", as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0018000080880001000003e81234567800000000",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 4 c8 * 1 1000"},
		{name: "audio -v", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0018000080080001000003e81234567800000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 4 c8  1 1000 305419896"},
		{name: "video", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e00180000801f0001000003e81234567812345678",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 4 c31  1 1000 305419896 0x1234"},
		{name: "extension", verbose: 1, as: dissect.ProtoRTP, b: "4500003000010000401166ba0a0000010a000002138c138e001c000090800001000003e812345678bede000100000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 8 c0 +* 1 1000 305419896"},
		{name: "extension too long", verbose: 1, as: dissect.ProtoRTP, b: "4500003000010000401166ba0a0000010a000002138c138e001c000090000001000003e812345678bede000200000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 48)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 8 c0 + 1 1000 305419896 !ext"},
		{name: "version 1", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0018000040c50007000000090201000081010000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtpv1 8 c5 +* 7 9 33619968"},
		{name: "version 1, bad option", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0018000040850007000000090201000081000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtpv1 8 c5 + 7 9 33619968 !opt"},
		{name: "behind the claimed length", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0012000080080001000003e81234567800000000",
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp, length 10 < 12"},
		{name: "short", as: dissect.ProtoRTP, b: "4500002300010000401166c70a0000010a000002138c138e000f000080000001000003",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp, length 7 < 8"},
		{name: "short 2", as: dissect.ProtoRTP, b: "4500002700010000401166c30a0000010a000002138c138e0013000080000001000003e8123456",
			want: "IP 10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp, length 11 < 12"},
		{name: "cut", verbose: 1, as: dissect.ProtoRTP, b: "4500002c00010000401166be0a0000010a000002138c138e0018000080080001000003e81234567800000000", captured: 38,
			want: "IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 44)\n    10.0.0.1.5004 > 10.0.0.2.5006: udp/rtp 4 c8  1 1000 [|rtp]"},
	})
}
