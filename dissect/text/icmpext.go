package text

import "wiredump/dissect"

// icmpExtensionAt is where an extension structure is looked for, from the
// beginning of the message: behind 128 bytes of quoted packet, whatever the
// message says of their number. Quirk icmp-extension-offset.
const icmpExtensionAt = dissect.ICMPLongLen + dissect.QuoteLen

// icmpExtensions prints the extension structure of a message (RFC 4884).
func (p *printer) icmpExtensions(b []byte, length int) {
	// One byte of the first object has to be there as well: quirk
	// icmp-extension-header.
	if !p.have(b, icmpExtensionAt+dissect.ICMPExtensionLen+1) {
		return
	}
	ext := dissect.ICMPExtensions(b[icmpExtensionAt:])
	size := length - icmpExtensionAt
	whole := len(ext) >= size
	sumOK := whole && dissect.Checksum(ext[:size]) == 0
	if b[5] == 0 && whole && !sumOK {
		return // the message does not claim to have extensions
	}
	p.newline("\t")
	p.str("ICMP Multi-Part extension v")
	p.dec(uint64(ext.Version()))
	if ext.Version() != 2 {
		p.str(" packet not supported")
		return
	}
	if whole {
		p.str(", checksum ")
		p.hex0x(uint64(ext.Checksum()), 4)
		if sumOK {
			p.str(" (correct), length ")
		} else {
			p.byte(' ')
			p.style(styleProblem)
			p.str("(incorrect)")
			p.plain()
			p.str(", length ")
		}
		p.int(size)
	}
	p.icmpObjects(ext.Objects(), size-dissect.ICMPExtensionLen)
}

// icmpObjects prints extension objects that claim to take up size bytes.
func (p *printer) icmpObjects(b []byte, size int) {
	// A header without data at the very end is passed over: quirk
	// icmp-extension-end.
	for size > dissect.ICMPExtensionLen {
		if !p.have(b, dissect.ICMPExtensionLen) {
			return
		}
		n := int(p.u16(b, 0))
		class, kind := p.u8(b, 2), p.u8(b, 3)
		p.newline("\t  ")
		p.tokName(icmpObjectClasses, "unknown", uint32(class))
		p.str(" Object (")
		p.dec(uint64(class))
		p.str("), Class-Type: ")
		p.dec(uint64(kind))
		p.str(", length ")
		p.int(n)
		b = b[dissect.ICMPExtensionLen:]
		size -= dissect.ICMPExtensionLen
		if class == 0 || n < dissect.ICMPExtensionLen {
			return
		}
		n -= dissect.ICMPExtensionLen
		if class == dissect.ICMPObjectMPLS && kind == 1 {
			// One entry, whatever the length: quirk icmp-extension-mpls.
			if !p.need(b, 4) {
				return
			}
			l := dissect.MPLSLabel(p.u32(b, 0))
			p.newline("\t    ")
			p.str("label ")
			p.dec(uint64(l.Label()))
			p.str(", tc ")
			p.dec(uint64(l.Class()))
			if l.Bottom() {
				p.str(", [S]")
			}
			p.str(", ttl ")
			p.dec(uint64(l.TTL()))
		} else {
			p.hexLines("\n\t    ", limit(b, n))
		}
		if size < n {
			return
		}
		b = after(b, n)
		size -= n
	}
}

var icmpObjectClasses = []token{
	{dissect.ICMPObjectMPLS, "MPLS Stack Entry"},
	{dissect.ICMPObjectInterface, "Interface Identification"},
}
