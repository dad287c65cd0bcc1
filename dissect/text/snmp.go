package text

// Numbers of protocol data units (RFC 1157, RFC 3416 section 3).
const (
	snmpGet      = 0
	snmpGetNext  = 1
	snmpResponse = 2
	snmpSet      = 3
	snmpTrap     = 4
	snmpGetBulk  = 5
	snmpInform   = 6
	snmpV2Trap   = 7
	snmpReport   = 8
)

var snmpPDUs = []string{
	"GetRequest", "GetNextRequest", "GetResponse", "SetRequest", "Trap", "GetBulk", "Inform", "V2Trap", "Report",
}

// snmp prints a message of the Simple Network Management Protocol.
//
//	SEQUENCE { version, community, PDU }              versions 1 and 2c
//	SEQUENCE { version, header, security, scoped PDU} version 3 (RFC 3412)
func (p *printer) snmp(b []byte, length int) {
	p.proto = "snmp"
	p.byte(' ')
	r := berReader{p: p, b: b, n: length}
	e, ok := p.snmpElem(&r, berSeq, "[!init SEQ]")
	if !ok {
		return
	}
	p.snmpExtra(r.n, "iSEQ")
	r = r.in(&e)
	e, ok = p.snmpElem(&r, berInt, "[version!=INT]")
	if !ok {
		return
	}
	version := e.i
	if version != 0 && version != 1 && version != 3 {
		p.str("SNMP [version = ")
		p.int(int(version))
		p.byte(']')
		return
	}
	if p.opt.Verbose > 0 {
		p.str("{ ")
		switch version {
		case 0:
			p.str("SNMPv1")
		case 1:
			p.str("SNMPv2c")
		case 3:
			p.str("SNMPv3")
		}
		p.byte(' ')
	}
	if version == 3 {
		p.snmpV3(r)
	} else {
		p.snmpCommunity(r, version)
	}
	if p.opt.Verbose > 0 {
		p.str("} ")
	}
}

// snmpElem reads an element of the given kind. Where it is of another it prints
// so, and what it is, and returns false.
func (p *printer) snmpElem(r *berReader, kind berKind, otherwise string) (berElem, bool) {
	e, ok := r.next()
	if !ok {
		return e, false
	}
	if e.kind != kind {
		p.str(otherwise)
		p.berValue(&e)
		return e, false
	}
	return e, true
}

// snmpExtra prints how many bytes follow where nothing should.
func (p *printer) snmpExtra(n int, what string) {
	if n > 0 {
		p.strDec("[", uint64(n))
		p.str(" extra after ")
		p.str(what)
		p.byte(']')
	}
}

// snmpCommunity prints what follows the version in versions 1 and 2c. The
// usual community is left out.
func (p *printer) snmpCommunity(r berReader, version int32) {
	e, ok := p.snmpElem(&r, berString, "[comm!=STR]")
	if !ok {
		return
	}
	if string(e.b) != "public" {
		p.str("C=")
		p.berValue(&e)
		p.byte(' ')
	}
	p.snmpPDU(r, version)
}

// snmpPDU prints a protocol data unit.
func (p *printer) snmpPDU(r berReader, version int32) {
	pdu, ok := r.next()
	if !ok {
		return
	}
	if pdu.kind != berPDU {
		p.str("[no PDU]")
		return
	}
	p.snmpExtra(r.n, "PDU")
	if p.opt.Verbose > 0 {
		p.str("{ ")
	}
	p.berValue(&pdu)
	p.byte(' ')
	switch pdu.id {
	case snmpGetBulk, snmpInform, snmpV2Trap, snmpReport:
		if version == 0 {
			p.str("[v2 PDU in v1 message]")
			return
		}
	case snmpTrap:
		if version == 1 {
			p.str("[v1 PDU in v2 message]")
			return
		}
	}
	r = r.in(&pdu)
	if pdu.id == snmpTrap {
		p.snmpTrap(r)
	} else {
		p.snmpRequest(r, pdu.id)
	}
	if p.opt.Verbose > 0 {
		p.str(" } ")
	}
}

// snmpRequest prints the contents of all data units but traps of version 1.
func (p *printer) snmpRequest(r berReader, id int) {
	e, ok := p.snmpElem(&r, berInt, "[reqId!=INT]")
	if !ok {
		return
	}
	if p.opt.Verbose > 0 {
		p.str("R=")
		p.int(int(e.i))
		p.byte(' ')
	}
	status, ok := p.snmpElem(&r, berInt, "[errorStatus!=INT]")
	if !ok {
		return
	}
	switch {
	case id == snmpGetBulk:
		p.str(" N=")
		p.int(int(status.i))
	case id == snmpResponse && status.i != 0:
		p.byte(' ')
		p.snmpError(status.i)
	case status.i != 0:
		p.str("[errorStatus(")
		p.snmpError(status.i)
		p.str(")!=0]")
	}
	index, ok := p.snmpElem(&r, berInt, "[errorIndex!=INT]")
	if !ok {
		return
	}
	switch {
	case id == snmpGetBulk:
		p.str(" M=")
		p.int(int(index.i))
	case id == snmpResponse && status.i != 0 && index.i == 0:
		p.str("[errorIndex==0]")
	case id == snmpResponse && status.i != 0:
		p.byte('@')
		p.int(int(index.i))
	case id == snmpResponse && index.i != 0:
		p.str("[errorIndex(")
		p.int(int(index.i))
		p.str(") w/o errorStatus]")
	case index.i != 0:
		p.str("[errorIndex(")
		p.int(int(index.i))
		p.str(")!=0]")
	}
	p.snmpVars(r, id)
}

func (p *printer) snmpError(v int32) {
	if v >= 0 && int(v) < len(snmpErrors) {
		p.str(snmpErrors[v])
		return
	}
	p.strDec("err=", uint64(uint32(v)))
}

var snmpErrors = [...]string{
	"noError", "tooBig", "noSuchName", "badValue", "readOnly", "genErr", "noAccess", "wrongType", "wrongLength",
	"wrongEncoding", "wrongValue", "noCreation", "inconsistentValue", "resourceUnavailable", "commitFailed",
	"undoFailed", "authorizationError", "notWritable", "inconsistentName",
}

// snmpVars prints a list of names and, unless they are asked for, values.
func (p *printer) snmpVars(r berReader, id int) {
	list, ok := p.snmpElem(&r, berSeq, "[!SEQ of varbind]")
	if !ok {
		return
	}
	p.snmpExtra(r.n, "SEQ of varbind")
	r = r.in(&list)
	for r.n > 0 {
		p.byte(' ')
		bind, ok := p.snmpElem(&r, berSeq, "[!varbind]")
		if !ok {
			return
		}
		v := r.in(&bind)
		name, ok := p.snmpElem(&v, berOID, "[objName!=OID]")
		if !ok {
			return
		}
		p.berValue(&name)
		asked := id == snmpGet || id == snmpGetNext || id == snmpGetBulk
		if !asked {
			p.byte('=')
		}
		value, ok := v.next()
		if !ok {
			return
		}
		switch {
		case !asked:
			p.berValue(&value)
		case value.kind != berNull:
			p.str("[objVal!=NULL]")
			p.berValue(&value)
		}
	}
}

// snmpTrap prints the contents of a trap of version 1 (RFC 1157 section
// 4.1.6).
func (p *printer) snmpTrap(r berReader) {
	p.byte(' ')
	e, ok := p.snmpElem(&r, berOID, "[enterprise!=OID]")
	if !ok {
		return
	}
	p.berValue(&e)
	p.byte(' ')
	e, ok = p.snmpElem(&r, berAddr, "[agent-addr!=INETADDR]")
	if !ok {
		return
	}
	p.berValue(&e)
	e, ok = p.snmpElem(&r, berInt, "[generic-trap!=INT]")
	if !ok {
		return
	}
	generic := e.i
	p.byte(' ')
	if generic >= 0 && int(generic) < len(snmpTraps) {
		p.str(snmpTraps[generic])
	} else {
		p.str("gt=")
		p.int(int(generic))
	}
	e, ok = p.snmpElem(&r, berInt, "[specific-trap!=INT]")
	if !ok {
		return
	}
	switch {
	case generic == 6:
		p.str(" s=")
		p.int(int(e.i))
	case e.i != 0:
		p.str("[specific-trap(")
		p.int(int(e.i))
		p.str(")!=0]")
	}
	p.byte(' ')
	e, ok = p.snmpElem(&r, berUint, "[time-stamp!=TIMETICKS]")
	if !ok {
		return
	}
	p.berValue(&e)
	p.snmpVars(r, snmpTrap)
}

var snmpTraps = [...]string{
	"coldStart", "warmStart", "linkDown", "linkUp", "authenticationFailure", "egpNeighborLoss", "enterpriseSpecific",
}

// snmpV3 prints what follows the version in version 3 (RFC 3412 section 6).
func (p *printer) snmpV3(r berReader) {
	outer := r
	e, ok := p.snmpElem(&r, berSeq, "[!message]")
	if !ok {
		return
	}
	h := r.in(&e)
	if p.opt.Verbose > 0 {
		p.str("{ ")
	}
	if !p.snmpHeader(&h) {
		return
	}
	// What follows is taken to be behind the four elements, although their
	// sequence may be longer: quirk snmp-header.
	outer.skip(outer.n - r.n - h.n)
	r = outer
	if p.opt.Verbose > 0 {
		p.str("{ USM ")
	}
	e, ok = p.snmpElem(&r, berString, "[msgSecurityParameters!=STR]")
	if !ok {
		return
	}
	p.snmpUSM(r.in(&e))
	if p.opt.Verbose > 0 {
		p.str("} { ScopedPDU ")
	}
	p.snmpScoped(r)
	if p.opt.Verbose > 0 {
		p.str("} ")
	}
}

// snmpHeader prints the header of a message of version 3: ID, size, flags and
// security model. It returns false where what follows is not printed.
func (p *printer) snmpHeader(h *berReader) bool {
	if _, ok := p.snmpElem(h, berInt, "[msgID!=INT]"); !ok {
		return false
	}
	if _, ok := p.snmpElem(h, berInt, "[msgMaxSize!=INT]"); !ok {
		return false
	}
	e, ok := p.snmpElem(h, berString, "[msgFlags!=STR]")
	if !ok {
		return false
	}
	if e.n != 1 {
		p.strDec("[msgFlags size ", uint64(e.n))
		p.byte(']')
		return false
	}
	flags := e.b[0]
	if flags > 7 || flags&3 == 2 {
		p.str("[msgFlags=0x")
		p.out = append(p.out, hexUpper[flags>>4], hexUpper[flags&15])
		p.byte(']')
		return false
	}
	p.str("F=")
	p.bits(snmpFlags, uint32(flags), "")
	p.byte(' ')
	before := h.n
	e, ok = p.snmpElem(h, berInt, "[msgSecurityModel!=INT]")
	if !ok {
		return false
	}
	// The model itself is counted as following: quirk snmp-header.
	p.snmpExtra(h.n-(before-h.n), "message SEQ")
	if p.opt.Verbose > 0 {
		p.str("} ")
	}
	if e.i != 3 {
		p.str("[security model ")
		p.int(int(e.i))
		p.byte(']')
		return false
	}
	return true
}

const hexUpper = "0123456789ABCDEF"

var snmpFlags = []token{{0x01, "a"}, {0x02, "p"}, {0x04, "r"}}

// snmpUSM prints the parameters of the user-based security model (RFC 3414
// section 2.4).
func (p *printer) snmpUSM(r berReader) {
	e, ok := p.snmpElem(&r, berSeq, "[!usm]")
	if !ok {
		return
	}
	r = r.in(&e)
	if _, ok = p.snmpElem(&r, berString, "[msgAuthoritativeEngineID!=STR]"); !ok {
		return
	}
	boots, ok := p.snmpElem(&r, berInt, "[msgAuthoritativeEngineBoots!=INT]")
	if !ok {
		return
	}
	if p.opt.Verbose > 0 {
		p.str("B=")
		p.int(int(boots.i))
		p.byte(' ')
	}
	seconds, ok := p.snmpElem(&r, berInt, "[msgAuthoritativeEngineTime!=INT]")
	if !ok {
		return
	}
	if p.opt.Verbose > 0 {
		p.str("T=")
		p.int(int(seconds.i))
		p.byte(' ')
	}
	e, ok = p.snmpElem(&r, berString, "[msgUserName!=STR]")
	if !ok {
		return
	}
	p.str("U=")
	p.berValue(&e)
	p.byte(' ')
	if _, ok = p.snmpElem(&r, berString, "[msgAuthenticationParameters!=STR]"); !ok {
		return
	}
	if _, ok = p.snmpElem(&r, berString, "[msgPrivacyParameters!=STR]"); !ok {
		return
	}
	p.snmpExtra(r.n, "usm SEQ")
}

// snmpScoped prints a data unit and what it is about (RFC 3412 section 6.8).
func (p *printer) snmpScoped(r berReader) {
	e, ok := p.snmpElem(&r, berSeq, "[!scoped PDU]")
	if !ok {
		return
	}
	r = r.in(&e)
	e, ok = p.snmpElem(&r, berString, "[contextEngineID!=STR]")
	if !ok {
		return
	}
	p.str("E=")
	for _, c := range e.b {
		p.byte('_')
		p.hexNum(uint64(c), 2)
	}
	p.byte(' ')
	e, ok = p.snmpElem(&r, berString, "[contextName!=STR]")
	if !ok {
		return
	}
	p.str("C=")
	p.berValue(&e)
	p.byte(' ')
	p.snmpPDU(r, 3)
}
