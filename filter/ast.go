package filter

// A node is a boolean expression.
type node interface{ at() int }

// at returns where in the expression a node begins; embedded in every node.
type position int

func (p position) at() int { return int(p) }

type (
	andNode struct {
		position
		l, r node
	}
	orNode struct {
		position
		l, r node
	}
	notNode struct {
		position
		x node
	}
	// An idNode is a name, number or address with the qualifiers that apply to
	// it, its own or inherited: tcp src port 80.
	idNode struct {
		position
		q    qualifiers
		kind kind // tokID, tokNum, tokHID, tokHID6, tokEID, tokAID
		text string
		num  uint32
		// A network's length or mask: net 10.0.0.0/8, net 10.0.0.0 mask 255.0.0.0.
		hasLen bool
		length uint32
		mask   string
	}
	// A protoNode is the name of a protocol alone: tcp.
	protoNode struct {
		position
		proto proto
	}
	// A relNode compares two numbers.
	relNode struct {
		position
		op   kind // tokEQ, tokNE, tokGT, tokGE, tokLT, tokLE
		l, r arith
	}
	// A castNode is broadcast or multicast.
	castNode struct {
		position
		proto proto
		multi bool
	}
	// A wordNode is a primitive that is one word, perhaps with a number:
	// inbound, vlan 5, less 64.
	wordNode struct {
		position
		kind   kind
		hasNum bool
		num    uint32
	}
	// A byteNode is byte index op value.
	byteNode struct {
		position
		index, value uint32
		op           kind
	}
	// A pfNode asks for a field of a packet filter's log.
	pfNode struct {
		position
		kind kind // tokIfname, tokRset, tokRnr, tokSrnr, tokReason, tokAction
		text string
		num  uint32
	}
	// A wlanNode asks for type, subtype or direction of an 802.11 frame.
	wlanNode struct {
		position
		kind             kind // tokType, tokSubtype, tokDir
		typ, subtype     token
		hasSub, hasProto bool
	}
	llcNode struct {
		position
		name string // empty: any
	}
	// An atmNode is one of the words about ATM cells.
	atmNode struct {
		position
		atm atm
	}
	mtp2Node struct {
		position
		mtp2 mtp2
	}
	// A fieldNode compares a field with its own syntax: vci > 5, opc (1 or 2).
	fieldNode struct {
		position
		atm    atm  // vpi or vci, iff kind is tokATMField
		mtp3   mtp3 // iff kind is tokMTP3
		kind   kind
		op     kind
		values []uint32
	}
)

// An arith is an arithmetic expression.
type arith interface{ at() int }

type (
	numArith struct {
		position
		v uint32
	}
	lenArith struct{ position }
	// A loadArith is proto[index:size].
	loadArith struct {
		position
		proto proto
		index arith
		size  uint32
	}
	binArith struct {
		position
		op   kind
		l, r arith
	}
	negArith struct {
		position
		x arith
	}
)

// qualifiers say what an identifier stands for.
type qualifiers struct {
	proto proto
	typ   addrType
	dir   dir
}

// noQualifiers stand where there is nothing to inherit from.
var noQualifiers = qualifiers{typ: typeUndefined}

type addrType uint8

const (
	typeDefault addrType = iota // host is meant
	typeHost
	typeNet
	typePort
	typePortRange
	typeProto
	typeProtoChain
	typeGateway
	typeUndefined
)

type dir uint8

const (
	dirDefault dir = iota // src or dst is meant
	dirSrc
	dirDst
	dirOr
	dirAnd
	dirAddr1
	dirAddr2
	dirAddr3
	dirAddr4
	dirRA
	dirTA
)

// A proto is a protocol that the language has a word for.
type proto uint8

const (
	protoNone proto = iota
	protoLink
	protoIP
	protoIP6
	protoARP
	protoRARP
	protoSCTP
	protoTCP
	protoUDP
	protoICMP
	protoICMP6
	protoIGMP
	protoIGRP
	protoPIM
	protoVRRP
	protoCARP
	protoAH
	protoESP
	protoAtalk
	protoAARP
	protoDECnet
	protoLAT
	protoSCA
	protoMOPRC
	protoMOPDL
	protoISO
	protoESIS
	protoISIS
	protoCLNP
	protoL1
	protoL2
	protoIIH
	protoLSP
	protoSNP
	protoCSNP
	protoPSNP
	protoSTP
	protoIPX
	protoNetBEUI
	protoRadio
)

func protoKeyword(w string) (proto, bool) {
	switch w {
	case "link", "ether", "ppp", "slip", "fddi", "tr", "wlan":
		return protoLink, true
	case "ip":
		return protoIP, true
	case "ip6":
		return protoIP6, true
	case "arp":
		return protoARP, true
	case "rarp":
		return protoRARP, true
	case "sctp":
		return protoSCTP, true
	case "tcp":
		return protoTCP, true
	case "udp":
		return protoUDP, true
	case "icmp":
		return protoICMP, true
	case "icmp6":
		return protoICMP6, true
	case "igmp":
		return protoIGMP, true
	case "igrp":
		return protoIGRP, true
	case "pim":
		return protoPIM, true
	case "vrrp":
		return protoVRRP, true
	case "carp":
		return protoCARP, true
	case "ah":
		return protoAH, true
	case "esp":
		return protoESP, true
	case "atalk":
		return protoAtalk, true
	case "aarp":
		return protoAARP, true
	case "decnet":
		return protoDECnet, true
	case "lat":
		return protoLAT, true
	case "sca":
		return protoSCA, true
	case "moprc":
		return protoMOPRC, true
	case "mopdl":
		return protoMOPDL, true
	case "iso":
		return protoISO, true
	case "esis", "es-is":
		return protoESIS, true
	case "isis", "is-is":
		return protoISIS, true
	case "clnp":
		return protoCLNP, true
	case "l1":
		return protoL1, true
	case "l2":
		return protoL2, true
	case "iih":
		return protoIIH, true
	case "lsp":
		return protoLSP, true
	case "snp":
		return protoSNP, true
	case "csnp":
		return protoCSNP, true
	case "psnp":
		return protoPSNP, true
	case "stp":
		return protoSTP, true
	case "ipx":
		return protoIPX, true
	case "netbeui":
		return protoNetBEUI, true
	case "radio":
		return protoRadio, true
	}
	return protoNone, false
}

// String returns the word that messages use.
func (p proto) String() string {
	switch p {
	case protoLink:
		return "link"
	case protoIP:
		return "ip"
	case protoIP6:
		return "ip6"
	case protoARP:
		return "arp"
	case protoRARP:
		return "rarp"
	case protoSCTP:
		return "sctp"
	case protoTCP:
		return "tcp"
	case protoUDP:
		return "udp"
	case protoICMP:
		return "icmp"
	case protoICMP6:
		return "icmp6"
	case protoIGMP:
		return "igmp"
	case protoIGRP:
		return "igrp"
	case protoPIM:
		return "pim"
	case protoVRRP:
		return "vrrp"
	case protoCARP:
		return "carp"
	case protoAH:
		return "ah"
	case protoESP:
		return "esp"
	case protoAtalk:
		return "atalk"
	case protoAARP:
		return "aarp"
	case protoDECnet:
		return "decnet"
	case protoLAT:
		return "lat"
	case protoSCA:
		return "sca"
	case protoMOPRC:
		return "moprc"
	case protoMOPDL:
		return "mopdl"
	case protoISO:
		return "iso"
	case protoESIS:
		return "esis"
	case protoISIS:
		return "isis"
	case protoCLNP:
		return "clnp"
	case protoL1:
		return "l1"
	case protoL2:
		return "l2"
	case protoIIH:
		return "iih"
	case protoLSP:
		return "lsp"
	case protoSNP:
		return "snp"
	case protoCSNP:
		return "csnp"
	case protoPSNP:
		return "psnp"
	case protoSTP:
		return "stp"
	case protoIPX:
		return "ipx"
	case protoNetBEUI:
		return "netbeui"
	case protoRadio:
		return "radio"
	}
	return "?"
}

// An atm is a word about ATM cells.
type atm uint8

const (
	atmVPI atm = iota
	atmVCI
	atmLANE
	atmMetac
	atmBCC
	atmOAM
	atmOAMF4
	atmOAMF4EC
	atmOAMF4SC
	atmSC
	atmILMIC
	atmConnect
	atmMetaConnect
)

func atmKeyword(w string) (atm, bool) {
	switch w {
	case "lane":
		return atmLANE, true
	case "metac":
		return atmMetac, true
	case "bcc":
		return atmBCC, true
	case "oam":
		return atmOAM, true
	case "oamf4":
		return atmOAMF4, true
	case "oamf4e", "oamf4ec":
		return atmOAMF4EC, true
	case "oamf4s", "oamf4sc":
		return atmOAMF4SC, true
	case "sc":
		return atmSC, true
	case "ilmic":
		return atmILMIC, true
	case "connectmsg":
		return atmConnect, true
	case "metaconnect":
		return atmMetaConnect, true
	}
	return 0, false
}

// An mtp2 is a kind of MTP2 signal unit; h is the high-speed form.
type mtp2 uint8

const (
	mtpFISU mtp2 = iota
	mtpLSSU
	mtpMSU
	mtpHFISU
	mtpHLSSU
	mtpHMSU
)

func mtp2Keyword(w string) (mtp2, bool) {
	switch w {
	case "fisu":
		return mtpFISU, true
	case "lssu", "lsu":
		return mtpLSSU, true
	case "msu":
		return mtpMSU, true
	case "hfisu":
		return mtpHFISU, true
	case "hlssu":
		return mtpHLSSU, true
	case "hmsu":
		return mtpHMSU, true
	}
	return 0, false
}

// An mtp3 is a field of an MTP3 message; h is the high-speed form.
type mtp3 uint8

const (
	mtpSIO mtp3 = iota
	mtpOPC
	mtpDPC
	mtpSLS
	mtpHSIO
	mtpHOPC
	mtpHDPC
	mtpHSLS
)

func mtp3Keyword(w string) (mtp3, bool) {
	switch w {
	case "sio":
		return mtpSIO, true
	case "opc":
		return mtpOPC, true
	case "dpc":
		return mtpDPC, true
	case "sls":
		return mtpSLS, true
	case "hsio":
		return mtpHSIO, true
	case "hopc":
		return mtpHOPC, true
	case "hdpc":
		return mtpHDPC, true
	case "hsls":
		return mtpHSLS, true
	}
	return 0, false
}
