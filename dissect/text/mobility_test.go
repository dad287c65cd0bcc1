package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestMobility(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"binding refresh request", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000008874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b000000abcd0102", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 8) 2001:db8::1 > ff02::1:2: mobility: BRR",
		},
		{
			"home test init", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010100abcd0102030405060708090a", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 16) 2001:db8::1 > ff02::1:2: mobility: HoTI Home" +
				" Init Cookie=03040506:0708090a",
		},
		{
			"care-of test init", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010200abcd0102030405060708090a", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 16) 2001:db8::1 > ff02::1:2: mobility: CoTI Care" +
				"-of Init Cookie=03040506:0708090a",
		},
		{
			"home test", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000018874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b020300abcd0102030405060708090a0b0c0d0e0f101112", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 24) 2001:db8::1 > ff02::1:2: mobility: HoT nonce" +
				" id=0x102 Home Init Cookie=03040506:0708090a Home Keygen Token=0b0c0d0e:0f101112",
		},
		{
			"care-of test", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000018874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b020400abcd0102030405060708090a0b0c0d0e0f101112", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 24) 2001:db8::1 > ff02::1:2: mobility: CoT nonce" +
				" id=0x102 Care-of Init Cookie=03040506:0708090a Care-of Keygen Token=0b0c0d0e:0f101112",
		},
		{
			"binding error", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000018874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b020700abcd0102030405060708090a0b0c0d0e0f101112", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 24) 2001:db8::1 > ff02::1:2: mobility: BE status" +
				"=1 homeaddr 304:506:708:90a:b0c:d0e:f10:1112",
		},
		{
			"binding update", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010500abcd0007f000000f01020000", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 16) 2001:db8::1 > ff02::1:2: mobility: BU seq#=7" +
				" AHLK lifetime=60 [|mobility]",
		},
		{
			"binding acknowledgement", packet.Ethernet, "",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010600abcd01800007000f01020000", 0,
			"IP6 2001:db8::1 > ff02::1:2: mobility: BA status=1 K seq#=7 lifetime=60",
		},
		{
			"unknown type", packet.Ethernet, "",
			"02000000000102000000000286dd600000000008874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b000900abcd0000", 0,
			"IP6 2001:db8::1 > ff02::1:2: mobility: type-#9 len=0",
		},
		{
			"too short for its type", packet.Ethernet, "",
			"02000000000102000000000286dd600000000008874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b000500abcd0000", 0,
			"IP6 2001:db8::1 > ff02::1:2: (header length 8 is too small for type 5) [|mobility]",
		},
		{
			"cut", packet.Ethernet, "",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010500abcd01", 70,
			"IP6 2001:db8::1 > ff02::1:2: mobility: BU [|mobility]",
		},
		{
			"options", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000020874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b030000abcd0000020200050404010203040001010077020102000000000000", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 32) 2001:db8::1 > ff02::1:2: mobility: BRR(refre" +
				"sh: 20)(ni: ho=0x0102 co=0x0304)(pad1)(padn)(type-0x77: len=2)(pad1)(pad1)(pad1)(pad1)(pad1) [|mobility]",
		},
		{
			"option too short: quirk mobility-option", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000010874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b010000abcd00000301610000000000", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 16) 2001:db8::1 > ff02::1:2: mobility: BRR(altco" +
				"a: trunc) [|mobility]",
		},
		{
			"alternate address", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000020874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b030000abcd0000031020010db8000000000000000000000009010200000000", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 32) 2001:db8::1 > ff02::1:2: mobility: BRR(alt-C" +
				"oA: 2001:db8::9)(padn)(pad1) [|mobility]",
		},
		{
			"authenticator", packet.Ethernet, "-v",
			"02000000000102000000000286dd600000000020874020010db8000000000000000000000001ff020000000000000000000000010002" +
				"3b030000abcd0000050c78787878787878787878787801020000000000000000", 0,
			"IP6 (hlim 64, next-header Mobility (135) payload length: 32) 2001:db8::1 > ff02::1:2: mobility: BRR(auth)" +
				"(padn)(pad1)(pad1)(pad1)(pad1)(pad1) [|mobility]",
		},
	})
}
