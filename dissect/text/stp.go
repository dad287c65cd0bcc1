package text

import (
	"strconv"

	"wiredump/dissect"
)

// stp prints a bridge protocol data unit (IEEE 802.1D section 9, 802.1Q section
// 14).
//
//	STP 802.1w, Rapid STP, Flags [Learn, Forward], bridge-id 8001.02:00:00:00:00:01.8003, length 36
func (p *printer) stp(b []byte, length int) {
	p.proto = "stp"
	if length < 4 {
		p.invalid()
		return
	}
	if id := p.u16(b, 0); id != 0 {
		p.str("unknown STP version, length ")
		p.int(length)
		return
	}
	version := p.u8(b, 2)
	p.str("STP ")
	p.stpName(stpVersions, "Unknown STP protocol (", version)
	switch version {
	case dissect.STPVersion, dissect.STPVersionRapid, dissect.STPVersionMultiple, dissect.STPVersionSPB:
	default:
		return
	}
	kind := p.u8(b, 3)
	p.str(", ")
	p.stpName(bpduTypes, "Unknown BPDU Type (", kind)
	switch kind {
	case dissect.BPDUConfig:
		if length < dissect.STPLen {
			p.invalid()
			return
		}
		p.stpConfig(b, length)
	case dissect.BPDURapid:
		switch version {
		case dissect.STPVersionRapid:
			if length < dissect.STPLen+1 {
				p.invalid()
				return
			}
			p.stpConfig(b, length)
		case dissect.STPVersionMultiple, dissect.STPVersionSPB:
			p.mstp(b, version, length)
		}
	}
}

func (p *printer) stpName(table []token, unknown string, v uint8) {
	if s, ok := find(table, uint32(v)); ok {
		p.str(s)
		return
	}
	p.str(unknown)
	p.hex0x(uint64(v), 2)
	p.byte(')')
}

// stpConfig prints a configuration or rapid BPDU.
func (p *printer) stpConfig(b []byte, length int) {
	var h dissect.STP
	h.Decode(b)
	p.need(b, 5)
	p.str(", Flags [")
	p.stpFlags(h.Flags)
	p.byte(']')
	p.need(b, 27)
	p.str(", bridge-id ")
	p.bridgeID(h.Bridge)
	p.byte('.')
	p.hexNum(uint64(h.PortID), 4)
	p.str(", length ")
	p.int(length)
	if p.opt.Verbose == 0 || p.isCut() {
		return
	}
	p.stpTimes(b, &h)
	p.newline("\t")
	p.str("root-id ")
	p.bridgeID(h.Root)
	p.str(", root-pathcost ")
	p.dec(uint64(h.PathCost))
	if h.Version == dissect.STPVersionRapid {
		p.str(", port-role ")
		p.str(portRoles[h.PortRole()])
	}
}

// stpTimes prints the four timers.
func (p *printer) stpTimes(b []byte, h *dissect.STP) {
	p.need(b, dissect.STPLen)
	p.newline("\t")
	p.str("message-age ")
	p.stpTime(h.MessageAge)
	p.str(", max-age ")
	p.stpTime(h.MaxAge)
	p.str(", hello-time ")
	p.stpTime(h.HelloTime)
	p.str(", forwarding-delay ")
	p.stpTime(h.ForwardDelay)
}

// stpTime prints a time in units of 1/256 s.
func (p *printer) stpTime(v uint16) {
	p.out = strconv.AppendFloat(p.out, float64(v)/256, 'f', 2, 64)
	p.byte('s')
}

func (p *printer) bridgeID(id dissect.BridgeID) {
	p.hexNum(uint64(id.Priority), 4)
	p.byte('.')
	p.macNumber(id.Addr)
}

func (p *printer) stpFlags(flags uint8) {
	p.bitsOrNone(bpduFlags, uint32(flags), ", ")
}

// mstp prints a multiple spanning tree BPDU.
func (p *printer) mstp(b []byte, version uint8, length int) {
	const v3len, instances = 36, 102
	if length < instances {
		p.invalid()
		return
	}
	if version == dissect.STPVersionSPB && length < 172 {
		p.invalid()
		return
	}
	v1 := p.u8(b, 35)
	v3 := int(p.u16(b, v3len))
	if p.isCut() {
		return
	}
	if v1 != 0 || length < v3+38 {
		p.invalid()
		return
	}
	var h dissect.STP
	h.Decode(b)
	p.str(", CIST Flags [")
	p.stpFlags(h.Flags)
	p.str("], length ")
	p.int(length)
	if p.opt.Verbose == 0 {
		return
	}
	p.newline("\t")
	p.str("port-role ")
	p.str(portRoles[h.PortRole()])
	p.str(", CIST root-id ")
	p.bridgeID(h.Root)
	p.str(", CIST ext-pathcost ")
	p.dec(uint64(h.PathCost))
	p.newline("\t")
	p.str("CIST regional-root-id ")
	p.bridgeID(h.Bridge)
	p.str(", CIST port-id ")
	p.hexNum(uint64(h.PortID), 4)
	p.byte(',')
	p.stpTimes(b, &h)
	p.newline("\t")
	p.str("v3len ")
	p.int(v3)
	p.str(", MCID Name ")
	name := limit(after(b, 39), 32)
	p.visible(untilNul(name))
	if len(untilNul(name)) == len(name) {
		p.need(b, 71)
	}
	p.need(b, 89)
	rev := p.u16(b, 71)
	p.str(", rev ")
	p.dec(uint64(rev))
	p.byte(',')
	digest := p.bytes(b, 73, 16)
	p.newline("\t\t")
	p.str("digest ")
	p.hexBytes(digest)
	p.str(", ")
	cost := p.u32(b, 89)
	p.str("CIST int-root-pathcost ")
	p.dec(uint64(cost))
	p.byte(',')
	var id dissect.BridgeID
	p.bridgeAt(b, 93, &id)
	p.newline("\t")
	p.str("CIST bridge-id ")
	p.bridgeID(id)
	p.str(", ")
	hops := p.u8(b, 101)
	p.str("CIST remaining-hops ")
	p.dec(uint64(hops))
	n := v3 - (instances - 38)
	off := instances
	for n >= mstiLen && off+mstiLen <= length && !p.isCut() {
		p.msti(after(b, off))
		off += mstiLen
		n -= mstiLen
	}
}

// bridgeAt reads a bridge identifier.
func (p *printer) bridgeAt(b []byte, off int, id *dissect.BridgeID) {
	id.Priority = p.u16(b, off)
	if s := p.bytes(b, off+2, 6); s != nil {
		id.Addr = [6]byte(s)
	}
}

// mstiLen is the length of an MSTI configuration message in bytes.
const mstiLen = 16

// msti prints the configuration message of a spanning tree instance (IEEE
// 802.1Q section 14.4.1).
func (p *printer) msti(b []byte) {
	flags := p.u8(b, 0)
	id := p.u16(b, 1)
	p.newline("\t")
	p.str("MSTI ")
	p.dec(uint64(id & 0xfff))
	p.str(", Flags [")
	p.stpFlags(flags)
	p.str("], port-role ")
	p.str(portRoles[flags>>2&3])
	p.need(b, 13)
	var root dissect.BridgeID
	p.bridgeAt(b, 1, &root)
	p.newline("\t\t")
	p.str("MSTI regional-root-id ")
	p.bridgeID(root)
	p.str(", pathcost ")
	p.dec(uint64(p.u32(b, 9)))
	if !p.need(b, mstiLen) {
		return
	}
	p.newline("\t\t")
	p.str("MSTI bridge-prio ")
	p.dec(uint64(b[13] >> 4))
	p.str(", port-prio ")
	p.dec(uint64(b[14] >> 4))
	p.str(", hops ")
	p.dec(uint64(b[15]))
}

var stpVersions = []token{
	{dissect.STPVersion, "802.1d"}, {dissect.STPVersionRapid, "802.1w"}, {dissect.STPVersionMultiple, "802.1s"}, {dissect.STPVersionSPB, "802.1aq"},
}

var bpduTypes = []token{
	{dissect.BPDUConfig, "Config"}, {dissect.BPDURapid, "Rapid STP"}, {dissect.BPDUTCN, "Topology Change"},
}

var bpduFlags = []token{
	{dissect.BPDUTopologyChange, "Topology change"},
	{dissect.BPDUProposal, "Proposal"},
	{dissect.BPDULearn, "Learn"},
	{dissect.BPDUForward, "Forward"},
	{dissect.BPDUAgreement, "Agreement"},
	{dissect.BPDUTopologyChangeAck, "Topology change ACK"},
}

var portRoles = [4]string{"Unknown", "Alternate", "Root", "Designated"}
