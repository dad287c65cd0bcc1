package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestIPv4(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"plain", packet.Ethernet, "",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"verbose", packet.Ethernet, "-v",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"link", packet.Ethernet, "-e",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 42: 1.2.3.4 > 192.168.1.1:  ip-pro" +
				"to-200 8",
		},
		{
			"no type of service, ttl 0", packet.Ethernet, "-v",
			"02000000000102000000000208004500001c1234000000c8e23701020304c0a801016162636465666768", 0,
			"IP (tos 0x0, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"ECT(1)", packet.Ethernet, "-v",
			"02000000000102000000000208004501001c1234000040c8a23601020304c0a801016162636465666768", 0,
			"IP (tos 0x1,ECT(1), ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"ECT(0)", packet.Ethernet, "-v",
			"020000000001020000000002080045fe001c1234000040c8a13901020304c0a801016162636465666768", 0,
			"IP (tos 0xfe,ECT(0), ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"CE", packet.Ethernet, "-v",
			"02000000000102000000000208004503001c1234000040c8a23401020304c0a801016162636465666768", 0,
			"IP (tos 0x3,CE, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"flags", packet.Ethernet, "-v",
			"02000000000102000000000208004500001c1234e00140c8c23501020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 8, flags [+, DF, rsvd], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1: ip-proto-200",
		},
		{
			"first fragment", packet.Ethernet, "-v",
			"02000000000102000000000208004500001c1234200040c8823701020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [+], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"later fragment", packet.Ethernet, "",
			"02000000000102000000000208004500001c123400054011a2e901020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: ip-proto-17",
		},
		{
			"bad checksum", packet.Ethernet, "-v",
			"02000000000102000000000208004500001c1234000040c8000301020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28, bad cksum 3 (->a237" +
				")!)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"bad checksum, -K", packet.Ethernet, "-v -K",
			"02000000000102000000000208004500001c1234000040c8000301020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"header length 0", packet.Ethernet, "",
			"02000000000102000000000208004000001c1234000040c8a73701020304c0a801016162636465666768", 0,
			"IP bad-hlen 0",
		},
		{
			"header longer than packet", packet.Ethernet, "",
			"02000000000102000000000208004f00001c1234000040c8983701020304c0a801016162636465666768", 0,
			"IP bad-len 28",
		},
		{
			"total length 0", packet.Ethernet, "",
			"0200000000010200000000020800450000001234000040c8a25301020304c0a801016162636465666768", 0,
			"IP bad-len 0",
		},
		{
			"total length over the frame", packet.Ethernet, "",
			"0200000000010200000000020800450000641234000040c8a1ef01020304c0a801016162636465666768", 0,
			"IP truncated-ip - 72 bytes missing! 1.2.3.4 > 192.168.1.1:  ip-proto-200 80",
		},
		{
			"padding", packet.Ethernet, "",
			"0200000000010200000000020800450000161234000040c8a23d01020304c0a801016162000000000000000000000000000000000000" +
				"000000000000", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 2",
		},
		{
			"version 5", packet.Ethernet, "",
			"02000000000102000000000208005500001c1234000040c8923701020304c0a801016162636465666768", 0,
			"IP5 (invalid)",
		},
		{
			"version 6", packet.Ethernet, "",
			"02000000000102000000000208006500001c1234000040c8823701020304c0a801016162636465666768", 0,
			"IP6, wrong link-layer encapsulation (invalid)",
		},
		{
			"cut in header", packet.Ethernet, "",
			"02000000000102000000000208004500001c1234000040c8a23701020304c0a801", 42,
			"IP  [|ip]",
		},
		{
			"cut in options", packet.Ethernet, "",
			"0200000000010200000000020800480000281234000040c89f2b01020304c0a80101000000000000", 62,
			"IP 1.2.3.4 > 192.168.1.1:  [remaining caplen(26) < header length(32)] [|ip]",
		},
		{
			"no next header", packet.Ethernet, "",
			"02000000000102000000000208004500001c12340000403ba2c401020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: no next header",
		},
		{
			"ICMPv6", packet.Ethernet, "",
			"02000000000102000000000208004500001c12340000403aa2c501020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: [ICMPv6 requires IPv6] (invalid)",
		},
		{
			"IP in IP", packet.Ethernet, "",
			"020000000001020000000002080045000030123400004004a2e701020304c0a801014500001c1234000040c8a23701020304c0a80101" +
				"6162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"IP in IP, link", packet.Ethernet, "-e",
			"020000000001020000000002080045000030123400004004a2e701020304c0a801014500001c1234000040c8a23701020304c0a80101" +
				"6162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 62: 1.2.3.4 > 192.168.1.1: 1.2.3.4" +
				" > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"IPv6 in IP", packet.Ethernet, "-v",
			"020000000001020000000002080045000044123400004029a2ae01020304c0a80101600000000008c84020010db80000000000000000" +
				"00000001ff0200000000000000000000000100026162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto IPv6 (41), length 68)\n" +
				"    1.2.3.4 > 192.168.1.1: IP6 (hlim 64, next-header unknown (200) payload length: 8) 2001:db8::1 > ff02:" +
				":1:2:  ip-proto-200 8",
		},
		{
			"Ethernet", packet.Ethernet, "",
			"02000000000102000000000208004500001c12340000408fa27001020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: [Ethernet requires IPv6] (invalid)",
		},
	})
}
