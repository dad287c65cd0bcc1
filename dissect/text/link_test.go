package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestLink(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"null", packet.Null, "",
			"020000004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"null, link", packet.Null, "-e",
			"020000004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"AF IPv4 (2), length 32: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"null, quiet", packet.Null, "-e -q",
			"020000004500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IPv4, length 32: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"null, other byte order", packet.Null, "-e",
			"000000024500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"AF IPv4 (2), length 32: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"null, IPv6 of NetBSD", packet.Null, "-e",
			"18000000600000000008c84020010db8000000000000000000000001ff0200000000000000000000000100026162636465666768", 0,
			"AF IPv6 (24), length 52: 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"null, IPv6 of FreeBSD", packet.Null, "-e",
			"1c000000600000000008c84020010db8000000000000000000000001ff0200000000000000000000000100026162636465666768", 0,
			"AF IPv6 (28), length 52: 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"null, IPv6 of Darwin", packet.Null, "-e",
			"1e000000600000000008c84020010db8000000000000000000000001ff0200000000000000000000000100026162636465666768", 0,
			"AF IPv6 (30), length 52: 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"null, unknown", packet.Null, "",
			"050000006162636465666768", 0,
			"AF Unknown (5), length 12: \n\t0x0000:  6162 6364 6566 6768                      abcdefgh",
		},
		{
			"null, unknown, quiet", packet.Null, "-q",
			"050000006162636465666768", 0,
			"Unknown AF 5, length 12: ",
		},
		{
			"null, cut", packet.Null, "-x",
			"020000", 32,
			" [|null]\n\t0x0000:  0200 00",
		},
		{
			"null, nothing but header", packet.Null, "-x",
			"02000000", 32,
			" [|ip]\n\t0x0000:  0200 0000",
		},
		{
			"loop", packet.Loop, "-e",
			"000000024500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"AF IPv4 (2), length 32: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"raw", packet.Raw, "",
			"4500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"raw, link", packet.Raw, "-e",
			"600000000008c84020010db8000000000000000000000001ff0200000000000000000000000100026162636465666768", 0,
			"ip: 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"raw, version 0", packet.Raw, "",
			"00616263", 0,
			"unknown ip 0",
		},
		{
			"raw IPv4 is raw", packet.IPv4, "-e",
			"600000000008c84020010db8000000000000000000000001ff0200000000000000000000000100026162636465666768", 0,
			"ip: 2001:db8::1 > ff02::1:2:  ip-proto-200 8",
		},
		{
			"unsupported", 147, "-x",
			"6162636465666768", 0,
			"UNSUPPORTED\n\t0x0000:  6162 6364 6566 6768                      abcdefgh\n\t0x0000:  6162 6364 6566 6768",
		},
	})
}
