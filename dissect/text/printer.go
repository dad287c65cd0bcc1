package text

import (
	"encoding/binary"
	"strconv"

	"wiredump/capture/packet"
	"wiredump/dissect"
)

// A printer holds what is known of the packet at hand. The package comment
// tells how protocol printers use it.
type printer struct {
	out []byte
	opt *Options
	st  *state
	pkt *packet.Packet

	proto    string // the printer that began last; names a cut
	cutAt    int    // length of out when the bytes ran out; -1 while they have not
	cutProto string
	ends     mark             // what a cut ends
	linkLen  int              // bytes of link-layer header, which -x, -X and -A leave out
	depth    int              // headers entered so far
	ether    dissect.Ethernet // the enclosing Ethernet header; zero if there is none
	dnsWork  dissect.DNSWork  // of the names of the present message
	ipContext
}

// cut ends the text here. Only the first call counts.
func (p *printer) cut() {
	if p.cutAt < 0 {
		p.cutAt = len(p.out)
		p.cutProto = p.proto
	}
}

// A mark is what a cut ends, and what is printed there.
type mark uint8

const (
	endPacket  mark = iota // all of the packet's text, with " [|foo]"
	endShort               // the message's, with " [|foo]"
	endInvalid             // the message's, with " (invalid)"
)

// stop ends the text of the message, not of the packet: the printer of the
// message calls endMessage when it is through, and its caller goes on.
func (p *printer) stop() { p.end(endShort) }

// reject is stop for a message that contradicts itself.
func (p *printer) reject() { p.end(endInvalid) }

func (p *printer) end(m mark) {
	if p.cutAt < 0 {
		p.cut()
		p.ends = m
	}
}

// got says that n bytes of b must have been captured, and stops if they were
// not. It returns false once the text has ended.
func (p *printer) got(b []byte, n int) bool {
	if len(b) < n || n < 0 {
		p.stop()
	}
	return p.cutAt < 0
}

// endMessage drops what was appended after a stop and prints its mark.
func (p *printer) endMessage() {
	if p.cutAt < 0 || p.ends == endPacket {
		return
	}
	p.shorten(p.cutAt)
	p.cutAt = -1
	p.proto = p.cutProto
	if p.ends == endInvalid {
		p.invalid()
	} else {
		p.truncated()
	}
	p.ends = endPacket
}

// isCut reports whether the text has ended.
func (p *printer) isCut() bool { return p.cutAt >= 0 }

// endCut drops what was appended after the cut and prints its mark. As the
// text ended before the link layer's printer told how long its header is,
// -x, -X and -A show the packet from its first byte on: quirk cut-dump.
func (p *printer) endCut() {
	if p.cutAt < 0 {
		return
	}
	p.shorten(p.cutAt)
	p.cutAt = -1
	p.proto = p.cutProto
	p.linkLen = 0
	p.truncated()
}

// have says that n bytes of b should have been captured. Where they were not
// it prints the mark " [|foo]" and returns false; its caller returns, and
// whoever called that one goes on: unlike need it does not end the text.
func (p *printer) have(b []byte, n int) bool {
	if len(b) >= n && n >= 0 {
		return true
	}
	p.truncated()
	return false
}

// truncated prints the mark of a message that is cut where the rest of the
// packet goes on.
func (p *printer) truncated() {
	p.byte(' ')
	p.style(styleProblem)
	p.str("[|")
	p.str(p.proto)
	p.byte(']')
	p.plain()
}

// invalid prints the mark of a message that contradicts itself.
func (p *printer) invalid() {
	p.byte(' ')
	p.style(styleProblem)
	p.str("(invalid)")
	p.plain()
}

// need says that n bytes of b must have been captured. It returns false once
// the text has ended.
func (p *printer) need(b []byte, n int) bool {
	if len(b) < n || n < 0 {
		p.cut()
	}
	return p.cutAt < 0
}

// u8 reads the byte at off.
func (p *printer) u8(b []byte, off int) uint8 {
	if off < 0 || off >= len(b) {
		p.cut()
		return 0
	}
	return b[off]
}

// u16 reads two bytes at off, big endian.
func (p *printer) u16(b []byte, off int) uint16 {
	if off < 0 || off+2 > len(b) {
		p.cut()
		return 0
	}
	return binary.BigEndian.Uint16(b[off:])
}

// u24 reads three bytes at off, big endian.
func (p *printer) u24(b []byte, off int) uint32 {
	if off < 0 || off+3 > len(b) {
		p.cut()
		return 0
	}
	return uint32(b[off])<<16 | uint32(b[off+1])<<8 | uint32(b[off+2])
}

// u32 reads four bytes at off, big endian.
func (p *printer) u32(b []byte, off int) uint32 {
	if off < 0 || off+4 > len(b) {
		p.cut()
		return 0
	}
	return binary.BigEndian.Uint32(b[off:])
}

// u64 reads eight bytes at off, big endian.
func (p *printer) u64(b []byte, off int) uint64 {
	if off < 0 || off+8 > len(b) {
		p.cut()
		return 0
	}
	return binary.BigEndian.Uint64(b[off:])
}

// bytes returns n bytes at off; nil if they were not captured.
func (p *printer) bytes(b []byte, off, n int) []byte {
	if off < 0 || n < 0 || off+n > len(b) {
		p.cut()
		return nil
	}
	return b[off : off+n : off+n]
}

// limit returns b cut to n bytes, for a message that claims that length.
func limit(b []byte, n int) []byte { return b[:max(min(n, len(b)), 0)] }

// after returns b from n on; empty if b is shorter.
func after(b []byte, n int) []byte { return b[min(max(n, 0), len(b)):] }

func (p *printer) str(s string) { p.out = append(p.out, s...) }

// strPad prints s, padded on the right with spaces to width.
func (p *printer) strPad(s string, width int) {
	p.str(s)
	for n := len(s); n < width; n++ {
		p.byte(' ')
	}
}
func (p *printer) byte(c byte) { p.out = append(p.out, c) }

// dec prints v in decimal.
func (p *printer) dec(v uint64) { p.out = strconv.AppendUint(p.out, v, 10) }

// int prints v in decimal, negative values with their sign.
func (p *printer) int(v int) { p.out = strconv.AppendInt(p.out, int64(v), 10) }

// decPad prints v in decimal, padded on the left with spaces to width.
func (p *printer) decPad(v uint64, width int) { p.pad(v, 10, width, ' ') }

// decZero prints v in decimal, padded on the left with zeros to width.
func (p *printer) decZero(v uint64, width int) { p.pad(v, 10, width, '0') }

// hexNum prints v in lower-case hexadecimal without prefix, padded on the left
// with zeros to width.
func (p *printer) hexNum(v uint64, width int) { p.pad(v, 16, width, '0') }

// hex0x prints v in lower-case hexadecimal with the prefix 0x, padded on the
// left with zeros to width digits.
func (p *printer) hex0x(v uint64, width int) {
	p.str("0x")
	p.pad(v, 16, width, '0')
}

func (p *printer) pad(v uint64, base, width int, fill byte) {
	var a [24]byte
	s := strconv.AppendUint(a[:0], v, base)
	for n := len(s); n < width; n++ {
		p.out = append(p.out, fill)
	}
	p.out = append(p.out, s...)
}

// octal prints v in octal without prefix.
func (p *printer) octal(v uint32) { p.out = strconv.AppendUint(p.out, uint64(v), 8) }

// hexBytes prints b as hexadecimal digits without separators.
func (p *printer) hexBytes(b []byte) {
	for _, c := range b {
		p.out = append(p.out, hexDigits[c>>4], hexDigits[c&15])
	}
}

const hexDigits = "0123456789abcdef"

// newline prints the newline and indentation that begin the next line of a
// verbose packet.
func (p *printer) newline(indent string) {
	p.byte('\n')
	p.str(indent)
}
