package text

// Names that the printer of the Link Management Protocol uses.

var lmpMessages = []token{
	{1, "Config"}, {2, "Config ACK"}, {3, "Config NACK"}, {4, "Hello"},
	{5, "Begin Verify"}, {6, "Begin Verify ACK"}, {7, "Begin Verify NACK"},
	{8, "End Verify"}, {9, "End Verify ACK"},
	{10, "Test"}, {11, "Test Status Success"}, {12, "Test Status Failure"}, {13, "Test Status ACK"},
	{14, "Link Summary"}, {15, "Link Summary ACK"}, {16, "Link Summary NACK"},
	{17, "Channel Status"}, {18, "Channel Status ACK"},
	{19, "Channel Status Request"}, {20, "Channel Status Response"},
}

var lmpHeaderFlags = []token{{0x01, "Control Channel Down"}, {0x02, "LMP restart"}}

var lmpObjects = []token{
	{lmpChannelID, "Control Channel ID"}, {lmpNodeID, "Node ID"}, {lmpLinkID, "Link ID"},
	{lmpInterfaceID, "Interface ID"}, {lmpMessageID, "Message ID"}, {lmpConfig, "Configuration"},
	{lmpHello, "Hello"}, {lmpVerifyBegin, "Verify Begin"}, {lmpVerifyAck, "Verify Begin ACK"},
	{lmpVerifyID, "Verify ID"}, {lmpTELink, "TE Link"}, {lmpDataLink, "Data Link"},
	{lmpStatus, "Channel Status"}, {lmpStatusRequest, "Channel Status Request"}, {lmpError, "Error Code"},
	{lmpService, "Service Config"},
}

var lmpEnds = []token{{1, "Local"}, {2, "Remote"}}

var lmpIDTypes = []token{
	{1, "IPv4 Local"}, {2, "IPv4 Remote"}, {3, "IPv6 Local"}, {4, "IPv6 Remote"},
	{5, "Unnumbered Local"}, {6, "Unnumbered Remote"},
}

var lmpAddrTypes = []token{{lmpIPv4, "IPv4"}, {lmpIPv6, "IPv6"}, {lmpUnnumbered, "Unnumbered"}}

var lmpNumbers = []token{{1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}}

var lmpVerifyFlags = []token{{0x01, "Verify all links"}, {0x02, "Data link type"}}

var lmpTELinkFlags = []token{{0x01, "Fault Management Supported"}, {0x02, "Link Verification Supported"}}

var lmpDataLinkFlags = []token{{0x01, "Data Link Port"}, {0x02, "Allocated for user traffic"}, {0x04, "Failed link"}}

var lmpSubobjects = []token{{1, "Interface Switching Type"}, {2, "Wavelength"}}

var (
	lmpActive     = []token{{0, "Non-allocated"}, {1, "Allocated"}}
	lmpDirections = []token{{0, "Receive"}, {1, "Transmit"}}
	lmpStates     = []token{{1, "Signal Okay"}, {2, "Signal Degraded"}, {3, "Signal Fail"}}
)

var lmpVerifyErrors = []token{
	{0x01, "Link Verification Procedure Not supported"}, {0x02, "Unwilling to verify"},
	{0x04, "Unsupported verification transport mechanism"}, {0x08, "Link-Id configuration error"},
	{0x10, "Unknown object c-type"},
}

var lmpSummaryErrors = []token{
	{0x01, "Unacceptable non-negotiable LINK-SUMMARY parameters"}, {0x02, "Renegotiate LINK-SUMMARY parameters"},
	{0x04, "Invalid TE-LINK Object"}, {0x08, "Invalid DATA-LINK Object"},
	{0x10, "Unknown TE-LINK Object c-type"}, {0x20, "Unknown DATA-LINK Object c-type"},
}

var lmpSignalling = []token{{0x01, "RSVP Supported"}, {0x02, "LDP Supported"}}

var lmpLinkTypes = []token{{5, "SDH ITU-T G.707"}, {6, "SONET ANSI T1.105"}}

var lmpSDHSignals = []token{
	{5, "VC-3"}, {6, "VC-4"}, {7, "STM-0"}, {8, "STM-1"}, {9, "STM-4"}, {10, "STM-16"}, {11, "STM-64"}, {12, "STM-256"},
}

var lmpSONETSignals = []token{
	{5, "STS-1 SPE"}, {6, "STS-3c SPE"}, {7, "STS-1"}, {8, "STM-3"}, {9, "STM-12"}, {10, "STM-48"}, {11, "STM-192"},
	{12, "STM-768"},
}

var lmpTransparency = []token{
	{0x01, "Path/VC Overhead Transparency Supported"}, {0x02, "Line/MS Overhead Transparency Supported"},
	{0x04, "Section/RS Overhead Transparency Supported"},
}

var lmpConcatenation = []token{{0x01, "Contiguous Concatenation Types Supported"}}

var lmpStandardTransparency = []token{
	{0x01, "Standard SOH/RSOH Transparency Supported"}, {0x02, "Standard LOH/MSOH Transparency Supported"},
}

var lmpMonitoring = []token{{0x01, "Transparent Tandem Connection Monitoring Supported"}}

var lmpDiversity = []token{
	{0x01, "Node Diversity Supported"}, {0x02, "Link Diversity Supported"}, {0x04, "SRLG Diversity Supported"},
}
