package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// wlan prints an IEEE 802.11 frame. Where padded is set the header of a data
// frame is followed by as many bytes as make it a multiple of four; fcs bytes
// follow the frame. It returns the length of its headers.
//
//	44us CF +QoS BSSID:02:00:00:00:00:01 SA:02:00:00:00:00:02 DA:02:00:00:00:00:03 LLC, ...
func (p *printer) wlan(b []byte, length int, padded bool, fcs int) int {
	p.proto = "802.11"
	captured := len(b)
	if length < fcs {
		p.truncated()
		return captured
	}
	length -= fcs
	b = limit(b, length)
	if !p.have(b, 2) {
		return captured
	}
	var h dissect.WLAN
	h.Decode(b)
	n := h.HeaderLen
	if padded {
		n = (n + 3) &^ 3
	}
	mesh := 0
	if p.opt.Mesh && h.IsQoS() {
		if !p.have(b, n+1) {
			return captured
		}
		mesh = meshLen(b[n])
		n += mesh
	}
	if !p.have(b, n) {
		return captured
	}
	if p.opt.Link && h.HeaderLen > 0 {
		if mesh > 0 {
			p.mesh(b[n-mesh : n])
		}
		p.wlanHeader(&h, b)
	}
	body := b[n:]
	length -= n
	switch h.Type {
	case dissect.WLANManagement:
		if !p.wlanManagement(&h, body, length > len(body)) {
			p.truncated()
		}
	case dissect.WLANControl:
		p.wlanControl(&h, b)
	case dissect.WLANData:
		if h.Subtype&dissect.WLANDataNoData != 0 {
			return n
		}
		if h.Flags&dissect.WLANProtected != 0 {
			p.str("Data")
			if !p.wlanIV(body) {
				p.truncated()
			}
			return n
		}
		return n + p.wlanLLC(&h, body, length)
	default:
		p.str("unknown 802.11 frame type (")
		p.dec(uint64(h.Type))
		p.byte(')')
	}
	return n
}

// wlanLLC prints the payload of a data frame, and returns the length of its
// LLC header.
func (p *printer) wlanLLC(h *dissect.WLAN, b []byte, length int) int {
	outer := p.ether
	p.ether = dissect.Ethernet{Captured: dissect.EthernetLen}
	p.ether.Src, p.ether.Dst = h.Endpoints()
	n := p.linkLLC(b, length)
	p.ether = outer
	return n
}

// linkLLC prints an LLC message and dumps what has no printer. It returns the
// length of the LLC header.
func (p *printer) linkLLC(b []byte, length int) int {
	n := p.llc(b, length)
	if n < 0 {
		if !p.opt.Quiet {
			p.unknown(b)
		}
		n = -n
	}
	return n
}

const wlanMeshLen = 6

// meshLen returns the length of the mesh control field that begins with the
// given flags (IEEE 802.11-2016 section 9.2.4.7.3), which tell how many
// addresses there are in it. Quirk wlan-mesh: flags with other bits set belong
// to something else.
func meshLen(flags uint8) int {
	if flags > 3 {
		return 0
	}
	return wlanMeshLen + 6*int(flags)
}

// mesh prints a mesh control field.
//
//	MeshData (AE 1 TTL 31 seq 7 A4:02:00:00:00:00:01)
func (p *printer) mesh(b []byte) {
	p.str("MeshData (AE ")
	p.dec(uint64(b[0]))
	p.str(" TTL ")
	p.dec(uint64(b[1]))
	p.str(" seq ")
	p.dec(uint64(binary.LittleEndian.Uint32(b[2:])))
	for i, a := byte('4'), b[wlanMeshLen:]; len(a) >= 6; i, a = i+1, a[6:] {
		p.str(" A")
		p.byte(i)
		p.byte(':')
		p.mac([6]byte(a))
	}
	p.str(") ")
}

// wlanHeader prints the flags and addresses of a header.
func (p *printer) wlanHeader(h *dissect.WLAN, b []byte) {
	if p.opt.Verbose > 0 {
		for _, t := range wlanFlags {
			if uint32(h.Flags)&t.v != 0 {
				p.str(t.s)
			}
		}
		if h.Type != dissect.WLANControl || h.Subtype != dissect.WLANPowerSavePoll {
			p.dec(uint64(h.Duration))
			p.str("us ")
		}
	}
	switch h.Type {
	case dissect.WLANManagement:
		p.wlanAddrs(h, wlanManagementAddrs)
	case dissect.WLANControl:
		if h.Subtype == dissect.WLANBlockAckRequest {
			// Quirk wlan-bar: a space more than other frames have.
			p.byte(' ')
			p.wlanAddrs(h, wlanControlAddrs[h.Subtype])
			p.wlanBlockAckRequest(b)
			return
		}
		p.wlanAddrs(h, wlanControlAddrs[h.Subtype])
	case dissect.WLANData:
		p.str(wlanDataKinds[h.Subtype])
		p.wlanAddrs(h, wlanDataAddrs[h.Flags&(dissect.WLANToDS|dissect.WLANFromDS)])
	}
}

var wlanFlags = []token{
	{dissect.WLANMoreData, "More Data "}, {dissect.WLANMoreFragments, "More Fragments "}, {dissect.WLANPowerMgmt, "Pwr Mgmt "},
	{dissect.WLANRetry, "Retry "}, {dissect.WLANOrder, "Strictly Ordered "}, {dissect.WLANProtected, "Protected "},
}

// The kinds of data frame, by subtype.
var wlanDataKinds = [16]string{
	"", "CF Ack ", "CF Poll ", "CF Ack/Poll ", "", "CF Ack ", "CF Poll ", "CF Ack/Poll ",
	"CF +QoS ", "CF Ack+QoS ", "CF Poll+QoS ", "CF Ack/Poll+QoS ", "CF +QoS ", "CF Ack+QoS ", "CF Poll+QoS ", "CF Ack/Poll+QoS ",
}

// What addresses are called: the number is an index into dissect.WLAN.Addr.
var (
	wlanManagementAddrs = []token{{2, "BSSID:"}, {0, "DA:"}, {1, "SA:"}}
	wlanControlAddrs    = [16][]token{ // by subtype
		dissect.WLANBlockAckRequest: {{0, "RA:"}, {1, "TA:"}},
		dissect.WLANBlockAck:        {{0, "RA:"}},
		dissect.WLANPowerSavePoll:   {{0, "BSSID:"}, {1, "TA:"}},
		dissect.WLANRTS:             {{0, "RA:"}, {1, "TA:"}},
		dissect.WLANCTS:             {{0, "RA:"}},
		dissect.WLANAck:             {{0, "RA:"}},
		dissect.WLANCFEnd:           {{0, "RA:"}, {1, "BSSID:"}},
		dissect.WLANCFEndAck:        {{0, "RA:"}, {1, "BSSID:"}},
	}
	wlanDataAddrs = [4][]token{ // by the flags ToDS and FromDS
		{{0, "DA:"}, {1, "SA:"}, {2, "BSSID:"}},
		{{0, "BSSID:"}, {1, "SA:"}, {2, "DA:"}},
		{{0, "DA:"}, {1, "BSSID:"}, {2, "SA:"}},
		{{0, "RA:"}, {1, "TA:"}, {2, "DA:"}, {3, "SA:"}},
	}
)

// wlanAddrs prints addresses of the header behind their names.
func (p *printer) wlanAddrs(h *dissect.WLAN, names []token) {
	for _, t := range names {
		p.str(t.s)
		p.mac(h.Addr[t.v])
		p.byte(' ')
	}
}

// wlanBlockAckRequest prints the control fields of a block ack request.
func (p *printer) wlanBlockAckRequest(b []byte) {
	p.str("CTL(")
	p.hexNum(uint64(binary.LittleEndian.Uint16(b[16:])), 1)
	p.str(") SEQ(")
	p.dec(uint64(binary.LittleEndian.Uint16(b[18:])))
	p.str(") ")
}

// wlanControl prints a control frame.
func (p *printer) wlanControl(h *dissect.WLAN, b []byte) {
	name := wlanControls[h.Subtype]
	if name == "" {
		p.str("unknown 802.11 ctrl frame subtype (")
		p.dec(uint64(h.Subtype))
		p.byte(')')
		return
	}
	p.str(name)
	switch h.Subtype {
	case dissect.WLANControlWrapper:
		return
	case dissect.WLANPowerSavePoll:
		p.str(" AID(")
		p.hexNum(uint64(h.Duration), 1)
		p.byte(')')
		return
	}
	if p.opt.Link {
		return
	}
	p.byte(' ')
	switch h.Subtype {
	case dissect.WLANBlockAckRequest:
		p.wlanAddrs(h, wlanControlAddrs[h.Subtype])
		p.wlanBlockAckRequest(b)
	case dissect.WLANRTS:
		p.wlanAddrs(h, wlanControlAddrs[h.Subtype][1:])
	default:
		p.wlanAddrs(h, wlanControlAddrs[h.Subtype][:1])
	}
}

var wlanControls = [16]string{
	dissect.WLANControlWrapper: "Control Wrapper", dissect.WLANBlockAckRequest: "BAR", dissect.WLANBlockAck: "BA",
	dissect.WLANPowerSavePoll: "Power Save-Poll", dissect.WLANRTS: "Request-To-Send", dissect.WLANCTS: "Clear-To-Send",
	dissect.WLANAck: "Acknowledgment", dissect.WLANCFEnd: "CF-End", dissect.WLANCFEndAck: "CF-End+CF-Ack",
}

// wlanIV prints the initialization vector of an encrypted frame. It returns
// false if that was not captured.
func (p *printer) wlanIV(b []byte) bool {
	if len(b) < 4 {
		return false
	}
	v := binary.LittleEndian.Uint32(b)
	p.str(" IV:")
	p.pad(uint64(v&0xffffff), 16, 3, ' ')
	p.str(" Pad ")
	p.hexNum(uint64(v>>24&0x3f), 1)
	p.str(" KeyID ")
	p.hexNum(uint64(v>>30), 1)
	return true
}
