package filter

// A kind is what sort of token the lexer found.
type kind uint8

const (
	tokEnd  kind = iota // after the last token
	tokNum              // 80, 0x50, 0120, tcp-syn: num holds the value
	tokID               // a name, or anything after a backslash
	tokHID              // 10.1, 10.1.2, 10.1.2.3
	tokHID6             // an IPv6 address
	tokEID              // a 48-bit link-layer address
	tokAID              // $5c, an ARCnet address; num holds the value

	// Operators and punctuation.
	tokLParen
	tokRParen
	tokLBracket
	tokRBracket
	tokColon
	tokNot
	tokAnd
	tokOr
	tokEQ
	tokNE
	tokGT
	tokGE
	tokLT
	tokLE
	tokAdd
	tokSub
	tokMul
	tokDiv
	tokMod
	tokBitAnd
	tokBitOr
	tokXor
	tokLsh
	tokRsh

	// Words that stand for a protocol.
	tokProtoName // proto holds which

	// Qualifiers.
	tokSrc
	tokDst
	tokAddr // addr1 to addr4, ra, ta: dir holds which
	tokHost
	tokNet
	tokMask
	tokPort
	tokPortRange
	tokProto
	tokProtoChain
	tokGateway

	// Primitives and operands.
	tokLen
	tokLess
	tokGreater
	tokByte
	tokBroadcast
	tokMulticast
	tokInbound
	tokOutbound
	tokIfindex
	tokVLAN
	tokMPLS
	tokPPPoED
	tokPPPoES
	tokGeneve
	tokVXLAN
	tokLLC
	tokType
	tokSubtype
	tokDir
	tokIfname
	tokRset
	tokRnr
	tokSrnr
	tokReason
	tokAction
	tokATM      // lane, metac, ...: atm holds which
	tokATMField // vpi, vci
	tokMTP2     // fisu, ...: mtp2 holds which
	tokMTP3     // sio, ...: mtp3 holds which
)

// A token is one word or sign of an expression.
type token struct {
	kind kind
	pos  int    // offset in the expression, in bytes
	text string // as written; for tokID without the backslash
	num  uint32 // the value, or which of a family of words
	err  string // a number or address that cannot be: why
}

// keywords returns what a word means; kind tokEnd if it is no keyword. Which
// of a family of words it is stands in num.
func keyword(w string) (kind, uint32) {
	switch w {
	case "dst":
		return tokDst, 0
	case "src":
		return tokSrc, 0
	case "addr1", "address1":
		return tokAddr, uint32(dirAddr1)
	case "addr2", "address2":
		return tokAddr, uint32(dirAddr2)
	case "addr3", "address3":
		return tokAddr, uint32(dirAddr3)
	case "addr4", "address4":
		return tokAddr, uint32(dirAddr4)
	case "ra":
		return tokAddr, uint32(dirRA)
	case "ta":
		return tokAddr, uint32(dirTA)
	case "host":
		return tokHost, 0
	case "net":
		return tokNet, 0
	case "mask":
		return tokMask, 0
	case "port":
		return tokPort, 0
	case "portrange":
		return tokPortRange, 0
	case "proto":
		return tokProto, 0
	case "protochain":
		return tokProtoChain, 0
	case "gateway":
		return tokGateway, 0

	case "and":
		return tokAnd, 0
	case "or":
		return tokOr, 0
	case "not":
		return tokNot, 0
	case "len", "length":
		return tokLen, 0
	case "less":
		return tokLess, 0
	case "greater":
		return tokGreater, 0
	case "byte":
		return tokByte, 0
	case "broadcast":
		return tokBroadcast, 0
	case "multicast":
		return tokMulticast, 0
	case "inbound":
		return tokInbound, 0
	case "outbound":
		return tokOutbound, 0
	case "ifindex":
		return tokIfindex, 0
	case "vlan":
		return tokVLAN, 0
	case "mpls":
		return tokMPLS, 0
	case "pppoed":
		return tokPPPoED, 0
	case "pppoes":
		return tokPPPoES, 0
	case "geneve":
		return tokGeneve, 0
	case "vxlan":
		return tokVXLAN, 0
	case "llc":
		return tokLLC, 0
	case "type":
		return tokType, 0
	case "subtype":
		return tokSubtype, 0
	case "dir", "direction":
		return tokDir, 0
	case "ifname", "on":
		return tokIfname, 0
	case "rset", "ruleset":
		return tokRset, 0
	case "rnr", "rulenum":
		return tokRnr, 0
	case "srnr", "subrulenum":
		return tokSrnr, 0
	case "reason":
		return tokReason, 0
	case "action":
		return tokAction, 0
	case "vpi":
		return tokATMField, uint32(atmVPI)
	case "vci":
		return tokATMField, uint32(atmVCI)
	}
	if p, ok := protoKeyword(w); ok {
		return tokProtoName, uint32(p)
	}
	if a, ok := atmKeyword(w); ok {
		return tokATM, uint32(a)
	}
	if m, ok := mtp2Keyword(w); ok {
		return tokMTP2, uint32(m)
	}
	if m, ok := mtp3Keyword(w); ok {
		return tokMTP3, uint32(m)
	}
	if n, ok := namedNumber(w); ok {
		return tokNum, n
	}
	return tokEnd, 0
}

// namedNumber returns the value of a word that is a number to the grammar:
// a field's offset, an ICMP type or a TCP flag.
func namedNumber(w string) (uint32, bool) {
	switch w {
	case "icmptype", "icmp6type":
		return 0, true
	case "icmpcode", "icmp6code":
		return 1, true
	case "tcpflags":
		return 13, true

	case "icmp-echoreply":
		return 0, true
	case "icmp-unreach":
		return 3, true
	case "icmp-sourcequench":
		return 4, true
	case "icmp-redirect":
		return 5, true
	case "icmp-echo":
		return 8, true
	case "icmp-routeradvert":
		return 9, true
	case "icmp-routersolicit":
		return 10, true
	case "icmp-timxceed":
		return 11, true
	case "icmp-paramprob":
		return 12, true
	case "icmp-tstamp":
		return 13, true
	case "icmp-tstampreply":
		return 14, true
	case "icmp-ireq":
		return 15, true
	case "icmp-ireqreply":
		return 16, true
	case "icmp-maskreq":
		return 17, true
	case "icmp-maskreply":
		return 18, true

	case "icmp6-destinationunreach":
		return 1, true
	case "icmp6-packettoobig":
		return 2, true
	case "icmp6-timeexceeded":
		return 3, true
	case "icmp6-parameterproblem":
		return 4, true
	case "icmp6-echo":
		return 128, true
	case "icmp6-echoreply":
		return 129, true
	case "icmp6-multicastlistenerquery":
		return 130, true
	case "icmp6-multicastlistenerreportv1":
		return 131, true
	case "icmp6-multicastlistenerdone":
		return 132, true
	case "icmp6-routersolicit":
		return 133, true
	case "icmp6-routeradvert":
		return 134, true
	case "icmp6-neighborsolicit":
		return 135, true
	case "icmp6-neighboradvert":
		return 136, true
	case "icmp6-redirect":
		return 137, true
	case "icmp6-routerrenum":
		return 138, true
	case "icmp6-nodeinformationquery":
		return 139, true
	case "icmp6-nodeinformationresponse":
		return 140, true
	case "icmp6-ineighbordiscoverysolicit":
		return 141, true
	case "icmp6-ineighbordiscoveryadvert":
		return 142, true
	case "icmp6-multicastlistenerreportv2":
		return 143, true
	case "icmp6-homeagentdiscoveryrequest":
		return 144, true
	case "icmp6-homeagentdiscoveryreply":
		return 145, true
	case "icmp6-mobileprefixsolicit":
		return 146, true
	case "icmp6-mobileprefixadvert":
		return 147, true
	case "icmp6-certpathsolicit":
		return 148, true
	case "icmp6-certpathadvert":
		return 149, true
	case "icmp6-multicastrouteradvert":
		return 151, true
	case "icmp6-multicastroutersolicit":
		return 152, true
	case "icmp6-multicastrouterterm":
		return 153, true

	case "tcp-fin":
		return 0x01, true
	case "tcp-syn":
		return 0x02, true
	case "tcp-rst":
		return 0x04, true
	case "tcp-push":
		return 0x08, true
	case "tcp-ack":
		return 0x10, true
	case "tcp-urg":
		return 0x20, true
	case "tcp-ece":
		return 0x40, true
	case "tcp-cwr":
		return 0x80, true
	}
	return 0, false
}
