package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestSlow(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"OAM 0", packet.Ethernet, "-vv",
			"0200000000010200000000028809030050000110010000011d05dc0012340a0b0c0d0210010000011d05dc0012340a0b0c0dfe05abcd" +
				"ef09020000", 0,
			"OAM, length 45\n" +
				"\tCode Information OAM PDU, Flags [Local Stable, Remote Stable]\n" +
				"\t  Local Information Type (1), length 16\n" +
				"\t    OAM-Version 1, Revision 0\n" +
				"\t    State-Parser-Action looping back, State-MUX-Action forwarding\n" +
				"\t    OAM-Config Flags [Active, Remote-Loopback, Link-Events, Variable-Retrieval], OAM-PDU-Config max-PDU size" +
				" 1500\n" +
				"\t    OUI Unknown (0x001234), Vendor-Private 0x0a0b0c0d\n" +
				"\t  0x0000:  0110 0100 0001 1d05 dc00 1234 0a0b 0c0d\n" +
				"\t  Remote Information Type (2), length 16\n" +
				"\t    OAM-Version 1, Revision 0\n" +
				"\t    State-Parser-Action looping back, State-MUX-Action forwarding\n" +
				"\t    OAM-Config Flags [Active, Remote-Loopback, Link-Events, Variable-Retrieval], OAM-PDU-Config max-PDU size" +
				" 1500\n" +
				"\t    OUI Unknown (0x001234), Vendor-Private 0x0a0b0c0d\n" +
				"\t  0x0000:  0210 0100 0001 1d05 dc00 1234 0a0b 0c0d\n" +
				"\t  Organization specific Information Type (254), length 5\n" +
				"\t  0x0000:  fe05 abcd ef\n" +
				"\t  Reserved Information Type (9), length 2\n" +
				"\t  0x0000:  0902\n" +
				"\t  End of TLV marker Information Type (0), length 0",
		},
		{
			"OAM 1", packet.Ethernet, "-v",
			"020000000001020000000002880903000001000101280102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20" +
				"21222324252602280102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223242526fe09010203040506" +
				"07", 0,
			"OAM, length 95\n" +
				"\tCode Event Notification OAM PDU, Flags [none]\n" +
				"\t  Sequence Number 1\n" +
				"\t  Errored Symbol Period Event Link Event Type (1), length 40\n" +
				"\t    Timestamp 25800 ms, Errored Window 217304205466536202\n" +
				"\t    Errored Threshold 796025588171149586\n" +
				"\t    Errors 1374746970875762970\n" +
				"\t    Error Running Total 1953468353580376354\n" +
				"\t    Event Running Total 589571366\n" +
				"\t  Errored Frame Event Link Event Type (2), length 40\n" +
				"\t    Timestamp 25800 ms, Errored Window 217304205466536202\n" +
				"\t    Errored Threshold 796025588171149586\n" +
				"\t    Errors 1374746970875762970\n" +
				"\t    Error Running Total 1953468353580376354\n" +
				"\t    Event Running Total 589571366\n" +
				"\t  Organization specific Link Event Type (254), length 9\n" +
				"\t  0x0000:  fe09 0102 0304 0506 07",
		},
		{
			"OAM 2", packet.Ethernet, "-v",
			"02000000000102000000000288090300000401", 0,
			"OAM, length 5\n" +
				"\tCode Loopback Control OAM PDU, Flags [none]\n" +
				"\t  Command Enable OAM Remote Loopback (1)",
		},
		{
			"OAM 3", packet.Ethernet, "-v",
			"02000000000102000000000288090300000261626364", 0,
			"OAM, length 8\n" +
				"\tCode Variable Request OAM PDU, Flags [none]\n" +
				"\t  0x0000:  6162 6364",
		},
		{
			"OAM 4", packet.Ethernet, "-v",
			"02000000000102000000000288090201011000010011223344550000000700000000", 0,
			"MARKERv1, length 20\n" +
				"\tMarker Information TLV (0x01), length 16\n" +
				"\t  Request System 00:11:22:33:44:55, Request Port 1, Request Transaction ID 0x00000007\n" +
				"\tTerminator TLV (0x00), length 0",
		},
		{
			"LACP", packet.Ethernet, "-v",
			"02000000000102000000000288090101011480000013c4120f00000d80000016ff000000021480000013c4120f00000d80000016ff00" +
				"0000031080000000000000000000000000000000", 0,
			"LACPv1, length 60\n" +
				"\tActor Information TLV (0x01), length 20\n" +
				"\t  System 00:13:c4:12:0f:00, System Priority 32768, Key 13, Port 22, Port Priority 32768\n" +
				"\t  State Flags [Activity, Timeout, Aggregation, Synchronization, Collecting, Distributing, Default, Expired]" +
				"\n" +
				"\tPartner Information TLV (0x02), length 20\n" +
				"\t  System 00:13:c4:12:0f:00, System Priority 32768, Key 13, Port 22, Port Priority 32768\n" +
				"\t  State Flags [Activity, Timeout, Aggregation, Synchronization, Collecting, Distributing, Default, Expired]" +
				"\n" +
				"\tCollector Information TLV (0x03), length 16\n" +
				"\t  Max Delay 32768\n" +
				"\tTerminator TLV (0x00), length 0",
		},
		{
			"LACP, dumped", packet.Ethernet, "-vv",
			"02000000000102000000000288090101011480000013c4120f00000d80000016ff000000021480000013c4120f00000d80000016ff00" +
				"0000031080000000000000000000000000000000", 0,
			"LACPv1, length 60\n" +
				"\tActor Information TLV (0x01), length 20\n" +
				"\t  System 00:13:c4:12:0f:00, System Priority 32768, Key 13, Port 22, Port Priority 32768\n" +
				"\t  State Flags [Activity, Timeout, Aggregation, Synchronization, Collecting, Distributing, Default, Expired]" +
				"\n" +
				"\t  0x0000:  8000 0013 c412 0f00 000d 8000 0016 ff00\n" +
				"\t  0x0010:  0000\n" +
				"\tPartner Information TLV (0x02), length 20\n" +
				"\t  System 00:13:c4:12:0f:00, System Priority 32768, Key 13, Port 22, Port Priority 32768\n" +
				"\t  State Flags [Activity, Timeout, Aggregation, Synchronization, Collecting, Distributing, Default, Expired]" +
				"\n" +
				"\t  0x0000:  8000 0013 c412 0f00 000d 8000 0016 ff00\n" +
				"\t  0x0010:  0000\n" +
				"\tCollector Information TLV (0x03), length 16\n" +
				"\t  Max Delay 32768\n" +
				"\t  0x0000:  8000 0000 0000 0000 0000 0000 0000\n" +
				"\tTerminator TLV (0x00), length 0",
		},
		{
			"not verbose", packet.Ethernet, "",
			"02000000000102000000000288090101011480000013c4120f00000d80000016ff000000021480000013c4120f00000d80000016ff00" +
				"0000031080000000000000000000000000000000", 0,
			"LACPv1, length 60",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"02000000000102000000000288090101011480000013c4120f00000d8000", 74,
			"LACPv1, length 60\n" +
				"\tActor Information TLV (0x01), length 20 [|slow]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 8809 0101\n" +
				"\t0x0010:  0114 8000 0013 c412 0f00 000d 8000",
		},
		{
			"version", packet.Ethernet, "",
			"020000000001020000000002880901026161", 0,
			"LACP version 2 packet not supported",
		},
		{
			"unknown", packet.Ethernet, "",
			"020000000001020000000002880907026161", 0,
			"unknown (7), length 4\n" +
				"\t0x0000:  0702 6161",
		},
		{
			"illegal lengths", packet.Ethernet, "-v",
			"02000000000102000000000288090101011380000013c4120f00000d80000016ff00000101", 0,
			"LACPv1, length 23\n" +
				"\tActor Information TLV (0x01), length 19\n" +
				"\t    ERROR: illegal length - should be 20\n" +
				"\tActor Information TLV (0x01), length 1\n" +
				"\t    ERROR: illegal length - should be >= 2",
		},
		{
			"too long", packet.Ethernet, "-v",
			"020000000001020000000002880901010114616263", 0,
			"LACPv1, length 7\n" +
				"\tActor Information TLV (0x01), length 20\n" +
				"\t\t packet is too short",
		},
		{
			"OAM lengths", packet.Ethernet, "-v",
			"020000000001020000000002880903005000010f616161616161616161616161610110", 0,
			"OAM, length 21\n" +
				"\tCode Information OAM PDU, Flags [Local Stable, Remote Stable]\n" +
				"\t  Local Information Type (1), length 15\n" +
				"\t    ERROR: illegal length - should be 16\n" +
				"\t  0x0000:  010f 6161 6161 6161 6161 6161 6161 61\n" +
				"\t  Local Information Type (1), length 16\n" +
				"\t\t packet is too short",
		},
		{
			"OAM loopback", packet.Ethernet, "-v",
			"02000000000102000000000288090300500407", 0,
			"OAM, length 5\n" +
				"\tCode Loopback Control OAM PDU, Flags [Local Stable, Remote Stable]\n" +
				"\t  Command Unknown (7)",
		},
		{
			"short OAM", packet.Ethernet, "-v",
			"02000000000102000000000288090300", 0,
			"OAM, length 2\n" +
				"\t\t packet is too short",
		},
	})
}
