package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestIPsec(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"AH", packet.Ethernet, "",
			"020000000001020000000002080045000030123400004033a2b801020304c0a80101c80300000000000100000002aaaaaaaaaaaaaaaa" +
				"6162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: AH(spi=0x00000001,seq=0x2,icv=0xaaaaaaaaaaaaaaaa):  ip-proto-200 8",
		},
		{
			"AH, verbose", packet.Ethernet, "-v",
			"020000000001020000000002080045000044123400004033a2a401020304c0a80101040300000000000100000002aaaaaaaaaaaaaaaa" +
				"4500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto AH (51), length 68)\n" +
				"    1.2.3.4 > 192.168.1.1: AH(length=3(20-bytes),spi=0x00000001,seq=0x2,icv=0xaaaaaaaaaaaaaaaa): IP (tos " +
				"0x0, ttl 64, id 4660, offset 0, flags [none], proto unknown (200), length 28)\n" +
				"    1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"AH, reserved bits", packet.Ethernet, "",
			"020000000001020000000002080045000030123400004033a2b801020304c0a80101c80300070000000100000002aaaaaaaaaaaaaaaa" +
				"6162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: AH(reserved=0x7[MustBeZero],spi=0x00000001,seq=0x2,icv=0xaaaaaaaaaaaaaaaa):  ip" +
				"-proto-200 8",
		},
		{
			"AH, length 0", packet.Ethernet, "",
			"020000000001020000000002080045000030123400004033a2b801020304c0a80101c80000000000000100000002aaaaaaaaaaaaaaaa" +
				"6162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: AH(spi=0x00000001,seq=0x2,icv=0x):  ip-proto-200 20",
		},
		{
			"AH longer than the packet", packet.Ethernet, "",
			"020000000001020000000002080045000030123400004033a2b801020304c0a80101c81e00000000000100000002aaaaaaaaaaaaaaaa" +
				"6162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: AH(spi=0x00000001,seq=0x2,icv=0xaaaaaaaaaaaaaaaa6162636465666768 [|ah]",
		},
		{
			"AH cut", packet.Ethernet, "",
			"020000000001020000000002080045000028123400004033a2c001020304c0a80101c8030000000000010000", 62,
			"IP 1.2.3.4 > 192.168.1.1: AH(spi=0x00000001, [|ah]",
		},
		{
			"AH in IPv6", packet.Ethernet, "",
			"02000000000102000000000286dd60000000001c334020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3c0300000000000100000002aaaaaaaaaaaaaaaa6162636465666768", 0,
			"IP6 2001:db8::1 > ff02::1:2: AH(spi=0x00000001,seq=0x2,icv=0xaaaaaaaaaaaaaaaa):  ip-proto-60 8",
		},
		{
			"ESP", packet.Ethernet, "",
			"020000000001020000000002080045000024123400004032a2c501020304c0a8010161626364656667686162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: ESP(spi=0x61626364,seq=0x65666768), length 16",
		},
		{
			"ESP without data", packet.Ethernet, "",
			"02000000000102000000000208004500001c123400004032a2cd01020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  [|esp]",
		},
		{
			"IPComp", packet.Ethernet, "",
			"02000000000102000000000208004500001c12340000406ca29301020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1: IPComp(cpi=0x6364)",
		},
		{
			"IPComp cut", packet.Ethernet, "",
			"02000000000102000000000208004500001712340000406ca29801020304c0a80101616263", 0,
			"IP 1.2.3.4 > 192.168.1.1:  [|ipcomp]",
		},
	})
}
