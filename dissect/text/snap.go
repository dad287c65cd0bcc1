package text

import "wiredump/dissect"

// snapHeader prints a SNAP header.
//
//	oui Cisco (0x00000c), pid CDP (0x2000), length 300:
func (p *printer) snapHeader(b []byte, length int) {
	var h dissect.SNAP
	h.Decode(b)
	var pids []token
	switch h.OUI {
	case dissect.OUIEthernet, dissect.OUICiscoBridged, dissect.OUIAppleTalk:
		pids = etherTypes
	case dissect.OUICisco:
		pids = ciscoPIDs
	case dissect.OUIRFC2684:
		pids = bridgedPIDs
	}
	if h.OUI != dissect.OUIEthernet || p.opt.Link {
		p.str("oui ")
		p.tokName(vendors, "Unknown", h.OUI)
		p.str(" (")
		p.hex0x(uint64(h.OUI), 6)
		p.str("), ")
	}
	if h.OUI == dissect.OUIEthernet {
		p.str("ethertype ")
	} else {
		p.str("pid ")
	}
	p.tokName(pids, "Unknown", uint32(h.PID))
	p.str(" (")
	p.hex0x(uint64(h.PID), 4)
	p.str("), length ")
	p.int(length - dissect.SNAPLen)
	p.str(": ")
}

// snap prints what follows a SNAP header. It returns false if that has no
// printer.
func (p *printer) snap(b []byte, length int) bool { return p.snapPadded(b, length, 2) }

// snapPadded is snap for a link on which pad bytes align bridged frames.
func (p *printer) snapPadded(b []byte, length, pad int) bool {
	var h dissect.SNAP
	h.Decode(b)
	length -= dissect.SNAPLen
	switch h.OUI {
	case dissect.OUIEthernet, dissect.OUICiscoBridged:
		return p.etherMessage(h.PID, h.Payload, length)
	case dissect.OUICisco:
		return p.snapCisco(h.PID, h.Payload, length)
	case dissect.OUIRFC2684:
		switch h.PID {
		case pidEthernetFCS, pidEthernet:
			if !p.have(h.Payload, pad) {
				return true
			}
			p.ethernet(h.Payload[pad:], length-pad)
			return true
		case pidBPDU:
			p.stp(h.Payload, length)
			return true
		}
	}
	return false
}

// snapCisco prints the messages of Cisco's own protocols.
func (p *printer) snapCisco(pid uint16, b []byte, length int) bool {
	switch pid {
	case pidPVST, pidVLANBridge:
		p.stp(b, length)
	case pidCDP:
		p.cdp(b, length)
	case pidDTP:
		p.dtp(b, length)
	case pidUDLD:
		p.udld(b, length)
	case pidVTP:
		p.vtp(b, length)
	default:
		return false
	}
	return true
}

// Protocol identifiers of Cisco.
const (
	pidPVST       = 0x010b
	pidVLANBridge = 0x010c
	pidUDLD       = 0x0111
	pidCDP        = 0x2000
	pidVTP        = 0x2003
	pidDTP        = 0x2004
)

var ciscoPIDs = []token{
	{pidPVST, "PVST"}, {pidVLANBridge, "VLAN Bridge"}, {pidUDLD, "UDLD"}, {pidCDP, "CDP"}, {pidVTP, "VTP"}, {pidDTP, "DTP"},
}

// Protocol identifiers of bridged frames (RFC 2684 section 5.2).
const (
	pidEthernetFCS = 0x0001
	pidEthernet    = 0x0007
	pidBPDU        = 0x000e
)

var bridgedPIDs = []token{
	{pidEthernetFCS, "Ethernet + FCS"}, {2, "802.4 + FCS"}, {3, "Token Ring + FCS"}, {4, "FDDI + FCS"}, {5, "802.6 + FCS"},
	{pidEthernet, "Ethernet w/o FCS"}, {8, "802.4 w/o FCS"}, {9, "Token Ring w/o FCS"}, {10, "FDDI w/o FCS"},
	{11, "802.6 w/o FCS"}, {pidBPDU, "BPDU"},
}
