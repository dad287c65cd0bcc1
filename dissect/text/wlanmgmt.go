package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// Subtypes of 802.11 management frames.
const (
	wlanAssocRequest     = 0
	wlanAssocResponse    = 1
	wlanReassocRequest   = 2
	wlanReassocResponse  = 3
	wlanProbeRequest     = 4
	wlanProbeResponse    = 5
	wlanBeacon           = 8
	wlanATIM             = 9
	wlanDisassociation   = 10
	wlanAuthentication   = 11
	wlanDeauthentication = 12
	wlanAction           = 13
)

var wlanManagements = [16]string{
	wlanAssocRequest: "Assoc Request", wlanAssocResponse: "Assoc Response", wlanReassocRequest: "ReAssoc Request",
	wlanReassocResponse: "ReAssoc Response", wlanProbeRequest: "Probe Request", wlanProbeResponse: "Probe Response",
	wlanBeacon: "Beacon", wlanATIM: "ATIM", wlanDisassociation: "Disassociation", wlanAuthentication: "Authentication",
	wlanDeauthentication: "DeAuthentication", wlanAction: "Action",
}

// Bits of the capability information (IEEE 802.11-2016 section 9.4.1.4).
const (
	wlanCapESS     = 0x01
	wlanCapPrivacy = 0x10
)

// wlanManagement prints a management frame's body (IEEE 802.11-2016 section
// 9.3.3), of which more was not captured. It returns false if that is cut, or an
// element in it invalid.
func (p *printer) wlanManagement(h *dissect.WLAN, b []byte, more bool) bool {
	name := wlanManagements[h.Subtype]
	if name == "" {
		p.str("Unhandled Management subtype(")
		p.hexNum(uint64(h.Subtype), 1)
		p.byte(')')
	} else {
		p.str(name)
	}
	if h.Flags&dissect.WLANProtected != 0 {
		return p.wlanIV(b)
	}
	fixed := wlanFixed[h.Subtype]
	if len(b) < fixed {
		return false
	}
	e := wlanElements{more: more}
	switch h.Subtype {
	case wlanAssocRequest, wlanProbeRequest:
		e.collect(b[fixed:])
		p.wlanSSID(&e)
		p.wlanRates(&e)
	case wlanAssocResponse, wlanReassocResponse:
		e.collect(b[fixed:])
		p.str(" AID(")
		p.hexNum(uint64(binary.LittleEndian.Uint16(b[4:])&0x3fff), 1)
		p.str(") :")
		if b[0]&wlanCapPrivacy != 0 {
			p.str(" PRIVACY ")
		}
		p.str(": ")
		p.wlanStatus(binary.LittleEndian.Uint16(b[2:]))
	case wlanReassocRequest:
		e.collect(b[fixed:])
		p.wlanSSID(&e)
		p.str(" AP : ")
		p.mac([6]byte(b[4:]))
	case wlanProbeResponse, wlanBeacon:
		e.collect(b[fixed:])
		p.wlanSSID(&e)
		p.wlanRates(&e)
		if h.Subtype == wlanBeacon {
			if b[10]&wlanCapESS != 0 {
				p.str(" ESS")
			} else {
				p.str(" IBSS")
			}
		}
		if e.hasChannel {
			p.str(" CH: ")
			p.dec(uint64(e.channel))
		}
		if b[10]&wlanCapPrivacy != 0 {
			p.str(", PRIVACY")
		}
	case wlanATIM:
	case wlanDisassociation:
		p.str(": ")
		p.wlanReason(binary.LittleEndian.Uint16(b))
	case wlanAuthentication:
		e.collect(b[fixed:])
		p.wlanAuthentication(b)
	case wlanDeauthentication:
		p.wlanSender(h)
		p.wlanReason(binary.LittleEndian.Uint16(b))
	case wlanAction:
		p.wlanSender(h)
		p.wlanAction(b[0], b[1])
	}
	return !e.invalid
}

// wlanFixed holds how long the fields before the elements are, in bytes.
var wlanFixed = [16]int{
	wlanAssocRequest: 4, wlanAssocResponse: 6, wlanReassocRequest: 10, wlanReassocResponse: 6, wlanProbeResponse: 12,
	wlanBeacon: 12, wlanDisassociation: 2, wlanAuthentication: 6, wlanDeauthentication: 2, wlanAction: 2,
}

// wlanElements are the elements that are printed, the first of each kind.
type wlanElements struct {
	ssid, rates         []byte
	hasSSID, hasChannel bool
	channel             uint8
	more                bool // there were others, which were not captured
	invalid             bool // one is too long, or cut
}

func (e *wlanElements) collect(b []byte) {
	it := dissect.WLANElementsOf(b)
	for {
		id, v, ok := it.Next()
		if !ok {
			break
		}
		switch {
		case id == dissect.WLANElementSSID && len(v) > 32, id == dissect.WLANElementRates && len(v) > 16,
			id == dissect.WLANElementTIM && len(v) == 255, id == dissect.WLANElementChallenge && len(v) > 253:
			e.invalid = true
			return
		case id == dissect.WLANElementSSID && !e.hasSSID:
			e.ssid, e.hasSSID = v, true
		case id == dissect.WLANElementRates && len(e.rates) == 0:
			e.rates = v
		case id == dissect.WLANElementChannel && len(v) == 1 && !e.hasChannel:
			e.channel, e.hasChannel = v[0], true
		}
	}
	e.invalid = len(it.Rest()) > 0 || e.more
}

func (p *printer) wlanSSID(e *wlanElements) {
	if e.hasSSID {
		p.str(" (")
		p.visible(untilNul(e.ssid))
		p.byte(')')
	}
}

// wlanRates prints rates in Mbit/s, those that a station has to support with
// an asterisk.
func (p *printer) wlanRates(e *wlanElements) {
	if len(e.rates) == 0 {
		return
	}
	for i, r := range e.rates {
		if i == 0 {
			p.str(" [")
		} else {
			p.byte(' ')
		}
		p.halves(r & 0x7f)
		if r&0x80 != 0 {
			p.byte('*')
		}
	}
	p.str(" Mbit]")
}

// halves prints a number of halves with one decimal.
func (p *printer) halves(v uint8) {
	p.dec(uint64(v / 2))
	p.byte('.')
	p.dec(uint64(v % 2 * 5))
}

func (p *printer) wlanStatus(v uint16) {
	switch {
	case int(v) >= len(wlanStatuses):
		p.str("n/a")
	case wlanStatuses[v] == "":
		p.str("Reserved")
	default:
		p.str(wlanStatuses[v])
	}
}

func (p *printer) wlanReason(v uint16) {
	if int(v) >= len(wlanReasons) || wlanReasons[v] == "" {
		p.str("Reserved")
		return
	}
	p.str(wlanReasons[v])
}

// wlanSender prints who sent the frame if its header was not printed.
func (p *printer) wlanSender(h *dissect.WLAN) {
	if !p.opt.Link {
		p.str(" (")
		p.mac(h.Addr[1])
		p.byte(')')
	}
	p.str(": ")
}

// wlanAuthentication prints "(Shared Key)-2 [Challenge Text]".
func (p *printer) wlanAuthentication(b []byte) {
	algorithm, seq := binary.LittleEndian.Uint16(b), binary.LittleEndian.Uint16(b[2:])
	p.str(" (")
	p.tokName(wlanAlgorithms, "Reserved", uint32(algorithm))
	p.str(")-")
	p.hexNum(uint64(seq), 1)
	if algorithm == 1 && (seq == 2 || seq == 3) {
		p.str(" [Challenge Text] ")
	} else {
		p.str(": ")
	}
	if seq%2 == 1 {
		p.wlanStatus(binary.LittleEndian.Uint16(b[4:]))
	}
}

var wlanAlgorithms = []token{{0, "Open System"}, {1, "Shared Key"}, {2, "EAP"}}

// wlanAction prints an action frame's category and action.
func (p *printer) wlanAction(category, action uint8) {
	p.tok2(wlanCategories, "Reserved(", uint32(category), ") ")
	var actions []token
	switch category {
	case 3:
		actions = wlanBlockAckActions
	case 7:
		actions = wlanHTActions
	case 13:
		actions = wlanMeshActions
	case 14:
		actions = wlanMultihopActions
	case 15:
		actions = wlanSelfProtectedActions
	}
	p.tok(actions, "Act#", uint32(action))
}

var wlanCategories = []token{
	{0, "Spectrum Management "}, {1, "QoS "}, {2, "DLS "}, {3, "BA "}, {7, "HT "}, {13, "MeshAction "}, {14, "MultiohopAction "},
	{15, "SelfprotectAction "}, {127, "Vendor "},
}

var (
	wlanBlockAckActions = []token{{0, "ADDBA Request"}, {1, "ADDBA Response"}, {2, "DELBA"}}
	wlanHTActions       = []token{{0, "TxChWidth"}, {1, "MIMOPwrSave"}}
	wlanMeshActions     = []token{
		{0, "MeshLink"}, {1, "HWMP"}, {2, "Gate Announcement"}, {3, "Congestion Control"}, {4, "MCCA Setup Request"},
		{5, "MCCA Setup Reply"}, {6, "MCCA Advertisement Request"}, {7, "MCCA Advertisement"}, {8, "MCCA Teardown"},
		{9, "TBTT Adjustment Request"}, {10, "TBTT Adjustment Response"},
	}
	wlanMultihopActions      = []token{{0, "Proxy Update"}, {1, "Proxy Update Confirmation"}}
	wlanSelfProtectedActions = []token{
		{1, "Peering Open"}, {2, "Peering Confirm"}, {3, "Peering Close"}, {4, "Group Key Inform"}, {5, "Group Key Acknowledge"},
	}
)
