package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestVTP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"message 0", packet.Ethernet, "-v",
			"0200000000010200000000020050aaaa0300000c2003010101036c616200000000000000000000000000000000000000000000000000" +
				"00000000000000050a00000139333033303130303030303001010101010101010101010101010101", 0,
			"VTPv1, Message Summary advertisement (0x01), length 72\n" +
				"\tDomain name: lab, Followers: 1\n" +
				"\t  Config Rev 5, Updater 10.0.0.1, Timestamp 0x39333033 0x30313030 0x30303030, MD5 digest: 010101010101010101" +
				"01010101010101",
		},
		{
			"message 1", packet.Ethernet, "-v",
			"0200000000010200000000020080aaaa0300000c2003010200036c616200000000000000000000000000000000000000000000000000" +
				"000000000000000514000107000105dc000186a164656661756c74003c010204000205dc000186a26664646901010005020100010301" +
				"00020401010205010007060100070701010108010101090101010a0100010b010001", 0,
			"VTPv1, Message Subset advertisement (0x02), length 120\n" +
				"\tDomain name: lab, Seq number: 0, Config Rev 5\n" +
				"\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name default\n" +
				"\tVLAN info status Suspended, type FDDI, VLAN-id 2, MTU 1500, SAID 0x000186a2, Name fddi\n" +
				"\t\tSource-Routing Ring Number TLV (0x0001) TLV\n" +
				"\t\t  0x0000:  0101 0005\n" +
				"\t\tSource-Routing Bridge Number TLV (0x0002) TLV\n" +
				"\t\t  0x0000:  0201 0001\n" +
				"\t\tSTP type TLV (0x0003) TLV, SRB (2)\n" +
				"\t\tParent VLAN TLV (0x0004) TLV\n" +
				"\t\t  0x0000:  0401 0102\n" +
				"\t\tTranslationally bridged VLANs TLV (0x0005) TLV\n" +
				"\t\t  0x0000:  0501 0007\n" +
				"\t\tPruning TLV (0x0006) TLV, Disabled (7)\n" +
				"\t\tBridge Type TLV (0x0007) TLV, SRT (257)\n" +
				"\t\tMax ARP Hop Count TLV (0x0008) TLV\n" +
				"\t\t  0x0000:  0801 0101\n" +
				"\t\tMax STE Hop Count TLV (0x0009) TLV, 257\n" +
				"\t\tBackup CRF Mode TLV (0x000a) TLV, Backup (1)\n" +
				"\t\tUnknown (0x000b) TLV\n" +
				"\t\t  0x0000:  0b01 0001",
		},
		{
			"message 2", packet.Ethernet, "-v",
			"0200000000010200000000020030aaaa0300000c2003010300036c616200000000000000000000000000000000000000000000000000" +
				"0000000000000005", 0,
			"VTPv1, Message Advertisement request (0x03), length 40\n" +
				"\tDomain name: lab, Rsvd: 0\n" +
				"\tStart value: 5",
		},
		{
			"not verbose", packet.Ethernet, "",
			"0200000000010200000000020050aaaa0300000c2003010101036c616200000000000000000000000000000000000000000000000000" +
				"00000000000000050a00000139333033303130303030303001010101010101010101010101010101", 0,
			"VTPv1, Message Summary advertisement (0x01), length 72",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"0200000000010200000000020050aaaa0300000c2003010101036c616200000000000000000000000000000000000000000000000000" +
				"00000000000000050a000001393330", 94,
			"VTPv1, Message Summary advertisement (0x01), length 72\n" +
				"\tDomain name: lab, Followers: 1\n" +
				"\t  Config Rev 5, Updater 10.0.0.1 [|vtp]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 0050 aaaa\n" +
				"\t0x0010:  0300 000c 2003 0101 0103 6c61 6200 0000\n" +
				"\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000\n" +
				"\t0x0030:  0000 0000 0000 0000 0000 0000 0005 0a00\n" +
				"\t0x0040:  0001 3933 30",
		},
		{
			"header cut", packet.Ethernet, "-x",
			"0200000000010200000000020050aaaa0300000c200301", 94,
			" [|vtp]\n" +
				"\t0x0000:  0200 0000 0001 0200 0000 0002 0050 aaaa\n" +
				"\t0x0010:  0300 000c 2003 01",
		},
		{
			"domain", packet.Ethernet, "-v",
			"0200000000010200000000020034aaaa0300000c20030101002800000000000000000000000000000000000000000000000000000000" +
				"000000000000000000000000", 0,
			"VTPv1, Message Summary advertisement (0x01), length 44\n" +
				"\tDomain name:  [invalid MgmtD Len 40] (invalid)",
		},
		{
			"VLAN lengths", packet.Ethernet, "-v",
			"0200000000010200000000020044aaaa0300000c2003010200036c616200000000000000000000000000000000000000000000000000" +
				"000000000000000514000103000105dc000000016465660004020102", 0,
			"VTPv1, Message Subset advertisement (0x02), length 60\n" +
				"\tDomain name: lab, Seq number: 0, Config Rev 5\n" +
				"\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x00000001, Name def\n" +
				"\t\tParent VLAN TLV (0x0004) TLV (TLV goes past the end of the packet) (invalid)",
		},
	})
}
