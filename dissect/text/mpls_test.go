package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestMPLS(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"stack", packet.Ethernet, "",
			"0200000000010200000000028847000106ff000111014500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"MPLS (label 16, tc 3, ttl 255) (label 17, tc 0, [S], ttl 1) IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"stack, verbose", packet.Ethernet, "-v",
			"0200000000010200000000028847000106ff000001014500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"MPLS (label 16, tc 3, ttl 255)\n" +
				"\t(label 0 (IPv4 explicit NULL), tc 0, [S], ttl 1)\n" +
				"\tIP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"IPv6 explicit NULL", packet.Ethernet, "-v",
			"020000000001020000000002884700002140600000000008c84020010db8000000000000000000000001ff0200000000000000000000" +
				"000100026162636465666768", 0,
			"MPLS (label 2 (IPv6 explicit NULL), tc 0, [S], ttl 64)\n" +
				"\tIP6 (hlim 64, next-header unknown (200) payload length: 8) 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"reserved label", packet.Ethernet, "-v",
			"0200000000010200000000028847000091404500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"MPLS (label 9 (rsvd), tc 0, [S], ttl 64)\n" +
				"\tIP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"payload by first nibble", packet.Ethernet, "",
			"020000000001020000000002884700010140600000000008c84020010db8000000000000000000000001ff0200000000000000000000" +
				"000100026162636465666768", 0,
			"MPLS (label 16, tc 0, [S], ttl 64) IP6 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"payload unknown", packet.Ethernet, "",
			"0200000000010200000000028847000101406162636465666768", 0,
			"MPLS (label 16, tc 0, [S], ttl 64)  [|ip6]",
		},
		{
			"payload unknown, quiet", packet.Ethernet, "-q",
			"0200000000010200000000028847000101406162636465666768", 0,
			"MPLS (label 16, tc 0, [S], ttl 64)  [|ip6]",
		},
		{
			"nothing behind it", packet.Ethernet, "",
			"020000000001020000000002884700010140", 0,
			"MPLS (label 16, tc 0, [S], ttl 64)",
		},
		{
			"no bottom", packet.Ethernet, "",
			"020000000001020000000002884700010040", 0,
			"MPLS (label 16, tc 0, ttl 64) (invalid)",
		},
		{
			"cut", packet.Ethernet, "-x",
			"0200000000010200000000028847000100400001", 22,
			"MPLS (label 16, tc 0, ttl 64) [|mpls]\n\t0x0000:  0200 0000 0001 0200 0000 0002 8847 0001\n\t0x0010:  0040 0001",
		},
	})
}
