package text

import (
	"testing"

	"wiredump/capture/packet"
)

// What is expected is what tcpdump 4.99.3 prints.
func TestLLDP(t *testing.T) {
	testFrames(t, []frameTest{
		{
			"frame 0", packet.Ethernet, "-v",
			"02000000000102000000000288cc020704010203040506040405657468060200780a03737973100c050101020304020000000100fe06" +
				"0080c20100010000", 0,
			"LLDP, length 48\n" +
				"\tChassis ID TLV (1), length 7\n" +
				"\t  Subtype MAC address (4): 01:02:03:04:05:06\n" +
				"\tPort ID TLV (2), length 4\n" +
				"\t  Subtype Interface Name (5): eth\n" +
				"\tTime to Live TLV (3), length 2: TTL 120s\n" +
				"\tSystem Name TLV (5), length 3: sys\n" +
				"\tManagement Address TLV (8), length 12\n" +
				"\t  Management Address length 5, AFI IPv4 (1): 1.2.3.4\n" +
				"\t  Interface Index Interface Numbering (2): 1\n" +
				"\tOrganization specific TLV (127), length 6: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Port VLAN Id Subtype (1)\n" +
				"\t    port vlan id (PVID): 1\n" +
				"\tEnd TLV (0), length 0",
		},
		{
			"frame 1", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe070012bb01003f04", 0,
			"LLDP, length 9\n" +
				"\tOrganization specific TLV (127), length 7: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  LLDP-MED Capabilities Subtype (1)\n" +
				"\t    Media capabilities [LLDP-MED capabilities, network policy, location identification, extended power via M" +
				"DI-PSE, extended power via MDI-PD, Inventory] (0x003f)\n" +
				"\t    Device type [network connectivity] (0x04)",
		},
		{
			"frame 2", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe080012bb0201c02345", 0,
			"LLDP, length 10\n" +
				"\tOrganization specific TLV (127), length 8: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Network policy Subtype (2)\n" +
				"\t    Application type [voice] (0x01), Flags [Unknown, Tagged]\n" +
				"\t    Vlan id 17, L2 priority 5, DSCP value 5",
		},
		{
			"frame 3", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe150012bb03014142434445464748494a4b4c4d4e4f50", 0,
			"LLDP, length 23\n" +
				"\tOrganization specific TLV (127), length 21: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Location identification Subtype (3)\n" +
				"\t    Location data format coordinate-based LCI (0x01)\n" +
				"\t    Latitude resolution 16, latitude value 5406671941\n" +
				"\t    Longitude resolution 17, longitude value 9785854282\n" +
				"\t    Altitude type unknown (4)\n" +
				"\t    Altitude resolution 45, altitude value 0xc4d4e4f\n" +
				"\t    Datum unknown (0x50)",
		},
		{
			"frame 4", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe140012bb03020d0144450102425906036162637a7a", 0,
			"LLDP, length 22\n" +
				"\tOrganization specific TLV (127), length 20: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Location identification Subtype (3)\n" +
				"\t    Location data format civic address LCI (0x02)\n" +
				"\t    LCI length 13, LCI what location of the network element believed to be closest to the client (0x01), Cou" +
				"ntry-code DE\n" +
				"\t      CA type 'national subdivisions (state,canton,region,province,prefecture)' (1), length 2: BY\n" +
				"\t      CA type 'street' (6), length 3: abc",
		},
		{
			"frame 5", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe060012bb03ca33", 0,
			"LLDP, length 8\n" +
				"\tOrganization specific TLV (127), length 6: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Location identification Subtype (3)\n" +
				"\t    Location data format unknown (0xca)\n" +
				"\t    Location ID \n" +
				"\t      0x0000:  33",
		},
		{
			"frame 6", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe070012bb04110007", 0,
			"LLDP, length 9\n" +
				"\tOrganization specific TLV (127), length 7: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Extended power-via-MDI Subtype (4)\n" +
				"\t    Power type [PD device], Power source [PSE - primary power source]\n" +
				"\t    Power priority [critical] (0x01), Power 0.7 Watts",
		},
		{
			"frame 7", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe060012bb056877", 0,
			"LLDP, length 8\n" +
				"\tOrganization specific TLV (127), length 6: OUI ANSI/TIA (0x0012bb)\n" +
				"\t  Inventory - hardware revision Subtype (5)\n" +
				"\t  Hardware revision hw",
		},
		{
			"frame 8", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0d00005e0168747470733a2f2f78", 0,
			"LLDP, length 15\n" +
				"\tOrganization specific TLV (127), length 13: OUI IANA (0x00005e)\n" +
				"\t  MUD-URL Subtype (1)\n" +
				"\t  MUD-URL=https://x",
		},
		{
			"frame 9", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe3b001b2102020a0000000000010000000204110001e000000102030405060708090a0b04060600" +
				"01e0000f04080a0001e0008906001b21080e026162", 0,
			"LLDP, length 61\n" +
				"\tOrganization specific TLV (127), length 59: OUI DCBX (0x001b21)\n" +
				"\t  DCB Capability Exchange Protocol Rev 1.01 Subtype (2)\n" +
				"\t    Control - Protocol Control (type 0x1, length 10)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 0\n" +
				"\t      Sequence Number: 1\n" +
				"\t      Acknowledgement Number: 2\n" +
				"\t    Feature - Priority Group (type 0x2, length 17)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      Priority Allocation\n" +
				"\t          PgId_0: 0\n" +
				"\t          PgId_1: 0\n" +
				"\t          PgId_2: 0\n" +
				"\t          PgId_3: 1\n" +
				"\t          PgId_4: 0\n" +
				"\t          PgId_5: 2\n" +
				"\t          PgId_6: 0\n" +
				"\t          PgId_7: 3\n" +
				"\t      Priority Group Allocation\n" +
				"\t          Pg percentage[0]: 4\n" +
				"\t          Pg percentage[1]: 5\n" +
				"\t          Pg percentage[2]: 6\n" +
				"\t          Pg percentage[3]: 7\n" +
				"\t          Pg percentage[4]: 8\n" +
				"\t          Pg percentage[5]: 9\n" +
				"\t          Pg percentage[6]: 10\n" +
				"\t          Pg percentage[7]: 11\n" +
				"\t      NumTCsSupported: 4\n" +
				"\t    Feature - Priority Flow Control (type 0x3, length 6)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      PFC Config (0x0F)\n" +
				"\t          Priority Bit 0: Enabled\n" +
				"\t          Priority Bit 1: Enabled\n" +
				"\t          Priority Bit 2: Enabled\n" +
				"\t          Priority Bit 3: Enabled\n" +
				"\t          Priority Bit 4: Disabled\n" +
				"\t          Priority Bit 5: Disabled\n" +
				"\t          Priority Bit 6: Disabled\n" +
				"\t          Priority Bit 7: Disabled\n" +
				"\t      NumTCPFCSupported: 4\n" +
				"\t    Feature - Application (type 0x4, length 10)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      Application Value\n" +
				"\t          Application Protocol ID: 0x8906\n" +
				"\t          SF (0x0) Application Protocol ID is L2 EtherType\n" +
				"\t          OUI: 0x001b21\n" +
				"\t          User Priority Map: 0x08\n" +
				"\t    0x0000:  6162\n" +
				"\t  0x0000:  001b 2102 020a 0000 0000 0001 0000 0002\n" +
				"\t  0x0010:  0411 0001 e000 0001 0203 0405 0607 0809\n" +
				"\t  0x0020:  0a0b 0406 0600 01e0 000f 0408 0a00 01e0\n" +
				"\t  0x0030:  0089 0600 1b21 080e 0261 62",
		},
		{
			"frame 10", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0900120f010306c1001e", 0,
			"LLDP, length 11\n" +
				"\tOrganization specific TLV (127), length 9: OUI IEEE 802.3 Private (0x00120f)\n" +
				"\t  MAC/PHY configuration/status Subtype (1)\n" +
				"\t    autonegotiation [supported, enabled] (0x03)\n" +
				"\t    PMD autoneg capability [100BASE-TX fdx, 100BASE-T2 hdx, Pause for fdx links, Asym PAUSE for fdx, 1000BAS" +
				"E-T fdx] (0x06c1)\n" +
				"\t    MAU type 1000BASET fdx (0x001e)",
		},
		{
			"frame 11", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0700120f02030101", 0,
			"LLDP, length 9\n" +
				"\tOrganization specific TLV (127), length 7: OUI IEEE 802.3 Private (0x00120f)\n" +
				"\t  Power via MDI Subtype (2)\n" +
				"\t    MDI power support [PSE, supported], power pair signal, power class class0",
		},
		{
			"frame 12", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0900120f030100000001", 0,
			"LLDP, length 11\n" +
				"\tOrganization specific TLV (127), length 9: OUI IEEE 802.3 Private (0x00120f)\n" +
				"\t  Link aggregation Subtype (3)\n" +
				"\t    aggregation status [supported], aggregation port ID 1",
		},
		{
			"frame 13", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe070080c202020001", 0,
			"LLDP, length 9\n" +
				"\tOrganization specific TLV (127), length 7: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Port and Protocol VLAN ID Subtype (2)\n" +
				"\t    port and protocol vlan id (PPVID): 1, flags [supported] (0x02)",
		},
		{
			"frame 14", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0c0080c20300070568656c6c6f", 0,
			"LLDP, length 14\n" +
				"\tOrganization specific TLV (127), length 12: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  VLAN name Subtype (3)\n" +
				"\t    vlan id (VID): 7\n" +
				"\t    vlan name: hello",
		},
		{
			"frame 15", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe080080c20403616263", 0,
			"LLDP, length 10\n" +
				"\tOrganization specific TLV (127), length 8: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Protocol Identity Subtype (4)\n" +
				"\t    protocol identity: abc",
		},
		{
			"frame 16", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe060080c20855aa", 0,
			"LLDP, length 8\n" +
				"\tOrganization specific TLV (127), length 6: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Congestion Notification Subtype (8)\n" +
				"\t    Pre-Priority CNPV Indicator\n" +
				"\t     Priority : 0  1  2  3  4  5  6  7\n" +
				"\t     Value    : 1  0  1  0  1  0  1  0  \n" +
				"\t    Pre-Priority Ready Indicator\n" +
				"\t     Priority : 0  1  2  3  4  5  6  7\n" +
				"\t     Value    : 0  1  0  1  0  1  0  1  ",
		},
		{
			"frame 17", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe080080c20c00210001", 0,
			"LLDP, length 10\n" +
				"\tOrganization specific TLV (127), length 8: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Application Priority Subtype (12)\n" +
				"\t    RES: 0\n" +
				"\t    Application Priority Table\n" +
				"\t      Priority: 1, RES: 0, Sel: 1, Protocol ID: 1",
		},
		{
			"frame 18", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe090080c20daa55a54369", 0,
			"LLDP, length 11\n" +
				"\tOrganization specific TLV (127), length 9: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  EVB Subtype (13)\n" +
				"\t    EVB Bridge Status\n" +
				"\t      RES: 21, BGID: 0, RRCAP: 1, RRCTR: 0\n" +
				"\t    EVB Station Status\n" +
				"\t      RES: 5, SGID: 0, RRREQ: 1,RRSTAT: 1\n" +
				"\t    R: 5, RTE: 5, EVB Mode: EVB Bridge [1]\n" +
				"\t    ROL: 0, RWD: 3, RES: 1, ROL: 1, RKA: 9",
		},
		{
			"frame 19", packet.Ethernet, "-v",
			"02000000000102000000000288ccfe0b0080c20ea5c36996abcdef", 0,
			"LLDP, length 13\n" +
				"\tOrganization specific TLV (127), length 11: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  CDCP Subtype (14)\n" +
				"\t    Role: 1, RES: 2, Scomp: 0 ChnCap: 2454\n" +
				"\t    SCID: 2748, SVID: 3567",
		},
		{
			"frame 20", packet.Ethernet, "-v",
			"02000000000102000000000288cc020605010102030404120402010101010101010101010101010101010804706f72740c0464657363" +
				"0e04ffff00051018110220010db8000000000000000000000001020000000500100e050101020304030000000102abcd12026162", 0,
			"LLDP, length 92\n" +
				"\tChassis ID TLV (1), length 6\n" +
				"\t  Subtype Network address (5): AFI IPv4 (1): 1.2.3.4\n" +
				"\tPort ID TLV (2), length 18\n" +
				"\t  Subtype Network Address (4): AFI IPv6 (2): 101:101:101:101:101:101:101:101\n" +
				"\tPort Description TLV (4), length 4: port\n" +
				"\tSystem Description TLV (6), length 4\n" +
				"\t  desc\n" +
				"\tSystem Capabilities TLV (7), length 4\n" +
				"\t  System  Capabilities [Other, Repeater, Bridge, WLAN AP, Router, Telephone, Docsis, Station Only] (0xffff)" +
				"\n" +
				"\t  Enabled Capabilities [Other, Bridge] (0x0005)\n" +
				"\tManagement Address TLV (8), length 24\n" +
				"\t  Management Address length 17, AFI IPv6 (2): 2001:db8::1\n" +
				"\t  Interface Index Interface Numbering (2): 5\n" +
				"\tManagement Address TLV (8), length 14\n" +
				"\t  Management Address length 5, AFI IPv4 (1): 1.2.3.4\n" +
				"\t  System Port Number Interface Numbering (3): 1\n" +
				"\t  OID length 2M-+M-M\n" +
				"\tUnknown TLV (9), length 2\n" +
				"\t  0x0000:  6162",
		},
		{
			"not verbose", packet.Ethernet, "",
			"02000000000102000000000288cc020704010203040506040405657468060200780a03737973100c050101020304020000000100fe06" +
				"0080c20100010000", 0,
			"LLDP, length 48: sys",
		},
		{
			"dumped", packet.Ethernet, "-vv",
			"02000000000102000000000288cc020704010203040506040405657468060200780a03737973100c050101020304020000000100fe06" +
				"0080c20100010000", 0,
			"LLDP, length 48\n" +
				"\tChassis ID TLV (1), length 7\n" +
				"\t  Subtype MAC address (4): 01:02:03:04:05:06\n" +
				"\t  0x0000:  0401 0203 0405 06\n" +
				"\tPort ID TLV (2), length 4\n" +
				"\t  Subtype Interface Name (5): eth\n" +
				"\t  0x0000:  0565 7468\n" +
				"\tTime to Live TLV (3), length 2: TTL 120s\n" +
				"\t  0x0000:  0078\n" +
				"\tSystem Name TLV (5), length 3: sys\n" +
				"\t  0x0000:  7379 73\n" +
				"\tManagement Address TLV (8), length 12\n" +
				"\t  Management Address length 5, AFI IPv4 (1): 1.2.3.4\n" +
				"\t  Interface Index Interface Numbering (2): 1\n" +
				"\t  0x0000:  0501 0102 0304 0200 0000 0100\n" +
				"\tOrganization specific TLV (127), length 6: OUI Ethernet bridged (0x0080c2)\n" +
				"\t  Port VLAN Id Subtype (1)\n" +
				"\t    port vlan id (PVID): 1\n" +
				"\t  0x0000:  0080 c201 0001\n" +
				"\tEnd TLV (0), length 0",
		},
		{
			"cut", packet.Ethernet, "-v -x",
			"02000000000102000000000288cc02070401020304050604", 62,
			"LLDP, length 48\n" +
				"\tChassis ID TLV (1), length 7\n" +
				"\t  Subtype MAC address (4): 01:02:03:04:05:06 [|lldp]\n" +
				"\t0x0000:  0207 0401 0203 0405 0604",
		},
		{
			"cut, not verbose", packet.Ethernet, "",
			"02000000000102000000000288cc02070401020304050604", 62,
			"LLDP, length 48 [|lldp]",
		},
		{
			"data center, dumped", packet.Ethernet, "-vv",
			"02000000000102000000000288ccfe3b001b2102020a0000000000010000000204110001e000000102030405060708090a0b04060600" +
				"01e0000f04080a0001e0008906001b21080e026162", 0,
			"LLDP, length 61\n" +
				"\tOrganization specific TLV (127), length 59: OUI DCBX (0x001b21)\n" +
				"\t  DCB Capability Exchange Protocol Rev 1.01 Subtype (2)\n" +
				"\t    Control - Protocol Control (type 0x1, length 10)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 0\n" +
				"\t      Sequence Number: 1\n" +
				"\t      Acknowledgement Number: 2\n" +
				"\t    0x0000:  0000 0000 0001 0000 0002\n" +
				"\t    Feature - Priority Group (type 0x2, length 17)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      Priority Allocation\n" +
				"\t          PgId_0: 0\n" +
				"\t          PgId_1: 0\n" +
				"\t          PgId_2: 0\n" +
				"\t          PgId_3: 1\n" +
				"\t          PgId_4: 0\n" +
				"\t          PgId_5: 2\n" +
				"\t          PgId_6: 0\n" +
				"\t          PgId_7: 3\n" +
				"\t      Priority Group Allocation\n" +
				"\t          Pg percentage[0]: 4\n" +
				"\t          Pg percentage[1]: 5\n" +
				"\t          Pg percentage[2]: 6\n" +
				"\t          Pg percentage[3]: 7\n" +
				"\t          Pg percentage[4]: 8\n" +
				"\t          Pg percentage[5]: 9\n" +
				"\t          Pg percentage[6]: 10\n" +
				"\t          Pg percentage[7]: 11\n" +
				"\t      NumTCsSupported: 4\n" +
				"\t    0x0000:  0001 e000 0001 0203 0405 0607 0809 0a0b\n" +
				"\t    0x0010:  04\n" +
				"\t    Feature - Priority Flow Control (type 0x3, length 6)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      PFC Config (0x0F)\n" +
				"\t          Priority Bit 0: Enabled\n" +
				"\t          Priority Bit 1: Enabled\n" +
				"\t          Priority Bit 2: Enabled\n" +
				"\t          Priority Bit 3: Enabled\n" +
				"\t          Priority Bit 4: Disabled\n" +
				"\t          Priority Bit 5: Disabled\n" +
				"\t          Priority Bit 6: Disabled\n" +
				"\t          Priority Bit 7: Disabled\n" +
				"\t      NumTCPFCSupported: 4\n" +
				"\t    0x0000:  0001 e000 0f04\n" +
				"\t    Feature - Application (type 0x4, length 10)\n" +
				"\t      Oper_Version: 0\n" +
				"\t      Max_Version: 1\n" +
				"\t      Info block(0xE0): Enable bit: 1, Willing bit: 1, Error Bit: 1\n" +
				"\t      SubType: 0\n" +
				"\t      Application Value\n" +
				"\t          Application Protocol ID: 0x8906\n" +
				"\t          SF (0x0) Application Protocol ID is L2 EtherType\n" +
				"\t          OUI: 0x001b21\n" +
				"\t          User Priority Map: 0x08\n" +
				"\t    0x0000:  0001 e000 8906 001b 2108\n" +
				"\t    0x0000:  6162\n" +
				"\t  0x0000:  001b 2102 020a 0000 0000 0001 0000 0002\n" +
				"\t  0x0010:  0411 0001 e000 0001 0203 0405 0607 0809\n" +
				"\t  0x0020:  0a0b 0406 0600 01e0 000f 0408 0a00 01e0\n" +
				"\t  0x0030:  0089 0600 1b21 080e 0261 62",
		},
	})
}
