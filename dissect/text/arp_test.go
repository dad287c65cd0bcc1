package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestARP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"request", packet.Ethernet, "",
			"020000000001020000000002080600010800060400010200000000010102030400000000000005060708", 0,
			"ARP, Request who-has 5.6.7.8 tell 1.2.3.4, length 28",
		},
		{
			"request, verbose", packet.Ethernet, "-v",
			"020000000001020000000002080600010800060400010200000000010102030400000000000005060708", 0,
			"ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 5.6.7.8 tell 1.2.3.4, length 28",
		},
		{
			"request, link", packet.Ethernet, "-e",
			"020000000001020000000002080600010800060400010200000000010102030400000000000005060708", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype ARP (0x0806), length 42: Request who-has 5.6.7.8 tell 1." +
				"2.3.4, length 28",
		},
		{
			"request to an address", packet.Ethernet, "",
			"020000000001020000000002080600010800060400010200000000010102030402000000000205060708", 0,
			"ARP, Request who-has 5.6.7.8 (02:00:00:00:00:02) tell 1.2.3.4, length 28",
		},
		{
			"reply", packet.Ethernet, "",
			"020000000001020000000002080600010800060400020200000000010102030400000000000005060708", 0,
			"ARP, Reply 1.2.3.4 is-at 02:00:00:00:00:01, length 28",
		},
		{
			"reverse request", packet.Ethernet, "",
			"020000000001020000000002080600010800060400030200000000010102030402000000000205060708", 0,
			"ARP, Reverse Request who-is 02:00:00:00:00:02 tell 02:00:00:00:00:01, length 28",
		},
		{
			"reverse reply", packet.Ethernet, "",
			"020000000001020000000002080600010800060400040200000000010102030402000000000205060708", 0,
			"ARP, Reverse Reply 02:00:00:00:00:02 at 5.6.7.8, length 28",
		},
		{
			"inverse request", packet.Ethernet, "",
			"020000000001020000000002080600010800060400080200000000010102030402000000000205060708", 0,
			"ARP, Inverse Request who-is 02:00:00:00:00:02 tell 02:00:00:00:00:01, length 28",
		},
		{
			"inverse reply", packet.Ethernet, "",
			"020000000001020000000002080600010800060400090200000000010102030400000000000005060708", 0,
			"ARP, Inverse Reply 02:00:00:00:00:01 at 1.2.3.4, length 28",
		},
		{
			"nak", packet.Ethernet, "",
			"0200000000010200000000020806000108000604000a0200000000010102030400000000000005060708", 0,
			"ARP, NACK Reply \n" +
				"\t0x0000:  0001 0800 0604 000a 0200 0000 0001 0102  ................\n" +
				"\t0x0010:  0304 0000 0000 0000 0506 0708            ............",
		},
		{
			"unknown operation", packet.Ethernet, "-q",
			"020000000001020000000002080600010800060400050200000000010102030400000000000005060708", 0,
			"ARP, Unknown (5) \n" +
				"\t0x0000:  0001 0800 0604 0005 0200 0000 0001 0102  ................\n" +
				"\t0x0010:  0304 0000 0000 0000 0506 0708            ............",
		},
		{
			"padding", packet.Ethernet, "",
			"020000000001020000000002080600010800060400010200000000010102030400000000000005060708000000000000000000000000" +
				"000000000000", 0,
			"ARP, Request who-has 5.6.7.8 tell 1.2.3.4, length 46",
		},
		{
			"cut", packet.Ethernet, "-x",
			"0200000000010200000000020806000108000604000102000000000101020304000000000000050607", 60,
			" [|arp]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 0806 0001\n" +
				"\t0x0010:  0800 0604 0001 0200 0000 0001 0102 0304\n" +
				"\t0x0020:  0000 0000 0000 0506 07",
		},
		{
			"token ring", packet.Ethernet, "-v",
			"020000000001020000000002080600060800060400020200000000010102030400000000000005060708", 0,
			"ARP, TokenRing (len 6), IPv4 (len 4), Reply 1.2.3.4 is-at 02:00:00:00:00:01, length 28",
		},
		{
			"unknown hardware", packet.Ethernet, "-v",
			"020000000001020000000002080600050800060400020200000000010102030400000000000005060708", 0,
			"ARP, Unknown Hardware (5) (len 6), IPv4 (len 4), Reply 1.2.3.4 is-at 02:00:00:00:00:01, length 28",
		},
		{
			"IPv6", packet.Ethernet, "",
			"0200000000010200000000020806000186dd060400010200000000010102030400000000000005060708", 0,
			"ARP, Ethernet (len 6), IPv6 (len 4), length 28",
		},
		{
			"IPv6, verbose", packet.Ethernet, "-v",
			"0200000000010200000000020806000186dd060400010200000000010102030400000000000005060708", 0,
			"ARP, Ethernet (len 6), IPv6 (len 4), Request who-has <wrong proto type> tell <wrong proto type>, length 28",
		},
		{
			"trailers", packet.Ethernet, "",
			"020000000001020000000002080600011000060400010200000000010102030400000000000005060708", 0,
			"ARP, Request who-has 5.6.7.8 tell 1.2.3.4, length 28",
		},
		{
			"unknown protocol", packet.Ethernet, "",
			"020000000001020000000002080600011234060400010200000000010102030400000000000005060708", 0,
			"ARP, Ethernet (len 6), Unknown Protocol (0x1234) (len 4), length 28",
		},
		{
			"no hardware address", packet.Ethernet, "-v",
			"020000000001020000000002080600010800000400020102030405060708", 0,
			"ARP, Ethernet (len 0), IPv4 (len 4), Reply 1.2.3.4 is-at <empty>, length 16",
		},
		{
			"protocol address of 3 bytes", packet.Ethernet, "-v",
			"02000000000102000000000208060001080006030001020000000001616263000000000000646566", 0,
			"ARP, Ethernet (len 6), IPv4 (len 3), Request who-has <wrong len> tell <wrong len>, length 26",
		},
		{
			"frame relay", packet.Ethernet, "",
			"0200000000010200000000020806000f080002040002184101020304000005060708", 0,
			"ARP, Reply 1.2.3.4 is-at DLCI 100, length 20",
		},
		{
			"frame relay, 3 bytes", packet.Ethernet, "",
			"0200000000010200000000020806000f0800030400021840050102030400000005060708", 0,
			"ARP, Reply 1.2.3.4 is-at DLCI 6401, length 22",
		},
		{
			"frame relay, 4 bytes", packet.Ethernet, "",
			"0200000000010200000000020806000f08000404000218400405010203040000000005060708", 0,
			"ARP, Reply 1.2.3.4 is-at DLCI 819329, length 24",
		},
		{
			"frame relay, wrong", packet.Ethernet, "",
			"0200000000010200000000020806000f080002040002010101020304000005060708", 0,
			"ARP, Reply 1.2.3.4 is-at <Invalid DLCI>, length 20",
		},
		{
			"frame relay, cut", packet.Ethernet, "",
			"0200000000010200000000020806000f08000104000200010203040005060708", 0,
			"ARP, Reply 1.2.3.4 is-at <Truncated>, length 18",
		},
		{
			"reverse ARP", packet.Ethernet, "-e",
			"020000000001020000000002803500010800060400030200000000010102030400000000000005060708", 0,
			"02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Reverse ARP (0x8035), length 42: Reverse Request who-is " +
				"00:00:00:00:00:00 tell 02:00:00:00:00:01, length 28",
		},
		{
			"ATM request", packet.Ethernet, "",
			"0200000000010200000000020806001308000200000104020004000101020304c8c905060708", 0,
			"ARP, Request who-has 5.6.7.8 (c8:c9) tell 1.2.3.4, length 24",
		},
		{
			"ATM request, verbose", packet.Ethernet, "-v",
			"020000000001020000000002080600130800420100010402000400016401020304c8c905060708", 0,
			"ARP, ATM, IPv4 (len 4/4), Request who-has 5.6.7.8 (c8:c9) tell 1.2.3.4, length 25",
		},
		{
			"ATM reply with subaddress", packet.Ethernet, "",
			"02000000000102000000000208060013080002020002040200040001646501020304c8c905060708", 0,
			"ARP, Reply 1.2.3.4 is-at 00:01,64:65, length 26",
		},
		{
			"ATM inverse request", packet.Ethernet, "",
			"020000000001020000000002080600130800020000080400000400010102030405060708", 0,
			"ARP, Inverse Request who-is <No address> tell 00:01, length 22",
		},
		{
			"quirk atm-arp-at", packet.Ethernet, "",
			"0200000000010200000000020806001308000200000904020004000101020304c8c905060708", 0,
			"ARP, Inverse Reply 00:01at 1.2.3.4, length 24",
		},
		{
			"ATM nak", packet.Ethernet, "",
			"0200000000010200000000020806001308000200000a04020004000101020304c8c905060708", 0,
			"ARP, NACK Reply for 1.2.3.4, length 24",
		},
		{
			"ATM, no protocol address", packet.Ethernet, "-v",
			"02000000000102000000000208060013080002000001000200040001c8c905060708", 0,
			"ARP, ATM, IPv4 (len 0/4), Request who-has 5.6.7.8 (c8:c9) tell <wrong splen>, length 20",
		},
		{
			"ATM, unknown operation", packet.Ethernet, "",
			"0200000000010200000000020806001308000200000304020004000101020304c8c905060708", 0,
			"ARP, Reverse Request \n" +
				"\t0x0000:  0013 0800 0200 0003 0402 0004 0001 0102  ................\n" +
				"\t0x0010:  0304 c8c9 0506 0708                      ........",
		},
		{
			"ATM, IPv6", packet.Ethernet, "",
			"0200000000010200000000020806001386dd0200000104020004000101020304c8c905060708", 0,
			"ARP, ATM, IPv6 (len 4/4), length 24",
		},
	})
}
