package text

import (
	"testing"

	"wiredump/capture/packet"
)

func TestVRRP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"version 2", packet.Ethernet, "",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001221076401000170f50a0000010000000000000000", 0,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 20",
		},
		{
			"version 2, verbose", packet.Ethernet, "-v",
			"02000000000102000000000208004500002c12340000ff70c51501020304e000001221076402000166f20a0000010a00000200000000" +
				"00000000", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 44)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 24, ad" +
				"drs(2): 10.0.0.1,10.0.0.2",
		},
		{
			"password", packet.Ethernet, "-v",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001221076401010133a90a0000017365637265740000", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 40)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype simple, intvl 1s, length 20, " +
				"addrs: 10.0.0.1 auth \"secret\"",
		},
		{
			"unknown authentication", packet.Ethernet, "",
			"02000000000102000000000208004500002812340000ff70c51901020304e00000122107640103016df50a0000010000000000000000", 0,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype #3, intvl 1s, length 20",
		},
		{
			"bad checksum", packet.Ethernet, "-v",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001221076401000100050a0000010000000000000000", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 40)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 20, (b" +
				"ad vrrp cksum 5), addrs: 10.0.0.1",
		},
		{
			"quirk vrrp-checksum", packet.Ethernet, "-v -K",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001221076401000100050a0000010000000000000000", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 40)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 20, (b" +
				"ad vrrp cksum 5), addrs: 10.0.0.1",
		},
		{
			"ttl", packet.Ethernet, "",
			"020000000001020000000002080045000028123400004070841a01020304e000001221076401000170f50a0000010000000000000000", 0,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, (ttl 64), vrid 7, prio 100, authtype none, intvl 1s, leng" +
				"th 20",
		},
		{
			"unknown type", packet.Ethernet, "",
			"02000000000102000000000208004500002812340000ff70c51901020304e00000122207640100016ff50a0000010000000000000000", 0,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv2, unknown type (2)",
		},
		{
			"version 1", packet.Ethernet, "",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001211076401000180f50a0000010000000000000000", 0,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv1, Advertisement",
		},
		{
			"more addresses than there are", packet.Ethernet, "-v",
			"02000000000102000000000208004500002812340000ff70c51901020304e000001221076405000170f10a0000010000000000000000", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 40)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 20, ad" +
				"drs(5): 10.0.0.1,0.0.0.0,0.0.0.0 [|vrrp]",
		},
		{
			"cut", packet.Ethernet, "",
			"02000000000102000000000208004500002812340000ff70c51901020304e0000012210764", 54,
			"IP 1.2.3.4 > 224.0.0.18: VRRPv2, Advertisement, vrid 7, prio 100 [|vrrp]",
		},
		{
			"version 3", packet.Ethernet, "-v",
			"02000000000102000000000208004500002012340000ff70c52101020304e00000123107640100647bfd0a000001", 0,
			"IP (tos 0x0, ttl 255, id 4660, offset 0, flags [none], proto VRRP (112), length 32)\n" +
				"    1.2.3.4 > 224.0.0.18: VRRPv3, Advertisement, vrid 7, prio 100, intvl 100cs, length 12, addrs: 10.0.0." +
				"1",
		},
		{
			"version 3 in IPv6", packet.Ethernet, "-v",
			"02000000000102000000000286dd60000000002870ff20010db8000000000000000000000001ff020000000000000000000000010002" +
				"31076402006410f6fe80000000000000000000000000000120010db8000000000000000000000009", 0,
			"IP6 (hlim 255, next-header VRRP (112) payload length: 40) 2001:db8::1 > ff02::1:2: VRRPv3, Advertisement," +
				" vrid 7, prio 100, intvl 100cs, length 40, addrs(2): fe80::1,2001:db8::9",
		},
	})
}
