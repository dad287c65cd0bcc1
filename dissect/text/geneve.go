package text

import "wiredump/dissect"

// geneve prints a Geneve message and what is in it (RFC 8926).
func (p *printer) geneve(b []byte, length int) {
	p.proto = "geneve"
	p.str("Geneve")
	if length < dissect.GeneveLen {
		p.str(" [length ")
		p.int(length)
		p.str(" < 8]")
		p.invalid()
		return
	}
	if !p.have(b, dissect.GeneveLen) {
		return
	}
	var h dissect.Geneve
	h.Decode(b)
	if h.Version != 0 {
		p.str(" ERROR: unknown-version ")
		p.dec(uint64(h.Version))
		return
	}
	length -= dissect.GeneveLen
	p.str(", Flags [")
	p.bitsOrNone(geneveFlags, uint32(h.Flags), "")
	p.str("], vni ")
	p.hex0x(uint64(h.VNI), 0)
	if h.Reserved != 0 {
		p.str(", rsvd ")
		p.hex0x(uint64(h.Reserved), 0)
	}
	if p.opt.Link {
		p.str(", proto ")
		p.tokName(etherTypes, "unknown", uint32(h.Type))
		p.str(" (")
		p.hex0x(uint64(h.Type), 4)
		p.byte(')')
	}
	if length < h.OptionsLen {
		p.str(" truncated-geneve - ")
		p.int(h.OptionsLen - length)
		p.str(" bytes missing")
		return
	}
	if !p.have(h.Options, h.OptionsLen) {
		return
	}
	if h.OptionsLen > 0 {
		p.str(", options [")
		if p.opt.Verbose > 0 {
			p.geneveOptions(h.Options)
		} else {
			p.int(h.OptionsLen)
			p.str(" bytes")
		}
		p.byte(']')
	}
	if p.opt.Verbose > 0 {
		p.str("\n\t")
	} else {
		p.str(": ")
	}
	length -= h.OptionsLen
	if h.Type == dissect.EtherTypeTransparent {
		p.print(dissect.ProtoEthernet, h.Payload, length)
	} else if !p.etherMessage(h.Type, h.Payload, length) {
		p.str("geneve-proto-")
		p.hex0x(uint64(h.Type), 0)
	}
}

var geneveFlags = []token{
	{dissect.GeneveOAM, "O"},
	{dissect.GeneveCritical, "C"},
	{0x20, "R1"}, {0x10, "R2"}, {0x08, "R3"}, {0x04, "R4"}, {0x02, "R5"}, {0x01, "R6"},
}

// geneveOptions prints each option, with its data if -vv.
func (p *printer) geneveOptions(o dissect.GeneveOptions) {
	for sep := ""; ; sep = ", " {
		opt, rest, ok := o.Next()
		if !ok {
			return
		}
		p.str(sep)
		p.str("class ")
		switch {
		case opt.Class <= 0x00ff:
			p.str("Standard")
		case opt.Class >= 0xfff0:
			p.str("Experimental")
		default:
			p.tokName(geneveClasses, "Unknown", uint32(opt.Class))
		}
		p.str(" (")
		p.hex0x(uint64(opt.Class), 0)
		p.str(") type ")
		p.hex0x(uint64(opt.Type), 0)
		if opt.Type&dissect.GeneveOptionCritical != 0 {
			p.str("(C)")
		}
		p.str(" len ")
		p.int(opt.Len)
		if opt.Len > len(o) {
			p.str(" [bad length]")
			return
		}
		if p.opt.Verbose > 1 && len(opt.Data) > 0 {
			p.str(" data")
			for i := 0; i < len(opt.Data); i += 4 {
				p.byte(' ')
				p.hexBytes(opt.Data[i : i+4])
			}
		}
		o = rest
	}
}

var geneveClasses = []token{
	{0x100, "Linux"},
	{0x101, "Open vSwitch"},
	{0x102, "Open Virtual Networking (OVN)"},
	{0x103, "In-band Network Telemetry (INT)"},
	{0x104, "VMware"},
}
