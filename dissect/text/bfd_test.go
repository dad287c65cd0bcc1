package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestBFD(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"message 0", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a000002c0010ec80020000000f0031800000001000000020000c3500000c35000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv0, length: 24\n" +
				"\tControl, Flags: [I Hear You, Demand, Poll, Final], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 24\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms",
		},
		{
			"message 1", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a000002c0010ec90020000020c0031800000001000000020000c3500000c35000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3785: BFD, Echo, length: 24\n" +
				"\t0x0000:  20c0 0318 0000 0001 0000 0002 0000 c350\n" +
				"\t0x0010:  0000 c350 0000 0000",
		},
		{
			"message 2", packet.Raw, "-v",
			"4500003400010000401166b60a0000010a000002c00112b00020000020c0031800000001000000020000c3500000c35000000000", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 52)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.4784: BFDv1, length: 24\n" +
				"\tMultihop, State Up, Flags: [none], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 24\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms",
		},
		{
			"message 3", packet.Raw, "-v",
			"4500005800010000401166920a0000010a000002c0010ec80044000020c4031c00000001000000020000c3500000c350000000000104" +
				"0700000000050102030405060708090a0b0c0d0e0f101112131415161718191a1b1c", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 88)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, length: 60\n" +
				"\tControl, State Up, Flags: [Authentication Present], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 28\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms\n" +
				"\tAuthentication: Simple Password (1), length: 4\n" +
				"\t  Auth Key ID: 7, Password: ^@",
		},
		{
			"message 4", packet.Raw, "-v",
			"4500004c000100004011669e0a0000010a000002c0010ec80038000020c4033000000001000000020000c3500000c350000000000218" +
				"0700000000050102030405060708090a0b0c0d0e0f10", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, length: 48\n" +
				"\tControl, State Up, Flags: [Authentication Present], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 48\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms\n" +
				"\tAuthentication: Keyed MD5 (2), length: 24\n" +
				"\t  Auth Key ID: 7, Sequence Number: 0x00000005\n" +
				"\t  Digest: 0102030405060708090a0b0c0d0e0f10",
		},
		{
			"message 5", packet.Raw, "-v",
			"45000050000100004011669a0a0000010a000002c0010ec8003c000020c4033400000001000000020000c3500000c35000000000051c" +
				"0700000000050102030405060708090a0b0c0d0e0f1011121314", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 80)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, length: 52\n" +
				"\tControl, State Up, Flags: [Authentication Present], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 52\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms\n" +
				"\tAuthentication: Meticulous Keyed SHA1 (5), length: 28\n" +
				"\t  Auth Key ID: 7, Sequence Number: 0x00000005\n" +
				"\t  Hash: 0102030405060708090a0b0c0d0e0f1011121314",
		},
		{
			"message 6", packet.Raw, "-v",
			"4500003e00010000401166ac0a0000010a000002c0010ec8002a000020c4032200000001000000020000c3500000c35000000000010a" +
				"0700000000050102", 0,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 62)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, length: 34\n" +
				"\tControl, State Up, Flags: [Authentication Present], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 34\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms\n" +
				"\tAuthentication: Simple Password (1), length: 10\n" +
				"\t  Auth Key ID: 7, Password: ^@^@^@^@^E^A^B",
		},
		{
			"plain 0", packet.Raw, "",
			"4500003400010000401166b60a0000010a000002c0010ec80020000000f0031800000001000000020000c3500000c35000000000", 0,
			"IP 10.0.0.1.49153 > 10.0.0.2.3784: BFDv0, Control, Flags: [I Hear You, Demand, Poll, Final], length: 24",
		},
		{
			"plain 1", packet.Raw, "",
			"4500003400010000401166b60a0000010a000002c0010ec90020000020c0031800000001000000020000c3500000c35000000000", 0,
			"IP 10.0.0.1.49153 > 10.0.0.2.3785: BFD, Echo, length: 24",
		},
		{
			"plain 2", packet.Raw, "",
			"4500003400010000401166b60a0000010a000002c00112b00020000020c0031800000001000000020000c3500000c35000000000", 0,
			"IP 10.0.0.1.49153 > 10.0.0.2.4784: BFDv1, Multihop, State Up, Flags: [none], length: 24",
		},
		{
			"plain 3", packet.Raw, "",
			"4500005800010000401166920a0000010a000002c0010ec80044000020c4031c00000001000000020000c3500000c350000000000104" +
				"0700000000050102030405060708090a0b0c0d0e0f101112131415161718191a1b1c", 0,
			"IP 10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, Control, State Up, Flags: [Authentication Present], length: 60",
		},
		{
			"cut", packet.Raw, "-v -x",
			"4500004c000100004011669e0a0000010a000002c0010ec80038000020c4033000000001000000020000c3500000c350000000000218" +
				"070000000005", 76,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784: BFDv1, length: 48\n" +
				"\tControl, State Up, Flags: [Authentication Present], Diagnostic: No Diagnostic (0x00)\n" +
				"\tDetection Timer Multiplier: 3 (150 ms Detection time), BFD Length: 48\n" +
				"\tMy Discriminator: 0x00000001, Your Discriminator: 0x00000002\n" +
				"\t  Desired min Tx Interval:      50 ms\n" +
				"\t  Required min Rx Interval:     50 ms\n" +
				"\t  Required min Echo Interval:    0 ms\n" +
				"\tAuthentication: Keyed MD5 (2), length: 24\n" +
				"\t  Auth Key ID: 7, Sequence Number: 0x00000005 [|bfd]\n" +
				"\t0x0000:  4500 004c 0001 0000 4011 669e 0a00 0001\n" +
				"\t0x0010:  0a00 0002 c001 0ec8 0038 0000 20c4 0330\n" +
				"\t0x0020:  0000 0001 0000 0002 0000 c350 0000 c350\n" +
				"\t0x0030:  0000 0000 0218 0700 0000 0005",
		},
		{
			"header cut", packet.Raw, "-v -x",
			"4500004c000100004011669e0a0000010a000002c0010ec80038000020c403300000000100000002", 76,
			"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 76)\n" +
				"    10.0.0.1.49153 > 10.0.0.2.3784:  [|bfd]\n" +
				"\t0x0000:  4500 004c 0001 0000 4011 669e 0a00 0001\n" +
				"\t0x0010:  0a00 0002 c001 0ec8 0038 0000 20c4 0330\n" +
				"\t0x0020:  0000 0001 0000 0002",
		},
	})
}
