package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestPPPoE(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"initiation", packet.Ethernet, "",
			"020000000001020000000002886311090000000c0101000001030004010203fe", 0,
			"PPPoE PADI [Service-Name] [Host-Uniq 0x010203FE]",
		},
		{
			"offer", packet.Ethernet, "",
			"020000000001020000000002886311070000000b010200074143206e616d65", 0,
			"PPPoE PADO [AC-Name \"AC name\"]",
		},
		{
			"unknown code and tag", packet.Ethernet, "",
			"020000000001020000000002886311d300070009099900056162016364", 0,
			"PPPoE PAD-d3 [ses 0x7] [TAG-0x999 \"ab.cd\"]",
		},
		{
			"end of list", packet.Ethernet, "",
			"0200000000010200000000028863110900000009000000000102000171", 0,
			"PPPoE PADI [EOL]",
		},
		{
			"tag cut", packet.Ethernet, "",
			"020000000001020000000002886311090000000a010200066162", 30,
			"PPPoE PADI [|pppoe]",
		},
		{
			"version and type", packet.Ethernet, "",
			"0200000000010200000000028863230900000000", 0,
			" [ver 2] [type 3]PPPoE PADI",
		},
		{
			"too short", packet.Ethernet, "",
			"0200000000010200000000028863110900", 0,
			" (length 3 < 6) (invalid)",
		},
		{
			"session", packet.Ethernet, "",
			"020000000001020000000002886411000007001e00214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"PPPoE  [ses 0x7] IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"session, link", packet.Ethernet, "-e",
			"020000000001020000000002886411000007001e00214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype PPPoE S (0x8864), length 50: PPPoE  [ses 0x7] IP (0x0021" +
				"), length 30: 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"session longer than the frame", packet.Ethernet, "",
			"020000000001020000000002886411000007006400214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"PPPoE  [len 100 > 30!] [ses 0x7] IP 1.2.3.4 > 192.168.1.1:  ip-proto-200 8",
		},
		{
			"session shorter than what it carries", packet.Ethernet, "",
			"020000000001020000000002886411000007000a00214500001c1234000040c8a23701020304c0a801016162636465666768", 0,
			"PPPoE  [ses 0x7] IP truncated-ip 8",
		},
	})
}
