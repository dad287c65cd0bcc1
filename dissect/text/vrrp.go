package text

import "wiredump/dissect"

// vrrp prints a virtual router redundancy protocol packet (RFC 3768, RFC 5798).
//
//	VRRPv2, Advertisement, vrid 7, prio 100, authtype none, intvl 1s, length 20
func (p *printer) vrrp(b []byte, length int) {
	p.proto = "vrrp"
	p.str("VRRP")
	if !p.need(b, 1) {
		return
	}
	var h dissect.VRRP
	h.Decode(b)
	p.byte('v')
	p.dec(uint64(h.Version))
	p.str(", ")
	if h.Type != dissect.VRRPAdvertisement {
		p.str("unknown type (")
		p.dec(uint64(h.Type))
		p.byte(')')
	} else {
		p.str("Advertisement")
	}
	if p.ipTTL != 255 {
		p.str(", (ttl ")
		p.dec(uint64(p.ipTTL))
		p.byte(')')
	}
	if h.Version < 2 || h.Version > 3 || h.Type != dissect.VRRPAdvertisement {
		return
	}
	p.need(b, 3)
	p.str(", vrid ")
	p.dec(uint64(h.RouterID))
	p.str(", prio ")
	p.dec(uint64(h.Priority))
	if h.Version == 2 {
		p.need(b, 5)
		p.str(", authtype ")
		if int(h.AuthType) < len(vrrpAuths) {
			p.str(vrrpAuths[h.AuthType])
		} else {
			p.byte('#')
			p.dec(uint64(h.AuthType))
		}
		p.need(b, 6)
		p.str(", intvl ")
		p.dec(uint64(h.Interval))
		p.byte('s')
	} else {
		p.need(b, 6)
		p.str(", intvl ")
		p.dec(uint64(h.Interval))
		p.str("cs")
	}
	p.str(", length ")
	p.int(length)
	if p.opt.Verbose > 0 && !p.isCut() {
		p.vrrpBody(&h, b, length)
	}
}

// vrrpBody prints checksum, addresses and password.
func (p *printer) vrrpBody(h *dissect.VRRP, b []byte, length int) {
	// quirk vrrp-checksum: verified in spite of -K.
	if len(b) >= length && length >= 0 {
		sum := uint64(0)
		if h.Version == 3 {
			sum = p.pseudoSum(dissect.IPProtoVRRP, length)
		}
		if dissect.Fold(dissect.Sum(sum, b[:length])) != 0 {
			p.str(", (bad vrrp cksum ")
			p.hexNum(uint64(h.Checksum), 1)
			p.byte(')')
		}
	}
	if !p.need(b, 4) {
		return
	}
	p.str(", addrs")
	if h.Count > 1 {
		p.byte('(')
		p.int(h.Count)
		p.byte(')')
	}
	p.byte(':')
	size := 4
	if h.Version == 3 && p.ipLen == 16 {
		size = 16
	}
	off := dissect.VRRPLen
	for i := range h.Count {
		if !p.need(b, off+size) {
			return
		}
		if i == 0 {
			p.byte(' ')
		} else {
			p.byte(',')
		}
		if size == 16 {
			p.ip6At(b, off)
		} else {
			p.ip4At(b, off)
		}
		off += size
	}
	if h.AuthType == 1 {
		p.str(" auth \"")
		password := limit(after(b, off), 8)
		p.visible(untilNul(password))
		if len(untilNul(password)) == len(password) {
			p.need(password, 8)
		}
		p.byte('"')
	}
}

var vrrpAuths = [...]string{"none", "simple", "ah"}
