package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestSTP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"config", packet.Ethernet, "",
			"02000000000102000000000200264242030000000000800100112233445500000013900200aabbccddee80030100140002000f00", 0,
			"STP 802.1d, Config, Flags [none], bridge-id 9002.00:aa:bb:cc:dd:ee.8003, length 35",
		},
		{
			"config, verbose", packet.Ethernet, "-v",
			"02000000000102000000000200264242030000000081800100112233445500000013900200aabbccddee80030100140002000f00", 0,
			"STP 802.1d, Config, Flags [Topology change, Topology change ACK], bridge-id 9002.00:aa:bb:cc:dd:ee.8003, " +
				"length 35\n" +
				"\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s\n" +
				"\troot-id 8001.00:11:22:33:44:55, root-pathcost 19",
		},
		{
			"rapid", packet.Ethernet, "-v",
			"0200000000010200000000020027424203000002023c800100112233445500000013900200aabbccddee80030100140002000f0000", 0,
			"STP 802.1w, Rapid STP, Flags [Learn, Forward], bridge-id 9002.00:aa:bb:cc:dd:ee.8003, length 36\n" +
				"\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s\n" +
				"\troot-id 8001.00:11:22:33:44:55, root-pathcost 19, port-role Designated",
		},
		{
			"topology change", packet.Ethernet, "",
			"020000000001020000000002000742420300000080", 0,
			"STP 802.1d, Topology Change",
		},
		{
			"times are rounded", packet.Ethernet, "-v",
			"02000000000102000000000200264242030000000000800100112233445500000013900200aabbccddee8003006403e8012cffff", 0,
			"STP 802.1d, Config, Flags [none], bridge-id 9002.00:aa:bb:cc:dd:ee.8003, length 35\n" +
				"\tmessage-age 0.39s, max-age 3.91s, hello-time 1.17s, forwarding-delay 256.00s\n" +
				"\troot-id 8001.00:11:22:33:44:55, root-pathcost 19",
		},
		{
			"unknown version", packet.Ethernet, "",
			"02000000000102000000000200264242030000090000800100112233445500000013900200aabbccddee80030100140002000f00", 0,
			"STP Unknown STP protocol (0x09)",
		},
		{
			"unknown type", packet.Ethernet, "",
			"02000000000102000000000200264242030000000300800100112233445500000013900200aabbccddee80030100140002000f00", 0,
			"STP 802.1d, Unknown BPDU Type (0x03)",
		},
		{
			"unknown protocol", packet.Ethernet, "",
			"02000000000102000000000200264242030001000000800100112233445500000013900200aabbccddee80030100140002000f00", 0,
			"unknown STP version, length 35",
		},
		{
			"too short", packet.Ethernet, "",
			"02000000000102000000000200254242030000000000800100112233445500000013900200aabbccddee80030100140002000f", 0,
			"STP 802.1d, Config (invalid)",
		},
		{
			"cut", packet.Ethernet, "-v",
			"02000000000102000000000200264242030000000000800100112233445500000013900200aabbccddee8003010014000200", 52,
			"STP 802.1d, Config, Flags [none], bridge-id 9002.00:aa:bb:cc:dd:ee.8003, length 35 [|stp]",
		},
		{
			"multiple", packet.Ethernet, "",
			"0200000000010200000000020069424203000003027c800100112233445500000013900200aabbccddee80030100140002000f000000" +
				"4000726567696f6e31000000000000000000000000000000000000000000000000000005aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000" +
				"03e8700001020304050614", 0,
			"STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 102",
		},
		{
			"multiple, verbose", packet.Ethernet, "-v",
			"0200000000010200000000020079424203000003027c800100112233445500000013900200aabbccddee80030100140002000f000000" +
				"5000726567696f6e31000000000000000000000000000000000000000000000000000005aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000" +
				"03e87000010203040506147c8005010203040506000000c8808013", 0,
			"STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 118\n" +
				"\tport-role Designated, CIST root-id 8001.00:11:22:33:44:55, CIST ext-pathcost 19\n" +
				"\tCIST regional-root-id 9002.00:aa:bb:cc:dd:ee, CIST port-id 8003,\n" +
				"\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s\n" +
				"\tv3len 80, MCID Name region1, rev 5,\n" +
				"\t\tdigest aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, CIST int-root-pathcost 1000,\n" +
				"\tCIST bridge-id 7000.01:02:03:04:05:06, CIST remaining-hops 20\n" +
				"\tMSTI 5, Flags [Learn, Forward, Agreement], port-role Designated\n" +
				"\t\tMSTI regional-root-id 8005.01:02:03:04:05:06, pathcost 200\n" +
				"\t\tMSTI bridge-prio 8, port-prio 8, hops 19",
		},
		{
			"multiple, length of version 3 too large", packet.Ethernet, "-v",
			"0200000000010200000000020079424203000003027c800100112233445500000013900200aabbccddee80030100140002000f000000" +
				"5100726567696f6e31000000000000000000000000000000000000000000000000000005aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000" +
				"03e87000010203040506147c8005010203040506000000c8808013", 0,
			"STP 802.1s, Rapid STP (invalid)",
		},
	})
}
