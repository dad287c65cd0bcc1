package text

import "encoding/binary"

// Values that an AVS header begins with, and one of Prism's does not.
const (
	avsMagic1 = 0x80211001
	avsMagic2 = 0x80211002
)

// prism prints an 802.11 frame behind the header of the Prism driver, which is
// not printed, or that of AVS, which has the same link type.
func (p *printer) prism(b []byte, length int) int {
	const prismLen = 144
	p.proto = "prism"
	if !p.have(b, 4) {
		return len(b)
	}
	if magic := binary.BigEndian.Uint32(b); magic == avsMagic1 || magic == avsMagic2 {
		return p.avs(b, length)
	}
	if !p.have(b, prismLen) {
		return len(b)
	}
	return prismLen + p.wlan(b[prismLen:], length-prismLen, false, 0)
}

// avs prints an 802.11 frame behind an AVS header: a magic number, the
// header's length in bytes, and radio information, which is not printed.
func (p *printer) avs(b []byte, length int) int {
	p.proto = "802.11_radio_avs"
	if !p.have(b, 8) {
		return len(b)
	}
	n := int64(binary.BigEndian.Uint32(b[4:]))
	if int64(len(b)) < n || n < 8 {
		p.truncated()
		return len(b)
	}
	return int(n) + p.wlan(b[n:], length-int(n), false, 0)
}
