package text

var (
	lldpNames = []token{
		{lldpEnd, "End"}, {lldpChassis, "Chassis ID"}, {lldpPort, "Port ID"}, {lldpTTL, "Time to Live"},
		{lldpPortName, "Port Description"}, {lldpSystemName, "System Name"}, {lldpSystem, "System Description"},
		{lldpCapabilities, "System Capabilities"}, {lldpManagement, "Management Address"},
		{lldpOrganization, "Organization specific"},
	}
	lldpChassisNames = []token{
		{1, "Chassis component"}, {2, "Interface alias"}, {3, "Port component"}, {4, "MAC address"}, {5, "Network address"},
		{6, "Interface name"}, {7, "Local"},
	}
	lldpPortNames = []token{
		{1, "Interface alias"}, {2, "Port component"}, {3, "MAC address"}, {4, "Network Address"}, {5, "Interface Name"},
		{6, "Agent circuit ID"}, {7, "Local"},
	}
	lldpCapabilityBits = []token{
		{0x01, "Other"}, {0x02, "Repeater"}, {0x04, "Bridge"}, {0x08, "WLAN AP"}, {0x10, "Router"}, {0x20, "Telephone"},
		{0x40, "Docsis"}, {0x80, "Station Only"},
	}
	lldpNumbering = []token{{2, "Interface Index"}, {3, "System Port Number"}}
	lldpIANANames = []token{{1, "MUD-URL"}}

	// IEEE 802.3
	lldp8023Names = []token{
		{1, "MAC/PHY configuration/status"}, {2, "Power via MDI"}, {3, "Link aggregation"}, {4, "Max frame size"},
	}
	lldpNegotiation = []token{{1, "supported"}, {2, "enabled"}}
	lldpPMD         = []token{
		{0x4000, "10BASE-T hdx"}, {0x2000, "10BASE-T fdx"}, {0x1000, "100BASE-T4"}, {0x0800, "100BASE-TX hdx"},
		{0x0400, "100BASE-TX fdx"}, {0x0200, "100BASE-T2 hdx"}, {0x0100, "100BASE-T2 fdx"}, {0x0080, "Pause for fdx links"},
		{0x0040, "Asym PAUSE for fdx"}, {0x0020, "Sym PAUSE for fdx"}, {0x0010, "Asym and Sym PAUSE for fdx"},
		{0x0008, "1000BASE-{X LX SX CX} hdx"}, {0x0004, "1000BASE-{X LX SX CX} fdx"}, {0x0002, "1000BASE-T hdx"},
		{0x0001, "1000BASE-T fdx"},
	}
	lldpMAU = []token{
		{0, "Unknown"}, {1, "AUI"}, {2, "10BASE_5"}, {3, "FOIRL"}, {4, "10BASE2"}, {5, "10BASET duplex mode unknown"},
		{6, "10BASEFP"}, {7, "10BASEFB"}, {8, "10BASEFL duplex mode unknown"}, {9, "10BROAD36"}, {10, "10BASET hdx"},
		{11, "10BASET fdx"}, {12, "10BASEFL hdx"}, {13, "10BASEFL fdx"}, {14, "100BASET4"}, {15, "100BASETX hdx"},
		{16, "100BASETX fdx"}, {17, "100BASEFX hdx"}, {18, "100BASEFX fdx"}, {19, "100BASET2 hdx"}, {20, "100BASET2 fdx"},
		{21, "1000BASEX hdx"}, {22, "1000BASEX fdx"}, {23, "1000BASELX hdx"}, {24, "1000BASELX fdx"},
		{25, "1000BASESX hdx"}, {26, "1000BASESX fdx"}, {27, "1000BASECX hdx"}, {28, "1000BASECX fdx"},
		{29, "1000BASET hdx"}, {30, "1000BASET fdx"}, {31, "10GBASEX"}, {32, "10GBASELX4"}, {33, "10GBASER"},
		{34, "10GBASEER"}, {35, "10GBASELR"}, {36, "10GBASESR"}, {37, "10GBASEW"}, {38, "10GBASEEW"}, {39, "10GBASELW"},
		{40, "10GBASESW"},
	}
	lldpMDI   = []token{{1, "PSE"}, {2, "supported"}, {4, "enabled"}, {8, "can be controlled"}}
	lldpPair  = []token{{1, "signal"}, {2, "spare"}}
	lldpClass = []token{{1, "class0"}, {2, "class1"}, {3, "class2"}, {4, "class3"}, {5, "class4"}}

	// IEEE 802.1
	lldp8021Names = []token{
		{1, "Port VLAN Id"}, {2, "Port and Protocol VLAN ID"}, {3, "VLAN name"}, {4, "Protocol Identity"},
		{7, "Link aggregation"}, {8, "Congestion Notification"}, {9, "ETS Configuration"}, {10, "ETS Recommendation"},
		{11, "Priority Flow Control Configuration"}, {12, "Application Priority"}, {13, "EVB"}, {14, "CDCP"},
	}
	lldpVLANFlags = []token{{2, "supported"}, {4, "enabled"}}
	lldpEVBModes  = [4]string{"Not Supported", "EVB Bridge", "EVB Station", "Reserved for future Standardization"}

	// Media endpoints
	lldpMEDNames = []token{
		{1, "LLDP-MED Capabilities"}, {2, "Network policy"}, {3, "Location identification"}, {4, "Extended power-via-MDI"},
		{5, "Inventory - hardware revision"}, {6, "Inventory - firmware revision"}, {7, "Inventory - software revision"},
		{8, "Inventory - serial number"}, {9, "Inventory - manufacturer name"}, {10, "Inventory - model name"},
		{11, "Inventory - asset ID"},
	}
	lldpMEDBits = []token{
		{0x01, "LLDP-MED capabilities"}, {0x02, "network policy"}, {0x04, "location identification"},
		{0x08, "extended power via MDI-PSE"}, {0x10, "extended power via MDI-PD"}, {0x20, "Inventory"},
	}
	lldpDevices = []token{
		{1, "endpoint class 1"}, {2, "endpoint class 2"}, {3, "endpoint class 3"}, {4, "network connectivity"},
	}
	lldpApplications = []token{
		{1, "voice"}, {2, "voice signaling"}, {3, "guest voice"}, {4, "guest voice signaling"}, {5, "softphone voice"},
		{6, "video conferencing"}, {7, "streaming video"}, {8, "video signaling"},
	}
	lldpPolicyFlags = []token{{0x80, "Unknown"}, {0x40, "Tagged"}, {0x20, "reserved"}}
	lldpLocations   = []token{{1, "coordinate-based LCI"}, {2, "civic address LCI"}, {3, "ECS ELIN"}}
	lldpAltitudes   = []token{{1, "meters"}, {2, "floors"}}
	lldpDatums      = []token{
		{1, "World Geodesic System 1984"}, {2, "North American Datum 1983 (NAVD88)"}, {3, "North American Datum 1983 (MLLW)"},
	}
	lldpWhat = []token{
		{0, "location of DHCP server"}, {1, "location of the network element believed to be closest to the client"},
		{2, "location of the client"},
	}
	lldpCivicTypes = []token{
		{1, "national subdivisions (state,canton,region,province,prefecture)"}, {2, "county, parish, gun, district"},
		{3, "city, township, shi"}, {4, "city division, borough, city district, ward chou"}, {5, "neighborhood, block"},
		{6, "street"},
	}
	lldpSources         = [4]string{"none", "PSE - primary power source", "local - backup power source", "PSE+local - reserved"}
	lldpPowerPriorities = []token{{1, "critical"}, {2, "high"}, {3, "low"}}
	lldpInventory       = []token{
		{5, "Hardware revision"}, {6, "Firmware revision"}, {7, "Software revision"}, {8, "Serial number"},
		{9, "Manufacturer name"}, {10, "Model name"}, {11, "Asset ID"},
	}

	// Data center bridging
	lldpDCBXNames = []token{
		{1, "DCB Capability Exchange Protocol Rev 1"}, {2, "DCB Capability Exchange Protocol Rev 1.01"},
	}
	lldpDCBXFields = []token{
		{1, "Control - Protocol Control"}, {2, "Feature - Priority Group"}, {3, "Feature - Priority Flow Control"},
		{4, "Feature - Application"},
	}
	lldpDCBXLen = [][2]int{{1, 10}, {2, 17}, {3, 6}, {4, 4}} // bytes that a field has at least
)
