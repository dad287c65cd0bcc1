package text

// A mibNode is an object of the tree of RFC 1155 section 3 and what is below
// it.
type mibNode struct {
	id    uint32
	name  string
	below []mibNode
}

// mibPrefixes are what object identifiers begin with instead of the names from
// the root on. It is their bytes that count: an identifier that spends more of
// them on a number is printed from the root, quirk ber-oid-prefix.
var mibPrefixes = []struct {
	bytes string
	text  string
	below []mibNode
}{
	{"\x2b\x06\x01\x02\x01", "", mib2},
	{"\x2b\x06\x01\x04\x01", "E:", mibEnterprises},
	{"\x2b\x06\x01\x03", "X:", nil},
	{"\x2b\x06\x01\x06\x03", "S:", mibModules},
}

// mibRoot is the tree down to what is managed (RFC 1155 section 3.1).
var mibRoot = []mibNode{
	{1, "iso", []mibNode{
		{3, "org", []mibNode{
			{6, "dod", []mibNode{
				{1, "internet", []mibNode{
					{1, "directory", nil},
					{2, "mgmt", []mibNode{
						{1, "mib", mib2},
					}},
					{3, "experimental", nil},
					{4, "private", []mibNode{
						{1, "enterprises", mibEnterprises},
					}},
					{5, "security", nil},
					{6, "snmpV2", []mibNode{
						{3, "snmpModules", mibModules},
					}},
				}},
			}},
		}},
	}},
}

// mib2 is the second version of the management information base (RFC 1213
// section 6); mib and ipRoutingTable are what RFC 1156 called them.
var mib2 = []mibNode{
	{1, "system", mibSystem}, {2, "interfaces", mibInterfaces},
	{3, "at", []mibNode{
		{1, "atTable", []mibNode{
			{1, "atEntry", []mibNode{
				{1, "atIfIndex", nil}, {2, "atPhysAddress", nil}, {3, "atNetAddress", nil},
			}},
		}},
	}},
	{4, "ip", mibIP}, {5, "icmp", mibICMP}, {6, "tcp", mibTCP},
	{7, "udp", []mibNode{
		{1, "udpInDatagrams", nil}, {2, "udpNoPorts", nil}, {3, "udpInErrors", nil}, {4, "udpOutDatagrams", nil},
		{5, "udpTable", []mibNode{
			{1, "udpEntry", []mibNode{
				{1, "udpLocalAddress", nil}, {2, "udpLocalPort", nil},
			}},
		}},
	}},
	{8, "egp", mibEGP}, {10, "transmission", nil}, {11, "snmp", mibSNMP},
}

var mibSystem = []mibNode{
	{1, "sysDescr", nil}, {2, "sysObjectID", nil}, {3, "sysUpTime", nil}, {4, "sysContact", nil},
	{5, "sysName", nil}, {6, "sysLocation", nil}, {7, "sysServices", nil},
}

var mibInterfaces = []mibNode{
	{1, "ifNumber", nil},
	{2, "ifTable", []mibNode{
		{1, "ifEntry", []mibNode{
			{1, "ifIndex", nil}, {2, "ifDescr", nil}, {3, "ifType", nil}, {4, "ifMtu", nil}, {5, "ifSpeed", nil},
			{6, "ifPhysAddress", nil}, {7, "ifAdminStatus", nil}, {8, "ifOperStatus", nil}, {9, "ifLastChange", nil},
			{10, "ifInOctets", nil}, {11, "ifInUcastPkts", nil}, {12, "ifInNUcastPkts", nil},
			{13, "ifInDiscards", nil}, {14, "ifInErrors", nil}, {15, "ifInUnknownProtos", nil},
			{16, "ifOutOctets", nil}, {17, "ifOutUcastPkts", nil}, {18, "ifOutNUcastPkts", nil},
			{19, "ifOutDiscards", nil}, {20, "ifOutErrors", nil}, {21, "ifOutQLen", nil}, {22, "ifSpecific", nil},
		}},
	}},
}

var mibIP = []mibNode{
	{1, "ipForwarding", nil}, {2, "ipDefaultTTL", nil}, {3, "ipInReceives", nil}, {4, "ipInHdrErrors", nil},
	{5, "ipInAddrErrors", nil}, {6, "ipForwDatagrams", nil}, {7, "ipInUnknownProtos", nil}, {8, "ipInDiscards", nil},
	{9, "ipInDelivers", nil}, {10, "ipOutRequests", nil}, {11, "ipOutDiscards", nil}, {12, "ipOutNoRoutes", nil},
	{13, "ipReasmTimeout", nil}, {14, "ipReasmReqds", nil}, {15, "ipReasmOKs", nil}, {16, "ipReasmFails", nil},
	{17, "ipFragOKs", nil}, {18, "ipFragFails", nil}, {19, "ipFragCreates", nil},
	{20, "ipAddrTable", []mibNode{
		{1, "ipAddrEntry", []mibNode{
			{1, "ipAdEntAddr", nil}, {2, "ipAdEntIfIndex", nil}, {3, "ipAdEntNetMask", nil},
			{4, "ipAdEntBcastAddr", nil}, {5, "ipAdEntReasmMaxSize", nil},
		}},
	}},
	{21, "ipRoutingTable", []mibNode{
		{1, "ipRouteEntry", []mibNode{
			{1, "ipRouteDest", nil}, {2, "ipRouteIfIndex", nil}, {3, "ipRouteMetric1", nil},
			{4, "ipRouteMetric2", nil}, {5, "ipRouteMetric3", nil}, {6, "ipRouteMetric4", nil},
			{7, "ipRouteNextHop", nil}, {8, "ipRouteType", nil}, {9, "ipRouteProto", nil}, {10, "ipRouteAge", nil},
			{11, "ipRouteMask", nil},
		}},
	}},
	{22, "ipNetToMediaTable", []mibNode{
		{1, "ipNetToMediaEntry", []mibNode{
			{1, "ipNetToMediaIfIndex", nil}, {2, "ipNetToMediaPhysAddress", nil}, {3, "ipNetToMediaNetAddress", nil},
			{4, "ipNetToMediaType", nil},
		}},
	}},
}

var mibICMP = []mibNode{
	{1, "icmpInMsgs", nil}, {2, "icmpInErrors", nil}, {3, "icmpInDestUnreachs", nil}, {4, "icmpInTimeExcds", nil},
	{5, "icmpInParmProbs", nil}, {6, "icmpInSrcQuenchs", nil}, {7, "icmpInRedirects", nil}, {8, "icmpInEchos", nil},
	{9, "icmpInEchoReps", nil}, {10, "icmpInTimestamps", nil}, {11, "icmpInTimestampReps", nil},
	{12, "icmpInAddrMasks", nil}, {13, "icmpInAddrMaskReps", nil}, {14, "icmpOutMsgs", nil},
	{15, "icmpOutErrors", nil}, {16, "icmpOutDestUnreachs", nil}, {17, "icmpOutTimeExcds", nil},
	{18, "icmpOutParmProbs", nil}, {19, "icmpOutSrcQuenchs", nil}, {20, "icmpOutRedirects", nil},
	{21, "icmpOutEchos", nil}, {22, "icmpOutEchoReps", nil}, {23, "icmpOutTimestamps", nil},
	{24, "icmpOutTimestampReps", nil}, {25, "icmpOutAddrMasks", nil}, {26, "icmpOutAddrMaskReps", nil},
}

var mibTCP = []mibNode{
	{1, "tcpRtoAlgorithm", nil}, {2, "tcpRtoMin", nil}, {3, "tcpRtoMax", nil}, {4, "tcpMaxConn", nil},
	{5, "tcpActiveOpens", nil}, {6, "tcpPassiveOpens", nil}, {7, "tcpAttemptFails", nil}, {8, "tcpEstabResets", nil},
	{9, "tcpCurrEstab", nil}, {10, "tcpInSegs", nil}, {11, "tcpOutSegs", nil}, {12, "tcpRetransSegs", nil},
	{13, "tcpConnTable", []mibNode{
		{1, "tcpConnEntry", []mibNode{
			{1, "tcpConnState", nil}, {2, "tcpConnLocalAddress", nil}, {3, "tcpConnLocalPort", nil},
			{4, "tcpConnRemAddress", nil}, {5, "tcpConnRemPort", nil},
		}},
	}},
	{14, "tcpInErrs", nil}, {15, "tcpOutRsts", nil},
}

var mibEGP = []mibNode{
	{1, "egpInMsgs", nil}, {2, "egpInErrors", nil}, {3, "egpOutMsgs", nil}, {4, "egpOutErrors", nil},
	{5, "egpNeighTable", []mibNode{
		{1, "egpNeighEntry", []mibNode{
			{1, "egpNeighState", nil}, {2, "egpNeighAddr", nil}, {3, "egpNeighAs", nil}, {4, "egpNeighInMsgs", nil},
			{5, "egpNeighInErrs", nil}, {6, "egpNeighOutMsgs", nil}, {7, "egpNeighOutErrs", nil},
			{8, "egpNeighInErrMsgs", nil}, {9, "egpNeighOutErrMsgs", nil}, {10, "egpNeighStateUps", nil},
			{11, "egpNeighStateDowns", nil}, {12, "egpNeighIntervalHello", nil}, {13, "egpNeighIntervalPoll", nil},
			{14, "egpNeighMode", nil}, {15, "egpNeighEventTrigger", nil},
		}},
	}},
	{6, "egpAs", nil},
}

var mibSNMP = []mibNode{
	{1, "snmpInPkts", nil}, {2, "snmpOutPkts", nil}, {3, "snmpInBadVersions", nil},
	{4, "snmpInBadCommunityNames", nil}, {5, "snmpInBadCommunityUses", nil}, {6, "snmpInASNParseErrs", nil},
	{7, "snmpInBadTypes", nil}, {8, "snmpInTooBigs", nil}, {9, "snmpInNoSuchNames", nil},
	{10, "snmpInBadValues", nil}, {11, "snmpInReadOnlys", nil}, {12, "snmpInGenErrs", nil},
	{13, "snmpInTotalReqVars", nil}, {14, "snmpInTotalSetVars", nil}, {15, "snmpInGetRequests", nil},
	{16, "snmpInGetNexts", nil}, {17, "snmpInSetRequests", nil}, {18, "snmpInGetResponses", nil},
	{19, "snmpInTraps", nil}, {20, "snmpOutTooBigs", nil}, {21, "snmpOutNoSuchNames", nil},
	{22, "snmpOutBadValues", nil}, {23, "snmpOutReadOnlys", nil}, {24, "snmpOutGenErrs", nil},
	{25, "snmpOutGetRequests", nil}, {26, "snmpOutGetNexts", nil}, {27, "snmpOutSetRequests", nil},
	{28, "snmpOutGetResponses", nil}, {29, "snmpOutTraps", nil}, {30, "snmpEnableAuthTraps", nil},
}

// mibEnterprises holds the first of the private enterprise numbers that IANA
// gives out (RFC 1155 section 3.1.4).
var mibEnterprises = []mibNode{
	{1, "proteon", nil}, {2, "ibm", nil}, {3, "cmu", nil}, {4, "unix", nil}, {5, "acc", nil}, {6, "twg", nil},
	{7, "cayman", nil}, {8, "nysernet", nil}, {9, "cisco", nil}, {10, "nsc", nil}, {11, "hp", nil},
	{12, "epilogue", nil}, {13, "utennessee", nil}, {14, "bbn", nil}, {15, "xylogics", nil}, {16, "unisys", nil},
	{17, "canstar", nil}, {18, "wellfleet", nil}, {19, "trw", nil}, {20, "mit", nil}, {21, "eon", nil},
	{22, "spartacus", nil}, {23, "excelan", nil}, {24, "spider", nil}, {25, "nsfnet", nil}, {26, "sytek", nil},
	{27, "intergraph", nil}, {28, "interlan", nil}, {29, "vitalink", nil}, {30, "ulana", nil}, {31, "nswc", nil},
	{32, "santacruzoperation", nil}, {33, "xyplex", nil}, {34, "cray", nil}, {35, "bellnorthernresearch", nil},
	{36, "dec", nil}, {37, "touch", nil}, {38, "networkresearchcorp", nil}, {39, "baylor", nil},
	{40, "nmfeccllnl", nil}, {41, "sri", nil}, {42, "sun", nil}, {43, "3com", nil}, {44, "cmc", nil},
	{45, "synoptics", nil}, {46, "cheyenne", nil}, {47, "prime", nil}, {48, "mcnc", nil}, {49, "chipcom", nil},
	{50, "opticaldatasystems", nil}, {51, "gated", nil}, {52, "cabletron", nil}, {53, "apollo", nil},
	{54, "desktalksystems", nil}, {55, "ssds", nil}, {56, "castlerock", nil}, {57, "mips", nil}, {58, "tgv", nil},
	{59, "silicongraphics", nil}, {60, "ubc", nil}, {61, "merit", nil}, {62, "fibercom", nil}, {63, "apple", nil},
	{64, "gandalf", nil}, {65, "dartmouth", nil}, {66, "davidsystems", nil}, {67, "reuter", nil},
	{68, "cornell", nil}, {69, "tmac", nil}, {70, "locus", nil}, {71, "nasa", nil}, {72, "retix", nil},
	{73, "boeing", nil}, {74, "att", nil}, {75, "ungermannbass", nil}, {76, "digitalanalysis", nil},
	{77, "hplanman", nil}, {78, "netlabs", nil}, {79, "icl", nil}, {80, "auspex", nil}, {81, "lannet", nil},
	{82, "ncd", nil}, {83, "raycom", nil}, {84, "pirellifocom", nil}, {85, "datability", nil},
	{86, "networkappltech", nil}, {87, "link", nil}, {88, "nyu", nil}, {89, "rnd", nil}, {90, "intercon", nil},
	{91, "learningtree", nil}, {92, "webstercomputer", nil}, {93, "frontier", nil}, {94, "nokia", nil},
	{95, "allenbradley", nil}, {96, "cern", nil}, {97, "sigma", nil}, {98, "emergingtech", nil},
	{99, "snmpresearch", nil}, {100, "ohiostate", nil}, {101, "ultra", nil}, {136, "ccur", nil},
}

// mibModules holds the administration of version 3: RFC 3411, RFC 3412 and RFC
// 3414, section "Definitions" of each.
var mibModules = []mibNode{
	{10, "snmpFrameworkMIB", []mibNode{
		{1, "snmpFrameworkAdmin", nil},
		{2, "snmpFrameworkMIBObjects", []mibNode{
			{1, "snmpEngine", []mibNode{
				{1, "snmpEngineID", nil}, {2, "snmpEngineBoots", nil}, {3, "snmpEngineTime", nil},
				{4, "snmpEngineMaxMessageSize", nil},
			}},
		}},
		{3, "snmpFrameworkMIBConformance", nil},
	}},
	{11, "snmpMPDMIB", []mibNode{
		{1, "snmpMPDAdmin", nil},
		{2, "snmpMPDMIBObjects", []mibNode{
			{1, "snmpMPDStats", []mibNode{
				{1, "snmpUnknownSecurityModels", nil}, {2, "snmpInvalidMsgs", nil},
				{3, "snmpUnknownPDUHandlers", nil},
			}},
		}},
		{3, "snmpMPDMIBConformance", []mibNode{
			{1, "snmpMPDMIBCompliances", nil}, {2, "snmpMPDMIBGroups", nil},
		}},
	}},
	{15, "snmpUsmMIB", []mibNode{
		{1, "usmMIBObjects", []mibNode{
			{1, "usmStats", []mibNode{
				{1, "usmStatsUnsupportedSecLevels", nil}, {2, "usmStatsNotInTimeWindows", nil},
				{3, "usmStatsUnknownUserNames", nil}, {4, "usmStatsUnknownEngineIDs", nil},
				{5, "usmStatsWrongDigests", nil}, {6, "usmStatsDecryptionErrors", nil},
			}},
			{2, "usmUser", []mibNode{
				{1, "usmUserSpinLock", nil},
				{2, "usmUserTable", []mibNode{
					{1, "usmUserEntry", []mibNode{
						{1, "usmUserEngineID", nil}, {2, "usmUserName", nil}, {3, "usmUserSecurityName", nil},
						{4, "usmUserCloneFrom", nil}, {5, "usmUserAuthProtocol", nil},
						{6, "usmUserAuthKeyChange", nil}, {7, "usmUserOwnAuthKeyChange", nil},
						{8, "usmUserPrivProtocol", nil}, {9, "usmUserPrivKeyChange", nil},
						{10, "usmUserOwnPrivKeyChange", nil}, {11, "usmUserPublic", nil},
						{12, "usmUserStorageType", nil}, {13, "usmUserStatus", nil},
					}},
				}},
			}},
		}},
		{2, "usmMIBConformance", []mibNode{
			{1, "usmMIBCompliances", nil}, {2, "usmMIBGroups", nil},
		}},
	}},
}
