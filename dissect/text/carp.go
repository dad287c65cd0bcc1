package text

import "wiredump/dissect"

// carp prints a common address redundancy protocol packet, which has the number
// of VRRP: -T carp.
//
//	CARPv2-advertise 36: vhid=3 advbase=1 advskew=5 authlen=7 counter=1
func (p *printer) carp(b []byte, length int) {
	p.proto = "carp"
	v := p.u8(b, 0)
	if p.isCut() {
		return
	}
	p.str("CARPv")
	p.dec(uint64(v >> 4))
	if v&15 == 1 {
		p.str("-advertise ")
	} else {
		p.str("-unknown ")
	}
	p.int(length)
	p.str(": ")
	if p.ipTTL != 255 {
		p.str("[ttl=")
		p.dec(uint64(p.ipTTL))
		p.str("!] ")
	}
	if v != 2<<4|1 || !p.need(b, 6) {
		return
	}
	p.str("vhid=")
	p.dec(uint64(b[1]))
	p.str(" advbase=")
	p.dec(uint64(b[5]))
	p.str(" advskew=")
	p.dec(uint64(b[2]))
	p.str(" authlen=")
	p.dec(uint64(b[3]))
	p.byte(' ')
	if p.opt.Verbose > 0 && len(b) >= length && length >= dissect.VRRPLen {
		if dissect.Checksum(b[:length]) != 0 {
			p.str(" (bad carp cksum ")
			p.hexNum(uint64(p.u16(b, 6)), 1)
			p.str("!)")
		}
	}
	counter := p.u64(b, 8)
	p.str("counter=")
	p.dec(counter)
}
