package text

import (
	"encoding/hex"
	"net/netip"
	"strings"
	"testing"

	"wiredump/capture/packet"
)

// nameOptions are those of a View without -n on a machine that knows few names.
func nameOptions(flags string) Options {
	o := Options{Names: true, Time: TimeNone}
	if strings.Contains(flags, "v") {
		o.Verbose = 1
	}
	o.Link = strings.Contains(flags, "e")
	four, six := netip.MustParseAddr("1.2.3.4"), netip.MustParseAddr("2001::1")
	o.HostName = func(a netip.Addr) string {
		switch a {
		case four:
			return "four.example.com"
		case six:
			return "six.example.com"
		}
		return ""
	}
	o.PortName = func(port uint16, proto string) (string, bool) {
		for _, s := range nameServices {
			if s.port == port && (s.proto == "" || s.proto == proto) {
				return s.name, true
			}
		}
		return "", false
	}
	return o
}

var nameServices = []struct {
	port  uint16
	proto string
	name  string
}{
	{7, "", "echo"}, {53, "", "domain"}, {67, "udp", "bootps"}, {68, "udp", "bootpc"}, {80, "tcp", "http"},
	{161, "", "snmp"}, {179, "tcp", "bgp"}, {162, "", "snmp-trap"},
}

// nameTests are Ethernet frames and what tcpdump 4.99.3 prints of them without
// -n, where only those hosts are known.
var nameTests = []struct {
	name  string
	flags string
	b     string // in hexadecimal
	want  string
}{
	{"vendor in ARP request", "",
		"0200000000010200000000020806000108000604000100000c0102030102030400000c01020305060708",
		"ARP, Request who-has 5.6.7.8 (00:00:0c:01:02:03 (oui Cisco)) tell four.example.com, length 28"},
	{"broadcast in ARP reply", "",
		"02000000000102000000000208060001080006040002ffffffffffff01020304ffffffffffff05060708",
		"ARP, Reply four.example.com is-at Broadcast, length 28"},
	{"vendor in ARP with -e", "-e",
		"0200000000010200000000020806000108000604000100000c0102030102030400000c01020305060708",
		"02:00:00:00:00:02 (oui Unknown) > 02:00:00:00:00:01 (oui Unknown), ethertype ARP (0x0806), length 42: Request who-has 5.6.7.8 (00:00:0c:01:02:03 (oui Cisco)) tell four.example.com, length 28"},
	{"ARP address of five bytes", "",
		"02000000000102000000000208060001080005040001ffffffffff01020304ffffffffff05060708",
		"ARP, Request who-has 5.6.7.8 (ff:ff:ff:ff:ff) tell four.example.com, length 26"},
	{"ATM number of six bytes", "",
		"0200000000010200000000020806001308000600000104060004ffffffffffff0102030400000c01020305060708",
		"ARP, Request who-has 5.6.7.8 (00:00:0c:01:02:03) tell four.example.com, length 32"},
	{"broadcast in the header", "-e",
		"ffffffffffff00000c01020388b57878",
		"00:00:0c:01:02:03 (oui Cisco) > Broadcast, ethertype Unknown (0x88b5), length 16: \n\t0x0000:  7878                                     xx"},
	{"bridge identifier", "",
		"0180c200000000000c01020300264242030000000000800000000c01020300000001800000000c01020380010000140002000f00",
		"STP 802.1d, Config, Flags [none], bridge-id 8000.00:00:0c:01:02:03.8001, length 35"},
	{"link-layer address option", "-v",
		"02000000000102000000000286dd6000000000203a402001000000000000000000000000000120010000000000000000000000000002870000000000000020020000000000000000000000000000010100000c010203",
		"IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) six.example.com > 2001::2: [bad icmp6 cksum 0x0000 -> 0x0999!] ICMP6, neighbor solicitation, length 32, who has 2002::\n\t  source link-address option (1), length 8 (1): 00:00:0c:01:02:03"},
	{"DHCP client identifier", "-v",
		"02000000000102000000000208004500011600010000401169c3010203040506070800440043010200000101060000000001000000000000000000000000000000000000000000000c01020300000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000638253633d070100000c010203ff",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 278)\n    four.example.com.bootpc > 5.6.7.8.bootps: BOOTP/DHCP, Request from 00:00:0c:01:02:03 (oui Cisco), length 250, xid 0x1, Flags [none]\n\t  Client-Ethernet-Address 00:00:0c:01:02:03 (oui Cisco)\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x63825363\n\t    Client-ID (61), length 7: ether 00:00:0c:01:02:03"},
	{"protocol 0 of a fragment", "",
		"02000000000102000000000208004500001c0001006440006a6a01020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: hopopt"},
	{"protocol 6 of a fragment", "",
		"02000000000102000000000208004500001c0001006440066a6401020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: tcp"},
	{"protocol 61 of a fragment", "",
		"02000000000102000000000208004500001c00010064403d6a2d01020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: ip-proto-61"},
	{"protocol 77 of a fragment", "",
		"02000000000102000000000208004500001c00010064404d6a1d01020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: sun-nd"},
	{"protocol 254 of a fragment", "",
		"02000000000102000000000208004500001c0001006440fe696c01020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: exptest-254"},
	{"protocol 255 of a fragment", "",
		"02000000000102000000000208004500001c0001006440ff696b01020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8: reserved"},
	{"protocol without a printer", "",
		"02000000000102000000000208004500001c0001000040166ab801020304050607080000000000000000",
		"IP four.example.com > 5.6.7.8:  xns-idp 8"},
	{"protocol without a name", "",
		"02000000000102000000000286dd6000000000083d4020010000000000000000000000000001200100000000000000000000000000020000000000000000",
		"IP6 six.example.com > 2001::2:  ip-proto-61 8"},
	{"protocol inside AH", "",
		"0200000000010200000000020800450000340001000040336a8301020304050607081604000000000000000000000000000000000000000000000000000000000000",
		"IP four.example.com > 5.6.7.8: AH(spi=0x00000000,seq=0x0,icv=0x000000000000000000000000):  xns-idp 8"},
	{"protocol unreachable keeps its number", "",
		"0200000000010200000000020800450000380001000040016ab1010203040506070803020000000000004500001c0001000040166ab8010203040506070803e8003500080000",
		"IP four.example.com > 5.6.7.8: ICMP 5.6.7.8 protocol 22 unreachable, length 36"},
	{"icmp port unreachable, 6 80", "",
		"0200000000010200000000020800450000380001000040016ab1010203040506070803030000000000004500001c0001000040066ac8010203040506070803e8005000080000",
		"IP four.example.com > 5.6.7.8: ICMP 5.6.7.8 tcp port http unreachable, length 36"},
	{"icmp port unreachable, 17 7", "",
		"0200000000010200000000020800450000380001000040016ab1010203040506070803030000000000004500001c0001000040116abd010203040506070803e8000700080000",
		"IP four.example.com > 5.6.7.8: ICMP 5.6.7.8 udp port echo unreachable, length 36"},
	{"icmp port unreachable, 132 80", "",
		"0200000000010200000000020800450000380001000040016ab1010203040506070803030000000000004500001c0001000040846a4a010203040506070803e8005000080000",
		"IP four.example.com > 5.6.7.8: ICMP 5.6.7.8 protocol 132 port 80 unreachable, length 36"},
	{"icmp6 port unreachable, 6 80", "",
		"02000000000102000000000286dd6000000000383a40200100000000000000000000000000012001000000000000000000000000000201040000000000006000000000080640200100000000000000000000000000012001000000000000000000000000000203e8005000080000",
		"IP6 six.example.com > 2001::2: ICMP6, destination unreachable, unreachable port, 2001::2 tcp port http, length 56"},
	{"icmp6 port unreachable, 17 53", "",
		"02000000000102000000000286dd6000000000383a40200100000000000000000000000000012001000000000000000000000000000201040000000000006000000000081140200100000000000000000000000000012001000000000000000000000000000203e8003500080000",
		"IP6 six.example.com > 2001::2: ICMP6, destination unreachable, unreachable port, 2001::2 udp port domain, length 56"},
	{"port of PGM", "",
		"0200000000010200000000020800450000340001000040716a4501020304050607080050005000000000616263646566000000000000000000000000000000000000",
		"IP four.example.com > 5.6.7.8: four.example.com.http > 5.6.7.8.http: PGM, length 0"},
	{"port of SCTP", "",
		"0200000000010200000000020800450000280001000040846a3e01020304050607080050005000000001000000000700000800000000",
		"IP four.example.com.80 > 5.6.7.8.80: sctp (1) [SHUTDOWN] "},
	{"host of DNS record", "",
		"02000000000102000000000208004500005d0001000040116a7c0102030405060708003503e800490000000184000001000200000000016100000100010161000001000100000001000401020304016100001c000100000001001000000000000000000000000000000001",
		"IP four.example.com.domain > 5.6.7.8.1000: 1*- 2/0/0 A 1.2.3.4, AAAA ::1 (65)"},
	{"Geneve protocol with -e", "-e",
		"0200000000010200000000020800450000400001000040116a99010203040506070817c117c1002c000000000800000001004500001c0001000340116aba01020304050607080000000000000000",
		"02:00:00:00:00:02 (oui Unknown) > 02:00:00:00:00:01 (oui Unknown), ethertype IPv4 (0x0800), length 78: four.example.com.6081 > 5.6.7.8.6081: Geneve, Flags [none], vni 0x1, proto IPv4 (0x0800): four.example.com > 5.6.7.8: udp"},
	{"Geneve protocol unknown with -e", "-e",
		"0200000000010200000000020800450000400001000040116a99010203040506070817c117c1002c0000000088b5000001004500001c0001000340116aba01020304050607080000000000000000",
		"02:00:00:00:00:02 (oui Unknown) > 02:00:00:00:00:01 (oui Unknown), ethertype IPv4 (0x0800), length 78: four.example.com.6081 > 5.6.7.8.6081: Geneve, Flags [none], vni 0x1, proto unknown (0x88b5): geneve-proto-0x88b5"},
	{"object 1.3.6.1.2.1.1.1.0", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060102010101000500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  system.sysDescr.0"},
	{"object 1.3.6.1.2.1", "",
		"0200000000010200000000020800450000410001000040116a98010203040506070807d000a1002d0000302302010004067075626c6963a016020101020100020100300b300906052b060102010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(22)  "},
	{"object 1.3.6.1.2.1.2.2.1.10.3", "",
		"0200000000010200000000020800450000460001000040116a93010203040506070807d000a100320000302802010004067075626c6963a01b0201010201000201003010300e060a2b060102010202010a030500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(27)  interfaces.ifTable.ifEntry.ifInOctets.3"},
	{"object 1.3.6.1.2.1.1.9.1", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060102010109010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  system.9.1"},
	{"object 1.3.6.1.2.1.4.21.1.11.1", "",
		"0200000000010200000000020800450000460001000040116a93010203040506070807d000a100320000302802010004067075626c6963a01b0201010201000201003010300e060a2b060102010415010b010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(27)  ip.ipRoutingTable.ipRouteEntry.ipRouteMask.1"},
	{"object 1.3.6.1.2.1.200.3", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060102018148030500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  200.3"},
	{"object 1.3.6.1.3.1", "",
		"0200000000010200000000020800450000410001000040116a98010203040506070807d000a1002d0000302302010004067075626c6963a016020101020100020100300b300906052b060103010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(22)  X:1"},
	{"object 1.3.6.1.4.1", "",
		"0200000000010200000000020800450000410001000040116a98010203040506070807d000a1002d0000302302010004067075626c6963a016020101020100020100300b300906052b060104010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(22)  E:"},
	{"object 1.3.6.1.4.1.9.2.1", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060104010902010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  E:cisco.2.1"},
	{"object 1.3.6.1.4.1.136", "",
		"0200000000010200000000020800450000430001000040116a96010203040506070807d000a1002f0000302502010004067075626c6963a018020101020100020100300d300b06072b0601040181080500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(24)  E:ccur"},
	{"object 1.3.6.1.4.1.137.4", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060104018109040500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  E:137.4"},
	{"object 1.3.6.1.6.3.15.1.1.4.0", "",
		"0200000000010200000000020800450000460001000040116a93010203040506070807d000a100320000302802010004067075626c6963a01b0201010201000201003010300e060a2b060106030f010104000500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(27)  S:snmpUsmMIB.usmMIBObjects.usmStats.usmStatsUnknownEngineIDs.0"},
	{"object 1.3.6.1.6.3.1", "",
		"0200000000010200000000020800450000420001000040116a97010203040506070807d000a1002e0000302402010004067075626c6963a017020101020100020100300c300a06062b06010603010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(23)  S:1"},
	{"object 1.3.6.2", "",
		"02000000000102000000000208004500003f0001000040116a9a010203040506070807d000a1002b0000302102010004067075626c6963a0140201010201000201003009300706032b06020500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(20)  .iso.org.dod.2"},
	{"object 1.3.6.1.2.2", "",
		"0200000000010200000000020800450000410001000040116a98010203040506070807d000a1002d0000302302010004067075626c6963a016020101020100020100300b300906052b060102020500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(22)  .iso.org.dod.internet.mgmt.2"},
	{"object 1.3.6.1.6", "",
		"0200000000010200000000020800450000400001000040116a99010203040506070807d000a1002c0000302202010004067075626c6963a015020101020100020100300a300806042b0601060500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(21)  .iso.org.dod.internet.snmpV2"},
	{"object 0.1", "",
		"02000000000102000000000208004500003d0001000040116a9c010203040506070807d000a100290000301f02010004067075626c6963a012020101020100020100300730050601010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(18)  .0.1"},
	{"object 1.2", "",
		"02000000000102000000000208004500003d0001000040116a9c010203040506070807d000a100290000301f02010004067075626c6963a0120201010201000201003007300506012a0500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(18)  .iso.2"},
	{"object 2.1.3", "",
		"02000000000102000000000208004500003e0001000040116a9b010203040506070807d000a1002a0000302002010004067075626c6963a01302010102010002010030083006060251030500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(19)  .2.1.3"},
	{"object longer than need be", "",
		"0200000000010200000000020800450000450001000040116a94010203040506070807d000a100310000302702010004067075626c6963a01a020101020100020100300f300d06092b06010280010101000500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(26)  .iso.org.dod.internet.mgmt.mib.system.sysDescr.0"},
	{"enterprise longer than need be", "",
		"0200000000010200000000020800450000440001000040116a95010203040506070807d000a100300000302602010004067075626c6963a019020101020100020100300e300c06082b060104800109010500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(25)  .iso.org.dod.internet.private.enterprises.cisco.1"},
	{"object empty", "",
		"02000000000102000000000208004500003c0001000040116a9d010203040506070807d000a100280000301e02010004067075626c6963a0110201010201000201003006300406000500",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetRequest(17)  "},
	{"object as a value", "",
		"02000000000102000000000208004500004a0001000040116a8f010203040506070807d000a100360000302c02010004067075626c6963a21f0201010201000201003014301206082b0601020101020006062b0601040109",
		"IP four.example.com.2000 > 5.6.7.8.snmp:  GetResponse(31)  system.sysObjectID.0=E:cisco"},
	{"object in a trap", "",
		"0200000000010200000000020800450000450001000040116a94010203040506070803e800a200310000302702010004067075626c6963a41a06072b06010401090140047f0000010201010201004301053000",
		"IP four.example.com.1000 > 5.6.7.8.snmp-trap:  Trap(26)  E:cisco.1 127.0.0.1 warmStart 5"},
	{"route distinguisher 0", "-v",
		"0200000000010200000000020800450000630001000040066a81010203040506070800b3c35000000001000000015018006400000000ffffffffffffffffffffffffffffffff003b0200000024800e210001800c0000000101020304010203040078000101000000010102030401020304",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 99)\n    four.example.com.bgp > 5.6.7.8.50000: Flags [P.], cksum 0x0000 (incorrect -> 0x0f9d), seq 1:60, ack 1, win 100, length 59: BGP\n\tUpdate Message (2), length: 59\n\t  Multi-Protocol Reach NLRI (14), length: 33, Flags [O]: \n\t    AFI: IPv4 (1), SAFI: labeled VPN Unicast (128)\n\t    nexthop: RD: 1:16909060 (= 1.2.3.4), four.example.com, nh-length: 12, no SNPA\n\t      RD: 1:16909060 (= 1.2.3.4), four.example.com/32, label:16 (bottom)"},
	{"route distinguisher 1", "-v",
		"0200000000010200000000020800450000630001000040066a81010203040506070800b3c35000000001000000015018006400000000ffffffffffffffffffffffffffffffff003b0200000024800e210001800c0001010203040005010203040078000101000101020304000501020304",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 99)\n    four.example.com.bgp > 5.6.7.8.50000: Flags [P.], cksum 0x0000 (incorrect -> 0x0a98), seq 1:60, ack 1, win 100, length 59: BGP\n\tUpdate Message (2), length: 59\n\t  Multi-Protocol Reach NLRI (14), length: 33, Flags [O]: \n\t    AFI: IPv4 (1), SAFI: labeled VPN Unicast (128)\n\t    nexthop: RD: 1.2.3.4:5, four.example.com, nh-length: 12, no SNPA\n\t      RD: 1.2.3.4:5, four.example.com/32, label:16 (bottom)"},
	{"route distinguisher 2", "-v",
		"0200000000010200000000020800450000630001000040066a81010203040506070800b3c35000000001000000015018006400000000ffffffffffffffffffffffffffffffff003b0200000024800e210001800c0002010203040005010203040078000101000201020304000501020304",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 99)\n    four.example.com.bgp > 5.6.7.8.50000: Flags [P.], cksum 0x0000 (incorrect -> 0x0997), seq 1:60, ack 1, win 100, length 59: BGP\n\tUpdate Message (2), length: 59\n\t  Multi-Protocol Reach NLRI (14), length: 33, Flags [O]: \n\t    AFI: IPv4 (1), SAFI: labeled VPN Unicast (128)\n\t    nexthop: RD: 16909060:5 (1.2.3.4:5), four.example.com, nh-length: 12, no SNPA\n\t      RD: 16909060:5 (1.2.3.4:5), four.example.com/32, label:16 (bottom)"},
	{"route target beside a number", "-v",
		"02000000000102000000000208004500004a0001000040066a9a010203040506070800b3c35000000001000000015018006400000000ffffffffffffffffffffffffffffffff0022020000000bc010080002000101020304",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 74)\n    four.example.com.bgp > 5.6.7.8.50000: Flags [P.], cksum 0x0000 (incorrect -> 0xb93a), seq 1:35, ack 1, win 100, length 34: BGP\n\tUpdate Message (2), length: 34\n\t  Extended Community (16), length: 8, Flags [OT]: \n\t    target (0x0002), Flags [none]: 1:16909060 (= four.example.com)"},
	{"route target", "-v",
		"02000000000102000000000208004500004a0001000040066a9a010203040506070800b3c35000000001000000015018006400000000ffffffffffffffffffffffffffffffff0022020000000bc010080102010203040005",
		"IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 74)\n    four.example.com.bgp > 5.6.7.8.50000: Flags [P.], cksum 0x0000 (incorrect -> 0xb836), seq 1:35, ack 1, win 100, length 34: BGP\n\tUpdate Message (2), length: 34\n\t  Extended Community (16), length: 8, Flags [OT]: \n\t    target (0x0102), Flags [none]: four.example.com:5"},
}

func TestNames(t *testing.T) {
	out := make([]byte, 0, 1<<16)
	for _, tc := range nameTests {
		b, err := hex.DecodeString(tc.b)
		if err != nil {
			t.Fatal(err)
		}
		pkt := &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Ethernet}
		v := New(nameOptions(tc.flags))
		if got := string(v.Append(nil, pkt)); got != tc.want+"\n" {
			t.Errorf("%s: printed\n%q, want\n%q", tc.name, got, tc.want+"\n")
		}
		if n := testing.AllocsPerRun(1, func() { out = v.Append(out[:0], pkt) }); n != 0 {
			t.Errorf("%s: %v allocations", tc.name, n)
		}
	}
}

// Numbers are all that -n prints.
func TestNoNames(t *testing.T) {
	for _, tc := range nameTests {
		b, err := hex.DecodeString(tc.b)
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Time: TimeNone, Verbose: 3, Link: true}
		got := string(New(o).Append(nil, &packet.Packet{Data: b, WireLen: uint32(len(b)), LinkType: packet.Ethernet}))
		for _, word := range []string{"(oui", "Broadcast", "system", "E:", ".iso", "example", "hopopt"} {
			if strings.Contains(got, word) {
				t.Errorf("%s: %q with -n:\n%s", tc.name, word, got)
			}
		}
	}
}

// The tree's numbers ascend, so that none stands twice, and each has a name.
func TestMIBTree(t *testing.T) {
	count := 0
	var walk func(nodes []mibNode, path string)
	walk = func(nodes []mibNode, path string) {
		last := uint32(0)
		for _, n := range nodes {
			count++
			if n.id <= last || n.name == "" {
				t.Errorf("%s: %d %q follows %d", path, n.id, n.name, last)
			}
			last = n.id
			walk(n.below, path+"."+n.name)
		}
	}
	walk(mibRoot, "")
	if count != 362 {
		t.Errorf("%d objects, want 362", count)
	}
}
