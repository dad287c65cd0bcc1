package text

import (
	"encoding/binary"

	"wiredump/dissect"
)

// tokenRing prints a frame of Token Ring (IEEE 802.5): access and frame
// control, two addresses, source routing if the source's first bit is set, and
// LLC.
//
//	10 40 02:00:00:00:00:01 > 02:00:00:00:00:02, length 60: rt = 630:1122:3344 (4472) LLC, ...
func (p *printer) tokenRing(b []byte, length int) int {
	header := 14
	p.proto = "token-ring"
	if !p.have(b, header) {
		return len(b)
	}
	outer := p.ether
	p.ether = dissect.Ethernet{Dst: [6]byte(b[2:]), Src: [6]byte(b[8:]), Captured: dissect.EthernetLen}
	routed := p.ether.Src[0]&0x80 != 0
	p.ether.Src[0] &= 0x7f
	if p.opt.Link {
		p.tokenRingHeader(b, length)
	}
	if routed {
		if !p.have(b, header+2) {
			p.ether = outer
			return header
		}
		n := p.sourceRoute(b[header:])
		if n < 0 {
			p.ether = outer
			return len(b)
		}
		header += n
	}
	n := 0
	if b[1]>>6 == 1 {
		n = p.linkLLC(after(b, header), length-header)
	} else {
		if !p.opt.Link {
			p.tokenRingHeader(b, length)
		}
		if !p.opt.Quiet {
			p.unknown(after(b, header))
		}
	}
	p.ether = outer
	return header + n
}

// sourceRoute prints a routing information field and returns its length, -1 if
// it is cut.
func (p *printer) sourceRoute(b []byte) int {
	n := int(b[0] & 0x1f)
	if n > len(b) && !p.have(b, n) {
		return -1
	}
	if p.opt.Verbose > 0 {
		p.sourceRouteNames(b, n)
		return n
	}
	p.str("rt = ")
	p.hexNum(uint64(binary.BigEndian.Uint16(b)), 1)
	for i := 2; i+2 <= n; i += 2 {
		p.byte(':')
		p.hexNum(uint64(binary.BigEndian.Uint16(b[i:])), 1)
	}
	p.str(" (")
	p.str(largestFrames[b[1]>>4&7])
	p.str(") ")
	return n
}

// sourceRouteNames prints it with names: the ring and bridge of each part.
func (p *printer) sourceRouteNames(b []byte, n int) {
	switch {
	case b[0]&0x80 == 0:
		p.str("Non-Broadcast")
	case b[0]&0x40 == 0:
		p.str("All-routes")
	default:
		p.str("Single-route")
	}
	if b[1]&0x80 != 0 {
		p.str(" Backward")
	} else {
		p.str(" Forward")
	}
	for i := 2; i+2 <= n; i += 2 {
		v := binary.BigEndian.Uint16(b[i:])
		p.str(" [")
		p.dec(uint64(v >> 4))
		p.byte(':')
		p.dec(uint64(v & 0xf))
		p.byte(']')
	}
	p.str(" (")
	p.str(largestFrames[b[1]>>4&7])
	p.str(") ")
}

var largestFrames = [8]string{"516", "1500", "2052", "4472", "8144", "11407", "17800", "??"}

func (p *printer) tokenRingHeader(b []byte, length int) {
	if !p.opt.Quiet {
		p.hexNum(uint64(b[0]), 2)
		p.byte(' ')
		p.hexNum(uint64(b[1]), 2)
		p.byte(' ')
	}
	p.addrsLength(length)
}
