package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestCooked(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"plain", packet.LinuxSLL, "",
			"000000010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"in", packet.LinuxSLL, "-e",
			"000000010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			" In 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"broadcast", packet.LinuxSLL, "-e",
			"000100010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"  B 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"multicast", packet.LinuxSLL, "-e",
			"000200010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"  M 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"to another host", packet.LinuxSLL, "-e",
			"000300010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"  P 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"out, quiet", packet.LinuxSLL, "-e -q",
			"000400010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"Out 01:02:03:04:05:06 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"type 5", packet.LinuxSLL, "-e",
			"000500010006010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"  ? 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"address of 7 bytes", packet.LinuxSLL, "-e",
			"000000010007010203040506070808004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			" In ethertype IPv4 (0x0800), length 44: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"cut", packet.LinuxSLL, "-x",
			"000000010006010203040506070808", 44,
			" [|sll]\n\t0x0000:  0000 0001 0006 0102 0304 0506 0708 08",
		},
		{
			"unknown protocol", packet.LinuxSLL, "",
			"000000010006010203040506070812346162636465666768", 0,
			" In 01:02:03:04:05:06 ethertype Unknown (0x1234), length 24: \n" +
				"\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"protocol 2", packet.LinuxSLL, "",
			"000000010006010203040506070800026162636465666768", 0,
			"\n\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"802.2", packet.LinuxSLL, "-e",
			"00000001000601020304050607080004f0f0036162636465666768", 0,
			" In 01:02:03:04:05:06 802.2, length 27: LLC, dsap NetBeui (0xf0) Individual, ssap NetBeui (0xf0) Command," +
				" ctrl 0x03: Unnumbered, ui, Flags [Command], length 11\n" +
				"\t0x0000:  f0f0 0361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"802.2, no addresses", packet.LinuxSLL, "",
			"00000001000601020304050607080004f0f1036162636465666768", 0,
			"NetBeui Unnumbered, ui, Flags [Response], length 11\n" +
				"\t0x0000:  f0f1 0361 6263 6465 6667 68              ...abcdefgh",
		},
		{
			"tag", packet.LinuxSLL, "",
			"00000001000601020304050607088100000708004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"ethertype IPv4, IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"tag, link", packet.LinuxSLL, "-e",
			"00000001000601020304050607088100f00708004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			" In 01:02:03:04:05:06 ethertype 802.1Q (0x8100), length 48: vlan 7, p 7, DEI, ethertype IPv4, 1.2.3.4 > 1" +
				"92.168.1.1:  ip-proto-200 8",
		},
		{
			"quirk sll-unknown", packet.LinuxSLL, "",
			"00000001000601020304050607088100000712346162636465666768", 0,
			"ethertype Unknown,  In 01:02:03:04:05:06 ethertype 802.1Q (0x8100), length 24: \n" +
				"\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"tag cut", packet.LinuxSLL, "",
			"00000001000601020304050607088100000708", 48,
			" [|vlan]",
		},
		{
			"version 2", packet.LinuxSLL2, "-e",
			"08000000000000000001040601020304050607084500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"?     Out ifindex 0 01:02:03:04:05:06 ethertype IPv4 (0x0800), length 48: 1.2.3.4 > 192.168.1.1:  ip-prot" +
				"o-200 8",
		},
		{
			"version 2, no such interface", packet.LinuxSLL2, "",
			"86dd000000000000000100060102030405060708600000000008c84020010db8000000000000000000000001ff020000000000000000" +
				"0000000100026162636465666768", 0,
			"?     In  IP6 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"version 2, unknown protocol", packet.LinuxSLL2, "",
			"12340000000000000001000601020304050607086162636465666768", 0,
			"?     In  ifindex 0 01:02:03:04:05:06 ethertype Unknown (0x1234), length 28: \n" +
				"\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"version 2, cut", packet.LinuxSLL2, "",
			"08000000000000000001000601020304050607", 48,
			" [|sll2]",
		},
	})
}
